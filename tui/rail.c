/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/rail.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/bars.h"

enum { NUMBER_SIZE = 8 };

void rail_init(struct rail *r, const struct edition *e)
{
    *r = (struct rail){.edition = e};
    r->count = span_numbers(e, &r->rows);
    r->states = xcalloc((size_t)r->count, sizeof *r->states);
    for (int i = 0; i < r->count; i++)
        r->states[i] = (struct rail_state){' ', -1};
}

void rail_done(struct rail *r)
{
    free(r->rows);
    free(r->states);
    *r = (struct rail){.count = 0};
}

/* "16.2" stands under "16". */
static void put_number(char number[NUMBER_SIZE], const struct entry *e)
{
    snprintf(number, NUMBER_SIZE, "%.*s", (int)strcspn(e->number, "."), e->number);
}

void rail_draw(const struct rail *r, WINDOW *w, int y, int entry)
{
    char(*numbers)[NUMBER_SIZE] = xcalloc((size_t)r->count, sizeof *numbers);
    struct rail_item *items = xcalloc((size_t)r->count, sizeof *items);
    int n = 0, current = -1, lines = getmaxy(w) - y;
    for (int printed = 1; printed >= 0; printed--) {
        for (int i = 0; i < r->count; i++) {
            const struct entry *e = &r->edition->entries[r->rows[i].first];
            bool here = span_has(&r->rows[i], entry);
            bool is_printed = isdigit((unsigned char)*e->number);
            if (is_printed != (printed == 1) || (!is_printed && !here))
                continue;
            put_number(numbers[n], e);
            current = here ? n : current;
            items[n] =
                (struct rail_item){numbers[n], i18n_caption("short", e->section->short_caption),
                                   r->states[i].state, r->states[i].count};
            n++;
        }
    }
    bars_rail(w, y, 0, lines, items, n, current);
    term_vline(w, y, RAIL_WIDTH, lines);
    free(items);
    free(numbers);
}
