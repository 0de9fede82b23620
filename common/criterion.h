/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Query by form: what is typed into a field becomes a criterion, by the type of the field.

     value         equal (texts as search folds them; dates and partial dates: within that year,
                   month or day; lists: by code or word)
     > >= < <=     before it: after, from, before, until that value
     a..b a.. ..b  from a to b; on the Kazakh number row, where the full stop is 7, with a blank
     *             any characters; alone: something is there
     =             alone: nothing is there; before a value: that value
     ! <> !=       before any of these: not that (nothing is not that, too)

   A value of a date is what the field itself understands (K-7), or 2026, or 03.2026. In fields of
   digits the signs count as the keys they are on (K-11): a leading Ю is >, Б is <. */
#ifndef COMMON_CRITERION_H
#define COMMON_CRITERION_H

#include "common/value.h"

struct criterion {
    const char *op;   /* eq ne lt le gt ge between outside any none like unlike empty filled:
                         as the server's card_query knows them; NULL: there is none */
    char *value[2];   /* stored form, or a pattern with *; NULL: unused */
    char **codes;     /* of any and none: words that a pattern fits, ended by NULL */
    char *text;       /* in good order, as it may be typed again; except for: */
    const char *sign; /* if code: what stands before the word */
    bool coded;       /* value[0] is a code, shown as its word in the language */
};

/* parent (may be NULL): the code chosen in f->parent, if it is known. Blank gives op NULL. On a
   refusal false, err filled and *c empty. */
bool criterion_read(const struct field *f, const char *typed, const char *parent,
                    const struct value_world *w, struct criterion *c, struct error *err);
void criterion_done(struct criterion *c);
/* As it stands in the field; what criterion_read takes for the same criterion. Never NULL; the
   caller's. */
char *criterion_show(const struct field *f, const struct criterion *c, const struct value_world *w);
/* The code if it is "equal to this word of a list", else NULL. Borrowed. */
const char *criterion_code(const struct criterion *c);
/* The sign (with blanks, if any) that `typed` begins with, to put another value behind: its bytes.
   Behind ".." that is all up to there. */
size_t criterion_sign(const struct field *f, const char *typed);

#endif
