/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the search (scr_search*.c): nobody else includes it. */
#ifndef TUI_SCR_SEARCH_H
#define TUI_SCR_SEARCH_H

#include "common/person_text.h"
#include "common/search.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/hit_list.h"

struct scr_search {
    struct screen base;
    struct edit *edit;
    struct person_text person; /* of the text as it stands */
    bool too_short;            /* nothing was asked */
    int ticket, exists_ticket; /* under way, or 0 */
    bool as_date;              /* digits, asked a second time as a birth date */
    bool answered;             /* hits are those of the text */
    struct hit_list hits;      /* no row is current: the text is active */
    char *centre;      /* a whole IIN of no hit: where the card is, kk and ru parted by a tab */
    char *failed;      /* why there is no answer */
    bool enter_wanted; /* Enter came before the answer */
    bool said;         /* line 23 speaks of the text */
    bool away;         /* a card was opened from here */
    int cursor_y, cursor_x; /* as drawn last */
};

/* scr_search_ask.c: what the server is asked about the text. */
bool scr_search_pending(const struct scr_search *s);
void scr_search_forget(struct scr_search *s, struct app *app); /* nothing is known any more */
void scr_search_ask(struct scr_search *s, struct app *app);
void scr_search_text(struct scr_search *s, struct app *app); /* asks if it has changed */
void scr_search_say(struct scr_search *s, struct app *app, enum say kind, int number,
                    const char *text);
void scr_search_unsay(struct scr_search *s, struct app *app); /* what line 23 says of the text */
void scr_search_say_wrong(struct scr_search *s, struct app *app); /* of an IIN */
/* the text was answered, tells enough, and nobody has its IIN. */
bool scr_search_may_create(const struct scr_search *s, const struct app *app);

/* scr_search_open.c */
/* Enter on the text, as soon as the answer is there. False: there is nowhere to go. */
bool scr_search_enter(struct scr_search *s, struct app *app);
bool scr_search_to_list(struct scr_search *s, struct app *app); /* false: it is empty */
void scr_search_open(struct screen *base, struct app *app, const char *id, bool view);
void scr_search_new_card(struct scr_search *s, struct app *app);

/* scr_search_draw.c */
char *scr_search_where(struct screen *base, struct app *app);
void scr_search_draw(struct screen *base, struct app *app, WINDOW *w);
bool scr_search_cursor(struct screen *base, struct app *app, int *y, int *x);
const char *scr_search_focus(struct screen *base, struct app *app);

#endif
