/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed for a jump (Ctrl+G, K-19): "16.2", "14/2", "16.2/3", or the beginning of a caption.
 */
#ifndef TUI_JUMP_H
#define TUI_JUMP_H

#include "forms/form.h"

struct jump {
    int entry;
    int field; /* of the section; -1: the section. Out of its fields: it has no such field */
};

/* By a number of the form; with a field under a heading, of the first section that has fields.
   False: it is no number. */
bool jump_number(const struct edition *e, const char *text, struct jump *to);
/* By the beginning of a caption, as shown or as the form has it: what the rail calls a section,
   then captions of sections and fields, then any of their words. False: there is none. */
bool jump_caption(const struct edition *e, const char *text, struct jump *to);

#endif
