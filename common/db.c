/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it works. A batch waits in a queue as a job. One job at a time is under way: its statements
   (and the PREPAREs still missing in this session) go out in one piece that ends with a Sync, and
   its answer is read up to that Sync. So a save is one implicit transaction and one round trip, a
   later batch can rely on what an earlier one prepared, and a search that was forgotten before its
   turn never burdens the server. When the connection goes, the job under way has an unknown
   outcome; the jobs behind it were never sent. Both are answered, never sent again from here: only
   their owner knows whether that is right.

   One thing does block: libpq resolves host names inside PQconnectStartParams. Give hostaddr where
   DNS is slow. */
#include "common/db_inner.h"

#include <errno.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/util.h"

enum { CONNECT_MS = 15000, LINK_MS = 15000 };

/* One answer that the server owes us for a job. */
struct step {
    int statement;
    bool prepare;
};

struct job {
    struct job *next;
    struct db_batch *batch;
    db_done *done;
    void *ctx;
    int ticket;
    bool sent;      /* its Sync went out: it may have been carried out */
    bool forgotten; /* nobody wants the answer */
    bool doomed;    /* its connection is gone */
    struct step *steps;
    int nsteps, at;
    struct db_reply *reply;
    struct db_reply **keep; /* db_run: hand the reply over instead of freeing it */
};

struct prepared {
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
    struct job *head;
    struct prepared *prepared;
    int nprepared, names;
    int tickets;
    unsigned long round_trips;
};

/* --- the ends of a job -------------------------------------------------------------------------
 */

void db_reply_free(struct db_reply *r)
{
    if (!r)
        return;
    for (int i = 0; i < r->count; i++)
        PQclear((PGresult *)r->results[i]);
    free(r->results);
    free(r->detail);
    free(r);
}

static void job_free(struct job *job)
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
    struct job *job = db->head;
    db->head = job->next;
    if (job->keep) {
        *job->keep = job->reply;
        job->reply = NULL;
    } else if (!job->forgotten && job->done) {
        job->done(job->ctx, job->reply);
    }
    job_free(job);
}

static void job_lost(struct db *db, struct job *job)
{
    struct db_reply *r = job->reply;
    r->ok = false;
    r->lost = true;
    if (job->sent)
        error_set(&r->error, _("The connection was lost before the server answered"));
    else
        error_set(&r->error, _("There is no connection to the server: nothing was sent"));
    snprintf(r->error.sqlstate, sizeof r->error.sqlstate, "%s", job->sent ? "08007" : "08001");
    snprintf(r->error.detail, sizeof r->error.detail, "%s", db->error.detail);
}

/* Answers the jobs whose connection is gone; not those that their owners send meanwhile. */
static bool answer_doomed(struct db *db)
{
    bool any = false;
    while (db->head && db->head->doomed) {
        job_lost(db, db->head);
        job_finish(db);
        any = true;
    }
    return any;
}

/* --- prepared statements -----------------------------------------------------------------------
 */

static void prepared_forget(struct db *db, bool all)
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

static struct prepared *prepared_find(struct db *db, const char *sql)
{
    for (int i = 0; i < db->nprepared; i++)
        if (strcmp(db->prepared[i].sql, sql) == 0)
            return &db->prepared[i];
    return NULL;
}

static struct prepared *prepared_add(struct db *db, const char *sql)
{
    size_t n = (size_t)db->nprepared + 1;
    db->prepared = xrealloc(db->prepared, n * sizeof *db->prepared);
    struct prepared *p = &db->prepared[db->nprepared++];
    *p = (struct prepared){.sql = xstrdup(sql)};
    snprintf(p->name, sizeof p->name, "m%d", ++db->names);
    return p;
}

/* --- connecting and losing ---------------------------------------------------------------------
 */

static void one_line(char *out, size_t size, const char *text)
{
    snprintf(out, size, "%s", text ? text : "");
    size_t n = strlen(out);
    while (n && (out[n - 1] == '\n' || out[n - 1] == ' '))
        out[--n] = '\0';
    for (char *c = out; *c; c++)
        if (*c == '\n')
            *c = ' ';
}

