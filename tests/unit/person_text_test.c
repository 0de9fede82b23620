/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/person_text.h"
#include "common/util.h"

/* 18.11.2026 */
static struct value_world world(void)
{
    return (struct value_world){.today = day_from(2026, 11, 18)};
}

struct row {
    const char *typed, *text, *iin, *surname, *name, *birth_date;
    bool wrong, tells;
};

static const struct row rows[] = {
    {"", "", NULL, NULL, NULL, NULL, false, false},
    {"  ахметов ", "ахметов", NULL, "Ахметов", NULL, NULL, false, true},
    {"ахметова әлия", "ахметова әлия", NULL, "Ахметова", "Әлия", NULL, false, true},
    {"ким-ли анна мария", "ким-ли анна мария", NULL, "Ким-Ли", "Анна Мария", NULL, false, true},
    {"8701", "8701", NULL, NULL, NULL, NULL, false, false},
    {"12.05.1990", "12.05.1990", NULL, NULL, NULL, "1990-05-12", false, true},
    {"12.05.", "12.05.", NULL, NULL, NULL, NULL, false, false},
    {"12051990", "12051990", NULL, NULL, NULL, "1990-05-12", false, true},
    {"30.02.1990", "30.02.1990", NULL, NULL, NULL, NULL, false, false},
    {"12.05.2030", "12.05.2030", NULL, NULL, NULL, NULL, false, false},
    {"ахметов 12.05.1990", "ахметов 12.05.1990", NULL, "Ахметов", NULL, "1990-05-12", false, true},
    {"1980 ахметов ерлан", "1980 ахметов ерлан", NULL, "Ахметов", "Ерлан", NULL, false, true},
    {"ахметов 12/5/90 ерлан", "ахметов 12/5/90 ерлан", NULL, "Ахметов", "Ерлан", "1990-05-12",
     false, true},
    {"870112300121", "870112300121", "870112300121", NULL, NULL, NULL, true, false},
    {"000101500002", "000101500002", "000101500002", NULL, NULL, NULL, true, false},
};

static void same(const char *what, const char *typed, const char *a, const char *b)
{
    if (!str_same(a, b))
        fail_msg("\"%s\": %s is \"%s\", not \"%s\"", typed, what, a ? a : "", b ? b : "");
}

static void test_rows(void **state)
{
    (void)state;
    struct value_world w = world();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        struct person_text p;
        person_text_read(&p, r->typed, &w);
        same("text", r->typed, p.text, r->text);
        same("iin", r->typed, p.iin, r->iin);
        same("surname", r->typed, p.surname, r->surname);
        same("name", r->typed, p.name, r->name);
        same("birth_date", r->typed, p.birth_date, r->birth_date);
        if (p.iin_wrong != r->wrong || person_text_tells(&p) != r->tells)
            fail_msg("\"%s\": wrong %d, tells %d", r->typed, p.iin_wrong, person_text_tells(&p));
        person_text_done(&p);
    }
}

/* Finds the check digit of eleven digits, so that the numbers here belong to nobody in particular.
 */
static void complete(char iin[13])
{
    iin[12] = '\0';
    for (iin[11] = '0'; iin[11] <= '9'; iin[11]++)
        if (iin_valid(iin))
            return;
    fail_msg("no check digit for %.11s", iin);
}

static void test_iin(void **state)
{
    (void)state;
    struct value_world w = world();
    char iin[13] = "870112300120";
    complete(iin);
    char *grouped = xasprintf("%.6s %s", iin, iin + 6);
    struct person_text p;
    person_text_read(&p, grouped, &w);
    assert_string_equal(p.text, iin);
    assert_string_equal(p.iin, iin);
    assert_false(p.iin_wrong);
    assert_true(person_text_tells(&p));
    person_text_done(&p);
    free(grouped);
}

/* The Kazakh number row: " ә і ң ғ , . ү ұ қ are 1 to 0. */
static void test_kazakh_digits(void **state)
{
    (void)state;
    struct value_world w = world();
    struct person_text p;
    person_text_read(&p, "ү.қ\"\"ә", &w);
    assert_string_equal(p.text, "870112");
    person_text_done(&p);
    person_text_read(&p, "ңғы", &w); /* letters of a word among them */
    assert_string_equal(p.text, "ңғы");
    assert_string_equal(p.surname, "Ңғы");
    person_text_done(&p);
    person_text_read(&p, "12.05", &w); /* a date's full stop */
    assert_string_equal(p.text, "12.05");
    person_text_done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[R-3] what a search text tells of the person", test_rows, NULL, NULL, NULL},
        {"[Z-13] an IIN read out in groups", test_iin, NULL, NULL, NULL},
        {"[K-11] digits of the Kazakh number row", test_kazakh_digits, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("person_text", tests, NULL, NULL);
}
