/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/phrases.h"

#include <stdlib.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/util.h"
#include "tui/picker.h"

#define PHRASES "phrase"

struct phrases {
    const struct dict_word **words; /* those in force */
    int count;
    phrases_chosen *chosen;
    void *ctx;
};

bool phrases_are_there(const struct app *app)
{
    size_t n;
    dict_words(app->session.dicts, PHRASES, &n);
    return n > 0;
}

static int count(void *ctx)
{
    return ((struct phrases *)ctx)->count;
}

static char *text(void *ctx, int item)
{
    return xstrdup(dict_word_text(((struct phrases *)ctx)->words[item]));
}

static int match(void *ctx, int item, const char *typed)
{
    return dict_match(((struct phrases *)ctx)->words[item], typed);
}

static void chosen(void *ctx, struct app *app, int item, const char *typed)
{
    struct phrases *p = ctx;
    (void)typed;
    p->chosen(p->ctx, app, item >= 0 ? dict_word_text(p->words[item]) : NULL);
}

static void done(void *ctx)
{
    struct phrases *p = ctx;
    free(p->words);
    free(p);
}

static const struct picker_source source = {
    .count = count,
    .text = text,
    .match = match,
    .chosen = chosen,
    .done = done,
};

struct screen *phrases_new(struct app *app, phrases_chosen *answer, void *ctx)
{
    struct phrases *p = xcalloc(1, sizeof *p);
    char today[11];
    size_t n;
    day_iso(app->session.world.today, today);
    const struct dict_word *const *all = dict_words(app->session.dicts, PHRASES, &n);
    p->words = xcalloc(n + 1, sizeof(const struct dict_word *));
    for (size_t i = 0; i < n; i++)
        if (dict_choosable(all[i], NULL, today))
            p->words[p->count++] = all[i];
    p->chosen = answer;
    p->ctx = ctx;
    return picker_new(app, _("Phrases for remarks"), &source, p, NULL, -1);
}
