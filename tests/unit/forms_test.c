/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every section of every edition: the definitions are sound. */
#include "tests/unit/definitions.h"

#include "common/clock.h"
#include "forms/choices.h"

/* A field of the section; fails if it does not stand above f. */
static const struct field *above(const struct entry *e, const struct field *f, const char *name)
{
    for (const struct field *g = fields_of(e->section); g < f; g++)
        if (str_same(g->name, name))
            return g;
    fail_msg("%s.%s: %s is no field above it", e->section->name, f->name, name);
    return NULL;
}

/* --- editions and sections --- */

static void editions_are_dated_and_have_a_title(void **state)
{
    (void)state;
    const char *before = "";
    for (const struct edition *const *e = editions; *e; e++) {
        assert_true(day_parse_iso((*e)->valid_from) != DAY_NONE);
        assert_true(strcmp((*e)->valid_from, before) > 0);
        before = (*e)->valid_from;
        assert_false(str_empty((*e)->id) || str_empty((*e)->act) || str_empty((*e)->title));
        /* F-0: five header values belong to the edition, blank until the official text is at hand
         */
        const char *head[] = {(*e)->index, (*e)->frequency, (*e)->period, (*e)->addressee,
                              (*e)->deadline};
        for (size_t i = 0; i < COUNT(head); i++)
            assert_true(!head[i] || *head[i]);
    }
    assert_true(*before);
}

/* "16.2a" as 16, 2, 1; a number without parts has zeros. */
static void number_parts(const char *number, int part[3])
{
    char *rest;
    part[0] = (int)strtol(number, &rest, 10);
    part[1] = *rest == '.' ? (int)strtol(rest + 1, &rest, 10) : 0;
    part[2] = *rest ? *rest - 'a' + 1 : 0;
    assert_true(!*rest || (rest[0] >= 'a' && rest[0] <= 'z' && !rest[1]));
}

static void numbers_are_the_orders_own_one_to_twenty(void **state)
{
    (void)state;
    for (const struct edition *const *e = editions; *e; e++) {
        int before[3] = {0, 0, 0}, part[3];
        bool seen[21] = {false};
        for (const struct entry *entry = (*e)->entries; entry->number; entry++) {
            if (strchr("+*", entry->number[0])) {
                assert_int_equal(strlen(entry->number), 1);
                continue;
            }
            number_parts(entry->number, part);
            if (memcmp(part, before, sizeof part) == 0 || part[0] < before[0] ||
                (part[0] == before[0] &&
                 (part[1] < before[1] || (part[1] == before[1] && part[2] <= before[2]))))
                fail_msg("%s is out of order", entry->number);
            assert_in_range(part[0], 1, 20);
            seen[part[0]] = true;
            memcpy(before, part, sizeof part);
        }
        for (int n = 1; n <= 20; n++)
            if (!seen[n])
                fail_msg("section %d is missing", n);
    }
}

static void sections_have_names_tables_and_captions(void **state)
{
    (void)state;
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *a = (*e)->entries; a->number; a++) {
            const struct section *s = a->section;
            bool rows = s->kind == SECTION_LIST || s->kind == SECTION_TABLE;
            if (str_empty(s->name) || str_empty(s->caption) || str_empty(s->help))
                fail_msg("%s has no name, caption or help", a->number);
            if ((s->kind == SECTION_HEADING) != (s->table == NULL) || !s->table != !s->fields)
                fail_msg("%s: a heading alone has neither table nor fields", a->number);
            if (rows != (s->order_by != NULL))
                fail_msg("%s: a list has an order, a single section has none", a->number);
            for (const struct entry *b = (*e)->entries; b < a; b++) {
                if (str_same(a->section->name, b->section->name) || str_same(a->number, b->number))
                    fail_msg("%s comes twice", a->number);
                if (rows && str_same(s->table, b->section->table))
                    fail_msg("%s: two lists of one table", a->number);
            }
        }
}

