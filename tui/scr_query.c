/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Query by form: conditions typed into the fields of the card's own form. */
#include "tui/scr_query.h"

#include <stdlib.h>

#include "common/i18n.h"
#include "tui/bars.h"
#include "tui/body.h"
#include "tui/cut.h"
#include "tui/dialog.h"
#include "tui/jump.h"

static struct query *former;

const struct query *scr_query_former(void)
{
    return former;
}

static bool empty(const struct query *q)
{
    return query_criteria(q, 0, q->count - 1) == 0;
}

/* Keeps a query that is left for Ctrl+Z and F9; takes it over. */
static void keep(struct query *q)
{
    if (empty(q)) {
        query_free(q);
        return;
    }
    query_free(former);
    former = q;
}

/* --- drawing ------------------------------------------------------------------------------------
 */

static char *where(struct screen *base, struct app *app)
{
    enum { RESERVED = 26 };
    const struct scr_query *s = (struct scr_query *)base;
    (void)app;
    char *heading = body_heading(&s->query->edition->entries[scr_query_entry(s)]);
    char *shown = cut_text(heading, COLS - RESERVED);
    char *text = xasprintf("%s | %s", _("Query by form"), shown);
    free(heading);
    free(shown);
    return text;
}

static void draw(struct screen *base, struct app *app, WINDOW *w)
{
    struct scr_query *s = (struct scr_query *)base;
    int x = RAIL_WIDTH + 1, lines = getmaxy(w) - 1, width = getmaxx(w) - x;
    (void)app;
    char *told = scr_query_told(s);
    term_put(w, 0, 1, getmaxx(w) - 2, told, STYLE_NOTE);
    free(told);
    rail_draw(&s->rail, w, 1, scr_query_entry(s));
    page_draw(s->form, w, 1, x, lines, width);
}

static bool cursor(struct screen *base, struct app *app, int *y, int *x)
{
    (void)app;
    return page_cursor(((struct scr_query *)base)->form, y, x);
}

static const char *focus(struct screen *base, struct app *app)
{
    (void)app;
    return page_focus(((struct scr_query *)base)->form);
}

/* --- keys ---------------------------------------------------------------------------------------
 */

static void step(struct scr_query *s, int by, bool end)
{
    int page = s->page + by;
    if (!page_take(s->form))
        return;
    if (page >= 0 && page < s->npages)
        scr_query_show(s, page, end);
    else
        app_say(s->app, SAY_INFO, 0, "%s",
                by < 0 ? _("This is the first section.") : _("This is the last section."));
}

static void leave(struct scr_query *s)
{
    page_take(s->form); /* what can be taken in is kept, too */
    app_hush(s->app);
    app_pop(s->app, &s->base);
}

static void escape(struct scr_query *s)
{
    if (!page_revert(s->form))
        leave(s);
}

/* F6: a new query. */
static void start_anew(struct scr_query *s)
{
    const struct edition *e = s->query->edition;
    page_take(s->form);
    app_hush(s->app);
    keep(s->query);
    scr_query_put(s, query_new(e));
    if (former)
        app_say(s->app, SAY_INFO, 0, "%s", _("A new query. Ctrl+Z: the former one again."));
}

static void undo(struct scr_query *s)
{
    if (page_revert(s->form) || !former)
        return;
    struct query *now = s->query, *again = former;
    former = NULL;
    scr_query_put(s, again);
    keep(now);
}

static bool here(void *ctx, const char *text)
{
    return page_goto_caption(((struct scr_query *)ctx)->form, text);
}

static bool jump_to(struct scr_query *s, const char *text)
{
    struct jump to;
    if (!page_take(s->form))
        return true;
    enum jump_end end = jump_find(s->query->edition, text, here, s, &to);
    if (end == JUMP_THERE && !scr_query_go(s, to.entry, to.field)) {
        const struct entry *e = &s->query->edition->entries[to.entry];
        app_say(s->app, SAY_ERROR, 0, _("Section %s has only the fields 1 to %d."), e->number,
                body_fields(e->section));
    }
    return end != JUMP_NOWHERE;
}

