/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/cell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/calendar_pick.h"
#include "tui/cell_list.h"
#include "tui/dialog.h"
#include "tui/edit.h"
#include "tui/zoom.h"

enum { WIDTH = 30, REASON_MAX = 200, LINE_MAX_CHARS = 200 };

struct cell {
    struct app *app;
    struct screen *owner;
    const struct cell_hooks *hooks;
    void *ctx;
    struct record *record; /* NULL: closed */
    int field;
    const char *context;
    char *entry; /* the text as it was on entry */
    struct edit *edit;
    int lines, width, y, x; /* as drawn last */
    struct screen *opened;  /* list, calendar, editor or question above; NULL: none */
    struct record *asked;   /* whose reason is asked for */
    int asked_field;
    char why[320];
};

static const struct field *field_of(const struct cell *c)
{
    return &c->record->section->fields[c->field];
}

static const struct value_world *world(const struct cell *c)
{
    return &c->app->session.world;
}

static const char *caption(const struct cell *c)
{
    return i18n_caption(c->context ? c->context : c->record->section->name, field_of(c)->caption);
}

struct cell *cell_new(struct app *app, struct screen *owner, const struct cell_hooks *hooks,
                      void *ctx)
{
    static const struct cell_hooks none = {.left = NULL};
    struct cell *c = xcalloc(1, sizeof *c);
    *c = (struct cell){.app = app, .owner = owner, .hooks = hooks ? hooks : &none, .ctx = ctx};
    c->lines = 1;
    c->width = WIDTH;
    c->entry = xstrdup("");
    return c;
}

/* What stands above with this cell as its context has to go before the cell does. */
static void close_opened(struct cell *c)
{
    struct screen *s = c->opened;
    c->opened = NULL;
    c->asked = NULL;
    if (s)
        app_pop(c->app, s);
}

void cell_free(struct cell *c)
{
    if (!c)
        return;
    close_opened(c);
    edit_free(c->edit);
    free(c->entry);
    free(c);
}

static int text_max(const struct field *f)
{
    bool text = f->type == FIELD_TEXT || f->type == FIELD_LONG || f->type == FIELD_EMAIL;
    return text ? f->max : 0;
}

/* A text of several lines would lose its line ends in one. */
static int edit_lines(const struct cell *c, int lines)
{
    return field_of(c)->type != FIELD_LONG ? 1 : lines < 2 ? 2 : lines;
}

static void fresh(struct cell *c)
{
    char *text = value_edit(field_of(c), c->record->value[c->field], world(c));
    edit_fresh(c->edit, text);
    free(text);
    free(c->entry);
    c->entry = xstrdup(edit_text(c->edit)); /* as it comes back: blanks at its end are no change */
}

void cell_open(struct cell *c, struct record *r, int field, const char *context)
{
    if (!c->asked) /* a question about the former field stays */
        close_opened(c);
    edit_free(c->edit);
    c->record = r;
    c->field = field;
    c->context = context;
    c->edit = edit_new(edit_lines(c, c->lines), c->width, text_max(field_of(c)), false);
    fresh(c);
}

void cell_close(struct cell *c)
{
    close_opened(c);
    edit_free(c->edit);
    c->edit = NULL;
    c->record = NULL;
}

void cell_reload(struct cell *c)
{
    if (c->record)
        fresh(c);
}

struct record *cell_record(const struct cell *c)
{
    return c->record;
}

int cell_field(const struct cell *c)
{
    return c->record ? c->field : -1;
}

bool cell_dirty(const struct cell *c)
{
    return c->record && strcmp(edit_text(c->edit), c->entry) != 0;
}

bool cell_revert(struct cell *c)
{
    if (!cell_dirty(c))
        return false;
    fresh(c);
    if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, c->entry);
    return true;
}

/* --- may it be typed? ----------------------------------------------------------------------- */

