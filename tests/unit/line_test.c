/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/line.h"
#include "common/util.h"
#include "tests/unit/at_terminal.h"

enum { RIGHT = 0, WRONG = 1, NOTHING = 2, UNABLE = 3 };

static const char *want, *term;

/* In the child: one question, with two answers of before. */
static int ask(void)
{
    struct line_past past = {.text = {xstrdup("db2"), xstrdup("db1")}};
    sigset_t waiting;
    char *answer;
    sigprocmask(SIG_BLOCK, NULL, &waiting);
    if (term)
        setenv("TERM", term, 1);
    else
        unsetenv("TERM");
    bool able = line_ask(STDIN_FILENO, "Server: ", &waiting, &past, &answer);
    int code = !able ? UNABLE : !answer ? NOTHING : strcmp(answer, want) == 0 ? RIGHT : WRONG;
    if (code == RIGHT && *want && strcmp(past.text[0], want) != 0)
        code = WRONG; /* not remembered */
    if (code == WRONG)
        printf("<%s>", answer);
    free(answer);
    line_past_done(&past);
    fflush(stdout);
    return code;
}

static int at(const char *name, const char *typed, const char *wanted, char screen[4096])
{
    bool echo;
    term = name;
    want = wanted;
    int status = at_terminal(ask, typed, screen, &echo);
    if (!echo || !WIFEXITED(status))
        fail_msg("%s, typed %s: %s", name ? name : "no TERM", typed, screen);
    return WEXITSTATUS(status);
}

static void a_line_is_edited_by_keys(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *want;
    } cases[] = {
        {"db\n", "db"},
        {"b\001d\005 7\n", "db 7"},                   /* Ctrl+A, Ctrl+E */
        {"\033[Hb\033[1~d\033OF.\033[4~x\n", "db.x"}, /* Home and End of every terminal */
        {"abc\033[D\033OD\033[3~\033[Cd\n", "acd"},   /* Left, Del, Right */
        {"қала әлем\027ұя\n", "қала ұя"},             /* Ctrl+W takes a word */
        {"қалаң\177\177ң\n", "қалң"},                 /* Backspace takes a letter, not a byte */
        {"wrong\025right\n", "right"},                /* Ctrl+U */
        {"a\033[15~b\033[[Ac\033[1;5Dd\tf\n",
         "abcdf"},             /* keys that mean nothing here are no text */
        {"\xd0q\xffz\n", "z"}, /* nor are bytes that are no letter */
        {"\033[A\n", "db2"},   /* what was answered before */
        {"\033[A\033OA\n", "db1"},
        {"\020\020\016\n", "db2"},
        {"\n", ""},
    };
    char screen[4096];
    const char *const terms[] = {"xterm-256color", "linux", "vt100", "screen"};
    for (size_t t = 0; t < COUNT(terms); t++) {
        for (size_t i = 0; i < COUNT(cases); i++) {
            if (at(terms[t], cases[i].typed, cases[i].want, screen) != RIGHT)
                fail_msg("%s: case %zu: %s", terms[t], i, screen);
        }
    }
}

static void a_question_is_given_up(void **state)
{
    (void)state;
    char screen[4096];
    assert_int_equal(at("xterm", "\004", "", screen), NOTHING);
    assert_int_equal(at("xterm", "\033", "", screen), NOTHING);
    assert_int_equal(at("xterm", "abc\025\004", "", screen), NOTHING);
}

static void ctrl_d_deletes_in_a_line_that_is_not_empty(void **state)
{
    (void)state;
    char screen[4096];
    assert_int_equal(at("xterm", "abc\001\004\n", "bc", screen), RIGHT);
}

static void more_than_a_thousand_bytes_are_no_answer(void **state)
{
    (void)state;
    char screen[4096], typed[1003];
    memset(typed, 'x', sizeof typed);
    strcpy(typed + 1001, "\n");
    assert_int_equal(at("xterm", typed, "", screen), NOTHING);
    char *fits = xstrdup(typed + 1);
    fits[1000] = '\0';
    assert_int_equal(at("xterm", typed + 1, fits, screen), RIGHT);
    free(fits);
}

static void a_terminal_that_cannot_be_drawn_on_is_left_alone(void **state)
{
    (void)state;
    static const char *const terms[] = {"dumb", "no-such-terminal", "", NULL};
    for (size_t i = 0; i < COUNT(terms); i++) {
        char screen[4096] = "";
        assert_int_equal(at(terms[i], "", "", screen), UNABLE);
        assert_string_equal(screen, "");
    }
}

static void without_a_terminal_nothing_is_asked(void **state)
{
    (void)state;
    int ends[2];
    sigset_t waiting;
    char *answer;
    sigprocmask(SIG_BLOCK, NULL, &waiting);
    assert_int_equal(pipe(ends), 0);
    assert_false(line_ask(ends[0], "Server: ", &waiting, NULL, &answer));
    assert_null(answer);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_edited_by_keys),
        cmocka_unit_test(a_question_is_given_up),
        cmocka_unit_test(ctrl_d_deletes_in_a_line_that_is_not_empty),
        cmocka_unit_test(more_than_a_thousand_bytes_are_no_answer),
        cmocka_unit_test(a_terminal_that_cannot_be_drawn_on_is_left_alone),
        cmocka_unit_test(without_a_terminal_nothing_is_asked),
    };
    return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
