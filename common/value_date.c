/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as they are typed (K-7), whole or with the precision of a year or a month. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2099, YEAR_FIRST_BIRTH = 1800, YEARS_AHEAD = 20 };

/* What the digits say; -1: not said. A year of two digits is 0..99. */
struct stamp {
    int dom, month, year;
    bool short_year;
};

struct group {
    int value;
    size_t len;
};

const char *value_weekday(day d)
{
    static const char *const names[] = {N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                        N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                        N_("Sunday")};
    return _(names[day_weekday(d) - 1]);
}

/* Parts s into up to three groups of digits; 0 if it is anything else. */
static int split(const char *s, struct group g[3])
{
    int count = 0;
    while (*s) {
        size_t len = strspn(s, "0123456789");
        if (!len || len > 8 || count == 3)
            return 0;
        g[count++] = (struct group){atoi(s), len};
        s += len;
        s += strspn(s, " ");
        if (*s && strchr(".,-/", *s))
            s++;
        s += strspn(s, " ");
    }
    return count;
}

static struct stamp stamp_of(int dom, int month, struct group year)
{
    return (struct stamp){dom, month, year.value, year.len == 2};
}

/* A whole date, or as much of it as the current year and month can complete. */
static bool read_stamp(const char *s, struct stamp *out)
{
    struct group g[3] = {{0}};
    int count = split(s, g);
    int v = g[0].value;
    if (count == 3 && g[0].len == 4 && g[1].len <= 2 && g[2].len <= 2) {
        *out = stamp_of(g[2].value, g[1].value, g[0]);
        return true;
    }
    if (count == 3 && g[0].len <= 2 && g[1].len <= 2 && (g[2].len == 2 || g[2].len == 4)) {
        *out = stamp_of(g[0].value, g[1].value, g[2]);
        return true;
    }
    if (count == 2 && g[0].len <= 2 && g[1].len <= 2) {
        *out = (struct stamp){g[0].value, g[1].value, -1, false};
        return true;
    }
    if (count != 1)
        return false;
    switch (g[0].len) {
    case 8:
        *out = (struct stamp){v / 1000000, v / 10000 % 100, v % 10000, false};
        return true;
    case 6:
        *out = (struct stamp){v / 10000, v / 100 % 100, v % 100, true};
        return true;
    case 4:
        *out = (struct stamp){v / 100, v % 100, -1, false};
        return true;
    case 2:
    case 1:
        *out = (struct stamp){v, -1, -1, false};
        return true;
    }
    return false;
}

static bool later(const struct stamp *s, int year, int month, int dom)
{
    return s->year * 10000 + s->month * 100 + s->dom > year * 10000 + month * 100 + dom;
}

/* Completes month, year and century: the next to today, but never after today where the field tells
 * what has happened. */
static void complete(struct stamp *s, const struct field *f, day today)
{
    int year, month, dom;
    day_split(today, &year, &month, &dom);
    bool past = f->flags & (FIELD_PAST | FIELD_FROM_IIN);
    if (s->short_year) {
        s->year += 2000;
        if (past ? later(s, year, month, dom) : s->year > year + YEARS_AHEAD)
            s->year -= 100;
    } else if (s->year < 0 && s->month >= 0) {
        s->year = year;
        if (past && later(s, year, month, dom))
            s->year--;
    } else if (s->year < 0) {
        s->year = year;
        s->month = month;
        if (past && s->dom > dom && --s->month == 0) {
            s->month = 12;
            s->year--;
        }
    }
}

/* "+7", "-1", "+2w", "+1m", "+10r". What follows the number counts as the key it is on. */
static bool read_relative(const char *s, const struct value_world *w, day *out)
{
    if (*s != '+' && *s != '-')
        return false;
    int sign = *s++ == '-' ? -1 : 1;
    size_t len = strspn(s, "0123456789");
    if (!len || len > 4)
        return false;
    int n = sign * atoi(s);
    s += len;
    s += strspn(s, " ");
    uint32_t unit;
    size_t bytes = utf8_next(s, &unit);
    if (bytes && s[bytes])
        return false;
    static const struct {
        const char *letters;
        char unit;
    } units[] = {{"аaфfwцн", 'w'}, {"мmvь", 'm'}, {"ж;рrhк", 'r'}};
    char kind = bytes ? 0 : 'd';
    for (size_t i = 0; bytes && i < COUNT(units); i++) {
        uint32_t c;
        for (const char *p = units[i].letters; *p; p += utf8_next(p, &c))
            if (utf8_next(p, &c) && c == utf8_lower(unit))
                kind = units[i].unit;
    }
    if (kind == 'm')
        *out = day_add_months(w->today, n);
    else if (kind == 'r')
        *out = calendar_add_working(w->calendar, w->today, n);
    else
        *out = w->today + (kind == 'w' ? 7 * n : n);
    return kind != 0;
}

static void echo(char *notice, day d)
{
    char shown[11];
    day_show(d, shown);
    value_note(notice, "=> %s, %s", shown, value_weekday(d));
}

static bool refuse_day(const struct stamp *s, struct error *err)
{
    error_set(err, _("there is no day %02d.%02d.%04d"), s->dom, s->month, s->year);
    error_remedy(err, "%s", _("type the day first, then the month"));
    return error_number(err, MESSAGE_NO_SUCH_DAY);
}

static char *iso(day d)
{
    char text[11];
    day_iso(d, text);
    return xstrdup(text);
}

