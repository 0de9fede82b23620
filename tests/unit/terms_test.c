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
#include "common/terms.h"
#include "common/util.h"

static void the_eleven_definitions(void **state)
{
    (void)state;
    /* What is defined, and how the text ends. */
    static const char *const defined[][2] = {
        {"әлеуметтік кәсіптік бағдарлау – кәсіп таңдауда, ",
         " өзара байланысты іс-шаралар кешені;"},
        {"әлеуметтік еңбек саласындағы бірыңғай ақпараттық жүйе – ",
         " өзара іс-қимылға арналған ақпараттандыру объектісі;"},
        {"жұмыссыз – жұмыс іздеуші және ", "кірісуге дайын жеке тұлға;"},
        {"жұмыспен қамтудың жеке картасы (бұдан әрі – ЖҚЖК) – ", "орындалуы көрсетілетін құжат;"},
        {"жұмысқа орналастыру – ", "құқықтық іс-шаралар кешені;"},
        {"жұмыс іздеуші адам – ", "жүгінген жеке тұлға;"},
        {"кәсіптік оқыту – Қазақстан Республикасының Әлеуметтік кодексте ", "қамтитын оқыту;"},
        {"лайықты жұмыс – ", "лайықты жұмыс деп есептеледі;"},
        {"мансап орталығы (бұдан әрі – Орталық) – ", "орталығының филиалы;"},
        {"мүгедектігі бар адамдарды жұмысқа орналастыруға арналған арнайы жұмыс орындары – ",
         "жабдықталған жұмыс орындары;"},
        {"субсидияланатын жұмыс орны – ", "жұмыс беруші құратын жұмыс орны."},
    };
    size_t n = 0;
    for (const struct wording *w = definitions; w->number; w++, n++) {
        assert_true(n < COUNT(defined));
        assert_int_equal(atoi(w->number), (int)n + 1);
        assert_true(str_starts(w->text, defined[n][0]));
        size_t end = strlen(defined[n][1]), length = strlen(w->text);
        assert_string_equal(w->text + length - end, defined[n][1]);
        for (const char *at = w->text; *at; at++) /* no Latin letter among the Kazakh ones */
            if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'))
                fail_msg("%s", w->text);
        assert_null(strstr(w->text, "  "));
        assert_int_not_equal(day_parse_iso(w->since), DAY_NONE);
    }
    assert_int_equal(n, COUNT(defined));
}

static void what_was_reworded(void **state)
{
    (void)state;
    for (const struct wording *w = definitions; w->number; w++) {
        assert_int_equal(terms_known(w, "2026-07-12"), strcmp(w->number, "2)") != 0);
        assert_true(terms_known(w, "2026-07-11"));
    }
    size_t n = 0;
    for (const struct wording *w = rules; w->number; w++, n++)
        assert_int_equal(terms_known(w, "2026-07-12"), strchr("457", *w->number) == NULL);
    assert_int_equal(n, 5);
}

static void words_by_date(void **state)
{
    (void)state;
    assert_string_equal(terms_word("system", "2023-01-01"), "ақпараттық жүйе");
    assert_string_equal(terms_word("system", "2026-07-11"), "ақпараттық жүйе");
    assert_string_equal(terms_word("system", "2026-07-12"), "цифрлық жүйе");
    assert_string_equal(terms_word("government", "2026-07-11"), "электрондық үкімет");
    assert_string_equal(terms_word("government", "2030-01-01"), "цифрлық үкімет");
    assert_null(terms_word("nothing", "2030-01-01"));
    for (const struct term *t = terms; t->key; t++)
        assert_int_equal(terms_current(t, "2026-11-18"), t->since != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[R-2] the eleven definitions", the_eleven_definitions, NULL, NULL, NULL},
        {"[R-11] [Z-10] what another wording follows", what_was_reworded, NULL, NULL, NULL},
        {"[A-1] words of the law by date", words_by_date, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
