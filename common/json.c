/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"

/* --- writing -----------------------------------------------------------------------------------
 */

static void quoted(struct buf *out, const char *s)
{
    buf_add(out, "\"");
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\')
            buf_addf(out, "\\%c", c);
        else if (c == '\n')
            buf_add(out, "\\n");
        else if (c < 0x20 || c == 0x7f)
            buf_addf(out, "\\u%04x", c);
        else
            buf_addn(out, s, 1);
    }
    buf_add(out, "\"");
}

static void before(struct json *j, const char *key)
{
    if (j->comma)
        buf_add(&j->out, ",");
    if (key) {
        quoted(&j->out, key);
        buf_add(&j->out, ":");
    }
    j->comma = true;
}

void json_open(struct json *j, const char *key, char bracket)
{
    before(j, key);
    buf_addn(&j->out, &bracket, 1);
    j->comma = false;
}

void json_close(struct json *j, char bracket)
{
    buf_addn(&j->out, &bracket, 1);
    j->comma = true;
}

void json_text(struct json *j, const char *key, const char *value)
{
    before(j, key);
    if (value)
        quoted(&j->out, value);
    else
        buf_add(&j->out, "null");
}

void json_bool(struct json *j, const char *key, bool value)
{
    before(j, key);
    buf_add(&j->out, value ? "true" : "false");
}

void json_number(struct json *j, const char *key, long value)
{
    before(j, key);
    buf_addf(&j->out, "%ld", value);
}

char *json_take(struct json *j)
{
    j->comma = false;
    return buf_take(&j->out);
}

/* --- reading -----------------------------------------------------------------------------------
 */

static const char *skip_space(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

/* Four hex digits at s, or -1. */
static int32_t hex4(const char *s)
{
    int32_t v = 0;
    for (int i = 0; i < 4; i++) {
        const char *digits = "0123456789abcdef", *at;
        char c = s[i];
        if (c >= 'A' && c <= 'F')
            c = (char)(c + 'a' - 'A');
        at = c ? strchr(digits, c) : NULL;
        if (!at)
            return -1;
        v = v * 16 + (int32_t)(at - digits);
    }
    return v;
}

/* The character of \uXXXX at s (behind the u), a surrogate pair counted as one. Returns what
 * follows, or NULL. */
static const char *read_unicode(const char *s, struct buf *out)
{
    int32_t c = hex4(s);
    if (c < 0)
        return NULL;
    s += 4;
    if (c >= 0xd800 && c < 0xdc00 && s[0] == '\\' && s[1] == 'u') {
        int32_t low = hex4(s + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            s += 6;
        }
    }
    if (c == 0 || (c >= 0xd800 && c < 0xe000))
        return NULL;
    char utf8[5];
    buf_addn(out, utf8, utf8_put(utf8, (uint32_t)c));
    return s;
}

/* The string at s, which is a quote. Returns what follows, or NULL. */
static const char *read_string(const char *s, struct buf *out)
{
    static const char escaped[] = "\"\\/bfnrt", plain[] = "\"\\/\b\f\n\r\t";
    for (s++; *s && *s != '"'; s++) {
        size_t n = strcspn(s, "\"\\");
        if (n > 0) {
            buf_addn(out, s, n);
            s += n - 1;
            continue;
        }
        s++;
        const char *at = *s ? strchr(escaped, *s) : NULL;
        if (at) {
            buf_addn(out, &plain[at - escaped], 1);
        } else if (*s == 'u') {
            s = read_unicode(s + 1, out);
            if (!s)
                return NULL;
            s--;
        } else {
            return NULL;
        }
    }
    return *s == '"' ? s + 1 : NULL;
}

/* The end of whatever value starts at s, nested ones as a whole; or NULL. */
static const char *skip_value(const char *s)
{
    int depth = 0;
    do {
        s = skip_space(s);
        if (*s == '"') {
            struct buf unused = {0};
            s = read_string(s, &unused);
            buf_done(&unused);
            if (!s)
                return NULL;
        } else if (*s == '{' || *s == '[') {
            depth++;
            s++;
        } else if (*s == '}' || *s == ']') {
            depth--;
            s++;
        } else if (depth && (*s == ',' || *s == ':')) {
            s++;
        } else {
            size_t n = strcspn(s, ",:{}[]\" \t\r\n");
            if (n == 0)
                return NULL;
            s += n;
        }
    } while (depth > 0);
    return s;
}

/* The value at s into *value. Returns what follows, or NULL with nothing to free. */
static const char *read_value(const char *s, char **value)
{
    *value = NULL;
    if (*s == '"') {
        struct buf text = {0};
        const char *end = read_string(s, &text);
        if (end)
            *value = buf_take(&text);
        buf_done(&text);
        return end;
    }
    const char *end = skip_value(s);
    if (end && strncmp(s, "null", 4) != 0) {
        struct buf text = {0};
        buf_addn(&text, s, (size_t)(end - s));
        *value = buf_take(&text);
    }
    return end;
}

/* One member at s. Returns what follows, or NULL; *key and *value are the caller's in any case. */
static const char *read_member(const char *s, char **key, char **value)
{
    struct buf name = {0};
    *key = *value = NULL;
    s = *s == '"' ? read_string(s, &name) : NULL;
    *key = buf_take(&name);
    s = s ? skip_space(s) : NULL;
    if (!s || *s != ':')
        return NULL;
    return read_value(skip_space(s + 1), value);
}

bool json_each(const char *text, void (*member)(void *ctx, const char *key, const char *value),
               void *ctx)
{
    const char *s = skip_space(text ? text : "");
    if (*s != '{')
        return false;
    s = skip_space(s + 1);
    while (*s != '}') {
        char *key, *value;
        s = read_member(s, &key, &value);
        if (s)
            member(ctx, key, value);
        free(key);
        free(value);
        s = s ? skip_space(s) : "";
        if (*s == ',')
            s = skip_space(s + 1);
        else if (*s != '}')
            return false;
    }
    return true;
}

bool json_member(const char *text, const char *key, char **value)
{
    *value = NULL;
    const char *s = skip_space(text ? text : "");
    for (char before = '{'; s && *s == before; before = ',') {
        struct buf name = {0};
        s = skip_space(s + 1);
        s = *s == '"' ? read_string(s, &name) : NULL;
        bool found = s && strcmp(name.s ? name.s : "", key) == 0;
        buf_done(&name);
        s = s ? skip_space(s) : NULL;
        if (!s || *s != ':')
            return false;
        s = skip_space(s + 1);
        if (found)
            return read_value(s, value) != NULL;
        s = skip_value(s);
        s = s ? skip_space(s) : NULL;
    }
    return false;
}
