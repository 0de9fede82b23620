/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in Latin letters: Kazakh and Russian as people spell them with what their terminal has.
   Both the word and what was typed become one plain spelling: sh and ş, q and k, y and i are the
   same. */
#include <string.h>

#include "common/utf8.h"
#include "tui/keys.h"

static const struct {
    const char *letters, *plain;
} spelling[] = {
    {"аәä", "a"},     {"б", "b"},    {"в", "v"},       {"гғǵğ", "g"}, {"д", "d"},  {"еёэ", "e"},
    {"ж", "j"},       {"з", "z"},    {"ийіыıyï", "i"}, {"кқq", "k"},  {"л", "l"},  {"м", "m"},
    {"нңñń", "n"},    {"оөöó", "o"}, {"п", "p"},       {"р", "r"},    {"с", "s"},  {"т", "t"},
    {"уұүūüúw", "u"}, {"ф", "f"},    {"хһx", "h"},     {"ц", "c"},    {"ч", "ch"}, {"шщş", "sh"},
    {"ъь'", ""},      {"ю", "iu"},   {"я", "ia"},
};

static const char *plain_of(uint32_t c)
{
    for (size_t i = 0; i < COUNT(spelling); i++) {
        uint32_t letter;
        size_t n;
        for (const char *s = spelling[i].letters; (n = utf8_next(s, &letter)) > 0; s += n)
            if (letter == c)
                return spelling[i].plain;
    }
    return NULL;
}

char *keys_latin(const char *text)
{
    struct buf b = {0};
    uint32_t c, behind;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n) {
        char out[5];
        c = utf8_lower(c);
        utf8_next(text + n, &behind);
        bool h = text[n] && utf8_lower(behind) == 'h';
        if (h && (c == 'z' || c == 'k' || c == 'g')) { /* zh, kh, gh */
            buf_add(&b, c == 'z' ? "j" : c == 'k' ? "h" : "g");
            n++;
            continue;
        }
        const char *plain = plain_of(c);
        utf8_put(out, c);
        buf_add(&b, plain ? plain : out);
    }
    return buf_take(&b);
}
