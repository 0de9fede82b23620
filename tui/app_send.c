/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries of the screens, and the connection: lost, made anew with back-off, the gate opened again
 * before anything else. */
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/guard.h"
#include "common/i18n.h"
#include "common/util.h"
#include "tui/app_inner.h"

enum { RETRY_FIRST_MS = 500, RETRY_MAX_MS = 30000, NO_CONNECTION = 401 };

struct app_batch {
    struct app_batch *next;
    struct app *app;
    struct screen *owner;
    unsigned flags;
    int ticket;    /* ours */
    int db_ticket; /* 0: never sent, fails at the next turn */
    app_done *done;
    void *ctx;
};

static struct app_batch *unlink_batch(struct app *app, struct app_batch *b)
{
    struct app_batch **p = &app->batches;
    while (*p && *p != b)
        p = &(*p)->next;
    if (*p)
        *p = b->next;
    return b;
}

static void answer(struct app_batch *b, const struct db_reply *reply)
{
    struct app *app = b->app;
    unlink_batch(app, b);
    app_changed(app);
    if (reply && !reply->ok && !(b->flags & APP_QUIET)) {
        struct error err = {.number = 0};
        guard_error(reply, &err);
        app_say_error(app, &err);
    }
    if (b->done)
        b->done(app, b->ctx, reply);
    free(b);
}

static void on_reply(void *ctx, const struct db_reply *reply)
{
    answer(ctx, reply);
}

int app_send(struct app *app, struct screen *owner, unsigned flags, struct db_batch *batch,
             app_done *done, void *ctx)
{
    static int tickets;
    struct app_batch *b = xcalloc(1, sizeof *b);
    *b = (struct app_batch){.app = app, .owner = owner, .flags = flags, .done = done, .ctx = ctx};
    b->ticket = ++tickets;
    app_changed(app);
    b->next = app->batches;
    app->batches = b;
    if (app->online)
        b->db_ticket = db_send(app->db, batch, on_reply, b);
    else /* the gate must be the first batch of a connection */
        db_batch_free(batch);
    return b->ticket;
}

static void drop(struct app_batch *b)
{
    unlink_batch(b->app, b);
    if (b->db_ticket)
        db_forget(b->app->db, b->db_ticket);
    free(b);
}

void app_forget(struct app *app, int ticket)
{
    for (struct app_batch *b = app->batches; b; b = b->next)
        if (b->ticket == ticket) {
            drop(b);
            return;
        }
}

void app_send_forget_owner(struct app *app, const struct screen *owner)
{
    for (struct app_batch *b = app->batches, *next; b; b = next) {
        next = b->next;
        if (b->owner == owner)
            drop(b);
    }
}

bool app_send_cancel(struct app *app)
{
    for (struct app_batch *b = app->batches; b; b = b->next)
        if (b->flags & APP_CANCEL) {
            if (b->db_ticket)
                db_cancel(app->db, b->db_ticket);
            answer(b, NULL);
            return true;
        }
    return false;
}

bool app_modal(const struct app *app)
{
    for (const struct app_batch *b = app->batches; b; b = b->next)
        if (b->flags & APP_MODAL)
            return true;
    return false;
}

bool app_cancels(const struct app *app)
{
    for (const struct app_batch *b = app->batches; b; b = b->next)
        if (b->flags & APP_CANCEL)
            return true;
    return false;
}

static bool unsent(const struct app *app)
{
    for (const struct app_batch *b = app->batches; b; b = b->next)
        if (!b->db_ticket)
            return true;
    return false;
}

static void fail_unsent(struct app *app)
{
    struct db_reply reply = {.failed = -1};
    error_set(&reply.error, _("There is no connection to the server: nothing was sent"));
    error_remedy(&reply.error, _("go on typing; the program connects again by itself"));
    error_number(&reply.error, NO_CONNECTION);
    while (unsent(app))
        for (struct app_batch *b = app->batches; b; b = b->next)
            if (!b->db_ticket) {
                answer(b, &reply);
                break; /* done may have sent or forgotten others */
            }
}

/* --- the connection ------------------------------------------------------------------------- */

/* A new session after a loss. The dictionaries and the calendar of the old one stay: lists that are
 * open point into them. */
static void take_session(struct app *app, struct session *fresh)
{
    struct session *old = &app->session;
    struct session mixed = *fresh;
    mixed.dicts = old->dicts;
    mixed.calendar = old->calendar;
    mixed.world.dicts = old->dicts;
    mixed.world.calendar = old->calendar;
    old->dicts = fresh->dicts;
    old->calendar = fresh->calendar;
    session_done(old);
    *old = mixed;
}

