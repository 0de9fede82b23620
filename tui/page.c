/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/page_inner.h"

struct page *page_new(struct app *app, struct screen *owner, const struct cell_hooks *hooks,
                      void *ctx)
{
    struct page *p = xcalloc(1, sizeof *p);
    p->app = app;
    p->owner = owner;
    p->cell = cell_new(app, owner, hooks, ctx);
    p->at = -1;
    return p;
}

void page_free(struct page *p)
{
    if (!p)
        return;
    cell_free(p->cell);
    free(p->items);
    free(p->places);
    free(p);
}

const struct field *page_item_field(const struct page_item *it)
{
    return it->record ? &it->record->section->fields[it->field] : NULL;
}

const char *page_item_caption(const struct page_item *it)
{
    if (!it->record)
        return it->heading ? it->heading : "";
    const char *context = it->context ? it->context : it->record->section->name;
    return i18n_caption(context, page_item_field(it)->caption);
}

struct cell_lock page_lock(const struct page *p, int item)
{
    const struct page_item *it = &p->items[item];
    return cell_lock(p->cell, it->record, it->field, it->context);
}

const char *page_why_locked(const struct page *p, int item)
{
    return page_lock(p, item).why;
}

/* --- where the cursor may stand ------------------------------------------------------------- */

static bool typable(const struct page *p, int i)
{
    return p->items[i].record && !page_why_locked(p, i);
}

static bool applies(const struct page *p, int i)
{
    return p->items[i].record && record_applies(p->items[i].record, p->items[i].field);
}

/* A page of nothing to type is for reading: then every field that applies is a stop. */
static bool reading(const struct page *p)
{
    for (int i = 0; i < p->count; i++)
        if (typable(p, i))
            return false;
    return true;
}

static int next_stop(const struct page *p, int from, int step)
{
    bool read = reading(p);
    for (int i = from; i >= 0 && i < p->count; i += step)
        if (read ? applies(p, i) : typable(p, i))
            return i;
    return -1;
}

static int find(const struct page *p, const struct record *r, int field)
{
    for (int i = 0; i < p->count; i++)
        if (p->items[i].record && p->items[i].record == r && p->items[i].field == field)
            return i;
    return -1;
}

static void stand(struct page *p, int i)
{
    p->at = i;
    p->hinted = false;
    if (i < 0)
        cell_close(p->cell);
    else
        cell_open(p->cell, p->items[i].record, p->items[i].field, p->items[i].context);
}

static void remember(struct page *p)
{
    if (p->at < 0)
        return;
    if (p->npath == PAGE_PATH) {
        memmove(p->path, p->path + 1, (PAGE_PATH - 1) * sizeof *p->path);
        p->npath--;
    }
    p->path[p->npath].record = p->items[p->at].record;
    p->path[p->npath++].field = p->items[p->at].field;
}

static void go(struct page *p, int i)
{
    if (i == p->at)
        return;
    remember(p);
    stand(p, i);
}

void page_set(struct page *p, const struct page_item *items, int count)
{
    const struct record *was = cell_record(p->cell);
    int field = cell_field(p->cell);
    size_t n = (size_t)(count > 0 ? count : 1);
    p->items = xrealloc(p->items, n * sizeof *p->items);
    p->places = xrealloc(p->places, n * sizeof *p->places);
    if (count > 0)
        memcpy(p->items, items, (size_t)count * sizeof *items);
    memset(p->places, 0, n * sizeof *p->places);
    p->count = count;
    int same = was ? find(p, was, field) : -1;
    if (same >= 0) {
        p->at = same;
        return;
    }
    p->npath = 0;
    cell_close(p->cell);
    p->at = -1;
    stand(p, next_stop(p, 0, 1));
}

void page_first(struct page *p)
{
    stand(p, next_stop(p, 0, 1));
}

void page_last(struct page *p)
{
    stand(p, next_stop(p, p->count - 1, -1));
}

/* --- keys ----------------------------------------------------------------------------------- */

static enum page_result forth(struct page *p)
{
    int i = next_stop(p, p->at + 1, 1);
    if (i < 0)
        return PAGE_AFTER;
    go(p, i);
    return PAGE_STAYED;
}

