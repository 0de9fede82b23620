/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card as it was at the end of a day: what was loaded, with every later change of the history
   taken back. For reading only. */
#include <stdlib.h>
#include <string.h>

#include "common/history.h"
#include "common/i18n.h"
#include "tui/body.h"
#include "tui/cut.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { DATE_MAX = 10, INDENT = 2, CAPTION = 34, DETAIL = 3 };

struct line {
    char *caption, *value; /* value NULL: a heading */
    bool differs;          /* from today */
};

struct scr_asof {
    struct screen base;
    const struct card *card; /* of the screen beneath, which stays while this one is above it */
    day on;
    bool answered;
    struct line *line;
    struct list list;
    char focus[24];
};

/* Records that have a history, each once: several single sections share one. */
static const struct record *saved_record(const struct card *c, int entry, int row)
{
    const struct record *r = c->lists[entry].rows[row];
    int first = 0;
    if (!r->id || (card_single(c, entry, &first) && first != 0))
        return NULL;
    return r;
}

static struct db_batch *batch(const struct card *c)
{
    struct db_batch *b = db_batch_new();
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++) {
            const struct record *r = saved_record(c, i, k);
            if (r)
                db_batch_add(b, true,
                             "select at, kind, field, old from history_of($1::bigint, $2::text,"
                             " $3::bigint, null)",
                             3, (const char *[]){c->id, r->section->table, r->id});
        }
    return b;
}

static void add(struct scr_asof *s, char *caption, char *value, bool differs)
{
    s->line = xrealloc(s->line, (size_t)(s->list.count + 1) * sizeof *s->line);
    s->line[s->list.count++] = (struct line){caption, value, differs};
}

/* As it was; NULL: it was not there yet. The caller's. The newest change comes first. */
static struct record *as_of(const struct record *r, const struct db_result *h, const char *day_text)
{
    struct record *was = record_copy(r);
    bool there = true;
    record_revert(was);
    for (int i = 0; i < db_rows(h); i++) {
        if (strncmp(db_get(h, i, 0), day_text, 10) <= 0)
            break;
        const char *kind = db_get(h, i, 1), *field = db_get(h, i, 2);
        int f = field ? record_field(was, field) : -1;
        if (str_same(kind, "insert"))
            there = false;
        else if (f >= 0)
            record_set(was, f, db_get(h, i, 3));
        else if (str_same(field, "annul_reason"))
            str_set(&was->annul_reason, db_get(h, i, 3));
    }
    if (there)
        return was;
    record_free(was);
    return NULL;
}

static void add_fields(struct scr_asof *s, int entry, const struct record *r,
                       const struct record *was, const struct value_world *w)
{
    const struct section *section = s->card->edition->entries[entry].section;
    int first = 0, n = body_fields(section);
    card_single(s->card, entry, &first);
    for (int f = 0; f < n; f++) {
        const char *value = was->value[first + f];
        bool differs = !str_same(value, r->old[first + f]);
        if (value || differs)
            add(s, xstrdup(i18n_caption(section->name, section->fields[f].caption)),
                value_show(&section->fields[f], value, w), differs);
    }
    if (was->annul_reason)
        add(s, xstrdup(_("annulment")), xstrdup(was->annul_reason),
            !str_same(was->annul_reason, r->old_annul_reason));
}

static const struct db_result *result_of(const struct card *c, const struct db_reply *reply,
                                         const struct record *wanted)
{
    int at = 0;
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++) {
            const struct record *r = saved_record(c, i, k);
            if (r == wanted)
                return reply->results[at];
            at += r != NULL;
        }
    return NULL;
}

static void build(struct scr_asof *s, struct app *app, const struct db_reply *reply)
{
    const struct card *c = s->card;
    char iso[11];
    day_iso(s->on, iso);
    for (int i = 0; i < c->nlists; i++) {
        const struct card_list *list = &c->lists[i];
        add(s, body_heading(&c->edition->entries[i]), NULL, false);
        int before = s->list.count, shown = 0;
        for (int k = 0; k < list->count; k++) {
            const struct record *r = list->rows[k];
            const struct db_result *h = r->id ? result_of(c, reply, r) : NULL;
            struct record *was = h ? as_of(r, h, iso) : NULL;
            if (!was)
                continue;
            if (list->section->kind != SECTION_SINGLE)
                add(s, xasprintf(_("row %d"), ++shown), xstrdup(""), false);
            add_fields(s, i, r, was, &app->session.world);
            record_free(was);
        }
        if (s->list.count == before)
            free(s->line[--s->list.count].caption); /* a section without values */
    }
    list_first(&s->list);
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_asof *s = ctx;
    if (!reply || !reply->ok) {
        app_pop(app, &s->base);
        return;
    }
    s->answered = true;
    build(s, app, reply);
}

static char *where(struct screen *base, struct app *app)
{
    struct scr_asof *s = (struct scr_asof *)base;
    char shown[11];
    (void)app;
    day_show(s->on, shown);
    return xasprintf(_("The card as it was on %s"), shown);
}

