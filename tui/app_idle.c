/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a pause of the keys. While nothing waits there is no timer and no wake-up. */
#include "common/clock.h"
#include "tui/app_inner.h"

enum { PAUSE_MS = 2000 };

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

int app_idle_timeout(const struct app *app)
{
    if (!app->pause_at)
        return -1;
    long left = app->pause_at - clock_ms();
    return left < 0 ? 0 : (int)left;
}

void app_idle_turn(struct app *app)
{
    if (app->pause_at && clock_ms() >= app->pause_at)
        app_pause(app);
}
