/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a person as one types. Every change of the text sends a new question and forgets the
   former one, so typing never waits and no stale answer is shown. The only way to a new card.
 */
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

static bool pending(const struct scr_search *s)
{
    return s->ticket || s->exists_ticket;
}

bool scr_search_may_create(const struct scr_search *s, const struct app *app)
{
    if (!app->session.may_write || !s->answered || pending(s) || s->failed)
        return false;
    if (s->person.iin && (s->hits.count > 0 || s->centre))
        return false;
    return person_text_tells(&s->person);
}

/* Nothing is known of the text any more. */
static void forget(struct scr_search *s, struct app *app)
{
    if (s->ticket)
        app_forget(app, s->ticket);
    if (s->exists_ticket)
        app_forget(app, s->exists_ticket);
    s->ticket = s->exists_ticket = 0;
    s->answered = s->enter_wanted = s->as_date = false;
    search_done(&s->hits);
    str_set(&s->centre, NULL);
    str_set(&s->failed, NULL);
    s->list.count = 0;
    s->list.current = -1;
}

static void failure(struct scr_search *s, const struct error *err)
{
    free(s->failed);
    s->failed = error_text(err);
    s->enter_wanted = false;
}

static void say(struct scr_search *s, struct app *app, enum say kind, int number, const char *text)
{
    app_say(app, kind, number, "%s", text);
    s->said = true;
}

/* "yes: 12 and 21": the two digits are named by their place and the number is shown as it would be.
 */
static char *wrong_iin(const struct scr_search *s)
{
    int at = iin_swap(s->person.iin);
    if (at < 0)
        return xstrdup(_("The last digit of this IIN does not fit the others: a digit is wrong."));
    char other[13];
    memcpy(other, s->person.iin, sizeof other);
    other[at] = s->person.iin[at + 1];
    other[at + 1] = s->person.iin[at];
    return xasprintf(_("This IIN is not right. Are digits %d and %d swapped: %s?"), at + 1, at + 2,
                     other);
}

static void say_wrong_iin(struct scr_search *s, struct app *app)
{
    char *text = wrong_iin(s);
    say(s, app, SAY_ERROR, MESSAGE_IIN_CHECK, text);
    free(text);
}

static bool enter_text(struct scr_search *s, struct app *app);

static void exists_done(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_search *s = ctx;
    struct error err = {0};
    s->exists_ticket = 0;
    if (!search_exists_read(reply, &s->centre, &err))
        failure(s, &err);
    else if (s->centre)
        say(s, app, SAY_NOTE, MESSAGE_ELSEWHERE, _("This person has a card at another centre."));
    if (s->enter_wanted)
        enter_text(s, app);
}

static void hits_done(struct app *app, void *ctx, const struct db_reply *reply);

/* 12051990 is the beginning of an IIN to the server; if nobody has it, it is a birth date. */
static bool try_date(struct scr_search *s, struct app *app)
{
    const struct person_text *p = &s->person;
    if (s->hits.count || s->as_date || !p->birth_date || p->surname ||
        str_same(person_text_ask(p), p->birth_date))
        return false;
    search_done(&s->hits);
    s->as_date = true;
    s->ticket = app_send(app, &s->base, APP_QUIET, search_batch(p->birth_date), hits_done, s);
    return true;
}

static void hits_done(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_search *s = ctx;
    struct error err = {0};
    s->ticket = 0;
    if (!search_read(&s->hits, reply, &err)) {
        s->too_short = str_same(err.sqlstate, "MS429");
        if (!s->too_short)
            failure(s, &err);
        return;
    }
    if (try_date(s, app))
        return;
    s->answered = true;
    s->list.count = s->hits.count;
    if (s->person.iin && s->hits.count == 0)
        s->exists_ticket =
            app_send(app, &s->base, APP_QUIET, search_exists_batch(s->person.iin), exists_done, s);
    else if (s->enter_wanted)
        enter_text(s, app);
}

/* What line 23 says of the text goes with it. */
static void unsay(struct scr_search *s, struct app *app)
{
    if (s->said)
        app_hush(app);
    s->said = false;
}

