/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values: per field type check, normalise, show. A value is text as libpq speaks it; NULL is empty.
 */
#ifndef COMMON_VALUE_H
#define COMMON_VALUE_H

#include "common/calendar.h"
#include "common/error.h"
#include "common/iin.h"
#include "forms/form.h"

struct dict_set;

/* What a value's meaning depends on besides the field. */
struct value_world {
    day today;
    const struct calendar *calendar; /* may be NULL */
    const struct dict_set *dicts;    /* may be NULL: codes are then not looked up */
};

/* Reads what was typed (K-7 dates, K-8 money, K-11 digits, K-12 look-alikes, a dictionary's code or
   its word) and sets *value to the stored form (the caller's; NULL for empty). notice (may be NULL)
   gets a translated text of what was mended, or stays "". On refusal returns false with err filled
   and *value untouched. */
bool value_read(const struct field *f, const char *typed, const struct value_world *w, char **value,
                char notice[160], struct error *err);

/* As value_read for something that is already in stored form (import, tests): checks only. */
bool value_check(const struct field *f, const char *value, const struct value_world *w,
                 struct error *err);

/* As shown to the user: dd.mm.yyyy, grouped money, choice captions in the language. Never NULL; the
 * caller's. */
char *value_show(const struct field *f, const char *value, const struct value_world *w);
/* As it stands in the field while edited: as value_show but ungrouped, and a code's caption. The
 * caller's. */
char *value_edit(const struct field *f, const char *value, const struct value_world *w);

bool value_fixed_length(const struct field *f,
                        int *length); /* K-4: characters after which it may advance by itself */
/* K-4: has everything been typed that fits such a field? It may then advance if value_read takes
   it. A date needs its four-digit year: 27.11.20 may go on; so may a year or a month alone. */
bool value_full(const struct field *f, const char *typed);
bool value_digits_only(const struct field *f); /* K-11 applies */

/* K-11: the digit that the key of c bears on the Kazakh layout's number row, else c. */
unsigned value_salvage_digit(unsigned c);

/* The first and the last day that a date or partial date in stored form may mean; false if it is
 * none. */
bool value_days(const char *value, day *first, day *last);
const char *value_weekday(day d); /* translated: "Monday" */

#endif
