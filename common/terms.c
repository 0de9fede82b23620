/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/terms.h"

#include <string.h>

static bool begun(const struct term *t, const char *on)
{
    return !t->since || strcmp(t->since, on) <= 0;
}

bool terms_current(const struct term *t, const char *on)
{
    const struct term *next = t + 1;
    bool over = next->key && strcmp(next->key, t->key) == 0 && begun(next, on);
    return begun(t, on) && !over;
}

const char *terms_word(const char *key, const char *on)
{
    for (const struct term *t = terms; t->key; t++)
        if (strcmp(t->key, key) == 0 && terms_current(t, on))
            return t->word;
    return NULL;
}

bool terms_known(const struct wording *w, const char *on)
{
    return !w->next || strcmp(on, w->next) < 0;
}