static void ask(struct scr_search *s, struct app *app)
{
    forget(s, app);
    unsay(s, app);
    s->too_short = true;
    if (s->person.iin_wrong) {
        say_wrong_iin(s, app);
        return;
    }
    struct db_batch *b = search_batch(person_text_ask(&s->person));
    s->too_short = !b;
    if (b)
        s->ticket = app_send(app, &s->base, APP_QUIET, b, hits_done, s);
}

static void text_changed(struct scr_search *s, struct app *app)
{
    struct person_text now;
    person_text_read(&now, edit_text(s->edit), &app->session.world);
    bool same = str_same(now.text, s->person.text);
    if (same) {
        person_text_done(&now);
        return;
    }
    person_text_done(&s->person);
    s->person = now;
    ask(s, app);
}

static void open_card(struct scr_search *s, struct app *app, struct screen *card)
{
    unsay(s, app);
    s->away = true;
    app_push(app, card);
}

static void open_hit(struct scr_search *s, struct app *app, int i)
{
    open_card(s, app, scr_card_new(app, s->hits.hit[i].id));
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

/* The only hit that is not just similar to the text, or -1. */
static int only_sure(const struct search_hits *hits)
{
    int found = -1;
    for (int i = 0; i < hits->count; i++) {
        if (!search_sure(&hits->hit[i]))
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

/* Enter on the text: what can be meant without doubt, else into the list. Pressed before the answer
   is there it is kept until then. */
static bool enter_text(struct scr_search *s, struct app *app)
{
    s->enter_wanted = pending(s);
    if (s->enter_wanted)
        return true;
    if (s->person.iin_wrong)
        say_wrong_iin(s, app);
    else if (s->failed)
        ask(s, app);
    else if (only_sure(&s->hits) >= 0)
        open_hit(s, app, only_sure(&s->hits));
    else if (s->centre)
        ask_purpose(s, app, NULL);
    else
        return list_first(&s->list);
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
        list_first(&s->list);
}

static void want_new_card(struct scr_search *s, struct app *app)
{
    if (s->hits.count == 0) {
        new_card(s, app);
        return;
    }
    char *text =
        xasprintf(i18n_plural("The list shows %d person who may be the same. Look at the "
                              "birth date first: nobody may have two cards.",
                              "The list shows %d persons who may be the same. Look at their "
                              "birth dates first: nobody may have two cards.",
                              (unsigned long)s->hits.count),
                  s->hits.count);
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
    s->list.current = -1;
    text_changed(s, app);
    return !full;
}

static bool list_typed(struct scr_search *s, struct app *app, struct key k)
{
    switch ((int)k.action) {
    case ACT_ENTER:
        open_hit(s, app, s->list.current);
        return true;
    case ACT_UP:
    case ACT_BACKTAB:
        if (!list_key(&s->list, k))
            s->list.current = -1;
        return true;
    case ACT_ESC:
        s->list.current = -1;
        return true;
    default:
        return list_key(&s->list, k) || edit_typed(s, app, k);
    }
}

static void leave(struct scr_search *s, struct app *app)
{
    unsay(s, app);
    app_pop(app, &s->base);
}

static bool text_typed(struct scr_search *s, struct app *app, struct key k)
{
    switch ((int)k.action) {
    case ACT_ENTER:
        return enter_text(s, app);
    case ACT_DOWN:
    case ACT_TAB:
    case ACT_PAGE_DOWN:
        return list_first(&s->list);
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
        ask(s, app);
        return true;
    case ACT_NEW:
        want_new_card(s, app);
        return true;
    default:
        return s->list.current >= 0 ? list_typed(s, app, k) : text_typed(s, app, k);
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
    ask(s, app);
}

static void reconnected(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    if (s->failed)
        ask(s, app);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_search *s = (struct scr_search *)base;
    forget(s, app);
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
    s->list.current = -1;
    edit_set(s->edit, text ? text : "");
    person_text_read(&s->person, NULL, &app->session.world);
    text_changed(s, app);
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
    text_changed(s, app);
    app_pop(app, leaving);
}
