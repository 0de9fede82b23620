/* SPDX-License-Identifier: GPL-3.0-or-later */
/* K-17: leaving what is not saved asks once. Enter stays, F2 saves and goes on; throwing away takes
   a second question, answered by digits (K-9). Without a server the draft is what is kept. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/scr_card.h"

struct leave {
    struct screen base;
    struct scr_card *card;
};

static bool keeps_draft(const struct leave *l)
{
    return !l->card->app->online && l->card->draft && !l->card->draft_failed;
}

static void size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)s;
    (void)app;
    *lines = 9;
    *cols = 64;
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return xstrdup(_("Not saved"));
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    bool draft = keeps_draft((struct leave *)s);
    int width = getmaxx(w) - 4;
    const char *text = draft ? _("The server is away, so this cannot be saved now. It stays in the "
                                 "draft and is offered again at the next start.")
                             : _("What was typed here is not saved yet.");
    term_wrapped(w, 1, 2, 3, width, text, STYLE_NORMAL);
    term_put(w, 5, 2, width, _("Enter   stay here"), STYLE_NORMAL);
    term_put(w, 6, 2, width,
             draft ? _("F2      leave, keep the draft") : _("F2      save and go on"),
             STYLE_NORMAL);
    term_put(w, 7, 2, width, _("Ctrl+U  throw away what was typed"), STYLE_NORMAL);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)s;
    (void)app;
    *y = 5;
    *x = 2;
    return true;
}

static void throw_away(struct scr_card *s)
{
    for (int i = 0; i < s->card->nlists; i++) {
        struct card_list *list = &s->card->lists[i];
        for (int k = list->count - 1; k >= 0; k--) {
            struct record *r = list->rows[k];
            if (!r->id && list->section->kind != SECTION_SINGLE && s->card->id)
                card_drop_row(s->card, i, r);
            else
                record_revert(r);
        }
    }
    s->state = SCR_CARD_READY;
    str_set(&s->card->op, NULL);
    card_draft_drop(s);
    app_hush(s->app); /* what is said of it */
    if (!s->card->id && s->going.goal == GOAL_PLACE)
        s->going.goal = GOAL_NONE; /* there is no other section yet */
    struct body_place place = {.entry = s->pages[s->page].first, .field = -1, .start = true};
    s->body->ops->done(s->body);
    s->body = NULL;
    card_pages_show(s, &place);
    card_pages_went(s);
}

static const char *last_digits(const struct scr_card *s)
{
    const char *iin = card_load_iin(s->card);
    return iin && strlen(iin) == 12 ? iin + 8 : NULL;
}

static void digits_typed(void *ctx, struct app *app, const char *text)
{
    struct scr_card *s = ctx;
    if (str_same(text, last_digits(s))) {
        throw_away(s);
        return;
    }
    s->going.goal = GOAL_NONE;
    if (text)
        app_say(app, SAY_ERROR, 0, "%s",
                _("Those are not the last four digits: nothing was done."));
}

static void confirmed(void *ctx, struct app *app, bool other)
{
    (void)app;
    struct scr_card *s = ctx;
    if (other)
        throw_away(s);
    else
        s->going.goal = GOAL_NONE;
}

static void ask_throw_away(struct scr_card *s)
{
    const char *title = _("Throw away what was typed");
    if (last_digits(s))
        app_push(s->app, dialog_text(s->app, title,
                                     _("It will be gone for good. Type the last four digits of the "
                                       "IIN to do so; Esc keeps it."),
                                     NULL, 4, true, digits_typed, s));
    else
        app_push(s->app, dialog_question(s->app, title, _("It will be gone for good."),
                                         _("keep it"), _("throw it away"), confirmed, s));
}

static void go_on(struct leave *l, bool draft)
{
    struct scr_card *s = l->card;
    app_pop(s->app, &l->base);
    if (!draft) {
        card_save_flow_start(s);
        return;
    }
    card_draft_keep(s);
    card_pages_went(s);
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct leave *l = (struct leave *)base;
    struct scr_card *s = l->card;
    switch ((int)k.action) {
    case ACT_ENTER:
    case ACT_LEAVE: /* pressed twice: nothing is lost by it */
    case ACT_ESC:
        s->going.goal = GOAL_NONE;
        app_pop(app, base);
        return true;
    case ACT_SAVE:
        go_on(l, keeps_draft(l));
        return true;
    case ACT_CLEAR:
        app_pop(app, base);
        ask_throw_away(s);
        return true;
    }
    return false;
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)app;
    keys_add(set, ACT_SAVE, keeps_draft((struct leave *)s) ? _("leave") : NULL);
    keys_add(set, ACT_LEAVE, _("stay"));
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    free(s);
}

static const struct screen_ops ops = {
    .name = "leave",
    .size = size,
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .keys = keys,
    .done = done,
};

void card_leave_ask(struct scr_card *s)
{
    struct leave *l = xcalloc(1, sizeof *l);
    l->base.ops = &ops;
    l->card = s;
    app_push(s->app, &l->base);
}
