/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of fields: captions that wrap in their column, marks, values, and a cell on the active
 * one. It knows records, not cards. */
#ifndef TUI_PAGE_H
#define TUI_PAGE_H

#include "tui/cell.h"

struct page_item {
    struct record *record; /* NULL: a heading line with the text of heading */
    int field;
    const char *heading; /* translated */
    const char *context; /* section whose captions it has: msgctxt (merged records have fields of
                            several) */
};

enum page_result {
    PAGE_STAYED, /* the key was the page's */
    PAGE_AFTER,  /* past the last field: the owner opens the next section (K-1) */
    PAGE_BEFORE, /* before the first */
    PAGE_PASS,   /* not the page's key: nothing happened (commands, PgUp at the first part ...) */
};

struct page;

struct page *page_new(struct app *app, struct screen *owner, const struct cell_hooks *hooks,
                      void *ctx);
void page_free(struct page *p);
/* The fields, copied; the cursor goes to the first that can be typed. To be called again when rows
   came or went; the same record and field stay active, with the text being typed, if they are still
   there. */
void page_set(struct page *p, const struct page_item *items, int count);
void page_draw(struct page *p, WINDOW *w, int y, int x, int lines, int width);
bool page_cursor(struct page *p, int *y, int *x); /* in w as drawn last */
/* Enter, Tab, Down, Shift-Tab, Up, editing keys, F4, F9, Ctrl+U, Ctrl+Z (a changed field only). */
enum page_result page_key(struct page *p, struct key k);
/* Takes in what is being typed (before a save, a jump, a change of section). False: refused,
 * message shown, cursor there. */
bool page_take(struct page *p);
bool page_revert(struct page *p);      /* Esc: the field's change. False: there was none. */
bool page_dirty(const struct page *p); /* text typed that is not taken in */
bool page_goto(struct page *p, const struct record *r,
               int field); /* false: not on this page, or not to be typed */
/* K-19: the first field whose caption begins with the text, folded; any word of it if none does. */
bool page_goto_caption(struct page *p, const char *typed);
void page_first(struct page *p);
void page_last(struct page *p);
struct record *page_record(const struct page *p); /* of the active field; NULL: none can be typed */
int page_field(const struct page *p);
const struct field *page_active(const struct page *p); /* NULL: none */
const char *page_focus(const struct page *p);          /* its name, or "" */
void page_keys(const struct page *p,
               struct key_set *set); /* F4, F9, Ctrl+Z as far as they work now */
void page_reload(struct page *p);    /* records were changed from outside (undo, conflict, draft) */

#endif
