/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iniparser lets mistakes pass: a duplicate wins silently, an unquoted value ends at ; or #, text
   behind a closing quote is dropped. So every line is first read here, by iniparser's own rules but
   strictly; then iniparser's view must agree. */
#include "common/config.h"

#include <ctype.h>
#include <errno.h>
#include <iniparser/iniparser.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "common/conninfo.h"
#include "common/util.h"

/* iniparser's own bound for a line (ASCIILINESZ), less its line end. */
#define LINE_MAX_BYTES 1000

typedef bool setter(struct config *c, const char *value, struct error *err);

struct key {
    const char *section, *name;
    setter *set;
};

struct scan { /* where a file is being read */
    const char *path;
    int line;
    char section[64];
    bool section_seen[8]; /* by index of sections[] */
    char *value[8];       /* as read, by index of keys[]; NULL: not there */
};

static bool set_conninfo(struct config *c, const char *value, struct error *err)
{
    char *problem = conninfo_problem(value);
    if (problem) {
        error_set(err, "%s", problem);
        free(problem);
        return error_remedy(
            err,
            _("Take the password out; libpq finds it in ~/.pgpass, or the program asks for it"));
    }
    free(c->conninfo);
    c->conninfo = xstrdup(value);
    return true;
}

static bool set_terminal(struct config *c, const char *value, struct error *err)
{
    if (!*value || strlen(value) > 63) {
        error_set(err, _("the terminal's name must have 1 to 63 characters"));
        return error_remedy(
            err, _("Write the name under which the administrator registered this terminal"));
    }
    str_set(&c->terminal, value);
    return true;
}

static bool set_language(struct config *c, const char *value, struct error *err)
{
    if (i18n_parse(value, &c->lang))
        return true;
    error_set(err, _("there is no language “%s”"), value);
    return error_remedy(err, _("Write kk, ru or en"));
}

static bool read_number(const char *value, int low, int high, int *out, struct error *err)
{
    char *end;
    errno = 0;
    long n = strtol(value, &end, 10);
    if (isdigit((unsigned char)*value) && !*end && !errno && n >= low && n <= high) {
        *out = (int)n;
        return true;
    }
    error_set(err, _("“%s” is not a number that can stand here"), value);
    return error_remedy(err, _("Write a whole number from %d to %d"), low, high);
}

static bool set_escape_delay(struct config *c, const char *value, struct error *err)
{
    return read_number(value, 1, 5000, &c->escape_delay_ms, err);
}

static bool set_lock_minutes(struct config *c, const char *value, struct error *err)
{
    return read_number(value, 1, 240, &c->lock_minutes, err);
}

static bool read_yes_no(const char *value, bool *out, struct error *err)
{
    if (strcmp(value, "yes") == 0 || strcmp(value, "no") == 0) {
        *out = *value == 'y';
        return true;
    }
    error_set(err, _("“%s” is neither yes nor no"), value);
    return error_remedy(err, _("Write yes or no"));
}

static bool set_beep(struct config *c, const char *value, struct error *err)
{
    return read_yes_no(value, &c->beep, err);
}

static bool set_high_contrast(struct config *c, const char *value, struct error *err)
{
    return read_yes_no(value, &c->high_contrast, err);
}

static bool set_keys(struct config *c, const char *value, struct error *err)
{
    if (!str_in_list("mansap|5250|oracle", value)) {
        error_set(err, _("there are no keys “%s”"), value);
        return error_remedy(err, _("Write mansap, 5250 or oracle"));
    }
    str_set(&c->keys, value);
    return true;
}

static const char *const sections[] = {"database", "terminal", "screen", "session"};
static const struct key keys[] = {
    {"database", "conninfo", set_conninfo}, {"terminal", "id", set_terminal},
    {"screen", "language", set_language},   {"screen", "escape_delay", set_escape_delay},
    {"screen", "beep", set_beep},           {"session", "lock_minutes", set_lock_minutes},
    {"screen", "keys", set_keys},           {"screen", "high_contrast", set_high_contrast},
};
_Static_assert(COUNT(sections) <= 8 && COUNT(keys) <= 8, "struct scan has room for 8");

