/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does everything fit together here: configuration, connection, schema, and the form's fields with
 * the database's columns? */
#ifndef COMMON_SELFCHECK_H
#define COMMON_SELFCHECK_H

#include "common/config.h"
#include "forms/form.h"

/* What the database says about a column. */
struct column {
    const char *table, *name;
    const char *type; /* as declared, "" if there is no such column: iin, date, numeric(14,2) */
    const char *base; /* the type below a domain */
    bool not_null, filled; /* filled: by a default or the database itself */
};

/* Does the field fit its column? If not, why (static, translated), else NULL. Pure. */
const char *selfcheck_field(const struct field *f, const struct column *c);

/* Tells each check by a line, "ok" or "FAIL" first, tab-separated. Returns how many failed. */
typedef void selfcheck_line(void *ctx, const char *line);
int selfcheck_run(const struct config *c, selfcheck_line *line, void *ctx);

#endif
