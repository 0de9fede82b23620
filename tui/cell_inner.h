/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cell.c, cell_take.c and cell_open.c share; nobody else includes it. */
#ifndef TUI_CELL_INNER_H
#define TUI_CELL_INNER_H

#include "tui/cell.h"
#include "tui/edit.h"

struct cell {
    struct app *app;
    struct screen *owner;
    const struct cell_hooks *hooks;
    void *ctx;
    struct record *record; /* NULL: closed */
    int field;
    const char *context;
    char *entry; /* the text as it was on entry */
    struct edit *edit;
    int lines, width, y, x; /* as drawn last */
    enum ditto ditto;       /* source that F9 looks at next */
    struct screen *opened;  /* list, calendar, editor or question above; NULL: none */
    struct record *asked;   /* whose reason is asked for */
    int asked_field;
    char why[320];
};

const struct field *cell_def(const struct cell *c);
const struct value_world *cell_world(const struct cell *c);
const char *cell_caption(const struct cell *c);
void cell_fresh(struct cell *c);         /* shows the record's value, K-3 */
bool cell_refuse_locked(struct cell *c); /* true: it may not be typed, and that was said */
void cell_open_above(struct cell *c, struct screen *s);
bool cell_ditto(struct cell *c); /* F9; false: the field's owner repeats nothing */
/* cell_take.c */
void cell_changed(struct cell *c, struct record *r, int field); /* settles, tells the owner */
bool cell_check(struct cell *c); /* false: impossible beside the others */

#endif
