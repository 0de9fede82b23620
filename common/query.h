/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Query by form: criteria on the fields of an edition's sections, and the cards that meet them all.
   Those of one section hold in one and the same row. */
#ifndef COMMON_QUERY_H
#define COMMON_QUERY_H

#include "common/criterion.h"
#include "common/record.h"
#include "common/search.h"

enum { QUERY_TEXT_MAX = 100 }; /* characters of a criterion */

/* The criteria on one section. */
struct query_part {
    const struct section *section; /* as the form defines it */
    struct section texts;          /* the same fields as texts of one line, without any rule */
    struct record *record;         /* of texts: the criteria as they stand in the fields; NULL: a
                                      heading, that has no fields */
    struct criterion *criteria;    /* by field */
};
struct query {
    const struct edition *edition;
    struct query_part *parts; /* by entry of the edition */
    int count;
};

struct query *query_new(const struct edition *e);
void query_free(struct query *q);
/* What is typed becomes the criterion; the record has it in good order. On a refusal false, err
   filled, and all stays as it was. Blank: no criterion. */
bool query_set(struct query *q, int part, int field, const char *typed, const struct value_world *w,
               struct error *err);
/* The part whose record it is; -1: none. */
int query_part_of(const struct query *q, const struct record *r);
/* The code that a field above is asked for, if it is one: for the words below it. NULL: any. */
const char *query_parent(const struct query *q, int part, int field);
int query_criteria(const struct query *q, int first, int last);     /* how many in these parts */
void query_translate(struct query *q, const struct value_world *w); /* the language was switched */
/* "Caption: criterion; ..." in the order of the form: the caller's. */
char *query_told(const struct query *q);

/* The cards' number and the first of them by name; NULL: there is no criterion. */
struct db_batch *query_batch(const struct query *q);
struct query_answer {
    struct search_hits hits;
    int count;
    bool more; /* than count: it was not counted further */
};
bool query_read(struct query_answer *a, const struct db_reply *reply, struct error *err);
void query_answer_done(struct query_answer *a);

#endif
