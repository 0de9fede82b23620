/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: one row of a section. Changed means: differs from what was loaded. */
#ifndef COMMON_RECORD_H
#define COMMON_RECORD_H

#include "common/stamp.h"
#include "common/value.h"
#include "forms/form.h"

struct record {
    const struct section *section;
    int count;     /* fields */
    char *id;      /* NULL: not yet in the database */
    char **value;  /* by field, stored form; NULL empty */
    char **old;    /* as loaded */
    char **reason; /* why a value that needs one is right; by field, or NULL */
    char **old_reason;
    struct stamps *stamps; /* as loaded, or NULL */
    char *annul_reason, *old_annul_reason;
    char *former_iin; /* what the record's IIN was before the last record_set: derived values stood
                         by it */
    char *annulled_by, *annulled_at, *created_at;
    char **sent; /* of a new row: its values in each save whose outcome is not known, one after the
                    other */
    int nsent;
};

struct record *record_new(const struct section *s);
void record_free(struct record *r);
struct record *record_copy(const struct record *r);
int record_field(const struct record *r, const char *name); /* -1 if there is none */
const char *record_get(const struct record *r,
                       const char *name); /* NULL if empty or no such field */
/* Copies; "" is empty. The reason of a value that is replaced by another goes with it. */
void record_set(struct record *r, int field, const char *value);
bool record_changed(const struct record *r);
bool record_field_changed(const struct record *r, int field);
bool record_empty(const struct record *r); /* no value in any field that is typed */
void record_accept(struct record *r);      /* what is there now counts as loaded */
void record_revert(struct record *r);
/* A save with the values of this new row is sent; of one, none at all was carried out. Nobody knows
   before the server has answered: what is typed meanwhile must not become a second row. */
void record_sent(struct record *r);
void record_sent_add(struct record *r); /* a save of no values, to be filled in (a draft) */
void record_sent_done(struct record *r);
/* Are these the values of such a save? Fields that the database fills do not count. */
bool record_sent_as(const struct record *r, const struct record *saved);

/* Does the field apply, by its condition? A field whose condition field does not apply does not
 * apply. */
bool record_applies(const struct record *r, int field);
bool record_required(const struct record *r, int field);

/* What is wrong, in three strengths. */
enum strength { CHECK_NOTE, CHECK_REASON, CHECK_IMPOSSIBLE };
struct problem {
    struct record *record;
    int field;
    enum strength strength;
    bool missing; /* a required field is empty */
    int number;   /* of the message: F1 explains it */
    char text[400];
};
/* Finds all problems of the record, in field order; stops at max; returns how many. A CHECK_REASON
   problem whose reason is given is not reported. Values in fields that do not apply are cleared
   first by record_settle. */
int record_check(struct record *r, const struct value_world *w, struct problem *out, int max);
/* Clears what does not apply any more, and derives birth date and sex after the IIN changed (Z-13):
   a derived value that was not typed by hand follows the IIN. field_just_changed: the field that
   has got another value, or -1; a dictionary's word whose parent is that field is cleared. Returns
   true if something changed. */
bool record_settle(struct record *r, int field_just_changed);

#endif
