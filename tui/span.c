/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/span.h"

#include <string.h>

#include "common/util.h"

bool span_has(const struct span *s, int entry)
{
    return entry >= s->first && entry <= s->last;
}

/* "16.2" and "16" are, up to the full stop. */
static bool same_number(const struct entry *a, const struct entry *b)
{
    size_t n = strcspn(a->number, ".");
    return n == strcspn(b->number, ".") && strncmp(a->number, b->number, n) == 0;
}

/* Does entry b stand on the page that entry a is on? Neither is a heading. */
static bool same_page(const struct entry *a, const struct entry *b)
{
    if (a->section->kind != b->section->kind)
        return false;
    switch (a->section->kind) {
    case SECTION_SINGLE:
        return str_same(a->section->table, b->section->table);
    case SECTION_LIST:
        return same_number(a, b);
    case SECTION_TABLE:
    case SECTION_HEADING:
        break;
    }
    return false;
}

static void add(struct span **list, int count, int first, int last)
{
    *list = xrealloc(*list, ((size_t)count + 1) * sizeof **list);
    (*list)[count] = (struct span){first, last};
}

int span_pages(const struct edition *e, struct span **list)
{
    const struct entry *entries = e->entries;
    int n = 0, before = -1; /* headings left out */
    *list = NULL;
    for (int i = 0; entries[i].number; i++) {
        int first = i;
        while (entries[i].section->kind == SECTION_HEADING && entries[i + 1].number)
            i++;
        if (before >= 0 && same_page(&entries[before], &entries[i]))
            (*list)[n - 1].last = i;
        else
            add(list, n++, first, i);
        before = i;
    }
    return n;
}

int span_numbers(const struct edition *e, struct span **list)
{
    int n = 0;
    *list = NULL;
    for (int i = 0; e->entries[i].number; i++) {
        if (i > 0 && same_number(&e->entries[i - 1], &e->entries[i]))
            (*list)[n - 1].last = i;
        else
            add(list, n++, i, i);
    }
    return n;
}

int span_of(const struct span *list, int count, int entry)
{
    for (int i = 0; i < count; i++)
        if (span_has(&list[i], entry))
            return i;
    return 0;
}
