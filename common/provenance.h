/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a saved value comes from: the stamp that the database keeps of each (Z-2, R-5, F-13). */
#ifndef COMMON_PROVENANCE_H
#define COMMON_PROVENANCE_H

#include "common/record.h"

enum provenance {
    PROVENANCE_NONE, /* empty, or not saved as it stands */
    PROVENANCE_TYPED,
    PROVENANCE_DERIVED,  /* what the IIN tells (Z-13) */
    PROVENANCE_CLOSED,   /* entered by a removal (Z-16) */
    PROVENANCE_IMPORTED, /* from another system */
    PROVENANCE_RECORDED, /* changed by a document (Z-2c) */
    PROVENANCE_CHECKED,  /* agreed with a state system */
};

struct provenance_stamp {
    enum provenance kind;
    char *by, *centre;         /* log-in, id of the organisation */
    char *at;                  /* Almaty's, YYYY-MM-DD hh:mm */
    char *checked_at, *system; /* NULL: was not checked */
};

enum provenance provenance_of(const struct record *r, int field);
char provenance_mark(enum provenance kind); /* ASCII; ' ' for none */
/* does another value in its place need a reason? */
bool provenance_verified(const struct record *r, int field);

/* Who saved the field last, empty or not, and when (as above); NULL: it was never saved. The
   caller's. */
void provenance_last(const struct record *r, int field, char **by, char **at);

/* To be given back with provenance_done, whatever kind it is. */
void provenance_read(const struct record *r, int field, struct provenance_stamp *out);
void provenance_done(struct provenance_stamp *s);

#endif
