/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/worklist.h"

#include <stdlib.h>
#include <string.h>

#include "common/card.h"
#include "common/i18n.h"

#define PLANNED "planned_on"
#define ACTUAL "actual_on"
#define OUTCOME "outcome"
#define CAME "came"
#define MISSED "missed"

struct worklist *worklist_new(void)
{
    return xcalloc(1, sizeof(struct worklist));
}

void worklist_free(struct worklist *l)
{
    if (!l)
        return;
    for (int i = 0; i < l->count; i++) {
        struct work *w = &l->work[i];
        free(w->name);
        free(w->card);
        free(w->due);
        free(w->why);
        free(w->visit);
        free(w->added);
    }
    card_free(l->open);
    free(l->work);
    free(l);
}

bool worklist_add(struct worklist *l, const char *name, const char *card, const char *due,
                  const char *code)
{
    struct work w = {.came = str_starts(code, "к"), .missed = str_starts(code, "ж")};
    const char *plus = strchr(code, '+');
    w.days = plus ? atoi(plus + 1) : 0;
    if (plus ? w.days == 0 : !w.came && !w.missed)
        return false;
    w.name = xstrdup(name);
    w.card = xstrdup(card);
    w.due = xstrdup(due);
    l->work = xrealloc(l->work, (size_t)(l->count + 1) * sizeof *l->work);
    l->work[l->count++] = w;
    return true;
}

int worklist_carried_out(const struct worklist *l)
{
    int n = 0;
    for (int i = 0; i < l->count; i++)
        n += l->work[i].tried && !l->work[i].why;
    return n;
}

/* --- one card --------------------------------------------------------------------------------- */

static void next(struct worklist *l);

static void over(struct worklist *l, const char *why)
{
    struct work *w = &l->work[l->at];
    str_set(&w->why, why);
    if (l->open)
        app_send(l->app, NULL, APP_QUIET, card_close_batch(w->card), NULL, NULL);
    card_free(l->open);
    l->open = NULL;
    l->at++;
    next(l);
}

static void over_error(struct worklist *l, const struct error *err)
{
    char *text = error_text(err);
    over(l, text);
    free(text);
}

/* The list of visits: the one whose rows are planned for a day. */
static int visits(const struct card *c)
{
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->edition->entries[i].section;
        if (s->kind == SECTION_TABLE && str_same(s->due, PLANNED))
            return i;
    }
    return -1;
}

static struct record *by_id(const struct card_list *list, const char *id)
{
    for (int i = 0; i < list->count && id; i++)
        if (str_same(list->rows[i]->id, id))
            return list->rows[i];
    return NULL;
}

/* Of two days that wait: today's and the last one before it come first, then the next to come. */
static bool sooner(const char *a, const char *b, const char *today)
{
    bool past_a = strcmp(a, today) <= 0, past_b = strcmp(b, today) <= 0;
    return past_a != past_b ? past_a : past_a ? strcmp(a, b) > 0 : strcmp(a, b) < 0;
}

/* The visit that waits on that day, or (due NULL) whichever is next. */
static struct record *waiting(const struct card_list *list, const char *due, day now)
{
    struct record *found = NULL;
    char today[11];
    day_iso(now, today);
    for (int i = 0; i < list->count; i++) {
        struct record *r = list->rows[i];
        const char *planned = record_get(r, PLANNED);
        if (!planned || record_get(r, ACTUAL) || record_get(r, OUTCOME) || r->annul_reason)
            continue;
        if (due ? str_same(planned, due)
                : !found || sooner(planned, record_get(found, PLANNED), today))
            found = r;
    }
    return found;
}

static void put(struct record *r, const char *field, const char *value)
{
    int f = record_field(r, field);
    record_set(r, f, value);
    record_settle(r, f);
}

/* Nobody is there to be asked, so what needs a reason is refused, too. */
static bool checked(struct worklist *l, struct record *r)
{
    struct problem found[16];
    int n = r ? record_check(r, &l->app->session.world, found, (int)COUNT(found)) : 0;
    for (int i = 0; i < n; i++)
        if (found[i].strength != CHECK_NOTE) {
            over(l, found[i].text);
            return false;
        }
    return true;
}

