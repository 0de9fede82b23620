/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/util.h"

static struct dict_set *set;

static int set_up(void **state)
{
    (void)state;
    static const struct dict_word districts[] = {
        {"101", "10", "Абай ауданы", "Абайский район", NULL, NULL, NULL},
        {"102", "10", "Қарқаралы ауданы", "Каркаралинский район", "Karkaraly district", NULL, NULL},
        {"201", "20", "Абай ауданы", "Абайский район", NULL, NULL, NULL},
        {"202", "20", "Ескі ауданы", "Старый район", NULL, NULL, "2020-12-31"},
        {"203", "20", "Жаңа (бұрынғы Ескі) ауданы", "Новый район", NULL, "2027-01-01", NULL},
        {"204", "20", "Абайлы", "Абайлы", NULL, NULL, NULL},
    };
    i18n_init();
    set = dict_set_new();
    for (size_t i = 0; i < COUNT(districts); i++)
        dict_add(set, "district", &districts[i]);
    dict_add(set, "region",
             &(struct dict_word){
                 .code = "10", .kk = "Қарағанды облысы", .ru = "Карагандинская область"});
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    dict_set_free(set);
    dict_set_free(NULL);
    return 0;
}

static void words_keep_their_order(void **state)
{
    (void)state;
    size_t count;
    const struct dict_word *const *words = dict_words(set, "district", &count);
    assert_int_equal(count, 6);
    assert_string_equal(words[0]->code, "101");
    assert_string_equal(words[5]->code, "204");
    dict_words(set, "none", &count);
    assert_int_equal(count, 0);
    assert_string_equal(dict_find(set, "region", "10")->ru, "Карагандинская область");
    assert_null(dict_find(set, "region", "101"));
    assert_null(dict_find(set, "region", NULL));
    assert_null(dict_find(NULL, "region", "10"));
}

static void a_word_speaks_the_language(void **state)
{
    (void)state;
    const struct dict_word *two = dict_find(set, "district", "101"),
                           *three = dict_find(set, "district", "102");
    i18n_set(LANG_RU);
    assert_string_equal(dict_word_text(two), "Абайский район");
    i18n_set(LANG_EN);
    assert_string_equal(dict_word_text(three), "Karkaraly district");
    assert_string_equal(dict_word_text(two), "Абайский район");
    i18n_set(LANG_KK);
    assert_string_equal(dict_word_text(two), "Абай ауданы");
    const struct dict_word bare = {.code = "x"};
    assert_string_equal(dict_word_text(&bare), "x");
}

static void what_was_typed_is_ranked(void **state)
{
    (void)state;
    static const struct {
        const char *code, *typed;
        int rank;
    } cases[] = {
        {"102", "102", 1},
        {"102", "Қарқаралы ауданы", 1},
        {"102", "КАРКАРАЛИНСКИЙ РАЙОН", 1},
        {"102", "10", 2},
        {"102", "карк", 2},
        {"102", "қарқ", 2},
        {"102", "kapk", 2},
        {"102", "ауд", 3},
        {"102", "рай", 3},
        {"102", "каралы", 0},
        {"102", "аудан каркаралы", 0},
        {"102", "karkaraly dist", 2},
        {"203", "бұрын", 3},
        {"203", "новый р", 2},
        {"102", "", 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int rank = dict_match(dict_find(set, "district", cases[i].code), cases[i].typed);
        if (rank != cases[i].rank)
            fail_msg("%s: rank %d", cases[i].typed, rank);
    }
}

static void validity_includes_both_ends(void **state)
{
    (void)state;
    const struct dict_word *old = dict_find(set, "district", "202"),
                           *new = dict_find(set, "district", "203");
    assert_true(dict_choosable(old, NULL, "2020-12-31"));
    assert_false(dict_choosable(old, NULL, "2021-01-01"));
    assert_true(dict_choosable(new, NULL, "2027-01-01"));
    assert_false(dict_choosable(new, NULL, "2026-12-31"));
    assert_true(dict_choosable(new, "20", NULL));
    assert_false(dict_choosable(new, "10", NULL));
}

static void the_only_word_that_fits_is_taken(void **state)
{
    (void)state;
    static const struct {
        const char *parent, *typed, *code;
        size_t fits;
    } cases[] = {
        {NULL, "қарқ", "102", 1},        {NULL, "абай", NULL, 3},    {"10", "абай", "101", 1},
        {"20", "абай", NULL, 2},         {"20", "абайлы", "204", 1}, {NULL, "абай ауданы", NULL, 2},
        {"20", "абай ауданы", "201", 1}, {NULL, "ескі", NULL, 0},    {NULL, "201", "201", 1},
        {NULL, "жоқсөз", NULL, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t fits;
        const struct dict_word *w =
            dict_answer(set, "district", cases[i].parent, "2026-11-20", cases[i].typed, &fits);
        if (fits != cases[i].fits || !str_same(w ? w->code : NULL, cases[i].code))
            fail_msg("%s: %zu fit, %s", cases[i].typed, fits, w ? w->code : "none");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_keep_their_order),
        cmocka_unit_test(a_word_speaks_the_language),
        {"[K-6] code, Kazakh, Russian, folded letters are ranked", what_was_typed_is_ranked, NULL,
         NULL, NULL},
        cmocka_unit_test(validity_includes_both_ends),
        {"[K-6] the only word that fits is taken", the_only_word_that_fits_is_taken, NULL, NULL,
         NULL},
    };
    return cmocka_run_group_tests_name("dict", tests, set_up, tear_down);
}
