/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One struct for the four: text above, then nothing, a line to type or a list to choose from. */
#include "tui/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/edit.h"

enum { WIDTH = 64, INNER = WIDTH - 4 };

struct dialog {
    struct screen base;
    char *title, *text;
    char *safe, *other; /* question */
    dialog_answer *answer;
    struct edit *edit; /* text */
    bool required;
    dialog_text_answer *text_answer;
    char **options; /* choice */
    int count, current;
    dialog_choice_answer *choice_answer;
    int scroll; /* notice */
    void *ctx;
};

static struct dialog *of(struct screen *s)
{
    return (struct dialog *)s;
}

static struct dialog *make(const struct screen_ops *ops, const char *title, const char *text,
                           void *ctx)
{
    struct dialog *d = xcalloc(1, sizeof *d);
    d->base.ops = ops;
    d->title = xstrdup(title ? title : "");
    d->text = xstrdup(text ? text : "");
    d->ctx = ctx;
    return d;
}

static char *dialog_where(struct screen *s, struct app *app)
{
    (void)app;
    return xstrdup(of(s)->title);
}

static int text_lines(const struct dialog *d)
{
    return *d->text ? utf8_wrap(d->text, INNER, NULL, NULL) : 0;
}

static void dialog_done(struct screen *s, struct app *app)
{
    (void)app;
    struct dialog *d = of(s);
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
    *lines = text_lines(of(s)) + 5;
    *cols = WIDTH;
}

static void question_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = of(s);
    int room = getmaxy(w) - 5;
    int y = 1 + term_wrapped(w, 1, 2, room, getmaxx(w) - 4, d->text, STYLE_NORMAL);
    char *safe = xasprintf("%s: %s", _("Enter"), d->safe);
    char *other = xasprintf("F2: %s", d->other);
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
    struct dialog *d = of(s);
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
    keys_add(set, ACT_SAVE, of(s)->other);
    keys_add(set, ACT_LEAVE, of(s)->safe);
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
    struct dialog *d = make(&question_ops, title, text, ctx);
    d->safe = xstrdup(safe);
    d->other = xstrdup(other);
    d->answer = answer;
    return &d->base;
}

/* --- text ----------------------------------------------------------------------------------- */

static void text_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    *lines = text_lines(of(s)) + 4;
    *cols = WIDTH;
}

static void text_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = of(s);
    int inner = getmaxx(w) - 4;
    term_wrapped(w, 1, 2, getmaxy(w) - 4, inner, d->text, STYLE_NORMAL);
    edit_size(d->edit, 1, inner);
    edit_draw(d->edit, w, getmaxy(w) - 2, 2, STYLE_FIELD);
}

static bool text_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    edit_cursor(of(s)->edit, y, x);
    *y += getmaxy(s->window) - 2;
    *x += 2;
    return true;
}

static void text_give(struct dialog *d, struct app *app, bool take)
{
    char *text = take ? utf8_clean(edit_text(d->edit), false) : NULL;
    if (take && d->required && str_empty(text)) {
        app_say(app, SAY_ERROR, 0, _("This must not stay empty: type it, or leave with Esc"));
        free(text);
        return;
    }
    app_pop(app, &d->base);
    if (d->text_answer)
        d->text_answer(d->ctx, app, text);
    free(text);
}

static bool text_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = of(s);
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
    struct dialog *d = make(&text_ops, title, text, ctx);
    d->edit = edit_new(1, INNER, max, false);
    edit_fresh(d->edit, initial ? initial : "");
    d->required = required;
    d->text_answer = answer;
    return &d->base;
}

/* --- choice --------------------------------------------------------------------------------- */

static void choice_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    int n = text_lines(of(s));
    *lines = n + (n > 0) + of(s)->count + 2;
    *cols = WIDTH;
}

static int choice_top(const struct dialog *d)
{
    int n = text_lines(d);
    return 1 + n + (n > 0);
}

static void choice_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct dialog *d = of(s);
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
    *y = choice_top(of(s)) + of(s)->current;
    *x = 2;
    return true;
}

static bool choice_key(struct screen *s, struct app *app, struct key k)
{
    struct dialog *d = of(s);
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
    return of(s)->options[of(s)->current];
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
    struct dialog *d = make(&choice_ops, title, text, ctx);
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
    *lines = text_lines(of(s)) + 2;
    *cols = WIDTH;
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
    struct shown n = {w, of(s)->scroll, 1};
    utf8_wrap(of(s)->text, INNER, notice_line, &n);
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
    struct dialog *d = of(s);
    int page = s->window ? getmaxy(s->window) - 2 : 10;
    int most = text_lines(d) - page;
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
    return &make(&notice_ops, title, text, NULL)->base;
}
