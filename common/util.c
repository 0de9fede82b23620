/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/util.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_INTERNAL = 70 }; /* EX_SOFTWARE of sysexits.h */

void (*die_hook)(void);

void die(const char *format, ...)
{
    void (*hook)(void) = die_hook;
    die_hook = NULL; /* a hook that dies itself must not come back here for ever */
    if (hook)
        hook();
    va_list args;
    va_start(args, format);
    fputs("mansap: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(EXIT_INTERNAL);
}

void *xcalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        die("out of memory (%zu * %zu bytes)", count, size);
    return p;
}

void *xrealloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q)
        die("out of memory (%zu bytes)", size);
    return q;
}

char *xstrdup(const char *s)
{
    if (!s)
        return NULL;
    size_t n = strlen(s) + 1;
    return memcpy(xcalloc(n, 1), s, n);
}

static char *format_new(const char *format, va_list args) __attribute__((format(printf, 1, 0)));

static char *format_new(const char *format, va_list args)
{
    char *s;
    if (vasprintf(&s, format, args) < 0)
        die("out of memory or bad format: %s", format);
    return s;
}

char *xasprintf(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = format_new(format, args);
    va_end(args);
    return s;
}

bool str_empty(const char *s)
{
    return !s || !*s;
}

bool str_same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

bool str_starts(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

void str_set(char **slot, const char *s)
{
    char *copy = str_empty(s) ? NULL : xstrdup(s); /* first: s may lie in the old text */
    free(*slot);
    *slot = copy;
}

bool str_in_list(const char *codes, const char *code)
{
    if (str_empty(codes) || str_empty(code))
        return false;
    size_t n = strlen(code);
    for (const char *p = codes; *p;) {
        size_t len = strcspn(p, "|");
        if (len == n && memcmp(p, code, n) == 0)
            return true;
        p += len;
        if (*p)
            p++;
    }
    return false;
}

void buf_addn(struct buf *b, const char *s, size_t n)
{
    if (b->len + n + 1 > b->cap) {
        b->cap = (b->len + n + 1) * 2;
        b->s = xrealloc(b->s, b->cap);
    }
    if (n)
        memcpy(b->s + b->len, s, n);
    b->len += n;
    b->s[b->len] = '\0';
}

void buf_add(struct buf *b, const char *s)
{
    buf_addn(b, s, strlen(s));
}

void buf_addf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = format_new(format, args);
    va_end(args);
    buf_add(b, s);
    free(s);
}

char *buf_take(struct buf *b)
{
    char *s = b->s ? b->s : xcalloc(1, 1);
    *b = (struct buf){0};
    return s;
}

void buf_done(struct buf *b)
{
    free(b->s);
    *b = (struct buf){0};
}

void wipe(void *p, size_t n)
{
    if (p)
        explicit_bzero(p, n);
}
