/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/hit_list.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/util.h"

static bool stands(const void *ctx, int line)
{
    return ((const struct hit_list *)ctx)->line[line].kind == HIT_ROW;
}

static bool person(void *ctx, int line, struct opts_person *p)
{
    const struct hit_list *l = ctx;
    if (!stands(l, line))
        return false;
    const struct search_hit *hit = l->line[line].hit;
    *p = (struct opts_person){
        .name = hit->id,
        .card = hit->id,
        .visits = l->may_write && hit->own_centre && str_same(hit->status, "unemployed"),
    };
    return true;
}

void hit_list_init(struct hit_list *l, const struct app *app, struct screen *owner,
                   void (*open)(struct screen *owner, struct app *app, const char *card, bool view))
{
    *l = (struct hit_list){
        .list = {.current = -1, .stands = stands, .ctx = l},
        .people = {.owner = owner, .open = open, .list = &l->list, .person = person, .ctx = l},
        .may_write = app->session.may_write,
    };
    opts_people_init(&l->people);
}

static void drop(struct hit_list *l)
{
    search_done(&l->hits);
    free(l->line);
    l->line = NULL;
    l->list.count = 0;
}

void hit_list_done(struct hit_list *l)
{
    drop(l);
    opts_people_done(&l->people);
}

void hit_list_clear(struct hit_list *l)
{
    opts_clear(l->people.opts);
}

static void add(struct hit_list *l, enum hit_line_kind kind, const struct search_hit *hit)
{
    l->line[l->list.count++] = (struct hit_line){kind, hit};
}

/* Where the first persons are more than similar, they need no heading. */
static void add_group(struct hit_list *l, enum search_group group)
{
    bool headed = l->list.count == 0 && group != SEARCH_SIMILAR;
    for (int i = 0; i < l->hits.count; i++) {
        const struct search_hit *hit = &l->hits.hit[i];
        if (search_group(hit) != group)
            continue;
        if (!headed)
            add(l, HIT_HEAD, hit);
        headed = true;
        add(l, HIT_ROW, hit);
    }
}

void hit_list_take(struct hit_list *l, struct search_hits *hits)
{
    enum { GROUPS = SEARCH_SIMILAR + 1, MORE = 1 };
    drop(l);
    if (hits)
        l->hits = *hits;
    l->line = xcalloc((size_t)l->hits.count + GROUPS + MORE, sizeof *l->line);
    for (int g = 0; g < GROUPS; g++)
        add_group(l, (enum search_group)g);
    if (l->hits.more && l->hits.count)
        add(l, HIT_MORE, NULL);
    l->list.current = -1;
    l->list.top = 0;
}

bool hit_list_first(struct hit_list *l)
{
    return list_first(&l->list);
}

void hit_list_leave(struct hit_list *l)
{
    l->list.current = -1;
}

bool hit_list_on(const struct hit_list *l)
{
    return l->list.current >= 0;
}

const struct search_hit *hit_list_now(const struct hit_list *l)
{
    return hit_list_on(l) ? l->line[l->list.current].hit : NULL;
}

const char *hit_list_focus(struct hit_list *l)
{
    if (!hit_list_on(l))
        return "";
    int place = 0;
    for (int i = 0; i <= l->list.current; i++)
        place += stands(l, i);
    snprintf(l->focus, sizeof l->focus, "row %d", place);
    return l->focus;
}

int hit_list_similar(const struct hit_list *l)
{
    int n = 0;
    for (int i = 0; i < l->hits.count; i++)
        n += search_group(&l->hits.hit[i]) == SEARCH_SIMILAR;
    return n;
}

bool hit_list_key(struct hit_list *l, struct app *app, struct key k)
{
    if (opts_people_key(&l->people, app, k))
        return true;
    if (list_key(&l->list, k)) {
        opts_people_why(&l->people, app);
        return true;
    }
    if (k.action != ACT_UP && k.action != ACT_BACKTAB)
        return false;
    hit_list_leave(l);
    return true;
}
