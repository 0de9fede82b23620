/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: made where the knowledge is, shown where the user is. */
#ifndef COMMON_ERROR_H
#define COMMON_ERROR_H

#include <stdbool.h>

struct error {
    char where[160];  /* file:line, section and field, host: may be empty */
    char what[400];   /* already translated */
    char remedy[240]; /* what to do, translated; may be empty */
    int number;       /* of the message: F1 explains it (common/message.h); 0: none */
    char sqlstate[6]; /* or "" */
    char detail[600]; /* the server's DETAIL; or "" */
    char column[64], table[64], constraint[64]; /* from the server; or "" */
};

/* Sets what by a format (already translated), clears the rest. Returns false, so `return
 * error_set(...)`. */
bool error_set(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Sets the message's number. Returns false. */
bool error_number(struct error *err, int number);

/* Adds the place. Returns false. */
bool error_where(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds what to do. Returns false. */
bool error_remedy(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "where: what: remedy" in one line; the caller's, to be freed. */
char *error_text(const struct error *err);

#endif