static void retry_later(struct app *app)
{
    app->retry_ms = app->retry_ms ? app->retry_ms * 2 : RETRY_FIRST_MS;
    if (app->retry_ms > RETRY_MAX_MS)
        app->retry_ms = RETRY_MAX_MS;
    app->retry_at = clock_ms() + app->retry_ms;
}

static void on_session(void *ctx, const struct db_reply *reply)
{
    struct app *app = ctx;
    struct session fresh;
    struct error err = {.number = 0};
    app->gate_ticket = 0;
    if (!session_read(&fresh, reply, &err)) {
        session_done(&fresh);
        if (!reply->lost) {
            app_say_error(app, &err);
            db_close(app->db);
        }
        retry_later(app);
        return;
    }
    take_session(app, &fresh);
    app->online = true;
    app->hurried = false;
    app->retry_ms = 0;
    app->retry_at = 0;
    app_say(app, SAY_NOTE, 0, _("The connection is back"));
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i]->ops->reconnected)
            app->stack[i]->ops->reconnected(app->stack[i], app);
}

static void lost(struct app *app)
{
    app->online = false;
    app->retry_ms = 0;
    app_changed(app);
    retry_later(app);
    if (!app->message.text[0])
        app_say(app, SAY_NOTE, NO_CONNECTION, "%s",
                _("Connection lost: type on, nothing is lost. F5 connects again at once."));
}

static void failed(struct app *app)
{
    if (app->hurried)
        app_say(app, SAY_NOTE, NO_CONNECTION, "%s",
                _("The server does not answer yet. F5 tries again at once."));
    app->hurried = false;
    retry_later(app);
}

bool app_send_hurry(struct app *app)
{
    if (app->online || !app->entered)
        return false;
    app_say(app, SAY_NOTE, NO_CONNECTION, "%s", _("Connecting again ..."));
    app->hurried = true;
    app->retry_ms = 0;
    if (app->retry_at) /* else a try is under way */
        app->retry_at = clock_ms();
    return true;
}

static void reconnect(struct app *app)
{
    switch (db_state(app->db)) {
    case DB_CONNECTING:
        break;
    case DB_READY:
        if (!app->gate_ticket)
            app->gate_ticket =
                db_send(app->db, session_batch(app->config->terminal, NULL), on_session, app);
        break;
    case DB_CLOSED:
    case DB_LOST:
        if (app->gate_ticket) /* its answer comes first */
            break;
        if (!app->retry_at)
            failed(app);
        if (clock_ms() >= app->retry_at) {
            app->retry_at = 0;
            db_reconnect(app->db);
            app_changed(app); /* line 1 says so */
        }
        break;
    }
}

int app_send_timeout(struct app *app)
{
    if (unsent(app))
        return 0;
    if (app->online || !app->retry_at)
        return -1;
    long left = app->retry_at - clock_ms();
    return left < 0 ? 0 : (int)left;
}

void app_send_turn(struct app *app)
{
    if (!app->entered)
        return;
    enum db_state state = db_state(app->db);
    if (app->online && (state == DB_LOST || state == DB_CLOSED))
        lost(app);
    fail_unsent(app);
    if (!app->online)
        reconnect(app);
}

bool app_send_busy(const struct app *app)
{
    return app->batches != NULL || (app->entered && !app->online);
}

void app_send_done(struct app *app)
{
    while (app->batches)
        drop(app->batches);
    if (app->gate_ticket)
        db_forget(app->db, app->gate_ticket);
}

/* --- the first time ------------------------------------------------------------------------- */

struct entering {
    struct app *app;
    struct error *err;
    bool over, ok;
};

static void on_entered(void *ctx, const struct db_reply *reply)
{
    struct entering *e = ctx;
    session_done(&e->app->session);
    e->ok = session_read(&e->app->session, reply, e->err);
    e->over = true;
}

bool app_enter(struct app *app, const char *terms, struct error *err)
{
    struct entering e = {.app = app, .err = err};
    db_send(app->db, session_batch(app->config->terminal, terms), on_entered, &e);
    while (!e.over)
        db_wait(app->db, -1, -1);
    app->entered = app->online = e.ok;
    enum lang lang;
    if (e.ok && !app->config->lang_given && app->session.lang &&
        i18n_parse(app->session.lang, &lang))
        i18n_set(lang);
    return e.ok;
}
