/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/message.h"
#include "common/util.h"

static void numbers_ascend_and_are_explained(void **state)
{
    (void)state;
    size_t count;
    const struct message_help *all = message_all(&count);
    assert_true(count > 40);
    for (size_t i = 0; i < count; i++) {
        assert_true(all[i].number >= 100 && all[i].number < 700);
        if (i && all[i].number <= all[i - 1].number)
            fail_msg("%d stands behind %d", all[i].number, all[i - 1].number);
        size_t len = strlen(all[i].explain);
        if (len < 30 || all[i].explain[len - 1] != '.')
            fail_msg("%d is not explained", all[i].number);
        assert_ptr_equal(message_find(all[i].number), &all[i]);
    }
    assert_null(message_find(0));
    assert_null(message_find(999));
}

static void every_refusal_of_the_guard_is_explained(void **state)
{
    (void)state;
    static const char *const states[] = {"MS208", "MS401", "MS403", "MS404", "MS409", "MS410",
                                         "MS412", "MS422", "MS423", "MS428", "MS429", "MS430",
                                         "MS440", "MS441", "MS442", "MS443", "MS451", "MS452"};
    for (size_t i = 0; i < COUNT(states); i++) {
        const struct message_help *help = message_for_sqlstate(states[i]);
        if (!help)
            fail_msg("%s", states[i]);
        assert_int_equal(help->number % 100, atoi(states[i] + 3));
        assert_int_equal(help->number / 100, 3);
    }
    assert_null(message_for_sqlstate("MS999"));
    assert_null(message_for_sqlstate(""));
    assert_null(message_for_sqlstate(NULL));
}

/* A number that the code gives out has its explanation: the enumeration has no holes. */
static void every_named_number_is_there(void **state)
{
    (void)state;
    for (int n = MESSAGE_TOO_LONG; n <= MESSAGE_NOT_TEXT; n++)
        assert_non_null(message_find(n));
    for (int n = MESSAGE_MISSING; n <= MESSAGE_ROW_UNSAVED; n++)
        assert_non_null(message_find(n));
    for (int n = MESSAGE_OTHER_CENTRE; n <= MESSAGE_VIEW; n++)
        assert_non_null(message_find(n));
    assert_string_equal(message_find(MESSAGE_VALUE_SETTLED)->sqlstate, "MS410");
    assert_string_equal(message_find(MESSAGE_NOT_UNEMPLOYED)->sqlstate, "MS412");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-14] numbers ascend and are explained", numbers_ascend_and_are_explained, NULL, NULL,
         NULL},
        {"[K-14] every refusal of the guard is explained", every_refusal_of_the_guard_is_explained,
         NULL, NULL, NULL},
        {"[K-14] every named number is there", every_named_number_is_there, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
