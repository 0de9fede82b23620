/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving up what the server is doing. PQcancel makes a connection of its own and waits for it, so a
   child does. Until it is over nothing new is sent: the request must not hit the next batch. */
#include <stdlib.h>
#include <unistd.h>

#include "common/db_inner.h"

static void ask(int out, void *ctx)
{
    char why[256];
    PGcancel *cancel = PQgetCancel(ctx);
    ssize_t n = cancel && PQcancel(cancel, why, sizeof why) ? write(out, "+", 1) : 0;
    (void)n; /* nobody reads: then nobody waits */
    PQfreeCancel(cancel);
}

void db_cancel(struct db *db, int ticket)
{
    const struct db_job *job = db->head;
    bool under_way = job && job->ticket == ticket && job->sent && !job->doomed;
    db_forget(db, ticket);
    if (!under_way || db->cancel.pid || db->state != DB_READY)
        return;
    db->cancelled = ticket;
    if (!db_child_start(&db->cancel, ask, db->conn))
        db_link_lost(db); /* the server goes on, but nobody waits for it any longer */
}

bool db_cancel_serve(struct db *db)
{
    if (!db->cancel.pid || db_child_read(&db->cancel))
        return false;
    bool arrived = db->cancel.said.len > 0;
    db_child_end(&db->cancel);
    if (!arrived && db->state == DB_READY && db->head && db->head->ticket == db->cancelled)
        db_link_lost(db);
    return true;
}
