/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes and key codes that curses reads to keys. A letter of several bytes may come in
   pieces (a slow line); sequences that are no key, and bytes that are no text, are passed over. */
#ifndef TUI_TERM_KEYS_H
#define TUI_TERM_KEYS_H

#include <wchar.h>

#include "tui/keys.h"

struct term_keys {
    mbstate_t state; /* of the letter begun, in the locale's character set */
    bool begun;
    int skip;  /* bytes of a sequence that are passed over unseen */
    char part; /* of a sequence: 0 none, '[' or 'O' its introducer, ';' its parameters */
};

/* Curses has read the beginning of a report of the mouse; of_old: three bytes follow, not
   parameters and a letter. */
void term_keys_mouse(struct term_keys *t, bool of_old);
/* get: the next byte, a code of curses (above 255), or a negative number if nothing is there;
   unget: gives a byte back. False: no whole key is there. */
bool term_keys_read(struct term_keys *t, struct key *k, int (*get)(void *ctx),
                    void (*unget)(void *ctx, int c), void *ctx);

#endif
