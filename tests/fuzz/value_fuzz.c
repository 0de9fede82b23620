/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a field: the first two characters choose the field, the rest is the text. */
#include <string.h>

#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

const char *const fuzz_seeds[] = {"!!Сәуле-Нұр",
                                  "!\"20.11.2026",
                                  "!#801223400108",
                                  "!$1 234 567,89",
                                  "!%87015550010",
                                  "!&a@example.org",
                                  "!'11.1",
                                  "!(03.2019",
                                  "!)сүйе",
                                  "!*т2ін",
                                  "\"!-7",
                                  "\"\"ұғәі",
                                  "\"#қала",
                                  "\"$іңғ,.ү",
                                  "#!0012",
                                  "##2019",
                                  NULL};

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

/* What was taken in is shown, and what stands in the field when it is edited means the same. */
static void taken(const struct field *f, const char *value)
{
    const struct value_world *w = fuzz_world();
    struct error err = {.what = ""};
    char notice[160], *again = NULL;
    MUST(value_check(f, value, w, &err));
    char *shown = value_show(f, value, w), *edited = value_edit(f, value, w);
    MUST(utf8_valid(shown) && utf8_valid(edited));
    if (!value_read(f, edited, w, &again, notice, &err) || !str_same(again, value)) {
        fprintf(stderr, "%s: '%s' is edited as '%s', which is '%s' %s\n", f->name, value, edited,
                again ? again : "", err.what);
        abort();
    }
    free(again);
    free(shown);
    free(edited);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const struct field *f = all[((size_t)data[0] * 94 + data[1]) % count];
    char *typed = fuzz_string(data + 2, size - 2), *value = NULL, notice[160];
    struct error err = {.what = ""};
    day first, last;
    bool read = value_read(f, typed, fuzz_world(), &value, notice, &err);
    MUST(read || (err.what[0] && !value));
    MUST(utf8_valid(notice) && utf8_valid(err.what));
    if (value)
        taken(f, value);
    else if (utf8_valid(typed))
        value_check(f, typed, fuzz_world(), &err);
    value_full(f, typed);
    value_days(typed, &first, &last);
    free(value);
    free(typed);
    return 0;
}
