/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and not saved when the program or the line broke off: put back, thrown away, or
   left for later (K-16). */
#include <stdio.h>
#include <stdlib.h>

#include "common/draft.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/screens.h"

enum { INTRO = 3, WIDE = 76, LESS = INTRO + 5 };

struct scr_drafts {
    struct screen base;
    struct draft_info *info;
    int count;
    struct list list;
    char focus[24];
    char *asked; /* path of the draft that is to be thrown away */
};

static void load(struct scr_drafts *d, struct app *app)
{
    struct error err = {0};
    draft_list_free(d->info, d->count);
    d->info = NULL;
    d->count = draft_list(app->session.login, app->session.draft_key, &d->info, &err);
    if (d->count < 0)
        d->count = 0;
    d->list.count = d->count;
    if (d->list.current >= d->count)
        d->list.current = d->count - 1;
    if (err.what[0])
        app_say_error(app, &err);
}

static void size(struct screen *s, struct app *app, int *lines, int *cols)
{
    (void)app;
    const struct scr_drafts *d = (struct scr_drafts *)s;
    *lines = (d->count ? d->count : 1) + LESS;
    *cols = WIDE;
}

static char *where(struct screen *s, struct app *app)
{
    (void)s, (void)app;
    return xstrdup(_("Typed and not saved"));
}

/* The name, or what is there instead: an IIN, masked as in other lists. */
static char *title_of(const struct draft_info *info)
{
    if (!str_empty(info->title))
        return xstrdup(info->title);
    if (!str_empty(info->iin))
        return xasprintf(_("IIN %.6s••••••"), info->iin);
    return xstrdup(_("(no name yet)"));
}

static void draw_row(WINDOW *w, int y, int width, const struct draft_info *info, bool current)
{
    enum style style = current ? STYLE_CURSOR : STYLE_NORMAL;
    char *title = title_of(info);
    const char *kind = info->op        ? _("outcome of the save unknown")
                       : info->card_id ? _("existing card")
                                       : _("new card");
    term_text(w, y, 1, width, "", style);
    term_put(w, y, 2, 16, info->written_at, style);
    term_put(w, y, 20, 26, title, style);
    term_put(w, y, 47, width - 47, kind, style);
    free(title);
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct scr_drafts *d = (struct scr_drafts *)s;
    int width = getmaxx(w) - 2, lines = getmaxy(w) - INTRO - 3;
    term_wrapped(
        w, 1, 2, INTRO, width - 2,
        _("This was typed and never saved. Enter opens the card with these values in place; "
          "then look through them and save. What you leave stays here for the next time."),
        STYLE_NORMAL);
    list_fit(&d->list, lines);
    for (int i = 0; i < lines && d->list.top + i < d->count; i++)
        draw_row(w, INTRO + 2 + i, width, &d->info[d->list.top + i],
                 d->list.top + i == d->list.current);
    if (!d->count)
        term_put(w, INTRO + 2, 2, width - 2, _("Nothing is left over."), STYLE_DIM);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    const struct scr_drafts *d = (struct scr_drafts *)s;
    if (d->list.current < 0)
        return false;
    *y = INTRO + 2 + d->list.current - d->list.top;
    *x = 2;
    return true;
}

static const char *focus(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_drafts *d = (struct scr_drafts *)s;
    if (d->list.current < 0)
        return "";
    snprintf(d->focus, sizeof d->focus, "row %d", d->list.current + 1);
    return d->focus;
}

static void thrown_away(void *ctx, struct app *app, bool other)
{
    struct scr_drafts *d = ctx;
    struct error err = {0};
    for (int i = 0; other && i < d->count; i++) {
        if (!str_same(d->info[i].path, d->asked))
            continue;
        if (!draft_discard(&d->info[i], &err)) {
            app_say_error(app, &err);
            break;
        }
        load(d, app);
        app_say(app, SAY_INFO, 0, "%s", _("Thrown away."));
        break;
    }
    str_set(&d->asked, NULL);
    if (!d->count)
        app_pop(app, &d->base);
}

static void ask_discard(struct scr_drafts *d, struct app *app)
{
    const struct draft_info *info = &d->info[d->list.current];
    str_set(&d->asked, info->path);
    char *text =
        xasprintf(_("What was typed on %s for %s will be gone for good."), info->written_at,
                  str_empty(info->title) ? _("a person without a name yet") : info->title);
    app_push(app, dialog_question(app, _("Throw away?"), text, _("keep it"), _("throw it away"),
                                  thrown_away, d));
    free(text);
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_drafts *d = (struct scr_drafts *)s;
    switch ((int)k.action) {
    case ACT_ESC:
    case ACT_LEAVE:
        app_pop(app, s);
        return true;
    case ACT_ENTER:
        if (d->list.current < 0)
            return false;
        app_replace(app, s, scr_card_draft(app, &d->info[d->list.current]));
        return true;
    case ACT_ANNUL:
        if (d->list.current < 0)
            return false;
        ask_discard(d, app);
        return true;
    default:
        return list_key(&d->list, k);
    }
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)app;
    const struct scr_drafts *d = (struct scr_drafts *)s;
    if (d->count)
        keys_add(set, ACT_ENTER, _("Open"));
    if (d->count)
        keys_add(set, ACT_ANNUL, _("Throw away"));
    keys_add(set, ACT_LEAVE, _("Later"));
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_drafts *d = (struct scr_drafts *)s;
    draft_list_free(d->info, d->count);
    free(d->asked);
    free(d);
}

static const struct screen_ops ops = {
    .name = "drafts",
    .size = size,
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

struct screen *scr_drafts_new(struct app *app)
{
    struct scr_drafts *d = xcalloc(1, sizeof *d);
    d->base.ops = &ops;
    load(d, app);
    list_first(&d->list);
    return &d->base;
}
