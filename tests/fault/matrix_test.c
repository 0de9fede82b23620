/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every terminal in every character set: a card is opened, edited by the fallback keys, saved. What
   the terminal cannot show is marked, cannot be typed over, and survives byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "common/util.h"
#include "tests/fault/world.h"

#define COLUMN(name) "select " name " from mansap.card where iin = '" WORLD_IIN "'"

static const char *const terms[] = {"xterm-256color", "linux",           "vt100",        "vt220",
                                    "xterm-mono",     "screen-256color", "tmux-256color"};

struct locale {
    struct world *w;
    const char *environment[7];
    char *path;
};

/* charset NULL: UTF-8, which every system has. */
static void locale_start(struct locale *l, struct world *w, const char *charset)
{
    const char *build = getenv("BUILD");
    char *locales = xasprintf("%s/locales", build ? build : "build");
    char *name = charset ? xasprintf("kk_KZ.%s", charset) : xstrdup("C.UTF-8");
    l->w = w;
    l->path = realpath(locales, NULL);
    if (!l->path)
        fail_msg("%s is missing: make tests", locales);
    l->environment[0] = "LC_ALL";
    l->environment[1] = name;
    l->environment[2] = charset ? "LOCPATH" : NULL;
    l->environment[3] = l->path;
    l->environment[4] = "ASAN_OPTIONS"; /* the C library forgets to free what it makes of LOCPATH */
    l->environment[5] = "detect_leaks=0";
    l->environment[6] = NULL;
    w->environment = l->environment;
    w->charset = charset;
    free(locales);
}

static void locale_end(struct locale *l)
{
    free((char *)(uintptr_t)l->environment[1]);
    free(l->path);
}

static struct pty *open_card(struct world *w)
{
    struct pty *p = world_start_home(w, "operator");
    pty_type(p, "<Ctrl+W>" WORLD_IIN);
    pty_wait(p, "1 person found.");
    pty_type(p, "<Enter>");
    pty_wait(p, "| 25.06.2024");
    return p;
}

static void save_and_leave(struct pty *p)
{
    pty_type(p, "<Ctrl+S>");
    pty_wait(p, "Saved.");
    pty_type(p, "<Ctrl+X>");
    pty_wait(p, "1 person found.");
    pty_type(p, "<Ctrl+X>");
    pty_wait(p, "Last cards");
    pty_type(p, "<Ctrl+X>");
    assert_int_equal(pty_end(p), 0);
}

static void write_street(struct world *w, const char *street)
{
    struct locale l;
    locale_start(&l, w, NULL);
    struct pty *p = open_card(w);
    pty_type(p, "<Ctrl+G>7/4<Enter>");
    pty_type(p, street);
    pty_type(p, "<Enter>");
    pty_wait(p, "*Street");
    save_and_leave(p);
    locale_end(&l);
    world_sql_is(w, street, COLUMN("addr_street"));
}

/* With the cursor on it the last line of the page says why. */
static void street_is_closed(struct pty *p)
{
    pty_wait(p, "?Street");
    pty_wait(p, "K?hler көшесі");
    pty_type(p, "<Ctrl+G>7/4<Enter>");
    pty_wait(p, "has a character that this terminal cannot show");
    static const char *const writing[] = {"x", "<Ctrl+U>", "<Backspace>"};
    for (size_t i = 0; i < COUNT(writing); i++) {
        pty_type(p, writing[i]);
        pty_wait(p, "Street: has a character");
        pty_type(p, "<Esc>");
        pty_wait_gone(p, "Street: has a character");
    }
    pty_wait(p, "K?hler көшесі");
}

static void one_terminal(struct world *w, const char *charset, size_t number, const char *street)
{
    char *locality = xasprintf("Ақкөл ауылы, «Ұлы дала» № %s%zu", charset ? charset : "", number);
    w->term = terms[number];
    struct pty *p = open_card(w);
    pty_type(p, "<Ctrl+G>7/3<Enter>");
    pty_type(p, locality);
    pty_type(p, "<Enter>");
    pty_wait(p, "*Settlement");
    pty_wait(p, locality);
    if (charset)
        street_is_closed(p);
    else
        pty_wait(p, street);
    save_and_leave(p);
    world_sql_is(w, locality, COLUMN("addr_locality"));
    world_sql_is(w, street, COLUMN("addr_street"));
    free(locality);
}

static void every_terminal(struct world *w, const char *charset)
{
    struct locale l;
    char *street = xasprintf("Köhler көшесі, %s", charset ? charset : "UTF");
    write_street(w, street);
    locale_start(&l, w, charset);
    for (size_t i = 0; i < COUNT(terms); i++)
        one_terminal(w, charset, i, street);
    locale_end(&l);
    free(street);
}

static void utf8(void **state)
{
    every_terminal(*state, NULL);
}

static void rk1048(void **state)
{
    every_terminal(*state, "RK1048");
}

static void pt154(void **state)
{
    every_terminal(*state, "PT154");
}

#define TEST(name, title)                                                                          \
    {                                                                                              \
        title, name, world_setup, world_teardown, NULL                                             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(utf8, "every terminal opens, edits, saves in UTF-8 [K-13]"),
        TEST(rk1048, "every terminal opens, edits, saves in kk_KZ.RK1048 [K-13] [K-16]"),
        TEST(pt154, "every terminal opens, edits, saves in kk_KZ.PT154 [K-13] [K-16]"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
