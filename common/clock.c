/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/clock.h"

#include <stddef.h>
#include <stdio.h>
#include <time.h>

enum { YEAR_MIN = 1, YEAR_MAX = 9999 };

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Years begin in March here, so that the leap day is the last of its year; eras are 400 years long.
 */
day day_from(int year, int month, int dom)
{
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || dom < 1 ||
        dom > month_days(year, month))
        return DAY_NONE;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yoe = y - era * 400;
    int doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dom - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

void day_split(day d, int *year, int *month, int *dom)
{
    if (d == DAY_NONE) {
        *year = *month = *dom = 0;
        return;
    }
    int z = d + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *dom = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year = yoe + era * 400 + (*month <= 2 ? 1 : 0);
}

/* The n digits at s as a number, or -1. */
static int digits(const char *s, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

day day_parse_iso(const char *s)
{
    if (!s)
        return DAY_NONE;
    int year = digits(s, 4);
    if (year < 0 || s[4] != '-')
        return DAY_NONE;
    int month = digits(s + 5, 2);
    if (month < 0 || s[7] != '-')
        return DAY_NONE;
    int dom = digits(s + 8, 2);
    if (dom < 0 || s[10] != '\0')
        return DAY_NONE;
    return day_from(year, month, dom);
}

static void put_digits(char *out, int value, int n)
{
    for (int i = n - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
}

void day_iso(day d, char out[11])
{
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    if (year < YEAR_MIN || year > YEAR_MAX) {
        out[0] = '\0';
        return;
    }
    put_digits(out, year, 4);
    out[4] = '-';
    put_digits(out + 5, month, 2);
    out[7] = '-';
    put_digits(out + 8, dom, 2);
    out[10] = '\0';
}

void day_show(day d, char out[11])
{
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    if (year < YEAR_MIN || year > YEAR_MAX) {
        out[0] = '\0';
        return;
    }
    put_digits(out, dom, 2);
    out[2] = '.';
    put_digits(out + 3, month, 2);
    out[5] = '.';
    put_digits(out + 6, year, 4);
    out[10] = '\0';
}

int day_weekday(day d)
{
    int n = (d + 3) % 7; /* day 0 was a Thursday */
    return (n < 0 ? n + 7 : n) + 1;
}

day day_add_months(day d, int months)
{
    if (d == DAY_NONE)
        return DAY_NONE;
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    int n = year * 12 + month - 1 + months;
    if (n < YEAR_MIN * 12 || n >= (YEAR_MAX + 1) * 12)
        return DAY_NONE;
    year = n / 12;
    month = n % 12 + 1;
    int last = month_days(year, month);
    return day_from(year, month, dom < last ? dom : last);
}

/* Almaty has been five hours ahead since 2024; before it was six, but what is stamped is younger.
 */
bool clock_almaty(const char *stamp, day *d, int *minute)
{
    enum { ALMATY = 5 * 60, WHOLE_DAY = 24 * 60, BEHIND_TIME = 16 };
    char date[11], sign;
    int h, m, off_h, off_m = 0;
    if (!stamp || sscanf(stamp, "%10sT%2d:%2d", date, &h, &m) != 3)
        return false;
    int minutes = h * 60 + m + ALMATY;
    const char *tail = stamp + BEHIND_TIME;
    while (*tail && *tail != '+' && *tail != '-')
        tail++;
    if (*tail && sscanf(tail, "%c%2d:%2d", &sign, &off_h, &off_m) < 2)
        return false;
    if (*tail)
        minutes -= (off_h * 60 + off_m) * (*tail == '-' ? -1 : 1);
    *d = day_parse_iso(date);
    if (*d == DAY_NONE)
        return false;
    *d += minutes < 0 ? -1 : minutes >= WHOLE_DAY ? 1 : 0;
    *minute = (minutes + WHOLE_DAY) % WHOLE_DAY;
    return true;
}

long clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
