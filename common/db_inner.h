/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of db share and nobody else sees. db.c waits; db_link.c connects and loses;
   db_job.c sends batches and reads their answers; db_child.c waits elsewhere, for db_name.c and
   db_cancel.c; db_batch.c, db_result.c and db_signal.c are what their names say. */
#ifndef COMMON_DB_INNER_H
#define COMMON_DB_INNER_H

#include <libpq-fe.h>

#include <sys/types.h>

#include "common/db.h"
#include "common/util.h"

struct db_statement {
    bool prepare;
    char *sql;
    int nparams;
    char **params;
    bool commit; /* a Sync behind it */
};

struct db_batch {
    struct db_statement *statement;
    int count, cap;
};

/* One answer that the server owes us for a job. */
struct db_step {
    int statement;
    bool prepare;
    bool commit; /* the answer to a Sync that is not the last */
};

struct db_job {
    struct db_job *next;
    struct db_batch *batch;
    db_done *done;
    void *ctx;
    int ticket;
    bool sent;      /* its Sync went out: it may have been carried out */
    bool forgotten; /* nobody wants the answer */
    bool doomed;    /* its connection is gone */
    struct db_step *steps;
    int nsteps, at;
    struct db_reply *reply;
    struct db_reply **keep; /* db_run: hand the reply over instead of freeing it */
};

struct db_prepared {
    char *sql;
    char name[16];
    bool ready; /* the server said so */
};

/* A process that does what blocks, and what it has said so far. */
struct db_child {
    pid_t pid; /* 0: there is none */
    int fd;
    long until; /* clock_ms: then it is given up */
    struct buf said;
};

struct db_names; /* hosts whose addresses are sought (db_name.c) */

struct db {
    PGconn *conn; /* NULL while connecting: an address is sought */
    PostgresPollingStatusType polling;
    long connect_by; /* clock_ms by which the connection must stand */
    enum db_state state;
    struct error error;
    bool needs_password;
    char **keyword, **value; /* as given to libpq, ended by NULL; kept for reconnecting */
    struct db_job *head;
    struct db_prepared *prepared;
    int nprepared, names;
    int tickets;
    unsigned long round_trips;
    struct db_child resolver, cancel;
    struct db_names *names_sought;
    int cancelled; /* the ticket that cancel is about */
};

/* Connecting and losing (db_link.c). A drop dooms all jobs: those sent have an unknown outcome, the
 * others were never sent. */
void db_link_drop(struct db *db, enum db_state state);
void db_link_lost(struct db *db);
void db_link_failed(struct db *db, const char *why); /* why NULL: what libpq says */
void db_link_poll(struct db *db);
void db_link_forget(struct db *db); /* wipes the parameters */
/* Begins the connection, with more words over the parameters (NULL: none; values may be NULL). */
void db_link_open(struct db *db, const char *const *keywords, const char *const *values);

/* Waiting elsewhere (db_child.c), two seconds at most. work writes into out; its process ends when
   it returns. False: no process could be had. */
typedef void db_child_work(int out, void *ctx);
bool db_child_start(struct db_child *c, db_child_work *work, void *ctx);
bool db_child_read(struct db_child *c); /* false: it is over, c->said is all */
void db_child_end(struct db_child *c);  /* kills it if need be; harmless twice */

/* Names of hosts (db_name.c). False: there are none to look up; else it goes on by itself to
   db_link_open. */
bool db_name_start(struct db *db);
bool db_name_serve(struct db *db); /* true: something has happened */
void db_name_end(struct db *db);
bool db_cancel_serve(struct db *db); /* db_cancel.c; the same */

/* Jobs (db_job.c). */
struct db_job *db_job_queue(struct db *db, struct db_batch *b);
void db_job_free(struct db_job *job);
void db_job_start(struct db *db);         /* sends the next job if none is under way */
void db_job_read(struct db *db);          /* takes what the server sent */
bool db_job_answer_doomed(struct db *db); /* tells the owners; not of those sent meanwhile */
void db_prepared_forget(struct db *db,
                        bool all); /* all: else only those the server did not confirm */

/* Fills err from the server's answer (db_result.c). */
void db_result_error(struct error *err, const PGresult *res);
/* A message of libpq without line breaks. */
void db_one_line(char *out, size_t size, const char *text);

/* The end of the signal pipe to be polled; -1 while no signals are watched. */
int db_signal_fd(void);

#endif
