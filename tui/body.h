/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main area of the card's screen: the sections of one page. Three kinds, chosen by the kind of
   section; none of them sees the database. */
#ifndef TUI_BODY_H
#define TUI_BODY_H

#include "common/card.h"
#include "tui/cell.h"

/* What a body asks of the card's screen. */
struct body_host {
    struct app *app;
    struct screen *screen; /* owner of what the body opens */
    struct card *card;
    const struct cell_hooks *hooks; /* none of them NULL; ctx is `ctx` */
    void *ctx;
    /* May rows be added to or annulled in this section? */
    struct cell_lock (*closed)(void *ctx, int entry);
    /* May this row be annulled now? */
    struct cell_lock (*kept)(void *ctx, int entry, const struct record *r);
    void (*rows)(void *ctx); /* a row came, went or was annulled */
};

/* A place in the card. */
struct body_place {
    int entry;
    struct record *record; /* NULL: the section's own record, or its row under the cursor */
    int field;       /* of the record; without one, of the section. -1: the section, the row */
    bool start, end; /* instead: the beginning or the end of the page */
};

enum body_result {
    BODY_STAYED,
    BODY_AFTER,  /* past the last field or row: the next section (K-1) */
    BODY_BEFORE, /* before the first */
    BODY_PASS,   /* not the body's key */
};

struct body {
    const struct body_ops *ops;
    struct body_host *host;
    int first, last;        /* entries of the edition, headings among them */
    bool view;              /* the open row was opened to be looked at */
    struct body_lost *lost; /* a row that Esc has taken back (body_row.c) */
};

struct body_ops {
    void (*draw)(struct body *b, WINDOW *w, int y, int x, int lines, int width);
    enum body_result (*key)(struct body *b, struct key k);
    bool (*cursor)(struct body *b, int *y, int *x); /* in w as drawn last */
    const char *(*focus)(struct body *b);
    void (*keys)(struct body *b, struct key_set *set);
    bool (*take)(struct body *b);   /* takes in what is being typed; false: refused and said */
    bool (*dirty)(struct body *b);  /* something is typed that is not taken in */
    bool (*revert)(struct body *b); /* Esc: the field's change. False: there was none. */
    /* Esc: all that is not saved of the row one is in; NULL: there are no rows. False: nothing. */
    bool (*revert_row)(struct body *b);
    bool (*close)(struct body *b); /* the open row; NULL: none ever is. False: none is open. */
    /* False: there is no such place on this page, or it is not to be typed. */
    bool (*go)(struct body *b, const struct body_place *p);
    void (*place)(struct body *b, struct body_place *p); /* where the cursor is */
    bool (*caption)(struct body *b, const char *typed);  /* K-19, within the page */
    bool (*command)(struct body *b, const char *text);   /* a word of the menu; may be NULL */
    void (*reload)(struct body *b); /* values or the language changed, rows came or went */
    void (*done)(struct body *b);
};

/* K-15: the row as it was loaded, a new one empty; Ctrl+Z gives it again as long as the page is
   shown. False: nothing was changed. */
bool body_row_revert(struct body *b, int entry, struct record *r);
bool body_row_can(const struct body *b);
struct record *body_row_again(struct body *b); /* the row, changed again */
void body_row_done(struct body *b);

struct body *body_new(struct body_host *host, int first, int last);
struct body *body_page_new(struct body_host *host, int first, int last);
struct body *body_list_new(struct body_host *host, int first, int last);
struct body *body_table_new(struct body_host *host, int first, int last);

/* For page and grid: hooks whose ctx is the body; they pass on to the host's. */
extern const struct cell_hooks body_hooks;

/* The entry whose section has this field of this record; -1: none. field -1: any of the record. */
int body_entry_of(const struct card *c, const struct record *r, int field);
int body_fields(const struct section *s); /* how many it has */
/* "10.1 caption" as shown above a section: the caller's. */
char *body_heading(const struct entry *e);
/* The caption alone: the order's own, or the short one where that does not fit the cells. The
   caller's. */
char *body_caption(const struct section *s, int room);
/* Rows of a list in the order of its date, those without one last. Hidden: annulled and saved ones,
   unless all. The caller's. */
struct record **body_rows(const struct card *c, int entry, bool all, int *count);
/* Is the row still to be settled, as its section's definition says? */
bool body_row_open(const struct section *s, const struct record *r);
/* Ctrl+K: a saved row is annulled with a reason (asked for), or that is taken back; a new one is
   dropped, after a question if something was typed. after(b) is called when it is done. */
void body_annul(struct body *b, int entry, struct record *r, void (*after)(struct body *b));

#endif
