/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every value that no field of its type may hold is refused by the form and by the database. */
#include "tests/unit/trial.h"

/* Tries one value in a record that is valid otherwise. */
static int try_value(const struct section *s, int at, const char *value, int number)
{
    struct trial t;
    trial_begin(&t, s, at);
    trial_fill(&t);
    record_set(t.record, at, value);
    /* what hangs on the value goes, so that the value alone is wrong */
    for (int i = at + 1; i < t.record->count; i++)
        if (!record_applies(t.record, i))
            record_set(t.record, i, NULL);
    trial_refused(&t, number);
    trial_end(&t);
    return 1;
}

static int try_enum(const struct section *s, int at)
{
    if (s->fields[at].type != FIELD_ENUM)
        return 0;
    return try_value(s, at, "nonsense", MESSAGE_CHOICE_UNKNOWN);
}

static void choices_outside_the_list(void **state)
{
    (void)state;
    trial_walk(try_enum, 9);
}

static int try_dict(const struct section *s, int at)
{
    if (s->fields[at].type != FIELD_DICT)
        return 0;
    return try_value(s, at, "no-such-word", MESSAGE_WORD_UNKNOWN);
}

static void words_outside_the_dictionary(void **state)
{
    (void)state;
    trial_walk(try_dict, 13);
}

/* A word that lies under another parent than the one above. */
static int try_parent(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (!f->parent)
        return 0;
    struct trial t;
    trial_begin(&t, s, at);
    trial_fill(&t);
    size_t n;
    const struct dict_word *const *words = dict_words(trial_world()->dicts, f->dict, &n);
    const char *parent = record_get(t.record, f->parent);
    for (size_t i = 0; i < n; i++)
        if (!str_same(words[i]->parent, parent)) {
            record_set(t.record, at, words[i]->code);
            break;
        }
    trial_refused(&t, MESSAGE_PARENT);
    trial_end(&t);
    return 1;
}

static void words_under_another_parent(void **state)
{
    (void)state;
    trial_walk(try_parent, 2);
}

/* The database takes 4000 characters in any text; the form less, to fit its blanks. */
static int try_long(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (f->type != FIELD_TEXT && f->type != FIELD_LONG)
        return 0;
    struct buf b = {0};
    for (int i = 0; i < 4001; i++)
        buf_add(&b, "ұ");
    int tested = try_value(s, at, b.s, MESSAGE_TOO_LONG);
    buf_done(&b);
    return tested;
}

static void texts_that_are_too_long(void **state)
{
    (void)state;
    trial_walk(try_long, 50);
}

static const struct {
    enum field_type type;
    const char *value;
    int number;
} bad_values[] = {
    {FIELD_IIN, "900101300000", MESSAGE_IIN_CHECK},
    {FIELD_IIN, "90010130000", MESSAGE_IIN_LENGTH},
    {FIELD_IIN, "90010130000x", MESSAGE_IIN_LENGTH},
    {FIELD_BIN, "000000000001", MESSAGE_BIN_CHECK},
    {FIELD_BIN, "12345", MESSAGE_BIN_LENGTH},
    {FIELD_PHONE, "87011234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+7701123456", MESSAGE_PHONE},
    {FIELD_PHONE, "+770112345678", MESSAGE_PHONE},
    {FIELD_PHONE, "+1234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+0011234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+77011234567 a", MESSAGE_PHONE},
    {FIELD_EMAIL, "example.kz", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a@b", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a@b@c.kz", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a b@c.kz", MESSAGE_EMAIL},
    {FIELD_DATE, "2026-02-30", MESSAGE_DATE_UNCLEAR},
    {FIELD_DATE, "soon", MESSAGE_DATE_UNCLEAR},
    {FIELD_PARTIAL, "2026-13", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_PARTIAL, "2025-02-30", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_PARTIAL, "05.2010", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_MONEY, "-1.00", MESSAGE_NOT_MONEY},
    {FIELD_MONEY, "much", MESSAGE_NOT_MONEY},
    {FIELD_MONEY, "1000000000000.00", MESSAGE_TOO_LARGE},
    {FIELD_INT, "-1", MESSAGE_NOT_INT},
    {FIELD_INT, "few", MESSAGE_NOT_INT},
    {FIELD_INT, "9999999999", MESSAGE_TOO_LARGE},
    {FIELD_DECIMAL, "-0.5", MESSAGE_NOT_DECIMAL},
    {FIELD_DECIMAL, "100000.0", MESSAGE_TOO_LARGE},
    {FIELD_BOOL, "maybe", MESSAGE_YES_NO},
};

static int try_types(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    int tested = 0;
    for (size_t i = 0; i < COUNT(bad_values); i++)
        if (bad_values[i].type == f->type)
            tested += try_value(s, at, bad_values[i].value, bad_values[i].number);
    if (f->type == FIELD_INT && f->max) {
        char *above = xasprintf("%d", f->max + 1);
        tested += try_value(s, at, above, MESSAGE_TOO_LARGE);
        free(above);
    }
    if (f->flags & FIELD_NAME) {
        tested += try_value(s, at, "Сергей2", 0);
        tested += try_value(s, at, "А. Б.", 0);
        tested += try_value(s, at, "Иванов, Пётр", 0);
    }
    return tested;
}

static void values_no_type_allows(void **state)
{
    (void)state;
    trial_walk(try_types, 100);
}

/* The database's own: a text of blanks alone, which the form never stores. */
static int try_blank(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (f->type != FIELD_TEXT && f->type != FIELD_LONG)
        return 0;
    struct trial t;
    struct error err;
    char *value = NULL;
    trial_begin(&t, s, at);
    trial_fill(&t);
    assert_true(value_read(f, " \t ", trial_world(), &value, NULL, &err));
    assert_null(value);
    record_set(t.record, at, " \t ");
    assert_false(trial_taken(t.record, &err));
    assert_true(str_starts(err.sqlstate, "23514"));
    trial_end(&t);
    return 1;
}

static void texts_of_blanks(void **state)
{
    (void)state;
    trial_walk(try_blank, 50);
}

static int enter(void **state)
{
    (void)state;
    return trial_enter("MANSAP_TEST_DSN");
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("refused: choices outside the list", choices_outside_the_list),
        TEST("[Z-17] refused: words outside the dictionary", words_outside_the_dictionary),
        TEST("refused: words under another parent", words_under_another_parent),
        TEST("refused: texts that are too long", texts_that_are_too_long),
        TEST("[Z-12] [Z-13] [Z-14] refused: values no type allows", values_no_type_allows),
        TEST("refused: texts of blanks", texts_of_blanks),
    };
    return cmocka_run_group_tests_name("refused_values", tests, enter, trial_leave);
}
