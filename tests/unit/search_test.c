/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include "common/card.h"
#include "common/utf8.h"

static struct db *db;
static struct session session;
static char *iin; /* of the person every test may look for */

static void put(struct card *c, int entry, const char *field, const char *value)
{
    struct record *r = c->lists[entry].rows[0];
    record_set(r, record_field(r, field), value);
}

/* A person whose surname nobody else has: letters that folding changes, and the IIN's own digits as
 * letters. */
static char *surname_for(const char *digits)
{
    static const char *const letters[] = {"ә", "ғ", "б", "в", "қ", "д", "е", "ң", "ө", "ү"};
    struct buf name = {0};
    buf_add(&name, "Ұ");
    for (const char *d = digits + 7; *d; d++)
        buf_add(&name, letters[*d - '0']);
    return buf_take(&name);
}

static void make_person(void)
{
    static const char *const values[][2] = {
        {"first_name", "Ілияс"},       {"sex", "m"},          {"birth_date", "1990-01-01"},
        {"citizenship", "KZ"},         {"addr_region", "11"}, {"addr_district", "1101"},
        {"addr_locality", "Көкшетау"}, {"addr_house", "5"},   {"phone", "+77011234567"}};
    struct card_conflict k;
    struct error err;
    struct card *c = card_new();
    char *surname = surname_for(iin);
    put(c, 0, "iin", iin);
    put(c, 0, "last_name", surname);
    for (size_t i = 0; i < COUNT(values); i++)
        put(c, 0, values[i][0], values[i][1]);
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, "jobseeker_reg")) {
            card_add_row(c, i);
            put(c, i, "applied_on", "2026-11-02");
        }
    struct db_reply *r = db_run(db, card_save_batch(c));
    if (card_saved(c, r, &k, &err) != SAVE_DONE)
        fail_msg("%s %s %s %s", err.sqlstate, err.what, err.detail, err.column);
    db_reply_free(r);
    free(surname);
    card_free(c);
}

static int enter(void **state)
{
    (void)state;
    db = server_connect("MANSAP_TEST_DSN", NULL);
    server_enter(db, &session);
    iin = server_new_iin(db);
    make_person();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    free(iin);
    session_done(&session);
    db_free(db);
    return 0;
}

static void too_short_is_not_asked(void **state)
{
    (void)state;
    static const char *const shorts[] = {"", " ", "а", "123", "1 2", "-", "а1"};
    static const char *const longs[] = {"аб", "1234", "а б", "01.02.1990", "ұа"};
    for (size_t i = 0; i < COUNT(shorts); i++)
        assert_null(search_batch(shorts[i]));
    assert_null(search_batch(NULL));
    for (size_t i = 0; i < COUNT(longs); i++) {
        struct db_batch *b = search_batch(longs[i]);
        assert_non_null(b);
        db_batch_free(b);
    }
}

/* Finds the person by the text: alone, and with that reason. */
static void expect_found(const char *text, const char *why)
{
    struct search_hits hits;
    struct error err;
    unsigned long before = db_round_trips(db);
    struct db_reply *r = db_run(db, search_batch(text));
    if (!search_read(&hits, r, &err))
        fail_msg("%s: %s %s", text, err.sqlstate, err.what);
    assert_int_equal(db_round_trips(db) - before, 1);
    if (hits.count != 1)
        fail_msg("%s: %d hits", text, hits.count);
    assert_false(hits.more);
    assert_string_equal(hits.hit[0].name, "Ілияс");
    assert_null(hits.hit[0].patronymic);
    assert_string_equal(hits.hit[0].birth_date, "1990-01-01");
    assert_string_equal(hits.hit[0].why, why);
    assert_true(hits.hit[0].own_centre);
    assert_int_equal(strncmp(hits.hit[0].iin_masked, iin, 6), 0);
    assert_null(strstr(hits.hit[0].iin_masked, iin + 6)); /* masked */
    search_done(&hits);
    db_reply_free(r);
}

