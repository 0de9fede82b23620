/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a pause of the keys. While nothing waits there is no timer and no wake-up. */
#include "common/clock.h"
#include "common/i18n.h"
#include "tui/app_inner.h"
#include "tui/screens.h"

enum { PAUSE_MS = 2000, HINT_MS = 400 };

void app_pause_want(struct app *app)
{
    if (!app->pause_at)
        app->pause_at = clock_ms() + PAUSE_MS;
}

bool app_pause_waits(const struct app *app)
{
    return app->pause_at != 0;
}

void app_pause(struct app *app)
{
    app->pause_at = 0;
    for (int i = app->depth - 1; i >= 0; i--)
        if (app->stack[i]->ops->pause)
            app->stack[i]->ops->pause(app->stack[i], app);
}

/* --- hints ---------------------------------------------------------------------------------- */

bool app_hint(struct app *app)
{
    if (!app->hint && !app->hint_at)
        app->hint_at = clock_ms() + HINT_MS;
    return app->hint;
}

bool app_hint_waits(const struct app *app)
{
    return app->hint_at != 0;
}

void app_hint_now(struct app *app)
{
    app->hint_at = 0;
    app->hint = true;
    app_changed(app);
}

void app_hint_later(struct app *app)
{
    app->hint_at = 0; /* who still wants it asks again when it is drawn */
    app->hint = false;
}

/* --- the lock ------------------------------------------------------------------------------- */

void app_lock(struct app *app)
{
    if (app->lock)
        return;
    if (!app->online || !db_used_password(app->db)) {
        app_say(app, SAY_ERROR, 0, "%s",
                _("The server asks for no password here, so the screen cannot be locked."));
        return;
    }
    app_hush(app);
    struct screen *s = scr_lock_new(app);
    app_push(app, s);
    app->lock = s;
}

/* When the screen is to be locked by itself; 0: never. */
static long lock_at(const struct app *app)
{
    bool can = app->config->lock_minutes > 0 && !app->lock && app->online && app->depth;
    return can && app->key_at ? app->key_at + app->config->lock_minutes * 60000L : 0;
}

/* --- the loop's side ------------------------------------------------------------------------ */

/* The earlier of two times; 0 is none. */
static long sooner(long a, long b)
{
    return !a || (b && b < a) ? b : a;
}

int app_idle_timeout(const struct app *app)
{
    long at = sooner(lock_at(app), sooner(app->pause_at, app->hint_at));
    if (!at)
        return -1;
    long left = at - clock_ms();
    return left < 0 ? 0 : (int)left;
}

void app_idle_turn(struct app *app)
{
    if (app->pause_at && clock_ms() >= app->pause_at)
        app_pause(app);
    if (app->hint_at && clock_ms() >= app->hint_at)
        app_hint_now(app);
    long at = lock_at(app);
    if (!at || clock_ms() < at)
        return;
    app->key_at = 0; /* if it cannot be locked, that is said once */
    app_lock(app);
}
