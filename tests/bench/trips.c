/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round trips: counted, and as times. One line an action: name, round trips, milliseconds. Run
   directly and through delay.py; the difference tells how many delays each action waits.
     trips    as MANSAP_TEST_DSN; MANSAP_TEST_ADMIN_DSN looks up what to search for */
#include <stdio.h>
#include <stdlib.h>

#include "common/history.h"
#include "common/home.h"
#include "common/query.h"
#include "common/util.h"
#include "tests/bench/client.h"

static struct db *db;
static double since;
static unsigned long trips;

static void begin(void)
{
    since = client_ms();
    trips = db_round_trips(db);
}

static void end(const char *name)
{
    printf("%s\t%lu\t%.1f\n", name, db_round_trips(db) - trips, client_ms() - since);
}

static void home(void)
{
    struct home h = {0};
    struct error err = {0};
    begin();
    struct db_reply *r = client_run(db, home_batch());
    end("home");
    if (!home_read(&h, r, &err))
        die("home: %s", err.what);
    home_done(&h);
    db_reply_free(r);
}

static void searches(struct db *admin)
{
    for (const struct client_search *s = client_searches; s->kind; s++) {
        char *text = client_value(admin, s->sql);
        char *name = xasprintf("search %s", s->kind);
        begin();
        db_reply_free(client_run(db, search_batch(text)));
        end(name);
        free(name);
        free(text);
    }
}

/* By form: the surname, the first field of all. */
static void query(const struct value_world *w)
{
    struct error err = {0};
    struct query *q = query_new(editions[0]);
    if (!query_set(q, 0, 0, "ахм*", w, &err))
        die("query: %s", err.what);
    begin();
    db_reply_free(client_run(db, query_batch(q)));
    end("query by form");
    query_free(q);
}

static void card(struct db *admin)
{
    char *id = client_value(admin, client_cards);
    begin();
    struct card *c = client_open(db, id);
    end("open");
    for (int i = 0; i < 2; i++) {
        begin();
        client_save(db, c);
        end(i ? "save again" : "save");
    }
    begin();
    db_reply_free(client_run(db, history_batch(id, "card", NULL, "phone")));
    end("history");
    begin();
    db_reply_free(client_run(db, card_close_batch(id)));
    end("close");
    card_free(c);
    free(id);
}

int main(void)
{
    struct session s;
    struct db *admin = client_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    since = client_ms();
    db = client_connect("MANSAP_TEST_DSN", NULL);
    end("connect");
    begin();
    client_enter(db, &s);
    end("log-in");
    home();
    searches(admin);
    query(&s.world);
    card(admin);
    session_done(&s);
    db_free(db);
    db_free(admin);
    return EXIT_SUCCESS;
}
