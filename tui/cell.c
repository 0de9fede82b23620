/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field and its keys. Taking in what was typed: cell_take.c; lists, calendar, editor:
 * cell_open.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/cell_inner.h"

enum { WIDTH = 30 };

const struct field *cell_def(const struct cell *c)
{
    return &c->record->section->fields[c->field];
}

const struct value_world *cell_world(const struct cell *c)
{
    return &c->app->session.world;
}

const char *cell_caption(const struct cell *c)
{
    return i18n_caption(c->context ? c->context : c->record->section->name, cell_def(c)->caption);
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
    return cell_def(c)->type != FIELD_LONG ? 1 : lines < 2 ? 2 : lines;
}

void cell_fresh(struct cell *c)
{
    char *text = value_edit(cell_def(c), c->record->value[c->field], cell_world(c));
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
    c->ditto = DITTO_ROW;
    c->context = context;
    c->edit = edit_new(edit_lines(c, c->lines), c->width, text_max(cell_def(c)), false);
    cell_fresh(c);
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
    if (!c->record)
        return;
    if (!cell_dirty(c)) {
        cell_fresh(c);
        return;
    }
    free(c->entry);
    c->entry = value_edit(cell_def(c), c->record->value[c->field], cell_world(c));
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
    cell_fresh(c);
    if (c->app->message.kind == SAY_ERROR) /* about what is gone */
        app_hush(c->app);
    if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, c->entry);
    return true;
}

void cell_open_above(struct cell *c, struct screen *s)
{
    c->opened = s;
    app_push(c->app, s);
}

/* --- may it be typed? ----------------------------------------------------------------------- */

/* "Applies if «Caption» is: value". */
static void say_condition(struct cell *c, const struct record *r, int field, const char *context)
{
    enum { NAME_CELLS = 24 };
    const struct section *s = r->section;
    const struct condition *when = &s->fields[field].when;
    int on = when->field ? record_field(r, when->field) : -1;
    if (on < 0) {
        snprintf(c->why, sizeof c->why, "%s", _("does not apply"));
        return;
    }
    const char *whole = i18n_caption(context ? context : s->name, s->fields[on].caption);
    char name[160];
    size_t fit = utf8_fit(whole, NAME_CELLS);
    snprintf(name, sizeof name, "%.*s%s", (int)fit, whole, whole[fit] ? "..." : "");
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
            char *shown = value_show(&s->fields[on], code, cell_world(c));
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

bool cell_unshown(const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    bool text = f->type == FIELD_TEXT || f->type == FIELD_LONG || f->type == FIELD_EMAIL;
    return text && r->value[field] && !term_can_show(r->value[field]);
}

struct cell_lock cell_lock(const struct cell *cell, struct record *r, int field,
                           const char *context)
{
    struct cell *c = (struct cell *)cell; /* only its buffer is written */
    const struct field *f = &r->section->fields[field];
    if (!record_applies(r, field)) {
        say_condition(c, r, field, context);
        return (struct cell_lock){c->why, MESSAGE_NOT_APPLIES, false};
    }
    if (f->flags & FIELD_AUTO)
        return (struct cell_lock){_("filled by the program"), MESSAGE_AUTO, false};
    if ((f->flags & FIELD_ONCE) && r->id)
        return (struct cell_lock){_("typed only while the row is new"), MESSAGE_ONCE, false};
    if (r->annul_reason)
        return (struct cell_lock){_("the row is annulled"), MESSAGE_ROW_ANNULLED, false};
    if (cell_unshown(r, field))
        return (struct cell_lock){
            _("has a character that this terminal cannot show: kept as it is"), MESSAGE_UNSHOWN,
            false};
    return c->hooks->locked ? c->hooks->locked(c->ctx, r, field) : (struct cell_lock){.why = NULL};
}

const char *cell_why_locked(const struct cell *c, struct record *r, int field, const char *context)
{
    return cell_lock(c, r, field, context).why;
}

bool cell_refuse_locked(struct cell *c)
{
    struct cell_lock lock = cell_lock(c, c->record, c->field, c->context);
    if (lock.why)
        app_say_about(c->app, SAY_ERROR, lock.number, cell_caption(c), lock.why);
    return lock.why != NULL;
}

/* --- keys ----------------------------------------------------------------------------------- */

/* What the key means in this field: digits salvaged where only digits stand (K-11), a space is
 * today in a date (K-7). */
static uint32_t meant(const struct cell *c, uint32_t ch)
{
    enum field_type t = cell_def(c)->type;
    bool empty = edit_is_fresh(c->edit) || !*edit_text(c->edit);
    if (t == FIELD_IIN || t == FIELD_BIN || t == FIELD_INT)
        return value_salvage_digit(ch);
    if (t == FIELD_DATE && ch == ' ' && empty)
        return '=';
    return ch;
}

/* Whatever else is drawn of the text depends on this only: was something typed? */
static void echo_text(struct cell *c, bool was_dirty)
{
    if (cell_dirty(c) == was_dirty)
        app_echo(c->app, edit_echo, c->edit);
}

static enum cell_result type_char(struct cell *c, struct key k)
{
    if (k.ch == '?' && !*edit_text(c->edit))
        return CELL_PASS; /* help */
    if (cell_refuse_locked(c))
        return CELL_STAYED;
    k.ch = meant(c, k.ch);
    bool full, dirty = cell_dirty(c);
    edit_key(c->edit, k, &full);
    if (full)
        term_beep();
    else if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, edit_text(c->edit));
    if (full || !value_full(cell_def(c), edit_text(c->edit))) {
        echo_text(c, dirty);
        return CELL_STAYED;
    }
    return cell_take(c) ? CELL_NEXT : CELL_STAYED; /* K-4 */
}

static enum cell_result edit_with(struct cell *c, struct key k)
{
    bool writes = k.action == ACT_DELETE || k.action == ACT_BACKSPACE || k.action == ACT_CLEAR;
    if (writes && cell_refuse_locked(c))
        return CELL_STAYED;
    bool full, dirty = cell_dirty(c);
    edit_key(c->edit, k, &full);
    if (full)
        term_beep();
    else if (writes && c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, edit_text(c->edit));
    echo_text(c, dirty);
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
        return cell_ditto(c) ? CELL_STAYED : CELL_PASS;
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
