/* SPDX-License-Identifier: GPL-3.0-or-later */
/* the definitions of order 365 in its own words, the rules of keeping the card, the terms by
   date, the acts that the program cites. The law's words stay Kazakh in every language. */
#include <stdlib.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/terms.h"
#include "tui/dialog.h"
#include "tui/screens.h"
#include "tui/words.h"

static void wording(struct buf *b, const struct wording *w, const char *today)
{
    buf_addf(b, "%s %s\n", w->number, w->text);
    buf_addf(b, _("   Wording of %s."), w->act);
    if (w->next) {
        char *next = words_day(w->next);
        buf_add(b, " ");
        buf_addf(b,
                 terms_known(w, today)
                     ? _("From %s another wording is in force (%s).")
                     : _("! From %s another wording is in force (%s); it is not at hand."),
                 next, w->next_act);
        free(next);
    }
    buf_add(b, "\n\n");
}

static void term_lines(struct buf *b, const char *today)
{
    buf_addf(b, "%s\n", _("Terms that change with the date (> is today's):"));
    for (const struct term *t = terms; t->key; t++) {
        char *since = words_day(t->since);
        buf_addf(b, "%s %s", terms_current(t, today) ? ">" : " ", t->word);
        if (t->since)
            buf_addf(b, _(", from %s"), since);
        buf_addf(b, " (%s)\n", t->act);
        free(since);
    }
    buf_addf(b, "%s\n\n",
             _("That order 365 and order 206 have taken over the later words is inferred from the "
               "date: their wording of that day is not at hand."));
}

static void act_lines(struct buf *b)
{
    buf_addf(b, "%s\n", _("Acts:"));
    for (const struct act *a = acts; a->number; a++) {
        char *on = words_day(a->date);
        buf_addf(b, "%s%s%s", a->date ? "№ " : "", a->number, a->date ? ", " : "");
        buf_add(b, on);
        if (a->registered)
            buf_addf(b, _(" (registered under № %s)"), a->registered);
        buf_addf(b, ": %s\n", _(a->about));
        free(on);
    }
}

struct screen *scr_glossary_new(struct app *app)
{
    struct buf b = {0};
    char today[11];
    day_iso(app->session.world.today, today);
    buf_addf(&b, "%s\n\n", _("Order 365, annex 2, paragraph 2: terms and definitions"));
    for (const struct wording *w = definitions; w->number; w++)
        wording(&b, w, today);
    term_lines(&b, today);
    buf_addf(&b, "%s\n\n", _("Order 365, annex 2: how the card is kept"));
    for (const struct wording *w = rules; w->number; w++)
        wording(&b, w, today);
    act_lines(&b);
    struct screen *s = dialog_notice(app, _("Terms and rules"), b.s);
    buf_done(&b);
    return s;
}
