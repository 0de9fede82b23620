/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one begins: who I am, visits that wait, the cards had last; one cursor through all of them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "common/draft.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "tui/cut.h"
#include "tui/dialog.h"
#include "tui/scr_home.h"
#include "tui/words.h"

static bool stands(const void *ctx, int line)
{
    const struct scr_home *h = ctx;
    return h->line[line].kind == LINE_ROW;
}

static void add_line(struct scr_home *h, struct home_line l)
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
        add_line(h, (struct home_line){.block = b, .kind = LINE_GAP});
    add_line(h, (struct home_line){.block = b, .kind = LINE_HEAD});
    int before = h->list.count;
    for (int i = 0; i < rows->count; i++)
        if (belongs(b, &rows->row[i]))
            add_line(h, (struct home_line){.block = b, .kind = LINE_ROW, .row = &rows->row[i]});
    if (h->list.count == before)
        add_line(h, (struct home_line){.block = b, .kind = LINE_NONE});
    if (rows->more && belongs(b, &rows->row[rows->count - 1]))
        add_line(h, (struct home_line){.block = b, .kind = LINE_MORE});
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

const struct home_line *scr_home_line(const struct scr_home *h)
{
    return h->list.current >= 0 ? &h->line[h->list.current] : NULL;
}

bool scr_home_reads_cards(const struct app *app)
{
    return !str_in_list("admin|auditor", app->session.role);
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
    const struct home_line *l = scr_home_line(h);
    char *id = l ? xstrdup(l->row->id) : NULL;
    enum block block = l ? l->block : BLOCK_OVERDUE;
    h->ticket = 0;
    if (home_read(&h->home, reply, &err)) {
        h->loaded = true;
        if (scr_home_reads_cards(app))
            build(h, str_in_list("operator|head|trainer", app->session.role), id, block);
    }
    free(id);
    offer_drafts(h, app);
}

void scr_home_ask(struct scr_home *h, struct app *app, unsigned flags)
{
    if (h->ticket)
        app_forget(app, h->ticket);
    h->ticket = app_send(app, &h->base, flags, home_batch(), answered, h);
}

static void ask_quietly(void *ctx, struct app *app)
{
    scr_home_ask(ctx, app, APP_QUIET);
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    enum { RESERVED = 15, BETWEEN = 3, ORG_LEAST = 20 };
    const struct session *me = &app->session;
    const char *person = me->person ? me->person : me->login;
    int room = COLS - RESERVED - BETWEEN - utf8_width(person);
    char *org = cut_text(session_org(me), room > ORG_LEAST ? room : ORG_LEAST);
    char *text = xasprintf("%s | %s", org, person);
    free(org);
    return text;
}

/* "overdue 1", "today 2", "recent 1": the place within the block. */
static const char *focus(struct screen *s, struct app *app)
{
    static const char *const names[] = {
        [BLOCK_OVERDUE] = "overdue", [BLOCK_TODAY] = "today", [BLOCK_RECENT] = "recent"};
    (void)app;
    struct scr_home *h = (struct scr_home *)s;
    const struct home_line *l = scr_home_line(h);
    if (!l)
        return "";
    int place = 0;
    for (const struct home_line *p = l; p->kind == LINE_ROW; p--)
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
    int codes = opts_count(h->people.opts);
    struct buf b = {0};
    count_drafts(h, app);
    if (h->drafts)
        buf_add(&b, _("Something was typed and is not saved. It stays here, on this computer, and "
                      "is offered again at your next log-in."));
    if (codes && b.len)
        buf_add(&b, " ");
    if (codes)
        buf_addf(&b, _("Rows with a code: %d. Nothing of them is carried out yet; Enter does it."),
                 codes);
    if (b.len)
        app_push(app, dialog_question(app, _("Leave the program?"), b.s, _("stay"), _("leave"),
                                      leave_answered, h));
    else
        app_quit(app);
    buf_done(&b);
}

static void open_card(struct screen *base, struct app *app, const char *card, bool view)
{
    (void)base;
    app_push(app, view ? scr_card_view(app, card) : scr_card_new(app, card));
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_home *h = (struct scr_home *)s;
    switch ((int)k.action) {
    case ACT_ENTER:
        if (opts_people_carry_out(&h->people, app))
            return true;
        if (!scr_home_line(h))
            return false;
        app_push(app, scr_card_new(app, scr_home_line(h)->row->id));
        return true;
    case ACT_FIND:
        app_push(app, scr_search_new(app, NULL));
        return true;
    case ACT_QUERY:
        app_push(app, scr_query_new(app));
        return true;
    case ACT_REFRESH:
        scr_home_ask(h, app, 0);
        return true;
    case ACT_DRAFTS:
        app_push(app, scr_drafts_new(app));
        return true;
    case ACT_ABOUT:
        app_push(app, scr_about_new(app));
        return true;
    case ACT_LEAVE:
        leave(h, app);
        return true;
    case ACT_ESC: /* K-15: one key too many does not end the day's work */
        if (!opts_people_key(&h->people, app, k))
            app_say(app, SAY_INFO, 0, "%s", _("F3 leaves the program."));
        return true;
    case ACT_UNDO:
        opts_people_undo(&h->people, app);
        return true;
    default:
        if (opts_people_key(&h->people, app, k))
            return true;
        if (k.action == ACT_CHAR && k.ch != '?' && scr_home_reads_cards(app)) {
            scr_home_no_code(h, app);
            return true;
        }
        if (!list_key(&h->list, k))
            return false;
        opts_people_why(&h->people, app);
        return true;
    }
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    const struct scr_home *h = (struct scr_home *)s;
    if (scr_home_reads_cards(app))
        keys_add(set, ACT_FIND, NULL);
    if (scr_home_reads_cards(app))
        keys_add(set, ACT_QUERY, NULL);
    keys_add(set, ACT_REFRESH, NULL);
    if (opts_people_can_undo(&h->people))
        keys_add(set, ACT_UNDO, _("take back"));
    if (h->drafts)
        keys_add(set, ACT_DRAFTS, NULL);
    keys_add(set, ACT_ABOUT, NULL);
    keys_add(set, ACT_LEAVE, NULL);
}

static void uncovered(struct screen *s, struct app *app)
{
    struct scr_home *h = (struct scr_home *)s;
    count_drafts(h, app);
    scr_home_ask(h, app, APP_QUIET);
    offer_drafts(h, app);
}

static void reconnected(struct screen *s, struct app *app)
{
    scr_home_ask((struct scr_home *)s, app, APP_QUIET);
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_home *h = (struct scr_home *)s;
    home_done(&h->home);
    opts_people_done(&h->people);
    free(h->line);
    free(h);
}

static const struct screen_ops ops = {
    .name = "home",
    .where = where,
    .draw = scr_home_draw,
    .key = key,
    .cursor = scr_home_cursor,
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
    h->may_write = app->session.may_write;
    h->people = (struct opts_people){
        .owner = &h->base,
        .list = &h->list,
        .person = scr_home_person,
        .again = ask_quietly,
        .open = open_card,
        .ctx = h,
    };
    opts_people_init(&h->people);
    count_drafts(h, app);
    /* Keys wait if drafts are to be offered, so that blind ones answer no question (K-5). */
    scr_home_ask(h, app, h->drafts ? APP_MODAL : 0);
    return &h->base;
}