/* "a, b, c": what could have been meant. section NULL: the sections. */
static char *names(const char *section)
{
    struct buf b = {0};
    if (!section) {
        for (size_t i = 0; i < COUNT(sections); i++)
            buf_addf(&b, "%s[%s]", b.len ? ", " : "", sections[i]);
    }
    for (size_t i = 0; section && i < COUNT(keys); i++) {
        if (strcmp(keys[i].section, section) == 0)
            buf_addf(&b, "%s%s", b.len ? ", " : "", keys[i].name);
    }
    return buf_take(&b);
}

static bool place(const struct scan *s, struct error *err)
{
    return error_where(err, "%s:%d", s->path, s->line);
}

static char *trim(char *s)
{
    while (isspace((unsigned char)*s))
        s++;
    char *end = s + strlen(s);
    while (end > s && isspace((unsigned char)end[-1]))
        *--end = '\0';
    return s;
}

static bool scan_section(struct scan *s, char *text, struct error *err)
{
    char *close = strchr(text, ']');
    char *rest = close ? trim(close + 1) : NULL;
    if (!close || (*rest && *rest != ';' && *rest != '#')) {
        error_set(err, _("a section's line must read [name] and nothing else"));
        error_remedy(err, _("Mend or remove the line"));
        return place(s, err);
    }
    *close = '\0';
    snprintf(s->section, sizeof s->section, "%s", trim(text + 1));
    for (size_t i = 0; i < COUNT(sections); i++) {
        if (strcasecmp(s->section, sections[i]) != 0)
            continue;
        if (s->section_seen[i]) {
            error_set(err, _("the section [%s] stands here a second time"), sections[i]);
            error_remedy(err, _("Put its keys under the first one"));
            return place(s, err);
        }
        s->section_seen[i] = true;
        snprintf(s->section, sizeof s->section, "%s", sections[i]);
        return true;
    }
    char *all = names(NULL);
    error_set(err, _("there is no section [%s]"), s->section);
    error_remedy(err, _("The sections are %s"), all);
    free(all);
    return place(s, err);
}

/* The value as iniparser takes it, cut out of text; refuses what iniparser would cut or drop
 * silently. */
static bool scan_value(char *text, char **value, struct error *err)
{
    char quote = *text;
    if (quote == '"' || quote == '\'') {
        char *close = strchr(text + 1, quote);
        char *rest = close ? trim(close + 1) : NULL;
        if (!close) {
            error_set(err, _("the closing quotation mark is missing"));
            return error_remedy(err, _("Put the whole value between two double quotation marks"));
        }
        if (*rest && *rest != ';' && *rest != '#') {
            error_set(err, _("there is text behind the closing quotation mark"));
            return error_remedy(err, _("Put the whole value between two double quotation marks"));
        }
        *close = '\0';
        *value = text + 1;
        return true;
    }
    for (char *p = text; *p; p++) {
        if (*p != ';' && *p != '#')
            continue;
        if (p > text && !isspace((unsigned char)p[-1])) {
            error_set(err, _("the value would end at the character “%c”"), *p);
            return error_remedy(err, _("Put the whole value between two double quotation marks"));
        }
        *p = '\0';
    }
    *value = trim(text);
    return true;
}

static bool find_key(struct scan *s, const char *name, size_t *at, struct error *err)
{
    if (!*s->section) {
        error_set(err, _("the key “%s” stands before the first section"), name);
        return error_remedy(err, _("Put a line such as [screen] above it"));
    }
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(keys[i].section, s->section) != 0 || strcasecmp(keys[i].name, name) != 0)
            continue;
        *at = i;
        if (!s->value[i])
            return true;
        error_set(err, _("[%s] %s stands here a second time"), s->section, keys[i].name);
        return error_remedy(err, _("Remove one of the two lines"));
    }
    char *all = names(s->section);
    error_set(err, _("[%s] has no key “%s”"), s->section, name);
    error_remedy(err, _("Its keys are: %s"), all);
    free(all);
    return false;
}

static bool scan_key(struct scan *s, struct config *c, char *text, struct error *err)
{
    char *equals = strchr(text, '=');
    if (!equals) {
        error_set(err, _("the line “%.60s” has no ="), text);
        error_remedy(err, _("Write key = value, or # before a comment"));
        return place(s, err);
    }
    *equals = '\0';
    size_t at = 0;
    char *value = NULL;
    if (!find_key(s, trim(text), &at, err) || !scan_value(trim(equals + 1), &value, err))
        return place(s, err);
    struct error why;
    if (!keys[at].set(c, value, &why)) {
        error_set(err, "[%s] %s: %s", s->section, keys[at].name, why.what);
        error_remedy(err, "%s", why.remedy);
        return place(s, err);
    }
    s->value[at] = xstrdup(value);
    return true;
}

