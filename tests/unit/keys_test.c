/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/keys.h"
#include "tui/term.h"

static void one_meaning_in(const struct key_row *table)
{
    for (const struct key_row *a = table; a->action; a++) {
        for (const struct key_row *b = a + 1; b->action; b++) {
            assert_int_not_equal(a->action, b->action);
            assert_string_not_equal(a->id, b->id);
            for (const int *p = a->codes; p < a->codes + COUNT(a->codes) && *p; p++)
                for (const int *q = b->codes; q < b->codes + COUNT(b->codes) && *q; q++)
                    assert_int_not_equal(*p, *q);
            for (const int *p = a->ctrl; p < a->ctrl + COUNT(a->ctrl) && *p; p++)
                for (const int *q = b->ctrl; q < b->ctrl + COUNT(b->ctrl) && *q; q++)
                    assert_int_not_equal(*p, *q);
        }
        assert_ptr_equal(keys_row(a->action), a);
    }
}

/* [K-14] One key, one meaning: no code, control character or id stands in two rows, whatever the
   profile. */
static void one_meaning(void **state)
{
    (void)state;
    for (size_t i = 0; keys_profile_name(i); i++) {
        assert_true(keys_profile(keys_profile_name(i)));
        one_meaning_in(keys_rows());
    }
    assert_false(keys_profile("vi"));
    assert_true(keys_profile("mansap"));
}

/* A profile moves function keys; the words and the labels are the same, and each key is shown by a
   name under which it is found. */
static void profiles(void **state)
{
    (void)state;
    assert_true(keys_profile("oracle"));
    assert_int_equal(keys_from_code(KEY_F(10)), ACT_SAVE);
    assert_int_equal(keys_from_code(KEY_F(2)), ACT_MENU);
    assert_int_equal(keys_from_ctrl('S' & 0x1f), ACT_SAVE);
    assert_int_equal(keys_from_id("F10"), ACT_SAVE);
    assert_string_equal(keys_row(ACT_SAVE)->word_kk, "сақтау");
    assert_true(keys_profile("5250"));
    assert_int_equal(keys_from_code(KEY_F(8)), ACT_PAGE_DOWN);
    assert_int_equal(keys_from_code(KEY_F(16)), ACT_FIND);
    for (const struct key_row *r = keys_rows(); r->action; r++)
        assert_int_equal(keys_from_id(r->id), r->action);
    assert_true(keys_profile("mansap"));
    assert_int_equal(keys_from_code(KEY_F(10)), ACT_MENU);
}

/* Every action but a character has its row, and every row says what it does. */
static void complete(void **state)
{
    (void)state;
    for (int a = ACT_CHAR + 1; a < ACT_COUNT; a++) {
        const struct key_row *row = keys_row((enum action)a);
        assert_non_null(row);
        assert_non_null(row->what);
        assert_true(row->keys || row->word_kk);
    }
}

static void three_ways_now(void)
{
    for (int a = ACT_HELP; a <= ACT_HISTORY; a++) {
        const struct key_row *row = keys_row((enum action)a);
        assert_true(row->codes[0] >= KEY_F(1) && row->codes[0] <= KEY_F(24));
        assert_true(row->ctrl[0] || a == ACT_HELP);
        assert_non_null(row->word_kk);
        assert_non_null(row->word_ru);
        assert_non_null(row->word_en);
    }
}

/* [K-14] Every frequent command has three ways in: a function key, a control character, a word. */
static void three_ways(void **state)
{
    (void)state;
    for (size_t i = 0; keys_profile_name(i); i++) {
        keys_profile(keys_profile_name(i));
        three_ways_now();
    }
    keys_profile("mansap");
}
static void codes(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        int code, ctrl;
        enum action action;
    } rows[] = {
        {"F2", KEY_F(2), 'S' & 0x1f, ACT_SAVE},       {"F12", KEY_F(12), 0x1b, ACT_ESC},
        {"Enter", KEY_ENTER, '\r', ACT_ENTER},        {"Down", KEY_DOWN, 'N' & 0x1f, ACT_DOWN},
        {"PgUp", KEY_PPAGE, 'B' & 0x1f, ACT_PAGE_UP}, {"F8", KEY_F(8), 'E' & 0x1f, ACT_PROBLEM},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(keys_from_id(rows[i].id), rows[i].action);
        assert_int_equal(keys_from_code(rows[i].code), rows[i].action);
        assert_int_equal(keys_from_ctrl(rows[i].ctrl), rows[i].action);
    }
    assert_int_equal(keys_from_id("nothing"), ACT_NONE);
    assert_int_equal(keys_from_code(KEY_F(40)), ACT_NONE);
    assert_int_equal(keys_from_ctrl(0x1d), ACT_NONE);
}

