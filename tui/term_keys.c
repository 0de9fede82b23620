/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/term_keys.h"

#include <string.h>

enum { ESC = 0x1b, MOUSE_BYTES = 3 };

static void forget_letter(struct term_keys *t)
{
    memset(&t->state, 0, sizeof t->state);
    t->begun = false;
}

/* A byte of a sequence that curses does not know: ESC [ parameters final, ESC O parameters final;
   ESC [ [ letter (the Linux console's F1 to F5), ESC [ M with three bytes (a mouse of old). */
static void pass_over(struct term_keys *t, int c)
{
    bool final = c >= 0x40 && c <= 0x7e;
    if (t->skip > 0)
        t->part = --t->skip > 0 ? ';' : 0;
    else if (t->part == '[' && (c == '[' || c == 'M'))
        t->skip = c == '[' ? 1 : MOUSE_BYTES;
    else
        t->part = final ? 0 : ';';
}

void term_keys_mouse(struct term_keys *t, bool of_old)
{
    t->part = ';';
    t->skip = of_old ? MOUSE_BYTES : 0;
}

/* Esc, unless the beginning of a sequence follows at once. */
static bool escape(struct term_keys *t, struct key *k, int (*get)(void *ctx),
                   void (*unget)(void *ctx, int c), void *ctx)
{
    int next = get(ctx);
    if (next == '[' || next == 'O') {
        t->part = (char)next;
        return false;
    }
    if (next >= 0)
        unget(ctx, next);
    k->action = keys_from_ctrl(ESC);
    return true;
}

/* A code of curses or a control character. False: it is none. */
static bool command(struct term_keys *t, struct key *k, int c, int (*get)(void *ctx),
                    void (*unget)(void *ctx, int c), void *ctx)
{
    if (c == ESC)
        return escape(t, k, get, unget, ctx);
    k->action = c > 0xff ? keys_from_code(c) : keys_from_ctrl(c);
    return k->action != ACT_NONE;
}

/* False: no letter ends with this byte. */
static bool letter(struct term_keys *t, struct key *k, int c)
{
    char byte = (char)c;
    wchar_t w = 0;
    size_t n = mbrtowc(&w, &byte, 1, &t->state);
    if (n == (size_t)-1) {
        bool again = t->begun; /* the letter before was broken off: this may begin another */
        forget_letter(t);
        return again && letter(t, k, c);
    }
    t->begun = n == (size_t)-2;
    if (t->begun || w == 0)
        return false;
    *k = (struct key){ACT_CHAR, (uint32_t)w};
    return true;
}

bool term_keys_read(struct term_keys *t, struct key *k, int (*get)(void *ctx),
                    void (*unget)(void *ctx, int c), void *ctx)
{
    for (int c; (c = get(ctx)) >= 0;) {
        *k = (struct key){ACT_NONE, 0};
        bool control = c < 0x20 || c >= 0x7f;
        if (t->part && !control) {
            pass_over(t, c);
            continue;
        }
        t->part = 0;
        t->skip = 0;
        bool text = c >= 0x20 && c <= 0xff && c != 0x7f;
        if (!text)
            forget_letter(t);
        if (text ? letter(t, k, c) : command(t, k, c, get, unget, ctx))
            return true;
    }
    return false;
}
