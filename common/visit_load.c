/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/visit_load.h"

#include <stdlib.h>

#include "common/guard.h"

struct db_batch *visit_load_batch(day from, day to)
{
    char first[11], last[11];
    struct db_batch *b = db_batch_new();
    day_iso(from, first);
    day_iso(to, last);
    db_batch_add(b, true, "select on_day, visits from visit_load($1::date, $2::date)", 2,
                 (const char *[]){first, last});
    return b;
}

bool visit_load_read(int *load, day from, int count, const struct db_reply *reply,
                     struct error *err)
{
    if (!reply->ok) {
        guard_error(reply, err);
        return false;
    }
    const struct db_result *r = reply->results[0];
    for (int i = 0; i < count; i++)
        load[i] = 0;
    for (int i = 0; i < db_rows(r); i++) {
        int at = day_parse_iso(db_get(r, i, 0)) - from;
        if (at >= 0 && at < count)
            load[at] = atoi(db_get(r, i, 1));
    }
    return true;
}
