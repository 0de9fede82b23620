/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include "common/card.h"
#include "common/i18n.h"

static struct db *mine, *theirs;
static struct session me, they;

static int enter(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    mine = server_connect("MANSAP_TEST_DSN", NULL);
    theirs = server_connect("MANSAP_TEST_DSN", "operator2");
    server_enter(mine, &me);
    server_enter(theirs, &they);
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

static struct card_list *list(struct card *c, const char *table, int *entry)
{
    for (*entry = 0; *entry < c->nlists; ++*entry)
        if (str_same(c->lists[*entry].section->table, table))
            return &c->lists[*entry];
    fail_msg("no table %s", table);
    return NULL;
}

static struct record *add(struct card *c, const char *table)
{
    int entry;
    list(c, table, &entry);
    return card_add_row(c, entry);
}

static struct record *row(struct card *c, const char *table)
{
    int entry;
    struct card_list *l = list(c, table, &entry);
    assert_true(l->count > 0);
    return l->rows[l->count - 1];
}

static void put(struct record *r, const char *field, const char *value)
{
    int i = record_field(r, field);
    assert_true(i >= 0);
    record_set(r, i, value);
}

static void put_all(struct record *r, const char *const (*values)[2])
{
    for (int i = 0; values[i][0]; i++)
        put(r, values[i][0], values[i][1]);
}

static enum save_outcome save(struct db *db, struct card *c, struct card_conflict *k,
                              struct error *err)
{
    struct db_reply *r = db_run(db, card_save_batch(c));
    enum save_outcome o = card_saved(c, r, k, err);
    db_reply_free(r);
    return o;
}

static void save_well(struct db *db, struct card *c)
{
    struct card_conflict k;
    struct error err;
    if (save(db, c, &k, &err) != SAVE_DONE)
        fail_msg("%s %s: %s %s", err.sqlstate, err.where, err.what, err.detail);
    card_conflict_done(&k);
}

static struct card *open_card(struct db *db, const char *id)
{
    struct error err;
    struct db_reply *r = db_run(db, card_open_batch(id, NULL, NULL));
    struct card *c = card_read(r, &err);
    assert_non_null(c);
    db_reply_free(r);
    return c;
}

/* A registered job seeker who worked from 2020-01-10 to 2020-05-20. */
static struct card *worker(void)
{
    static const char *const person[][2] = {{"last_name", "Сынақ"},
                                            {"first_name", "Қанат"},
                                            {"sex", "m"},
                                            {"citizenship", "KZ"},
                                            {"birth_date", "1990-01-01"},
                                            {"addr_region", "11"},
                                            {"addr_district", "1101"},
                                            {"addr_locality", "Көкшетау"},
                                            {"addr_house", "5"},
                                            {"phone", "+77011234567"},
                                            {NULL, NULL}};
    static const char *const applied[][2] = {{"applied_on", "2026-11-02"},
                                             {"decision", "registered"},
                                             {"decision_on", "2026-11-03"},
                                             {NULL, NULL}};
    static const char *const job[][2] = {{"employer_name", "«Дала» ЖШС"},
                                         {"hired_on", "2020-01-10"},
                                         {"dismissed_on", "2020-05-20"},
                                         {"position", "бағбан"},
                                         {NULL, NULL}};
    struct card *c = card_new();
    char *iin = server_new_iin(mine);
    put_all(c->lists[0].rows[0], person);
    put(c->lists[0].rows[0], "iin", iin);
    put_all(add(c, "jobseeker_reg"), applied);
    put_all(add(c, "last_job"), job);
    save_well(mine, c);
    free(iin);
    return c;
}

/* One lets the job begin later, the other lets it end sooner: each is right by itself. */
static struct card *clash(struct card_conflict *k, struct card **fresh, struct error *err)
{
    struct card *a = worker(), *b = open_card(theirs, a->id);
    put(row(b, "last_job"), "dismissed_on", "2020-02-20");
    save_well(theirs, b);
    struct card *later = open_card(mine, a->id); /* of another field: it is not in the way */
    put(later->lists[0].rows[0], "phone", "+77017654321");
    save_well(mine, later);
    card_free(later);
    put(row(a, "last_job"), "hired_on", "2020-04-01");
    assert_int_equal(save(mine, a, k, err), SAVE_REFUSED);
    assert_string_equal(err->sqlstate, "23514");
    *fresh = open_card(mine, a->id);
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
    save_well(mine, a);
    struct card *again = open_card(mine, a->id);
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
    put(row(a, "last_job"), "hired_on", "2020-02-01");
    card_conflict_done(&k);
    save_well(mine, a);
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
    struct card *a = worker(), *b = open_card(theirs, a->id);
    put_all(add(b, "unemployed_reg"), open);
    save_well(theirs, b);
    put_all(add(a, "unemployed_reg"), open);
    assert_int_equal(save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23P01");
    struct card *fresh = open_card(mine, a->id);
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
    put(row(a, "last_job"), "hired_on", "2020-06-01");
    assert_int_equal(save(mine, a, &k, &err), SAVE_REFUSED);
    assert_true(card_together_may(&err));
    struct card *fresh = open_card(mine, a->id);
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
