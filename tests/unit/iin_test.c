/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/iin.h"
#include "common/util.h"

/* The check digit by its definition, apart from the code under test. */
static int check_digit(const char *eleven)
{
    for (int shift = 0; shift <= 2; shift += 2) {
        int sum = 0;
        for (int i = 0; i < 11; i++)
            sum += (eleven[i] - '0') * ((i + shift) % 11 + 1);
        if (sum % 11 < 10)
            return sum % 11;
    }
    return -1;
}

static void the_check_digit_and_no_other(void **state)
{
    (void)state;
    int second = 0, none = 0;
    for (int n = 0; n < 20000; n++) {
        char iin[32];
        snprintf(iin, sizeof iin, "%02d%02d%02d3%04d", n % 100, n % 12 + 1, n % 28 + 1, n % 10000);
        iin[12] = '\0';
        int want = check_digit(iin);
        int sum = 0;
        for (int i = 0; i < 11; i++)
            sum += (iin[i] - '0') * (i + 1);
        second += sum % 11 == 10;
        none += want < 0;
        for (int digit = 0; digit < 10; digit++) {
            iin[11] = (char)('0' + digit);
            assert_int_equal(iin_valid(iin), digit == want);
        }
    }
    assert_true(second > 100 && none > 10); /* both rarer paths were walked */
}

static void what_is_no_number(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "87010130001", "8701013000111", "87010130001a", " 87010130001", "８701"};
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(iin_valid(bad[i]));
    assert_false(iin_valid(NULL));
    assert_int_equal(iin_sex(NULL), 0);
    assert_int_equal(iin_sex("123"), 0);
    assert_int_equal(iin_swap("123"), -1);
    char iso[11];
    assert_false(iin_birth("123", iso));
}

static void birth_and_sex_come_from_seven_digits(void **state)
{
    (void)state;
    static const struct {
        const char *iin, *birth;
        char sex;
    } cases[] = {
        {"870101100000", "1887-01-01", 'm'}, {"870101200000", "1887-01-01", 'f'},
        {"870131300000", "1987-01-31", 'm'}, {"870228400000", "1987-02-28", 'f'},
        {"040229500000", "2004-02-29", 'm'}, {"040229600000", "2004-02-29", 'f'},
        {"870101000000", NULL, 0},           {"870101700000", NULL, 0},
        {"870101900000", NULL, 0},           {"871301300000", NULL, 'm'},
        {"870230400000", NULL, 'f'},         {"000229300000", NULL, 'm'},
        {"000229500000", "2000-02-29", 'm'},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char iso[11] = "";
        bool born = iin_birth(cases[i].iin, iso);
        if (born != (cases[i].birth != NULL) || (born && strcmp(iso, cases[i].birth) != 0) ||
            iin_sex(cases[i].iin) != cases[i].sex)
            fail_msg("%s: %s %c", cases[i].iin, iso, iin_sex(cases[i].iin));
    }
}

/* Every swap of neighbours in many numbers: what is proposed makes it valid, and the true one is
 * proposed when it is the only one. */
static void a_swap_is_found(void **state)
{
    (void)state;
    int found = 0, tried = 0;
    for (int n = 0; n < 500; n++) {
        char iin[32];
        snprintf(iin, sizeof iin, "%02d%02d%02d%d%04d", n % 99, n % 12 + 1, n % 28 + 1, 3 + n % 4,
                 n * 13 % 10000);
        int check = check_digit(iin);
        if (check < 0)
            continue;
        iin[11] = (char)('0' + check);
        iin[12] = '\0';
        assert_int_equal(iin_swap(iin), -1); /* right already */
        for (int i = 0; i < 11; i++) {
            char typed[13];
            memcpy(typed, iin, sizeof typed); /* twelve digits and the end */
            typed[i] = iin[i + 1];
            typed[i + 1] = iin[i];
            if (iin_valid(typed))
                continue;
            tried++;
            int at = iin_swap(typed);
            if (at < 0)
                continue;
            char digit = typed[at];
            typed[at] = typed[at + 1];
            typed[at + 1] = digit;
            assert_true(iin_valid(typed));
            found += at == i;
        }
    }
    assert_true(tried > 4000 && found > tried / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[Z-13] [Z-14] the check digit and no other", the_check_digit_and_no_other, NULL, NULL,
         NULL},
        cmocka_unit_test(what_is_no_number),
        {"[Z-13] birth and sex come from seven digits", birth_and_sex_come_from_seven_digits, NULL,
         NULL, NULL},
        {"[Z-13] swapped neighbours are found", a_swap_is_found, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("iin", tests, NULL, NULL);
}
