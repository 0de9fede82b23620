/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by body_list.c, body_list_form.c and body_list_draw.c. */
#ifndef TUI_BODY_LIST_H
#define TUI_BODY_LIST_H

#include "tui/body.h"
#include "tui/body_columns.h"
#include "tui/opts.h"
#include "tui/page.h"

struct body_list;

struct body_sub {
    struct body_list *list;
    int entry;
    struct body_columns columns;
    struct grid *grid;
    struct record **rows;
    int count;
    int height; /* lines of the grid, as laid out last; 0: the heading alone */
    int y, x;   /* of the heading, as drawn last */
};

struct body_list {
    struct body base;
    struct body_sub *subs;
    int nsubs;
    int current;
    bool all; /* annulled rows, too */
    int width;
    struct page *form; /* of the row that is open, or NULL */
    struct record *row;
    struct opts *opts;        /* codes beside the rows, by address */
    struct record **annulled; /* by the codes carried out last: Ctrl+Z takes that back */
    int nannulled;
};

extern const struct grid_source body_list_source; /* ctx: a body_sub */
const struct entry *body_list_entry(const struct body_sub *sub);
int body_list_index(const struct body_sub *sub, const struct record *r); /* -1: not shown */
bool body_list_annulled(const struct body_list *l);                      /* is any row annulled? */
void body_list_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width);
/* Chooses the columns anew: another width, another language. */
void body_list_columns(struct body_list *l, int width);

struct body_sub *body_list_now(struct body_list *l); /* the one with the cursor */
struct record *body_list_row(struct body_list *l);   /* under the cursor, or NULL */
void body_list_fetch(struct body_sub *sub);          /* rows anew; the cursor stays on its row */
void body_list_stand(struct body_sub *sub, const struct record *r); /* if it is shown */

/* body_list_opts.c: the Opt column. */
const char *body_list_code(const struct body_list *l, const struct record *r);
bool body_list_opt_key(struct body_list *l, struct key k); /* false: no key of the column */
bool body_list_carry_out(struct body_list *l);             /* Enter; false: no code is there */
bool body_list_can_undo(const struct body_list *l);
void body_list_undo(struct body_list *l);

/* body_list_form.c */
void body_list_open(struct body_list *l, struct record *r);
void body_list_form_set(struct body_list *l);
void body_list_form_free(struct body_list *l);
/* Back to the grid. A new row in which nothing was typed goes without a word. */
void body_list_close_row(struct body_list *l);
bool body_list_take_form(struct body_list *l); /* false: refused and said */

#endif
