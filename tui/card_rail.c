/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is always in sight on a card: line 1, the summary of the person, the rail of sections. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/bars.h"
#include "tui/cut.h"
#include "tui/scr_card.h"
#include "tui/words.h"

/* Never by colour alone (K-13). */
static const char states[] = {
    [STATE_EMPTY] = ' ', [STATE_PARTIAL] = '.', [STATE_COMPLETE] = '+',
    [STATE_ERROR] = '!', [STATE_CLOSED] = '-',
};

/* The worst of those that can be filled; closed only if all are. */
static struct rail_state sum_up(const struct scr_card *s, const struct span *row)
{
    static const int badness[] = {
        [STATE_CLOSED] = 0,  [STATE_EMPTY] = 1, [STATE_COMPLETE] = 2,
        [STATE_PARTIAL] = 3, [STATE_ERROR] = 4,
    };
    struct card *c = s->card;
    enum section_state worst = STATE_CLOSED;
    int count = -1;
    for (int i = row->first; i <= row->last; i++) {
        enum section_kind kind = c->edition->entries[i].section->kind;
        if (kind == SECTION_HEADING)
            continue;
        enum section_state state = card_state(c, i, &s->app->session.world);
        if (badness[state] > badness[worst])
            worst = state;
        if (kind != SECTION_SINGLE)
            count = (count < 0 ? 0 : count) + card_rows(c, i);
    }
    return (struct rail_state){states[worst], count};
}

void card_rail_refresh(struct scr_card *s)
{
    if (s->rail.edition != s->card->edition) {
        rail_done(&s->rail);
        rail_init(&s->rail, s->card->edition);
    }
    for (int i = 0; i < s->rail.count; i++)
        s->rail.states[i] = sum_up(s, &s->rail.rows[i]);
}

static void draw_summary(struct scr_card *s, WINDOW *w)
{
    const struct card *c = s->card;
    char *visit = words_day(c->next_visit);
    char next[80] = "", overdue[80] = "", referrals[80] = "";
    if (*visit)
        snprintf(next, sizeof next, _("next visit %s"), visit);
    if (c->overdue_visits)
        snprintf(overdue, sizeof overdue, _("! overdue visits: %d"), c->overdue_visits);
    if (c->open_referrals)
        snprintf(referrals, sizeof referrals, _("open referrals: %d"), c->open_referrals);
    const char *pieces[] = {
        c->id ? words_status(c->status) : _("new card"),
        card_verify_lacking(c),
        next,
        overdue,
        referrals,
        c->writable ? "" : words_org(c->centre_kk, c->centre_ru),
        "", /* the check, in what is left */
        NULL,
    };
    enum { LAST = COUNT(pieces) - 2, BETWEEN = 3 };
    int room = getmaxx(w) - 2;
    for (int i = 0; i < LAST; i++)
        room -= *pieces[i] ? utf8_width(pieces[i]) + BETWEEN : 0;
    char *checked = card_verify_summary(c, room);
    pieces[LAST] = checked;
    bars_summary(w, 0, 1, getmaxx(w) - 2, pieces);
    free(checked);
    free(visit);
}

void card_rail_draw(struct scr_card *s, WINDOW *w)
{
    struct body_place place;
    s->body->ops->place(s->body, &place);
    draw_summary(s, w);
    rail_draw(&s->rail, w, 1, place.entry);
}

static const char *mode(const struct scr_card *s)
{
    if (s->draft_failed)
        return _("NO DRAFT");
    switch (s->state) {
    case SCR_CARD_OPENING:
        return "";
    case SCR_CARD_SAVING:
        return _("saving...");
    case SCR_CARD_WAITING:
        return _("save waits");
    case SCR_CARD_UNKNOWN:
        return _("outcome unknown");
    case SCR_CARD_READY:
        break;
    }
    if (!s->card->writable)
        return _("read only");
    return card_changed(s->card) || s->body->ops->dirty(s->body) ? _("changed *") : "";
}

/* Surname and name: the first fields that are parts of a name. */
static char *person(const struct card *c)
{
    const char *part[2] = {NULL, NULL};
    int first = 0, n = 0;
    const struct record *r = card_single(c, 0, &first);
    for (int i = 0; r && i < r->count && n < 2; i++) {
        if (r->section->fields[i].flags & FIELD_NAME)
            part[n++] = r->value[i];
    }
    return words_name(part[0], part[1], NULL);
}

/* " | name | edition | mode". Where they and the least of a caption are too long for the room, the
   name is cut: the mode is not to be overlooked. */
static void add_tail(const struct scr_card *s, struct buf *tail, int room)
{
    enum { NAME_LEAST = 8 };
    char *name = person(s->card), *edition = words_day(s->card->edition->valid_from);
    const char *pieces[] = {name, edition, mode(s)};
    int width = 0;
    for (size_t i = 0; i < COUNT(pieces); i++)
        width += *pieces[i] ? utf8_width(pieces[i]) + 3 : 0;
    int fits = utf8_width(name) - (width > room ? width - room : 0);
    char *shown = cut_text(name, fits > NAME_LEAST ? fits : NAME_LEAST);
    pieces[0] = shown;
    for (size_t i = 0; i < COUNT(pieces); i++) {
        if (*pieces[i])
            buf_addf(tail, " | %s", pieces[i]);
    }
    free(shown);
    free(edition);
    free(name);
}

/* "10.1 caption", where it is too long for the room with the short one. The caller's. */
static char *heading(const struct entry *e, int room)
{
    char *whole = body_heading(e);
    if (utf8_width(whole) <= room)
        return whole;
    free(whole);
    const char *text = i18n_caption("short", e->section->short_caption);
    char *named =
        isdigit((unsigned char)*e->number) ? xasprintf("%s %s", e->number, text) : xstrdup(text);
    char *shown = cut_text(named, room);
    free(named);
    return shown;
}

/* Of several single sections on a page the number: their captions stand above them or are those of
   their fields, and the rail marks the one. So going from one to the next changes a digit. */
static char *place_name(const struct scr_card *s, int entry, int room)
{
    const struct entry *e = &s->card->edition->entries[entry];
    const struct span *page = &s->pages[s->page];
    bool one_of_several = page->first < page->last && e->section->kind == SECTION_SINGLE;
    if (one_of_several && isdigit((unsigned char)*e->number))
        return xasprintf(_("Section %s"), e->number);
    return heading(e, room);
}

/* The person and the mode are said in full; the caption gets what is left. */
char *card_rail_where(const struct scr_card *s)
{
    enum { RESERVED = 13, OFFLINE = 15, CAPTION_LEAST = 10 };
    if (!s->card)
        return xstrdup(_("Card"));
    struct body_place place;
    s->body->ops->place(s->body, &place);
    struct buf tail = {0};
    int room = COLS - RESERVED - (s->app->online ? 0 : OFFLINE);
    add_tail(s, &tail, room - CAPTION_LEAST);
    room -= utf8_width(tail.s);
    char *caption = place_name(s, place.entry, room > CAPTION_LEAST ? room : CAPTION_LEAST);
    char *text = xasprintf("%s%s", caption, tail.s);
    free(caption);
    buf_done(&tail);
    return text;
}
