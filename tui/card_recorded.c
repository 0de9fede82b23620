/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Z-2c: a change of name, citizenship, IIN and the like is no error but an event. It is saved as a
   recorded change: by which document, of what date, why. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"

enum { TEXT_MAX = 300 };

bool card_recorded_wanted(const struct scr_card *s)
{
    const struct card *c = s->card;
    if (c->recorded_reason)
        return false;
    for (int i = 0; i < c->nlists; i++) {
        int first = 0;
        const struct record *r = card_single(c, i, &first);
        for (int f = 0; r && f < r->count; f++) {
            if (record_field_changed(r, f) && card_lock_recorded(s, r, f))
                return true;
        }
    }
    return false;
}

/* Esc at any of the three: nothing is saved, and what was answered is forgotten. */
static void forget(struct scr_card *s)
{
    str_set(&s->card->recorded_doc, NULL);
    str_set(&s->card->recorded_doc_on, NULL);
    str_set(&s->card->recorded_reason, NULL);
    s->going.goal = GOAL_NONE;
}

static void reason_typed(void *ctx, struct app *app, const char *text)
{
    struct scr_card *s = ctx;
    (void)app;
    if (!text) {
        forget(s);
        return;
    }
    str_set(&s->card->recorded_reason, text);
    card_save_flow_send(s);
}

static void ask_date(struct scr_card *s, const char *typed);

static void date_typed(void *ctx, struct app *app, const char *text)
{
    static const struct field date = {.type = FIELD_DATE, .flags = FIELD_PAST | FIELD_REQUIRED};
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    char *value = NULL;
    if (!text) {
        forget(s);
    } else if (!value_read(&date, text, &app->session.world, &value, NULL, &err)) {
        app_say_error(app, &err);
        ask_date(s, text);
    } else {
        str_set(&s->card->recorded_doc_on, value);
        app_push(app, dialog_text(app, _("Recorded change"), _("Why is it changed?"), NULL,
                                  TEXT_MAX, true, reason_typed, s));
    }
    free(value);
}

static void ask_date(struct scr_card *s, const char *typed)
{
    app_push(s->app, dialog_text(s->app, _("Recorded change"), _("The date of that document?"),
                                 typed, 10, true, date_typed, s));
}

static void document_typed(void *ctx, struct app *app, const char *text)
{
    struct scr_card *s = ctx;
    (void)app;
    if (!text) {
        forget(s);
        return;
    }
    str_set(&s->card->recorded_doc, text);
    ask_date(s, NULL);
}

void card_recorded_ask(struct scr_card *s)
{
    app_push(s->app, dialog_text(s->app, _("Recorded change"),
                                 _("What you changed was entered on an earlier day. It changes by "
                                   "a document only; which one, with its number?"),
                                 NULL, TEXT_MAX, true, document_typed, s));
}
