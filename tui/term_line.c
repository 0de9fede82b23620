/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line mode: the program's UTF-8 and what the terminal speaks, before and after the screens. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/term.h"

char *term_local(const char *utf8)
{
    struct buf b = {0};
    char out[MB_LEN_MAX];
    uint32_t c;
    for (size_t n; (n = utf8_next(utf8, &c)) > 0; utf8 += n) {
        mbstate_t state = {0};
        size_t m = wcrtomb(out, (wchar_t)c, &state);
        buf_addn(&b, m == (size_t)-1 ? "?" : out, m == (size_t)-1 ? 1 : m);
    }
    return buf_take(&b);
}

char *term_from_local(const char *local)
{
    size_t left = strlen(local), n = 0;
    wchar_t *w = xcalloc(left + 1, sizeof *w);
    mbstate_t state = {0};
    while (left > 0) {
        size_t m = mbrtowc(&w[n], local, left, &state);
        if (m == 0 || m > left)
            break; /* no character of this terminal: the answer will not fit */
        n++;
        local += m;
        left -= m;
    }
    w[n] = 0;
    char *utf8 = term_utf8(w);
    wipe(w, n * sizeof *w); /* it may be a password */
    free(w);
    return utf8;
}

void term_say(FILE *f, const char *utf8)
{
    char *local = term_local(utf8);
    fputs(local, f);
    fflush(f);
    free(local);
}
