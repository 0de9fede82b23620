/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include "common/card.h"
#include "common/guard.h"
#include "common/i18n.h"

static struct db *admin;

static int enter(void **state)
{
    (void)state;
    admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    db_free(admin);
    return 0;
}

static void gate_tells_who_one_is(void **state)
{
    (void)state;
    struct session s;
    struct db *db = server_connect("MANSAP_TEST_DSN", "operator");
    unsigned long before = db_round_trips(db);
    server_enter(db, &s);
    assert_in_range(db_round_trips(db) - before, 1, 2); /* 2 with the terms */
    assert_string_equal(s.login, "operator");
    assert_string_equal(s.role, "operator");
    assert_true(s.may_write);
    assert_true(s.training);
    assert_int_equal(s.schema_version, SCHEMA_VERSION);
    assert_int_equal(strlen(s.draft_key), 64);
    assert_true(s.world.today != DAY_NONE);
    assert_ptr_equal(s.world.calendar, s.calendar);
    assert_ptr_equal(s.world.dicts, s.dicts);
    const struct dict_word *w = dict_find(s.dicts, "country", "KZ");
    assert_non_null(w);
    assert_string_equal(w->kk, "Қазақстан");
    i18n_set(LANG_RU);
    assert_string_equal(session_org(&s), s.org_ru);
    i18n_set(LANG_KK);
    assert_string_equal(session_org(&s), s.org_kk);
    session_done(&s);
    assert_string_equal(session_org(&s), "");
    db_free(db);
}

/* The next opening tells when this one was. */
static void last_log_in_is_told(void **state)
{
    (void)state;
    struct session s;
    struct db *db = server_connect("MANSAP_TEST_DSN", "operator");
    for (int i = 0; i < 2; i++) {
        server_enter(db, &s);
        if (i == 1) {
            assert_non_null(s.last_login);
            assert_int_equal(strlen(s.last_login), strlen("18.11.2026 10:00"));
        }
        session_done(&s);
    }
    db_free(db);
}

static void refusal_is_explained(void **state)
{
    (void)state;
    struct session s;
    struct error err;
    struct db *db = server_connect("MANSAP_TEST_DSN", NULL);
    struct db_reply *r = db_run(db, session_batch("no such terminal", NULL));
    assert_true(r->ok); /* a refusal is a row, so that it is logged */
    assert_false(session_read(&s, r, &err));
    assert_string_equal(err.sqlstate, "MS441");
    assert_true(strlen(err.what) > 0 && strlen(err.remedy) > 0);
    assert_string_equal(err.detail, "no such terminal");
    session_done(&s);
    db_reply_free(r);
    db_free(db);
}

static void terms_are_asked_with_their_text(void **state)
{
    (void)state;
    struct session s;
    struct error err;
    const char *login[] = {"operator2"};
    struct db *db = server_connect("MANSAP_TEST_DSN", "operator2");
    db_reply_free(server_run(
        admin, "update mansap.account set terms_accepted = null where login = $1::text", 1, login));
    struct db_reply *r = db_run(db, session_batch("local", NULL));
    assert_false(session_read(&s, r, &err));
    assert_string_equal(err.sqlstate, "MS451");
    assert_non_null(s.terms);
    assert_non_null(s.terms_kk);
    assert_non_null(s.terms_ru);
    char *terms = xstrdup(s.terms);
    session_done(&s);
    db_reply_free(r);
    r = db_run(db, session_batch("local", terms));
    assert_true(session_read(&s, r, &err));
    session_done(&s);
    db_reply_free(r);
    r = db_run(db, session_batch("local", NULL)); /* once is enough */
    assert_true(session_read(&s, r, &err));
    session_done(&s);
    db_reply_free(r);
    free(terms);
    db_free(db);
}

static void another_schema_is_refused(void **state)
{
    (void)state;
    struct session s;
    struct error err;
    struct db *db = server_connect("MANSAP_TEST_DSN", NULL);
    db_reply_free(server_run(
        admin, "insert into mansap.schema_version (version, note) values (999, 'test')", 0, NULL));
    struct db_reply *r = db_run(db, session_batch("local", NULL));
    bool open = session_read(&s, r, &err);
    db_reply_free(
        server_run(admin, "delete from mansap.schema_version where version = 999", 0, NULL));
    session_done(&s);
    db_reply_free(r);
    db_free(db);
    assert_false(open);
    assert_string_equal(err.sqlstate, "MS452");
}

/* Without the gate nothing can be asked. */
static void nothing_goes_before_the_gate(void **state)
{
    (void)state;
    struct error err;
    struct search_hits hits;
    struct db *db = server_connect("MANSAP_TEST_DSN", NULL);
    struct db_reply *r = db_run(db, search_batch("сей"));
    assert_false(search_read(&hits, r, &err));
    assert_string_equal(err.sqlstate, "MS401");
    search_done(&hits);
    db_reply_free(r);
    r = db_run(db, card_open_batch("1", NULL, NULL));
    assert_null(card_read(r, &err));
    assert_string_equal(err.sqlstate, "MS401");
    db_reply_free(r);
    db_free(db);
}

static void every_refusal_has_words_and_a_remedy(void **state)
{
    (void)state;
    static const char *const codes[] = {
        "MS401", "MS403", "MS404", "MS409", "MS410", "MS412", "MS422", "MS428", "MS429",
        "MS430", "MS440", "MS441", "MS442", "MS443", "MS451", "MS452", "23502", "23503",
        "23505", "23514", "22007", "42501", "40P01", "57014", "53300"};
    for (size_t i = 0; i < COUNT(codes); i++) {
        struct error err;
        assert_false(guard_refuse(&err, codes[i], "тест"));
        assert_string_equal(err.detail, "тест");
        assert_string_not_equal(err.what, "тест");
        assert_true(strlen(err.what) > 0 && strlen(err.remedy) > 0);
        assert_string_equal(err.sqlstate, codes[i]);
    }
    struct error err;
    guard_refuse(&err, "XX000", "as it came");
    assert_string_equal(err.what, "as it came");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gate_tells_who_one_is),
        cmocka_unit_test(last_log_in_is_told),
        cmocka_unit_test(refusal_is_explained),
        {"[P-18] the terms of use are asked for with their text, once",
         terms_are_asked_with_their_text, NULL, NULL, NULL},
        cmocka_unit_test(another_schema_is_refused),
        cmocka_unit_test(nothing_goes_before_the_gate),
        cmocka_unit_test(every_refusal_has_words_and_a_remedy),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
