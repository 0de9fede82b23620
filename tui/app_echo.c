/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a letter costs: a key that changed the text of one field has only that field drawn again. It
   has to say so itself; every other key, answer, message or change of the stack has everything
   drawn, which is never wrong. The screen tests compare the two after each key. */
#include "tui/app_inner.h"

void app_changed(struct app *app)
{
    app->echo.whole = true;
    app->echo.draw = NULL;
    app->echo.ctx = NULL;
}

void app_echo(struct app *app, app_echo_draw *draw, void *ctx)
{
    bool other = app->echo.draw && app->echo.ctx != ctx; /* keys of two fields, not drawn between */
    if (other)
        app_changed(app);
    if (app->echo.whole)
        return;
    app->echo.said = true;
    app->echo.draw = draw;
    app->echo.ctx = ctx;
}

void app_echo_begin(struct app *app)
{
    app->echo.said = false;
    app->echo.waited = app->echo.waited || app->hint_at;
}

void app_echo_end(struct app *app)
{
    if (!app->echo.said)
        app_changed(app);
}

bool app_echo_drawn(struct app *app)
{
    struct screen *top = app_top(app);
    bool whole = app->echo.whole || !top || !top->window;
    if (!whole && app->echo.draw) {
        app->echo.draw(app->echo.ctx, top->window);
        if (app->echo.waited) /* the pause of the keys begins anew */
            app_hint(app);
        wnoutrefresh(top->window); /* nothing lies above it: the panels have nothing to say */
    }
    app->echo.whole = app->echo.waited = false;
    app->echo.draw = NULL;
    return !whole;
}
