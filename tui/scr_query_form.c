/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a query: the pages of the card, each field for a criterion; of a list one row. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/body.h"
#include "tui/calendar_pick.h"
#include "tui/cell_list.h"
#include "tui/scr_query.h"

/* --- fields -------------------------------------------------------------------------------------
 */

static const struct query_part *part_of(const struct scr_query *s, const struct record *r)
{
    int at = query_part_of(s->query, r);
    return at < 0 ? NULL : &s->query->parts[at];
}

static void changed(struct scr_query *s)
{
    str_set(&s->typing, NULL);
    scr_query_forget(s);
    for (int i = 0; i < s->rail.count; i++) {
        const struct span *row = &s->rail.rows[i];
        int n = query_criteria(s->query, row->first, row->last);
        s->rail.states[i] = (struct rail_state){n ? '+' : ' ', n ? n : -1};
    }
}

static bool read(void *ctx, struct record *r, int field, const char *typed, char **value,
                 struct error *err)
{
    struct scr_query *s = ctx;
    int part = query_part_of(s->query, r);
    if (!query_set(s->query, part, field, typed, &s->app->session.world, err))
        return false;
    *value = xstrdup(r->value[field]);
    changed(s);
    return true;
}

static void typing(void *ctx, struct record *r, int field, const char *text)
{
    struct scr_query *s = ctx;
    (void)r, (void)field;
    str_set(&s->typing, text);
}

/* F9: what the query before this one had here. */
static char *ditto(void *ctx, struct record *r, int field, enum ditto *source)
{
    struct scr_query *s = ctx;
    const struct query *former = scr_query_former();
    int part = query_part_of(s->query, r);
    const char *value = former && part >= 0 ? former->parts[part].record->value[field] : NULL;
    *source = DITTO_USED;
    return xstrdup(value);
}

static const struct cell_hooks hooks = {.read = read, .typing = typing, .ditto = ditto};

/* --- pages --------------------------------------------------------------------------------------
 */

static void drop_headings(char **headings, int count)
{
    for (int i = 0; i < count; i++)
        free(headings[i]);
    free(headings);
}

static void add_heading(struct scr_query *s, struct page_item **items, int *n, char *text)
{
    s->headings = xrealloc(s->headings, (size_t)(s->nheadings + 1) * sizeof *s->headings);
    s->headings[s->nheadings++] = text;
    *items = xrealloc(*items, (size_t)(*n + 1) * sizeof **items);
    (*items)[(*n)++] = (struct page_item){.field = -1, .heading = text};
}

/* A section that is called like its field needs no line of its own: the rail has its number. */
static void add_part(struct scr_query *s, struct page_item **items, int *n, int at)
{
    const struct query_part *p = &s->query->parts[at];
    const struct section *section = p->section;
    if (!p->record || !str_same(section->caption, section->fields[0].caption))
        add_heading(s, items, n, body_heading(&s->query->edition->entries[at]));
    for (int f = 0; p->record && f < p->record->count; f++) {
        if (section->fields[f].heading)
            add_heading(s, items, n,
                        xstrdup(i18n_caption(section->name, section->fields[f].heading)));
        *items = xrealloc(*items, (size_t)(*n + 1) * sizeof **items);
        (*items)[(*n)++] = (struct page_item){p->record, f, NULL, section->name};
    }
}

/* The page copies the items but borrows the headings, so the old ones go after page_set. */
static void set_items(struct scr_query *s)
{
    char **old = s->headings;
    int nold = s->nheadings, n = 0;
    struct page_item *items = NULL;
    s->headings = NULL;
    s->nheadings = 0;
    for (int i = s->pages[s->page].first; i <= s->pages[s->page].last; i++)
        add_part(s, &items, &n, i);
    page_set(s->form, items, n);
    free(items);
    drop_headings(old, nold);
}

void scr_query_show(struct scr_query *s, int page, bool end)
{
    s->page = page;
    set_items(s);
    (end ? page_last : page_first)(s->form);
    str_set(&s->typing, NULL);
}

bool scr_query_go(struct scr_query *s, int entry, int field)
{
    while (!s->query->parts[entry].record && entry + 1 < s->query->count)
        entry++; /* a heading */
    const struct query_part *p = &s->query->parts[entry];
    if (field >= p->record->count)
        return false;
    int page = span_of(s->pages, s->npages, entry);
    if (page != s->page)
        scr_query_show(s, page, false);
    str_set(&s->typing, NULL);
    int first = 0;
    while (first + 1 < p->record->count && (p->texts.fields[first].flags & FIELD_AUTO))
        first++;
    return page_goto(s->form, p->record, field < 0 ? first : field);
}

