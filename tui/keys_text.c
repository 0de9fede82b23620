/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts name keys as key_table has them. In another profile the same texts, help and refusals
   included, name its keys: each is written anew once, when it is first asked for. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tui/keys.h"

enum { BUCKETS = 128 };

struct seen {
    struct seen *next;
    const char *text; /* of the catalogue: it stays where it is */
    char *named;      /* NULL: it names no key that is moved */
};
static struct seen *buckets[BUCKETS];

/* Is it one of the names in "Esc, F12"? */
static bool is_among(const char *names, const char *name, size_t bytes)
{
    for (const char *s = names; s && *s;) {
        size_t n = strcspn(s, ",");
        if (n == bytes && memcmp(s, name, bytes) == 0)
            return true;
        s += n;
        s += strspn(s, ", ");
    }
    return false;
}

/* What the key of key_table is called in the profile that is on; NULL: the same. */
static const char *moved(const char *name, size_t bytes, size_t *length)
{
    for (const struct key_row *r = key_table; r->action; r++) {
        const char *now = keys_row(r->action)->keys;
        if (!is_among(r->keys, name, bytes) || str_same(now, r->keys))
            continue;
        *length = strcspn(now, ",");
        return now;
    }
    return NULL;
}

/* Bytes of "F2" at s, which stands alone; 0: it is none. */
static size_t key_name(const char *text, const char *s)
{
    if (*s != 'F' || (s > text && (isalnum((unsigned char)s[-1]) || s[-1] == '+')))
        return 0;
    size_t digits = strspn(s + 1, "0123456789");
    return digits && digits <= 2 && !isalpha((unsigned char)s[1 + digits]) ? 1 + digits : 0;
}

/* The caller's; NULL: nothing changes. What stands in a column behind the key stays there. */
static char *name_anew(const char *text)
{
    struct buf b = {0};
    bool differs = false;
    for (const char *s = text; *s;) {
        size_t bytes = key_name(text, s), length = 0;
        const char *now = bytes ? moved(s, bytes, &length) : NULL;
        if (!now) {
            buf_addn(&b, s++, 1);
            continue;
        }
        differs = true;
        buf_addn(&b, now, length);
        s += bytes;
        for (size_t gap = strspn(s, " "); gap > 2 && bytes < length; bytes++, gap--)
            s++;
    }
    char *named = buf_take(&b);
    if (differs)
        return named;
    free(named);
    return NULL;
}

const char *keys_name_in(const char *text)
{
    struct seen **bucket = &buckets[((uintptr_t)text / 16) % BUCKETS];
    for (struct seen *e = *bucket; e; e = e->next) {
        if (e->text == text)
            return e->named ? e->named : text;
    }
    struct seen *e = xcalloc(1, sizeof *e);
    *e = (struct seen){.next = *bucket, .text = text, .named = name_anew(text)};
    *bucket = e;
    return e->named ? e->named : text;
}

void keys_names_forget(void)
{
    for (size_t i = 0; i < BUCKETS; i++)
        while (buckets[i]) {
            struct seen *e = buckets[i];
            buckets[i] = e->next;
            free(e->named);
            free(e);
        }
}
