/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

static struct db_reply *run_one(struct db *db, const char *sql, int n, const char *const *params)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, n, params);
    return db_run(db, b);
}

static void assert_answer(struct db *db, const char *sql, const char *expected)
{
    char *value = server_value(db, sql, 0, NULL);
    assert_string_equal(value, expected);
    free(value);
}

static void batch_is_one_round_trip(void **state)
{
    (void)state;
    struct db *db = server_connect("MANSAP_TEST_DSN", NULL);
    struct db_batch *b = db_batch_new();
    assert_int_equal(db_batch_add(b, true, "select $1::int + 1 as n", 1, (const char *[]){"41"}),
                     0);
    assert_int_equal(db_batch_add(b, true, "select $1::text as t", 1, (const char *[]){NULL}), 1);
    assert_int_equal(db_batch_add(b, false, "select 'ә' as k where false", 0, NULL), 2);
    assert_int_equal(db_batch_add(b, true, "select $1::int + 1 as n", 1, (const char *[]){"1"}), 3);
    struct db_reply *r = db_run(db, b);
    assert_true(r->ok);
    assert_int_equal(r->failed, -1);
    assert_string_equal(db_get_named(r->results[0], 0, "n"), "42");
    assert_int_equal(db_rows(r->results[1]), 1);
    assert_null(db_get(r->results[1], 0, 0));
    assert_int_equal(db_rows(r->results[2]), 0);
    assert_int_equal(db_column(r->results[2], "k"), 0);
    assert_int_equal(db_column(r->results[2], "nothing"), -1);
    assert_null(db_get(r->results[2], 0, 0));
    assert_string_equal(db_get(r->results[3], 0, 0), "2");
    assert_int_equal(db_round_trips(db), 1);
    db_reply_free(r);
    assert_answer(db, "select count(*)::text from pg_prepared_statements", "2");
    assert_answer(db, "show client_encoding", "UTF8");
    assert_answer(db, "show application_name", "mansap");
    assert_int_equal(db_round_trips(db), 4);
    db_free(db);
}

/* [P-20.7] Two transactions, still one round trip; the first stays even if the second fails. */
static void a_part_is_committed_before_the_rest(void **state)
{
    (void)state;
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    free(server_value(db, "create temp table t (a int primary key deferrable initially deferred)",
                      0, NULL));
    unsigned long before = db_round_trips(db);
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "insert into t values (1) returning pg_current_xact_id()", 0, NULL);
    db_batch_commit(b);
    db_batch_add(b, true, "insert into t values (2) returning pg_current_xact_id()", 0, NULL);
    db_batch_commit(b); /* at the end it is nothing new */
    struct db_reply *r = db_run(db, b);
    assert_true(r->ok);
    assert_string_not_equal(db_get(r->results[0], 0, 0), db_get(r->results[1], 0, 0));
    assert_int_equal(db_round_trips(db) - before, 1);
    db_reply_free(r);

    b = db_batch_new();
    db_batch_add(b, false, "insert into t values (3)", 0, NULL);
    db_batch_commit(b);
    db_batch_add(b, false, "insert into t values (4)", 0, NULL);
    db_batch_add(b, false, "select 1 / 0", 0, NULL);
    db_batch_add(b, false, "insert into t values (5)", 0, NULL);
    r = db_run(db, b);
    assert_false(r->ok);
    assert_int_equal(r->failed, 2);
    assert_string_equal(r->error.sqlstate, "22012");
    db_reply_free(r);
    assert_answer(db, "select string_agg(a::text, ' ' order by a) from t", "1 2 3");

    /* The commit of the first part fails; what follows is carried out nevertheless. */
    b = db_batch_new();
    db_batch_add(b, false, "insert into t values (1)", 0, NULL);
    db_batch_commit(b);
    db_batch_add(b, false, "insert into t values (6) returning a", 0, NULL);
    r = db_run(db, b);
    assert_false(r->ok);
    assert_int_equal(r->failed, 2);
    assert_string_equal(r->error.sqlstate, "23505");
    assert_string_equal(db_get(r->results[1], 0, 0), "6");
    db_reply_free(r);
    assert_answer(db, "select string_agg(a::text, ' ' order by a) from t", "1 2 3 6");
    db_free(db);
}

