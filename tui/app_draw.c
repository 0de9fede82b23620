/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing: line 1, the body (lines 2 to 22) by the screens from the lowest visible to the top,
 * lines 23 and 24, all as panels. Only one screen that fills the body is seen at a time: all of
 * them and the bars are drawn into the cells of stdscr, and only what lies above has cells of its
 * own. */
#include <panel.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/app_inner.h"
#include "tui/bars.h"

struct bars {
    WINDOW *top, *bottom, *small;
    PANEL *top_panel, *bottom_panel, *small_panel;
};

static void release_bars(struct app *app)
{
    struct bars *b = app->bars;
    if (!b)
        return;
    del_panel(b->top_panel);
    del_panel(b->bottom_panel);
    if (b->small)
        del_panel(b->small_panel);
    delwin(b->top);
    delwin(b->bottom);
    if (b->small)
        delwin(b->small);
    free(b);
    app->bars = NULL;
}

static struct bars *bars(struct app *app)
{
    if (app->bars)
        return app->bars;
    struct bars *b = app->bars = xcalloc(1, sizeof *b);
    b->top = derwin(stdscr, 1, COLS, 0, 0);
    b->bottom = derwin(stdscr, LINES > 2 ? 2 : 1, COLS, LINES > 2 ? LINES - 2 : 0, 0);
    b->top_panel = new_panel(b->top);
    b->bottom_panel = new_panel(b->bottom);
    return b;
}

void app_draw_release(struct screen *s)
{
    if (s->panel)
        del_panel(s->panel);
    if (s->window)
        delwin(s->window);
    s->panel = NULL;
    s->window = NULL;
}

void app_draw_resized(struct app *app)
{
    for (int i = 0; i < app->depth; i++)
        app_draw_release(app->stack[i]);
    release_bars(app);
    clearok(curscr, TRUE);
}

void app_draw_done(struct app *app)
{
    release_bars(app);
}

struct place {
    int lines, cols, y, x;
};

static int clip(int wanted, int least, int most)
{
    return wanted > most ? most : wanted < least ? least : wanted;
}

static struct place place_of(struct app *app, struct screen *s)
{
    struct place p = {LINES - 3, COLS, 1, 0};
    if (!s->ops->size)
        return p;
    int lines = p.lines, cols = p.cols;
    s->ops->size(s, app, &lines, &cols);
    lines = clip(lines, 3, p.lines);
    cols = clip(cols, 20, p.cols);
    return (struct place){lines, cols, 1 + (p.lines - lines) / 2, (p.cols - cols) / 2};
}

static void draw_screen(struct app *app, struct screen *s)
{
    struct place p = place_of(app, s);
    if (s->window && (getmaxy(s->window) != p.lines || getmaxx(s->window) != p.cols))
        app_draw_release(s);
    if (!s->window) {
        s->window = s->ops->size ? newwin(p.lines, p.cols, p.y, p.x)
                                 : derwin(stdscr, p.lines, p.cols, p.y, p.x);
        if (!s->window)
            die("app_draw: no memory for a window");
        s->panel = new_panel(s->window);
    }
    werase(s->window);
    if (s->ops->size) {
        char *title = s->ops->where ? s->ops->where(s, app) : NULL;
        term_box(s->window, title);
        free(title);
    }
    s->ops->draw(s, app, s->window);
    show_panel(s->panel);
}

static char *where(struct app *app)
{
    for (int i = app->depth - 1; i >= 0; i--)
        if (!app->stack[i]->ops->size && app->stack[i]->ops->where)
            return app->stack[i]->ops->where(app->stack[i], app);
    return xstrdup("");
}

/* K-13: the hardware cursor goes where the top screen says. The window it is in is the last one
 * refreshed. */
static void place_cursor(struct app *app)
{
    struct screen *top = app_top(app);
    int y, x;
    if (top && top->window && top->ops->cursor && top->ops->cursor(top, app, &y, &x)) {
        int wy, wx;
        getbegyx(top->window, wy, wx);
        wmove(stdscr, clip(wy + y, 0, LINES - 1), clip(wx + x, 0, COLS - 1));
    } else {
        wmove(stdscr, 0, 0);
    }
    setsyx(getcury(stdscr), getcurx(stdscr));
}

/* A whole screen of cells, which hardly anybody needs: made when it is. */
static void draw_small(struct bars *b)
{
    if (!b->small) {
        b->small = newwin(LINES, COLS, 0, 0);
        b->small_panel = new_panel(b->small);
    }
    werase(b->small);
    term_wrapped(b->small, 0, 0, LINES, COLS,
                 _("The window is too small: 80 columns and 24 lines are needed. Nothing is lost; "
                   "make it larger to go on."),
                 STYLE_NORMAL);
    show_panel(b->small_panel);
    top_panel(b->small_panel);
}

void app_draw(struct app *app)
{
    if (!term_running())
        return;
    if (app_echo_drawn(app)) {
        place_cursor(app);
        doupdate();
        return;
    }
    app->echo.wholes++;
    struct bars *b = bars(app);
    if (term_small()) {
        draw_small(b);
        update_panels();
        setsyx(0, 0);
        doupdate();
        return;
    }
    if (b->small)
        hide_panel(b->small_panel);
    int first = app->depth ? app->depth - 1 : 0;
    while (first > 0 && app->stack[first]->ops->size)
        first--;
    for (int i = 0; i < first; i++)
        if (app->stack[i]->panel)
            hide_panel(app->stack[i]->panel);
    for (int i = first; i < app->depth; i++) {
        draw_screen(app, app->stack[i]);
        top_panel(app->stack[i]->panel);
    }
    char *text = where(app);
    werase(b->top);
    bars_header(b->top, app, text);
    free(text);
    werase(b->bottom);
    bars_bottom(b->bottom, app);
    update_panels();
    place_cursor(app);
    doupdate();
}
