/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this is: program, form with its act, database, terms of use. */
#include <stdlib.h>

#include "forms/form.h"
#include "tui/dialog.h"
#include "tui/screens.h"
#include "tui/words.h"

static const struct edition *newest(void)
{
    const struct edition *e = NULL;
    for (int i = 0; editions[i]; i++)
        e = editions[i];
    return e;
}

static void form_text(struct buf *b)
{
    const struct edition *e = newest();
    if (!e)
        return;
    buf_add(b, i18n_caption("edition", e->title));
    buf_add(b, "\n");
    char *on = words_day(e->valid_from);
    buf_addf(b, _("Edition of the form: %s, order %s."), on, e->act);
    free(on);
    buf_add(b, "\n\n");
    /* Z-10 */
    buf_add(b,
            _("The wording in force from 12.07.2026 (orders № 143 and № 136) was not at hand when "
              "this program was made: it carries the last wording whose text is known, of "
              "25.06.2024 (order № 218). A card keeps the edition it was begun in."));
    buf_add(b, "\n\n");
    buf_add(b,
            _("Reworded from that day: rules 2(2), 4, 5 and 7 of order 365, its explanation to "
              "section 16, and the whole of order 206. The form itself is not named among them."));
    buf_add(b, "\n\n");
    buf_add(b,
            _("The Kazakh words of the form are the order's own. No official Russian text was at "
              "hand: the Russian and English ones are working translations."));
    buf_add(b, "\n\n");
    buf_add(
        b, _("The head of the form (index, frequency, period, who submits it, to whom) stands in a "
             "part of the order that was not at hand either; it is left blank."));
    buf_add(b, "\n\n");
}

static void database_text(struct buf *b, const struct session *s)
{
    buf_addf(b, _("Database schema %d."), s->schema_version);
    buf_add(b, "\n");
    buf_add(b, s->training ? _("TRAINING database: all people in it are invented.")
                           : _("Working database."));
    buf_add(b, "\n");
    buf_addf(b, _("Log-in: %s (%s), %s."), s->login ? s->login : "", words_role(s->role),
             session_org(s));
    buf_add(b, "\n\n");
    buf_add(b, _("Free software under the GNU General Public License, version 3 or later."));
}

struct screen *scr_about_new(struct app *app)
{
    struct buf b = {0};
    buf_addf(&b, "mansap %s\n\n", MANSAP_VERSION);
    form_text(&b);
    database_text(&b, &app->session);
    struct screen *s = dialog_notice(app, _("About mansap"), b.s);
    buf_done(&b);
    return s;
}
