/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/keys.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "common/i18n.h"
#include "common/utf8.h"

/* K-10: one row a key. Characters of the key in the Latin, the Russian and the Kazakh layout,
 * unshifted; a space stands for none. */
static const char *const layouts[] = {
    "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.",
    "(\"әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№",
};

/* The keys that bear c, as a set of bits. */
static uint64_t keys_bearing(uint32_t c)
{
    uint64_t set = 0;
    c = utf8_lower(c);
    for (size_t i = 0; i < COUNT(layouts); i++) {
        const char *s = layouts[i];
        uint32_t here;
        size_t n;
        for (unsigned key = 0; (n = utf8_next(s, &here)) > 0; key++, s += n)
            if (here == c)
                set |= UINT64_C(1) << key;
    }
    return set;
}

bool keys_same_key(uint32_t a, uint32_t b)
{
    return utf8_lower(a) == utf8_lower(b) || (keys_bearing(a) & keys_bearing(b)) != 0;
}

/* The place of c's key in the layout; -1: it has none. */
static int key_of(uint32_t c, const char *layout)
{
    uint32_t here;
    int key = 0;
    c = utf8_lower(c);
    for (size_t n; (n = utf8_next(layout, &here)) > 0; key++, layout += n)
        if (here == c)
            return key;
    return -1;
}

static uint32_t on_key(int key, const char *layout)
{
    uint32_t c = 0;
    for (size_t n; (n = utf8_next(layout, &c)) > 0 && key > 0; key--)
        layout += n;
    return c;
}

char *keys_typed_on(const char *text, int from, int to)
{
    struct buf b = {0};
    uint32_t c;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n) {
        char out[5];
        int key = key_of(c, layouts[from]);
        buf_addn(&b, out, utf8_put(out, key < 0 ? c : on_key(key, layouts[to])));
    }
    return buf_take(&b);
}

static int match_word(const char *word, const char *typed)
{
    uint32_t a, b;
    size_t n, m;
    while ((m = utf8_next(typed, &b)) > 0) {
        n = utf8_next(word, &a);
        if (n == 0 || !keys_same_key(a, b))
            return 0;
        word += n;
        typed += m;
    }
    return *word ? 1 : 2;
}

/* What is typed in "quotes", too, as a prompt shows it. The caller's. */
static char *bare(const char *typed)
{
    static const char around[] = " \t\"'";
    typed += strspn(typed, around);
    char *text = xstrdup(typed);
    size_t n = strlen(text);
    while (n > 0 && strchr(around, text[n - 1]))
        text[--n] = '\0';
    return text;
}

bool keys_is_word(const char *word, const char *typed)
{
    char *text = bare(typed), *a = utf8_fold(word), *b = utf8_fold(text);
    bool same = strcmp(a, b) == 0 || match_word(word, typed) == 2 || match_word(word, text) == 2;
    free(text);
    free(a);
    free(b);
    return same;
}

static int match_latin(const char *word, const char *typed)
{
    char *a = keys_latin(word), *b = keys_latin(typed);
    int m = !*b || !str_starts(a, b) ? 0 : strlen(a) == strlen(b) ? 2 : 1;
    free(a);
    free(b);
    return m;
}

int keys_match(const struct key_row *row, const char *typed)
{
    const char *const words[] = {row->word_kk, row->word_ru, row->word_en, row->keys};
    int best = 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        int m = words[i] && *typed ? match_word(words[i], typed) : 0;
        if (m < 2 && words[i] && *typed && words[i] != row->keys &&
            match_latin(words[i], typed) > m)
            m = match_latin(words[i], typed);
        if (m > best)
            best = m;
    }
    return best;
}

const struct key_row *keys_row(enum action a)
{
    for (const struct key_row *r = keys_rows(); r->action; r++)
        if (r->action == a)
            return r;
    return NULL;
}

const char *keys_shown(const struct key_row *row)
{
    static const enum action arrows[] = {ACT_DOWN, ACT_UP, ACT_LEFT, ACT_RIGHT};
    for (size_t i = 0; i < COUNT(arrows); i++)
        if (row->action == arrows[i])
            return _(row->keys);
    return row->keys ? row->keys : "";
}

static enum action find_number(int code, bool ctrl)
{
    for (const struct key_row *r = keys_rows(); r->action && code; r++)
        for (const int *p = ctrl ? r->ctrl : r->codes; *p; p++)
            if (*p == code)
                return r->action;
    return ACT_NONE;
}

enum action keys_from_code(int code)
{
    return find_number(code, false);
}

enum action keys_from_ctrl(int ch)
{
    return find_number(ch, true);
}

enum action keys_from_id(const char *id)
{
    for (const struct key_row *r = keys_rows(); r->action; r++)
        if (strcasecmp(r->id, id) == 0 || (r->fallback && strcasecmp(r->fallback, id) == 0))
            return r->action;
    if (strcasecmp(id, "F12") == 0)
        return ACT_ESC;
    return ACT_NONE;
}

char *keys_markdown(void)
{
    struct buf b = {0};
    buf_add(&b, "| key | fallback | word (kk) | action |\n|---|---|---|---|\n");
    for (const struct key_row *r = key_table; r->action; r++)
        buf_addf(&b, "| %s | %s | %s | %s |\n", r->keys ? r->keys : "F10 + word",
                 r->fallback ? r->fallback : "", r->word_kk ? r->word_kk : "", r->what);
    return buf_take(&b);
}

void keys_add(struct key_set *set, enum action a, const char *label)
{
    for (int i = 0; i < set->count; i++)
        if (set->hint[i].action == a) {
            set->hint[i].label = label;
            return;
        }
    if (set->count < (int)COUNT(set->hint))
        set->hint[set->count++] = (struct key_hint){a, label};
}

bool keys_has(const struct key_set *set, enum action a)
{
    for (int i = 0; i < set->count; i++)
        if (set->hint[i].action == a)
            return true;
    return false;
}
