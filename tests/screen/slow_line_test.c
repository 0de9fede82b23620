/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a slow line has to carry: the bytes of each screen change, exactly, and the seconds that
   they take at 9600 baud (ten bits a byte). Only what changed may be sent; the hint that follows
   when the keys pause is a change of its own. TAP; the table stands in
   its lines. SHOW_BYTES=1 shows what was sent. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tests/screen/script.h"

enum { BAUD = 9600, START = 50 }; /* what the terminal is sent before the first screen */

/* More visits wait than the home screen has lines: the first one of each person. */
#define FULL_LISTS                                                                                 \
    "SQL do $$ begin set local session_replication_role = replica; update mansap.visit set "       \
    "planned_on = '2026-11-15', actual_on = null, outcome = null, annul_reason = null "            \
    "where row_no = 1; end $$"

static const struct step {
    const char *title;
    const char *lines[4]; /* of a script, before it; first of all OPEN home */
    enum action action;   /* the key that is measured; ACT_CHAR: a letter */
    uint32_t letter;
    size_t most; /* bytes */
    size_t hint; /* and of the hint, if one follows */
} steps[] = {
    {"a repaint of the home screen", {NULL}, ACT_REPAINT, 0, 1600, 0},
    {"from home to the search", {NULL}, ACT_FIND, 0, 530, 0},
    {"a letter of the search, with its hits", {"KEYS <F7>оспано", NULL}, ACT_CHAR, 0x432, 920, 0},
    {"opening a card", {"KEYS <F7>801223400108", NULL}, ACT_ENTER, 0, 3000, 130},
    {"a letter in a field",
     {"OPEN card 801223400108", "KEYS <Ctrl+G>8<Enter>8", NULL},
     ACT_CHAR,
     '7',
     2,
     0},
    {"a Kazakh letter in a field",
     {"OPEN card 801223400108", "KEYS <Ctrl+G>7/4<Enter>А", NULL},
     ACT_CHAR,
     0x49b,
     3,
     0},
    {"the next field of the page",
     {"OPEN card 801223400108", "KEYS <Enter>", NULL},
     ACT_ENTER,
     0,
     22,
     130},
    {"the next section of the page",
     {"OPEN card 801223400108", "KEYS <Ctrl+G>5<Enter>", NULL},
     ACT_ENTER,
     0,
     45,
     130},
    {"the next page", {"OPEN card 801223400108", NULL}, ACT_PAGE_DOWN, 0, 650, 130},
    {"from a page to a list",
     {"OPEN card 801223400108", "KEYS <PgDn>", NULL},
     ACT_PAGE_DOWN,
     0,
     1700,
     0},
    {"a menu above the card", {"OPEN card 801223400108", NULL}, ACT_MENU, 0, 2400, 0},
    {"back from it", {"OPEN card 801223400108", "KEYS <F10>", NULL}, ACT_ESC, 0, 2450, 0},
    {"a list above the field",
     {"OPEN card 801223400108", "KEYS <Ctrl+G>5<Enter>", NULL},
     ACT_LIST,
     0,
     1600,
     0},
    {"the first screen, its lists full",
     {FULL_LISTS, "KEYS <F5><Home>"},
     ACT_REPAINT,
     0,
     2500 - START,
     0},
};

static int failures;

static bool prepare(struct script *s, const struct step *step)
{
    bool ok = script_line(s, "LANG ru") && script_line(s, "OPEN home");
    for (int i = 0; ok && i < 4 && step->lines[i]; i++)
        ok = script_line(s, step->lines[i]);
    return ok;
}

static void show(const char *bytes)
{
    printf("#   ");
    for (; *bytes; bytes++)
        if (*bytes == '\033')
            printf("\\e");
        else if ((unsigned char)*bytes < ' ')
            printf("^%c", *bytes + '@');
        else
            putchar(*bytes);
    printf("\n");
}

static bool judge_size(bool ok, const char *title, size_t n, size_t most)
{
    static int number;
    ok = ok && n > 0 && n <= most;
    printf("%s %d - %-40s %5zu bytes %6.3f s at %d baud (most %zu)\n", ok ? "ok" : "not ok",
           ++number, title, n, (double)n * 10 / BAUD, BAUD, most);
    failures += !ok;
    return ok;
}

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* What was sent since the last time, as one test. */
static void judge(struct script *s, bool ok, const char *title, size_t most)
{
    char bytes[8192] = "";
    size_t n = term_sent(bytes, sizeof bytes);
    ok = judge_size(ok, title, n, most);
    if (!ok && s->why.s)
        printf("# %s", s->why.s);
    if (!ok || getenv("SHOW_BYTES"))
        show(bytes);
}

/* The key, what is shown at once, and what is shown when the server has answered; then the hint. */
static void measure(struct script *s, const struct step *step)
{
    bool ok = prepare(s, step);
    term_sent(NULL, 0);
    if (ok) {
        app_step(s->app, (struct key){step->action, step->letter});
        app_draw(s->app);
        app_settle(s->app);
    }
    judge(s, ok && app_hint_waits(s->app) == (step->hint > 0), step->title, step->most);
    if (!step->hint)
        return;
    if (ok)
        script_settle(s);
    judge(s, ok && !app_hint_waits(s->app), "... and its help in the pause", step->hint);
}

/* A walk by Enter through the fields of sections 1 to 9, too fast for the hints: what a move sends
   at the median, and all of them together. */
static void walk(struct script *s)
{
    enum { MOVES = 14, MEDIAN = 28, ALL = 950 };
    size_t sent[MOVES], all = 0;
    bool ok = script_line(s, "LANG kk") && script_line(s, "OPEN card 801223400108");
    for (int i = 0; ok && i < MOVES; i++) {
        term_sent(NULL, 0);
        app_step(s->app, (struct key){ACT_ENTER, 0});
        app_draw(s->app);
        sent[i] = term_sent(NULL, 0);
        all += sent[i];
    }
    ok = ok && strcmp(app_focus(s->app), "email") == 0;
    if (ok)
        qsort(sent, MOVES, sizeof *sent, by_size);
    judge_size(ok, "a move among fields, at the median", ok ? sent[MOVES / 2] : 0, MEDIAN);
    judge_size(ok, "all moves from section 1 to 9", all, ALL);
}

int main(void)
{
    const char *dir = getenv("MANSAP_TEST_DIR");
    struct error err = {.number = 0};
    struct script s = {.dsn = getenv("MANSAP_TEST_DSN"),
                       .admin_dsn = getenv("MANSAP_TEST_ADMIN_DSN")};
    i18n_init();
    if (!dir || !s.dsn || !s.admin_dsn)
        die("MANSAP_TEST_DSN is not set: run by tests/with_server");
    if (!term_start_offscreen(24, 80, &err))
        die("%s", err.what);
    die_hook = NULL; /* nothing to give back */
    s.admin = db_new();
    db_connect(s.admin, s.admin_dsn, NULL, NULL);
    if (!db_connect_wait(s.admin, 30000, &err))
        die("administrator: %s", err.what);
    size_t count = 2;
    for (size_t i = 0; i < COUNT(steps); i++)
        count += steps[i].hint ? 2 : 1;
    printf("1..%zu\n", count);
    for (size_t i = 0; i < COUNT(steps); i++) {
        char *state = xasprintf("%s/slow.%zu", dir, i);
        s.state = state;
        script_start(&s);
        measure(&s, &steps[i]);
        script_end(&s);
        free(state);
    }
    script_start(&s);
    walk(&s);
    script_end(&s);
    db_free(s.admin);
    return failures > 0;
}