/* "Applies if «Caption» is: value". */
static void say_condition(struct cell *c, const struct record *r, int field)
{
    const struct section *s = r->section;
    const struct condition *when = &s->fields[field].when;
    int on = when->field ? record_field(r, when->field) : -1;
    if (on < 0) {
        snprintf(c->why, sizeof c->why, "%s", _("does not apply"));
        return;
    }
    const char *name = i18n_caption(c->context ? c->context : s->name, s->fields[on].caption);
    if (!when->value) {
        snprintf(c->why, sizeof c->why, _("applies if «%s» is filled"), name);
    } else if (!*when->value) {
        snprintf(c->why, sizeof c->why, _("applies if «%s» is empty"), name);
    } else {
        struct buf b = {0};
        for (const char *v = when->value; *v;) {
            size_t n = strcspn(v, "|");
            char *code = xcalloc(n + 1, 1);
            memcpy(code, v, n);
            char *shown = value_show(&s->fields[on], code, world(c));
            buf_addf(&b, "%s%s", b.len ? ", " : "", shown);
            free(shown);
            free(code);
            v += n + (v[n] == '|');
        }
        char *values = buf_take(&b);
        snprintf(c->why, sizeof c->why, _("applies if «%s» is: %s"), name, values);
        free(values);
    }
    c->why[utf8_fit(c->why, 300)] = 0;
}

const char *cell_why_locked(const struct cell *cell, struct record *r, int field)
{
    struct cell *c = (struct cell *)cell; /* only its buffer is written */
    const struct field *f = &r->section->fields[field];
    if (!record_applies(r, field)) {
        say_condition(c, r, field);
        return c->why;
    }
    if (f->flags & FIELD_AUTO)
        return _("filled by the program");
    if ((f->flags & FIELD_ONCE) && r->id)
        return _("typed only while the row is new");
    if (r->annul_reason)
        return _("the row is annulled");
    return c->hooks->locked ? c->hooks->locked(c->ctx, r, field) : NULL;
}

static bool refuse_locked(struct cell *c)
{
    const char *why = cell_why_locked(c, c->record, c->field);
    if (why)
        app_say(c->app, SAY_ERROR, 0, "%s: %s", caption(c), why);
    return why != NULL;
}

/* --- taking in ------------------------------------------------------------------------------ */

static void say_value(struct cell *c, const char *typed, const char *notice)
{
    const struct field *f = field_of(c);
    const char *value = c->record->value[c->field];
    char *shown = value_show(f, value, world(c));
    if (*notice)
        app_say(c->app, SAY_INFO, 0, "%s: %s", caption(c), notice);
    else if (value && f->type == FIELD_DATE)
        app_say(c->app, SAY_INFO, 0, "%s: %s, %s", caption(c), shown,
                value_weekday(day_parse_iso(value)));
    else if (value && strcmp(shown, typed) != 0 && f->type != FIELD_LONG)
        app_say(c->app, SAY_INFO, 0, "%s: %s", caption(c), shown);
    free(shown);
}

static void changed(struct cell *c, struct record *r, int field)
{
    record_settle(r, field);
    if (c->hooks->left)
        c->hooks->left(c->ctx, r, field);
}

static void on_reason(void *ctx, struct app *app, const char *text)
{
    struct cell *c = ctx;
    struct record *r = c->asked;
    (void)app;
    c->opened = NULL;
    c->asked = NULL;
    if (!r || !text)
        return;
    str_set(&r->reason[c->asked_field], text);
    if (c->hooks->left)
        c->hooks->left(c->ctx, r, c->asked_field);
    app_hush(c->app);
}

static void open_above(struct cell *c, struct screen *s)
{
    c->opened = s;
    app_push(c->app, s);
}

/* After the value is in the record. False: impossible beside the others, so the cursor stays once.
 */
static bool check(struct cell *c)
{
    struct problem found[64];
    int n = record_check(c->record, world(c), found, (int)COUNT(found));
    for (int i = 0; i < n; i++) {
        const struct problem *p = &found[i];
        if (p->field != c->field || p->missing)
            continue;
        switch (p->strength) {
        case CHECK_IMPOSSIBLE:
            app_say(c->app, SAY_ERROR, p->number, "%s: %s", caption(c), p->text);
            return false;
        case CHECK_REASON:
            app_say(c->app, SAY_ERROR, p->number, "%s: %s", caption(c), p->text);
            c->asked = c->record;
            c->asked_field = c->field;
            open_above(c, dialog_text(c->app, caption(c), p->text, c->record->reason[c->field],
                                      REASON_MAX, true, on_reason, c));
            return true;
        case CHECK_NOTE:
            app_say(c->app, SAY_NOTE, p->number, "%s: %s", caption(c), p->text);
            break;
        }
    }
    return true;
}

/* A dictionary's word below the chosen parent: what is unique there need not be unique in all.
 * NULL: value_read decides. */
