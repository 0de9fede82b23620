/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what was typed and not yet saved survives a kill, a hang-up, a lost server. One file a
   card being edited, under $XDG_STATE_HOME/mansap (else ~/.local/state/mansap), 0600, encrypted
   (AES-256-GCM, OpenSSL) with the log-in's key. */
#ifndef COMMON_DRAFT_H
#define COMMON_DRAFT_H

#include "common/card.h"

struct draft; /* an open draft of this process: locked by it */

/* Takes a random name and locks it; the file itself comes with the first write. NULL and err if the
   directory cannot be written. */
struct draft *draft_new(const char *login, const char *key, struct error *err);
/* Writes all changed values of the card, replacing the former content atomically, fsynced. On
   failure the former content stays. */
bool draft_write(struct draft *d, const struct card *c, struct error *err);
/* Removes the file and frees. */
void draft_drop(struct draft *d);
/* Frees and leaves the file for the next start. */
void draft_keep(struct draft *d);

struct draft_info {
    char *path, *login, *card_id, *iin, *title; /* card_id NULL: a new card */
    char *written_at;                           /* "dd.mm.yyyy hh:mm" */
    char *op; /* operation id of a save whose outcome was unknown, or NULL */
};
/* Drafts of that log-in whose process is gone. Files of others, or with another key, are passed
   over; a damaged one is renamed *.damaged and told through err with the others still listed.
   Without one err->what is "". */
int draft_list(const char *login, const char *key, struct draft_info **out, struct error *err);
void draft_list_free(struct draft_info *list, int count);
/* Takes the draft over and puts its values into the card (opened afresh from the server, or new).
   Fields that the server has changed meanwhile keep the draft's value as changed and the loaded one
   as old. A new row whose values stand in the card already was saved after all and is not added
   again. NULL and err if another process has taken it or it cannot be read. What finds no place in
   the card (a row or field it has not) is told through err while the draft is returned; the file
   keeps it until the next draft_write. */
struct draft *draft_restore(const struct draft_info *info, const char *key, struct card *c,
                            struct error *err);
bool draft_discard(const struct draft_info *info, struct error *err);

/* Carries over what was typed from one card in memory to the same card opened afresh, by the rules
   of draft_restore; false and err if something found no place. */
bool draft_carry(const struct card *typed, struct card *fresh, struct error *err);

#endif
