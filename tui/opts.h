/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Opt column: a code typed beside each row, carried out together by Enter. Rows are known by a
   name of the owner's. */
#ifndef TUI_OPTS_H
#define TUI_OPTS_H

#include "tui/keys.h"

struct opts;

enum { OPTS_WIDTH = 5 }; /* cells of the longest code: к+999 */
/* Where nothing is typed yet. A letter of its own: an underlined blank says the same to the eye
   only, and costs a slow line seventeen bytes a row. */
#define OPTS_PLACE "_"

struct opts *opts_new(void);
void opts_free(struct opts *o);

enum opts_result {
    OPTS_PASS,   /* no key of the column */
    OPTS_STAYED, /* the code changed */
    OPTS_NEXT,   /* a code of one letter: go to the next row */
};
/* letters: the codes of one letter that this row takes, "25кж"; a '+' among them: days from today,
   alone or behind a letter. Digits and letters count in any layout (K-10, K-11). */
enum opts_result opts_key(struct opts *o, const char *letters, const char *row, struct key k);
const char *opts_code(const struct opts *o, const char *row);     /* "": none */
void opts_set(struct opts *o, const char *row, const char *code); /* "": none */
int opts_count(const struct opts *o);                             /* rows that have one */
/* Why the code was not carried out; NULL: it was not tried. Goes when the code changes. */
void opts_refuse(struct opts *o, const char *row, const char *why);
const char *opts_why(const struct opts *o, const char *row);
void opts_clear(struct opts *o);

#endif
