/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server's answers cost. One line a figure, its parts parted by tabs.
     server times USER [KIND]
                         each kind of search and the opening of a card (or that one), by the
                         program's own door (sent, answered, read into its structures) and by bare
                         libpq with the same statements, in turns: name, p50, p99 of both
     server save         saves with and without the history's trigger, in turns: p50, p99 of both */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/db_inner.h"
#include "common/search.h"
#include "common/util.h"
#include "tests/bench/client.h"

enum { PREPARED_MAX = 64, ROUNDS = 200, BLOCKS = 20, SAVES = 25 };

/* Bare libpq: what is prepared by the program is prepared here, and a batch is one pipeline. */
struct bare {
    PGconn *conn;
    char *prepared[PREPARED_MAX];
    int count;
};

static PGresult *bare_one(struct bare *b, const struct db_statement *st)
{
    return PQexecParams(b->conn, st->sql, st->nparams, NULL, (const char *const *)st->params, NULL,
                        NULL, 0);
}

static int bare_prepare(struct bare *b, const char *sql)
{
    for (int i = 0; i < b->count; i++)
        if (strcmp(b->prepared[i], sql) == 0)
            return i;
    char name[16];
    snprintf(name, sizeof name, "s%d", b->count);
    PGresult *r = PQprepare(b->conn, name, sql, 0, NULL);
    if (PQresultStatus(r) != PGRES_COMMAND_OK || b->count == PREPARED_MAX)
        die("%s", PQerrorMessage(b->conn));
    PQclear(r);
    b->prepared[b->count] = xstrdup(sql);
    return b->count++;
}

/* Takes the batch. Returns the milliseconds from the first byte sent to the last answer. */
static double bare_run(struct bare *b, struct db_batch *batch)
{
    int names[PREPARED_MAX];
    for (int i = 0; i < batch->count; i++)
        names[i] = bare_prepare(b, batch->statement[i].sql);
    double since = client_ms();
    PQenterPipelineMode(b->conn);
    for (int i = 0; i < batch->count; i++) {
        const struct db_statement *st = &batch->statement[i];
        char name[16];
        snprintf(name, sizeof name, "s%d", names[i]);
        PQsendQueryPrepared(b->conn, name, st->nparams, (const char *const *)st->params, NULL, NULL,
                            0);
    }
    PQpipelineSync(b->conn);
    for (int i = 0; i < batch->count; i++) {
        PGresult *r = PQgetResult(b->conn);
        if (PQresultStatus(r) != PGRES_TUPLES_OK)
            die("%s", PQerrorMessage(b->conn));
        PQclear(r);
        PQgetResult(b->conn);
    }
    PQclear(PQgetResult(b->conn));
    PQexitPipelineMode(b->conn);
    double ms = client_ms() - since;
    db_batch_free(batch);
    return ms;
}

static void bare_enter(struct bare *b, const char *user)
{
    char *dsn = xasprintf("%s user=%s", getenv("MANSAP_TEST_DSN"), user);
    b->conn = PQconnectdb(dsn);
    struct db_batch *batch = session_batch("local", NULL);
    PGresult *r = bare_one(b, &batch->statement[0]);
    if (PQresultStatus(r) != PGRES_TUPLES_OK || strcmp(PQgetvalue(r, 0, 0), "t") != 0)
        die("bare session: %s", PQerrorMessage(b->conn));
    PQclear(r);
    db_batch_free(batch);
    free(dsn);
}

static void report(const char *name, struct times *a, struct times *b)
{
    printf("%s\t%.3f\t%.3f\t%.3f\t%.3f\n", name, times_quantile(a, 0.5), times_quantile(a, 0.99),
           times_quantile(b, 0.5), times_quantile(b, 0.99));
    times_done(a);
    times_done(b);
}

static double search_own(struct db *db, const char *text, int *found)
{
    struct search_hits hits;
    struct error err = {0};
    double since = client_ms();
    struct db_reply *r = client_run(db, search_batch(text));
    if (!search_read(&hits, r, &err))
        die("%s", err.what);
    double ms = client_ms() - since;
    *found += hits.count > 0;
    search_done(&hits);
    db_reply_free(r);
    return ms;
}

