/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the draft's parts share: the content as text (draft_text.c), its sealing (draft_seal.c). */
#ifndef COMMON_DRAFT_INNER_H
#define COMMON_DRAFT_INNER_H

#include "common/draft.h"
#include "common/util.h"

/* The card's changed values as lines; the caller's. */
char *draft_text(const struct card *c);
/* Puts the lines into the card. Returns how many found no place, -1 if the text is no draft. */
int draft_apply(const char *text, struct card *c);
/* What the lines tell of their card; path and login stay NULL. false if the text is no draft. */
bool draft_about(const char *text, struct draft_info *info);

enum sealed { SEALED_OPEN, SEALED_FOREIGN, SEALED_DAMAGED };
/* Encrypts; false if the key is no key or OpenSSL fails. */
bool draft_seal(const char *login, const char *key, const char *text, struct buf *out);
/* Decrypts into *text (the caller's). SEALED_FOREIGN: of another log-in or key, or no draft at all.
 */
enum sealed draft_unseal(const char *login, const char *key, const void *data, size_t size,
                         char **text);

#endif
