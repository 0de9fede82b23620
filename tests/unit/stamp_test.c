/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/stamp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_part_is_read(void **state)
{
    (void)state;
    struct stamps *s =
        stamps_new("{\"phone\": {\"at\": \"2026-11-18T05:06:07+00:00\", \"by\": \"operator\","
                   " \"centre\": 17, \"how\": \"save\", \"doc\": {\"no\": \"5\"}},"
                   " \"sex\": {\"by\": \"head\", \"how\": \"import\", \"checked\":"
                   " {\"at\": \"2026-11-19T00:00:00Z\", \"system\": \"ЖТ МДҚ\"}}}");
    const struct stamp *phone = stamps_get(s, "phone"), *sex = stamps_get(s, "sex");
    assert_string_equal(phone->at, "2026-11-18T05:06:07+00:00");
    assert_string_equal(phone->by, "operator");
    assert_string_equal(phone->centre, "17");
    assert_string_equal(phone->how, "save");
    assert_false(phone->checked);
    assert_null(phone->system);
    assert_string_equal(sex->how, "import");
    assert_true(sex->checked);
    assert_string_equal(sex->checked_at, "2026-11-19T00:00:00Z");
    assert_string_equal(sex->system, "ЖТ МДҚ");
    assert_null(sex->at);
    assert_null(stamps_get(s, "email"));
    stamps_free(s);
}

static void the_row_stands_in_for_its_columns(void **state)
{
    (void)state;
    struct stamps *s = stamps_new("{\"id\": {\"by\": \"row\"}, \"a\": {\"checked\": null}}");
    assert_string_equal(stamps_get(s, "b")->by, "row");
    assert_string_equal(stamps_get(s, "id")->by, "row");
    assert_null(stamps_get(s, "a")->by);
    assert_false(stamps_get(s, "a")->checked);
    struct stamps *copy = stamps_copy(s);
    stamps_free(s);
    assert_string_equal(stamps_get(copy, "b")->by, "row");
    stamps_free(copy);
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    assert_null(stamps_new(NULL));
    assert_null(stamps_copy(NULL));
    assert_null(stamps_get(NULL, "a"));
    stamps_free(NULL);
    static const char *const texts[] = {"{}", "", "[]", "{\"a\": "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct stamps *s = stamps_new(texts[i]);
        assert_null(stamps_get(s, "a"));
        stamps_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_is_read),
        cmocka_unit_test(the_row_stands_in_for_its_columns),
        cmocka_unit_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests_name("stamp", tests, NULL, NULL);
}
