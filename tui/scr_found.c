/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards that a query by form has found, above the form. */
#include <stdlib.h>

#include "common/i18n.h"
#include "common/query.h"
#include "tui/cut.h"
#include "tui/hit_list.h"
#include "tui/screens.h"

struct scr_found {
    struct screen base;
    const struct query *query;  /* the form's, beneath */
    struct query_answer answer; /* its hits are the list's */
    struct hit_list hits;
    int ticket;
    bool away;  /* a card was opened from here */
    char *told; /* the conditions */
};

enum { TOLD_Y = 0, COUNT_Y = 1, LIST_Y = 2 };

static char *where(struct screen *base, struct app *app)
{
    (void)base, (void)app;
    return xstrdup(_("Found by form"));
}

static char *count_text(const struct scr_found *s)
{
    struct buf b = {0};
    if (s->answer.more)
        buf_addf(&b, _("more than %d cards"), s->answer.count);
    else
        buf_addf(&b, i18n_plural("%d card", "%d cards", (unsigned long)s->answer.count),
                 s->answer.count);
    if (s->hits.hits.more)
        buf_addf(&b, _("; the first %d are shown"), s->hits.hits.count);
    return buf_take(&b);
}

static void draw(struct screen *base, struct app *app, WINDOW *w)
{
    struct scr_found *s = (struct scr_found *)base;
    (void)app;
    int width = getmaxx(w) - 2;
    char *told = cut_text(s->told, width), *count = count_text(s);
    term_put(w, TOLD_Y, 1, width, told, STYLE_NORMAL);
    term_put(w, COUNT_Y, 1, width, count, STYLE_NOTE);
    hit_list_draw(&s->hits, w, LIST_Y);
    free(told);
    free(count);
}

static bool cursor(struct screen *base, struct app *app, int *y, int *x)
{
    const struct scr_found *s = (struct scr_found *)base;
    (void)app;
    *y = hit_list_on(&s->hits) ? s->hits.cursor_y : COUNT_Y;
    *x = HIT_LIST_X;
    return true;
}

static const char *focus(struct screen *base, struct app *app)
{
    (void)app;
    return hit_list_focus(&((struct scr_found *)base)->hits);
}

static void open_card(struct screen *base, struct app *app, const char *id, bool view)
{
    ((struct scr_found *)base)->away = true;
    app_push(app, view ? scr_card_view(app, id) : scr_card_new(app, id));
}

/* --- the list anew ------------------------------------------------------------------------------
 */

/* On the person it stood on, if he is still there. */
static void take(struct scr_found *s, struct query_answer *answer)
{
    const struct search_hit *now = hit_list_now(&s->hits);
    char *id = now ? xstrdup(now->id) : NULL;
    s->answer = *answer;
    hit_list_take(&s->hits, &s->answer.hits);
    bool found = false;
    for (bool on = hit_list_first(&s->hits); id && on && !found;) {
        found = str_same(hit_list_now(&s->hits)->id, id);
        on = found || list_key(&s->hits.list, (struct key){.action = ACT_DOWN});
    }
    if (!found)
        hit_list_first(&s->hits);
    free(id);
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_found *s = ctx;
    struct query_answer answer;
    struct error err = {.number = 0};
    s->ticket = 0;
    if (query_read(&answer, reply, &err))
        take(s, &answer);
    else
        app_say_error(app, &err);
}

static void ask(struct scr_found *s, struct app *app)
{
    if (s->ticket)
        app_forget(app, s->ticket);
    s->ticket = app_send(app, &s->base, APP_QUIET, query_batch(s->query), answered, s);
}

static void uncovered(struct screen *base, struct app *app)
{
    struct scr_found *s = (struct scr_found *)base;
    if (s->away && !opts_count(s->hits.people.opts))
        ask(s, app);
    s->away = false;
}

static void reconnected(struct screen *base, struct app *app)
{
    ask((struct scr_found *)base, app);
}

/* --- keys ---------------------------------------------------------------------------------------
 */

static void no_code(struct scr_found *s, struct app *app)
{
    term_beep();
    app_say(app, SAY_INFO, 0, "%s %s", _("Esc leads back to the conditions."),
            opts_people_codes(&s->hits.people));
}

static void enter(struct scr_found *s, struct app *app)
{
    const struct search_hit *hit = hit_list_now(&s->hits);
    if (!opts_people_carry_out(&s->hits.people, app) && hit)
        open_card(&s->base, app, hit->id, false);
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_found *s = (struct scr_found *)base;
    switch ((int)k.action) {
    case ACT_ENTER:
        enter(s, app);
        return true;
    case ACT_REFRESH:
        ask(s, app);
        return true;
    case ACT_UNDO:
        opts_people_undo(&s->hits.people, app);
        return true;
    case ACT_FIND:
        scr_search_next(app, base);
        return true;
    case ACT_QUERY:
    case ACT_LEAVE:
        app_pop(app, base);
        return true;
    default:
        break;
    }
    bool top = hit_list_on(&s->hits) && (k.action == ACT_UP || k.action == ACT_BACKTAB) &&
               list_next(&s->hits.list, s->hits.list.current - 1, -1) < 0;
    if (!top && hit_list_key(&s->hits, app, k))
        return true;
    if (k.action == ACT_ESC)
        app_pop(app, base);
    else if (k.action == ACT_CHAR && k.ch != '?')
        no_code(s, app);
    else
        return false;
    return true;
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    const struct scr_found *s = (struct scr_found *)base;
    (void)app;
    keys_add(set, ACT_ENTER, opts_count(s->hits.people.opts) ? _("Carry out") : _("Open"));
    keys_add(set, ACT_LEAVE, NULL);
    keys_add(set, ACT_QUERY, _("Conditions"));
    if (opts_people_can_undo(&s->hits.people))
        keys_add(set, ACT_UNDO, _("take back"));
    keys_add(set, ACT_REFRESH, NULL);
    keys_add(set, ACT_FIND, _("By name"));
}

static void language(struct screen *base, struct app *app)
{
    (void)app;
    struct scr_found *s = (struct scr_found *)base;
    free(s->told);
    s->told = query_told(s->query);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_found *s = (struct scr_found *)base;
    if (s->ticket)
        app_forget(app, s->ticket);
    hit_list_done(&s->hits);
    free(s->told);
    free(s);
}

static const struct screen_ops ops = {
    .name = "found",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .uncovered = uncovered,
    .reconnected = reconnected,
    .language = language,
    .done = done,
};

struct screen *scr_found_new(struct app *app, const struct query *query,
                             struct query_answer *answer)
{
    struct scr_found *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->query = query;
    s->told = query_told(query);
    hit_list_init(&s->hits, app, &s->base, open_card);
    s->hits.by_form = true;
    take(s, answer);
    *answer = (struct query_answer){.count = 0};
    return &s->base;
}
