/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/provenance.h"

#include <stdlib.h>

#include "common/clock.h"
#include "common/iin.h"
#include "common/util.h"

static const struct stamp *stamp_of(const struct record *r, int field)
{
    return stamps_get(r->stamps, r->section->fields[field].name);
}

/* What the IIN of the record tells of the field. */
static bool told_by_iin(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    const char *iin = record_get(r, "iin");
    char birth[11], sex[2] = "";
    if (!(f->flags & FIELD_FROM_IIN) || !iin || r->reason[field])
        return false;
    if (f->type == FIELD_DATE)
        return iin_birth(iin, birth) && str_same(birth, r->value[field]);
    sex[0] = iin_sex(iin);
    return *sex && str_same(sex, r->value[field]);
}

/* Only what changes by a document was changed by it; the rest of that save was typed. */
static enum provenance kind_of(const struct record *r, int field, const struct stamp *stamp)
{
    unsigned flags = r->section->fields[field].flags;
    if (stamp->checked)
        return PROVENANCE_CHECKED;
    if (str_same(stamp->how, "recorded") && flags & (FIELD_RECORDED | FIELD_FROM_IIN))
        return PROVENANCE_RECORDED;
    if (str_same(stamp->how, "import"))
        return PROVENANCE_IMPORTED;
    if (str_same(stamp->how, "closed"))
        return PROVENANCE_CLOSED;
    return told_by_iin(r, field) ? PROVENANCE_DERIVED : PROVENANCE_TYPED;
}

enum provenance provenance_of(const struct record *r, int field)
{
    if (!r->id || !r->value[field] || record_field_changed(r, field) ||
        r->section->fields[field].flags & FIELD_AUTO)
        return PROVENANCE_NONE;
    const struct stamp *stamp = stamp_of(r, field);
    return stamp ? kind_of(r, field, stamp) : PROVENANCE_NONE;
}

char provenance_mark(enum provenance kind)
{
    static const char marks[] = {
        [PROVENANCE_NONE] = ' ',    [PROVENANCE_TYPED] = ':',    [PROVENANCE_DERIVED] = '=',
        [PROVENANCE_CLOSED] = ':',  [PROVENANCE_IMPORTED] = '<', [PROVENANCE_RECORDED] = '#',
        [PROVENANCE_CHECKED] = '+',
    };
    return marks[kind];
}

bool provenance_verified(const struct record *r, int field)
{
    const struct stamp *stamp = r->id && r->old[field] ? stamp_of(r, field) : NULL;
    bool current = r->section->fields[field].flags & FIELD_CURRENT;
    return stamp && (stamp->checked || (!current && str_same(stamp->how, "import")));
}

/* Almaty's time of a stamp's, or NULL; the caller's. */
static char *local_time(const char *at)
{
    char iso[11];
    day d;
    int minute;
    if (!clock_almaty(at, &d, &minute))
        return NULL;
    day_iso(d, iso);
    return xasprintf("%s %02d:%02d", iso, minute / 60, minute % 60);
}

void provenance_last(const struct record *r, int field, char **by, char **at)
{
    const struct stamp *stamp = stamp_of(r, field);
    *by = xstrdup(stamp ? stamp->by : NULL);
    *at = local_time(stamp ? stamp->at : NULL);
}

void provenance_read(const struct record *r, int field, struct provenance_stamp *out)
{
    *out = (struct provenance_stamp){.kind = provenance_of(r, field)};
    if (out->kind == PROVENANCE_NONE)
        return;
    const struct stamp *stamp = stamp_of(r, field);
    out->by = xstrdup(stamp->by);
    out->centre = xstrdup(stamp->centre);
    out->system = xstrdup(stamp->system);
    out->at = local_time(stamp->at);
    out->checked_at = local_time(stamp->checked_at);
}

void provenance_done(struct provenance_stamp *s)
{
    free(s->by);
    free(s->centre);
    free(s->at);
    free(s->checked_at);
    free(s->system);
    *s = (struct provenance_stamp){.kind = PROVENANCE_NONE};
}
