/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of home for the codes beside them. */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_home.h"

bool scr_home_person(void *ctx, int line, struct opts_person *p)
{
    struct scr_home *h = ctx;
    const struct home_line *l = &h->line[line];
    if (l->kind != LINE_ROW)
        return false;
    bool visit = l->block != BLOCK_RECENT;
    snprintf(h->row, sizeof h->row, "%d %s %s", visit, l->row->id, l->row->at);
    *p = (struct opts_person){
        .name = h->row,
        .card = l->row->id,
        .due = l->row->at,
        .visits = visit && h->may_write,
    };
    return true;
}

/* Who comes new types a name here, as if it were the search. */
void scr_home_no_code(struct scr_home *h, struct app *app)
{
    const char *codes = opts_people_codes(&h->people);
    term_beep();
    app_say(app, SAY_INFO, 0, "%s%s%s", _("F7 finds a person."), *codes ? " " : "", codes);
}
