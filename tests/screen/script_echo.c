/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drawn after a key against everything drawn anew: a screen that says less has changed
   than has (app_echo) fails its test here, whatever that test is about. */
#include <stdlib.h>
#include <string.h>

#include "tests/screen/script.h"

struct shown {
    cchar_t *cells;
    int y, x;
};

static struct shown look(void)
{
    struct shown s = {.cells = xcalloc((size_t)LINES * (size_t)COLS, sizeof *s.cells)};
    getyx(curscr, s.y, s.x);
    for (int y = 0; y < LINES; y++)
        for (int x = 0; x < COLS; x++)
            mvwin_wch(curscr, y, x, &s.cells[y * COLS + x]);
    wmove(curscr, s.y, s.x);
    return s;
}

/* The first line that differs; LINES: none, -1: the cursor. */
static int differs(const struct shown *a, const struct shown *b)
{
    if (a->y != b->y || a->x != b->x)
        return -1;
    for (int i = 0; i < LINES * COLS; i++) {
        wchar_t one[CCHARW_MAX] = {0}, other[CCHARW_MAX] = {0};
        attr_t attr, attrs;
        short pair;
        getcchar(&a->cells[i], one, &attr, &pair, NULL);
        getcchar(&b->cells[i], other, &attrs, &pair, NULL);
        if (attr != attrs || wcscmp(one, other) != 0)
            return i / COLS;
    }
    return LINES;
}

bool script_drawn(struct script *s)
{
    if (term_small())
        return true;
    struct shown before = look();
    char *screen = script_screen();
    app_changed(s->app);
    app_draw(s->app);
    s->app->echo.wholes--; /* the program would not have */
    struct shown after = look();
    int line = differs(&before, &after);
    if (line < 0)
        script_why(s, "the cursor was at %d:%d, and is at %d:%d when all is drawn", before.y + 1,
                   before.x + 1, after.y + 1, after.x + 1);
    else if (line < LINES)
        script_why(s, "line %d is another one when all is drawn; it was:\n%s", line + 1, screen);
    free(screen);
    free(before.cells);
    free(after.cells);
    return line == LINES;
}
