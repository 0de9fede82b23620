/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definitions of the form as text, for people and scripts. */
#ifndef COMMON_FORMLIST_H
#define COMMON_FORMLIST_H

#include "forms/form.h"

/* One line a field, tab-separated: section (the order's number), table, column, type, required
   (yes, cond, opt), printed (yes, no), caption in the language of i18n. The caller's. */
char *formlist_text(const struct edition *e);
const char *formlist_type(enum field_type type); /* as in that list */
const char *formlist_required(const struct field *f);

#endif
