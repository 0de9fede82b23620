/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/body_list.h"
#include "tui/cut.h"

const struct entry *body_list_entry(const struct body_sub *sub)
{
    return &sub->list->base.host->card->edition->entries[sub->entry];
}

int body_list_index(const struct body_sub *sub, const struct record *r)
{
    for (int i = 0; i < sub->count; i++) {
        if (sub->rows[i] == r)
            return i;
    }
    return -1;
}

static int sub_rows(void *ctx)
{
    return ((struct body_sub *)ctx)->count;
}

static char *sub_cell(void *ctx, int row, int column)
{
    struct body_sub *sub = ctx;
    return body_columns_cell(&sub->columns, column, sub->rows[row],
                             &sub->list->base.host->app->session.world);
}

static bool sub_annulled(void *ctx, int row)
{
    return ((struct body_sub *)ctx)->rows[row]->annul_reason != NULL;
}

static const char *sub_mark(void *ctx, int row)
{
    return record_changed(((struct body_sub *)ctx)->rows[row]) ? "*" : NULL;
}

static const char *sub_opt(void *ctx, int row)
{
    const struct body_sub *sub = ctx;
    const char *code = body_list_code(sub->list, sub->rows[row]);
    return *code ? code : OPTS_PLACE;
}

const struct grid_source body_list_source = {
    .opt = sub_opt,
    .rows = sub_rows,
    .cell = sub_cell,
    .annulled = sub_annulled,
    .mark = sub_mark,
};

bool body_list_annulled(const struct body_list *l)
{
    for (int i = 0; i < l->nsubs; i++) {
        const struct card_list *list = &l->base.host->card->lists[l->subs[i].entry];
        for (int k = 0; k < list->count; k++) {
            if (list->rows[k]->old_annul_reason)
                return true;
        }
    }
    return false;
}

static int headings_before(const struct body_list *l, int sub)
{
    int from = sub ? l->subs[sub - 1].entry + 1 : l->base.first;
    return l->subs[sub].entry - from;
}

/* Shares the lines out: every heading, then rows. The others give way first, the list with the
   cursor last; one line would be captions without a row. A list alone has all. */
static void lay_out(struct body_list *l, int lines)
{
    static const struct {
        bool current;
        int least;
    } turns[] = {{false, 4}, {true, 8}, {false, 2}, {true, 3}, {false, 0}};
    int total = 0;
    if (l->nsubs == 1) {
        l->subs[0].height = lines - 1 - headings_before(l, 0);
        return;
    }
    for (int i = 0; i < l->nsubs; i++) {
        struct body_sub *sub = &l->subs[i];
        sub->height = sub->count ? sub->count + 1 : 0;
        total += headings_before(l, i) + 1 + sub->height;
    }
    for (size_t t = 0; t < COUNT(turns); t++) {
        for (int i = 0; i < l->nsubs; i++) {
            struct body_sub *sub = &l->subs[i];
            while ((i == l->current) == turns[t].current && sub->height > turns[t].least &&
                   total > lines) {
                sub->height--;
                total--;
            }
        }
    }
    struct body_sub *current = &l->subs[l->current];
    for (int i = 0; i < l->nsubs; i++) {
        struct body_sub *sub = &l->subs[i];
        if (sub->height != 1)
            continue;
        sub->height = 0;
        current->height += current->height && current->height <= current->count;
    }
}

static void draw_heading(struct body_sub *sub, WINDOW *w, int y, int x, int width)
{
    struct body_list *l = sub->list;
    const char *note = "";
    char counted[32];
    if (!sub->count) {
        bool closed = l->base.host->closed(l->base.host->ctx, sub->entry).why != NULL;
        note = closed ? _("no rows") : _("no rows; F6 adds one");
    } else if (sub->height < 2) {
        snprintf(counted, sizeof counted, "(%d)", sub->count);
        note = counted;
    }
    char *text = body_heading(body_list_entry(sub));
    int room = width - utf8_width(note) - (*note ? 1 : 0);
    char *cut = cut_text(text, room);
    bool here = sub == &l->subs[l->current] && !sub->count;
    term_text(w, y, x, room, cut, here ? STYLE_CURSOR : STYLE_TITLE);
    free(cut);
    if (*note)
        term_put(w, y, x + room + 1, width - room - 1, note, STYLE_DIM);
    free(text);
    sub->y = y;
    sub->x = x;
}

static void draw_lists(struct body_list *l, WINDOW *w, int y, int x, int lines, int width)
{
    const struct entry *entries = l->base.host->card->edition->entries;
    int end = y + lines;
    lay_out(l, lines);
    for (int i = 0; i < l->nsubs && y < end; i++) {
        struct body_sub *sub = &l->subs[i];
        for (int e = sub->entry - headings_before(l, i); e < sub->entry && y < end; e++) {
            char *text = body_heading(&entries[e]), *cut = cut_text(text, width);
            term_put(w, y++, x, width, cut, STYLE_NORMAL);
            free(cut);
            free(text);
        }
        if (y < end)
            draw_heading(sub, w, y++, x, width);
        int height = sub->height < end - y ? sub->height : end - y;
        grid_active(sub->grid, i == l->current);
        if (height > 1)
            grid_draw(sub->grid, w, y, x, height, width);
        y += height;
    }
}

static void draw_form(struct body_list *l, WINDOW *w, int y, int x, int lines, int width)
{
    struct body_sub *sub = &l->subs[l->current];
    char *heading = body_heading(body_list_entry(sub));
    int at = body_list_index(sub, l->row);
    char *text = l->row->id && at >= 0
                     ? xasprintf(_("%s (row %d of %d)"), heading, at + 1, sub->count)
                     : xasprintf(_("%s (new row)"), heading);
    int used = term_wrapped(w, y, x, 3, width, text, STYLE_NORMAL);
    if (l->row->annul_reason && used < lines) {
        char *why = xasprintf(_("Annulled: %s"), l->row->annul_reason);
        term_put(w, y + used++, x, width, why, STYLE_NOTE);
        free(why);
    }
    page_draw(l->form, w, y + used, x, lines - used, width);
    free(text);
    free(heading);
}

void body_list_columns(struct body_list *l, int width)
{
    for (int i = 0; i < l->nsubs; i++) {
        struct body_sub *sub = &l->subs[i];
        body_columns_list(&sub->columns, body_list_entry(sub)->section, width);
        grid_columns(sub->grid, sub->columns.column, sub->columns.count);
    }
    l->width = width;
}

void body_list_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width)
{
    struct body_list *l = (struct body_list *)b;
    if (l->width != width)
        body_list_columns(l, width);
    if (l->form)
        draw_form(l, w, y, x, lines, width);
    else
        draw_lists(l, w, y, x, lines, width);
}
