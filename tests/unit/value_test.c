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
#include "tests/unit/value_case.h"

static const struct choice kinds[] = {{"house", "жеке тұрғын үй"},
                                      {"apartment", "көппәтерлі тұрғын үй"},
                                      {"flat", "жеке пәтер"},
                                      {NULL, NULL}};
static const struct choices kind_list = {"housing_kind", kinds};

static const struct field text = {.name = "t", .type = FIELD_TEXT};
static const struct field small = {.name = "s", .type = FIELD_TEXT, .max = 5};
static const struct field lines = {.name = "l", .type = FIELD_LONG};
static const struct field name = {.name = "n", .type = FIELD_TEXT, .flags = FIELD_NAME};
static const struct field money = {.name = "m", .type = FIELD_MONEY};
static const struct field number = {.name = "i", .type = FIELD_INT};
static const struct field metres = {.name = "d", .type = FIELD_DECIMAL};
static const struct field kind = {.name = "k", .type = FIELD_ENUM, .choices = &kind_list};
static const struct field country = {.name = "c", .type = FIELD_DICT, .dict = "country"};
static const struct field yes = {.name = "y", .type = FIELD_BOOL};
static const struct field iin = {.name = "iin", .type = FIELD_IIN};
static const struct field bin = {.name = "bin", .type = FIELD_BIN};
static const struct field phone = {.name = "p", .type = FIELD_PHONE};
static const struct field email = {.name = "e", .type = FIELD_EMAIL};

static struct value_world world;

static int set_up(void **state)
{
    (void)state;
    static const struct dict_word words[] = {
        {"398", NULL, "Қазақстан", "Казахстан", "Kazakhstan", NULL, NULL},
        {"417", NULL, "Қырғызстан", "Киргизия", NULL, NULL, NULL},
        {"642", NULL, "Румыния", "Румыния", NULL, NULL, NULL},
        {"643", NULL, "Ресей", "Россия", NULL, NULL, NULL},
        {"810", NULL, "КСРО", "СССР", NULL, NULL, "1991-12-26"},
    };
    i18n_init();
    i18n_set(LANG_EN);
    struct dict_set *set = dict_set_new();
    for (size_t i = 0; i < COUNT(words); i++)
        dict_add(set, "country", &words[i]);
    world = (struct value_world){.today = day_from(2026, 11, 20), .dicts = set};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    dict_set_free((struct dict_set *)(size_t)world.dicts);
    return 0;
}

static void texts_are_cleaned_and_bounded(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&text, "  Алматы   қаласы ", "Алматы қаласы", 0, ""},
        {&text, "бір\nекі", "бір екі", 0, NULL},
        {&lines, "бір\nекі", "бір\nекі", 0, NULL},
        {&small, "ңңңңң", "ңңңңң", 0, NULL},
        {&small, "ңңңңңң", NULL, MESSAGE_TOO_LONG, "6 characters, 5 is the most"},
        {&text, "a\xFF", NULL, MESSAGE_NOT_TEXT, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    struct error err;
    assert_false(value_check(&text, "\xC3", &world, &err));
}

static void look_alikes_are_mended(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&name, "Cәбит", "Сәбит", 0, "Сәбит"}, /* Latin C */
        {&name, "Әлiя", "Әлія", 0, "Әлія"},
        {&text, "жиhаз", "жиһаз", 0, "жиһаз"},
        {&text, "aбсoлют жeр", "абсолют жер", 0, "абсолют, жер"},
        {&name, "HҰРЛАН", "НҰРЛАН", 0, NULL},
        {&text, "Apple компаниясы", "Apple компаниясы", 0, ""},
        {&text, "ECOлогия", "ЕСОлогия", 0, "ЕСОлогия"},
        {&text, "Zавод", "Zавод", 0, ""}, /* no look-alike: left as it is */
        {&name, "Zарина", NULL, MESSAGE_NAME_CHARACTER, "Zарина"},
        {&text, "Ok жақсы", "Ok жақсы", 0, ""},
    };
    value_case_read(cases, COUNT(cases), &world);
}

