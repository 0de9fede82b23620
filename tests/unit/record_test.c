/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/record.h"
#include "common/util.h"

static const struct choice sexes[] = {{"m", "ер"}, {"f", "әйел"}, {NULL, NULL}};
static const struct choices sex_list = {"sex", sexes};
static const struct choice decisions[] = {
    {"registered", "тіркелді"}, {"refused", "бас тартылды"}, {NULL, NULL}};
static const struct choices decision_list = {"decision", decisions};

enum person { IIN, SEX, BIRTH, REGION, DISTRICT, PLACE, CENTRE };
static const struct field person_fields[] = {
    {.name = "iin", .type = FIELD_IIN, .flags = FIELD_REQUIRED},
    {.name = "sex",
     .type = FIELD_ENUM,
     .choices = &sex_list,
     .flags = FIELD_REQUIRED | FIELD_FROM_IIN},
    {.name = "birth_date",
     .type = FIELD_DATE,
     .flags = FIELD_REQUIRED | FIELD_FROM_IIN | FIELD_PAST},
    {.name = "region", .type = FIELD_DICT, .dict = "region"},
    {.name = "district", .type = FIELD_DICT, .dict = "district", .parent = "region"},
    {.name = "place", .type = FIELD_DICT, .dict = "place", .parent = "district"},
    {.name = "centre", .type = FIELD_TEXT, .flags = FIELD_AUTO | FIELD_REQUIRED},
    {.name = NULL},
};
static const struct section person = {
    .name = "person", .table = "card", .fields = person_fields, .kind = SECTION_SINGLE};

enum episode {
    APPLIED,
    DECISION,
    DECIDED,
    REASON,
    REASON_OTHER,
    JOB_ON,
    JOB_AT,
    HOPED,
    LEAST,
    FROM,
    UNTIL,
    NO_DATE_WHY
};
static const struct field episode_fields[] = {
    {.name = "applied_on", .type = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_PAST},
    {.name = "decision", .type = FIELD_ENUM, .choices = &decision_list},
    {.name = "decision_on",
     .type = FIELD_DATE,
     .not_before = "applied_on",
     .required = {"decision", NULL}},
    {.name = "reason",
     .type = FIELD_TEXT,
     .when = {"decision", "refused"},
     .required = {"decision", "refused"},
     .max = 20},
    {.name = "reason_other", .type = FIELD_TEXT, .when = {"reason", "other|else"}},
    {.name = "job_on", .type = FIELD_DATE, .group = "job"},
    {.name = "job_at", .type = FIELD_TEXT, .group = "job"},
    {.name = "hoped", .type = FIELD_MONEY},
    {.name = "least", .type = FIELD_MONEY, .at_most = "hoped"},
    {.name = "study_from", .type = FIELD_PARTIAL},
    {.name = "study_to", .type = FIELD_PARTIAL, .not_before = "study_from"},
    {.name = "no_decision_why", .type = FIELD_TEXT, .when = {"decision", ""}},
    {.name = NULL},
};
static const struct section episode = {
    .name = "episode", .table = "jobseeker_reg", .fields = episode_fields, .kind = SECTION_LIST};

static struct value_world world;

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    struct dict_set *set = dict_set_new();
    dict_add(set, "region", &(struct dict_word){.code = "10", .kk = "а"});
    dict_add(set, "region", &(struct dict_word){.code = "20", .kk = "б"});
    dict_add(set, "district", &(struct dict_word){.code = "101", .parent = "10", .kk = "в"});
    dict_add(set, "place", &(struct dict_word){.code = "1011", .parent = "101", .kk = "г"});
    world = (struct value_world){.today = day_from(2026, 11, 20), .dicts = set};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    dict_set_free((struct dict_set *)(size_t)world.dicts);
    return 0;
}