static void connection_drop(struct db *db, enum db_state state)
{
    PQfinish(db->conn);
    db->conn = NULL;
    db->state = state;
    prepared_forget(db, true);
    for (struct job *j = db->head; j; j = j->next)
        j->doomed = true;
}

static void connection_lost(struct db *db)
{
    char text[sizeof db->error.detail];
    one_line(text, sizeof text, PQerrorMessage(db->conn));
    error_set(&db->error, _("The connection to the server was lost"));
    error_remedy(&db->error, _("Go on working: the program connects again by itself"));
    memcpy(db->error.detail, text, sizeof text);
    connection_drop(db, DB_LOST);
}

static void connect_failed(struct db *db, const char *why)
{
    char text[sizeof db->error.detail];
    one_line(text, sizeof text, why ? why : PQerrorMessage(db->conn));
    db->needs_password = PQconnectionNeedsPassword(db->conn);
    if (db->needs_password) {
        error_set(&db->error, _("The server asks for a password"));
    } else if (PQconnectionUsedPassword(db->conn)) {
        error_set(&db->error, _("The server does not accept this log-in"));
        error_remedy(&db->error,
                     _("Check the name, the password, the keyboard's layout and Caps Lock; "
                       "after several failures turn to the administrator"));
    } else {
        error_set(&db->error, _("There is no connection to the server"));
        error_remedy(&db->error,
                     _("Check the network and [database] conninfo in the configuration; "
                       "if both are right, turn to the administrator"));
    }
    memcpy(db->error.detail, text, sizeof text);
    connection_drop(db, DB_LOST);
}

/* What the connection was asked to do, after service file and environment; the caller's or NULL. */
static char *connection_option(PGconn *conn, const char *keyword)
{
    char *found = NULL;
    PQconninfoOption *options = PQconninfo(conn);
    for (PQconninfoOption *o = options; o && o->keyword && !found; o++)
        if (strcmp(o->keyword, keyword) == 0 && !str_empty(o->val))
            found = xstrdup(o->val);
    PQconninfoFree(options);
    return found;
}

/* A dead link must be noticed while someone waits, also between several hosts. The user's own
   settings win. Has no effect on a Unix socket, which needs none. */
static void tune_link(PGconn *conn)
{
    int fd = PQsocket(conn);
    char *own = connection_option(conn, "tcp_user_timeout");
    if (fd >= 0 && !own) {
        unsigned limit = LINK_MS;
        int idle = LINK_MS / 1000, step = 5;
        setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
        setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
        setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &step, sizeof step);
    }
    free(own);
}

/* libpq leaves connect_timeout, which is per host, to whoever polls. */
static long connect_limit(PGconn *conn)
{
    char *seconds = connection_option(conn, "connect_timeout");
    char *hosts = connection_option(conn, "host");
    long each = seconds ? strtol(seconds, NULL, 10) * 1000 : CONNECT_MS;
    long count = 1;
    for (const char *c = hosts; c && *c; c++)
        count += *c == ',';
    free(seconds);
    free(hosts);
    return each > 0 ? each * count : CONNECT_MS * count;
}

static void notice_ignored(void *arg, const PGresult *res)
{
    (void)arg;
    (void)res; /* the screen belongs to curses; whatever matters comes as an error or a row */
}

static void connection_start(struct db *db)
{
    connection_drop(db, DB_CONNECTING);
    db->needs_password = false;
    db->conn =
        PQconnectStartParams((const char *const *)db->keyword, (const char *const *)db->value, 1);
    if (!db->conn)
        die("out of memory");
    if (PQstatus(db->conn) == CONNECTION_BAD) {
        connect_failed(db, NULL);
        return;
    }
    PQsetNoticeReceiver(db->conn, notice_ignored, NULL);
    db->polling = PGRES_POLLING_WRITING;
    db->connect_by = clock_ms() + connect_limit(db->conn);
    tune_link(db->conn);
}

