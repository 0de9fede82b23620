/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only user of libpq: one connection, batches in pipeline mode, one wait loop. */
#ifndef COMMON_DB_H
#define COMMON_DB_H

#include <stdbool.h>
#include <stddef.h>

#include "common/error.h"

struct db;
struct db_result; /* of one statement */

/* A batch: statements sent together, one round trip, one implicit transaction. */
struct db_batch;
struct db_batch *db_batch_new(void);
void db_batch_free(struct db_batch *b);
/* Adds a statement; parameters are text or NULL, copied; all types are left to the server (cast in
   the SQL). Returns its index. `prepare`: keep it prepared under a name for the session; for a
   const SQL text used often. */
int db_batch_add(struct db_batch *b, bool prepare, const char *sql, int nparams,
                 const char *const *params);

/* What was added so far is a transaction of its own, committed before the next statement; still one
   round trip. If it fails, what follows is carried out nevertheless. */
void db_batch_commit(struct db_batch *b);

/* What a finished batch left. results[i] belongs to statement i and is NULL from the failing one
   on. Borrowed until the callback returns (db_send) or until db_reply_free (db_run). */
struct db_reply {
    bool ok;
    bool lost; /* the connection went. error.sqlstate: 08007: after it was sent, its outcome is
                  unknown; 08001: nothing was sent */
    struct error error;
    char *detail; /* the server's DETAIL whole (error.detail may cut it), or NULL */
    int failed;   /* index of the failing statement, or -1; count if the commit itself failed */
    int count;
    struct db_result **results;
};

struct db *db_new(void);
void db_free(struct db *db); /* also closes */

/* States: a failed connect and a loss both give DB_LOST. A batch is never sent twice from here. */
/* Connection parameters: conninfo in libpq's own syntax (may be ""), over which keyword/value pairs
   (ended by NULL) win. The text is copied, kept for reconnecting, and wiped by db_free.
   Non-blocking, names of hosts included; db_wait drives it. A name without an address in two
   seconds is left out this time. */
void db_connect(struct db *db, const char *conninfo, const char *const *keywords,
                const char *const *values);
enum db_state { DB_CLOSED, DB_CONNECTING, DB_READY, DB_LOST };
enum db_state db_state(const struct db *db);
const struct error *db_error(const struct db *db); /* of the last failed connect or loss */
bool db_needs_password(const struct db *db);       /* the last connect failed for want of one */
/* Did the log-in rest on a password? */
bool db_used_password(const struct db *db);
/* Another connection by the same parameters, with this password; not waited for. The caller's. */
struct db *db_twin(const struct db *db, const char *password);
void db_reconnect(struct db *db); /* starts anew with the same parameters */
void db_close(struct db *db);

/* Queues a batch; takes it over. done is called from db_wait and may send, forget, close and
   reconnect. Batches run in order, each when the one before is answered. They wait for a connection
   that is being made; without one they are answered as lost. Returns a ticket > 0. */
typedef void db_done(void *ctx, const struct db_reply *reply);
int db_send(struct db *db, struct db_batch *b, db_done *done, void *ctx);
/* The answer of that ticket is thrown away (done is not called). */
void db_forget(struct db *db, int ticket);
/* The same, and the server is asked to give the batch up if it is at it. Does not wait; what is
   sent afterwards goes out when that is settled. If the request does not get through in two seconds
   and the batch still runs, the connection is lost. Its outcome: as for any lost batch, unknown. */
void db_cancel(struct db *db, int ticket);
bool db_busy(const struct db *db);

/* The one wait loop: sleeps until a key is there (fd -1: do not watch), a signal arrived, the
   server spoke, or timeout_ms (-1: none) is over; serves the connection and calls done callbacks
   itself. Returns what happened as a set of bits. */
enum db_event { DB_KEY = 1, DB_SIGNAL = 2, DB_SERVER = 4, DB_TIMEOUT = 8 };
unsigned db_wait(struct db *db, int key_fd, int timeout_ms);

/* Signals: db_signals_watch installs handlers (SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP ignored)
   that write into a pipe which db_wait watches; db_signal_next returns the next one or 0. */
void db_signals_watch(void);
int db_signal_next(void);

/* For programs without a screen, and tests: connects and runs, waiting. */
bool db_connect_wait(struct db *db, int timeout_ms, struct error *err);
struct db_reply *db_run(struct db *db,
                        struct db_batch *b); /* takes b; never NULL; free with db_reply_free */
void db_reply_free(struct db_reply *r);

/* Results. Rows and columns from 0. NULL for SQL NULL. */
int db_rows(const struct db_result *r);
int db_columns(const struct db_result *r);
int db_column(const struct db_result *r, const char *name); /* -1 if there is none */
const char *db_get(const struct db_result *r, int row, int column);
const char *db_get_named(const struct db_result *r, int row, const char *name);

/* Round trips (Syncs answered) since the connection object was made: tests count them. */
unsigned long db_round_trips(const struct db *db);

#endif
