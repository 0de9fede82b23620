/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the query by form (scr_query*.c): nobody else includes it. */
#ifndef TUI_SCR_QUERY_H
#define TUI_SCR_QUERY_H

#include "common/query.h"
#include "tui/page.h"
#include "tui/rail.h"
#include "tui/screens.h"

struct scr_query {
    struct screen base;
    struct app *app;
    struct query *query;
    struct span *pages;
    int npages, page;
    struct rail rail;
    struct page *form; /* the fields of the page */
    char **headings;   /* that it borrows */
    int nheadings;
    char *typing;          /* what stands in the active field and is not taken in, or NULL */
    struct record *listed; /* whose list or calendar is open */
    int listed_field;
    int ticket;    /* the question under way, or 0 */
    bool answered; /* answer is that of the criteria as they stand */
    struct query_answer answer;
};

/* The query before this one, as long as the program runs; NULL: there was none. */
const struct query *scr_query_former(void);

/* scr_query_form.c: the form. */
void scr_query_form_new(struct scr_query *s);
void scr_query_form_done(struct scr_query *s);
int scr_query_entry(const struct scr_query *s); /* with the cursor */
const struct field *
scr_query_field(const struct scr_query *s);                   /* as the form defines it; or NULL */
void scr_query_show(struct scr_query *s, int page, bool end); /* from its beginning, or its end */
bool scr_query_go(struct scr_query *s, int entry,
                  int field);               /* field -1: the first of the section */
void scr_query_reload(struct scr_query *s); /* values or the language changed */
bool scr_query_list(struct scr_query *s);   /* F4; false: the field has none */
const char *scr_query_list_label(const struct scr_query *s); /* of F4; NULL: the field has none */
/* Another query in its place; frees nothing. */
void scr_query_put(struct scr_query *s, struct query *q);

/* scr_query_ask.c */
void scr_query_find(struct scr_query *s);        /* F2 */
void scr_query_forget(struct scr_query *s);      /* the criteria are others now */
char *scr_query_told(const struct scr_query *s); /* what is known: the caller's */

#endif
