/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a card. One batch: save_begin, an INSERT for each new row, a guarded UPDATE for each
   changed one, save_end. Nothing knows a section here: the statements are made from the
   definitions. An UPDATE is guarded by the old values of the columns it changes, a composite
   group's together (F-14), and raises MS409 through must_hit if it hits no row: so different fields
   never collide. */
#include "common/card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "common/guard.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/util.h"

/* A statement while it grows: text and its parameters. */
struct statement {
    struct buf sql;
    const char **param;
    int count;
};

/* Adds a parameter, which must live until the statement is in the batch; returns its number. */
static int param(struct statement *d, const char *value)
{
    d->param = xrealloc(d->param, ((size_t)d->count + 1) * sizeof *d->param);
    d->param[d->count++] = value;
    return d->count;
}

static void statement_add(struct card *c, struct db_batch *b, struct statement *d, struct record *r)
{
    int index = db_batch_add(b, false, d->sql.s, d->count, d->param);
    c->saving = xrealloc(c->saving, ((size_t)index + 1) * sizeof(struct record *));
    c->saving[index] = r;
    c->nsaving = index + 1;
    buf_done(&d->sql);
    free(d->param);
    *d = (struct statement){0};
}

/* RFC 4122, version 4. */
static char *uuid_new(void)
{
    unsigned char u[16];
    if (getrandom(u, sizeof u, 0) != (ssize_t)sizeof u)
        die("no random numbers");
    u[6] = (unsigned char)((u[6] & 0x0f) | 0x40);
    u[8] = (unsigned char)((u[8] & 0x3f) | 0x80);
    struct buf text = {0};
    for (size_t i = 0; i < sizeof u; i++)
        buf_addf(&text, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", u[i]);
    return buf_take(&text);
}

static bool typed(const struct field *f)
{
    return !(f->flags & FIELD_AUTO);
}

/* The reasons that changed as a JSON object (null: taken back), or all that are given; NULL if
 * none. The caller's. */
static char *reasons_json(const struct record *r, bool changed_only)
{
    struct json j = {0};
    bool any = false;
    json_open(&j, NULL, '{');
    for (int i = 0; i < r->count; i++) {
        bool wanted =
            changed_only ? !str_same(r->reason[i], r->old_reason[i]) : !str_empty(r->reason[i]);
        if (wanted)
            json_text(&j, r->section->fields[i].name, r->reason[i]);
        any = any || wanted;
    }
    json_close(&j, '}');
    char *text = json_take(&j);
    if (any)
        return text;
    free(text);
    return NULL;
}

static void insert_add(struct card *c, struct db_batch *b, struct record *r)
{
    const struct section *s = r->section;
    struct statement d = {0};
    struct buf values = {0}, returning = {0};
    char *reasons = reasons_json(r, false);
    int n = param(&d, reasons ? reasons : "{}");
    buf_addf(&d.sql, "insert into %s (reasons", s->table);
    buf_addf(&values, "$%d::jsonb", n);
    if (strcmp(s->table, "card") == 0) {
        buf_add(&d.sql, ", edition");
        buf_addf(&values, ", $%d::text", param(&d, c->edition->id));
    }
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &s->fields[i];
        if (!typed(f))
            buf_addf(&returning, ", %s", f->name);
        if (!typed(f) || !r->value[i])
            continue;
        buf_addf(&d.sql, ", %s", f->name);
        buf_addf(&values, ", $%d::%s", param(&d, r->value[i]), card_cast(f));
    }
    buf_addf(&d.sql, ") values (%s) returning id%s", values.s, returning.s ? returning.s : "");
    statement_add(c, b, &d, r);
    buf_done(&values);
    buf_done(&returning);
    free(reasons);
}

/* Does the field's old value belong to the guard: it changes, or one of its group does? */
static bool guarded(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    if (!typed(f))
        return false;
    if (record_field_changed(r, field))
        return true;
    for (int i = 0; f->group && i < r->count; i++) {
        const struct field *g = &r->section->fields[i];
        if (g->group && strcmp(g->group, f->group) == 0 && record_field_changed(r, i))
            return true;
    }
    return false;
}

/* One column of the guard: its condition, and name and old value for must_hit. */
static void guard_add(struct statement *d, struct buf *where, struct buf *names, struct buf *olds,
                      const char *column, const char *cast, const char *old)
{
    int n = param(d, old);
    buf_addf(where, " and t.%s is not distinct from $%d::%s", column, n, cast);
    buf_addf(names, "%s'%s'", names->len ? ", " : "", column);
    buf_addf(olds, "%s$%d::%s::text", olds->len ? ", " : "", n, cast);
}

