/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job is a batch on its way: queued, sent, answered, told to its owner. */
#include "common/db_inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/util.h"

void db_job_free(struct db_job *job)
{
    db_batch_free(job->batch);
    db_reply_free(job->reply);
    free(job->steps);
    free(job);
}

/* Takes the first job out of the queue and tells its owner. The owner may send, forget, close and
 * reconnect from there. */
static void job_finish(struct db *db)
{
    struct db_job *job = db->head;
    db->head = job->next;
    if (job->keep) {
        *job->keep = job->reply;
        job->reply = NULL;
    } else if (!job->forgotten && job->done) {
        job->done(job->ctx, job->reply);
    }
    db_job_free(job);
}

static void job_lost(struct db *db, struct db_job *job)
{
    struct db_reply *r = job->reply;
    r->ok = false;
    r->lost = true;
    if (job->sent)
        error_set(&r->error, _("The connection was lost before the server answered"));
    else
        error_set(&r->error, _("There is no connection to the server: nothing was sent"));
    error_number(&r->error, job->sent ? MESSAGE_OUTCOME : MESSAGE_CONNECTION);
    snprintf(r->error.sqlstate, sizeof r->error.sqlstate, "%s", job->sent ? "08007" : "08001");
    snprintf(r->error.detail, sizeof r->error.detail, "%s", db->error.detail);
}

/* Answers the jobs whose connection is gone; not those that their owners send meanwhile. */
bool db_job_answer_doomed(struct db *db)
{
    bool any = false;
    while (db->head && db->head->doomed) {
        job_lost(db, db->head);
        job_finish(db);
        any = true;
    }
    return any;
}

void db_prepared_forget(struct db *db, bool all)
{
    int left = 0;
    for (int i = 0; i < db->nprepared; i++) {
        if (!all && db->prepared[i].ready)
            db->prepared[left++] = db->prepared[i];
        else
            free(db->prepared[i].sql);
    }
    db->nprepared = left;
}

static struct db_prepared *prepared_find(struct db *db, const char *sql)
{
    for (int i = 0; i < db->nprepared; i++)
        if (strcmp(db->prepared[i].sql, sql) == 0)
            return &db->prepared[i];
    return NULL;
}

static struct db_prepared *prepared_add(struct db *db, const char *sql)
{
    size_t n = (size_t)db->nprepared + 1;
    db->prepared = xrealloc(db->prepared, n * sizeof *db->prepared);
    struct db_prepared *p = &db->prepared[db->nprepared++];
    *p = (struct db_prepared){.sql = xstrdup(sql)};
    snprintf(p->name, sizeof p->name, "m%d", ++db->names);
    return p;
}

struct db_job *db_job_queue(struct db *db, struct db_batch *b)
{
    struct db_job *job = xcalloc(1, sizeof *job);
    job->batch = b;
    job->ticket = ++db->tickets;
    job->reply = xcalloc(1, sizeof *job->reply);
    job->reply->ok = true;
    job->reply->failed = -1;
    job->reply->count = b->count;
    job->reply->results = xcalloc((size_t)b->count + 1, sizeof *job->reply->results);
    struct db_job **end = &db->head;
    while (*end)
        end = &(*end)->next;
    *end = job;
    return job;
}

int db_send(struct db *db, struct db_batch *b, db_done *done, void *ctx)
{
    struct db_job *job = db_job_queue(db, b);
    job->done = done;
    job->ctx = ctx;
    return job->ticket;
}

void db_forget(struct db *db, int ticket)
{
    for (struct db_job **at = &db->head; *at; at = &(*at)->next) {
        struct db_job *job = *at;
        if (job->ticket != ticket)
            continue;
        job->forgotten = true;
        if (!job->steps) {
            *at = job->next;
            db_job_free(job);
        }
        return;
    }
}