static void person_is_found_and_told_why(void **state)
{
    (void)state;
    char *surname = surname_for(iin), *folded = utf8_fold(surname);
    char *both = xasprintf("%s илияс", folded), *turned = xasprintf("Ілияс %s", surname);
    expect_found(iin, "iin");
    expect_found(surname, "surname");
    expect_found(folded, "surname_folded");
    expect_found(both, "surname_name_folded");
    expect_found(turned, "name_surname");
    free(surname);
    free(folded);
    free(both);
    free(turned);
}

static void expect_group(const char *const *why, size_t n, enum search_group group)
{
    for (size_t i = 0; i < n; i++) {
        struct search_hit hit = {.why = (char *)(uintptr_t)why[i]};
        assert_int_equal(search_group(&hit), group);
    }
}

static void each_reason_has_its_group(void **state)
{
    (void)state;
    static const char *const exact[] = {"iin", "birth_date", "name_surname", "patronymic", NULL};
    static const char *const otherwise[] = {"surname_folded", "patronymic_folded", "part", "layout",
                                            "latin"};
    static const char *const similar[] = {"middle", "similar"};
    expect_group(exact, COUNT(exact), SEARCH_EXACT);
    expect_group(otherwise, COUNT(otherwise), SEARCH_OTHERWISE);
    expect_group(similar, COUNT(similar), SEARCH_SIMILAR);
}

static void nobody_is_an_empty_answer(void **state)
{
    (void)state;
    struct search_hits hits;
    struct error err;
    struct db_reply *r = db_run(db, search_batch("щщъщщъ"));
    assert_true(search_read(&hits, r, &err));
    assert_int_equal(hits.count, 0);
    assert_false(hits.more);
    search_done(&hits);
    db_reply_free(r);
}

static void too_wide_is_refused_by_the_server(void **state)
{
    (void)state;
    struct search_hits hits;
    struct error err;
    struct db_reply *r = db_run(db, search_batch("иванов 85"));
    assert_false(search_read(&hits, r, &err));
    assert_string_equal(err.sqlstate, "MS429");
    search_done(&hits);
    db_reply_free(r);
}

static void cap_is_the_servers(void **state)
{
    (void)state;
    struct search_hits hits;
    struct error err;
    struct db *admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    for (int i = 0; i < 2; i++) { /* two people of one birthday, one may be shown */
        free(iin);
        iin = server_new_iin(db);
        make_person();
    }
    db_reply_free(server_run(
        admin, "update mansap.setting set value = '1' where name = 'search_cap'", 0, NULL));
    struct db_reply *r = db_run(db, search_batch("01.01.1990"));
    bool read = search_read(&hits, r, &err);
    db_reply_free(server_run(
        admin, "update mansap.setting set value = '50' where name = 'search_cap'", 0, NULL));
    assert_true(read);
    assert_int_equal(hits.count, 1);
    assert_true(hits.more);
    search_done(&hits);
    db_reply_free(r);
    db_free(admin);
}

static void existence_tells_the_centre_only(void **state)
{
    (void)state;
    struct error err;
    char *centre;
    struct db_reply *r = db_run(db, search_exists_batch(iin));
    assert_true(search_exists_read(r, &centre, &err));
    char *expected = xasprintf("%s\t%s", session.org_kk, session.org_ru);
    assert_string_equal(centre, expected);
    free(expected);
    free(centre);
    db_reply_free(r);
    r = db_run(db, search_exists_batch("000000000000"));
    assert_true(search_exists_read(r, &centre, &err));
    assert_null(centre);
    db_reply_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(too_short_is_not_asked),
        cmocka_unit_test(person_is_found_and_told_why),
        cmocka_unit_test(each_reason_has_its_group),
        cmocka_unit_test(nobody_is_an_empty_answer),
        cmocka_unit_test(too_wide_is_refused_by_the_server),
        {"[Z-18] the cap is a setting of the server", cap_is_the_servers, NULL, NULL, NULL},
        cmocka_unit_test(existence_tells_the_centre_only),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
