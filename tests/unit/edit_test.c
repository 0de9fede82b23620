/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/utf8.h"
#include "tui/edit.h"

static bool press(struct edit *e, enum action a)
{
    return edit_key(e, (struct key){a, 0}, NULL);
}

/* Types the text, '\n' as Enter; returns how many characters found no room. */
static int type(struct edit *e, const char *text)
{
    int refused = 0;
    uint32_t c;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n) {
        bool full;
        edit_key(e, c == '\n' ? (struct key){ACT_ENTER, 0} : (struct key){ACT_CHAR, c}, &full);
        refused += full;
    }
    return refused;
}

/* [K-3] The first printable key replaces; an arrow, Home, End and Ins edit. */
static void replaces(void **state)
{
    (void)state;
    static const struct {
        enum action first;
        const char *want;
    } rows[] = {{ACT_NONE, "-"},        {ACT_RIGHT, "x-yz"},  {ACT_HOME, "-xyz"},
                {ACT_END, "xyz-"},      {ACT_INSERT, "-xyz"}, {ACT_DELETE, "-yz"},
                {ACT_BACKSPACE, "xy-"}, {ACT_CLEAR, "-"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct edit *e = edit_new(1, 10, 0, false);
        edit_fresh(e, "xyz");
        assert_true(edit_is_fresh(e));
        if (rows[i].first != ACT_NONE)
            press(e, rows[i].first);
        type(e, "-");
        assert_string_equal(edit_text(e), rows[i].want);
        assert_false(edit_is_fresh(e));
        edit_free(e);
    }
}

static void one_line(void **state)
{
    (void)state;
    struct edit *e = edit_new(1, 10, 0, false);
    int y, x;
    assert_int_equal(type(e, "Қайрат Нұрланұлы Ахметов"), 0);
    assert_string_equal(edit_text(e), "Қайрат Нұрланұлы Ахметов");
    edit_cursor(e, &y, &x);
    assert_int_equal(x, 9); /* it scrolls */
    assert_false(press(e, ACT_RIGHT));
    assert_false(press(e, ACT_DOWN));
    press(e, ACT_HOME);
    type(e, "1 ");
    assert_string_equal(edit_text(e), "1 Қайрат Нұрланұлы Ахметов");
    press(e, ACT_END);
    press(e, ACT_BACKSPACE);
    assert_string_equal(edit_text(e), "1 Қайрат Нұрланұлы Ахмето");
    press(e, ACT_CLEAR);
    assert_string_equal(edit_text(e), "");
    edit_free(e);
}

static void limits(void **state)
{
    (void)state;
    struct edit *e = edit_new(1, 20, 5, false);
    assert_int_equal(type(e, "ақбұлақ"), 2);
    assert_string_equal(edit_text(e), "ақбұл");
    press(e, ACT_LEFT);
    press(e, ACT_LEFT);
    press(e, ACT_BACKSPACE);
    assert_int_equal(type(e, "x"), 0);
    assert_string_equal(edit_text(e), "ақxұл");
    edit_free(e);
}

/* Another width keeps text, blanks being typed and the place. */
static void resized(void **state)
{
    (void)state;
    struct edit *e = edit_new(1, 10, 0, false);
    type(e, "ab ");
    edit_size(e, 1, 20);
    type(e, "c");
    assert_string_equal(edit_text(e), "ab c");
    edit_free(e);
    e = edit_new(4, 20, 0, true);
    type(e, "бірінші екінші үшінші\nтөртінші");
    press(e, ACT_HOME);
    edit_size(e, 3, 12);
    type(e, "-");
    assert_string_equal(edit_text(e), "бірінші екінші үшінші\n-төртінші");
    edit_free(e);
}

/* What goes into several lines comes back the same, whatever the width. */
static void lines(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "бір",
        "Бірінші жол.\n\nҮшінші жол сәл ұзынырақ болады, сондықтан ол бөлінеді\nсоңы",
        "12345678901234567890123456789012345 abc",
        "aaaa bbbb cccc dddd\neeee",
        "aaaa bbbb cccc ddddd\neeee",
        "\nсоңында",
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        for (int width = 10; width < 40; width++) {
            struct edit *e = edit_new(3, width, 0, true);
            edit_set(e, texts[i]);
            assert_string_equal(edit_text(e), texts[i]);
            edit_size(e, 5, width + 7);
            assert_string_equal(edit_text(e), texts[i]);
            edit_free(e);
        }
}

static void high_contrast(void **state)
{
    (void)state;
    assert_true(term_attr(STYLE_DIM) & A_DIM);
    term_contrast(true);
    for (int s = 0; s < STYLE_COUNT; s++)
        assert_false(term_attr((enum style)s) & A_DIM);
    assert_true(term_attr(STYLE_CURSOR) & A_REVERSE);
    term_contrast(false);
}

static void typed_lines(void **state)
{
    (void)state;
    struct edit *e = edit_new(3, 12, 0, true);
    type(e, "aaa bbb ccc ddd\neee\n\nfff");
    assert_string_equal(edit_text(e), "aaa bbb ccc ddd\neee\n\nfff");
    press(e, ACT_HOME);
    press(e, ACT_BACKSPACE);
    assert_string_equal(edit_text(e), "aaa bbb ccc ddd\neee\nfff");
    press(e, ACT_BACKSPACE);
    assert_string_equal(edit_text(e), "aaa bbb ccc ddd\neeefff");
    assert_true(press(e, ACT_UP));
    edit_free(e);
    e = edit_new(3, 12, 0, false); /* several lines, but no line ends: Enter is not its key */
    assert_false(press(e, ACT_ENTER));
    edit_free(e);
}

static int set_up(void **state)
{
    (void)state;
    struct error err;
    return term_start_offscreen(24, 80, &err) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    term_end();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replaces),      cmocka_unit_test(one_line), cmocka_unit_test(limits),
        cmocka_unit_test(resized),       cmocka_unit_test(lines),    cmocka_unit_test(typed_lines),
        cmocka_unit_test(high_contrast),
    };
    return cmocka_run_group_tests_name("edit", tests, set_up, tear_down);
}
