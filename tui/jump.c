/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/jump.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"

/* The entry of that number; under a heading, the first that has fields. -1: none. */
static int numbered(const struct edition *e, const char *number, bool with_fields)
{
    for (int i = 0; e->entries[i].number; i++) {
        if (strcmp(e->entries[i].number, number) != 0)
            continue;
        while (with_fields && e->entries[i].section->kind == SECTION_HEADING &&
               e->entries[i + 1].number)
            i++;
        return i;
    }
    return -1;
}

bool jump_number(const struct edition *e, const char *text, struct jump *to)
{
    char *number = xstrdup(text), *slash = strchr(number, '/');
    if (slash)
        *slash++ = '\0';
    int entry = numbered(e, number, slash != NULL);
    if (entry >= 0)
        *to = (struct jump){entry, -1};
    if (entry >= 0 && slash) {
        int at = atoi(slash);
        to->field = at > 0 ? at - 1 : INT_MAX;
    }
    free(number);
    return entry >= 0;
}

/* Does the text begin with it, or one of its words? */
static bool begins(const char *text, const char *want, bool any_word)
{
    char *folded = utf8_fold(text);
    bool found = str_starts(folded, want);
    for (const char *p = strchr(folded, ' '); any_word && p && !found; p = strchr(p + 1, ' '))
        found = str_starts(p + 1, want);
    free(folded);
    return found;
}

static bool matches(const char *context, const char *caption, const char *want, bool any_word)
{
    return begins(i18n_caption(context, caption), want, any_word) ||
           begins(caption, want, any_word);
}

static bool by_short(const struct edition *e, const char *want, struct jump *to)
{
    for (int i = 0; e->entries[i].number; i++) {
        if (!matches("short", e->entries[i].section->short_caption, want, false))
            continue;
        *to = (struct jump){i, -1};
        return true;
    }
    return false;
}

static bool by_caption(const struct edition *e, const char *want, bool any_word, struct jump *to)
{
    for (int i = 0; e->entries[i].number; i++) {
        const struct section *s = e->entries[i].section;
        *to = (struct jump){i, -1};
        if (matches(s->name, s->caption, want, any_word))
            return true;
        for (int f = 0; s->fields && s->fields[f].name; f++) {
            to->field = f;
            if (matches(s->name, s->fields[f].caption, want, any_word))
                return true;
        }
    }
    return false;
}

bool jump_caption(const struct edition *e, const char *text, struct jump *to)
{
    char *want = utf8_fold(text);
    bool found =
        by_short(e, want, to) || by_caption(e, want, false, to) || by_caption(e, want, true, to);
    free(want);
    return found;
}
