/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed texts and what is made of them, as tables. */
#ifndef TESTS_UNIT_VALUE_CASE_H
#define TESTS_UNIT_VALUE_CASE_H

#include "common/message.h"
#include "common/value.h"

struct value_case {
    const struct field *field;
    const char *typed, *value; /* NULL: refused */
    int number;                /* of the refusal */
    const char *said;          /* a part of the notice or of the error; NULL: not looked at */
};

void value_case_read(const struct value_case *cases, size_t count, const struct value_world *world);

#endif
