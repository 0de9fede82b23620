/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests that walk the definitions of every edition, without a server. */
#ifndef TESTS_UNIT_DEFINITIONS_H
#define TESTS_UNIT_DEFINITIONS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/util.h"
#include "forms/form.h"

typedef void visit_field(const struct entry *e, const struct field *f);

static inline const struct field *fields_of(const struct section *s)
{
    static const struct field none = {.name = NULL};
    return s->fields ? s->fields : &none;
}

static inline int walk(visit_field *visit)
{
    int fields = 0;
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *entry = (*e)->entries; entry->number; entry++)
            for (const struct field *f = fields_of(entry->section); f->name; f++, fields++)
                visit(entry, f);
    assert_true(fields > 100);
    return fields;
}

#define expect(e, f, condition)                                                                    \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("%s.%s: not %s", (e)->section->name, (f)->name, #condition);                  \
    } while (0)

static inline bool has_field(const struct section *s, const char *names)
{
    bool all = true;
    char *list = xstrdup(names), *rest = list;
    for (char *name; (name = strsep(&rest, "|"));) {
        bool found = false;
        for (const struct field *f = fields_of(s); f->name; f++)
            found = found || str_same(f->name, name);
        all = all && found;
    }
    free(list);
    return all;
}

#endif
