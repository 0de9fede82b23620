/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F11: what was saved in a field, or in a whole row: when, by whom, the former and the new value,
   and why. */
#include <stdio.h>
#include <stdlib.h>

#include "common/history.h"
#include "common/i18n.h"
#include "common/json.h"
#include "tui/grid.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { DETAIL = 5 };

struct scr_history {
    struct screen base;
    struct app *app;
    const struct card *whole; /* of the screen beneath, which stays while this one is above it */
    char *card, *row, *field; /* field NULL: the whole row */
    char *title;
    const struct section *record;  /* of the row's fields */
    const struct section *section; /* captions */
    struct history history;
    bool answered;
    struct grid *grid;
};

static const struct {
    const char *code, *text;
} kinds[] = {
    {"insert", N_("entered")},   {"update", N_("changed")},           {"annul", N_("annulled")},
    {"restore", N_("restored")}, {"closed", N_("closed by removal")},
};

/* What is no field of the form. */
static const struct {
    const char *column, *caption;
} others[] = {
    {"annul_reason", N_("annulment")},
    {"reasons", N_("reason")},
};

static const char *kind_text(const char *code)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_same(kinds[i].code, code))
            return _(kinds[i].text);
    }
    return code ? code : "";
}

static const struct field *field_of(const struct scr_history *h, const char *column)
{
    for (const struct field *f = h->record->fields; f->name; f++) {
        if (str_same(f->name, column))
            return f;
    }
    return NULL;
}

static char *caption_of(const struct scr_history *h, const char *column)
{
    const struct field *f = field_of(h, column);
    if (f)
        return xstrdup(i18n_caption(h->section->name, f->caption));
    for (size_t i = 0; i < COUNT(others); i++) {
        if (str_same(others[i].column, column))
            return xstrdup(_(others[i].caption));
    }
    return xstrdup(column);
}

struct reasons {
    const struct scr_history *history;
    struct buf text;
};

/* {"sex": "why"} as "Sex: why". */
static void add_reason(void *ctx, const char *key, const char *value)
{
    struct reasons *r = ctx;
    char *caption = caption_of(r->history, key);
    buf_addf(&r->text, "%s%s: %s", r->text.len ? "; " : "", caption, value ? value : "");
    free(caption);
}

/* As the form shows it; nothing as a word. */
static char *shown(const struct scr_history *h, const char *column, const char *value)
{
    const struct field *f = field_of(h, column);
    struct reasons r = {.history = h};
    if (str_same(column, "reasons") && value)
        json_each(value, add_reason, &r);
    else if (value)
        return f ? value_show(f, value, &h->app->session.world) : xstrdup(value);
    return r.text.len ? buf_take(&r.text) : xstrdup(_("(empty)"));
}

/* A check of the identity in one line: where, and what it found. */
static char *check_found(const struct history_row *r)
{
    return !r->is ? xstrdup(_("not checked"))
                  : xasprintf("%s: %s", r->differs ? _("differs") : _("agrees"),
                              r->result ? r->result : "");
}

static int rows(void *ctx)
{
    return ((struct scr_history *)ctx)->history.count;
}

static char *cell(void *ctx, int row, int column)
{
    const struct scr_history *h = ctx;
    const struct history_row *r = &h->history.row[row];
    switch (column) {
    case 0:
        return words_day(r->at);
    case 1:
        return xstrdup(r->person);
    case 2:
        return xstrdup(r->field || !r->is ? kind_text(r->kind) : _("checked"));
    case 3:
        if (!r->field)
            return h->field ? xstrdup(r->is ? r->is : r->was) : xstrdup(_("check of the identity"));
        return h->field ? shown(h, r->field, r->was) : caption_of(h, r->field);
    default:
        if (!r->field)
            return check_found(r);
        return shown(h, r->field, r->is);
    }
}

static const struct grid_source source = {.rows = rows, .cell = cell};

static void set_columns(struct scr_history *h)
{
    const struct grid_column columns[] = {
        {.caption = _("When"), .width = 16, .field = -1},
        {.caption = _("Who"), .width = 20, .field = -1},
        {.caption = _("What"), .width = 10, .field = -1},
        {.caption = h->field ? _("Former value") : _("Field"), .field = -1},
        {.caption = _("New value"), .field = -1},
    };
    if (h->grid)
        grid_columns(h->grid, columns, (int)COUNT(columns));
    else
        h->grid = grid_new(h->app, &h->base, columns, (int)COUNT(columns), &source, NULL, h);
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_history *h = ctx;
    struct error err = {.what = ""};
    if (!reply || !history_read(&h->history, reply, &err)) {
        if (reply)
            app_say_error(app, &err);
        app_pop(app, &h->base);
        return;
    }
    h->answered = true;
    grid_reload(h->grid);
}

