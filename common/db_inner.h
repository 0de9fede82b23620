/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of db share and nobody else sees. db.c waits; db_link.c connects and loses;
   db_job.c sends batches and reads their answers; db_batch.c, db_result.c and db_signal.c are what
   their names say. */
#ifndef COMMON_DB_INNER_H
#define COMMON_DB_INNER_H

#include <libpq-fe.h>

#include "common/db.h"

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

struct db {
    PGconn *conn;
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
};

/* Connecting and losing (db_link.c). A drop dooms all jobs: those sent have an unknown outcome, the
 * others were never sent. */
void db_link_drop(struct db *db, enum db_state state);
void db_link_lost(struct db *db);
void db_link_failed(struct db *db, const char *why); /* why NULL: what libpq says */
void db_link_poll(struct db *db);
void db_link_forget(struct db *db); /* wipes the parameters */

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
