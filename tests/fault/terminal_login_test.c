/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log-in in line mode: the terms of use at the first log-in, the server and the name asked for
   where nothing names them, all of it on a terminal that does not speak UTF-8, too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/wait.h>

#include "common/util.h"
#include "tests/fault/proxy.h"
#include "tests/fault/world.h"

#define ACCEPTED                                                                                   \
    "select terms_accepted = mansap.terms_now() from mansap.account where login = 'operator'"

static void forget_terms(const struct world *w)
{
    free(world_sql(w, "update mansap.account set terms_accepted = null, terms_at = null"
                      " where login = 'operator'"));
}

static void the_terms_are_accepted_once(void **state)
{
    struct world *w = *state;
    forget_terms(w);
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "Terms of use, edition");
    pty_wait(p, "Type \"accept\" to accept them:");
    pty_type(p, "accept<Enter>");
    pty_wait(p, "Last cards");
    world_sql_is(w, "t", ACCEPTED);
    pty_type(p, "<F3>");
    assert_int_equal(pty_end(p), 0);
    p = world_start_home(w, "operator");
    assert_false(pty_shows(p, "Terms of use"));
}

static void without_the_terms_there_is_no_access(void **state)
{
    struct world *w = *state;
    forget_terms(w);
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "to accept them:");
    pty_type(p, "yes<Enter>");
    pty_wait(p, "Without the terms of use there is no access");
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_FAILURE);
    assert_false(pty_alternate(p));
    world_sql_is(w, "", ACCEPTED);
}

/* In Kazakh letters of one byte each. */
static void the_terms_in_a_legacy_character_set(void **state)
{
    struct world *w = *state;
    const char *build = getenv("BUILD");
    char *locales = xasprintf("%s/locales", build ? build : "build");
    char *path = realpath(locales, NULL);
    const char *environment[] = {"LOCPATH", path, "LC_ALL", "kk_KZ.RK1048", NULL};
    if (!path)
        fail_msg("%s is missing: make tests", locales);
    w->charset = "RK1048";
    w->environment = environment;
    w->lang = "kk";
    forget_terms(w);
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "Пайдалану шарттары");
    pty_type(p, "қабылдаймын<Enter>");
    pty_wait(p, "Соңғы карталар");
    world_sql_is(w, "t", ACCEPTED);
    free(path);
    free(locales);
}

/* Nothing names a server: the socket of that port does not exist, so one is asked for. */
static void the_server_and_the_name_are_asked_for(void **state)
{
    struct world *w = *state;
    char *socket = xasprintf("%s/sock", getenv("MANSAP_TEST_DIR"));
    char *password = world_password("operator");
    char *database = world_sql(w, "select current_database()");
    struct proxy *proxy = proxy_start_tcp(socket);
    char *port = xasprintf("%d", proxy_port(proxy));
    const char *environment[] = {"PGPORT",  port,         "PGDATABASE",   database, "PGSSLMODE",
                                 "disable", "PGPASSFILE", "/nonexistent", NULL};
    w->environment = environment;
    w->bare = true;
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "There is no connection to the server");
    pty_wait(p, "Server:");
    assert_true(pty_echoes(p));
    pty_type(p, "127.0.0.1<Enter>");
    pty_wait(p, "Log-in name:");
    pty_type(p, "operator<Enter>");
    pty_wait(p, "Password:");
    assert_false(pty_echoes(p));
    pty_type(p, "wrong<Enter>");
    pty_wait(p, "does not accept this log-in");
    pty_wait_times(p, "Server:", 2);
    pty_type(p, "127.0.0.1<Enter>");
    pty_wait_times(p, "Log-in name:", 2);
    pty_type(p, "operator<Enter>");
    pty_wait_times(p, "Password:", 2);
    pty_type(p, password);
    pty_type(p, "<Enter>");
    pty_wait(p, "Last cards");
    proxy_free(proxy);
    free(port);
    free(database);
    free(password);
    free(socket);
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_terms_are_accepted_once, "the terms of use are accepted once, by a word"),
        TEST(without_the_terms_there_is_no_access, "another word, and there is no access"),
        TEST(the_terms_in_a_legacy_character_set, "the terms in kk_KZ.RK1048"),
        TEST(the_server_and_the_name_are_asked_for,
             "server, name and password are asked for where nothing names them"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
