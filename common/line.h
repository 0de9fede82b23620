/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line typed at a terminal with libedit, and the only user of it: the cursor moves (arrows,
   Ctrl+A, Ctrl+E), words and letters of any alphabet are deleted (Ctrl+W, Ctrl+U, Backspace), Up
   gives what was answered before. Not for passwords: libedit cannot hide what is typed. */
#ifndef COMMON_LINE_H
#define COMMON_LINE_H

#include <signal.h>
#include <stdbool.h>

/* What has been answered to one question: in memory only, and no more than the last few.
 * Zero-initialised is empty. */
enum { LINE_PAST = 5 };
struct line_past {
    char *text[LINE_PAST]; /* newest first */
};

/* Prints the prompt and reads one line at fd, both in the terminal's character set. Returns false,
   with nothing printed, if that terminal cannot be edited on (TERM unset, dumb or unknown, no
   libedit): then read it some other way. *answer is the caller's; NULL if the user gave up (Esc or
   Ctrl+D on the empty line), at the end of input, or when a signal came: those that `waiting` does
   not block are let in only while it waits for a key. past may be NULL; the answer is added to it.
   The terminal is as before in any case. */
bool line_ask(int fd, const char *prompt, const sigset_t *waiting, struct line_past *past,
              char **answer);

void line_past_done(struct line_past *past);

#endif
