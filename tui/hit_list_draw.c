/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/hit_list.h"
#include "tui/words.h"

enum { NAME_LEAST = 28, NAME_X = HIT_LIST_X + OPTS_WIDTH + 1, GAP = 2, DETAIL = 3 };

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

#define BIRTH                                                                                      \
    {                                                                                              \
        N_("Birth date"), 10, birth_text                                                           \
    }
#define IIN                                                                                        \
    {                                                                                              \
        N_("IIN"), 12, iin_text                                                                    \
    }
#define STATUS                                                                                     \
    {                                                                                              \
        N_("Status"), 24, status_text                                                              \
    }
#define CENTRE                                                                                     \
    {                                                                                              \
        N_("Centre"), 30, centre_text                                                              \
    }
static const struct column by_text[] = {BIRTH,  IIN,    {N_("Found by"), 16, why_text},
                                        STATUS, CENTRE, {NULL, 0, NULL}};
static const struct column by_form[] = {BIRTH, IIN, STATUS, CENTRE, {NULL, 0, NULL}};

/* The columns that fit beside the name; its width goes to *name. */
static const struct column *fitting(const struct hit_list *l, int width, int *name, size_t *n)
{
    const struct column *columns = l->by_form ? by_form : by_text;
    *n = 0;
    *name = width - NAME_X - 1;
    while (columns[*n].text && *name - columns[*n].width - GAP >= NAME_LEAST)
        *name -= columns[(*n)++].width + GAP;
    return columns;
}

static void draw_head(const struct hit_list *l, WINDOW *w, int y, int width)
{
    int name;
    size_t n;
    const struct column *columns = fitting(l, width, &name, &n);
    term_put(w, y, HIT_LIST_X, OPTS_WIDTH, _("Code"), STYLE_KEY);
    term_put(w, y, NAME_X, name, _("Surname, name, patronymic"), STYLE_KEY);
    int x = NAME_X + name + GAP;
    for (size_t i = 0; i < n; x += columns[i++].width + GAP)
        term_put(w, y, x, columns[i].width, _(columns[i].caption), STYLE_KEY);
}

static void draw_hit(const struct hit_list *l, WINDOW *w, int y, int width,
                     const struct search_hit *h, bool current)
{
    enum style style = current ? STYLE_CURSOR : STYLE_NORMAL;
    int name;
    size_t n;
    const struct column *columns = fitting(l, width, &name, &n);
    char *text = words_name(h->surname, h->name, h->patronymic);
    term_text(w, y, 0, width, "", style);
    term_put(w, y, NAME_X, name, text, style);
    free(text);
    int x = NAME_X + name + GAP;
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

/* A thin line with a few words in it. */
static void draw_line(WINDOW *w, int y, int width, const char *text)
{
    enum { X = 3 };
    char *words = xasprintf(" %s ", text);
    term_hline(w, y, 0, width);
    term_put(w, y, X, width - X - 1, words, STYLE_KEY);
    free(words);
}

static const char *heading(enum search_group group)
{
    switch (group) {
    case SEARCH_EXACT:
        break;
    case SEARCH_OTHERWISE:
        return _("Written otherwise, or a part of the name");
    case SEARCH_SIMILAR:
        return _("Only similar to what was typed: compare the birth date");
    }
    return "";
}

static void draw_any(struct hit_list *l, WINDOW *w, int y, int i)
{
    const struct hit_line *line = &l->line[i];
    int width = getmaxx(w);
    switch (line->kind) {
    case HIT_ROW:
        draw_hit(l, w, y, width, line->hit, i == l->list.current);
        opts_people_draw(&l->people, w, y, HIT_LIST_X, i);
        break;
    case HIT_HEAD:
        draw_line(w, y, width, heading(search_group(line->hit)));
        break;
    case HIT_MORE:
        term_put(w, y, 1, width - 2,
                 l->by_form ? _("... and more: add a condition")
                            : _("... and more: type more of the name"),
                 STYLE_NOTE);
        break;
    }
}

void hit_list_draw(struct hit_list *l, WINDOW *w, int y)
{
    int width = getmaxx(w), lines = getmaxy(w) - y - 1 - DETAIL;
    list_fit(&l->list, lines);
    if (!l->hits.count)
        return;
    draw_head(l, w, y++, width);
    for (int i = 0; i < lines && l->list.top + i < l->list.count; i++)
        draw_any(l, w, y + i, l->list.top + i);
    l->cursor_y = y + l->list.current - l->list.top;
    const struct search_hit *whole = hit_list_now(l);
    if (whole || l->hits.count == 1)
        draw_detail(w, y + lines, width, whole ? whole : l->hits.hit);
}
