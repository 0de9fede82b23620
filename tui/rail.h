/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail of sections at the left of a form: a row for each number. What the form does not number
   is a row, the last one, only while the cursor is there; so the twenty fit the screen. */
#ifndef TUI_RAIL_H
#define TUI_RAIL_H

#include "tui/span.h"
#include "tui/term.h"

/* Of one number: the state beside it (bars.h), ' ' for none, and how many, -1 for no figure. */
struct rail_state {
    char state;
    int count;
};
struct rail {
    const struct edition *edition; /* borrowed */
    struct span *rows;
    struct rail_state *states; /* by row; the owner's to set */
    int count;
};

void rail_init(struct rail *r, const struct edition *e);
void rail_done(struct rail *r);
/* With the line beside it, from line y to the end of w; the row of that entry is marked. */
void rail_draw(const struct rail *r, WINDOW *w, int y, int entry);

#endif
