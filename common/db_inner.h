/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What db.c and its helpers share and nobody else sees: batches from within, the signal pipe. */
#ifndef COMMON_DB_INNER_H
#define COMMON_DB_INNER_H

#include "common/db.h"

struct db_statement {
    bool prepare;
    char *sql;
    int nparams;
    char **params;
};

struct db_batch {
    struct db_statement *statement;
    int count, cap;
};

/* The end of the signal pipe to be polled; -1 while no signals are watched. */
int db_signal_fd(void);

#endif
