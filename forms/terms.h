/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wordings of the law that the screens show or name, with their dates: data. What
   holds on a day: common/terms.h. */
#ifndef FORMS_TERMS_H
#define FORMS_TERMS_H

/* A paragraph, verbatim. */
struct wording {
    const char *number; /* the text's own: "2)", "4" */
    const char *text;
    const char *since; /* date of the act this wording is from, YYYY-MM-DD: the day it came into
                          force stands in none of the texts at hand */
    const char *next;  /* the day from which another wording holds that is not at hand, or NULL */
    const char *act;   /* of this wording */
    const char *next_act;
};
extern const struct wording definitions[]; /* order 365, annex 2, paragraph 2; ends with NULL */
extern const struct wording rules[];       /* paragraphs 3 to 7; ends with number NULL */

/* A word of the law that another one follows on a day. Words of one key stand together, oldest
   first. */
struct term {
    const char *key;
    const char *word;
    const char *since; /* NULL: from the beginning */
    const char *act;   /* where the word is taken from */
};
extern const struct term terms[]; /* ends with key NULL */

/* The acts that the program cites. */
struct act {
    const char *number, *date; /* YYYY-MM-DD; NULL: a code */
    const char *registered;    /* number in the register of acts, or NULL: not at hand */
    const char *about;         /* msgid, own words */
};
extern const struct act acts[]; /* ends with number NULL */

#endif
