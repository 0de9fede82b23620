/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something cannot be typed. The server decides in any case; saying it here spares the operator
   typing in vain. */
#include <stdlib.h>

#include "common/i18n.h"
#include "common/message.h"
#include "tui/scr_card.h"
#include "tui/words.h"

/* Z-2d: until the end of the working day it was entered on; entered on a day off: of the next. */
static bool still_fresh(const struct scr_card *s, const struct stamp *stamp)
{
    const struct session *session = &s->app->session;
    day entered;
    int minute;
    bool fresh =
        clock_almaty(stamp->at, &entered, &minute) && str_same(stamp->centre, session->org_id);
    if (fresh && !calendar_working(session->calendar, entered))
        entered = calendar_add_working(session->calendar, entered, 1);
    return fresh && session->world.today <= entered;
}

/* Is the day of entry of a column over? The row's own, if the column has none. */
static bool over(const struct scr_card *s, const struct record *r, const char *column)
{
    const struct stamp *stamp = stamps_get(r->stamps, column);
    return r->stamps && !(stamp && still_fresh(s, stamp));
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

static struct cell_lock lock(int number, const char *why)
{
    return (struct cell_lock){why, number, false};
}

static struct cell_lock read_only(struct scr_card *s)
{
    const struct card *c = s->card;
    bool other = s->app->session.may_write;
    if (c->writable)
        return lock(0, NULL);
    if (s->view && other && str_same(c->centre_id, s->app->session.org_id))
        return lock(MESSAGE_VIEW,
                    _("Opened with code 5, only to be looked at: nothing can be typed."));
    free(s->locked);
    s->locked = other ? xasprintf(_("For reading only: the card is kept by %s."),
                                  words_org(c->centre_kk, c->centre_ru))
                      : xasprintf(_("For reading only: %s fills no cards (order 365, rule 3)."),
                                  words_role(s->app->session.role));
    return lock(other ? MESSAGE_OTHER_CENTRE : MESSAGE_ROLE_READS, s->locked);
}

/* F-10, Z-16. */
static struct cell_lock not_unemployed(const struct scr_card *s, int entry)
{
    const struct card *c = s->card;
    if (!c->edition->entries[entry].section->for_unemployed)
        return lock(0, NULL);
    if (!card_entry_open(c, entry))
        return lock(MESSAGE_NOT_UNEMPLOYED,
                    _("This section is for the unemployed: it opens when a registration as "
                      "unemployed with the decision \"registered\" is entered."));
    if (c->unemployed_once && !str_same(c->status, "unemployed"))
        return lock(MESSAGE_REMOVED,
                    _("For reading only: the person is not registered as unemployed any more."));
    return lock(0, NULL);
}

struct cell_lock card_lock_section(struct scr_card *s, int entry)
{
    struct cell_lock found = read_only(s);
    if (!found.why)
        found = not_unemployed(s, entry);
    found.above = found.why != NULL;
    return found;
}

struct cell_lock card_lock_closed(struct scr_card *s, int entry)
{
    if (!s->card->id)
        return lock(
            MESSAGE_CARD_NEW,
            _("The card begins with the application and the personal data: save them first."));
    return card_lock_section(s, entry);
}

struct cell_lock card_lock_kept(struct scr_card *s, int entry, const struct record *r)
{
    struct cell_lock found = card_lock_closed(s, entry);
    if (found.why)
        return found;
    if (r->old_annul_reason)
        return lock(MESSAGE_ROW_ANNULLED, _("The row is annulled already."));
    if (r->id && over(s, r, "id") && !body_row_open(s->card->edition->entries[entry].section, r))
        return lock(MESSAGE_ROW_SETTLED,
                    _("The day of its entry is over: the row goes only by an approved correction "
                      "(order 206, p. 26)."));
    return lock(0, NULL);
}

struct cell_lock card_lock_field(struct scr_card *s, const struct record *r, int field)
{
    int entry = body_entry_of(s->card, r, field);
    struct cell_lock found = entry >= 0 ? card_lock_section(s, entry) : lock(0, NULL);
    if (found.why)
        return found;
    if (r->annul_reason)
        return lock(MESSAGE_ROW_ANNULLED, _("The row is annulled."));
    if (r->section->fields[field].flags & (FIELD_CURRENT | FIELD_RECORDED))
        return lock(0, NULL);
    if (!settled(s, r, field))
        return lock(0, NULL);
    return lock(MESSAGE_VALUE_SETTLED,
                _("The day of its entry is over: the value changes only by an approved correction "
                  "(order 206, p. 26)."));
}

bool card_lock_refuse(struct scr_card *s, enum action a)
{
    struct body_place p;
    struct cell_lock found = {.why = NULL};
    if (!s->card)
        return false;
    s->body->ops->place(s->body, &p);
    bool rows = s->card->edition->entries[p.entry].section->kind != SECTION_SINGLE;
    if (a == ACT_ANNUL && rows && p.record)
        found = card_lock_kept(s, p.entry, p.record);
    else if ((a == ACT_NEW && rows) || a == ACT_ANNUL || a == ACT_CHECK)
        found = card_lock_closed(s, p.entry);
    if (found.why)
        app_say(s->app, SAY_ERROR, found.number, "%s", found.why);
    return found.why != NULL;
}
