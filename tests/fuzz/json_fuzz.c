/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server's details as JSON: what is read is written and read again the same. */
#include <string.h>

#include "common/json.h"
#include "tests/fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
    "{\"table\": \"card\", \"id\": 7, \"theirs\": null, \"who\": \"Ә\\u04d9\\ud83d\\ude00\"}",
    "{\"a\": {\"b\": [1, -2.5e3, true]}, \"c\": \"\\\\\\\"\\n\\/\"}",
    "{}",
    "{\"\":\"\"}",
    "[1]",
    NULL};

void fuzz_start(void)
{
}

struct copy {
    struct json *json;
    int members;
};

static void member(void *ctx, const char *key, const char *value)
{
    struct copy *c = ctx;
    json_text(c->json, key, value);
    c->members++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_string(data, size), *value = NULL;
    struct json first = {0}, second = {0};
    struct copy one = {&first, 0}, two = {&second, 0};
    json_open(&first, NULL, '{');
    bool good = json_each(text, member, &one);
    json_close(&first);
    char *written = json_take(&first);
    json_open(&second, NULL, '{');
    MUST(json_each(written, member, &two));
    json_close(&second);
    char *again = json_take(&second);
    MUST(one.members == two.members && strcmp(written, again) == 0);
    if (json_member(text, "who", &value))
        MUST(one.members > 0);
    MUST(good || one.members == 0);
    free(value);
    free(again);
    free(written);
    free(text);
    return 0;
}