static void order_due_and_settled_name_fields(void **state)
{
    (void)state;
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *entry = (*e)->entries; entry->number; entry++) {
            const struct section *s = entry->section;
            const char *named[] = {s->order_by, s->due, s->settled};
            for (size_t i = 0; i < COUNT(named); i++)
                if (named[i] && !has_field(s, named[i]))
                    fail_msg("%s: no field %s", s->name, named[i]);
            assert_int_equal(s->kind == SECTION_TABLE, s->due != NULL);
            assert_int_equal(s->due != NULL, s->settled != NULL);
            bool late = str_in_list("18|19|20", entry->number);
            if (s->for_unemployed != late)
                fail_msg("%s: F-10 concerns 18, 19 and 20", entry->number);
        }
}

/* --- fields --- */

/* Single sections of one table are one record, so names are unique in the table. */
static void names_are_unique_in_their_table(void **state)
{
    (void)state;
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *a = (*e)->entries; a->number; a++)
            for (const struct field *f = fields_of(a->section); f->name; f++) {
                assert_int_equal(strspn(f->name, "abcdefghijklmnopqrstuvwxyz0123456789_"),
                                 strlen(f->name));
                for (const struct entry *b = (*e)->entries; b <= a; b++)
                    for (const struct field *g = fields_of(b->section); g->name && g != f; g++)
                        if (str_same(a->section->table, b->section->table) &&
                            str_same(f->name, g->name))
                            fail_msg("%s.%s comes twice", a->section->table, f->name);
            }
}

static void check_type(const struct entry *e, const struct field *f)
{
    expect(e, f, f->type <= FIELD_EMAIL);
    expect(e, f, (f->type == FIELD_ENUM) == (f->choices != NULL));
    expect(e, f, (f->type == FIELD_DICT) == (f->dict != NULL));
    expect(e, f,
           !f->unit || f->type == FIELD_MONEY || f->type == FIELD_INT || f->type == FIELD_DECIMAL);
    bool text = f->type == FIELD_TEXT || f->type == FIELD_LONG;
    expect(e, f, !text || f->max > 0 || f->flags & FIELD_AUTO);
    expect(e, f, f->max >= 0 && (!text || f->max <= 4000));
    expect(e, f, !f->max || text || f->type == FIELD_INT);
}

static void types_have_what_they_need(void **state)
{
    (void)state;
    walk(check_type);
}

static void check_choices(const struct entry *e, const struct field *f)
{
    if (!f->choices)
        return;
    int n = 0, known = 0;
    for (const struct choices *const *c = choices_all; *c; c++)
        known += *c == f->choices;
    expect(e, f, known == 1 && !str_empty(f->choices->name));
    for (const struct choice *c = f->choices->list; c->code; c++, n++) {
        expect(e, f, !str_empty(c->caption) && !strchr(c->code, '|'));
        expect(e, f, *c->code && strspn(c->code, "abcdefghijklmnopqrstuvwxyz_") == strlen(c->code));
        for (const struct choice *d = f->choices->list; d < c; d++)
            expect(e, f, !str_same(c->code, d->code) && !str_same(c->caption, d->caption));
    }
    expect(e, f, n > 1);
}

static void codes_of_choices_are_unique(void **state)
{
    (void)state;
    walk(check_choices);
}

static bool is_number(const struct field *f)
{
    return f->type == FIELD_MONEY || f->type == FIELD_INT || f->type == FIELD_DECIMAL;
}

static bool is_date(const struct field *f)
{
    return f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
}

/* The condition's values are codes of the other field, each once. A dictionary's code is looked up
   with the server (sections_test). */
static void check_condition(const struct entry *e, const struct field *f, const struct condition *c)
{
    if (!c->field) {
        expect(e, f, !c->value);
        return;
    }
    const struct field *other = above(e, f, c->field);
    expect(e, f, !(other->flags & FIELD_AUTO));
    if (str_empty(c->value) || other->type == FIELD_DICT)
        return;
    expect(e, f, other->type == FIELD_ENUM || other->type == FIELD_BOOL);
    char *list = xstrdup(c->value), *rest = list;
    for (char *code; (code = strsep(&rest, "|"));) {
        bool known = other->type == FIELD_BOOL && (str_same(code, "t") || str_same(code, "f"));
        for (const struct choice *k = other->choices ? other->choices->list : NULL; k && k->code;
             k++)
            known = known || str_same(k->code, code);
        if (!known)
            fail_msg("%s.%s: %s has no code %s", e->section->name, f->name, c->field, code);
    }
    free(list);
}

