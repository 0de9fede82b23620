/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small screens that ask one thing. Each pops itself and then calls answer once; popped by others,
 * they call nothing. Texts are copied. */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include "tui/app.h"

/* K-9: Enter and Esc give the safe answer (other false), F2 the other one. The labels say what each
 * does. */
typedef void dialog_answer(void *ctx, struct app *app, bool other);
struct screen *dialog_question(struct app *app, const char *title, const char *text,
                               const char *safe, const char *other, dialog_answer *answer,
                               void *ctx);

/* One line of text: Enter takes it (not empty if required), Esc gives NULL. */
typedef void dialog_text_answer(void *ctx, struct app *app, const char *text);
struct screen *dialog_text(struct app *app, const char *title, const char *text,
                           const char *initial, int max, bool required, dialog_text_answer *answer,
                           void *ctx);

/* One of several: arrows or its digit moves there, Enter takes the current one, Esc gives -1. */
typedef void dialog_choice_answer(void *ctx, struct app *app, int choice);
struct screen *dialog_choice(struct app *app, const char *title, const char *text,
                             const char *const *options, int count, int current,
                             dialog_choice_answer *answer, void *ctx);

/* A text to read, with a title; scrolls. Enter, Esc or F3 leaves. */
struct screen *dialog_notice(struct app *app, const char *title, const char *text);

#endif
