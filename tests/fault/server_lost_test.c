/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server or the line to it goes while one types or saves: typing goes on, and each save is
   carried out once, also where the program could not know whether it was [K-16]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/stat.h>

#include "common/util.h"
#include "tests/fault/proxy.h"
#include "tests/fault/world.h"

#define PHONE(iin) "select phone from mansap.card where iin = '" iin "'"
#define SAVES(iin)                                                                                 \
    "select count(*) from mansap.operation o join mansap.card c on c.id = o.card_id"               \
    " where c.iin = '" iin "' and o.kind = 'save' and o.login = 'operator'"

/* --- the server dies -------------------------------------------------------------------------- */

/* The temporary server writes lazily: what was committed before has to outlive the crash. */
static void server(struct world *w, const char *what)
{
    if (strcmp(what, "stop") == 0)
        free(world_sql(w, "checkpoint"));
    char *command = xasprintf("tests/fault/server %s", what);
    assert_int_equal(system(command), 0);
    free(command);
}

static int server_teardown(void **state)
{
    int code = system("tests/fault/server start");
    return world_teardown(state) | code;
}

static long number(struct world *w, const char *sql)
{
    char *text = world_sql(w, "%s", sql);
    long n = strtol(text, NULL, 10);
    free(text);
    return n;
}

static void typing_outlives_the_server(void **state)
{
    struct world *w = *state;
    struct pty *p = world_start_home(w, "operator");
    world_open(p, WORLD_IIN);
    long before = number(w, SAVES(WORLD_IIN));
    pty_type(p, "<Ctrl+G>8<Enter>8701555");
    pty_wait(p, "• 8701555");
    server(w, "stop");
    pty_type(p, "4001<Enter>");
    pty_wait(p, "+77015554001");
    pty_type(p, "away@example.org<Enter>");
    pty_wait(p, "away@example.org");
    pty_type(p, "<F2>");
    pty_wait(p, "The server is away");
    pty_wait(p, "| save waits");
    pty_type(p, "<Ctrl+G>7/4<Enter>Далада көшесі<Enter>");
    pty_wait(p, "*Street");
    assert_int_equal(world_drafts(w), 1);
    server(w, "start");
    pty_wait(p, "Saved.");
    pty_wait_gone(p, "connecti");
    world_sql_is(
        w, "+77015554001 away@example.org Далада көшесі",
        "select concat_ws(' ', phone, email, addr_street) from mansap.card where iin = '%s'",
        WORLD_IIN);
    assert_int_equal(number(w, SAVES(WORLD_IIN)), before + 1);
    assert_int_equal(world_drafts(w), 0);
}

static void killed_while_the_server_is_away(void **state)
{
    struct world *w = *state;
    struct pty *p = world_start_home(w, "operator");
    world_open(p, WORLD_IIN);
    server(w, "stop");
    pty_type(p, "<Ctrl+G>8<Enter>87015554002<Enter><F2>");
    pty_wait(p, "The server is away");
    pty_signal(p, SIGKILL);
    pty_end(p);
    server(w, "start");
    p = world_start(w, "operator", NULL);
    pty_wait(p, "Typed and not saved");
    pty_type(p, "<Enter>");
    pty_wait(p, "+77015554002");
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
    world_sql_is(w, "+77015554002", PHONE(WORLD_IIN));
    assert_int_equal(world_drafts(w), 0);
}

/* --- the outcome of a save is unknown --------------------------------------------------------- */

struct broken {
    struct world *w;
    struct proxy *proxy;
    struct pty *pty;
    char *more; /* conninfo through the proxy */
};

static void through_proxy(struct broken *b, struct world *w)
{
    char *sock = xasprintf("%s/sock", getenv("MANSAP_TEST_DIR"));
    char *path = xasprintf("%s/pgpass", w->home), *password = world_password("operator");
    b->w = w;
    b->proxy = proxy_start(w->home, sock);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "%s:5432:*:operator:%s\n", proxy_host(b->proxy), password);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(path, 0600), 0);
    b->more = xasprintf("host=%s passfile=%s", proxy_host(b->proxy), path);
    b->pty = world_start(w, "operator", b->more);
    pty_wait(b->pty, "Last cards");
    free(password);
    free(path);
    free(sock);
}

static void done(struct broken *b)
{
    proxy_free(b->proxy);
    free(b->more);
}

/* F2, and the line breaks; nothing gets through until the proxy opens. */
static void save_into_the_void(struct broken *b, enum proxy_fault fault)
{
    proxy_arm(b->proxy, fault);
    pty_type(b->pty, "<F2>");
    proxy_wait(b->proxy);
    pty_wait(b->pty, "before the server answered");
    pty_wait(b->pty, "| outcome unknown"); /* not cut by what stands at the end of the line */
    pty_wait(b->pty, "[no connection]");
}

/* The line is back, and the same operation was sent again. */
static void settled(struct broken *b, enum proxy_fault fault)
{
    proxy_open(b->proxy);
    pty_wait(b->pty, fault == PROXY_LOSE_ANSWER ? "This was saved before" : "Saved.");
    pty_wait_gone(b->pty, "connecti");
}

