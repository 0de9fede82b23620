/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the program at a terminal of its own: in a child whose controlling terminal is a new
 * pseudo-terminal. */
#ifndef TESTS_UNIT_AT_TERMINAL_H
#define TESTS_UNIT_AT_TERMINAL_H

#include <stdbool.h>

/* Runs child() there; once the prompt's colon has come, `typed` is typed. Returns the wait status;
   screen gets what the terminal showed, *echo whether it echoes again at the end. */
int at_terminal(int (*child)(void), const char *typed, char screen[4096], bool *echo);

#endif
