/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/bars.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/cut.h"

/* What the user must not overlook, at the right end of line 1. The caller's. */
static char *mode(struct app *app)
{
    struct buf b = {0};
    if (!app->online)
        buf_addf(&b, "[%s]",
                 db_state(app->db) == DB_CONNECTING ? _("connecting") : _("no connection"));
    if (app->session.training)
        buf_addf(&b, "%s[%s]", b.len ? " " : "", _("TRAINING"));
    return buf_take(&b);
}

/* The first piece of line 1 is what changes as one works: plain in front of the reversed bar it
   costs a slow line its own letters only, not the switching of attributes. */
static void draw_place(WINDOW *w, const char *where, int width)
{
    const char *end = strstr(where, " |");
    char *place = end ? xasprintf("%.*s", (int)(end - where), where) : xstrdup(where);
    int cells = utf8_width(place) < width ? utf8_width(place) : width;
    term_text(w, 0, 0, cells + 2, "", STYLE_NORMAL);
    term_put(w, 0, 1, cells, place, STYLE_NORMAL);
    free(place);
}

void bars_header(WINDOW *w, struct app *app, const char *where)
{
    int width = getmaxx(w);
    char *right = mode(app);
    int taken = utf8_width(right);
    term_text(w, 0, 0, width, "", STYLE_TITLE);
    term_text(w, 0, 1, width - taken - 3, where ? where : "", STYLE_TITLE);
    draw_place(w, where ? where : "", width - taken - 3);
    term_put(w, 0, width - taken - 1, taken, right, STYLE_TITLE);
    free(right);
}

/* The caption is cut before what is said of it. The caller's. */
static char *message_text(struct app *app, int width)
{
    enum { LEAST = 16 }; /* of a caption */
    char number[24] = "";
    if (app->message.number)
        snprintf(number, sizeof number, "[%d] ", app->message.number);
    const char *said = app->message.text + app->message.about;
    const char *mark = app->message.kind == SAY_ERROR ? "! " : "";
    char *whole = xasprintf("%.*s", (int)app->message.about, app->message.text);
    int room = width - utf8_width(mark) - utf8_width(number) - utf8_width(said);
    char *about = cut_text(whole, room > LEAST ? room : LEAST);
    char *text = xasprintf("%s%s%s%s", mark, number, about, said);
    free(whole);
    free(about);
    return text;
}

static void draw_message(WINDOW *w, struct app *app)
{
    int width = getmaxx(w);
    if (!app->message.text[0]) {
        if (app_modal(app))
            term_text(w, 0, 0, width,
                      app_cancels(app) ? _("The server is at work ... Esc stops it")
                                       : _("The server is at work ..."),
                      STYLE_NOTE);
        return;
    }
    char *text = message_text(app, width);
    for (char *c = text; *c; c++)
        if (*c == '\n')
            *c = ' ';
    enum style s = app->message.kind == SAY_ERROR ? STYLE_ERROR : STYLE_NOTE;
    bool cut = utf8_width(text) > width;
    term_text(w, 0, 0, cut ? width - 4 : width, text, s);
    if (cut) /* F1 shows all of it */
        term_put(w, 0, width - 4, 4, "... ", s);
    free(text);
}

static int hint_width(const struct key_hint *h)
{
    const struct key_row *row = keys_row(h->action);
    const char *label = h->label ? h->label : row->label ? _(row->label) : NULL;
    return row->keys && !str_empty(label) ? utf8_width(keys_shown(row)) + utf8_width(label) + 3 : 0;
}

static int draw_hint(WINDOW *w, int x, const struct key_hint *h)
{
    const struct key_row *row = keys_row(h->action);
    const char *label = h->label ? h->label : _(row->label);
    x += term_put(w, 1, x, getmaxx(w) - x, keys_shown(row), STYLE_KEY);
    x++;
    x += term_put(w, 1, x, getmaxx(w) - x, label, STYLE_NORMAL);
    return x + 2;
}

/* Help and menu always have their place: what does not fit is in the menu. */
static void draw_keys(WINDOW *w, struct app *app)
{
    struct key_set set;
    app_keys(app, &set);
    int x = 0, reserved = 0, last[2], nlast = 0;
    for (int i = 0; i < set.count; i++)
        if (set.hint[i].action == ACT_HELP || set.hint[i].action == ACT_MENU) {
            reserved += hint_width(&set.hint[i]);
            last[nlast++] = i;
        }
    for (int i = 0; i < set.count; i++) {
        bool kept = set.hint[i].action == ACT_HELP || set.hint[i].action == ACT_MENU;
        int need = hint_width(&set.hint[i]);
        if (!kept && need && x + need + reserved - 2 <= getmaxx(w))
            x = draw_hint(w, x, &set.hint[i]);
    }
    for (int i = 0; i < nlast; i++)
        if (hint_width(&set.hint[last[i]]))
            x = draw_hint(w, x, &set.hint[last[i]]);
}

void bars_bottom(WINDOW *w, struct app *app)
{
    draw_message(w, app);
    if (getmaxy(w) > 1)
        draw_keys(w, app);
}

void bars_summary(WINDOW *w, int y, int x, int width, const char *const *pieces)
{
    struct buf b = {0};
    for (; *pieces; pieces++)
        if (**pieces)
            buf_addf(&b, "%s%s", b.len ? " | " : "", *pieces);
    char *text = buf_take(&b), *shown = cut_text(text, width);
    term_text(w, y, x, width, shown, STYLE_NORMAL);
    free(shown);
    free(text);
}

/* In 18 cells: '>' of the current one, number, state, caption, count. Nothing else marks it: going
   from one section to the next then changes two cells. */
static void draw_item(WINDOW *w, int y, int x, const struct rail_item *it, bool here)
{
    enum { CAPTION_X = 6 };
    char counted[12] = "", lead[16];
    if (it->count >= 0)
        snprintf(counted, sizeof counted, "%d", it->count);
    snprintf(lead, sizeof lead, "%c%2.2s %c", here ? '>' : ' ', it->number, it->state);
    int tail = (int)strlen(counted), room = RAIL_WIDTH - CAPTION_X - tail - (tail > 0);
    size_t length = strlen(it->caption);
    char *bare =
        xasprintf("%.*s", (int)(length - (length && it->caption[length - 1] == ':')), it->caption);
    char *caption = cut_text(bare, room);
    enum style s = it->state == '-' ? STYLE_DIM : STYLE_NORMAL;
    term_text(w, y, x, RAIL_WIDTH, lead, s);
    term_put(w, y, x + CAPTION_X, room, caption, s);
    term_put(w, y, x + RAIL_WIDTH - tail, tail, counted, s);
    free(caption);
    free(bare);
}

int bars_rail(WINDOW *w, int y, int x, int lines, const struct rail_item *items, int count,
              int current)
{
    int first = current - lines / 2;
    if (first > count - lines)
        first = count - lines;
    if (first < 0)
        first = 0;
    for (int i = 0; i < lines && first + i < count; i++)
        draw_item(w, y + i, x, &items[first + i], first + i == current);
    return current < 0 ? 0 : current - first;
}
