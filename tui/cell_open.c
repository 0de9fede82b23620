/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What F4 opens above the field. */
#include <stdlib.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/calendar_pick.h"
#include "tui/cell_inner.h"
#include "tui/cell_list.h"
#include "tui/zoom.h"

enum { LINE_MAX_CHARS = 200 };

/* A choice counts as typed and taken in. */
static void put_value(struct cell *c, const char *value)
{
    bool differs = !str_same(value, c->record->value[c->field]);
    record_set(c->record, c->field, value);
    app_hush(c->app);
    if (differs)
        cell_changed(c, c->record, c->field);
    cell_fresh(c);
    if (differs)
        cell_check(c);
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
    if (value_check(cell_def(c), iso, cell_world(c), &err)) {
        put_value(c, iso);
        return;
    }
    error_where(&err, "%s", cell_caption(c));
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
    const struct field *f = cell_def(c);
    if (f->type == FIELD_LONG || (f->type == FIELD_TEXT && f->max > LINE_MAX_CHARS))
        return true;
    bool has = cell_list_has(f) || f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
    return has && !cell_why_locked(c, c->record, c->field, c->context);
}

const char *cell_list_label(const struct cell *c)
{
    const struct field *f = cell_def(c);
    bool date = f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
    bool text = f->type == FIELD_LONG || f->type == FIELD_TEXT;
    return date ? _("Calendar") : text ? _("Editor") : NULL;
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
    const struct field *f = cell_def(c);
    if (cell_list_has(f)) {
        const char *recent =
            c->hooks->recent ? c->hooks->recent(c->ctx, c->record, c->field) : NULL;
        cell_open_above(c, cell_list_new(c->app, cell_caption(c), c->record, c->field,
                                         cell_dirty(c) ? edit_text(c->edit) : NULL, recent, on_code,
                                         c));
    } else if (f->type == FIELD_DATE || f->type == FIELD_PARTIAL) {
        bool due = str_same(c->record->section->due, f->name);
        cell_open_above(c,
                        calendar_pick_new(c->app, cell_caption(c), start_day(c), due, on_day, c));
    } else {
        bool locked = cell_why_locked(c, c->record, c->field, c->context) != NULL;
        cell_open_above(
            c, zoom_new(c->app, cell_caption(c), edit_text(c->edit), f->max, locked, on_zoom, c));
    }
    return true;
}