static void changed_is_what_differs_from_what_was_loaded(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    assert_int_equal(r->count, 12);
    assert_true(record_empty(r) && !record_changed(r));
    record_set(r, HOPED, "5.00");
    assert_true(!record_empty(r) && record_changed(r) && record_field_changed(r, HOPED));
    assert_false(record_field_changed(r, LEAST));
    record_accept(r);
    assert_false(record_changed(r));
    record_set(r, HOPED, "6.00");
    assert_true(record_changed(r));
    record_set(r, HOPED, "5.00");
    assert_false(record_changed(r));
    record_set(r, HOPED, "");
    assert_null(r->value[HOPED]);
    assert_true(record_changed(r));
    record_revert(r);
    assert_string_equal(record_get(r, "hoped"), "5.00");
    str_set(&r->reason[HOPED], "as in the contract");
    assert_true(record_changed(r) && record_field_changed(r, HOPED));
    record_accept(r);
    str_set(&r->annul_reason, "typed twice");
    assert_true(record_changed(r));
    record_revert(r);
    assert_null(r->annul_reason);
    assert_string_equal(r->reason[HOPED], "as in the contract");
    record_set(r, HOPED, "7.00"); /* another value needs another reason */
    assert_null(r->reason[HOPED]);
    assert_int_equal(record_field(r, "nothing"), -1);
    assert_int_equal(record_field(r, NULL), -1);
    assert_null(record_get(r, "nothing"));
    record_free(r);
    record_free(NULL);
}

static void a_copy_stands_by_itself(void **state)
{
    (void)state;
    struct record *r = record_new(&person);
    record_set(r, IIN, "870131300002");
    record_settle(r, IIN);
    str_set(&r->id, "7");
    r->stamps = stamps_new("{\"id\": {\"by\": \"operator\"}}");
    str_set(&r->reason[SEX], "why");
    struct record *c = record_copy(r);
    record_free(r);
    assert_string_equal(c->id, "7");
    assert_string_equal(stamps_get(c->stamps, "id")->by, "operator");
    assert_string_equal(c->reason[SEX], "why");
    assert_string_equal(c->value[BIRTH], "1987-01-31");
    assert_true(record_changed(c));
    record_free(c);
}

static void a_field_applies_by_its_condition(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    assert_false(record_applies(r, REASON));
    assert_true(record_applies(r, NO_DATE_WHY)); /* "": no value */
    record_set(r, DECISION, "registered");
    assert_false(record_applies(r, REASON) || record_applies(r, NO_DATE_WHY));
    record_set(r, DECISION, "refused");
    assert_true(record_applies(r, REASON) && record_required(r, REASON));
    assert_false(record_applies(r, REASON_OTHER));
    record_set(r, REASON, "else");
    assert_true(record_applies(r, REASON_OTHER));
    assert_false(record_required(r, REASON_OTHER));
    r->value[DECISION][0] = 'x'; /* the condition's field applies no more */
    assert_false(record_applies(r, REASON_OTHER));
    record_free(r);
}

static void settling_clears_what_does_not_apply(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    record_set(r, DECISION, "refused");
    record_set(r, REASON, "other");
    record_set(r, REASON_OTHER, "text");
    assert_false(record_settle(r, REASON_OTHER));
    record_set(r, DECISION, "registered");
    assert_true(record_settle(r, DECISION));
    assert_null(r->value[REASON]);
    assert_null(r->value[REASON_OTHER]);
    assert_false(record_settle(r, -1));
    record_free(r);
}

static void a_new_parent_clears_its_children(void **state)
{
    (void)state;
    struct record *r = record_new(&person);
    record_set(r, REGION, "10");
    record_set(r, DISTRICT, "101");
    record_set(r, PLACE, "1011");
    assert_false(record_settle(r, PLACE));
    record_set(r, REGION, "20");
    assert_true(record_settle(r, REGION));
    assert_null(r->value[DISTRICT]);
    assert_null(r->value[PLACE]);
    assert_string_equal(r->value[REGION], "20");
    record_free(r);
}

static void follows(struct record *r, const char *iin, const char *birth, const char *sex)
{
    record_set(r, IIN, iin);
    record_settle(r, IIN);
    if (!str_same(r->value[BIRTH], birth) || !str_same(r->value[SEX], sex))
        fail_msg("%s: %s %s", iin, r->value[BIRTH], r->value[SEX]);
    assert_false(record_settle(r, IIN));
}

