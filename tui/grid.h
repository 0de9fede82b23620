/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid: rows and cells by callbacks; it never sees the data. With `record` it is edited in place
 * through a cell. */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include "tui/cell.h"

struct grid_column {
    const char *caption; /* translated */
    int width;           /* cells; 0: shares what is left */
    bool right;          /* aligned to the right */
    int field;           /* edited in place: the record's field, or -1 */
    int least;           /* with width 0: never narrower; 0: a few cells */
};
/* Columns that do not fit stay out, the last first, but never those before the first one that
   shares (number, date) nor the one with the cursor: the others move along with it. '<' and '>'
   above them tell of it. */

/* rows and cell are needed, the rest may be NULL. */
struct grid_source {
    int (*rows)(void *ctx);
    char *(*cell)(void *ctx, int row, int column); /* as shown; the caller's; NULL: blank */
    bool (*annulled)(void *ctx, int row); /* drawn with 'x' at its left and dim; never edited */
    const char *(*mark)(void *ctx,
                        int row); /* one cell at its left: "!" overdue, "*" changed; NULL: blank */
    struct record *(*record)(void *ctx, int row); /* edited in place */
    const char *(*opt)(void *ctx, int row); /* code of one letter, left of the columns (K-1) */
    /* In place, past the last cell of the last row: add a row. False: there is none to add. */
    bool (*more)(void *ctx);
};

enum grid_result {
    GRID_STAYED,
    GRID_OPEN,   /* Enter on a row that is not edited in place */
    GRID_AFTER,  /* past the end */
    GRID_BEFORE, /* before the first row */
    GRID_PASS,
};

struct grid;

/* Columns are copied (captions borrowed as translated: set them again after a switch of language).
 * hooks: of the cell, may be NULL. */
struct grid *grid_new(struct app *app, struct screen *owner, const struct grid_column *columns,
                      int count, const struct grid_source *source, const struct cell_hooks *hooks,
                      void *ctx);
void grid_free(struct grid *g);
void grid_columns(struct grid *g, const struct grid_column *columns, int count);
/* Captions on one line, without a rule below: where several grids share a page. */
void grid_compact(struct grid *g, bool compact);
void grid_active(struct grid *g, bool active); /* false: another one has the cursor */
void grid_draw(struct grid *g, WINDOW *w, int y, int x, int lines, int width);
bool grid_cursor(struct grid *g, int *y, int *x);
/* Down, Up, PgUp, PgDn, Home, End, Enter; in place also Tab, Shift-Tab, Left/Right between cells of
   a fresh field, F4, F9, Ctrl+U, Ctrl+Z. PgUp on the first and PgDn on the last page are GRID_PASS.
 */
enum grid_result grid_key(struct grid *g, struct key k);
int grid_row(const struct grid *g);                  /* -1: none */
int grid_column(const struct grid *g);               /* in place */
void grid_goto(struct grid *g, int row, int column); /* clipped */
bool grid_take(struct grid *g);                      /* as page_take */
bool grid_revert(struct grid *g);                    /* as page_revert */
bool grid_dirty(const struct grid *g);
void grid_reload(struct grid *g);             /* rows came, went or changed */
const char *grid_focus(const struct grid *g); /* in place: the field's name; else "row N" */
void grid_keys(const struct grid *g, struct key_set *set);

#endif
