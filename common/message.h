/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages have numbers: the message line shows one, F1 explains it: why, by which rule, who can help. One table (message.c). */
#ifndef COMMON_MESSAGE_H
#define COMMON_MESSAGE_H

/* Hundreds: 1 a field's value, 2 a record or section, 3 a right or a rule of the guard, 4 the connection, 5 drafts and files, 6 search. */
struct message_help {
    int number;
    const char *sqlstate; /* of the guard's refusals (MSxxx), else NULL */
    const char *explain;  /* English msgid: why, by which rule (order, paragraph), who can, what to do */
};

const struct message_help *message_find(int number);
const struct message_help *message_for_sqlstate(const char *sqlstate);

#endif
