/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list as a form, in the place of the grids. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/body_list.h"

void body_list_form_set(struct body_list *l)
{
    const struct section *s = l->row->section;
    int n = body_fields(s), count = 0;
    struct page_item *items = xcalloc((size_t)n * 2 + 1, sizeof *items);
    for (int f = 0; f < n; f++) {
        if (s->fields[f].heading)
            items[count++] = (struct page_item){
                .field = -1, .heading = i18n_caption(s->name, s->fields[f].heading)};
        items[count++] = (struct page_item){l->row, f, NULL, s->name};
    }
    page_set(l->form, items, count);
    free(items);
}

void body_list_open(struct body_list *l, struct record *r)
{
    struct body_host *h = l->base.host;
    l->row = r;
    if (!l->form)
        l->form = page_new(h->app, h->screen, &body_hooks, &l->base);
    body_list_form_set(l);
    page_first(l->form);
}

void body_list_form_free(struct body_list *l)
{
    page_free(l->form);
    l->form = NULL;
    l->row = NULL;
    l->base.view = false;
}

/* Back to the grid. A new row in which nothing was typed goes without a word. */
void body_list_close_row(struct body_list *l)
{
    struct body_host *h = l->base.host;
    struct body_sub *sub = body_list_now(l);
    struct record *r = l->row;
    body_list_form_free(l);
    if (!r->id && record_empty(r)) {
        card_drop_row(h->card, sub->entry, r);
        r = NULL;
    }
    body_list_fetch(sub);
    body_list_stand(sub, r);
    h->rows(h->ctx);
}

bool body_list_take_form(struct body_list *l)
{
    if (!l->form)
        return true;
    if (!page_take(l->form))
        return false;
    body_list_close_row(l);
    return true;
}
