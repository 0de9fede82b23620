/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/db.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/util.h"

static struct db *open_db(const char *variable)
{
    const char *dsn = getenv(variable);
    struct error err = {0};
    struct db *db = db_new();
    assert_non_null(dsn);
    db_connect(db, dsn, NULL, NULL);
    if (!db_connect_wait(db, 30000, &err))
        fail_msg("%s %s", err.what, err.detail);
    return db;
}

static struct db *admin_db(void)
{
    return open_db("MANSAP_TEST_ADMIN_DSN");
}

static struct db_reply *run_one(struct db *db, const char *sql, int n, const char *const *params)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, n, params);
    return db_run(db, b);
}

/* The first value of a statement that must succeed; the caller's. */
static char *value_of(struct db *db, const char *sql)
{
    struct db_reply *r = run_one(db, sql, 0, NULL);
    if (!r->ok)
        fail_msg("%s: %s", sql, r->error.what);
    char *value = xstrdup(db_get(r->results[0], 0, 0));
    db_reply_free(r);
    return value;
}

static void assert_answer(struct db *db, const char *sql, const char *expected)
{
    char *value = value_of(db, sql);
    assert_string_equal(value, expected);
    free(value);
}

static void batch_is_one_round_trip(void **state)
{
    (void)state;
    struct db *db = open_db("MANSAP_TEST_DSN");
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
    struct db *db = admin_db();
    free(value_of(db, "create temp table t (a int primary key deferrable initially deferred)"));
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
    struct db *db = admin_db();
    free(value_of(db, "create temp table t (a int primary key, b int not null)"));
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
    struct db *db = admin_db();
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select 1", 0, NULL);
    db_batch_add(b, true, "selectt", 0, NULL);
    struct db_reply *r = db_run(db, b);
    assert_false(r->ok);
    assert_int_equal(r->failed, 1);
    assert_string_equal(r->error.sqlstate, "42601");
    db_reply_free(r);
    free(value_of(db, "create temp table d (a int unique deferrable initially deferred)"));
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
    struct db *db = admin_db();
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
    struct db *db = admin_db();
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

/* Ends the back end of `victim` while it waits for a lock that `admin` holds. */
static void terminate_waiting(struct db *victim, struct db *admin, const char *pid)
{
    struct db_reply *r;
    bool waiting = false;
    while (!waiting) {
        db_wait(victim, -1, 0);
        r = run_one(admin,
                    "select count(*) from pg_locks where pid = $1::int and not granted"
                    " and locktype = 'advisory'",
                    1, &pid);
        waiting = strcmp(db_get(r->results[0], 0, 0), "1") == 0;
        db_reply_free(r);
    }
    r = run_one(admin, "select pg_terminate_backend($1::int)", 1, &pid);
    assert_true(r->ok);
    db_reply_free(r);
}

struct seen {
    int calls;
    bool ok, lost;
    char sqlstate[6];
};

static void note(void *ctx, const struct db_reply *reply)
{
    struct seen *s = ctx;
    s->calls++;
    s->ok = reply->ok;
    s->lost = reply->lost;
    memcpy(s->sqlstate, reply->error.sqlstate, sizeof s->sqlstate);
}

static void loss_is_told_and_mended(void **state)
{
    (void)state;
    struct db *db = admin_db(), *admin = admin_db();
    struct seen sent = {0}, queued = {0}, later = {0};
    char *pid = value_of(db, "select pg_backend_pid()::text");
    free(value_of(admin, "select pg_advisory_lock(7)::text"));
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select pg_advisory_lock(7)", 0, NULL);
    db_send(db, b, note, &sent);
    b = db_batch_new();
    db_batch_add(b, true, "select 1", 0, NULL);
    db_send(db, b, note, &queued);
    terminate_waiting(db, admin, pid);
    while (db_busy(db))
        db_wait(db, -1, -1);
    assert_int_equal(db_state(db), DB_LOST);
    assert_int_equal(sent.calls, 1);
    assert_true(sent.lost);
    assert_string_equal(sent.sqlstate, "08007");
    assert_int_equal(queued.calls, 1);
    assert_true(queued.lost);
    assert_string_equal(queued.sqlstate, "08001");
    assert_true(strlen(db_error(db)->what) > 0);
    /* Without a connection a batch is answered at once. */
    b = db_batch_new();
    db_batch_add(b, true, "select 1", 0, NULL);
    db_send(db, b, note, &later);
    assert_int_equal(db_wait(db, -1, -1), DB_SERVER);
    assert_string_equal(later.sqlstate, "08001");
    db_reconnect(db);
    assert_true(db_connect_wait(db, 30000, NULL));
    b = db_batch_new();
    db_batch_add(b, true, "select 1", 0, NULL);
    struct db_reply *r = db_run(db, b);
    assert_true(r->ok);
    db_reply_free(r);
    free(pid);
    db_free(db);
    db_free(admin);
}

/* An idle connection that goes is noticed without a question being asked. */
static void idle_loss_is_noticed(void **state)
{
    (void)state;
    struct db *db = admin_db(), *admin = admin_db();
    char *pid = value_of(db, "select pg_backend_pid()::text");
    const char *params[] = {pid};
    db_reply_free(run_one(admin, "select pg_terminate_backend($1::int)", 1, params));
    while (db_state(db) == DB_READY)
        assert_int_equal(db_wait(db, -1, -1), DB_SERVER);
    assert_int_equal(db_state(db), DB_LOST);
    free(pid);
    db_free(db);
    db_free(admin);
}

static void forgotten_answers_are_not_told(void **state)
{
    (void)state;
    struct db *db = admin_db();
    struct seen first = {0}, second = {0}, third = {0};
    const char *sql = "select 1";
    struct db_batch *b[3];
    for (int i = 0; i < 3; i++) {
        b[i] = db_batch_new();
        db_batch_add(b[i], true, sql, 0, NULL);
    }
    int t1 = db_send(db, b[0], note, &first);
    int t2 = db_send(db, b[1], note, &second);
    int t3 = db_send(db, b[2], note, &third);
    assert_true(t1 > 0 && t2 > t1 && t3 > t2);
    db_forget(db, t2);
    db_wait(db, -1, 0); /* the first is under way or answered */
    db_forget(db, t1);
    int told = first.calls;
    while (db_busy(db))
        db_wait(db, -1, -1);
    assert_int_equal(first.calls, told);
    assert_int_equal(second.calls, 0);
    assert_int_equal(third.calls, 1);
    assert_true(third.ok);
    assert_int_equal(db_round_trips(db), 2); /* the second never left */
    db_free(db);
}

static void send_again(void *ctx, const struct db_reply *reply)
{
    struct db *db = ctx;
    struct db_batch *b = db_batch_new();
    assert_true(reply->ok);
    db_close(db);
    db_batch_add(b, false, "select 2", 0, NULL);
    db_send(db, b, NULL, NULL);
}

static void owner_may_close_and_send_from_the_answer(void **state)
{
    (void)state;
    struct db *db = admin_db();
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, "select 1", 0, NULL);
    db_send(db, b, send_again, db);
    while (db_busy(db))
        db_wait(db, -1, -1);
    assert_int_equal(db_state(db), DB_CLOSED);
    db_free(db);
}

