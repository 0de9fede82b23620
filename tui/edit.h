/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One typed text on the form library: a FORM with one FIELD, scrolling or of several lines. The
   only user of <form.h>. Whoever lets somebody type (cell, dialog, picker, search, zoom) has one.
   Text is UTF-8; the field is rebuilt from it, so nothing is lost by a new size. */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "tui/term.h"

struct edit;

/* max: characters, 0 none. multiline keeps newlines (Enter gives one); else a field of several
 * lines is one wrapped text. */
struct edit *edit_new(int lines, int width, int max, bool multiline);
void edit_free(struct edit *e);
void edit_size(struct edit *e, int lines, int width); /* keeps text and cursor */
void edit_set(struct edit *e, const char *text);      /* cursor behind its end, not fresh */
/* K-3: the next printable key replaces the text; the cursor stands at its beginning. */
void edit_fresh(struct edit *e, const char *text);
bool edit_is_fresh(const struct edit *e);
const char *
edit_text(const struct edit *e); /* without blanks at the ends; borrowed until the next call */
/* Editing keys and characters. False: not an editing key, or an arrow that would leave the text.
   *full (may be NULL): a character was refused for want of room (one beep is the caller's). A text
   with characters the terminal cannot show is read-only. */
bool edit_key(struct edit *e, struct key k, bool *full);
void edit_draw(struct edit *e, WINDOW *w, int y, int x, enum style s);
/* Draws it again where it was drawn last: app_echo_draw, of an edit. */
void edit_echo(void *edit, WINDOW *w);
void edit_cursor(const struct edit *e, int *y, int *x); /* relative to where it was drawn */

#endif
