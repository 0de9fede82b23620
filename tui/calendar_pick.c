/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/calendar_pick.h"

#include <stdlib.h>
#include <string.h>

#include "common/calendar.h"
#include "common/i18n.h"
#include "common/util.h"
#include "common/visit_load.h"
#include "forms/form.h"

enum { CELL = 5, LOAD_CELL = 8, HEIGHT = 12, DAYS = 31 };

struct month {
    struct screen base;
    char *title;
    day at;
    calendar_chosen *chosen;
    void *ctx;
    char focus[11];
    bool wants_load;
    int ticket;
    day load_of; /* first of the month that load is of; DAY_NONE: not known */
    int load[DAYS];
};

static struct month *of(struct screen *s)
{
    return (struct month *)s;
}

const char *calendar_weekday(int weekday)
{
    static const char *const names[] = {N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
                                        N_("Fr"), N_("Sa"), N_("Su")};
    return weekday >= 1 && weekday <= 7 ? _(names[weekday - 1]) : "";
}

static int cell(const struct month *m)
{
    return m->wants_load ? LOAD_CELL : CELL;
}

static void month_size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    *lines = HEIGHT;
    *cols = 7 * cell(of(s)) + 4;
}

static char *month_where(struct screen *s, struct app *app)
{
    (void)app;
    return xstrdup(of(s)->title);
}

static day first_of(day d)
{
    int y, m, dom;
    day_split(d, &y, &m, &dom);
    return d - dom + 1;
}

/* Line and column of a day within the grid of its month. */
static void cell_of(day d, int *line, int *column)
{
    day first = first_of(d);
    int at = day_weekday(first) - 1 + (d - first);
    *line = at / 7;
    *column = at % 7;
}

static void load_read(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct month *m = ctx;
    struct error err = {.what = ""};
    m->ticket = 0;
    if (!visit_load_read(m->load, first_of(m->at), DAYS, reply, &err))
        app_say_error(app, &err);
    else
        m->load_of = first_of(m->at);
}

/* Of the month in sight, if it is another one. */
static void fetch_load(struct month *m, struct app *app)
{
    day first = first_of(m->at);
    if (!m->wants_load || m->load_of == first)
        return;
    if (m->ticket)
        app_forget(app, m->ticket);
    m->load_of = DAY_NONE;
    m->ticket =
        app_send(app, &m->base, APP_QUIET, visit_load_batch(first, first + DAYS - 1), load_read, m);
}

static int load_on(const struct month *m, day d)
{
    bool known = m->load_of != DAY_NONE && d >= m->load_of && d - m->load_of < DAYS;
    return known ? m->load[d - m->load_of] : 0;
}

static void draw_day(const struct month *m, struct app *app, WINDOW *w, day d, int dom)
{
    char text[24], waiting[12] = "";
    int line, column, load = load_on(m, d);
    cell_of(d, &line, &column);
    if (load)
        snprintf(waiting, sizeof waiting, " %d", load);
    snprintf(text, sizeof text, "%2d%s%s%s", dom,
             calendar_working(app->session.calendar, d) ? "" : "*",
             d == app->session.world.today ? "<" : "", waiting);
    term_put(w, 3 + line, 2 + column * cell(m), cell(m), text,
             d == m->at ? STYLE_CURSOR : STYLE_NORMAL);
}

static void month_draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct month *m = of(s);
    const struct calendar *c = app->session.calendar;
    int width = 7 * cell(m), year, month, dom;
    char shown[11];
    day_show(m->at, shown);
    char *head = xasprintf("%s, %s", shown, calendar_weekday(day_weekday(m->at)));
    term_text(w, 1, 2, width, head, STYLE_CHANGED);
    free(head);
    for (int i = 0; i < 7; i++)
        term_put(w, 2, 2 + i * cell(m), cell(m), calendar_weekday(i + 1), STYLE_NORMAL);
    for (day d = first_of(m->at);; d++) {
        day_split(d, &year, &month, &dom);
        if (d > first_of(m->at) && dom == 1)
            break;
        draw_day(m, app, w, d, dom);
    }
    const char *name = calendar_name(c, m->at, i18n_code(i18n_get()));
    term_text(w, HEIGHT - 3, 2, width, name ? name : "", STYLE_NORMAL);
    term_text(w, HEIGHT - 2, 2, width,
              m->wants_load ? _("* day off, < today, a number: visits that wait on that day")
                            : _("* day off, < today"),
              STYLE_DIM);
}

static bool month_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    int line, column;
    cell_of(of(s)->at, &line, &column);
    *y = 3 + line;
    *x = 2 + column * cell(of(s));
    return true;
}

static void give(struct month *m, struct app *app, day d)
{
    app_pop(app, &m->base);
    m->chosen(m->ctx, app, d);
}

static bool month_key(struct screen *s, struct app *app, struct key k)
{
    struct month *m = of(s);
    static const struct {
        enum action action;
        int days, months;
    } moves[] = {{ACT_LEFT, -1, 0}, {ACT_RIGHT, 1, 0},    {ACT_UP, -7, 0},
                 {ACT_DOWN, 7, 0},  {ACT_PAGE_UP, 0, -1}, {ACT_PAGE_DOWN, 0, 1}};
    for (size_t i = 0; i < COUNT(moves); i++)
        if (moves[i].action == k.action) {
            m->at =
                moves[i].months ? day_add_months(m->at, moves[i].months) : m->at + moves[i].days;
            fetch_load(m, app);
            return true;
        }
    if (k.action == ACT_HOME || (k.action == ACT_CHAR && (k.ch == '=' || k.ch == ' '))) {
        m->at = app->session.world.today;
        fetch_load(m, app);
        return true;
    }
    if (k.action == ACT_ENTER || k.action == ACT_LIST)
        give(m, app, m->at);
    else if (k.action == ACT_ESC || k.action == ACT_LEAVE)
        give(m, app, DAY_NONE);
    else
        return false;
    return true;
}

static const char *month_focus(struct screen *s, struct app *app)
{
    (void)app;
    day_iso(of(s)->at, of(s)->focus);
    return of(s)->focus;
}

static void month_keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_ENTER, _("Choose"));
    keys_add(set, ACT_LIST, "");
    keys_add(set, ACT_LEAVE, NULL);
}

static void month_done(struct screen *s, struct app *app)
{
    (void)app;
    free(of(s)->title);
    free(s);
}

static const struct screen_ops month_ops = {
    .name = "calendar",
    .size = month_size,
    .where = month_where,
    .draw = month_draw,
    .key = month_key,
    .cursor = month_cursor,
    .focus = month_focus,
    .keys = month_keys,
    .done = month_done,
};

struct screen *calendar_pick_new(struct app *app, const char *title, day start, bool load,
                                 calendar_chosen *chosen, void *ctx)
{
    struct month *m = xcalloc(1, sizeof *m);
    m->base.ops = &month_ops;
    m->title = xstrdup(title ? title : "");
    m->at = start != DAY_NONE ? start : app->session.world.today;
    m->chosen = chosen;
    m->ctx = ctx;
    m->load_of = DAY_NONE;
    m->wants_load = load && app->online;
    fetch_load(m, app);
    return &m->base;
}
