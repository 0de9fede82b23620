/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes typed beside visits, carried out one card after the other: each is opened, changed, checked
   and saved as on its own screen, under the same rules. */
#ifndef TUI_WORKLIST_H
#define TUI_WORKLIST_H

#include "tui/app.h"

struct work {
    char *name;          /* the owner's for the row */
    char *card;          /* id */
    char *due;           /* the visit's planned day, ISO; NULL: whichever waits next */
    bool came, missed;   /* what became of it */
    int days;            /* > 0: a new visit so many days from today */
    bool tried;          /* its card was opened for it */
    char *why;           /* it was not carried out; NULL: it was */
    char *visit, *added; /* ids of the rows, once carried out */
};

struct worklist {
    struct work *work;
    int count, at;
    bool undo; /* takes back what was carried out */
    struct app *app;
    struct screen *owner;
    struct card *open;
    int entry; /* of the visits in that card */
    void (*done)(void *ctx, struct app *app, struct worklist *l);
    void *ctx;
};

struct worklist *worklist_new(void);
void worklist_free(struct worklist *l);
/* Reads a code (к, ж, +14, к+14); false: it is not whole. name, card and due are copied. */
bool worklist_add(struct worklist *l, const char *name, const char *card, const char *due,
                  const char *code);
/* The keys wait meanwhile. done is called at the end, not if the owner is gone before. */
void worklist_run(struct worklist *l, struct app *app, struct screen *owner, bool undo,
                  void (*done)(void *ctx, struct app *app, struct worklist *l), void *ctx);
int worklist_carried_out(const struct worklist *l);

#endif
