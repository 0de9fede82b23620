/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's whole history on one strip: a row for each list of the card, a column for each month,
   and beneath it what happened in the month under the cursor. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/cut.h"
#include "tui/scr_card.h"

enum { LEAD = 18, NAME = 6, AHEAD = 3, RULE = 1 };

struct card_timeline {
    struct screen base;
    struct scr_card *card; /* beneath */
    int months;            /* columns, as drawn last */
    int first;             /* month in the first column */
    int month;             /* under the cursor */
    int row;               /* the first of the month's rows that is in sight */
    int rows_in_sight, rows_in_month;
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

static int last_month(const struct card_timeline *t)
{
    return month_number(t->card->app->session.world.today) + AHEAD;
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

/* The first month in which something happened. */
static int earliest(const struct card_timeline *t)
{
    const struct card *c = t->card->card;
    int least = last_month(t) - AHEAD;
    for (int i = 0; i < c->nlists; i++) {
        for (int k = 0; shown(c, i) && k < c->lists[i].count; k++) {
            const struct record *r = c->lists[i].rows[k];
            int month = r->annul_reason ? -1 : month_of(r);
            least = month >= 0 && month < least ? month : least;
        }
    }
    return least;
}

static void draw_years(const struct card_timeline *t, WINDOW *w)
{
    enum { YEAR = 4 };
    for (int m = 0; m <= t->months - YEAR; m++) {
        int month = t->first + m;
        char year[16];
        snprintf(year, sizeof year, "%d", month / 12);
        if (month % 12 == 0)
            term_put(w, 0, LEAD + m, YEAR, year, STYLE_KEY);
    }
}

/* Did something happen before the first column? */
static bool before(const struct card_timeline *t, int entry)
{
    const struct card_list *list = &t->card->card->lists[entry];
    for (int i = 0; i < list->count; i++) {
        int month = list->rows[i]->annul_reason ? -1 : month_of(list->rows[i]);
        if (month >= 0 && month < t->first)
            return true;
    }
    return false;
}

static void draw_row(const struct card_timeline *t, WINDOW *w, int y, int entry)
{
    const struct card *c = t->card->card;
    const struct entry *e = &c->edition->entries[entry];
    char *caption = body_caption(e->section, LEAD - NAME - 2);
    term_put(w, y, 0, NAME - 1, e->number, STYLE_NORMAL);
    term_put(w, y, NAME, LEAD - NAME - 2, caption, STYLE_NORMAL);
    free(caption);
    if (before(t, entry))
        term_put(w, y, LEAD - 1, 1, "<", STYLE_KEY);
    for (int m = 0; m < t->months; m++) {
        int n = happened(c, entry, t->first + m);
        const char mark[2] = {n == 0 ? '.' : n > 9 ? '+' : (char)('0' + n), 0};
        bool here = t->first + m == t->month;
        term_put(w, y, LEAD + m, 1, mark, here ? STYLE_CURSOR : STYLE_NORMAL);
    }
}

/* "14 Referrals: 20.09.2026, words": the days and the words of a row; what is a mere number says
   nothing without its caption. The caller's. */
static char *row_text(const struct card_timeline *t, int entry, const struct record *r)
{
    static const bool told[] = {
        [FIELD_TEXT] = true, [FIELD_LONG] = true, [FIELD_DATE] = true,   [FIELD_PARTIAL] = true,
        [FIELD_ENUM] = true, [FIELD_DICT] = true, [FIELD_EMAIL] = false,
    };
    const struct entry *e = &t->card->card->edition->entries[entry];
    struct buf b = {0};
    const char *between = ": ";
    buf_addf(&b, "%s %s", e->number, i18n_caption("short", e->section->short_caption));
    for (int f = 0; f < r->count; f++) {
        const struct field *field = &r->section->fields[f];
        if (!r->value[f] || (field->flags & FIELD_AUTO) || !told[field->type])
            continue;
        char *text = value_show(field, r->value[f], &t->card->app->session.world);
        buf_addf(&b, "%s%s", between, text);
        between = ", ";
        free(text);
    }
    return buf_take(&b);
}

/* What happened in that month, from the row on that Down has reached. */
static void draw_month(struct card_timeline *t, WINDOW *w, int y)
{
    const struct card *c = t->card->card;
    int top = y + 1, n = 0;
    t->rows_in_sight = getmaxy(w) - top;
    for (int i = 0; i < c->nlists; i++) {
        for (int k = 0; shown(c, i) && k < c->lists[i].count; k++) {
            const struct record *r = c->lists[i].rows[k];
            if (r->annul_reason || month_of(r) != t->month)
                continue;
            int at = n++ - t->row;
            if (at < 0 || at >= t->rows_in_sight)
                continue;
            char *text = row_text(t, i, r), *cut = cut_text(text, getmaxx(w));
            term_put(w, top + at, 0, getmaxx(w), cut, STYLE_NORMAL);
            free(cut);
            free(text);
        }
    }
    t->rows_in_month = n;
    char *more = n > t->rows_in_sight
                     ? xasprintf(" %d-%d/%d", t->row + 1,
                                 t->row + t->rows_in_sight < n ? t->row + t->rows_in_sight : n, n)
                     : xasprintf(" %d", n);
    char *head = xasprintf(" %02d.%04d:%s ", t->month % 12 + 1, t->month / 12, more);
    term_hline(w, y, 0, getmaxx(w));
    term_put(w, y, 2, getmaxx(w) - 2, head, STYLE_CHANGED);
    free(head);
    free(more);
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
    t->months = getmaxx(w) - LEAD;
    if (t->first + t->months - 1 > last_month(t) || !t->first)
        t->first = last_month(t) - t->months + 1;
    if (t->month < t->first)
        t->first = t->month;
    if (t->month >= t->first + t->months)
        t->first = t->month - t->months + 1;
    draw_years(t, w);
    int y = 0;
    for (int i = 0; i < c->nlists && y < getmaxy(w) - RULE - 2; i++) {
        if (shown(c, i))
            draw_row(t, w, ++y, i);
    }
    draw_month(t, w, y + 1);
}

static bool go(struct card_timeline *t, int month)
{
    int least = earliest(t), most = last_month(t);
    month = month < least ? least : month > most ? most : month;
    bool moved = month != t->month;
    t->month = month;
    t->row = moved ? 0 : t->row;
    return moved;
}

/* Down and Up: the rows of a month that has more than fit. */
static bool scroll_rows(struct card_timeline *t, int step)
{
    int to = t->row + step;
    if (to < 0 || to > t->rows_in_month - t->rows_in_sight)
        return false;
    t->row = to;
    return true;
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    static const struct {
        enum action action;
        int step;
    } moves[] = {{ACT_LEFT, -1},    {ACT_RIGHT, 1}, {ACT_PAGE_UP, -12}, {ACT_PAGE_DOWN, 12},
                 {ACT_BACKTAB, -1}, {ACT_TAB, 1},   {ACT_HOME, -9999},  {ACT_END, 9999}};
    struct card_timeline *t = of(s);
    if (k.action == ACT_ESC || k.action == ACT_LEAVE || k.action == ACT_ENTER) {
        app_pop(app, s);
        return true;
    }
    for (size_t i = 0; i < COUNT(moves); i++)
        if (moves[i].action == k.action)
            return go(t, t->month + moves[i].step);
    return (k.action == ACT_DOWN || k.action == ACT_UP) &&
           scroll_rows(t, k.action == ACT_DOWN ? 1 : -1);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    *y = 1;
    *x = LEAD + of(s)->month - of(s)->first;
    return true;
}

static const char *focus(struct screen *s, struct app *app)
{
    struct card_timeline *t = of(s);
    (void)app;
    snprintf(t->focus, sizeof t->focus, "%02d.%04d", t->month % 12 + 1, t->month / 12 % 10000);
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
    t->month = last_month(t) - AHEAD;
    app_push(s->app, &t->base);
}
