/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second connection, to prove a password. */
#include <stdlib.h>
#include <string.h>

#include "common/db_inner.h"
#include "common/util.h"

bool db_used_password(const struct db *db)
{
    return db->conn && PQconnectionUsedPassword(db->conn);
}

struct db *db_twin(const struct db *db, const char *password)
{
    struct db *twin = db_new();
    size_t count = 0, n = 0;
    while (db->keyword && db->keyword[count])
        count++;
    const char **keywords = xcalloc(count + 2, sizeof *keywords);
    const char **values = xcalloc(count + 2, sizeof *values);
    for (size_t i = 0; i < count; i++)
        if (strcmp(db->keyword[i], "password") != 0) {
            keywords[n] = db->keyword[i];
            values[n++] = db->value[i];
        }
    keywords[n] = "password";
    values[n] = password;
    db_connect(twin, NULL, keywords, values);
    free(keywords);
    free(values);
    return twin;
}
