/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/list.h"

static bool stands(const struct list *l, int line)
{
    return !l->stands || l->stands(l->ctx, line);
}

int list_next(const struct list *l, int line, int step)
{
    for (; line >= 0 && line < l->count; line += step)
        if (stands(l, line))
            return line;
    return -1;
}

bool list_first(struct list *l)
{
    l->top = 0;
    l->current = list_next(l, 0, 1);
    return l->current >= 0;
}

/* To the line nearest to `line` that can be stood on, in the direction of the step first. */
static bool move(struct list *l, int line, int step)
{
    if (line < 0)
        line = 0;
    if (line >= l->count)
        line = l->count - 1;
    int to = list_next(l, line, step);
    if (to < 0)
        to = list_next(l, line, -step);
    if (to < 0 || to == l->current)
        return false;
    l->current = to;
    return true;
}

bool list_key(struct list *l, struct key k)
{
    int page = l->lines > 1 ? l->lines - 1 : 1;
    int to;
    switch ((int)k.action) {
    case ACT_DOWN:
    case ACT_TAB:
        to = list_next(l, l->current + 1, 1);
        break;
    case ACT_UP:
    case ACT_BACKTAB:
        to = list_next(l, l->current - 1, -1);
        break;
    case ACT_PAGE_DOWN:
        return move(l, l->current + page, 1);
    case ACT_PAGE_UP:
        return move(l, l->current - page, -1);
    case ACT_HOME:
        return move(l, 0, 1);
    case ACT_END:
        return move(l, l->count - 1, -1);
    default:
        return false;
    }
    if (to < 0)
        return false;
    l->current = to;
    return true;
}

void list_fit(struct list *l, int lines)
{
    l->lines = lines;
    if (l->current >= l->count)
        l->current = list_next(l, l->count - 1, -1);
    int first = l->current;
    while (first > 0 && !stands(l, first - 1) && l->current - first < lines - 1)
        first--;
    if (l->current >= 0 && first < l->top)
        l->top = first;
    if (l->current >= l->top + lines)
        l->top = l->current - lines + 1;
    if (l->top > l->count - lines)
        l->top = l->count - lines;
    if (l->top < 0)
        l->top = 0;
}
