/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one begins: who I am, visits that wait, the cards had last; one cursor through all of them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "common/draft.h"
#include "common/home.h"
#include "common/i18n.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/screens.h"
#include "tui/words.h"

enum { TODAY_Y = 0, DRAFTS_Y = 1 };
enum { MARK_X = 1, DAY_X = 3, NAME_X = 21, IIN = 12, STATUS = 24, NAME_LEAST = 32 };

enum block { BLOCK_OVERDUE, BLOCK_TODAY, BLOCK_RECENT, BLOCKS };

/* A line of the list: a heading, one that says there is nothing or more, or a row. */
struct line {
    enum block block;
    enum { LINE_HEAD, LINE_NONE, LINE_MORE, LINE_ROW, LINE_GAP } kind;
    const struct home_row *row;
};

struct scr_home {
    struct screen base;
    struct home home;
    bool loaded, offered; /* answered once; the drafts were offered */
    int ticket, drafts;
    struct line *line;
    struct list list;
    char focus[24];
};

static bool stands(const void *ctx, int line)
{
    const struct scr_home *h = ctx;
    return h->line[line].kind == LINE_ROW;
}

static void add_line(struct scr_home *h, struct line l)
{
    h->line = xrealloc(h->line, (size_t)(h->list.count + 1) * sizeof *h->line);
    h->line[h->list.count++] = l;
}

static bool belongs(enum block b, const struct home_row *r)
{
    return b == BLOCK_RECENT || r->overdue == (b == BLOCK_OVERDUE);
}

static void add_block(struct scr_home *h, enum block b)
{
    const struct home_rows *rows = b == BLOCK_RECENT ? &h->home.recent : &h->home.visits;
    if (h->list.count)
        add_line(h, (struct line){.block = b, .kind = LINE_GAP});
    add_line(h, (struct line){.block = b, .kind = LINE_HEAD});
    int before = h->list.count;
    for (int i = 0; i < rows->count; i++)
        if (belongs(b, &rows->row[i]))
            add_line(h, (struct line){.block = b, .kind = LINE_ROW, .row = &rows->row[i]});
    if (h->list.count == before)
        add_line(h, (struct line){.block = b, .kind = LINE_NONE});
    if (rows->more && belongs(b, &rows->row[rows->count - 1]))
        add_line(h, (struct line){.block = b, .kind = LINE_MORE});
}

/* Only a centre has visits. The cursor stays on the same card of the same block if it is still
 * there. */
static void build(struct scr_home *h, bool centre, const char *id, enum block block)
{
    h->list.count = 0;
    for (int b = centre ? 0 : BLOCK_RECENT; b < BLOCKS; b++)
        add_block(h, (enum block)b);
    int was = h->list.current;
    for (int i = 0; id && i < h->list.count; i++)
        if (h->line[i].row && h->line[i].block == block && str_same(h->line[i].row->id, id)) {
            h->list.current = i;
            return;
        }
    h->list.current = list_next(&h->list, was > 0 ? was : 0, 1);
    if (h->list.current < 0)
        list_first(&h->list);
}

static const struct line *current(const struct scr_home *h)
{
    return h->list.current >= 0 ? &h->line[h->list.current] : NULL;
}

static void count_drafts(struct scr_home *h, struct app *app)
{
    struct draft_info *info = NULL;
    struct error err = {0};
    int n = draft_list(app->session.login, app->session.draft_key, &info, &err);
    draft_list_free(info, n);
    h->drafts = n > 0 ? n : 0;
    if (err.what[0])
        app_say_error(app, &err);
}

/* Once, as soon as this screen is the one that is seen. */
static void offer_drafts(struct scr_home *h, struct app *app)
{
    if (h->offered || app_top(app) != &h->base)
        return;
    h->offered = true;
    if (h->drafts)
        app_push(app, scr_drafts_new(app));
}

static void answered(struct app *app, void *ctx, const struct db_reply *reply)
{
    struct scr_home *h = ctx;
    struct error err = {0};
    const struct line *l = current(h);
    char *id = l ? xstrdup(l->row->id) : NULL;
    enum block block = l ? l->block : BLOCK_OVERDUE;
    h->ticket = 0;
    if (home_read(&h->home, reply, &err)) {
        h->loaded = true;
        build(h, str_in_list("operator|head|trainer", app->session.role), id, block);
    }
    free(id);
    offer_drafts(h, app);
}

