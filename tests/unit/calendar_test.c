/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/calendar.h"
#include "common/util.h"

static struct calendar *c;

/* 16 and 17 December are holidays; Saturday 19 December 2026 is worked. */
static int set_up(void **state)
{
    (void)state;
    c = calendar_new();
    calendar_add(c, day_from(2026, 12, 19), true, NULL, NULL);
    calendar_add(c, day_from(2026, 12, 17), false, NULL, NULL);
    calendar_add(c, day_from(2026, 12, 16), false, "Тәуелсіздік күні", "День независимости");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    calendar_free(c);
    calendar_free(NULL);
    return 0;
}

static void weekends_and_holidays_are_off(void **state)
{
    (void)state;
    static const struct {
        int month, dom;
        bool working, by_week;
    } cases[] = {
        {12, 14, true, true},   {12, 15, true, true},   {12, 16, false, true},
        {12, 17, false, true},  {12, 18, true, true},   {12, 19, true, false},
        {12, 20, false, false}, {11, 21, false, false}, {11, 23, true, true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        day d = day_from(2026, cases[i].month, cases[i].dom);
        assert_int_equal(calendar_working(c, d), cases[i].working);
        assert_int_equal(calendar_working(NULL, d), cases[i].by_week);
    }
}

static void holidays_have_names(void **state)
{
    (void)state;
    day d = day_from(2026, 12, 16);
    assert_string_equal(calendar_name(c, d, "kk"), "Тәуелсіздік күні");
    assert_string_equal(calendar_name(c, d, "ru"), "День независимости");
    assert_null(calendar_name(c, d + 1, "kk"));
    assert_null(calendar_name(c, day_from(2026, 12, 19), "kk"));
    assert_null(calendar_name(NULL, d, "kk"));
    calendar_add(c, day_from(2026, 1, 7), false, "Рождество", NULL);
    assert_string_equal(calendar_name(c, day_from(2026, 1, 7), "ru"), "Рождество");
}

static void working_days_are_counted(void **state)
{
    (void)state;
    static const struct {
        int month, dom, n, to_month, to_dom;
    } cases[] = {
        {11, 20, 0, 11, 20},  {11, 20, 1, 11, 23}, {11, 20, 3, 11, 25},  {11, 20, 10, 12, 4},
        {12, 15, 1, 12, 18},  {12, 15, 2, 12, 19}, {12, 15, 3, 12, 21},  {12, 21, -1, 12, 19},
        {12, 21, -3, 12, 15}, {11, 22, 1, 11, 23}, {11, 22, -1, 11, 20}, {11, 21, 0, 11, 21},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char shown[11], want[11];
        day_show(calendar_add_working(c, day_from(2026, cases[i].month, cases[i].dom), cases[i].n),
                 shown);
        day_show(day_from(2026, cases[i].to_month, cases[i].to_dom), want);
        assert_string_equal(shown, want);
    }
}

static void a_day_added_again_is_replaced(void **state)
{
    (void)state;
    day d = day_from(2027, 3, 8);
    calendar_add(c, d, false, "бір", "раз");
    calendar_add(c, d, true, NULL, NULL);
    assert_true(calendar_working(c, d));
    calendar_add(c, d, false, "екі", NULL);
    assert_string_equal(calendar_name(c, d, "kk"), "екі");
}

static void many_days_keep_their_order(void **state)
{
    (void)state;
    struct calendar *many = calendar_new();
    for (int i = 0; i < 500; i++)
        calendar_add(many, i * 7919 % 1000, i % 2 == 0, NULL, NULL);
    for (int i = 0; i < 500; i++)
        assert_int_equal(calendar_working(many, i * 7919 % 1000), i % 2 == 0);
    calendar_free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[Z-11] weekends and holidays are off", weekends_and_holidays_are_off, NULL, NULL, NULL},
        cmocka_unit_test(holidays_have_names),
        {"[Z-11] working days are counted", working_days_are_counted, NULL, NULL, NULL},
        cmocka_unit_test(a_day_added_again_is_replaced),
        cmocka_unit_test(many_days_keep_their_order),
    };
    return cmocka_run_group_tests_name("calendar", tests, set_up, tear_down);
}
