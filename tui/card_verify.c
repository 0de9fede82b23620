/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R-4, Z-15: the operator records that sections 1 to 6 were compared with a state system, and
   whether they agree. R-5: what was checked or imported gives way to another value for a reason
   only. */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/provenance.h"
#include "common/terms.h"
#include "common/utf8.h"
#include "tui/cut.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"
#include "tui/words.h"

enum { SYSTEM_MAX = 200, RESULT_MAX = 300, R5_MESSAGE = 323, LAST_NUMBER = 6 };

/* As typed last in this program: the next card is mostly checked in the same system. */
static char *last_system, *last_result;

bool card_verify_can(const struct scr_card *s)
{
    return s->card->writable && s->card->id;
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_card *s = ctx;
    struct error err = {.what = ""};
    if (!card_identity_read(s->card, reply, &err)) {
        app_say_error(app, &err);
        return;
    }
    s->body->ops->reload(s->body);
    card_rail_refresh(s);
    app_say(app, SAY_INFO, 0, "%s",
            s->card->checked_differs
                ? _("It is recorded that the data differ. Correct what is wrong, then check again.")
                : _("The check of the identity is recorded."));
}

static void record(struct scr_card *s, const char *result, bool differs)
{
    app_send(s->app, &s->base, APP_MODAL,
             card_identity_batch(s->card, last_system, result, differs), answered, s);
}

static void result_typed(void *ctx, struct app *app, const char *text)
{
    (void)app;
    if (!text)
        return;
    str_set(&last_result, text);
    record(ctx, text, false);
}

static void difference_typed(void *ctx, struct app *app, const char *text)
{
    (void)app;
    if (text)
        record(ctx, text, true);
}

static void agreement_chosen(void *ctx, struct app *app, int choice)
{
    bool differs = choice == 1;
    if (choice < 0)
        return;
    app_push(app, dialog_text(app, _("Check of the identity"),
                              differs ? _("What differs? It stands in the history.")
                                      : _("With what result?"),
                              differs ? NULL : last_result, RESULT_MAX, true,
                              differs ? difference_typed : result_typed, ctx));
}

static void system_typed(void *ctx, struct app *app, const char *text)
{
    if (!text)
        return;
    str_set(&last_system, text);
    const char *const options[] = {_("they agree"), _("something differs")};
    app_push(app, dialog_choice(app, _("Check of the identity"), _("Do the data agree?"), options,
                                2, 0, agreement_chosen, ctx));
}

/* "caption: value" of what is confirmed, a line each. The caller's. */
static char *identity_data(const struct scr_card *s)
{
    const struct card *c = s->card;
    struct buf b = {0};
    for (int i = 0; i < c->nlists && atoi(c->edition->entries[i].number) <= LAST_NUMBER; i++) {
        const struct section *section = c->edition->entries[i].section;
        int first = 0, count = section->fields ? body_fields(section) : 0;
        const struct record *r = card_single(c, i, &first);
        for (int f = first; r && f < first + count; f++) {
            char *shown = value_show(&r->section->fields[f], r->value[f], &s->app->session.world);
            if (*shown)
                buf_addf(&b, "%s: %s\n", i18n_caption(section->name, r->section->fields[f].caption),
                         shown);
            free(shown);
        }
    }
    return buf_take(&b);
}

void card_verify_ask(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    if (card_changed(s->card)) {
        app_say(s->app, SAY_NOTE, 0, "%s", _("Save first: what is checked is what is saved."));
        return;
    }
    char today[11], *data = identity_data(s);
    day_iso(s->app->session.world.today, today);
    char *question =
        xasprintf(_("Compare this with a state body's system («%s»). Which one was it?"),
                  terms_word("system", today));
    char *text = xasprintf("%s\n%s", data, question);
    app_push(s->app, dialog_text(s->app, _("Check of the identity"), text, last_system, SYSTEM_MAX,
                                 true, system_typed, s));
    free(text);
    free(question);
    free(data);
}

char *card_verify_summary(const struct card *c, int room)
{
    enum { LEAST = 6 }; /* of the system's name */
    if (!c->checked_at)
        return xstrdup("");
    char *on = words_day(c->checked_at);
    char *text = xasprintf(_("checked %.10s"), on);
    int left = room - utf8_width(text) - 2;
    if (c->checked_system && left >= LEAST) {
        char *date = text, *system = cut_text(c->checked_system, left);
        text = xasprintf("%s, %s", date, system);
        free(system);
        free(date);
    }
    free(on);
    if (left < -2) { /* the date on its own tells nothing when it is cut */
        free(text);
        text = xstrdup(_("checked"));
    }
    return text;
}

const char *card_verify_lacking(const struct card *c)
{
    return c->checked_differs ? _("DATA DIFFER") : c->checked_at ? "" : _("NOT CHECKED");
}

void card_verify_lost(struct scr_card *s, bool was_checked)
{
    if (was_checked && !s->card->checked_at)
        str_set(&s->note, _("The identity is another one now: check it again."));
}

bool card_verify_overwritten(struct scr_card *s, struct problem *p)
{
    for (int i = 0; i < s->card->nlists; i++) {
        int first = 0;
        card_single(s->card, i, &first);
        for (int k = 0; first == 0 && k < s->card->lists[i].count; k++) {
            struct record *r = s->card->lists[i].rows[k];
            for (int f = 0; f < r->count; f++) {
                if (!record_field_changed(r, f) || !provenance_verified(r, f) ||
                    (r->reason[f] && !str_same(r->reason[f], r->old_reason[f])))
                    continue;
                *p = (struct problem){
                    .record = r, .field = f, .strength = CHECK_REASON, .number = R5_MESSAGE};
                snprintf(p->text, sizeof p->text, "%s",
                         _("The value that stood here was checked, or imported."));
                return true;
            }
        }
    }
    return false;
}