static void names_are_whole(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&name, "Әбдіғаппар", "Әбдіғаппар", 0, ""},
        {&name, "Сара-Гүл", "Сара-Гүл", 0, NULL},
        {&name, "О'Коннор", "О'Коннор", 0, NULL},
        {&name, "О’Коннор", "О’Коннор", 0, NULL},
        {&name, "Айша Нұр", "Айша Нұр", 0, NULL},
        {&name, "Müller", "Müller", 0, NULL},
        {&name, "Ю", "Ю", 0, NULL}, /* a Korean surname */
        {&name, "А.", NULL, MESSAGE_NAME_INITIAL, "in full"},
        {&name, "А", NULL, MESSAGE_NAME_INITIAL, NULL},
        {&name, "Ю.", NULL, MESSAGE_NAME_INITIAL, NULL},
        {&name, "А.Б.", NULL, MESSAGE_NAME_INITIAL, NULL},
        {&name, "Айша Н", NULL, MESSAGE_NAME_INITIAL, NULL},
        {&name, "Оспан О", NULL, MESSAGE_NAME_INITIAL, NULL},
        {&name, "Асан2", NULL, MESSAGE_NAME_DIGIT, "\"2\""},
        {&name, "Асан, Үсен", NULL, MESSAGE_NAME_CHARACTER, "\",\""},
        {&name, "Асан@", NULL, MESSAGE_NAME_CHARACTER, NULL},
        {&name, "-Асан", NULL, MESSAGE_NAME_CHARACTER, NULL},
        {&name, "Асан-", NULL, MESSAGE_NAME_CHARACTER, NULL},
        {&name, "-", NULL, MESSAGE_NAME_CHARACTER, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
}

static void choices_by_code_or_beginning(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&kind, "house", "house", 0, NULL},
        {&kind, "жеке тұрғын үй", "house", 0, NULL},
        {&kind, "ЖЕКЕ ТУРГЫН УЙ", "house", 0, NULL},
        {&kind, "көп", "apartment", 0, NULL},
        {&kind, "коп", "apartment", 0, NULL},
        {&kind, "жеке п", "flat", 0, NULL},
        {&kind, "жеке", NULL, MESSAGE_CHOICE_MANY, "F4"},
        {&kind, "сарай", NULL, MESSAGE_CHOICE_UNKNOWN, "F4"},
    };
    value_case_read(cases, COUNT(cases), &world);
    char *shown = value_show(&kind, "flat", &world), *edited = value_edit(&kind, "flat", &world);
    assert_string_equal(shown, "жеке пәтер");
    assert_string_equal(edited, "жеке пәтер");
    free(shown);
    free(edited);
    assert_false(value_check(&kind, "tent", &world, NULL));
}

static void dictionary_words(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&country, "398", "398", 0, NULL},
        {&country, "каз", "398", 0, NULL},
        {&country, "қырғ", "417", 0, NULL},
        {&country, "Россия", "643", 0, NULL},
        {&country, "іұү", "398", 0, NULL}, /* the code on the number row */
        {&country, "р", NULL, MESSAGE_WORD_MANY, "2 words fit"},
        {&country, "к", NULL, MESSAGE_WORD_MANY, "2 words fit"},
        {&country, "Атлантида", NULL, MESSAGE_WORD_UNKNOWN, "Атлантида"},
        {&country, "810", NULL, MESSAGE_WORD_CLOSED, "СССР"},
        {&country, "СССР", NULL, MESSAGE_WORD_UNKNOWN, "F4"},
    };
    value_case_read(cases, COUNT(cases), &world);
    assert_true(value_check(&country, "810", &world, NULL)); /* an old card keeps it */
    assert_false(value_check(&country, "999", &world, NULL));
    char *shown = value_show(&country, "398", &world),
         *unknown = value_show(&country, "999", &world);
    assert_string_equal(shown, "Kazakhstan");
    assert_string_equal(unknown, "999");
    free(shown);
    free(unknown);
    const struct value_world bare = {.today = world.today};
    char *value = NULL;
    assert_true(value_read(&country, "999", &bare, &value, NULL, NULL));
    assert_string_equal(value, "999");
    free(value);
}