static bool read_clean(const struct field *f, const char *s, const struct value_world *w,
                       char **value, char *notice, struct error *err)
{
    day d;
    if (!*s || str_same(s, "=")) {
        d = w->today;
        echo(notice, d);
    } else if (read_relative(s, w, &d)) {
        if (d == DAY_NONE)
            return value_refuse(err, MESSAGE_YEAR, _("that is too far away"),
                                _("type day, month and year"));
        echo(notice, d);
    } else {
        struct stamp stamp;
        if (!read_stamp(s, &stamp))
            return value_refuse(err, MESSAGE_DATE_UNCLEAR, _("this cannot be read as a date"),
                                _("type day, month and year, for example 27112026"));
        bool guessed = stamp.short_year || stamp.year < 0;
        complete(&stamp, f, w->today);
        d = day_from(stamp.year, stamp.month, stamp.dom);
        if (d == DAY_NONE)
            return refuse_day(&stamp, err);
        if (guessed)
            echo(notice, d);
    }
    *value = iso(d);
    return true;
}

/* The text with digits salvaged and blanks put in order; the caller's. */
static char *clean_date(const char *typed)
{
    char *salvaged = value_salvage(typed, true);
    char *clean = utf8_clean(salvaged, false);
    free(salvaged);
    return clean;
}

static bool read_date(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    char *s = clean_date(typed);
    bool ok = read_clean(f, s, w, value, notice, err);
    free(s);
    return ok;
}

static bool is_year(struct group g)
{
    return g.len == 4 && g.value >= YEAR_FIRST && g.value <= YEAR_LAST;
}

/* A year or a month and a year: 2005, 09.2005, 2005-09, 092005. */
static char *read_year_month(const char *s)
{
    struct group g[3] = {{0}};
    int count = split(s, g);
    if (count == 1 && is_year(g[0]))
        return xasprintf("%04d", g[0].value);
    struct group year = {0, 0};
    int month = 0;
    if (count == 2 && g[0].len <= 2) {
        month = g[0].value;
        year = g[1];
    } else if (count == 2 && g[1].len <= 2) {
        month = g[1].value;
        year = g[0];
    } else if (count == 1 && g[0].len == 6) {
        month = g[0].value / 10000;
        year = (struct group){g[0].value % 10000, 4};
    }
    if (!is_year(year) || month < 1 || month > 12)
        return NULL;
    return xasprintf("%04d-%02d", year.value, month);
}

static bool read_partial(const struct field *f, const char *typed, const struct value_world *w,
                         char **value, char *notice, struct error *err)
{
    char *s = clean_date(typed);
    *value = read_year_month(s);
    bool ok = *value || read_clean(f, s, w, value, notice, err);
    if (!ok && err && err->number == MESSAGE_DATE_UNCLEAR)
        value_refuse(err, MESSAGE_PARTIAL_UNCLEAR, _("this cannot be read as a date"),
                     _("type a year, a month and a year, or a day: 2005, 09.2005, 01.09.2005"));
    free(s);
    return ok;
}

bool value_days(const char *value, day *first, day *last)
{
    if (str_empty(value))
        return false;
    char whole[11];
    size_t len = strlen(value);
    if (len == 4)
        snprintf(whole, sizeof whole, "%.4s-01-01", value);
    else if (len == 7)
        snprintf(whole, sizeof whole, "%.7s-01", value);
    else if (len == 10)
        snprintf(whole, sizeof whole, "%.10s", value);
    else
        return false;
    *first = day_parse_iso(whole);
    if (*first == DAY_NONE)
        return false;
    day next = len == 10 ? *first + 1 : day_add_months(*first, len == 4 ? 12 : 1);
    *last = next == DAY_NONE ? day_from(9999, 12, 31) : next - 1; /* there is no year 10000 */
    return true;
}

static bool check_days(const struct field *f, day first, day last, const struct value_world *w,
                       struct error *err)
{
    int year, month, dom;
    day_split(last, &year, &month, &dom);
    int least = f->flags & FIELD_FROM_IIN ? YEAR_FIRST_BIRTH : YEAR_FIRST;
    if (year < least || year > YEAR_LAST) {
        error_set(err, _("the year %04d is too far away"), year);
        error_remedy(err, "%s", _("type all four digits of the year"));
        return error_number(err, MESSAGE_YEAR);
    }
    if (f->flags & FIELD_PAST && first > w->today) {
        char shown[11];
        day_show(w->today, shown);
        error_set(err, _("this date lies after today, %s"), shown);
        error_remedy(err, "%s", _("type when it happened"));
        return error_number(err, MESSAGE_FUTURE);
    }
    return true;
}

static bool check_date(const struct field *f, const char *value, const struct value_world *w,
                       struct error *err)
{
    day d = day_parse_iso(value);
    if (d == DAY_NONE)
        return value_refuse(err, MESSAGE_DATE_UNCLEAR, _("this cannot be read as a date"),
                            _("type day, month and year, for example 27112026"));
    return check_days(f, d, d, w, err);
}

static bool check_partial(const struct field *f, const char *value, const struct value_world *w,
                          struct error *err)
{
    day first, last;
    if (!value_days(value, &first, &last))
        return value_refuse(
            err, MESSAGE_PARTIAL_UNCLEAR, _("this cannot be read as a date"),
            _("type a year, a month and a year, or a day: 2005, 09.2005, 01.09.2005"));
    return check_days(f, first, last, w, err);
}

static char *show_date(const struct field *f, const char *value, const struct value_world *w,
                       bool edit)
{
    (void)f, (void)w, (void)edit;
    day first, last;
    if (!value_days(value, &first, &last))
        return xstrdup(value);
    char shown[11];
    day_show(first, shown);
    size_t len = strlen(value);
    return xstrdup(len == 4 ? shown + 6 : len == 7 ? shown + 3 : shown);
}

const struct value_type value_date = {.read = read_date, .check = check_date, .show = show_date};
const struct value_type value_partial = {
    .read = read_partial, .check = check_partial, .show = show_date};
