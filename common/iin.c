/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/iin.h"

#include <stddef.h>
#include <string.h>

#include "common/clock.h"

enum { LENGTH = 12, CHECK = 11, CENTURY = 6 };

static bool all_digits(const char *s)
{
    return s && strlen(s) == LENGTH && strspn(s, "0123456789") == LENGTH;
}

static int remainder_by(const char *s, const int weights[CHECK])
{
    int sum = 0;
    for (int i = 0; i < CHECK; i++)
        sum += (s[i] - '0') * weights[i];
    return sum % 11;
}

bool iin_valid(const char *s)
{
    static const int first[CHECK] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    static const int second[CHECK] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    if (!all_digits(s))
        return false;
    int check = remainder_by(s, first);
    if (check == 10)
        check = remainder_by(s, second);
    return check < 10 && s[CHECK] - '0' == check;
}

bool iin_birth(const char *s, char iso[11])
{
    if (!all_digits(s) || s[CENTURY] < '1' || s[CENTURY] > '6')
        return false;
    int part[3];
    for (int i = 0; i < 3; i++)
        part[i] = (s[2 * i] - '0') * 10 + (s[2 * i + 1] - '0');
    int century = 18 + (s[CENTURY] - '1') / 2;
    day d = day_from(century * 100 + part[0], part[1], part[2]);
    if (d == DAY_NONE)
        return false;
    day_iso(d, iso);
    return true;
}

char iin_sex(const char *s)
{
    if (!all_digits(s) || s[CENTURY] < '1' || s[CENTURY] > '6')
        return 0;
    return (s[CENTURY] - '0') % 2 ? 'm' : 'f';
}

int iin_swap(const char *s)
{
    if (!all_digits(s) || iin_valid(s))
        return -1;
    int found = -1, count = 0;
    int born = -1, count_born = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
        char other[LENGTH + 1], iso[11];
        memcpy(other, s, sizeof other);
        other[i] = s[i + 1];
        other[i + 1] = s[i];
        if (!iin_valid(other))
            continue;
        found = i;
        count++;
        if (iin_birth(other, iso)) {
            born = i;
            count_born++;
        }
    }
    if (count == 1)
        return found;
    return count_born == 1 ? born : -1;
}
