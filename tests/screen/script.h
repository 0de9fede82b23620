/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of tests/screen: one line, one step. README of the language: screen_test.c. */
#ifndef TESTS_SCREEN_SCRIPT_H
#define TESTS_SCREEN_SCRIPT_H

#include <stdbool.h>
#include <stdio.h>

#include "common/util.h"
#include "tui/app.h"

struct script {
    const char *dsn, *admin_dsn; /* of this file's own copy of the database */
    const char *state;           /* $XDG_STATE_HOME of this test: drafts */
    char *login;                 /* AS */
    struct config config;
    struct db *admin, *db;
    struct app *app;
    unsigned long trips, wholes; /* at the last command */
    unsigned beeps;
    struct buf why; /* of a failure: lines, each without "# " */
};

void script_start(struct script *s); /* a new test: state and config as at the beginning */
void script_end(struct script *s);
/* One line, not empty, no comment. False: failed, s->why says why. */
bool script_line(struct script *s, const char *line);
void script_why(struct script *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *script_screen(void); /* the whole screen, lines ended by \n: the caller's */

/* The checks (script_check.c): a line that begins with '?'. */
bool script_check(struct script *s, const char *line);
char *script_sql(struct script *s, const char *sql,
                 bool *ok); /* first value or NULL: the caller's */
/* Where the hardware cursor stands: "field", "row", "text ...", "nothing": the caller's. */
char *script_active(void);
/* Reads a "quoted text" that ends at the line's last quote; false if there is none. The caller's.
 */
bool script_quoted(const char **at, char **out);

/* The open card (script_card.c), the caller's. Where it differs from its rows in the database and
   from `mansap show`: "" is nowhere, NULL: no card is open. */
char *script_card_differs(struct script *s, const char *iin);
char *script_card_unfilled(struct script *s); /* the form's fields that none of its rows fills */

/* script.c, for script_world.c */
bool script_start_app(struct script *s);
void script_stop_app(struct script *s);
bool script_needs_app(struct script *s); /* false: none is open, and that is said */
bool script_keys(struct script *s, const char *text);

/* script_world.c: until all answers are there and the hints that wait for a pause of the keys are
   shown. */
void script_settle(struct script *s);
bool script_open(struct script *s, const char *text); /* script_open.c: OPEN and what follows it */
/* script_echo.c: the screen is as if all of it had been drawn now. False: not, s->why says where.
 */
bool script_drawn(struct script *s);

/* Commands (script_world.c) */
bool script_do_lose(struct script *s, const char *text);
bool script_do_try(struct script *s, const char *text);
bool script_do_pause(struct script *s, const char *text);
bool script_do_idle(struct script *s, const char *text);
bool script_do_password(struct script *s, const char *text);
bool script_do_kill(struct script *s, const char *text);
bool script_do_state(struct script *s, const char *text);
bool script_do_profile(struct script *s, const char *text);

#endif
