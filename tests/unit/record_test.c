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
#include "common/record.h"
#include "common/util.h"
#include "tests/unit/sample_section.h"

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    return 0;
}

static void changed_is_what_differs_from_what_was_loaded(void **state)
{
    (void)state;
    struct record *r = record_new(&sample_episode);
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
    struct record *r = record_new(&sample_person);
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
    struct record *r = record_new(&sample_episode);
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
    };
    return cmocka_run_group_tests_name("record", tests, set_up, NULL);
}
