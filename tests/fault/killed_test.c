/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is killed, hung up or aborted in the middle of typing; the next start offers what was
   typed, and all of it is there to be saved [K-16]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>

#include "common/util.h"
#include "tests/fault/world.h"

#define OF_CARD(columns, iin)                                                                      \
    "select concat_ws(' ', " columns ") from mansap.card where iin = '" iin "'"
#define NEW_VALUES                                                                                 \
    OF_CARD("last_name, first_name, middle_name, sex, birth_date, citizenship, addr_region, "      \
            "addr_district, addr_locality, addr_house",                                            \
            WORLD_NEW_IIN)

static struct pty *restarted(struct world *w)
{
    struct pty *p = world_start(w, "operator", NULL);
    pty_wait(p, "Typed and not saved");
    return p;
}

static void restore(struct pty *p)
{
    pty_type(p, "<Enter>");
    pty_wait(p, "it is not saved yet");
}

static void save(struct pty *p)
{
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
    pty_wait_gone(p, "changed *");
}

/* Values in an existing card: two fields left, a third one only begun. */
static struct pty *type_and_begin(struct world *w, const char *begun)
{
    struct pty *p = world_start_home(w, "operator");
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>7/4<Enter>Сарыарқа көшесі<Enter>21Б<Enter>");
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_type(p, begun);
    pty_wait(p, begun);
    return p;
}

static void street_and_house_come_back(struct world *w, const char *phone)
{
    struct pty *p = restarted(w);
    char *before = world_sql(w, OF_CARD("phone", WORLD_IIN));
    pty_wait(p, "existing card");
    restore(p);
    save(p);
    world_sql_is(w, "Сарыарқа көшесі 21Б", OF_CARD("addr_street, addr_house", WORLD_IIN));
    world_sql_is(w, phone ? phone : before, OF_CARD("phone", WORLD_IIN));
    assert_int_equal(world_drafts(w), 0);
    pty_type(p, "<F3>");
    pty_wait(p, "Last cards");
    pty_type(p, "<F3>");
    assert_int_equal(pty_end(p), 0);
    free(before);
}

static void reset(struct world *w)
{
    free(world_sql(w,
                   "do $$ begin perform mansap.import_begin(null, 'operator2', null);"
                   " update mansap.card set addr_street = null, addr_house = '1' where iin = '%s';"
                   " perform mansap.import_end(); end $$",
                   WORLD_IIN));
}

static void killed_it_keeps_what_was_left(void **state)
{
    struct pty *p = type_and_begin(*state, "8701555");
    pty_signal(p, SIGKILL);
    assert_true(WIFSIGNALED(pty_end(p)));
    assert_int_equal(world_drafts(*state), 1);
    world_sql_is(*state, "", "select addr_street from mansap.card where iin = '%s'", WORLD_IIN);
    street_and_house_come_back(*state, NULL);
}

static void ended_by(void **state, int sig)
{
    struct pty *p = type_and_begin(*state, "87015553001");
    pty_signal(p, sig);
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + sig);
    street_and_house_come_back(*state, "+77015553001");
}

static void sighup_keeps_the_field_too(void **state)
{
    reset(*state);
    ended_by(state, SIGHUP);
}

static void sigterm_keeps_the_field_too(void **state)
{
    reset(*state);
    ended_by(state, SIGTERM);
}

static void the_line_to_the_terminal_breaks(void **state)
{
    reset(*state);
    struct pty *p = type_and_begin(*state, "87015553002");
    pty_hang_up(p);
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + SIGHUP);
    street_and_house_come_back(*state, "+77015553002");
}

/* As under a program that is the session's leader and passes nothing on. */
static void the_terminal_goes_and_no_signal_comes(void **state)
{
    struct world *w = *state;
    reset(w);
    w->apart = true;
    struct pty *p = type_and_begin(w, "87015553004");
    pty_hang_up(p);
    int status = pty_end(p);
    w->apart = false;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + SIGHUP);
    street_and_house_come_back(w, "+77015553004");
}

static void aborted_it_keeps_what_was_left(void **state)
{
    reset(*state);
    struct pty *p = type_and_begin(*state, "8701555");
    pty_signal(p, SIGABRT);
    assert_true(WIFSIGNALED(pty_end(p)));
    street_and_house_come_back(*state, NULL);
}

