/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F-11: who may have a special workplace or, without being unemployed, a subsidised job, is a
   category of the person that the form has no place for. Whoever enters such a row and has not
   marked it is told; the operator may know better, so it is a note. */
#include <stdlib.h>

#include "common/i18n.h"
#include "tui/scr_card.h"

#define YES "t"

static const struct {
    const char *table, *categories; /* one of these fields of the person, parted by '|' */
    bool or_unemployed;
} meant[] = {
    {"special_job", "has_disability", false},
    {"subsidised_job", "is_student|is_pupil", true},
};

static bool entered(const struct card_list *list)
{
    for (int i = 0; i < list->count; i++)
        if (!list->rows[i]->id && !list->rows[i]->annul_reason && !record_empty(list->rows[i]))
            return true;
    return false;
}

/* Is one of the categories marked? *section: the one that has them. */
static bool marked(const struct card *c, const char *categories, const struct section **section)
{
    bool any = false;
    for (int i = 0; i < c->nlists; i++) {
        int first = 0;
        const struct record *r = card_single(c, i, &first);
        const struct section *s = c->edition->entries[i].section;
        for (int f = 0; r && s->fields && s->fields[f].name; f++)
            if (str_in_list(categories, s->fields[f].name)) {
                *section = s;
                any = any || str_same(r->value[first + f], YES);
            }
    }
    return any;
}

char *card_category_note(const struct scr_card *s)
{
    const struct card *c = s->card;
    for (int i = 0; i < c->nlists; i++)
        for (size_t m = 0; m < COUNT(meant); m++) {
            const struct section *of = NULL;
            if (!str_same(c->lists[i].section->table, meant[m].table) || !entered(&c->lists[i]) ||
                (meant[m].or_unemployed && c->unemployed_once) ||
                marked(c, meant[m].categories, &of) || !of)
                continue;
            return xasprintf(_("Section %s is for certain people: mark it in “%s”."),
                             c->edition->entries[i].number, i18n_caption(of->name, of->caption));
        }
    return NULL;
}
