/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program on a terminal of its own, as a person has it: typed at by keys, seen through libvterm.
   Nothing sleeps: what is expected is awaited, and a test fails when it does not come in a minute
   (PTY_BOUND_MS). */
#ifndef TESTS_FAULT_PTY_H
#define TESTS_FAULT_PTY_H

#include <stdbool.h>
#include <termios.h>

#ifndef PTY_BOUND_MS
#define PTY_BOUND_MS 60000
#endif

struct pty;

/* argv ends with NULL; environment: pairs name, value, ended by NULL, over this process's own; a
   value NULL takes the name away. */
struct pty *pty_start(const char *const *argv, const char *const *environment, int lines, int cols);
/* The program and the terminal speak that, as iconv names it; before anything is typed. */
void pty_charset(struct pty *p, const char *charset);
/* Text in UTF-8, keys as <F2> <Enter> <Esc> <Ctrl+G> <Down*3>, <lt> for '<'. */
void pty_type(struct pty *p, const char *keys);
void pty_wait(struct pty *p, const char *text);                  /* until the screen shows it */
void pty_wait_times(struct pty *p, const char *text, int times); /* ... that often */
void pty_wait_gone(struct pty *p, const char *text);             /* until the screen does not */
bool pty_shows(const struct pty *p, const char *text);           /* of what has arrived so far */
/* Which of the texts comes first. */
int pty_wait_any(struct pty *p, const char *const *texts, int n);
char *pty_screen(const struct pty *p);   /* lines ended by \n, without blanks at their ends */
bool pty_alternate(const struct pty *p); /* is the alternate screen on? */
bool pty_cursor_shown(const struct pty *p);
void pty_modes(const struct pty *p, struct termios *t);
bool pty_echoes(const struct pty *p);
void pty_resize(struct pty *p, int lines, int cols);
void pty_signal(struct pty *p, int sig);
/* The terminal goes, as when the line to it breaks. Then only pty_end. */
void pty_hang_up(struct pty *p);
/* Waits for the program's end and reads what it wrote to the last; the wait status. The screen
   stays to be looked at. */
int pty_end(struct pty *p);
void pty_free(struct pty *p); /* kills the program if it still runs; NULL does nothing */

#endif
