/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table edited in place, as it is printed: visits and plan. Beneath it the whole row, because
   columns are narrow. A blank row at the end takes the next entry. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/body.h"
#include "tui/body_columns.h"

enum { DETAIL = 5, WORD_LEAST = 4 }; /* lines beneath the table; bytes of a word */

struct body_table {
    struct body base;
    int entry;
    struct body_columns columns;
    struct grid *grid;
    struct record **rows;
    int count;
    bool all; /* annulled rows, too */
    int width;
    int y, x; /* of the table, as drawn last */
};

static const struct section *section(const struct body_table *t)
{
    return t->base.host->card->edition->entries[t->entry].section;
}

static const char *closed(const struct body_table *t)
{
    return t->base.host->closed(t->base.host->ctx, t->entry);
}

/* --- rows ------------------------------------------------------------------------------------ */

static int table_rows(void *ctx)
{
    return ((struct body_table *)ctx)->count;
}

static struct record *table_record(void *ctx, int row)
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
    const struct section *s = section(t);
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
    if (!closed(t) && !(last && !last->id && record_empty(last)))
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
    .record = table_record,
    .more = table_more,
};

/* --- drawing --------------------------------------------------------------------------------- */

static int active_field(const struct body_table *t)
{
    int column = grid_column(t->grid);
    return column >= 0 && column < t->columns.count ? t->columns.field[column] : -1;
}

/* The line below the table counts hidden annulled rows and names the word that shows them. */
static void draw_rule(const struct body_table *t, WINDOW *w, int y, int x, int width)
{
    const struct card_list *list = &t->base.host->card->lists[t->entry];
    int hidden = 0;
    for (int i = 0; i < list->count && !t->all; i++)
        hidden += list->rows[i]->old_annul_reason != NULL;
    term_hline(w, y, x, width);
    if (!hidden)
        return;
    char *text = xasprintf(" F10 %s: %d ", _("annulled"), hidden);
    term_put(w, y, x + 2, width - 2, text, STYLE_DIM);
    free(text);
}

/* The active field with its whole caption and value, then what else stands in the row, in full. */
static void draw_detail(struct body_table *t, WINDOW *w, int y, int x, int width)
{
    const struct record *r = table_record(t, grid_row(t->grid));
    const struct value_world *world = &t->base.host->app->session.world;
    const struct section *s = section(t);
    int field = active_field(t);
    draw_rule(t, w, y, x, width);
    if (!r || field < 0)
        return;
    struct buf text = {0};
    for (int i = -1; i < r->count; i++) {
        int f = i < 0 ? field : i;
        if (i == field || (i >= 0 && (!r->value[f] || (s->fields[f].flags & FIELD_AUTO))))
            continue;
        char *value = value_show(&s->fields[f], r->value[f], world);
        buf_addf(&text, "%s%s: %s", i < 0 ? "" : " | ", i18n_caption(s->name, s->fields[f].caption),
                 value);
        free(value);
    }
    term_wrapped(w, y + 1, x, DETAIL - 1, width, text.s, STYLE_NORMAL);
    buf_done(&text);
}

static void set_columns(struct body_table *t, int width)
{
    body_columns_table(&t->columns, section(t), width);
    grid_columns(t->grid, t->columns.column, t->columns.count);
    t->width = width;
}

static void table_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width)
{
    struct body_table *t = (struct body_table *)b;
    if (t->width != width)
        set_columns(t, width);
    char *text = body_heading(&b->host->card->edition->entries[t->entry]);
    int used = term_wrapped(w, y, x, 2, width, text, STYLE_NORMAL);
    free(text);
    t->y = y + used;
    t->x = x;
    if (!t->count) {
        term_put(w, y + used, x, width, _("no rows"), STYLE_DIM);
        return;
    }
    grid_draw(t->grid, w, y + used, x, lines - used - DETAIL, width);
    draw_detail(t, w, y + lines - DETAIL, x, width);
}

/* --- operations ------------------------------------------------------------------------------ */

static void annulled(struct body *b)
{
    fetch((struct body_table *)b);
}

static void add_row(struct body_table *t)
{
    const char *why = closed(t);
    if (why) {
        app_say(t->base.host->app, SAY_ERROR, 0, "%s", why);
    } else if (grid_take(t->grid)) {
        fetch(t);
        grid_goto(t->grid, t->count - 1, 0);
    }
}

static void annul_row(struct body_table *t)
{
    struct record *r = table_record(t, grid_row(t->grid));
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
        const struct record *r = table_record(t, row);
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
    return t->count ? grid_focus(t->grid) : section(t)->name;
}

static void table_keys(struct body *b, struct key_set *set)
{
    struct body_table *t = (struct body_table *)b;
    if (t->count)
        grid_keys(t->grid, set);
    if (closed(t))
        return;
    keys_add(set, ACT_NEW, NULL);
    const struct record *r = table_record(t, grid_row(t->grid));
    if (r && (r->id || !record_empty(r)) && !b->host->kept(b->host->ctx, t->entry, r))
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

/* Where one begins: at the first open row, else at the last. */
static int start(const struct body_table *t)
{
    for (int i = 0; i < t->count; i++) {
        if (t->rows[i]->id && body_row_open(section(t), t->rows[i]))
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
        .record = table_record(t, grid_row(t->grid)),
        .field = active_field(t),
    };
    if (p->field < 0)
        p->field = -1;
}

static bool table_caption(struct body *b, const char *typed)
{
    struct body_table *t = (struct body_table *)b;
    const struct section *s = section(t);
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
    set_columns(t, t->width);
    fetch(t);
}

static void table_done(struct body *b)
{
    struct body_table *t = (struct body_table *)b;
    grid_free(t->grid);
    free(t->rows);
    free(t);
}

static const struct body_ops table_ops = {
    .draw = table_draw,
    .key = table_key,
    .cursor = table_cursor,
    .focus = table_focus,
    .keys = table_keys,
    .take = table_take,
    .dirty = table_dirty,
    .revert = table_revert,
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
    t->base = (struct body){&table_ops, host, first, last};
    t->entry = first;
    while (host->card->edition->entries[t->entry].section->kind == SECTION_HEADING)
        t->entry++;
    t->width = TERM_MIN_COLS;
    body_columns_table(&t->columns, section(t), t->width);
    t->grid = grid_new(host->app, host->screen, t->columns.column, t->columns.count, &source,
                       &body_hooks, t);
    fetch(t);
    grid_goto(t->grid, start(t), 0);
    return &t->base;
}
