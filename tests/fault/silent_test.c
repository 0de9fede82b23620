/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What never answers: a server that lets one in and says nothing, one whose queue is full, a
   resolver that hangs, a cancel request that is swallowed. Keys go on being answered all the while.
   This program is also the one under test, for its look-up of names can be made to hang. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/util.h"
#include "tests/fault/proxy.h"
#include "tests/fault/world.h"
#include "tui/app.h"

#define NAME "server.test"
#define FIFO "MANSAP_TEST_FIFO"
#define AT_WORK                                                                                    \
    "select count(*) from pg_stat_activity where usename = 'operator' and state = 'active'"        \
    " and datname = current_database()"

/* --- the program under test --------------------------------------------------------------------
 */

/* In place of the C library's: the name is 127.0.0.1, and while there is a fifo the answer comes
   when somebody writes there. */
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **result)
{
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    *(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
    if (node && strcmp(node, NAME) == 0) {
        const char *fifo = getenv(FIFO);
        char byte;
        int fd = fifo ? open(fifo, O_RDONLY) : -1;
        if (fd >= 0 && read(fd, &byte, 1) < 0)
            return EAI_SYSTEM;
        if (fd >= 0)
            close(fd);
        node = "127.0.0.1";
    }
    return real(node, service, hints, result);
}

static int program(const char *config)
{
    struct config c;
    struct error err = {.number = 0};
    i18n_init();
    if (!config_load(&c, config, &err)) {
        fprintf(stderr, "%s\n", err.what);
        return EXIT_FAILURE;
    }
    i18n_set(LANG_EN);
    int code = app_main(&c);
    config_done(&c);
    return code;
}

/* --- the line over 127.0.0.1 -------------------------------------------------------------------
 */

struct line {
    struct proxy *proxy;
    char *more; /* for world_start */
    char *fifo;
    const char *environment[3];
};

static struct line line_start(struct world *w, const char *host)
{
    struct line l = {.fifo = xasprintf("%s/fifo", w->home)};
    char *socket = xasprintf("%s/sock", getenv("MANSAP_TEST_DIR"));
    char *passfile = xasprintf("%s/pgpass", w->home);
    char *password = world_password("operator");
    FILE *f = fopen(passfile, "w");
    assert_non_null(f);
    fprintf(f, "*:*:*:operator:%s\n", password);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(passfile, 0600), 0);
    l.proxy = proxy_start_tcp(socket);
    l.more = xasprintf("host=%s port=%d sslmode=disable passfile=%s", host, proxy_port(l.proxy),
                       passfile);
    free(password);
    free(passfile);
    free(socket);
    return l;
}

static void line_end(struct line *l)
{
    proxy_free(l->proxy);
    free(l->more);
    free(l->fifo);
}

static struct pty *start_on(struct world *w, struct line *l)
{
    struct pty *p = world_start(w, "operator", l->more);
    pty_wait(p, "Last cards");
    return p;
}

/* With the card open and the cursor in the telephone. */
static struct pty *start_typing(struct world *w, struct line *l)
{
    struct pty *p = start_on(w, l);
    world_open(p, WORLD_IIN);
    pty_type(p, "<Ctrl+G>8<Enter>");
    pty_wait(p, "+7");
    return p;
}

static void goes_on_and_saves(struct world *w, struct pty *p, const char *phone)
{
    pty_wait(p, "The connection is back");
    pty_type(p, "<F2>");
    pty_wait(p, "Saved.");
    world_sql_is(w, phone, "select phone from mansap.card where iin = '" WORLD_IIN "'");
}

/* --- tests -------------------------------------------------------------------------------------
 */

static void keys_are_answered_while(struct world *w, enum proxy_fault fault, char last)
{
    char *phone = xasprintf("+7701555300%c", last), tail[] = {'0', last, '\0'};
    struct line l = line_start(w, "127.0.0.1");
    struct pty *p = start_typing(w, &l);
    proxy_arm(l.proxy, fault);
    pty_wait(p, "[connecting]");
    pty_type(p, "870155530");
    pty_wait(p, "870155530");
    pty_type(p, tail);
    pty_type(p, "<Enter>");
    pty_wait(p, phone);
    assert_true(pty_shows(p, "[connecting]"));
    proxy_open(l.proxy);
    goes_on_and_saves(w, p, phone);
    free(phone);
    line_end(&l);
}

static void a_server_says_nothing(void **state)
{
    keys_are_answered_while(*state, PROXY_MUTE, '1');
}

