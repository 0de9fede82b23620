/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the card, in the order of the form, and the way from one problem to the next
   (K-18). */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

enum { EACH = 64 };

/* A row that is to be checked: changed ones before a save; those in sight for F8. */
static bool wanted(const struct scr_card *s, int entry, const struct record *r, bool changed_only)
{
    const struct span *page = &s->pages[s->page];
    bool opening = !s->card->id && str_same(r->section->table, CARD_APPLICATION);
    if (r->annul_reason)
        return false;
    if (record_changed(r) || opening)
        return true;
    return !changed_only && (r->id || !record_empty(r)) && entry >= page->first &&
           entry <= page->last;
}

static bool on_page(const struct scr_card *s, const struct problem *p)
{
    const struct span *page = &s->pages[s->page];
    int entry = body_entry_of(s->card, p->record, p->field);
    return entry >= page->first && entry <= page->last;
}

/* A record of several pages that is not changed is shown as far as it is on this page. */
static int check(struct scr_card *s, struct record *r, bool changed_only, struct problem *out)
{
    int n = record_check(r, &s->app->session.world, out, EACH), kept = 0;
    for (int i = 0; i < n && i < EACH; i++) {
        if (changed_only || record_changed(r) || on_page(s, &out[i]))
            out[kept++] = out[i];
    }
    return kept;
}

/* A new card begins with the application; else the order is that of the form. */
static bool begins(const struct scr_card *s, int entry)
{
    return !s->card->id && str_same(s->card->lists[entry].section->table, CARD_APPLICATION);
}

int card_problems_find(struct scr_card *s, bool changed_only, struct problem **list)
{
    struct problem *out = NULL;
    int n = 0, count = s->card->nlists;
    for (int turn = 0; turn < 2 * count; turn++) {
        int i = turn % count;
        if (begins(s, i) != (turn < count))
            continue;
        const struct card_list *rows = &s->card->lists[i];
        int first = 0;
        bool shared = card_single(s->card, i, &first) != NULL;
        for (int k = 0; k < rows->count; k++) {
            struct record *r = rows->rows[k];
            /* Of a record that several sections share, the first one that wants it asks. */
            if ((shared && n && out[n - 1].record == r) || (shared && first && changed_only) ||
                !wanted(s, i, r, changed_only))
                continue;
            out = xrealloc(out, ((size_t)n + EACH) * sizeof *out);
            n += check(s, r, changed_only, out + n);
        }
    }
    *list = out;
    return n;
}

/* Where a problem stands: section, row, field. */
static void position(const struct scr_card *s, const struct record *r, int field, int at[3])
{
    int entry = body_entry_of(s->card, r, field);
    const struct card_list *list = entry >= 0 ? &s->card->lists[entry] : NULL;
    at[0] = entry >= 0 && begins(s, entry) ? -1 : entry;
    at[1] = 0;
    at[2] = field;
    for (int i = 0; list && i < list->count; i++) {
        if (list->rows[i] == r)
            at[1] = i;
    }
}

static bool behind(const int a[3], const int b[3])
{
    for (int i = 0; i < 3; i++) {
        if (a[i] != b[i])
            return a[i] > b[i];
    }
    return false;
}

void card_problems_next(struct scr_card *s)
{
    struct problem *list;
    if (!s->body->ops->take(s->body))
        return;
    int n = card_problems_find(s, false, &list), chosen = -1, first = -1, here[3] = {-2, -1, -1};
    struct body_place place;
    s->body->ops->place(s->body, &place);
    if (place.record)
        position(s, place.record, place.field, here);
    for (int i = 0; i < n && chosen < 0; i++) {
        int at[3];
        position(s, list[i].record, list[i].field, at);
        if (list[i].strength == CHECK_NOTE)
            continue;
        first = first < 0 ? i : first;
        if (behind(at, here))
            chosen = i;
    }
    if (first < 0) {
        app_say(s->app, SAY_INFO, 0, "%s", _("There is no problem in this section."));
    } else {
        const struct problem *p = &list[chosen < 0 ? first : chosen];
        struct body_place to = {.entry = body_entry_of(s->card, p->record, p->field),
                                .record = p->record,
                                .field = p->field};
        card_pages_show(s, &to);
        const char *context = s->card->edition->entries[to.entry].section->name;
        app_say_about(s->app, SAY_NOTE, p->number,
                      i18n_caption(context, p->record->section->fields[p->field].caption), p->text);
    }
    free(list);
}
