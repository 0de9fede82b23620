/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search: its state, and how it is drawn (scr_search_draw.c). Only scr_search.c changes it. */
#ifndef TUI_SCR_SEARCH_H
#define TUI_SCR_SEARCH_H

#include "common/person_text.h"
#include "common/search.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/list.h"

struct scr_search {
    struct screen base;
    struct edit *edit;
    struct person_text person; /* of the text as it stands */
    bool too_short;            /* nothing was asked */
    int ticket, exists_ticket; /* under way, or 0 */
    bool as_date;              /* digits, asked a second time as a birth date */
    bool answered;             /* hits are those of the text */
    struct search_hits hits;
    char *centre;      /* a whole IIN of no hit: where the card is, kk and ru parted by a tab */
    char *failed;      /* why there is no answer */
    struct list list;  /* of hits; current -1: the text is active */
    bool enter_wanted; /* Enter came before the answer */
    bool said;         /* line 23 speaks of the text */
    bool away;         /* a card was opened from here */
    char focus[24];
    int cursor_y, cursor_x; /* as drawn last */
};

/* the text was answered, tells enough, and nobody has its IIN. */
bool scr_search_may_create(const struct scr_search *s, const struct app *app);
char *scr_search_where(struct screen *base, struct app *app);
void scr_search_draw(struct screen *base, struct app *app, WINDOW *w);
bool scr_search_cursor(struct screen *base, struct app *app, int *y, int *x);
const char *scr_search_focus(struct screen *base, struct app *app);

#endif
