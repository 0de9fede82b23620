/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a card: the statements and their answers. The edition of a card is known only with the
   first answer, so every table is read with the columns of all editions. */
#include "common/card_inner.h"

#include <stdlib.h>
#include <string.h>

#include "common/guard.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/util.h"

enum { TABLES_MAX = 64 };

/* The tables of all editions, each once, in the order of the editions' entries. */
static int tables_all(const char *tables[TABLES_MAX])
{
    int n = 0;
    for (size_t e = 0; editions[e]; e++)
        for (const struct entry *en = editions[e]->entries; en->number; en++) {
            const char *table = en->section->table;
            bool seen = !table || n == TABLES_MAX;
            for (int i = 0; !seen && i < n; i++)
                seen = strcmp(tables[i], table) == 0;
            if (!seen)
                tables[n++] = table;
        }
    return n;
}

static bool column_seen(const struct buf *columns, const char *name)
{
    char *needle = xasprintf(", t.%s,", name);
    char *hay = xasprintf("%s,", columns->s ? columns->s : "");
    bool seen = strstr(hay, needle) != NULL;
    free(needle);
    free(hay);
    return seen;
}

/* What no section shows. */
static const char card_checked[] =
    ", to_char(t.checked_at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI') as checked_at,"
    " t.checked_system, t.checked_result, t.checked_differs";

/* The SELECT of a table. It has no parameter, so that the server plans it once and for all. Times
   are shown as Almaty's (Z-11), whatever the server's zone. */
static char *select_sql(const char *table)
{
    struct buf columns = {0}, sql = {0};
    bool is_card = strcmp(table, "card") == 0;
    const char *order = NULL;
    for (size_t e = 0; editions[e]; e++) {
        const struct section *s = card_table_section(editions[e], table);
        for (const struct field *f = s ? s->fields : NULL; f && f->name; f++)
            if (!column_seen(&columns, f->name))
                buf_addf(&columns, ", t.%s", f->name);
        order = s && s->order_by ? s->order_by : order;
    }
    buf_addf(&sql,
             "select t.id%s%s, t.reasons, t.meta, t.annul_reason, t.annulled_by,"
             " to_char(t.annulled_at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI'),"
             " to_char(t.created_at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI')"
             " from %s t where t.%s = my_current_card() order by ",
             columns.s ? columns.s : "", is_card ? card_checked : "", table,
             is_card ? "id" : "card_id");
    if (order)
        buf_addf(&sql, "t.%s, ", order);
    buf_add(&sql, "t.id");
    buf_done(&columns);
    return buf_take(&sql);
}

/* Behind the table's own columns. */
enum { AFTER_REASONS, AFTER_META, AFTER_ANNUL, AFTER_BY, AFTER_AT, AFTER_CREATED, AFTER_COUNT };

struct db_batch *card_open_batch(const char *id, const char *iin, const char *purpose)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select * from card_open($1::bigint, $2::text, $3::text)", 3,
                 (const char *[]){id, iin, purpose});
    db_batch_commit(b); /* before that the rows are not to be seen */
    card_rows_add(b);
    return b;
}

struct db_batch *card_close_batch(const char *id)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select card_close($1::bigint)", 1, (const char *[]){id});
    return b;
}

void card_rows_add(struct db_batch *b)
{
    const char *tables[TABLES_MAX];
    int n = tables_all(tables);
    for (int i = 0; i < n; i++) {
        char *sql = select_sql(tables[i]);
        db_batch_add(b, true, sql, 0, NULL);
        free(sql);
    }
}

static void take_reason(void *ctx, const char *key, const char *value)
{
    struct record *r = ctx;
    int field = record_field(r, key);
    if (field >= 0)
        str_set(&r->reason[field], value);
}

static void record_load(struct record *r, const struct db_result *res, int row)
{
    int after = db_columns(res) - AFTER_COUNT;
    for (int i = 0; i < r->count; i++)
        record_set(r, i, db_get_named(res, row, r->section->fields[i].name));
    json_each(db_get(res, row, after + AFTER_REASONS), take_reason, r);
    str_set(&r->id, db_get(res, row, 0));
    stamps_free(r->stamps);
    r->stamps = stamps_new(db_get(res, row, after + AFTER_META));
    str_set(&r->annul_reason, db_get(res, row, after + AFTER_ANNUL));
    str_set(&r->annulled_by, db_get(res, row, after + AFTER_BY));
    str_set(&r->annulled_at, db_get(res, row, after + AFTER_AT));
    str_set(&r->created_at, db_get(res, row, after + AFTER_CREATED));
    record_accept(r);
}

