/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include <dlfcn.h>
#include <signal.h>
#include <unistd.h>

static struct db_reply *run_one(struct db *db, const char *sql, int n, const char *const *params)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, n, params);
    return db_run(db, b);
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
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL),
              *admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct seen sent = {0}, queued = {0}, later = {0};
    char *pid = server_value(db, "select pg_backend_pid()::text", 0, NULL);
    free(server_value(admin, "select pg_advisory_lock(7)::text", 0, NULL));
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
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL),
              *admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    char *pid = server_value(db, "select pg_backend_pid()::text", 0, NULL);
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
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
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
    struct db *db = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
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

/* What GnuTLS finds when it is loaded; its own answer is 0. */
static void gnutls_waits_until_it_is_needed(void **state)
{
    (void)state;
    union {
        void *found;
        int (*tell)(void);
    } answer = {dlsym(RTLD_DEFAULT, "_gnutls_global_init_skip")};
    assert_non_null(answer.found);
    assert_int_equal(answer.tell(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loss_is_told_and_mended),
        cmocka_unit_test(idle_loss_is_noticed),
        cmocka_unit_test(forgotten_answers_are_not_told),
        cmocka_unit_test(owner_may_close_and_send_from_the_answer),
        cmocka_unit_test(keys_signals_and_time_wake),
        cmocka_unit_test(no_server_is_an_error_with_a_remedy),
        cmocka_unit_test(missing_and_wrong_passwords_differ),
        cmocka_unit_test(gnutls_waits_until_it_is_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
