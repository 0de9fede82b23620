/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes beside the rows of home: к came, ж did not come, +14 next visit in so many days, 2 and 5
   open the card. Enter carries out the visits first, then opens. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/scr_home.h"

#define OF_VISITS "25кж+"
#define OF_CARDS "25"

char *scr_home_row(const struct home_line *l)
{
    return xasprintf("%d %s %s", l->block == BLOCK_RECENT, l->row->id, l->row->at);
}

void scr_home_why(struct scr_home *h, struct app *app)
{
    const struct home_line *l = scr_home_line(h);
    if (!l)
        return;
    char *name = scr_home_row(l);
    const char *why = opts_why(h->opts, name);
    if (why)
        app_say(app, SAY_INFO, 0, "%s", why);
    free(name);
}

static const char *letters_of(const struct home_line *l, const struct app *app)
{
    return l->block == BLOCK_RECENT || !app->session.may_write ? OF_CARDS : OF_VISITS;
}

bool scr_home_opt_key(struct scr_home *h, struct app *app, struct key k)
{
    const struct home_line *l = scr_home_line(h);
    if (!l)
        return false;
    char *name = scr_home_row(l);
    enum opts_result result = opts_key(h->opts, letters_of(l, app), name, k);
    free(name);
    if (result == OPTS_NEXT)
        list_key(&h->list, (struct key){ACT_DOWN, 0});
    if (result != OPTS_PASS)
        app_say(app, SAY_INFO, 0, _("Rows with a code: %d. Enter carries them out."),
                opts_count(h->opts));
    return result != OPTS_PASS;
}

/* Who comes new types a name here, as if it were the search. */
void scr_home_no_code(struct scr_home *h, struct app *app)
{
    const struct home_line *l = scr_home_line(h);
    const char *text = _("F7 finds a person.");
    if (l && strchr(letters_of(l, app), '+'))
        text = _("F7 finds a person. Codes: к came, ж did not come, +14 next visit, 2 or 5 card.");
    else if (l)
        text = _("F7 finds a person. Codes: 2 or 5 opens the card.");
    term_beep();
    app_say(app, SAY_INFO, 0, "%s", text);
}

static void to_row(struct scr_home *h, const char *name)
{
    for (int i = 0; i < h->list.count; i++) {
        if (h->line[i].kind != LINE_ROW)
            continue;
        char *here = scr_home_row(&h->line[i]);
        if (strcmp(here, name) == 0)
            h->list.current = i;
        free(here);
    }
}

static void refuse(struct scr_home *h, struct app *app, const char *name, const char *why)
{
    opts_refuse(h->opts, name, why);
    to_row(h, name);
    app_say(app, SAY_ERROR, 0, "%s", why);
}

/* Rows that failed keep their code, and the cursor goes to the first of them. */
static void carried_out(void *ctx, struct app *app, struct worklist *l)
{
    struct scr_home *h = ctx;
    int good = worklist_carried_out(l), bad = 0;
    for (int i = l->count - 1; i >= 0; i--) {
        const struct work *w = &l->work[i];
        if (!w->why) {
            opts_set(h->opts, w->name, "");
            continue;
        }
        bad++;
        opts_refuse(h->opts, w->name, w->why);
        to_row(h, w->name);
    }
    worklist_free(h->last);
    h->last = l;
    h->running = NULL;
    if (bad)
        app_say(app, SAY_ERROR, 0,
                _("Carried out: %d, not carried out: %d; there the code stands still."), good, bad);
    else
        app_say(app, SAY_NOTE, 0, _("Carried out: %d. Ctrl+Z takes it back."), good);
    scr_home_ask(h, app, APP_QUIET);
}

/* The visits. False: there is none to be carried out, or a code is not whole (and that is said). */
static bool run(struct scr_home *h, struct app *app, bool *refused)
{
    struct worklist *l = worklist_new();
    *refused = false;
    for (int i = 0; i < h->list.count && !*refused; i++) {
        if (h->line[i].kind != LINE_ROW)
            continue;
        char *name = scr_home_row(&h->line[i]);
        const char *code = opts_code(h->opts, name);
        if (*code && *code != '2' && *code != '5' &&
            !worklist_add(l, name, h->line[i].row->id, h->line[i].row->at, code)) {
            refuse(h, app, name, _("Behind + there stands no number of days."));
            *refused = true;
        }
        free(name);
    }
    if (*refused || !l->count) {
        worklist_free(l);
        return false;
    }
    h->running = l;
    worklist_run(l, app, &h->base, false, carried_out, h);
    return true;
}

bool scr_home_carry_out(struct scr_home *h, struct app *app)
{
    bool refused;
    if (!opts_count(h->opts))
        return false;
    if (run(h, app, &refused) || refused)
        return true;
    for (int i = 0; i < h->list.count; i++) {
        if (h->line[i].kind != LINE_ROW)
            continue;
        char *name = scr_home_row(&h->line[i]);
        bool marked = *opts_code(h->opts, name);
        opts_set(h->opts, name, "");
        free(name);
        if (!marked)
            continue;
        h->list.current = i;
        app_push(app, scr_card_new(app, h->line[i].row->id));
        return true;
    }
    opts_clear(h->opts); /* of rows that are gone */
    return false;
}

bool scr_home_can_undo(const struct scr_home *h)
{
    return h->last && !h->last->undo && worklist_carried_out(h->last) > 0;
}

static void taken_back(void *ctx, struct app *app, struct worklist *l)
{
    struct scr_home *h = ctx;
    const char *why = NULL;
    for (int i = 0; i < l->count; i++)
        why = l->work[i].why && l->work[i].visit ? l->work[i].why : why;
    if (why)
        app_say(app, SAY_ERROR, 0, "%s", why);
    else
        app_say(app, SAY_NOTE, 0, "%s", _("What was carried out is taken back."));
    scr_home_ask(h, app, APP_QUIET);
}

void scr_home_undo(struct scr_home *h, struct app *app)
{
    if (scr_home_can_undo(h))
        worklist_run(h->last, app, &h->base, true, taken_back, h);
}
