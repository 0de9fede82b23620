/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card in memory: its lists by the entries of its edition. Sections that share a table share one
   record, described by a merged section that is built once for each edition and table. */
#include "common/card.h"

#include <stdlib.h>
#include <string.h>

#include "common/util.h"

/* --- merged sections ---------------------------------------------------------------------------
 */

struct merged {
    struct merged *next;
    const struct edition *edition;
    struct section section;
    struct field *fields;
};

static int field_count(const struct section *s)
{
    int n = 0;
    while (s->fields && s->fields[n].name)
        n++;
    return n;
}

static bool is_single(const struct section *s, const char *table)
{
    return s->kind == SECTION_SINGLE && s->table && strcmp(s->table, table) == 0;
}

/* Concatenates the fields of the table's single sections; NULL if it has none. */
static struct merged *merged_new(const struct edition *e, const char *table)
{
    const struct section *first = NULL;
    size_t count = 0, n = 0;
    for (const struct entry *en = e->entries; en->number; en++)
        if (is_single(en->section, table)) {
            first = first ? first : en->section;
            count += (size_t)field_count(en->section);
        }
    if (!first)
        return NULL;
    struct merged *m = xcalloc(1, sizeof *m);
    m->edition = e;
    m->fields = xcalloc(count + 1, sizeof *m->fields);
    for (const struct entry *en = e->entries; en->number; en++)
        for (int i = 0; is_single(en->section, table) && i < field_count(en->section); i++)
            m->fields[n++] = en->section->fields[i];
    m->section = *first;
    m->section.name = first->table;
    m->section.fields = m->fields;
    return m;
}

const struct section *card_table_section(const struct edition *e, const char *table)
{
    static struct merged *known; /* for the life of the program: records point at it */
    for (struct merged *m = known; m; m = m->next)
        if (m->edition == e && strcmp(m->section.table, table) == 0)
            return &m->section;
    struct merged *m = merged_new(e, table);
    if (m) {
        m->next = known;
        known = m;
        return &m->section;
    }
    for (const struct entry *en = e->entries; en->number; en++)
        if (en->section->table && strcmp(en->section->table, table) == 0)
            return en->section;
    return NULL;
}

const char *card_cast(const struct field *f)
{
    switch (f->type) {
    case FIELD_DATE:
        return "date";
    case FIELD_MONEY:
    case FIELD_DECIMAL:
        return "numeric";
    case FIELD_INT:
        return "int";
    case FIELD_BOOL:
        return "boolean";
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_PARTIAL:
    case FIELD_ENUM:
    case FIELD_DICT:
    case FIELD_IIN:
    case FIELD_BIN:
    case FIELD_PHONE:
    case FIELD_EMAIL:
        break;
    }
    return "text";
}

/* --- making and freeing ------------------------------------------------------------------------
 */

/* The entry before i that owns the same single record, or i. */
static int owner(const struct card *c, int i)
{
    const struct section *s = c->lists[i].section;
    for (int k = 0; s->kind == SECTION_SINGLE && k < i; k++)
        if (is_single(c->lists[k].section, s->table))
            return k;
    return i;
}

static void list_add(struct card_list *list, struct record *r)
{
    size_t n = (size_t)list->count + 1;
    list->rows = xrealloc(list->rows, n * sizeof *list->rows);
    list->rows[list->count++] = r;
}

struct card *card_new(void)
{
    size_t last = 0;
    while (editions[last + 1])
        last++;
    return card_new_of(editions[last]);
}

struct card *card_new_of(const struct edition *edition)
{
    struct card *c = xcalloc(1, sizeof *c);
    c->edition = edition;
    c->writable = true;
    while (c->edition->entries[c->nlists].number)
        c->nlists++;
    c->lists = xcalloc((size_t)c->nlists + 1, sizeof *c->lists);
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->edition->entries[i].section;
        c->lists[i].section = s;
        if (s->kind != SECTION_SINGLE)
            continue;
        int k = owner(c, i);
        list_add(&c->lists[i], k < i ? c->lists[k].rows[0]
                                     : record_new(card_table_section(c->edition, s->table)));
    }
    return c;
}

void card_free(struct card *c)
{
    if (!c)
        return;
    for (int i = 0; i < c->nlists; i++) {
        for (int k = 0; owner(c, i) == i && k < c->lists[i].count; k++)
            record_free(c->lists[i].rows[k]);
    }
    for (int i = 0; i < c->nlists; i++)
        free(c->lists[i].rows);
    char *texts[] = {c->id,
                     c->centre_id,
                     c->centre_kk,
                     c->centre_ru,
                     c->status,
                     c->checked_at,
                     c->next_visit,
                     c->updated_at,
                     c->updated_by,
                     c->created_at,
                     c->created_by,
                     c->op,
                     c->recorded_doc,
                     c->recorded_reason,
                     c->recorded_doc_on,
                     c->checked_system,
                     c->checked_result};
    for (size_t i = 0; i < COUNT(texts); i++)
        free(texts[i]);
    free(c->saving);
    free(c->lists);
    free(c);
}

