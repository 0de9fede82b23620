/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card: line 1 and summary, rail, and the page one is on. This file has the keys; opening,
 * paging, saving and the rest are in the card_*.c beside it. */
#include "tui/scr_card.h"

#include <stdlib.h>

#include "common/i18n.h"
#include "tui/bars.h"

/* --- operations ----------------------------------------------------------------------------------
 */

static char *where(struct screen *base, struct app *app)
{
    (void)app;
    return card_rail_where((struct scr_card *)base);
}

static void draw(struct screen *base, struct app *app, WINDOW *w)
{
    struct scr_card *s = (struct scr_card *)base;
    int y = 1, x = RAIL_WIDTH + 1, lines = getmaxy(w) - 1, width = getmaxx(w) - x;
    (void)app;
    if (!s->card) {
        term_put(w, 0, 1, getmaxx(w) - 2, _("The card is being opened..."), STYLE_DIM);
        return;
    }
    card_rail_draw(s, w);
    struct cell_lock lock = card_lock_section(s, s->pages[s->page].last);
    if (lock.why) {
        int used = term_wrapped(w, y, x, 3, width, lock.why, STYLE_NOTE);
        y += used;
        lines -= used;
    }
    s->body->ops->draw(s->body, w, y, x, lines, width);
}

static bool cursor(struct screen *base, struct app *app, int *y, int *x)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (!s->card)
        return false;
    if (s->body->ops->cursor(s->body, y, x))
        return true;
    *y = 1;
    *x = RAIL_WIDTH + 1;
    return true;
}

static const char *focus(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    return s->card ? s->body->ops->focus(s->body) : "";
}

/* K-15: the field's change, the row's changes, the open row, the card. */
static void escape(struct scr_card *s)
{
    if (s->body->ops->revert(s->body))
        return;
    if (s->body->ops->revert_row && s->body->ops->revert_row(s->body))
        return;
    if (s->body->ops->close && s->body->ops->close(s->body))
        return;
    card_pages_go(s, (struct card_going){.goal = GOAL_LEAVE});
}

static void leave(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    if (!s->body->ops->close || !s->body->ops->close(s->body))
        card_pages_go(s, (struct card_going){.goal = GOAL_LEAVE});
}

static void find(struct scr_card *s)
{
    card_pages_go(s, (struct card_going){.goal = GOAL_FIND});
}

static void query(struct scr_card *s)
{
    card_pages_go(s, (struct card_going){.goal = GOAL_QUERY});
}

static void open_again(struct scr_card *s)
{
    if (s->body->ops->take(s->body))
        card_load_again(s);
}

static void history(struct scr_card *s)
{
    struct body_place p;
    s->body->ops->place(s->body, &p);
    if (p.record && p.record->id && s->card->id)
        app_push(s->app, scr_history_new(s->app, s->card, p.record, p.entry, p.field));
    else
        app_say(s->app, SAY_INFO, 0, "%s",
                _("Nothing was saved here yet, so there is no history."));
}

static const struct {
    enum action action;
    void (*act)(struct scr_card *s);
} commands[] = {
    {ACT_SAVE, card_save_flow_start},
    {ACT_LEAVE, leave},
    {ACT_FIND, find},
    {ACT_QUERY, query},
    {ACT_REFRESH, open_again},
    {ACT_PROBLEM, card_problems_next},
    {ACT_HISTORY, history},
    {ACT_JUMP, card_jump_ask},
    {ACT_CHECK, card_verify_ask},
    {ACT_BRIEF, card_brief_show},
    {ACT_TIMELINE, card_timeline_show},
    {ACT_ESC, escape},
};

/* Ctrl+Z, if the field has nothing to give back: the row that Esc took, the last save. */
static bool undo(struct scr_card *s)
{
    if (body_row_can(s->body)) {
        struct record *r = body_row_again(s->body);
        struct body_place p = {.entry = body_entry_of(s->card, r, -1), .record = r, .field = -1};
        s->body->ops->reload(s->body);
        s->body->ops->go(s->body, &p);
        card_hooks_rows(s);
        return true;
    }
    if (card_undo_can(s))
        card_undo_ask(s);
    return card_undo_can(s);
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_card *s = (struct scr_card *)base;
    if (!s->card) {
        if (k.action == ACT_ESC || k.action == ACT_LEAVE)
            app_pop(app, base);
        return true;
    }
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (commands[i].action == k.action) {
            commands[i].act(s);
            return true;
        }
    }
    switch (s->body->ops->key(s->body, k)) {
    case BODY_STAYED:
        return true;
    case BODY_AFTER:
        card_pages_step(s, 1, false);
        return true;
    case BODY_BEFORE:
        card_pages_step(s, -1, true);
        return true;
    case BODY_PASS:
        break;
    }
    if (k.action == ACT_UNDO)
        return undo(s);
    if (k.action != ACT_PAGE_DOWN && k.action != ACT_PAGE_UP)
        return false;
    card_pages_step(s, k.action == ACT_PAGE_DOWN ? 1 : -1, false);
    return true;
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (!s->card) {
        keys_add(set, ACT_LEAVE, NULL);
        return;
    }
    if (card_changed(s->card) || s->body->ops->dirty(s->body))
        keys_add(set, ACT_SAVE, NULL);
    keys_add(set, ACT_LEAVE, NULL); /* the way out is always in sight */
    if (s->card->writable)
        keys_add(set, ACT_PROBLEM, NULL);
    s->body->ops->keys(s->body, set); /* what changes from field to field: behind what does not */
    keys_add(set, ACT_JUMP, NULL);
    keys_add(set, ACT_FIND, NULL);
    keys_add(set, ACT_QUERY, NULL);
    if (s->card->id) {
        keys_add(set, ACT_HISTORY, NULL);
        keys_add(set, ACT_BRIEF, NULL);
        keys_add(set, ACT_TIMELINE, NULL);
        keys_add(set, ACT_REFRESH, NULL);
    }
    if (card_verify_can(s))
        keys_add(set, ACT_CHECK, NULL);
    if (body_row_can(s->body))
        keys_add(set, ACT_UNDO, _("row again"));
    else if (card_undo_can(s))
        keys_add(set, ACT_UNDO, _("take back"));
}

