/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of several lines as a block of cells, row by row padded with blanks, and back. Used by
 * edit.c. */
#ifndef TUI_EDIT_ROWS_H
#define TUI_EDIT_ROWS_H

#include <wchar.h>

/* A line end: a no-break space, the last character of its row. */
#define EDIT_LINE_END 0xa0
#define EDIT_LINE_END_TEXT "\xc2\xa0"

/* Lays a text out in rows of width cells. The caller's. */
char *edit_rows_from(const char *text, int width);
/* The text of such a block, also after somebody typed in it. The caller's. */
char *edit_rows_text(const wchar_t *block, int width);

#endif
