/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrase book of the centre for remarks: the dictionary "phrase". */
#ifndef TUI_PHRASES_H
#define TUI_PHRASES_H

#include "tui/app.h"

bool phrases_are_there(const struct app *app);
/* To be pushed. text: in the language of the screen; NULL: left without a choice. */
typedef void phrases_chosen(void *ctx, struct app *app, const char *text);
struct screen *phrases_new(struct app *app, phrases_chosen *chosen, void *ctx);

#endif
