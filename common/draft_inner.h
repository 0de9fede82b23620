/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the draft's parts share: its files (draft_file.c), the content as text (draft_text.c), its
   sealing (draft_seal.c). */
#ifndef COMMON_DRAFT_INNER_H
#define COMMON_DRAFT_INNER_H

#include "common/draft.h"
#include "common/util.h"

/* The files of a draft are base.draft, base.lock and, while it is written, base.new. */
char *draft_file_beside(const char *base, const char *ending); /* base.ending, the caller's */
/* The directory, made if need be (0700); the caller's. NULL and err if that fails. */
char *draft_file_place(struct error *err);
/* Locks base.lock, made with O_CREAT in flags. -1 with errno EWOULDBLOCK: its process lives. A lock
   file that went meanwhile does not count: whoever locks an unlinked file locks nothing. */
int draft_file_lock(const char *base, int flags);
/* Removes all files of a draft whose lock is held, the lock last. */
bool draft_file_remove(const char *base);
/* Writes fresh beside path and renames it over path. On failure path is as before and errno tells
   why. */
bool draft_file_replace(const char *fresh, const char *path, const struct buf *content);
/* The bytes of the file; false with errno. */
bool draft_file_read(const char *path, struct buf *out);
/* Fills err (if not NULL) from what and errno; false. */
bool draft_file_failed(struct error *err, const char *path, const char *what);

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
