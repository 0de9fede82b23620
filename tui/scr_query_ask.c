/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F2 of the form: how many cards meet the conditions, and the first of them, in one round trip. The
   number is seen before a list that cannot hold all. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_query.h"

void scr_query_forget(struct scr_query *s)
{
    if (s->ticket)
        app_forget(s->app, s->ticket);
    s->ticket = 0;
    s->answered = false;
    query_answer_done(&s->answer);
}

static void show_list(struct scr_query *s)
{
    app_hush(s->app);
    s->answered = false;
    app_push(s->app, scr_found_new(s->app, s->query, &s->answer));
}

static void say_counted(struct scr_query *s)
{
    const struct query_answer *a = &s->answer;
    if (a->count == 0)
        app_say(s->app, SAY_ERROR, 0, "%s",
                _("No card meets all conditions: take one away, or make it wider."));
    else if (a->hits.more)
        app_say(s->app, SAY_NOTE, 0,
                _("The list holds the first %d. F2: show them; or add a condition."),
                a->hits.count);
    else
        show_list(s);
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_query *s = ctx;
    struct error err = {.number = 0};
    s->ticket = 0;
    if (!reply) { /* given up by Esc */
        app_say(app, SAY_INFO, 0, "%s", _("The query is given up; the conditions are still here."));
        return;
    }
    query_answer_done(&s->answer);
    s->answered = query_read(&s->answer, reply, &err);
    if (s->answered)
        say_counted(s);
    else
        app_say_error(app, &err);
}

void scr_query_find(struct scr_query *s)
{
    if (!page_take(s->form))
        return;
    if (s->answered && s->answer.count > 0) {
        show_list(s);
        return;
    }
    struct db_batch *b = query_batch(s->query);
    if (!b) {
        app_say(s->app, SAY_ERROR, 0, "%s", _("Type a condition into at least one field."));
        return;
    }
    scr_query_forget(s);
    s->ticket = app_send(s->app, &s->base, APP_MODAL | APP_CANCEL | APP_QUIET, b, answered, s);
}

char *scr_query_told(const struct scr_query *s)
{
    int n = query_criteria(s->query, 0, s->query->count - 1);
    if (n == 0)
        return xstrdup(
            _("Type conditions into any fields; F2 finds the cards, F1 explains the signs."));
    char *told = xasprintf(_("Conditions: %d"), n);
    if (!s->answered)
        return told;
    char *count =
        s->answer.more
            ? xasprintf(_("more than %d cards"), s->answer.count)
            : xasprintf(i18n_plural("%d card", "%d cards", (unsigned long)s->answer.count),
                        s->answer.count);
    char *both = xasprintf("%s | %s", told, count);
    free(told);
    free(count);
    return both;
}
