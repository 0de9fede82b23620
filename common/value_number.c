/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money (K-8, Z-12), whole and decimal numbers. The stored form is the one that libpq gives back.
 */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

/* How many digits before and behind the point: numeric(14,2), numeric(6,1), integer. */
struct shape {
    size_t whole, decimals;
};
static const struct shape money = {12, 2}, decimal = {5, 1}, integer = {10, 0};

/* Digits salvaged, all blanks taken out; the caller's. */
static char *squeeze(const char *typed)
{
    char *salvaged = value_salvage(typed, true);
    char *clean = utf8_clean(salvaged, false);
    free(salvaged);
    char *to = clean;
    for (const char *p = clean; *p; p++)
        if (*p != ' ')
            *to++ = *p;
    *to = '\0';
    return clean;
}

static bool is_mark(char c)
{
    return c == ',' || c == '.';
}

/* Are the marks in s[0..end) all the same, before groups of three digits, the last of which ends at
 * end? */
static bool grouped(const char *s, size_t end)
{
    size_t first = strcspn(s, ",.");
    if (first == 0 || first > 3)
        return false;
    for (size_t i = first; i < end; i += 4) {
        if (s[i] != s[first] || i + 4 > end || strspn(s + i + 1, "0123456789") < 3)
            return false;
        if (i + 4 < end && !is_mark(s[i + 4]))
            return false;
    }
    return true;
}

/* Parts "1.500.000,50" into "1500000" and "50". False if it is no number of that shape; *groups
   tells that a mark was read as one between thousands though it might be meant for a comma. */
static bool read_number(char *s, struct shape shape, const char **fraction, bool *groups)
{
    size_t len = strlen(s);
    *fraction = "";
    *groups = false;
    if (!len || strspn(s, "0123456789,.") != len || is_mark(s[0]))
        return false;
    const char *last = NULL;
    for (const char *p = s; *p; p++)
        if (is_mark(*p))
            last = p;
    if (last) {
        size_t tail = strlen(last + 1);
        size_t at = (size_t)(last - s);
        bool only = strcspn(s, ",.") == at;
        if (tail <= shape.decimals && (only || (tail && *last != s[strcspn(s, ",.")]))) {
            if (!only && !grouped(s, at))
                return false;
            *fraction = last + 1;
            s[at] = '\0';
        } else if (tail == 3 && shape.decimals == 2 && grouped(s, len)) {
            *groups = true;
        } else {
            return false;
        }
    }
    char *to = s;
    for (const char *p = s; *p; p++)
        if (!is_mark(*p))
            *to++ = *p;
    *to = '\0';
    return true;
}

static const char *without_zeros(const char *s)
{
    while (s[0] == '0' && s[1])
        s++;
    return s;
}

/* The stored form with exactly the shape's decimals, or NULL; the caller's. */
static char *stored(const char *typed, struct shape shape, bool *groups)
{
    char *s = squeeze(typed), *value = NULL;
    const char *fraction;
    if (read_number(s, shape, &fraction, groups)) {
        struct buf b = {0};
        buf_add(&b, without_zeros(s));
        if (shape.decimals) {
            buf_add(&b, ".");
            buf_add(&b, fraction);
            for (size_t n = strlen(fraction); n < shape.decimals; n++)
                buf_add(&b, "0");
        }
        value = buf_take(&b);
    }
    free(s);
    return value;
}

/* Is the stored form a number, with at most the shape's decimals? */
static bool is_number(const char *value, struct shape shape)
{
    size_t whole = strspn(value, "0123456789");
    if (!whole || !value[whole])
        return whole;
    const char *behind = value + whole + 1;
    size_t n = strlen(behind);
    return shape.decimals && value[whole] == '.' && n >= 1 && n <= shape.decimals &&
           strspn(behind, "0123456789") == n;
}

