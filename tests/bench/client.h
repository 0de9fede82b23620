/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programs that measure against the server share. All of them end with a message on any
   failure: a figure of something that failed is worth nothing. */
#ifndef TESTS_BENCH_CLIENT_H
#define TESTS_BENCH_CLIENT_H

#include "common/card.h"
#include "common/session.h"

double client_ms(void); /* a clock */

/* Connected by the conninfo in the variable, as that user (NULL: its own). */
struct db *client_connect(const char *variable, const char *user);
/* The gate, with the terms of use accepted if they are asked for. */
void client_enter(struct db *db, struct session *s);
struct db_reply *client_run(struct db *db, struct db_batch *b);
/* One statement without parameters; its first value or NULL, the caller's. */
char *client_value(struct db *db, const char *sql);
struct card *client_open(struct db *db, const char *id);
/* Changes the telephone number of an open card and saves. */
void client_save(struct db *db, struct card *c);

/* A searched text for each kind of search, taken from the cards of the database. */
struct client_search {
    const char *kind;
    const char *sql; /* as the superuser: texts that are found, one a row */
};
extern const struct client_search client_searches[]; /* ended by kind NULL */
extern const char client_cards[];                    /* as the superuser: ids to open */

struct times {
    double *ms;
    int count;
};
void times_add(struct times *t, double ms);
double times_quantile(struct times *t, double q);
void times_done(struct times *t);

#endif
