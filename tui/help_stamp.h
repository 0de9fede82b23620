/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the value in a field comes from, for F1: who entered it, where, when and how. */
#ifndef TUI_HELP_STAMP_H
#define TUI_HELP_STAMP_H

#include "common/provenance.h"
#include "tui/app.h"
#include "tui/sheet.h"

struct help_stamp {
    struct provenance_stamp value;
    char *org_kk, *org_ru; /* where it was entered, if that is known */
    char *person;          /* who entered it; NULL: not known yet, the log-in is shown */
};

/* h zero-initialised; of topic's record and field. Asks the server for the person's name; owner has
   h as its own and is drawn again when the name is there. */
void help_stamp_read(struct help_stamp *h, struct app *app, struct screen *owner,
                     const struct help_topic *topic);
void help_stamp_put(const struct help_stamp *h, struct sheet *t); /* nothing if there is no value */
void help_stamp_done(struct help_stamp *h);

#endif
