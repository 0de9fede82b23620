/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+G (K-19): "16.2", "14/2", "16.2/3", or the beginning of a caption. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"

static void go(struct scr_card *s, int entry, int field)
{
    struct body_place place = {.entry = entry, .field = field};
    card_pages_go(s, (struct card_going){GOAL_PLACE, place});
}

/* The entry of that number; under a heading, the first that has fields. -1: none. */
static int numbered(const struct card *c, const char *number, bool with_fields)
{
    for (int i = 0; i < c->nlists; i++) {
        if (strcmp(c->edition->entries[i].number, number) != 0)
            continue;
        while (with_fields && i + 1 < c->nlists &&
               c->edition->entries[i].section->kind == SECTION_HEADING)
            i++;
        return i;
    }
    return -1;
}

/* Is it a number of the form, with or without a field's position? */
static bool by_number(struct scr_card *s, const char *text)
{
    char *number = xstrdup(text), *slash = strchr(number, '/');
    if (slash)
        *slash++ = '\0';
    int entry = numbered(s->card, number, slash != NULL);
    int field = slash ? atoi(slash) - 1 : -1;
    free(number);
    if (entry < 0)
        return false;
    if (slash && (field < 0 || field >= body_fields(s->card->edition->entries[entry].section)))
        app_say(s->app, SAY_ERROR, 0, _("Section %s has no such field."),
                s->card->edition->entries[entry].number);
    else
        go(s, entry, field);
    return true;
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

/* The caption as shown, or as the form has it. */
static bool matches(const char *context, const char *caption, const char *want, bool any_word)
{
    return begins(i18n_caption(context, caption), want, any_word) ||
           begins(caption, want, any_word);
}

/* As the rail calls it. */
static bool by_short_caption(struct scr_card *s, const char *want)
{
    for (int i = 0; i < s->card->nlists; i++) {
        if (!matches("short", s->card->edition->entries[i].section->short_caption, want, false))
            continue;
        go(s, i, -1);
        return true;
    }
    return false;
}

static bool by_caption(struct scr_card *s, const char *want, bool any_word)
{
    for (int i = 0; i < s->card->nlists; i++) {
        const struct section *section = s->card->edition->entries[i].section;
        if (matches(section->name, section->caption, want, any_word)) {
            go(s, i, -1);
            return true;
        }
        for (int f = 0; f < body_fields(section); f++) {
            if (!matches(section->name, section->fields[f].caption, want, any_word))
                continue;
            go(s, i, section->kind == SECTION_SINGLE ? f : -1);
            return true;
        }
    }
    return false;
}

bool card_jump_to(struct scr_card *s, const char *text)
{
    if (by_number(s, text))
        return true;
    char *want = utf8_fold(text);
    bool found = s->body->ops->caption(s->body, text) || by_short_caption(s, want) ||
                 by_caption(s, want, false) || by_caption(s, want, true);
    free(want);
    return found;
}

static void typed(void *ctx, struct app *app, const char *text)
{
    if (text && !card_jump_to(ctx, text))
        app_say(app, SAY_ERROR, 0, _("No section and no field begins with \"%s\"."), text);
}

void card_jump_ask(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    app_push(s->app,
             dialog_text(s->app, _("Go to"),
                         _("The number of a section (16.2), of a field in it (14/2), or the "
                           "beginning of a caption:"),
                         NULL, 60, true, typed, s));
}
