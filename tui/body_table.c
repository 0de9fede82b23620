/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table edited in place, as it is printed: visits and plan. Beneath it the whole row, because
   columns are narrow. A blank row at the end takes the next entry. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/body_table.h"

enum { WORD_LEAST = 4 }; /* bytes of a word */

const struct section *body_table_section(const struct body_table *t)
{
    return t->base.host->card->edition->entries[t->entry].section;
}

static struct cell_lock closed(const struct body_table *t)
{
    return t->base.host->closed(t->base.host->ctx, t->entry);
}

/* --- rows ------------------------------------------------------------------------------------ */

static int table_rows(void *ctx)
{
    return ((struct body_table *)ctx)->count;
}

struct record *body_table_record(void *ctx, int row)
{
    const struct body_table *t = ctx;
    return row >= 0 && row < t->count ? t->rows[row] : NULL;
}

static char *table_cell(void *ctx, int row, int column)
{
    struct body_table *t = ctx;
    return body_columns_cell(&t->columns, column, t->rows[row], &t->base.host->app->session.world);
}

static bool table_annulled(void *ctx, int row)
{
    return ((struct body_table *)ctx)->rows[row]->annul_reason != NULL;
}

/* '!' is overdue, 'o' open; what is changed and not saved goes before both. */
static const char *table_mark(void *ctx, int row)
{
    const struct body_table *t = ctx;
    const struct record *r = t->rows[row];
    const struct section *s = body_table_section(t);
    if (record_changed(r))
        return "*";
    if (!r->id || !body_row_open(s, r))
        return NULL;
    const char *due = s->due ? record_get(r, s->due) : NULL;
    bool late = due && day_parse_iso(due) < t->base.host->app->session.world.today;
    return late ? "!" : "o";
}

/* Fetches the rows anew, with a blank one at the end if one may be added. */
static void fetch(struct body_table *t)
{
    struct card *c = t->base.host->card;
    const struct card_list *list = &c->lists[t->entry];
    const struct record *last = list->count ? list->rows[list->count - 1] : NULL;
    if (!closed(t).why && !(last && !last->id && record_empty(last)))
        card_add_row(c, t->entry);
    free(t->rows);
    t->rows = body_rows(c, t->entry, t->all, &t->count);
    grid_reload(t->grid);
}

static bool table_more(void *ctx)
{
    struct body_table *t = ctx;
    int before = t->count;
    fetch(t);
    return t->count > before;
}

static const struct grid_source source = {
    .rows = table_rows,
    .cell = table_cell,
    .annulled = table_annulled,
    .mark = table_mark,
    .record = body_table_record,
    .more = table_more,
};

/* --- operations ------------------------------------------------------------------------------ */

static void annulled(struct body *b)
{
    fetch((struct body_table *)b);
}

static void add_row(struct body_table *t)
{
    struct cell_lock lock = closed(t);
    if (lock.why) {
        app_say(t->base.host->app, SAY_ERROR, lock.number, "%s", lock.why);
    } else if (grid_take(t->grid)) {
        fetch(t);
        grid_goto(t->grid, t->count - 1, 0);
    }
}

static void annul_row(struct body_table *t)
{
    struct record *r = body_table_record(t, grid_row(t->grid));
    if (r && grid_take(t->grid))
        body_annul(&t->base, t->entry, r, annulled);
}

static enum body_result table_key(struct body *b, struct key k)
{
    static const enum body_result results[] = {
        [GRID_STAYED] = BODY_STAYED, [GRID_OPEN] = BODY_STAYED, [GRID_AFTER] = BODY_AFTER,
        [GRID_BEFORE] = BODY_BEFORE, [GRID_PASS] = BODY_PASS,
    };
    struct body_table *t = (struct body_table *)b;
    if (k.action == ACT_NEW) {
        add_row(t);
    } else if (k.action == ACT_ANNUL) {
        annul_row(t);
    } else if (!t->count) {
        bool down = k.action == ACT_ENTER || k.action == ACT_TAB || k.action == ACT_DOWN;
        return down ? BODY_AFTER : k.action == ACT_UP ? BODY_BEFORE : BODY_PASS;
    } else {
        int before = grid_row(t->grid);
        enum grid_result result = grid_key(t->grid, k);
        bool added = result == GRID_AFTER && table_more(t); /* Down, from a row just filled */
        int row = added ? t->count - 1 : grid_row(t->grid);
        const struct record *r = body_table_record(t, row);
        if (added || (row != before && r && !r->id && record_empty(r)))
            grid_goto(t->grid, row, 0); /* a new entry begins with its first column */
        return added ? BODY_STAYED : results[result];
    }
    return BODY_STAYED;
}

static bool table_cursor(struct body *b, int *y, int *x)
{
    struct body_table *t = (struct body_table *)b;
    if (t->count && grid_cursor(t->grid, y, x))
        return true;
    *y = t->y;
    *x = t->x;
    return true;
}

static const char *table_focus(struct body *b)
{
    const struct body_table *t = (struct body_table *)b;
    return t->count ? grid_focus(t->grid) : body_table_section(t)->name;
}