static void birth_and_sex_follow_the_iin(void **state)
{
    (void)state;
    struct record *r = record_new(&person);
    follows(r, "870131300002", "1987-01-31", "m");
    follows(r, "010203500008", "2001-02-03", "m");
    follows(r, "870131300007", NULL, NULL); /* wrong: nothing is told, what was told before goes */
    follows(r, "870131300002", "1987-01-31", "m");
    follows(r, NULL, NULL, NULL);
    follows(r, "870131300002", "1987-01-31", "m");
    record_accept(r); /* as loaded */
    struct record *loaded = record_copy(r);
    str_set(&loaded->former_iin, NULL);
    follows(loaded, "010203500008", "2001-02-03", "m");
    record_free(loaded);
    record_set(r, BIRTH, "1987-01-30"); /* by hand */
    record_settle(r, BIRTH);
    follows(r, "010203500008", "1987-01-30", "m");
    record_free(r);
    r = record_new(&person);
    record_set(r, SEX, "f"); /* by hand, before the IIN */
    record_settle(r, SEX);
    follows(r, "870131300002", "1987-01-31", "f");
    record_free(r);
}

struct found {
    int field;
    enum strength strength;
    bool missing;
    int number;
};

static void expect(struct record *r, const struct found *want, int count)
{
    struct problem out[20];
    int n = record_check(r, &world, out, 20);
    for (int i = 0; i < n; i++)
        assert_true(out[i].text[0] && out[i].record == r && message_find(out[i].number));
    for (int i = 0; i < n || i < count; i++)
        if (n != count || out[i].field != want[i].field || out[i].strength != want[i].strength ||
            out[i].missing != want[i].missing || out[i].number != want[i].number)
            fail_msg("%d problems, not %d; problem %d: field %d, number %d, %s", n, count, i,
                     i < n ? out[i].field : -1, i < n ? out[i].number : 0,
                     i < n ? out[i].text : "none");
    if (n > 0)
        assert_int_equal(record_check(r, &world, out, n - 1), n - 1);
}

#define EXPECT(r, ...)                                                                             \
    expect(r, (const struct found[]){__VA_ARGS__},                                                 \
           (int)COUNT(((const struct found[]){__VA_ARGS__})))

static void set_all(struct record *r, const char *const *values)
{
    for (int i = 0; values[i] && i + 1 < 2 * r->count; i += 2)
        record_set(r, record_field(r, values[i]), values[i + 1]);
}

#define SET(r, ...) set_all(r, (const char *const[]){__VA_ARGS__, NULL})

