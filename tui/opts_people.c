/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/opts_people.h"

#include <string.h>

#include "common/i18n.h"
#include "common/util.h"

#define OF_VISITS "25кж+"
#define OF_CARDS "25"
#define VIEW '5'

void opts_people_init(struct opts_people *p)
{
    p->opts = opts_new();
}

void opts_people_done(struct opts_people *p)
{
    opts_free(p->opts);
    worklist_free(p->last);
    worklist_free(p->running);
}

static bool current(const struct opts_people *p, struct opts_person *row)
{
    return p->list->current >= 0 && p->person(p->ctx, p->list->current, row);
}

void opts_people_why(struct opts_people *p, struct app *app)
{
    struct opts_person row;
    const char *why = current(p, &row) ? opts_why(p->opts, row.name) : NULL;
    if (why)
        app_say(app, SAY_INFO, 0, "%s", why);
}

const char *opts_people_codes(const struct opts_people *p)
{
    struct opts_person row;
    if (!current(p, &row))
        return "";
    return row.visits ? _("Codes: к came, ж did not come, +14 next visit, 2 change, 5 view.")
                      : _("Codes: 2 change, 5 view.");
}

bool opts_people_key(struct opts_people *p, struct app *app, struct key k)
{
    struct opts_person row;
    if (k.action == ACT_ESC && opts_count(p->opts)) { /* K-15: the rows' changes */
        opts_clear(p->opts);
        app_say(app, SAY_INFO, 0, "%s", _("The codes are taken away; nothing was carried out."));
        return true;
    }
    if (!current(p, &row))
        return false;
    enum opts_result result = opts_key(p->opts, row.visits ? OF_VISITS : OF_CARDS, row.name, k);
    if (result == OPTS_NEXT)
        list_key(p->list, (struct key){ACT_DOWN, 0});
    if (result != OPTS_PASS)
        app_say(app, SAY_INFO, 0, _("Rows with a code: %d. Enter carries them out."),
                opts_count(p->opts));
    return result != OPTS_PASS;
}

/* The name is not that of the line asked for last: it would change meanwhile. */
static void to_row(struct opts_people *p, const char *name)
{
    struct opts_person row;
    for (int i = 0; i < p->list->count; i++)
        if (p->person(p->ctx, i, &row) && strcmp(row.name, name) == 0)
            p->list->current = i;
}

/* --- visits ----------------------------------------------------------------------------------- */

/* Rows that failed keep their code, and the cursor goes to the first of them. */
static void carried_out(void *ctx, struct app *app, struct worklist *l)
{
    struct opts_people *p = ctx;
    int good = worklist_carried_out(l), bad = 0;
    for (int i = l->count - 1; i >= 0; i--) {
        const struct work *w = &l->work[i];
        if (!w->why) {
            opts_set(p->opts, w->name, "");
            continue;
        }
        bad++;
        opts_refuse(p->opts, w->name, w->why);
        to_row(p, w->name);
    }
    worklist_free(p->last);
    p->last = l;
    p->running = NULL;
    if (bad == 1 && !good)
        app_say(app, SAY_ERROR, 0, "%s", l->work[0].why);
    else if (bad)
        app_say(app, SAY_ERROR, 0,
                _("Carried out: %d, not carried out: %d; there the code stands still."), good, bad);
    else
        app_say(app, SAY_NOTE, 0, _("Carried out: %d. Ctrl+Z takes it back."), good);
    if (p->again)
        p->again(p->ctx, app);
}

static void refuse(struct opts_people *p, struct app *app, int line, const char *name,
                   const char *why)
{
    opts_refuse(p->opts, name, why);
    p->list->current = line;
    app_say(app, SAY_ERROR, 0, "%s", why);
}

/* The visits. False: there is none to be carried out, or a code is not whole (and that is said). */
static bool run(struct opts_people *p, struct app *app, bool *refused)
{
    struct worklist *l = worklist_new();
    struct opts_person row;
    *refused = false;
    for (int i = 0; i < p->list->count && !*refused; i++) {
        const char *code = p->person(p->ctx, i, &row) ? opts_code(p->opts, row.name) : "";
        if (*code && !strchr(OF_CARDS, *code) &&
            !worklist_add(l, row.name, row.card, row.due, code)) {
            refuse(p, app, i, row.name,
                   _("Behind + there stands no number of days: type it, for example +14."));
            *refused = true;
        }
    }
    if (*refused || !l->count) {
        worklist_free(l);
        return false;
    }
    p->running = l;
    worklist_run(l, app, p->owner, false, carried_out, p);
    return true;
}

/* --- cards ------------------------------------------------------------------------------------ */

bool opts_people_carry_out(struct opts_people *p, struct app *app)
{
    struct opts_person row;
    bool refused;
    if (!opts_count(p->opts))
        return false;
    if (run(p, app, &refused) || refused)
        return true;
    for (int i = 0; i < p->list->count; i++) {
        char code = p->person(p->ctx, i, &row) ? *opts_code(p->opts, row.name) : 0;
        if (!code)
            continue;
        opts_set(p->opts, row.name, "");
        p->list->current = i;
        p->open(p->owner, app, row.card, code == VIEW);
        return true;
    }
    opts_clear(p->opts); /* of rows that are gone */
    return false;
}

/* --- taking back ------------------------------------------------------------------------------ */

bool opts_people_can_undo(const struct opts_people *p)
{
    return p->last && !p->last->undo && worklist_carried_out(p->last) > 0;
}

static void taken_back(void *ctx, struct app *app, struct worklist *l)
{
    struct opts_people *p = ctx;
    const char *why = NULL;
    for (int i = 0; i < l->count; i++)
        why = l->work[i].why && l->work[i].tried ? l->work[i].why : why;
    if (why)
        app_say(app, SAY_ERROR, 0, "%s", why);
    else
        app_say(app, SAY_NOTE, 0, "%s", _("What was carried out is taken back."));
    if (p->again)
        p->again(p->ctx, app);
}

void opts_people_undo(struct opts_people *p, struct app *app)
{
    if (opts_people_can_undo(p))
        worklist_run(p->last, app, p->owner, true, taken_back, p);
}

/* --- drawing ---------------------------------------------------------------------------------- */

void opts_people_draw(const struct opts_people *p, WINDOW *w, int y, int x, int line)
{
    struct opts_person row;
    bool active = line == p->list->current;
    const char *code = p->person(p->ctx, line, &row) ? opts_code(p->opts, row.name) : "";
    term_put(w, y, x, OPTS_WIDTH, *code ? code : OPTS_PLACE, active ? STYLE_CURSOR : STYLE_NORMAL);
}
