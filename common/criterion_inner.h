/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What criterion.c, criterion_value.c and criterion_pattern.c share; nobody else includes it. */
#ifndef COMMON_CRITERION_INNER_H
#define COMMON_CRITERION_INNER_H

#include "common/criterion.h"
#include "common/value_type.h"

enum sign { SIGN_NONE, SIGN_EQUAL, SIGN_NOT, SIGN_GT, SIGN_GE, SIGN_LT, SIGN_LE };

/* What is being read. */
struct reading {
    const struct field *f;
    const char *parent;
    const struct value_world *w;
    struct criterion *c;
    struct error *err;
    enum sign sign;
    const char *shown_sign;
};

bool criterion_is_listed(const struct field *f); /* its values are those of a list */
bool criterion_is_date(const struct field *f);
bool criterion_is_number(const struct field *f);
bool criterion_compared(const struct reading *r); /* > >= < <= */
/* The sign and what stands behind it, as criterion_read takes it again; the caller's. */
char *criterion_text(const struct reading *r, const char *value);
/* Return false. */
bool criterion_refuse_sign(struct reading *r, const char *sign);
bool criterion_refuse_nothing(struct reading *r, const char *sign);

/* criterion_value.c: one value in stored form, of a date also a month or a year. */
bool criterion_value(struct reading *r, const char *s, char **value);
/* criterion_pattern.c: s has a *. */
bool criterion_pattern(struct reading *r, const char *s);

#endif
