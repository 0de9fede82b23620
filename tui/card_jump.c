/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+G on a card (K-19). */
#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/jump.h"
#include "tui/scr_card.h"

static bool here(void *ctx, const char *text)
{
    struct scr_card *s = ctx;
    return s->body->ops->caption(s->body, text);
}

/* A field of a list belongs to a row, and its caption says of none. */
static void go(struct scr_card *s, const struct jump *to)
{
    const struct entry *e = &s->card->edition->entries[to->entry];
    struct body_place place = {.entry = to->entry, .field = to->field};
    int fields = body_fields(e->section);
    if (to->caption && e->section->kind != SECTION_SINGLE)
        place.field = -1;
    if (place.field >= fields)
        app_say(s->app, SAY_ERROR, 0, _("Section %s has only the fields 1 to %d."), e->number,
                fields);
    else
        card_pages_go(s, (struct card_going){GOAL_PLACE, place});
}

bool card_jump_to(struct scr_card *s, const char *text)
{
    struct jump to;
    enum jump_end end = jump_find(s->card->edition, text, here, s, &to);
    if (end == JUMP_THERE)
        go(s, &to);
    return end != JUMP_NOWHERE;
}

static void typed(void *ctx, struct app *app, const char *text)
{
    if (text && !card_jump_to(ctx, text))
        app_say(app, SAY_ERROR, 0,
                _("Nothing begins with \"%s\": type 16.2, 14/2 or the start of a caption."), text);
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
