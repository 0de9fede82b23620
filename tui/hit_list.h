/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The persons that were found, one a line, in groups by how surely they are meant, with a code
   beside each and the whole of the current one below. The owner asks the server, and says what a
   key does that is not the list's. */
#ifndef TUI_HIT_LIST_H
#define TUI_HIT_LIST_H

#include "common/search.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/opts_people.h"

/* A row, the heading of a group, or the line that says there are more. */
struct hit_line {
    enum hit_line_kind { HIT_ROW, HIT_HEAD, HIT_MORE } kind;
    const struct search_hit *hit; /* of a row; the first of the group */
};

struct hit_list {
    struct search_hits hits; /* its own */
    struct hit_line *line;
    struct list list; /* of lines; current -1: on none */
    struct opts_people people;
    bool may_write;
    bool by_form; /* found by conditions, not by a text: no word on how */
    int cursor_y; /* of the current row, as drawn last */
    char focus[24];
};

enum { HIT_LIST_X = 1 }; /* where the cursor stands in a row */

/* open: a card above the owner; view: only to be looked at. */
void hit_list_init(struct hit_list *l, const struct app *app, struct screen *owner,
                   void (*open)(struct screen *owner, struct app *app, const char *card,
                                bool view));
void hit_list_done(struct hit_list *l);
/* Shows other hits, which it takes over; the cursor stands on none. NULL: none. */
void hit_list_take(struct hit_list *l, struct search_hits *hits);
void hit_list_clear(struct hit_list *l);                         /* takes all codes away */
bool hit_list_first(struct hit_list *l);                         /* false: there is none */
void hit_list_leave(struct hit_list *l);                         /* to none */
bool hit_list_on(const struct hit_list *l);                      /* the cursor stands on a row */
const struct search_hit *hit_list_now(const struct hit_list *l); /* that row, or NULL */
const char *hit_list_focus(struct hit_list *l);                  /* "row 2", "" on none */
int hit_list_similar(const struct hit_list *l);                  /* how many are only similar */
/* Codes, Esc while there are some, Up, Down and pages; off the first row upwards the cursor stands
   on none. False: not its key. */
bool hit_list_key(struct hit_list *l, struct app *app, struct key k);
/* hit_list_draw.c: heads, rows and the current one whole, in the lines from y to the end of w. */
void hit_list_draw(struct hit_list *l, WINDOW *w, int y);

#endif
