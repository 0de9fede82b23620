/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a person as one types: the text, the list below it, and what becomes of the person. The
   only way to a new card. */
#include <stdlib.h>
#include <string.h>

#include "common/message.h"
#include "common/person_text.h"
#include "common/search.h"
#include "common/utf8.h"
#include "tui/dialog.h"
#include "tui/edit.h"
#include "tui/scr_search.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { TEXT_MAX = 80, PURPOSE_MIN = 10, PURPOSE_MAX = 300 };

static void open_card(struct scr_search *s, struct app *app, struct screen *card)
{
    scr_search_unsay(s, app);
    s->away = true;
    app_push(app, card);
}

static void open_hit(struct scr_search *s, struct app *app, const struct search_hit *hit)
{
    open_card(s, app, scr_card_new(app, hit->id));
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
        open_hit(s, app, only_sure(&s->hits.hits));
    else if (s->centre)
        ask_purpose(s, app, NULL);
    else
        return hit_list_first(&s->hits);
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
        hit_list_first(&s->hits);
}

static void want_new_card(struct scr_search *s, struct app *app)
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

static bool edit_typed(struct scr_search *s, struct app *app, struct key k)
{
    bool full = false;
    if (k.action == ACT_CHAR && k.ch == '?' && str_empty(s->person.text)) {
        app_act(app, ACT_HELP);
        return true;
    }
    if (!edit_key(s->edit, k, &full))
        return false;
    hit_list_leave(&s->hits);
    scr_search_text(s, app);
    return !full;
}

static bool list_typed(struct scr_search *s, struct app *app, struct key k)
{
    switch ((int)k.action) {
    case ACT_ENTER:
        open_hit(s, app, hit_list_now(&s->hits));
        return true;
    case ACT_ESC:
        hit_list_leave(&s->hits);
        return true;
    default:
        return hit_list_key(&s->hits, k) || edit_typed(s, app, k);
    }
}

static void leave(struct scr_search *s, struct app *app)
{
    scr_search_unsay(s, app);
    app_pop(app, &s->base);
}

static bool text_typed(struct scr_search *s, struct app *app, struct key k)
{
    switch ((int)k.action) {
    case ACT_ENTER:
        return scr_search_enter(s, app);
    case ACT_DOWN:
    case ACT_TAB:
    case ACT_PAGE_DOWN:
        return hit_list_first(&s->hits);
    case ACT_ESC:
        leave(s, app);
        return true;
    default:
        return edit_typed(s, app, k);
    }
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_search *s = (struct scr_search *)base;
    s->enter_wanted = false;
    switch ((int)k.action) {
    case ACT_LEAVE:
        leave(s, app);
        return true;
    case ACT_REFRESH:
        scr_search_ask(s, app);
        return true;
    case ACT_NEW:
        want_new_card(s, app);
        return true;
    default:
        return hit_list_on(&s->hits) ? list_typed(s, app, k) : text_typed(s, app, k);
    }
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    const struct scr_search *s = (struct scr_search *)base;
    if (scr_search_may_create(s, app))
        keys_add(set, ACT_NEW, _("New card"));
    if (!s->too_short)
        keys_add(set, ACT_REFRESH, NULL);
    keys_add(set, ACT_LEAVE, NULL);
}

/* Back from a card: it may be new, or have changed; the next person is typed over the last one. */
static void uncovered(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    if (!s->away)
        return;
    s->away = false;
    edit_fresh(s->edit, s->person.text);
    scr_search_ask(s, app);
}

static void reconnected(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    if (s->failed)
        scr_search_ask(s, app);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    scr_search_forget(s, app);
    hit_list_done(&s->hits);
    person_text_done(&s->person);
    edit_free(s->edit);
    free(s);
}

static const struct screen_ops ops = {
    .name = "search",
    .where = scr_search_where,
    .draw = scr_search_draw,
    .key = key,
    .cursor = scr_search_cursor,
    .focus = scr_search_focus,
    .keys = keys,
    .uncovered = uncovered,
    .reconnected = reconnected,
    .done = done,
};

struct screen *scr_search_new(struct app *app, const char *text)
{
    struct scr_search *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->edit = edit_new(1, TEXT_MAX / 2, TEXT_MAX, false);
    s->too_short = true;
    hit_list_init(&s->hits);
    edit_set(s->edit, text ? text : "");
    person_text_read(&s->person, NULL, &app->session.world);
    scr_search_text(s, app);
    return &s->base;
}

void scr_search_next(struct app *app, struct screen *leaving)
{
    struct screen *below = NULL;
    for (int i = 1; i < app->depth; i++)
        if (app->stack[i] == leaving)
            below = app->stack[i - 1];
    if (!below || below->ops != &ops) {
        app_replace(app, leaving, scr_search_new(app, NULL));
        return;
    }
    struct scr_search *s = (struct scr_search *)below;
    s->away = false;
    edit_set(s->edit, "");
    scr_search_text(s, app);
    app_pop(app, leaving);
}
