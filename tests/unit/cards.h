/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of cards on the temporary server: made, filled, saved and opened in a line. What does
   not go well fails the test. */
#ifndef TESTS_UNIT_CARDS_H
#define TESTS_UNIT_CARDS_H

#include "tests/unit/server.h"

#include "common/card.h"

/* server_connect, and an open session. */
struct db *cards_connect(const char *variable, const char *user, struct session *s);

/* In a card: the entry of a table, its nth row, a new row; in a row: values by their fields' names,
   a list of which ends with NULL. */
int cards_entry(const struct card *c, const char *table);
struct record *cards_row(const struct card *c, const char *table, int n);
struct record *cards_add(struct card *c, const char *table);
void cards_put(struct record *r, const char *field, const char *value);
void cards_put_all(struct record *r, const char *const (*values)[2]);
void cards_expect(const struct record *r, const char *field, const char *expected);

/* The card of Сынақ Қанат, born on 1 January 1990, with an application, ready to be saved. */
struct card *cards_typed(const char *iin);
struct card *cards_new(struct db *db); /* the same, saved, with an IIN that nobody had */

/* Without a server: a card whose values a file may trip over, tabs, backslashes and line ends, with
 * one visit. */
struct card *cards_awkward(void);

enum save_outcome cards_save(struct db *db, struct card *c, struct card_conflict *k,
                             struct error *err);
void cards_save_well(struct db *db, struct card *c);
struct card *cards_open(struct db *db, const char *id);

#endif
