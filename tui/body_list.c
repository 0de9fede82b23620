/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of one number of the form, stacked: each a heading and a grid of its rows in order of
   date. A row opens as a form in the same place. */
#include "tui/body_list.h"

#include <stdlib.h>

#include "common/i18n.h"

struct body_sub *body_list_now(struct body_list *l)
{
    return &l->subs[l->current];
}

/* --- rows ------------------------------------------------------------------------------------ */

struct record *body_list_row(struct body_list *l)
{
    struct body_sub *sub = body_list_now(l);
    int i = grid_row(sub->grid);
    return i >= 0 && i < sub->count ? sub->rows[i] : NULL;
}

void body_list_stand(struct body_sub *sub, const struct record *r)
{
    int at = body_list_index(sub, r);
    if (at >= 0)
        grid_goto(sub->grid, at, 0);
}

/* Fetches the rows anew; the cursor stays on its row. */
void body_list_fetch(struct body_sub *sub)
{
    int i = sub->rows ? grid_row(sub->grid) : -1;
    const struct record *kept = i >= 0 && i < sub->count ? sub->rows[i] : NULL;
    free(sub->rows);
    sub->rows = body_rows(sub->list->base.host->card, sub->entry, sub->list->all, &sub->count);
    grid_reload(sub->grid);
    body_list_stand(sub, kept);
}

static void add_row(struct body_list *l)
{
    struct body_host *h = l->base.host;
    struct cell_lock lock = h->closed(h->ctx, body_list_now(l)->entry);
    if (lock.why)
        app_say(h->app, SAY_ERROR, lock.number, "%s", lock.why);
    else if (body_list_take_form(l))
        body_list_open(l, card_add_row(h->card, body_list_now(l)->entry));
}

/* A dropped row is gone by now: its address may be compared, not followed. */
static void annulled(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form && body_entry_of(b->host->card, l->row, -1) < 0)
        body_list_form_free(l);
    else if (l->form)
        body_list_close_row(l);
    body_list_fetch(body_list_now(l));
}

static void annul_row(struct body_list *l)
{
    struct record *r = l->form ? l->row : body_list_row(l);
    if (r)
        body_annul(&l->base, body_list_now(l)->entry, r, annulled);
}

/* --- operations ------------------------------------------------------------------------------ */

static enum body_result list_step(struct body_list *l, int step)
{
    int to = l->current + step;
    if (to < 0)
        return BODY_BEFORE;
    if (to >= l->nsubs)
        return BODY_AFTER;
    l->current = to;
    grid_goto(body_list_now(l)->grid, step > 0 ? 0 : body_list_now(l)->count - 1, 0);
    return BODY_STAYED;
}

static enum body_result form_key(struct body_list *l, struct key k)
{
    switch (page_key(l->form, k)) {
    case PAGE_AFTER:
    case PAGE_BEFORE:
        body_list_close_row(l);
        return BODY_STAYED;
    case PAGE_STAYED:
        return BODY_STAYED;
    case PAGE_PASS:
        break;
    }
    return BODY_PASS;
}

static enum body_result rows_key(struct body_list *l, struct key k)
{
    if (k.action == ACT_TAB)
        k.action = ACT_DOWN;
    if (k.action == ACT_BACKTAB)
        k.action = ACT_UP;
    if (!body_list_now(l)->count) {
        if (k.action == ACT_DOWN || k.action == ACT_ENTER)
            return list_step(l, 1);
        return k.action == ACT_UP ? list_step(l, -1) : BODY_PASS;
    }
    switch (grid_key(body_list_now(l)->grid, k)) {
    case GRID_OPEN:
        body_list_open(l, body_list_row(l));
        return BODY_STAYED;
    case GRID_AFTER:
        return list_step(l, 1);
    case GRID_BEFORE:
        return list_step(l, -1);
    case GRID_STAYED:
        return BODY_STAYED;
    case GRID_PASS:
        break;
    }
    return BODY_PASS;
}

static void toggle_all(struct body_list *l)
{
    l->all = !l->all;
    for (int i = 0; i < l->nsubs; i++)
        body_list_fetch(&l->subs[i]);
}

static enum body_result list_key(struct body *b, struct key k)
{
    struct body_list *l = (struct body_list *)b;
    if (k.action == ACT_NEW)
        add_row(l);
    else if (k.action == ACT_ANNUL)
        annul_row(l);
    else if (l->form)
        return form_key(l, k);
    else if (k.action == ACT_LIST)
        toggle_all(l);
    else if (k.action == ACT_UNDO && body_list_can_undo(l))
        body_list_undo(l);
    else if (body_list_opt_key(l, k) || (k.action == ACT_ENTER && body_list_carry_out(l)))
        return BODY_STAYED;
    else
        return rows_key(l, k);
    return BODY_STAYED;
}

static bool list_cursor(struct body *b, int *y, int *x)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form)
        return page_cursor(l->form, y, x);
    if (body_list_now(l)->count && body_list_now(l)->height > 1)
        return grid_cursor(body_list_now(l)->grid, y, x);
    *y = body_list_now(l)->y;
    *x = body_list_now(l)->x;
    return true;
}

static const char *list_focus(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form)
        return page_focus(l->form);
    return body_list_now(l)->count ? grid_focus(body_list_now(l)->grid)
                                   : body_list_entry(body_list_now(l))->section->name;
}

