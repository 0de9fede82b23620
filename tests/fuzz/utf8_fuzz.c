/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as text: what comes out of the functions of utf8.h is UTF-8 if what went in was. */
#include <string.h>

#include "common/person_text.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

const char *const fuzz_seeds[] = {"Сәуле  Нұр-ғазы\u00a0ӘІҢҒҮҰҚӨҺ",
                                  "e\u0301 \U0001F600 \u4e2d\u6587\tx\ny",
                                  "\xd0",
                                  "\xf0\x9f",
                                  "Ї ẞ ĳ №7",
                                  "801223400108 Ахметов 20.11.1990",
                                  NULL};

void fuzz_start(void)
{
}

struct wrapped {
    int lines;
    size_t bytes;
};

static void line(void *ctx, const char *s, size_t bytes)
{
    struct wrapped *w = ctx;
    char *copy = fuzz_string((const uint8_t *)s, bytes);
    MUST(strlen(copy) == bytes);
    free(copy);
    w->lines++;
    w->bytes += bytes;
}

static void characters(const char *s)
{
    size_t length = 0;
    uint32_t c;
    char out[5];
    for (size_t n; (n = utf8_next(s, &c)) > 0; s += n, length++) {
        MUST(n <= 4 && n <= strlen(s));
        size_t put = utf8_put(out, c);
        MUST(put == strlen(out) && utf8_valid(out));
        MUST(utf8_lower(utf8_lower(c)) == utf8_lower(c));
        utf8_upper(c);
        utf8_is_letter(c);
        utf8_char_width(c);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *s = fuzz_string(data, size);
    bool valid = utf8_valid(s);
    characters(s);
    char *clean = utf8_clean(s, false), *lines = utf8_clean(s, true), *fold = utf8_fold(s);
    MUST(!valid || (utf8_valid(clean) && utf8_valid(lines) && utf8_valid(fold)));
    char *twice = utf8_fold(fold), *cleaner = utf8_clean(clean, false);
    MUST(!valid || (strcmp(twice, fold) == 0 && strcmp(cleaner, clean) == 0));
    int width = size ? data[0] % 40 + 2 : 2;
    struct wrapped w = {0};
    MUST(utf8_wrap(s, width, line, &w) == w.lines && w.lines > 0 && w.bytes <= strlen(s));
    size_t fits = utf8_fit(s, width);
    MUST(fits <= strlen(s));
    MUST(utf8_length(s) <= strlen(s));
    utf8_width(s);
    if (fits) {
        s[fits] = '\0';
        MUST(utf8_width(s) <= width);
        s[fits - 1] = '\0';
        utf8_cut(s);
        MUST(!valid || utf8_valid(s));
    }
    free(cleaner);
    free(twice);
    free(fold);
    free(lines);
    free(clean);
    free(s);
    return 0;
}
