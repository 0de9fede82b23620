/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/util.h"

/* Cards of the operator's centre, spread. */
#define WITH                                                                                       \
    " from mansap.card c where centre_id = (select org_id from mansap.account where login ="       \
    " 'operator') and id % 7 = 3 and "
#define LIMIT " limit 200"
#define SOME WITH "true" LIMIT
#define LONG WITH "length(last_name) between 8 and 12"
#define RUSSIAN WITH "lower(last_name) ~ '^[а-я]{6,}$'"

const struct client_search client_searches[] = {
    {"iin", "select iin" SOME},
    {"iin_start", "select left(iin, 8)" SOME},
    {"birth_date", "select to_char(birth_date, 'DD.MM.YYYY')" SOME},
    {"surname", "select last_name" SOME},
    {"surname_start", "select left(last_name, 4)" SOME},
    {"surname_name", "select left(last_name, 5) || ' ' || left(first_name, 3)" SOME},
    {"name_surname", "select first_name || ' ' || last_name" SOME},
    {"name_patronymic",
     "select first_name || ' ' || middle_name" WITH "middle_name is not null" LIMIT},
    {"middle of the surname", "select substr(last_name, 3, 4)" WITH "length(last_name) > 6" LIMIT},
    {"a wrong letter", "select overlay(last_name placing 'щ' from 4 for 1)" LONG LIMIT},
    {"a letter missing", "select overlay(last_name placing '' from 4 for 1)" LONG LIMIT},
    {"letters swapped",
     "select left(last_name, 2) || substr(last_name, 4, 1) || substr(last_name, 3, 1)"
     " || substr(last_name, 5)" LONG LIMIT},
    {"wrong layout", "select translate(lower(last_name), 'йцукенгшщзхъфывапролджэячсмитьбюё',"
                     " 'qwertyuiop[]asdfghjkl;''zxcvbnm,.`')" RUSSIAN LIMIT},
    {"Latin", "select translate(lower(last_name), 'абвгдезиклмнопрстуф', 'abvgdeziklmnoprstuf')"
              " " RUSSIAN " and lower(last_name) ~ '^[абвгдезиклмнопрстуф]+$'" LIMIT},
    {NULL, NULL},
};

const char client_cards[] = "select id" SOME;

double client_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct db *client_connect(const char *variable, const char *user)
{
    const char *dsn = getenv(variable);
    struct error err = {0};
    if (!dsn)
        die("%s is not set: run by tests/bench/run", variable);
    struct db *db = db_new();
    db_connect(db, dsn, (const char *[]){"user", NULL}, (const char *[]){user, NULL});
    if (!db_connect_wait(db, 30000, &err))
        die("%s %s", err.what, err.detail);
    return db;
}

void client_enter(struct db *db, struct session *s)
{
    struct error err = {0};
    char *terms = NULL;
    for (int i = 0; i < 2; i++) {
        struct db_reply *r = db_run(db, session_batch("local", terms));
        bool open = session_read(s, r, &err);
        db_reply_free(r);
        free(terms);
        terms = xstrdup(s->terms);
        if (open) {
            free(terms);
            return;
        }
        session_done(s);
    }
    die("%s %s %s", err.sqlstate, err.what, err.detail);
}

struct db_reply *client_run(struct db *db, struct db_batch *b)
{
    struct db_reply *r = db_run(db, b);
    if (!r->ok)
        die("statement %d: %s %s %s", r->failed, r->error.sqlstate, r->error.what, r->error.detail);
    return r;
}

char *client_value(struct db *db, const char *sql)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, 0, NULL);
    struct db_reply *r = client_run(db, b);
    const struct db_result *rows = r->results[0];
    char *value = db_rows(rows) > 0 ? xstrdup(db_get(rows, 0, 0)) : NULL;
    db_reply_free(r);
    return value;
}

struct card *client_open(struct db *db, const char *id)
{
    struct error err = {0};
    struct db_reply *r = db_run(db, card_open_batch(id, NULL, NULL));
    struct card *c = card_read(r, &err);
    if (!c)
        die("card %s: %s %s %s", id, err.sqlstate, err.what, err.detail);
    db_reply_free(r);
    return c;
}

static struct record *person(struct card *c)
{
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, "card"))
            return c->lists[i].rows[0];
    die("no person in the card");
}

void client_save(struct db *db, struct card *c)
{
    static int n;
    struct record *r = person(c);
    struct card_conflict k;
    struct error err = {0};
    char phone[16];
    snprintf(phone, sizeof phone, "+7700%07d", ++n % 10000000);
    record_set(r, record_field(r, "phone"), phone);
    struct db_batch *b = card_save_batch(c);
    if (!b)
        die("nothing to save");
    struct db_reply *reply = db_run(db, b);
    if (card_saved(c, reply, &k, &err) != SAVE_DONE)
        die("save: %s %s %s", err.sqlstate, err.what, err.detail);
    db_reply_free(reply);
    card_conflict_done(&k);
}

void times_add(struct times *t, double ms)
{
    t->ms = xrealloc(t->ms, ((size_t)t->count + 1) * sizeof *t->ms);
    t->ms[t->count++] = ms;
}

static int by_time(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double times_quantile(struct times *t, double q)
{
    if (t->count == 0)
        die("no times");
    qsort(t->ms, (size_t)t->count, sizeof *t->ms, by_time);
    return t->ms[(int)(q * (t->count - 1) + 0.5)];
}

void times_done(struct times *t)
{
    free(t->ms);
    *t = (struct times){0};
}