static void list_keys(struct body *b, struct key_set *set)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form)
        page_keys(l->form, set);
    else if (body_list_annulled(l))
        keys_add(set, ACT_LIST, l->all ? _("hide annulled") : _("annulled too"));
    if (!l->form && body_list_can_undo(l))
        keys_add(set, ACT_UNDO, _("take back"));
    if (b->host->closed(b->host->ctx, body_list_now(l)->entry).why)
        return;
    keys_add(set, ACT_NEW, NULL);
    const struct record *r = l->form ? l->row : body_list_row(l);
    if (r && !b->host->kept(b->host->ctx, body_list_now(l)->entry, r).why)
        keys_add(set, ACT_ANNUL, r->annul_reason ? _("annul not") : NULL);
}

/* A new row that is still empty does not outlive what comes after: a save, another place. */
static bool list_take(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (!l->form)
        return true;
    if (!page_take(l->form))
        return false;
    if (!l->row->id && record_empty(l->row))
        body_list_close_row(l);
    return true;
}

static bool list_dirty(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    return l->form && page_dirty(l->form);
}

static bool list_revert(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    return l->form && page_revert(l->form);
}

static bool list_revert_row(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (!l->form || !body_row_revert(b, body_list_now(l)->entry, l->row))
        return false;
    page_reload(l->form);
    b->host->rows(b->host->ctx);
    return true;
}

static bool list_close(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (!l->form)
        return false;
    body_list_close_row(l);
    return true;
}

static bool go_field(struct body_list *l, struct record *r, int field)
{
    if (!r)
        r = body_list_row(l);
    if (!r) {
        add_row(l);
        r = l->row;
    }
    if (!r)
        return false;
    if (r != l->row)
        body_list_open(l, r);
    return page_goto(l->form, r, field);
}

static bool list_go(struct body *b, const struct body_place *p)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form && l->row != p->record && !body_list_take_form(l))
        return false;
    l->current = p->end ? l->nsubs - 1 : 0;
    for (int i = 0; i < l->nsubs && !p->end; i++) {
        if (l->subs[i].entry >= p->entry) {
            l->current = i;
            break;
        }
    }
    grid_goto(body_list_now(l)->grid, p->end ? body_list_now(l)->count - 1 : 0, 0);
    if (p->record && body_list_index(body_list_now(l), p->record) < 0) {
        l->all = true;
        body_list_fetch(body_list_now(l));
    }
    body_list_stand(body_list_now(l), p->record);
    return p->field < 0 || go_field(l, p->record, p->field);
}

static void list_place(struct body *b, struct body_place *p)
{
    struct body_list *l = (struct body_list *)b;
    *p = (struct body_place){
        .entry = body_list_now(l)->entry, .record = body_list_row(l), .field = -1};
    if (!l->form)
        return;
    p->record = l->row;
    p->field = page_field(l->form);
}

static bool list_caption(struct body *b, const char *typed)
{
    struct body_list *l = (struct body_list *)b;
    return l->form && page_goto_caption(l->form, typed);
}

static void list_reload(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    body_list_columns(l, l->width);
    for (int i = 0; i < l->nsubs; i++)
        body_list_fetch(&l->subs[i]);
    if (!l->form)
        return;
    body_list_form_set(l);
    page_reload(l->form);
}

static void list_done(struct body *b)
{
    struct body_list *l = (struct body_list *)b;
    if (l->form)
        page_free(l->form);
    for (int i = 0; i < l->nsubs; i++) {
        grid_free(l->subs[i].grid);
        free(l->subs[i].rows);
    }
    body_row_done(b);
    opts_free(l->opts);
    free(l->annulled);
    free(l->subs);
    free(l);
}

static const struct body_ops list_ops = {
    .draw = body_list_draw,
    .key = list_key,
    .cursor = list_cursor,
    .focus = list_focus,
    .keys = list_keys,
    .take = list_take,
    .dirty = list_dirty,
    .revert = list_revert,
    .revert_row = list_revert_row,
    .close = list_close,
    .go = list_go,
    .place = list_place,
    .caption = list_caption,
    .reload = list_reload,
    .done = list_done,
};

struct body *body_list_new(struct body_host *host, int first, int last)
{
    struct body_list *l = xcalloc(1, sizeof *l);
    const struct entry *entries = host->card->edition->entries;
    l->base = (struct body){&list_ops, host, first, last, false, NULL};
    l->subs = xcalloc((size_t)(last - first) + 1, sizeof *l->subs);
    l->width = TERM_MIN_COLS;
    l->opts = opts_new();
    for (int i = first; i <= last; i++) {
        if (entries[i].section->kind == SECTION_HEADING)
            continue;
        struct body_sub *sub = &l->subs[l->nsubs++];
        *sub = (struct body_sub){.list = l, .entry = i};
        body_columns_list(&sub->columns, entries[i].section, l->width);
        sub->grid = grid_new(host->app, host->screen, sub->columns.column, sub->columns.count,
                             &body_list_source, NULL, sub);
        body_list_fetch(sub);
    }
    for (int i = 0; i < l->nsubs; i++)
        grid_compact(l->subs[i].grid, l->nsubs > 1);
    return &l->base;
}
