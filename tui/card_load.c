/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a card, opening it again (F5, after a lost connection), and putting a draft's values in.
 */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

/* A place that outlives the card in memory: rows by their id. */
struct kept_place {
    bool start;
    int entry, field; /* field: of the section */
    char *row;
};

static void keep_place(const struct scr_card *s, struct kept_place *k)
{
    *k = (struct kept_place){.start = !s->body, .field = -1};
    if (!s->body)
        return;
    struct body_place p;
    int first = 0;
    s->body->ops->place(s->body, &p);
    card_single(s->card, p.entry, &first);
    k->entry = p.entry;
    k->field = p.field < 0 ? -1 : p.field - first;
    k->row = p.record ? xstrdup(p.record->id) : NULL;
}

static void back_to(struct scr_card *s, struct kept_place *k)
{
    int entry = k->entry < s->card->nlists ? k->entry : 0;
    struct body_place p = {.entry = entry, .field = k->field, .start = k->start};
    const struct card_list *list = &s->card->lists[entry];
    bool single = list->section->kind == SECTION_SINGLE;
    for (int i = 0; i < list->count && !single && k->row; i++) {
        if (str_same(list->rows[i]->id, k->row))
            p.record = list->rows[i];
    }
    if (!single && !p.record)
        p.field = -1;
    card_pages_show(s, &p);
    free(k->row);
}

void card_load_take(struct scr_card *s, struct card *fresh)
{
    struct kept_place place;
    keep_place(s, &place);
    if (s->body)
        s->body->ops->done(s->body);
    s->body = NULL;
    card_free(s->card);
    s->card = s->host.card = fresh;
    card_pages_set(s);
    back_to(s, &place);
}

const char *card_load_iin(const struct card *c)
{
    for (int i = 0; i < c->nlists; i++) {
        int first = 0;
        const struct record *r = card_single(c, i, &first);
        for (int f = 0; r && f < r->count; f++) {
            if (r->section->fields[f].type == FIELD_IIN)
                return r->value[f];
        }
    }
    return NULL;
}

/* --- a draft -------------------------------------------------------------------------------------
 */

/* The first thing that is not saved gets the cursor. */
static void to_changes(struct scr_card *s)
{
    for (int i = 0; i < s->card->nlists; i++) {
        struct card_list *list = &s->card->lists[i];
        int first = 0, n = body_fields(list->section);
        struct record *single = card_single(s->card, i, &first);
        for (int f = first; single && f < first + n; f++) {
            struct body_place p = {.entry = i, .record = single, .field = f};
            if (record_field_changed(single, f) && card_pages_show(s, &p))
                return;
        }
        for (int k = 0; !single && k < list->count; k++) {
            struct body_place p = {.entry = i, .record = list->rows[k], .field = -1};
            if (record_changed(list->rows[k]) && card_pages_show(s, &p))
                return;
        }
    }
}

/* Puts the draft's values into a card that is not shown yet. */
static void restore(struct scr_card *s, struct card *c, struct error *err)
{
    *err = (struct error){.what = ""};
    if (s->restoring)
        s->draft = draft_restore(s->restoring, s->app->session.draft_key, c, err);
}

/* All of the draft stands in the card: its save was carried out, only the answer was lost. */
static void saved_after_all(struct scr_card *s)
{
    str_set(&s->card->op, NULL);
    card_draft_drop(s);
    app_say(s->app, SAY_NOTE, 308, "%s", _("This was saved before"));
}

static void restored(struct scr_card *s, const struct error *err)
{
    struct draft_info *info = s->restoring;
    if (!info)
        return;
    s->restoring = NULL;
    if (err->what[0])
        app_say_error(s->app, err);
    if (!s->draft) { /* another process has it, or it cannot be read: it stays where it is */
        app_pop(s->app, &s->base);
        card_draft_free(info);
        return;
    }
    if (!err->what[0] && !card_changed(s->card)) {
        saved_after_all(s);
        card_draft_free(info);
        return;
    }
    if (!err->what[0])
        app_say(s->app, SAY_NOTE, 0, _("What was typed on %s is back; it is not saved yet."),
                info->written_at);
    to_changes(s);
    if (s->card->op)
        card_save_flow_send(s);
    card_draft_free(info);
}

/* --- opening ------------------------------------------------------------------------------------
 */

