/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a log-in finds on coming in: visits that are overdue or due today, the cards it had last. */
#ifndef COMMON_HOME_H
#define COMMON_HOME_H

#include "common/db.h"

struct home_row {
    char *id; /* of the card */
    char *surname, *name, *patronymic, *iin_masked;
    char *status; /* code, or NULL */
    char *at;     /* the day of the visit, ISO; the time the card was opened, as shown */
    bool overdue;
};
struct home_rows {
    struct home_row *row;
    int count;
    bool more; /* the cap cut it */
};
struct home {
    struct home_rows visits;     /* today's first, then back */
    struct home_rows recent;     /* the last first */
    char *break_from, *break_to; /* the next technological break, as shown; NULL: none is agreed */
};

struct db_batch *home_batch(void); /* one round trip */
/* Replaces *h. False and err on a failure: *h stays as it is. */
bool home_read(struct home *h, const struct db_reply *reply, struct error *err);
void home_done(struct home *h);

#endif
