/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed last, as long as the program runs: F9 repeats it (the row above, the card before,
   the last value used in this field), the lists show the codes used last first (K-6). */
#include <stdlib.h>
#include <string.h>

#include "tui/scr_card.h"

enum { CODES = 8 };

struct recalled {
    struct recalled *next;
    const char *table, *field; /* of the definitions */
    char *value;               /* used last */
    char *before;              /* on the card before */
    char *codes;               /* newest first, parted by '|' */
};
static struct recalled
    *all; /* the operator's memory, not the card's: for the life of the program */

static struct recalled *find(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    for (struct recalled *e = all; e; e = e->next) {
        if (str_same(e->table, r->section->table) && str_same(e->field, f->name))
            return e;
    }
    return NULL;
}

/* The code moves to the front; the oldest falls off. */
static void keep_code(struct recalled *e, const char *code)
{
    struct buf codes = {0};
    buf_add(&codes, code);
    int n = 1;
    char *rest = e->codes, *mark = NULL;
    for (char *c = rest ? strtok_r(rest, "|", &mark) : NULL; c && n < CODES;
         c = strtok_r(NULL, "|", &mark)) {
        if (strcmp(c, code) == 0)
            continue;
        buf_addf(&codes, "|%s", c);
        n++;
    }
    free(e->codes);
    e->codes = buf_take(&codes);
}

static struct recalled *found(const struct record *r, int field)
{
    struct recalled *e = find(r, field);
    if (!e) {
        e = xcalloc(1, sizeof *e);
        *e = (struct recalled){
            .next = all, .table = r->section->table, .field = r->section->fields[field].name};
        all = e;
    }
    return e;
}

/* Of a list its newest row. An IIN is nobody else's. */
void card_recall_card(const struct card *c)
{
    for (struct recalled *e = all; e; e = e->next)
        str_set(&e->before, NULL);
    for (int i = 0; i < c->nlists; i++) {
        const struct card_list *list = &c->lists[i];
        const struct record *r = list->count ? list->rows[list->count - 1] : NULL;
        for (int f = 0; r && f < r->count; f++) {
            if (r->value[f] && r->section->fields[f].type != FIELD_IIN)
                str_set(&found(r, f)->before, r->value[f]);
        }
    }
}

void card_recall_keep(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    if (!r->value[field] || f->type == FIELD_IIN)
        return;
    struct recalled *e = found(r, field);
    str_set(&e->value, r->value[field]);
    if (f->type == FIELD_DICT)
        keep_code(e, r->value[field]);
}

/* The row above in the order shown. */
static const char *above(const struct scr_card *s, const struct record *r, int field)
{
    int entry = body_entry_of(s->card, r, field), n = 0;
    if (entry < 0 || s->card->edition->entries[entry].section->kind == SECTION_SINGLE)
        return NULL;
    struct record **rows = body_rows(s->card, entry, false, &n);
    const char *value = NULL;
    for (int i = 1; i < n; i++) {
        if (rows[i] == r)
            value = rows[i - 1]->value[field];
    }
    free(rows);
    return value;
}

char *card_recall_value(const struct scr_card *s, const struct record *r, int field,
                        enum ditto *source)
{
    const struct recalled *e = find(r, field);
    const char *const values[DITTO_SOURCES] = {
        [DITTO_ROW] = above(s, r, field),
        [DITTO_CARD] = e ? e->before : NULL,
        [DITTO_USED] = e ? e->value : NULL,
    };
    for (; *source < DITTO_SOURCES; ++*source) {
        if (values[*source])
            return xstrdup(values[*source]);
    }
    return NULL;
}

const char *card_recall_codes(const struct record *r, int field)
{
    const struct recalled *e = find(r, field);
    return e ? e->codes : NULL;
}
