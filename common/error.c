/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/error.h"

#include <stdarg.h>
#include <stdio.h>

#include "common/utf8.h"
#include "common/util.h"

static void put(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

static void put(char *out, size_t size, const char *format, va_list args)
{
    int n = vsnprintf(out, size, format, args);
    if (n < 0 || (size_t)n >= size)
        utf8_cut(out);
}

bool error_set(struct error *err, const char *format, ...)
{
    if (!err)
        return false;
    /* The arguments may point into err itself. */
    char what[sizeof err->what];
    va_list args;
    va_start(args, format);
    put(what, sizeof what, format, args);
    va_end(args);
    *err = (struct error){0};
    snprintf(err->what, sizeof err->what, "%s", what);
    return false;
}

bool error_number(struct error *err, int number)
{
    if (err)
        err->number = number;
    return false;
}

bool error_where(struct error *err, const char *format, ...)
{
    if (!err)
        return false;
    va_list args;
    va_start(args, format);
    put(err->where, sizeof err->where, format, args);
    va_end(args);
    return false;
}

bool error_remedy(struct error *err, const char *format, ...)
{
    if (!err)
        return false;
    va_list args;
    va_start(args, format);
    put(err->remedy, sizeof err->remedy, format, args);
    va_end(args);
    return false;
}

char *error_text(const struct error *err)
{
    struct buf b = {0};
    const char *parts[] = {err->where, err->what, err->remedy};
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (str_empty(parts[i]))
            continue;
        if (b.len)
            buf_add(&b, ": ");
        buf_add(&b, parts[i]);
    }
    for (char *p = b.s; p && *p; p++)
        if (*p == '\n')
            *p = ' ';
    return buf_take(&b);
}
