/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/body_columns.h"

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/calendar_pick.h"

/* Cells of a type's longest value; 0: a text, which shares what is left. */
static const int widths[] = {
    [FIELD_TEXT] = 0,   [FIELD_LONG] = 0,  [FIELD_DATE] = 10,   [FIELD_PARTIAL] = 10,
    [FIELD_MONEY] = 14, [FIELD_INT] = 4,   [FIELD_DECIMAL] = 8, [FIELD_ENUM] = 0,
    [FIELD_DICT] = 0,   [FIELD_BOOL] = 4,  [FIELD_IIN] = 12,    [FIELD_BIN] = 12,
    [FIELD_PHONE] = 13, [FIELD_EMAIL] = 0,
};
enum { TEXT_LEAST = 12, NUMBER = 3, WEEKDAY = 3, MARK = 4 };

static void add(struct body_columns *c, const struct section *s, int field, int width)
{
    const struct field *f = &s->fields[field];
    bool right = f->type == FIELD_MONEY || f->type == FIELD_INT || f->type == FIELD_DECIMAL;
    c->field[c->count] = field;
    c->column[c->count++] = (struct grid_column){
        .caption = i18n_caption(s->name, f->caption),
        .width = width,
        .right = right,
        .field = f->flags & FIELD_AUTO ? -1 : field,
        .least = TEXT_LEAST,
    };
}

static bool has(const struct body_columns *c, int field)
{
    for (int i = 0; i < c->count; i++) {
        if (c->field[i] == field)
            return true;
    }
    return false;
}

/* A date's caption may be a little wider than the date. */
static int own_width(const struct section *s, int field)
{
    enum { CAPTION_MOST = 12 };
    const struct field *f = &s->fields[field];
    int own = widths[f->type], caption = utf8_width(i18n_caption(s->name, f->caption));
    return own && own < caption && caption <= CAPTION_MOST ? caption : own;
}

/* Adds the field if it fits into what is left of the width. */
static void add_fitting(struct body_columns *c, const struct section *s, int field, int *left)
{
    int own = own_width(s, field);
    int need = (own ? own : TEXT_LEAST) + 1;
    if (c->count == BODY_COLUMNS || has(c, field) || need > *left)
        return;
    *left -= need;
    add(c, s, field, own);
}

/* Which fields tell a row from the others best? Bare numbers do not, and what is not printed comes
   last. */
static int rank(const struct field *f)
{
    if (f->type == FIELD_LONG)
        return 3;
    if (f->flags & FIELD_UNPRINTED)
        return 2;
    return f->type == FIELD_INT || f->type == FIELD_BOOL ? 1 : 0;
}

void body_columns_list(struct body_columns *c, const struct section *s, int width)
{
    int left = width - MARK;
    c->count = 0;
    for (int i = 0; s->order_by && s->fields[i].name; i++) {
        if (str_same(s->fields[i].name, s->order_by))
            add_fitting(c, s, i, &left);
    }
    for (int turn = 0; turn < 3; turn++) {
        for (int i = 0; s->fields[i].name; i++) {
            if (rank(&s->fields[i]) == turn)
                add_fitting(c, s, i, &left);
        }
    }
}

void body_columns_table(struct body_columns *c, const struct section *s, int width)
{
    (void)width;
    c->count = 0;
    for (int unprinted = 0; unprinted < 2; unprinted++) {
        for (int i = 0; s->fields[i].name && c->count < BODY_COLUMNS - 1; i++) {
            const struct field *f = &s->fields[i];
            if (((f->flags & FIELD_UNPRINTED) != 0) != (unprinted == 1))
                continue;
            add(c, s, i, f->flags & FIELD_AUTO ? NUMBER : widths[f->type]);
            if (s->due && str_same(s->due, f->name)) {
                c->field[c->count] = BODY_WEEKDAY;
                c->column[c->count++] =
                    (struct grid_column){.caption = "", .width = WEEKDAY, .field = -1};
            }
        }
    }
}

/* The weekday's short name, with a mark if one does not work that day. */
static char *weekday(const char *value, const struct value_world *w)
{
    day d = value ? day_parse_iso(value) : DAY_NONE;
    if (d == DAY_NONE)
        return NULL;
    const char *name = calendar_weekday(day_weekday(d));
    return xasprintf("%s%s", name, calendar_working(w->calendar, d) ? "" : "!");
}

char *body_columns_cell(const struct body_columns *c, int column, const struct record *r,
                        const struct value_world *w)
{
    int field = c->field[column];
    if (field == BODY_WEEKDAY)
        return weekday(r->value[c->field[column - 1]], w);
    if ((r->section->fields[field].flags & FIELD_AUTO) && !r->id)
        return xstrdup(record_empty(r) ? "+" : "*"); /* numbered by the save */
    if (!r->value[field])
        return NULL;
    return value_show(&r->section->fields[field], r->value[field], w);
}
