/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests that walk the tables of the newest edition: each table once, single sections merged. */
#ifndef TESTS_UNIT_TABLES_H
#define TESTS_UNIT_TABLES_H

#include "tests/unit/server.h"

#include "common/card.h"

enum { TABLES = 40 };

static inline const struct edition *newest_edition(void)
{
    int last = 0;
    while (editions[last + 1])
        last++;
    return editions[last];
}

static inline int tables_all(const struct section *out[TABLES])
{
    int n = 0;
    const struct edition *e = newest_edition();
    for (const struct entry *entry = e->entries; entry->number; entry++) {
        const struct section *s =
            entry->section->table ? card_table_section(e, entry->section->table) : NULL;
        bool known = !s;
        for (int i = 0; i < n; i++)
            known = known || out[i] == s;
        if (!known && n < TABLES)
            out[n++] = s;
    }
    assert_in_range(n, 18, TABLES - 1);
    return n;
}

static inline int entry_of(const struct card *c, const char *table)
{
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, table))
            return i;
    fail_msg("no table %s", table);
    return -1;
}

static inline void put(struct record *r, const char *field, const char *value)
{
    int i = record_field(r, field);
    if (i < 0)
        fail_msg("no field %s.%s", r->section->table, field);
    record_set(r, i, value);
}

/* A registration of the year 2000, before all random dates: of a job seeker, ended, or of an
   unemployed person, open. */
static inline struct record *old_registration(struct card *c, const char *table, bool ended)
{
    struct record *r = card_add_row(c, entry_of(c, table));
    put(r, "applied_on", "2000-01-03");
    put(r, "decision_on", "2000-01-04");
    put(r, "decision", "registered");
    if (ended) {
        put(r, "removed_on", "2000-12-01");
        put(r, "removal_reason", "hired");
    }
    return r;
}

/* Saves; fails with what the server said. */
static inline void save_well(struct db *db, struct card *c)
{
    struct card_conflict k;
    struct error err;
    struct db_batch *b = card_save_batch(c);
    assert_non_null(b);
    struct db_reply *r = db_run(db, b);
    if (card_saved(c, r, &k, &err) != SAVE_DONE)
        fail_msg("%s %s: %s %s (%s.%s %s)", err.sqlstate, err.where, err.what, err.detail,
                 err.table, err.column, err.constraint);
    card_conflict_done(&k);
    db_reply_free(r);
}

/* The record is valid for the form: nothing but notes. */
static inline void expect_valid(struct record *r, const struct value_world *w)
{
    struct problem found[20];
    int n = record_check(r, w, found, COUNT(found));
    for (int i = 0; i < n; i++)
        if (found[i].strength != CHECK_NOTE)
            fail_msg("%s.%s = %s: %s", r->section->table, r->section->fields[found[i].field].name,
                     r->value[found[i].field] ? r->value[found[i].field] : "NULL", found[i].text);
}

#endif
