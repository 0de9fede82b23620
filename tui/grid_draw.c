/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid on the screen: captions, rows, and the cell over its row. */
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/cut.h"
#include "tui/grid_inner.h"

enum { MARKS = 2, OPT = 2, HEAD_LINES = 3, LONG_LINES = 3, LEAST_WIDTH = 4 };

/* Cells left of the columns. */
static int gutter(const struct grid *g)
{
    return MARKS + (g->source->opt ? OPT : 0);
}

static int least(const struct grid *g, int column)
{
    const struct grid_column *c = &g->columns[column];
    return c->width ? c->width : c->least ? c->least : LEAST_WIDTH;
}

/* Columns before the first one that shares are always in sight. */
static int kept(const struct grid *g)
{
    int n = 0;
    while (n < g->ncolumns && g->columns[n].width)
        n++;
    return n;
}

/* How many columns fit from `from` on behind the kept ones; *left: cells that remain. */
static int fitting(const struct grid *g, int from, int width, int *left)
{
    int n = kept(g), c = from;
    *left = width - gutter(g) + 1;
    for (int i = 0; i < n; i++)
        *left -= least(g, i) + 1;
    for (; c < g->ncolumns && *left >= least(g, c) + 1; c++)
        *left -= least(g, c) + 1;
    return c - from;
}

/* Gives each column its place; what is left over goes to those that share. */
static void lay_out(struct grid *g, int x, int width)
{
    int first = kept(g), left, shared = 0;
    bool all = fitting(g, first, width, &left) == g->ncolumns - first;
    if (all || g->from < first)
        g->from = first;
    if (g->column >= first && g->column < g->from)
        g->from = g->column;
    int n = fitting(g, g->from, width, &left);
    while (g->column >= g->from + n && n > 0)
        n = fitting(g, ++g->from, width, &left);
    for (int c = g->from; c < g->from + n; c++)
        shared += g->columns[c].width == 0;
    int at = x + gutter(g);
    for (int c = 0; c < g->ncolumns; c++) {
        bool shown = c < first || (c >= g->from && c < g->from + n);
        int own = least(g, c);
        if (shown && !g->columns[c].width && left > 0) {
            own += left / shared;
            left -= left / shared--;
        }
        g->place[c].x = at;
        g->place[c].width = shown ? own : 0;
        at += shown ? own + 1 : 0;
    }
}

/* At spaces only; a word or a rest that is too long is cut. Returns the lines; w NULL: counts. */
static int wrap_caption(WINDOW *w, int y, int x, int lines, int width, const char *text)
{
    int n = 0;
    while (*text && n < lines) {
        size_t take = 0;
        for (size_t end = strcspn(text, " ");; end += 1 + strcspn(text + end + 1, " ")) {
            char *head = xasprintf("%.*s", (int)end, text);
            bool fits = utf8_width(head) <= width;
            free(head);
            if (fits || take == 0)
                take = end;
            if (!fits || !text[end])
                break;
        }
        size_t rest = take + strspn(text + take, " ");
        bool last = n == lines - 1;
        char *line = xasprintf("%.*s", last ? (int)strlen(text) : (int)take, text);
        char *cut = cut_text(line, width);
        if (w)
            term_put(w, y + n, x, width, cut, STYLE_CHANGED);
        free(cut);
        free(line);
        text += rest;
        n++;
    }
    return n;
}

static int draw_head(struct grid *g, WINDOW *w, int y, int x, int width)
{
    int lines = 1, most = g->compact ? 1 : HEAD_LINES, last = 0;
    for (int c = 0; c < g->ncolumns; c++) {
        if (!g->place[c].width)
            continue;
        int n = wrap_caption(NULL, 0, 0, most, g->place[c].width, g->columns[c].caption);
        lines = n > lines ? n : lines;
        last = c;
    }
    for (int c = 0; c < g->ncolumns; c++)
        if (g->place[c].width)
            wrap_caption(w, y, g->place[c].x, lines, g->place[c].width, g->columns[c].caption);
    if (g->from > kept(g))
        term_put(w, y, g->place[g->from].x - 1, 1, "<", STYLE_KEY);
    if (last < g->ncolumns - 1)
        term_put(w, y, x + width - 1, 1, ">", STYLE_KEY);
    if (g->compact)
        return lines;
    term_hline(w, y + lines, x, width);
    return lines + 1;
}

