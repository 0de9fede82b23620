/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something cannot be typed. The server decides in any case; saying it here spares the operator
   typing in vain. */
#include <stdlib.h>

#include "common/i18n.h"
#include "common/json.h"
#include "tui/scr_card.h"
#include "tui/words.h"

/* Z-2d: until the end of the working day it was entered on; entered on a day off: of the next. */
static bool still_fresh(const struct scr_card *s, const char *stamp)
{
    const struct session *session = &s->app->session;
    char *at = NULL, *centre = NULL;
    json_member(stamp, "at", &at);
    json_member(stamp, "centre", &centre);
    day entered;
    int minute;
    bool fresh = clock_almaty(at, &entered, &minute) && str_same(centre, session->org_id);
    if (fresh && !calendar_working(session->calendar, entered))
        entered = calendar_add_working(session->calendar, entered, 1);
    fresh = fresh && session->world.today <= entered;
    free(at);
    free(centre);
    return fresh;
}

/* Is the day of entry of a column over? The row's own, if the column has none. */
static bool over(const struct scr_card *s, const struct record *r, const char *column)
{
    char *stamp = NULL;
    if (!r->meta)
        return false;
    if (!json_member(r->meta, column, &stamp))
        json_member(r->meta, "id", &stamp);
    bool fresh = stamp && still_fresh(s, stamp);
    free(stamp);
    return !fresh;
}

/* A filled value that was saved and whose day is over. */
static bool settled(const struct scr_card *s, const struct record *r, int field)
{
    return r->id && r->old[field] && over(s, r, r->section->fields[field].name);
}

bool card_lock_recorded(const struct scr_card *s, const struct record *r, int field)
{
    return (r->section->fields[field].flags & FIELD_RECORDED) && settled(s, r, field);
}

static const char *read_only(struct scr_card *s)
{
    const struct card *c = s->card;
    if (c->writable)
        return NULL;
    free(s->locked);
    s->locked = s->app->session.may_write
                    ? xasprintf(_("For reading only: the card is kept by %s."),
                                words_org(c->centre_kk, c->centre_ru))
                    : xasprintf(_("For reading only: %s fills no cards (order 365, rule 3)."),
                                words_role(s->app->session.role));
    return s->locked;
}

/* F-10, Z-16. */
static const char *not_unemployed(const struct scr_card *s, int entry)
{
    const struct card *c = s->card;
    if (!c->edition->entries[entry].section->for_unemployed)
        return NULL;
    if (!card_entry_open(c, entry))
        return _("This section is for the unemployed: it opens when a registration as unemployed "
                 "with the decision \"registered\" is entered.");
    if (c->unemployed_once && !str_same(c->status, "unemployed"))
        return _("For reading only: the person is not registered as unemployed any more.");
    return NULL;
}

const char *card_lock_reason(struct scr_card *s, int entry)
{
    const char *why = read_only(s);
    return why ? why : not_unemployed(s, entry);
}

const char *card_lock_closed(struct scr_card *s, int entry)
{
    if (!s->card->id)
        return _("The card begins with the application and the personal data: save them first.");
    return card_lock_reason(s, entry);
}

const char *card_lock_kept(struct scr_card *s, int entry, const struct record *r)
{
    const char *why = card_lock_closed(s, entry);
    if (why)
        return why;
    if (r->old_annul_reason)
        return _("The row is annulled already.");
    if (r->id && over(s, r, "id") && !body_row_open(s->card->edition->entries[entry].section, r))
        return _("The day of its entry is over: the row goes only by an approved correction "
                 "(order 206, p. 26).");
    return NULL;
}

const char *card_lock_why(struct scr_card *s, const struct record *r, int field)
{
    int entry = body_entry_of(s->card, r, field);
    const char *why = entry >= 0 ? card_lock_reason(s, entry) : NULL;
    if (why)
        return why;
    if (r->annul_reason)
        return _("The row is annulled.");
    if (r->section->fields[field].flags & (FIELD_CURRENT | FIELD_RECORDED))
        return NULL;
    if (!settled(s, r, field))
        return NULL;
    return _("The day of its entry is over: the value changes only by an approved correction "
             "(order 206, p. 26).");
}
