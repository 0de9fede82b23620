/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hosts' names become addresses before libpq sees them, for libpq looks them up by waiting. Each
   name has a child of its own; one that has not answered in two seconds has no address this time.
   A name with several addresses stands in libpq's list as often; the name itself stays beside the
   address, for certificates and the password file. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/db_inner.h"
#include "common/i18n.h"
#include "common/util.h"

enum { HOSTS = 32 };

struct db_names {
    char *text[3]; /* libpq's lists, cut into the words below */
    const char *host[HOSTS], *address[HOSTS], *port[HOSTS];
    int n, at;
    bool ports;           /* each host has its own */
    struct buf result[3]; /* host, hostaddr, port */
    bool any;
    char why[256];
};

/* In the child: an address a line, or "!" and why there is none. */
static void look_up(int out, void *ctx)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    struct buf b = {0};
    int bad = getaddrinfo(ctx, NULL, &hints, &found);
    if (bad)
        buf_addf(&b, "!%s", gai_strerror(bad));
    for (const struct addrinfo *a = found; a; a = a->ai_next) {
        char text[NI_MAXHOST];
        if (getnameinfo(a->ai_addr, a->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST) == 0)
            buf_addf(&b, "%s\n", text);
    }
    ssize_t n = write(out, b.s, b.len);
    (void)n; /* what was not heard counts as not found */
    buf_done(&b);
}

static bool is_name(const char *host)
{
    struct in_addr v4;
    return *host && *host != '/' && *host != '@' && !strchr(host, ':') &&
           inet_pton(AF_INET, host, &v4) != 1;
}

/* Cuts a list at its commas; returns the words. */
static int cut(char *list, const char *words[HOSTS])
{
    int n = 0;
    for (char *end; list && n < HOSTS; list = end ? end + 1 : NULL) {
        end = strchr(list, ',');
        if (end)
            *end = '\0';
        words[n++] = list;
    }
    return n;
}

static void add(struct db_names *names, const char *host, const char *address, const char *port)
{
    const char *words[3] = {host, address, port};
    for (int i = 0; i < 3; i++)
        buf_addf(&names->result[i], "%s%s", names->any ? "," : "", words[i]);
    names->any = true;
}

/* What libpq would make of the parameters, the service file and the environment. It says so only of
   a connection; this one comes to nothing before any network is touched, by a value that is none.
 */
static struct db_names *names_new(const struct db *db)
{
    static const char *const keywords[3] = {"host", "hostaddr", "port"};
    struct db_names *names = xcalloc(1, sizeof *names);
    size_t n = 0;
    while (db->keyword[n])
        n++;
    const char **keyword = xcalloc(n + 2, sizeof *keyword), **value = xcalloc(n + 2, sizeof *value);
    memcpy(keyword, db->keyword, n * sizeof *keyword);
    memcpy(value, db->value, n * sizeof *value);
    keyword[n] = "target_session_attrs";
    value[n] = "none";
    PGconn *conn = PQconnectStartParams(keyword, value, 1);
    PQconninfoOption *options = PQconninfo(conn);
    for (const PQconninfoOption *o = options; o && o->keyword; o++)
        for (int i = 0; i < 3; i++)
            if (strcmp(o->keyword, keywords[i]) == 0)
                names->text[i] = xstrdup(o->val ? o->val : "");
    PQconninfoFree(options);
    PQfinish(conn);
    free(keyword);
    free(value);
    return names;
}

/* False: nothing is to be looked up, or the lists do not match, which is for libpq to say. */
static bool read_lists(struct db_names *names)
{
    bool addressed = !str_empty(names->text[1]), wanted = false;
    names->n = cut(names->text[0], names->host);
    if (addressed && cut(names->text[1], names->address) != names->n)
        return false;
    int ports = cut(names->text[2], names->port);
    names->ports = ports > 1;
    if (names->ports && ports != names->n)
        return false;
    for (int i = 0; i < names->n; i++) {
        if (!addressed)
            names->address[i] = "";
        if (!names->ports)
            names->port[i] = "";
        wanted = wanted || (!*names->address[i] && is_name(names->host[i]));
    }
    return wanted && names->n < HOSTS;
}

void db_name_end(struct db *db)
{
    struct db_names *names = db->names_sought;
    db_child_end(&db->resolver);
    if (!names)
        return;
    for (int i = 0; i < 3; i++) {
        free(names->text[i]);
        buf_done(&names->result[i]);
    }
    free(names);
    db->names_sought = NULL;
}

static void connect_found(struct db *db)
{
    struct db_names *names = db->names_sought;
    const char *extra[4] = {"host", "hostaddr", names->ports ? "port" : NULL, NULL};
    const char *value[4] = {names->result[0].s, names->result[1].s, names->result[2].s, NULL};
    if (names->any) {
        db_link_open(db, extra, value);
        db_name_end(db);
        return;
    }
    char *why = xstrdup(names->why);
    db_name_end(db);
    db_link_failed(db, why);
    free(why);
}

/* Goes on to the next name, or to connecting. */
static void next_name(struct db *db)
{
    struct db_names *names = db->names_sought;
    for (; names->at < names->n; names->at++) {
        const char *host = names->host[names->at];
        if (!*names->address[names->at] && is_name(host)) {
            if (db_child_start(&db->resolver, look_up, (void *)(uintptr_t)host))
                return;
            snprintf(names->why, sizeof names->why, "%s: fork", host);
        } else {
            add(names, host, names->address[names->at], names->port[names->at]);
        }
    }
    connect_found(db);
}

bool db_name_start(struct db *db)
{
    struct db_names *names = db->names_sought = names_new(db);
    if (!read_lists(names)) {
        db_name_end(db);
        return false;
    }
    next_name(db);
    return true;
}

static void take_answer(struct db_names *names, char *said)
{
    const char *host = names->host[names->at];
    if (*said == '!')
        snprintf(names->why, sizeof names->why, _("the address of %s was not found: %s"), host,
                 said + 1);
    else if (!*said)
        snprintf(names->why, sizeof names->why, _("the address of %s was not found in time"), host);
    else
        for (char *line, *rest = said; (line = strsep(&rest, "\n")) != NULL;)
            if (*line)
                add(names, host, line, names->port[names->at]);
}

bool db_name_serve(struct db *db)
{
    if (!db->resolver.pid || db_child_read(&db->resolver))
        return false;
    char *said = buf_take(&db->resolver.said);
    db_child_end(&db->resolver);
    take_answer(db->names_sought, said);
    free(said);
    db->names_sought->at++;
    next_name(db);
    return true;
}
