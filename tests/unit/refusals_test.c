/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule between the fields of a row is refused by the form and by the database. */
#include "tests/unit/trial.h"

static int try_required(const struct section *s, int at)
{
    struct trial t;
    if (!(s->fields[at].flags & FIELD_REQUIRED))
        return 0;
    trial_begin(&t, s, at);
    trial_fill(&t);
    record_set(t.record, at, NULL);
    /* what hangs on the field goes too: alone its absence is to be refused */
    for (int i = at + 1; i < t.record->count; i++)
        if (!record_applies(t.record, i))
            record_set(t.record, i, NULL);
    trial_refused(&t, MESSAGE_MISSING);
    trial_end(&t);
    return 1;
}

static void required_fields(void **state)
{
    (void)state;
    trial_walk(try_required, 50);
}

static int try_required_when(const struct section *s, int at)
{
    int tested = 0;
    for (int n = 0; s->fields[at].required.field; n++) {
        struct trial t;
        trial_begin(&t, s, at);
        bool more = trial_apply(&t, at) && trial_hold(&t, &s->fields[at].required, n);
        if (more) {
            trial_complete(&t, 0);
            assert_non_null(t.record->value[at]);
            record_set(t.record, at, NULL);
            trial_refused(&t, MESSAGE_MISSING);
            tested++;
        }
        trial_end(&t);
        if (!more)
            break;
    }
    return tested;
}

static void fields_required_under_a_condition(void **state)
{
    (void)state;
    trial_walk(try_required_when, 20);
}

/* Gives the condition's field a value it does not hold with: another code, none, or any at all. */
static bool break_condition(struct trial *t, int n)
{
    const struct condition *c = &trial_field(t)->when;
    int i = record_field(t->record, c->field);
    const struct field *f = &t->section->fields[i];
    if (c->value && !*c->value) {
        char *value = n ? NULL : sample_value(&t->sample, t->record, i);
        trial_set(t, i, value);
        free(value);
        return n == 0;
    }
    if (n == 0) { /* nothing there, where the form allows it */
        trial_set(t, i, NULL);
        return !(f->flags & FIELD_REQUIRED);
    }
    if (!c->value)
        return false;
    trial_apply(t, i);
    for (int k = 0; k < 200; k++) {
        char *value = sample_value(&t->sample, t->record, i);
        bool other = value && !str_in_list(c->value, value);
        if (other)
            trial_set(t, i, value);
        free(value);
        if (other)
            return true;
    }
    return false;
}

static int try_when(const struct section *s, int at)
{
    int tested = 0;
    for (int n = 0; s->fields[at].when.field && n < 6; n++) {
        struct trial t;
        struct error err;
        trial_begin(&t, s, at);
        if (break_condition(&t, n)) {
            trial_complete(&t, 0);
            assert_false(record_applies(t.record, at));
            assert_null(t.record->value[at]);
            char *value = sample_value(&t.sample, t.record, at);
            record_set(t.record, at, value);
            if (trial_taken(t.record, &err))
                fail_msg("%s.%s: the database takes a value that does not apply", s->table,
                         s->fields[at].name);
            assert_true(str_same(err.sqlstate, "23514"));
            assert_string_equal(err.table, s->table);
            assert_true(record_settle(t.record, -1)); /* the form clears it */
            assert_null(t.record->value[at]);
            free(value);
            tested++;
        }
        trial_end(&t);
    }
    return tested;
}

static void fields_that_do_not_apply(void **state)
{
    (void)state;
    trial_walk(try_when, 20);
}

static void fill_group(struct trial *t, const char *group)
{
    for (int i = 0; i < t->record->count; i++)
        if (str_same(t->section->fields[i].group, group)) {
            trial_apply(t, i);
            trial_sample(t, i);
        }
}

/* All of the group but this field; then this field alone. */
static int try_group(const struct section *s, int at)
{
    struct trial t;
    const char *group = s->fields[at].group;
    if (!group)
        return 0;
    trial_begin(&t, s, at);
    trial_apply(&t, at);
    fill_group(&t, group);
    trial_complete(&t, 0);
    record_set(t.record, at, NULL);
    trial_refused(&t, MESSAGE_GROUP);
    trial_end(&t);
    trial_begin(&t, s, at);
    trial_fill(&t);
    int other = -1;
    for (int i = 0; i < t.record->count; i++)
        if (i != at && str_same(s->fields[i].group, group)) {
            record_set(t.record, i, NULL);
            other = i;
        }
    struct error err;
    assert_true(other >= 0 && trial_form_refuses(&t, other, MESSAGE_GROUP));
    if (trial_taken(t.record, &err))
        fail_msg("%s.%s alone: the database takes it", s->table, s->fields[at].name);
    trial_end(&t);
    return 2;
}

