/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: start, end, keys, and drawing of UTF-8 by cells. Nobody else starts curses or reads
 * from it. */
#ifndef TUI_TERM_H
#define TUI_TERM_H

/* Wide curses: include this header instead of <curses.h>. */
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

#include "common/error.h"
#include "tui/keys.h"

#define TERM_MIN_LINES 24
#define TERM_MIN_COLS 80

/* Starts curses on the user's terminal; sets die_hook and the handlers that give the terminal back
 * after an abort. */
bool term_start(int escape_delay_ms, bool beep, struct error *err);
/* Starts curses on no terminal (tests): keys come from term_feed, the screen is read back by
 * term_line. */
bool term_start_offscreen(int height, int width, struct error *err);
void term_end(void); /* gives the terminal back; harmless twice */
bool term_running(void);
int term_key_fd(void);                   /* to be watched; -1 off-screen */
void term_resize(int height, int width); /* 0, 0: ask the terminal */
bool term_small(void);                   /* below 80x24 */
bool term_read(struct key *k);           /* next key; false if none is there; never waits */
bool term_gone(void);                    /* the line to the terminal is broken: no key will come */
void term_drop_typeahead(void);          /* K-5 */
void term_feed(struct key k);            /* tests: as if typed */
void term_beep(void);
/* Off-screen: how much was sent to the terminal since the last call, and its beginning as a string
 * (size 0: not wanted). */
size_t term_sent(char *bytes, size_t size);
unsigned term_beeps(void); /* since the start: tests count them */
char *term_line(
    int y); /* line y (from 0) of the screen as shown, without blanks at its end: the caller's */

/* Never by colour alone: each style is also an attribute that a monochrome terminal shows. */
enum style {
    STYLE_NORMAL,
    STYLE_TITLE,    /* line 1, boxes' captions: reverse */
    STYLE_DIM,      /* does not apply, closed */
    STYLE_ERROR,    /* bold */
    STYLE_NOTE,     /* message that is no error */
    STYLE_CHANGED,  /* not yet saved: bold; a '*' goes with it */
    STYLE_REQUIRED, /* the mark of a required field */
    STYLE_CURSOR,   /* the current row: reverse */
    STYLE_FIELD,    /* a place where one types: the part that is free is underlined */
    STYLE_KEY,      /* a key's name on the key bar */
    STYLE_COUNT
};
attr_t term_attr(enum style s);
void term_contrast(bool high); /* high: nothing is dim; what it says stands there in words, too */

/* Draws text clipped to width cells and fills the rest of them with blanks. A character that the
   terminal cannot show is `?`, reversed. Returns the cells the text itself took. Lines end at '\n'.
 */
int term_text(WINDOW *w, int y, int x, int width, const char *utf8, enum style s);
/* As term_text, but does not fill. */
int term_put(WINDOW *w, int y, int x, int width, const char *utf8, enum style s);
/* Breaks text at spaces into at most lines lines of width cells; returns how many were drawn. */
int term_wrapped(WINDOW *w, int y, int x, int lines, int width, const char *utf8, enum style s);
void term_box(WINDOW *w, const char *title); /* wide line drawing, title in the upper edge */
void term_vline(WINDOW *w, int y, int x, int n);
void term_hline(WINDOW *w, int y, int x, int n);
bool term_can_show(const char *utf8); /* all characters are in the terminal's character set */

/* Between the program's UTF-8 and the C library: the caller's. */
char *term_utf8(const wchar_t *w);
/* And the bytes of the C library's locale, which lines outside the screens are made of; `?` for
   what it lacks. Both the caller's. */
char *term_local(const char *utf8);
char *term_from_local(const char *local);
void term_say(FILE *f, const char *utf8);

#endif