/* --- rows --------------------------------------------------------------------------------------
 */

struct record *card_single(const struct card *c, int entry, int *first_field)
{
    const struct section *s = c->lists[entry].section;
    *first_field = 0;
    if (s->kind != SECTION_SINGLE)
        return NULL;
    for (int i = 0; i < entry; i++)
        if (is_single(c->lists[i].section, s->table))
            *first_field += field_count(c->lists[i].section);
    return c->lists[entry].rows[0];
}

struct record *card_add_row(struct card *c, int entry)
{
    struct record *r = record_new(c->lists[entry].section);
    list_add(&c->lists[entry], r);
    return r;
}

void card_drop_row(struct card *c, int entry, struct record *r)
{
    struct card_list *list = &c->lists[entry];
    int left = 0;
    if (r->id || list->section->kind == SECTION_SINGLE)
        return; /* nothing is ever deleted: what is saved is annulled */
    for (int i = 0; i < list->count; i++)
        if (list->rows[i] != r)
            list->rows[left++] = list->rows[i];
    if (left < list->count)
        record_free(r);
    list->count = left;
}

bool card_changed(const struct card *c)
{
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++)
            if (record_changed(c->lists[i].rows[k]))
                return true;
    return false;
}

/* A row that was added and not filled is not there yet: tables always have one at their end. */
static bool row_blank(const struct record *r)
{
    return !r->id && record_empty(r);
}

int card_rows(const struct card *c, int entry)
{
    const struct card_list *list = &c->lists[entry];
    int n = 0;
    for (int i = 0; i < list->count; i++)
        n += !list->rows[i]->annul_reason && !row_blank(list->rows[i]);
    return n;
}

/* --- states ------------------------------------------------------------------------------------
 */

/* A registration typed and not yet saved opens the sections too: all goes to the server in one
 * save, in this order. */
static bool typed_unemployed(const struct card *c)
{
    for (int i = 0; i < c->nlists; i++) {
        const struct card_list *list = &c->lists[i];
        if (!list->section->table || strcmp(list->section->table, "unemployed_reg") != 0)
            continue;
        for (int k = 0; k < list->count; k++)
            if (!list->rows[k]->annul_reason &&
                str_same(record_get(list->rows[k], "decision"), "registered"))
                return true;
    }
    return false;
}

bool card_entry_open(const struct card *c, int entry)
{
    return !c->lists[entry].section->for_unemployed || c->unemployed_once || typed_unemployed(c);
}

enum { PROBLEMS = 64 };

/* The state of the fields first .. first + n - 1 of a record. */
static enum section_state record_state(struct record *r, int first, int n,
                                       const struct value_world *w)
{
    struct problem problems[PROBLEMS];
    int found = record_check(r, w, problems, PROBLEMS);
    bool empty = true, missing = false, wrong = false;
    for (int i = first; i < first + n; i++)
        if (r->value[i] && !(r->section->fields[i].flags & FIELD_AUTO))
            empty = false;
    for (int i = 0; i < found && i < PROBLEMS; i++) {
        const struct problem *p = &problems[i];
        if (p->field < first || p->field >= first + n || p->strength == CHECK_NOTE)
            continue;
        if (p->missing || p->strength == CHECK_REASON)
            missing = true;
        else
            wrong = true;
    }
    if (wrong)
        return STATE_ERROR;
    if (empty)
        return STATE_EMPTY;
    return missing ? STATE_PARTIAL : STATE_COMPLETE;
}

enum section_state card_state(struct card *c, int entry, const struct value_world *w)
{
    struct card_list *list = &c->lists[entry];
    int first, n = field_count(list->section);
    if (!card_entry_open(c, entry))
        return STATE_CLOSED;
    struct record *single = card_single(c, entry, &first);
    if (single)
        return record_state(single, first, n, w);
    enum section_state worst = STATE_EMPTY;
    for (int i = 0; i < list->count; i++) {
        if (list->rows[i]->annul_reason || row_blank(list->rows[i]))
            continue;
        enum section_state s = record_state(list->rows[i], 0, n, w);
        if (s == STATE_EMPTY)
            s = STATE_PARTIAL; /* all its values were cleared */
        if (s == STATE_ERROR || worst == STATE_ERROR)
            worst = STATE_ERROR;
        else if (s == STATE_PARTIAL || worst == STATE_PARTIAL)
            worst = STATE_PARTIAL;
        else
            worst = STATE_COMPLETE;
    }
    return worst;
}
