/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "tests/screen/script.h"

/* How a check compares: = the same, ~ holds it, !~ does not hold it. */
enum how { HOW_SAME, HOW_HOLDS, HOW_LACKS };

static bool compare(struct script *s, const char *what, const char *have, enum how how,
                    const char *want)
{
    bool ok = false;
    switch (how) {
    case HOW_SAME:
        ok = strcmp(have, want) == 0;
        break;
    case HOW_HOLDS:
        ok = strstr(have, want) != NULL;
        break;
    case HOW_LACKS:
        ok = strstr(have, want) == NULL;
        break;
    }
    if (!ok) {
        static const char *const signs[] = {"=", "~", "!~"};
        if (!strchr(have, '\n')) /* else it is the screen, shown anyway */
            script_why(s, "%s have: %s", what, have);
        script_why(s, "%s want: %s %s", what, signs[how], want);
    }
    return ok;
}

/* Reads "= text", "~ text", "!~ text"; quotes around the text may be left out. *want is the
 * caller's. */
static bool read_how(struct script *s, const char *at, enum how *how, char **want)
{
    at += strspn(at, " ");
    if (*at == '=')
        *how = HOW_SAME, at++;
    else if (*at == '~')
        *how = HOW_HOLDS, at++;
    else if (strncmp(at, "!~", 2) == 0)
        *how = HOW_LACKS, at += 2;
    else {
        script_why(s, "a check needs =, ~ or !~");
        return false;
    }
    at += strspn(at, " ");
    if (*at == '"' && script_quoted(&at, want))
        return true;
    *want = xstrdup(at);
    return true;
}

/* --- what can be looked at: each returns a text of the caller's --------------------------------
 */

static char *see_focus(struct script *s, int n)
{
    (void)n;
    return xstrdup(app_focus(s->app));
}

static char *see_message(struct script *s, int n)
{
    (void)n;
    return xstrdup(s->app->message.text);
}

static char *see_number(struct script *s, int n)
{
    (void)n;
    return xasprintf("%d", s->app->message.number);
}

static char *see_line(struct script *s, int n)
{
    (void)s;
    return term_line(n - 1);
}

static char *see_screen(struct script *s, int n)
{
    (void)s;
    (void)n;
    return script_screen();
}

static char *see_on(struct script *s, int n)
{
    (void)n;
    struct screen *top = app_top(s->app);
    return xstrdup(top ? top->ops->name : "");
}

static char *see_wholes(struct script *s, int n)
{
    (void)n;
    return xasprintf("%lu", s->app->echo.wholes - s->wholes);
}

static char *see_trips(struct script *s, int n)
{
    (void)n;
    return xasprintf("%lu", db_round_trips(s->db) - s->trips);
}

static char *see_beeps(struct script *s, int n)
{
    (void)n;
    return xasprintf("%u", term_beeps() - s->beeps);
}

static char *see_cursor(struct script *s, int n)
{
    (void)s;
    (void)n;
    int y = -1, x = -1;
    getsyx(y, x);
    return xasprintf("%d,%d", y + 1, x + 1);
}

static attr_t look(int y, int x, wchar_t *c)
{
    cchar_t cell;
    wchar_t chars[CCHARW_MAX] = {0};
    attr_t attrs = 0;
    short pair;
    bool known =
        mvwin_wch(curscr, y, x, &cell) == OK && getcchar(&cell, chars, &attrs, &pair, NULL) == OK;
    *c = known ? chars[0] : 0;
    return attrs;
}

/* Of a field what is typed stands plain before the underlined rest. */
char *script_active(void)
{
    int y = 0, x = 0, old_y, old_x;
    wchar_t c, unused;
    getsyx(y, x);
    getyx(curscr, old_y, old_x);
    bool row = look(y, x, &c) & A_REVERSE, field = false;
    for (int at = x; at < COLS && !row && !field; at++)
        field = look(y, at, &unused) & A_UNDERLINE;
    wmove(curscr, old_y, old_x); /* there curses believes the terminal's cursor to be */
    if (y > 0 && (row || field))
        return xstrdup(row ? "row" : "field");
    return y > 0 && c && c != L' ' ? xasprintf("text '%lc'", (wint_t)c) : xstrdup("nothing");
}

static char *see_active(struct script *s, int n)
{
    (void)s;
    (void)n;
    return script_active();
}

static char *see_ended(struct script *s, int n)
{
    (void)n;
    return xstrdup(s->app->quit ? "yes" : "no");
}

static char *see_waits(struct script *s, int n)
{
    (void)n;
    return xstrdup(app_pause_waits(s->app) ? "yes" : "no");
}

static char *see_reconnect(struct script *s, int n)
{
    (void)n;
    const struct app *app = s->app;
    return xstrdup(app->online ? "none" : app->retry_at <= clock_ms() ? "now" : "later");
}

