/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "common/util.h"

static void strings_compare_and_copy(void **state)
{
    (void)state;
    assert_true(str_empty(NULL) && str_empty("") && !str_empty(" "));
    assert_true(str_same(NULL, "") && str_same("a", "a") && !str_same("a", NULL));
    assert_true(str_starts("abc", "ab") && str_starts("abc", "") && !str_starts("ab", "abc"));
    assert_null(xstrdup(NULL));
    char *s = NULL;
    str_set(&s, "first");
    str_set(&s, s + 2); /* out of itself */
    assert_string_equal(s, "rst");
    str_set(&s, "");
    assert_null(s);
}

static void a_code_is_found_whole_only(void **state)
{
    (void)state;
    static const struct {
        const char *codes, *code;
        bool found;
    } cases[] = {
        {"hired", "hired", true}, {"a|b|c", "a", true}, {"a|b|c", "b", true}, {"a|b|c", "c", true},
        {"ab|c", "a", false},     {"ab|c", "b", false}, {"a", "ab", false},   {"a||b", "", false},
        {"", "a", false},         {"a|b", NULL, false}, {NULL, "a", false},   {"a|b|", "b", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (str_in_list(cases[i].codes, cases[i].code) != cases[i].found)
            fail_msg("%s in %s", cases[i].code, cases[i].codes);
}

static void a_buffer_grows(void **state)
{
    (void)state;
    struct buf b = {0};
    char *empty = buf_take(&b);
    assert_string_equal(empty, "");
    free(empty);
    for (int i = 0; i < 1000; i++)
        buf_addf(&b, "%03d", i);
    buf_add(&b, "");
    buf_addn(&b, "xyz", 1);
    assert_int_equal(b.len, 3001);
    char *s = buf_take(&b);
    assert_int_equal(strlen(s), 3001);
    assert_true(str_starts(s + 2997, "999x"));
    assert_null(b.s);
    free(s);
    buf_add(&b, "gone");
    buf_done(&b);
    assert_int_equal(b.len, 0);
}

static void wiping_leaves_nothing(void **state)
{
    (void)state;
    char secret[] = "secret";
    wipe(secret, sizeof secret);
    for (size_t i = 0; i < sizeof secret; i++)
        assert_int_equal(secret[i], 0);
    wipe(NULL, 0);
}

static void hook(void)
{
    fputs("hook ", stderr);
    die("again"); /* must not come back here */
}

static void dying_gives_the_terminal_back_once(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        die_hook = hook;
        die("number %d", 7);
    }
    close(ends[1]);
    char text[200] = "";
    size_t len = 0;
    for (ssize_t n; (n = read(ends[0], text + len, sizeof text - 1 - len)) > 0;)
        len += (size_t)n;
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 70);
    assert_string_equal(text, "hook mansap: again\n");
}

static void an_error_says_where_what_and_remedy(void **state)
{
    (void)state;
    struct error err = {.number = 5, .sqlstate = "MS409"};
    assert_false(error_set(&err, "%s", "what"));
    assert_int_equal(err.number, 0);
    assert_string_equal(err.sqlstate, "");
    assert_false(error_number(&err, 101));
    char *s = error_text(&err);
    assert_string_equal(s, "what");
    free(s);
    assert_false(error_where(&err, "line %d", 3));
    assert_false(error_remedy(&err, "do\nthis"));
    s = error_text(&err);
    assert_string_equal(s, "line 3: what: do this");
    free(s);
    error_set(&err, "%s, again", err.what); /* out of itself */
    assert_string_equal(err.what, "what, again");
    assert_false(error_set(NULL, "nobody listens"));
}

static void an_error_never_ends_in_half_a_letter(void **state)
{
    (void)state;
    struct error err;
    char text[sizeof err.what + 10];
    for (size_t start = 0; start < 2; start++) {
        memset(text, 'x', sizeof text);
        for (size_t i = start; i + 2 < sizeof text; i += 2)
            memcpy(text + i, "ә", 2);
        text[sizeof text - 1] = '\0';
        error_set(&err, "%s", text);
        size_t len = strlen(err.what);
        assert_true(len >= sizeof err.what - 2);
        assert_int_equal((len - start) % 2, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_compare_and_copy),
        cmocka_unit_test(a_code_is_found_whole_only),
        cmocka_unit_test(a_buffer_grows),
        cmocka_unit_test(wiping_leaves_nothing),
        cmocka_unit_test(dying_gives_the_terminal_back_once),
        cmocka_unit_test(an_error_says_where_what_and_remedy),
        cmocka_unit_test(an_error_never_ends_in_half_a_letter),
    };
    return cmocka_run_group_tests_name("util", tests, NULL, NULL);
}
