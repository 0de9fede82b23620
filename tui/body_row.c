/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Esc has taken back of a row, kept so that Ctrl+Z gives it again (K-15, K-16). */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/body.h"

struct body_lost {
    int entry;
    const struct record *row; /* may be gone by now: compared, not followed */
    struct record *copy;
};

void body_row_done(struct body *b)
{
    if (!b->lost)
        return;
    record_free(b->lost->copy);
    free(b->lost);
    b->lost = NULL;
}

bool body_row_revert(struct body *b, int entry, struct record *r)
{
    if (!record_changed(r) || (!r->id && record_empty(r)))
        return false;
    body_row_done(b);
    b->lost = xcalloc(1, sizeof *b->lost);
    *b->lost = (struct body_lost){entry, r, record_copy(r)};
    record_revert(r);
    app_say(b->host->app, SAY_INFO, 0, "%s",
            _("The row is as it was saved. Ctrl+Z gives back what was typed."));
    return true;
}

static struct record *find(const struct body *b)
{
    const struct card_list *list = &b->host->card->lists[b->lost->entry];
    for (int i = 0; i < list->count; i++) {
        if (list->rows[i] == b->lost->row)
            return list->rows[i];
    }
    return NULL;
}

/* Not over what was typed since, nor into a row that was saved since. */
bool body_row_can(const struct body *b)
{
    if (!b->lost)
        return false;
    const struct record *r = find(b);
    if (!r)
        return !b->lost->copy->id;
    return str_same(r->id, b->lost->copy->id) && (r->id ? !record_changed(r) : record_empty(r));
}

struct record *body_row_again(struct body *b)
{
    struct record *r = find(b), *copy = b->lost->copy;
    if (!r)
        r = card_add_row(b->host->card, b->lost->entry);
    for (int f = 0; f < r->count; f++) {
        record_set(r, f, copy->value[f]);
        str_set(&r->reason[f], copy->reason[f]);
    }
    str_set(&r->annul_reason, copy->annul_reason);
    body_row_done(b);
    return r;
}
