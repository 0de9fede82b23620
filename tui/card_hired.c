/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F-5: hiring does not close a registration by itself. Whoever enters it is told where the removal
   stands; entering it is the operator's. Public works end nothing (F-4), so being sent to them is
   not among what is looked for here. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

#define DECISION "decision"
#define REGISTERED "registered"
#define REMOVED_ON "removed_on"

static const struct {
    const char *table, *field, *value; /* value NULL: any */
} hirings[] = {
    {"job_referral", "outcome", "hired"},
    {"measure_training", "perm_job_on", NULL},
    {"subsidised_job", "perm_job_on", NULL},
    {"resettlement", "job_on", NULL},
};

static bool hires(const struct record *r)
{
    for (size_t i = 0; i < COUNT(hirings); i++) {
        int f =
            str_same(hirings[i].table, r->section->table) ? record_field(r, hirings[i].field) : -1;
        if (f >= 0 && r->value[f] && record_field_changed(r, f) && !r->annul_reason &&
            (!hirings[i].value || str_same(r->value[f], hirings[i].value)))
            return true;
    }
    return false;
}

/* The registration of that entry that nothing has ended; NULL: there is none. */
static const struct record *open_one(const struct card_list *list)
{
    for (int i = 0; i < list->count; i++) {
        const struct record *r = list->rows[i];
        if (!r->annul_reason && str_same(record_get(r, DECISION), REGISTERED) &&
            !record_get(r, REMOVED_ON))
            return r;
    }
    return NULL;
}

char *card_hired_note(const struct scr_card *s)
{
    const struct card *c = s->card;
    bool hired = false;
    int entry = -1;
    for (int i = 0; i < c->nlists; i++) {
        const struct card_list *list = &c->lists[i];
        const struct section *section = c->edition->entries[i].section;
        for (int k = 0; k < list->count && section->kind == SECTION_LIST; k++)
            hired = hired || hires(list->rows[k]);
        if (section->kind == SECTION_LIST && open_one(list))
            entry = i; /* the last: unemployed before job seeker */
    }
    if (!hired || entry < 0)
        return NULL;
    int field = record_field(open_one(&c->lists[entry]), REMOVED_ON) + 1;
    const char *number = c->edition->entries[entry].number;
    return xasprintf(_("Work was found: enter date and reason of the removal, Ctrl+G %s/%d."),
                     number, field);
}
