/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table on the screen, and beneath it the row with the cursor in full. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/body_table.h"

enum { DETAIL = 5 }; /* lines beneath the table */

int body_table_field(const struct body_table *t)
{
    int column = grid_column(t->grid);
    return column >= 0 && column < t->columns.count ? t->columns.field[column] : -1;
}

/* The line below the table counts hidden annulled rows and names the word that shows them. */
static void draw_rule(const struct body_table *t, WINDOW *w, int y, int x, int width)
{
    const struct card_list *list = &t->base.host->card->lists[t->entry];
    int hidden = 0;
    for (int i = 0; i < list->count && !t->all; i++)
        hidden += list->rows[i]->old_annul_reason != NULL;
    term_hline(w, y, x, width);
    if (!hidden)
        return;
    char *text = xasprintf(" %s %s: %d ", keys_row(ACT_MENU)->keys, _("annulled"), hidden);
    term_put(w, y, x + 2, width - 2, text, STYLE_DIM);
    free(text);
}

/* The active field with its whole caption and value, then what else stands in the row, in full. */
static void draw_detail(struct body_table *t, WINDOW *w, int y, int x, int width)
{
    const struct record *r = body_table_record(t, grid_row(t->grid));
    const struct value_world *world = &t->base.host->app->session.world;
    const struct section *s = body_table_section(t);
    int field = body_table_field(t);
    draw_rule(t, w, y, x, width);
    if (!r || field < 0)
        return;
    struct buf text = {0};
    for (int i = -1; i < r->count; i++) {
        int f = i < 0 ? field : i;
        if (i == field || (i >= 0 && (!r->value[f] || (s->fields[f].flags & FIELD_AUTO))))
            continue;
        char *value = value_show(&s->fields[f], r->value[f], world);
        buf_addf(&text, "%s%s: %s", i < 0 ? "" : " | ", i18n_caption(s->name, s->fields[f].caption),
                 value);
        free(value);
    }
    term_wrapped(w, y + 1, x, DETAIL - 1, width, text.s, STYLE_NORMAL);
    buf_done(&text);
}

void body_table_columns(struct body_table *t, int width)
{
    body_columns_table(&t->columns, body_table_section(t), width);
    grid_columns(t->grid, t->columns.column, t->columns.count);
    t->width = width;
}

void body_table_draw(struct body *b, WINDOW *w, int y, int x, int lines, int width)
{
    struct body_table *t = (struct body_table *)b;
    if (t->width != width)
        body_table_columns(t, width);
    char *text = body_heading(&b->host->card->edition->entries[t->entry]);
    int used = term_wrapped(w, y, x, 2, width, text, STYLE_NORMAL);
    free(text);
    t->y = y + used;
    t->x = x;
    if (!t->count) {
        term_put(w, y + used, x, width, _("no rows"), STYLE_DIM);
        return;
    }
    grid_draw(t->grid, w, y + used, x, lines - used - DETAIL, width);
    draw_detail(t, w, y + lines - DETAIL, x, width);
}