static void connection_poll(struct db *db)
{
    db->polling = PQconnectPoll(db->conn);
    switch (db->polling) {
    case PGRES_POLLING_OK:
        if (PQsetnonblocking(db->conn, 1) != 0 || !PQenterPipelineMode(db->conn)) {
            connect_failed(db, NULL);
            return;
        }
        db->state = DB_READY;
        error_set(&db->error, "%s", "");
        break;
    case PGRES_POLLING_FAILED:
        connect_failed(db, NULL);
        break;
    case PGRES_POLLING_READING:
    case PGRES_POLLING_WRITING:
    case PGRES_POLLING_ACTIVE:
        tune_link(db->conn); /* it may be the next host's socket */
        break;
    }
}

static void parameters_wipe(struct db *db)
{
    for (int i = 0; db->keyword && db->keyword[i]; i++) {
        wipe(db->value[i], strlen(db->value[i]));
        free(db->value[i]);
        free(db->keyword[i]);
    }
    free(db->keyword);
    free(db->value);
    db->keyword = db->value = NULL;
}

static void parameter_add(struct db *db, size_t *n, const char *keyword, const char *value)
{
    if (str_empty(value))
        return;
    db->keyword[*n] = xstrdup(keyword);
    db->value[(*n)++] = xstrdup(value);
}

void db_connect(struct db *db, const char *conninfo, const char *const *keywords,
                const char *const *values)
{
    size_t given = 0, n = 0;
    while (keywords && keywords[given])
        given++;
    parameters_wipe(db);
    db->keyword = xcalloc(given + 4, sizeof *db->keyword);
    db->value = xcalloc(given + 4, sizeof *db->value);
    parameter_add(db, &n, "dbname", conninfo); /* libpq expands it; what follows wins */
    for (size_t i = 0; i < given; i++)
        parameter_add(db, &n, keywords[i], values[i]);
    parameter_add(db, &n, "application_name", "mansap");
    parameter_add(db, &n, "client_encoding", "UTF8");
    connection_start(db);
}

void db_reconnect(struct db *db)
{
    if (db->keyword)
        connection_start(db);
}

void db_close(struct db *db)
{
    connection_drop(db, DB_CLOSED);
}

struct db *db_new(void)
{
    return xcalloc(1, sizeof(struct db));
}

