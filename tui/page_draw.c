/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout of a page: mark, caption (wrapped), a dot if required, value; the last line is help for
   the active field, which comes when the keys pause: sent with every move, it would be most of what
   a slow line has to carry. A page that does not fit is split into parts, never within a field. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/provenance.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/page_inner.h"

#define REQUIRED "\xe2\x80\xa2" /* a bullet: in every Kazakh character set */

enum { LONG_LINES = 3, CAPTION_LINES = 8, REASON_LINES = 2, PROBLEMS = 128 };

struct columns {
    int caption_x, caption, required_x, value_x, value;
};

static struct columns columns_of(int x, int width)
{
    int caption = width * 42 / 100;
    if (caption > 34)
        caption = 34;
    return (struct columns){
        .caption_x = x + 1,
        .caption = caption,
        .required_x = x + 1 + caption,
        .value_x = x + caption + 3,
        .value = width - caption - 3,
    };
}

/* Cells of the value's place. */
static int value_width(const struct field *f, int room)
{
    static const int widths[] = {
        [FIELD_DATE] = 11,    [FIELD_PARTIAL] = 11, [FIELD_MONEY] = 18, [FIELD_INT] = 11,
        [FIELD_DECIMAL] = 11, [FIELD_BOOL] = 6,     [FIELD_IIN] = 13,   [FIELD_BIN] = 13,
        [FIELD_PHONE] = 20,   [FIELD_EMAIL] = 0};
    int width = widths[f->type];
    if (f->type == FIELD_TEXT && f->max > 0)
        width = f->max + 1;
    return width == 0 || width > room ? room : width;
}

/* Lines of the reason that stands in the place of a value that does not apply. */
static int reason_lines(const struct page *p, int item, const struct columns *c)
{
    char *why = xasprintf("- %s", page_why_locked(p, item));
    int lines = utf8_wrap(why, c->value, NULL, NULL);
    free(why);
    return lines < REASON_LINES ? lines : REASON_LINES;
}

static int height_of(const struct page *p, int item, const struct columns *c, int most)
{
    const struct page_item *it = &p->items[item];
    const struct field *f = page_item_field(it);
    int lines =
        utf8_wrap(page_item_caption(it), f ? c->caption : c->caption + c->value, NULL, NULL);
    if (lines > CAPTION_LINES)
        lines = CAPTION_LINES;
    if (f && f->type == FIELD_LONG && lines < LONG_LINES)
        lines = LONG_LINES;
    int reason = f && !record_applies(it->record, it->field) ? reason_lines(p, item, c) : 1;
    if (lines < reason)
        lines = reason;
    return lines < most ? lines : most;
}

/* A heading stays with the field below it. */
static void lay_out(struct page *p, const struct columns *c, int lines)
{
    int part = 0, y = 0;
    for (int i = 0; i < p->count; i++) {
        int h = height_of(p, i, c, lines);
        int need = h;
        if (!p->items[i].record && i + 1 < p->count)
            need += height_of(p, i + 1, c, lines - 1);
        if (y > 0 && y + need > lines) {
            part++;
            y = 0;
        }
        p->places[i] = (struct page_place){part, y, h};
        y += h;
    }
    p->parts = part + 1;
}

static bool has_problem(const struct problem *found, int n, const struct page_item *it)
{
    for (int i = 0; i < n; i++)
        if (found[i].record == it->record && found[i].field == it->field && !found[i].missing &&
            found[i].strength != CHECK_NOTE)
            return true;
    return false;
}

static void draw_value(struct page *p, WINDOW *w, const struct page_item *it, int i, int y,
                       const struct columns *c)
{
    const struct field *f = page_item_field(it);
    const char *unit = f->unit ? _(f->unit) : NULL;
    int unit_width = unit ? utf8_width(unit) + 1 : 0;
    int width = value_width(f, c->value - unit_width);
    int lines = f->type == FIELD_LONG ? p->places[i].lines : 1;
    if (i == p->at) {
        cell_draw(p->cell, w, y, c->value_x, lines, width);
    } else if (!record_applies(it->record, it->field)) {
        char *why = xasprintf("- %s", page_why_locked(p, i));
        term_wrapped(w, y, c->value_x, p->places[i].lines, c->value, why, STYLE_DIM);
        free(why);
        return;
    } else {
        char *text = value_show(f, it->record->value[it->field], &p->app->session.world);
        bool locked = page_why_locked(p, i) != NULL;
        enum style s = locked ? STYLE_NORMAL : STYLE_FIELD;
        if (lines > 1) {
            for (int l = 0; l < lines; l++)
                term_text(w, y + l, c->value_x, width, "", s);
            term_wrapped(w, y, c->value_x, lines, width, text, s);
        } else {
            term_text(w, y, c->value_x, width, text, s);
            if (utf8_width(text) > width)
                term_put(w, y, c->value_x + width - 1, 1, ">", s);
        }
        free(text);
    }
    if (unit)
        term_put(w, y, c->value_x + width + 1, unit_width, unit, STYLE_NORMAL);
}