static void keys_signals_and_time_wake(void **state)
{
    (void)state;
    int key[2];
    struct db *db = db_new();
    assert_int_equal(pipe(key), 0);
    assert_int_equal(db_wait(db, key[0], 0), DB_TIMEOUT);
    assert_int_equal(write(key[1], "x", 1), 1);
    assert_int_equal(db_wait(db, key[0], -1), DB_KEY);
    assert_int_equal(db_signal_next(), 0);
    db_signals_watch();
    raise(SIGWINCH);
    raise(SIGTERM);
    raise(SIGTSTP);
    assert_int_equal(db_wait(db, -1, -1), DB_SIGNAL);
    assert_int_equal(db_signal_next(), SIGWINCH);
    assert_int_equal(db_signal_next(), SIGTERM);
    assert_int_equal(db_signal_next(), 0);
    close(key[0]);
    close(key[1]);
    db_free(db);
}

static void no_server_is_an_error_with_a_remedy(void **state)
{
    (void)state;
    struct db *db = db_new();
    struct error err = {0};
    db_connect(db, "host=/nowhere", (const char *[]){"user", "dbname", NULL},
               (const char *[]){"a", "b", NULL});
    assert_false(db_connect_wait(db, 30000, &err));
    assert_int_equal(db_state(db), DB_LOST);
    assert_false(db_needs_password(db));
    assert_true(strlen(err.what) > 0 && strlen(err.remedy) > 0);
    assert_non_null(strstr(err.detail, "/nowhere"));
    db_connect(db, "nonsense=1", NULL, NULL);
    assert_false(db_connect_wait(db, 30000, &err));
    db_free(db);
}

static void missing_and_wrong_passwords_differ(void **state)
{
    (void)state;
    struct db *db = db_new();
    struct error missing = {0}, wrong = {0};
    const char *dsn = getenv("MANSAP_TEST_DSN");
    assert_non_null(dsn);
    db_connect(db, dsn, (const char *[]){"passfile", NULL}, (const char *[]){"/nonexistent", NULL});
    assert_false(db_connect_wait(db, 30000, &missing));
    assert_true(db_needs_password(db));
    db_connect(db, dsn, (const char *[]){"password", NULL}, (const char *[]){"wrong", NULL});
    assert_false(db_connect_wait(db, 30000, &wrong));
    assert_false(db_needs_password(db));
    assert_string_not_equal(missing.what, wrong.what);
    assert_true(strlen(wrong.remedy) > 0);
    assert_null(strstr(wrong.detail, "wrong"));
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
        cmocka_unit_test(loss_is_told_and_mended),
        cmocka_unit_test(idle_loss_is_noticed),
        cmocka_unit_test(forgotten_answers_are_not_told),
        cmocka_unit_test(owner_may_close_and_send_from_the_answer),
        cmocka_unit_test(keys_signals_and_time_wake),
        cmocka_unit_test(no_server_is_an_error_with_a_remedy),
        cmocka_unit_test(missing_and_wrong_passwords_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