static enum page_result back(struct page *p)
{
    while (p->npath > 0) {
        p->npath--;
        int i = find(p, p->path[p->npath].record, p->path[p->npath].field);
        if (i >= 0 && i != p->at && applies(p, i)) {
            stand(p, i);
            return PAGE_STAYED;
        }
    }
    int i = next_stop(p, p->at - 1, -1);
    if (i < 0)
        return PAGE_BEFORE;
    stand(p, i);
    return PAGE_STAYED;
}

/* PgDn and PgUp within a page of several parts. */
static enum page_result turn(struct page *p, int step)
{
    int part = p->at >= 0 ? p->places[p->at].part + step : -1;
    if (part < 0 || part >= p->parts)
        return PAGE_PASS;
    int from = 0;
    while (from < p->count && p->places[from].part < part)
        from++;
    int i = next_stop(p, from, 1);
    if (i < 0 || p->places[i].part != part)
        return PAGE_PASS;
    if (page_take(p))
        go(p, i);
    return PAGE_STAYED;
}

enum page_result page_key(struct page *p, struct key k)
{
    if (k.action == ACT_PAGE_DOWN || k.action == ACT_PAGE_UP)
        return turn(p, k.action == ACT_PAGE_DOWN ? 1 : -1);
    if (p->at < 0) {
        bool next = k.action == ACT_ENTER || k.action == ACT_TAB || k.action == ACT_DOWN;
        bool before = k.action == ACT_UP || k.action == ACT_BACKTAB;
        return next ? PAGE_AFTER : before ? PAGE_BEFORE : PAGE_PASS;
    }
    switch (cell_key(p->cell, k)) {
    case CELL_STAYED:
        return PAGE_STAYED;
    case CELL_NEXT:
        return forth(p);
    case CELL_BACK:
        return back(p);
    case CELL_PASS:
        break;
    }
    return PAGE_PASS;
}

bool page_take(struct page *p)
{
    return cell_take(p->cell);
}

bool page_revert(struct page *p)
{
    return cell_revert(p->cell);
}

bool page_dirty(const struct page *p)
{
    return cell_dirty(p->cell);
}

/* --- jumps ---------------------------------------------------------------------------------- */

static bool jump(struct page *p, int i)
{
    if (i < 0 || !applies(p, i))
        return false;
    go(p, i);
    return true;
}

bool page_goto(struct page *p, const struct record *r, int field)
{
    return jump(p, find(p, r, field));
}

/* Does the caption, or (any) one of its later words, begin with the folded text? */
static bool begins(const char *caption, const char *folded, bool any)
{
    char *c = utf8_fold(caption);
    bool found = str_starts(c, folded);
    for (const char *s = c; any && !found && (s = strchr(s, ' ')) != NULL;)
        found = str_starts(++s, folded);
    free(c);
    return found;
}

bool page_goto_caption(struct page *p, const char *typed)
{
    char *folded = utf8_fold(typed);
    int found = -1;
    for (int any = 0; any < 2 && found < 0 && *folded; any++)
        for (int i = 0; i < p->count && found < 0; i++)
            if (applies(p, i) && begins(page_item_caption(&p->items[i]), folded, any))
                found = i;
    free(folded);
    return jump(p, found);
}

/* --- what is active ------------------------------------------------------------------------- */

struct record *page_record(const struct page *p)
{
    return cell_record(p->cell);
}

int page_field(const struct page *p)
{
    return cell_field(p->cell);
}

const struct field *page_active(const struct page *p)
{
    return p->at >= 0 ? page_item_field(&p->items[p->at]) : NULL;
}

const char *page_focus(const struct page *p)
{
    const struct field *f = page_active(p);
    return f ? f->name : "";
}

void page_keys(const struct page *p, struct key_set *set)
{
    const struct field *f = page_active(p);
    if (!f)
        return;
    if (cell_can_ditto(p->cell) && !page_why_locked(p, p->at))
        keys_add(set, ACT_DITTO, NULL);
    if (cell_has_list(p->cell))
        keys_add(set, ACT_LIST, cell_list_label(p->cell));
    if (cell_dirty(p->cell))
        keys_add(set, ACT_UNDO, NULL);
}

void page_reload(struct page *p)
{
    cell_reload(p->cell);
}
