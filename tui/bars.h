/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars: first line, message line, key bar (drawn by the application), and the rail and summary
 * line for screens. */
#ifndef TUI_BARS_H
#define TUI_BARS_H

#include "tui/app.h"

#define RAIL_WIDTH 18

void bars_header(WINDOW *w, struct app *app, const char *where); /* w: one line */
void bars_bottom(WINDOW *w, struct app *app);                    /* w: two lines: message, keys */
/* A line of several pieces parted by " | "; NULL and "" are left out; the last that does not fit is
 * cut. Ends with a NULL piece. */
void bars_summary(WINDOW *w, int y, int x, int width, const char *const *pieces);

struct rail_item {
    const char *number;  /* "14"; aligned to the right */
    const char *caption; /* translated, cut to the rail */
    char state;          /* ' ' empty, '.' partial, '+' complete, '!' error, '-' closed (F-10) */
    int count;           /* rows; -1: not a list */
};
/* Draws lines items, a row each: "> 16 + caption 3", from a scroll position that keeps current in
   sight; returns the line (from y) of current. */
int bars_rail(WINDOW *w, int y, int x, int lines, const struct rail_item *items, int count,
              int current);

#endif
