/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens: one prototype each. A new screen is to be pushed by its caller: app_push(app,
 * scr_x_new(...)). */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "common/card.h"
#include "tui/app.h"

struct screen *scr_home_new(struct app *app);
struct screen *scr_search_new(struct app *app,
                              const char *text); /* text: what was typed already, or NULL */
/* An existing card: by id within the territory, or by the whole IIN with a purpose. */
struct screen *scr_card_new(struct app *app, const char *id);
struct screen *scr_card_view(struct app *app, const char *id); /* changes nothing of it */
struct screen *scr_card_open_iin(struct app *app, const char *iin, const char *purpose);
/* A card not yet there: what was typed in the search carries over. Each may be NULL. */
struct screen *scr_card_fresh(struct app *app, const char *iin, const char *surname,
                              const char *name, const char *birth_date);
/* A card with the values of a draft. */
struct draft_info;
struct screen *scr_card_draft(struct app *app, const struct draft_info *info);
/* F7 from a card: leaves it, and all above it, for an empty search. A search beneath is used again,
   so the stack does not grow from person to person. */
void scr_search_next(struct app *app, struct screen *leaving);
/* Query by form: conditions on any field; and the cards that meet them (told: the conditions in
   words, copied; batch asks for them again). From a card: leaves it, and all above it; a form
   beneath is used again. */
struct screen *scr_query_new(struct app *app);
void scr_query_next(struct app *app, struct screen *leaving);
struct query;
struct query_answer;
/* Above the form, which keeps the query; the answer is taken over. */
struct screen *scr_found_new(struct app *app, const struct query *query,
                             struct query_answer *answer);
struct screen *scr_help_new(struct app *app, const struct help_topic *topic);
struct screen *scr_tour_new(struct app *app);
struct screen *scr_lock_new(struct app *app); /* by app_lock */
struct screen *scr_lang_new(struct app *app);
struct screen *scr_about_new(struct app *app);
struct screen *scr_glossary_new(struct app *app);
/* What was typed and not saved, found at the start. */
struct screen *scr_drafts_new(struct app *app);
/* Both values of a field; chosen(ctx, app, mine): whose value stays; not called on
   Esc. Caption (of the field, with its section's number) and conflict are copied. */
typedef void scr_conflict_answer(void *ctx, struct app *app, bool mine);
struct screen *scr_conflict_new(struct app *app, const char *caption,
                                const struct card_conflict *conflict, scr_conflict_answer *answer,
                                void *ctx);
/* The same for two saves that do not fit together; may_win: mine can be saved over theirs. */
struct screen *scr_conflict_together(const char *caption, const char *mine,
                                     const struct card_conflict *conflict, const char *theirs,
                                     bool may_win, scr_conflict_answer *answer, void *ctx);

/* F11 again: asks for a day, then the card as it was then. Above the screen of that card only. */
void scr_asof_ask(struct app *app, const struct card *card);
/* What was saved in a field of a row, or (field -1) in the whole row. Above the card's screen. */
struct screen *scr_history_new(struct app *app, const struct card *card,
                               const struct record *record, int entry, int field);

#endif
