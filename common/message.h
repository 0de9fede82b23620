/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages have numbers: the message line shows one, F1 explains it: why, by which rule, who can
 * help. One table (message.c). */
#ifndef COMMON_MESSAGE_H
#define COMMON_MESSAGE_H

#include <stddef.h>

/* Hundreds: 1 a field's value, 2 a record or section, 3 a right or a rule of the guard, 4 the
   connection, 5 drafts and files, 6 search. The guard's refusals have 300 + the last two digits of
   their SQLSTATE; what the program says before the guard has to has the same, or one from 361 on.
 */
enum message_number {
    MESSAGE_TOO_LONG = 101,
    MESSAGE_DATE_UNCLEAR,
    MESSAGE_NO_SUCH_DAY,
    MESSAGE_YEAR,
    MESSAGE_FUTURE,
    MESSAGE_PARTIAL_UNCLEAR,
    MESSAGE_NOT_INT,
    MESSAGE_NOT_DECIMAL,
    MESSAGE_NOT_MONEY,
    MESSAGE_TOO_LARGE,
    MESSAGE_CHOICE_UNKNOWN,
    MESSAGE_CHOICE_MANY,
    MESSAGE_WORD_UNKNOWN,
    MESSAGE_WORD_MANY,
    MESSAGE_WORD_CLOSED,
    MESSAGE_YES_NO,
    MESSAGE_IIN_LENGTH,
    MESSAGE_IIN_CHECK,
    MESSAGE_BIN_LENGTH,
    MESSAGE_BIN_CHECK,
    MESSAGE_PHONE,
    MESSAGE_EMAIL,
    MESSAGE_NAME_DIGIT,
    MESSAGE_NAME_INITIAL,
    MESSAGE_NAME_CHARACTER,
    MESSAGE_NOT_TEXT,
    MESSAGE_MISSING = 201,
    MESSAGE_GROUP,
    MESSAGE_ORDER,
    MESSAGE_PARENT,
    MESSAGE_AT_MOST,
    MESSAGE_IIN_DIFFERS,
    MESSAGE_IIN_SILENT,
    MESSAGE_DAY_OFF,
    MESSAGE_NOT_APPLIES,
    MESSAGE_AUTO,
    MESSAGE_ONCE,
    MESSAGE_ROW_ANNULLED,
    MESSAGE_UNSHOWN,
    MESSAGE_CARD_NEW,
    MESSAGE_LOOKING,
    MESSAGE_ROW_UNSAVED,
    MESSAGE_VALUE_SETTLED = 310, /* as the guard says it: MS410 */
    MESSAGE_NOT_UNEMPLOYED = 312,
    MESSAGE_OTHER_CENTRE = 361,
    MESSAGE_ROLE_READS,
    MESSAGE_REMOVED,
    MESSAGE_ROW_SETTLED,
    MESSAGE_VIEW,
    MESSAGE_CONNECTION = 401,
    MESSAGE_LOGIN,
    MESSAGE_OUTCOME,
    MESSAGE_DRAFT_DISK = 501,
    MESSAGE_DRAFT_DAMAGED,
    MESSAGE_DRAFT_TAKEN,
    MESSAGE_DRAFT_PARTS,
    MESSAGE_ELSEWHERE = 601,
    MESSAGE_PURPOSE,
    MESSAGE_QUERY_SIGN,
    MESSAGE_QUERY_NOTHING,
    MESSAGE_QUERY_RANGE,
};

struct message_help {
    int number;
    const char *sqlstate; /* of the guard's refusals (MSxxx), else NULL */
    const char
        *explain; /* English msgid: why, by which rule (order, paragraph), who can, what to do */
};

const struct message_help *message_find(int number); /* NULL if there is none */
const struct message_help *message_for_sqlstate(const char *sqlstate);
/* The whole table, by number. */
const struct message_help *message_all(size_t *count);

#endif
