/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it works. A batch waits in a queue as a job. One job at a time is under way: its statements
   (and the PREPAREs still missing in this session) go out in one piece that ends with a Sync, and
   its answer is read up to that Sync. So a save is one implicit transaction and one round trip, a
   later batch can rely on what an earlier one prepared, and a search that was forgotten before its
   turn never burdens the server. When the connection goes, the job under way has an unknown
   outcome; the jobs behind it were never sent. Both are answered, never sent again from here: only
   their owner knows whether that is right.

   Nothing here waits but db_wait: what libpq does by waiting, looking up names and sending a cancel
   request, a child does. */
#include "common/db_inner.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/util.h"

struct db *db_new(void)
{
    return xcalloc(1, sizeof(struct db));
}

void db_free(struct db *db)
{
    if (!db)
        return;
    db_link_drop(db, DB_CLOSED);
    while (db->head) {
        struct db_job *job = db->head;
        db->head = job->next;
        db_job_free(job);
    }
    db_link_forget(db);
    free(db->prepared);
    free(db);
}

enum db_state db_state(const struct db *db)
{
    return db->state;
}

const struct error *db_error(const struct db *db)
{
    return &db->error;
}

bool db_needs_password(const struct db *db)
{
    return db->needs_password;
}

unsigned long db_round_trips(const struct db *db)
{
    return db->round_trips;
}

bool db_busy(const struct db *db)
{
    return db->head != NULL;
}

static struct pollfd socket_watch(struct db *db)
{
    struct pollfd p = {.fd = db->conn ? PQsocket(db->conn) : -1, .events = POLLIN};
    if (db->state == DB_CONNECTING)
        p.events = db->polling == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    else if (db->state == DB_READY && PQflush(db->conn) == 1)
        p.events = POLLIN | POLLOUT;
    return p;
}

static struct pollfd child_watch(const struct db_child *c)
{
    return (struct pollfd){.fd = c->pid ? c->fd : -1, .events = POLLIN};
}

/* Milliseconds to sleep: up to the caller's end or the connection's, whichever is sooner. */
static int time_left(const struct db *db, long end)
{
    long until = end;
    if (db->state == DB_CONNECTING && db->conn && (until < 0 || db->connect_by < until))
        until = db->connect_by;
    const struct db_child *const children[] = {&db->resolver, &db->cancel};
    for (size_t i = 0; i < COUNT(children); i++)
        if (children[i]->pid && (until < 0 || children[i]->until < until))
            until = children[i]->until;
    if (until < 0)
        return -1;
    long left = until - clock_ms();
    return left < 0 ? 0 : (int)left;
}

/* What the poll found, and the connection served accordingly. */
static unsigned events_serve(struct db *db, const struct pollfd p[])
{
    unsigned events = (p[0].revents ? DB_KEY : 0u) | (p[1].revents ? DB_SIGNAL : 0u);
    if (db_name_serve(db) || db_cancel_serve(db)) /* may change the connection that was polled */
        return events | DB_SERVER;
    if (p[2].revents && db->state == DB_CONNECTING) {
        db_link_poll(db);
        events |= DB_SERVER;
    } else if (p[2].revents && db->state == DB_READY) {
        db_job_read(db);
        events |= DB_SERVER;
    } else if (db->state == DB_CONNECTING && db->conn && clock_ms() >= db->connect_by) {
        db_link_failed(db, _("the server did not answer in time"));
        events |= DB_SERVER;
    }
    return events;
}

unsigned db_wait(struct db *db, int key_fd, int timeout_ms)
{
    long end = timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
    for (;;) {
        if (db->state == DB_CLOSED || db->state == DB_LOST)
            for (struct db_job *j = db->head; j; j = j->next)
                j->doomed = true;
        if (db_job_answer_doomed(db))
            return DB_SERVER;
        db_job_start(db);
        if (db->head && db->head->doomed)
            continue;
        struct pollfd p[] = {{.fd = key_fd, .events = POLLIN},
                             {.fd = db_signal_fd(), .events = POLLIN},
                             socket_watch(db),
                             child_watch(&db->resolver),
                             child_watch(&db->cancel)};
        int n = poll(p, COUNT(p), time_left(db, end));
        if (n < 0 && errno != EINTR)
            die("poll: %s", strerror(errno));
        if (n < 0)
            continue;
        unsigned events = events_serve(db, p);
        if (db_job_answer_doomed(db))
            events |= DB_SERVER;
        if (events)
            return events;
        if (end >= 0 && clock_ms() >= end)
            return DB_TIMEOUT;
    }
}

bool db_connect_wait(struct db *db, int timeout_ms, struct error *err)
{
    long end = timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
    while (db->state == DB_CONNECTING) {
        long left = end < 0 ? -1 : end - clock_ms();
        if (end >= 0 && left <= 0)
            db_link_failed(db, _("the server did not answer in time"));
        else
            db_wait(db, -1, (int)left);
    }
    if (db->state != DB_READY && err)
        *err = db->error;
    return db->state == DB_READY;
}

struct db_reply *db_run(struct db *db, struct db_batch *b)
{
    struct db_reply *reply = NULL;
    db_job_queue(db, b)->keep = &reply;
    while (!reply)
        db_wait(db, -1, -1);
    return reply;
}
