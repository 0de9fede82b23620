/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F2: take in what is being typed, check everything changed, ask for reasons, send one batch, and
   deal with each of its outcomes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/search.h"
#include "tui/cut.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"
#include "tui/words.h"

enum { REASON_MAX = 500, PURPOSE_MAX = 300 };

/* Shows where something stands; the place may be on another page. */
static void show(struct scr_card *s, struct record *r, int field)
{
    int entry = r ? body_entry_of(s->card, r, field) : -1;
    struct body_place p = {.entry = entry, .record = r, .field = field};
    if (entry >= 0)
        card_pages_show(s, &p);
}

/* --- before: checks ------------------------------------------------------------------------------
 */

static void drop_blank_rows(struct scr_card *s)
{
    for (int i = 0; i < s->card->nlists; i++) {
        struct card_list *list = &s->card->lists[i];
        bool opening = !s->card->id && str_same(list->section->table, CARD_APPLICATION);
        for (int k = list->count - 1; k >= 0 && !opening; k--) {
            struct record *r = list->rows[k];
            if (list->section->kind != SECTION_SINGLE && !r->id && record_empty(r))
                card_drop_row(s->card, i, r);
        }
    }
}

static void check(struct scr_card *s);

static void reason_given(void *ctx, struct app *app, const char *text)
{
    struct scr_card *s = ctx;
    (void)app;
    if (text) {
        str_set(&s->asked->record->reason[s->asked->field], text);
        card_draft_write(s);
        check(s);
    } else {
        s->going.goal = GOAL_NONE;
    }
}

static void ask_reason(struct scr_card *s, const struct problem *p)
{
    free(s->asked);
    s->asked = xcalloc(1, sizeof *s->asked);
    *s->asked = *p;
    show(s, p->record, p->field);
    char *text = xasprintf(_("%s Why is it right? The reason is stored with the value."), p->text);
    app_push(s->app, dialog_text(s->app, _("A reason is needed"), text, NULL, REASON_MAX, true,
                                 reason_given, s));
    free(text);
}

static const char *context_of(const struct scr_card *s, const struct problem *p)
{
    int entry = body_entry_of(s->card, p->record, p->field);
    return entry < 0 ? p->record->section->name : s->card->edition->entries[entry].section->name;
}

static void refuse(struct scr_card *s, const struct problem *p)
{
    s->going.goal = GOAL_NONE;
    show(s, p->record, p->field);
    app_say_about(s->app, SAY_ERROR, p->number,
                  i18n_caption(context_of(s, p), p->record->section->fields[p->field].caption),
                  p->text);
}

/* Said behind "saved": whose field it is, then what. The caller's. */
static char *noted(const struct scr_card *s, const struct problem *p)
{
    enum { CAPTION = 16 };
    char *about = cut_text(
        i18n_caption(context_of(s, p), p->record->section->fields[p->field].caption), CAPTION);
    char *text = xasprintf("%s: %s", about, p->text);
    free(about);
    return text;
}

static void check(struct scr_card *s)
{
    struct problem *list, over;
    int n = card_problems_find(s, true, &list), reason = -1, note = -1, impossible = -1;
    for (int i = n - 1; i >= 0; i--) {
        if (list[i].strength == CHECK_IMPOSSIBLE)
            impossible = i;
        else if (list[i].strength == CHECK_REASON)
            reason = i;
        else
            note = i;
    }
    free(s->note);
    s->note = card_hired_note(s);
    if (!s->note)
        s->note = card_category_note(s);
    if (!s->note && note >= 0)
        s->note = noted(s, &list[note]);
    if (impossible >= 0)
        refuse(s, &list[impossible]);
    else if (reason >= 0)
        ask_reason(s, &list[reason]);
    else if (card_recorded_wanted(s))
        card_recorded_ask(s);
    else if (card_verify_overwritten(s, &over))
        ask_reason(s, &over);
    else
        card_save_flow_send(s);
    free(list);
}

void card_save_flow_start(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    if (s->state == SCR_CARD_UNKNOWN || s->state == SCR_CARD_WAITING) {
        app_say(s->app, SAY_NOTE, 0, "%s",
                _("The save waits for the server; it is carried out once the line is back."));
        return;
    }
    if (!card_changed(s->card)) {
        app_say(s->app, SAY_INFO, 0, "%s", _("Nothing was changed: there is nothing to save."));
        card_pages_went(s);
        return;
    }
    drop_blank_rows(s);
    s->body->ops->reload(s->body);
    check(s);
}

/* --- after: outcomes ----------------------------------------------------------------------------
 */

static void done(struct scr_card *s, const struct error *err)
{
    s->state = SCR_CARD_READY;
    card_draft_drop(s);
    if (str_same(err->sqlstate, "MS208")) {
        /* It was carried out before the line broke; what was typed since is carried over. */
        app_say(s->app, SAY_NOTE, err->number, "%s", err->what);
        str_set(&s->id, s->card->id);
        card_undo_done(s);
        card_load_again(s);
        return;
    }
    card_undo_saved(s);
    app_say(s->app, s->note ? SAY_NOTE : SAY_INFO, 0, s->note ? "%s %s" : "%s%s", _("Saved."),
            s->note ? s->note : "");
    s->body->ops->reload(s->body);
    card_rail_refresh(s);
    card_pages_went(s);
}

