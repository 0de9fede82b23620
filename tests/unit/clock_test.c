/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/clock.h"
#include "common/util.h"

static void every_day_of_four_centuries_is_itself(void **state)
{
    (void)state;
    day first = day_from(1801, 1, 1), last = day_from(2200, 12, 31);
    assert_int_equal(day_from(1970, 1, 1), 0);
    assert_int_equal(last - first + 1, 146097);
    for (day d = first; d <= last; d++) {
        int year, month, dom;
        day_split(d, &year, &month, &dom);
        assert_int_equal(day_from(year, month, dom), d);
        char iso[11];
        day_iso(d, iso);
        assert_int_equal(day_parse_iso(iso), d);
    }
}

static void days_that_are_none(void **state)
{
    (void)state;
    static const int bad[][3] = {{2026, 2, 29}, {1900, 2, 29}, {2026, 4, 31}, {2026, 0, 1},
                                 {2026, 13, 1}, {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},
                                 {10000, 1, 1}, {2026, -1, 5}, {2026, 2, -3}};
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_int_equal(day_from(bad[i][0], bad[i][1], bad[i][2]), DAY_NONE);
    assert_int_not_equal(day_from(2000, 2, 29), DAY_NONE);
    static const char *const texts[] = {"",           "2026-11-2",  "2026-11-270", "2026/11/27",
                                        "20261127",   "2026-13-01", "2026-02-30",  "-026-11-27",
                                        "2026-1a-27", "27.11.2026"};
    for (size_t i = 0; i < COUNT(texts); i++)
        if (day_parse_iso(texts[i]) != DAY_NONE)
            fail_msg("%s is no day", texts[i]);
    assert_int_equal(day_parse_iso(NULL), DAY_NONE);
}

static void days_are_shown(void **state)
{
    (void)state;
    char out[11];
    day_show(day_from(2026, 11, 7), out);
    assert_string_equal(out, "07.11.2026");
    day_iso(day_from(1, 2, 3), out);
    assert_string_equal(out, "0001-02-03");
    day_show(DAY_NONE, out);
    assert_string_equal(out, "");
    day_iso(DAY_NONE, out);
    assert_string_equal(out, "");
}

static void weekdays(void **state)
{
    (void)state;
    assert_int_equal(day_weekday(day_from(2026, 11, 20)), 5);
    assert_int_equal(day_weekday(day_from(2026, 11, 22)), 7);
    assert_int_equal(day_weekday(day_from(1970, 1, 1)), 4);
    assert_int_equal(day_weekday(day_from(1900, 1, 1)), 1);
    for (day d = -1000; d < 1000; d++)
        assert_int_equal(day_weekday(d + 1), day_weekday(d) % 7 + 1);
}

static void months_end_where_they_end(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } cases[] = {
        {"2026-01-31", 1, "2026-02-28"},  {"2028-01-31", 1, "2028-02-29"},
        {"2026-11-20", 2, "2027-01-20"},  {"2026-03-31", -1, "2026-02-28"},
        {"2026-01-15", -1, "2025-12-15"}, {"2024-02-29", 12, "2025-02-28"},
        {"2026-12-31", 0, "2026-12-31"},  {"2026-05-31", -27, "2024-02-29"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char iso[11];
        day_iso(day_add_months(day_parse_iso(cases[i].from), cases[i].months), iso);
        assert_string_equal(iso, cases[i].to);
    }
    assert_int_equal(day_add_months(day_from(9999, 12, 1), 1), DAY_NONE);
    assert_int_equal(day_add_months(day_from(1, 1, 1), -1), DAY_NONE);
    assert_int_equal(day_add_months(DAY_NONE, 1), DAY_NONE);
}

static void the_monotonic_clock_does_not_go_back(void **state)
{
    (void)state;
    long before = clock_ms();
    assert_true(before > 0);
    assert_true(clock_ms() >= before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_four_centuries_is_itself),
        cmocka_unit_test(days_that_are_none),
        {"[Z-12] days are shown dd.mm.yyyy", days_are_shown, NULL, NULL, NULL},
        cmocka_unit_test(weekdays),
        cmocka_unit_test(months_end_where_they_end),
        cmocka_unit_test(the_monotonic_clock_does_not_go_back),
    };
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
