/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else changed the same field meanwhile: both values, and whose it is. Enter takes theirs,
   F2 goes over it with mine, Esc leaves everything as it is. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { LINES_WANTED = 15, COLS_WANTED = 72, VALUE_LINES = 2 };

struct scr_conflict {
    struct screen base;
    char *caption, *mine, *theirs, *who, *when;
    bool together, may_win; /* two saves that do not fit together; mine can be saved */
    scr_conflict_answer *answer;
    void *ctx;
};

static void size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)s;
    (void)app;
    *lines = LINES_WANTED;
    *cols = COLS_WANTED;
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return xstrdup(_("Changed by somebody else meanwhile"));
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    const struct scr_conflict *c = (struct scr_conflict *)s;
    int width = getmaxx(w) - 4, y = 1;
    (void)app;
    y += term_wrapped(w, y, 2, 2, width, c->caption, STYLE_TITLE) + 1;
    term_put(w, y++, 2, width, _("You typed:"), STYLE_NORMAL);
    y += term_wrapped(w, y, 4, VALUE_LINES, width - 2, c->mine, STYLE_FIELD);
    char *by = xasprintf(_("%s saved on %s:"), c->who, c->when);
    term_put(w, y++, 2, width, by, STYLE_NORMAL);
    free(by);
    term_wrapped(w, y, 4, VALUE_LINES, width - 2, c->theirs, STYLE_FIELD);
    y = getmaxy(w) - 4;
    term_put(w, y++, 2, width,
             c->together ? _("Enter   keep theirs; mine stays typed, to be corrected")
                         : _("Enter   keep theirs"),
             STYLE_NORMAL);
    if (c->may_win)
        term_put(w, y++, 2, width, _("F2      save mine over it; theirs stays in the history"),
                 STYLE_NORMAL);
    term_put(w, y, 2, width, _("Esc     back, nothing is saved"), STYLE_NORMAL);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    *y = getmaxy(s->window) - 4;
    *x = 2;
    return true;
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    const struct scr_conflict *c = (struct scr_conflict *)s;
    scr_conflict_answer *answer = c->answer;
    void *ctx = c->ctx;
    if (k.action != ACT_ENTER && (k.action != ACT_SAVE || !c->may_win) && k.action != ACT_ESC)
        return false;
    app_pop(app, s);
    if (k.action != ACT_ESC)
        answer(ctx, app, k.action == ACT_SAVE);
    return true;
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)app;
    if (((struct scr_conflict *)s)->may_win)
        keys_add(set, ACT_SAVE, _("save mine"));
}

static void done(struct screen *s, struct app *app)
{
    struct scr_conflict *c = (struct scr_conflict *)s;
    (void)app;
    free(c->caption);
    free(c->mine);
    free(c->theirs);
    free(c->who);
    free(c->when);
    free(c);
}

static const struct screen_ops ops = {
    .name = "conflict",
    .size = size,
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .keys = keys,
    .done = done,
};

static char *value(const struct card_conflict *k, const char *stored, struct app *app)
{
    if (str_empty(stored))
        return xstrdup(_("(empty)"));
    if (k->field < 0)
        return xstrdup(stored);
    return value_show(&k->record->section->fields[k->field], stored, &app->session.world);
}

static struct scr_conflict *make(const char *caption, const struct card_conflict *conflict,
                                 scr_conflict_answer *answer, void *ctx)
{
    struct scr_conflict *c = xcalloc(1, sizeof *c);
    c->base.ops = &ops;
    c->caption = xstrdup(caption);
    c->who = xstrdup(conflict->who ? conflict->who : _("Somebody"));
    c->when = words_day(conflict->when);
    c->may_win = true;
    c->answer = answer;
    c->ctx = ctx;
    return c;
}

struct screen *scr_conflict_new(struct app *app, const char *caption,
                                const struct card_conflict *conflict, scr_conflict_answer *answer,
                                void *ctx)
{
    const struct record *r = conflict->record;
    struct scr_conflict *c = make(caption, conflict, answer, ctx);
    c->mine =
        value(conflict, conflict->field < 0 ? r->annul_reason : r->value[conflict->field], app);
    c->theirs = value(conflict, conflict->theirs, app);
    return &c->base;
}

struct screen *scr_conflict_together(const char *caption, const char *mine,
                                     const struct card_conflict *conflict, const char *theirs,
                                     bool may_win, scr_conflict_answer *answer, void *ctx)
{
    struct scr_conflict *c = make(caption, conflict, answer, ctx);
    c->mine = xstrdup(mine);
    c->theirs = xstrdup(theirs);
    c->together = true;
    c->may_win = may_win;
    return &c->base;
}
