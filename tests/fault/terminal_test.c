/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program at a terminal: logging in, a session from finding a person to the saved value,
   windows of any size, and the terminal as it was when the program is gone, whatever ended it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>

#include "common/util.h"
#include "tests/fault/world.h"

#define PHONE "select phone from mansap.card where iin = '" WORLD_IIN "'"

/* --- logging in ------------------------------------------------------------------------------- */

static void nothing_is_asked_where_a_passfile_knows(void **state)
{
    struct pty *p = world_start(*state, "operator", NULL);
    pty_wait(p, "Last cards");
    pty_wait(p, "[TRAINING]");
    assert_true(pty_alternate(p));
    assert_false(pty_echoes(p));
}

static void a_password_is_asked_for_and_not_shown(void **state)
{
    struct pty *p = world_start(*state, "operator", "passfile=/nonexistent");
    char *password = world_password("operator");
    pty_wait(p, "Password:");
    assert_false(pty_echoes(p));
    assert_false(pty_alternate(p));
    pty_type(p, "wrong<Enter>");
    pty_wait_times(p, "Password:", 2);
    pty_type(p, password);
    pty_type(p, "<Enter>");
    pty_wait(p, "Last cards");
    pty_type(p, "<F3>");
    assert_int_equal(pty_end(p), 0);
    assert_true(pty_shows(p, "Password:"));
    assert_false(pty_shows(p, password));
    free(password);
}

static void three_wrong_passwords_are_enough(void **state)
{
    struct pty *p = world_start(*state, "operator", "passfile=/nonexistent");
    for (int i = 1; i <= 3; i++) {
        pty_wait_times(p, "Password:", i);
        pty_type(p, "wrong<Enter>");
    }
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_FAILURE);
    assert_true(pty_echoes(p));
}

/* --- finding, filling, saving ----------------------------------------------------------------- */

static void a_value_is_found_filled_saved_and_found_again(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>87015552001<Enter>");
    pty_wait(p, "+77015552001");
    pty_wait(p, "changed *");
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
    world_sql_is(*state, "+77015552001", PHONE);
    assert_int_equal(world_drafts(*state), 0);
    pty_type(p, "<F3>");
    pty_wait_gone(p, "NOT CHECKED");
    pty_type(p, "<F3>");
    pty_wait(p, "Last cards");
    pty_type(p, "<F3>");
    assert_int_equal(pty_end(p), 0);
    p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_wait(p, "+77015552001");
}

/* By the fallbacks alone: vt100 has neither PgDn nor the F-keys beyond F4. */
static void every_terminal_will_do(void **state)
{
    static const char *const terms[] = {"vt100", "linux", "xterm", "xterm-mono", "screen"};
    struct world *w = *state;
    for (size_t i = 0; i < COUNT(terms); i++) {
        char *phone = xasprintf("+770155525%02zu", i);
        w->term = terms[i];
        struct pty *p = world_start_home(w, "operator");
        pty_type(p, "<Ctrl+W>" WORLD_IIN);
        pty_wait(p, "1 person found.");
        pty_type(p, "<Enter>");
        pty_wait(p, "| 25.06.2024");
        pty_type(p, "<Ctrl+F>");
        pty_wait_gone(p, "Surname  ");
        pty_type(p, "<Ctrl+G>8<Enter>");
        pty_type(p, phone);
        pty_type(p, "<Enter>");
        pty_wait(p, "*Telephone");
        pty_type(p, "<Ctrl+S>");
        pty_wait(p, "Saved.");
        world_sql_is(w, phone, PHONE);
        pty_type(p, "<Ctrl+X>");
        pty_wait(p, "1 person found.");
        pty_type(p, "<Ctrl+X>");
        pty_wait(p, "Last cards");
        pty_type(p, "<Ctrl+X>");
        assert_int_equal(pty_end(p), 0);
        free(phone);
    }
}

/* Nothing but the program's own clock brings it. */
static void the_help_of_a_field_comes_by_itself(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_wait(p, "The surname in full");
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_wait_gone(p, "The surname in full");
    pty_wait(p, "The number at which");
    pty_type(p, "8701");
    pty_wait(p, "• 8701");
    assert_true(pty_shows(p, "The number at which"));
}

/* --- windows ---------------------------------------------------------------------------------- */

static void shrink_and_back(struct pty *p, const char *there)
{
    pty_resize(p, 20, 60);
    pty_wait(p, "too small");
    assert_false(pty_shows(p, there));
    pty_resize(p, 5, 9);
    pty_wait(p, "too");
    pty_resize(p, 24, 79);
    pty_wait(p, "too small");
    pty_resize(p, 24, 80);
    pty_wait(p, there);
    assert_false(pty_shows(p, "too small"));
}

static void a_small_window_loses_nothing(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    shrink_and_back(p, "Last cards");
    pty_type(p, "<F7>" WORLD_IIN);
    pty_wait(p, "1 person found.");
    shrink_and_back(p, "1 person found.");
    pty_type(p, "<Enter>");
    pty_wait(p, "NOT CHECKED");
    pty_type(p, "<Ctrl+G>");
    pty_wait(p, "Go to");
    shrink_and_back(p, "Go to");
    pty_type(p, "8<Enter>870155");
    pty_wait(p, "• 870155");
    shrink_and_back(p, "• 870155");
    pty_type(p, "52002<Enter>");
    pty_wait(p, "+77015552002");
    shrink_and_back(p, "+77015552002");
    pty_resize(p, 50, 132);
    pty_wait(p, "+77015552002");
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
    world_sql_is(*state, "+77015552002", PHONE);
}

