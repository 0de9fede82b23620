/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid on the screen: captions, rows, and the cell over its row. */
#include <stdlib.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/grid_inner.h"

enum { GUTTER = 2, HEAD_LINES = 3, LONG_LINES = 3, LEAST_WIDTH = 4 };

static int column_width(const struct grid *g, int column, int width)
{
    int fixed = 0, shared = 0;
    for (int c = 0; c < g->ncolumns; c++) {
        fixed += g->columns[c].width + 1;
        shared += g->columns[c].width == 0;
    }
    if (g->columns[column].width)
        return g->columns[column].width;
    int room = (width - GUTTER - fixed) / (shared ? shared : 1);
    return room < LEAST_WIDTH ? LEAST_WIDTH : room;
}

static int draw_head(struct grid *g, WINDOW *w, int y, int x, int width)
{
    int lines = 1;
    for (int c = 0; c < g->ncolumns; c++) {
        int n = utf8_wrap(g->columns[c].caption, column_width(g, c, width), NULL, NULL);
        lines = n > lines ? n : lines;
    }
    int most = g->compact ? 1 : HEAD_LINES;
    lines = lines > most ? most : lines;
    int at = x + GUTTER;
    for (int c = 0; c < g->ncolumns; c++) {
        int cw = column_width(g, c, width);
        if (g->compact)
            term_put(w, y, at, cw, g->columns[c].caption, STYLE_CHANGED);
        else
            term_wrapped(w, y, at, lines, cw, g->columns[c].caption, STYLE_CHANGED);
        at += cw + 1;
    }
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
    int at = x + GUTTER;
    for (int c = 0; c < g->ncolumns; c++) {
        int cw = column_width(g, c, width);
        char *text = g->source->cell(g->ctx, row, c);
        draw_text(w, y, at, cw, text ? text : "", g->columns[c].right, s);
        free(text);
        at += cw + 1;
    }
}

/* Over the row, at least so wide and high that one can type. */
static void draw_cell(struct grid *g, WINDOW *w, int y, int x, int bottom, int width)
{
    struct record *r = cell_record(g->cell);
    if (!r)
        return;
    const struct field *f = &r->section->fields[cell_field(g->cell)];
    int at = x + GUTTER, cw = column_width(g, g->column, width);
    for (int c = 0; c < g->column; c++)
        at += column_width(g, c, width) + 1;
    bool words = f->type == FIELD_LONG || f->type == FIELD_TEXT || f->type == FIELD_DICT;
    int least = words ? 24 : f->type == FIELD_DATE || f->type == FIELD_PARTIAL ? 11 : 13;
    if (cw < least)
        cw = least;
    if (cw > width - GUTTER)
        cw = width - GUTTER;
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
