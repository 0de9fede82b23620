/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/utf8.h"
#include "tui/opts.h"

static enum opts_result type(struct opts *o, const char *row, const char *text)
{
    enum opts_result last = OPTS_PASS;
    uint32_t c;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n)
        last = opts_key(o, "25кж+", row, (struct key){ACT_CHAR, c});
    return last;
}

/* [K-10] [K-11] A code counts by its key, whatever the layout; capitals too. */
static void codes(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
        enum opts_result result;
    } rows[] = {
        {"к", "к", OPTS_NEXT},       {"К", "к", OPTS_NEXT},        {"r", "к", OPTS_NEXT},
        {"R", "к", OPTS_NEXT},       {"ж", "ж", OPTS_NEXT},        {";", "ж", OPTS_NEXT},
        {"2", "2", OPTS_NEXT},       {"ә", "2", OPTS_NEXT},        {"Ә", "2", OPTS_NEXT},
        {"5", "5", OPTS_NEXT},       {",", "", OPTS_PASS},         {"x", "", OPTS_PASS},
        {"+14", "+14", OPTS_STAYED}, {"Һ\"ң", "+14", OPTS_STAYED}, {"к+7", "к+7", OPTS_STAYED},
        {"2+7", "+7", OPTS_STAYED},  {"+1234", "+123", OPTS_PASS}, {"+7к", "к", OPTS_NEXT},
        {"4", "", OPTS_PASS},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct opts *o = opts_new();
        assert_int_equal(type(o, "a", rows[i].typed), rows[i].result);
        assert_string_equal(opts_code(o, "a"), rows[i].code);
        assert_string_equal(opts_code(o, "b"), "");
        opts_free(o);
    }
}

static void correcting(void **state)
{
    (void)state;
    struct opts *o = opts_new();
    type(o, "a", "к+14");
    type(o, "b", "ж");
    assert_int_equal(opts_count(o), 2);
    assert_int_equal(opts_key(o, "", "a", (struct key){ACT_BACKSPACE, 0}), OPTS_STAYED);
    assert_string_equal(opts_code(o, "a"), "к+1");
    assert_int_equal(opts_key(o, "", "b", (struct key){ACT_BACKSPACE, 0}), OPTS_STAYED);
    assert_int_equal(opts_count(o), 1);
    assert_int_equal(opts_key(o, "", "b", (struct key){ACT_BACKSPACE, 0}), OPTS_PASS);
    opts_refuse(o, "a", "why");
    assert_string_equal(opts_why(o, "a"), "why");
    assert_int_equal(opts_key(o, "", "a", (struct key){ACT_CHAR, ' '}), OPTS_STAYED);
    assert_int_equal(opts_count(o), 0);
    assert_null(opts_why(o, "a"));
    opts_free(o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(codes), cmocka_unit_test(correcting)};
    return cmocka_run_group_tests_name("opts", tests, NULL, NULL);
}
