/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dictionaries: loaded once a session from the view `dictionary`, kept in memory. */
#ifndef COMMON_DICT_H
#define COMMON_DICT_H

#include <stdbool.h>
#include <stddef.h>

struct dict_word {
    const char *code, *parent, *kk, *ru, *en; /* parent may be NULL; en may be NULL (then ru) */
    const char *valid_from, *valid_to;        /* ISO or NULL */
};

struct dict_set;

struct dict_set *dict_set_new(void);
void dict_set_free(struct dict_set *s);
void dict_add(struct dict_set *s, const char *dict, const struct dict_word *w); /* copies */
/* The words of one dictionary in its order; *count is 0 for an unknown one. Borrowed. */
const struct dict_word *const *dict_words(const struct dict_set *s, const char *dict,
                                          size_t *count);
const struct dict_word *dict_find(const struct dict_set *s, const char *dict, const char *code);
const char *dict_word_text(const struct dict_word *w); /* in the language of i18n */
/* Does the word answer to what was typed: code, Kazakh or Russian beginning of any of its words,
   folded? 0 no, else a rank, smaller is better (1: code or whole word, 2: beginning of the text, 3:
   of a later word). "" is answered by all. */
int dict_match(const struct dict_word *w, const char *typed);
/* The only word that answers to what was typed and may be chosen: a code or whole word before
   beginnings. NULL if there is none or several; *fits gets how many. */
const struct dict_word *dict_answer(const struct dict_set *s, const char *dict, const char *parent,
                                    const char *today, const char *typed, size_t *fits);
/* May it be chosen on that ISO day (NULL: any; both ends of its validity included), under that
 * parent (NULL: any)? */
bool dict_choosable(const struct dict_word *w, const char *parent, const char *today);

#endif
