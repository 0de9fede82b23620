/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A libpq connection string looked at without libpq: does it hold a secret, does it name a socket?
 * libpq alone interprets it. NULL is the empty string. */
#ifndef COMMON_CONNINFO_H
#define COMMON_CONNINFO_H

#include <stdbool.h>

/* The value of a keyword in "keyword=value ..." or in a URI's query, the caller's; NULL if it is
 * not there. The last one counts. */
char *conninfo_get(const char *conninfo, const char *keyword);
/* Why it may not stand in a file (it holds a password), translated, the caller's; NULL if it may.
 */
char *conninfo_problem(const char *conninfo);
/* Would libpq go to a Unix socket, by the string and the environment? */
bool conninfo_is_socket(const char *conninfo);

#endif
