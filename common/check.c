/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_check and record_settle: what is wrong in a record, and what follows from a change. */
#include <stdio.h>
#include <stdlib.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/record.h"
#include "common/utf8.h"
#include "common/util.h"

/* Where the problems go. */
struct findings {
    struct record *record;
    const struct value_world *world;
    struct problem *out;
    int max, count;
};

static void add(struct findings *found, int field, enum strength strength, bool missing, int number,
                const char *text)
{
    if (strength == CHECK_REASON && found->record->reason[field])
        return;
    if (found->count == found->max)
        return;
    struct problem *p = &found->out[found->count++];
    *p = (struct problem){.record = found->record,
                          .field = field,
                          .strength = strength,
                          .missing = missing,
                          .number = number};
    if (snprintf(p->text, sizeof p->text, "%s", text) >= (int)sizeof p->text)
        utf8_cut(p->text);
}

static const struct field *field_at(const struct findings *found, int field)
{
    return &found->record->section->fields[field];
}

static void check_missing(struct findings *found, int field)
{
    const struct field *f = field_at(found, field);
    if (!record_required(found->record, field))
        return;
    bool group = f->group && !(f->flags & FIELD_REQUIRED);
    add(found, field, CHECK_IMPOSSIBLE, true, group ? MESSAGE_GROUP : MESSAGE_MISSING,
        group ? _("part of this blank is filled: fill this in too, or empty the other part")
              : _("this has to be filled in"));
}

static bool check_value(struct findings *found, int field)
{
    struct error err = {0};
    if (value_check(field_at(found, field), found->record->value[field], found->world, &err))
        return true;
    char *text = error_text(&err);
    add(found, field, CHECK_IMPOSSIBLE, false, err.number, text);
    free(text);
    return false;
}

/* Impossible only if the whole of one period lies before the other begins: a year is not before a
 * day in it. */
static void check_order(struct findings *found, int field)
{
    const struct field *f = field_at(found, field);
    const struct record *r = found->record;
    int above = record_field(r, f->not_before);
    day first, last, above_first, above_last;
    if (above < 0 || !value_days(r->value[field], &first, &last) ||
        !value_days(r->value[above], &above_first, &above_last) || last >= above_first)
        return;
    char *other = value_show(&r->section->fields[above], r->value[above], found->world);
    char *text = xasprintf(_("this lies before %s, the date above that it cannot precede: correct "
                             "one of the two"),
                           other);
    add(found, field, CHECK_IMPOSSIBLE, false, MESSAGE_ORDER, text);
    free(text);
    free(other);
}

static void check_at_most(struct findings *found, int field)
{
    const struct field *f = field_at(found, field);
    const struct record *r = found->record;
    int above = record_field(r, f->at_most);
    if (above < 0 || !r->value[above] ||
        strtod(r->value[field], NULL) <= strtod(r->value[above], NULL))
        return;
    char *other = value_show(&r->section->fields[above], r->value[above], found->world);
    char *text = xasprintf(_("this is more than %s, which stands above"), other);
    add(found, field, CHECK_NOTE, false, MESSAGE_AT_MOST, text);
    free(text);
    free(other);
}

static void check_parent(struct findings *found, int field)
{
    const struct field *f = field_at(found, field);
    const char *parent = record_get(found->record, f->parent);
    if (f->type != FIELD_DICT || !parent)
        return;
    const struct dict_word *word =
        dict_find(found->world->dicts, f->dict, found->record->value[field]);
    if (word && word->parent && !str_same(word->parent, parent))
        add(found, field, CHECK_IMPOSSIBLE, false, MESSAGE_PARENT,
            _("this does not lie in what is chosen above: choose one of the two anew"));
}

/* A day due that nobody works on (Z-11); said when it is typed, not for ever after. */
static void check_day_off(struct findings *found, int field)
{
    const struct record *r = found->record;
    day d = day_parse_iso(r->value[field]);
    if (d == DAY_NONE || !record_field_changed(r, field) ||
        calendar_working(found->world->calendar, d))
        return;
    char shown[11];
    day_show(d, shown);
    char *text = xasprintf(_("%s, %s, is a day off"), shown, value_weekday(d));
    add(found, field, CHECK_NOTE, false, MESSAGE_DAY_OFF, text);
    free(text);
}

