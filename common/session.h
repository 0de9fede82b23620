/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate: who is at the keyboard, as the server says. */
#ifndef COMMON_SESSION_H
#define COMMON_SESSION_H

#include "common/config.h"
#include "common/db.h"
#include "common/dict.h"
#include "common/value.h"

#define MANSAP_VERSION "0.1.0"
#define SCHEMA_VERSION 3

struct session {
    char *lang; /* chosen by the person: kk, ru, en; NULL: not yet */
    char *login, *person,
        *role; /* role: operator, head, mobility, local_exec, authority, admin, auditor, trainer */
    char *org_kk, *org_ru, *org_address, *org_phone, *org_email;
    char *org_id;
    char *last_login; /* "dd.mm.yyyy hh:mm" or NULL */
    char *draft_key;  /* 64 hex digits */
    char *terms;      /* the edition of the terms of use that is to be accepted, or NULL */
    char *terms_kk, *terms_ru, *terms_en; /* its text, with terms only */
    bool training;
    bool may_write; /* operator or head of a centre */
    int schema_version;
    struct calendar *calendar;
    struct dict_set *dicts;
    struct value_world world; /* today, calendar, dicts */
};

/* The batch that opens the gate: session_open, dictionaries, holidays; one round trip. It must be
   the first batch of every connection, so after db_reconnect as well: queue nothing else before
   db_state is DB_READY. terms: the edition accepted now, or NULL. */
struct db_batch *session_batch(const char *terminal, const char *terms);
/* Reads its answer into s, which need not be initialised and is to be freed by session_done in any
   case. On a refusal returns false; err->what is the translated reason and err->sqlstate is
   "MSxxx"; with code "MS451" (terms) s->terms and its text are set. A schema of another version is
   refused as MS452. */
bool session_read(struct session *s, const struct db_reply *reply, struct error *err);
void session_done(struct session *s);
/* Keeps a language for the next log-ins of the person. */
struct db_batch *session_lang_batch(enum lang lang);
const char *session_org(const struct session *s); /* in the language */

#endif
