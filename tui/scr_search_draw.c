/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/scr_search.h"
#include "tui/words.h"

enum { TEXT_Y = 0, TOLD_Y = 1, TOLD_LINES = 2, LIST_Y = 3, TEXT_X = 2 };

static char *elsewhere(const char *centre)
{
    char *kk = xstrdup(centre), *tab = strchr(kk, '\t');
    if (tab)
        *tab++ = '\0';
    char *text = xasprintf(_("The card is kept by %s. Enter: open it for reading, with a stated "
                             "reason."),
                           words_org(kk, tab));
    free(kk);
    return text;
}

static char *found_text(const struct hit_list *l)
{
    int n = l->hits.count, similar = hit_list_similar(l);
    struct buf b = {0};
    if (l->hits.more)
        buf_addf(&b, _("More than %d persons: only the first %d are shown. Type more of the name."),
                 n, n);
    else
        buf_addf(&b, i18n_plural("%d person found.", "%d persons found.", (unsigned long)n), n);
    if (similar) {
        buf_add(&b, " ");
        buf_addf(&b, _("Only similar: %d."), similar);
    }
    return buf_take(&b);
}

static char *count_text(const struct scr_search *s, const struct app *app)
{
    if (s->hits.hits.count)
        return found_text(&s->hits);
    if (scr_search_may_create(s, app))
        return xstrdup(s->person.iin ? _("Nobody has a card with this IIN. F6: new card.")
                                     : _("Nobody found. F6: new card; its IIN will be checked."));
    if (app->session.may_write && !s->person.iin)
        return xstrdup(_("Nobody found. Type the whole IIN, or the surname and name."));
    return xstrdup(s->person.iin ? _("Nobody has a card with this IIN.") : _("Nobody found."));
}

/* What is known of the text so far. */
static char *told_plain(const struct scr_search *s, const struct app *app)
{
    if (s->failed)
        return xasprintf(_("No answer: %s"), s->failed);
    if (s->person.iin_wrong)
        return xstrdup(_("An IIN whose last digit does not fit the others: nothing was searched."));
    if (s->too_short)
        return xstrdup(
            _("Type an IIN or its beginning (4 digits or more), a surname, a surname and a "
              "name, or a birth date."));
    if (s->ticket || s->exists_ticket)
        return xstrdup(_("Searching..."));
    if (s->centre)
        return elsewhere(s->centre);
    return count_text(s, app);
}

/* Digits typed on the letters of the Kazakh number row are shown as they were understood (K-11). */
static char *told(const struct scr_search *s, const struct app *app)
{
    char *text = told_plain(s, app);
    if (!s->person.salvaged)
        return text;
    char *both = xasprintf("%s: %s", s->person.text, text);
    free(text);
    return both;
}

void scr_search_draw(struct screen *base, struct app *app, WINDOW *w)
{
    struct scr_search *s = (struct scr_search *)base;
    int width = getmaxx(w), lines = s->hits.hits.count ? TOLD_LINES : getmaxy(w) - TOLD_Y;
    const char *label = _("Whom do you look for?");
    int x = TEXT_X + utf8_width(label) + 1;
    term_put(w, TEXT_Y, 1, width - 1, label, STYLE_NORMAL);
    edit_size(s->edit, 1, width - x - 2);
    edit_draw(s->edit, w, TEXT_Y, x, STYLE_FIELD);
    char *text = told(s, app);
    term_wrapped(w, TOLD_Y, 1, lines, width - 2, text, s->failed ? STYLE_ERROR : STYLE_NOTE);
    free(text);
    hit_list_draw(&s->hits, w, LIST_Y);
    edit_cursor(s->edit, &s->cursor_y, &s->cursor_x);
    s->cursor_y += TEXT_Y;
    s->cursor_x += x;
}

bool scr_search_cursor(struct screen *base, struct app *app, int *y, int *x)
{
    (void)app;
    const struct scr_search *s = (struct scr_search *)base;
    bool row = hit_list_on(&s->hits);
    *y = row ? s->hits.cursor_y : s->cursor_y;
    *x = row ? HIT_LIST_X : s->cursor_x;
    return true;
}

const char *scr_search_focus(struct screen *base, struct app *app)
{
    (void)app;
    struct scr_search *s = (struct scr_search *)base;
    return hit_list_on(&s->hits) ? hit_list_focus(&s->hits) : "search";
}

char *scr_search_where(struct screen *base, struct app *app)
{
    (void)base, (void)app;
    return xstrdup(_("Find a person"));
}