static void table_keys(struct body *b, struct key_set *set)
{
    struct body_table *t = (struct body_table *)b;
    if (t->count)
        grid_keys(t->grid, set);
    if (closed(t).why)
        return;
    keys_add(set, ACT_NEW, NULL);
    const struct record *r = body_table_record(t, grid_row(t->grid));
    if (r && (r->id || !record_empty(r)) && !b->host->kept(b->host->ctx, t->entry, r).why)
        keys_add(set, ACT_ANNUL, r->annul_reason ? _("annul not") : NULL);
}

static bool table_take(struct body *b)
{
    return grid_take(((struct body_table *)b)->grid);
}

static bool table_dirty(struct body *b)
{
    return grid_dirty(((struct body_table *)b)->grid);
}

static bool table_revert(struct body *b)
{
    return grid_revert(((struct body_table *)b)->grid);
}

static bool table_revert_row(struct body *b)
{
    struct body_table *t = (struct body_table *)b;
    struct record *r = body_table_record(t, grid_row(t->grid));
    if (!r || !body_row_revert(b, t->entry, r))
        return false;
    fetch(t);
    b->host->rows(b->host->ctx);
    return true;
}

/* Where one begins: at the first open row, else at the last. */
static int start(const struct body_table *t)
{
    for (int i = 0; i < t->count; i++) {
        if (t->rows[i]->id && body_row_open(body_table_section(t), t->rows[i]))
            return i;
    }
    return t->count - 1;
}

static int column_of(const struct body_table *t, int field)
{
    for (int i = 0; i < t->columns.count; i++) {
        if (t->columns.field[i] == field && t->columns.column[i].field >= 0)
            return i;
    }
    return 0;
}

static bool table_go(struct body *b, const struct body_place *p)
{
    struct body_table *t = (struct body_table *)b;
    int row = grid_row(t->grid);
    for (int i = 0; i < t->count && p->record; i++) {
        if (t->rows[i] == p->record)
            row = i;
    }
    if (!p->record && p->field < 0)
        row = p->end ? t->count - 1 : start(t);
    grid_goto(t->grid, row, p->field < 0 ? 0 : column_of(t, p->field));
    return true;
}

static void table_place(struct body *b, struct body_place *p)
{
    struct body_table *t = (struct body_table *)b;
    *p = (struct body_place){
        .entry = t->entry,
        .record = body_table_record(t, grid_row(t->grid)),
        .field = body_table_field(t),
    };
    if (p->field < 0)
        p->field = -1;
}

static bool table_caption(struct body *b, const char *typed)
{
    struct body_table *t = (struct body_table *)b;
    const struct section *s = body_table_section(t);
    char *want = utf8_fold(typed);
    int found = -1;
    for (int i = 0; i < t->columns.count && found < 0; i++) {
        if (t->columns.column[i].field < 0)
            continue;
        const struct field *f = &s->fields[t->columns.field[i]];
        char *caption = utf8_fold(i18n_caption(s->name, f->caption));
        if (str_starts(caption, want))
            found = i;
        free(caption);
    }
    free(want);
    if (found >= 0)
        grid_goto(t->grid, grid_row(t->grid), found);
    return found >= 0;
}

/* The fields have their lists on F4, so here a word shows the annulled rows. */
static bool table_command(struct body *b, const char *text)
{
    struct body_table *t = (struct body_table *)b;
    char *typed = utf8_fold(text), *word = utf8_fold(_("annulled"));
    bool meant = strlen(typed) >= WORD_LEAST && str_starts(word, typed);
    free(typed);
    free(word);
    if (!meant || !grid_take(t->grid))
        return false;
    t->all = !t->all;
    fetch(t);
    return true;
}

static void table_reload(struct body *b)
{
    struct body_table *t = (struct body_table *)b;
    body_table_columns(t, t->width);
    fetch(t);
}

static void table_done(struct body *b)
{
    struct body_table *t = (struct body_table *)b;
    body_row_done(b);
    grid_free(t->grid);
    free(t->rows);
    free(t);
}

static const struct body_ops table_ops = {
    .draw = body_table_draw,
    .key = table_key,
    .cursor = table_cursor,
    .focus = table_focus,
    .keys = table_keys,
    .take = table_take,
    .dirty = table_dirty,
    .revert = table_revert,
    .revert_row = table_revert_row,
    .go = table_go,
    .place = table_place,
    .caption = table_caption,
    .command = table_command,
    .reload = table_reload,
    .done = table_done,
};

struct body *body_table_new(struct body_host *host, int first, int last)
{
    struct body_table *t = xcalloc(1, sizeof *t);
    t->base = (struct body){&table_ops, host, first, last, false, NULL};
    t->entry = first;
    while (host->card->edition->entries[t->entry].section->kind == SECTION_HEADING)
        t->entry++;
    t->width = TERM_MIN_COLS;
    body_columns_table(&t->columns, body_table_section(t), t->width);
    t->grid = grid_new(host->app, host->screen, t->columns.column, t->columns.count, &source,
                       &body_hooks, t);
    fetch(t);
    grid_goto(t->grid, start(t), 0);
    return &t->base;
}
