/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many visits wait on each day at one's own centre, for the calendar. */
#ifndef COMMON_VISIT_LOAD_H
#define COMMON_VISIT_LOAD_H

#include "common/clock.h"
#include "common/db.h"

struct db_batch *visit_load_batch(day from, day to); /* both included */
/* load[i] is that of from + i. False and err on a failure. */
bool visit_load_read(int *load, day from, int count, const struct db_reply *reply,
                     struct error *err);

#endif
