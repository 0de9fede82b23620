/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a person, over the function person_search; and person_exists. */
#ifndef COMMON_SEARCH_H
#define COMMON_SEARCH_H

#include "common/db.h"

struct search_hit {
    char *id, *iin_masked, *surname, *name, *patronymic, *birth_date, *centre_kk, *centre_ru,
        *status;
    char *why; /* exact: iin, iin_start, birth_date, surname, surname_name, name_surname, name,
                  patronymic (the last five + "_folded" if only folded letters match); part (of a
                  double surname), layout, latin; only similar: middle, similar */
    bool own_centre;
};
struct search_hits {
    struct search_hit *hit;
    int count;
    bool more; /* the cap cut it */
};

/* A list of persons is these columns of a function that takes what is asked for and how many at
   most; search_add asks for it, search_read reads the first SEARCH_RESULTS results of a batch. */
#define SEARCH_COLUMNS                                                                             \
    "id, iin_masked, surname, name, patronymic, birth_date, centre_kk, centre_ru, status, why,"    \
    " own_centre"
enum { SEARCH_RESULTS = 2 };
void search_add(struct db_batch *b, const char *sql, const char *asked);

/* What the text would be searched as; NULL if it is too short. Untranslated code, as `why`. */
struct db_batch *search_batch(const char *text); /* NULL: too short to search */
bool search_read(struct search_hits *hits, const struct db_reply *reply, struct error *err);
void search_done(struct search_hits *hits);
/* How surely this person is meant. The hits come in this order. */
enum search_group {
    SEARCH_EXACT,     /* letter for letter, or by a number or date */
    SEARCH_OTHERWISE, /* in other letters, on another keyboard, by a part of the name */
    SEARCH_SIMILAR,   /* only similar to what was typed */
};
enum search_group search_group(const struct search_hit *hit);

struct db_batch *search_exists_batch(const char *iin);
/* *centre gets the centre's name in kk and ru parted by a tab, the caller's; NULL: no such card. */
bool search_exists_read(const struct db_reply *reply, char **centre, struct error *err);

#endif
