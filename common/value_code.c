/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that name somebody, leading zeros and all: IIN (Z-13), BIN (Z-14), telephone; and the
 * e-mail address. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

enum { CODE_LENGTH = 12, PHONE_MIN = 8, PHONE_MAX = 15, EMAIL_MAX = 254, LOCAL_MAX = 64 };

/* Takes the characters of `drop` out of s. */
static void drop(char *s, const char *dropped)
{
    char *to = s;
    for (const char *p = s; *p; p++)
        if (!strchr(dropped, *p))
            *to++ = *p;
    *to = '\0';
}

static bool read_code(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice, (void)err;
    char *clean = utf8_clean(typed, false);
    *value = value_salvage(clean, false);
    free(clean);
    drop(*value, " -");
    return true;
}

static bool check_length(const char *value, int number, struct error *err)
{
    size_t digits = strspn(value, "0123456789");
    if (value[digits]) {
        uint32_t c;
        size_t bytes = utf8_next(value + digits, &c);
        error_set(err, _("\"%.*s\" is no digit"), (int)bytes, value + digits);
    } else if (digits != CODE_LENGTH) {
        error_set(err,
                  i18n_plural("there is %zu digit, not 12", "there are %zu digits, not 12", digits),
                  digits);
    } else {
        return true;
    }
    error_remedy(err, "%s", _("type all 12 digits, zeros at the beginning too"));
    return error_number(err, number);
}

/* Says which digits are swapped, if that is what is wrong. */
static bool check_digit(const char *value, int number, struct error *err)
{
    if (iin_valid(value))
        return true;
    error_set(err, "%s", _("the check digit does not fit"));
    int i = iin_swap(value);
    if (i >= 0)
        error_remedy(err, _("are digits %d and %d (%c%c) swapped? With %c%c it would be right"),
                     i + 1, i + 2, value[i], value[i + 1], value[i + 1], value[i]);
    else
        error_remedy(err, "%s", _("compare each digit with the document"));
    return error_number(err, number);
}

static bool check_iin(const struct field *f, const char *value, const struct value_world *w,
                      struct error *err)
{
    (void)f, (void)w;
    return check_length(value, MESSAGE_IIN_LENGTH, err) &&
           check_digit(value, MESSAGE_IIN_CHECK, err);
}

static bool check_bin(const struct field *f, const char *value, const struct value_world *w,
                      struct error *err)
{
    (void)f, (void)w;
    return check_length(value, MESSAGE_BIN_LENGTH, err) &&
           check_digit(value, MESSAGE_BIN_CHECK, err);
}

static bool refuse_phone(struct error *err)
{
    return value_refuse(err, MESSAGE_PHONE, _("this is not one whole telephone number"),
                        _("type ten digits with the code, for example 87011234567; a foreign one "
                          "with + and its country's code"));
}

static bool read_phone(const struct field *f, const char *typed, const struct value_world *w,
                       char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice;
    char *clean = utf8_clean(typed, false);
    char *s = value_salvage(clean, true);
    free(clean);
    drop(s, " ()-.");
    bool plus = *s == '+' || str_starts(s, "00");
    const char *digits = *s == '+' ? s + 1 : plus ? s + 2 : s;
    size_t n = strlen(digits);
    if (plus)
        *value = xasprintf("+%s", digits);
    else if (n == 11 && (*digits == '8' || *digits == '7'))
        *value = xasprintf("+7%s", digits + 1);
    else if (n == 10)
        *value = xasprintf("+7%s", digits);
    free(s);
    return *value ? true : refuse_phone(err);
}

static bool check_phone(const struct field *f, const char *value, const struct value_world *w,
                        struct error *err)
{
    (void)f, (void)w;
    size_t n = *value == '+' ? strspn(value + 1, "0123456789") : 0;
    bool kazakhstan = value[1] == '7';
    if (!n || value[n + 1] || value[1] == '0' || (kazakhstan && n != 11) || n < PHONE_MIN ||
        n > PHONE_MAX)
        return refuse_phone(err);
    return true;
}

static bool read_email(const struct field *f, const char *typed, const struct value_world *w,
                       char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice, (void)err;
    *value = utf8_clean(typed, false);
    char *at = strrchr(*value, '@');
    for (char *p = at; p && *p; p++) /* capitals mean something before the @ only */
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + 32);
    return true;
}

#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define LARGE "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* Labels of letters, digits and inner hyphens, parted by dots, at least two, the last of two
 * letters or more. */
static bool is_domain(const char *s)
{
    int labels = 0;
    for (;;) {
        size_t n = strspn(s, SMALL LARGE DIGITS "-");
        if (!n || n > 63 || s[0] == '-' || s[n - 1] == '-')
            return false;
        labels++;
        if (!s[n])
            return labels > 1 && n > 1 && (strspn(s, SMALL LARGE) == n || str_starts(s, "xn--"));
        if (s[n] != '.')
            return false;
        s += n + 1;
    }
}

static bool refuse_email(struct error *err, const char *what)
{
    return value_refuse(err, MESSAGE_EMAIL, what, _("type it like name@example.kz"));
}

static bool check_email(const struct field *f, const char *value, const struct value_world *w,
                        struct error *err)
{
    (void)w;
    for (const char *p = value; *p;) {
        uint32_t c;
        size_t n = utf8_next(p, &c);
        if (c > 0x7F) {
            error_set(err, _("\"%.*s\" is no Latin letter"), (int)n, p);
            error_remedy(err, "%s", _("switch the keyboard and type the address anew"));
            return error_number(err, MESSAGE_EMAIL);
        }
        p += n;
    }
    if (strchr(value, ' '))
        return refuse_email(err, _("an e-mail address has no spaces"));
    const char *at = strchr(value, '@');
    if (!at || strchr(at + 1, '@'))
        return refuse_email(err, _("an e-mail address has exactly one @"));
    size_t local = (size_t)(at - value);
    if (!local || local > LOCAL_MAX || value[0] == '.' || at[-1] == '.' || strstr(value, "..") ||
        strspn(value, SMALL LARGE DIGITS "!#$%&'*+/=?^_`{|}~.-") != local)
        return refuse_email(err, _("what stands before the @ is no name of a mailbox"));
    if (!is_domain(at + 1))
        return refuse_email(err, _("what stands behind the @ is no place in the Internet"));
    int max = f->max ? f->max : EMAIL_MAX;
    if ((int)strlen(value) > max) {
        error_set(err, _("the text has %d characters, %d is the most"), (int)strlen(value), max);
        error_remedy(err, "%s", _("shorten it"));
        return error_number(err, MESSAGE_TOO_LONG);
    }
    return true;
}

const struct value_type value_iin = {.read = read_code, .check = check_iin};
const struct value_type value_bin = {.read = read_code, .check = check_bin};
const struct value_type value_phone = {.read = read_phone, .check = check_phone};
const struct value_type value_email = {.read = read_email, .check = check_email};
