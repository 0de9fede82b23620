/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+G on a card (K-19). */
#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/jump.h"
#include "tui/scr_card.h"

static void go(struct scr_card *s, int entry, int field)
{
    struct body_place place = {.entry = entry, .field = field};
    card_pages_go(s, (struct card_going){GOAL_PLACE, place});
}

static void go_number(struct scr_card *s, const struct jump *to)
{
    const struct entry *e = &s->card->edition->entries[to->entry];
    if (to->field >= body_fields(e->section))
        app_say(s->app, SAY_ERROR, 0, _("Section %s has no such field."), e->number);
    else
        go(s, to->entry, to->field);
}

/* A field of a list belongs to a row, and the caption says of none. */
static void go_caption(struct scr_card *s, const struct jump *to)
{
    bool single = s->card->edition->entries[to->entry].section->kind == SECTION_SINGLE;
    go(s, to->entry, single ? to->field : -1);
}

bool card_jump_to(struct scr_card *s, const char *text)
{
    struct jump to;
    if (jump_number(s->card->edition, text, &to)) {
        go_number(s, &to);
        return true;
    }
    if (s->body->ops->caption(s->body, text))
        return true;
    bool found = jump_caption(s->card->edition, text, &to);
    if (found)
        go_caption(s, &to);
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
