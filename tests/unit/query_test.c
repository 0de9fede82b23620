/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Query by form: every field of the form takes a condition, and the server understands it. */
#include "common/query.h"

#include "common/i18n.h"
#include "tests/unit/sample_value.h"
#include "tests/unit/server.h"

static struct db *db;
static struct session session;
static int everybody; /* cards of the centre */

static int enter(void **state)
{
    (void)state;
    db = server_connect("MANSAP_TEST_DSN", NULL);
    server_enter(db, &session);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&session);
    db_free(db);
    return 0;
}

static const struct edition *newest(void)
{
    size_t i = 0;
    while (editions[i + 1])
        i++;
    return editions[i];
}

static void set(struct query *q, int part, int field, const char *typed)
{
    struct error err = {.number = 0};
    if (!query_set(q, part, field, typed, &session.world, &err))
        fail_msg("%s.%s: \"%s\": %s", q->parts[part].section->name,
                 q->parts[part].section->fields[field].name, typed, err.what);
}

static int part_named(const struct query *q, const char *section)
{
    for (int i = 0; i < q->count; i++)
        if (str_same(q->parts[i].section->name, section))
            return i;
    fail_msg("no section %s", section);
    return -1;
}

static int field_named(const struct query *q, int part, const char *name)
{
    int f = record_field(q->parts[part].record, name);
    assert_true(f >= 0);
    return f;
}

static void set_named(struct query *q, const char *section, const char *field, const char *typed)
{
    int part = part_named(q, section);
    set(q, part, field_named(q, part, field), typed);
}

/* Asks in one round trip. */
static struct query_answer ask(struct query *q)
{
    struct query_answer a;
    struct error err = {.number = 0};
    unsigned long before = db_round_trips(db);
    struct db_reply *r = db_run(db, query_batch(q));
    if (!query_read(&a, r, &err)) {
        char *told = query_told(q);
        fail_msg("%s: %s %s %s", told, err.sqlstate, err.what, err.detail);
    }
    assert_int_equal(db_round_trips(db) - before, 1);
    db_reply_free(r);
    return a;
}

static int count(struct query *q)
{
    struct query_answer a = ask(q);
    int n = a.count;
    assert_false(a.more);
    query_answer_done(&a);
    return n;
}

/* Any value of its type is understood, with and without a sign; and of the person's own fields
   those that are filled and those that are empty are everybody between them. */
static void try_field(struct sample *s, const struct record *r, int part, int field)
{
    struct query *q = query_new(newest());
    const struct field *f = &q->parts[part].section->fields[field];
    char *value = sample_value(s, r, field), *shown = value_edit(f, value, &session.world);
    bool any = f->type == FIELD_TEXT || f->type == FIELD_LONG; /* blanks and signs, too */
    char *typed = xstrdup(value && !any ? shown : "а*"), *other = xasprintf("!%s", typed);
    set(q, part, field, typed);
    assert_int_equal(query_criteria(q, 0, q->count - 1), 1);
    count(q);
    set(q, part, field, other);
    count(q);
    set(q, part, field, "*");
    int filled = count(q);
    set(q, part, field, "=");
    int empty = count(q);
    /* Of a list there need be no row at all. */
    if (str_same(q->parts[part].section->table, "card"))
        assert_int_equal(filled + empty, everybody);
    set(q, part, field, " ");
    assert_int_equal(query_criteria(q, 0, q->count - 1), 0);
    assert_null(query_batch(q));
    query_free(q);
    free(value);
    free(shown);
    free(typed);
    free(other);
}

static void every_field_takes_a_condition(void **state)
{
    (void)state;
    struct sample s;
    int tried = 0;
    struct query *q = query_new(newest());
    set_named(q, "iin", "iin", "*");
    everybody = count(q);
    query_free(q);
    sample_seed(&s, 5, &session.world);
    for (int i = 0; newest()->entries[i].number; i++) {
        const struct section *section = newest()->entries[i].section;
        if (!section->fields)
            continue;
        struct record *r = record_new(section);
        for (int f = 0; f < r->count; f++, tried++) {
            if (!(section->fields[f].flags & FIELD_AUTO))
                try_field(&s, r, i, f);
            char *value = sample_value(&s, r, f);
            record_set(r, f, value); /* for the words below it */
            free(value);
        }
        record_free(r);
    }
    assert_true(tried > 100);
}

/* Nobody meets both, though each has somebody. */
static void all_conditions_must_be_met(void **state)
{
    (void)state;
    struct query *q = query_new(newest());
    set_named(q, "sex", "sex", "m");
    int men = count(q);
    set_named(q, "sex", "sex", "!m");
    int women = count(q);
    assert_true(men > 0 && women > 0);
    set_named(q, "iin", "iin", "*");
    assert_int_equal(count(q), women);
    set_named(q, "sex", "sex", "");
    assert_int_equal(count(q), men + women);
    set_named(q, "iin", "iin", "=");
    assert_int_equal(count(q), 0);
    query_free(q);
}

static void more_than_the_list_holds_are_counted(void **state)
{
    (void)state;
    struct query *q = query_new(newest());
    set_named(q, "iin", "iin", "*");
    struct query_answer a = ask(q);
    assert_true(a.hits.more);
    assert_true(a.count > a.hits.count);
    assert_string_equal(a.hits.hit[0].why, "query");
    query_answer_done(&a);
    query_free(q);
}

static void a_refused_condition_leaves_what_was_there(void **state)
{
    (void)state;
    struct query *q = query_new(newest());
    struct error err = {.number = 0};
    int part = part_named(q, "birth_date"), field = field_named(q, part, "birth_date");
    set(q, part, field, "> 1990");
    assert_false(query_set(q, part, field, "31.02.1990", &session.world, &err));
    assert_string_equal(q->parts[part].record->value[field], ">1990");
    assert_int_equal(query_criteria(q, part, part), 1);
    query_free(q);
}

/* A district is looked for among those of the oblast that is asked for. */
static void words_are_those_below_the_one_above(void **state)
{
    (void)state;
    struct query *q = query_new(newest());
    int part = part_named(q, "address"), region = field_named(q, part, "addr_region"),
        district = field_named(q, part, "addr_district");
    assert_null(query_parent(q, part, district));
    set(q, part, region, "11");
    assert_string_equal(query_parent(q, part, district), "11");
    set(q, part, region, "!11");
    assert_null(query_parent(q, part, district));
    query_free(q);
}

static void words_follow_the_language(void **state)
{
    (void)state;
    struct query *q = query_new(newest());
    i18n_set(LANG_KK);
    set_named(q, "sex", "sex", "m");
    char *told = query_told(q);
    assert_string_equal(told, "Жынысы: ер");
    free(told);
    i18n_set(LANG_RU);
    query_translate(q, &session.world);
    told = query_told(q);
    assert_non_null(strstr(told, ": мужской"));
    free(told);
    query_free(q);
}

int main(void)
{
    i18n_init();
    const struct CMUnitTest query[] = {
        {"every field takes a condition, one round trip each", every_field_takes_a_condition, NULL,
         NULL, NULL},
        {"all conditions must be met", all_conditions_must_be_met, NULL, NULL, NULL},
        {"more than the list holds are counted", more_than_the_list_holds_are_counted, NULL, NULL,
         NULL},
        {"a refused condition leaves what was there", a_refused_condition_leaves_what_was_there,
         NULL, NULL, NULL},
        {"words are those below the one above", words_are_those_below_the_one_above, NULL, NULL,
         NULL},
        {"words follow the language", words_follow_the_language, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests(query, enter, leave);
}
