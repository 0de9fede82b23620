/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What grid.c and grid_draw.c share; nobody else includes it. */
#ifndef TUI_GRID_INNER_H
#define TUI_GRID_INNER_H

#include "tui/grid.h"

enum { GRID_PATH = 64, GRID_COLUMNS = 24 };

struct grid {
    struct app *app;
    struct cell *cell; /* open while edited in place */
    struct grid_column *columns;
    int ncolumns;
    const struct grid_source *source;
    void *ctx;
    int row, column; /* row -1: none */
    int top, lines;  /* first row shown, rows shown, as drawn last */
    int from;        /* first column shown behind those that always are */
    struct {
        int x, width; /* width 0: out of sight */
    } place[GRID_COLUMNS];
    bool compact, passive;
    int y, x; /* of the current row, as drawn last */
    struct {
        int row, column;
    } path[GRID_PATH]; /* K-2, in place */
    int npath;
    char focus[32];
};

#endif