static void help(struct screen *base, struct app *app, struct help_topic *topic)
{
    struct scr_card *s = (struct scr_card *)base;
    struct body_place p;
    (void)app;
    if (!s->card)
        return;
    s->body->ops->place(s->body, &p);
    topic->section = s->card->edition->entries[p.entry].section;
    if (p.record && p.field >= 0) {
        topic->field = &p.record->section->fields[p.field];
        topic->record = p.record;
        topic->card = s->card;
        struct cell_lock lock = card_lock_field(s, p.record, p.field);
        topic->locked = lock.why;
        topic->rule = lock.number;
    }
}

static bool refused(struct screen *base, struct app *app, enum action a)
{
    (void)app;
    return card_lock_refuse((struct scr_card *)base, a);
}

static bool command(struct screen *base, struct app *app, const char *text)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (!s->card)
        return false;
    if (s->body->ops->command && s->body->ops->command(s->body, text))
        return true;
    return s->body->ops->take(s->body) && card_jump_to(s, text);
}

static void uncovered(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (s->stale) {
        s->stale = false;
        card_load_again(s);
    }
}

/* The program ends now: what stands in the field is taken in if it can be. */
static void hangup(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (!s->card || s->over)
        return;
    s->over = true;
    s->body->ops->take(s->body);
    card_draft_write(s);
    card_draft_keep(s);
}

static void on_pause(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (s->card && !s->over)
        card_draft_typing(s);
}

static void reconnected(struct screen *base, struct app *app)
{
    (void)app;
    card_load_reconnected((struct scr_card *)base);
}

static void language(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    (void)app;
    if (!s->card)
        return;
    s->body->ops->reload(s->body);
    card_rail_refresh(s);
}

/* Whoever left was asked before: a draft that is still there is to be kept. */
static void done(struct screen *base, struct app *app)
{
    struct scr_card *s = (struct scr_card *)base;
    if (s->card && s->card->id && app->online)
        app_send(app, NULL, APP_QUIET, card_close_batch(s->card->id), NULL, NULL);
    card_draft_keep(s);
    card_draft_free(s->restoring);
    if (s->body)
        s->body->ops->done(s->body);
    card_conflict_done(&s->conflict);
    card_undo_done(s);
    if (s->card)
        card_recall_card(s->card);
    card_free(s->card);
    free(s->id);
    free(s->iin);
    free(s->purpose);
    free(s->pages);
    rail_done(&s->rail);
    free(s->note);
    free(s->typing);
    free(s->locked);
    free(s->asked);
    card_clash_done(s);
    free(s);
}

static const struct screen_ops ops = {
    .name = "card",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .help = help,
    .refused = refused,
    .command = command,
    .uncovered = uncovered,
    .hangup = hangup,
    .pause = on_pause,
    .reconnected = reconnected,
    .language = language,
    .done = done,
};

/* --- the ways in --------------------------------------------------------------------------------
 */

static struct scr_card *make(struct app *app)
{
    struct scr_card *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->app = app;
    card_hooks_set(s);
    s->conflict.field = -1;
    return s;
}

struct screen *scr_card_new(struct app *app, const char *id)
{
    struct scr_card *s = make(app);
    s->id = xstrdup(id);
    card_load_open(s);
    return &s->base;
}

struct screen *scr_card_view(struct app *app, const char *id)
{
    struct scr_card *s = make(app);
    s->id = xstrdup(id);
    s->view = true;
    card_load_open(s);
    return &s->base;
}

struct screen *scr_card_open_iin(struct app *app, const char *iin, const char *purpose)
{
    struct scr_card *s = make(app);
    s->iin = xstrdup(iin);
    s->purpose = xstrdup(purpose);
    card_load_open(s);
    return &s->base;
}

struct screen *scr_card_fresh(struct app *app, const char *iin, const char *surname,
                              const char *name, const char *birth_date)
{
    struct scr_card *s = make(app);
    s->state = SCR_CARD_READY;
    card_load_fresh(s, iin, (const char *[]){surname, name}, birth_date);
    return &s->base;
}

struct screen *scr_card_draft(struct app *app, const struct draft_info *info)
{
    struct scr_card *s = make(app);
    s->restoring = card_draft_copy(info);
    s->id = xstrdup(info->card_id);
    if (s->id)
        card_load_open(s);
    else
        card_load_fresh(s, NULL, NULL, NULL);
    return &s->base;
}
