/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening and saving a card share. */
#ifndef COMMON_CARD_INNER_H
#define COMMON_CARD_INNER_H

#include "common/card.h"

/* Adds the statements that read all rows of the session's current card. */
void card_rows_add(struct db_batch *b);
/* Takes their answers, the first of which is results[from]: what the server has becomes value and
   loaded value of each record; rows that the card does not have yet are added. */
void card_rows_load(struct card *c, const struct db_reply *reply, int from);

#endif