static bool scan_line(struct scan *s, struct config *c, char *line, struct error *err)
{
    char *text = trim(line);
    size_t n = strlen(text);
    if (n > LINE_MAX_BYTES || (n && text[n - 1] == '\\')) {
        error_set(err, n > LINE_MAX_BYTES ? _("the line is too long")
                                          : _("the line ends with a backslash"));
        error_remedy(err, _("Write each key with its value on one line of at most %d bytes"),
                     LINE_MAX_BYTES);
        return place(s, err);
    }
    if (!*text || *text == '#' || *text == ';')
        return true;
    return *text == '[' ? scan_section(s, text, err) : scan_key(s, c, text, err);
}

static bool scan_file(struct scan *s, struct config *c, struct error *err)
{
    FILE *f = fopen(s->path, "re");
    if (!f) {
        error_set(err, _("the configuration cannot be read: %s"), strerror(errno));
        error_remedy(err, _("Correct the path, or the file's permissions"));
        return error_where(err, "%s", s->path);
    }
    char *line = NULL;
    size_t size = 0;
    bool ok = true;
    while (ok && getline(&line, &size, f) >= 0) {
        s->line++;
        ok = scan_line(s, c, line, err);
    }
    free(line);
    if (ok && ferror(f)) {
        error_set(err, _("the configuration cannot be read: %s"), strerror(errno));
        ok = error_where(err, "%s", s->path);
    }
    fclose(f);
    return ok;
}

static int silent(const char *format, ...)
{
    (void)format; /* the place is told by the scan */
    return 0;
}

/* iniparser must have found the same keys, and under each the same text as the scan. */
static bool agree(const struct scan *s, struct error *err)
{
    iniparser_set_error_callback(silent);
    dictionary *d = iniparser_load(s->path);
    bool same = d != NULL;
    for (size_t i = 0; same && i < COUNT(keys); i++) {
        char *name = xasprintf("%s:%s", keys[i].section, keys[i].name);
        const char *value = iniparser_getstring(d, name, NULL);
        same = s->value[i] && value ? strcmp(s->value[i], value) == 0 : !s->value[i] && !value;
        free(name);
    }
    if (d)
        iniparser_freedict(d);
    if (same)
        return true;
    error_set(err, _("the file can be understood in two ways"));
    error_remedy(
        err, _("Compare it with config.example.ini; put values between double quotation marks"));
    return error_where(err, "%s", s->path);
}

/* The file to read, the caller's; NULL if none was asked for and none is there. */
static char *find_file(const char *path)
{
    const char *env = getenv("MANSAP_CONFIG");
    if (!str_empty(path) || !str_empty(env))
        return xstrdup(!str_empty(path) ? path : env);
    const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char *own = !str_empty(xdg)    ? xasprintf("%s/mansap/config.ini", xdg)
                : !str_empty(home) ? xasprintf("%s/.config/mansap/config.ini", home)
                                   : NULL;
    if (own && access(own, F_OK) == 0)
        return own;
    free(own);
    return access("/etc/mansap/config.ini", F_OK) == 0 ? xstrdup("/etc/mansap/config.ini") : NULL;
}

static void set_default_terminal(struct config *c)
{
    char host[HOST_NAME_MAX + 1] = "";
    if (c->terminal)
        return;
    if (conninfo_is_socket(c->conninfo) || gethostname(host, sizeof host - 1) != 0 || !*host)
        snprintf(host, sizeof host, "local");
    c->terminal = xstrdup(host);
}

bool config_load(struct config *c, const char *path, struct error *err)
{
    *c = (struct config){.lang = LANG_KK, .escape_delay_ms = 50, .beep = true, .lock_minutes = 10};
    c->conninfo = xstrdup("");
    c->keys = xstrdup("mansap");
    c->path = find_file(path);
    if (c->path) {
        struct scan s = {.path = c->path};
        bool ok = scan_file(&s, c, err) && agree(&s, err);
        for (size_t i = 0; i < COUNT(keys); i++)
            free(s.value[i]);
        if (!ok) {
            config_done(c);
            return false;
        }
    }
    set_default_terminal(c);
    return true;
}

void config_done(struct config *c)
{
    free(c->path);
    free(c->conninfo);
    free(c->terminal);
    free(c->keys);
    *c = (struct config){0};
}