static bool statement_send(struct db *db, struct db_job *job, int index)
{
    const struct db_statement *st = &job->batch->statement[index];
    const char *const *params = (const char *const *)st->params;
    if (st->prepare) {
        struct db_prepared *p = prepared_find(db, st->sql);
        if (!p) {
            p = prepared_add(db, st->sql);
            if (!PQsendPrepare(db->conn, p->name, st->sql, 0, NULL))
                return false;
            job->steps[job->nsteps++] = (struct db_step){.statement = index, .prepare = true};
        }
        if (!PQsendQueryPrepared(db->conn, p->name, st->nparams, params, NULL, NULL, 0))
            return false;
    } else if (!PQsendQueryParams(db->conn, st->sql, st->nparams, NULL, params, NULL, NULL, 0)) {
        return false;
    }
    job->steps[job->nsteps++] = (struct db_step){.statement = index};
    if (st->commit && index + 1 < job->batch->count) {
        job->sent = true; /* this part is carried out whatever becomes of the rest */
        job->steps[job->nsteps++] = (struct db_step){.statement = index, .commit = true};
        return PQpipelineSync(db->conn) == 1;
    }
    return true;
}

/* Sends the next job if none is under way. */
void db_job_start(struct db *db)
{
    struct db_job *job = db->head;
    if (db->state != DB_READY || !job || job->steps || db->cancel.pid)
        return;
    job->steps = xcalloc(3 * (size_t)job->batch->count + 1, sizeof *job->steps);
    bool good = true;
    for (int i = 0; good && i < job->batch->count; i++)
        good = statement_send(db, job, i);
    if (good) {
        job->sent = true; /* from here on the outcome depends on the server alone */
        good = PQpipelineSync(db->conn) == 1;
    }
    if (!good)
        db_link_lost(db);
}

static void step_failed(struct db *db, struct db_job *job, int statement, const PGresult *res)
{
    struct db_reply *r = job->reply;
    if (!r->ok)
        return; /* the first failure is the cause */
    r->ok = false;
    r->failed = statement;
    r->detail = xstrdup(PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL));
    db_result_error(&r->error, res);
    /* A changed schema or a reset session: what was prepared is worth nothing any more. */
    if (strcmp(r->error.sqlstate, "0A000") == 0 || strcmp(r->error.sqlstate, "26000") == 0)
        db_prepared_forget(db, true);
}

static void step_done(struct db *db, struct db_job *job, const struct db_step *step, PGresult *res)
{
    const struct db_statement *st = &job->batch->statement[step->statement];
    if (step->prepare) {
        struct db_prepared *p = prepared_find(db, st->sql);
        if (p)
            p->ready = true;
        PQclear(res);
    } else {
        job->reply->results[step->statement] = (struct db_result *)res;
    }
}

static void result_take(struct db *db, struct db_job *job, PGresult *res)
{
    ExecStatusType status = PQresultStatus(res);
    const struct db_step *step = job->at < job->nsteps ? &job->steps[job->at] : NULL;
    if (status == PGRES_PIPELINE_SYNC && step) {
        PQclear(res);
        job->at++;
        return;
    }
    if (status == PGRES_PIPELINE_SYNC) {
        PQclear(res);
        db->round_trips++;
        db_prepared_forget(db, false);
        job_finish(db);
        return;
    }
    if (step && step->commit)
        step = NULL;
    if (step)
        job->at++;
    if (step && (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)) {
        step_done(db, job, step, res);
        return;
    }
    /* Without a step it is the commit itself that failed: a deferred constraint. */
    if (status != PGRES_PIPELINE_ABORTED && PQstatus(db->conn) != CONNECTION_BAD)
        step_failed(db, job, step ? step->statement : job->batch->count, res);
    PQclear(res);
}

void db_job_read(struct db *db)
{
    bool alive = PQconsumeInput(db->conn) == 1;
    int nothing = 0; /* a NULL ends each statement; two in a row: no more to come */
    while (db->state == DB_READY && db->head && db->head->sent && !PQisBusy(db->conn)) {
        PGresult *res = PQgetResult(db->conn);
        if (!res && ++nothing > 1)
            break;
        if (!res)
            continue;
        nothing = 0;
        PGconn *conn = db->conn;
        result_take(db, db->head, res);
        if (db->conn != conn)
            return; /* the owner of the answer closed or reconnected */
    }
    if (db->state != DB_READY)
        return;
    if (!alive || PQstatus(db->conn) == CONNECTION_BAD || PQflush(db->conn) < 0)
        db_link_lost(db);
}