static char *word_below(struct cell *c, const char *typed)
{
    const struct field *f = field_of(c);
    if (f->type != FIELD_DICT || !f->parent || !*typed)
        return NULL;
    char today[11];
    size_t fits;
    day_iso(world(c)->today, today);
    const struct dict_word *w = dict_answer(world(c)->dicts, f->dict,
                                            record_get(c->record, f->parent), today, typed, &fits);
    return w ? xstrdup(w->code) : NULL;
}

static bool read_value(struct cell *c, const char *typed, char **value, char notice[160],
                       struct error *err)
{
    notice[0] = 0;
    *value = word_below(c, typed);
    if (*value)
        return true;
    if (value_read(field_of(c), typed, world(c), value, notice, err))
        return true;
    error_where(err, "%s", caption(c));
    return false;
}

bool cell_take(struct cell *c)
{
    if (!cell_dirty(c))
        return true;
    if (refuse_locked(c))
        return false;
    char *typed = xstrdup(edit_text(c->edit)), *value, notice[160];
    struct error err = {.number = 0};
    bool ok = read_value(c, typed, &value, notice, &err);
    if (!ok) {
        app_say_error(c->app, &err);
        edit_fresh(c->edit, typed); /* it stays, and the next printable key replaces it (K-3) */
    } else {
        bool differs = !str_same(value, c->record->value[c->field]);
        app_hush(c->app); /* an earlier refusal of this field */
        record_set(c->record, c->field, value);
        free(value);
        if (differs)
            changed(c, c->record, c->field);
        fresh(c);
        say_value(c, typed, notice);
        ok = !differs || check(c);
    }
    free(typed);
    return ok;
}

/* --- lists ---------------------------------------------------------------------------------- */

/* A choice counts as typed and taken in. */
static void put_value(struct cell *c, const char *value)
{
    bool differs = !str_same(value, c->record->value[c->field]);
    record_set(c->record, c->field, value);
    if (differs)
        changed(c, c->record, c->field);
    fresh(c);
    app_hush(c->app);
    if (differs)
        check(c);
}

static void on_code(void *ctx, struct app *app, const char *code)
{
    struct cell *c = ctx;
    (void)app;
    c->opened = NULL;
    if (c->record && code)
        put_value(c, code);
}

static void on_day(void *ctx, struct app *app, day d)
{
    struct cell *c = ctx;
    (void)app;
    char iso[11];
    c->opened = NULL;
    if (!c->record || d == DAY_NONE)
        return;
    day_iso(d, iso);
    struct error err = {.number = 0};
    if (value_check(field_of(c), iso, world(c), &err)) {
        put_value(c, iso);
        return;
    }
    error_where(&err, "%s", caption(c));
    app_say_error(c->app, &err);
}

static void on_zoom(void *ctx, struct app *app, const char *text)
{
    struct cell *c = ctx;
    (void)app;
    c->opened = NULL;
    if (!c->record || !text)
        return;
    edit_set(c->edit, text);
    cell_take(c);
}

bool cell_has_list(const struct cell *c)
{
    if (!c->record)
        return false;
    const struct field *f = field_of(c);
    if (f->type == FIELD_LONG || (f->type == FIELD_TEXT && f->max > LINE_MAX_CHARS))
        return true;
    bool has = cell_list_has(f) || f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
    return has && !cell_why_locked(c, c->record, c->field);
}

static day start_day(const struct cell *c)
{
    day first, last;
    const char *value = c->record->value[c->field];
    return value && value_days(value, &first, &last) ? first : DAY_NONE;
}

bool cell_list(struct cell *c)
{
    if (!cell_has_list(c))
        return false;
    const struct field *f = field_of(c);
    if (cell_list_has(f)) {
        const char *recent =
            c->hooks->recent ? c->hooks->recent(c->ctx, c->record, c->field) : NULL;
        open_above(c, cell_list_new(c->app, caption(c), c->record, c->field,
                                    cell_dirty(c) ? edit_text(c->edit) : NULL, recent, on_code, c));
    } else if (f->type == FIELD_DATE || f->type == FIELD_PARTIAL) {
        open_above(c, calendar_pick_new(c->app, caption(c), start_day(c), on_day, c));
    } else {
        bool locked = cell_why_locked(c, c->record, c->field) != NULL;
        open_above(c, zoom_new(c->app, caption(c), edit_text(c->edit), f->max, locked, on_zoom, c));
    }
    return true;
}

