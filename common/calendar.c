/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/calendar.h"

#include <stdlib.h>

#include "common/util.h"

struct entry {
    day on;
    bool working;
    char *kk, *ru;
};

struct calendar {
    struct entry *list; /* by day */
    size_t count, room;
};

struct calendar *calendar_new(void)
{
    return xcalloc(1, sizeof(struct calendar));
}

void calendar_free(struct calendar *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->count; i++) {
        free(c->list[i].kk);
        free(c->list[i].ru);
    }
    free(c->list);
    free(c);
}

/* The first entry not before d. */
static size_t place(const struct calendar *c, day d)
{
    size_t low = 0, high = c->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->list[middle].on < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct entry *find(const struct calendar *c, day d)
{
    if (!c)
        return NULL;
    size_t i = place(c, d);
    return i < c->count && c->list[i].on == d ? &c->list[i] : NULL;
}

void calendar_add(struct calendar *c, day d, bool working, const char *name_kk, const char *name_ru)
{
    size_t i = place(c, d);
    if (i == c->count || c->list[i].on != d) {
        if (c->count == c->room) {
            c->room = c->room * 2 + 16;
            c->list = xrealloc(c->list, c->room * sizeof *c->list);
        }
        for (size_t k = c->count; k > i; k--)
            c->list[k] = c->list[k - 1];
        c->list[i] = (struct entry){.on = d};
        c->count++;
    }
    c->list[i].working = working;
    str_set(&c->list[i].kk, name_kk);
    str_set(&c->list[i].ru, name_ru);
}

bool calendar_working(const struct calendar *c, day d)
{
    const struct entry *e = find(c, d);
    return e ? e->working : day_weekday(d) <= 5;
}

const char *calendar_name(const struct calendar *c, day d, const char *lang)
{
    const struct entry *e = find(c, d);
    if (!e || e->working)
        return NULL;
    const char *first = str_same(lang, "kk") ? e->kk : e->ru;
    return first ? first : e->kk ? e->kk : e->ru;
}

day calendar_add_working(const struct calendar *c, day d, int n)
{
    int step = n < 0 ? -1 : 1;
    while (n != 0) {
        d += step;
        if (calendar_working(c, d))
            n -= step;
    }
    return d;
}
