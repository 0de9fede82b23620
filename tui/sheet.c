/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/sheet.h"

#include <stdlib.h>

#include "common/utf8.h"
#include "common/util.h"

static void one_line(void *ctx, const char *s, size_t bytes)
{
    struct sheet *t = ctx;
    int y = t->line++ - t->top;
    if (y < 0 || y >= t->lines)
        return;
    struct buf b = {0};
    buf_addn(&b, s, bytes);
    char *text = buf_take(&b);
    term_put(t->w, y, t->indent, t->width - t->indent, text, t->style);
    free(text);
}

void sheet_paragraph(struct sheet *t, int indent, enum style style, const char *text)
{
    t->indent = indent;
    t->style = style;
    utf8_wrap(text, t->width - indent - 1, one_line, t);
}

void sheet_heading(struct sheet *t, const char *text)
{
    if (t->line > 0)
        t->line++;
    sheet_paragraph(t, 0, STYLE_TITLE, text);
}

void sheet_beside(struct sheet *t, int x, enum style style, const char *text)
{
    int y = t->line - t->top;
    if (y >= 0 && y < t->lines)
        term_put(t->w, y, x, t->width - x, text, style);
}