/* [K-10] A word is understood whatever layout is on. */
static void layouts(void **state)
{
    (void)state;
    assert_true(keys_same_key('c', U'с'));
    assert_true(keys_same_key('C', U'С'));
    assert_true(keys_same_key('2', U'ә'));
    assert_true(keys_same_key('0', U'қ'));
    assert_false(keys_same_key('a', U'а')); /* they only look alike */
    static const struct {
        const char *typed;
        enum action action;
        int match;
    } rows[] = {
        {"сақтау", ACT_SAVE, 2}, {"cf0nfe", ACT_SAVE, 2},  {"Сақ", ACT_SAVE, 1},
        {"save", ACT_SAVE, 2},   {"ыфму", ACT_SAVE, 2},    {"сохранить", ACT_SAVE, 2},
        {"тарих", ACT_SAVE, 0},  {"сақтауу", ACT_SAVE, 0}, {"", ACT_SAVE, 0},
        {"тіл", ACT_LANG, 2},    {"n3k", ACT_LANG, 2},     {"F2", ACT_SAVE, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(keys_match(keys_row(rows[i].action), rows[i].typed), rows[i].match);
}

/* [K-10] No word of one command is the word of another, in any layout. */
static void words_differ(void **state)
{
    (void)state;
    for (const struct key_row *a = key_table; a->action; a++)
        for (const struct key_row *b = key_table; b->action; b++) {
            const char *const words[] = {b->word_kk, b->word_ru, b->word_en};
            for (size_t i = 0; a != b && i < COUNT(words); i++)
                if (words[i])
                    assert_int_not_equal(keys_match(a, words[i]), 2);
        }
}

static void sets(void **state)
{
    (void)state;
    struct key_set set = {.count = 0};
    keys_add(&set, ACT_SAVE, "a");
    keys_add(&set, ACT_FIND, NULL);
    keys_add(&set, ACT_SAVE, "b");
    assert_int_equal(set.count, 2);
    assert_string_equal(set.hint[0].label, "b");
    assert_true(keys_has(&set, ACT_FIND));
    assert_false(keys_has(&set, ACT_LIST));
}

static void markdown(void **state)
{
    (void)state;
    char *text = keys_markdown();
    assert_non_null(strstr(text, "| F2 | Ctrl+S | сақтау | Save; confirm |\n"));
    free(text);
}

static char *page(const char *path)
{
    struct buf b = {0};
    char chunk[4096];
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_addn(&b, chunk, n);
    fclose(f);
    return buf_take(&b);
}

/* The table between its marks in README.md; MANSAP_UPDATE=1 writes it there. */
static void check_readme(const char *begin, const char *end, char *table)
{
    char *old = page("README.md");
    const char *from = strstr(old, begin), *to = strstr(old, end);
    assert_non_null(from);
    assert_non_null(to);
    from += strlen(begin);
    if (getenv("MANSAP_UPDATE")) {
        FILE *f = fopen("README.md", "w");
        assert_non_null(f);
        fprintf(f, "%.*s%s%s", (int)(from - old), old, table, to);
        assert_int_equal(fclose(f), 0);
    } else {
        assert_int_equal(strlen(table), (size_t)(to - from));
        assert_memory_equal(table, from, strlen(table));
    }
    free(table);
    free(old);
}

static void readme(void **state)
{
    (void)state;
    i18n_set(LANG_EN);
    check_readme("<!-- keys -->\n", "<!-- /keys -->\n", keys_markdown());
    check_readme("<!-- profiles -->\n", "<!-- /profiles -->\n", keys_profiles_markdown());
    assert_string_equal(keys_row(ACT_SAVE)->keys, "F2"); /* the profile is as before */
}

/* The operator's pages name every frequent key with its fallback, every word that has no key, and
   what the profiles move. */
static void expect_on(const char *text, const char *path, const char *what)
{
    if (!strstr(text, what))
        fail_msg("%s lacks %s", path, what);
}

static void operator_page(const char *path, bool kk)
{
    char *text = page(path);
    for (const struct key_row *r = key_table; r->action; r++) {
        if (r->keys && !r->label) /* moving and editing */
            continue;
        const char *word = kk ? r->word_kk : r->word_ru;
        const char *other = r->fallback && *r->fallback != '?' ? r->fallback : "";
        char *named = r->keys ? xasprintf("| %s | %s", r->keys, other) : xasprintf("`%s`", word);
        expect_on(text, path, named);
        free(named);
        const char *keys[3];
        for (size_t i = 0; i < COUNT(keys); i++) {
            assert_true(keys_profile(keys_profile_name(i)));
            keys[i] = keys_row(r->action)->keys;
        }
        char *moved = xasprintf("| %s | %s | %s |", keys[0], keys[1], keys[2]);
        if (!str_same(keys[0], keys[1]) || !str_same(keys[0], keys[2]))
            expect_on(text, path, moved);
        free(moved);
    }
    assert_true(keys_profile("mansap"));
    free(text);
}

static void operator_pages(void **state)
{
    (void)state;
    operator_page("tui/help/operator.kk.md", true);
    operator_page("tui/help/operator.ru.md", false);
}

static void a_word_that_is_asked_for(void **state)
{
    (void)state;
    static const char *const same[] = {"қабылдаймын",   "ҚАБЫЛДАЙМЫН",     "Кабылдаймын",
                                       " қабылдаймын ", "\"қабылдаймын\"", "0f,sklfqvsy",
                                       "0абылдаймын"};
    static const char *const other[] = {"",   " ",     "\"\"", "қабылдайм", "қабылдаймынн",
                                        "иә", "accept"};
    for (size_t i = 0; i < COUNT(same); i++)
        if (!keys_is_word("қабылдаймын", same[i]))
            fail_msg("%s", same[i]);
    for (size_t i = 0; i < COUNT(other); i++)
        assert_false(keys_is_word("қабылдаймын", other[i]));
    assert_true(keys_is_word("принимаю", "ghbybvf."));
    assert_true(keys_is_word("принимаю", "Принимаю"));
    assert_true(keys_is_word("accept", "ACCEPT"));
    assert_true(keys_is_word("accept", "фссузе"));
}

/* K-10: what the terminal's letters make of a word. */
static void latin_spellings(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"іздеу", "izdeu"},        {"іздеу", "İZDEU"},
        {"құлып", "qūlyp"},        {"құлып", "kulyp"},
        {"жаңарту", "zhanartu"},   {"жою", "joyu"},
        {"шығу", "shyǵu"},         {"шығу", "şyğu"},
        {"тарих", "tarikh"},       {"көмек", "kömek"},
        {"поиск", "poisk"},        {"меню", "menyu"},
        {"обучение", "obuchenie"}, {"черновики", "chernoviki"},
        {"язык", "yazyk"},
    };
    for (size_t i = 0; i < COUNT(same); i++) {
        char *a = keys_latin(same[i][0]), *b = keys_latin(same[i][1]);
        assert_string_equal(a, b);
        free(a);
        free(b);
    }
    assert_int_equal(keys_match(keys_row(ACT_FIND), "izdeu"), 2);
    assert_int_equal(keys_match(keys_row(ACT_FIND), "izd"), 1);
    assert_int_equal(keys_match(keys_row(ACT_FIND), "izdem"), 0);
    assert_int_equal(keys_match(keys_row(ACT_FIND), "'"), 0);
}

