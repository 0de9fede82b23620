/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One struct for all four dialogs (the other two: dialog_choice.c): text above, then nothing, a
 * line to type or a list. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/dialog_inner.h"

struct dialog *dialog_of(struct screen *s)
{
    return (struct dialog *)s;
}

struct dialog *dialog_make(const struct screen_ops *ops, const char *title, const char *text,
                           void *ctx)
{
    struct dialog *d = xcalloc(1, sizeof *d);
    d->base.ops = ops;
    d->title = xstrdup(title ? title : "");
    d->text = xstrdup(text ? text : "");
    d->ctx = ctx;
    return d;
}

char *dialog_where(struct screen *s, struct app *app)
{
    (void)app;
    return xstrdup(dialog_of(s)->title);
}

int dialog_lines(const struct dialog *d)
{
    return *d->text ? utf8_wrap(d->text, DIALOG_INNER, NULL, NULL) : 0;
}

void dialog_done(struct screen *s, struct app *app)
{
    (void)app;
    struct dialog *d = dialog_of(s);
    free(d->title);
    free(d->text);
    free(d->safe);
    free(d->other);
    edit_free(d->edit);
    for (int i = 0; i < d->count; i++)
        free(d->options[i]);
    free(d->options);
    free(d);
}

/* --- question ------------------------------------------------------------------------------- */

static void question_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    *lines = dialog_lines(dialog_of(s)) + 5;
    *cols = DIALOG_WIDTH;
}

static void question_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = dialog_of(s);
    int room = getmaxy(w) - 5;
    int y = 1 + term_wrapped(w, 1, 2, room, getmaxx(w) - 4, d->text, STYLE_NORMAL);
    char *safe = xasprintf("%s: %s", _("Enter"), d->safe);
    char *other = xasprintf("%s: %s", keys_row(ACT_SAVE)->keys, d->other);
    term_put(w, y + 1, 2, getmaxx(w) - 4, safe, STYLE_CHANGED);
    term_put(w, y + 2, 2, getmaxx(w) - 4, other, STYLE_NORMAL);
    free(safe);
    free(other);
}

static bool question_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    *y = getmaxy(s->window) - 3;
    *x = 2;
    return true;
}

static bool question_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = dialog_of(s);
    bool other = k.action == ACT_SAVE;
    if (!other && k.action != ACT_ENTER && k.action != ACT_ESC && k.action != ACT_LEAVE)
        return false; /* K-9: no letter answers */
    app_pop(app, s);
    if (d->answer)
        d->answer(d->ctx, app, other);
    return true;
}

static void question_keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)app;
    keys_add(set, ACT_SAVE, dialog_of(s)->other);
    keys_add(set, ACT_LEAVE, dialog_of(s)->safe);
}

static const char *question_focus(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return "question";
}

static const struct screen_ops question_ops = {
    .name = "question",
    .size = question_size,
    .where = dialog_where,
    .draw = question_draw,
    .key = question_key,
    .cursor = question_cursor,
    .focus = question_focus,
    .keys = question_keys,
    .done = dialog_done,
};

struct screen *dialog_question(struct app *app, const char *title, const char *text,
                               const char *safe, const char *other, dialog_answer *answer,
                               void *ctx)
{
    (void)app;
    struct dialog *d = dialog_make(&question_ops, title, text, ctx);
    d->safe = xstrdup(safe);
    d->other = xstrdup(other);
    d->answer = answer;
    return &d->base;
}

/* --- text ----------------------------------------------------------------------------------- */

static void text_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    *lines = dialog_lines(dialog_of(s)) + 4;
    *cols = DIALOG_WIDTH;
}

static void text_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = dialog_of(s);
    int inner = getmaxx(w) - 4;
    term_wrapped(w, 1, 2, getmaxy(w) - 4, inner, d->text, STYLE_NORMAL);
    edit_size(d->edit, 1, inner);
    edit_draw(d->edit, w, getmaxy(w) - 2, 2, STYLE_FIELD);
}

static bool text_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    edit_cursor(dialog_of(s)->edit, y, x);
    *y += getmaxy(s->window) - 2;
    *x += 2;
    return true;
}

static void text_give(struct dialog *d, struct app *app, bool take)
{
    char *text = take ? utf8_clean(edit_text(d->edit), false) : NULL;
    if (take && d->required && str_empty(text)) {
        app_say(app, SAY_ERROR, 0, _("This must not stay empty: type it, or leave with Esc"));
        d->complained = true;
        free(text);
        return;
    }
    if (d->complained)
        app_hush(app);
    app_pop(app, &d->base);
    if (d->text_answer)
        d->text_answer(d->ctx, app, text);
    free(text);
}

static bool text_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = dialog_of(s);
    if (k.action == ACT_ENTER || k.action == ACT_SAVE) {
        text_give(d, app, true);
        return true;
    }
    if (k.action == ACT_ESC || k.action == ACT_LEAVE) {
        text_give(d, app, false);
        return true;
    }
    bool full;
    bool mine = edit_key(d->edit, k, &full);
    app_echo(app, edit_echo, d->edit);
    return mine && !full;
}

static void text_keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_SAVE, _("Take"));
    keys_add(set, ACT_LEAVE, _("Cancel"));
}

static const char *text_focus(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return "text";
}

static const struct screen_ops text_ops = {
    .name = "text",
    .size = text_size,
    .where = dialog_where,
    .draw = text_draw,
    .key = text_key,
    .cursor = text_cursor,
    .focus = text_focus,
    .keys = text_keys,
    .done = dialog_done,
};

struct screen *dialog_text(struct app *app, const char *title, const char *text,
                           const char *initial, int max, bool required, dialog_text_answer *answer,
                           void *ctx)
{
    (void)app;
    struct dialog *d = dialog_make(&text_ops, title, text, ctx);
    d->edit = edit_new(1, DIALOG_INNER, max, false);
    edit_fresh(d->edit, initial ? initial : "");
    d->required = required;
    d->text_answer = answer;
    return &d->base;
}
