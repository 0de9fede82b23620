/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/jump.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/keys.h"

/* What is looked for, and where it was found. */
struct search {
    const struct edition *e;
    bool (*here)(void *ctx, const char *text);
    void *ctx;
    struct jump *to;
    bool was_here;
};

/* --- numbers --------------------------------------------------------------------------------- */

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

static bool by_number(struct search *s, const char *text)
{
    char *number = xstrdup(text), *slash = strchr(number, '/');
    if (slash)
        *slash++ = '\0';
    int entry = numbered(s->e, number, slash != NULL), at = slash ? atoi(slash) : 0;
    free(number);
    if (entry < 0)
        return false;
    *s->to = (struct jump){entry, !slash ? -1 : at > 0 ? at - 1 : INT_MAX, false};
    return true;
}

/* "16.9" is a section that is not there, though the Russian layout has its point where others have
 * the slash; "14.2" is a field, as 14 has no parts. */
static bool by_number_again(struct search *s, const char *text)
{
    size_t n = strcspn(text, "/");
    char *number = xasprintf("%.*s", (int)n, text);
    int entry = numbered(s->e, number, false);
    free(number);
    if (entry < 0)
        return false;
    bool heading = s->e->entries[entry].section->kind == SECTION_HEADING;
    return !(text[n] && heading) && by_number(s, text);
}

/* --- captions -------------------------------------------------------------------------------- */

/* Is that how the caption begins, as shown or as the form has it? any_word: or one of its words. */
typedef bool begins(const char *context, const char *caption, const char *want, bool any_word);

static bool begins_with(const char *text, const char *want, bool any_word)
{
    char *folded = utf8_fold(text);
    bool found = str_starts(folded, want);
    for (const char *p = strchr(folded, ' '); any_word && p && !found; p = strchr(p + 1, ' '))
        found = str_starts(p + 1, want);
    free(folded);
    return found;
}

static bool begins_folded(const char *context, const char *caption, const char *want, bool any_word)
{
    return begins_with(i18n_caption(context, caption), want, any_word) ||
           begins_with(caption, want, any_word);
}

static bool begins_latin(const char *context, const char *caption, const char *want, bool any_word)
{
    (void)any_word;
    char *shown = keys_latin(i18n_caption(context, caption)), *own = keys_latin(caption);
    bool found = str_starts(shown, want) || str_starts(own, want);
    free(shown);
    free(own);
    return found;
}

/* As the rail calls it. */
static bool by_short(struct search *s, const char *want, begins *fits)
{
    for (int i = 0; s->e->entries[i].number; i++) {
        if (!fits("short", s->e->entries[i].section->short_caption, want, false))
            continue;
        *s->to = (struct jump){i, -1, true};
        return true;
    }
    return false;
}

static bool by_long(struct search *s, const char *want, begins *fits, bool any_word)
{
    for (int i = 0; s->e->entries[i].number; i++) {
        const struct section *section = s->e->entries[i].section;
        *s->to = (struct jump){i, -1, true};
        if (fits(section->name, section->caption, want, any_word))
            return true;
        for (int f = 0; section->fields && section->fields[f].name; f++) {
            s->to->field = f;
            if (fits(section->name, section->fields[f].caption, want, any_word))
                return true;
        }
    }
    return false;
}

static bool by_caption(struct search *s, const char *text)
{
    s->was_here = s->here(s->ctx, text);
    if (s->was_here)
        return true;
    char *want = utf8_fold(text);
    bool found = by_short(s, want, begins_folded) || by_long(s, want, begins_folded, false) ||
                 by_long(s, want, begins_folded, true);
    free(want);
    return found;
}

/* As people spell it who have no other letters at hand. */
static bool by_latin(struct search *s, const char *text)
{
    char *want = keys_latin(text);
    bool found =
        *want && (by_short(s, want, begins_latin) || by_long(s, want, begins_latin, false));
    free(want);
    return found;
}

/* --- layouts --------------------------------------------------------------------------------- */

/* K-10: as the same keys give it in another layout. */
static bool in_other_layouts(struct search *s, const char *text,
                             bool (*find)(struct search *s, const char *text))
{
    bool found = false;
    for (int from = 0; from < KEYS_LAYOUTS && !found; from++)
        for (int to = 0; to < KEYS_LAYOUTS && !found; to++) {
            char *other = from != to ? keys_typed_on(text, from, to) : NULL;
            found = other && strcmp(other, text) != 0 && find(s, other);
            free(other);
        }
    return found;
}

static bool has_letter(const char *text)
{
    uint32_t c;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n)
        if (utf8_is_letter(c))
            return true;
    return false;
}

enum jump_end jump_find(const struct edition *e, const char *text,
                        bool (*here)(void *ctx, const char *text), void *ctx, struct jump *to)
{
    struct search s = {.e = e, .here = here, .ctx = ctx, .to = to};
    bool found =
        by_number(&s, text) || in_other_layouts(&s, text, by_number_again) ||
        by_caption(&s, text) ||
        (has_letter(text) && (in_other_layouts(&s, text, by_caption) || by_latin(&s, text)));
    return !found ? JUMP_NOWHERE : s.was_here ? JUMP_HERE : JUMP_THERE;
}
