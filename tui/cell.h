/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of one record being typed, with all that K-3 to K-12 ask of it: page and grid use it
 * for the active field. */
#ifndef TUI_CELL_H
#define TUI_CELL_H

#include "common/record.h"
#include "tui/app.h"

/* Where a repeated value comes from (F9), the nearest first; pressed again, the next one. */
enum ditto { DITTO_ROW, DITTO_CARD, DITTO_USED, DITTO_SOURCES };

/* Why something may not be done. */
struct cell_lock {
    const char *why; /* translated, borrowed; NULL: it may be done */
    int number;      /* of common/message.h: which rule, who can */
    bool above;      /* holds for the whole section, and stands above it already */
};

/* What the owner of the records says. Each may be NULL. */
struct cell_hooks {
    /* May the field be typed (Z-2, view only, drawn by the server)? The condition "does not apply",
       FIELD_AUTO and FIELD_ONCE are known to the cell itself. */
    struct cell_lock (*locked)(void *ctx, struct record *r, int field);
    /* A value was taken in and differs from before (record_settle is done): write the draft. */
    void (*left)(void *ctx, struct record *r, int field);
    /* F9: the value to repeat, stored form, from the first source from *source on that has one,
       which is then told; NULL: none has. The caller's. */
    char *(*ditto)(void *ctx, struct record *r, int field, enum ditto *source);
    /* The text in the field changed by a key (K-16: a typed text that is not yet left). Borrowed.
     */
    void (*typing)(void *ctx, struct record *r, int field, const char *text);
    /* Reads what was typed, in the place of the field's type; value_read's contract, no notice. */
    bool (*read)(void *ctx, struct record *r, int field, const char *typed, char **value,
                 struct error *err);
    /* Codes of the dictionary used last, the newest first, parted by '|': for the list. Borrowed.
     */
    const char *(*recent)(void *ctx, struct record *r, int field);
};

enum cell_result {
    CELL_STAYED, /* the key was the cell's */
    CELL_NEXT,   /* the value is taken in: go on (Enter, Tab, Down; or full and valid, K-4) */
    CELL_BACK,   /* the value is taken in: go back (Shift-Tab, Up) */
    CELL_PASS,   /* not the cell's key: nothing happened */
};

struct cell;

struct cell *cell_new(struct app *app, struct screen *owner, const struct cell_hooks *hooks,
                      void *ctx);
void cell_free(struct cell *c);
/* Puts the cell on a field, fresh (K-3). context: msgctxt of its caption, borrowed; NULL: the
 * record's section. The former one should have been taken in. */
void cell_open(struct cell *c, struct record *r, int field, const char *context);
void cell_close(struct cell *c); /* on no field; a text not taken in is thrown away */
struct record *cell_record(const struct cell *c); /* NULL if closed */
int cell_field(const struct cell *c);
bool cell_dirty(const struct cell *c); /* something was typed that is not taken in */
/* Reads what stands in the field into the record, settles it, echoes what was understood, asks for
   a reason (a dialog, its answer goes to the record). False: refused; the text stays, the message
   says why. */
bool cell_take(struct cell *c);
/* Esc's share (K-15): gives the text back that was there on entry. False: nothing was changed. */
bool cell_revert(struct cell *c);
enum cell_result cell_key(struct cell *c, struct key k);
/* Opens the list, calendar or zoom editor (F4). False: the field has none. */
bool cell_list(struct cell *c);
bool cell_has_list(const struct cell *c);
bool cell_can_ditto(const struct cell *c);
const char *cell_list_label(const struct cell *c); /* of F4 on the key bar; NULL: its own */
/* The record's value was changed from outside, or the language: what is being typed stays. */
void cell_reload(struct cell *c);
void cell_draw(struct cell *c, WINDOW *w, int y, int x, int lines, int width);
void cell_cursor(const struct cell *c, int *y, int *x); /* in w as drawn last */
/* The value has a character that the terminal cannot show: typing there would destroy it. */
bool cell_unshown(const struct record *r, int field);
/* Why the field cannot be typed: does not apply, filled by the database, locked ...; NULL: it can.
 * Translated; borrowed until the next call. context: msgctxt of the captions, as in cell_open. */
struct cell_lock cell_lock(const struct cell *c, struct record *r, int field, const char *context);
const char *cell_why_locked(const struct cell *c, struct record *r, int field, const char *context);

#endif
