/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole card: all rows of all sections of its edition. Opening is one round trip, so is a save.
 */
#ifndef COMMON_CARD_H
#define COMMON_CARD_H

#include "common/db.h"
#include "common/record.h"

/* F-1: the table whose first row, by the column that orders it, is the application that opens a
   card. */
#define CARD_APPLICATION "jobseeker_reg"

struct card_list {
    const struct section *section; /* the rows' table; several single sections may share one */
    struct record **rows; /* a SINGLE section has exactly one (new if the table has no row) */
    int count;
};

struct card {
    const struct edition *edition;
    char *id; /* NULL: new */
    char *centre_id, *centre_kk, *centre_ru;
    bool writable;
    char *status; /* applied, registered, refused, unemployed, removed (F-12) */
    /* R-4, Z-15: of the last identity check, Almaty's time; NULL: not checked. */
    char *checked_at, *checked_system, *checked_result;
    bool checked_differs; /* the system has other data */
    char *next_visit;     /* ISO or NULL */
    int open_referrals;
    int overdue_visits;
    bool unemployed_once; /* F-10: an unemployed_reg row with decision registered exists */
    char *updated_at, *updated_by;
    char *created_at, *created_by;
    struct card_list *lists; /* by entry of the edition; headings have count 0 */
    int nlists;
    char *op; /* uuid of the save under way, kept until its outcome is known */
    /* Z-2c: with a reason the next save is a recorded change (document and date as well); cleared
     * by SAVE_DONE. */
    char *recorded_reason, *recorded_doc, *recorded_doc_on;
    struct record **saving; /* by statement of the save under way, NULL where it belongs to no
                               record (card_save.c) */
    int nsaving;
};

/* An empty card of the newest edition: one new record a single section. */
struct card *card_new(void);
struct card *card_new_of(const struct edition *edition);
void card_free(struct card *c);

/* Sections of one table share one record: the record holds the fields of ALL single sections of
   that table, by a merged section. The merged section of a table (fields concatenated in edition
   order); borrowed, static. */
const struct section *card_table_section(const struct edition *e, const char *table);
/* The record and first field index of entry i of a single section; NULL for a heading or a list.
   The lists of entries that share a table hold the same record. */
struct record *card_single(const struct card *c, int entry, int *first_field);

/* What a field's column is cast to in SQL. */
const char *card_cast(const struct field *f);
/* Opening: card_open first, then all tables, one batch. By id (within the territory) or exact IIN
 * with a purpose. */
struct db_batch *card_open_batch(const char *id, const char *iin, const char *purpose);
/* NULL and err on a refusal or failure. */
struct card *card_read(const struct db_reply *reply, struct error *err);

/* the data of sections 1 to 6 agree with that system, now. The card is an own one, without
   changes. Its answer: false and err, and the card stays as it is. */
struct db_batch *card_identity_batch(const struct card *c, const char *system, const char *result,
                                     bool differs);
bool card_identity_read(struct card *c, const struct db_reply *reply, struct error *err);

/* Its rows are no longer seen in this session. */
struct db_batch *card_close_batch(const char *id);

/* Saving everything changed: one batch, repeatable by c->op (made here if NULL). application: F-1,
   date for a new card lives in the new row of jobseeker_reg. NULL if nothing changed. */
struct db_batch *card_save_batch(struct card *c);
enum save_outcome { SAVE_DONE, SAVE_REFUSED, SAVE_CONFLICT, SAVE_EXISTS, SAVE_UNKNOWN };
/* SAVE_DONE: ids and numbers of new rows are set, all records accepted, op cleared. If the server
   carried this operation out before, the outcome is SAVE_DONE too, but err->sqlstate is "MS208" and
   the records stay as typed (the ids of new rows are not known here): open the card afresh by
   c->id, which is set, and carry over what was typed since (draft_carry). SAVE_CONFLICT: somebody
   changed the same field; *conflict tells. Then card_conflict_settle and save again. SAVE_REFUSED:
   nothing was saved; *conflict tells record and field as far as known, and for MS410 who and when
   the value was entered; theirs is NULL. SAVE_EXISTS: the IIN of a new card exists. SAVE_UNKNOWN:
   the connection went; op is kept: after reconnecting save again, the server carries it out once.
   If err->sqlstate is "08001" nothing was sent. */
struct card_conflict {
    struct record *record; /* or NULL */
    int field;             /* or -1: the annulment, or unknown */
    char *theirs;          /* stored form or NULL */
    char *who, *when;
    struct record *now; /* card_together: the row as somebody else has saved it; else NULL */
    bool beside;        /* now is another row than record */
};
enum save_outcome card_saved(struct card *c, const struct db_reply *reply,
                             struct card_conflict *conflict, struct error *err);
void card_conflict_done(struct card_conflict *k);
/* The operator chose: mine = true keeps the typed value and takes theirs as the loaded one, so that
   the next save goes over it knowingly; false takes theirs as loaded and shown. */
void card_conflict_settle(const struct card_conflict *k, bool mine);

/* SAVE_REFUSED by a rule that several fields or rows keep: perhaps two valid saves do not fit
   together. may: is it worth asking? Then, with the card opened again: true if somebody else has
   changed that row meanwhile, or another one of its table; k says which, now is what is there, who
   is a log-in. */
bool card_together_may(const struct error *err);
bool card_together(const struct card *c, const struct card *fresh, const struct error *err,
                   struct card_conflict *k);
/* The other's row counts as loaded. mine: the fields that were not typed here keep the values they
   had here, so that the next save goes over the other's knowingly; else they take the other's, and
   what was typed stays to be corrected. Nothing is done about another row. */
void card_together_settle(const struct card_conflict *k, bool mine);

/* Rows. */
struct record *card_add_row(struct card *c, int entry); /* new, last in the list; the card's */
void card_drop_row(struct card *c, int entry,
                   struct record *r); /* only one that is new: frees it */
bool card_changed(const struct card *c);

/* State of a section for the rail. */
enum section_state { STATE_EMPTY, STATE_PARTIAL, STATE_COMPLETE, STATE_ERROR, STATE_CLOSED };
enum section_state card_state(struct card *c, int entry, const struct value_world *w);
int card_rows(const struct card *c, int entry);        /* not annulled ones */
bool card_entry_open(const struct card *c, int entry); /* false: F-10 closes it */

/* The whole card as JSON: its head, and "sections" by the numbers of the order: an object for a
   single one, an array of rows for a list (keys: card_json.c and README). The caller's. */
char *card_json(const struct card *c, const struct value_world *w);

#endif
