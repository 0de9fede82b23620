/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

struct db_batch *history_person_batch(const char *card, const char *table, const char *row,
                                      const char *field, const char *login)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true,
                 "select person from history_of($1::bigint, $2::text, $3::bigint, $4::text)"
                 " where login = $5::text limit 1",
                 5, (const char *[]){card, table, row, field, login});
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

static bool of_check(const struct history_row *h)
{
    return h->field && str_starts(h->field, "checked_");
}

static void row_done(struct history_row *r)
{
    char *texts[] = {r->at, r->person, r->terminal, r->kind, r->field, r->was,
                     r->is, r->result, r->reason,   r->doc,  r->doc_on};
    for (size_t k = 0; k < COUNT(texts); k++)
        free(texts[k]);
    *r = (struct history_row){0};
}

/* Only what a check changed is in the history: the rest is as the check before left it. */
static void check_take(struct history_row *state, const struct history_row *column)
{
    if (str_same(column->field, "checked_system")) {
        str_set(&state->was, state->is);
        str_set(&state->is, column->is);
    } else if (str_same(column->field, "checked_result"))
        str_set(&state->result, column->is);
    else if (str_same(column->field, "checked_differs"))
        state->differs = str_same(column->is, "t");
}

/* The columns of a check stand together by name, so from the oldest on their names descend. */
static void fold_checks(struct history *h)
{
    struct history_row state = {0};
    char former[32] = "";
    int at = h->count;
    for (int i = h->count - 1; i >= 0; i--) {
        struct history_row r = h->row[i];
        bool check = of_check(&r);
        if (!check) {
            h->row[--at] = r;
            former[0] = 0;
            continue;
        }
        check_take(&state, &r);
        if (!*former || strcmp(r.field, former) >= 0) {
            at--;
            h->row[at] = (struct history_row){.at = xstrdup(r.at),
                                              .person = xstrdup(r.person),
                                              .terminal = xstrdup(r.terminal),
                                              .kind = xstrdup(r.kind)};
        }
        str_set(&h->row[at].was, state.was);
        str_set(&h->row[at].is, state.is);
        str_set(&h->row[at].result, state.result);
        h->row[at].differs = state.differs;
        snprintf(former, sizeof former, "%s", r.field);
        row_done(&r);
    }
    h->count -= at;
    memmove(h->row, h->row + at, (size_t)h->count * sizeof *h->row);
    row_done(&state);
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
    fold_checks(h);
    return true;
}

void history_done(struct history *h)
{
    for (int i = 0; i < h->count; i++)
        row_done(&h->row[i]);
    free(h->row);
    *h = (struct history){0};
}
