/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging in without a screen: connection, password, gate. */
#ifndef COMMON_LOGIN_H
#define COMMON_LOGIN_H

#include "common/config.h"
#include "common/db.h"
#include "common/line.h"
#include "common/session.h"

/* Asks on the controlling terminal, in its own character set. NULL if there is no terminal, the
   user gives up (Ctrl+D; with libedit Esc on the empty line, too), at the end of input, or with
   more than 1000 characters. A signal that ends the program first gives the terminal back. The
   answer is the caller's. past: former answers, to be had by Up; may be NULL. Nothing of it goes to
   the disk. */
char *login_ask(const char *prompt, struct line_past *past);
/* The same, not echoed; to be wiped by the caller. */
char *login_ask_secret(const char *prompt);

/* Connects by the configuration; where libpq lacks a password it is asked for, if there is a
 * terminal. */
bool login_connect(struct db *db, const struct config *c, struct error *err);

/* Then opens the gate. s is to be freed by session_done in any case. */
bool login_open(struct db *db, const struct config *c, struct session *s, struct error *err);

/* Ends the session at the server and closes the connection. */
void login_close(struct db *db);

#endif