static void ask(struct scr_home *h, struct app *app, unsigned flags)
{
    if (h->ticket)
        app_forget(app, h->ticket);
    h->ticket = app_send(app, &h->base, flags, home_batch(), answered, h);
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    const struct session *me = &app->session;
    return xasprintf("%s | %s", session_org(me), me->person ? me->person : me->login);
}

static const char *heading(enum block b)
{
    switch (b) {
    case BLOCK_OVERDUE:
        return _("Overdue visits");
    case BLOCK_TODAY:
        return _("Visits due today");
    case BLOCK_RECENT:
        return _("Last cards");
    case BLOCKS:
        break;
    }
    return "";
}

/* When: the day of the visit, and for how many days it has waited; the time the card was opened. */
static char *when(const struct line *l, day today)
{
    char *shown = words_day(l->row->at);
    day d = day_parse_iso(l->row->at ? l->row->at : "");
    if (l->block != BLOCK_OVERDUE || d == DAY_NONE || today == DAY_NONE)
        return shown;
    char *late = xasprintf(_("%s %d d"), shown, today - d);
    free(shown);
    return late;
}

static void draw_row(WINDOW *w, int y, const struct line *l, day today, bool active)
{
    enum style style = active ? STYLE_CURSOR : STYLE_NORMAL;
    const struct home_row *r = l->row;
    int width = getmaxx(w), name_width = width - NAME_X - IIN - 3;
    bool wide = name_width - STATUS - 2 >= NAME_LEAST;
    if (wide)
        name_width -= STATUS + 2;
    char *at = when(l, today);
    char *name = words_name(r->surname, r->name, r->patronymic);
    int x = NAME_X + name_width + 2;
    term_text(w, y, 0, width, "", style);
    term_put(w, y, MARK_X, 1, l->block == BLOCK_OVERDUE ? "!" : " ", style);
    term_put(w, y, DAY_X, NAME_X - DAY_X - 1, at, style);
    term_put(w, y, NAME_X, name_width, name, style);
    term_put(w, y, x, IIN, r->iin_masked ? r->iin_masked : "", style);
    if (wide)
        term_put(w, y, x + IIN + 2, STATUS, words_status(r->status), style);
    free(name);
    free(at);
}

static void draw_line(WINDOW *w, int y, const struct line *l, day today, bool active)
{
    int width = getmaxx(w);
    switch (l->kind) {
    case LINE_HEAD:
        term_put(w, y, 1, width - 1, heading(l->block), STYLE_KEY);
        break;
    case LINE_NONE:
        term_put(w, y, DAY_X, width - DAY_X, _("none"), STYLE_DIM);
        break;
    case LINE_MORE:
        term_put(w, y, DAY_X, width - DAY_X, _("... and more"), STYLE_DIM);
        break;
    case LINE_ROW:
        draw_row(w, y, l, today, active);
        break;
    case LINE_GAP:
        break;
    }
}

static void draw_top(const struct scr_home *h, struct app *app, WINDOW *w)
{
    char today[11];
    const struct session *me = &app->session;
    day_show(me->world.today, today);
    struct buf b = {0};
    buf_addf(&b, "%s | %s, %s", words_role(me->role), today, value_weekday(me->world.today));
    if (me->last_login) {
        buf_add(&b, " | ");
        buf_addf(&b, _("last log-in: %s"), me->last_login);
    }
    term_put(w, TODAY_Y, 1, getmaxx(w) - 1, b.s, STYLE_NORMAL);
    buf_done(&b);
    if (!h->drafts)
        return;
    buf_addf(&b,
             i18n_plural("%d text was typed and not saved: F10, word \"drafts\".",
                         "%d texts were typed and not saved: F10, word \"drafts\".",
                         (unsigned long)h->drafts),
             h->drafts);
    term_put(w, DRAFTS_Y, 1, getmaxx(w) - 1, b.s, STYLE_NOTE);
    buf_done(&b);
}

