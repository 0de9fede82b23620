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
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value.h"

static struct value_world world; /* Friday 20.11.2026; 16 December is a holiday */
static const struct field date = {.name = "d", .type = FIELD_DATE};
static const struct field past = {.name = "p", .type = FIELD_DATE, .flags = FIELD_PAST};
static const struct field birth = {
    .name = "b", .type = FIELD_DATE, .flags = FIELD_PAST | FIELD_FROM_IIN};
static const struct field partial = {.name = "q", .type = FIELD_PARTIAL};
static const struct field past_partial = {.name = "q", .type = FIELD_PARTIAL, .flags = FIELD_PAST};

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    i18n_set(LANG_EN);
    struct calendar *c = calendar_new();
    calendar_add(c, day_from(2026, 12, 16), false, "мереке", "праздник");
    world = (struct value_world){.today = day_from(2026, 11, 20), .calendar = c};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    calendar_free((struct calendar *)(size_t)world.calendar);
    return 0;
}

struct date_case {
    const struct field *field;
    const char *typed, *value; /* NULL: refused */
    int number;                /* of the refusal */
    const char *notice;        /* NULL: not looked at */
};

static void read_all(const struct date_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct date_case *c = &cases[i];
        char *value = NULL, notice[160];
        struct error err = {0};
        bool ok = value_read(c->field, c->typed, &world, &value, notice, &err);
        if (ok != (c->value != NULL) || !str_same(value, c->value) ||
            (!ok && err.number != c->number) || (c->notice && strcmp(notice, c->notice) != 0))
            fail_msg("\"%s\" -> %s, %d %s, \"%s\"", c->typed, value ? value : "NULL", err.number,
                     err.what, notice);
        if (!ok)
            assert_true(err.what[0] && err.remedy[0] && message_find(err.number));
        free(value);
    }
}

static void dates_as_they_are_typed(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&date, "27112026", "2026-11-27", 0, ""},
        {&date, "27.11.2026", "2026-11-27", 0, ""},
        {&date, "27-11-2026", "2026-11-27", 0, ""},
        {&date, "27/11/2026", "2026-11-27", 0, ""},
        {&date, "27,11,2026", "2026-11-27", 0, ""},
        {&date, "27 11 2026", "2026-11-27", 0, ""},
        {&date, " 27. 11. 2026 ", "2026-11-27", 0, ""},
        {&date, "7.1.2026", "2026-01-07", 0, ""},
        {&date, "2026-11-27", "2026-11-27", 0, ""},
        {&date, "271126", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "27.11.26", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "2711", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "27.11", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "27.11.", "2026-11-27", 0, NULL},
        {&date, "27", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "1", "2026-11-01", 0, "=> 01.11.2026, Sunday"},
        {&date, "29022028", "2028-02-29", 0, ""},
        {&date, "", NULL, 0, NULL},
    };
    read_all(cases, COUNT(cases) - 1);
    char *value = NULL;
    assert_true(value_read(&date, "", &world, &value, NULL, NULL));
    assert_null(value);
    assert_true(
        value_read(&date, "   ", &world, &value, NULL, NULL)); /* a field's padding is no today */
    assert_null(value);
}

