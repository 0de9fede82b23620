/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/cell_list.h"

#include <stdlib.h>
#include <string.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/picker.h"

struct entry_of_list {
    const char *code;
    const struct dict_word *word; /* of a dictionary */
    const struct choice *choice;  /* of the form */
};

struct values {
    const struct field *field;
    const struct value_world *world;
    struct entry_of_list *list;
    int count;
    char *recent;
    cell_list_chosen *chosen;
    void *ctx;
};

bool cell_list_has(const struct field *f)
{
    return f->type == FIELD_ENUM || f->type == FIELD_DICT || f->type == FIELD_BOOL;
}

static void add(struct values *v, struct entry_of_list e)
{
    v->list = xrealloc(v->list, (size_t)(v->count + 1) * sizeof *v->list);
    v->list[v->count++] = e;
}

static void fill_dict(struct values *v, const struct record *r)
{
    char today[11];
    size_t n;
    day_iso(v->world->today, today);
    const char *parent = v->field->parent ? record_get(r, v->field->parent) : NULL;
    const struct dict_word *const *words = dict_words(v->world->dicts, v->field->dict, &n);
    for (size_t i = 0; i < n; i++)
        if (dict_choosable(words[i], parent, today))
            add(v, (struct entry_of_list){.code = words[i]->code, .word = words[i]});
}

static void fill(struct values *v, const struct record *r)
{
    if (v->field->type == FIELD_DICT && v->world->dicts)
        fill_dict(v, r);
    if (v->field->type == FIELD_ENUM)
        for (const struct choice *c = v->field->choices->list; c->code; c++)
            add(v, (struct entry_of_list){.code = c->code, .choice = c});
    if (v->field->type == FIELD_BOOL) {
        add(v, (struct entry_of_list){.code = "t"});
        add(v, (struct entry_of_list){.code = "f"});
    }
}

static int list_count(void *ctx)
{
    return ((struct values *)ctx)->count;
}

static char *list_text(void *ctx, int item)
{
    struct values *v = ctx;
    char *shown = value_show(v->field, v->list[item].code, v->world);
    if (v->field->type != FIELD_DICT)
        return shown;
    char *both = xasprintf("%s  %s", v->list[item].code, shown);
    free(shown);
    return both;
}

/* Folded: 1 the whole, 2 the beginning, 3 the beginning of a later word; 0 none. */
static int match_text(const char *text, const char *typed)
{
    char *t = utf8_fold(text), *k = utf8_fold(typed);
    int rank = 0;
    if (strcmp(t, k) == 0)
        rank = 1;
    else if (str_starts(t, k))
        rank = 2;
    for (const char *s = t; !rank && (s = strchr(s, ' ')) != NULL;)
        rank = str_starts(++s, k) ? 3 : 0;
    free(t);
    free(k);
    return rank;
}

static int list_match(void *ctx, int item, const char *typed)
{
    struct values *v = ctx;
    const struct entry_of_list *e = &v->list[item];
    if (e->word)
        return dict_match(e->word, typed);
    char *shown = value_show(v->field, e->code, v->world);
    int rank = strcmp(e->code, typed) == 0 ? 1 : match_text(shown, typed);
    free(shown);
    if (!rank && e->choice) /* in Kazakh, as the form has it */
        rank = match_text(e->choice->caption, typed);
    return rank;
}

static int list_recent(void *ctx, int item)
{
    struct values *v = ctx;
    if (!v->recent)
        return 0;
    size_t n = strlen(v->list[item].code);
    int at = 1;
    for (const char *s = v->recent; *s; at++) {
        size_t len = strcspn(s, "|");
        if (len == n && memcmp(s, v->list[item].code, n) == 0)
            return at;
        s += len + (s[len] == '|');
    }
    return 0;
}

static void list_chosen(void *ctx, struct app *app, int item, const char *typed)
{
    struct values *v = ctx;
    (void)typed;
    v->chosen(v->ctx, app, item >= 0 ? v->list[item].code : NULL);
}

static void list_done(void *ctx)
{
    struct values *v = ctx;
    free(v->list);
    free(v->recent);
    free(v);
}

static const struct picker_source source = {
    .count = list_count,
    .text = list_text,
    .match = list_match,
    .recent = list_recent,
    .chosen = list_chosen,
    .done = list_done,
};

struct screen *cell_list_new(struct app *app, const char *title, const struct record *r, int field,
                             const char *typed, const char *recent, cell_list_chosen *chosen,
                             void *ctx)
{
    struct values *v = xcalloc(1, sizeof *v);
    v->field = &r->section->fields[field];
    v->world = &app->session.world;
    v->recent = xstrdup(recent);
    v->chosen = chosen;
    v->ctx = ctx;
    fill(v, r);
    int current = -1;
    for (int i = 0; i < v->count; i++)
        if (str_same(v->list[i].code, r->value[field]))
            current = i;
    return picker_new(app, title, &source, v, typed, current);
}
