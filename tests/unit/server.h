/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests that need the temporary server: connections, open sessions, an IIN that nobody has. */
#ifndef TESTS_UNIT_SERVER_H
#define TESTS_UNIT_SERVER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/db.h"
#include "common/search.h"
#include "common/session.h"
#include "common/util.h"

/* Connects by the conninfo in the variable; user (may be NULL) instead of its own. Fails without a
 * server. */
static inline struct db *server_connect(const char *variable, const char *user)
{
    const char *dsn = getenv(variable);
    struct error err = {0};
    struct db *db = db_new();
    if (!dsn)
        fail_msg("%s is not set: run by tests/with_server", variable);
    db_connect(db, dsn, (const char *[]){"user", NULL}, (const char *[]){user, NULL});
    if (!db_connect_wait(db, 30000, &err))
        fail_msg("%s %s", err.what, err.detail);
    return db;
}

/* Opens the gate, accepting the terms if they are asked for. */
static inline void server_enter(struct db *db, struct session *s)
{
    struct error err = {0};
    char *terms = NULL;
    for (int i = 0; i < 2; i++) {
        struct db_reply *r = db_run(db, session_batch("local", terms));
        bool open = session_read(s, r, &err);
        db_reply_free(r);
        free(terms);
        terms = xstrdup(s->terms);
        if (open) {
            free(terms);
            return;
        }
        session_done(s);
    }
    fail_msg("%s %s %s", err.sqlstate, err.what, err.detail);
}

static inline struct db_reply *server_run(struct db *db, const char *sql, int n,
                                          const char *const *params)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, n, params);
    struct db_reply *r = db_run(db, b);
    if (!r->ok)
        fail_msg("%s: %s %s", sql, r->error.what, r->error.detail);
    return r;
}

/* The first value; the caller's. */
static inline char *server_value(struct db *db, const char *sql, int n, const char *const *params)
{
    struct db_reply *r = server_run(db, sql, n, params);
    char *value = xstrdup(db_get(r->results[0], 0, 0));
    db_reply_free(r);
    return value;
}

/* A valid IIN of a man born on 1 January 1990 that has no card yet; the caller's. */
static inline char *server_new_iin(struct db *db)
{
    for (int n = 0; n < 100000; n++) {
        char *iin = xasprintf("9001013%05d", n), *centre = NULL;
        struct error err;
        bool taken = true;
        if (iin_valid(iin)) {
            struct db_reply *r = db_run(db, search_exists_batch(iin));
            assert_true(search_exists_read(r, &centre, &err));
            taken = centre != NULL;
            db_reply_free(r);
        }
        free(centre);
        if (!taken)
            return iin;
        free(iin);
    }
    fail_msg("no free IIN");
    return NULL;
}

#endif
