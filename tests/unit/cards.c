/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/cards.h"

struct db *cards_connect(const char *variable, const char *user, struct session *s)
{
    struct db *db = server_connect(variable, user);
    server_enter(db, s);
    return db;
}

int cards_entry(const struct card *c, const char *table)
{
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, table))
            return i;
    fail_msg("no table %s", table);
    return -1;
}

struct record *cards_row(const struct card *c, const char *table, int n)
{
    const struct card_list *list = &c->lists[cards_entry(c, table)];
    assert_true(n < list->count);
    return list->rows[n];
}

struct record *cards_add(struct card *c, const char *table)
{
    return card_add_row(c, cards_entry(c, table));
}

void cards_put(struct record *r, const char *field, const char *value)
{
    int i = record_field(r, field);
    if (i < 0)
        fail_msg("no field %s", field);
    record_set(r, i, value);
}

void cards_put_all(struct record *r, const char *const (*values)[2])
{
    for (int i = 0; values[i][0]; i++)
        cards_put(r, values[i][0], values[i][1]);
}

struct card *cards_typed(const char *iin)
{
    static const char *const person[][2] = {{"last_name", "Сынақ"},
                                            {"first_name", "Қанат"},
                                            {"sex", "m"},
                                            {"birth_date", "1990-01-01"},
                                            {"citizenship", "KZ"},
                                            {"addr_region", "11"},
                                            {"addr_district", "1101"},
                                            {"addr_locality", "Көкшетау"},
                                            {"addr_house", "5"},
                                            {"phone", "+77011234567"},
                                            {NULL, NULL}};
    struct card *c = card_new();
    cards_put_all(cards_row(c, "card", 0), person);
    cards_put(cards_row(c, "card", 0), "iin", iin);
    cards_put(cards_add(c, "jobseeker_reg"), "applied_on", "2026-11-02");
    return c;
}

struct card *cards_awkward(void)
{
    struct card *c = card_new();
    struct record *card = c->lists[0].rows[0];
    cards_put(card, "last_name", "Сұлтан\tбек\\ов");
    cards_put(card, "first_name", "Айгүл");
    cards_put(card, "iin", "000000000000");
    struct record *note = card_add_row(c, cards_entry(c, "visit"));
    cards_put(note, "planned_on", "2026-11-20");
    cards_put(note, "staff_note", "бірінші жол\nекінші жол\\N");
    cards_put(note, "outcome", "moved");
    str_set(&note->reason[record_field(note, "planned_on")], "дем\tалыс");
    return c;
}

enum save_outcome cards_save(struct db *db, struct card *c, struct card_conflict *k,
                             struct error *err)
{
    struct db_batch *b = card_save_batch(c);
    assert_non_null(b);
    struct db_reply *r = db_run(db, b);
    enum save_outcome o = card_saved(c, r, k, err);
    db_reply_free(r);
    return o;
}

void cards_save_well(struct db *db, struct card *c)
{
    struct card_conflict k;
    struct error err;
    if (cards_save(db, c, &k, &err) != SAVE_DONE)
        fail_msg("%s %s: %s %s (%s.%s %s)", err.sqlstate, err.where, err.what, err.detail,
                 err.table, err.column, err.constraint);
    assert_false(card_changed(c));
    assert_null(c->op);
    card_conflict_done(&k);
}

struct card *cards_open(struct db *db, const char *id)
{
    struct error err;
    struct db_reply *r = db_run(db, card_open_batch(id, NULL, NULL));
    struct card *c = card_read(r, &err);
    if (!c)
        fail_msg("%s %s %s", err.sqlstate, err.what, err.detail);
    db_reply_free(r);
    return c;
}

struct card *cards_new(struct db *db)
{
    char *iin = server_new_iin(db);
    struct card *c = cards_typed(iin);
    cards_save_well(db, c);
    free(iin);
    return c;
}

void cards_expect(const struct record *r, const char *field, const char *expected)
{
    const char *value = record_get(r, field);
    if (!str_same(value, expected))
        fail_msg("%s: %s instead of %s", field, value ? value : "NULL",
                 expected ? expected : "NULL");
}
