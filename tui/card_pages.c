/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a card: consecutive single sections of one table, the lists of one number, each
   table. A heading belongs to what follows it. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

static bool same_number(const char *a, const char *b)
{
    size_t n = strcspn(a, ".");
    return n == strcspn(b, ".") && strncmp(a, b, n) == 0;
}

/* Does entry b stand on the page that entry a is on? Neither is a heading. */
static bool together(const struct entry *a, const struct entry *b)
{
    if (a->section->kind != b->section->kind)
        return false;
    switch (a->section->kind) {
    case SECTION_SINGLE:
        return str_same(a->section->table, b->section->table);
    case SECTION_LIST:
        return same_number(a->number, b->number);
    case SECTION_TABLE:
    case SECTION_HEADING:
        break;
    }
    return false;
}

void card_pages_set(struct scr_card *s)
{
    const struct entry *e = s->card->edition->entries;
    s->npages = 0;
    s->pages = xrealloc(s->pages, ((size_t)s->card->nlists + 1) * sizeof *s->pages);
    int last = -1; /* entry before, headings left out */
    for (int i = 0; i < s->card->nlists; i++) {
        int from = i;
        while (i + 1 < s->card->nlists && e[i].section->kind == SECTION_HEADING)
            i++;
        if (last < 0 || !together(&e[last], &e[i]))
            s->pages[s->npages++].first = from;
        s->pages[s->npages - 1].last = i;
        last = i;
    }
}

static int page_of(const struct scr_card *s, int entry)
{
    for (int i = 0; i < s->npages; i++) {
        if (entry >= s->pages[i].first && entry <= s->pages[i].last)
            return i;
    }
    return 0;
}

bool card_pages_show(struct scr_card *s, const struct body_place *p)
{
    int page = page_of(s, p->entry);
    if (!s->body || page != s->page) {
        if (s->body)
            s->body->ops->done(s->body);
        s->page = page;
        s->body = body_new(&s->host, s->pages[page].first, s->pages[page].last);
    }
    bool found = s->body->ops->go(s->body, p);
    card_rail_refresh(s);
    return found;
}

bool card_pages_dirty(const struct scr_card *s)
{
    const struct card_page *page = &s->pages[s->page];
    if (!s->card->id)
        return card_changed(s->card);
    for (int i = page->first; i <= page->last; i++) {
        const struct card_list *list = &s->card->lists[i];
        int first = 0, n = body_fields(list->section);
        struct record *r = card_single(s->card, i, &first);
        for (int f = first; r && f < first + n; f++) {
            if (record_field_changed(r, f))
                return true;
        }
        for (int k = 0; !r && k < list->count; k++) {
            if (record_changed(list->rows[k]))
                return true;
        }
    }
    return false;
}

void card_pages_went(struct scr_card *s)
{
    struct card_going going = s->going;
    s->going.goal = GOAL_NONE;
    switch (going.goal) {
    case GOAL_NONE:
        break;
    case GOAL_PLACE:
        card_pages_show(s, &going.place);
        break;
    case GOAL_LEAVE:
        app_pop(s->app, &s->base);
        break;
    case GOAL_FIND:
        scr_search_next(s->app, &s->base);
        break;
    }
}

void card_pages_go(struct scr_card *s, struct card_going going)
{
    if (!s->body->ops->take(s->body))
        return;
    bool here = going.goal == GOAL_PLACE && page_of(s, going.place.entry) == s->page;
    bool away = going.goal != GOAL_PLACE;
    s->going = going;
    if (here || !(away ? card_changed(s->card) : card_pages_dirty(s))) {
        if (!here && !away && !s->card->id) {
            s->going.goal = GOAL_NONE;
            app_say(s->app, SAY_ERROR, 0, "%s",
                    _("The card begins with the application and the personal data: fill them in "
                      "and save first."));
            return;
        }
        card_pages_went(s);
    } else if (!away && s->card->id && !s->app->online) {
        card_pages_went(s); /* it cannot be saved now, and one goes on typing */
    } else {
        card_leave_ask(s);
    }
}

void card_pages_step(struct scr_card *s, int step, bool end)
{
    int page = s->page + step;
    if (page < 0 || page >= s->npages) {
        app_say(s->app, SAY_INFO, 0, "%s",
                step < 0 ? _("This is the first section.") : _("This is the last section."));
        return;
    }
    struct body_place place = {
        .entry = s->pages[page].first, .field = -1, .start = !end, .end = end};
    card_pages_go(s, (struct card_going){GOAL_PLACE, place});
}