static void days_from_today(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&date, "=", "2026-11-20", 0, "=> 20.11.2026, Friday"},
        {&date, " ", "2026-11-20", 0, "=> 20.11.2026, Friday"},
        {&date, "+7", "2026-11-27", 0, "=> 27.11.2026, Friday"},
        {&date, "-1", "2026-11-19", 0, "=> 19.11.2026, Thursday"},
        {&date, "+0", "2026-11-20", 0, NULL},
        {&date, "+2а", "2026-12-04", 0, "=> 04.12.2026, Friday"},
        {&date, "+2a", "2026-12-04", 0, NULL},
        {&date, "+2w", "2026-12-04", 0, NULL},
        {&date, "+2н", "2026-12-04", 0, NULL},
        {&date, "+2f", "2026-12-04", 0, NULL},
        {&date, "+2А", "2026-12-04", 0, NULL},
        {&date, "-1 а", "2026-11-13", 0, NULL},
        {&date, "+1м", "2026-12-20", 0, NULL},
        {&date, "+1m", "2026-12-20", 0, NULL},
        {&date, "+1v", "2026-12-20", 0, NULL},
        {&date, "+3М", "2027-02-20", 0, NULL},
        {&date, "+10ж", "2026-12-04", 0, NULL},
        {&date, "+10;", "2026-12-04", 0, NULL},
        {&date, "+10r", "2026-12-04", 0, NULL},
        {&date, "+10р", "2026-12-04", 0, NULL},
        {&date, "+18ж", "2026-12-17", 0, "=> 17.12.2026, Thursday"}, /* over the holiday */
        {&date, "-1ж", "2026-11-19", 0, NULL},
        {&past, "-1", "2026-11-19", 0, NULL},
        {&past, "+1", NULL, MESSAGE_FUTURE, NULL},
        {&date, "+", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "+7x", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "+7wa", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "+12345", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "+9999m", NULL, MESSAGE_YEAR, NULL},
        {&date, "+9999a", NULL, MESSAGE_YEAR, NULL},
    };
    read_all(cases, COUNT(cases));
}

static void the_past_stays_in_the_past(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&birth, "150590", "1990-05-15", 0, NULL},
        {&birth, "201126", "2026-11-20", 0, NULL},
        {&birth, "211126", "1926-11-21", 0, NULL},
        {&birth, "010127", "1927-01-01", 0, NULL},
        {&birth, "29.02.28", "1928-02-29", 0, NULL},
        {&date, "010127", "2027-01-01", 0, NULL},
        {&date, "010199", "1999-01-01", 0, NULL},
        {&date, "010146", "2046-01-01", 0, NULL},
        {&date, "010147", "1947-01-01", 0, NULL},
        {&past, "2812", "2025-12-28", 0, NULL},
        {&date, "2812", "2026-12-28", 0, NULL},
        {&past, "2011", "2026-11-20", 0, NULL},
        {&past, "27", "2026-10-27", 0, NULL},
        {&past, "20", "2026-11-20", 0, NULL},
        {&past, "21.11.2026", NULL, MESSAGE_FUTURE, NULL},
        {&birth, "01011887", "1887-01-01", 0, NULL},
        {&past, "01011887", NULL, MESSAGE_YEAR, NULL},
    };
    read_all(cases, COUNT(cases));
}

static void dates_that_are_refused(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&date, "31.04.2026", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "29022026", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "00112026", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "1313", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "31", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "99", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "20261127", NULL, MESSAGE_NO_SUCH_DAY, NULL},
        {&date, "27111026", NULL, MESSAGE_YEAR, NULL},
        {&date, "27.11.2206", NULL, MESSAGE_YEAR, NULL},
        {&date, "271", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "27112", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "2711202", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "271120266", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "27.11.202", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "27..11", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "1.2.3.4", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "27 қараша", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "кеше", NULL, MESSAGE_DATE_UNCLEAR, NULL},
        {&date, "\xFF", NULL, MESSAGE_NOT_TEXT, NULL},
    };
    read_all(cases, COUNT(cases));
}

/* The text as the same keys write it on the Kazakh layout. */
static void on_the_kazakh_row(const char *typed, bool capitals, struct buf *out)
{
    static const char *const row[2][10] = {{"қ", "\"", "ә", "і", "ң", "ғ", ",", ".", "ү", "ұ"},
                                           {"Қ", "\"", "Ә", "І", "Ң", "Ғ", ",", ".", "Ү", "Ұ"}};
    for (; *typed; typed++) {
        if (*typed == '-')
            buf_add(out, "ө");
        else
            buf_add(out, row[capitals][*typed - '0']);
    }
}

