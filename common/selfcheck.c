/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/selfcheck.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/formlist.h"
#include "common/guard.h"
#include "common/login.h"
#include "common/util.h"

/* Per field type the columns that hold it: declared types or, where "" stands, any domain over the
 * base. */
static const struct {
    const char *declared, *base; /* codes parted by '|' */
} fits[] = {
    [FIELD_TEXT] = {"", "text"},
    [FIELD_LONG] = {"", "text"},
    [FIELD_DATE] = {"", "date"},
    [FIELD_PARTIAL] = {"partial_date", "text"},
    [FIELD_MONEY] = {"", "numeric(14,2)"},
    [FIELD_INT] = {"", "integer|smallint|bigint"},
    [FIELD_DECIMAL] = {"", "numeric(6,1)"},
    [FIELD_ENUM] = {"", "text"},
    [FIELD_DICT] = {"", "text"},
    [FIELD_BOOL] = {"", "boolean"},
    [FIELD_IIN] = {"iin", "text"},
    [FIELD_BIN] = {"bin", "text"},
    [FIELD_PHONE] = {"phone", "text"},
    [FIELD_EMAIL] = {"email", "text"},
};

/* pg_catalog is open to every log-in, so this needs no open gate. */
static const char sql_columns[] =
    "select c.relname, a.attname, t.typname,"
    "  case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod)"
    "    else format_type(a.atttypid, a.atttypmod) end,"
    "  a.attnotnull or t.typnotnull, a.atthasdef or a.attidentity <> ''"
    "  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = "
    "a.atttypid"
    " where c.relnamespace = to_regnamespace('mansap') and c.relkind in ('r', 'p')"
    "   and a.attnum > 0 and not a.attisdropped";
static const char sql_connection[] =
    "select session_user, current_database(), current_setting('server_version'),"
    "  current_setting('server_encoding')";

struct report {
    selfcheck_line *line;
    void *ctx;
    int failed;
};

__attribute__((format(printf, 3, 4))) static bool tell(struct report *r, bool ok,
                                                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = NULL;
    if (vasprintf(&text, format, args) < 0)
        die("out of memory");
    va_end(args);
    char *line = xasprintf("%s\t%s", ok ? "ok" : "FAIL", text);
    r->line(r->ctx, line);
    r->failed += !ok;
    free(line);
    free(text);
    return ok;
}

const char *selfcheck_field(const struct field *f, const struct column *c)
{
    if (!*c->type)
        return _("the database has no such column");
    /* What the database fills itself comes from registers with domains of their own. */
    bool domain = *fits[f->type].declared && !(f->flags & FIELD_AUTO);
    if (domain ? !str_in_list(fits[f->type].declared, c->type)
               : !str_in_list(fits[f->type].base, c->base))
        return _("the column has another type");
    bool always = strcmp(formlist_required(f), "yes") == 0;
    if (f->flags & FIELD_AUTO || f->type == FIELD_BOOL)
        return NULL;
    if (always && !c->not_null)
        return _("the field is required, the column may be empty");
    if (!always && c->not_null && !c->filled)
        return _("the field may be empty, the column may not");
    return NULL;
}

static struct column find_column(const struct db_result *r, const char *table, const char *name)
{
    for (int i = 0; i < db_rows(r); i++) {
        if (str_same(db_get(r, i, 0), table) && str_same(db_get(r, i, 1), name))
            return (struct column){table,
                                   name,
                                   db_get(r, i, 2),
                                   db_get(r, i, 3),
                                   *db_get(r, i, 4) == 't',
                                   *db_get(r, i, 5) == 't'};
    }
    return (struct column){.table = table, .name = name, .type = "", .base = ""};
}

static void check_section(struct report *r, const struct section *s,
                          const struct db_result *columns)
{
    for (const struct field *f = s->fields; f->name; f++) {
        struct column c = find_column(columns, s->table, f->name);
        const char *why = selfcheck_field(f, &c);
        if (!why && f->dict) {
            char *dict = xasprintf("dict_%s", f->dict);
            struct column code = find_column(columns, dict, "code");
            free(dict);
            why = *code.type ? NULL : _("the database has no such dictionary");
        }
        tell(r, !why, "%s.%s\t%s%s%s", s->table, f->name, formlist_type(f->type), why ? "\t" : "",
             why ? why : "");
    }
}

