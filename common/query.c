/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/query.h"

#include <stdlib.h>

#include "common/i18n.h"
#include "common/json.h"

/* What may be typed, for the field's last line of help. */
static const char *help_of(enum field_type t)
{
    switch (t) {
    case FIELD_DATE:
    case FIELD_PARTIAL:
        return N_("01.09.2026, 09.2026, 2026; > < a..b; * filled, = empty");
    case FIELD_MONEY:
    case FIELD_INT:
    case FIELD_DECIMAL:
        return N_("a number; > < a..b; !other; * filled, = empty");
    case FIELD_ENUM:
    case FIELD_DICT:
    case FIELD_BOOL:
        return N_("a word or code (F4 list); !other; * filled, = empty");
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_IIN:
    case FIELD_BIN:
    case FIELD_PHONE:
    case FIELD_EMAIL:
        break;
    }
    return N_("аб*, *ов, *рис*; > < a..b; !other; * filled, = empty");
}

/* A criterion is a text whatever the field holds, and no rule between fields counts. */
static void part_init(struct query_part *p, const struct section *s)
{
    p->section = s;
    int n = 0;
    while (s->fields && s->fields[n].name)
        n++;
    if (n == 0)
        return;
    struct field *fields = xcalloc((size_t)n + 1, sizeof *fields);
    for (int i = 0; i < n; i++)
        fields[i] = (struct field){
            .name = s->fields[i].name,
            .caption = s->fields[i].caption,
            .heading = s->fields[i].heading,
            .help = help_of(s->fields[i].type),
            .type = FIELD_TEXT,
            .flags = s->fields[i].flags & FIELD_AUTO, /* never typed, so never asked for */
            .max = QUERY_TEXT_MAX,
        };
    p->texts = (struct section){.name = s->name, .kind = SECTION_SINGLE, .fields = fields};
    p->record = record_new(&p->texts);
    p->criteria = xcalloc((size_t)n, sizeof *p->criteria);
}

static void part_done(struct query_part *p)
{
    for (int i = 0; p->record && i < p->record->count; i++)
        criterion_done(&p->criteria[i]);
    record_free(p->record);
    free(p->criteria);
    free((void *)p->texts.fields);
}

struct query *query_new(const struct edition *e)
{
    struct query *q = xcalloc(1, sizeof *q);
    q->edition = e;
    while (e->entries[q->count].number)
        q->count++;
    q->parts = xcalloc((size_t)q->count, sizeof *q->parts);
    for (int i = 0; i < q->count; i++)
        part_init(&q->parts[i], e->entries[i].section);
    return q;
}

void query_free(struct query *q)
{
    if (!q)
        return;
    for (int i = 0; i < q->count; i++)
        part_done(&q->parts[i]);
    free(q->parts);
    free(q);
}

int query_part_of(const struct query *q, const struct record *r)
{
    for (int i = 0; r && i < q->count; i++)
        if (q->parts[i].record == r)
            return i;
    return -1;
}

const char *query_parent(const struct query *q, int part, int field)
{
    const struct query_part *p = &q->parts[part];
    const char *parent = p->section->fields[field].parent;
    int above = parent ? record_field(p->record, parent) : -1;
    return above < 0 ? NULL : criterion_code(&p->criteria[above]);
}

static void show(struct query_part *p, int field, const struct value_world *w)
{
    char *text = criterion_show(&p->section->fields[field], &p->criteria[field], w);
    record_set(p->record, field, text);
    record_accept(p->record); /* a criterion is nothing to be saved */
    free(text);
}

bool query_set(struct query *q, int part, int field, const char *typed, const struct value_world *w,
               struct error *err)
{
    struct query_part *p = &q->parts[part];
    struct criterion c;
    if (!criterion_read(&p->section->fields[field], typed, query_parent(q, part, field), w, &c,
                        err))
        return false;
    criterion_done(&p->criteria[field]);
    p->criteria[field] = c;
    show(p, field, w);
    return true;
}

int query_criteria(const struct query *q, int first, int last)
{
    int n = 0;
    for (int i = first; i <= last && i < q->count; i++)
        for (int f = 0; q->parts[i].record && f < q->parts[i].record->count; f++)
            n += q->parts[i].criteria[f].op != NULL;
    return n;
}

typedef void each(void *ctx, const struct query_part *p, int field);

static void each_criterion(const struct query *q, each *call, void *ctx)
{
    for (int i = 0; i < q->count; i++)
        for (int f = 0; q->parts[i].record && f < q->parts[i].record->count; f++)
            if (q->parts[i].criteria[f].op)
                call(ctx, &q->parts[i], f);
}

void query_translate(struct query *q, const struct value_world *w)
{
    for (int i = 0; i < q->count; i++)
        for (int f = 0; q->parts[i].record && f < q->parts[i].record->count; f++)
            show(&q->parts[i], f, w);
}

static void tell(void *ctx, const struct query_part *p, int field)
{
    struct buf *b = ctx;
    buf_addf(b, "%s%s: %s", b->len ? "; " : "",
             i18n_caption(p->section->name, p->section->fields[field].caption),
             p->record->value[field]);
}

char *query_told(const struct query *q)
{
    struct buf b = {0};
    each_criterion(q, tell, &b);
    return buf_take(&b);
}

/* --- the server ---------------------------------------------------------------------------------
 */

static void put(void *ctx, const struct query_part *p, int field)
{
    struct json *j = ctx;
    const struct criterion *c = &p->criteria[field];
    json_open(j, NULL, '{');
    json_text(j, "tab", p->section->table);
    json_text(j, "col", p->section->fields[field].name);
    json_text(j, "op", c->op);
    json_open(j, "val", '[');
    for (int i = 0; i < 2; i++)
        if (c->value[i])
            json_text(j, NULL, c->value[i]);
    for (char **code = c->codes; code && *code; code++)
        json_text(j, NULL, *code);
    json_close(j);
    json_close(j);
}

struct db_batch *query_batch(const struct query *q)
{
    if (query_criteria(q, 0, q->count - 1) == 0)
        return NULL;
    struct json j = {.depth = 0};
    json_open(&j, NULL, '[');
    each_criterion(q, put, &j);
    json_close(&j);
    char *criteria = json_take(&j);
    struct db_batch *b = db_batch_new();
    search_add(b, "select " SEARCH_COLUMNS " from card_query($1::jsonb, $2::int)", criteria);
    db_batch_add(b, true, "select hits, more from card_query_count($1::jsonb)", 1,
                 (const char *[]){criteria});
    free(criteria);
    return b;
}

bool query_read(struct query_answer *a, const struct db_reply *reply, struct error *err)
{
    *a = (struct query_answer){.count = 0};
    if (!search_read(&a->hits, reply, err))
        return false;
    const struct db_result *counted = reply->results[SEARCH_RESULTS];
    const char *hits = db_get_named(counted, 0, "hits"), *more = db_get_named(counted, 0, "more");
    a->count = hits ? (int)strtol(hits, NULL, 10) : 0;
    a->more = more && *more == 't';
    return true;
}

void query_answer_done(struct query_answer *a)
{
    search_done(&a->hits);
    *a = (struct query_answer){.count = 0};
}