static double open_own(struct db *db, const char *id)
{
    double since = client_ms();
    card_free(client_open(db, id));
    double ms = client_ms() - since;
    db_reply_free(client_run(db, card_close_batch(id)));
    return ms;
}

/* Every value of the first column, in turns, ROUNDS times; the first of each is a warm-up. */
static void compare(struct db *db, struct bare *bare, const struct db_result *texts,
                    const char *name, bool opening)
{
    struct times own = {0}, theirs = {0};
    int rows = db_rows(texts), found = 0;
    if (rows == 0)
        die("%s: nothing to look for", name);
    for (int i = -rows; i < ROUNDS; i++) {
        const char *text = db_get(texts, (i + rows) % rows, 0);
        double a = 0, b = 0;
        for (int turn = 0; turn < 2; turn++) { /* who comes first finds the pages cold */
            if ((i + turn) % 2 == 0) {
                a = opening ? open_own(db, text) : search_own(db, text, &found);
                continue;
            }
            b = bare_run(bare, opening ? card_open_batch(text, NULL, NULL) : search_batch(text));
            if (opening)
                bare_run(bare, card_close_batch(text));
        }
        if (i < 0)
            continue;
        times_add(&own, a);
        times_add(&theirs, b);
    }
    /* A search that finds nothing is quick. */
    if (!opening && found < (ROUNDS + rows) / 2)
        die("%s: only %d of %d were found", name, found, ROUNDS + rows);
    report(name, &own, &theirs);
}

static void texts_of(struct db *admin, const char *sql, struct db_reply **reply)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, 0, NULL);
    *reply = client_run(admin, b);
}

static void run_times(const char *user, const char *only)
{
    struct session s;
    struct bare bare = {0};
    struct db_reply *texts;
    struct db *admin = client_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct db *db = client_connect("MANSAP_TEST_DSN", user);
    client_enter(db, &s);
    bare_enter(&bare, user);
    for (const struct client_search *k = client_searches; k->kind; k++) {
        if (only && strcmp(k->kind, only) != 0)
            continue;
        texts_of(admin, k->sql, &texts);
        compare(db, &bare, texts->results[0], k->kind, false);
        db_reply_free(texts);
    }
    if (!only || strcmp(only, "open") == 0) {
        texts_of(admin, client_cards, &texts);
        compare(db, &bare, texts->results[0], "open", true);
        db_reply_free(texts);
    }
    PQfinish(bare.conn);
    session_done(&s);
    db_free(db);
    db_free(admin);
}

/* The trigger that writes history and chain, on or off for all tables a save of the person
   touches. */
static void history(struct db *admin, bool on)
{
    char *sql =
        xasprintf("alter table mansap.card %s trigger row_after", on ? "enable" : "disable");
    free(client_value(admin, sql));
    free(sql);
}

static void run_save(void)
{
    struct session s;
    struct times with = {0}, without = {0};
    struct db *admin = client_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct db *db = client_connect("MANSAP_TEST_DSN", NULL);
    client_enter(db, &s);
    char *id = client_value(admin, client_cards);
    struct card *c = client_open(db, id);
    for (int block = 0; block < BLOCKS; block++) {
        history(admin, block % 2 == 0);
        for (int i = -2; i < SAVES; i++) {
            double since = client_ms();
            client_save(db, c);
            if (i >= 0)
                times_add(block % 2 == 0 ? &with : &without, client_ms() - since);
        }
    }
    history(admin, true);
    report("save", &with, &without);
    card_free(c);
    free(id);
    session_done(&s);
    db_free(db);
    db_free(admin);
}

int main(int argc, char **argv)
{
    if ((argc == 3 || argc == 4) && strcmp(argv[1], "times") == 0)
        run_times(argv[2], argv[3]);
    else if (argc == 2 && strcmp(argv[1], "save") == 0)
        run_save();
    else
        die("server times USER [KIND] | save");
    return EXIT_SUCCESS;
}
