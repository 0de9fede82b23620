/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard's refusals (SQLSTATEs MSxxx, and the common ones of the server) in the user's language:
 * what, and who can help. */
#ifndef COMMON_GUARD_H
#define COMMON_GUARD_H

#include "common/db.h"

/* Replaces what and remedy by translated texts if the SQLSTATE is known; the server's own words
   stay in detail if that was empty. Sets the message's number. Everything else of err stays.
   Returns false. */
bool guard_explain(struct error *err);
/* For a refusal that is a row and no error: fills err for the code. Returns false. */
bool guard_refuse(struct error *err, const char *code, const char *detail);
/* The error of a failed reply, explained, into err (may be NULL). Returns false. */
bool guard_error(const struct db_reply *reply, struct error *err);

#endif