static void groups_in_part(void **state)
{
    (void)state;
    trial_walk(try_group, 16);
}

static char *day_before(const char *value)
{
    day first, last;
    char iso[11];
    assert_true(value_days(value, &first, &last));
    day_iso(first - 1, iso);
    return xstrdup(iso);
}

static int try_order(const struct section *s, int at)
{
    struct trial t;
    if (!s->fields[at].not_before)
        return 0;
    trial_begin(&t, s, at);
    trial_fill(&t);
    char *value = day_before(record_get(t.record, s->fields[at].not_before));
    record_set(t.record, at, value);
    trial_refused(&t, MESSAGE_ORDER);
    free(value);
    trial_end(&t);
    return 1;
}

static void dates_in_the_wrong_order(void **state)
{
    (void)state;
    trial_walk(try_order, 15);
}

static int try_future(const struct section *s, int at)
{
    static const char *const partial[] = {"2027", "2026-12", "2026-11-19"};
    const struct field *f = &s->fields[at];
    if (!(f->flags & FIELD_PAST))
        return 0;
    for (size_t i = 0; i < (f->type == FIELD_PARTIAL ? COUNT(partial) : 1); i++) {
        struct trial t;
        char tomorrow[11];
        day_iso(trial_world()->today + 1, tomorrow);
        assert_string_equal(tomorrow, "2026-11-19");
        trial_begin(&t, s, at);
        trial_fill(&t);
        record_set(t.record, at, f->type == FIELD_PARTIAL ? partial[i] : tomorrow);
        /* so that nothing but the future is wrong */
        for (int k = 0; k < t.record->count; k++)
            if (str_same(s->fields[k].not_before, f->name) && !(s->fields[k].flags & FIELD_PAST) &&
                t.record->value[k])
                record_set(t.record, k, "2028-01-01");
        if (f->flags & FIELD_FROM_IIN)
            str_set(&t.record->reason[at], "құжат бойынша");
        trial_refused(&t, MESSAGE_FUTURE);
        trial_end(&t);
    }
    return 1;
}

static void dates_in_the_future(void **state)
{
    (void)state;
    trial_walk(try_future, 25);
}

static const char *silent_iin(void)
{
    static char iin[13];
    for (unsigned n = 0; !iin_valid(iin) && n < 1000; n++)
        snprintf(iin, sizeof iin, "9001010%05u", n % 100000u);
    assert_true(iin_valid(iin));
    return iin;
}

static int try_iin(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    struct trial t;
    struct error err;
    if (!(f->flags & FIELD_FROM_IIN))
        return 0;
    trial_begin(&t, s, at);
    trial_fill(&t);
    record_set(t.record, at,
               f->type == FIELD_ENUM ? (*t.record->value[at] == 'm' ? "f" : "m") : "1955-05-05");
    trial_refused(&t, MESSAGE_IIN_DIFFERS);
    str_set(&t.record->reason[at], "құжат бойынша");
    assert_false(trial_form_refuses(&t, at, 0));
    assert_true(trial_taken(t.record, &err));
    /* the seventh digit tells nothing */
    int iin = 0;
    while (s->fields[iin].type != FIELD_IIN)
        iin++;
    record_set(t.record, iin, silent_iin());
    for (int i = 0; i < t.record->count; i++)
        if (s->fields[i].flags & FIELD_FROM_IIN)
            str_set(&t.record->reason[i], i == at ? NULL : "құжат бойынша");
    trial_refused(&t, MESSAGE_IIN_SILENT);
    trial_end(&t);
    return 1;
}

static void birth_date_and_sex_against_the_iin(void **state)
{
    (void)state;
    trial_walk(try_iin, 2);
}

static int enter(void **state)
{
    (void)state;
    return trial_enter("MANSAP_TEST_DSN");
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("refused: required fields that are empty", required_fields),
        TEST("[F-6] [F-7] [F-8] refused: fields empty that a condition requires",
             fields_required_under_a_condition),
        TEST("[F-6] [F-7] [F-8] [F-10] refused: values that do not apply",
             fields_that_do_not_apply),
        TEST("[F-8] [F-14] refused: groups filled in part", groups_in_part),
        TEST("[F-9] refused: dates in the wrong order", dates_in_the_wrong_order),
        TEST("refused: dates in the future", dates_in_the_future),
        TEST("[Z-13] refused: birth date and sex against the IIN without a reason",
             birth_date_and_sex_against_the_iin),
    };
    return cmocka_run_group_tests_name("refusals", tests, enter, trial_leave);
}
