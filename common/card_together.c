/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two valid saves that do not fit together: different fields of one row, or two rows, so neither
   went over the other's values, but a rule keeps both (a CHECK, an exclusion). Whoever saves second
   is shown what the first has saved, as in any conflict. */
#include <stdlib.h>
#include <string.h>

#include "common/card_inner.h"
#include "common/provenance.h"
#include "common/util.h"

static const struct card_list *list_of(const struct card *c, const char *table)
{
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, table))
            return &c->lists[i];
    return NULL;
}

static struct record *row_of(const struct card *c, const char *table, const char *id)
{
    const struct card_list *list = list_of(c, table);
    for (int i = 0; list && id && i < list->count; i++)
        if (str_same(list->rows[i]->id, id))
            return list->rows[i];
    return NULL;
}

/* A field in which the row differs from what it was when it was loaded here; -1: none. */
static int changed_field(const struct record *mine, const struct record *now)
{
    for (int i = 0; i < now->count; i++)
        if (!(now->section->fields[i].flags & FIELD_AUTO) && !str_same(mine->old[i], now->value[i]))
            return i;
    return -1;
}

static int first_filled(const struct record *r)
{
    for (int i = 0; i < r->count; i++)
        if (r->value[i] && !(r->section->fields[i].flags & FIELD_AUTO))
            return i;
    return -1;
}

static struct record *first_changed(const struct card *c, const char *table)
{
    const struct card_list *list = list_of(c, table);
    for (int i = 0; list && i < list->count; i++)
        if (record_changed(list->rows[i]))
            return list->rows[i];
    return NULL;
}

/* The card may have been saved again since, by others and elsewhere: the field's own stamp counts.
 */
static bool found(struct card_conflict *k, const struct record *now, int field)
{
    k->now = record_copy(now);
    k->field = field;
    str_set(&k->theirs, now->value[field]);
    free(k->who);
    free(k->when);
    provenance_last(now, field, &k->who, &k->when);
    return true;
}

bool card_together_may(const struct error *err)
{
    return strcmp(err->sqlstate, "23514") == 0 || strcmp(err->sqlstate, "23P01") == 0;
}

bool card_together(const struct card *c, const struct card *fresh, const struct error *err,
                   struct card_conflict *k)
{
    if (!card_together_may(err))
        return false;
    if (!k->record)
        k->record = first_changed(c, err->table);
    if (!k->record)
        return false;
    const char *table = k->record->section->table;
    const struct record *now = row_of(fresh, table, k->record->id);
    int field = now ? changed_field(k->record, now) : -1;
    if (field >= 0)
        return found(k, now, field);
    const struct card_list *list = list_of(fresh, table);
    for (int i = 0; list && list->section->kind != SECTION_SINGLE && i < list->count; i++) {
        const struct record *other = list->rows[i], *known = row_of(c, table, other->id);
        field = known ? changed_field(known, other) : first_filled(other);
        if (field >= 0 && (!now || other != now)) {
            k->beside = true;
            return found(k, other, field);
        }
    }
    return false;
}

void card_together_settle(const struct card_conflict *k, bool mine)
{
    struct record *r = k->record;
    for (int i = 0; i < r->count && !k->beside; i++) {
        bool typed = record_field_changed(r, i);
        str_set(&r->old[i], k->now->value[i]);
        str_set(&r->old_reason[i], k->now->reason[i]);
        if (!mine && !typed) {
            record_set(r, i, k->now->value[i]);
            str_set(&r->reason[i], k->now->reason[i]);
        }
    }
}