static void update_add(struct card *c, struct db_batch *b, struct record *r)
{
    const struct section *s = r->section;
    struct statement d = {0};
    struct buf set = {0}, where = {0}, names = {0}, olds = {0};
    char *reasons = reasons_json(r, true);
    int id = param(&d, r->id);
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &s->fields[i];
        if (guarded(r, i))
            guard_add(&d, &where, &names, &olds, f->name, card_cast(f), r->old[i]);
        if (typed(f) && record_field_changed(r, i))
            buf_addf(&set, ", %s = $%d::%s", f->name, param(&d, r->value[i]), card_cast(f));
    }
    if (!str_same(r->annul_reason, r->old_annul_reason)) {
        guard_add(&d, &where, &names, &olds, "annul_reason", "text", r->old_annul_reason);
        buf_addf(&set, ", annul_reason = $%d::text", param(&d, r->annul_reason));
    }
    if (reasons)
        buf_addf(&set, ", reasons = jsonb_strip_nulls(t.reasons || $%d::jsonb)",
                 param(&d, reasons));
    if (set.len)
        buf_addf(&d.sql,
                 "with u as (update %s t set %s where t.id = $%d::bigint%s returning 1)"
                 " select must_hit((select count(*) from u), '%s', $%d::bigint,"
                 " array[%s]::text[], array[%s]::text[])",
                 s->table, set.s + 2, id, where.s ? where.s : "", s->table, id,
                 names.s ? names.s : "", olds.s ? olds.s : "");
    if (set.len)
        statement_add(c, b, &d, r);
    free(d.param);
    buf_done(&set);
    buf_done(&where);
    buf_done(&names);
    buf_done(&olds);
    free(reasons);
}

/* The rows of entry i, unless an earlier entry of the same table has them. */
static void rows_add(struct card *c, struct db_batch *b, int i)
{
    int first;
    if (card_single(c, i, &first) && first > 0)
        return;
    for (int k = 0; k < c->lists[i].count; k++) {
        struct record *r = c->lists[i].rows[k];
        if (!record_changed(r))
            continue;
        if (r->id)
            update_add(c, b, r);
        else
            insert_add(c, b, r);
    }
}

struct db_batch *card_save_batch(struct card *c)
{
    if (!card_changed(c))
        return NULL;
    struct db_batch *b = db_batch_new();
    struct statement d = {0};
    if (!c->op)
        c->op = uuid_new();
    buf_add(&d.sql, "select save_begin($1::uuid, $2::bigint, $3::text, $4::text, $5::text,"
                    " $6::date) as card_id");
    param(&d, c->op);
    param(&d, c->id);
    param(&d, c->recorded_reason ? "recorded" : "save");
    param(&d, c->recorded_reason);
    param(&d, c->recorded_doc);
    param(&d, c->recorded_doc_on);
    statement_add(c, b, &d, NULL);
    for (int i = 0; i < c->nlists; i++)
        rows_add(c, b, i);
    buf_add(&d.sql, "select * from save_end($1::uuid)");
    param(&d, c->op);
    statement_add(c, b, &d, NULL);
    return b;
}

/* --- the answer --------------------------------------------------------------------------------
 */

static void done(struct card *c, const struct db_reply *reply)
{
    for (int i = 0; i < c->nsaving; i++) {
        struct record *r = c->saving[i];
        const struct db_result *res = reply->results[i];
        for (int k = 0; r && !r->id && k < r->count; k++)
            if (!typed(&r->section->fields[k]))
                record_set(r, k, db_get_named(res, 0, r->section->fields[k].name));
        if (r && !r->id)
            str_set(&r->id, db_get_named(res, 0, "id"));
        if (r)
            record_accept(r);
    }
    const struct db_result *end = reply->results[c->nsaving - 1];
    str_set(&c->id, db_get_named(end, 0, "card_id"));
    str_set(&c->updated_at, db_get_named(end, 0, "updated_at"));
    str_set(&c->updated_by, db_get_named(end, 0, "updated_by"));
    str_set(&c->recorded_reason, NULL);
    str_set(&c->recorded_doc, NULL);
    str_set(&c->recorded_doc_on, NULL);
    str_set(&c->op, NULL);
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

/* The field that the server's error is about: by its column, else by the name of the constraint
 * (table_column_...). */
static int field_of(const struct record *r, const struct error *err)
{
    int field = *err->column ? record_field(r, err->column) : -1;
    const char *name = err->constraint;
    size_t table = strlen(r->section->table), longest = 0;
    if (field >= 0 || strncmp(name, r->section->table, table) != 0 || name[table] != '_')
        return field;
    name += table + 1;
    for (int i = 0; i < r->count; i++) {
        const char *column = r->section->fields[i].name;
        size_t n = strlen(column);
        if (n > longest && strncmp(name, column, n) == 0 && (!name[n] || name[n] == '_')) {
            longest = n;
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
    str_set(&c->op, NULL); /* nothing was done: the next try is another operation */
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
