/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time: days as day numbers, never a time zone's hour. Today is the server's (Asia/Almaty), told at
 * the gate. */
#ifndef COMMON_CLOCK_H
#define COMMON_CLOCK_H

#include <stdbool.h>

/* Days since 1970-01-01 of the proleptic Gregorian calendar. */
typedef int day;
#define DAY_NONE (-2147483647 - 1)

day day_from(int year, int month, int dom); /* DAY_NONE if there is no such day */
void day_split(day d, int *year, int *month, int *dom);
day day_parse_iso(const char *s);      /* YYYY-MM-DD, else DAY_NONE */
void day_iso(day d, char out[11]);     /* YYYY-MM-DD */
void day_show(day d, char out[11]);    /* dd.mm.yyyy */
int day_weekday(day d);                /* 1 Monday .. 7 Sunday */
day day_add_months(day d, int months); /* the last day of a shorter month */

/* A time as jsonb has it, "2026-11-27T09:15:00.5+00:00" with any offset, as Almaty's: its day and
   the minute of that day. False if it is no such text. */
bool clock_almaty(const char *stamp, day *d, int *minute);

/* Milliseconds of the monotonic clock: for time-outs and back-off only. */
long clock_ms(void);

#endif
