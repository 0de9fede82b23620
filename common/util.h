/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground floor: memory that does not fail, strings, and the end of the program. */
#ifndef COMMON_UTIL_H
#define COMMON_UTIL_H

#include <stdbool.h>
#include <stddef.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Called by die() before it prints: gives the terminal back. */
extern void (*die_hook)(void);

/* Prints to standard error and exits with 70; never returns. */
void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/* Memory is the caller's to free; out of memory ends in die(). */
void *xcalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
void *xrealloc(void *p, size_t size) __attribute__((returns_nonnull));
char *xstrdup(const char *s) __attribute__((malloc)); /* NULL gives NULL */
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2), malloc));

bool str_empty(const char *s);                      /* NULL or "" */
bool str_same(const char *a, const char *b);        /* NULL and "" are the same */
bool str_starts(const char *s, const char *prefix); /* byte-wise */
void str_set(char **slot, const char *s); /* frees the old, copies the new; "" becomes NULL */
bool str_in_list(const char *codes, const char *code); /* codes parted by '|' */

/* A growing string. Zero-initialised is empty; buf.s may be NULL then. */
struct buf {
    char *s;
    size_t len, cap;
};
void buf_add(struct buf *b, const char *s);
void buf_addn(struct buf *b, const char *s, size_t n);
void buf_addf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *buf_take(struct buf *b); /* the string, never NULL, the caller's; empties b */
void buf_done(struct buf *b);

/* Overwrites memory that held a password so that the compiler cannot leave it out. */
void wipe(void *p, size_t n);

#endif
