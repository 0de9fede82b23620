/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/picker.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/cut.h"
#include "tui/edit.h"

enum { WIDTH = 76, LINES_WANTED = 18 };

struct row {
    int item, order; /* smaller is shown first */
};

struct picker {
    struct screen base;
    char *title;
    const struct picker_source *source;
    void *ctx;
    struct edit *edit;
    struct row *rows;          /* what matches, in the order shown */
    int count, current, first; /* current -1: none, Enter wants a word or a choice first */
    char *focus;
};

static struct picker *of(struct screen *s)
{
    return (struct picker *)s;
}

static int by_order(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    return x->order != y->order ? (x->order > y->order) - (x->order < y->order)
                                : (x->item > y->item) - (x->item < y->item);
}

/* Those that match: the recently used, then by how well they match, then as the source has them. */
static void narrow(struct picker *p, int stand_on)
{
    const char *typed = edit_text(p->edit);
    int n = p->source->count(p->ctx);
    p->rows = xrealloc(p->rows, (size_t)(n + 1) * sizeof *p->rows);
    p->count = 0;
    for (int i = 0; i < n; i++) {
        int rank = *typed ? p->source->match(p->ctx, i, typed) : 1;
        int recent = p->source->recent ? p->source->recent(p->ctx, i) : 0;
        if (rank)
            p->rows[p->count++] = (struct row){i, recent ? recent - 100000 + rank * 1000 : rank};
    }
    qsort(p->rows, (size_t)p->count, sizeof *p->rows, by_order);
    p->first = 0;
    p->current = p->source->words && !*typed ? -1 : 0;
    for (int i = 0; i < p->count; i++)
        if (p->rows[i].item == stand_on)
            p->current = i;
}

static void picker_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    int n = of(s)->source->count(of(s)->ctx) + 4;
    *lines = n < LINES_WANTED ? n : LINES_WANTED;
    *cols = WIDTH;
}

static char *picker_where(struct screen *s, struct app *app)
{
    (void)app;
    return xstrdup(of(s)->title);
}

static int visible(const struct picker *p)
{
    return p->base.window ? getmaxy(p->base.window) - 4 : 1;
}

static void picker_draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct picker *p = of(s);
    int inner = getmaxx(w) - 4, lines = getmaxy(w) - 4;
    edit_size(p->edit, 1, inner);
    edit_draw(p->edit, w, 1, 2, STYLE_FIELD);
    if (p->current >= 0 && p->current < p->first)
        p->first = p->current;
    if (p->current >= p->first + lines)
        p->first = p->current - lines + 1;
    for (int i = 0; i < lines && p->first + i < p->count; i++) {
        int at = p->first + i;
        char *text = p->source->text(p->ctx, p->rows[at].item);
        char *shown = cut_text(text ? text : "", inner - 2);
        char *line = xasprintf("%c %s", at == p->current ? '>' : ' ', shown);
        term_text(w, 3 + i, 2, inner, line, at == p->current ? STYLE_CURSOR : STYLE_NORMAL);
        free(line);
        free(shown);
        free(text);
    }
    if (p->count == 0)
        term_text(w, 3, 2, inner, _("nothing begins so; Ctrl+U shows all"), STYLE_DIM);
    if (p->first + lines < p->count)
        term_put(w, getmaxy(w) - 1, getmaxx(w) - 6, 3, "...", STYLE_NORMAL);
}

static bool picker_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    struct picker *p = of(s);
    if (p->current < 0) {
        edit_cursor(p->edit, y, x);
        *y += 1;
        *x += 2;
        return true;
    }
    *x = 2;
    *y = 3 + p->current - p->first; /* the row; what was typed is read from the line above */
    return true;
}

static void give(struct picker *p, struct app *app, int item, bool left)
{
    char *typed = xstrdup(left ? "" : edit_text(p->edit));
    app_pop(app, &p->base);
    p->source->chosen(p->ctx, app, item, typed);
    free(typed);
}

