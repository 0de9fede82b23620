/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single sections: one page of fields. While the card is new, its first page begins with the
   application (F-1, R-3). */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/body.h"
#include "tui/page.h"

struct body_page {
    struct body base;
    struct page *page;
    struct page_item *items;
    int count, cap;
    char **headings; /* texts that items borrow */
    int nheadings;
};

static void add_item(struct body_page *p, struct page_item item)
{
    if (p->count == p->cap) {
        p->cap = p->cap ? p->cap * 2 : 32;
        p->items = xrealloc(p->items, (size_t)p->cap * sizeof *p->items);
    }
    p->items[p->count++] = item;
}

/* Takes the text over. */
static void add_heading(struct body_page *p, char *text)
{
    p->headings = xrealloc(p->headings, (size_t)(p->nheadings + 1) * sizeof *p->headings);
    p->headings[p->nheadings++] = text;
    add_item(p, (struct page_item){.field = -1, .heading = text});
}

static void drop_items(struct body_page *p)
{
    for (int i = 0; i < p->nheadings; i++)
        free(p->headings[i]);
    free(p->headings);
    p->headings = NULL;
    p->nheadings = 0;
    p->count = 0;
}

/* The date of the application, for a card that is not there yet. */
static void add_application(struct body_page *p)
{
    const struct card *c = p->base.host->card;
    if (c->id || p->base.first > 0)
        return;
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->edition->entries[i].section;
        if (!s->table || !str_same(s->table, CARD_APPLICATION) || c->lists[i].count == 0)
            continue;
        struct record *r = c->lists[i].rows[0];
        add_heading(p, body_heading(&c->edition->entries[i]));
        add_item(p, (struct page_item){r, record_field(r, s->order_by), NULL, s->name});
    }
}

static void add_entry(struct body_page *p, int entry)
{
    const struct card *c = p->base.host->card;
    const struct entry *e = &c->edition->entries[entry];
    const struct section *s = e->section;
    int count = body_fields(s), first = 0;
    /* A section that is called like its field needs no line of its own: the rail has its number. */
    if (s->kind == SECTION_HEADING || !str_same(s->caption, s->fields[0].caption))
        add_heading(p, body_heading(e));
    if (s->kind == SECTION_HEADING)
        return;
    struct record *r = card_single(c, entry, &first);
    for (int f = 0; f < count; f++) {
        if (s->fields[f].heading)
            add_heading(p, xstrdup(i18n_caption(s->name, s->fields[f].heading)));
        add_item(p, (struct page_item){r, first + f, NULL, s->name});
    }
}

static void set_items(struct body_page *p)
{
    /* The page copies the items but borrows the headings, so the old ones go after page_set. */
    char **old = p->headings;
    int nold = p->nheadings;
    p->headings = NULL;
    p->nheadings = 0;
    p->count = 0;
    add_application(p);
    for (int i = p->base.first; i <= p->base.last; i++)
        add_entry(p, i);
    page_set(p->page, p->items, p->count);
    for (int i = 0; i < nold; i++)
        free(old[i]);
    free(old);
}

static void page_body_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width)
{
    page_draw(((struct body_page *)b)->page, w, y, x, lines, width);
}

static enum body_result page_body_key(struct body *b, struct key k)
{
    static const enum body_result results[] = {
        [PAGE_STAYED] = BODY_STAYED,
        [PAGE_AFTER] = BODY_AFTER,
        [PAGE_BEFORE] = BODY_BEFORE,
        [PAGE_PASS] = BODY_PASS,
    };
    return results[page_key(((struct body_page *)b)->page, k)];
}

static bool page_body_cursor(struct body *b, int *y, int *x)
{
    return page_cursor(((struct body_page *)b)->page, y, x);
}

static const char *page_body_focus(struct body *b)
{
    return page_focus(((struct body_page *)b)->page);
}

static void page_body_keys(struct body *b, struct key_set *set)
{
    page_keys(((struct body_page *)b)->page, set);
}

static bool page_body_take(struct body *b)
{
    return page_take(((struct body_page *)b)->page);
}

static bool page_body_dirty(struct body *b)
{
    return page_dirty(((struct body_page *)b)->page);
}

static bool page_body_revert(struct body *b)
{
    return page_revert(((struct body_page *)b)->page);
}

static bool typed(const struct body *b, struct record *r, int field)
{
    return !(r->section->fields[field].flags & FIELD_AUTO) &&
           !b->host->hooks->locked(b->host->ctx, r, field).why;
}

static bool page_body_go(struct body *b, const struct body_place *to)
{
    struct body_page *p = (struct body_page *)b;
    const struct card *c = b->host->card;
    if (to->start || to->end) {
        (to->end ? page_last : page_first)(p->page);
        return true;
    }
    if (to->record)
        return page_goto(p->page, to->record, to->field);
    int entry = to->entry;
    while (entry < b->last && c->edition->entries[entry].section->kind == SECTION_HEADING)
        entry++;
    int first = 0, count = body_fields(c->edition->entries[entry].section);
    struct record *r = card_single(c, entry, &first);
    if (to->field >= 0)
        return to->field < count && page_goto(p->page, r, first + to->field);
    for (int any = 0; any < 2; any++) { /* better one that can be typed */
        for (int f = first; f < first + count; f++) {
            if ((any || typed(b, r, f)) && page_goto(p->page, r, f))
                return true;
        }
    }
    return false;
}

static void page_body_place(struct body *b, struct body_place *at)
{
    struct body_page *p = (struct body_page *)b;
    *at = (struct body_place){.entry = b->first, .field = -1};
    struct record *r = page_record(p->page);
    if (!r)
        return;
    at->record = r;
    at->field = page_field(p->page);
    int entry = body_entry_of(b->host->card, r, at->field);
    if (entry >= 0)
        at->entry = entry;
}

static bool page_body_caption(struct body *b, const char *typed)
{
    return page_goto_caption(((struct body_page *)b)->page, typed);
}

static void page_body_reload(struct body *b)
{
    struct body_page *p = (struct body_page *)b;
    set_items(p);
    page_reload(p->page);
}

static void page_body_done(struct body *b)
{
    struct body_page *p = (struct body_page *)b;
    page_free(p->page);
    drop_items(p);
    free(p->items);
    free(p);
}

static const struct body_ops page_body_ops = {
    .draw = page_body_draw,
    .key = page_body_key,
    .cursor = page_body_cursor,
    .focus = page_body_focus,
    .keys = page_body_keys,
    .take = page_body_take,
    .dirty = page_body_dirty,
    .revert = page_body_revert,
    .go = page_body_go,
    .place = page_body_place,
    .caption = page_body_caption,
    .reload = page_body_reload,
    .done = page_body_done,
};

struct body *body_page_new(struct body_host *host, int first, int last)
{
    struct body_page *p = xcalloc(1, sizeof *p);
    p->base = (struct body){&page_body_ops, host, first, last, false, NULL};
    p->page = page_new(host->app, host->screen, &body_hooks, &p->base);
    set_items(p);
    return &p->base;
}
