/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/opts.h"

#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/value.h"

enum { DAYS_DIGITS = 3 };

struct opt {
    struct opt *next;
    char *row, *code, *why;
};

struct opts {
    struct opt *list;
};

struct opts *opts_new(void)
{
    return xcalloc(1, sizeof(struct opts));
}

static void drop(struct opt *p)
{
    free(p->row);
    free(p->code);
    free(p->why);
    free(p);
}

void opts_clear(struct opts *o)
{
    while (o->list) {
        struct opt *p = o->list;
        o->list = p->next;
        drop(p);
    }
}

void opts_free(struct opts *o)
{
    if (!o)
        return;
    opts_clear(o);
    free(o);
}

static struct opt *find(const struct opts *o, const char *row)
{
    struct opt *p = o->list;
    while (p && strcmp(p->row, row) != 0)
        p = p->next;
    return p;
}

const char *opts_code(const struct opts *o, const char *row)
{
    const struct opt *p = find(o, row);
    return p ? p->code : "";
}

const char *opts_why(const struct opts *o, const char *row)
{
    const struct opt *p = find(o, row);
    return p ? p->why : NULL;
}

void opts_refuse(struct opts *o, const char *row, const char *why)
{
    struct opt *p = find(o, row);
    if (p)
        str_set(&p->why, why);
}

int opts_count(const struct opts *o)
{
    int n = 0;
    for (const struct opt *p = o->list; p; p = p->next)
        n++;
    return n;
}

void opts_set(struct opts *o, const char *row, const char *code)
{
    struct opt **at = &o->list;
    while (*at && strcmp((*at)->row, row) != 0)
        at = &(*at)->next;
    struct opt *p = *at;
    if (!*code) {
        if (p) {
            *at = p->next;
            drop(p);
        }
        return;
    }
    if (!p) {
        p = *at = xcalloc(1, sizeof *p);
        p->row = xstrdup(row);
    }
    char *copy = xstrdup(code);
    free(p->code);
    p->code = copy;
    str_set(&p->why, NULL);
}

/* Takes the last character off. */
static void shorten(struct opts *o, const char *row)
{
    char *code = xstrdup(opts_code(o, row));
    size_t n = strlen(code);
    while (n > 0 && ((unsigned char)code[n - 1] & 0xc0) == 0x80)
        n--;
    code[n ? n - 1 : 0] = 0;
    opts_set(o, row, code);
    free(code);
}

static void append(struct opts *o, const char *row, uint32_t c)
{
    char out[5];
    utf8_put(out, c);
    char *code = xasprintf("%s%s", opts_code(o, row), out);
    opts_set(o, row, code);
    free(code);
}

/* The days: '+' alone or behind a letter that may go with it, then digits. */
static bool type_days(struct opts *o, const char *row, uint32_t c)
{
    const char *code = opts_code(o, row), *plus = strchr(code, '+');
    if (c == '+') {
        if (plus || (*code >= '0' && *code <= '9'))
            opts_set(o, row, "");
        append(o, row, c);
        return true;
    }
    if (!plus || c < '0' || c > '9' || strlen(plus + 1) >= DAYS_DIGITS)
        return false;
    append(o, row, c);
    return true;
}

static enum opts_result type(struct opts *o, const char *letters, const char *row, uint32_t typed)
{
    uint32_t c = value_salvage_digit(typed), letter;
    if (strchr(letters, '+') && type_days(o, row, c))
        return OPTS_STAYED;
    for (size_t n; (n = utf8_next(letters, &letter)) > 0; letters += n) {
        bool digit = letter >= '0' && letter <= '9';
        if (letter == '+' || (digit ? c != letter : !keys_same_key(typed, letter)))
            continue;
        char out[5];
        utf8_put(out, letter);
        opts_set(o, row, out);
        return OPTS_NEXT;
    }
    return OPTS_PASS;
}

enum opts_result opts_key(struct opts *o, const char *letters, const char *row, struct key k)
{
    if (k.action == ACT_CHAR && k.ch == ' ')
        k.action = ACT_CLEAR;
    if (k.action == ACT_CHAR)
        return type(o, letters, row, k.ch);
    if (!*opts_code(o, row))
        return OPTS_PASS;
    if (k.action == ACT_BACKSPACE)
        shorten(o, row);
    else if (k.action == ACT_CLEAR || k.action == ACT_DELETE)
        opts_set(o, row, "");
    else
        return OPTS_PASS;
    return OPTS_STAYED;
}
