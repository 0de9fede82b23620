/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_home.h"
#include "tui/words.h"

enum { TODAY_Y = 0, NOTICES_Y = 1 };
enum { MARK_X = 1, OPT_X = 3, DAY_X = 9, NAME_X = 27, IIN = 7, STATUS = 24, NAME_LEAST = 26 };

static const char *heading(enum block b)
{
    switch (b) {
    case BLOCK_OVERDUE:
        return _("Overdue visits");
    case BLOCK_TODAY:
        return _("Visits due today");
    case BLOCK_RECENT:
        return _("Last cards");
    case BLOCKS:
        break;
    }
    return "";
}

/* When: the day of a visit that was not made, and for how many days it has waited; the time the
 * card was opened. */
static char *when(const struct home_line *l, day today)
{
    if (l->block == BLOCK_TODAY) /* its heading says so */
        return xstrdup("");
    char *shown = words_day(l->row->at);
    day d = day_parse_iso(l->row->at ? l->row->at : "");
    if (l->block != BLOCK_OVERDUE || d == DAY_NONE || today == DAY_NONE)
        return shown;
    char *late = xasprintf(_("%s %d d"), shown, today - d);
    free(shown);
    return late;
}

/* How it begins, as one would type it into a search: six signs for what is not shown say no more
 * than one, and a slow line has to carry them in every row. The caller's. */
static char *short_iin(const char *masked)
{
    enum { BIRTH_DIGITS = 6 };
    return masked ? xasprintf("%.*s*", BIRTH_DIGITS, masked) : xstrdup("");
}

static void draw_row(WINDOW *w, int y, const struct home_line *l, day today, bool active)
{
    enum style style = active ? STYLE_CURSOR : STYLE_NORMAL;
    const struct home_row *r = l->row;
    int width = getmaxx(w), name_width = width - NAME_X - IIN - 3;
    bool wide = name_width - STATUS - 2 >= NAME_LEAST;
    if (wide)
        name_width -= STATUS + 2;
    char *at = when(l, today);
    char *name = words_name(r->surname, r->name, r->patronymic);
    char *iin = short_iin(r->iin_masked);
    int x = NAME_X + name_width + 2;
    term_text(w, y, 0, width, "", style);
    term_put(w, y, MARK_X, 1, l->block == BLOCK_OVERDUE ? "!" : " ", style);
    term_put(w, y, DAY_X, NAME_X - DAY_X - 1, at, style);
    term_put(w, y, NAME_X, name_width, name, style);
    term_put(w, y, x, IIN, iin, style);
    if (wide)
        term_put(w, y, x + IIN + 2, STATUS, words_status(r->status), style);
    free(iin);
    free(name);
    free(at);
}

static void draw_line(struct scr_home *h, WINDOW *w, int y, int i, day today)
{
    const struct home_line *l = &h->line[i];
    int width = getmaxx(w);
    switch (l->kind) {
    case LINE_HEAD:
        term_put(w, y, 1, width - 1, heading(l->block), STYLE_KEY);
        break;
    case LINE_NONE:
        term_put(w, y, DAY_X, width - DAY_X, _("none"), STYLE_DIM);
        break;
    case LINE_MORE:
        term_put(w, y, DAY_X, width - DAY_X, _("... and more"), STYLE_DIM);
        break;
    case LINE_ROW:
        draw_row(w, y, l, today, i == h->list.current);
        opts_people_draw(&h->people, w, y, OPT_X, i);
        break;
    case LINE_GAP:
        break;
    }
}

/* What is to be known before anything else, each on its line. */
static void draw_notices(const struct scr_home *h, WINDOW *w)
{
    int y = NOTICES_Y;
    struct buf b = {0};
    if (h->home.break_from) {
        char *from = words_day(h->home.break_from), *to = words_day(h->home.break_to);
        buf_addf(&b, _("Technological break from %s to %s: no saving then."), from, to);
        free(from);
        free(to);
        term_put(w, y++, 1, getmaxx(w) - 1, b.s, STYLE_NOTE);
        buf_done(&b);
    }
    if (!h->drafts)
        return;
    buf_addf(&b,
             i18n_plural("%d text was typed and not saved: F10, word \"drafts\".",
                         "%d texts were typed and not saved: F10, word \"drafts\".",
                         (unsigned long)h->drafts),
             h->drafts);
    term_put(w, y, 1, getmaxx(w) - 1, b.s, STYLE_NOTE);
    buf_done(&b);
}

static void draw_top(const struct scr_home *h, struct app *app, WINDOW *w)
{
    char today[11];
    const struct session *me = &app->session;
    day_show(me->world.today, today);
    struct buf b = {0};
    buf_addf(&b, "%s | %s, %s", words_role(me->role), today, value_weekday(me->world.today));
    if (me->last_login) {
        buf_add(&b, " | ");
        buf_addf(&b, _("last log-in: %s"), me->last_login);
    }
    term_put(w, TODAY_Y, 1, getmaxx(w) - 1, b.s, STYLE_NORMAL);
    buf_done(&b);
    draw_notices(h, w);
}

static int rows_y(const struct scr_home *h)
{
    return NOTICES_Y + (h->home.break_from != NULL) + (h->drafts > 0) + 1;
}

/* What stands below one another in the rows, on the line above them. */
static void draw_head(const struct scr_home *h, WINDOW *w, int y)
{
    static const struct {
        int x;
        const char *caption;
    } heads[] = {
        {OPT_X, N_("Code")}, {DAY_X, N_("Day")}, {NAME_X, N_("Surname, name, patronymic")}};
    if (list_next(&h->list, 0, 1) < 0)
        return;
    for (size_t i = 0; i < COUNT(heads); i++)
        term_put(w, y, heads[i].x, getmaxx(w) - heads[i].x, _(heads[i].caption), STYLE_DIM);
}

void scr_home_draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct scr_home *h = (struct scr_home *)s;
    int top = rows_y(h), lines = getmaxy(w) - top;
    draw_top(h, app, w);
    draw_head(h, w, top - 1);
    if (!h->loaded && h->ticket) /* said only if it takes long enough to be read */
        term_put(w, top, 1, getmaxx(w) - 1, app_hint(app) ? _("Fetching...") : "", STYLE_DIM);
    else if (!h->loaded)
        term_put(w, top, 1, getmaxx(w) - 1, _("F7: find a person"), STYLE_DIM);
    else if (!scr_home_reads_cards(app))
        term_wrapped(
            w, top, 1, lines, getmaxx(w) - 2,
            _("Your role opens no cards. Accounts, sessions, terminals and logs are in the "
              "database itself; this program has no screens for them."),
            STYLE_NORMAL);
    list_fit(&h->list, lines);
    for (int i = 0; i < lines && h->list.top + i < h->list.count; i++)
        draw_line(h, w, top + i, h->list.top + i, app->session.world.today);
}

bool scr_home_cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    const struct scr_home *h = (struct scr_home *)s;
    if (h->list.current < 0)
        return false;
    *y = rows_y(h) + h->list.current - h->list.top;
    *x = OPT_X;
    return true;
}
