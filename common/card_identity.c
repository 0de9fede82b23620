/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recording a check of the identity: a save of its own, after which the rows are read again,
   because the check leaves its mark in their stamps. */
#include "common/card_inner.h"
#include "common/guard.h"
#include "common/util.h"

struct db_batch *card_identity_batch(const struct card *c, const char *system, const char *result,
                                     bool differs)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true,
                 "select * from identity_check(gen_random_uuid(), $1::bigint, $2::text, $3::text, "
                 "$4::boolean)",
                 4, (const char *[]){c->id, system, result, differs ? "t" : "f"});
    card_rows_add(b);
    return b;
}

bool card_identity_read(struct card *c, const struct db_reply *reply, struct error *err)
{
    if (!reply->ok)
        return guard_error(reply, err);
    str_set(&c->updated_at, db_get_named(reply->results[0], 0, "updated_at"));
    str_set(&c->updated_by, db_get_named(reply->results[0], 0, "updated_by"));
    card_rows_load(c, reply, 1);
    return true;
}
