/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing: UTF-8 into cells. The C library's locale is asked only what the terminal can show. */
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/term.h"

static bool high_contrast;

void term_contrast(bool high)
{
    high_contrast = high;
}

attr_t term_attr(enum style s)
{
    static const attr_t attrs[STYLE_COUNT] = {
        [STYLE_NORMAL] = A_NORMAL, [STYLE_TITLE] = A_REVERSE,  [STYLE_DIM] = A_DIM,
        [STYLE_ERROR] = A_BOLD,    [STYLE_NOTE] = A_NORMAL,    [STYLE_CHANGED] = A_BOLD,
        [STYLE_REQUIRED] = A_BOLD, [STYLE_CURSOR] = A_REVERSE, [STYLE_FIELD] = A_UNDERLINE,
        [STYLE_KEY] = A_REVERSE,
    };
    return high_contrast && s == STYLE_DIM ? A_NORMAL : attrs[s];
}

/* UTF-8 shows everything; the C library is asked in other character sets only. */
static bool shows_all(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool showable(uint32_t c)
{
    char out[MB_LEN_MAX];
    mbstate_t state = {0};
    return c < 0x80 || wcrtomb(out, (wchar_t)c, &state) != (size_t)-1;
}

bool term_can_show(const char *utf8)
{
    uint32_t c;
    bool all = shows_all();
    for (size_t n; !all && (n = utf8_next(utf8, &c)) > 0; utf8 += n)
        if (!showable(c))
            return false;
    return true;
}

enum { UNSHOWN = 1 }; /* stands for a character that the terminal lacks */

/* Decodes until the line's end or width cells; returns the cells. *out: the caller's. */
static int clip(const char *s, int width, wchar_t **out)
{
    size_t cap = 0, len = 0;
    int cells = 0;
    wchar_t *w = NULL;
    uint32_t c;
    bool all = shows_all();
    for (size_t n; (n = utf8_next(s, &c)) > 0 && c != '\n'; s += n) {
        if (c < 0x20 || c == 0x7f)
            c = ' ';
        if (!all && !showable(c))
            c = UNSHOWN;
        int cw = c == UNSHOWN ? 1 : utf8_char_width(c);
        if (cells + cw > width)
            break;
        cells += cw;
        if (len + 1 >= cap)
            w = xrealloc(w, (cap = cap ? cap * 2 : 128) * sizeof *w);
        w[len++] = (wchar_t)c;
    }
    if (!w)
        w = xrealloc(NULL, sizeof *w);
    w[len] = 0;
    *out = w;
    return cells;
}

/* The mark of a `?` that nobody typed: the other way round than its neighbours. */
static void put_unshown(WINDOW *w, enum style s)
{
    wattrset(w, (int)((term_attr(s) ^ A_REVERSE) | A_BOLD));
    waddwstr(w, L"?");
    wattrset(w, (int)term_attr(s));
}

int term_put(WINDOW *w, int y, int x, int width, const char *utf8, enum style s)
{
    int room = getmaxx(w) - x;
    if (y < 0 || x < 0 || y >= getmaxy(w) || room <= 0)
        return 0;
    wchar_t *text;
    int cells = clip(utf8 ? utf8 : "", width < room ? width : room, &text);
    wattrset(w, (int)term_attr(s));
    wmove(w, y, x);
    for (const wchar_t *at = text; *at;) {
        size_t n = wcscspn(at, (wchar_t[]){UNSHOWN, 0});
        waddnwstr(w, at, (int)n);
        at += n;
        if (*at == UNSHOWN) {
            put_unshown(w, s);
            at++;
        }
    }
    wattrset(w, A_NORMAL);
    free(text);
    return cells;
}

/* Blanks from the cell `from` up to width. */
static void fill(WINDOW *w, int y, int x, int from, int width, enum style s)
{
    int room = getmaxx(w) - x;
    int n = (width < room ? width : room) - from;
    if (n > 0 && y >= 0 && x >= 0 && y < getmaxy(w))
        mvwhline(w, y, x + from, (chtype)' ' | (chtype)term_attr(s), n);
}

int term_text(WINDOW *w, int y, int x, int width, const char *utf8, enum style s)
{
    /* What is typed stands plain before the underlined rest: a letter costs its own bytes only. */
    int cells = term_put(w, y, x, width, utf8, s == STYLE_FIELD ? STYLE_NORMAL : s);
    fill(w, y, x, cells, width, s);
    return cells;
}

struct wrapped {
    WINDOW *w;
    int y, x, left, width;
    enum style style;
};

static void draw_line(void *ctx, const char *s, size_t bytes)
{
    struct wrapped *d = ctx;
    if (d->left-- <= 0)
        return;
    char *line = xcalloc(bytes + 1, 1);
    memcpy(line, s, bytes);
    term_text(d->w, d->y++, d->x, d->width, line, d->style);
    free(line);
}

int term_wrapped(WINDOW *w, int y, int x, int lines, int width, const char *utf8, enum style s)
{
    struct wrapped d = {w, y, x, lines, width, s};
    int n = width > 0 ? utf8_wrap(utf8, width, draw_line, &d) : 0;
    return n < lines ? n : lines;
}

void term_box(WINDOW *w, const char *title)
{
    box_set(w, NULL, NULL);
    int room = getmaxx(w) - 6;
    if (str_empty(title) || room <= 0)
        return;
    char *text = xasprintf(" %s ", title);
    term_put(w, 0, 2, room + 2, text, STYLE_TITLE);
    free(text);
}

void term_vline(WINDOW *w, int y, int x, int n)
{
    mvwvline_set(w, y, x, WACS_VLINE, n);
}

void term_hline(WINDOW *w, int y, int x, int n)
{
    mvwhline_set(w, y, x, WACS_HLINE, n);
}

char *term_utf8(const wchar_t *w)
{
    struct buf b = {0};
    char out[5];
    for (; *w; w++) {
        utf8_put(out, (uint32_t)*w);
        buf_add(&b, out);
    }
    return buf_take(&b);
}
