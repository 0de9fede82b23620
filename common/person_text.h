/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search text tells of the person: for the warning about a wrong IIN, and for a new card, to
   which it carries over. The search itself understands the text on the server. */
#ifndef COMMON_PERSON_TEXT_H
#define COMMON_PERSON_TEXT_H

#include "common/value.h"

struct person_text {
    char *text;       /* cleaned; digits of the Kazakh number row are digits (K-11) */
    bool salvaged;    /* it was letters of that row */
    char *iin;        /* twelve digits, right or not; else NULL */
    bool iin_wrong;   /* their check digit does not fit */
    char *surname;    /* first word, capitalised, or NULL */
    char *name;       /* the other words, or NULL */
    char *birth_date; /* ISO, or NULL */
};

void person_text_read(struct person_text *p, const char *typed, const struct value_world *w);
void person_text_done(struct person_text *p);
/* What to ask the server: the text, or an ISO date if it can only be a birth date. Borrowed. */
const char *person_text_ask(const struct person_text *p);
/* Enough to begin a card with: not only a part of an IIN. */
bool person_text_tells(const struct person_text *p);

#endif
