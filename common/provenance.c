/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/provenance.h"

#include <stdlib.h>

#include "common/clock.h"
#include "common/iin.h"
#include "common/json.h"
#include "common/util.h"

/* The stamp of the field's column, the row's own if it has none; NULL: never saved. The caller's.
 */
static char *stamp_of(const struct record *r, int field)
{
    char *stamp = NULL;
    if (r->meta && !json_member(r->meta, r->section->fields[field].name, &stamp))
        json_member(r->meta, "id", &stamp);
    return stamp;
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
static enum provenance kind_of(const struct record *r, int field, const char *stamp)
{
    unsigned flags = r->section->fields[field].flags;
    enum provenance kind = PROVENANCE_TYPED;
    char *checked = NULL, *how = NULL;
    json_member(stamp, "checked", &checked);
    json_member(stamp, "how", &how);
    if (checked)
        kind = PROVENANCE_CHECKED;
    else if (str_same(how, "recorded") && flags & (FIELD_RECORDED | FIELD_FROM_IIN))
        kind = PROVENANCE_RECORDED;
    else if (str_same(how, "import"))
        kind = PROVENANCE_IMPORTED;
    else if (str_same(how, "closed"))
        kind = PROVENANCE_CLOSED;
    else if (told_by_iin(r, field))
        kind = PROVENANCE_DERIVED;
    free(checked);
    free(how);
    return kind;
}

enum provenance provenance_of(const struct record *r, int field)
{
    if (!r->id || !r->value[field] || record_field_changed(r, field) ||
        r->section->fields[field].flags & FIELD_AUTO)
        return PROVENANCE_NONE;
    char *stamp = stamp_of(r, field);
    enum provenance kind = stamp ? kind_of(r, field, stamp) : PROVENANCE_NONE;
    free(stamp);
    return kind;
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
    if (!r->id || !r->old[field])
        return false;
    char *stamp = stamp_of(r, field), *checked = NULL, *how = NULL;
    json_member(stamp, "checked", &checked);
    json_member(stamp, "how", &how);
    bool current = r->section->fields[field].flags & FIELD_CURRENT;
    bool verified = checked || (!current && str_same(how, "import"));
    free(stamp);
    free(checked);
    free(how);
    return verified;
}

/* Almaty's time of a stamp, or NULL; the caller's. */
static char *local_time(const char *stamp)
{
    char *at = NULL, *text = NULL, iso[11];
    day d;
    int minute;
    json_member(stamp, "at", &at);
    if (clock_almaty(at, &d, &minute)) {
        day_iso(d, iso);
        text = xasprintf("%s %02d:%02d", iso, minute / 60, minute % 60);
    }
    free(at);
    return text;
}

void provenance_read(const struct record *r, int field, struct provenance_stamp *out)
{
    *out = (struct provenance_stamp){.kind = provenance_of(r, field)};
    if (out->kind == PROVENANCE_NONE)
        return;
    char *stamp = stamp_of(r, field), *checked = NULL;
    json_member(stamp, "by", &out->by);
    json_member(stamp, "centre", &out->centre);
    json_member(stamp, "checked", &checked);
    out->at = local_time(stamp);
    if (checked) {
        out->checked_at = local_time(checked);
        json_member(checked, "system", &out->system);
    }
    free(checked);
    free(stamp);
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
