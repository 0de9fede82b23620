/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/stamp.h"

#include <stdlib.h>
#include <string.h>

#include "common/json.h"
#include "common/util.h"

struct stamps {
    char *meta; /* until it is read, and for copies */
    bool read;
    struct stamp *of;
    size_t count;
};

struct stamps *stamps_new(const char *meta)
{
    if (!meta)
        return NULL;
    struct stamps *s = xcalloc(1, sizeof *s);
    s->meta = xstrdup(meta);
    return s;
}

struct stamps *stamps_copy(const struct stamps *s)
{
    return s ? stamps_new(s->meta) : NULL;
}

void stamps_free(struct stamps *s)
{
    for (size_t i = 0; s && i < s->count; i++) {
        char *texts[] = {s->of[i].column, s->of[i].at,         s->of[i].by,    s->of[i].centre,
                         s->of[i].how,    s->of[i].checked_at, s->of[i].system};
        for (size_t k = 0; k < COUNT(texts); k++)
            free(texts[k]);
    }
    if (s) {
        free(s->of);
        free(s->meta);
    }
    free(s);
}

static void take_check(void *ctx, const char *key, const char *value)
{
    struct stamp *to = ctx;
    if (strcmp(key, "at") == 0)
        str_set(&to->checked_at, value);
    else if (strcmp(key, "system") == 0)
        str_set(&to->system, value);
}

static void take_part(void *ctx, const char *key, const char *value)
{
    struct stamp *to = ctx;
    const struct {
        const char *key;
        char **slot;
    } parts[] = {{"at", &to->at}, {"by", &to->by}, {"centre", &to->centre}, {"how", &to->how}};
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (strcmp(key, parts[i].key) == 0)
            str_set(parts[i].slot, value);
    }
    if (strcmp(key, "checked") == 0 && value) {
        to->checked = true;
        json_each(value, take_check, to);
    }
}

static void take_stamp(void *ctx, const char *key, const char *value)
{
    struct stamps *s = ctx;
    struct stamp stamp = {.column = xstrdup(key)};
    json_each(value, take_part, &stamp);
    s->of = xrealloc(s->of, (s->count + 1) * sizeof *s->of);
    s->of[s->count++] = stamp;
}

static const struct stamp *find(const struct stamps *s, const char *column)
{
    for (size_t i = 0; i < s->count; i++) {
        if (strcmp(s->of[i].column, column) == 0)
            return &s->of[i];
    }
    return NULL;
}

const struct stamp *stamps_get(struct stamps *s, const char *column)
{
    if (!s)
        return NULL;
    if (!s->read)
        json_each(s->meta, take_stamp, s);
    s->read = true;
    const struct stamp *stamp = find(s, column);
    return stamp ? stamp : find(s, "id");
}