static void check_forms(struct report *r, const struct db_result *columns)
{
    for (const struct edition *const *e = editions; *e; e++) {
        for (const struct entry *entry = (*e)->entries; entry->number; entry++) {
            if (entry->section->table)
                check_section(r, entry->section, columns);
        }
    }
}

static bool check_connection(struct report *r, struct db *db, const struct config *c)
{
    struct error err = {0};
    if (!login_connect(db, c, &err)) {
        char *text = error_text(&err);
        tell(r, false, "connection\t%s", text);
        free(text);
        return false;
    }
    return true;
}

static struct db_reply *ask(struct db *db, const char *sql)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, sql, 0, NULL);
    return db_run(db, b);
}

/* The answer, or NULL after telling what failed. */
static struct db_reply *answer(struct report *r, struct db *db, const char *what, const char *sql)
{
    struct db_reply *reply = ask(db, sql);
    if (reply->ok)
        return reply;
    struct error err = {0};
    guard_error(reply, &err);
    char *text = error_text(&err);
    tell(r, false, "%s\t%s", what, text);
    free(text);
    db_reply_free(reply);
    return NULL;
}

/* Told of an older schema: which file comes next. */
static void check_version(struct report *r, const char *version)
{
    long v = version ? strtol(version, NULL, 10) : 0;
    if (v == SCHEMA_VERSION)
        tell(r, true, _("schema version\t%ld"), v);
    else if (v > SCHEMA_VERSION)
        tell(r, false, _("schema version\t%ld, the program needs %d: install the newer program"), v,
             SCHEMA_VERSION);
    else if (v > 0)
        tell(r, false,
             _("schema version\t%ld, the program needs %d: back up, then as superuser psql -v"
               " ON_ERROR_STOP=1 -1 -f common/schema/upgrade/%ld-%ld.sql"),
             v, SCHEMA_VERSION, v, v + 1);
    else
        tell(r, false, _("schema version\tnone, the program needs %d"), SCHEMA_VERSION);
}

/* Rows of no year that has a partition: the database needs new partitions
 * (common/schema/history.sql).
 */
static void check_history(struct report *r, struct db *db)
{
    struct db_reply *reply = answer(r, db, "history", "select history_outside()");
    if (!reply)
        return;
    const char *outside = db_get(reply->results[0], 0, 0);
    if (str_same(outside, "0"))
        tell(r, true, "%s", _("history\tevery row has the partition of its year"));
    else
        tell(r, false, _("history\trows in no partition of a year (history_rest): %s"),
             outside ? outside : "?");
    db_reply_free(reply);
}

/* The gate tells the version even if it stays shut. */
static bool check_gate(struct report *r, struct db *db, const struct config *c)
{
    struct db_reply *reply = db_run(db, session_batch(c->terminal, NULL));
    struct session s;
    struct error err = {0};
    const char *version = reply->ok ? db_get_named(reply->results[0], 0, "schema_version") : NULL;
    check_version(r, version);
    bool open = session_read(&s, reply, &err);
    char *text = error_text(&err);
    if (open)
        tell(r, true, "session\t%s, %s, %s", s.login, s.role, c->terminal);
    else
        tell(r, false, "session\t%s", text);
    free(text);
    session_done(&s);
    db_reply_free(reply);
    return open;
}

static void check_database(struct report *r, struct db *db)
{
    struct db_reply *reply = answer(r, db, "connection", sql_connection);
    if (reply) {
        const struct db_result *row = reply->results[0];
        tell(r, true, "connection\t%s, %s, PostgreSQL %s", db_get(row, 0, 0), db_get(row, 0, 1),
             db_get(row, 0, 2));
        tell(r, str_same(db_get(row, 0, 3), "UTF8"), "encoding\t%s", db_get(row, 0, 3));
    }
    db_reply_free(reply);
    reply = answer(r, db, "columns", sql_columns);
    if (reply)
        check_forms(r, reply->results[0]);
    db_reply_free(reply);
}

int selfcheck_run(const struct config *c, selfcheck_line *line, void *ctx)
{
    struct report r = {.line = line, .ctx = ctx};
    tell(&r, true, "configuration\t%s", c->path ? c->path : _("none; the defaults"));
    struct db *db = db_new();
    if (check_connection(&r, db, c)) {
        if (check_gate(&r, db, c))
            check_history(&r, db);
        check_database(&r, db);
    }
    login_close(db);
    db_free(db);
    return r.failed;
}
