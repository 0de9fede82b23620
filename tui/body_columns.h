/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a section's grid, chosen from its definition for a width. */
#ifndef TUI_BODY_COLUMNS_H
#define TUI_BODY_COLUMNS_H

#include "tui/grid.h"

#define BODY_COLUMNS 16
#define BODY_WEEKDAY (-2) /* instead of a field: the weekday of the column before it */

struct body_columns {
    struct grid_column column[BODY_COLUMNS];
    int field[BODY_COLUMNS]; /* what stands in it, or BODY_WEEKDAY */
    int count;
};

/* A list: the ordering date first, then what is printed, as far as it fits. */
void body_columns_list(struct body_columns *c, const struct section *s, int width);
/* A table: number, printed columns, then the others; a weekday behind the day it is due. */
void body_columns_table(struct body_columns *c, const struct section *s, int width);
/* What stands in a column: the caller's; NULL: blank. */
char *body_columns_cell(const struct body_columns *c, int column, const struct record *r,
                        const struct value_world *w);

#endif
