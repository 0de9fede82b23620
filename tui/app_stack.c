/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack of screens. A locked screen stays on top whatever happens beneath it. */
#include "common/util.h"
#include "tui/app_inner.h"

struct screen *app_top(const struct app *app)
{
    return app->depth ? app->stack[app->depth - 1] : NULL;
}

void app_push(struct app *app, struct screen *s)
{
    if (app->depth == APP_STACK)
        die("app_push: more than %d screens", APP_STACK);
    app_changed(app);
    s->gone = false;
    app->stack[app->depth++] = s;
    if (app->lock) { /* it stays on top */
        app->stack[app->depth - 2] = s;
        app->stack[app->depth - 1] = app->lock;
    }
}

/* What is taken away beneath a locked screen does not unlock it. */
static bool take_from_beneath(struct app *app, struct screen *s)
{
    struct screen *lock = app->lock;
    app->lock = NULL;
    app->stack[--app->depth] = NULL;
    bool taken = app_stack_take(app, s);
    app->stack[app->depth++] = lock;
    app->lock = lock;
    return taken;
}

/* Takes s and what lies above it away without telling the one beneath. */
bool app_stack_take(struct app *app, struct screen *s)
{
    int at = 0;
    if (app->lock && s != app->lock)
        return take_from_beneath(app, s);
    while (at < app->depth && app->stack[at] != s)
        at++;
    if (at == app->depth)
        return false;
    app_changed(app);
    while (app->depth > at) {
        struct screen *top = app->stack[--app->depth];
        app->stack[app->depth] = NULL;
        top->gone = true;
        app_send_forget_owner(app, top);
        if (app->ngone == (int)COUNT(app->gone))
            die("app_pop: too many screens in one step");
        app->gone[app->ngone++] = top;
    }
    return true;
}

void app_pop(struct app *app, struct screen *s)
{
    if (!app_stack_take(app, s))
        return;
    struct screen *top = app_top(app);
    if (!top)
        app->quit = true;
    else if (top->ops->uncovered)
        top->ops->uncovered(top, app);
}

void app_replace(struct app *app, struct screen *old, struct screen *s)
{
    app_stack_take(app, old);
    app_push(app, s);
}

void app_bury(struct app *app)
{
    for (int i = 0; i < app->ngone;
         i++) { /* the upper ones first: they may speak to those beneath */
        struct screen *s = app->gone[i];
        app_draw_release(s);
        s->ops->done(s, app);
    }
    app->ngone = 0;
}