static void head_load(struct card *c, const struct db_result *r)
{
    struct {
        const char *column;
        char **slot;
    } texts[] = {
        {"id", &c->id},
        {"centre_id", &c->centre_id},
        {"centre_kk", &c->centre_kk},
        {"centre_ru", &c->centre_ru},
        {"status", &c->status},
        {"next_visit", &c->next_visit},
        {"updated_at", &c->updated_at},
        {"updated_by", &c->updated_by},
        {"created_at", &c->created_at},
        {"created_by", &c->created_by},
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        str_set(texts[i].slot, db_get_named(r, 0, texts[i].column));
    const char *referrals = db_get_named(r, 0, "open_referrals");
    const char *overdue = db_get_named(r, 0, "overdue_visits");
    c->open_referrals = referrals ? (int)strtol(referrals, NULL, 10) : 0;
    c->overdue_visits = overdue ? (int)strtol(overdue, NULL, 10) : 0;
    c->writable = str_same(db_get_named(r, 0, "writable"), "t");
    c->unemployed_once = str_same(db_get_named(r, 0, "unemployed_once"), "t");
}

static const struct edition *edition_find(const char *id)
{
    for (size_t e = 0; editions[e]; e++)
        if (str_same(editions[e]->id, id))
            return editions[e];
    return NULL;
}

/* The record of entry i that a row of the answer belongs to; a new one if the card has none yet. */
static struct record *record_for(struct card *c, int i, const char *id)
{
    int first;
    struct record *single = card_single(c, i, &first);
    if (single)
        return single;
    for (int k = 0; k < c->lists[i].count; k++)
        if (str_same(c->lists[i].rows[k]->id, id))
            return c->lists[i].rows[k];
    /* Rows that are being typed stay last. */
    struct card_list *list = &c->lists[i];
    struct record *r = card_add_row(c, i);
    int at = list->count - 1;
    for (; at > 0 && !list->rows[at - 1]->id; at--)
        list->rows[at] = list->rows[at - 1];
    list->rows[at] = r;
    return r;
}

static void check_load(struct card *c, const struct db_result *r)
{
    str_set(&c->checked_at, db_get_named(r, 0, "checked_at"));
    str_set(&c->checked_system, db_get_named(r, 0, "checked_system"));
    str_set(&c->checked_result, db_get_named(r, 0, "checked_result"));
    c->checked_differs = str_same(db_get_named(r, 0, "checked_differs"), "t");
}

void card_rows_load(struct card *c, const struct db_reply *reply, int from)
{
    const char *tables[TABLES_MAX];
    int n = tables_all(tables);
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->lists[i].section;
        int t = 0, first = 0;
        while (s->table && t < n && strcmp(tables[t], s->table) != 0)
            t++;
        if (!s->table || t == n)
            continue;
        card_single(c, i, &first);
        const struct db_result *res = reply->results[from + t];
        if (strcmp(s->table, "card") == 0)
            check_load(c, res);
        int annul = db_columns(res) - AFTER_COUNT + AFTER_ANNUL;
        for (int row = 0; first == 0 && row < db_rows(res); row++)
            if (s->kind != SECTION_SINGLE || !db_get(res, row, annul))
                record_load(record_for(c, i, db_get(res, row, 0)), res, row);
    }
}

struct card *card_read(const struct db_reply *reply, struct error *err)
{
    if (!reply->ok) {
        guard_error(reply, err);
        return NULL;
    }
    const struct db_result *head = reply->results[0];
    if (!str_same(db_get_named(head, 0, "ok"), "t")) {
        guard_refuse(err, db_get_named(head, 0, "code"), db_get_named(head, 0, "detail"));
        return NULL;
    }
    const char *id = db_get_named(head, 0, "edition");
    const struct edition *edition = edition_find(id);
    if (!edition) {
        error_set(err,
                  _("This card is of an edition of the form that the program does not know: %s"),
                  id ? id : "");
        error_remedy(err, _("Ask the administrator for the newer program"));
        return NULL;
    }
    struct card *c = card_new_of(edition);
    head_load(c, head);
    card_rows_load(c, reply, 1);
    return c;
}
