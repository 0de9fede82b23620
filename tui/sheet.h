/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of paragraphs that is laid out anew each time it is drawn. */
#ifndef TUI_SHEET_H
#define TUI_SHEET_H

#include "tui/term.h"

/* Where the text goes: a window, of whose lines those before top are left out. */
struct sheet {
    WINDOW *w;
    int top, lines, width;
    int line; /* next one, from the beginning of the text */
    int indent;
    enum style style;
};

void sheet_paragraph(struct sheet *t, int indent, enum style style, const char *text);
void sheet_heading(struct sheet *t, const char *text); /* a blank line before all but the first */
/* At a column of the line that comes next, without going on to it. */
void sheet_beside(struct sheet *t, int x, enum style style, const char *text);

#endif
