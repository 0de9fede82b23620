/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing one of several, and a text to read. */
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/dialog_inner.h"

static void choice_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    int n = dialog_lines(dialog_of(s));
    *lines = n + (n > 0) + dialog_of(s)->count + 2;
    *cols = DIALOG_WIDTH;
}

static int choice_top(const struct dialog *d)
{
    int n = dialog_lines(d);
    return 1 + n + (n > 0);
}

static void choice_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = dialog_of(s);
    term_wrapped(w, 1, 2, getmaxy(w) - 3, getmaxx(w) - 4, d->text, STYLE_NORMAL);
    int y = choice_top(d);
    for (int i = 0; i < d->count && y + i < getmaxy(w) - 1; i++) {
        char *line = xasprintf("%c%d %s", i == d->current ? '>' : ' ', i + 1, d->options[i]);
        term_text(w, y + i, 2, getmaxx(w) - 4, line, i == d->current ? STYLE_CURSOR : STYLE_NORMAL);
        free(line);
    }
}

static bool choice_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    *y = choice_top(dialog_of(s)) + dialog_of(s)->current;
    *x = 2;
    return true;
}

static bool choice_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = dialog_of(s);
    int choice = -1;
    if (k.action == ACT_DOWN || k.action == ACT_TAB) {
        d->current = (d->current + 1) % d->count;
        return true;
    }
    if (k.action == ACT_UP || k.action == ACT_BACKTAB) {
        d->current = (d->current + d->count - 1) % d->count;
        return true;
    }
    if (k.action == ACT_CHAR && k.ch > '0' && k.ch <= '9' && (int)k.ch - '0' <= d->count) {
        d->current = (int)k.ch - '1';
        return true;
    }
    if (k.action == ACT_ENTER)
        choice = d->current;
    else if (k.action != ACT_ESC && k.action != ACT_LEAVE)
        return false;
    app_pop(app, s);
    if (d->choice_answer)
        d->choice_answer(d->ctx, app, choice);
    return true;
}

static void leave_keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_LEAVE, NULL);
}

static const char *choice_focus(struct screen *s, struct app *app)
{
    (void)app;
    return dialog_of(s)->options[dialog_of(s)->current];
}

static const struct screen_ops choice_ops = {
    .name = "choice",
    .size = choice_size,
    .where = dialog_where,
    .draw = choice_draw,
    .key = choice_key,
    .cursor = choice_cursor,
    .focus = choice_focus,
    .keys = leave_keys,
    .done = dialog_done,
};

struct screen *dialog_choice(struct app *app, const char *title, const char *text,
                             const char *const *options, int count, int current,
                             dialog_choice_answer *answer, void *ctx)
{
    (void)app;
    struct dialog *d = dialog_make(&choice_ops, title, text, ctx);
    d->options = xcalloc((size_t)count, sizeof *d->options);
    for (int i = 0; i < count; i++)
        d->options[i] = xstrdup(options[i]);
    d->count = count;
    d->current = current >= 0 && current < count ? current : 0;
    d->choice_answer = answer;
    return &d->base;
}

/* --- notice --------------------------------------------------------------------------------- */

static void notice_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    *lines = dialog_lines(dialog_of(s)) + 2;
    *cols = DIALOG_WIDTH;
}

struct shown {
    WINDOW *w;
    int skip, y;
};

static void notice_line(void *ctx, const char *s, size_t bytes)
{
    struct shown *n = ctx;
    if (n->skip-- > 0 || n->y >= getmaxy(n->w) - 1)
        return;
    char *line = xcalloc(bytes + 1, 1);
    memcpy(line, s, bytes);
    term_put(n->w, n->y++, 2, getmaxx(n->w) - 4, line, STYLE_NORMAL);
    free(line);
}

static void notice_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct shown n = {w, dialog_of(s)->scroll, 1};
    utf8_wrap(dialog_of(s)->text, DIALOG_INNER, notice_line, &n);
}

static bool notice_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)s;
    (void)app;
    *y = 1;
    *x = 2;
    return true;
}

static bool notice_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = dialog_of(s);
    int page = s->window ? getmaxy(s->window) - 2 : 10;
    int most = dialog_lines(d) - page;
    int by = k.action == ACT_DOWN        ? 1
             : k.action == ACT_UP        ? -1
             : k.action == ACT_PAGE_DOWN ? page
             : k.action == ACT_PAGE_UP   ? -page
                                         : 0;
    if (by) {
        int to = d->scroll + by > most ? most : d->scroll + by;
        d->scroll = to < 0 ? 0 : to;
        return true;
    }
    if (k.action != ACT_ENTER && k.action != ACT_ESC && k.action != ACT_LEAVE)
        return false;
    app_pop(app, s);
    return true;
}

static const struct screen_ops notice_ops = {
    .name = "notice",
    .size = notice_size,
    .where = dialog_where,
    .draw = notice_draw,
    .key = notice_key,
    .cursor = notice_cursor,
    .keys = leave_keys,
    .done = dialog_done,
};

struct screen *dialog_notice(struct app *app, const char *title, const char *text)
{
    (void)app;
    return &dialog_make(&notice_ops, title, text, NULL)->base;
}
