/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Z-2c: a change of name, citizenship, IIN and the like is no error but an event. It is saved as a
   recorded change: by which document, of what date, why. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"

enum { TEXT_MAX = 300 };

/* The captions of what changes so, parted by commas; NULL: nothing. The caller's. */
static char *changed(const struct scr_card *s)
{
    const struct card *c = s->card;
    struct buf b = {0};
    for (int i = 0; i < c->nlists; i++) {
        const struct section *section = c->edition->entries[i].section;
        int first = 0, count = section->fields ? body_fields(section) : 0;
        const struct record *r = card_single(c, i, &first);
        for (int f = first; r && f < first + count; f++) {
            if (record_field_changed(r, f) && card_lock_recorded(s, r, f))
                buf_addf(&b, "%s%s", b.len ? ", " : "",
                         i18n_caption(section->name, r->section->fields[f].caption));
        }
    }
    return b.len ? buf_take(&b) : NULL;
}

bool card_recorded_wanted(const struct scr_card *s)
{
    char *fields = s->card->recorded_reason ? NULL : changed(s);
    free(fields);
    return fields != NULL;
}

/* Asks about what changes, which is named above each of the three questions. */
static void ask(struct scr_card *s, const char *question, const char *typed, int max,
                dialog_text_answer *done)
{
    char *fields = changed(s);
    char *text = xasprintf("%s: %s", fields ? fields : "", question);
    app_push(s->app, dialog_text(s->app, _("Recorded change"), text, typed, max, true, done, s));
    free(text);
    free(fields);
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
        ask(s, _("why is it changed?"), NULL, TEXT_MAX, reason_typed);
    }
    free(value);
}

static void ask_date(struct scr_card *s, const char *typed)
{
    ask(s, _("of what date is that document?"), typed, 10, date_typed);
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
    ask(s, _("entered on an earlier day, changes by a document only. Which one, with its number?"),
        NULL, TEXT_MAX, document_typed);
}
