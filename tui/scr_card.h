/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the card's screen (scr_card.c, card_*.c here): nobody else includes it. */
#ifndef TUI_SCR_CARD_H
#define TUI_SCR_CARD_H

#include "common/draft.h"
#include "tui/body.h"
#include "tui/rail.h"
#include "tui/screens.h"

struct change; /* card_undo.c */

enum scr_card_state {
    SCR_CARD_OPENING, /* no card yet */
    SCR_CARD_READY,
    SCR_CARD_SAVING,
    SCR_CARD_WAITING, /* F2 without a server: sent after the reconnection */
    SCR_CARD_UNKNOWN, /* the line broke during the save: settled by its operation id */
};

/* Where one goes once nothing keeps one here (K-17). */
enum card_goal { GOAL_NONE, GOAL_PLACE, GOAL_LEAVE, GOAL_FIND, GOAL_QUERY };
struct card_going {
    enum card_goal goal;
    struct body_place place; /* record NULL: it may be another card in memory by then */
};

struct scr_card {
    struct screen base;
    struct app *app;
    char *id, *iin, *purpose;     /* how the card was opened */
    bool view;                    /* only to be looked at */
    struct draft_info *restoring; /* one's copy, until the card is open */
    struct card *card;            /* NULL while it is being opened */
    enum scr_card_state state;
    struct span *pages;
    int npages, page;
    struct body_host host;
    struct body *body;
    struct rail rail;
    bool stale; /* to be opened again as soon as nothing lies above */
    struct card_going going;
    struct draft *draft;
    bool draft_failed;
    char *typing;                  /* text of the active field, as typed last */
    bool over;                     /* hung up: the draft is closed */
    struct change *sending, *undo; /* of the save under way, of the last one */
    char *note;                    /* to be said with "saved" */
    char *locked;                  /* text last returned by card_lock_section */
    struct problem *asked;         /* waits for its reason */
    struct card_conflict conflict;
    struct error refusal; /* card_clash.c: of the save that is looked into */
    struct card *fresh;   /* and the card as it is now */
};

/* card_hooks.c */
void card_hooks_set(struct scr_card *s); /* the host of the pages */
void card_hooks_rows(void *ctx);         /* a row came, went or was changed */

/* card_load.c: opening, opening again, restoring. */
void card_load_open(struct scr_card *s);
/* A new card; names in the order of the form. Each may be NULL. */
void card_load_fresh(struct scr_card *s, const char *iin, const char *const names[2],
                     const char *birth_date);
void card_load_again(struct scr_card *s);        /* keeps what was typed and the place */
const char *card_load_iin(const struct card *c); /* NULL: none yet */
void card_load_reconnected(struct scr_card *s);
void card_load_take(struct scr_card *s, struct card *fresh); /* shows it instead of the former */

/* card_pages.c: what is shown together, and going from one to another. */
void card_pages_set(struct scr_card *s);
bool card_pages_show(struct scr_card *s, const struct body_place *p); /* at once, without asking */
void card_pages_go(struct scr_card *s, struct card_going going); /* asks if something is open */
void card_pages_step(struct scr_card *s, int step, bool end);
bool card_pages_dirty(const struct scr_card *s);
void card_pages_went(struct scr_card *s); /* nothing is in the way any more: carries `going` out */
/* K-17: stay, save and go on, throw away. */
void card_leave_ask(struct scr_card *s);

/* card_rail.c: line 1, summary, rail. */
void card_rail_refresh(struct scr_card *s);
void card_rail_draw(struct scr_card *s, WINDOW *w);
char *card_rail_where(const struct scr_card *s);

/* card_lock.c: why a field cannot be typed, a row not added, not annulled. */
struct cell_lock card_lock_field(struct scr_card *s, const struct record *r, int field);
struct cell_lock card_lock_closed(struct scr_card *s, int entry);
struct cell_lock card_lock_kept(struct scr_card *s, int entry, const struct record *r);
struct cell_lock card_lock_section(struct scr_card *s,
                                   int entry); /* the whole of it, to be shown */
/* Says why a command does not work here; false: there is nothing to say of it. */
bool card_lock_refuse(struct scr_card *s, enum action a);
bool card_lock_recorded(const struct scr_card *s, const struct record *r, int field); /* Z-2c */

/* card_problems.c */
int card_problems_find(struct scr_card *s, bool changed_only, struct problem **list);
void card_problems_next(struct scr_card *s); /* K-18 */

/* card_save_flow.c */
void card_save_flow_start(struct scr_card *s); /* F2 */
void card_save_flow_send(struct scr_card *s);  /* what was checked, or is repeated */
void card_save_flow_refused(struct scr_card *s, const struct error *err);
/* card_clash.c: looks whether two valid saves do not fit together, and shows that as a conflict;
   else says the refusal. False: not worth asking, say it at once. */
bool card_clash_look(struct scr_card *s, const struct error *err);
void card_clash_done(struct scr_card *s);
/* card_recorded.c: document, date and reason of a recorded change, then card_save_flow_send. */
bool card_recorded_wanted(const struct scr_card *s);
void card_recorded_ask(struct scr_card *s);

/* card_hired.c: F-5: what is to be entered after somebody was hired, or NULL. The caller's. */
char *card_hired_note(const struct scr_card *s);
/* card_category.c: F-11: the category of the person that a new row is for is not marked, or NULL.
   The caller's. */
char *card_category_note(const struct scr_card *s);

/* card_verify.c: the check of the identity, and reasons for overwriting what it covers. */
bool card_verify_can(const struct scr_card *s);
void card_verify_ask(struct scr_card *s);
/* When and in which system a card was checked, in so many cells; "" if it was not. The caller's. */
char *card_verify_summary(const struct card *c, int room);
/* Z-15: "NOT CHECKED", "DATA DIFFER", or "": wherever the person is told of. Borrowed. */
const char *card_verify_lacking(const struct card *c);
/* After a save: says it if the card is not checked any more. */
void card_verify_lost(struct scr_card *s, bool was_checked);
/* the first verified value that would be overwritten without a reason. */
bool card_verify_overwritten(struct scr_card *s, struct problem *p);

/* card_undo.c: the last save taken back (K-3). */
void card_undo_sending(struct scr_card *s); /* before each save: what it changes */
void card_undo_saved(struct scr_card *s);   /* it was carried out */
bool card_undo_can(const struct scr_card *s);
void card_undo_ask(struct scr_card *s);
void card_undo_done(struct scr_card *s);

/* card_draft.c */
void card_draft_write(struct scr_card *s);
void card_draft_typing(struct scr_card *s); /* with what stands in the active field */
void card_draft_drop(struct scr_card *s);
void card_draft_keep(struct scr_card *s);
struct draft_info *card_draft_copy(const struct draft_info *info);
void card_draft_free(struct draft_info *info);

void card_brief_show(struct scr_card *s); /* card_brief.c: one screen for the citizen */

void card_timeline_show(struct scr_card *s); /* card_timeline.c */

/* card_jump.c: Ctrl+G (K-19). */
void card_jump_ask(struct scr_card *s);
bool card_jump_to(struct scr_card *s, const char *text); /* false: there is no such place */

/* card_recall.c: what was typed last, for F9 and for the lists (K-6). */
void card_recall_keep(const struct record *r, int field);
void card_recall_card(const struct card *c); /* it is left: the next one's "card before" */
char *card_recall_value(const struct scr_card *s, const struct record *r, int field,
                        enum ditto *source);
const char *card_recall_codes(const struct record *r, int field);

#endif
