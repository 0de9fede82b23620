/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card as JSON. Values are strings in stored form (dates YYYY-MM-DD, money with a point,
   codes), yes/no are true and false, what is empty is null; a code is followed by its words in the
   language under the column's name with "_text". */
#include "common/card.h"

#include <stdlib.h>

#include "common/json.h"
#include "common/util.h"

static void value_add(struct json *j, const struct field *f, const char *value,
                      const struct value_world *w)
{
    if (f->type == FIELD_BOOL && value)
        json_bool(j, f->name, *value == 't');
    else
        json_text(j, f->name, value);
    if ((f->type != FIELD_ENUM && f->type != FIELD_DICT) || !value)
        return;
    char *name = xasprintf("%s_text", f->name), *text = value_show(f, value, w);
    json_text(j, name, text);
    free(name);
    free(text);
}

/* The fields first .. first + n - 1 of a row. */
static void fields_add(struct json *j, const struct record *r, int first, int n,
                       const struct value_world *w)
{
    bool reasons = false;
    for (int i = first; i < first + n; i++)
        value_add(j, &r->section->fields[i], r->value[i], w);
    for (int i = first; i < first + n; i++)
        reasons = reasons || r->reason[i];
    if (!reasons)
        return;
    json_open(j, "reasons", '{');
    for (int i = first; i < first + n; i++)
        if (r->reason[i])
            json_text(j, r->section->fields[i].name, r->reason[i]);
    json_close(j);
}

static void row_add(struct json *j, const struct record *r, const struct value_world *w)
{
    json_open(j, NULL, '{');
    json_text(j, "id", r->id);
    fields_add(j, r, 0, r->count, w);
    if (r->annul_reason) {
        json_open(j, "annulled", '{');
        json_text(j, "reason", r->annul_reason);
        json_text(j, "by", r->annulled_by);
        json_text(j, "at", r->annulled_at);
        json_close(j);
    }
    json_close(j);
}

static void section_add(struct json *j, const struct card *c, int entry,
                        const struct value_world *w)
{
    const char *number = c->edition->entries[entry].number;
    const struct section *s = c->lists[entry].section;
    int first, n = 0;
    struct record *single = card_single(c, entry, &first);
    while (s->fields && s->fields[n].name)
        n++;
    if (single) {
        json_open(j, number, '{');
        fields_add(j, single, first, n, w);
        json_close(j);
    } else if (s->table) {
        json_open(j, number, '[');
        for (int i = 0; i < c->lists[entry].count; i++)
            row_add(j, c->lists[entry].rows[i], w);
        json_close(j);
    }
}

static void head_add(struct json *j, const struct card *c)
{
    json_text(j, "id", c->id);
    json_text(j, "edition", c->edition->id);
    json_open(j, "centre", '{');
    json_text(j, "id", c->centre_id);
    json_text(j, "kk", c->centre_kk);
    json_text(j, "ru", c->centre_ru);
    json_close(j);
    json_text(j, "status", c->status);
    json_text(j, "checked_at", c->checked_at);
    json_text(j, "checked_system", c->checked_system);
    json_text(j, "checked_result", c->checked_result);
    if (c->checked_at)
        json_bool(j, "checked_differs", c->checked_differs);
    else
        json_text(j, "checked_differs", NULL);
    json_text(j, "next_visit", c->next_visit);
    json_number(j, "open_referrals", c->open_referrals);
    json_number(j, "overdue_visits", c->overdue_visits);
    json_bool(j, "unemployed_once", c->unemployed_once);
    json_text(j, "created_at", c->created_at);
    json_text(j, "created_by", c->created_by);
    json_text(j, "updated_at", c->updated_at);
    json_text(j, "updated_by", c->updated_by);
}

char *card_json(const struct card *c, const struct value_world *w)
{
    struct json j = {0};
    json_open(&j, NULL, '{');
    head_add(&j, c);
    json_open(&j, "sections", '{');
    for (int i = 0; i < c->nlists; i++)
        section_add(&j, c, i, w);
    json_close(&j);
    json_close(&j);
    return json_take(&j);
}