static void yes_and_no(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&yes, "иә", "t", 0, NULL},
        {&yes, "Да", "t", 0, NULL},
        {&yes, "y", "t", 0, NULL},
        {&yes, "t", "t", 0, NULL},
        {&yes, "1", "t", 0, NULL},
        {&yes, "+", "t", 0, NULL},
        {&yes, "жоқ", "f", 0, NULL},
        {&yes, "нет", "f", 0, NULL},
        {&yes, "n", "f", 0, NULL},
        {&yes, "f", "f", 0, NULL},
        {&yes, "0", "f", 0, NULL},
        {&yes, "-", "f", 0, NULL},
        {&yes, "бәлкім", NULL, MESSAGE_YES_NO, NULL},
        {&yes, "иәә", NULL, MESSAGE_YES_NO, NULL},
        {&yes, ".", NULL, MESSAGE_YES_NO, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    char *t = value_show(&yes, "t", &world), *f = value_show(&yes, "f", &world);
    assert_string_equal(t, "yes");
    assert_string_equal(f, "no");
    free(t);
    free(f);
}

static void iin_and_bin(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&iin, "870131300002", "870131300002", 0, ""},
        {&iin, " 870131 300002 ", "870131300002", 0, NULL},
        {&iin, "010203500008", "010203500008", 0, NULL}, /* leading zeros are sacred */
        {&iin, "ү.қ\"і\"іққққә", "870131300002", 0, NULL},
        {&iin, "87013130000", NULL, MESSAGE_IIN_LENGTH, "11 digits, not 12"},
        {&iin, "8701313000026", NULL, MESSAGE_IIN_LENGTH, "13 digits"},
        {&iin, "87013130000x", NULL, MESSAGE_IIN_LENGTH, "\"x\""},
        {&iin, "870131300007", NULL, MESSAGE_IIN_CHECK, "check digit"},
        {&iin, "870113300002", NULL, MESSAGE_IIN_CHECK, "digits 5–6: not 13 but 31"},
        {&bin, "010140000107", NULL, MESSAGE_BIN_CHECK, NULL},
        {&bin, "1234", NULL, MESSAGE_BIN_LENGTH, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    assert_true(value_full(&iin, "870131300002") && !value_full(&iin, "87013130000"));
    int length;
    assert_true(value_fixed_length(&iin, &length) && length == 12);
    assert_false(value_fixed_length(&text, &length) || value_full(&text, "x"));
    assert_true(value_digits_only(&iin) && value_digits_only(&money) && value_digits_only(&phone));
    assert_false(value_digits_only(&text) || value_digits_only(&country) ||
                 value_digits_only(&email));
}

static void telephones(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&phone, "87011234567", "+77011234567", 0, NULL},
        {&phone, "77011234567", "+77011234567", 0, NULL},
        {&phone, "7011234567", "+77011234567", 0, NULL},
        {&phone, "+7 (701) 123-45-67", "+77011234567", 0, NULL},
        {&phone, "8 701 123 45 67", "+77011234567", 0, NULL},
        {&phone, "8(7212)123456", "+77212123456", 0, NULL},
        {&phone, "ү.қ\"\"әіңғ,.", "+77011234567", 0, NULL},
        {&phone, "+996555123456", "+996555123456", 0, NULL},
        {&phone, "00996555123456", "+996555123456", 0, NULL},
        {&phone, "123456", NULL, MESSAGE_PHONE, "87011234567"},
        {&phone, "+7701123456", NULL, MESSAGE_PHONE, NULL},
        {&phone, "+770112345678", NULL, MESSAGE_PHONE, NULL},
        {&phone, "97011234567", NULL, MESSAGE_PHONE, NULL},
        {&phone, "+1234567890123456", NULL, MESSAGE_PHONE, NULL},
        {&phone, "+", NULL, MESSAGE_PHONE, NULL},
        {&phone, "87011234567, 87017654321", NULL, MESSAGE_PHONE, NULL},
        {&phone, "жоқ", NULL, MESSAGE_PHONE, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
    assert_false(value_check(&phone, "87011234567", &world, NULL));
}

