/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a card. One batch: save_begin, an INSERT for each new row, a guarded UPDATE for each
   changed one, save_end. Nothing knows a section here: the statements are made from the
   definitions. An UPDATE is guarded by the old values of the columns it changes, a composite
   group's together (F-14), and raises MS409 through must_hit if it hits no row: so different fields
   never collide. The rows are read back in the same batch: triggers number, stamp and close rows
   (Z-16), so only the server knows what the card is now. */
#include "common/card_inner.h"

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

/* Of a record (NULL: of none, always the same text, so the server keeps its plan). */
static void statement_add(struct card *c, struct db_batch *b, struct statement *d, struct record *r)
{
    int index = db_batch_add(b, !r, d->sql.s, d->count, d->param);
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
    json_close(&j);
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
    struct buf values = {0};
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
        if (!typed(f) || !r->value[i])
            continue;
        buf_addf(&d.sql, ", %s", f->name);
        buf_addf(&values, ", $%d::%s", param(&d, r->value[i]), card_cast(f));
    }
    buf_addf(&d.sql, ") values (%s) returning id", values.s);
    record_sent(r);
    statement_add(c, b, &d, r);
    buf_done(&values);
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

/* The changed rows of entry i, unless an earlier entry of the same table has them. */
static void rows_add(struct card *c, struct db_batch *b, int i, bool fresh)
{
    int first;
    if (card_single(c, i, &first) && first > 0)
        return;
    for (int k = 0; k < c->lists[i].count; k++) {
        struct record *r = c->lists[i].rows[k];
        if (!record_changed(r) || fresh == (r->id != NULL))
            continue;
        if (fresh)
            insert_add(c, b, r);
        else
            update_add(c, b, r);
    }
}

/* A save whose outcome is not known is repeated in another session, where the card is not open yet.
 */
static void begin_add(struct card *c, struct db_batch *b)
{
    struct statement d = {0};
    if (c->op && c->id) {
        buf_add(&d.sql, "select ok from card_open($1::bigint, null, null)");
        param(&d, c->id);
        statement_add(c, b, &d, NULL);
        db_batch_commit(b);
    }
    if (!c->op)
        c->op = uuid_new();
    buf_add(&d.sql, "select save_begin($1::uuid, $2::bigint, $3::text, $4::text, $5::text,"
                    " $6::date)");
    param(&d, c->op);
    param(&d, c->id);
    param(&d, c->recorded_reason ? "recorded" : "save");
    param(&d, c->recorded_reason);
    param(&d, c->recorded_doc);
    param(&d, c->recorded_doc_on);
    statement_add(c, b, &d, NULL);
}

struct db_batch *card_save_batch(struct card *c)
{
    if (!card_changed(c))
        return NULL;
    struct db_batch *b = db_batch_new();
    struct statement d = {0};
    begin_add(c, b);
    for (int i = 0; i < c->nlists; i++)
        rows_add(c, b, i, true);
    /* Backwards: a removal (12, 15) closes what is open in 18 and 20, and must not meet its own
     * work. */
    for (int i = c->nlists - 1; i >= 0; i--)
        rows_add(c, b, i, false);
    buf_add(&d.sql, "select * from save_end($1::uuid)");
    param(&d, c->op);
    statement_add(c, b, &d, NULL);
    card_rows_add(b);
    return b;
}