static void every_date_of_a_year_on_both_layouts(void **state)
{
    (void)state;
    for (day d = day_from(2028, 1, 1); d <= day_from(2028, 12, 31); d++) {
        int year, month, dom;
        day_split(d, &year, &month, &dom);
        char iso[11], typed[3][32];
        day_iso(d, iso);
        snprintf(typed[0], sizeof typed[0], "%02d%02d%04d", dom, month, year);
        snprintf(typed[1], sizeof typed[1], "%02d%02d%02d", dom, month, year % 100);
        snprintf(typed[2], sizeof typed[2], "%d-%d-%d", dom, month, year);
        for (size_t i = 0; i < COUNT(typed); i++)
            for (int layout = 0; layout < 3; layout++) {
                struct buf b = {0};
                if (layout)
                    on_the_kazakh_row(typed[i], layout == 2, &b);
                else
                    buf_add(&b, typed[i]);
                read_all(&(struct date_case){&date, b.s, iso, 0, NULL}, 1);
                buf_done(&b);
            }
    }
}

static void the_number_row_means_digits(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&date, "27,11.2026", "2026-11-27", 0, NULL}, /* no letter: they separate */
        {&date, ",", "2026-11-06", 0, NULL},          /* first: digits */
        {&date, ".", "2026-11-07", 0, NULL},          {&date, "қ.қ,әқә,", "2026-06-07", 0, NULL},
        {&date, "Һ.", "2026-11-27", 0, NULL}, /* behind a sign is first, too */
        {&date, "Һәа", "2026-12-04", 0, NULL},        {&date, "Һ\"қж", "2026-12-04", 0, NULL},
        {&date, "ө\"", "2026-11-19", 0, NULL},        {&date, "һ", "2026-11-20", 0, NULL},
        {&past_partial, "әққғ", "2005", 0, NULL},
    };
    read_all(cases, COUNT(cases));
    static const struct {
        const char *row, *digits;
    } rows[] = {{"\"әіңғ,.үұқөһ", "1234567890-="}, {"ӘІҢҒҮҰҚӨҺ", "2345890-+"}, {"a1яё!", "a1яё!"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *a = rows[i].row, *b = rows[i].digits;
        uint32_t from, to;
        while (*a) {
            a += utf8_next(a, &from);
            b += utf8_next(b, &to);
            assert_int_equal(value_salvage_digit(from), to);
        }
    }
}

static void partial_dates(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {&partial, "2005", "2005", 0, ""},
        {&partial, "09.2005", "2005-09", 0, ""},
        {&partial, "9.2005", "2005-09", 0, ""},
        {&partial, "092005", "2005-09", 0, ""},
        {&partial, "2005-09", "2005-09", 0, ""},
        {&partial, "01.09.2005", "2005-09-01", 0, ""},
        {&partial, "01092005", "2005-09-01", 0, ""},
        {&partial, "010905", "2005-09-01", 0, NULL},
        {&partial, "1305", "2026-05-13", 0, "=> 13.05.2026, Wednesday"},
        {&partial, "=", "2026-11-20", 0, NULL},
        {&partial, "13.2005", NULL, MESSAGE_PARTIAL_UNCLEAR, NULL},
        {&partial, "09.05.1", NULL, MESSAGE_PARTIAL_UNCLEAR, NULL},
        {&partial, "09.3005", NULL, MESSAGE_PARTIAL_UNCLEAR, NULL},
        {&past_partial, "2026", "2026", 0, NULL},
        {&past_partial, "11.2026", "2026-11", 0, NULL},
        {&past_partial, "12.2026", NULL, MESSAGE_FUTURE, NULL},
        {&past_partial, "2027", NULL, MESSAGE_FUTURE, NULL},
    };
    read_all(cases, COUNT(cases));
    static const struct {
        const char *value, *shown;
    } shows[] = {
        {"2005", "2005"}, {"2005-09", "09.2005"}, {"2005-09-01", "01.09.2005"}, {NULL, ""}};
    for (size_t i = 0; i < COUNT(shows); i++) {
        char *shown = value_show(&partial, shows[i].value, &world),
             *edited = value_edit(&partial, shows[i].value, &world);
        assert_string_equal(shown, shows[i].shown);
        assert_string_equal(edited, shows[i].shown);
        char *back = NULL;
        assert_true(value_read(&partial, edited, &world, &back, NULL, NULL));
        assert_true(str_same(back, shows[i].value));
        free(back);
        free(shown);
        free(edited);
    }
}

