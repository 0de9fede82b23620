/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results are libpq's own, under another name. */
#include "common/db_inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/util.h"

void db_reply_free(struct db_reply *r)
{
    if (!r)
        return;
    for (int i = 0; i < r->count; i++)
        PQclear((PGresult *)r->results[i]);
    free(r->results);
    free(r->detail);
    free(r);
}

void db_one_line(char *out, size_t size, const char *text)
{
    snprintf(out, size, "%s", text ? text : "");
    size_t n = strlen(out);
    while (n && (out[n - 1] == '\n' || out[n - 1] == ' '))
        out[--n] = '\0';
    for (char *c = out; *c; c++)
        if (*c == '\n' || *c == '\t')
            *c = ' ';
}

static void field_copy(char *out, size_t size, const PGresult *res, int code)
{
    const char *text = PQresultErrorField(res, code);
    snprintf(out, size, "%s", text ? text : "");
}

void db_result_error(struct error *err, const PGresult *res)
{
    const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    char line[sizeof err->what];
    db_one_line(line, sizeof line, text ? text : PQresultErrorMessage(res));
    error_set(err, "%s", line);
    field_copy(err->sqlstate, sizeof err->sqlstate, res, PG_DIAG_SQLSTATE);
    field_copy(err->detail, sizeof err->detail, res, PG_DIAG_MESSAGE_DETAIL);
    field_copy(err->remedy, sizeof err->remedy, res, PG_DIAG_MESSAGE_HINT);
    field_copy(err->table, sizeof err->table, res, PG_DIAG_TABLE_NAME);
    field_copy(err->column, sizeof err->column, res, PG_DIAG_COLUMN_NAME);
    field_copy(err->constraint, sizeof err->constraint, res, PG_DIAG_CONSTRAINT_NAME);
}

int db_rows(const struct db_result *r)
{
    return r ? PQntuples((const PGresult *)r) : 0;
}

int db_columns(const struct db_result *r)
{
    return r ? PQnfields((const PGresult *)r) : 0;
}

int db_column(const struct db_result *r, const char *name)
{
    for (int i = 0; i < db_columns(r); i++)
        if (strcmp(PQfname((const PGresult *)r, i), name) == 0)
            return i;
    return -1;
}

const char *db_get(const struct db_result *r, int row, int column)
{
    if (row < 0 || row >= db_rows(r) || column < 0 || column >= db_columns(r))
        return NULL;
    const PGresult *pg = (const PGresult *)r;
    return PQgetisnull(pg, row, column) ? NULL : PQgetvalue(pg, row, column);
}

const char *db_get_named(const struct db_result *r, int row, const char *name)
{
    return db_get(r, row, db_column(r, name));
}
