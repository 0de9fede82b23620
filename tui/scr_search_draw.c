/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/scr_search.h"
#include "tui/words.h"

enum { TEXT_Y = 0, TOLD_Y = 1, TOLD_LINES = 2, HEAD_Y = 3, ROWS_Y = 4, DETAIL = 3, TEXT_X = 2 };
enum { NAME_LEAST = 34, GAP = 2 };

/* One column of the list. The ones at the end are there only where there is room. */
struct column {
    const char *caption;
    int width;
    char *(*text)(const struct search_hit *h);
};

static char *birth_text(const struct search_hit *h)
{
    return words_day(h->birth_date);
}

static char *iin_text(const struct search_hit *h)
{
    return xstrdup(h->iin_masked ? h->iin_masked : "");
}

static char *why_text(const struct search_hit *h)
{
    return xstrdup(words_why(h->why));
}

static char *status_text(const struct search_hit *h)
{
    return xstrdup(words_status(h->status));
}

static char *centre_text(const struct search_hit *h)
{
    return xstrdup(words_org(h->centre_kk, h->centre_ru));
}

static const struct column columns[] = {
    {N_("Birth date"), 10, birth_text}, {N_("IIN"), 12, iin_text},
    {N_("Found by"), 16, why_text},     {N_("Status"), 24, status_text},
    {N_("Centre"), 30, centre_text},
};

/* How many columns fit beside the name; its width goes to *name. */
static size_t fitting(int width, int *name)
{
    size_t n = 0;
    *name = width - 2;
    while (n < COUNT(columns) && *name - columns[n].width - GAP >= NAME_LEAST)
        *name -= columns[n++].width + GAP;
    return n;
}

static void draw_head(WINDOW *w, int width)
{
    int name;
    size_t n = fitting(width, &name);
    term_put(w, HEAD_Y, 1, name, _("Surname, name, patronymic"), STYLE_KEY);
    int x = 1 + name + GAP;
    for (size_t i = 0; i < n; x += columns[i++].width + GAP)
        term_put(w, HEAD_Y, x, columns[i].width, _(columns[i].caption), STYLE_KEY);
}

static void draw_hit(WINDOW *w, int y, int width, const struct search_hit *h, bool current)
{
    enum style style = current ? STYLE_CURSOR : STYLE_NORMAL;
    int name;
    size_t n = fitting(width, &name);
    char *text = words_name(h->surname, h->name, h->patronymic);
    term_text(w, y, 0, width, "", style);
    term_put(w, y, 1, name, text, style);
    free(text);
    int x = 1 + name + GAP;
    for (size_t i = 0; i < n; x += columns[i++].width + GAP) {
        text = columns[i].text(h);
        term_put(w, y, x, columns[i].width, text, style);
        free(text);
    }
}

/* The whole of what is known of the person the cursor is on, or of the only one. */
static void draw_detail(WINDOW *w, int y, int width, const struct search_hit *h)
{
    char *name = words_name(h->surname, h->name, h->patronymic), *birth = words_day(h->birth_date);
    char *line = xasprintf("%s  %s  %s", name, birth, h->iin_masked ? h->iin_masked : "");
    term_hline(w, y, 0, width);
    term_put(w, y + 1, 1, width - 2, line, STYLE_NORMAL);
    free(line);
    line = xasprintf("%s | %s", words_org(h->centre_kk, h->centre_ru), words_status(h->status));
    term_put(w, y + 2, 1, width - 2, line, STYLE_NORMAL);
    free(line);
    free(birth);
    free(name);
}

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

static char *count_text(const struct scr_search *s, const struct app *app)
{
    if (s->hits.more)
        return xasprintf(_("The first %d persons; there are more. Type on to narrow the list."),
                         s->hits.count);
    if (s->hits.count)
        return xasprintf(
            i18n_plural("%d person found.", "%d persons found.", (unsigned long)s->hits.count),
            s->hits.count);
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
    int width = getmaxx(w), lines = getmaxy(w) - ROWS_Y - DETAIL;
    const char *label = _("Whom do you look for?");
    int x = TEXT_X + utf8_width(label) + 1, y = 0;
    term_put(w, TEXT_Y, 1, width - 1, label, STYLE_NORMAL);
    edit_size(s->edit, 1, width - x - 2);
    edit_draw(s->edit, w, TEXT_Y, x, STYLE_FIELD);
    char *text = told(s, app);
    term_wrapped(w, TOLD_Y, 1, s->hits.count ? TOLD_LINES : lines, width - 2, text,
                 s->failed ? STYLE_ERROR : STYLE_NOTE);
    free(text);
    edit_cursor(s->edit, &s->cursor_y, &s->cursor_x);
    s->cursor_y += TEXT_Y;
    s->cursor_x += x;
    list_fit(&s->list, lines);
    if (s->hits.count)
        draw_head(w, width);
    for (int i = s->list.top; i < s->hits.count && y < lines; i++, y++)
        draw_hit(w, ROWS_Y + y, width, &s->hits.hit[i], i == s->list.current);
    int shown = s->list.current >= 0 ? s->list.current : s->hits.count == 1 ? 0 : -1;
    if (shown >= 0)
        draw_detail(w, ROWS_Y + lines, width, &s->hits.hit[shown]);
    if (s->list.current >= 0) {
        s->cursor_y = ROWS_Y + s->list.current - s->list.top;
        s->cursor_x = 1;
    }
}

bool scr_search_cursor(struct screen *base, struct app *app, int *y, int *x)
{
    (void)app;
    const struct scr_search *s = (struct scr_search *)base;
    *y = s->cursor_y;
    *x = s->cursor_x;
    return true;
}

const char *scr_search_focus(struct screen *base, struct app *app)
{
    (void)app;
    struct scr_search *s = (struct scr_search *)base;
    if (s->list.current < 0)
        return "search";
    snprintf(s->focus, sizeof s->focus, "row %d", s->list.current + 1);
    return s->focus;
}

char *scr_search_where(struct screen *base, struct app *app)
{
    (void)base, (void)app;
    return xstrdup(_("Find a person"));
}
