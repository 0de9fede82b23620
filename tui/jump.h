/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed for a jump (Ctrl+G, K-19): "16.2", "14/2", "16.2/3", or the beginning of a caption;
   in any layout, and in Latin letters (K-10). */
#ifndef TUI_JUMP_H
#define TUI_JUMP_H

#include "forms/form.h"

struct jump {
    int entry;
    int field;    /* of the section; -1: the section. Not one of its fields: it has no such */
    bool caption; /* by its caption, not by its number */
};

enum jump_end {
    JUMP_NOWHERE,
    JUMP_HERE, /* `here` went there */
    JUMP_THERE,
};

/* here(ctx, text): goes to a caption of what is shown now, if one begins so. It is asked before all
   other captions. */
enum jump_end jump_find(const struct edition *e, const char *text,
                        bool (*here)(void *ctx, const char *text), void *ctx, struct jump *to);

#endif