static void expect_typed(const char *text, int from, int to, const char *want)
{
    char *have = keys_typed_on(text, from, to);
    assert_string_equal(have, want);
    free(have);
}

static void typed_on_another_layout(void **state)
{
    (void)state;
    enum { LATIN, RUSSIAN, KAZAKH };
    expect_typed("ntk", LATIN, RUSSIAN, "тел");
    expect_typed("NTK", LATIN, KAZAKH, "тел");
    expect_typed("ne5fy", LATIN, KAZAKH, "туған");
    expect_typed("\"ң№ә", KAZAKH, LATIN, "14/2");
    expect_typed("16ю2", RUSSIAN, LATIN, "16.2");
    expect_typed("14.2", RUSSIAN, LATIN, "14/2");
    expect_typed("", KAZAKH, LATIN, "");
    expect_typed("→", KAZAKH, LATIN, "→");
}

/* K-14: a text names the keys that are on, and what stands behind them in a column stays there. */
static void texts_name_the_profiles_keys(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        /* as it is, 5250, oracle */
        {"F3 leaves.", "F3 leaves.", "F4 leaves."},
        {"F8, F10; F7", "F14, F10; F16", "F8, F2; F7"},
        {"(F10)", "(F10)", "(F2)"},
        {"F2      save", "F2      save", "F10     save"},
        {"F9 again", "F9 again", "F3 again"},
        {"F12, F1, F11", "F12, F1, F11", "F12, F1, F11"},
        {"KF2, F2a, F222, Ctrl+F, F", "KF2, F2a, F222, Ctrl+F, F", "KF2, F2a, F222, Ctrl+F, F"},
    };
    for (size_t profile = 1; profile < 3; profile++) {
        assert_true(keys_profile(keys_profile_name(profile)));
        for (size_t i = 0; i < COUNT(cases); i++) {
            assert_string_equal(keys_name_in(cases[i][0]), cases[i][profile]);
            assert_ptr_equal(keys_name_in(cases[i][0]), keys_name_in(cases[i][0]));
        }
    }
    i18n_set(LANG_EN);
    assert_string_equal(_("F3 leaves the program."), "F4 leaves the program.");
    assert_true(keys_profile("mansap"));
    assert_string_equal(_("F3 leaves the program."), "F3 leaves the program.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_meaning),
        cmocka_unit_test(profiles),
        cmocka_unit_test(complete),
        cmocka_unit_test(three_ways),
        cmocka_unit_test(codes),
        cmocka_unit_test(layouts),
        cmocka_unit_test(words_differ),
        cmocka_unit_test(sets),
        cmocka_unit_test(markdown),
        cmocka_unit_test(readme),
        cmocka_unit_test(operator_pages),
        cmocka_unit_test(a_word_that_is_asked_for),
        {"[K-10] Latin spellings of a word", latin_spellings, NULL, NULL, NULL},
        {"[K-10] typed on another layout", typed_on_another_layout, NULL, NULL, NULL},
        {"[K-14] texts name the profile's keys", texts_name_the_profiles_keys, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
