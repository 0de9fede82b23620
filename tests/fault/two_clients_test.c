/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at two terminals: the same field, different fields, and the same new person at once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/db.h"
#include "common/util.h"
#include "tests/fault/world.h"

#define FIRST_NAME "Айгүл" /* of operator; operator2 is Ахметов Дәулет Серікұлы, same centre */

struct both {
    struct world *w;
    struct pty *one, *two;
};

static void both_open(struct both *b, struct world *w)
{
    b->w = w;
    b->one = world_start_home(w, "operator");
    b->two = world_start_home(w, "operator2");
    world_open(b->one, WORLD_IIN);
    world_open(b->two, WORLD_IIN);
}

static void type_phone(struct pty *p, const char *phone)
{
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_type(p, phone);
    pty_type(p, "<Enter>");
    pty_wait(p, "changed *");
}

static void save(struct pty *p)
{
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
}

/* Both typed a phone; the first has saved, the second asks for a decision. */
static void in_conflict(struct both *b, struct world *w, const char *first, const char *second)
{
    both_open(b, w);
    type_phone(b->one, first);
    type_phone(b->two, second);
    save(b->one);
    char *at =
        world_sql(w, "select to_char(max(o.at) at time zone 'Asia/Almaty', 'DD.MM.YYYY HH24:MI')"
                     " from mansap.operation o where o.login = 'operator'");
    char *shown[] = {xasprintf("+7%s", first + 1), xasprintf("+7%s", second + 1)};
    pty_type(b->two, "<F2>");
    pty_wait(b->two, "Changed by somebody else meanwhile");
    pty_wait(b->two, "Esc     back");
    pty_wait(b->two, shown[0]);
    pty_wait(b->two, shown[1]);
    pty_wait(b->two, FIRST_NAME);
    pty_wait(b->two, at);
    free(shown[0]);
    free(shown[1]);
    free(at);
}

static void phone_is(struct world *w, const char *phone)
{
    world_sql_is(w, phone, "select phone from mansap.card where iin = '%s'", WORLD_IIN);
}

static void mine_goes_over_theirs(void **state)
{
    struct both b;
    in_conflict(&b, *state, "87015556001", "87015556002");
    phone_is(b.w, "+77015556001");
    pty_type(b.two, "<F2>");
    pty_wait(b.two, "Saved.");
    phone_is(b.w, "+77015556002");
    world_sql_is(b.w, "+77015556001 +77015556002",
                 "select concat_ws(' ', h.old ->> 'phone', h.new ->> 'phone') from mansap.history h"
                 " join mansap.card c on c.id = h.card_id where c.iin = '%s'"
                 " order by h.seq desc limit 1",
                 WORLD_IIN);
}

static void theirs_stay(void **state)
{
    struct both b;
    in_conflict(&b, *state, "87015556003", "87015556004");
    pty_type(b.two, "<Enter>");
    pty_wait_gone(b.two, "meanwhile");
    pty_wait(b.two, "+77015556003");
    pty_wait_gone(b.two, "changed *");
    phone_is(b.w, "+77015556003");
    assert_int_equal(world_drafts(b.w), 0);
}

static void nothing_is_decided_yet(void **state)
{
    struct both b;
    in_conflict(&b, *state, "87015556005", "87015556006");
    pty_type(b.two, "<Esc>");
    pty_wait_gone(b.two, "meanwhile");
    pty_wait(b.two, "+77015556006");
    pty_wait(b.two, "changed *");
    phone_is(b.w, "+77015556005");
    pty_type(b.two, "<F2>");
    pty_wait(b.two, "Changed by somebody else meanwhile");
}

static void different_fields_never_collide(void **state)
{
    struct both b;
    both_open(&b, *state);
    type_phone(b.one, "87015556007");
    pty_type(b.two, "<Ctrl+G>9<Enter>two@example.org<Enter>");
    pty_wait(b.two, "changed *");
    pty_type(b.two, "<Ctrl+G>7/4<Enter>Екінші көшесі<Enter>");
    save(b.one);
    save(b.two);
    world_sql_is(
        b.w, "+77015556007 two@example.org Екінші көшесі",
        "select concat_ws(' ', phone, email, addr_street) from mansap.card where iin = '%s'",
        WORLD_IIN);
}