static void periods_have_a_first_and_a_last_day(void **state)
{
    (void)state;
    static const struct {
        const char *value, *first, *last;
    } cases[] = {
        {"2005", "2005-01-01", "2005-12-31"},    {"2028-02", "2028-02-01", "2028-02-29"},
        {"2005-12", "2005-12-01", "2005-12-31"}, {"2005-09-17", "2005-09-17", "2005-09-17"},
        {"9999", "9999-01-01", "9999-12-31"},    {"9999-12", "9999-12-01", "9999-12-31"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        day first, last;
        char a[11], b[11];
        assert_true(value_days(cases[i].value, &first, &last));
        day_iso(first, a);
        day_iso(last, b);
        assert_string_equal(a, cases[i].first);
        assert_string_equal(b, cases[i].last);
    }
    static const char *const bad[] = {"",       "05",         "2005-13",  "20o5",
                                      "2005-9", "2005-02-30", "2005-09-1"};
    day first, last;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(value_days(bad[i], &first, &last));
    assert_false(value_days(NULL, &first, &last));
}

static void stored_dates_are_checked_and_shown(void **state)
{
    (void)state;
    struct error err;
    assert_true(value_check(&date, "2026-11-27", &world, &err));
    assert_true(value_check(&date, NULL, &world, &err));
    assert_false(value_check(&date, "27.11.2026", &world, &err));
    assert_int_equal(err.number, MESSAGE_DATE_UNCLEAR);
    assert_false(value_check(&date, "2026-11", &world, &err));
    assert_false(value_check(&past, "2026-11-21", &world, &err));
    assert_int_equal(err.number, MESSAGE_FUTURE);
    assert_false(value_check(&partial, "2026-13", &world, &err));
    char *shown = value_show(&date, "2026-11-07", &world);
    assert_string_equal(shown, "07.11.2026");
    free(shown);
}

static void a_full_date_has_all_of_its_year(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool full;
    } cases[] = {
        {"27112026", true}, {"27.11.2026", true}, {"27.11.20", false}, {"271126", false},
        {"2711", false},    {"+7", false},        {"", false},         {"ә.\"\"әқә,", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (value_full(&date, cases[i].typed) != cases[i].full)
            fail_msg("%s", cases[i].typed);
}

/* A year or a month is a whole value there, but may be the beginning of a day. */
static void a_full_partial_date_is_a_day(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool full;
    } cases[] = {
        {"01092005", true}, {"01.09.2005", true}, {"2005-09-01", true}, {"2005", false},
        {"092005", false},  {"09.2005", false},   {"2005-09", false},   {"", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (value_full(&partial, cases[i].typed) != cases[i].full)
            fail_msg("%s", cases[i].typed);
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("[K-7] dates as they are typed", dates_as_they_are_typed),
        TEST("[K-7] [Z-11] days, weeks, months, working days from today", days_from_today),
        TEST("[K-7] a two-digit birth year is never in the future", the_past_stays_in_the_past),
        TEST("[K-7] dates that are refused", dates_that_are_refused),
        TEST("[K-11] every date of a year on both layouts", every_date_of_a_year_on_both_layouts),
        TEST("[K-11] the number row means digits", the_number_row_means_digits),
        TEST("[Z-12] dates of year and month precision, both ways", partial_dates),
        cmocka_unit_test(periods_have_a_first_and_a_last_day),
        cmocka_unit_test(stored_dates_are_checked_and_shown),
        TEST("[K-4] a full date has all of its year", a_full_date_has_all_of_its_year),
        TEST("[K-4] a full partial date is a day", a_full_partial_date_is_a_day),
    };
    return cmocka_run_group_tests_name("value_date", tests, set_up, tear_down);
}
