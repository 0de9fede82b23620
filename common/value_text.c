/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts, names of persons, and the mending of look-alike letters (K-12). */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

enum { MAX_TEXT = 500, MAX_LONG = 4000 };

/* The Cyrillic letter that looks like the Latin one, or 0. h is the Kazakh one, H looks like
 * another. */
static uint32_t look_alike(uint32_t c)
{
    static const struct {
        char latin;
        uint32_t cyrillic;
    } pairs[] = {
        {'a', U'а'}, {'c', U'с'}, {'e', U'е'}, {'h', U'һ'}, {'i', U'і'}, {'k', U'к'},
        {'o', U'о'}, {'p', U'р'}, {'x', U'х'}, {'y', U'у'}, {'A', U'А'}, {'B', U'В'},
        {'C', U'С'}, {'E', U'Е'}, {'H', U'Н'}, {'I', U'І'}, {'K', U'К'}, {'M', U'М'},
        {'O', U'О'}, {'P', U'Р'}, {'T', U'Т'}, {'X', U'Х'}, {'Y', U'У'},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        if ((uint32_t)pairs[i].latin == c)
            return pairs[i].cyrillic;
    return 0;
}

struct word {
    size_t bytes;
    size_t letters;
    bool cyrillic, latin,
        mendable; /* mendable: every Latin letter of it looks like a Cyrillic one */
};

/* The run of letters at s; bytes 0 if there is none. */
static struct word word_at(const char *s)
{
    struct word w = {.mendable = true};
    uint32_t c;
    for (size_t n; (n = utf8_next(s + w.bytes, &c)) && utf8_is_letter(c); w.bytes += n) {
        w.letters++;
        if (utf8_is_cyrillic(c)) {
            w.cyrillic = true;
        } else {
            w.latin = true;
            w.mendable = w.mendable && look_alike(c);
        }
    }
    return w;
}

static void add_mended(struct buf *b, const char *s, size_t bytes)
{
    for (const char *end = s + bytes; s < end;) {
        uint32_t c;
        char out[5];
        s += utf8_next(s, &c);
        uint32_t other = look_alike(c);
        buf_addn(b, out, utf8_put(out, other ? other : c));
    }
}

/* K-12 over a whole text; the caller's. */
static char *mend(const char *s, char *notice)
{
    struct buf b = {0}, words = {0};
    while (*s) {
        struct word w = word_at(s);
        if (!w.bytes) {
            uint32_t c;
            size_t n = utf8_next(s, &c);
            buf_addn(&b, s, n);
            s += n;
            continue;
        }
        if (w.cyrillic && w.latin && w.mendable) {
            size_t start = b.len;
            add_mended(&b, s, w.bytes);
            if (words.len)
                buf_add(&words, ", ");
            buf_add(&words, b.s + start);
        } else {
            buf_addn(&b, s, w.bytes);
        }
        s += w.bytes;
    }
    if (words.len)
        value_note(notice, _("Latin letters made Cyrillic: %s"), words.s);
    buf_done(&words);
    return buf_take(&b);
}

static bool read_text(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    (void)w, (void)err;
    char *clean = utf8_clean(typed, f->type == FIELD_LONG);
    *value = mend(clean, notice);
    free(clean);
    return true;
}

static bool refuse_character(const char *s, size_t bytes, struct error *err)
{
    error_set(err, _("\"%.*s\" does not belong into a name"), (int)bytes, s);
    error_remedy(err, "%s", _("type letters, with hyphen, apostrophe or space between them"));
    return error_number(err, *s >= '0' && *s <= '9' ? MESSAGE_NAME_DIGIT : MESSAGE_NAME_CHARACTER);
}

static bool refuse_initial(struct error *err)
{
    return value_refuse(err, MESSAGE_NAME_INITIAL, _("an initial is not enough"),
                        _("type the name in full"));
}

/* A single letter is an initial, but some Korean surnames are one vowel. */
static bool is_initial(const char *value, const char *s, const struct word *w)
{
    static const char vowels[] = "ОУЮИЕЭЯ";
    char next = s[w->bytes];
    bool joined = (s > value && s[-1] != ' ') || (next && next != ' '); /* O'Connor */
    if (w->letters != 1 || joined)
        return false;
    bool alone = s == value && !next;
    char capital[5];
    uint32_t c;
    utf8_next(s, &c);
    utf8_put(capital, utf8_upper(c));
    return !alone || !strstr(vowels, capital);
}

/* Bytes of a sign that may stand between the letters of a name, else 0. */
static size_t name_sign(const char *s)
{
    static const char *const signs[] = {"-", "'", "’", "ʼ", "`", " "};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (str_starts(s, signs[i]))
            return strlen(signs[i]);
    return 0;
}

static bool check_name(const char *value, struct error *err)
{
    bool letter = false; /* just before s */
    for (const char *s = value; *s;) {
        struct word w = word_at(s);
        if (w.bytes) {
            if (w.cyrillic && w.latin) {
                error_set(err, _("\"%.*s\" has Latin and Cyrillic letters"), (int)w.bytes, s);
                error_remedy(err, "%s", _("type the word in one alphabet"));
                return error_number(err, MESSAGE_NAME_CHARACTER);
            }
            if (s[w.bytes] == '.' || is_initial(value, s, &w))
                return refuse_initial(err);
            s += w.bytes;
            letter = true;
            continue;
        }
        uint32_t c;
        size_t sign = name_sign(s);
        bool between = *s == ' ' || (letter && word_at(s + sign).bytes);
        if (!sign || (*s == '-' && !between))
            return refuse_character(s, utf8_next(s, &c), err);
        letter = false;
        s += sign;
    }
    return true;
}

static bool check_text(const struct field *f, const char *value, const struct value_world *w,
                       struct error *err)
{
    (void)w;
    int max = f->max ? f->max : f->type == FIELD_LONG ? MAX_LONG : MAX_TEXT;
    int length = (int)utf8_length(value);
    if (length > max) {
        error_set(err, _("the text has %d characters, %d is the most"), length, max);
        error_remedy(err, "%s", _("shorten it"));
        return error_number(err, MESSAGE_TOO_LONG);
    }
    return f->flags & FIELD_NAME ? check_name(value, err) : true;
}

const struct value_type value_text = {.read = read_text, .check = check_text};
