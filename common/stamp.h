/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamps that the database keeps of a row (Z-2, R-5): who entered which value, when and how. */
#ifndef COMMON_STAMP_H
#define COMMON_STAMP_H

#include <stdbool.h>

struct stamp {
    char *column; /* "id": the row's own */
    char *at; /* a time as PostgreSQL writes it in JSON; this and the others: NULL if not told */
    char *by, *centre; /* log-in, id of the organisation */
    char *how;         /* "recorded", "import", "closed"; else typed */
    bool checked;      /* agreed with a state system */
    char *checked_at, *system;
};

/* From the jsonb column meta, which is copied and read with the first question: most rows of a card
   are never asked about. NULL gives NULL. */
struct stamps *stamps_new(const char *meta);
struct stamps *stamps_copy(const struct stamps *s);
void stamps_free(struct stamps *s);

/* Of that column, or the row's own if it has none; NULL: there is neither. Borrowed. */
const struct stamp *stamps_get(struct stamps *s, const char *column);

#endif
