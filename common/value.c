/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/value.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

static const struct value_type *const types[] = {
    [FIELD_TEXT] = &value_text,       [FIELD_LONG] = &value_text,   [FIELD_DATE] = &value_date,
    [FIELD_PARTIAL] = &value_partial, [FIELD_MONEY] = &value_money, [FIELD_INT] = &value_int,
    [FIELD_DECIMAL] = &value_decimal, [FIELD_ENUM] = &value_enum,   [FIELD_DICT] = &value_dict,
    [FIELD_BOOL] = &value_bool,       [FIELD_IIN] = &value_iin,     [FIELD_BIN] = &value_bin,
    [FIELD_PHONE] = &value_phone,     [FIELD_EMAIL] = &value_email,
};

void value_note(char *notice, const char *format, ...)
{
    size_t len = strlen(notice);
    if (len && len + 1 < NOTICE_SIZE) {
        notice[len++] = ' ';
        notice[len] = '\0';
    }
    va_list args;
    va_start(args, format);
    vsnprintf(notice + len, NOTICE_SIZE - len, format, args);
    va_end(args);
    utf8_cut(notice);
}

bool value_refuse(struct error *err, int number, const char *what, const char *remedy)
{
    error_set(err, "%s", what);
    error_remedy(err, "%s", remedy);
    return error_number(err, number);
}

bool value_check(const struct field *f, const char *value, const struct value_world *w,
                 struct error *err)
{
    if (str_empty(value))
        return true;
    if (!utf8_valid(value))
        return value_refuse(err, MESSAGE_NOT_TEXT, _("these are not the bytes of a text"),
                            _("type it anew"));
    return types[f->type]->check(f, value, w, err);
}

/* Today by a space alone (K-7): the only blank that means something. */
static bool means_empty(const struct field *f, const char *typed)
{
    if (f->type == FIELD_DATE && str_same(typed, " "))
        return false;
    char *clean = utf8_clean(typed, false);
    bool empty = !*clean;
    free(clean);
    return empty;
}

bool value_read(const struct field *f, const char *typed, const struct value_world *w, char **value,
                char notice[160], struct error *err)
{
    char unread[NOTICE_SIZE] = "";
    char *note = notice ? notice : unread;
    note[0] = '\0';
    if (str_empty(typed) || means_empty(f, typed)) {
        *value = NULL;
        return true;
    }
    if (!utf8_valid(typed))
        return value_refuse(err, MESSAGE_NOT_TEXT, _("these are not the bytes of a text"),
                            _("type it anew"));
    char *read = NULL;
    if (!types[f->type]->read(f, typed, w, &read, note, err) || !value_check(f, read, w, err)) {
        free(read);
        note[0] = '\0';
        return false;
    }
    *value = read;
    return true;
}

static char *show(const struct field *f, const char *value, const struct value_world *w, bool edit)
{
    if (str_empty(value))
        return xstrdup("");
    const struct value_type *type = types[f->type];
    return type->show ? type->show(f, value, w, edit) : xstrdup(value);
}

char *value_show(const struct field *f, const char *value, const struct value_world *w)
{
    return show(f, value, w, false);
}

char *value_edit(const struct field *f, const char *value, const struct value_world *w)
{
    return show(f, value, w, true);
}

static bool is_day(const struct field *f)
{
    return f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
}

bool value_fixed_length(const struct field *f, int *length)
{
    bool number = f->type == FIELD_IIN || f->type == FIELD_BIN;
    if (number || is_day(f))
        *length = number ? 12 : 10;
    return number || is_day(f);
}

bool value_full(const struct field *f, const char *typed)
{
    int length;
    if (!value_fixed_length(f, &length))
        return false;
    char *s = value_salvage(typed, is_day(f));
    size_t digits = strspn(s, "0123456789");
    bool full = is_day(f) ? s[digits] ? strlen(s) == (size_t)length : digits == 8
                          : digits == (size_t)length && !s[digits];
    free(s);
    return full;
}

bool value_digits_only(const struct field *f)
{
    static const bool digits[] = {
        [FIELD_DATE] = true, [FIELD_PARTIAL] = true, [FIELD_MONEY] = true,
        [FIELD_INT] = true,  [FIELD_DECIMAL] = true, [FIELD_IIN] = true,
        [FIELD_BIN] = true,  [FIELD_PHONE] = true,   [FIELD_EMAIL] = false,
    };
    return digits[f->type];
}

unsigned value_salvage_digit(unsigned c)
{
    static const struct {
        unsigned letter;
        char digit;
    } row[] = {{'"', '1'},  {U'ә', '2'}, {U'і', '3'}, {U'ң', '4'}, {U'ғ', '5'}, {',', '6'},
               {'.', '7'},  {U'ү', '8'}, {U'ұ', '9'}, {U'қ', '0'}, {U'ө', '-'}, {U'һ', '='},
               {U'Ә', '2'}, {U'І', '3'}, {U'Ң', '4'}, {U'Ғ', '5'}, {U'Ү', '8'}, {U'Ұ', '9'},
               {U'Қ', '0'}, {U'Ө', '-'}, {U'Һ', '+'}};
    for (size_t i = 0; i < COUNT(row); i++)
        if (row[i].letter == c)
            return (unsigned char)row[i].digit;
    return c;
}

/* Does the text hold a letter that bears a digit? */
static bool bears_digits(const char *s)
{
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n) {
        unsigned digit = value_salvage_digit(c);
        if (c != ',' && c != '.' && digit >= '0' && digit <= '9' && digit != c)
            return true;
    }
    return false;
}

char *value_salvage(const char *typed, bool separators)
{
    const char *start = typed + strspn(typed, " +-");
    if (str_starts(start, "Һ") || str_starts(start, "ө"))
        start += strlen("Һ"); /* the signs of that row */
    bool marks = !separators || *start == ',' || *start == '.' || bears_digits(typed);
    struct buf b = {0};
    uint32_t c;
    for (size_t n; (n = utf8_next(typed, &c)); typed += n) {
        char out[5];
        bool keep = (c == ',' || c == '.') && !marks;
        buf_addn(&b, out, utf8_put(out, keep ? c : value_salvage_digit(c)));
    }
    return buf_take(&b);
}
