/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a card: who changed what, when and why, over the function history_of. */
#ifndef COMMON_HISTORY_H
#define COMMON_HISTORY_H

#include "common/db.h"

struct history_row {
    char *at;     /* "dd.mm.yyyy hh:mm" or as the server says it */
    char *person; /* or the log-in, if there is no name */
    char *terminal;
    char *kind;     /* insert, update, annul, restore; closed: by a removal (Z-16) */
    char *field;    /* column; NULL: a check of the identity, or its end */
    char *was, *is; /* of a check: the systems; is NULL: another identity ended the check before */
    char *result;   /* of a check */
    bool differs;   /* found by a check */
    char *reason, *doc, *doc_on; /* doc_on: ISO */
};
struct history {
    struct history_row *row; /* the newest first */
    int count;
};

/* Of an open card. row and field may be NULL: all rows, all fields. */
struct db_batch *history_batch(const char *card, const char *table, const char *row,
                               const char *field);
/* The name of the person behind the log-in of a value's stamp: a result of one column, of one row
   or none. */
struct db_batch *history_person_batch(const char *card, const char *table, const char *row,
                                      const char *field, const char *login);
/* Replaces *h; what a check wrote is one row. False and err on a failure: *h stays as it is. */
bool history_read(struct history *h, const struct db_reply *reply, struct error *err);
void history_done(struct history *h);

#endif