/* What was refused stays, and the next printable key replaces it (K-3). */
static bool refuse(struct picker *p, struct app *app)
{
    char *typed = xstrdup(edit_text(p->edit));
    bool something = *typed;
    if (something && p->source->refuse)
        p->source->refuse(p->ctx, app, typed);
    else if (something)
        app_say(app, SAY_ERROR, 0, _("Nothing begins with \"%s\": Ctrl+U shows all"), typed);
    edit_fresh(p->edit, typed);
    free(typed);
    return something;
}

static bool enter(struct picker *p, struct app *app)
{
    const char *typed = edit_text(p->edit);
    if (p->current < 0 && !*typed) { /* K-1 */
        app_say(app, SAY_INFO, 0, "%s", p->title);
        return true;
    }
    if (p->count > 0) {
        give(p, app, p->rows[p->current].item, false);
        return true;
    }
    if (!*typed || !p->source->free_text || !p->source->free_text(p->ctx, typed))
        return refuse(p, app);
    give(p, app, -1, false);
    return true;
}

static void step(struct picker *p, int by)
{
    int to = p->current + by;
    if (to >= p->count)
        to = p->count - 1;
    p->current = to < 0 ? 0 : to;
}

static bool picker_key(struct screen *s, struct app *app, struct key k)
{
    struct picker *p = of(s);
    static const struct {
        enum action action;
        int by;
        bool page;
    } moves[] = {{ACT_DOWN, 1, false},     {ACT_TAB, 1, false},      {ACT_UP, -1, false},
                 {ACT_BACKTAB, -1, false}, {ACT_PAGE_DOWN, 1, true}, {ACT_PAGE_UP, -1, true}};
    for (size_t i = 0; i < COUNT(moves); i++)
        if (moves[i].action == k.action) {
            step(p, moves[i].page ? moves[i].by * visible(p) : moves[i].by);
            return true;
        }
    if (k.action == ACT_ENTER || k.action == ACT_LIST)
        return enter(p, app);
    if (k.action == ACT_ESC || k.action == ACT_LEAVE) {
        give(p, app, -1, true);
        return true;
    }
    char *before = xstrdup(edit_text(p->edit));
    bool full, mine = edit_key(p->edit, k, &full);
    if (mine && strcmp(before, edit_text(p->edit)) != 0)
        narrow(p, -1);
    free(before);
    return mine && !full;
}

static const char *picker_focus(struct screen *s, struct app *app)
{
    (void)app;
    struct picker *p = of(s);
    free(p->focus);
    p->focus = p->count && p->current >= 0 ? p->source->text(p->ctx, p->rows[p->current].item)
                                           : xstrdup("");
    return p->focus;
}

static void picker_keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_ENTER, _("Choose"));
    keys_add(set, ACT_LIST, "");
    keys_add(set, ACT_LEAVE, NULL);
}

static void picker_done(struct screen *s, struct app *app)
{
    (void)app;
    struct picker *p = of(s);
    if (p->source->done)
        p->source->done(p->ctx);
    edit_free(p->edit);
    free(p->title);
    free(p->rows);
    free(p->focus);
    free(p);
}

static const struct screen_ops picker_ops = {
    .name = "picker",
    .size = picker_size,
    .where = picker_where,
    .draw = picker_draw,
    .key = picker_key,
    .cursor = picker_cursor,
    .focus = picker_focus,
    .keys = picker_keys,
    .done = picker_done,
};

struct screen *picker_new(struct app *app, const char *title, const struct picker_source *source,
                          void *ctx, const char *typed, int current)
{
    (void)app;
    struct picker *p = xcalloc(1, sizeof *p);
    p->base.ops = &picker_ops;
    p->title = xstrdup(title ? title : "");
    p->source = source;
    p->ctx = ctx;
    p->edit = edit_new(1, WIDTH - 4, 0, false);
    edit_set(p->edit, typed ? typed : "");
    narrow(p, current);
    if (p->count == 0 && !str_empty(typed)) { /* there is more to see in all of it */
        edit_set(p->edit, "");
        narrow(p, current);
    }
    return &p->base;
}