static void put_cut(WINDOW *w, int y, int x, int width, const char *text, enum style style)
{
    char *cut = cut_text(text, width);
    term_put(w, y, x, width, cut, style);
    free(cut);
}

/* The number of a row has no value; what was empty then and is not now has none either. */
static const char *said(const struct line *l)
{
    return *l->value || !l->differs ? l->value : _("(empty)");
}

static void draw_line(const struct line *l, WINDOW *w, int y, bool here)
{
    int width = getmaxx(w);
    enum style style = here ? STYLE_CURSOR : l->value ? STYLE_NORMAL : STYLE_TITLE;
    term_text(w, y, 0, width, "", style);
    put_cut(w, y, l->value ? INDENT : 0, l->value ? CAPTION : width, l->caption, style);
    if (!l->value)
        return;
    put_cut(w, y, INDENT + CAPTION + 2, width - INDENT - CAPTION - 2, said(l), style);
    if (l->differs)
        term_put(w, y, INDENT + CAPTION + 1, 1, "*", style);
}

/* In full what the line with the cursor may cut. */
static void draw_detail(const struct scr_asof *s, WINDOW *w, int y)
{
    const struct line *l = &s->line[s->list.current];
    bool alone = !l->value || !*said(l);
    char *text = alone ? xstrdup(l->caption) : xasprintf("%s: %s", l->caption, said(l));
    term_hline(w, y, 0, getmaxx(w));
    term_wrapped(w, y + 1, 1, DETAIL - 1, getmaxx(w) - 2, text, STYLE_NORMAL);
    free(text);
}

static void draw(struct screen *base, struct app *app, WINDOW *w)
{
    struct scr_asof *s = (struct scr_asof *)base;
    int lines = getmaxy(w) - DETAIL;
    (void)app;
    if (s->answered && !s->list.count)
        term_put(w, 0, INDENT, getmaxx(w) - INDENT, _("There was no card on that day."),
                 STYLE_NORMAL);
    list_fit(&s->list, lines);
    for (int i = 0; i < lines && s->list.top + i < s->list.count; i++)
        draw_line(&s->line[s->list.top + i], w, i, s->list.top + i == s->list.current);
    if (s->list.count)
        draw_detail(s, w, lines);
}

static bool cursor(struct screen *base, struct app *app, int *y, int *x)
{
    const struct scr_asof *s = (struct scr_asof *)base;
    (void)app;
    *x = 0;
    *y = s->list.current - s->list.top;
    return s->list.current >= 0;
}

static const char *focus(struct screen *base, struct app *app)
{
    struct scr_asof *s = (struct scr_asof *)base;
    (void)app;
    snprintf(s->focus, sizeof s->focus, "line %d", s->list.current + 1);
    return s->focus;
}

static bool key(struct screen *base, struct app *app, struct key k)
{
    struct scr_asof *s = (struct scr_asof *)base;
    if (k.action == ACT_ESC || k.action == ACT_LEAVE || k.action == ACT_ENTER) {
        app_pop(app, base);
        return true;
    }
    return list_key(&s->list, k);
}

static void keys(struct screen *base, struct app *app, struct key_set *set)
{
    (void)base;
    (void)app;
    keys_add(set, ACT_LEAVE, NULL);
}

static void done(struct screen *base, struct app *app)
{
    struct scr_asof *s = (struct scr_asof *)base;
    (void)app;
    for (int i = 0; i < s->list.count; i++) {
        free(s->line[i].caption);
        free(s->line[i].value);
    }
    free(s->line);
    free(s);
}

static const struct screen_ops ops = {
    .name = "asof",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

/* --- the day is asked for first --------------------------------------------------------------- */

static void ask(struct app *app, const struct card *card, const char *typed);

static void date_typed(void *ctx, struct app *app, const char *text)
{
    static const struct field date = {.type = FIELD_DATE, .flags = FIELD_PAST};
    const struct card *card = ctx;
    struct error err = {.what = ""};
    char *value = NULL, notice[160];
    if (!text)
        return;
    if (!value_read(&date, text, &app->session.world, &value, notice, &err)) {
        app_say_error(app, &err);
        ask(app, card, text);
        return;
    }
    app_hush(app);
    struct scr_asof *s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->card = card;
    s->on = day_parse_iso(value);
    s->list.current = -1;
    free(value);
    app_push(app, &s->base);
    app_send(app, &s->base, APP_MODAL | APP_CANCEL, batch(card), answered, s);
}

static void ask(struct app *app, const struct card *card, const char *typed)
{
    app_push(app, dialog_text(app, _("The card as of a day"),
                              _("It is shown as it was at the end of that day:"), typed, DATE_MAX,
                              true, date_typed, (void *)(uintptr_t)card));
}

void scr_asof_ask(struct app *app, const struct card *card)
{
    ask(app, card, NULL);
}