static bool check_size(const struct field *f, const char *value, struct shape shape, int largest,
                       struct error *err)
{
    size_t digits = strspn(without_zeros(value), "0123456789");
    int limit = f->max ? f->max : largest;
    if (digits <= shape.whole && (!limit || strtod(value, NULL) <= limit))
        return true;
    if (limit)
        error_set(err, _("the number is larger than %d"), limit);
    else
        error_set(err, _("the number has more than %d digits"), (int)shape.whole);
    error_remedy(err, "%s", _("look whether a digit was typed twice"));
    return error_number(err, MESSAGE_TOO_LARGE);
}

static bool refuse_money(struct error *err)
{
    return value_refuse(err, MESSAGE_NOT_MONEY, _("this cannot be read as a sum in tenge"),
                        _("type digits only, tiyn behind a comma: 150000 or 150000,50"));
}

static bool refuse_decimal(struct error *err)
{
    return value_refuse(err, MESSAGE_NOT_DECIMAL,
                        _("this is no number with at most one digit behind the comma"),
                        _("type it like 45 or 45,5"));
}

static bool refuse_int(struct error *err)
{
    return value_refuse(err, MESSAGE_NOT_INT, _("this is no whole number"), _("type digits only"));
}

static bool read_money(const struct field *f, const char *typed, const struct value_world *w,
                       char **value, char *notice, struct error *err)
{
    bool groups;
    *value = stored(typed, money, &groups);
    if (!*value)
        return refuse_money(err);
    if (groups) {
        char *shown = value_money.show(f, *value, w, false);
        value_note(notice, "=> %s", shown);
        free(shown);
    }
    return true;
}

static bool read_decimal(const struct field *f, const char *typed, const struct value_world *w,
                         char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice;
    bool groups;
    *value = stored(typed, decimal, &groups);
    return *value ? true : refuse_decimal(err);
}

static bool read_int(const struct field *f, const char *typed, const struct value_world *w,
                     char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice;
    bool groups;
    *value = stored(typed, integer, &groups);
    return *value ? true : refuse_int(err);
}

static bool check_money(const struct field *f, const char *value, const struct value_world *w,
                        struct error *err)
{
    (void)w;
    return is_number(value, money) ? check_size(f, value, money, 0, err) : refuse_money(err);
}

static bool check_decimal(const struct field *f, const char *value, const struct value_world *w,
                          struct error *err)
{
    (void)w;
    return is_number(value, decimal) ? check_size(f, value, decimal, 0, err) : refuse_decimal(err);
}

static bool check_int(const struct field *f, const char *value, const struct value_world *w,
                      struct error *err)
{
    (void)w;
    return is_number(value, integer) ? check_size(f, value, integer, 2147483647, err)
                                     : refuse_int(err);
}

/* Decimal comma; decimals only if there are any; thousands parted by spaces unless edited. */
static char *show_number(const char *value, size_t decimals, bool groups)
{
    size_t whole = strspn(value, "0123456789");
    struct buf b = {0};
    for (size_t i = 0; i < whole; i++) {
        if (groups && i && (whole - i) % 3 == 0)
            buf_add(&b, " ");
        buf_addn(&b, value + i, 1);
    }
    const char *fraction = value[whole] == '.' ? value + whole + 1 : "";
    if (strspn(fraction, "0") != strlen(fraction)) {
        buf_addf(&b, ",%s", fraction);
        for (size_t n = strlen(fraction); n < decimals; n++)
            buf_add(&b, "0");
    }
    return buf_take(&b);
}

static char *show_money(const struct field *f, const char *value, const struct value_world *w,
                        bool edit)
{
    (void)f, (void)w;
    return show_number(value, money.decimals, !edit);
}

static char *show_decimal(const struct field *f, const char *value, const struct value_world *w,
                          bool edit)
{
    (void)f, (void)w, (void)edit;
    return show_number(value, decimal.decimals, false);
}

const struct value_type value_money = {
    .read = read_money, .check = check_money, .show = show_money};
const struct value_type value_decimal = {
    .read = read_decimal, .check = check_decimal, .show = show_decimal};
const struct value_type value_int = {.read = read_int, .check = check_int};
