/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the command line to the screens: log-in and terms of use in line mode, then the loop, then
 * the terminal given back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/conninfo.h"
#include "common/i18n.h"
#include "common/login.h"
#include "common/util.h"
#include "tui/app_inner.h"
#include "tui/screens.h"

enum { TRIES = 3, CONNECT_MS = 30000 };

static void complain(const struct error *err)
{
    char *text = error_text(err);
    char *lines = xasprintf("mansap: %s\n%s%s%s", text, err->detail[0] ? "  " : "", err->detail,
                            err->detail[0] ? "\n" : "");
    term_say(stderr, lines);
    free(lines);
    free(text);
}

static void forget(char *secret)
{
    if (secret)
        wipe(secret, strlen(secret));
    free(secret);
}

/* In UTF-8, whatever the terminal speaks; the caller's. typed is the caller's, too, and gone. */
static char *from_terminal(char *typed)
{
    char *answer = typed ? term_from_local(typed) : NULL;
    forget(typed);
    return answer;
}

static char *ask(const char *prompt, struct line_past *past)
{
    char *local = term_local(prompt);
    char *answer = from_terminal(login_ask(local, past));
    free(local);
    return answer;
}

static char *ask_secret(const char *prompt)
{
    char *local = term_local(prompt);
    char *answer = from_terminal(login_ask_secret(local));
    free(local);
    return answer;
}

/* Does libpq know the user from the configuration or the environment? */
static bool names_user(const struct config *c)
{
    char *user = conninfo_get(c->conninfo, "user");
    char *service = conninfo_get(c->conninfo, "service");
    bool named = user || service || getenv("PGUSER") || getenv("PGSERVICE");
    free(user);
    free(service);
    return named;
}

static bool names_server(const struct config *c)
{
    return *c->conninfo || getenv("PGHOST") || getenv("PGHOSTADDR") || getenv("PGSERVICE");
}

/* What has been answered in this start, for the next try. Neither is kept longer: a server that is
   asked for every day belongs into config.ini, and a name is nobody else's business. */
struct asked {
    struct line_past servers, names;
};

/* Asks what libpq lacks; values[i] is for keywords[i], the caller's. False: one was left without an
   answer. */
static bool ask_all(const struct config *c, bool host_too, struct asked *asked,
                    const char *keywords[4], char *values[4])
{
    int n = 0;
    if (host_too) {
        keywords[n] = "host";
        values[n++] = ask(_("Server: "), &asked->servers);
    }
    if (!names_user(c) && (n == 0 || values[n - 1])) {
        keywords[n] = "user";
        values[n++] = ask(_("Log-in name: "), &asked->names);
    }
    if (n == 0 || values[n - 1]) {
        keywords[n] = "password";
        values[n++] = ask_secret(_("Password: "));
    }
    return values[n - 1] != NULL;
}

/* Asks and tries again. False: err is filled. */
static bool ask_and_connect(struct db *db, const struct config *c, bool host_too,
                            struct asked *asked, bool *answered, struct error *err)
{
    const char *keywords[4] = {0};
    char *values[4] = {0};
    bool ok = false;
    *answered = ask_all(c, host_too, asked, keywords, values);
    if (*answered) {
        db_connect(db, c->conninfo, keywords, (const char *const *)values);
        ok = db_connect_wait(db, CONNECT_MS, err);
    } else if (isatty(STDIN_FILENO)) {
        error_set(err, "%s", _("A question was left without an answer, so nobody has logged in"));
        error_remedy(err, "%s",
                     _("Answer it, or let the configuration do so (conninfo, ~/.pgpass)"));
    } else {
        error_set(err, "%s", _("The server asks for a password, and there is no answer"));
        error_remedy(err, "%s", _("put it into ~/.pgpass (mode 0600), or type it"));
    }
    for (size_t i = 0; i < COUNT(values); i++)
        forget(values[i]);
    return ok;
}

static bool log_in(struct db *db, const struct config *c)
{
    struct error err = {.number = 0};
    db_connect(db, c->conninfo, NULL, NULL);
    if (db_connect_wait(db, CONNECT_MS, &err))
        return true;
    bool host_too = !db_needs_password(db) && !names_server(c) && isatty(STDIN_FILENO);
    struct asked asked = {0};
    bool ok = false, answered = true;
    for (int i = 0; !ok && answered && i < TRIES && (host_too || db_needs_password(db) || i > 0);
         i++) {
        if (i > 0 || host_too)
            complain(&err);
        ok = ask_and_connect(db, c, host_too, &asked, &answered, &err);
        answered = answered && isatty(STDIN_FILENO);
    }
    if (!ok)
        complain(&err);
    line_past_done(&asked.servers);
    line_past_done(&asked.names);
    return ok;
}

static const char *terms_text(const struct session *s)
{
    const char *text = i18n_get() == LANG_KK   ? s->terms_kk
                       : i18n_get() == LANG_RU ? s->terms_ru
                                               : s->terms_en;
    return text ? text : s->terms_ru ? s->terms_ru : s->terms_kk ? s->terms_kk : "";
}

static void refuse(const char *why)
{
    char *line = xasprintf("mansap: %s\n", why);
    term_say(stderr, line);
    free(line);
}

/* The word typed, in as many tries as a password has. Nothing typed is a refusal. */
static bool type_word(const char *word)
{
    char *prompt = xasprintf(_("Type \"%s\" to accept them: "), word);
    bool accepted = false;
    for (int i = 0; i < TRIES && !accepted; i++) {
        char *answer = ask(prompt, NULL);
        bool empty = str_empty(answer);
        accepted = !empty && keys_is_word(word, answer);
        free(answer);
        if (empty)
            break;
    }
    free(prompt);
    return accepted;
}

/* Terms of use are accepted by typing a word, not by a key. */
static bool accept_terms(const struct session *s)
{
    const char *word = _("accept");
    char *text = xasprintf("%s %s\n\n%s\n\n", _("Terms of use, edition"), s->terms, terms_text(s));
    term_say(stdout, text);
    free(text);
    bool accepted = type_word(word);
    if (!accepted)
        refuse(_("Without the terms of use there is no access"));
    return accepted;
}

static bool enter(struct app *app)
{
    struct error err = {.number = 0};
    if (app_enter(app, NULL, &err))
        return true;
    if (strcmp(err.sqlstate, "MS451") == 0 && app->session.terms) {
        char *edition = xstrdup(app->session.terms);
        bool ok = accept_terms(&app->session) && app_enter(app, edition, &err);
        bool refused = strcmp(err.sqlstate, "MS451") != 0;
        free(edition);
        if (!ok && refused)
            complain(&err);
        return ok;
    }
    complain(&err);
    return false;
}

static bool run_screens(struct app *app)
{
    struct error err = {.number = 0};
    if (!term_start(app->config->escape_delay_ms, app->config->beep, &err)) {
        complain(&err);
        return false;
    }
    if (app->config->keys)
        keys_profile(app->config->keys);
    term_contrast(app->config->high_contrast);
    db_signals_watch();
    app_push(app, scr_home_new(app));
    app->key_at = clock_ms();
    app_loop(app);
    return true;
}

int app_main(struct config *c)
{
    struct db *db = db_new();
    if (!log_in(db, c)) {
        db_free(db);
        return EXIT_FAILURE;
    }
    struct app *app = app_new(c, db);
    bool ok = enter(app) && run_screens(app);
    int code = ok ? app->exit_code : EXIT_FAILURE;
    bool orderly = ok && app->exit_code == 0 && app->online;
    app_free(app);
    term_end();
    if (orderly)
        login_close(db);
    db_free(db);
    return code;
}
