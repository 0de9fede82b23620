/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor for a long text: Enter is a new line, F2 takes the text, Esc leaves (asks if it was
 * changed). */
#ifndef TUI_ZOOM_H
#define TUI_ZOOM_H

#include "tui/app.h"

typedef void zoom_answer(void *ctx, struct app *app,
                         const char *text); /* NULL: left without taking */
/* title, text are copied; max in characters, 0: none. locked: for reading only. */
struct screen *zoom_new(struct app *app, const char *title, const char *text, int max, bool locked,
                        zoom_answer *answer, void *ctx);

#endif