static void draw_text(WINDOW *w, int y, int x, int width, const char *text, bool right,
                      enum style s)
{
    int n = utf8_width(text);
    if (right && n < width) {
        term_text(w, y, x, width, "", s);
        term_put(w, y, x + width - n, n, text, s);
    } else {
        term_text(w, y, x, width, text, s);
        if (n > width)
            term_put(w, y, x + width - 1, 1, ">", s);
    }
}

static void draw_row(struct grid *g, WINDOW *w, int row, int y, int x, int width)
{
    bool annulled = g->source->annulled && g->source->annulled(g->ctx, row);
    const char *mark = g->source->mark ? g->source->mark(g->ctx, row) : NULL;
    bool here = row == g->row && !g->passive;
    enum style s = here && !g->source->record ? STYLE_CURSOR : annulled ? STYLE_DIM : STYLE_NORMAL;
    term_text(w, y, x, width, "", s);
    term_text(w, y, x, 1, annulled ? "x" : here ? ">" : mark ? mark : " ", s);
    if (here && mark)
        term_put(w, y, x + 1, 1, mark, s);
    if (g->source->opt)
        term_put(w, y, x + MARKS, 1, g->source->opt(g->ctx, row), here ? STYLE_CURSOR : s);
    for (int c = 0; c < g->ncolumns; c++) {
        if (!g->place[c].width)
            continue;
        char *text = g->source->cell(g->ctx, row, c);
        draw_text(w, y, g->place[c].x, g->place[c].width, text ? text : "", g->columns[c].right, s);
        free(text);
    }
}

/* Over the row, at least so wide and high that one can type. */
static void draw_cell(struct grid *g, WINDOW *w, int y, int x, int bottom, int width)
{
    struct record *r = cell_record(g->cell);
    if (!r)
        return;
    const struct field *f = &r->section->fields[cell_field(g->cell)];
    int at = g->place[g->column].x, cw = g->place[g->column].width;
    bool words = f->type == FIELD_LONG || f->type == FIELD_TEXT || f->type == FIELD_DICT;
    int least = words ? 24 : f->type == FIELD_DATE || f->type == FIELD_PARTIAL ? 11 : 13;
    if (cw < least)
        cw = least;
    if (cw > width - gutter(g))
        cw = width - gutter(g);
    if (at + cw > x + width)
        at = x + width - cw;
    int lines = f->type == FIELD_LONG ? LONG_LINES : 1;
    if (y + lines > bottom && cell_dirty(g->cell))
        y = bottom - lines;
    cell_draw(g->cell, w, y, at, lines, cw);
}

void grid_compact(struct grid *g, bool compact)
{
    g->compact = compact;
}

void grid_active(struct grid *g, bool active)
{
    g->passive = !active;
}

void grid_draw(struct grid *g, WINDOW *w, int y, int x, int lines, int width)
{
    lay_out(g, x, width);
    int head = draw_head(g, w, y, x, width);
    g->lines = lines - head > 0 ? lines - head : 1;
    if (g->row < g->top)
        g->top = g->row < 0 ? 0 : g->row;
    if (g->row >= g->top + g->lines)
        g->top = g->row - g->lines + 1;
    int n = g->source->rows(g->ctx);
    for (int i = 0; i < g->lines && g->top + i < n; i++)
        draw_row(g, w, g->top + i, y + head + i, x, width);
    g->y = y + head + (g->row < 0 ? 0 : g->row - g->top);
    g->x = x;
    draw_cell(g, w, g->y, x, y + lines, width);
    /* The lines of a long text cover other rows only while one types. */
    for (int i = 0; cell_record(g->cell) && !cell_dirty(g->cell) && i < g->lines; i++) {
        if (g->top + i > g->row && g->top + i < n)
            draw_row(g, w, g->top + i, y + head + i, x, width);
    }
}

bool grid_cursor(struct grid *g, int *y, int *x)
{
    if (cell_record(g->cell)) {
        cell_cursor(g->cell, y, x);
        return true;
    }
    *y = g->y;
    *x = g->x;
    return g->row >= 0;
}
