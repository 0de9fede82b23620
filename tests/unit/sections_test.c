/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random valid records of every section come back from the database as they were typed. */
#include "tests/unit/tables.h"

#include "common/dict.h"
#include "tests/unit/sample_value.h"

enum { SEEDS = 24, ROWS = 3 };

static struct db *operator_db;
static struct session me;

static int enter(void **state)
{
    (void)state;
    operator_db = server_connect("MANSAP_TEST_DSN", NULL);
    server_enter(operator_db, &me);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&me);
    db_free(operator_db);
    return 0;
}

static bool is_registration(const struct section *s)
{
    return str_same(s->table, "jobseeker_reg") || str_same(s->table, "unemployed_reg");
}

/* Another birth date than the IIN tells, with its reason (Z-13). */
static void differ_from_iin(struct sample *s, struct record *r)
{
    int i = record_field(r, "birth_date");
    if (i < 0 || sample_below(s, 3))
        return;
    char *born = sample_value(s, r, i);
    record_set(r, i, born);
    str_set(&r->reason[i], "құжат бойынша \"қате\" \\ ЖСН");
    free(born);
}

/* Random rows in every section. F-9 and F-10 are rules between rows: either the person is
   registered as unemployed and has visits, or a random registration and none. */
static struct card *random_card(struct sample *s, bool unemployed)
{
    struct card *c = card_new();
    old_registration(c, "jobseeker_reg", true);
    if (unemployed)
        old_registration(c, "unemployed_reg", false);
    for (int i = 0; i < c->nlists; i++) {
        const struct section *section = c->lists[i].section;
        int first = 0, rows = 1 + (int)sample_below(s, ROWS);
        if (!section->table || (section->for_unemployed && !unemployed) ||
            (unemployed && str_same(section->table, "unemployed_reg")))
            continue;
        struct record *single = card_single(c, i, &first);
        if (single && first == 0) {
            sample_fill(s, single, NULL, 60);
            differ_from_iin(s, single);
        }
        for (int k = 0; !single && k < (is_registration(section) ? 1 : rows); k++)
            sample_fill(s, card_add_row(c, i), NULL, 60);
    }
    return c;
}

static void expect_all_valid(struct card *c)
{
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++)
            if (!record_empty(c->lists[i].rows[k]))
                expect_valid(c->lists[i].rows[k], &me.world);
}

static const struct record *same_row(const struct card_list *list, const char *id)
{
    for (int k = 0; k < list->count; k++)
        if (str_same(list->rows[k]->id, id))
            return list->rows[k];
    fail_msg("%s: row %s did not come back", list->section->table, id);
    return NULL;
}

static const char *shown(const char *value)
{
    return value ? value : "NULL";
}

static int expect_same_row(const struct record *typed, const struct record *back)
{
    int values = 0;
    for (int i = 0; i < typed->count; i++) {
        const struct field *f = &typed->section->fields[i];
        if (f->flags & FIELD_AUTO)
            continue;
        if (!str_same(typed->value[i], back->value[i]) ||
            !str_same(typed->reason[i], back->reason[i]))
            fail_msg("%s.%s: %s came back as %s", typed->section->table, f->name,
                     shown(typed->value[i]), shown(back->value[i]));
        values += typed->value[i] != NULL;
    }
    return values;
}

/* A copy of every row as it was typed: after a save the card holds what the server sent back. */
struct kept {
    const struct record *record;
    struct record *typed;
    int entry;
};

enum { KEPT = 200 };

static int keep(const struct card *c, struct kept out[KEPT])
{
    int n = 0;
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++) {
            const struct record *r = c->lists[i].rows[k];
            if (record_empty(r))
                continue;
            assert_true(n < KEPT);
            out[n++] = (struct kept){r, record_copy(r), i};
        }
    return n;
}

static struct card *open_anew(const char *id)
{
    struct error err;
    struct db_reply *reply = db_run(operator_db, card_open_batch(id, NULL, NULL));
    struct card *c = card_read(reply, &err);
    db_reply_free(reply);
    if (!c)
        fail_msg("%s %s", err.what, err.detail);
    return c;
}

/* Saves the card and opens it anew; returns the number of values that came back as typed. */
static int save_and_compare(struct card *c)
{
    struct kept kept[KEPT];
    int n = keep(c, kept), values = 0;
    save_well(operator_db, c);
    struct card *back = open_anew(c->id);
    for (int i = 0; i < c->nlists; i++)
        assert_int_equal(card_rows(c, i), card_rows(back, i));
    for (int i = 0; i < n; i++) {
        assert_non_null(kept[i].record->id);
        values += expect_same_row(kept[i].typed,
                                  same_row(&back->lists[kept[i].entry], kept[i].record->id));
        record_free(kept[i].typed);
    }
    assert_false(card_changed(back));
    card_free(back);
    return values;
}

static void random_records_come_back_as_typed(void **state)
{
    (void)state;
    int values = 0;
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        struct sample s;
        sample_seed(&s, seed, &me.world);
        struct card *c = random_card(&s, seed % 2 == 0);
        expect_all_valid(c);
        values += save_and_compare(c);
        card_free(c);
    }
    assert_true(values > SEEDS * 100);
}

/* Every row gets other values. A registration that ends closes visits (Z-16), so it stays where
   there are some. */
static void refill(struct sample *s, struct card *c, bool unemployed)
{
    for (int i = 0; i < c->nlists; i++) {
        int first = 0;
        bool stays = is_registration(c->lists[i].section) && unemployed;
        if ((card_single(c, i, &first) && first > 0) || stays)
            continue;
        for (int k = 0; k < c->lists[i].count; k++) {
            struct record *r = c->lists[i].rows[k];
            if (r->id && !str_same(record_get(r, "applied_on"), "2000-01-03"))
                sample_fill(s, r, NULL, 40);
        }
    }
}

static void changed_records_come_back_as_changed(void **state)
{
    (void)state;
    for (unsigned seed = 101; seed <= 100 + SEEDS / 2; seed++) {
        struct sample s;
        bool unemployed = seed % 2 == 0;
        sample_seed(&s, seed, &me.world);
        struct card *c = random_card(&s, unemployed);
        save_well(operator_db, c);
        refill(&s, c, unemployed);
        expect_all_valid(c);
        assert_true(save_and_compare(c) > 50);
        card_free(c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_records_come_back_as_typed),
        {"[Z-2] changed records come back as changed", changed_records_come_back_as_changed, NULL,
         NULL, NULL},
    };
    return cmocka_run_group_tests_name("sections", tests, enter, leave);
}
