/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging in without a screen: connection, password, gate. */
#ifndef COMMON_LOGIN_H
#define COMMON_LOGIN_H

#include "common/config.h"
#include "common/db.h"
#include "common/session.h"

/* Asks on the controlling terminal; a secret is not echoed. The caller's, to be wiped. NULL if
   there is no terminal, at the end of input, or with more than 1000 characters. A signal that ends
   the program first gives the terminal back its echo. */
char *login_ask(const char *prompt, bool secret);

/* Connects by the configuration; where libpq lacks a password it is asked for, if there is a
 * terminal. */
bool login_connect(struct db *db, const struct config *c, struct error *err);

/* Then opens the gate. s is to be freed by session_done in any case. */
bool login_open(struct db *db, const struct config *c, struct session *s, struct error *err);

/* Ends the session at the server and closes the connection. */
void login_close(struct db *db);

#endif
