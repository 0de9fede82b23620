/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is always in sight on a card: line 1, the summary of the person, the rail of sections. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/bars.h"
#include "tui/scr_card.h"
#include "tui/words.h"

/* Never by colour alone (K-13). */
static const char states[] = {
    [STATE_EMPTY] = ' ', [STATE_PARTIAL] = '.', [STATE_COMPLETE] = '+',
    [STATE_ERROR] = '!', [STATE_CLOSED] = '-',
};

void card_rail_refresh(struct scr_card *s)
{
    struct card *c = s->card;
    s->rail = xrealloc(s->rail, (size_t)c->nlists * sizeof *s->rail);
    for (int i = 0; i < c->nlists; i++) {
        const struct entry *e = &c->edition->entries[i];
        bool heading = e->section->kind == SECTION_HEADING;
        bool list = !heading && e->section->kind != SECTION_SINGLE;
        s->rail[i] = (struct rail_item){
            .number = e->number,
            .caption = i18n_caption(e->section->name, e->section->caption),
            .state = heading ? ' ' : states[card_state(c, i, &s->app->session.world)],
            .count = list ? card_rows(c, i) : -1,
            .heading = heading,
        };
    }
}

static int current(struct scr_card *s)
{
    struct body_place place;
    s->body->ops->place(s->body, &place);
    return place.entry;
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
        c->checked_at ? "" : _("NOT CHECKED"),
        next,
        overdue,
        referrals,
        c->writable ? "" : words_org(c->centre_kk, c->centre_ru),
        NULL,
    };
    bars_summary(w, 0, 1, getmaxx(w) - 2, pieces);
    free(visit);
}

void card_rail_draw(struct scr_card *s, WINDOW *w)
{
    int lines = getmaxy(w) - 1;
    draw_summary(s, w);
    bars_rail(w, 1, 0, lines, s->rail, s->card->nlists, current(s), true);
    term_vline(w, 1, RAIL_WIDTH, lines);
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

/* The person and the mode are said in full; the caption gets what is left. */
char *card_rail_where(const struct scr_card *s)
{
    enum { RESERVED = 15, CAPTION_LEAST = 10 };
    if (!s->card)
        return xstrdup(_("Card"));
    struct body_place place;
    s->body->ops->place(s->body, &place);
    const struct entry *e = &s->card->edition->entries[place.entry];
    char *name = person(s->card), *heading = body_heading(e);
    char *edition = words_day(s->card->edition->valid_from);
    struct buf tail = {0};
    const char *pieces[] = {name, edition, mode(s)};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        if (*pieces[i])
            buf_addf(&tail, " | %s", pieces[i]);
    }
    int room = COLS - RESERVED - (s->app->online ? 0 : RESERVED) - utf8_width(tail.s);
    size_t fit = utf8_fit(heading, room > CAPTION_LEAST ? room : CAPTION_LEAST);
    char *text = xasprintf("%.*s%s", (int)fit, heading, tail.s);
    buf_done(&tail);
    free(edition);
    free(heading);
    free(name);
    return text;
}
