/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each case runs in a child with a pseudo-terminal of its own as controlling terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include "common/login.h"
#include "common/util.h"

enum { RIGHT = 0, WRONG = 1, NOTHING = 2 };

/* Runs child() at a pty on which `typed` is typed once the prompt's colon has come. Returns the
   wait status; *screen gets what the terminal showed, *echo whether it still echoes at the end. */
static int at_terminal(int (*child)(void), const char *typed, char screen[4096], bool *echo)
{
    int master, slave, status;
    struct termios t;
    assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(master);
        if (login_tty(slave) != 0)
            _exit(99);
        _exit(child());
    }
    close(slave);
    size_t n = 0;
    bool done = false;
    screen[0] = '\0';
    while (n < 4095) {
        ssize_t got = read(master, screen + n, 4095 - n);
        if (got <= 0)
            break; /* EIO: the child has closed the terminal */
        n += (size_t)got;
        screen[n] = '\0';
        if (!done && strchr(screen, ':')) {
            assert_int_equal(write(master, typed, strlen(typed)), (ssize_t)strlen(typed));
            done = true;
        }
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(tcgetattr(master, &t), 0);
    *echo = t.c_lflag & ECHO;
    close(master);
    return status;
}

static int ask_secret(void)
{
    char *answer = login_ask("Password: ", true);
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
        {"[P-17] the server's password is asked for", the_server_s_password_is_asked_for, NULL,
         NULL, NULL},
        cmocka_unit_test(without_a_terminal_there_is_a_remedy),
    };
    return cmocka_run_group_tests_name("login", tests, NULL, NULL);
}
