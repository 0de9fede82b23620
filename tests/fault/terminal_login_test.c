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
    pty_type(p, "yes<Enter>");
    pty_wait_times(p, "Type \"accept\" to accept them:", 2);
    pty_type(p, "АССУЗЕ<Ctrl+U>Accept<Enter>");
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
    pty_type(p, "<Enter>");
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
    pty_wait(p, "деп теріңіз:");
    pty_type(p, "қабылдаймын<Enter>");
    pty_wait(p, "Соңғы карталар");
    world_sql_is(w, "t", ACCEPTED);
    free(path);
    free(locales);
}

/* Nothing names a server: the socket of that port does not exist, so one is asked for. The proxy
   listens at 127.0.0.1. */
struct nameless {
    struct proxy *proxy;
    char *socket, *password, *database, *port;
    const char *environment[9];
};

static struct pty *start_nameless(struct world *w, struct nameless *n)
{
    n->socket = xasprintf("%s/sock", getenv("MANSAP_TEST_DIR"));
    n->password = world_password("operator");
    n->database = world_sql(w, "select current_database()");
    n->proxy = proxy_start_tcp(n->socket);
    n->port = xasprintf("%d", proxy_port(n->proxy));
    const char *const environment[] = {"PGPORT",     n->port,        "PGDATABASE",
                                       n->database,  "PGSSLMODE",    "disable",
                                       "PGPASSFILE", "/nonexistent", NULL};
    memcpy(n->environment, environment, sizeof environment);
    w->environment = n->environment;
    w->bare = true;
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "There is no connection to the server");
    pty_wait(p, "Server:");
    return p;
}

static void done_nameless(struct nameless *n)
{
    proxy_free(n->proxy);
    free(n->port);
    free(n->database);
    free(n->password);
    free(n->socket);
}

static void type_password(struct pty *p, const struct nameless *n)
{
    pty_type(p, n->password);
    pty_type(p, "<Enter>");
    pty_wait(p, "Last cards");
}

/* Typed wrongly, mended by keys; the second time the answers are there by Up. */
static void the_server_and_the_name_are_asked_for(void **state)
{
    struct world *w = *state;
    struct nameless n;
    struct pty *p = start_nameless(w, &n);
    pty_type(p, "7.0.0.1 қайда<Ctrl+W><Backspace><Ctrl+A>12<Ctrl+E><Enter>");
    pty_wait(p, "Server: 127.0.0.1");
    pty_wait(p, "Log-in name:");
    pty_type(p, "перат");
    pty_wait(p, "перат");
    pty_type(p, "<Esc>");
    pty_wait_gone(p, "перат");
    pty_type(p, "peratr<Left>o<Home>o<Enter>");
    pty_wait(p, "Password:");
    assert_false(pty_echoes(p));
    pty_type(p, "wrong<Enter>");
    pty_wait(p, "does not accept this log-in");
    pty_wait_times(p, "Server:", 2);
    pty_type(p, "<Up>");
    pty_wait_times(p, "Server: 127.0.0.1", 2);
    pty_type(p, "<Enter>");
    pty_wait_times(p, "Log-in name:", 2);
    pty_type(p, "<Up><Enter>");
    pty_wait_times(p, "Log-in name: operator", 2);
    pty_wait_times(p, "Password:", 2);
    type_password(p, &n);
    done_nameless(&n);
}

static void a_dumb_terminal_is_asked_plainly(void **state)
{
    struct world *w = *state;
    struct nameless n;
    w->term = "dumb";
    struct pty *p = start_nameless(w, &n);
    assert_true(pty_echoes(p));
    pty_type(p, "127.0.0.1<Enter>");
    pty_wait(p, "Log-in name:");
    pty_type(p, "operator<Enter>");
    pty_wait(p, "Password:");
    pty_type(p, n.password);
    pty_type(p, "<Enter>");
    pty_wait(p, "cannot place the cursor"); /* the screens need more */
    done_nameless(&n);
}

static void a_question_without_an_answer_ends_the_log_in(void **state)
{
    struct world *w = *state;
    static const struct {
        const char *typed, *question, *key;
    } cases[] = {
        {"", "Server:", "<Esc>"},
        {"", "Server:", "<Ctrl+D>"},
        {"127.0.0.1<Enter>", "Log-in name:", "<Esc>"},
        {"127.0.0.1<Enter>", "Log-in name:", "<Ctrl+D>"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct nameless n;
        struct pty *p = start_nameless(w, &n);
        pty_type(p, cases[i].typed);
        pty_wait(p, cases[i].question);
        pty_type(p, cases[i].key);
        pty_wait(p, "A question was left without an answer");
        int status = pty_end(p);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), EXIT_FAILURE);
        assert_true(pty_echoes(p));
        done_nameless(&n);
    }
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
        TEST(a_dumb_terminal_is_asked_plainly, "TERM=dumb: asked without editing"),
        TEST(a_question_without_an_answer_ends_the_log_in, "Esc or Ctrl+D ends the log-in"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
