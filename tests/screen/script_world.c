/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to the program from outside: time goes by, it is killed, its disk fails. */
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "tests/screen/script.h"

/* Until all answers are there and the hints that wait for a pause of the keys are shown. */
void script_settle(struct script *s)
{
    app_settle(s->app);
    if (!app_hint_waits(s->app))
        return;
    app_hint_now(s->app);
    app_draw(s->app);
}

/* What the program does in a pause of the keys, if it wants to. */
bool script_do_pause(struct script *s, const char *text)
{
    (void)text;
    if (!script_needs_app(s))
        return false;
    if (app_pause_waits(s->app))
        app_pause(s->app);
    script_settle(s);
    return true;
}

/* So many minutes go by without a key. */
bool script_do_idle(struct script *s, const char *text)
{
    if (!script_needs_app(s))
        return false;
    s->app->key_at -= atol(text) * 60000;
    app_turn(s->app, -1, 0);
    script_settle(s);
    return true;
}

/* The server ends the connection; returns as soon as the program has noticed. */
bool script_do_lose(struct script *s, const char *text)
{
    if (!script_needs_app(s))
        return false;
    char *sql = xasprintf("select pg_terminate_backend(pid) from pg_stat_activity"
                          " where usename = '%s' and datname = current_database()",
                          s->login);
    bool ok;
    free(script_sql(s, sql, &ok));
    free(sql);
    while (ok && s->app->online)
        app_turn(s->app, -1, -1);
    if (strcmp(text, "long") == 0)
        s->app->retry_at = clock_ms() + 3600 * 1000;
    app_draw(s->app);
    return ok;
}

/* Until the connection that is being made is there or has failed. */
bool script_do_try(struct script *s, const char *text)
{
    (void)text;
    if (!script_needs_app(s))
        return false;
    do
        app_turn(s->app, -1, -1);
    while (!s->app->online && (db_state(s->db) == DB_CONNECTING || s->app->gate_ticket));
    app_draw(s->app);
    return true;
}

/* Types the password of who is logged in, from the file that libpq has it from. */
bool script_do_password(struct script *s, const char *text)
{
    (void)text;
    char *path = xasprintf("%s/pgpass", getenv("MANSAP_TEST_DIR")), line[500];
    FILE *f = fopen(path, "r");
    free(path);
    bool found = false;
    while (f && !found && fgets(line, sizeof line, f)) {
        char *secret = strrchr(line, ':'), *login = NULL;
        *secret++ = 0;
        secret[strcspn(secret, "\n")] = 0;
        login = strrchr(line, ':') + 1;
        found = strcmp(login, s->login) == 0 && script_keys(s, secret);
    }
    if (f)
        fclose(f);
    return found;
}

/* Whose function keys. */
bool script_do_profile(struct script *s, const char *text)
{
    (void)s;
    return keys_profile(text);
}

/* As kill -9 leaves it: nobody is told. */
bool script_do_kill(struct script *s, const char *text)
{
    (void)text;
    if (!script_needs_app(s))
        return false;
    char *copy = xasprintf("cp -a '%s' '%s.kept'", s->state, s->state);
    char *back = xasprintf("rm -rf '%s' && mv '%s.kept' '%s'", s->state, s->state, s->state);
    bool ok = system(copy) == 0;
    script_stop_app(s);
    ok = ok && system(back) == 0;
    free(copy);
    free(back);
    return ok && script_start_app(s);
}

/* Where drafts cannot be written: below something that is no directory. */
bool script_do_state(struct script *s, const char *text)
{
    setenv("XDG_STATE_HOME", strcmp(text, "none") == 0 ? "/dev/null" : s->state, 1);
    return true;
}
