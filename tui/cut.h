/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is too long for its place, cut with a mark that it goes on. */
#ifndef TUI_CUT_H
#define TUI_CUT_H

/* At most width cells: the text, or its beginning and "…" ("." where the terminal lacks it),
   without a blank before the mark. The caller's. */
char *cut_text(const char *text, int width);

#endif