static void jump_typed(void *ctx, struct app *app, const char *text)
{
    if (text && !jump_to(ctx, text))
        app_say(app, SAY_ERROR, 0,
                _("Nothing begins with \"%s\": type 16.2, 14/2 or the start of a caption."), text);
}

static void jump_ask(struct scr_query *s)
{
    app_push(s->app,
             dialog_text(s->app, _("Go to"),
                         _("The number of a section (16.2), of a field in it (14/2), or the "
                           "beginning of a caption:"),
                         NULL, 60, true, jump_typed, s));
}

static void find_person(struct scr_query *s)
{
    scr_search_next(s->app, &s->base);
}

static void list(struct scr_query *s)
{
    scr_query_list(s);
}

static const struct {
    enum action action;
    void (*act)(struct scr_query *s);
} commands[] = {
    {ACT_SAVE, scr_query_find}, {ACT_LEAVE, leave}, {ACT_ESC, escape},       {ACT_NEW, start_anew},
    {ACT_UNDO, undo},           {ACT_LIST, list},   {ACT_FIND, find_person}, {ACT_JUMP, jump_ask},
};

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_query *s = (struct scr_query *)base;
    (void)app;
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (commands[i].action == k.action) {
            commands[i].act(s);
            return true;
        }
    }
    switch (page_key(s->form, k)) {
    case PAGE_STAYED:
        return true;
    case PAGE_AFTER:
        step(s, 1, false);
        return true;
    case PAGE_BEFORE:
        step(s, -1, true);
        return true;
    case PAGE_PASS:
        break;
    }
    if (k.action != ACT_PAGE_DOWN && k.action != ACT_PAGE_UP)
        return false;
    step(s, k.action == ACT_PAGE_DOWN ? 1 : -1, false);
    return true;
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    const struct scr_query *s = (struct scr_query *)base;
    (void)app;
    bool any = !empty(s->query);
    keys_add(set, ACT_SAVE, _("Find"));
    keys_add(set, ACT_LEAVE, NULL);
    if (any)
        keys_add(set, ACT_NEW, _("New query"));
    if (former)
        keys_add(set, ACT_DITTO, NULL);
    if (scr_query_list_label(s))
        keys_add(set, ACT_LIST, scr_query_list_label(s));
    if (former || page_dirty(s->form))
        keys_add(set, ACT_UNDO, page_dirty(s->form) ? NULL : _("former query"));
    keys_add(set, ACT_JUMP, NULL);
    keys_add(set, ACT_FIND, _("By name"));
}

static void help(struct screen *base, struct app *app, struct help_topic *topic)
{
    const struct scr_query *s = (struct scr_query *)base;
    (void)app;
    /* How a field is filled does not matter here, its signs stand beneath the form. */
    topic->section = s->query->edition->entries[scr_query_entry(s)].section;
}

static bool command(struct screen *base, struct app *app, const char *text)
{
    (void)app;
    return jump_to((struct scr_query *)base, text);
}

static void language(struct screen *base, struct app *app)
{
    (void)app;
    scr_query_reload((struct scr_query *)base);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_query *s = (struct scr_query *)base;
    (void)app;
    query_answer_done(&s->answer);
    scr_query_form_done(s);
    keep(s->query);
    free(s);
}

static const struct screen_ops ops = {
    .name = "query",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .help = help,
    .command = command,
    .language = language,
    .done = done,
};

struct screen *scr_query_new(struct app *app)
{
    struct scr_query *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->app = app;
    scr_query_form_new(s);
    return &s->base;
}

void scr_query_next(struct app *app, struct screen *leaving)
{
    for (int i = app->depth - 1; i > 0; i--) {
        if (app->stack[i]->ops == &ops && app->stack[i + 1]) {
            app_pop(app, app->stack[i + 1]);
            return;
        }
    }
    app_replace(app, leaving, scr_query_new(app));
}