static void failure_tells_where_and_undoes_all(void **state)
{
    (void)state;
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    free(server_value(db, "create temp table t (a int primary key, b int not null)", 0, NULL));
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, "insert into t values (1, 1) returning a", 0, NULL);
    db_batch_add(b, true, "insert into t values ($1::int, $2::int)", 2,
                 (const char *[]){"2", NULL});
    db_batch_add(b, true, "select 3", 0, NULL);
    struct db_reply *r = db_run(db, b);
    assert_false(r->ok);
    assert_false(r->lost);
    assert_int_equal(r->failed, 1);
    assert_non_null(r->results[0]);
    assert_null(r->results[1]);
    assert_null(r->results[2]);
    assert_string_equal(r->error.sqlstate, "23502");
    assert_string_equal(r->error.column, "b");
    assert_string_equal(r->error.table, "t");
    db_reply_free(r);
    assert_answer(db, "select count(*)::text from t", "0");
    /* What the abort kept from being prepared is prepared the next time. */
    b = db_batch_new();
    db_batch_add(b, true, "select 3", 0, NULL);
    r = db_run(db, b);
    assert_true(r->ok);
    db_reply_free(r);
    db_free(db);
}

static void failed_prepare_and_failed_commit(void **state)
{
    (void)state;
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select 1", 0, NULL);
    db_batch_add(b, true, "selectt", 0, NULL);
    struct db_reply *r = db_run(db, b);
    assert_false(r->ok);
    assert_int_equal(r->failed, 1);
    assert_string_equal(r->error.sqlstate, "42601");
    db_reply_free(r);
    free(server_value(db, "create temp table d (a int unique deferrable initially deferred)", 0,
                      NULL));
    b = db_batch_new();
    db_batch_add(b, false, "insert into d values (1)", 0, NULL);
    db_batch_add(b, false, "insert into d values (1)", 0, NULL);
    r = db_run(db, b);
    assert_false(r->ok);
    assert_false(r->lost);
    assert_int_equal(r->failed, 2); /* the commit */
    assert_string_equal(r->error.sqlstate, "23505");
    db_reply_free(r);
    assert_answer(db, "select count(*)::text from d", "0");
    db_free(db);
}

static void error_fields_arrive_whole(void **state)
{
    (void)state;
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct db_reply *r = run_one(db,
                                 "do $$ begin raise exception 'm' using errcode = 'MS409',"
                                 " detail = repeat('ұ', 2000), hint = 'h', table = 'x',"
                                 " column = 'y', constraint = 'z'; end $$",
                                 0, NULL);
    assert_string_equal(r->error.what, "m");
    assert_string_equal(r->error.sqlstate, "MS409");
    assert_string_equal(r->error.remedy, "h");
    assert_string_equal(r->error.table, "x");
    assert_string_equal(r->error.column, "y");
    assert_string_equal(r->error.constraint, "z");
    assert_int_equal(strlen(r->detail), 4000);
    db_reply_free(r);
    db_free(db);
}

/* More than sockets hold, both ways: whoever only sends or only reads hangs here. */
static void large_batch_does_not_hang(void **state)
{
    (void)state;
    enum { COPIES = 600, SIZE = 40000 };
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    char *big = xcalloc(SIZE + 1, 1);
    memset(big, 'x', SIZE);
    struct db_batch *b = db_batch_new();
    for (int i = 0; i < COPIES; i++)
        db_batch_add(b, true, "select $1::text || $1::text", 1, (const char *[]){big});
    struct db_reply *r = db_run(db, b);
    assert_true(r->ok);
    assert_int_equal(strlen(db_get(r->results[COPIES - 1], 0, 0)), 2 * SIZE);
    assert_int_equal(db_round_trips(db), 1);
    db_reply_free(r);
    free(big);
    db_free(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batch_is_one_round_trip),
        cmocka_unit_test(failure_tells_where_and_undoes_all),
        cmocka_unit_test(a_part_is_committed_before_the_rest),
        cmocka_unit_test(failed_prepare_and_failed_commit),
        cmocka_unit_test(error_fields_arrive_whole),
        cmocka_unit_test(large_batch_does_not_hang),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