static int rows_y(const struct scr_home *h)
{
    return h->drafts ? DRAFTS_Y + 2 : TODAY_Y + 2;
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct scr_home *h = (struct scr_home *)s;
    int top = rows_y(h), lines = getmaxy(w) - top;
    draw_top(h, app, w);
    if (!h->loaded)
        term_put(w, top, 1, getmaxx(w) - 1, h->ticket ? _("Fetching...") : _("F7: find a person"),
                 STYLE_DIM);
    list_fit(&h->list, lines);
    for (int i = 0; i < lines && h->list.top + i < h->list.count; i++)
        draw_line(w, top + i, &h->line[h->list.top + i], app->session.world.today,
                  h->list.top + i == h->list.current);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    const struct scr_home *h = (struct scr_home *)s;
    if (h->list.current < 0)
        return false;
    *y = rows_y(h) + h->list.current - h->list.top;
    *x = MARK_X;
    return true;
}

/* "overdue 1", "today 2", "recent 1": the place within the block. */
static const char *focus(struct screen *s, struct app *app)
{
    static const char *const names[] = {
        [BLOCK_OVERDUE] = "overdue", [BLOCK_TODAY] = "today", [BLOCK_RECENT] = "recent"};
    (void)app;
    struct scr_home *h = (struct scr_home *)s;
    const struct line *l = current(h);
    if (!l)
        return "";
    int place = 0;
    for (const struct line *p = l; p->kind == LINE_ROW; p--)
        place++;
    snprintf(h->focus, sizeof h->focus, "%s %d", names[l->block], place);
    return h->focus;
}

static void leave_answered(void *ctx, struct app *app, bool other)
{
    (void)ctx;
    if (other)
        app_quit(app);
}

static void leave(struct scr_home *h, struct app *app)
{
    count_drafts(h, app);
    if (!h->drafts) {
        app_quit(app);
        return;
    }
    app_push(app, dialog_question(app, _("Leave the program?"),
                                  _("Something was typed and is not saved. It stays here, on this "
                                    "computer, and is offered again at your next log-in."),
                                  _("stay"), _("leave"), leave_answered, h));
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_home *h = (struct scr_home *)s;
    switch ((int)k.action) {
    case ACT_ENTER:
        if (!current(h))
            return false;
        app_push(app, scr_card_new(app, current(h)->row->id));
        return true;
    case ACT_FIND:
        app_push(app, scr_search_new(app, NULL));
        return true;
    case ACT_REFRESH:
        ask(h, app, 0);
        return true;
    case ACT_DRAFTS:
        app_push(app, scr_drafts_new(app));
        return true;
    case ACT_ABOUT:
        app_push(app, scr_about_new(app));
        return true;
    case ACT_LEAVE:
    case ACT_ESC:
        leave(h, app);
        return true;
    default:
        return list_key(&h->list, k);
    }
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    const struct scr_home *h = (struct scr_home *)s;
    if (!str_in_list("admin|auditor", app->session.role)) /* they read no cards */
        keys_add(set, ACT_FIND, NULL);
    keys_add(set, ACT_REFRESH, NULL);
    if (h->drafts)
        keys_add(set, ACT_DRAFTS, NULL);
    keys_add(set, ACT_ABOUT, NULL);
    keys_add(set, ACT_LEAVE, NULL);
}

static void uncovered(struct screen *s, struct app *app)
{
    struct scr_home *h = (struct scr_home *)s;
    count_drafts(h, app);
    ask(h, app, APP_QUIET);
    offer_drafts(h, app);
}

static void reconnected(struct screen *s, struct app *app)
{
    ask((struct scr_home *)s, app, APP_QUIET);
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_home *h = (struct scr_home *)s;
    home_done(&h->home);
    free(h->line);
    free(h);
}

static const struct screen_ops ops = {
    .name = "home",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .uncovered = uncovered,
    .reconnected = reconnected,
    .done = done,
};

struct screen *scr_home_new(struct app *app)
{
    struct scr_home *h = xcalloc(1, sizeof *h);
    h->base.ops = &ops;
    h->list.stands = stands;
    h->list.ctx = h;
    h->list.current = -1;
    count_drafts(h, app);
    /* Keys wait if drafts are to be offered, so that blind ones answer no question (K-5). */
    ask(h, app, h->drafts ? APP_MODAL : 0);
    return &h->base;
}
