/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/grid_inner.h"

static int rows(const struct grid *g)
{
    return g->source->rows(g->ctx);
}

static struct record *record_at(const struct grid *g, int row)
{
    return g->source->record && row >= 0 && row < rows(g) ? g->source->record(g->ctx, row) : NULL;
}

static bool editable(const struct grid *g, int row, int column)
{
    struct record *r = record_at(g, row);
    int field = column >= 0 && column < g->ncolumns ? g->columns[column].field : -1;
    return r && field >= 0 && !(g->source->annulled && g->source->annulled(g->ctx, row)) &&
           !cell_why_locked(g->cell, r, field, NULL);
}

/* Opens the cell where the cursor stands, if one may type there. */
static void stand(struct grid *g)
{
    if (editable(g, g->row, g->column))
        cell_open(g->cell, record_at(g, g->row), g->columns[g->column].field, NULL);
    else
        cell_close(g->cell);
}

static int first_editable(const struct grid *g, int row)
{
    for (int c = 0; c < g->ncolumns; c++)
        if (editable(g, row, c))
            return c;
    return 0;
}

struct grid *grid_new(struct app *app, struct screen *owner, const struct grid_column *columns,
                      int count, const struct grid_source *source, const struct cell_hooks *hooks,
                      void *ctx)
{
    struct grid *g = xcalloc(1, sizeof *g);
    g->app = app;
    g->cell = cell_new(app, owner, hooks, ctx);
    g->source = source;
    g->ctx = ctx;
    g->row = -1;
    grid_columns(g, columns, count);
    grid_reload(g);
    g->column = g->row >= 0 ? first_editable(g, g->row) : 0;
    stand(g);
    return g;
}

void grid_free(struct grid *g)
{
    if (!g)
        return;
    cell_free(g->cell);
    free(g->columns);
    free(g);
}

void grid_columns(struct grid *g, const struct grid_column *columns, int count)
{
    g->columns = xrealloc(g->columns, (size_t)count * sizeof *columns);
    memcpy(g->columns, columns, (size_t)count * sizeof *columns);
    g->ncolumns = count < GRID_COLUMNS ? count : GRID_COLUMNS;
}

void grid_reload(struct grid *g)
{
    int n = rows(g);
    if (g->row < 0 && n > 0)
        g->row = 0;
    if (g->row >= n)
        g->row = n - 1;
    struct record *now = record_at(g, g->row);
    bool same = cell_record(g->cell) && cell_record(g->cell) == now &&
                cell_field(g->cell) == g->columns[g->column].field &&
                editable(g, g->row, g->column);
    if (!same) {
        cell_close(g->cell);
        stand(g);
    } else if (!cell_dirty(g->cell)) {
        cell_reload(g->cell);
    }
}

static void remember(struct grid *g)
{
    if (g->npath == GRID_PATH) {
        memmove(g->path, g->path + 1, (GRID_PATH - 1) * sizeof *g->path);
        g->npath--;
    }
    g->path[g->npath].row = g->row;
    g->path[g->npath++].column = g->column;
}

static void go(struct grid *g, int row, int column)
{
    if (row == g->row && column == g->column)
        return;
    remember(g);
    g->row = row;
    g->column = column;
    stand(g);
}

void grid_goto(struct grid *g, int row, int column)
{
    int n = rows(g);
    row = row >= n ? n - 1 : row;
    g->row = row < 0 && n > 0 ? 0 : row;
    g->column = column >= g->ncolumns ? g->ncolumns - 1 : column < 0 ? 0 : column;
    if (g->row >= 0 && !editable(g, g->row, g->column))
        g->column = first_editable(g, g->row);
    stand(g);
}

int grid_row(const struct grid *g)
{
    return g->row;
}

int grid_column(const struct grid *g)
{
    return g->column;
}

/* --- keys ----------------------------------------------------------------------------------- */

/* The next cell in reading order that can be typed; past the last row `more` may add one. */
static enum grid_result next_cell(struct grid *g)
{
    int c = g->column + 1;
    for (int r = g->row; r < rows(g); r++, c = 0)
        for (; c < g->ncolumns; c++)
            if (editable(g, r, c)) {
                go(g, r, c);
                return GRID_STAYED;
            }
    if (!g->source->more || !g->source->more(g->ctx))
        return GRID_AFTER;
    int last = rows(g) - 1;
    go(g, last, first_editable(g, last));
    return GRID_STAYED;
}

static enum grid_result previous_cell(struct grid *g)
{
    while (g->npath > 0) {
        g->npath--;
        int r = g->path[g->npath].row, c = g->path[g->npath].column;
        if (editable(g, r, c) && (r != g->row || c != g->column)) {
            g->row = r;
            g->column = c;
            stand(g);
            return GRID_STAYED;
        }
    }
    int c = g->column - 1;
    for (int r = g->row; r >= 0; r--, c = g->ncolumns - 1)
        for (; c >= 0; c--)
            if (editable(g, r, c)) {
                g->row = r;
                g->column = c;
                stand(g);
                return GRID_STAYED;
            }
    return GRID_BEFORE;
}

