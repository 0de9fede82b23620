/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting without blocking, and losing the connection. */
#include "common/db_inner.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/util.h"

enum { CONNECT_MS = 15000, LINK_MS = 15000 };

/* libpq brings libldap and that GnuTLS, which asks its program this (GNUTLS_SKIP_GLOBAL_INIT of its
   header) before it makes itself ready: not at every start for 100 kB and more. libldap does it
   when a service file names an LDAP server. */
int _gnutls_global_init_skip(void);

int _gnutls_global_init_skip(void)
{
    return 1;
}

void db_link_drop(struct db *db, enum db_state state)
{
    db_name_end(db);
    db_child_end(&db->cancel);
    PQfinish(db->conn);
    db->conn = NULL;
    db->state = state;
    db_prepared_forget(db, true);
    for (struct db_job *j = db->head; j; j = j->next)
        j->doomed = true;
}

void db_link_lost(struct db *db)
{
    char text[sizeof db->error.detail];
    db_one_line(text, sizeof text, PQerrorMessage(db->conn));
    error_set(&db->error, _("The connection to the server was lost"));
    error_remedy(&db->error, _("Go on working: the program connects again by itself"));
    error_number(&db->error, MESSAGE_CONNECTION);
    memcpy(db->error.detail, text, sizeof text);
    db_link_drop(db, DB_LOST);
}

void db_link_failed(struct db *db, const char *why)
{
    char text[sizeof db->error.detail];
    db_one_line(text, sizeof text, why ? why : PQerrorMessage(db->conn));
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
    error_number(&db->error,
                 PQconnectionUsedPassword(db->conn) ? MESSAGE_LOGIN : MESSAGE_CONNECTION);
    memcpy(db->error.detail, text, sizeof text);
    db_link_drop(db, DB_LOST);
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

void db_link_open(struct db *db, const char *const *keywords, const char *const *values)
{
    static const char *const none[] = {NULL};
    if (!keywords)
        keywords = values = none;
    size_t given = 0, more = 0;
    while (db->keyword[given])
        given++;
    while (keywords[more])
        more++;
    const char **keyword = xcalloc(given + more + 1, sizeof *keyword);
    const char **value = xcalloc(given + more + 1, sizeof *value);
    memcpy(keyword, db->keyword, given * sizeof *keyword);
    memcpy(value, db->value, given * sizeof *value);
    for (size_t i = 0; i < more; i++) {
        keyword[given + i] = keywords[i];
        value[given + i] = values[i];
    }
    db->conn = PQconnectStartParams(keyword, value, 1);
    free(keyword);
    free(value);
    if (!db->conn)
        die("out of memory");
    if (PQstatus(db->conn) == CONNECTION_BAD) {
        db_link_failed(db, NULL);
        return;
    }
    PQsetNoticeReceiver(db->conn, notice_ignored, NULL);
    db->polling = PGRES_POLLING_WRITING;
    db->connect_by = clock_ms() + connect_limit(db->conn);
    tune_link(db->conn);
}

static void connection_start(struct db *db)
{
    db_link_drop(db, DB_CONNECTING);
    db->needs_password = false;
    if (!db_name_start(db))
        db_link_open(db, NULL, NULL);
}

void db_link_poll(struct db *db)
{
    db->polling = PQconnectPoll(db->conn);
    switch (db->polling) {
    case PGRES_POLLING_OK:
        if (PQsetnonblocking(db->conn, 1) != 0 || !PQenterPipelineMode(db->conn)) {
            db_link_failed(db, NULL);
            return;
        }
        db->state = DB_READY;
        error_set(&db->error, "%s", "");
        break;
    case PGRES_POLLING_FAILED:
        db_link_failed(db, NULL);
        break;
    case PGRES_POLLING_READING:
    case PGRES_POLLING_WRITING:
    case PGRES_POLLING_ACTIVE:
        tune_link(db->conn); /* it may be the next host's socket */
        break;
    }
}

void db_link_forget(struct db *db)
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
    db_link_forget(db);
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
    db_link_drop(db, DB_CLOSED);
}