static char *see_drafts(struct script *s, int n)
{
    (void)n;
    int count = 0;
    char *path = xasprintf("%s/mansap", s->state);
    DIR *dir = opendir(path);
    for (struct dirent *e; dir && (e = readdir(dir)) != NULL;) {
        const char *ending = strrchr(e->d_name, '.'); /* beside each stands its lock */
        count += ending && strcmp(ending, ".draft") == 0;
    }
    if (dir)
        closedir(dir);
    free(path);
    return xasprintf("%d", count);
}

static char *see_unfilled(struct script *s, int n)
{
    (void)n;
    return script_card_unfilled(s);
}

/* same IIN = "": the open card, its rows and `mansap show` agree */
static bool check_same(struct script *s, const char *text)
{
    char iin[13] = "";
    int length = 0;
    enum how how;
    char *want;
    if (sscanf(text, "%12[0-9]%n", iin, &length) != 1) {
        script_why(s, "?same IIN = \"\"");
        return false;
    }
    if (!read_how(s, text + length, &how, &want))
        return false;
    char *have = script_card_differs(s, iin);
    bool ok = have && compare(s, "same", have, how, want);
    free(have);
    free(want);
    return ok;
}

static bool check_sql(struct script *s, const char *text)
{
    const char *end = strstr(text, "\" = ");
    const char *start = strchr(text, '"');
    if (!start || !end || end <= start) {
        script_why(s, "?sql \"query\" = \"value\"");
        return false;
    }
    char *sql = xcalloc((size_t)(end - start), 1);
    memcpy(sql, start + 1, (size_t)(end - start) - 1);
    enum how how;
    char *want = NULL;
    bool ok = read_how(s, end + 1, &how, &want);
    char *have = ok ? script_sql(s, sql, &ok) : NULL;
    ok = ok && compare(s, "sql", have ? have : "NULL", how, want);
    free(sql);
    free(want);
    free(have);
    return ok;
}

static char *read_whole(const char *path)
{
    FILE *f = fopen(path, "r");
    struct buf b = {0};
    char part[4096];
    if (!f)
        return NULL;
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
        buf_addn(&b, part, n);
    fclose(f);
    return buf_take(&b);
}

static bool check_golden(struct script *s, const char *name)
{
    char *path =
        xasprintf("tests/screen/golden/%s.%s.txt", name + strspn(name, " "), i18n_code(i18n_get()));
    char *have = script_screen();
    bool ok = true;
    if (getenv("MANSAP_UPDATE")) {
        FILE *f = fopen(path, "w");
        ok = f && fputs(have, f) >= 0;
        ok = f && fclose(f) == 0 && ok;
        if (!ok)
            script_why(s, "%s cannot be written", path);
    } else {
        char *want = read_whole(path);
        if (!want) {
            script_why(s, "%s is missing: MANSAP_UPDATE=1 writes it", path);
            ok = false;
        } else if (strcmp(have, want) != 0) {
            script_why(s, "%s differs; want:", path);
            buf_add(&s->why, want);
            ok = false;
        }
        free(want);
    }
    free(have);
    free(path);
    return ok;
}

bool script_check(struct script *s, const char *line)
{
    static const struct {
        const char *word;
        char *(*see)(struct script *s, int n);
    } views[] = {
        {"focus", see_focus},         {"message", see_message},   {"number", see_number},
        {"line", see_line},           {"screen", see_screen},     {"on", see_on},
        {"wholes", see_wholes},       {"trips", see_trips},       {"beeps", see_beeps},
        {"cursor", see_cursor},       {"ended", see_ended},       {"drafts", see_drafts},
        {"waits", see_waits},         {"unfilled", see_unfilled}, {"active", see_active},
        {"reconnect", see_reconnect},
    };
    size_t n = strcspn(line, " ");
    if (n == 3 && strncmp(line, "sql", 3) == 0)
        return check_sql(s, line + 3);
    if (!s->app) {
        script_why(s, "nothing is open: OPEN comes first");
        return false;
    }
    if (n == 6 && strncmp(line, "golden", 6) == 0)
        return check_golden(s, line + 6);
    if (n == 4 && strncmp(line, "same", 4) == 0)
        return check_same(s, line + 4 + strspn(line + 4, " "));
    for (size_t i = 0; i < COUNT(views); i++) {
        if (strlen(views[i].word) != n || strncmp(views[i].word, line, n) != 0)
            continue;
        char *at;
        int number = (int)strtol(line + n, &at, 10);
        enum how how;
        char *want = NULL;
        if (!read_how(s, at, &how, &want))
            return false;
        char *have = views[i].see(s, number);
        bool ok = compare(s, views[i].word, have, how, want);
        free(have);
        free(want);
        return ok;
    }
    script_why(s, "nothing to see called '%.*s'", (int)n, line);
    return false;
}
