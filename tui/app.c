/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop, the stack and the delivery of keys. Queries and the connection: app_send.c; drawing:
 * app_draw.c. */
#include "tui/app.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/util.h"
#include "tui/app_inner.h"
#include "tui/menu.h"
#include "tui/screens.h"

struct app *app_new(struct config *c, struct db *db)
{
    struct app *app = xcalloc(1, sizeof *app);
    app->config = c;
    app->db = db;
    app->session.world.today = DAY_NONE;
    app_changed(app);
    return app;
}

void app_quit(struct app *app)
{
    app->quit = true;
}

void app_free(struct app *app)
{
    if (!app)
        return;
    app->lock = NULL;
    if (app->depth)
        app_stack_take(app, app->stack[0]);
    app_bury(app);
    app_send_done(app);
    app_draw_done(app);
    session_done(&app->session);
    free(app);
}

/* --- line 23 -------------------------------------------------------------------------------- */

static void vsay(struct app *app, enum say kind, int number, const char *format, va_list args)
    __attribute__((format(printf, 4, 0)));

static void vsay(struct app *app, enum say kind, int number, const char *format, va_list args)
{
    app->message.kind = kind;
    app->message.number = number;
    app->message.about = 0;
    vsnprintf(app->message.text, sizeof app->message.text, format, args);
    app_changed(app);
    if (kind != SAY_ERROR)
        return;
    term_beep();
    app->nahead = 0;
    term_drop_typeahead();
}

void app_say(struct app *app, enum say kind, int number, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsay(app, kind, number, format, args);
    va_end(args);
}

void app_say_about(struct app *app, enum say kind, int number, const char *about, const char *text)
{
    app_say(app, kind, number, "%s: %s", about, text);
    size_t length = strlen(about);
    if (length < sizeof app->message.text)
        app->message.about = length;
}

void app_say_error(struct app *app, const struct error *err)
{
    char *text = error_text(err);
    app_say(app, SAY_ERROR, err->number, "%s", text);
    if (err->what[0])
        app->message.about = strlen(err->where);
    free(text);
}

void app_hush(struct app *app)
{
    if (app->message.text[0])
        app_changed(app);
    app->message.text[0] = 0;
    app->message.number = 0;
}

/* --- delivery of keys ----------------------------------------------------------------------- */

void app_keys(struct app *app, struct key_set *set)
{
    struct screen *top = app_top(app);
    set->count = 0;
    if (top && top->ops->keys)
        top->ops->keys(top, app, set);
    if (top && top->ops->alone)
        return;
    if (app->entered && !app->online)
        keys_add(set, ACT_REFRESH, _("Connect"));
    if (!keys_has(set, ACT_HELP))
        keys_add(set, ACT_HELP, NULL);
    if (top && !top->ops->size && !keys_has(set, ACT_MENU))
        keys_add(set, ACT_MENU, NULL);
}

static bool declares(struct app *app, enum action a)
{
    struct screen *top = app_top(app);
    struct key_set set = {.count = 0};
    if (top && top->ops->keys)
        top->ops->keys(top, app, &set);
    return keys_has(&set, a);
}

static void help(struct app *app)
{
    struct screen *top = app_top(app);
    struct help_topic topic = {.screen = top->ops->name};
    if (top->ops->help)
        top->ops->help(top, app, &topic);
    if (app->message.text[0])
        topic.message = app->message.number;
    app_push(app, scr_help_new(app, &topic));
}

/* K-15: a query, the message, then the screen; a screen that declares Esc explains the message. */
static bool escape(struct app *app)
{
    if (app_send_cancel(app))
        return true;
    if (app->message.text[0] && !declares(app, ACT_ESC)) {
        app_hush(app);
        return true;
    }
    return false;
}

/* What the application does itself. True: done. */
static bool own_key(struct app *app, enum action a)
{
    if (app_top(app)->ops->alone && a != ACT_REPAINT)
        return false;
    switch ((int)a) {
    case ACT_ESC:
        return escape(app);
    case ACT_REPAINT:
        clearok(curscr, TRUE);
        return true;
    case ACT_REFRESH:
        return app_send_hurry(app);
    case ACT_SAVE: /* what can be saved waits for the connection */
        return app_send_hurry(app) && !declares(app, ACT_SAVE);
    case ACT_HELP:
        if (declares(app, ACT_HELP))
            return false;
        help(app);
        return true;
    case ACT_MENU:
        if (declares(app, ACT_MENU) || app_top(app)->ops->size)
            return false;
        app_push(app, menu_new(app));
        return true;
    case ACT_TOUR:
        app_push(app, scr_tour_new(app));
        return true;
    case ACT_LOCK:
        app_lock(app);
        return true;
    case ACT_LANG:
        if (declares(app, ACT_LANG))
            return false;
        app_push(app, scr_lang_new(app));
        return true;
    case ACT_GLOSSARY:
        app_push(app, scr_glossary_new(app));
        return true;
    case ACT_ABOUT:
        app_push(app, scr_about_new(app));
        return true;
    }
    return false;
}

/* Is there something to save beneath what stands on top? */
static bool could_save(struct app *app)
{
    for (int i = 0; i < app->depth; i++) {
        struct key_set set = {.count = 0};
        if (app->stack[i]->ops->keys)
            app->stack[i]->ops->keys(app->stack[i], app, &set);
        if (keys_has(&set, ACT_SAVE))
            return true;
    }
    return false;
}

