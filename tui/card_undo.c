/* SPDX-License-Identifier: GPL-3.0-or-later */
/* K-3: Ctrl+Z with no field changed offers to take back the last save of this card. That is a new
   save with the old values, under the same rules; rows that were added are annulled. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"

struct change {
    struct change *next;
    struct record *record; /* until the save is over: then row has its id */
    int entry;
    char *row;
    int field; /* -1: the annulment, or (added) the row itself */
    bool added;
    char *was, *is;
};

static void free_all(struct change **list)
{
    while (*list) {
        struct change *c = *list;
        *list = c->next;
        free(c->row);
        free(c->was);
        free(c->is);
        free(c);
    }
}

static void note(struct scr_card *s, int entry, struct record *r, int field)
{
    struct change *c = xcalloc(1, sizeof *c);
    *c = (struct change){.next = s->sending, .record = r, .entry = entry, .field = field};
    c->added = !r->id;
    c->was = xstrdup(field < 0 ? r->old_annul_reason : r->old[field]);
    c->is = xstrdup(field < 0 ? r->annul_reason : r->value[field]);
    s->sending = c;
}

static void note_record(struct scr_card *s, int entry, struct record *r)
{
    bool single = s->card->edition->entries[entry].section->kind == SECTION_SINGLE;
    if (!r->id && !single) {
        if (!record_empty(r))
            note(s, entry, r, -1);
        return;
    }
    if (!str_same(r->annul_reason, r->old_annul_reason))
        note(s, entry, r, -1);
    for (int f = 0; f < r->count; f++) {
        if (!str_same(r->value[f], r->old[f]))
            note(s, entry, r, f);
    }
}

void card_undo_sending(struct scr_card *s)
{
    free_all(&s->sending);
    if (!s->card->id)
        return; /* a card is not taken back */
    for (int i = 0; i < s->card->nlists; i++) {
        int first = 0;
        card_single(s->card, i, &first);
        for (int k = 0; k < s->card->lists[i].count && first == 0; k++) {
            struct record *r = s->card->lists[i].rows[k];
            if (record_changed(r))
                note_record(s, i, r);
        }
    }
}

void card_undo_saved(struct scr_card *s)
{
    free_all(&s->undo);
    s->undo = s->sending;
    s->sending = NULL;
    for (struct change *c = s->undo; c; c = c->next) {
        c->row = xstrdup(c->record->id);
        c->record = NULL;
    }
}

void card_undo_done(struct scr_card *s)
{
    free_all(&s->undo);
    free_all(&s->sending);
}

bool card_undo_can(const struct scr_card *s)
{
    return s->undo && s->card->writable && !card_changed(s->card) && !s->body->ops->dirty(s->body);
}

static struct record *find(const struct scr_card *s, const struct change *c)
{
    const struct card_list *list = &s->card->lists[c->entry];
    for (int i = 0; i < list->count; i++) {
        if (c->row && str_same(list->rows[i]->id, c->row))
            return list->rows[i];
    }
    return NULL;
}

/* Only what still is as it was saved goes back. */
static void take_back(struct scr_card *s, const struct change *c)
{
    struct record *r = find(s, c);
    if (!r)
        return;
    if (c->added && c->field < 0)
        str_set(&r->annul_reason, _("The save was taken back"));
    else if (c->field < 0 && str_same(r->annul_reason, c->is))
        str_set(&r->annul_reason, c->was);
    else if (c->field >= 0 && str_same(r->value[c->field], c->is))
        record_set(r, c->field, c->was);
}

static void answered(void *ctx, struct app *app, bool other)
{
    struct scr_card *s = ctx;
    (void)app;
    if (!other)
        return;
    for (const struct change *c = s->undo; c; c = c->next)
        take_back(s, c);
    s->body->ops->reload(s->body);
    card_save_flow_start(s);
}

void card_undo_ask(struct scr_card *s)
{
    int n = 0;
    for (const struct change *c = s->undo; c; c = c->next)
        n++;
    char *text = xasprintf(_("The last save of this card is taken back: %d change(s). The former "
                             "values are saved again; the history keeps both."),
                           n);
    app_push(s->app, dialog_question(s->app, _("Take back the last save"), text, _("leave it"),
                                     _("take it back"), answered, s));
    free(text);
}
