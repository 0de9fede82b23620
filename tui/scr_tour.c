/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first hour: one key after the other, each pressed once where it can do no harm. */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/screens.h"

enum { TEXT_X = 4, TEXT_Y = 4, PRESS_Y = 10 };

static const struct {
    enum action action;
    const char *text;
} steps[] = {
    {ACT_ENTER, N_("Enter goes to the next field. It never saves, so it may be pressed blindly.")},
    {ACT_UP, N_("Up goes back along the path you took, field by field.")},
    {ACT_PAGE_DOWN, N_("This key opens the next section, its neighbour the one before.")},
    {ACT_JUMP,
     N_("Jump: type 16.2 for a section, 14/2 for a field of it, or how a caption begins.")},
    {ACT_LIST,
     N_("The list of what may stand in a field; in a date the calendar, in a long text the "
        "editor.")},
    {ACT_DITTO, N_("Repeats: the row above; again: the card before; again: what you used here "
                   "last.")},
    {ACT_NEW, N_("A new row: a visit, a referral. A new card begins in the search only.")},
    {ACT_PROBLEM, N_("Clears the message and goes to the next problem.")},
    {ACT_SAVE, N_("Saves. Nothing else does. What is not saved yet is kept in a draft on this "
                  "computer.")},
    {ACT_UNDO, N_("Gives back what stood in the field; with nothing changed, takes the last save "
                  "back.")},
    {ACT_FIND, N_("Finds a person; from a card it asks, saves and is ready for the next one.")},
    {ACT_MENU, N_("The menu: all that works now, with a word for each in three languages and any "
                  "layout.")},
    {ACT_HELP, N_("Help: for the message, the field, the section; then all keys.")},
    {ACT_ESC, N_("One step back, whatever is open. This ends the tour.")},
};

struct scr_tour {
    struct screen base;
    int at;
    char focus[24];
};

static char *where(struct screen *s, struct app *app)
{
    (void)app;
    return xasprintf(_("Tour of the keys | %d of %d"), ((struct scr_tour *)s)->at + 1,
                     (int)COUNT(steps));
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    const struct scr_tour *t = (struct scr_tour *)s;
    const struct key_row *row = keys_row(steps[t->at].action);
    int width = getmaxx(w) - 2 * TEXT_X;
    (void)app;
    bool other = row->fallback && *row->fallback;
    char *key = xasprintf("%s%s%s", keys_shown(row), other ? ", " : "", other ? row->fallback : "");
    term_put(w, TEXT_Y - 2, TEXT_X, width, key, STYLE_KEY);
    free(key);
    term_wrapped(w, TEXT_Y, TEXT_X, PRESS_Y - TEXT_Y - 1, width, _(steps[t->at].text),
                 STYLE_NORMAL);
    char *press = xasprintf(_("Press it now: %s"), keys_shown(row));
    term_put(w, PRESS_Y, TEXT_X, width, press, STYLE_NOTE);
    free(press);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)s;
    (void)app;
    *y = PRESS_Y;
    *x = TEXT_X;
    return true;
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_tour *t = (struct scr_tour *)s;
    if (k.action == ACT_LEAVE || (k.action == ACT_ESC && steps[t->at].action != ACT_ESC)) {
        app_pop(app, s);
        return true;
    }
    if (k.action != steps[t->at].action) {
        app_say(app, SAY_INFO, 0, _("That was another key. This step is about %s."),
                keys_shown(keys_row(steps[t->at].action)));
        return true;
    }
    if (++t->at == (int)COUNT(steps)) {
        t->at--;
        app_pop(app, s);
    }
    return true;
}

/* All of the tour's own commands work, so that a wrong one is told and does nothing. */
static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)app;
    const struct scr_tour *t = (struct scr_tour *)s;
    keys_add(set, ACT_LEAVE, NULL);
    for (size_t i = 0; i < COUNT(steps); i++)
        if (steps[i].action >= ACT_FIRST_COMMAND)
            keys_add(set, steps[i].action, (int)i == t->at ? NULL : "");
}

static const char *focus(struct screen *s, struct app *app)
{
    struct scr_tour *t = (struct scr_tour *)s;
    (void)app;
    snprintf(t->focus, sizeof t->focus, "step %d", t->at + 1);
    return t->focus;
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    free(s);
}

static const struct screen_ops ops = {
    .name = "tour",
    .alone = true,
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

struct screen *scr_tour_new(struct app *app)
{
    struct scr_tour *t = xcalloc(1, sizeof *t);
    (void)app;
    t->base.ops = &ops;
    return &t->base;
}