/* --- the same new person ---------------------------------------------------------------------- */

static void type_person(struct pty *p, const char *iin, const char *surname)
{
    pty_type(p, "<F7>");
    pty_type(p, iin);
    pty_wait(p, "Nobody has a card with this IIN");
    pty_type(p, "<F6>18112026");
    pty_type(p, surname);
    pty_type(p, "<Enter>Қайрат<Enter><Enter><Enter*3>қазақст<Enter><Ctrl+G>7<Enter>ақмо<Enter>көкше"
                "<Enter>Красный Яр<Enter><Enter>12<Enter><Enter>87015557001<Enter>");
    pty_wait(p, "+77015557001");
}

/* What the second one typed is still there, and the way to the other's card is open. */
static void second_loses_nothing(struct world *w, struct pty *p, const char *surname)
{
    pty_wait(p, "This person has a card");
    pty_type(p, "<Enter>");
    pty_wait_gone(p, "This person has a card");
    pty_type(p, "<Ctrl+G>1<Enter>");
    pty_wait(p, surname);
    pty_wait(p, "changed *");
    assert_int_equal(world_drafts(w), 1);
    pty_type(p, "<F2>");
    pty_wait(p, "This person has a card");
    pty_type(p, "<F2>");
    pty_wait(p, "For what purpose?");
    pty_type(p, "Өтінішті салыстыру<Enter>");
    pty_wait_gone(p, "For what purpose?");
    pty_wait(p, "read only");
}

static void two_centres_one_after_the_other(void **state)
{
    struct world *w = *state;
    struct pty *one = world_start_home(w, "operator"), *two = world_start_home(w, "operator3");
    type_person(one, WORLD_NEW_IIN, "Бірінші");
    type_person(two, WORLD_NEW_IIN, "Екінші");
    save(one);
    pty_type(two, "<F2>");
    second_loses_nothing(w, two, "Екінші");
    pty_wait(two, "Бірінші");
    world_sql_is(w, "Бірінші",
                 "select string_agg(last_name, ' ') from mansap.card where iin = '%s'",
                 WORLD_NEW_IIN);
}

/* The administrator holds the table until both saves wait for it. */
static void two_centres_at_once(void **state)
{
    struct world *w = *state;
    const char *iin = "990101300023";
    struct pty *p[] = {world_start_home(w, "operator"), world_start_home(w, "operator3")};
    const char *const surname[] = {"Бірінші", "Екінші"};
    static const char *const outcomes[] = {"Saved.", "This person has a card"};
    for (int i = 0; i < 2; i++)
        type_person(p[i], iin, surname[i]);
    struct db *admin = world_hold(w, "lock table mansap.card in share mode");
    for (int i = 0; i < 2; i++)
        pty_type(p[i], "<F2>");
    world_sql_wait(w, "2",
                   "select count(*) from pg_stat_activity where datname = current_database()"
                   " and wait_event_type = 'Lock' and usename in ('operator', 'operator3')");
    world_release(admin);
    int second = pty_wait_any(p[0], outcomes, 2) == 1 ? 0 : 1;
    assert_int_equal(pty_wait_any(p[second], outcomes, 2), 1);
    second_loses_nothing(w, p[second], surname[second]);
    world_sql_is(w, surname[1 - second],
                 "select string_agg(last_name, ' ') from mansap.card where iin = '%s'", iin);
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(mine_goes_over_theirs,
             "the same field: mine goes over theirs, which stays in the history"),
        TEST(theirs_stay, "the same field: theirs stay"),
        TEST(nothing_is_decided_yet,
             "the same field: Esc decides nothing and loses nothing [K-15]"),
        TEST(different_fields_never_collide, "different fields never collide"),
        TEST(two_centres_one_after_the_other,
             "two centres create the same person: the second loses nothing [K-16]"),
        TEST(two_centres_at_once, "two centres create the same person at the same moment [K-16]"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
