/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one is in a scrolling list of lines, some of which cannot be stood on (headings). The
   owner draws; this keeps the place. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/keys.h"

struct list {
    int count;                                 /* lines; the owner's to set */
    int current;                               /* -1: on none */
    int top;                                   /* first line in sight */
    int lines;                                 /* in sight, as drawn last */
    bool (*stands)(const void *ctx, int line); /* may one stand on it? NULL: on all */
    const void *ctx;
};

/* Up, Down, PgUp, PgDn, Home, End. False: not its key, or there is no way further in that
 * direction. */
bool list_key(struct list *l, struct key k);
/* The next line one can stand on from `line` in steps of +1 or -1, itself included; -1: none. */
int list_next(const struct list *l, int line, int step);
/* Before drawing `lines` lines: clips the place and scrolls so that current is in sight, with the
   heading above it if it fits. */
void list_fit(struct list *l, int lines);
bool list_first(struct list *l); /* to the first; false: there is none */

#endif
