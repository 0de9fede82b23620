/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card in one breath, for the citizen at the desk: one screen, without the digits that are
   nobody else's business. Of each list how many rows, and the newest. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "tui/cut.h"
#include "tui/scr_card.h"
#include "tui/words.h"

enum { CAPTION_X = 7, CAPTION = 33, COUNT_X = 41, DATE_X = 46, WHAT_X = 58, BIRTH_DIGITS = 6 };

struct card_brief {
    struct screen base;
    struct scr_card *card; /* beneath */
};

static struct card *card_of(struct screen *s)
{
    return ((struct card_brief *)s)->card->card;
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return xstrdup(_("The card in one breath"));
}

/* Name, birth date by the form, the IIN without its last six digits. */
static char *who(const struct card *c, const struct value_world *w)
{
    int first = 0;
    const struct record *r = card_single(c, 0, &first);
    const char *iin = card_load_iin(c);
    struct buf b = {0};
    for (int f = 0; r && f < r->count; f++) {
        const struct field *field = &r->section->fields[f];
        bool birth = field->type == FIELD_DATE && (field->flags & FIELD_FROM_IIN);
        if (!r->value[f] || !(birth || (field->flags & FIELD_NAME)))
            continue;
        char *text = value_show(field, r->value[f], w);
        buf_addf(&b, "%s%s", !b.len ? "" : birth ? ", " : " ", text);
        free(text);
    }
    if (iin)
        buf_addf(&b, ", %.*s••••••", BIRTH_DIGITS, iin);
    return buf_take(&b);
}

static char *state(const struct card *c)
{
    struct buf b = {0};
    char *visit = words_day(c->next_visit);
    const char *lacking = card_verify_lacking(c);
    buf_addf(&b, "%s; %s%s%s", words_status(c->status), lacking, *lacking ? "; " : "",
             words_org(c->centre_kk, c->centre_ru));
    if (*visit) {
        buf_add(&b, "; ");
        buf_addf(&b, _("next visit %s"), visit);
    }
    free(visit);
    return buf_take(&b);
}

/* The newest row that stands: the last in the order of the list. */
static const struct record *newest(const struct card *c, int entry)
{
    int n = 0;
    struct record **rows = body_rows(c, entry, false, &n);
    const struct record *last = NULL;
    for (int i = n - 1; i >= 0 && !last; i--)
        last = record_empty(rows[i]) || rows[i]->annul_reason ? NULL : rows[i];
    free(rows);
    return last;
}

/* Its day, and the first thing that is neither a day nor a number. */
static void draw_newest(WINDOW *w, int y, const struct record *r, const struct value_world *world)
{
    bool day_shown = false, what_shown = false;
    for (int f = 0; f < r->count; f++) {
        const struct field *field = &r->section->fields[f];
        bool is_day = field->type == FIELD_DATE || field->type == FIELD_PARTIAL;
        bool is_what = field->type == FIELD_TEXT || field->type == FIELD_LONG ||
                       field->type == FIELD_DICT || field->type == FIELD_ENUM;
        if (!r->value[f] || (is_day ? day_shown : !is_what || what_shown))
            continue;
        char *text = value_show(field, r->value[f], world);
        char *cut = cut_text(text, is_day ? WHAT_X - DATE_X - 1 : getmaxx(w) - WHAT_X);
        term_put(w, y, is_day ? DATE_X : WHAT_X, getmaxx(w) - DATE_X, cut, STYLE_NORMAL);
        day_shown = day_shown || is_day;
        what_shown = what_shown || is_what;
        free(cut);
        free(text);
    }
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    const struct card *c = card_of(s);
    int y = 0, width = getmaxx(w);
    char *text = who(c, &app->session.world);
    term_put(w, y++, 1, width - 1, text, STYLE_CHANGED);
    free(text);
    text = state(c);
    term_put(w, y++, 1, width - 1, text, STYLE_NORMAL);
    free(text);
    for (int i = 0; i < c->nlists && ++y < getmaxy(w); i++) {
        const struct entry *e = &c->edition->entries[i];
        const struct record *last = NULL;
        if (e->section->kind == SECTION_LIST || e->section->kind == SECTION_TABLE)
            last = newest(c, i);
        if (!last) {
            y--;
            continue;
        }
        char count[12];
        snprintf(count, sizeof count, "%d", card_rows(c, i));
        char *caption = body_caption(e->section, CAPTION);
        term_put(w, y, 1, CAPTION_X - 1, e->number, STYLE_NORMAL);
        term_put(w, y, CAPTION_X, CAPTION, caption, STYLE_NORMAL);
        term_put(w, y, COUNT_X, 4, count, STYLE_NORMAL);
        draw_newest(w, y, last, &app->session.world);
        free(caption);
    }
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    if (k.action != ACT_ESC && k.action != ACT_LEAVE && k.action != ACT_ENTER)
        return false;
    app_pop(app, s);
    return true;
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)s;
    (void)app;
    *y = 0;
    *x = 1;
    return true;
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_LEAVE, NULL);
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    free(s);
}

static const struct screen_ops ops = {
    .name = "brief",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .keys = keys,
    .done = done,
};

void card_brief_show(struct scr_card *s)
{
    if (!s->body->ops->take(s->body))
        return;
    struct card_brief *b = xcalloc(1, sizeof *b);
    b->base.ops = &ops;
    b->card = s;
    app_push(s->app, &b->base);
}
