/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/value_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/util.h"

void value_case_read(const struct value_case *cases, size_t count, const struct value_world *world)
{
    for (size_t i = 0; i < count; i++) {
        const struct value_case *c = &cases[i];
        char *value = NULL, notice[160];
        struct error err = {0};
        bool ok = value_read(c->field, c->typed, world, &value, notice, &err);
        char *told = ok ? xstrdup(notice) : error_text(&err);
        if (ok != (c->value != NULL) || !str_same(value, c->value) ||
            (!ok && (err.number != c->number || !err.what[0] || !err.remedy[0])) ||
            (c->said && (*c->said ? !strstr(told, c->said) : *told)))
            fail_msg("\"%s\" -> %s, %d, \"%s\"", c->typed, value ? value : "NULL", err.number,
                     told);
        if (ok)
            assert_true(value_check(c->field, value, world, NULL));
        free(told);
        free(value);
    }
}