static bool ditto(struct cell *c)
{
    if (!c->hooks->ditto || refuse_locked(c))
        return c->hooks->ditto != NULL;
    char *value = c->hooks->ditto(c->ctx, c->record, c->field);
    if (!value) {
        app_say(c->app, SAY_ERROR, 0, _("%s: there is nothing to repeat"), caption(c));
        return true;
    }
    char *text = value_edit(field_of(c), value, world(c));
    edit_set(c->edit, text);
    free(text);
    free(value);
    return true;
}

/* --- keys ----------------------------------------------------------------------------------- */

/* What the key means in this field: digits salvaged where only digits stand (K-11), a space is
 * today in a date (K-7). */
static uint32_t meant(const struct cell *c, uint32_t ch)
{
    enum field_type t = field_of(c)->type;
    bool empty = edit_is_fresh(c->edit) || !*edit_text(c->edit);
    if (t == FIELD_IIN || t == FIELD_BIN || t == FIELD_INT)
        return value_salvage_digit(ch);
    if (t == FIELD_DATE && ch == ' ' && empty)
        return '=';
    return ch;
}

static enum cell_result type_char(struct cell *c, struct key k)
{
    if (k.ch == '?' && !*edit_text(c->edit))
        return CELL_PASS; /* help */
    if (refuse_locked(c))
        return CELL_STAYED;
    k.ch = meant(c, k.ch);
    bool full;
    edit_key(c->edit, k, &full);
    if (full) {
        term_beep();
        return CELL_STAYED;
    }
    if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, edit_text(c->edit));
    if (!value_full(field_of(c), edit_text(c->edit)))
        return CELL_STAYED;
    return cell_take(c) ? CELL_NEXT : CELL_STAYED; /* K-4 */
}

static enum cell_result edit_with(struct cell *c, struct key k)
{
    bool writes = k.action == ACT_DELETE || k.action == ACT_BACKSPACE || k.action == ACT_CLEAR;
    if (writes && refuse_locked(c))
        return CELL_STAYED;
    bool full;
    edit_key(c->edit, k, &full);
    if (full)
        term_beep();
    else if (writes && c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, edit_text(c->edit));
    return CELL_STAYED;
}

static enum cell_result leave(struct cell *c, struct key k)
{
    bool down = k.action == ACT_DOWN || k.action == ACT_UP;
    if (down && !edit_is_fresh(c->edit) && edit_key(c->edit, k, NULL))
        return CELL_STAYED; /* within a text of several lines */
    if (!cell_take(c))
        return CELL_STAYED;
    return k.action == ACT_UP || k.action == ACT_BACKTAB ? CELL_BACK : CELL_NEXT;
}

enum cell_result cell_key(struct cell *c, struct key k)
{
    if (!c->record)
        return CELL_PASS;
    switch ((int)k.action) {
    case ACT_CHAR:
        return type_char(c, k);
    case ACT_ENTER:
    case ACT_TAB:
    case ACT_DOWN:
    case ACT_UP:
    case ACT_BACKTAB:
        return leave(c, k);
    case ACT_LEFT:
    case ACT_RIGHT:
    case ACT_HOME:
    case ACT_END:
    case ACT_INSERT:
    case ACT_DELETE:
    case ACT_BACKSPACE:
    case ACT_CLEAR:
        return edit_with(c, k);
    case ACT_UNDO:
        return cell_revert(c) ? CELL_STAYED : CELL_PASS;
    case ACT_LIST:
        return cell_list(c) ? CELL_STAYED : CELL_PASS;
    case ACT_DITTO:
        return ditto(c) ? CELL_STAYED : CELL_PASS;
    }
    return CELL_PASS;
}

void cell_draw(struct cell *c, WINDOW *w, int y, int x, int lines, int width)
{
    if (!c->record)
        return;
    c->lines = lines;
    c->width = width;
    c->y = y;
    c->x = x;
    edit_size(c->edit, edit_lines(c, lines), width);
    edit_draw(c->edit, w, y, x, STYLE_FIELD);
}

void cell_cursor(const struct cell *c, int *y, int *x)
{
    *y = *x = 0;
    if (!c->record)
        return;
    edit_cursor(c->edit, y, x);
    *y += c->y;
    *x += c->x;
}
