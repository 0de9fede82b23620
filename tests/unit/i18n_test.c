/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <libintl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/util.h"

static char dir[] = "/tmp/mansap-i18n.XXXXXX";

/* Writes and compiles the catalogue of one language with msgfmt. */
static bool compile(const char *lang, const char *plural, const char *entries)
{
    char *folder = xasprintf("%s/%s/LC_MESSAGES", dir, lang);
    char *make = xasprintf("mkdir -p %s", folder), *po = xasprintf("%s/mansap.po", folder);
    char *command = xasprintf("msgfmt -o %s/mansap.mo %s", folder, po);
    bool ok = system(make) == 0;
    FILE *f = ok ? fopen(po, "w") : NULL;
    ok = f &&
         fprintf(f, "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n%s\\n\"\n\n%s",
                 plural, entries) > 0;
    ok = f && fclose(f) == 0 && ok;
    ok = ok && system(command) == 0;
    free(folder);
    free(make);
    free(po);
    free(command);
    return ok;
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(dir))
        return -1;
    bool ok =
        compile("kk", "Plural-Forms: nplurals=1; plural=0;",
                "msgid \"Save\"\nmsgstr \"Сақтау\"\n\n"
                "msgid \"%lu row\"\nmsgid_plural \"%lu rows\"\nmsgstr[0] \"%lu жол\"\n") &&
        compile("ru",
                "Plural-Forms: nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? "
                "1 : 2;",
                "msgid \"Save\"\nmsgstr \"Сохранить\"\n\n"
                "msgctxt \"name\"\nmsgid \"Аты\"\nmsgstr \"Имя\"\n\n"
                "msgctxt \"street\"\nmsgid \"Аты\"\nmsgstr \"Название\"\n\n"
                "msgid \"%lu row\"\nmsgid_plural \"%lu rows\"\n"
                "msgstr[0] \"%lu строка\"\nmsgstr[1] \"%lu строки\"\nmsgstr[2] \"%lu строк\"\n");
    setenv("LC_ALL", "C", 1); /* as on a terminal nobody set up */
    i18n_init();
    bindtextdomain("mansap", dir);
    return ok ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    char *command = xasprintf("rm -r %s", dir);
    int failed = system(command);
    free(command);
    return failed;
}

static void the_language_is_switched_in_place(void **state)
{
    (void)state;
    assert_int_equal(i18n_get(), LANG_KK);
    static const struct {
        enum lang lang;
        const char *text;
    } cases[] = {{LANG_KK, "Сақтау"},
                 {LANG_RU, "Сохранить"},
                 {LANG_EN, "Save"},
                 {LANG_KK, "Сақтау"},
                 {LANG_RU, "Сохранить"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        i18n_set(cases[i].lang);
        assert_int_equal(i18n_get(), cases[i].lang);
        assert_string_equal(_("Save"), cases[i].text);
    }
    assert_string_equal(_("Nobody has translated this"), "Nobody has translated this");
    assert_string_equal(_(""), ""); /* not the catalogue's head */
}

static void a_caption_depends_on_its_section(void **state)
{
    (void)state;
    i18n_set(LANG_RU);
    assert_string_equal(i18n_caption("name", "Аты"), "Имя");
    assert_string_equal(i18n_caption("street", "Аты"), "Название");
    assert_string_equal(i18n_caption("dog", "Аты"), "Аты");
    assert_string_equal(i18n_caption("name", ""), "");
    i18n_set(LANG_KK);
    assert_string_equal(i18n_caption("name", "Аты"), "Аты");
}

static void numbers_have_their_plural(void **state)
{
    (void)state;
    static const struct {
        enum lang lang;
        unsigned long n;
        const char *text;
    } cases[] = {{LANG_RU, 1, "1 строка"},  {LANG_RU, 2, "2 строки"}, {LANG_RU, 5, "5 строк"},
                 {LANG_RU, 11, "11 строк"}, {LANG_KK, 1, "1 жол"},    {LANG_KK, 5, "5 жол"},
                 {LANG_EN, 1, "1 row"},     {LANG_EN, 2, "2 rows"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        i18n_set(cases[i].lang);
        char *text = xasprintf(i18n_plural("%lu row", "%lu rows", cases[i].n), cases[i].n);
        assert_string_equal(text, cases[i].text);
        free(text);
    }
}

static void codes(void **state)
{
    (void)state;
    enum lang lang = LANG_RU;
    assert_true(i18n_parse("kk", &lang) && lang == LANG_KK);
    assert_true(i18n_parse("en", &lang) && lang == LANG_EN);
    assert_false(i18n_parse("de", &lang));
    assert_false(i18n_parse("", &lang));
    assert_int_equal(lang, LANG_EN);
    assert_string_equal(i18n_code(LANG_RU), "ru");
}

static void a_bare_locale_becomes_utf8_and_numbers_keep_their_point(void **state)
{
    (void)state;
    assert_string_equal(setlocale(LC_CTYPE, NULL), "C.UTF-8");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_is_switched_in_place),
        cmocka_unit_test(a_caption_depends_on_its_section),
        cmocka_unit_test(numbers_have_their_plural),
        cmocka_unit_test(codes),
        cmocka_unit_test(a_bare_locale_becomes_utf8_and_numbers_keep_their_point),
    };
    return cmocka_run_group_tests_name("i18n", tests, set_up, tear_down);
}
