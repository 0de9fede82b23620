/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dialog.c and dialog_choice.c share; nobody else includes it. */
#ifndef TUI_DIALOG_INNER_H
#define TUI_DIALOG_INNER_H

#include "tui/dialog.h"
#include "tui/edit.h"

enum { DIALOG_WIDTH = 64, DIALOG_INNER = DIALOG_WIDTH - 4 };

struct dialog {
    struct screen base;
    char *title, *text;
    char *safe, *other; /* question */
    dialog_answer *answer;
    struct edit *edit; /* text */
    bool required, complained;
    dialog_text_answer *text_answer;
    char **options; /* choice */
    int count, current;
    dialog_choice_answer *choice_answer;
    int scroll; /* notice */
    void *ctx;
};

struct dialog *dialog_of(struct screen *s);
struct dialog *dialog_make(const struct screen_ops *ops, const char *title, const char *text,
                           void *ctx);
char *dialog_where(struct screen *s, struct app *app);
int dialog_lines(const struct dialog *d); /* of the text, wrapped */
void dialog_done(struct screen *s, struct app *app);

#endif
