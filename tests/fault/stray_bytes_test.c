/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal sends that is no key, and terminals that cannot show a screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "tests/fault/world.h"

#define TEST(function, name)                                                                       \
    {                                                                                              \
        name, function, world_setup, world_teardown, NULL                                          \
    }

/* The telephone half typed, then the bytes, then its end. */
static void typed_around(void **state, const char *bytes)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>8701");
    pty_wait(p, "8701");
    pty_type(p, bytes);
    pty_type(p, "555");
    pty_wait(p, "8701555");
}

/* Shift, Ctrl and Alt with arrows, where terminfo does not know them; reports of a mouse and of the
   focus; the brackets of a paste. */
static void sequences_of_no_key_type_nothing(void **state)
{
    typed_around(state, "\033[99;5~\033[1;9C\033O5Q\033[I\033[O\033[<"
                        "0;10;10M\033[200~");
}

static void bytes_that_are_no_text_type_nothing(void **state)
{
    typed_around(state, "\377\300\200\xed\xa0\x80");
}

/* Lines that are pasted are fields: nothing is saved, nothing lost (K-1). */
static void pasted_lines_go_from_field_to_field(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>87015553101\rasel@example.org\r");
    pty_wait(p, "asel@example.org");
    pty_wait(p, "+77015553101");
    pty_wait(p, "changed *");
    world_sql_is(*state, "", "select email from mansap.card where iin = '%s'", WORLD_IIN);
}

static void a_terminal_that_places_no_cursor_is_refused(void **state)
{
    struct world *w = *state;
    w->term = "dumb";
    struct pty *p = world_start(w, "operator", NULL);
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_not_equal(WEXITSTATUS(status), 0);
    assert_true(pty_shows(p, "The terminal type 'dumb'"));
    assert_true(pty_shows(p, "xterm, linux or vt100"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sequences_of_no_key_type_nothing, "sequences of no key type nothing [K-13] [K-16]"),
        TEST(bytes_that_are_no_text_type_nothing, "bytes that are no text type nothing [K-16]"),
        TEST(pasted_lines_go_from_field_to_field, "pasted lines go from field to field [K-1]"),
        TEST(a_terminal_that_places_no_cursor_is_refused,
             "a terminal that places no cursor is refused, with what to do [K-13]"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
