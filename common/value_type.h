/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between value.c, the files of its types and criterion*.c: what one type of field can do. Nobody
 * else includes this. */
#ifndef COMMON_VALUE_TYPE_H
#define COMMON_VALUE_TYPE_H

#include "common/value.h"

enum { NOTICE_SIZE = 160 };

struct value_type {
    /* typed is not blank and is UTF-8. As value_read; what comes out is checked by value_read
     * itself. */
    bool (*read)(const struct field *f, const char *typed, const struct value_world *w,
                 char **value, char *notice, struct error *err);
    /* The stored form is not empty. */
    bool (*check)(const struct field *f, const char *value, const struct value_world *w,
                  struct error *err);
    /* NULL: the stored form itself. edit: as value_edit. */
    char *(*show)(const struct field *f, const char *value, const struct value_world *w, bool edit);
};

extern const struct value_type value_text, value_date, value_partial, value_money, value_int,
    value_decimal, value_enum, value_dict, value_bool, value_iin, value_bin, value_phone,
    value_email;

/* Adds a text to the notice, after a blank, never half a character. */
void value_note(char *notice, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Sets what, remedy (both translated already) and number. Returns false. */
bool value_refuse(struct error *err, int number, const char *what, const char *remedy);
/* K-11 over a whole text: with separators, a comma and a dot are 6 and 7 only if a letter of the
   number row is there or if they stand
   first, behind a sign too. The caller's. */
char *value_salvage(const char *typed, bool separators);

#endif
