/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's whole history on one strip: a row for each list of the card, a column for each month,
   and beneath it what happened in the month under the cursor. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/cut.h"
#include "tui/scr_card.h"

enum { LEAD = 18, AHEAD = 3, MONTHS_MAX = 240, RULE = 1 };

struct card_timeline {
    struct screen base;
    struct scr_card *card; /* beneath */
    int months;            /* shown */
    int at;                /* month under the cursor, from 0 */
    int rows;              /* of the strip, as drawn last */
    char focus[32];
};

static struct card_timeline *of(struct screen *s)
{
    return (struct card_timeline *)s;
}

static int month_number(day d)
{
    int y, m, dom;
    day_split(d, &y, &m, &dom);
    return y * 12 + m - 1;
}

/* The month of a row, or -1: the day it is kept by, else the first one it has. A date of a year's
   precision counts for its first month. */
static int month_of(const struct record *r)
{
    const char *order = r->section->order_by;
    const char *value = order ? record_get(r, order) : NULL;
    day first, last;
    for (int f = 0; f < r->count && !(value && value_days(value, &first, &last)); f++) {
        enum field_type type = r->section->fields[f].type;
        value = type == FIELD_DATE || type == FIELD_PARTIAL ? r->value[f] : NULL;
    }
    return value && value_days(value, &first, &last) ? month_number(first) : -1;
}

static int first_month(const struct card_timeline *t)
{
    return month_number(t->card->app->session.world.today) + AHEAD - t->months + 1;
}

static bool shown(const struct card *c, int entry)
{
    enum section_kind kind = c->edition->entries[entry].section->kind;
    return (kind == SECTION_LIST || kind == SECTION_TABLE) && card_rows(c, entry) > 0;
}

static int happened(const struct card *c, int entry, int month)
{
    int n = 0;
    for (int i = 0; i < c->lists[entry].count; i++) {
        const struct record *r = c->lists[entry].rows[i];
        n += !r->annul_reason && month_of(r) == month;
    }
    return n;
}

static void draw_years(const struct card_timeline *t, WINDOW *w)
{
    for (int m = 0; m < t->months; m++) {
        int month = first_month(t) + m;
        char year[16];
        snprintf(year, sizeof year, "%d", month / 12);
        if (month % 12 == 0)
            term_put(w, 0, LEAD + m, 4, year, STYLE_KEY);
    }
}

static void draw_row(const struct card_timeline *t, WINDOW *w, int y, int entry)
{
    const struct card *c = t->card->card;
    const struct entry *e = &c->edition->entries[entry];
    char *name = xasprintf("%s %s", e->number, i18n_caption(e->section->name, e->section->caption));
    char *cut = cut_text(name, LEAD - 1);
    term_put(w, y, 0, LEAD - 1, cut, STYLE_NORMAL);
    free(cut);
    free(name);
    for (int m = 0; m < t->months; m++) {
        int n = happened(c, entry, first_month(t) + m);
        const char mark[2] = {n == 0 ? '.' : n > 9 ? '+' : (char)('0' + n), 0};
        term_put(w, y, LEAD + m, 1, mark, m == t->at ? STYLE_CURSOR : STYLE_NORMAL);
    }
}

/* What happened in that month: the words of its rows, as far as they fit. */
static void draw_month(const struct card_timeline *t, WINDOW *w, int y)
{
    const struct card *c = t->card->card;
    const struct value_world *world = &t->card->app->session.world;
    int month = first_month(t) + t->at;
    char head[48];
    int total = 0;
    for (int i = 0; i < c->nlists; i++)
        total += shown(c, i) ? happened(c, i, month) : 0;
    snprintf(head, sizeof head, " %02d.%04d: %d ", month % 12 + 1, month / 12, total);
    term_hline(w, y, 0, getmaxx(w));
    term_put(w, y, 2, getmaxx(w) - 2, head, STYLE_CHANGED);
    for (int i = 0; i < c->nlists; i++) {
        for (int k = 0; shown(c, i) && k < c->lists[i].count && y + 1 < getmaxy(w); k++) {
            const struct record *r = c->lists[i].rows[k];
            if (r->annul_reason || month_of(r) != month)
                continue;
            struct buf b = {0};
            buf_add(&b, c->edition->entries[i].number);
            for (int f = 0; f < r->count; f++) {
                if (!r->value[f] || (r->section->fields[f].flags & FIELD_AUTO))
                    continue;
                char *text = value_show(&r->section->fields[f], r->value[f], world);
                buf_addf(&b, " | %s", text);
                free(text);
            }
            char *cut = cut_text(b.s, getmaxx(w));
            term_put(w, ++y, 0, getmaxx(w), cut, STYLE_NORMAL);
            free(cut);
            buf_done(&b);
        }
    }
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return xstrdup(_("Timeline"));
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct card_timeline *t = of(s);
    const struct card *c = t->card->card;
    (void)app;
    int months = getmaxx(w) - LEAD;
    months = months > MONTHS_MAX ? MONTHS_MAX : months;
    t->at += months - t->months; /* the same month after another size */
    t->at = t->at < 0 ? 0 : t->at;
    t->months = months;
    draw_years(t, w);
    t->rows = 0;
    for (int i = 0; i < c->nlists && t->rows < getmaxy(w) - RULE - 2; i++) {
        if (shown(c, i))
            draw_row(t, w, ++t->rows, i);
    }
    draw_month(t, w, t->rows + 1);
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    static const struct {
        enum action action;
        int step;
    } moves[] = {{ACT_LEFT, -1},     {ACT_RIGHT, 1},      {ACT_UP, -1}, {ACT_DOWN, 1},
                 {ACT_PAGE_UP, -12}, {ACT_PAGE_DOWN, 12}, {ACT_TAB, 1}, {ACT_BACKTAB, -1}};
    struct card_timeline *t = of(s);
    if (k.action == ACT_ESC || k.action == ACT_LEAVE || k.action == ACT_ENTER) {
        app_pop(app, s);
        return true;
    }
    for (size_t i = 0; i < COUNT(moves); i++) {
        int to = t->at + moves[i].step;
        if (moves[i].action != k.action || to < 0 || to >= t->months)
            continue;
        t->at = to;
        return true;
    }
    return false;
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    *y = 1;
    *x = LEAD + of(s)->at;
    return true;
}

static const char *focus(struct screen *s, struct app *app)
{
    struct card_timeline *t = of(s);
    int month = first_month(t) + t->at;
    (void)app;
    snprintf(t->focus, sizeof t->focus, "%02d.%04d", month % 12 + 1, month / 12 % 10000);
    return t->focus;
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_LEAVE, NULL);
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    free(s);
}

static const struct screen_ops ops = {
    .name = "timeline",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

void card_timeline_show(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    struct card_timeline *t = xcalloc(1, sizeof *t);
    t->base.ops = &ops;
    t->card = s;
    t->months = AHEAD + 1;
    app_push(s->app, &t->base);
}