void scr_query_reload(struct scr_query *s)
{
    query_translate(s->query, &s->app->session.world);
    set_items(s);
    page_reload(s->form);
    changed(s);
}

void scr_query_put(struct scr_query *s, struct query *q)
{
    s->query = q;
    scr_query_show(s, s->page, false);
    scr_query_reload(s);
}

int scr_query_entry(const struct scr_query *s)
{
    int at = query_part_of(s->query, page_record(s->form));
    return at < 0 ? s->pages[s->page].first : at;
}

const struct field *scr_query_field(const struct scr_query *s)
{
    const struct query_part *p = part_of(s, page_record(s->form));
    return p ? &p->section->fields[page_field(s->form)] : NULL;
}

/* --- F4 -----------------------------------------------------------------------------------------
 */

static bool is_date(const struct field *f)
{
    return f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
}

const char *scr_query_list_label(const struct scr_query *s)
{
    const struct field *f = scr_query_field(s);
    if (!f || !(is_date(f) || cell_list_has(f)))
        return NULL;
    return is_date(f) ? _("Calendar") : _("List");
}

static const char *standing(const struct scr_query *s)
{
    const struct record *r = page_record(s->form);
    const char *value = r->value[page_field(s->form)];
    return s->typing ? s->typing : value ? value : "";
}

/* Behind the sign that stands in the field. */
static void chosen(struct scr_query *s, const char *value)
{
    const struct field *f = scr_query_field(s);
    const struct record *r = page_record(s->form);
    if (!f || r != s->listed || page_field(s->form) != s->listed_field || !value)
        return;
    const char *typed = standing(s);
    char *text = xasprintf("%.*s%s", (int)criterion_sign(f, typed), typed, value);
    struct error err = {.number = 0};
    if (query_set(s->query, query_part_of(s->query, r), s->listed_field, text,
                  &s->app->session.world, &err)) {
        app_hush(s->app);
        changed(s);
        page_revert(s->form); /* what was typed has become this */
        page_reload(s->form);
    } else {
        app_say_error(s->app, &err);
    }
    free(text);
}

static void on_code(void *ctx, struct app *app, const char *code)
{
    (void)app;
    chosen(ctx, code);
}

static void on_day(void *ctx, struct app *app, day d)
{
    (void)app;
    char shown[11];
    if (d == DAY_NONE)
        return;
    day_show(d, shown);
    chosen(ctx, shown);
}

/* The words below the one that is asked for above. */
static struct screen *list_of(struct scr_query *s, const struct query_part *p, int field)
{
    const struct field *f = &p->section->fields[field];
    int part = query_part_of(s->query, p->record);
    struct record *r = record_new(p->section);
    int above = f->parent ? record_field(r, f->parent) : -1;
    if (above >= 0)
        record_set(r, above, query_parent(s->query, part, field));
    record_set(r, field, criterion_code(&p->criteria[field]));
    const char *typed = standing(s);
    typed += criterion_sign(f, typed);
    bool narrows = s->typing && *typed && *typed != '*';
    struct screen *list = cell_list_new(s->app, i18n_caption(p->section->name, f->caption), r,
                                        field, narrows ? typed : NULL, NULL, on_code, s);
    record_free(r);
    return list;
}

bool scr_query_list(struct scr_query *s)
{
    const struct query_part *p = part_of(s, page_record(s->form));
    const struct field *f = scr_query_field(s);
    if (!scr_query_list_label(s))
        return false;
    s->listed = page_record(s->form);
    s->listed_field = page_field(s->form);
    if (cell_list_has(f))
        app_push(s->app, list_of(s, p, s->listed_field));
    else
        app_push(s->app, calendar_pick_new(s->app, i18n_caption(p->section->name, f->caption),
                                           DAY_NONE, false, on_day, s));
    return true;
}

/* --- its life -----------------------------------------------------------------------------------
 */

void scr_query_form_new(struct scr_query *s)
{
    size_t newest = 0;
    while (editions[newest + 1])
        newest++;
    s->query = query_new(editions[newest]);
    s->npages = span_pages(s->query->edition, &s->pages);
    rail_init(&s->rail, s->query->edition);
    s->form = page_new(s->app, &s->base, &hooks, s);
    scr_query_show(s, 0, false);
}

void scr_query_form_done(struct scr_query *s)
{
    page_free(s->form);
    drop_headings(s->headings, s->nheadings);
    rail_done(&s->rail);
    free(s->pages);
    free(s->typing);
}