static void check_references(const struct entry *e, const struct field *f)
{
    check_condition(e, f, &f->when);
    check_condition(e, f, &f->required);
    expect(e, f, !f->not_before || (is_date(f) && above(e, f, f->not_before)->type == f->type));
    expect(e, f, !f->at_most || (is_number(f) && above(e, f, f->at_most)->type == f->type));
    if (f->parent)
        expect(e, f, f->type == FIELD_DICT && above(e, f, f->parent)->type == FIELD_DICT);
}

static void conditions_and_bounds_point_backwards(void **state)
{
    (void)state;
    walk(check_references);
}

static void check_group(const struct entry *e, const struct field *f)
{
    int members = 0;
    if (!f->group)
        return;
    for (const struct field *g = fields_of(e->section); g->name; g++)
        if (str_same(g->group, f->group)) {
            members++;
            /* all or none: they apply under one condition, none is required alone */
            expect(e, f,
                   str_same(g->when.field, f->when.field) &&
                       str_same(g->when.value, f->when.value));
        }
    expect(e, f, members >= 2);
    expect(e, f, !(f->flags & (FIELD_REQUIRED | FIELD_AUTO)) && !f->required.field);
}

static void groups_have_two_fields_or_more(void **state)
{
    (void)state;
    walk(check_group);
}

/* Z-2b names 7-9, 19 and the fulfilment columns of 18 and 20; what no paragraph fixes in time, the
   categories (Z-4) and the signature block, goes with them. Z-2c names 1, 3, 5, 6 and the IIN. */
static bool is_current(const struct entry *e, const struct field *f)
{
    if (str_in_list("7|8|9|19|*|+", e->number))
        return true;
    if (str_same(e->number, "18"))
        return str_in_list("actual_on|outcome|first_planned_on|staff_note", f->name);
    return str_same(e->number, "20") && str_in_list("fulfilment|failure_reason", f->name);
}

static void check_flags(const struct entry *e, const struct field *f)
{
    bool typed = !(f->flags & FIELD_AUTO);
    expect(e, f, !(f->flags & FIELD_CURRENT) == !(typed && is_current(e, f)));
    expect(e, f, !(f->flags & FIELD_RECORDED) == !(typed && str_in_list("1|2|3|5|6", e->number)));
    expect(e, f, !(f->flags & FIELD_PAST) || is_date(f));
    expect(e, f, !(f->flags & FIELD_NAME) || f->type == FIELD_TEXT);
    expect(e, f, !(f->flags & FIELD_FROM_IIN) || f->type == FIELD_DATE || f->type == FIELD_ENUM);
    expect(e, f, typed || !(f->flags & ~(unsigned)(FIELD_AUTO | FIELD_UNPRINTED)));
    expect(e, f, typed || (!f->when.field && !f->required.field && !f->group));
    expect(e, f, !f->when.field || !(f->flags & FIELD_REQUIRED));
    expect(e, f, !str_same(e->number, "*") || f->flags & FIELD_UNPRINTED);
    expect(e, f, !(f->flags & FIELD_FROM_IIN) == !str_in_list("3|4", e->number));
}

static void flags_say_what_z2_says(void **state)
{
    (void)state;
    walk(check_flags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[F-0] [Z-1] editions are dated; the head is blank or filled",
         editions_are_dated_and_have_a_title, NULL, NULL, NULL},
        cmocka_unit_test(numbers_are_the_orders_own_one_to_twenty),
        cmocka_unit_test(sections_have_names_tables_and_captions),
        {"[F-10] order, due and settled name fields; 18-20 are for the unemployed",
         order_due_and_settled_name_fields, NULL, NULL, NULL},
        cmocka_unit_test(names_are_unique_in_their_table),
        cmocka_unit_test(types_have_what_they_need),
        cmocka_unit_test(codes_of_choices_are_unique),
        cmocka_unit_test(conditions_and_bounds_point_backwards),
        {"[F-14] groups have two fields or more", groups_have_two_fields_or_more, NULL, NULL, NULL},
        {"[Z-2] flags say what Z-2b and Z-2c say", flags_say_what_z2_says, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