static void a_queue_is_full(void **state)
{
    keys_are_answered_while(*state, PROXY_FULL, '2');
}

static struct line named_line(struct world *w, const char *names)
{
    struct line l = line_start(w, names);
    w->self = true;
    return l;
}

static void a_name_is_looked_up(void **state)
{
    struct world *w = *state;
    struct line l = named_line(w, "/nonexistent," NAME);
    start_on(w, &l);
    line_end(&l);
}

/* The fifo opens when the resolver has come to it; it hangs as long as nothing is written. */
static void a_resolver_hangs(void **state)
{
    struct world *w = *state;
    struct line l = named_line(w, NAME);
    l.environment[0] = FIFO;
    l.environment[1] = l.fifo;
    w->environment = l.environment;
    struct pty *p = start_typing(w, &l);
    assert_int_equal(mkfifo(l.fifo, 0600), 0);
    proxy_arm(l.proxy, PROXY_MUTE);
    int fd = open(l.fifo, O_WRONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    pty_type(p, "870155530");
    pty_wait(p, "870155530");
    pty_type(p, "03<Enter>");
    pty_wait(p, "+77015553003");
    proxy_open(l.proxy);
    unlink(l.fifo);
    goes_on_and_saves(w, p, "+77015553003"); /* the child that hangs is given up */
    close(fd);
    line_end(&l);
}

static void a_resolver_hangs_at_the_start(void **state)
{
    struct world *w = *state;
    struct line l = named_line(w, NAME);
    l.environment[0] = FIFO;
    l.environment[1] = l.fifo;
    w->environment = l.environment;
    assert_int_equal(mkfifo(l.fifo, 0600), 0);
    struct pty *p = world_start(w, "operator", l.more);
    int fd = open(l.fifo, O_WRONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    pty_wait(p, "There is no connection to the server");
    pty_wait(p, "the address of " NAME " was not found in time");
    int status = pty_end(p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_FAILURE);
    close(fd);
    line_end(&l);
}

/* The card's opening hangs while the administrator holds a table that searching does not
   need. */
static struct pty *start_waiting(struct world *w, struct line *l, struct db **admin)
{
    struct pty *p = start_on(w, l);
    pty_type(p, "<F7>" WORLD_IIN);
    pty_wait(p, "1 person found.");
    *admin = world_hold(w, "lock table mansap.education in access exclusive mode");
    pty_type(p, "<Enter>");
    pty_wait(p, "The server is at work");
    world_sql_wait(w, "1", AT_WORK);
    return p;
}

static void esc_ends_the_query_at_the_server(void **state)
{
    struct world *w = *state;
    struct line l = line_start(w, "127.0.0.1");
    struct db *admin;
    struct pty *p = start_waiting(w, &l, &admin);
    pty_type(p, "<Esc>");
    pty_wait_gone(p, "The server is at work");
    world_sql_wait(w, "0", AT_WORK);
    world_release(admin);
    pty_type(p, "<Enter>");
    pty_wait(p, "NOT CHECKED");
    line_end(&l);
}

static void a_cancel_request_is_swallowed(void **state)
{
    struct world *w = *state;
    struct line l = line_start(w, "127.0.0.1");
    struct db *admin;
    struct pty *p = start_waiting(w, &l, &admin);
    proxy_arm(l.proxy, PROXY_MUTE_NEW);
    pty_type(p, "<Esc>");
    pty_wait_gone(p, "The server is at work");
    pty_type(p, "<Up>x");
    pty_wait(p, "Whom do you look for?  x");
    pty_wait(p, "[connecting]"); /* given up, and the line with it */
    world_release(admin);
    proxy_open(l.proxy);
    pty_wait(p, "The connection is back");
    line_end(&l);
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(a_server_says_nothing, "a server lets one in and says nothing: keys are answered"),
        TEST(a_queue_is_full, "a server's queue is full: keys are answered"),
        TEST(a_name_is_looked_up, "a host's name is looked up, the second of two"),
        TEST(a_resolver_hangs, "a resolver hangs: keys are answered, the name is asked again"),
        TEST(a_resolver_hangs_at_the_start, "a resolver hangs at the start: it is said"),
        TEST(esc_ends_the_query_at_the_server, "Esc ends the query at the server, too [K-15]"),
        TEST(a_cancel_request_is_swallowed,
             "a cancel request is swallowed: keys are answered [K-15]"),
    };
    if (argc > 1 && strcmp(argv[1], "--mansap") == 0)
        return program(argv[argc - 1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