void db_free(struct db *db)
{
    if (!db)
        return;
    connection_drop(db, DB_CLOSED);
    while (db->head) {
        struct job *job = db->head;
        db->head = job->next;
        job_free(job);
    }
    parameters_wipe(db);
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

/* --- sending -----------------------------------------------------------------------------------
 */

static struct job *job_queue(struct db *db, struct db_batch *b)
{
    struct job *job = xcalloc(1, sizeof *job);
    job->batch = b;
    job->ticket = ++db->tickets;
    job->reply = xcalloc(1, sizeof *job->reply);
    job->reply->ok = true;
    job->reply->failed = -1;
    job->reply->count = b->count;
    job->reply->results = xcalloc((size_t)b->count + 1, sizeof *job->reply->results);
    struct job **end = &db->head;
    while (*end)
        end = &(*end)->next;
    *end = job;
    return job;
}

int db_send(struct db *db, struct db_batch *b, db_done *done, void *ctx)
{
    struct job *job = job_queue(db, b);
    job->done = done;
    job->ctx = ctx;
    return job->ticket;
}

void db_forget(struct db *db, int ticket)
{
    for (struct job **at = &db->head; *at; at = &(*at)->next) {
        struct job *job = *at;
        if (job->ticket != ticket)
            continue;
        job->forgotten = true;
        if (!job->steps) {
            *at = job->next;
            job_free(job);
        }
        return;
    }
}

bool db_busy(const struct db *db)
{
    return db->head != NULL;
}

static bool statement_send(struct db *db, struct job *job, int index)
{
    const struct db_statement *st = &job->batch->statement[index];
    const char *const *params = (const char *const *)st->params;
    if (st->prepare) {
        struct prepared *p = prepared_find(db, st->sql);
        if (!p) {
            p = prepared_add(db, st->sql);
            if (!PQsendPrepare(db->conn, p->name, st->sql, 0, NULL))
                return false;
            job->steps[job->nsteps++] = (struct step){.statement = index, .prepare = true};
        }
        if (!PQsendQueryPrepared(db->conn, p->name, st->nparams, params, NULL, NULL, 0))
            return false;
    } else if (!PQsendQueryParams(db->conn, st->sql, st->nparams, NULL, params, NULL, NULL, 0)) {
        return false;
    }
    job->steps[job->nsteps++] = (struct step){.statement = index};
    return true;
}

/* Sends the next job if none is under way. */
static void job_start(struct db *db)
{
    struct job *job = db->head;
    if (db->state != DB_READY || !job || job->steps)
        return;
    job->steps = xcalloc(2 * (size_t)job->batch->count + 1, sizeof *job->steps);
    bool good = true;
    for (int i = 0; good && i < job->batch->count; i++)
        good = statement_send(db, job, i);
    if (good) {
        job->sent = true; /* from here on the outcome depends on the server alone */
        good = PQpipelineSync(db->conn) == 1;
    }
    if (!good)
        connection_lost(db);
}

/* --- reading -----------------------------------------------------------------------------------
 */

static void field_copy(char *out, size_t size, const PGresult *res, int code)
{
    const char *text = PQresultErrorField(res, code);
    snprintf(out, size, "%s", text ? text : "");
}

static void error_from(struct error *err, const PGresult *res)
{
    const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
    char line[sizeof err->what];
    one_line(line, sizeof line, text ? text : PQresultErrorMessage(res));
    error_set(err, "%s", line);
    field_copy(err->sqlstate, sizeof err->sqlstate, res, PG_DIAG_SQLSTATE);
    field_copy(err->detail, sizeof err->detail, res, PG_DIAG_MESSAGE_DETAIL);
    field_copy(err->remedy, sizeof err->remedy, res, PG_DIAG_MESSAGE_HINT);
    field_copy(err->table, sizeof err->table, res, PG_DIAG_TABLE_NAME);
    field_copy(err->column, sizeof err->column, res, PG_DIAG_COLUMN_NAME);
    field_copy(err->constraint, sizeof err->constraint, res, PG_DIAG_CONSTRAINT_NAME);
}

static void step_failed(struct db *db, struct job *job, int statement, const PGresult *res)
{
    struct db_reply *r = job->reply;
    if (!r->ok)
        return; /* the first failure is the cause */
    r->ok = false;
    r->failed = statement;
    r->detail = xstrdup(PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL));
    error_from(&r->error, res);
    /* A changed schema or a reset session: what was prepared is worth nothing any more. */
    if (strcmp(r->error.sqlstate, "0A000") == 0 || strcmp(r->error.sqlstate, "26000") == 0)
        prepared_forget(db, true);
}

static void step_done(struct db *db, struct job *job, const struct step *step, PGresult *res)
{
    const struct db_statement *st = &job->batch->statement[step->statement];
    if (step->prepare) {
        struct prepared *p = prepared_find(db, st->sql);
        if (p)
            p->ready = true;
        PQclear(res);
    } else {
        job->reply->results[step->statement] = (struct db_result *)res;
    }
}

static void result_take(struct db *db, struct job *job, PGresult *res)
{
    ExecStatusType status = PQresultStatus(res);
    const struct step *step = job->at < job->nsteps ? &job->steps[job->at++] : NULL;
    if (status == PGRES_PIPELINE_SYNC) {
        PQclear(res);
        db->round_trips++;
        prepared_forget(db, false);
        job_finish(db);
        return;
    }
    if (step && (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)) {
        step_done(db, job, step, res);
        return;
    }
    /* Without a step it is the commit itself that failed: a deferred constraint. */
    if (status != PGRES_PIPELINE_ABORTED && PQstatus(db->conn) != CONNECTION_BAD)
        step_failed(db, job, step ? step->statement : job->batch->count, res);
    PQclear(res);
}

