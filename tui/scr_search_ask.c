/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change of the text sends a new question and forgets the former one, so typing never waits
   and no stale answer is shown. */
#include <stdlib.h>
#include <string.h>

#include "common/iin.h"
#include "common/message.h"
#include "tui/scr_search.h"

bool scr_search_pending(const struct scr_search *s)
{
    return s->ticket || s->exists_ticket;
}

bool scr_search_may_create(const struct scr_search *s, const struct app *app)
{
    if (!app->session.may_write || !s->answered || scr_search_pending(s) || s->failed)
        return false;
    if (s->person.iin && (s->hits.hits.count > 0 || s->centre))
        return false;
    return person_text_tells(&s->person);
}

void scr_search_forget(struct scr_search *s, struct app *app)
{
    if (s->ticket)
        app_forget(app, s->ticket);
    if (s->exists_ticket)
        app_forget(app, s->exists_ticket);
    s->ticket = s->exists_ticket = 0;
    s->answered = s->enter_wanted = s->as_date = false;
    hit_list_take(&s->hits, NULL);
    str_set(&s->centre, NULL);
    str_set(&s->failed, NULL);
}

static void failure(struct scr_search *s, const struct error *err)
{
    free(s->failed);
    s->failed = error_text(err);
    s->enter_wanted = false;
}

void scr_search_say(struct scr_search *s, struct app *app, enum say kind, int number,
                    const char *text)
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

void scr_search_say_wrong(struct scr_search *s, struct app *app)
{
    char *text = wrong_iin(s);
    scr_search_say(s, app, SAY_ERROR, MESSAGE_IIN_CHECK, text);
    free(text);
}

static void exists_done(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_search *s = ctx;
    struct error err = {0};
    s->exists_ticket = 0;
    if (!search_exists_read(reply, &s->centre, &err))
        failure(s, &err);
    else if (s->centre)
        scr_search_say(s, app, SAY_NOTE, MESSAGE_ELSEWHERE,
                       _("This person has a card at another centre."));
    if (s->enter_wanted)
        scr_search_enter(s, app);
}

static void hits_done(struct app *app, void *ctx, const struct db_reply *reply);

/* 12051990 is the beginning of an IIN to the server; if nobody has it, it is a birth date. */
static bool try_date(struct scr_search *s, struct app *app)
{
    const struct person_text *p = &s->person;
    if (s->hits.hits.count || s->as_date || !p->birth_date || p->surname ||
        str_same(person_text_ask(p), p->birth_date))
        return false;
    s->as_date = true;
    s->ticket = app_send(app, &s->base, APP_QUIET, search_batch(p->birth_date), hits_done, s);
    return true;
}

static void hits_done(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_search *s = ctx;
    struct error err = {0};
    s->ticket = 0;
    struct search_hits hits;
    if (!search_read(&hits, reply, &err)) {
        s->too_short = str_same(err.sqlstate, "MS429");
        if (!s->too_short)
            failure(s, &err);
        return;
    }
    hit_list_take(&s->hits, &hits);
    if (try_date(s, app))
        return;
    s->answered = true;
    if (s->person.iin && s->hits.hits.count == 0)
        s->exists_ticket =
            app_send(app, &s->base, APP_QUIET, search_exists_batch(s->person.iin), exists_done, s);
    else if (s->enter_wanted)
        scr_search_enter(s, app);
}

void scr_search_unsay(struct scr_search *s, struct app *app)
{
    if (s->said)
        app_hush(app);
    s->said = false;
}

void scr_search_ask(struct scr_search *s, struct app *app)
{
    scr_search_forget(s, app);
    scr_search_unsay(s, app);
    s->too_short = true;
    if (s->person.iin_wrong) {
        scr_search_say_wrong(s, app);
        return;
    }
    struct db_batch *b = search_batch(person_text_ask(&s->person));
    s->too_short = !b;
    if (b)
        s->ticket = app_send(app, &s->base, APP_QUIET, b, hits_done, s);
}

void scr_search_text(struct scr_search *s, struct app *app)
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
    hit_list_clear(&s->hits);
    scr_search_ask(s, app);
}
