/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a person as one types: the text and the list below it. */
#include <stdlib.h>

#include "common/person_text.h"
#include "tui/edit.h"
#include "tui/scr_search.h"
#include "tui/screens.h"

enum { TEXT_MAX = 80 };

static bool edit_typed(struct scr_search *s, struct app *app, struct key k)
{
    bool full = false;
    if (k.action == ACT_CHAR && k.ch == '?' && str_empty(s->person.text)) {
        app_act(app, ACT_HELP);
        return true;
    }
    if (!edit_key(s->edit, k, &full))
        return false;
    hit_list_leave(&s->hits);
    scr_search_text(s, app);
    return !full;
}

/* In the list only codes are typed: a letter of a name would be taken for one now and then. */
static void no_code(struct scr_search *s, struct app *app)
{
    const char *codes = opts_people_codes(&s->hits.people);
    term_beep();
    app_say(app, SAY_INFO, 0, "%s %s", _("Esc leads back to the text."), codes);
}

static bool list_typed(struct scr_search *s, struct app *app, struct key k)
{
    if (k.action == ACT_ENTER) {
        if (!opts_people_carry_out(&s->hits.people, app))
            scr_search_open(&s->base, app, hit_list_now(&s->hits)->id, false);
        return true;
    }
    if (hit_list_key(&s->hits, app, k))
        return true;
    if (k.action == ACT_ESC)
        hit_list_leave(&s->hits);
    else if (k.action != ACT_CHAR)
        return edit_typed(s, app, k);
    else if (k.ch == '?')
        return false;
    else
        no_code(s, app);
    return true;
}

static void leave(struct scr_search *s, struct app *app)
{
    scr_search_unsay(s, app);
    app_pop(app, &s->base);
}

static bool text_typed(struct scr_search *s, struct app *app, struct key k)
{
    switch ((int)k.action) {
    case ACT_ENTER:
        return scr_search_enter(s, app);
    case ACT_DOWN:
    case ACT_TAB:
    case ACT_PAGE_DOWN:
        return scr_search_to_list(s, app);
    case ACT_ESC:
        leave(s, app);
        return true;
    default:
        return edit_typed(s, app, k);
    }
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_search *s = (struct scr_search *)base;
    s->enter_wanted = false;
    switch ((int)k.action) {
    case ACT_LEAVE:
        leave(s, app);
        return true;
    case ACT_LIST:
    case ACT_QUERY:
        scr_search_unsay(s, app);
        app_push(app, scr_query_new(app));
        return true;
    case ACT_REFRESH:
        scr_search_ask(s, app);
        return true;
    case ACT_NEW:
        scr_search_new_card(s, app);
        return true;
    case ACT_UNDO:
        opts_people_undo(&s->hits.people, app);
        return true;
    case ACT_FIND: /* the next person is typed over the last one */
        hit_list_leave(&s->hits);
        edit_fresh(s->edit, s->person.text);
        return true;
    default:
        return hit_list_on(&s->hits) ? list_typed(s, app, k) : text_typed(s, app, k);
    }
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    const struct scr_search *s = (struct scr_search *)base;
    bool row = hit_list_on(&s->hits);
    if (row)
        keys_add(set, ACT_ENTER, opts_count(s->hits.people.opts) ? _("Carry out") : _("Open"));
    else if (s->hits.hits.count)
        keys_add(set, ACT_DOWN, _("To the list"));
    if (row)
        keys_add(set, ACT_FIND, _("To the text"));
    keys_add(set, ACT_LEAVE, NULL); /* the way out is always in sight */
    if (scr_search_may_create(s, app))
        keys_add(set, ACT_NEW, _("New card"));
    if (opts_people_can_undo(&s->hits.people))
        keys_add(set, ACT_UNDO, _("take back"));
    if (!s->too_short)
        keys_add(set, ACT_REFRESH, NULL);
    keys_add(set, ACT_LIST, _("By form"));
    keys_add(set, ACT_QUERY, NULL);
}

/* Back from a card: it may be new, or have changed; the next person is typed over the last one.
   While codes wait in the list one stays there. */
static void uncovered(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    if (!s->away)
        return;
    s->away = false;
    if (opts_count(s->hits.people.opts))
        return;
    edit_fresh(s->edit, s->person.text);
    scr_search_ask(s, app);
}

static void reconnected(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    if (s->failed)
        scr_search_ask(s, app);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    scr_search_forget(s, app);
    hit_list_done(&s->hits);
    person_text_done(&s->person);
    edit_free(s->edit);
    free(s);
}

static const struct screen_ops ops = {
    .name = "search",
    .where = scr_search_where,
    .draw = scr_search_draw,
    .key = key,
    .cursor = scr_search_cursor,
    .focus = scr_search_focus,
    .keys = keys,
    .uncovered = uncovered,
    .reconnected = reconnected,
    .done = done,
};

struct screen *scr_search_new(struct app *app, const char *text)
{
    struct scr_search *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->edit = edit_new(1, TEXT_MAX / 2, TEXT_MAX, false);
    s->too_short = true;
    hit_list_init(&s->hits, app, &s->base, scr_search_open);
    edit_set(s->edit, text ? text : "");
    person_text_read(&s->person, NULL, &app->session.world);
    scr_search_text(s, app);
    return &s->base;
}

void scr_search_next(struct app *app, struct screen *leaving)
{
    struct screen *below = NULL;
    for (int i = 1; i < app->depth; i++)
        if (app->stack[i] == leaving)
            below = app->stack[i - 1];
    if (!below || below->ops != &ops) {
        app_replace(app, leaving, scr_search_new(app, NULL));
        return;
    }
    struct scr_search *s = (struct scr_search *)below;
    s->away = false;
    edit_set(s->edit, "");
    scr_search_text(s, app);
    app_pop(app, leaving);
}
