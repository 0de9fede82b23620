/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a field of a query: the first two characters choose the field, the rest is the
   text. */
#include <string.h>

#include "common/criterion.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
    "!!Сә*",     "!\">20.11.2026", "!#8012*",     "!$1 000..2 000,5", "!%8701*",
    "!&=",       "!'!11.1",        "!(03.2019..", "!)!сүйе*",         "!*Ю\"ұұқ",
    "\"!-7..+7", "\"#*қала*",      "#!<>0012",    "##..2019",         NULL};

static const struct field *all[1000];
static size_t count;

void fuzz_start(void)
{
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *entry = (*e)->entries; entry->number; entry++)
            for (const struct field *f = entry->section->fields; f && f->name; f++)
                if (count < COUNT(all))
                    all[count++] = f;
}

/* What then stands in the field means the same; a word that two places bear need not. */
static void taken(const struct field *f, const struct criterion *c)
{
    struct error err = {.what = ""};
    struct criterion again;
    char *shown = criterion_show(f, c, fuzz_world());
    MUST(utf8_valid(shown) && *shown);
    MUST(criterion_sign(f, shown) <= strlen(shown));
    MUST(!c->value[0] == (!strcmp(c->op, "empty") || !strcmp(c->op, "filled") || c->codes));
    if (!c->coded) {
        MUST(criterion_read(f, shown, NULL, fuzz_world(), &again, &err));
        if (strcmp(c->op, again.op) || !str_same(c->value[0], again.value[0]) ||
            !str_same(c->value[1], again.value[1])) {
            fprintf(stderr, "%s: '%s' is read as %s %s %s, not %s %s %s\n", f->name, shown,
                    again.op, again.value[0], again.value[1], c->op, c->value[0], c->value[1]);
            abort();
        }
        criterion_done(&again);
    }
    free(shown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const struct field *f = all[((size_t)data[0] * 94 + data[1]) % count];
    char *typed = fuzz_string(data + 2, size - 2);
    struct error err = {.what = ""};
    struct criterion c;
    bool read = criterion_read(f, typed, NULL, fuzz_world(), &c, &err);
    MUST(read || (err.what[0] && !c.op && utf8_valid(err.what)));
    if (read && c.op)
        taken(f, &c);
    criterion_done(&c);
    free(typed);
    return 0;
}
