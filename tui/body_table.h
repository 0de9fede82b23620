/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by body_table.c and body_table_draw.c. */
#ifndef TUI_BODY_TABLE_H
#define TUI_BODY_TABLE_H

#include "tui/body.h"
#include "tui/body_columns.h"

struct body_table {
    struct body base;
    int entry;
    struct body_columns columns;
    struct grid *grid;
    struct record **rows;
    int count;
    bool all; /* annulled rows, too */
    int width;
    int y, x; /* of the table, as drawn last */
};

const struct section *body_table_section(const struct body_table *t);
struct record *body_table_record(void *ctx, int row); /* ctx: a body_table; NULL: no such row */
int body_table_field(const struct body_table *t);     /* of the active column */
/* Chooses the columns anew: another width, another language. */
void body_table_columns(struct body_table *t, int width);
void body_table_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width);

#endif
