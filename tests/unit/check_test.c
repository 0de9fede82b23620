/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/record.h"
#include "common/util.h"
#include "tests/unit/sample_section.h"

static struct value_world world;

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    world = sample_world();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sample_world_done(&world);
    return 0;
}

static void settling_clears_what_does_not_apply(void **state)
{
    (void)state;
    struct record *r = record_new(&sample_episode);
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
    struct record *r = record_new(&sample_person);
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
    struct record *r = record_new(&sample_person);
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
    r = record_new(&sample_person);
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
    struct record *r = record_new(&sample_episode);
    EXPECT(r, {APPLIED, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING});
    SET(r, "applied_on", "2026-11-19");
    expect(r, NULL, 0);
    SET(r, "decision", "refused");
    EXPECT(r, {DECIDED, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
           {REASON, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING});
    SET(r, "decision", "registered", "decision_on", "2026-11-20");
    expect(r, NULL, 0);
    record_free(r);
    r = record_new(&sample_person);
    EXPECT(
        r, {IIN, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
        {SEX, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING},
        {BIRTH, CHECK_IMPOSSIBLE, true, MESSAGE_MISSING}); /* and not the one the database fills */
    record_free(r);
}

static void one_blank_is_filled_whole(void **state)
{
    (void)state;
    struct record *r = record_new(&sample_episode);
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
        struct record *r = record_new(&sample_episode);
        SET(r, "applied_on", "2026-11-19", "study_from", cases[i].from, "study_to", cases[i].to);
        expect(r, (const struct found[]){{UNTIL, CHECK_IMPOSSIBLE, false, MESSAGE_ORDER}},
               !cases[i].right);
        record_free(r);
    }
}

static void values_are_checked_where_they_apply(void **state)
{
    (void)state;
    struct record *r = record_new(&sample_episode);
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
    struct record *r = record_new(&sample_person);
    SET(r, "iin", "870131300002", "sex", "m", "birth_date", "1987-01-31");
    expect(r, NULL, 0);
    SET(r, "sex", "f", "birth_date", "1987-01-30");
    EXPECT(r, {SEX, CHECK_REASON, false, MESSAGE_IIN_DIFFERS},
           {BIRTH, CHECK_REASON, false, MESSAGE_IIN_DIFFERS});
    str_set(&r->reason[BIRTH], "birth certificate");
    EXPECT(r, {SEX, CHECK_REASON, false, MESSAGE_IIN_DIFFERS});
    record_free(r);
    r = record_new(&sample_person); /* a seventh digit that tells nothing */
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
    struct record *r = record_new(&sample_person);
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
    return cmocka_run_group_tests_name("check", tests, set_up, tear_down);
}
