/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a field's values (F4): a form's choices, a dictionary's words in force, yes and no.
 * Used by cell.c. */
#ifndef TUI_CELL_LIST_H
#define TUI_CELL_LIST_H

#include "common/record.h"
#include "tui/app.h"

typedef void cell_list_chosen(void *ctx, struct app *app, const char *code); /* NULL: none */

bool cell_list_has(const struct field *f); /* is there a list? */
/* typed: narrows from the start, or NULL; recent: codes parted by '|', or NULL. */
struct screen *cell_list_new(struct app *app, const char *title, const struct record *r, int field,
                             const char *typed, const char *recent, cell_list_chosen *chosen,
                             void *ctx);

#endif