static void addresses(void **state)
{
    (void)state;
    static const struct value_case cases[] = {
        {&email, " Asan.Usen+1@Mail.KZ ", "Asan.Usen+1@mail.kz", 0, NULL},
        {&email, "a@b-c.d.org", "a@b-c.d.org", 0, NULL},
        {&email, "a@xn--80ao21a.xn--80ao21a", "a@xn--80ao21a.xn--80ao21a", 0, NULL},
        {&email, "асан@mail.kz", NULL, MESSAGE_EMAIL, "\"а\" is no Latin letter"},
        {&email, "asan.mail.kz", NULL, MESSAGE_EMAIL, "exactly one @"},
        {&email, "a@b@c.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a b@mail.kz", NULL, MESSAGE_EMAIL, "spaces"},
        {&email, "@mail.kz", NULL, MESSAGE_EMAIL, "before the @"},
        {&email, ".a@mail.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a.@mail.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a..b@mail.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a(b@mail.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a@mail", NULL, MESSAGE_EMAIL, "behind the @"},
        {&email, "a@.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a@mail.k", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a@-mail.kz", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a@mail.kz.", NULL, MESSAGE_EMAIL, NULL},
        {&email, "a@mail.12", NULL, MESSAGE_EMAIL, NULL},
    };
    value_case_read(cases, COUNT(cases), &world);
}

/* What is shown for editing is read back as the same value. */
static void what_is_edited_comes_back(void **state)
{
    (void)state;
    static const struct {
        const struct field *field;
        const char *value;
    } cases[] = {
        {&text, "Абай, 5"},    {&lines, "бір\nекі"},   {&money, "1234567.50"},
        {&money, "5000.00"},   {&number, "30"},        {&metres, "45.5"},
        {&kind, "apartment"},  {&country, "643"},      {&yes, "f"},
        {&yes, "t"},           {&iin, "870131300002"}, {&phone, "+77011234567"},
        {&email, "a@mail.kz"},
    };
    for (enum lang lang = LANG_KK; lang <= LANG_EN; lang++) {
        i18n_set(lang);
        for (size_t i = 0; i < COUNT(cases); i++) {
            char *back = NULL, *edited = value_edit(cases[i].field, cases[i].value, &world);
            char *shown = value_show(cases[i].field, cases[i].value, &world), *again = NULL;
            assert_true(value_read(cases[i].field, edited, &world, &back, NULL, NULL));
            assert_true(value_read(cases[i].field, shown, &world, &again, NULL, NULL));
            assert_string_equal(back, cases[i].value);
            assert_string_equal(again, cases[i].value);
            free(back);
            free(again);
            free(shown);
            free(edited);
        }
    }
    i18n_set(LANG_EN);
}

static void a_refusal_leaves_the_value(void **state)
{
    (void)state;
    char before[] = "before", *value = before, notice[160] = "old";
    struct error err;
    assert_false(value_read(&iin, "1", &world, &value, notice, &err));
    assert_ptr_equal(value, before);
    assert_string_equal(notice, "");
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cleaned_and_bounded),
        TEST("[K-12] look-alikes are mended with a notice", look_alikes_are_mended),
        cmocka_unit_test(names_are_whole),
        TEST("[K-6] choices by code or beginning", choices_by_code_or_beginning),
        TEST("[K-6] [K-11] dictionary words", dictionary_words),
        cmocka_unit_test(yes_and_no),
        TEST("[Z-13] [Z-14] [K-4] [K-11] IIN and BIN", iin_and_bin),
        TEST("[K-11] telephones", telephones),
        cmocka_unit_test(addresses),
        cmocka_unit_test(what_is_edited_comes_back),
        cmocka_unit_test(a_refusal_leaves_the_value),
    };
    return cmocka_run_group_tests_name("value", tests, set_up, tear_down);
}
