/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the home screen (scr_home*.c): nobody else includes it. */
#ifndef TUI_SCR_HOME_H
#define TUI_SCR_HOME_H

#include "common/home.h"
#include "tui/list.h"
#include "tui/opts_people.h"
#include "tui/screens.h"

enum block { BLOCK_OVERDUE, BLOCK_TODAY, BLOCK_RECENT, BLOCKS };

/* A line of the list: a heading, one that says there is nothing or more, or a row. */
struct home_line {
    enum block block;
    enum { LINE_HEAD, LINE_NONE, LINE_MORE, LINE_ROW, LINE_GAP } kind;
    const struct home_row *row;
};

struct scr_home {
    struct screen base;
    struct home home;
    bool loaded, offered; /* answered once; the drafts were offered */
    int ticket, drafts;
    struct home_line *line;
    struct list list;
    struct opts_people people; /* codes beside the rows */
    bool may_write;
    char row[80]; /* the name of the row asked for last */
    char focus[24];
};

/* scr_home_draw.c */
void scr_home_draw(struct screen *s, struct app *app, WINDOW *w);
bool scr_home_cursor(struct screen *s, struct app *app, int *y, int *x);

/* scr_home_opts.c */
bool scr_home_person(void *ctx, int line, struct opts_person *p);
void scr_home_no_code(struct scr_home *h, struct app *app); /* says which codes there are */

/* scr_home.c */
const struct home_line *scr_home_line(const struct scr_home *h); /* under the cursor, or NULL */
void scr_home_ask(struct scr_home *h, struct app *app, unsigned flags);
bool scr_home_reads_cards(const struct app *app); /* the administrator and the auditor do not */

#endif