static void what_is_required_is_missed(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    EXPECT(r, {APPLIED, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING});
    SET(r, "applied_on", "2026-11-19");
    expect(r, NULL, 0);
    SET(r, "decision", "refused");
    EXPECT(r, {DECIDED, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
           {REASON, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING});
    SET(r, "decision", "registered", "decision_on", "2026-11-20");
    expect(r, NULL, 0);
    record_free(r);
    r = record_new(&person);
    EXPECT(
        r, {IIN, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
        {SEX, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
        {BIRTH, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING}); /* and not the one the database fills */
    record_free(r);
}

static void one_blank_is_filled_whole(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    SET(r, "applied_on", "2026-11-19", "job_at", "ЖШС");
    assert_true(record_required(r, JOB_ON));
    EXPECT(r, {JOB_ON, CHECK_IMPOSSIBLE, true, MESSAGE_GROUP});
    SET(r, "job_on", "2026-11-19", "job_at", "");
    EXPECT(r, {JOB_AT, CHECK_IMPOSSIBLE, true, MESSAGE_GROUP});
    SET(r, "job_at", "ЖШС");
    expect(r, NULL, 0);
    record_free(r);
}

static void dates_keep_their_order(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        bool right;
    } cases[] = {
        {"2005-09-01", "2005-09-01", true},
        {"2005-09-01", "2005-08-31", false},
        {"2005", "2005", true},
        {"2005-09-01", "2005", true},
        {"2005", "2005-01-01", true},
        {"2005", "2004-12-31", false},
        {"2005-09", "2005", true},
        {"2005-09", "2005-08", false},
        {"2005-09-15", "2005-09", true},
        {"2006", "2005-12", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct record *r = record_new(&episode);
        SET(r, "applied_on", "2026-11-19", "study_from", cases[i].from, "study_to", cases[i].to);
        expect(r, (const struct found[]){{UNTIL, CHECK_IMPOSSIBLE, false, MESSAGE_ORDER}},
               !cases[i].right);
        record_free(r);
    }
}

static void values_are_checked_where_they_apply(void **state)
{
    (void)state;
    struct record *r = record_new(&episode);
    SET(r, "applied_on", "2026-11-21", "decision", "refused", "decision_on", "2026-11-20", "reason",
        "жиырма әріптен ұзын себеп");
    EXPECT(r, {APPLIED, CHECK_IMPOSSIBLE, false, MESSAGE_FUTURE},
           {DECIDED, CHECK_IMPOSSIBLE, false, MESSAGE_ORDER},
           {REASON, CHECK_IMPOSSIBLE, false, MESSAGE_TOO_LONG});
    SET(r, "applied_on", "2026-11-20", "decision", "maybe");
    EXPECT(r, {DECISION, CHECK_IMPOSSIBLE, false, MESSAGE_CHOICE_UNKNOWN});
    SET(r, "decision", "registered", "hoped", "100.00", "least", "100.00");
    expect(r, NULL, 0);
    SET(r, "least", "1000.00");
    EXPECT(r, {LEAST, CHECK_NOTE, false, MESSAGE_AT_MOST});
    record_free(r);
}

static void what_differs_from_the_iin_needs_a_reason(void **state)
{
    (void)state;
    struct record *r = record_new(&person);
    SET(r, "iin", "870131300002", "sex", "m", "birth_date", "1987-01-31");
    expect(r, NULL, 0);
    SET(r, "sex", "f", "birth_date", "1987-01-30");
    EXPECT(r, {SEX, CHECK_REASON, false, MESSAGE_IIN_DIFFERS},
           {BIRTH, CHECK_REASON, false, MESSAGE_IIN_DIFFERS});
    str_set(&r->reason[BIRTH], "birth certificate");
    EXPECT(r, {SEX, CHECK_REASON, false, MESSAGE_IIN_DIFFERS});
    record_free(r);
    r = record_new(&person); /* a seventh digit that tells nothing */
    SET(r, "iin", "870131000003", "sex", "m", "birth_date", "1987-01-31");
    EXPECT(r, {SEX, CHECK_REASON, false, MESSAGE_IIN_SILENT},
           {BIRTH, CHECK_REASON, false, MESSAGE_IIN_SILENT});
    str_set(&r->reason[SEX], "passport");
    str_set(&r->reason[BIRTH], "passport");
    expect(r, NULL, 0);
    SET(r, "iin", "870131000001"); /* wrong: only that is told */
    EXPECT(r, {IIN, CHECK_IMPOSSIBLE, false, MESSAGE_IIN_CHECK});
    record_free(r);
}

static void a_word_lies_under_its_parent(void **state)
{
    (void)state;
    struct record *r = record_new(&person);
    SET(r, "iin", "870131300002", "sex", "m", "birth_date", "1987-01-31", "region", "10",
        "district", "101", "place", "1011");
    expect(r, NULL, 0);
    SET(r, "region", "20");
    EXPECT(r, {DISTRICT, CHECK_IMPOSSIBLE, false, MESSAGE_PARENT});
    SET(r, "region", "");
    expect(r, NULL, 0);
    SET(r, "district", "999");
    EXPECT(r, {DISTRICT, CHECK_IMPOSSIBLE, false, MESSAGE_WORD_UNKNOWN},
           {PLACE, CHECK_IMPOSSIBLE, false, MESSAGE_PARENT});
    record_free(r);
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_is_what_differs_from_what_was_loaded),
        cmocka_unit_test(a_copy_stands_by_itself),
        TEST("[F-8] a field applies by its condition", a_field_applies_by_its_condition),
        TEST("[F-8] settling clears what does not apply", settling_clears_what_does_not_apply),
        cmocka_unit_test(a_new_parent_clears_its_children),
        TEST("[Z-13] birth and sex follow the IIN", birth_and_sex_follow_the_iin),
        TEST("[F-8] what is required is missed", what_is_required_is_missed),
        TEST("[F-14] one blank is filled whole or not at all", one_blank_is_filled_whole),
        cmocka_unit_test(dates_keep_their_order),
        cmocka_unit_test(values_are_checked_where_they_apply),
        TEST("[Z-13] what differs from the IIN needs a reason",
             what_differs_from_the_iin_needs_a_reason),
        cmocka_unit_test(a_word_lies_under_its_parent),
    };
    return cmocka_run_group_tests_name("record", tests, set_up, tear_down);
}
