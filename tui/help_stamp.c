/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the value in a field comes from, for F1. */
#include "tui/help_stamp.h"

#include <stdlib.h>

#include "common/card.h"
#include "common/history.h"
#include "common/i18n.h"
#include "common/util.h"
#include "tui/words.h"

enum { INDENT = 2 };

void help_stamp_put(const struct help_stamp *h, struct sheet *t)
{
    static const char *const kinds[] = {
        [PROVENANCE_TYPED] = N_("typed"),
        [PROVENANCE_DERIVED] = N_("told by the IIN"),
        [PROVENANCE_CLOSED] = N_("entered by the removal from the register"),
        [PROVENANCE_IMPORTED] = N_("imported"),
        [PROVENANCE_RECORDED] = N_("changed by a document"),
        [PROVENANCE_CHECKED] = N_("entered, and checked since"),
    };
    const struct provenance_stamp *p = &h->value;
    if (p->kind == PROVENANCE_NONE)
        return;
    char *at = words_day(p->at), *checked = words_day(p->checked_at);
    const char *org = words_org(h->org_kk, h->org_ru);
    sheet_heading(t, _("Where the value comes from"));
    char *text = xasprintf("%c %s: %s, %s%s%s", provenance_mark(p->kind), _(kinds[p->kind]), at,
                           h->person ? h->person
                           : p->by   ? p->by
                                     : "",
                           *org ? ", " : "", org);
    sheet_paragraph(t, INDENT, STYLE_NORMAL, text);
    free(text);
    if (*checked) {
        text = xasprintf(_("Checked on %s in: %s. Another value in its place needs a reason."),
                         checked, p->system ? p->system : "");
        sheet_paragraph(t, INDENT, STYLE_NORMAL, text);
        free(text);
    }
    free(at);
    free(checked);
}

/* The centre's name is known of one's own and of the one that keeps the card. */
static void stamp_read(struct help_stamp *h, const struct session *session,
                       const struct help_topic *t)
{
    provenance_read(t->record, record_field(t->record, t->field->name), &h->value);
    if (!h->value.centre)
        return;
    bool keeper = t->card && str_same(h->value.centre, t->card->centre_id);
    if (!keeper && !str_same(h->value.centre, session->org_id))
        return;
    h->org_kk = xstrdup(keeper ? t->card->centre_kk : session->org_kk);
    h->org_ru = xstrdup(keeper ? t->card->centre_ru : session->org_ru);
}

static void named(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct help_stamp *h = ctx;
    (void)app;
    if (reply && reply->ok && db_rows(reply->results[0]))
        str_set(&h->person, db_get(reply->results[0], 0, 0));
}

void help_stamp_read(struct help_stamp *h, struct app *app, struct screen *owner,
                     const struct help_topic *t)
{
    stamp_read(h, &app->session, t);
    if (h->value.by && t->card && t->card->id && app->online)
        app_send(app, owner, APP_QUIET,
                 history_person_batch(t->card->id, t->record->section->table, t->record->id,
                                      t->field->name, h->value.by),
                 named, h);
}

void help_stamp_done(struct help_stamp *h)
{
    provenance_done(&h->value);
    free(h->person);
    free(h->org_kk);
    free(h->org_ru);
    *h = (struct help_stamp){0};
}
