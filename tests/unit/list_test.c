/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/list.h"

/* Lines of a test are a string: 'h' a heading, 'r' a row one can stand on. */
static bool is_row(const void *ctx, int line)
{
    return ((const char *)ctx)[line] == 'r';
}

static struct list of(const char *lines, int count)
{
    return (struct list){
        .count = count, .current = -1, .lines = count, .stands = is_row, .ctx = lines};
}

static bool press(struct list *l, enum action a)
{
    return list_key(l, (struct key){a, 0});
}

static void headings_are_passed_over(void **state)
{
    (void)state;
    struct list l = of("hrrhhrh", 7);
    assert_true(list_first(&l));
    assert_int_equal(l.current, 1);
    assert_false(press(&l, ACT_UP));
    assert_true(press(&l, ACT_DOWN));
    assert_true(press(&l, ACT_DOWN));
    assert_int_equal(l.current, 5);
    assert_false(press(&l, ACT_DOWN));
    assert_int_equal(l.current, 5);
    assert_true(press(&l, ACT_UP));
    assert_int_equal(l.current, 2);
    assert_true(press(&l, ACT_END));
    assert_int_equal(l.current, 5);
    assert_true(press(&l, ACT_HOME));
    assert_int_equal(l.current, 1);
}

static void a_list_without_rows_has_no_place(void **state)
{
    (void)state;
    struct list l = of("hh", 2);
    assert_false(list_first(&l));
    assert_false(press(&l, ACT_DOWN));
    assert_false(press(&l, ACT_PAGE_DOWN));
    assert_int_equal(l.current, -1);
    list_fit(&l, 5);
    assert_int_equal(l.top, 0);
}

static void a_page_keeps_one_line(void **state)
{
    (void)state;
    struct list l = of("rrrrrrrrrr", 10);
    list_first(&l);
    list_fit(&l, 4);
    assert_true(press(&l, ACT_PAGE_DOWN));
    assert_int_equal(l.current, 3);
    assert_true(press(&l, ACT_PAGE_DOWN));
    list_fit(&l, 4);
    assert_int_equal(l.current, 6);
    assert_int_equal(l.top, 3);
    assert_true(press(&l, ACT_PAGE_DOWN));
    assert_true(press(&l, ACT_PAGE_UP));
    assert_int_equal(l.current, 6);
    assert_true(press(&l, ACT_END));
    assert_false(press(&l, ACT_PAGE_DOWN));
}

static void the_current_line_stays_in_sight(void **state)
{
    (void)state;
    struct list l = of("hrrrrhrrrr", 10);
    list_first(&l);
    press(&l, ACT_END);
    list_fit(&l, 3);
    assert_int_equal(l.top, 7);
    for (int i = 0; i < 3; i++)
        press(&l, ACT_UP);
    list_fit(&l, 3);
    assert_int_equal(l.current, 6);
    assert_int_equal(l.top, 5); /* with its heading */
    list_fit(&l, 1);            /* too small for both */
    assert_int_equal(l.top, 6);
    l.count = 3; /* rows went */
    list_fit(&l, 3);
    assert_int_equal(l.current, 2);
    assert_int_equal(l.top, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_passed_over),
        cmocka_unit_test(a_list_without_rows_has_no_place),
        cmocka_unit_test(a_page_keeps_one_line),
        cmocka_unit_test(the_current_line_stays_in_sight),
    };
    return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
