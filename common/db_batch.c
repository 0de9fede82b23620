/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/db_inner.h"

#include <stdlib.h>
#include <string.h>

#include "common/util.h"

struct db_batch *db_batch_new(void)
{
    return xcalloc(1, sizeof(struct db_batch));
}

/* Parameters are personal data, the draft's key among them: they do not stay behind in freed
 * memory. */
static void param_free(char *value)
{
    if (value)
        wipe(value, strlen(value));
    free(value);
}

void db_batch_free(struct db_batch *b)
{
    if (!b)
        return;
    for (int i = 0; i < b->count; i++) {
        struct db_statement *st = &b->statement[i];
        for (int k = 0; k < st->nparams; k++)
            param_free(st->params[k]);
        free(st->params);
        free(st->sql);
    }
    free(b->statement);
    free(b);
}

int db_batch_add(struct db_batch *b, bool prepare, const char *sql, int nparams,
                 const char *const *params)
{
    if (b->count == b->cap) {
        b->cap = b->cap ? 2 * b->cap : 8;
        b->statement = xrealloc(b->statement, (size_t)b->cap * sizeof *b->statement);
    }
    struct db_statement *st = &b->statement[b->count];
    *st = (struct db_statement){.prepare = prepare, .sql = xstrdup(sql), .nparams = nparams};
    st->params = xcalloc((size_t)nparams + 1, sizeof *st->params);
    for (int i = 0; i < nparams; i++)
        st->params[i] = xstrdup(params[i]);
    return b->count++;
}

void db_batch_commit(struct db_batch *b)
{
    if (b->count > 0)
        b->statement[b->count - 1].commit = true;
}
