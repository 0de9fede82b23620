/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What page.c and page_draw.c share; nobody else includes it. */
#ifndef TUI_PAGE_INNER_H
#define TUI_PAGE_INNER_H

#include "tui/page.h"

enum { PAGE_PATH = 64 };

struct page_place {
    int part, y, lines; /* which terminal page, line within it, height */
};

struct page {
    struct app *app;
    struct screen *owner;
    struct cell *cell;
    struct page_item *items;
    struct page_place *places; /* by item, as drawn last */
    int count, parts;
    int at;      /* active item; -1: none */
    bool hinted; /* its help is shown: it stays until the cursor leaves */
    struct {
        const struct record *record;
        int field;
    } path[PAGE_PATH]; /* K-2 */
    int npath;
};

const struct field *page_item_field(const struct page_item *it); /* NULL for a heading */
const char *page_item_caption(const struct page_item *it);
struct cell_lock page_lock(const struct page *p, int item);
const char *page_why_locked(const struct page *p, int item); /* as cell_why_locked */

#endif
