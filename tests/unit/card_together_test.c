/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/cards.h"

#include "common/i18n.h"

static struct db *mine, *theirs;
static struct session me, they;

static int enter(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    mine = cards_connect("MANSAP_TEST_DSN", NULL, &me);
    theirs = cards_connect("MANSAP_TEST_DSN", "operator2", &they);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&me);
    session_done(&they);
    db_free(mine);
    db_free(theirs);
    return 0;
}

/* The last one of a table. */
static struct record *row(const struct card *c, const char *table)
{
    return cards_row(c, table, c->lists[cards_entry(c, table)].count - 1);
}

/* A registered job seeker who worked from 2020-01-10 to 2020-05-20. */
static struct card *worker(void)
{
    static const char *const applied[][2] = {{"applied_on", "2026-11-02"},
                                             {"decision", "registered"},
                                             {"decision_on", "2026-11-03"},
                                             {NULL, NULL}};
    static const char *const job[][2] = {{"employer_name", "«Дала» ЖШС"},
                                         {"hired_on", "2020-01-10"},
                                         {"dismissed_on", "2020-05-20"},
                                         {"position", "бағбан"},
                                         {NULL, NULL}};
    char *iin = server_new_iin(mine);
    struct card *c = cards_typed(iin);
    cards_put_all(cards_row(c, "jobseeker_reg", 0), applied);
    cards_put_all(cards_add(c, "last_job"), job);
    cards_save_well(mine, c);
    free(iin);
    return c;
}

/* One lets the job begin later, the other lets it end sooner: each is right by itself. */
static struct card *clash(struct card_conflict *k, struct card **fresh, struct error *err)
{
    struct card *a = worker(), *b = cards_open(theirs, a->id);
    cards_put(row(b, "last_job"), "dismissed_on", "2020-02-20");
    cards_save_well(theirs, b);
    struct card *later = cards_open(mine, a->id); /* of another field: it is not in the way */
    cards_put(later->lists[0].rows[0], "phone", "+77017654321");
    cards_save_well(mine, later);
    card_free(later);
    cards_put(row(a, "last_job"), "hired_on", "2020-04-01");
    assert_int_equal(cards_save(mine, a, k, err), SAVE_REFUSED);
    assert_string_equal(err->sqlstate, "23514");
    *fresh = cards_open(mine, a->id);
    assert_true(card_together(a, *fresh, err, k));
    assert_ptr_equal(k->record, row(a, "last_job"));
    assert_false(k->beside);
    assert_string_equal(k->record->section->fields[k->field].name, "dismissed_on");
    assert_string_equal(k->theirs, "2020-02-20");
    assert_string_equal(k->who, "operator2");
    assert_true(k->when && strlen(k->when) == strlen("2026-11-18 10:00"));
    card_free(b);
    return a;
}

static void expect(struct card *c, const char *hired, const char *dismissed)
{
    assert_string_equal(record_get(row(c, "last_job"), "hired_on"), hired);
    assert_string_equal(record_get(row(c, "last_job"), "dismissed_on"), dismissed);
}

static void mine_goes_over_theirs(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *fresh, *a = clash(&k, &fresh, &err);
    card_together_settle(&k, true);
    expect(a, "2020-04-01", "2020-05-20");
    cards_save_well(mine, a);
    struct card *again = cards_open(mine, a->id);
    expect(again, "2020-04-01", "2020-05-20");
    card_conflict_done(&k);
    card_free(a);
    card_free(fresh);
    card_free(again);
}

static void theirs_stays_and_mine_is_still_typed(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *fresh, *a = clash(&k, &fresh, &err);
    card_together_settle(&k, false);
    expect(a, "2020-04-01", "2020-02-20");
    assert_true(card_changed(a));
    cards_put(row(a, "last_job"), "hired_on", "2020-02-01");
    card_conflict_done(&k);
    cards_save_well(mine, a);
    card_free(a);
    card_free(fresh);
}

/* Two open registrations as unemployed, each added by somebody. */
static void another_row_stands_in_the_way(void **state)
{
    (void)state;
    static const char *const open[][2] = {{"applied_on", "2026-11-04"},
                                          {"decision", "registered"},
                                          {"decision_on", "2026-11-05"},
                                          {NULL, NULL}};
    struct card_conflict k;
    struct error err;
    struct card *a = worker(), *b = cards_open(theirs, a->id);
    cards_put_all(cards_add(b, "unemployed_reg"), open);
    cards_save_well(theirs, b);
    cards_put_all(cards_add(a, "unemployed_reg"), open);
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23P01");
    struct card *fresh = cards_open(mine, a->id);
    assert_true(card_together(a, fresh, &err, &k));
    assert_ptr_equal(k.record, row(a, "unemployed_reg"));
    assert_true(k.beside);
    assert_string_equal(k.theirs, "2026-11-04");
    card_together_settle(&k, false);
    assert_true(record_changed(row(a, "unemployed_reg")));
    card_conflict_done(&k);
    card_free(a);
    card_free(b);
    card_free(fresh);
}

/* Nobody else was there: it is simply refused. */
static void alone_it_is_no_conflict(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = worker();
    cards_put(row(a, "last_job"), "hired_on", "2020-06-01");
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_REFUSED);
    assert_true(card_together_may(&err));
    struct card *fresh = cards_open(mine, a->id);
    assert_false(card_together(a, fresh, &err, &k));
    assert_null(k.now);
    card_conflict_done(&k);
    card_free(a);
    card_free(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mine_goes_over_theirs),
        {"[K-16] theirs stays, mine is still typed", theirs_stays_and_mine_is_still_typed, NULL,
         NULL, NULL},
        {"[F-9] another row stands in the way", another_row_stands_in_the_way, NULL, NULL, NULL},
        cmocka_unit_test(alone_it_is_no_conflict),
    };
    return cmocka_run_group_tests_name("card_together", tests, enter, leave);
}