static char *where(struct screen *s, struct app *app)
{
    (void)app;
    return xasprintf(_("History: %s"), ((struct scr_history *)s)->title);
}

/* In full what the grid cuts. The caller's. */
static char *detail(const struct scr_history *h, const struct history_row *r)
{
    if (!r->field && !r->is)
        return xstrdup(_("Another name, IIN or date of birth: the check before holds no more, the "
                         "identity is to be checked again."));
    if (!r->field)
        return xasprintf(r->differs ? _("Check of the identity in %s: the data differ. %s")
                                    : _("Check of the identity in %s: the data agree. %s"),
                         r->is, r->result ? r->result : "");
    char *caption = caption_of(h, r->field), *was = shown(h, r->field, r->was);
    char *is = shown(h, r->field, r->is);
    char *text = r->was ? xasprintf(_("%s: was %s; is now %s"), caption, was, is)
                        : xasprintf("%s: %s", caption, is);
    free(caption);
    free(was);
    free(is);
    return text;
}

/* Why, by which document. The caller's. */
static char *why(const struct history_row *r)
{
    char *doc_on = words_day(r->doc_on);
    char *text = !r->reason && !r->doc ? xstrdup("")
                                       : xasprintf("%s%s%s%s%s %s", _("Reason: "),
                                                   r->reason ? r->reason : "-", r->doc ? "; " : "",
                                                   r->doc ? r->doc : "", r->doc ? "," : "", doc_on);
    free(doc_on);
    return text;
}

/* The row with the cursor in full: values are cut in the grid. */
static void draw_detail(const struct scr_history *h, WINDOW *w, int y)
{
    int row = grid_row(h->grid), width = getmaxx(w) - 2;
    term_hline(w, y, 0, getmaxx(w));
    if (row < 0 || row >= h->history.count)
        return;
    const struct history_row *r = &h->history.row[row];
    char *text = detail(h, r);
    int used = term_wrapped(w, y + 1, 1, DETAIL - 2, width, text, STYLE_NORMAL);
    free(text);
    text = why(r);
    term_wrapped(w, y + 1 + used, 1, DETAIL - 1 - used, width, text, STYLE_NORMAL);
    free(text);
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct scr_history *h = (struct scr_history *)s;
    int lines = getmaxy(w);
    (void)app;
    term_put(w, 0, 1, getmaxx(w) - 2, h->title, STYLE_NORMAL);
    if (!h->history.count)
        term_put(w, 2, 1, getmaxx(w) - 2, h->answered ? _("Nothing was changed.") : "", STYLE_DIM);
    else
        grid_draw(h->grid, w, 1, 0, lines - 1 - DETAIL, getmaxx(w));
    draw_detail(h, w, lines - DETAIL);
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_history *h = (struct scr_history *)s;
    if (k.action == ACT_ESC || k.action == ACT_LEAVE || k.action == ACT_ENTER) {
        app_pop(app, s);
        return true;
    }
    if (k.action == ACT_HISTORY) {
        scr_asof_ask(app, h->whole);
        return true;
    }
    return grid_key(h->grid, k) == GRID_STAYED;
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    return grid_cursor(((struct scr_history *)s)->grid, y, x);
}

static const char *focus(struct screen *s, struct app *app)
{
    (void)app;
    return grid_focus(((struct scr_history *)s)->grid);
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_HISTORY, _("Card as of a day"));
    keys_add(set, ACT_LEAVE, NULL);
}

static void language(struct screen *s, struct app *app)
{
    (void)app;
    set_columns((struct scr_history *)s);
}

static void done(struct screen *s, struct app *app)
{
    struct scr_history *h = (struct scr_history *)s;
    (void)app;
    grid_free(h->grid);
    history_done(&h->history);
    free(h->card);
    free(h->row);
    free(h->field);
    free(h->title);
    free(h);
}

static const struct screen_ops ops = {
    .name = "history",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .language = language,
    .done = done,
};

struct screen *scr_history_new(struct app *app, const struct card *card,
                               const struct record *record, int entry, int field)
{
    struct scr_history *h = xcalloc(1, sizeof *h);
    const struct entry *e = &card->edition->entries[entry];
    h->base.ops = &ops;
    h->app = app;
    h->record = record->section;
    h->section = e->section;
    h->whole = card;
    h->card = xstrdup(card->id);
    h->row = xstrdup(record->id);
    h->field = field >= 0 ? xstrdup(record->section->fields[field].name) : NULL;
    h->title = h->field ? caption_of(h, h->field)
                        : xstrdup(i18n_caption(e->section->name, e->section->caption));
    set_columns(h);
    app_send(app, &h->base, APP_MODAL | APP_CANCEL | APP_QUIET,
             history_batch(h->card, record->section->table, h->row, h->field), answered, h);
    return &h->base;
}
