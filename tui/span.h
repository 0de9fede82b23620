/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consecutive entries of an edition that stand together: those of a page, those of a number. */
#ifndef TUI_SPAN_H
#define TUI_SPAN_H

#include "forms/form.h"

struct span {
    int first, last;
};

bool span_has(const struct span *s, int entry);
/* The pages: consecutive single sections of one table, the lists of one number, each table; a
   heading belongs to what follows it. Returns how many; *list is the caller's. */
int span_pages(const struct edition *e, struct span **list);
/* The numbers of the form, each with all that stands under it; likewise. */
int span_numbers(const struct edition *e, struct span **list);
int span_of(const struct span *list, int count, int entry); /* 0 if it is in none */

#endif
