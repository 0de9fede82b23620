/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the search to a card: of a hit, of another centre with a stated reason, or a new one; the
   only way to a new card. */
#include <stdlib.h>
#include <string.h>

#include "common/message.h"
#include "common/utf8.h"
#include "tui/dialog.h"
#include "tui/scr_search.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { PURPOSE_MIN = 10, PURPOSE_MAX = 300 };

static void open_card(struct scr_search *s, struct app *app, struct screen *card)
{
    scr_search_unsay(s, app);
    s->away = true;
    app_push(app, card);
}

void scr_search_open(struct screen *base, struct app *app, const char *id, bool view)
{
    struct screen *card = view ? scr_card_view(app, id) : scr_card_new(app, id);
    open_card((struct scr_search *)base, app, card);
}

static void purpose_given(void *ctx, struct app *app, const char *text);

static void ask_purpose(struct scr_search *s, struct app *app, const char *initial)
{
    char *kk = xstrdup(s->centre), *tab = strchr(kk, '\t');
    if (tab)
        *tab++ = '\0';
    char *text =
        xasprintf(_("The card is kept by %s. It opens for reading; who opened it and why is "
                    "logged. Why do you open it? (at least %d characters)"),
                  words_org(kk, tab), PURPOSE_MIN);
    app_push(app, dialog_text(app, _("Open a card of another centre"), text, initial, PURPOSE_MAX,
                              true, purpose_given, s));
    free(text);
    free(kk);
}

static void purpose_given(void *ctx, struct app *app, const char *text)
{
    struct scr_search *s = ctx;
    if (!text || !s->person.iin)
        return;
    if (utf8_length(text) < PURPOSE_MIN) {
        ask_purpose(s, app, text);
        app_say(app, SAY_ERROR, MESSAGE_PURPOSE, _("State the reason in at least %d characters."),
                PURPOSE_MIN);
        s->said = true;
        return;
    }
    open_card(s, app, scr_card_open_iin(app, s->person.iin, text));
}

/* The only hit that is more than similar to the text, or NULL. */
static const struct search_hit *only_sure(const struct search_hits *hits)
{
    const struct search_hit *found = NULL;
    for (int i = 0; i < hits->count; i++) {
        if (search_group(&hits->hit[i]) == SEARCH_SIMILAR)
            continue;
        if (found)
            return NULL;
        found = &hits->hit[i];
    }
    return found;
}

bool scr_search_to_list(struct scr_search *s, struct app *app)
{
    if (!hit_list_first(&s->hits))
        return false;
    opts_people_why(&s->hits.people, app);
    return true;
}

/* Enter on the text: what can be meant without doubt, else into the list. Pressed before the answer
   is there it is kept until then. */
bool scr_search_enter(struct scr_search *s, struct app *app)
{
    s->enter_wanted = scr_search_pending(s);
    if (s->enter_wanted)
        return true;
    if (s->person.iin_wrong)
        scr_search_say_wrong(s, app);
    else if (s->failed)
        scr_search_ask(s, app);
    else if (only_sure(&s->hits.hits))
        scr_search_open(&s->base, app, only_sure(&s->hits.hits)->id, false);
    else if (s->centre)
        ask_purpose(s, app, NULL);
    else
        return scr_search_to_list(s, app);
    return true;
}

static void new_card(struct scr_search *s, struct app *app)
{
    const struct person_text *p = &s->person;
    open_card(s, app, scr_card_fresh(app, p->iin, p->surname, p->name, p->birth_date));
}

static void similar_answered(void *ctx, struct app *app, bool other)
{
    struct scr_search *s = ctx;
    if (other)
        new_card(s, app);
    else
        scr_search_to_list(s, app);
}

void scr_search_new_card(struct scr_search *s, struct app *app)
{
    if (s->hits.hits.count == 0) {
        new_card(s, app);
        return;
    }
    char *text =
        xasprintf(i18n_plural("The list shows %d person who may be the same. Look at the "
                              "birth date first: nobody may have two cards.",
                              "The list shows %d persons who may be the same. Look at their "
                              "birth dates first: nobody may have two cards.",
                              (unsigned long)s->hits.hits.count),
                  s->hits.hits.count);
    app_push(app, dialog_question(app, _("New card"), text, _("back to the list"),
                                  _("none of these: make a new card"), similar_answered, s));
    free(text);
}
