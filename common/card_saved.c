/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a save: what the card is now, or what stands in the way and where. */
#include "common/card_inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/guard.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/util.h"

static int count_of(const struct db_result *r, const char *column)
{
    const char *value = db_get_named(r, 0, column);
    return value ? (int)strtol(value, NULL, 10) : 0;
}

static void facts_load(struct card *c, const struct db_result *r)
{
    str_set(&c->status, db_get_named(r, 0, "status"));
    str_set(&c->next_visit, db_get_named(r, 0, "next_visit"));
    c->overdue_visits = count_of(r, "overdue_visits");
    c->open_referrals = count_of(r, "open_referrals");
    c->unemployed_once = str_same(db_get_named(r, 0, "unemployed_once"), "t");
}

static void done(struct card *c, const struct db_reply *reply)
{
    const struct db_result *end = reply->results[c->nsaving - 1];
    for (int i = 0; i < c->nsaving; i++) {
        struct record *r = c->saving[i];
        if (r && !r->id)
            str_set(&r->id, db_get_named(reply->results[i], 0, "id"));
        if (r)
            record_accept(r);
    }
    str_set(&c->id, db_get_named(end, 0, "card_id"));
    str_set(&c->updated_at, db_get_named(end, 0, "updated_at"));
    str_set(&c->updated_by, db_get_named(end, 0, "updated_by"));
    str_set(&c->recorded_reason, NULL);
    str_set(&c->recorded_doc, NULL);
    str_set(&c->recorded_doc_on, NULL);
    str_set(&c->op, NULL);
    facts_load(c, end);
    card_rows_load(c, reply, c->nsaving);
}

/* Nothing was done: the next try is another operation. */
static void undone(struct card *c)
{
    str_set(&c->op, NULL);
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++)
            record_sent_done(c->lists[i].rows[k]);
}

static struct record *record_find(const struct card *c, const char *table, const char *id)
{
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++) {
            struct record *r = c->lists[i].rows[k];
            if (str_same(r->section->table, table) && r->id && str_same(r->id, id))
                return r;
        }
    return NULL;
}

static void conflict_read(const struct card *c, const char *detail, struct card_conflict *k)
{
    char *table, *id, *field;
    json_member(detail, "table", &table);
    json_member(detail, "id", &id);
    json_member(detail, "field", &field);
    json_member(detail, "theirs", &k->theirs);
    json_member(detail, "who", &k->who);
    json_member(detail, "when", &k->when);
    k->record = record_find(c, table, id);
    k->field = k->record ? record_field(k->record, field ? field : "") : -1;
    free(table);
    free(id);
    free(field);
}

/* Does the constraint's name hold the column's as whole words? */
static bool names_column(const char *constraint, const char *column)
{
    size_t n = strlen(column);
    for (const char *at = constraint; (at = strstr(at, column)); at++)
        if ((at == constraint || at[-1] == '_') && (!at[n] || at[n] == '_'))
            return true;
    return false;
}

/* The field that the server's error is about: by its column, else the longest that the constraint's
 * name holds. */
static int field_of(const struct record *r, const struct error *err)
{
    int field = *err->column ? record_field(r, err->column) : -1;
    size_t longest = 0;
    if (field >= 0)
        return field;
    for (int i = 0; i < r->count; i++) {
        const char *column = r->section->fields[i].name;
        if (strlen(column) > longest && names_column(err->constraint, column)) {
            longest = strlen(column);
            field = i;
        }
    }
    return field;
}

/* Where in the card: the section's number and the field's caption. */
static void place(const struct card *c, const struct record *r, int field, struct error *err)
{
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->lists[i].section;
        if (!s->table || strcmp(s->table, r->section->table) != 0)
            continue;
        for (const struct field *f = s->fields; field >= 0 && f->name; f++)
            if (strcmp(f->name, r->section->fields[field].name) == 0) {
                error_where(err, "%s. %s", c->edition->entries[i].number,
                            i18n_caption(s->name, f->caption));
                return;
            }
        if (field < 0 && s->kind != SECTION_SINGLE)
            error_where(err, "%s. %s", c->edition->entries[i].number,
                        i18n_caption(s->name, s->caption));
    }
}

static enum save_outcome refused(const struct card *c, const struct db_reply *reply,
                                 struct card_conflict *k, struct error *err)
{
    guard_error(reply, err);
    if (reply->failed >= 0 && reply->failed < c->nsaving)
        k->record = c->saving[reply->failed];
    if (k->record) {
        k->field = field_of(k->record, err);
        place(c, k->record, k->field, err);
    }
    if (strcmp(err->sqlstate, "MS410") == 0) {
        json_member(reply->detail, "by", &k->who);
        json_member(reply->detail, "at", &k->when);
    }
    return SAVE_REFUSED;
}

enum save_outcome card_saved(struct card *c, const struct db_reply *reply,
                             struct card_conflict *conflict, struct error *err)
{
    const struct error *e = &reply->error;
    *conflict = (struct card_conflict){.field = -1};
    error_set(err, "%s", "");
    if (reply->ok) {
        done(c, reply);
        return SAVE_DONE;
    }
    if (reply->lost) {
        *err = *e;
        error_remedy(err, _("What was typed is kept; the save is repeated after reconnecting"));
        return SAVE_UNKNOWN;
    }
    if (strcmp(e->sqlstate, "MS208") == 0) {
        guard_error(reply, err);
        str_set(&c->id, e->detail);
        str_set(&c->op, NULL);
        return SAVE_DONE;
    }
    undone(c);
    if (strcmp(e->sqlstate, "23505") == 0 && strcmp(e->constraint, "card_iin_key") == 0 && !c->id) {
        guard_error(reply, err);
        return SAVE_EXISTS;
    }
    enum save_outcome outcome = refused(c, reply, conflict, err);
    if (strcmp(e->sqlstate, "MS409") == 0) {
        conflict_read(c, reply->detail, conflict);
        outcome = conflict->record ? SAVE_CONFLICT : SAVE_REFUSED;
    }
    return outcome;
}

void card_conflict_done(struct card_conflict *k)
{
    free(k->theirs);
    free(k->who);
    free(k->when);
    record_free(k->now);
    *k = (struct card_conflict){.field = -1};
}

void card_conflict_settle(const struct card_conflict *k, bool mine)
{
    struct record *r = k->record;
    if (!r)
        return;
    str_set(k->field >= 0 ? &r->old[k->field] : &r->old_annul_reason, k->theirs);
    if (mine)
        return;
    if (k->field >= 0)
        record_set(r, k->field, k->theirs);
    else
        str_set(&r->annul_reason, k->theirs);
}
