/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/utf8.h"
#include "common/util.h"

static void bad_bytes_are_seen(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC3",
        "\xC3(",
        "\xE0\x80\x80",
        "\xE2\x82",
        "\xED\xA0\x80",
        "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFE",
        "\xFF",
        "a\xD0",
    };
    for (size_t i = 0; i < COUNT(bad); i++)
        if (utf8_valid(bad[i]))
            fail_msg("bad bytes %zu pass", i);
    assert_true(utf8_valid("Әлия ￿ 😀 \xEF\xBF\xBD"));
    uint32_t c;
    assert_int_equal(utf8_next("\xE2\x82", &c), 1);
    assert_int_equal(c, 0xFFFD);
    assert_int_equal(utf8_next("", &c), 0);
}

static void every_character_survives_writing_and_reading(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c == 0xD800)
            c = 0xE000;
        char out[5];
        uint32_t back;
        size_t n = utf8_put(out, c);
        assert_int_equal(strlen(out), n);
        assert_int_equal(utf8_next(out, &back), n);
        assert_int_equal(back, c);
    }
}

static void length_and_width_are_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(utf8_length("Әлия"), 4);
    assert_int_equal(utf8_width("Әлия"), 4);
    assert_int_equal(utf8_width("и\xCC\x86"), 1); /* combining breve */
    assert_int_equal(utf8_width("漢字"), 4);
    assert_int_equal(utf8_fit("Әлия", 2), 4);
    assert_int_equal(utf8_fit("漢字", 3), 3);
    assert_int_equal(utf8_fit("и\xCC\x86к", 1), 4);
    assert_int_equal(utf8_fit("ab", 0), 0);
    char cut[] = "ab\xD3\x99";
    cut[3] = '\0';
    utf8_cut(cut);
    assert_string_equal(cut, "ab");
    char whole[] = "abә";
    utf8_cut(whole);
    assert_string_equal(whole, "abә");
    char emoji[] = "a😀";
    emoji[4] = '\0';
    utf8_cut(emoji);
    assert_string_equal(emoji, "a");
}

static void capitals_and_small_letters_are_pairs(void **state)
{
    (void)state;
    static const char small[] = "abzàöþаяёђџәғқңөұүһіщъѡӂӏğšžő";
    static const char large[] = "ABZÀÖÞАЯЁЂЏӘҒҚҢӨҰҮҺІЩЪѠӁӀĞŠŽŐ";
    const char *s = small, *l = large;
    uint32_t a, b;
    while (*s) {
        s += utf8_next(s, &a);
        l += utf8_next(l, &b);
        if (utf8_upper(a) != b || utf8_lower(b) != a || utf8_lower(a) != a || utf8_upper(b) != b)
            fail_msg("U+%04X and U+%04X", a, b);
    }
    assert_int_equal(utf8_lower('1'), '1');
    assert_int_equal(utf8_upper(0xF7), 0xF7);
    assert_true(utf8_is_letter(U'ә') && utf8_is_cyrillic(U'ә') && utf8_is_letter('q'));
    assert_false(utf8_is_cyrillic('q') || utf8_is_letter('-') || utf8_is_letter('7'));
}

static void folding_makes_one_of_what_is_confused(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } cases[] = {
        {"ӘҒҚҢӨҰҮҺІ", "агкноуухи"},
        {"Ёжик Щукин Объедков Ыбырай Элла", "ежик шукин обедков ибираи елла"},
        {"Әбдіғаппар", "абдигаппар"},
        {"Сара-Гүл", "сарагул"},
        {"О'Коннор О’К ОʼК О`К", "оконнор ок ок ок"},
        {"А. Б. Иванов", "а б иванов"},
        {" \u00A0 Али \t\n\u00A0 Вали  ", "али вали"},
        {"acehikmoptxyb", "асехикмортхув"},
        {"ACEHIKMOPTXYB", "асехикмортхув"},
        {"dfgjlnqrsuvwz", "dfgjlnqrsuvwz"},
        {"- ' .", ""},
        {"Али - Вали", "али вали"},
        {"12/3 (а)", "12/3 (а)"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *want = cases[i].to;
        char *folded = utf8_fold(cases[i].from);
        if (strcmp(folded, want) != 0)
            fail_msg("%s -> %s", cases[i].from, folded);
        char *again = utf8_fold(folded);
        assert_string_equal(again, folded);
        free(again);
        free(folded);
    }
}

static void cleaning_leaves_what_is_seen(void **state)
{
    (void)state;
    static const struct {
        const char *from, *line, *lines;
    } cases[] = {
        {"  a  b  ", "a b", "a b"},
        {"a\u00A0\u00A0b", "a b", "a b"},
        {"a\tb\r\nc", "a b c", "a b\nc"},
        {"\n\na \n\n b\n", "a b", "a\n\nb"},
        {"a\x01\x7F\u00AD\u200B\uFEFFb", "ab", "ab"},
        {"", "", ""},
        {" \n ", "", ""},
        {"a\xFFz", "a\uFFFDz", "a\uFFFDz"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *line = utf8_clean(cases[i].from, false), *lines = utf8_clean(cases[i].from, true);
        if (strcmp(line, cases[i].line) != 0 || strcmp(lines, cases[i].lines) != 0)
            fail_msg("case %zu: \"%s\" \"%s\"", i, line, lines);
        free(line);
        free(lines);
    }
}

static void collect(void *ctx, const char *s, size_t bytes)
{
    struct buf *b = ctx;
    buf_addn(b, s, bytes);
    buf_add(b, "|");
}

static void lines_break_at_spaces(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int width;
        const char *lines;
    } cases[] = {
        {"", 10, "|"},
        {"бір екі үш", 20, "бір екі үш|"},
        {"бір екі үш", 7, "бір екі|үш|"},
        {"бір екі үш", 6, "бір|екі үш|"},
        {"бір   екі", 4, "бір|екі|"},
        {"ұзынсөз", 3, "ұзы|нсө|з|"},
        {"а\nб в", 5, "а|б в|"},
        {"а\n\nб", 5, "а||б|"},
        {"漢字", 1, "漢|字|"},
        {"ab", 0, "a|b|"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf b = {0};
        int n = utf8_wrap(cases[i].text, cases[i].width, collect, &b);
        int bars = 0;
        for (const char *p = b.s; *p; p++)
            bars += *p == '|';
        if (strcmp(b.s, cases[i].lines) != 0 || n != bars ||
            n != utf8_wrap(cases[i].text, cases[i].width, NULL, NULL))
            fail_msg("\"%s\" in %d: %s, %d", cases[i].text, cases[i].width, b.s, n);
        buf_done(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_bytes_are_seen),
        cmocka_unit_test(every_character_survives_writing_and_reading),
        cmocka_unit_test(length_and_width_are_not_bytes),
        cmocka_unit_test(capitals_and_small_letters_are_pairs),
        {"[K-6] [K-12] folding makes one of what is confused",
         folding_makes_one_of_what_is_confused, NULL, NULL, NULL},
        cmocka_unit_test(cleaning_leaves_what_is_seen),
        cmocka_unit_test(lines_break_at_spaces),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