static struct db_batch *batch(const struct scr_card *s)
{
    const char *id = s->card ? s->card->id : s->id;
    return s->iin ? card_open_batch(NULL, s->iin, s->purpose) : card_open_batch(id, NULL, NULL);
}

/* The card of an answer, or NULL: given up, or refused with err. */
static struct card *answer(const struct scr_card *s, const struct db_reply *reply,
                           struct error *err)
{
    struct card *c = reply ? card_read(reply, err) : NULL;
    if (c && s->view)
        c->writable = false;
    return c;
}

static void opened(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    struct card *card = answer(s, reply, &err);
    if (!card && reply && reply->lost)
        return; /* asked again by card_load_reconnected */
    if (!card) {
        if (reply)
            app_say_error(app, &err);
        app_pop(app, &s->base);
        return;
    }
    s->state = SCR_CARD_READY;
    restore(s, card, &err);
    card_load_take(s, card);
    restored(s, &err);
}

void card_load_open(struct scr_card *s)
{
    s->state = SCR_CARD_OPENING;
    app_send(s->app, &s->base, APP_MODAL | APP_CANCEL | APP_QUIET, batch(s), opened, s);
}

/* F-1: a new card has its application from the beginning. */
static void add_application(struct card *c)
{
    for (int i = 0; i < c->nlists; i++) {
        if (str_same(c->edition->entries[i].section->table, CARD_APPLICATION) &&
            c->lists[i].count == 0)
            card_add_row(c, i);
    }
}

/* What was typed in the search: names in the order of the form, IIN, birth date. */
static void carry_over(struct record *r, const char *iin, const char *const names[2],
                       const char *birth_date)
{
    int name = 0;
    for (int f = 0; f < r->count; f++) {
        const struct field *field = &r->section->fields[f];
        if ((field->flags & FIELD_NAME) && names && name < 2)
            record_set(r, f, names[name++]);
        else if (field->type == FIELD_IIN && iin)
            record_set(r, f, iin);
        else if ((field->flags & FIELD_FROM_IIN) && field->type == FIELD_DATE && birth_date)
            record_set(r, f, birth_date);
    }
    for (int f = 0; f < r->count; f++) {
        if (r->value[f])
            record_settle(r, f);
    }
}

void card_load_fresh(struct scr_card *s, const char *iin, const char *const names[2],
                     const char *birth_date)
{
    struct card *c = card_new();
    struct error err;
    int first = 0;
    carry_over(card_single(c, 0, &first), iin, names, birth_date);
    restore(s, c, &err);
    add_application(c);
    s->state = SCR_CARD_READY;
    card_load_take(s, c);
    restored(s, &err);
}

static void opened_again(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    struct card *fresh = answer(s, reply, &err);
    if (!fresh) {
        if (reply)
            app_say_error(app, &err);
        return;
    }
    s->stale = app_top(app) != &s->base;
    if (s->stale || s->state != SCR_CARD_READY) {
        /* A dialog above holds on to the records, so later; or a save does, whose answer is newer.
         */
        card_free(fresh);
        return;
    }
    bool typed = card_changed(s->card);
    bool carried = !typed || draft_carry(s->card, fresh, &err);
    card_load_take(s, fresh);
    card_draft_write(s);
    if (!carried)
        app_say_error(app, &err);
}

void card_load_again(struct scr_card *s)
{
    if (s->card->id)
        app_send(s->app, &s->base, APP_MODAL | APP_QUIET, batch(s), opened_again, s);
}

/* The new session has to open the card before it may save it. */
static void opened_to_save(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    struct card *fresh = answer(s, reply, &err);
    if (fresh)
        card_save_flow_send(s);
    else if (reply && !reply->lost) {
        s->state = SCR_CARD_READY;
        app_say_error(app, &err);
    }
    card_free(fresh);
}

void card_load_reconnected(struct scr_card *s)
{
    switch (s->state) {
    case SCR_CARD_OPENING:
        card_load_open(s);
        break;
    case SCR_CARD_READY:
        card_load_again(s);
        break;
    case SCR_CARD_SAVING:
        break; /* cannot be: its answer comes before the reconnection */
    case SCR_CARD_WAITING:
    case SCR_CARD_UNKNOWN:
        if (s->card->id)
            app_send(s->app, &s->base, APP_MODAL | APP_QUIET, batch(s), opened_to_save, s);
        else
            card_save_flow_send(s);
        break;
    }
}
