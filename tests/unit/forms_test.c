/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definitions of the form hold together, in every edition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "forms/choices.h"
#include "forms/sections.h"

/* Says which definition is wrong. */
#define HOLDS(cond, s, f)                                                                          \
    do {                                                                                           \
        if (!(cond))                                                                               \
            fail_msg("%s.%s: " #cond, (s)->name, (f) ? ((const struct field *)(f))->name : "");    \
    } while (0)

typedef void field_check(const struct section *s, const struct field *f);

static void each_field(field_check *check)
{
    for (int i = 0; editions[i]; i++)
        for (const struct entry *e = editions[i]->entries; e->number; e++)
            for (const struct field *f = e->section->fields; f && f->name; f++)
                check(e->section, f);
}

/* A field of the section above f, or NULL. */
static const struct field *above(const struct section *s, const struct field *f, const char *name)
{
    for (const struct field *g = s->fields; g < f; g++)
        if (!strcmp(g->name, name))
            return g;
    return NULL;
}

static bool is_choice(const struct choices *list, const char *code, size_t len)
{
    for (const struct choice *c = list->list; c->code; c++)
        if (strlen(c->code) == len && !strncmp(c->code, code, len))
            return true;
    return false;
}

static void check_condition(const struct section *s, const struct field *f, struct condition c)
{
    if (!c.field)
        return;
    const struct field *g = above(s, f, c.field);
    HOLDS(g, s, f);
    if (!c.value || !*c.value || !g->choices)
        return;
    for (const char *code = c.value; *code; code += strcspn(code, "|"), code += *code == '|')
        HOLDS(is_choice(g->choices, code, strcspn(code, "|")), s, f);
}

static bool is_date(enum field_type t)
{
    return t == FIELD_DATE || t == FIELD_PARTIAL;
}

static bool is_number(enum field_type t)
{
    return t == FIELD_MONEY || t == FIELD_INT || t == FIELD_DECIMAL;
}

static void check_references(const struct section *s, const struct field *f)
{
    check_condition(s, f, f->when);
    check_condition(s, f, f->required);
    const struct field *g;
    if (f->not_before)
        HOLDS((g = above(s, f, f->not_before)) && g->type == f->type && is_date(f->type), s, f);
    if (f->at_most)
        HOLDS((g = above(s, f, f->at_most)) && g->type == f->type && is_number(f->type), s, f);
    if (f->parent)
        HOLDS((g = above(s, f, f->parent)) && g->dict && f->dict, s, f);
}

static void references_point_backwards(void **state)
{
    (void)state;
    each_field(check_references);
}

static void check_type(const struct section *s, const struct field *f)
{
    HOLDS((f->type == FIELD_ENUM) == !!f->choices, s, f);
    HOLDS((f->type == FIELD_DICT) == !!f->dict, s, f);
    HOLDS(!(f->flags & FIELD_PAST) || is_date(f->type), s, f);
    HOLDS(!(f->flags & FIELD_NAME) || f->type == FIELD_TEXT, s, f);
    HOLDS(!(f->flags & FIELD_CURRENT) || !(f->flags & FIELD_RECORDED), s, f);
    HOLDS(!(f->flags & FIELD_AUTO) || !(f->flags & FIELD_REQUIRED), s, f);
    bool text = f->type == FIELD_TEXT || f->type == FIELD_LONG;
    HOLDS(!text || f->flags & FIELD_AUTO || f->max > 0, s, f);
    if (f->choices) {
        int known = 0;
        for (const struct choices *const *c = choices_all; *c; c++)
            known += *c == f->choices;
        HOLDS(known == 1, s, f);
    }
}

static void types_and_flags_agree(void **state)
{
    (void)state;
    each_field(check_type);
}

/* "(order 365, ...)." and the like */
static bool ends_with_a_source(const char *help)
{
    const char *open = help ? strrchr(help, '(') : NULL;
    return open && open > help && open[-1] == ' ' && !strcmp(help + strlen(help) - 2, ").") &&
           (strstr(open, "order ") || strstr(open, "strategic plan"));
}

static void check_words(const struct section *s, const struct field *f)
{
    HOLDS(f->caption && *f->caption, s, f);
    HOLDS(ends_with_a_source(f->help), s, f);
    for (const struct field *g = s->fields; g < f; g++) {
        HOLDS(strcmp(f->name, g->name), s, f);
        HOLDS(strcmp(f->caption, g->caption), s, f);
    }
}

static void captions_and_help_are_there(void **state)
{
    (void)state;
    each_field(check_words);
}

static void check_group(const struct section *s, const struct field *f)
{
    if (!f->group)
        return;
    int members = 0;
    for (const struct field *g = s->fields; g->name; g++)
        if (g->group && !strcmp(g->group, f->group)) {
            members++;
            HOLDS((g->when.field == NULL) == (f->when.field == NULL), s, f);
        }
    HOLDS(members >= 2, s, f);
    HOLDS(!(f->flags & FIELD_REQUIRED), s, f);
}

static void groups_have_members(void **state)
{
    (void)state;
    each_field(check_group);
}

static bool has_fields(const struct section *s, const char *names)
{
    for (const char *n = names; n && *n; n += strcspn(n, "|"), n += *n == '|') {
        bool found = false;
        for (const struct field *f = s->fields; f && f->name; f++)
            found = found ||
                    (strlen(f->name) == strcspn(n, "|") && !strncmp(f->name, n, strcspn(n, "|")));
        if (!found)
            return false;
    }
    return true;
}

static void check_section(const struct section *s)
{
    const struct field *const none = NULL;
    HOLDS(s->caption && *s->caption && ends_with_a_source(s->help), s, none);
    HOLDS((s->kind == SECTION_HEADING) == !s->table, s, none);
    HOLDS((s->kind == SECTION_HEADING) == !s->fields, s, none);
    HOLDS((s->kind == SECTION_LIST || s->kind == SECTION_TABLE) == !!s->order_by, s, none);
    HOLDS(has_fields(s, s->order_by), s, none);
    HOLDS((s->kind == SECTION_TABLE) == (s->due && s->settled), s, none);
    HOLDS(has_fields(s, s->due) && has_fields(s, s->settled), s, none);
}

static void sections_are_whole(void **state)
{
    (void)state;
    for (int i = 0; editions[i]; i++)
        for (const struct entry *e = editions[i]->entries; e->number; e++) {
            check_section(e->section);
            for (const struct entry *g = editions[i]->entries; g < e; g++) {
                assert_string_not_equal(e->number, g->number);
                assert_string_not_equal(e->section->name, g->section->name);
            }
        }
}

/* Fields of one table become columns of one row, so their names differ across sections, too. */
static void a_column_has_one_field(void **state)
{
    (void)state;
    for (int i = 0; editions[i]; i++)
        for (const struct entry *e = editions[i]->entries; e->number; e++)
            for (const struct entry *g = editions[i]->entries; g < e; g++) {
                if (!e->section->table || !g->section->table ||
                    strcmp(e->section->table, g->section->table))
                    continue;
                assert_int_equal(e->section->kind, SECTION_SINGLE);
                for (const struct field *a = e->section->fields; a->name; a++)
                    for (const struct field *b = g->section->fields; b->name; b++)
                        assert_string_not_equal(a->name, b->name);
            }
}

static void an_edition_has_all_twenty_columns(void **state)
{
    (void)state;
    for (int i = 0; editions[i]; i++) {
        int last = 0;
        for (const struct entry *e = editions[i]->entries; e->number; e++) {
            int number = atoi(e->number);
            assert_true(number == 0 || number == last || number == last + 1);
            last = number ? number : last;
        }
        assert_int_equal(last, 20);
    }
}

static void the_head_of_the_form_is_blank(void **state)
{
    (void)state;
    const struct edition *e = editions[0];
    assert_string_equal(e->title, "Жұмыспен қамтудың жеке картасы");
    assert_null(e->index);
    assert_null(e->frequency);
    assert_null(e->period);
    assert_null(e->addressee);
    assert_null(e->deadline);
}

static void only_the_unemployed_have_18_to_20(void **state)
{
    (void)state;
    for (const struct entry *e = editions[0]->entries; e->number; e++)
        assert_int_equal(e->section->for_unemployed, atoi(e->number) >= 18);
}

static void choices_are_distinct(void **state)
{
    (void)state;
    for (const struct choices *const *l = choices_all; *l; l++)
        for (const struct choice *c = (*l)->list; c->code; c++) {
            assert_true(*c->caption);
            for (const struct choice *d = (*l)->list; d < c; d++) {
                assert_string_not_equal(c->code, d->code);
                assert_string_not_equal(c->caption, d->caption);
            }
        }
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("conditions, orders of dates and parents point backwards", references_point_backwards),
        TEST("types and flags of a field agree", types_and_flags_agree),
        TEST("every field has its caption, and help that names its source",
             captions_and_help_are_there),
        TEST("[F-14] a group has members, none of them required alone", groups_have_members),
        TEST("sections are whole and differ", sections_are_whole),
        TEST("a column has one field", a_column_has_one_field),
        TEST("an edition has all twenty columns in order", an_edition_has_all_twenty_columns),
        TEST("[F-0] [Z-1] the head of the form is blank", the_head_of_the_form_is_blank),
        TEST("[F-10] 18, 19 and 20 are for the unemployed", only_the_unemployed_have_18_to_20),
        TEST("choices are distinct", choices_are_distinct),
    };
    return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
