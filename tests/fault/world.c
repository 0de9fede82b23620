/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fault/world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "common/clock.h"
#include "common/db.h"
#include "common/util.h"

enum { ENVIRONMENT = 24 };

int world_setup(void **state)
{
    const char *dsn = getenv("MANSAP_TEST_DSN"), *dir = getenv("MANSAP_TEST_DIR");
    if (!dsn || !dir || !getenv("MANSAP_TEST_ADMIN_DSN"))
        fail_msg("%s", "MANSAP_TEST_DSN is not set: run by tests/with_server");
    struct world *w = xcalloc(1, sizeof *w);
    w->home = xasprintf("%s/fault.XXXXXX", dir);
    assert_non_null(mkdtemp(w->home));
    w->dsn = xstrdup(dsn);
    *state = w;
    return 0;
}

int world_teardown(void **state)
{
    struct world *w = *state;
    for (int i = 0; i < w->n; i++)
        pty_free(w->pty[i]);
    char *command = xasprintf("rm -rf '%s'", w->home);
    int code = system(command);
    free(command);
    free(w->home);
    free(w->dsn);
    free(w);
    return code;
}

/* --- the program ------------------------------------------------------------------------------ */

static char *write_config(const struct world *w, const char *login, const char *more)
{
    char *path = xasprintf("%s/%s.ini", w->home, login);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    if (!w->bare)
        fprintf(f, "[database]\nconninfo = \"%s user=%s %s\"\n", w->dsn, login, more ? more : "");
    fprintf(f, "[terminal]\nid = local\n");
    assert_int_equal(fclose(f), 0);
    return path;
}

struct pty *world_start(struct world *w, const char *login, const char *more)
{
    const char *program = w->self ? "/proc/self/exe" : getenv("PROGRAM");
    char *config = write_config(w, login, more);
    const char *lang = w->lang ? w->lang : "en";
    const char *argv[] = {program, "--mansap", "--lang", lang, "--config", config, NULL};
    const char *environment[ENVIRONMENT] = {
        "TERM", w->term ? w->term : "xterm-256color", "XDG_STATE_HOME", w->home, "HOME", w->home};
    size_t n = 6;
    for (const char *const *e = w->environment; e && *e; e++) {
        assert_true(n + 1 < COUNT(environment));
        environment[n++] = *e;
    }
    if (!w->self)
        memmove(argv + 1, argv + 2, sizeof argv - 2 * sizeof *argv);
    argv[0] = program ? program : "mansap";
    const char *apart[] = {"/bin/sh",  "-c",     "trap '' HUP; exec setsid -w \"$0\" \"$@\"",
                           argv[0],    "--lang", lang,
                           "--config", config,   NULL};
    if (w->n == (int)COUNT(w->pty)) { /* the former ones have ended: two at once are enough */
        pty_free(w->pty[0]);
        w->pty[0] = w->pty[1];
        w->n--;
    }
    struct pty *p = w->pty[w->n++] = pty_start(w->apart ? apart : argv, environment, 24, 80);
    if (w->charset)
        pty_charset(p, w->charset);
    free(config);
    return p;
}

struct pty *world_start_home(struct world *w, const char *login)
{
    struct pty *p = world_start(w, login, NULL);
    pty_wait(p, "Last cards");
    return p;
}

void world_open(struct pty *p, const char *iin)
{
    pty_type(p, "<F7>");
    pty_wait(p, "Whom do you look for?");
    pty_type(p, iin);
    pty_wait(p, "1 person found.");
    pty_type(p, "<Enter>");
    pty_wait(p, "| 25.06.2024");
}

char *world_password(const char *login)
{
    char *path = xasprintf("%s/pgpass", getenv("MANSAP_TEST_DIR"));
    char *mark = xasprintf(":%s:", login), line[512], *password = NULL;
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (!password && fgets(line, sizeof line, f)) {
        char *at = strstr(line, mark);
        if (at) {
            at[strcspn(at, "\n")] = '\0';
            password = xstrdup(at + strlen(mark));
        }
    }
    fclose(f);
    free(mark);
    free(path);
    assert_non_null(password);
    return password;
}

int world_drafts(const struct world *w)
{
    glob_t found;
    char *pattern = xasprintf("%s/mansap/*.draft", w->home);
    int n = glob(pattern, 0, NULL, &found) == 0 ? (int)found.gl_pathc : 0;
    if (n)
        globfree(&found);
    free(pattern);
    return n;
}

/* --- the database ----------------------------------------------------------------------------- */

static struct db *connect_admin(void)
{
    struct error err = {0};
    struct db *db = db_new();
    db_connect(db, getenv("MANSAP_TEST_ADMIN_DSN"), NULL, NULL);
    if (!db_connect_wait(db, 30000, &err))
        fail_msg("%s %s", err.what, err.detail);
    return db;
}

static char *ask_on(struct db *db, const char *sql)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, 0, NULL);
    struct db_reply *r = db_run(db, b);
    if (!r->ok)
        fail_msg("%s: %s %s", sql, r->error.what, r->error.detail);
    const char *value = db_rows(r->results[0]) > 0 ? db_get(r->results[0], 0, 0) : NULL;
    char *copy = xstrdup(value ? value : "");
    db_reply_free(r);
    return copy;
}

static char *ask(const char *sql)
{
    struct db *db = connect_admin();
    char *value = ask_on(db, sql);
    db_free(db);
    return value;
}

struct db *world_hold(struct world *w, const char *sql)
{
    struct db *db = connect_admin();
    (void)w;
    free(ask_on(db, "begin"));
    free(ask_on(db, sql));
    return db;
}

void world_release(struct db *db)
{
    free(ask_on(db, "rollback"));
    db_free(db);
}

static char *vask(const char *format, va_list args) __attribute__((format(printf, 1, 0)));

static char *vask(const char *format, va_list args)
{
    char sql[4000];
    assert_in_range(vsnprintf(sql, sizeof sql, format, args), 1, sizeof sql - 1);
    return ask(sql);
}

char *world_sql(const struct world *w, const char *format, ...)
{
    va_list args;
    (void)w;
    va_start(args, format);
    char *value = vask(format, args);
    va_end(args);
    return value;
}

void world_sql_is(const struct world *w, const char *want, const char *format, ...)
{
    va_list args;
    (void)w;
    va_start(args, format);
    char *value = vask(format, args);
    va_end(args);
    assert_string_equal(value, want);
    free(value);
}

void world_sql_wait(const struct world *w, const char *want, const char *sql)
{
    long deadline = clock_ms() + PTY_BOUND_MS;
    (void)w;
    for (;;) {
        char *value = ask(sql);
        bool same = strcmp(value, want) == 0;
        if (!same && clock_ms() > deadline)
            fail_msg("%s: %s, wanted %s", sql, value, want);
        free(value);
        if (same)
            return;
    }
}