static int iin_field(const struct record *r)
{
    for (int i = 0; i < r->count; i++)
        if (r->section->fields[i].type == FIELD_IIN)
            return i;
    return -1;
}

/* What the IIN tells for that field: "" if nothing. out has 11 bytes. */
static void derive(const struct field *f, const char *iin, char out[11])
{
    out[0] = '\0';
    if (!iin_valid(iin))
        return;
    if (f->type == FIELD_ENUM) {
        out[0] = iin_sex(iin);
        out[1] = '\0';
    } else if (!iin_birth(iin, out)) {
        out[0] = '\0';
    }
}

static void check_iin(struct findings *found, int field)
{
    int i = iin_field(found->record);
    if (i < 0 || !iin_valid(found->record->value[i]))
        return;
    char told[11];
    derive(field_at(found, field), found->record->value[i], told);
    if (!told[0]) {
        add(found, field, CHECK_REASON, false, MESSAGE_IIN_SILENT,
            _("the IIN does not tell this: type from which document it is taken"));
    } else if (!str_same(told, found->record->value[field])) {
        char *shown = value_show(field_at(found, field), told, found->world);
        char *text = xasprintf(_("the IIN tells %s: correct it, or type the reason"), shown);
        add(found, field, CHECK_REASON, false, MESSAGE_IIN_DIFFERS, text);
        free(text);
        free(shown);
    }
}

int record_check(struct record *r, const struct value_world *w, struct problem *out, int max)
{
    struct findings found = {.record = r, .world = w, .out = out, .max = max};
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if (f->flags & FIELD_AUTO || !record_applies(r, i))
            continue;
        if (!r->value[i]) {
            check_missing(&found, i);
            continue;
        }
        if (!check_value(&found, i))
            continue;
        if (f->not_before)
            check_order(&found, i);
        if (f->parent)
            check_parent(&found, i);
        if (f->flags & FIELD_FROM_IIN)
            check_iin(&found, i);
        if (f->at_most)
            check_at_most(&found, i);
        if (str_same(r->section->due, f->name))
            check_day_off(&found, i);
    }
    return found.count;
}

static bool clear(struct record *r, int field)
{
    if (!r->value[field])
        return false;
    record_set(r, field, NULL);
    return true;
}

/* A value that is empty, or is what the former IIN told, follows the new one; one typed by hand
 * stays. */
static bool follow_iin(struct record *r, int iin)
{
    bool changed = false;
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if (!(f->flags & FIELD_FROM_IIN) || r->reason[i])
            continue;
        char before[11], now[11];
        derive(f, r->former_iin, before);
        derive(f, r->value[iin], now);
        bool follows = !r->value[i] || (before[0] && str_same(r->value[i], before));
        if (!follows || str_same(r->value[i], now))
            continue;
        record_set(r, i, now);
        changed = true;
    }
    str_set(&r->former_iin, r->value[iin]); /* a second call changes nothing */
    return changed;
}

/* Words under a parent that has changed, and those under them. */
static bool clear_children(struct record *r, int parent)
{
    bool changed = false;
    const char *name = r->section->fields[parent].name;
    for (int i = parent + 1; i < r->count; i++) {
        const char *above = r->section->fields[i].parent;
        if (above && str_same(above, name) && clear(r, i)) {
            clear_children(r, i);
            changed = true;
        }
    }
    return changed;
}

bool record_settle(struct record *r, int field_just_changed)
{
    bool changed = false;
    if (field_just_changed >= 0) {
        changed = clear_children(r, field_just_changed);
        if (r->section->fields[field_just_changed].type == FIELD_IIN)
            changed = follow_iin(r, field_just_changed) || changed;
    }
    /* Conditions look upwards only, so one walk is enough. */
    for (int i = 0; i < r->count; i++)
        if (!(r->section->fields[i].flags & FIELD_AUTO) && !record_applies(r, i))
            changed = clear(r, i) || changed;
    return changed;
}
