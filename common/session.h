/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate: who is at the keyboard, as the server says. */
#ifndef COMMON_SESSION_H
#define COMMON_SESSION_H

#include "common/config.h"
#include "common/db.h"
#include "common/dict.h"
#include "common/value.h"

#define SCHEMA_VERSION 1

struct session {
    char *login, *person, *role; /* role: operator, head, mobility, local_exec, authority, admin, auditor, trainer */
    char *org_kk, *org_ru, *org_address, *org_phone, *org_email;
    char *org_id;
    char *last_login;   /* "dd.mm.yyyy hh:mm" or NULL */
    char *draft_key;    /* 64 hex digits */
    char *terms;        /* the edition of the terms of use that is to be accepted, or NULL */
    bool training;
    bool may_write;     /* operator or head of a centre */
    int schema_version;
    struct calendar *calendar;
    struct dict_set *dicts;
    struct value_world world; /* today, calendar, dicts */
};

/* The batch that opens the gate: session_open, dictionaries, holidays. terms: the edition accepted now, or NULL. */
struct db_batch *session_batch(const char *terminal, const char *terms);
/* Reads its answer. On a refusal returns false; err->what is the translated reason and err->sqlstate is "MSxxx"; with code
   "MS451" (terms) s->terms is set. */
bool session_read(struct session *s, const struct db_reply *reply, struct error *err);
void session_done(struct session *s);
const char *session_org(const struct session *s); /* in the language */

#endif
