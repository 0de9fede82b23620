/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of this directory share: the program started on the temporary server's database,
   with a home of its own, and the administrator's view of that database. */
#ifndef TESTS_FAULT_WORLD_H
#define TESTS_FAULT_WORLD_H

#include <stdbool.h>

#include "tests/fault/pty.h"

/* An existing card of the operator's centre with few values, and an IIN that nobody has. */
#define WORLD_IIN "000601500208"
#define WORLD_NEW_IIN "990101300013"

struct db;

struct world {
    char *home;                     /* drafts are below it: $XDG_STATE_HOME */
    char *dsn;                      /* without a user */
    const char *term;               /* $TERM, or NULL: xterm-256color */
    const char *charset;            /* of the terminal, for iconv; NULL: UTF-8 */
    const char *const *environment; /* more of it: name, value, ..., NULL */
    const char *lang;               /* --lang, or NULL: en */
    bool bare;                      /* nothing in the configuration names server and user */
    bool self;                      /* the test's own program is started, with --mansap first */
    bool apart; /* the program has a session of its own: no SIGHUP comes when the terminal goes */
    struct pty *pty[2];
    int n;
};

/* cmocka's set-up and tear-down: *state is the world. Tear-down kills what still runs. */
int world_setup(void **state);
int world_teardown(void **state);

/* Starts ./mansap --lang en on the terminal of 80x24 as login, or with more words of libpq
   ("host=... passfile=..."; NULL: none). It is freed by the tear-down. */
struct pty *world_start(struct world *w, const char *login, const char *more);
struct pty *world_start_home(struct world *w,
                             const char *login); /* and waits for the home screen */
/* By the search from home to the open card. */
void world_open(struct pty *p, const char *iin);
char *world_password(const char *login); /* of the pgpass file: the caller's */

/* As the superuser: the first value ("" if there is none), the caller's; a failure fails the test.
 */
char *world_sql(const struct world *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void world_sql_is(const struct world *w, const char *want, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Until the query gives that, in a minute. */
void world_sql_wait(const struct world *w, const char *want, const char *sql);
/* A transaction of the administrator that has done that and stays open, until it is released. */
struct db *world_hold(struct world *w, const char *sql);
void world_release(struct db *db);
int world_drafts(const struct world *w);

#endif
