/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands. Keys go through the program's own loop; after each the answers of the server are
 * awaited, so no test sleeps. */
#include "tests/screen/script.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/screens.h"

void script_why(struct script *s, const char *format, ...)
{
    char text[2000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    buf_addf(&s->why, "%s\n", text);
}

char *script_screen(void)
{
    struct buf b = {0};
    for (int y = 0; y < LINES; y++) {
        char *line = term_line(y);
        buf_addf(&b, "%s\n", line);
        free(line);
    }
    return buf_take(&b);
}

bool script_quoted(const char **at, char **out)
{
    const char *start = strchr(*at, '"'), *end = strrchr(*at, '"');
    if (!start || end == start)
        return false;
    *out = xcalloc((size_t)(end - start), 1);
    memcpy(*out, start + 1, (size_t)(end - start) - 1);
    *at = end + 1;
    return true;
}

char *script_sql(struct script *s, const char *sql, bool *ok)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, 0, NULL);
    struct db_reply *r = db_run(s->admin, b);
    char *value = NULL;
    *ok = r->ok;
    if (!r->ok)
        script_why(s, "SQL: %s %s", r->error.what, r->error.detail);
    else if (db_rows(r->results[0]) > 0)
        value = xstrdup(db_get(r->results[0], 0, 0));
    db_reply_free(r);
    return value;
}

/* --- the program under test ----------------------------------------------------------------- */

static bool enter(struct script *s)
{
    struct error err = {.number = 0};
    if (app_enter(s->app, NULL, &err))
        return true;
    if (s->app->session.terms) {
        char *edition = xstrdup(s->app->session.terms);
        bool ok = app_enter(s->app, edition, &err);
        free(edition);
        if (ok)
            return true;
    }
    script_why(s, "%s is not let in: %s %s", s->login, err.sqlstate, err.what);
    return false;
}

bool script_start_app(struct script *s)
{
    struct error err = {.number = 0};
    s->db = db_new();
    db_connect(s->db, s->dsn, (const char *const[]){"user", NULL},
               (const char *const[]){s->login, NULL});
    if (!db_connect_wait(s->db, 30000, &err)) {
        script_why(s, "%s cannot connect: %s %s", s->login, err.what, err.detail);
        return false;
    }
    s->config.conninfo = (char *)(uintptr_t)s->dsn;
    s->app = app_new(&s->config, s->db);
    if (!enter(s))
        return false;
    app_push(s->app, scr_home_new(s->app));
    script_settle(s);
    return true;
}

/* As a kill leaves it: the screens get no chance to ask or save. */
void script_stop_app(struct script *s)
{
    if (s->app)
        for (int i = s->app->depth - 1; i >= 0; i--)
            if (s->app->stack[i]->ops->hangup)
                s->app->stack[i]->ops->hangup(s->app->stack[i], s->app);
    app_free(s->app);
    db_free(s->db);
    s->app = NULL;
    s->db = NULL;
}

void script_start(struct script *s)
{
    s->login = xstrdup("operator");
    s->config = (struct config){.terminal = (char *)(uintptr_t) "local", .lock_minutes = 15};
    i18n_set(LANG_KK);
    keys_profile("mansap");
    term_resize(24, 80);
    term_drop_typeahead();
    setenv("XDG_STATE_HOME", s->state, 1);
}

void script_end(struct script *s)
{
    script_stop_app(s);
    free(s->login);
    s->login = NULL;
    buf_done(&s->why);
}

/* --- commands ------------------------------------------------------------------------------- */

static bool do_as(struct script *s, const char *text)
{
    script_stop_app(s);
    str_set(&s->login, text);
    return true;
}

static bool do_lang(struct script *s, const char *text)
{
    enum lang lang;
    if (!i18n_parse(text, &lang)) {
        script_why(s, "no language '%s'", text);
        return false;
    }
    i18n_set(lang);
    s->config.lang_given = true;
    if (s->app) {
        app_set_lang(s->app, lang);
        script_settle(s);
    }
    return true;
}

bool script_needs_app(struct script *s)
{
    if (!s->app)
        script_why(s, "nothing is open: OPEN comes first");
    return s->app != NULL;
}

/* The next key of the text: a character, or <Name>, <Name*3>, <lt>. Returns the bytes, 0 at the
 * end, and 0 with *times 0 on a mistake. */
static size_t next_key(struct script *s, const char *text, struct key *k, int *times)
{
    uint32_t c;
    size_t n = utf8_next(text, &c);
    *times = 1;
    *k = (struct key){ACT_CHAR, c};
    const char *end = c == '<' ? strchr(text, '>') : NULL;
    if (!n || !end)
        return n;
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)(end - text) - 1, text + 1);
    char *star = strchr(name, '*');
    if (star) {
        *times = atoi(star + 1);
        *star = 0;
    }
    if (strcmp(name, "lt") == 0)
        *k = (struct key){ACT_CHAR, '<'};
    else
        *k = (struct key){keys_from_id(name), 0};
    if (k->action == ACT_NONE || *times < 1) {
        script_why(s, "no key <%s>", name);
        *times = 0;
    }
    return (size_t)(end - text) + 1;
}