static struct record *carry_out(struct worklist *l, struct work *w, struct record *visit)
{
    day today = l->app->session.world.today;
    char iso[11];
    day_iso(today, iso);
    if (w->came)
        put(visit, ACTUAL, iso);
    if (w->came || w->missed)
        put(visit, OUTCOME, w->came ? CAME : MISSED);
    if (!w->days)
        return NULL;
    struct record *fresh = card_add_row(l->open, l->entry);
    day_iso(today + w->days, iso);
    put(fresh, PLANNED, iso);
    return fresh;
}

/* Only what still is as it was carried out goes back. */
static void take_back(struct worklist *l, struct work *w, struct record *visit)
{
    struct record *fresh = by_id(&l->open->lists[l->entry], w->added);
    if (visit && (w->came || w->missed) &&
        str_same(record_get(visit, OUTCOME), w->came ? CAME : MISSED)) {
        if (w->came)
            put(visit, ACTUAL, NULL);
        put(visit, OUTCOME, NULL);
    }
    if (fresh && !fresh->annul_reason)
        str_set(&fresh->annul_reason, _("The save was taken back"));
}

/* The rows' ids are known by now; a new one is the last. */
static void remember(struct worklist *l, struct work *w)
{
    const struct card_list *list = &l->open->lists[l->entry];
    if (w->days && list->count)
        str_set(&w->added, list->rows[list->count - 1]->id);
}

static void saved(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct worklist *l = ctx;
    struct error err = {.what = ""};
    struct card_conflict conflict = {.field = -1};
    enum save_outcome outcome = card_saved(l->open, reply, &conflict, &err);
    (void)app;
    card_conflict_done(&conflict);
    if (outcome == SAVE_DONE) {
        remember(l, &l->work[l->at]);
        over(l, NULL);
    } else if (outcome == SAVE_CONFLICT) {
        over(l, _("Somebody has changed this visit meanwhile: open the card."));
    } else {
        over_error(l, &err);
    }
}

/* A new visit may be planned where none waits. */
static bool needs_visit(const struct work *w)
{
    return w->due || w->came || w->missed;
}

static void change(struct worklist *l)
{
    struct work *w = &l->work[l->at];
    struct card *c = l->open;
    l->entry = visits(c);
    const struct card_list *list = l->entry >= 0 ? &c->lists[l->entry] : NULL;
    struct record *visit = !list     ? NULL
                           : l->undo ? by_id(list, w->visit)
                                     : waiting(list, w->due, l->app->session.world.today);
    if (!c->writable || !list || (!visit && needs_visit(w))) {
        over(l, !c->writable ? _("The card is for reading only.")
                : w->due     ? _("This visit does not wait any more: F5 fetches the list again.")
                             : _("No visit of this person waits: +14 plans one."));
        return;
    }
    struct record *fresh = NULL;
    if (l->undo)
        take_back(l, w, visit);
    else
        fresh = carry_out(l, w, visit);
    str_set(&w->visit, visit ? visit->id : NULL);
    w->tried = true;
    if (!checked(l, visit) || !checked(l, fresh))
        return;
    struct db_batch *b = card_save_batch(c);
    if (b)
        app_send(l->app, l->owner, APP_MODAL | APP_QUIET, b, saved, l);
    else
        over(l, NULL);
}

static void opened(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct worklist *l = ctx;
    struct error err = {.what = ""};
    (void)app;
    l->open = card_read(reply, &err);
    if (l->open)
        change(l);
    else
        over_error(l, &err);
}

static void next(struct worklist *l)
{
    while (l->at < l->count && l->undo && (!l->work[l->at].tried || l->work[l->at].why))
        l->at++; /* it was never carried out */
    if (l->at == l->count) {
        l->done(l->ctx, l->app, l);
        return;
    }
    app_send(l->app, l->owner, APP_MODAL | APP_QUIET,
             card_open_batch(l->work[l->at].card, NULL, NULL), opened, l);
}

void worklist_run(struct worklist *l, struct app *app, struct screen *owner, bool undo,
                  void (*done)(void *ctx, struct app *app, struct worklist *l), void *ctx)
{
    l->app = app;
    l->owner = owner;
    l->undo = undo;
    l->done = done;
    l->ctx = ctx;
    l->at = 0;
    next(l);
}
