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
#include "common/util.h"
#include "tests/unit/value_case.h"

static const struct field money = {.name = "m", .type = FIELD_MONEY};
static const struct field number = {.name = "i", .type = FIELD_INT};
static const struct field few = {.name = "f", .type = FIELD_INT, .max = 30};
static const struct field metres = {.name = "d", .type = FIELD_DECIMAL};

static const struct value_world world = {.today = DAY_NONE};

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    return 0;
}

static void money_in_tenge(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&money, "150000", "150000.00", 0, ""},
        {&money, "150 000", "150000.00", 0, ""},
        {&money, "150\u00A0000", "150000.00", 0, ""},
        {&money, "150000,5", "150000.50", 0, ""},
        {&money, "150000.50", "150000.50", 0, NULL},
        {&money, "1.500.000,50", "1500000.50", 0, NULL},
        {&money, "150.000", "150000.00", 0,
         "=> 150 000"}, /* said, for it might be meant otherwise */
        {&money, "1,500,000", "1500000.00", 0, "=> 1 500 000"},
        {&money, "0", "0.00", 0, NULL},
        {&money, "007", "7.00", 0, NULL},
        {&money, "\"ғққққ", "150000.00", 0, NULL},
        {&money, "\".,қ", "1760.00", 0, NULL},
        {&money, "999999999999,99", "999999999999.99", 0, NULL},
        {&money, "1000000000000", NULL, MESSAGE_TOO_LARGE, "12 digits"},
        {&money, "-5", NULL, MESSAGE_NOT_MONEY, NULL},
        {&money, "150т", NULL, MESSAGE_NOT_MONEY, NULL},
        {&money, "1,5000", NULL, MESSAGE_NOT_MONEY, NULL},
        {&money, "1.50.000", NULL, MESSAGE_NOT_MONEY, NULL},
        {&money, "15,000.000", NULL, MESSAGE_NOT_MONEY, NULL},
        {&money, "1.5.5", NULL, MESSAGE_NOT_MONEY, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    static const struct {
        const char *value, *shown, *edited;
    } shows[] = {
        {"150000.00", "150 000", "150000"},
        {"150000.50", "150 000,50", "150000,50"},
        {"7.00", "7", "7"},
        {"1234567.05", "1 234 567,05", "1234567,05"},
        {"150000", "150 000", "150000"},
        {"999.00", "999", "999"},
        {"0.00", "0", "0"},
        {NULL, "", ""},
    };
    for (size_t i = 0; i < COUNT(shows); i++) {
        char *shown = value_show(&money, shows[i].value, &world),
             *edited = value_edit(&money, shows[i].value, &world);
        assert_string_equal(shown, shows[i].shown);
        assert_string_equal(edited, shows[i].edited);
        free(shown);
        free(edited);
    }
}

static void numbers(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&number, "12", "12", 0, ""},
        {&number, "0012", "12", 0, NULL},
        {&number, "0", "0", 0, NULL},
        {&number, "2 000", "2000", 0, NULL},
        {&number, "ә.", "27", 0, NULL},
        {&number, "2147483647", "2147483647", 0, NULL},
        {&number, "2147483648", NULL, MESSAGE_TOO_LARGE, NULL},
        {&number, "99999999999", NULL, MESSAGE_TOO_LARGE, NULL},
        {&number, "1.5", NULL, MESSAGE_NOT_INT, NULL},
        {&number, "-1", NULL, MESSAGE_NOT_INT, NULL},
        {&number, "бес", NULL, MESSAGE_NOT_INT, NULL},
        {&few, "30", "30", 0, NULL},
        {&few, "31", NULL, MESSAGE_TOO_LARGE, "larger than 30"},
        {&metres, "45", "45.0", 0, NULL},
        {&metres, "45,5", "45.5", 0, NULL},
        {&metres, "45.5", "45.5", 0, NULL},
        {&metres, "99999,9", "99999.9", 0, NULL},
        {&metres, "100000", NULL, MESSAGE_TOO_LARGE, NULL},
        {&metres, "45,55", NULL, MESSAGE_NOT_DECIMAL, NULL},
        {&metres, ",5x", NULL, MESSAGE_NOT_DECIMAL, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    char *shown = value_show(&metres, "45.5", &world), *whole = value_show(&metres, "45.0", &world);
    assert_string_equal(shown, "45,5");
    assert_string_equal(whole, "45");
    free(shown);
    free(whole);
}

static void stored_numbers_are_checked(void **state)
{
    (void)state;
    static const struct {
        const struct field *field;
        const char *value;
        bool right;
    } cases[] = {
        {&money, "5", true},      {&money, "5.0", true},    {&money, "5.00", true},
        {&money, "5.000", false}, {&money, "5.", false},    {&money, ".5", false},
        {&money, "5,00", false},  {&money, "-5.00", false}, {&metres, "5.55", false},
        {&metres, "5.5", true},   {&number, "5.0", false},  {&number, "5", true},
        {&number, "x", false},    {&money, "1e3", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (value_check(cases[i].field, cases[i].value, &world, NULL) != cases[i].right)
            fail_msg("%s", cases[i].value);
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("[K-8] [Z-12] money in tenge", money_in_tenge),
        TEST("[K-11] numbers", numbers),
        cmocka_unit_test(stored_numbers_are_checked),
    };
    return cmocka_run_group_tests_name("value_number", tests, set_up, NULL);
}
