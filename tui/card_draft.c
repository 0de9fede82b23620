/* SPDX-License-Identifier: GPL-3.0-or-later */
/* K-16: every left field goes to the draft. One that cannot be written is said at once, and line 1
   keeps saying it. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

void card_draft_write(struct scr_card *s)
{
    const struct session *session = &s->app->session;
    struct error err = {.what = ""};
    if (!card_changed(s->card) && !s->card->op) {
        card_draft_drop(s);
        return;
    }
    if (!s->draft)
        s->draft = draft_new(session->login, session->draft_key, &err);
    bool failed = !s->draft || !draft_write(s->draft, s->card, &err);
    if (failed && !s->draft_failed)
        app_say_error(s->app, &err);
    if (failed != s->draft_failed)
        app_changed(s->app);
    s->draft_failed = failed;
}

/* A text that is no value yet (half a date) stays out. The record is as before afterwards. */
void card_draft_typing(struct scr_card *s)
{
    struct body_place p;
    char *value = NULL, notice[160];
    struct error err = {.what = ""};
    if (!s->body->ops->dirty(s->body) || !s->typing) {
        if (s->draft) /* what stood in the field may have been in it */
            card_draft_write(s);
        return;
    }
    s->body->ops->place(s->body, &p);
    if (!p.record || p.field < 0)
        return;
    const struct field *f = &p.record->section->fields[p.field];
    if (!value_read(f, s->typing, &s->app->session.world, &value, notice, &err))
        return;
    char *was = p.record->value[p.field];
    p.record->value[p.field] = value;
    card_draft_write(s);
    p.record->value[p.field] = was;
    free(value);
}

void card_draft_drop(struct scr_card *s)
{
    if (s->draft)
        draft_drop(s->draft);
    s->draft = NULL;
    s->draft_failed = false;
}

void card_draft_keep(struct scr_card *s)
{
    if (s->draft)
        draft_keep(s->draft);
    s->draft = NULL;
}

struct draft_info *card_draft_copy(const struct draft_info *info)
{
    struct draft_info *copy = xcalloc(1, sizeof *copy);
    copy->path = xstrdup(info->path);
    copy->login = xstrdup(info->login);
    copy->card_id = xstrdup(info->card_id);
    copy->iin = xstrdup(info->iin);
    copy->title = xstrdup(info->title);
    copy->written_at = xstrdup(info->written_at);
    copy->op = xstrdup(info->op);
    return copy;
}

void card_draft_free(struct draft_info *info)
{
    if (info)
        draft_list_free(info, 1);
}