void card_save_flow_refused(struct scr_card *s, const struct error *err)
{
    s->going.goal = GOAL_NONE;
    show(s, s->conflict.record, s->conflict.field);
    app_say_error(s->app, err);
}

static void chosen(void *ctx, struct app *app, bool mine)
{
    struct scr_card *s = ctx;
    (void)app;
    card_conflict_settle(&s->conflict, mine);
    s->body->ops->reload(s->body);
    card_draft_write(s);
    if (card_changed(s->card)) {
        card_save_flow_send(s);
        return;
    }
    card_undo_done(s); /* nothing of mine is left to save */
    done(s, &(struct error){.what = ""});
}

static void conflict(struct scr_card *s)
{
    const struct card_conflict *k = &s->conflict;
    show(s, k->record, k->field);
    int entry = body_entry_of(s->card, k->record, k->field);
    const struct entry *e = &s->card->edition->entries[entry < 0 ? 0 : entry];
    const char *caption =
        k->field < 0 ? _("Annulment of the row") : k->record->section->fields[k->field].caption;
    char *text = xasprintf("%s. %s", e->number,
                           k->field < 0 ? caption : i18n_caption(e->section->name, caption));
    app_push(s->app, scr_conflict_new(s->app, text, k, chosen, s));
    free(text);
}

static void purpose_given(void *ctx, struct app *app, const char *text)
{
    const struct scr_card *s = ctx;
    if (text)
        app_push(app, scr_card_open_iin(app, card_load_iin(s->card), text));
}

static void open_other(void *ctx, struct app *app, bool other)
{
    if (other)
        app_push(app, dialog_text(app, _("For what purpose?"),
                                  _("The purpose is logged with your name (order 206, p. 28)."),
                                  NULL, PURPOSE_MAX, true, purpose_given, ctx));
}

static void exists_read(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct error err = {.what = ""};
    char *centre = NULL;
    if (!search_exists_read(reply, &centre, &err)) {
        app_say_error(app, &err);
        return;
    }
    char *ru = centre ? strchr(centre, '\t') : NULL;
    if (ru)
        *ru++ = '\0';
    char *text = xasprintf(_("%s has opened a card with this IIN meanwhile. What you typed stays "
                             "here and in the draft."),
                           centre ? words_org(centre, ru) : _("Another centre"));
    app_push(app, dialog_question(app, _("This person has a card"), text, _("back to what I typed"),
                                  _("open that card, with a reason"), open_other, ctx));
    free(text);
    free(centre);
}

static void exists(struct scr_card *s)
{
    s->going.goal = GOAL_NONE;
    app_send(s->app, &s->base, APP_MODAL | APP_QUIET, search_exists_batch(card_load_iin(s->card)),
             exists_read, s);
}

static void unknown(struct scr_card *s, const struct error *err)
{
    bool sent = !str_same(err->sqlstate, "08001");
    s->state = sent ? SCR_CARD_UNKNOWN : SCR_CARD_WAITING;
    card_draft_write(s);
    char *text = error_text(err); /* a note: what is typed ahead is not thrown away */
    app_say(s->app, SAY_NOTE, err->number, "%s", text);
    free(text);
}

static void saved(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    bool checked = s->card->checked_at != NULL;
    (void)app;
    card_conflict_done(&s->conflict);
    s->state = SCR_CARD_READY;
    switch (card_saved(s->card, reply, &s->conflict, &err)) {
    case SAVE_DONE:
        card_verify_lost(s, checked);
        done(s, &err);
        break;
    case SAVE_REFUSED:
        if (!card_clash_look(s, &err))
            card_save_flow_refused(s, &err);
        break;
    case SAVE_CONFLICT:
        conflict(s);
        break;
    case SAVE_EXISTS:
        exists(s);
        break;
    case SAVE_UNKNOWN:
        unknown(s, &err);
        break;
    }
    card_rail_refresh(s);
}

void card_save_flow_send(struct scr_card *s)
{
    if (!s->app->online) {
        s->state = SCR_CARD_WAITING;
        app_say(s->app, SAY_NOTE, 0, "%s",
                _("The server is away: the save is carried out as soon as the line is back. You "
                  "may go on typing."));
        return;
    }
    struct db_batch *b = card_save_batch(s->card);
    if (!b) {
        s->state = SCR_CARD_READY;
        card_draft_drop(s);
        return;
    }
    card_draft_write(s); /* with the operation's id: a crash from here on is settled by it */
    card_undo_sending(s);
    s->state = SCR_CARD_SAVING;
    app_send(s->app, &s->base, APP_MODAL | APP_QUIET, b, saved, s);
}
