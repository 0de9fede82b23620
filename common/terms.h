/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which wording of the law holds on a day, from forms/terms.h. Days are YYYY-MM-DD. */
#ifndef COMMON_TERMS_H
#define COMMON_TERMS_H

#include <stdbool.h>

#include "forms/terms.h"

const char *terms_word(const char *key, const char *on); /* NULL: no such key */
bool terms_current(const struct term *t, const char *on);
/* False: another wording holds that day, and it is not at hand. */
bool terms_known(const struct wording *w, const char *on);

#endif