static void keys_typed_in_a_small_window_wait(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_wait(p, "+7");
    pty_resize(p, 10, 40);
    pty_wait(p, "too small");
    pty_type(p, "87015552003<Enter>");
    pty_resize(p, 24, 80);
    pty_wait(p, "+77015552003");
}

static void lists_and_dialogs_survive_any_size(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>5<Enter>");
    pty_wait(p, "> 5 + Cit");
    pty_type(p, "<F4>");
    pty_wait(p, "Uzbekistan");
    shrink_and_back(p, "Uzbekistan");
    pty_type(p, "<Esc>");
    pty_wait_gone(p, "Uzbekistan");
    pty_type(p, "<Ctrl+G>8<Enter>87015552004<Enter><F3>");
    pty_wait(p, "Not saved");
    shrink_and_back(p, "Not saved");
    pty_type(p, "<F2>");
    pty_wait(p, "1 person found.");
    world_sql_is(*state, "+77015552004", PHONE);
}

/* The save hangs while the administrator holds the table. */
static void a_window_shrinks_during_a_save(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>87015552005<Enter>");
    pty_wait(p, "*Telephone");
    struct db *admin = world_hold(*state, "lock table mansap.card in share mode");
    pty_type(p, "<F2>");
    pty_wait(p, "The server is at work");
    pty_resize(p, 20, 60);
    pty_wait(p, "too small");
    world_release(admin);
    world_sql_wait(*state, "+77015552005", PHONE);
    pty_resize(p, 24, 80);
    pty_wait(p, "Saved.");
}

static void a_window_is_small_from_the_start(void **state)
{
    struct pty *p = world_start(*state, "operator", "passfile=/nonexistent");
    char *password = world_password("operator");
    pty_wait(p, "Password:");
    pty_resize(p, 12, 40);
    pty_type(p, password);
    pty_type(p, "<Enter>");
    pty_wait(p, "too small");
    pty_resize(p, 24, 80);
    pty_wait(p, "Last cards");
    free(password);
}

/* --- the end ---------------------------------------------------------------------------------- */

static bool same_modes(const struct termios *a, const struct termios *b)
{
    return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
           a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

/* The modes before: those of a terminal on which nothing has run yet. */
static void ends_by(struct world *w, int sig, bool by_signal)
{
    struct termios before, in, after;
    struct pty *p = world_start(w, "operator", "passfile=/nonexistent");
    char *password = world_password("operator");
    pty_wait(p, "Password:");
    pty_modes(p, &before);
    before.c_lflag |= ECHO;
    before.c_cc[VSUSP] = 'Z' & 0x1f; /* both are off while the password is typed */
    pty_type(p, password);
    free(password);
    pty_type(p, "<Enter>");
    pty_wait(p, "Last cards");
    pty_modes(p, &in);
    assert_false(same_modes(&before, &in));
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>8701");
    pty_wait(p, "• 8701");
    assert_true(pty_alternate(p));
    pty_signal(p, sig);
    int status = pty_end(p);
    if (by_signal) {
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), sig);
    } else {
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 128 + sig);
    }
    pty_modes(p, &after);
    assert_true(same_modes(&before, &after));
    assert_false(pty_alternate(p));
    assert_true(pty_cursor_shown(p));
}

static void an_abort_gives_the_terminal_back(void **state)
{
    ends_by(*state, SIGABRT, true);
}

static void a_crash_gives_the_terminal_back(void **state)
{
    ends_by(*state, SIGFPE, true);
}

static void sigterm_gives_the_terminal_back(void **state)
{
    ends_by(*state, SIGTERM, false);
}

static void sighup_gives_the_terminal_back(void **state)
{
    ends_by(*state, SIGHUP, false);
}

static void stopping_and_flow_control_keys_do_nothing(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    pty_type(p, "\032\021");
    pty_type(p, "<F7>");
    pty_wait_gone(p, "Last cards");
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_asked_where_a_passfile_knows, "nothing is asked where a passfile knows"),
        TEST(a_password_is_asked_for_and_not_shown, "a password is asked for and not shown"),
        TEST(three_wrong_passwords_are_enough, "three wrong passwords are enough"),
        TEST(a_value_is_found_filled_saved_and_found_again,
             "a value is found, filled, saved and found again"),
        TEST(every_terminal_will_do, "every terminal will do, by the fallback keys [K-13]"),
        TEST(the_help_of_a_field_comes_by_itself,
             "the help of a field comes by itself when the keys pause"),
        TEST(a_small_window_loses_nothing, "a window below 80x24 loses nothing [K-13] [K-16]"),
        TEST(keys_typed_in_a_small_window_wait, "keys typed in a small window wait [K-5]"),
        TEST(lists_and_dialogs_survive_any_size, "lists and dialogs survive any size [K-13]"),
        TEST(a_window_shrinks_during_a_save, "a window shrinks during a save [K-16]"),
        TEST(a_window_is_small_from_the_start, "a window is small from the start"),
        TEST(an_abort_gives_the_terminal_back, "an abort gives the terminal back"),
        TEST(a_crash_gives_the_terminal_back, "a crash gives the terminal back"),
        TEST(sigterm_gives_the_terminal_back, "SIGTERM gives the terminal back"),
        TEST(sighup_gives_the_terminal_back, "SIGHUP gives the terminal back"),
        TEST(stopping_and_flow_control_keys_do_nothing,
             "stopping and flow control keys do nothing [K-15]"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
