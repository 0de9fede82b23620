/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/dict.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"

struct dict {
    char *name;
    const struct dict_word **words;
    size_t count, room;
};

struct dict_set {
    struct dict *list;
    size_t count, room;
};

struct dict_set *dict_set_new(void)
{
    return xcalloc(1, sizeof(struct dict_set));
}

void dict_set_free(struct dict_set *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->count; i++) {
        for (size_t k = 0; k < s->list[i].count; k++)
            free((void *)(size_t)s->list[i].words[k]); /* const for its readers only */
        free(s->list[i].words);
        free(s->list[i].name);
    }
    free(s->list);
    free(s);
}

static struct dict *find_dict(const struct dict_set *s, const char *name)
{
    if (!s)
        return NULL;
    for (size_t i = 0; i < s->count; i++)
        if (str_same(s->list[i].name, name))
            return &s->list[i];
    return NULL;
}

static size_t room_for(const char *s)
{
    return str_empty(s) ? 0 : strlen(s) + 1;
}

static const char *put(char **at, const char *s)
{
    size_t n = room_for(s);
    char *own = n ? memcpy(*at, s, n) : NULL;
    *at += n;
    return own;
}

/* A word and its texts in one block: there are hundreds of them in every session. */
static const struct dict_word *copy(const struct dict_word *w)
{
    size_t texts = room_for(w->code) + room_for(w->parent) + room_for(w->kk) + room_for(w->ru) +
                   room_for(w->en) + room_for(w->valid_from) + room_for(w->valid_to);
    struct dict_word *own = xcalloc(1, sizeof *own + texts);
    char *at = (char *)(own + 1);
    own->code = put(&at, w->code);
    own->parent = put(&at, w->parent);
    own->kk = put(&at, w->kk);
    own->ru = put(&at, w->ru);
    own->en = put(&at, w->en);
    own->valid_from = put(&at, w->valid_from);
    own->valid_to = put(&at, w->valid_to);
    return own;
}

void dict_add(struct dict_set *s, const char *dict, const struct dict_word *w)
{
    struct dict *d = find_dict(s, dict);
    if (!d) {
        if (s->count == s->room) {
            s->room = s->room * 2 + 8;
            s->list = xrealloc(s->list, s->room * sizeof *s->list);
        }
        d = &s->list[s->count++];
        *d = (struct dict){.name = xstrdup(dict)};
    }
    if (d->count == d->room) {
        d->room = d->room * 2 + 16;
        d->words = xrealloc(d->words, d->room * sizeof *d->words);
    }
    d->words[d->count++] = copy(w);
}

const struct dict_word *const *dict_words(const struct dict_set *s, const char *dict, size_t *count)
{
    const struct dict *d = find_dict(s, dict);
    *count = d ? d->count : 0;
    return d ? d->words : NULL;
}

const struct dict_word *dict_find(const struct dict_set *s, const char *dict, const char *code)
{
    size_t count;
    const struct dict_word *const *words = dict_words(s, dict, &count);
    for (size_t i = 0; i < count; i++)
        if (!str_empty(code) && str_same(words[i]->code, code))
            return words[i];
    return NULL;
}

const char *dict_word_text(const struct dict_word *w)
{
    const char *order[3] = {w->kk, w->ru, w->en};
    if (i18n_get() == LANG_RU)
        order[0] = w->ru, order[1] = w->kk;
    else if (i18n_get() == LANG_EN)
        order[0] = w->en, order[2] = w->kk;
    for (size_t i = 0; i < COUNT(order); i++)
        if (order[i])
            return order[i];
    return w->code;
}

/* The rank of one text; typed is folded already. */
static int match_text(const char *text, const char *typed)
{
    if (!text)
        return 0;
    char *folded = utf8_fold(text);
    int rank = 0;
    if (strcmp(folded, typed) == 0)
        rank = 1;
    else if (str_starts(folded, typed))
        rank = 2;
    for (const char *p = folded; !rank && (p = strchr(p, ' '));) {
        p += 1 + strspn(p + 1, "(\"");
        if (str_starts(p, typed))
            rank = 3;
    }
    free(folded);
    return rank;
}

int dict_match(const struct dict_word *w, const char *typed)
{
    char *folded = utf8_fold(typed);
    const char *texts[] = {w->code, w->kk, w->ru, w->en};
    int best = 0;
    for (size_t i = 0; i < COUNT(texts) && best != 1; i++) {
        int rank = match_text(texts[i], folded);
        if (rank && (!best || rank < best))
            best = rank;
    }
    free(folded);
    return best;
}

bool dict_choosable(const struct dict_word *w, const char *parent, const char *today)
{
    if (!str_empty(parent) && !str_same(w->parent, parent))
        return false;
    if (str_empty(today))
        return true;
    return (!w->valid_from || strcmp(w->valid_from, today) <= 0) &&
           (!w->valid_to || strcmp(today, w->valid_to) <= 0);
}

const struct dict_word *dict_answer(const struct dict_set *s, const char *dict, const char *parent,
                                    const char *today, const char *typed, size_t *fits)
{
    size_t count, exact = 0, any = 0;
    const struct dict_word *first_exact = NULL, *first = NULL;
    const struct dict_word *const *words = dict_words(s, dict, &count);
    for (size_t i = 0; i < count; i++) {
        if (!dict_choosable(words[i], parent, today))
            continue;
        int rank = dict_match(words[i], typed);
        if (rank == 1 && !exact++)
            first_exact = words[i];
        if (rank && !any++)
            first = words[i];
    }
    *fits = exact ? exact : any;
    if (*fits != 1)
        return NULL;
    return exact ? first_exact : first;
}