static void draw_item(struct page *p, WINDOW *w, int i, int y, int x, int width,
                      const struct columns *c, bool bad)
{
    const struct page_item *it = &p->items[i];
    int lines = p->places[i].lines;
    if (!it->record) {
        term_wrapped(w, y, x, lines, width, page_item_caption(it), STYLE_CHANGED);
        return;
    }
    bool applies = record_applies(it->record, it->field);
    bool changed = record_field_changed(it->record, it->field);
    enum style s = !applies ? STYLE_DIM : changed ? STYLE_CHANGED : STYLE_NORMAL;
    if (bad)
        term_put(w, y, x, 1, "!", STYLE_ERROR);
    else if (changed)
        term_put(w, y, x, 1, "*", STYLE_CHANGED);
    else if (cell_unshown(it->record, it->field))
        term_put(w, y, x, 1, "?", STYLE_ERROR);
    term_wrapped(w, y, c->caption_x, lines, c->caption, page_item_caption(it), s);
    if (applies && record_required(it->record, it->field))
        term_put(w, y, c->required_x, 1, REQUIRED, STYLE_REQUIRED);
    const char mark[] = {provenance_mark(provenance_of(it->record, it->field)), '\0'};
    if (applies && !(i == p->at && page_dirty(p)))
        term_put(w, y, c->value_x - 1, 1, mark, STYLE_NORMAL);
    draw_value(p, w, it, i, y, c);
}

/* Why the active field cannot be typed, unless that stands above the page already, or its help:
   when the keys pause, and not below a dialog. */
static const char *help_now(struct page *p)
{
    const struct field *f = page_active(p);
    struct cell_lock lock = f ? page_lock(p, p->at) : (struct cell_lock){.why = NULL};
    const char *text = lock.why && !lock.above ? lock.why : f && f->help ? _(f->help) : "";
    if (*text && !p->hinted && app_top(p->app) == p->owner)
        p->hinted = app_hint(p->app);
    return p->hinted ? text : "";
}

static void draw_help(struct page *p, WINDOW *w, int y, int x, int width, int part)
{
    const char *text = help_now(p);
    char parts[24] = "";
    if (p->parts > 1)
        snprintf(parts, sizeof parts, " %d/%d", part + 1, p->parts);
    int tail = utf8_width(parts);
    term_text(w, y, x, width - tail, text, STYLE_NORMAL);
    if (utf8_width(text) > width - tail) /* F1 shows all of it */
        term_put(w, y, x + width - tail - 4, 4, " ...", STYLE_NORMAL);
    term_put(w, y, x + width - tail, tail, parts, STYLE_NORMAL);
}

void page_draw(struct page *p, WINDOW *w, int y, int x, int lines, int width)
{
    struct columns c = columns_of(x, width);
    struct problem found[PROBLEMS];
    const struct record *checked = NULL;
    int n = 0;
    lay_out(p, &c, lines - 1);
    int part = p->at >= 0 ? p->places[p->at].part : 0;
    for (int i = 0; i < p->count; i++) {
        if (p->places[i].part != part)
            continue;
        if (p->items[i].record && p->items[i].record != checked) {
            checked = p->items[i].record;
            n = record_check(p->items[i].record, &p->app->session.world, found, PROBLEMS);
        }
        draw_item(p, w, i, y + p->places[i].y, x, width, &c, has_problem(found, n, &p->items[i]));
    }
    draw_help(p, w, y + lines - 1, x, width, part);
}

bool page_cursor(struct page *p, int *y, int *x)
{
    if (p->at < 0)
        return false;
    cell_cursor(p->cell, y, x);
    return true;
}
