/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save was refused by a rule that several fields or rows keep. The card is opened again: if
   somebody else has saved what mine does not fit to, that is a conflict and is shown like one. */
#include <stdlib.h>

#include "common/history.h"
#include "common/i18n.h"
#include "tui/scr_card.h"

void card_clash_done(struct scr_card *s)
{
    card_free(s->fresh);
    s->fresh = NULL;
}

static void show(struct scr_card *s, struct record *r, int field)
{
    struct body_place p = {.entry = body_entry_of(s->card, r, field), .record = r, .field = field};
    if (p.entry >= 0)
        card_pages_show(s, &p);
}

static void add_value(struct buf *b, const struct scr_card *s, const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    int entry = body_entry_of(s->card, r, field);
    const char *context =
        entry < 0 ? r->section->name : s->card->edition->entries[entry].section->name;
    char *shown = value_show(f, r->value[field], &s->app->session.world);
    buf_addf(b, "%s%s: %s", b->len ? "; " : "", i18n_caption(context, f->caption),
             *shown ? shown : _("(empty)"));
    free(shown);
}

/* The fields in which the row differs from was (NULL: from what was loaded). The caller's. */
static char *differences(const struct scr_card *s, const struct record *r, const struct record *was)
{
    struct buf b = {0};
    for (int i = 0; i < r->count; i++) {
        bool changed = !str_same(r->value[i], was ? was->old[i] : r->old[i]);
        if (changed && !(r->section->fields[i].flags & FIELD_AUTO))
            add_value(&b, s, r, i);
    }
    return buf_take(&b);
}

/* The other's row comes into sight, mine stays typed. */
static void give_way_to_row(struct scr_card *s)
{
    struct error err = {.what = ""};
    struct card *fresh = s->fresh;
    s->fresh = NULL;
    bool carried = draft_carry(s->card, fresh, &err);
    card_conflict_done(&s->conflict); /* its record goes with the card */
    card_load_take(s, fresh);
    card_draft_write(s);
    app_say_error(s->app, carried ? &s->refusal : &err);
}

static void chosen(void *ctx, struct app *app, bool mine)
{
    struct scr_card *s = ctx;
    (void)app;
    if (s->conflict.beside) {
        give_way_to_row(s);
        return;
    }
    card_together_settle(&s->conflict, mine);
    s->body->ops->reload(s->body);
    card_draft_write(s);
    card_clash_done(s);
    if (mine) {
        card_save_flow_send(s);
        return;
    }
    s->going.goal = GOAL_NONE;
    app_say_error(app, &s->refusal);
}

static void ask(struct scr_card *s)
{
    const struct card_conflict *k = &s->conflict;
    const struct record *known = NULL;
    for (int i = 0; i < s->card->nlists; i++)
        for (int n = 0; n < s->card->lists[i].count; n++)
            if (s->card->lists[i].section->table && k->now->id &&
                str_same(s->card->lists[i].section->table, k->now->section->table) &&
                str_same(s->card->lists[i].rows[n]->id, k->now->id))
                known = s->card->lists[i].rows[n];
    struct record *nothing = record_new(k->now->section);
    char *mine = differences(s, k->record, NULL);
    char *theirs = differences(s, k->now, known ? known : nothing);
    show(s, k->record, k->beside ? -1 : k->field);
    app_push(s->app,
             scr_conflict_together(s->refusal.what, mine, k, theirs, !k->beside, chosen, s));
    record_free(nothing);
    free(mine);
    free(theirs);
}

/* The log-in becomes a name, if the server can be asked. */
static void named(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    (void)app;
    if (reply && reply->ok && db_rows(reply->results[0]))
        str_set(&s->conflict.who, db_get(reply->results[0], 0, 0));
    ask(s);
}

static void looked(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    (void)app;
    card_clash_done(s);
    s->fresh = reply ? card_read(reply, &err) : NULL;
    if (s->fresh && card_together(s->card, s->fresh, &s->refusal, &s->conflict))
        app_send(s->app, &s->base, APP_MODAL | APP_QUIET,
                 history_person_batch(
                     s->card->id, s->conflict.now->section->table, s->conflict.now->id,
                     s->conflict.now->section->fields[s->conflict.field].name, s->conflict.who),
                 named, s);
    else
        card_save_flow_refused(s, &s->refusal);
}

bool card_clash_look(struct scr_card *s, const struct error *err)
{
    if (!s->card->id || !card_together_may(err))
        return false;
    s->refusal = *err;
    app_send(s->app, &s->base, APP_MODAL | APP_QUIET, card_open_batch(s->card->id, NULL, NULL),
             looked, s);
    return true;
}