/* How keys are typed: one by one, all at once, one by one looking at the cursor after each (a field
   that is full has no underlined rest, so it counts that something stands there), or one by one
   without the pause in which hints come. */
enum typing { TYPE_KEYS, TYPE_BLIND, TYPE_WALK, TYPE_FAST, TYPE_PRESS };

static bool in_place(struct script *s, const char *rest)
{
    char *active = script_active();
    bool ok = strcmp(active, "nothing") != 0;
    if (!ok)
        script_why(s, "the cursor stands on %s, at: %s", active, rest);
    free(active);
    return ok;
}

static bool type(struct script *s, const char *text, enum typing how)
{
    if (!script_needs_app(s))
        return false;
    s->trips = db_round_trips(s->db);
    s->wholes = s->app->echo.wholes;
    s->beeps = term_beeps();
    struct key k;
    int times;
    for (size_t n; (n = next_key(s, text, &k, &times)) > 0; text += n) {
        if (!times)
            return false;
        for (; times > 0; times--) {
            if (how == TYPE_PRESS) {
                app_step(s->app, k);
                app_draw(s->app);
                continue;
            }
            term_feed(k);
            if (how != TYPE_BLIND)
                app_settle(s->app);
            if (how != TYPE_BLIND && !script_drawn(s))
                return false;
            if (how == TYPE_KEYS || how == TYPE_WALK)
                script_settle(s);
            if (how == TYPE_WALK && !in_place(s, text))
                return false;
        }
    }
    if (how != TYPE_FAST && how != TYPE_PRESS)
        script_settle(s);
    return true;
}

bool script_keys(struct script *s, const char *text)
{
    return type(s, text, TYPE_KEYS);
}

static bool do_blind(struct script *s, const char *text)
{
    return type(s, text, TYPE_BLIND);
}

static bool do_fast(struct script *s, const char *text)
{
    return type(s, text, TYPE_FAST);
}

static bool do_walk(struct script *s, const char *text)
{
    return type(s, text, TYPE_WALK);
}

/* The keys alone: nothing is waited for. */
static bool do_press(struct script *s, const char *text)
{
    return type(s, text, TYPE_PRESS);
}

static bool do_sql(struct script *s, const char *text)
{
    bool ok;
    free(script_sql(s, text, &ok));
    return ok;
}

static bool do_resize(struct script *s, const char *text)
{
    int cols, lines;
    if (sscanf(text, "%dx%d", &cols, &lines) != 2) {
        script_why(s, "RESIZE COLSxLINES");
        return false;
    }
    if (!script_needs_app(s))
        return false;
    term_resize(lines, cols);
    app_resized(s->app);
    script_settle(s);
    return true;
}

static bool do_restart(struct script *s, const char *text)
{
    (void)text;
    script_stop_app(s);
    return script_start_app(s);
}

static bool do_hangup(struct script *s, const char *text)
{
    (void)text;
    if (!script_needs_app(s))
        return false;
    db_signals_watch();
    raise(SIGHUP);
    app_turn(s->app, -1, 0);
    return true;
}

bool script_line(struct script *s, const char *line)
{
    static const struct {
        const char *word;
        bool (*run)(struct script *s, const char *text);
    } commands[] = {
        {"AS", do_as},
        {"LANG", do_lang},
        {"OPEN", script_open},
        {"KEYS", script_keys},
        {"BLIND", do_blind},
        {"WALK", do_walk},
        {"FAST", do_fast},
        {"PRESS", do_press},
        {"TRY", script_do_try},
        {"SQL", do_sql},
        {"RESIZE", do_resize},
        {"RESTART", do_restart},
        {"HANGUP", do_hangup},
        {"LOSE", script_do_lose},
        {"PAUSE", script_do_pause},
        {"KILL", script_do_kill},
        {"PROFILE", script_do_profile},
        {"STATE", script_do_state},
        {"IDLE", script_do_idle},
        {"PASSWORD", script_do_password},
    };
    if (*line == '?')
        return script_check(s, line + 1);
    size_t n = strcspn(line, " ");
    for (size_t i = 0; i < COUNT(commands); i++)
        if (strlen(commands[i].word) == n && strncmp(commands[i].word, line, n) == 0)
            return commands[i].run(s, line + n + (line[n] == ' '));
    script_why(s, "no command '%.*s'", (int)n, line);
    return false;
}
