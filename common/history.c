/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/history.h"

#include <stdlib.h>

#include "common/guard.h"
#include "common/util.h"

struct db_batch *history_batch(const char *card, const char *table, const char *row,
                               const char *field)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select * from history_of($1::bigint, $2::text, $3::bigint, $4::text)", 4,
                 (const char *[]){card, table, row, field});
    return b;
}

static char *text(const struct db_result *r, int row, const char *column)
{
    return xstrdup(db_get_named(r, row, column));
}

static void row_read(struct history_row *h, const struct db_result *r, int row)
{
    *h = (struct history_row){
        .at = text(r, row, "at"),
        .person = text(r, row, "person"),
        .terminal = text(r, row, "terminal"),
        .kind = text(r, row, "kind"),
        .field = text(r, row, "field"),
        .was = text(r, row, "old"),
        .is = text(r, row, "new"),
        .reason = text(r, row, "reason"),
        .doc = text(r, row, "doc"),
        .doc_on = text(r, row, "doc_on"),
    };
    if (!h->person)
        h->person = text(r, row, "login");
}

bool history_read(struct history *h, const struct db_reply *reply, struct error *err)
{
    if (!reply->ok)
        return guard_error(reply, err);
    const struct db_result *r = reply->results[0];
    history_done(h);
    h->count = db_rows(r);
    h->row = xcalloc((size_t)h->count + 1, sizeof *h->row);
    for (int i = 0; i < h->count; i++)
        row_read(&h->row[i], r, i);
    return true;
}

void history_done(struct history *h)
{
    for (int i = 0; i < h->count; i++) {
        struct history_row *r = &h->row[i];
        char *texts[] = {r->at,  r->person, r->terminal, r->kind, r->field,
                         r->was, r->is,     r->reason,   r->doc,  r->doc_on};
        for (size_t k = 0; k < COUNT(texts); k++)
            free(texts[k]);
    }
    free(h->row);
    *h = (struct history){0};
}