static void not_here(struct app *app, enum action a)
{
    const struct key_row *row = keys_row(a);
    const struct screen_ops *ops = app_top(app)->ops;
    if (ops->refused && ops->refused(app_top(app), app, a))
        return;
    term_beep();
    if (a == ACT_SAVE && !could_save(app))
        app_say(app, SAY_INFO, 0, "%s", _("Nothing was changed: there is nothing to save."));
    else if (row && row->keys && a >= ACT_FIRST_COMMAND)
        app_say(app, SAY_INFO, 0, _("%s does nothing here; the last line shows the keys that do"),
                keys_shown(row));
}

static void deliver(struct app *app, struct key k)
{
    struct screen *top = app_top(app);
    if (own_key(app, k.action))
        return;
    bool hushed = k.action == ACT_PROBLEM && app->message.text[0];
    if (hushed) /* K-18 */
        app_hush(app);
    if (k.action >= ACT_FIRST_COMMAND && !declares(app, k.action)) {
        if (!hushed)
            not_here(app, k.action);
        return;
    }
    if (top->ops->key && top->ops->key(top, app, k))
        return;
    if (k.action == ACT_CHAR && k.ch == '?' && !top->ops->alone)
        help(app);
    else if (!hushed)
        not_here(app, k.action);
}

void app_step(struct app *app, struct key k)
{
    if (!app->depth || app->quit)
        return;
    app->key_at = clock_ms();
    app_echo_begin(app);
    app_hint_later(app);
    if (app->message.kind == SAY_INFO)
        app_hush(app);
    deliver(app, k);
    app_bury(app);
    app_echo_end(app);
}

void app_act(struct app *app, enum action a)
{
    app_changed(app);
    if (app->depth && !app->quit)
        deliver(app, (struct key){a, 0});
}

const char *app_focus(const struct app *app)
{
    struct screen *top = app_top(app);
    const char *name =
        top && top->ops->focus ? top->ops->focus(top, (struct app *)(uintptr_t)app) : NULL;
    return name ? name : "";
}

/* --- what comes from outside ---------------------------------------------------------------- */

void app_resized(struct app *app)
{
    app_changed(app);
    app_draw_resized(app);
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i]->ops->resized)
            app->stack[i]->ops->resized(app->stack[i], app);
}

void app_set_lang(struct app *app, enum lang lang)
{
    i18n_set(lang);
    app_hush(app);
    app_changed(app);
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i]->ops->language)
            app->stack[i]->ops->language(app->stack[i], app);
}

static void hang_up(struct app *app, int sig)
{
    for (int i = app->depth - 1; i >= 0; i--)
        if (app->stack[i]->ops->hangup)
            app->stack[i]->ops->hangup(app->stack[i], app);
    app->exit_code = 128 + sig;
    app->quit = true;
}

static void signals(struct app *app)
{
    for (int sig; (sig = db_signal_next()) != 0;) {
        if (sig == SIGWINCH) {
            term_resize(0, 0);
            app_resized(app);
        } else if (sig == SIGTERM || sig == SIGHUP) {
            hang_up(app, sig);
            return;
        }
    }
}

unsigned app_turn(struct app *app, int key_fd, int timeout_ms)
{
    int wait = app_send_timeout(app);
    int idle = app_idle_timeout(app);
    if (wait < 0 || (idle >= 0 && idle < wait))
        wait = idle;
    if (timeout_ms < 0 || (wait >= 0 && wait < timeout_ms))
        timeout_ms = wait;
    unsigned events = db_wait(app->db, key_fd, timeout_ms);
    if (events & (DB_SIGNAL | DB_SERVER))
        app_changed(app);
    if (events & DB_SIGNAL)
        signals(app);
    if (events & DB_KEY && !app->quit && term_gone()) /* a leader may keep the signal from us */
        hang_up(app, SIGHUP);
    app_send_turn(app);
    app_idle_turn(app);
    app_bury(app);
    return events;
}

/* Keys typed while a modal batch is under way wait here; only Esc is looked at (K-5, K-15). */
static void read_ahead(struct app *app)
{
    struct key k;
    while (app->nahead < APP_AHEAD && term_read(&k)) {
        if (k.action == ACT_ESC && app_send_cancel(app))
            return;
        app->ahead[app->nahead++] = k;
    }
}

static bool next_key(struct app *app, struct key *k)
{
    if (app->nahead > 0) {
        *k = app->ahead[0];
        app->nahead--;
        memmove(app->ahead, app->ahead + 1, (size_t)app->nahead * sizeof *app->ahead);
        return true;
    }
    return term_read(k);
}

void app_feed(struct app *app)
{
    struct key k;
    while (!app->quit && !term_small()) {
        if (app_modal(app)) {
            read_ahead(app);
            return;
        }
        if (!next_key(app, &k))
            return;
        app_step(app, k);
    }
}

void app_loop(struct app *app)
{
    while (!app->quit) {
        app_feed(app);
        if (app->quit)
            return;
        app_draw(app);
        bool full = app->nahead == APP_AHEAD && app_modal(app);
        app_turn(app, term_small() || full ? -1 : term_key_fd(), -1);
    }
}

void app_settle(struct app *app)
{
    app_feed(app);
    while (!app->quit && app_send_busy(app)) {
        app_turn(app, -1, -1);
        app_feed(app);
    }
    app_draw(app);
}