static void known_card(void **state, enum proxy_fault fault, const char *phone)
{
    struct broken b;
    through_proxy(&b, *state);
    world_open(b.pty, WORLD_IIN);
    long before = number(b.w, SAVES(WORLD_IIN));
    pty_type(b.pty, "<Ctrl+G>8<Enter>");
    pty_type(b.pty, phone);
    pty_type(b.pty, "<Enter>");
    pty_wait(b.pty, "changed *");
    save_into_the_void(&b, fault);
    bool carried_out = number(b.w, SAVES(WORLD_IIN)) == before + 1;
    assert_int_equal(carried_out, fault == PROXY_LOSE_ANSWER);
    settled(&b, fault);
    pty_wait_gone(b.pty, "changed *");
    assert_int_equal(number(b.w, SAVES(WORLD_IIN)), before + 1);
    char *saved = world_sql(b.w, PHONE(WORLD_IIN));
    assert_string_equal(saved + 2, phone + 1); /* +7... and 8... */
    assert_int_equal(world_drafts(b.w), 0);
    free(saved);
    done(&b);
}

static void the_answer_of_a_save_is_lost(void **state)
{
    known_card(state, PROXY_LOSE_ANSWER, "87015554003");
}

static void the_request_of_a_save_is_lost(void **state)
{
    known_card(state, PROXY_LOSE_REQUEST, "87015554004");
}

static void type_new_card(struct pty *p, const char *iin)
{
    pty_type(p, "<F7>");
    pty_type(p, iin);
    pty_wait(p, "Nobody has a card with this IIN");
    pty_type(p, "<F6>18112026Жаңабаев<Enter>Қайрат<Enter><Enter><Enter*3>қазақст<Enter>"
                "<Ctrl+G>7<Enter>ақмо<Enter>көкше<Enter>Красный Яр<Enter><Enter>12<Enter><Enter>"
                "87015554005<Enter>");
    pty_wait(p, "+77015554005");
}

/* What is typed while the outcome is unknown is not in the save that is settled. */
static void new_card(void **state, enum proxy_fault fault, const char *iin)
{
    struct broken b;
    char count[200];
    snprintf(count, sizeof count, "select count(*) from mansap.card where iin = '%s'", iin);
    through_proxy(&b, *state);
    type_new_card(b.pty, iin);
    save_into_the_void(&b, fault);
    world_sql_is(b.w, fault == PROXY_LOSE_ANSWER ? "1" : "0", "%s", count);
    pty_type(b.pty, "<Ctrl+G>9<Enter>later@example.org<Enter>");
    pty_wait(b.pty, "later@example.org");
    settled(&b, fault);
    pty_wait_gone(b.pty, "new card");
    pty_wait(b.pty, "later@example.org");
    world_sql_is(b.w, "1", "%s", count);
    pty_type(b.pty, "<Ctrl+G>7/4<Enter>Кейін көшесі<Enter>");
    pty_wait(b.pty, "*Street");
    pty_wait_gone(b.pty, "Saved.");
    pty_type(b.pty, "<F2>");
    pty_wait(b.pty, "Saved.");
    world_sql_is(
        b.w, "+77015554005 later@example.org Кейін көшесі",
        "select concat_ws(' ', phone, email, addr_street) from mansap.card where iin = '%s'", iin);
    world_sql_is(
        b.w, "1",
        "select count(*) from mansap.jobseeker_reg r join mansap.card c on c.id = r.card_id"
        " where iin = '%s'",
        iin);
    assert_int_equal(world_drafts(b.w), 0);
    done(&b);
}

static void the_answer_of_a_new_card_is_lost(void **state)
{
    new_card(state, PROXY_LOSE_ANSWER, WORLD_NEW_IIN);
}

static void the_request_of_a_new_card_is_lost(void **state)
{
    new_card(state, PROXY_LOSE_REQUEST, "990101300023");
}

/* The operation's id is in the draft: the next start settles it. */
static void killed_while_the_outcome_is_unknown(void **state)
{
    struct broken b;
    through_proxy(&b, *state);
    world_open(b.pty, WORLD_IIN);
    long before = number(b.w, SAVES(WORLD_IIN));
    pty_type(b.pty, "<Ctrl+G>8<Enter>87015554006<Enter>");
    pty_wait(b.pty, "changed *");
    save_into_the_void(&b, PROXY_LOSE_ANSWER);
    pty_signal(b.pty, SIGKILL);
    pty_end(b.pty);
    assert_int_equal(world_drafts(b.w), 1);
    proxy_open(b.proxy);
    b.pty = world_start(b.w, "operator", b.more);
    pty_wait(b.pty, "Typed and not saved");
    pty_wait(b.pty, "outcome of the save unknown");
    pty_type(b.pty, "<Enter>");
    pty_wait(b.pty, "This was saved before");
    pty_wait_gone(b.pty, "changed *");
    world_sql_is(b.w, "+77015554006", PHONE(WORLD_IIN));
    assert_int_equal(number(b.w, SAVES(WORLD_IIN)), before + 1);
    assert_int_equal(world_drafts(b.w), 0);
    done(&b);
}

#define TEST(name, title, teardown)                                                                \
    {                                                                                              \
        title, name, world_setup, teardown, NULL                                                   \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(typing_outlives_the_server,
             "typing outlives the server, F2 is carried out once [K-16]", server_teardown),
        TEST(killed_while_the_server_is_away, "killed while the server is away [K-16]",
             server_teardown),
        TEST(the_answer_of_a_save_is_lost, "the answer of a save is lost [K-16]", world_teardown),
        TEST(the_request_of_a_save_is_lost, "the request of a save is lost [K-16]", world_teardown),
        TEST(the_answer_of_a_new_card_is_lost, "the answer of a new card is lost [K-16]",
             world_teardown),
        TEST(the_request_of_a_new_card_is_lost, "the request of a new card is lost [K-16]",
             world_teardown),
        TEST(killed_while_the_outcome_is_unknown, "killed while the outcome is unknown [K-16]",
             world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
