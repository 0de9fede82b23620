/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void *allocate(size_t n)
{
    return xrealloc(NULL, n);
}

/* jansson's memory does not fail either. */
static void begin(void)
{
    json_set_alloc_funcs(allocate, free);
}

/* --- writing -----------------------------------------------------------------------------------
 */

static void add(struct json *j, const char *key, json_t *value)
{
    json_t *parent = j->depth > 0 ? j->open[j->depth - 1] : NULL;
    if (json_is_object(parent))
        json_object_set_new_nocheck(parent, key, value);
    else if (parent)
        json_array_append_new(parent, value);
}

void json_open(struct json *j, const char *key, char bracket)
{
    begin();
    if (j->depth == JSON_DEPTH)
        die("JSON nested too deep");
    json_t *value = bracket == '{' ? json_object() : json_array();
    add(j, key, value);
    j->open[j->depth++] = value;
}

void json_close(struct json *j)
{
    if (j->depth > 1) /* the outermost one waits for json_take */
        j->depth--;
}

void json_text(struct json *j, const char *key, const char *value)
{
    add(j, key, value ? json_string_nocheck(value) : json_null());
}

void json_bool(struct json *j, const char *key, bool value)
{
    add(j, key, json_boolean(value));
}

void json_number(struct json *j, const char *key, long value)
{
    add(j, key, json_integer(value));
}

char *json_take(struct json *j)
{
    char *text = json_dumps(j->open[0], JSON_COMPACT);
    if (!text)
        die("text that is not UTF-8 cannot be written as JSON");
    json_decref(j->open[0]);
    *j = (struct json){0};
    return text;
}

/* --- reading -----------------------------------------------------------------------------------
 */

static json_t *read_object(const char *text)
{
    begin();
    json_t *value = json_loads(text ? text : "", 0, NULL);
    if (json_is_object(value))
        return value;
    json_decref(value);
    return NULL;
}

static char *text_of(const json_t *value)
{
    if (json_is_null(value))
        return NULL;
    return json_is_string(value) ? xstrdup(json_string_value(value))
                                 : json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
}

bool json_each(const char *text, void (*member)(void *ctx, const char *key, const char *value),
               void *ctx)
{
    json_t *object = read_object(text), *at;
    const char *key;
    json_object_foreach(object, key, at)
    {
        char *value = text_of(at);
        member(ctx, key, value);
        free(value);
    }
    json_decref(object);
    return object != NULL;
}

bool json_member(const char *text, const char *key, char **value)
{
    json_t *object = read_object(text);
    const json_t *member = json_object_get(object, key);
    *value = member ? text_of(member) : NULL;
    json_decref(object);
    return member != NULL;
}
