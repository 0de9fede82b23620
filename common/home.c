/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/home.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/guard.h"
#include "common/util.h"

enum { VISITS_CAP = 40, RECENT_CAP = 15, STATEMENTS = 3 };

/* One more than is shown tells that there are more. */
static void add(struct db_batch *b, const char *sql, int cap)
{
    char limit[12];
    snprintf(limit, sizeof limit, "%d", cap + 1);
    db_batch_add(b, true, sql, 1, (const char *[]){limit});
}

struct db_batch *home_batch(void)
{
    struct db_batch *b = db_batch_new();
    add(b,
        "select id, iin_masked, surname, name, patronymic, null as status, planned_on as at,"
        " overdue from home_visits($1::int)",
        VISITS_CAP);
    add(b,
        "select id, iin_masked, surname, name, patronymic, status, at, false as overdue"
        " from home_recent($1::int)",
        RECENT_CAP);
    db_batch_add(b, true, "select from_at, to_at from maintenance_next()", 0, NULL);
    return b;
}

static char *copy(const struct db_result *r, int row, const char *column)
{
    return xstrdup(db_get_named(r, row, column));
}

static void rows_read(struct home_rows *rows, const struct db_result *r, int cap)
{
    int n = db_rows(r);
    rows->more = n > cap;
    rows->count = rows->more ? cap : n;
    rows->row = xcalloc((size_t)rows->count + 1, sizeof *rows->row);
    for (int i = 0; i < rows->count; i++) {
        const char *overdue = db_get_named(r, i, "overdue");
        rows->row[i] = (struct home_row){
            .id = copy(r, i, "id"),
            .surname = copy(r, i, "surname"),
            .name = copy(r, i, "name"),
            .patronymic = copy(r, i, "patronymic"),
            .iin_masked = copy(r, i, "iin_masked"),
            .status = copy(r, i, "status"),
            .at = copy(r, i, "at"),
            .overdue = overdue && *overdue == 't',
        };
    }
}

bool home_read(struct home *h, const struct db_reply *reply, struct error *err)
{
    if (!reply->ok || reply->count < STATEMENTS)
        return guard_error(reply, err);
    home_done(h);
    rows_read(&h->visits, reply->results[0], VISITS_CAP);
    rows_read(&h->recent, reply->results[1], RECENT_CAP);
    if (db_rows(reply->results[2]) > 0) {
        h->break_from = copy(reply->results[2], 0, "from_at");
        h->break_to = copy(reply->results[2], 0, "to_at");
    }
    return true;
}

static void rows_done(struct home_rows *rows)
{
    for (int i = 0; i < rows->count; i++) {
        struct home_row *r = &rows->row[i];
        char *texts[] = {r->id,         r->surname, r->name, r->patronymic,
                         r->iin_masked, r->status,  r->at};
        for (size_t k = 0; k < COUNT(texts); k++)
            free(texts[k]);
    }
    free(rows->row);
}

void home_done(struct home *h)
{
    rows_done(&h->visits);
    rows_done(&h->recent);
    free(h->break_from);
    free(h->break_to);
    *h = (struct home){0};
}