/* Nothing of the card is in the database yet; it dies twice. */
static void a_new_card_survives_two_kills(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    pty_type(p, "<F7>" WORLD_NEW_IIN);
    pty_wait(p, "Nobody has a card with this IIN");
    pty_type(p, "<F6>18112026Жаңабаев<Enter>Қайрат<Enter>Серікұлы<Enter><Enter*3>қазақст<Enter>");
    pty_wait(p, "Kazakhstan");
    pty_signal(p, SIGKILL);
    pty_end(p);
    p = restarted(*state);
    pty_wait(p, "new card");
    pty_wait(p, "Жаңабаев Қайрат");
    restore(p);
    pty_type(p, "<Ctrl+G>7<Enter>ақмо<Enter>көкше<Enter>Красный Яр<Enter><Enter>12<Enter>");
    pty_wait(p, "• 12");
    pty_signal(p, SIGKILL);
    pty_end(p);
    world_sql_is(*state, "0", "select count(*) from mansap.card where iin = '%s'", WORLD_NEW_IIN);
    p = restarted(*state);
    restore(p);
    pty_type(p, "<Ctrl+G>8<Enter>87015553003<Enter>");
    save(p);
    world_sql_is(*state, "Жаңабаев Қайрат Серікұлы m 1999-01-01 KZ 11 1101 Красный Яр 12",
                 NEW_VALUES);
    world_sql_is(*state, "2026-11-18",
                 "select string_agg(applied_on::text, ' ') from mansap.jobseeker_reg r"
                 " join mansap.card c on c.id = r.card_id where iin = '%s'",
                 WORLD_NEW_IIN);
    assert_int_equal(world_drafts(*state), 0);
}

static void rows_begun_and_cells_of_a_table_come_back(void **state)
{
    struct pty *p = world_start_home(*state, "operator");
    world_open(p, "801223400108");
    pty_type(p, "<Ctrl+G>13<Enter><F6>Мансап орталығы<Enter>17112026<Enter>");
    pty_wait(p, "17.11.2026");
    pty_type(p, "<Ctrl+G>18<Enter>");
    pty_wait(p, "Not saved"); /* K-17 asks before another section; nothing is answered */
    pty_signal(p, SIGKILL);
    pty_end(p);
    p = restarted(*state);
    pty_wait(p, "Оспанова-Төлегенова");
    restore(p);
    pty_wait(p, "17.11.2026");
    pty_type(p, "<Enter><Enter><Enter>Кеңес берілді<Enter>");
    save(p);
    world_sql_is(*state, "Мансап орталығы 2026-11-17 Кеңес берілді",
                 "select concat_ws(' ', provider_name, held_on, result) from mansap.career_guidance"
                 " where result = 'Кеңес берілді'");
    pty_type(p, "<Ctrl+G>18<Enter><F6>03122026<Enter>");
    pty_wait(p, "03.12.2026");
    pty_signal(p, SIGKILL);
    pty_end(p);
    p = restarted(*state);
    restore(p);
    pty_wait(p, "03.12.2026");
    save(p);
    world_sql_is(*state, "1",
                 "select count(*) from mansap.visit where planned_on = '2026-12-03'"
                 " and card_id = (select id from mansap.card where iin = '801223400108')");
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(killed_it_keeps_what_was_left, "killed, it keeps every field that was left [K-16]"),
        TEST(sighup_keeps_the_field_too, "SIGHUP keeps the field under the cursor too [K-16]"),
        TEST(sigterm_keeps_the_field_too, "SIGTERM keeps the field under the cursor too [K-16]"),
        TEST(the_line_to_the_terminal_breaks, "the line to the terminal breaks [K-16]"),
        TEST(the_terminal_goes_and_no_signal_comes,
             "the terminal goes and no signal comes: the program ends, too [K-16]"),
        TEST(aborted_it_keeps_what_was_left, "aborted, it keeps every field that was left [K-16]"),
        TEST(a_new_card_survives_two_kills, "a new card survives two kills [K-16]"),
        TEST(rows_begun_and_cells_of_a_table_come_back,
             "rows begun and cells of a table come back [K-16]"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
