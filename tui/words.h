/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for the codes that functions of the database answer with: translated, borrowed, "" for an
 * unknown or missing code. */
#ifndef TUI_WORDS_H
#define TUI_WORDS_H

#include "common/session.h"

const char *words_status(const char *code); /* of a person (F-12): applied, registered ... */
const char *words_role(const char *code);   /* of a log-in: operator, head ... */
const char *words_why(const char *code); /* of a search hit: iin, surname ... (common/search.h) */
const char *words_org(const char *kk, const char *ru); /* an organisation's name in the language */
/* ISO day, or a time that begins with one, as dd.mm.yyyy (with hh:mm if there is a time); "" for
   NULL. The caller's. */
char *words_day(const char *iso);
char *words_name(const char *surname, const char *name, const char *patronymic); /* the caller's */

#endif
