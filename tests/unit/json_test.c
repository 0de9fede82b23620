/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void writer_nests_and_escapes(void **state)
{
    (void)state;
    struct json j = {0};
    json_open(&j, NULL, '{');
    json_text(&j, "a\"b", "қ\\\n\t\x01");
    json_text(&j, "none", NULL);
    json_open(&j, "list", '[');
    json_bool(&j, NULL, true);
    json_number(&j, NULL, -7);
    json_open(&j, NULL, '{');
    json_close(&j);
    json_close(&j);
    json_bool(&j, "no", false);
    json_close(&j);
    char *text = json_take(&j);
    assert_string_equal(text, "{\"a\\\"b\":\"қ\\\\\\n\\t\\u0001\",\"none\":null,"
                              "\"list\":[true,-7,{}],\"no\":false}");
    free(text);
}

static void expect_member(const char *text, const char *key, const char *expected)
{
    char *value;
    assert_true(json_member(text, key, &value));
    if (expected)
        assert_string_equal(value, expected);
    else
        assert_null(value);
    free(value);
}

static void reader_finds_members(void **state)
{
    (void)state;
    const char *text = " { \"a\" : \"x\" , \"n\":null, \"num\": "
                       "-1.5e3,\"whole\":9007199254740993,\"o\":{\"a\":[1,\"]}\"]},"
                       "\"e\":\"\", \"u\":\"\\u049b\\ud83d\\ude00\\\"\\\\\\/\\n\\t\" }";
    expect_member(text, "a", "x");
    expect_member(text, "n", NULL);
    expect_member(text, "num", "-1500.0");
    expect_member(text, "whole", "9007199254740993");
    expect_member(text, "o", "{\"a\":[1,\"]}\"]}");
    expect_member(text, "e", "");
    expect_member(text, "u", "қ😀\"\\/\n\t");
    char *value;
    assert_false(json_member(text, "b", &value));
    assert_null(value);
    assert_false(json_member("{}", "b", &value));
}

static void ignore(void *ctx, const char *key, const char *value)
{
    (void)key;
    (void)value;
    ++*(int *)ctx;
}

static void broken_text_is_refused(void **state)
{
    (void)state;
    static const char *const broken[] = {"",
                                         "[]",
                                         "x",
                                         "{",
                                         "{\"a\"",
                                         "{\"a\":",
                                         "{\"a\":\"",
                                         "{\"a\":1",
                                         "{\"a\":1 2}",
                                         "{a:1}",
                                         "{\"a\":\"\\x\"}",
                                         "{\"a\":\"\\u12\"}",
                                         "{\"a\":\"\\ud800\"}",
                                         "{\"a\":[1,}",
                                         "{\"a\":[\"}",
                                         "{\"a\":\"\\u0000\"}",
                                         "{\"a\":,}",
                                         "{\"a\":1,\"b\":\"x",
                                         "{\"a\":1} x",
                                         "{\"a\":\"\xd0\"}"};
    for (size_t i = 0; i < COUNT(broken); i++) {
        int seen = 0;
        if (json_each(broken[i], ignore, &seen))
            fail_msg("taken: %s", broken[i]);
        assert_int_equal(seen, 0);
    }
    int seen = 0;
    assert_false(json_each(NULL, ignore, &seen));
    assert_true(json_each("{\"a\":1,\"b\":2}", ignore, &seen));
    assert_int_equal(seen, 2);
}

/* What the writer writes the reader reads. */
static void round_trip(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\"", "\\", "\x7f\x1f", "Ұлы\nдала\t!", "\\u0041"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct json j = {0};
        json_open(&j, NULL, '{');
        json_text(&j, "k", texts[i]);
        json_close(&j);
        char *text = json_take(&j);
        expect_member(text, "k", texts[i]);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writer_nests_and_escapes),
        cmocka_unit_test(reader_finds_members),
        cmocka_unit_test(broken_text_is_refused),
        cmocka_unit_test(round_trip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