static enum grid_result by_rows(struct grid *g, int to, bool page)
{
    int n = rows(g);
    if (page && n > 0) /* on the last page already: the owner's */
        if ((to > g->row && g->row == n - 1) || (to < g->row && g->row == 0))
            return GRID_PASS;
    if (page)
        to = to < 0 ? 0 : to >= n ? n - 1 : to;
    if (to < 0)
        return GRID_BEFORE;
    if (to >= n)
        return GRID_AFTER;
    if (!cell_take(g->cell))
        return GRID_STAYED;
    int column = editable(g, to, g->column) ? g->column : first_editable(g, to);
    go(g, to, column);
    return GRID_STAYED;
}

/* Keys that move by rows; in place Up and Down belong to the cell first. */
static bool row_key(struct grid *g, enum action a, enum grid_result *out)
{
    int page = g->lines > 1 ? g->lines - 1 : 1;
    switch ((int)a) {
    case ACT_DOWN:
        *out = by_rows(g, g->row + 1, false);
        return true;
    case ACT_UP:
        *out = by_rows(g, g->row - 1, false);
        return true;
    case ACT_PAGE_DOWN:
        *out = by_rows(g, g->row + page, true);
        return true;
    case ACT_PAGE_UP:
        *out = by_rows(g, g->row - page, true);
        return true;
    }
    return false;
}

static enum grid_result key_in_list(struct grid *g, struct key k)
{
    enum grid_result out;
    if (row_key(g, k.action, &out))
        return out;
    if (k.action == ACT_HOME || k.action == ACT_END) {
        grid_goto(g, k.action == ACT_HOME ? 0 : rows(g) - 1, g->column);
        return GRID_STAYED;
    }
    if (k.action == ACT_ENTER)
        return g->row >= 0 ? GRID_OPEN : GRID_AFTER;
    if (k.action == ACT_TAB)
        return by_rows(g, g->row + 1, false);
    if (k.action == ACT_BACKTAB)
        return by_rows(g, g->row - 1, false);
    return GRID_PASS;
}

/* In place, on a row that cannot be typed. */
static enum grid_result key_on_locked(struct grid *g, struct key k)
{
    enum grid_result out;
    if (row_key(g, k.action, &out))
        return out;
    if (k.action == ACT_ENTER || k.action == ACT_TAB)
        return next_cell(g);
    if (k.action == ACT_BACKTAB)
        return previous_cell(g);
    return GRID_PASS;
}

static enum grid_result key_in_place(struct grid *g, struct key k)
{
    enum grid_result out;
    if (!cell_record(g->cell))
        return key_on_locked(g, k);
    bool page = k.action == ACT_PAGE_DOWN || k.action == ACT_PAGE_UP;
    if (page && row_key(g, k.action, &out))
        return out;
    switch (cell_key(g->cell, k)) {
    case CELL_STAYED:
        return GRID_STAYED;
    case CELL_NEXT:
        if (k.action == ACT_DOWN)
            return row_key(g, k.action, &out) ? out : GRID_STAYED;
        return next_cell(g);
    case CELL_BACK:
        if (k.action == ACT_UP && g->npath == 0)
            return row_key(g, k.action, &out) ? out : GRID_STAYED;
        return previous_cell(g);
    case CELL_PASS:
        break;
    }
    return GRID_PASS;
}

enum grid_result grid_key(struct grid *g, struct key k)
{
    return g->source->record ? key_in_place(g, k) : key_in_list(g, k);
}

bool grid_take(struct grid *g)
{
    return cell_take(g->cell);
}

bool grid_revert(struct grid *g)
{
    return cell_revert(g->cell);
}

bool grid_dirty(const struct grid *g)
{
    return cell_dirty(g->cell);
}

const char *grid_focus(const struct grid *g)
{
    struct grid *mine = (struct grid *)g; /* its buffer */
    struct record *r = cell_record(g->cell);
    if (r)
        return r->section->fields[cell_field(g->cell)].name;
    snprintf(mine->focus, sizeof mine->focus, "row %d", g->row + 1);
    return g->focus;
}

void grid_keys(const struct grid *g, struct key_set *set)
{
    if (!cell_record(g->cell))
        return;
    keys_add(set, ACT_DITTO, NULL);
    if (cell_has_list(g->cell))
        keys_add(set, ACT_LIST, cell_list_label(g->cell));
    if (cell_dirty(g->cell))
        keys_add(set, ACT_UNDO, NULL);
}
