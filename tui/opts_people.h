/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes typed beside persons, on home and in the hits of a search: к came, ж did not come, +14 next
   visit in so many days, 2 change, 5 view. Enter carries out the visits first, then opens the
   cards, one each time. */
#ifndef TUI_OPTS_PEOPLE_H
#define TUI_OPTS_PEOPLE_H

#include "tui/list.h"
#include "tui/opts.h"
#include "tui/worklist.h"

/* A line of the owner's list: all borrowed, until the next is asked for. */
struct opts_person {
    const char *name; /* of the row, for its code */
    const char *card; /* id */
    const char *due;  /* planned day of the visit, ISO; NULL: whichever waits next */
    bool visits;      /* visits of his may be entered here */
};

struct opts_people {
    struct screen *owner;
    struct list *list;
    bool (*person)(void *ctx, int line, struct opts_person *p); /* false: no person's line */
    void (*again)(void *ctx,
                  struct app *app); /* visits were entered; NULL: rows do not show them */
    /* Opens a card above the owner; view: only to be looked at. */
    void (*open)(struct screen *owner, struct app *app, const char *card, bool view);
    void *ctx;
    struct opts *opts;
    struct worklist *running, *last; /* last: what Ctrl+Z takes back */
};

/* Fills opts; the members above it are the owner's to set. */
void opts_people_init(struct opts_people *p);
void opts_people_done(struct opts_people *p);
/* A code's key, or Esc while there are codes: it takes them away. False: neither. */
bool opts_people_key(struct opts_people *p, struct app *app, struct key k);
const char *opts_people_codes(const struct opts_people *p);   /* that the current line takes; "" */
void opts_people_why(struct opts_people *p, struct app *app); /* says why its code still stands */
bool opts_people_carry_out(struct opts_people *p, struct app *app); /* Enter; false: no code */
bool opts_people_can_undo(const struct opts_people *p);
void opts_people_undo(struct opts_people *p, struct app *app);
/* The five cells of the column. */
void opts_people_draw(const struct opts_people *p, WINDOW *w, int y, int x, int line);

#endif
