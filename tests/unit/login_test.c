/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/login.h"
#include "common/util.h"
#include "tests/unit/at_terminal.h"

enum { RIGHT = 0, WRONG = 1, NOTHING = 2 };

static int ask_secret(void)
{
    char *answer = login_ask_secret("Password: ");
    int code = !answer ? NOTHING : strcmp(answer, "құпия 1") == 0 ? RIGHT : WRONG;
    free(answer);
    return code;
}

static void a_password_is_read_and_not_shown(void **state)
{
    (void)state;
    char screen[4096] = "";
    bool echo;
    int status = at_terminal(ask_secret, "құпия 1\n", screen, &echo);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), RIGHT);
    assert_null(strstr(screen, "құпия"));
    assert_true(echo);
}

static void an_interrupt_gives_the_echo_back(void **state)
{
    (void)state;
    char screen[4096] = "";
    bool echo;
    int status = at_terminal(ask_secret, "half\003", screen, &echo);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGINT);
    assert_true(echo);
}

static void the_end_of_input_is_no_password(void **state)
{
    (void)state;
    char screen[4096] = "";
    bool echo;
    int status = at_terminal(ask_secret, "\004", screen, &echo);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), NOTHING);
    assert_true(echo);
}

static int ask_question(void)
{
    char *answer = login_ask("Server: ", NULL);
    int code = !answer ? NOTHING : strcmp(answer, "db.қала") == 0 ? RIGHT : WRONG;
    free(answer);
    return code;
}

static void at_each_terminal(const char *typed, int code, int signal)
{
    static const char *const terms[] = {"xterm", "dumb", "no-such-terminal"};
    char *term = xstrdup(getenv("TERM"));
    for (size_t i = 0; i < COUNT(terms); i++) {
        char screen[4096] = "";
        bool echo;
        setenv("TERM", terms[i], 1);
        int status = at_terminal(ask_question, typed, screen, &echo);
        if (signal ? !WIFSIGNALED(status) || WTERMSIG(status) != signal
                   : !WIFEXITED(status) || WEXITSTATUS(status) != code)
            fail_msg("%s: %x: %s", terms[i], (unsigned)status, screen);
        assert_true(echo);
    }
    if (term)
        setenv("TERM", term, 1);
    free(term);
}

static void a_question_is_answered_on_any_terminal(void **state)
{
    (void)state;
    at_each_terminal("db.қала\n", RIGHT, 0);
    at_each_terminal("\004", NOTHING, 0);
}

static void an_interrupt_of_a_question_gives_the_echo_back(void **state)
{
    (void)state;
    at_each_terminal("half\003", 0, SIGINT);
    at_each_terminal("half\034", 0, SIGQUIT);
}

static char password[128]; /* of the operator */

static int connect_without_passfile(void)
{
    struct config c = {
        .conninfo = xasprintf("%s passfile=/nonexistent", getenv("MANSAP_TEST_DSN")),
        .terminal = xstrdup("local"),
    };
    struct db *db = db_new();
    struct session s;
    struct error err = {0};
    bool ok = login_open(db, &c, &s, &err);
    if (!ok)
        fprintf(stderr, "%s\n", err.what);
    int code = ok && strcmp(s.login, "operator") == 0 ? RIGHT : WRONG;
    session_done(&s);
    login_close(db);
    db_free(db);
    config_done(&c);
    return code;
}

static void the_server_s_password_is_asked_for(void **state)
{
    (void)state;
    char *path = xasprintf("%s/pgpass", getenv("MANSAP_TEST_DIR")), line[512];
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        char *at = strstr(line, ":operator:");
        if (at)
            snprintf(password, sizeof password, "%s", at + strlen(":operator:"));
    }
    fclose(f);
    free(path);
    assert_true(strlen(password) > 10);
    char screen[4096] = "";
    bool echo;
    int status = at_terminal(connect_without_passfile, password, screen, &echo);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != RIGHT)
        fail_msg("%s", screen);
    status = at_terminal(connect_without_passfile, "wrong\n", screen, &echo);
    assert_int_equal(WEXITSTATUS(status), WRONG);
}

static void without_a_terminal_there_is_a_remedy(void **state)
{
    (void)state;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        setsid();
        struct config c = {.conninfo =
                               xasprintf("%s passfile=/nonexistent", getenv("MANSAP_TEST_DSN"))};
        struct db *db = db_new();
        struct error err = {0};
        bool ok = login_connect(db, &c, &err);
        db_free(db);
        free(c.conninfo);
        _exit(!ok && strstr(err.remedy, ".pgpass") ? RIGHT : WRONG);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(WEXITSTATUS(status), RIGHT);
}

int main(void)
{
    i18n_init();
    i18n_set(LANG_EN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_password_is_read_and_not_shown),
        cmocka_unit_test(an_interrupt_gives_the_echo_back),
        cmocka_unit_test(the_end_of_input_is_no_password),
        cmocka_unit_test(a_question_is_answered_on_any_terminal),
        cmocka_unit_test(an_interrupt_of_a_question_gives_the_echo_back),
        {"[P-17] the server's password is asked for", the_server_s_password_is_asked_for, NULL,
         NULL, NULL},
        cmocka_unit_test(without_a_terminal_there_is_a_remedy),
    };
    return cmocka_run_group_tests_name("login", tests, NULL, NULL);
}
