/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a card, and going from one to another. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

void card_pages_set(struct scr_card *s)
{
    free(s->pages);
    s->npages = span_pages(s->card->edition, &s->pages);
}

bool card_pages_show(struct scr_card *s, const struct body_place *p)
{
    int page = span_of(s->pages, s->npages, p->entry);
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
    const struct span *page = &s->pages[s->page];
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
    case GOAL_QUERY:
        scr_query_next(s->app, &s->base);
        break;
    }
}

void card_pages_go(struct scr_card *s, struct card_going going)
{
    if (!s->body->ops->take(s->body))
        return;
    bool here =
        going.goal == GOAL_PLACE && span_of(s->pages, s->npages, going.place.entry) == s->page;
    bool away = going.goal != GOAL_PLACE;
    s->going = going;
    if (away && s->draft && !card_changed(s->card))
        card_draft_write(s); /* what Esc took back may be in it */
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
