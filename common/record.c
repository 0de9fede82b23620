/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/record.h"

#include <stdlib.h>

#include "common/util.h"

struct record *record_new(const struct section *s)
{
    struct record *r = xcalloc(1, sizeof *r);
    r->section = s;
    while (s->fields && s->fields[r->count].name)
        r->count++;
    char ***slots[] = {&r->value, &r->old, &r->reason, &r->old_reason};
    for (size_t i = 0; i < COUNT(slots); i++)
        *slots[i] = xcalloc((size_t)r->count, sizeof(char *));
    return r;
}

void record_free(struct record *r)
{
    if (!r)
        return;
    char **lists[] = {r->value, r->old, r->reason, r->old_reason};
    for (size_t i = 0; i < COUNT(lists); i++) {
        for (int k = 0; k < r->count; k++)
            free(lists[i][k]);
        free(lists[i]);
    }
    free(r->id);
    stamps_free(r->stamps);
    free(r->annul_reason);
    free(r->old_annul_reason);
    free(r->former_iin);
    free(r->annulled_by);
    free(r->annulled_at);
    free(r->created_at);
    record_sent_done(r);
    free(r);
}

struct record *record_copy(const struct record *r)
{
    struct record *c = record_new(r->section);
    for (int i = 0; i < r->count; i++) {
        str_set(&c->value[i], r->value[i]);
        str_set(&c->old[i], r->old[i]);
        str_set(&c->reason[i], r->reason[i]);
        str_set(&c->old_reason[i], r->old_reason[i]);
    }
    str_set(&c->id, r->id);
    c->stamps = stamps_copy(r->stamps);
    str_set(&c->annul_reason, r->annul_reason);
    str_set(&c->old_annul_reason, r->old_annul_reason);
    str_set(&c->former_iin, r->former_iin);
    str_set(&c->annulled_by, r->annulled_by);
    str_set(&c->annulled_at, r->annulled_at);
    str_set(&c->created_at, r->created_at);
    return c;
}

int record_field(const struct record *r, const char *name)
{
    for (int i = 0; name && i < r->count; i++)
        if (str_same(r->section->fields[i].name, name))
            return i;
    return -1;
}

const char *record_get(const struct record *r, const char *name)
{
    int i = record_field(r, name);
    return i < 0 ? NULL : r->value[i];
}

void record_set(struct record *r, int field, const char *value)
{
    if (str_same(r->value[field], value))
        return;
    if (r->section->fields[field].type == FIELD_IIN)
        str_set(&r->former_iin, r->value[field]);
    if (r->value[field]) /* a reason may be there before its value while a card is read */
        str_set(&r->reason[field], NULL);
    str_set(&r->value[field], value);
}

bool record_field_changed(const struct record *r, int field)
{
    return !str_same(r->value[field], r->old[field]) ||
           !str_same(r->reason[field], r->old_reason[field]);
}

bool record_changed(const struct record *r)
{
    for (int i = 0; i < r->count; i++)
        if (record_field_changed(r, i))
            return true;
    return !str_same(r->annul_reason, r->old_annul_reason);
}

bool record_empty(const struct record *r)
{
    for (int i = 0; i < r->count; i++)
        if (r->value[i] && !(r->section->fields[i].flags & FIELD_AUTO))
            return false;
    return true;
}

void record_accept(struct record *r)
{
    for (int i = 0; i < r->count; i++) {
        str_set(&r->old[i], r->value[i]);
        str_set(&r->old_reason[i], r->reason[i]);
    }
    str_set(&r->old_annul_reason, r->annul_reason);
    record_sent_done(r);
}

void record_sent_add(struct record *r)
{
    int n = r->nsent * r->count;
    r->sent = xrealloc(r->sent, (size_t)(n + r->count + 1) * sizeof *r->sent);
    for (int i = 0; i < r->count; i++)
        r->sent[n + i] = NULL;
    r->nsent++;
}

void record_sent(struct record *r)
{
    record_sent_add(r);
    char **last = r->sent + (r->nsent - 1) * r->count;
    for (int i = 0; i < r->count; i++)
        str_set(&last[i], r->value[i]);
}

void record_sent_done(struct record *r)
{
    for (int i = 0; i < r->nsent * r->count; i++)
        free(r->sent[i]);
    free(r->sent);
    r->sent = NULL;
    r->nsent = 0;
}

bool record_sent_as(const struct record *r, const struct record *saved)
{
    for (int n = 0; n < r->nsent; n++) {
        bool same = true;
        for (int i = 0; same && i < r->count; i++)
            same = (r->section->fields[i].flags & FIELD_AUTO) ||
                   str_same(r->sent[n * r->count + i], saved->value[i]);
        if (same)
            return true;
    }
    return false;
}

void record_revert(struct record *r)
{
    for (int i = 0; i < r->count; i++) {
        record_set(r, i, r->old[i]);
        str_set(&r->reason[i], r->old_reason[i]);
    }
    str_set(&r->annul_reason, r->old_annul_reason);
}

/* The field that a condition names. The definition's test walks all forms, so that this never ends
 * the program. */
static int condition_field(const struct record *r, const struct condition *c, int field)
{
    int i = record_field(r, c->field);
    if (i < 0 || i >= field)
        die("section %s: the condition of %s names %s, which is not above it", r->section->name,
            r->section->fields[field].name, c->field);
    return i;
}

static bool holds(const struct condition *c, const char *value)
{
    if (!c->value)
        return value;
    if (!*c->value)
        return !value;
    return str_in_list(c->value, value);
}

bool record_applies(const struct record *r, int field)
{
    const struct condition *c = &r->section->fields[field].when;
    if (!c->field)
        return true;
    int i = condition_field(r, c, field);
    return record_applies(r, i) && holds(c, r->value[i]);
}

/* F-14: another field of the same blank is filled. */
static bool group_begun(const struct record *r, int field)
{
    const char *group = r->section->fields[field].group;
    for (int i = 0; group && i < r->count; i++)
        if (i != field && str_same(r->section->fields[i].group, group) && r->value[i] &&
            record_applies(r, i))
            return true;
    return false;
}

bool record_required(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    if (f->flags & FIELD_AUTO || !record_applies(r, field))
        return false;
    if (f->flags & FIELD_REQUIRED || group_begun(r, field))
        return true;
    if (!f->required.field)
        return false;
    int i = condition_field(r, &f->required, field);
    return record_applies(r, i) && holds(&f->required, r->value[i]);
}