static void connection_serve(struct db *db)
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
        connection_lost(db);
}

/* --- waiting -----------------------------------------------------------------------------------
 */

static struct pollfd socket_watch(struct db *db)
{
    struct pollfd p = {.fd = db->conn ? PQsocket(db->conn) : -1, .events = POLLIN};
    if (db->state == DB_CONNECTING)
        p.events = db->polling == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    else if (db->state == DB_READY && PQflush(db->conn) == 1)
        p.events = POLLIN | POLLOUT;
    return p;
}

/* Milliseconds to sleep: up to the caller's end or the connection's, whichever is sooner. */
static int time_left(const struct db *db, long end)
{
    long until = end;
    if (db->state == DB_CONNECTING && (until < 0 || db->connect_by < until))
        until = db->connect_by;
    if (until < 0)
        return -1;
    long left = until - clock_ms();
    return left < 0 ? 0 : (int)left;
}

/* What the poll found, and the connection served accordingly. */
static unsigned events_serve(struct db *db, const struct pollfd p[3])
{
    unsigned events = (p[0].revents ? DB_KEY : 0u) | (p[1].revents ? DB_SIGNAL : 0u);
    if (p[2].revents && db->state == DB_CONNECTING) {
        connection_poll(db);
        events |= DB_SERVER;
    } else if (p[2].revents && db->state == DB_READY) {
        connection_serve(db);
        events |= DB_SERVER;
    } else if (db->state == DB_CONNECTING && clock_ms() >= db->connect_by) {
        connect_failed(db, _("the server did not answer in time"));
        events |= DB_SERVER;
    }
    return events;
}

unsigned db_wait(struct db *db, int key_fd, int timeout_ms)
{
    long end = timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
    for (;;) {
        if (db->state == DB_CLOSED || db->state == DB_LOST)
            for (struct job *j = db->head; j; j = j->next)
                j->doomed = true;
        if (answer_doomed(db))
            return DB_SERVER;
        job_start(db);
        if (db->head && db->head->doomed)
            continue;
        struct pollfd p[3] = {{.fd = key_fd, .events = POLLIN},
                              {.fd = db_signal_fd(), .events = POLLIN},
                              socket_watch(db)};
        int n = poll(p, COUNT(p), time_left(db, end));
        if (n < 0 && errno != EINTR)
            die("poll: %s", strerror(errno));
        if (n < 0)
            continue;
        unsigned events = events_serve(db, p);
        if (answer_doomed(db))
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
            connect_failed(db, _("the server did not answer in time"));
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
    job_queue(db, b)->keep = &reply;
    while (!reply)
        db_wait(db, -1, -1);
    return reply;
}

/* --- results: libpq's own, under another name --------------------------------------------------
 */

int db_rows(const struct db_result *r)
{
    return r ? PQntuples((const PGresult *)r) : 0;
}

int db_columns(const struct db_result *r)
{
    return r ? PQnfields((const PGresult *)r) : 0;
}

int db_column(const struct db_result *r, const char *name)
{
    for (int i = 0; i < db_columns(r); i++)
        if (strcmp(PQfname((const PGresult *)r, i), name) == 0)
            return i;
    return -1;
}

const char *db_get(const struct db_result *r, int row, int column)
{
    if (row < 0 || row >= db_rows(r) || column < 0 || column >= db_columns(r))
        return NULL;
    const PGresult *pg = (const PGresult *)r;
    return PQgetisnull(pg, row, column) ? NULL : PQgetvalue(pg, row, column);
}

const char *db_get_named(const struct db_result *r, int row, const char *name)
{
    return db_get(r, row, db_column(r, name));
}
