/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/conninfo.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "common/i18n.h"
#include "common/util.h"

static const char *uri_rest(const char *s) /* behind the scheme; NULL: no URI */
{
    static const char *const schemes[] = {"postgresql://", "postgres://"};
    for (size_t i = 0; i < COUNT(schemes); i++) {
        if (str_starts(s, schemes[i]))
            return s + strlen(schemes[i]);
    }
    return NULL;
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;
    return at ? (int)(at - digits) : -1;
}

static char *percent_decoded(const char *s, size_t n)
{
    struct buf b = {0};
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '%' && i + 2 < n && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0) {
            c = (char)(hex(s[i + 1]) * 16 + hex(s[i + 2]));
            i += 2;
        }
        buf_addn(&b, &c, 1);
    }
    return buf_take(&b);
}

/* user, password and host stand in the authority: [user[:password]@]host[:port] */
static char *uri_get(const char *rest, const char *keyword)
{
    size_t authority = strcspn(rest, "/?");
    const char *at = memchr(rest, '@', authority);
    const char *host = at ? at + 1 : rest;
    const char *colon = at ? memchr(rest, ':', (size_t)(at - rest)) : NULL;
    char *found = NULL;
    if (colon && strcasecmp(keyword, "password") == 0)
        found = percent_decoded(colon + 1, (size_t)(at - colon - 1));
    size_t bytes = *host == '[' ? strcspn(host, "]/?") : strcspn(host, ":/?");
    if (bytes && strcasecmp(keyword, "host") == 0)
        found = percent_decoded(host, bytes);
    for (const char *p = strchr(rest, '?'); p; p = strchr(p, '&')) {
        p++;
        size_t name = strcspn(p, "=&");
        if (name != strlen(keyword) || strncasecmp(p, keyword, name) != 0 || p[name] != '=')
            continue;
        free(found);
        found = percent_decoded(p + name + 1, strcspn(p + name + 1, "&"));
    }
    return found;
}

static const char *skip_blanks(const char *s)
{
    return s + strspn(s, " \t\r\n\f\v");
}

/* Reads a value at s, quoted or not; returns where it ends. */
static const char *read_value(const char *s, struct buf *value)
{
    bool quoted = *s == '\'';
    for (s += quoted; *s && (quoted ? *s != '\'' : !strchr(" \t\r\n\f\v", *s)); s++) {
        if (*s == '\\' && s[1])
            s++;
        buf_addn(value, s, 1);
    }
    return quoted && *s ? s + 1 : s;
}

char *conninfo_get(const char *conninfo, const char *keyword)
{
    if (!conninfo)
        return NULL;
    const char *rest = uri_rest(conninfo);
    if (rest)
        return uri_get(rest, keyword);
    char *found = NULL;
    for (const char *s = skip_blanks(conninfo); *s; s = skip_blanks(s)) {
        const char *name = s;
        size_t bytes = strcspn(s, "= \t\r\n\f\v");
        s = skip_blanks(s + bytes);
        if (*s != '=')
            continue; /* no connection string: libpq will say so */
        struct buf value = {0};
        s = read_value(skip_blanks(s + 1), &value);
        if (bytes == strlen(keyword) && strncasecmp(name, keyword, bytes) == 0) {
            free(found);
            found = buf_take(&value);
        }
        buf_done(&value);
    }
    return found;
}

char *conninfo_problem(const char *conninfo)
{
    static const char *const secrets[] = {"password", "sslpassword"};
    for (size_t i = 0; i < COUNT(secrets); i++) {
        char *value = conninfo_get(conninfo, secrets[i]);
        if (!value)
            continue;
        wipe(value, strlen(value));
        free(value);
        return xasprintf(_("“%s” may not stand in a file"), secrets[i]);
    }
    return NULL;
}

static bool is_path(const char *host)
{
    return !*host || *host == '/' || *host == '@';
}

bool conninfo_is_socket(const char *conninfo)
{
    static const struct {
        const char *keyword, *variable;
    } places[] = {{"hostaddr", "PGHOSTADDR"}, {"host", "PGHOST"}, {"service", "PGSERVICE"}};
    for (size_t i = 0; i < COUNT(places); i++) {
        char *value = conninfo_get(conninfo, places[i].keyword);
        const char *env = getenv(places[i].variable);
        if (!value && !str_empty(env))
            value = xstrdup(env);
        if (!value)
            continue;
        bool socket = strcmp(places[i].keyword, "host") == 0 && is_path(value);
        bool empty = !*value;
        free(value);
        if (!empty)
            return socket;
    }
    return true;
}
