/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as far as the program needs it: a writer, and a reader of one object's members. The only
   user of jansson. */
#ifndef COMMON_JSON_H
#define COMMON_JSON_H

#include <stdbool.h>

#include "common/util.h"

/* Zero-initialised is empty; begins with json_open. key NULL: an element of an array, or the whole.
   Text is UTF-8. */
enum { JSON_DEPTH = 8 };
struct json {
    struct json_t *open[JSON_DEPTH]; /* from the outermost */
    int depth;
};
void json_open(struct json *j, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *j);
void json_text(struct json *j, const char *key, const char *value); /* NULL gives null */
void json_bool(struct json *j, const char *key, bool value);
void json_number(struct json *j, const char *key, long value);
char *json_take(struct json *j); /* the text, the caller's; empties j */

/* Finds a member of the object that text is. Returns false if text is no object or has no such
   member. *value: a string decoded, anything else as JSON, null as NULL; the caller's. */
bool json_member(const char *text, const char *key, char **value);
/* Calls member for each member in order. Returns false, with none called, if text is no object. */
bool json_each(const char *text, void (*member)(void *ctx, const char *key, const char *value),
               void *ctx);

#endif
