/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/zoom.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/dialog.h"
#include "tui/edit.h"
#include "tui/phrases.h"

struct zoom {
    struct screen base;
    char *title, *before;
    struct edit *edit;
    bool locked;
    int max;
    zoom_answer *answer;
    void *ctx;
};

static struct zoom *of(struct screen *s)
{
    return (struct zoom *)s;
}

static void zoom_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)s;
    (void)app;
    *lines = LINES;
    *cols = COLS - 4;
}

static char *zoom_where(struct screen *s, struct app *app)
{
    (void)app;
    return xstrdup(of(s)->title);
}

/* The text, and how much of its room is taken: on the frame, which shows again where it shrinks. */
static void draw_text(void *zoom, WINDOW *w)
{
    enum { ROOM_X = 3, ROOM_CELLS = 30 };
    struct zoom *z = zoom;
    edit_draw(z->edit, w, 1, 2, STYLE_NORMAL);
    if (z->max > 0) {
        char room[32];
        snprintf(room, sizeof room, " %zu/%d ", utf8_length(edit_text(z->edit)), z->max);
        term_hline(w, getmaxy(w) - 1, ROOM_X, ROOM_CELLS);
        term_put(w, getmaxy(w) - 1, ROOM_X, ROOM_CELLS, room, STYLE_NORMAL);
    }
}

static void zoom_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct zoom *z = of(s);
    edit_size(z->edit, getmaxy(w) - 2, getmaxx(w) - 4);
    draw_text(z, w);
}

static bool zoom_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    edit_cursor(of(s)->edit, y, x);
    *y += 1;
    *x += 2;
    return true;
}

static void give(struct zoom *z, struct app *app, bool take)
{
    char *text = take ? xstrdup(edit_text(z->edit)) : NULL;
    app_pop(app, &z->base);
    z->answer(z->ctx, app, text);
    free(text);
}

static void on_leave(void *ctx, struct app *app, bool throw_away)
{
    if (throw_away)
        give(ctx, app, false);
}

static void leave(struct zoom *z, struct app *app)
{
    if (z->locked || strcmp(z->before, edit_text(z->edit)) == 0) {
        give(z, app, false);
        return;
    }
    app_push(app,
             dialog_question(app, z->title, _("The text was changed and is not taken over yet."),
                             _("go on editing"), _("throw the change away"), on_leave, z));
}

/* Where the cursor stands, as if typed. */
static void on_phrase(void *ctx, struct app *app, const char *text)
{
    struct zoom *z = ctx;
    uint32_t c;
    bool full = false;
    (void)app;
    if (text && *edit_text(z->edit)) /* blanks at the end are not kept there */
        edit_key(z->edit, (struct key){ACT_CHAR, ' '}, &full);
    for (size_t n; text && !full && (n = utf8_next(text, &c)) > 0; text += n)
        edit_key(z->edit, (struct key){ACT_CHAR, c}, &full);
    if (full)
        term_beep();
}

static bool zoom_key(struct screen *s, struct app *app, struct key k)
{
    struct zoom *z = of(s);
    if (k.action == ACT_SAVE) {
        give(z, app, true);
        return true;
    }
    if (k.action == ACT_ESC || k.action == ACT_LEAVE) {
        leave(z, app);
        return true;
    }
    if (k.action == ACT_LIST) {
        app_push(app, phrases_new(app, on_phrase, z));
        return true;
    }
    if (k.action == ACT_UNDO) {
        edit_set(z->edit, z->before);
        return true;
    }
    bool writes = k.action == ACT_CHAR || k.action == ACT_ENTER || k.action == ACT_DELETE ||
                  k.action == ACT_BACKSPACE || k.action == ACT_CLEAR;
    if (z->locked && writes)
        return false;
    bool full, mine = edit_key(z->edit, k, &full);
    app_echo(app, draw_text, z);
    return (mine || k.action == ACT_LEFT || k.action == ACT_RIGHT) && !full;
}

static void zoom_keys(struct screen *s, struct app *app, struct key_set *set)
{
    if (!of(s)->locked) {
        keys_add(set, ACT_SAVE, _("Take"));
        if (phrases_are_there(app))
            keys_add(set, ACT_LIST, _("Phrases"));
        keys_add(set, ACT_UNDO, NULL);
    }
    keys_add(set, ACT_LEAVE, NULL);
}

static const char *zoom_focus(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return "zoom";
}

static void zoom_done(struct screen *s, struct app *app)
{
    (void)app;
    struct zoom *z = of(s);
    free(z->title);
    free(z->before);
    edit_free(z->edit);
    free(z);
}

static const struct screen_ops zoom_ops = {
    .name = "zoom",
    .size = zoom_size,
    .where = zoom_where,
    .draw = zoom_draw,
    .key = zoom_key,
    .cursor = zoom_cursor,
    .focus = zoom_focus,
    .keys = zoom_keys,
    .done = zoom_done,
};

struct screen *zoom_new(struct app *app, const char *title, const char *text, int max, bool locked,
                        zoom_answer *answer, void *ctx)
{
    (void)app;
    struct zoom *z = xcalloc(1, sizeof *z);
    z->base.ops = &zoom_ops;
    z->title = xstrdup(title ? title : "");
    z->max = max;
    z->locked = locked;
    z->answer = answer;
    z->ctx = ctx;
    z->edit = edit_new(LINES > 8 ? LINES - 5 : 4, COLS > 20 ? COLS - 8 : 12, max, true);
    edit_set(z->edit, text ? text : "");
    z->before = xstrdup(edit_text(z->edit));
    return &z->base;
}
