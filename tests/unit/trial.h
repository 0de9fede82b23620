/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trials of a rule: for each field that has it, a valid record is taken by form and database, then
   one value breaks the rule and neither takes it. The SQL is made here, past the form's checks, and
   always rolled back. */
#ifndef TESTS_UNIT_TRIAL_H
#define TESTS_UNIT_TRIAL_H

#include "tests/unit/tables.h"

#include "common/message.h"
#include "tests/unit/sample_value.h"

/* One field of one table under a rule. */
struct trial {
    struct sample sample;
    const struct section *section;
    int at;
    struct record *record;
    bool fixed[128]; /* what trial_complete leaves as it is */
};

/* Group set-up: a session by the conninfo in the variable, and cards to try with. */
int trial_enter(const char *variable);
int trial_leave(void **state);
const struct value_world *trial_world(void);

/* Tries each field that is typed; the function returns how many cases it tried. Fails below least.
 */
typedef int try_field(const struct section *s, int at);
void trial_walk(try_field *attempt, int least);

void trial_begin(struct trial *t, const struct section *s, int at);
void trial_end(struct trial *t);
const struct field *trial_field(const struct trial *t);
void trial_set(struct trial *t, int field, const char *value); /* and fixes it */
void trial_sample(struct trial *t, int field); /* a valid value, after those it must follow */
bool trial_apply(struct trial *t, int field);  /* what the field needs above it to apply */
/* Makes the condition hold by its n-th value; false if it has no n-th. */
bool trial_hold(struct trial *t, const struct condition *c, int n);
/* Fills what is not fixed; form and database must take the whole. */
void trial_complete(struct trial *t, unsigned percent);
/* A valid record in which the field applies and is filled. */
void trial_fill(struct trial *t);

/* Tries to save the record and takes it back in any case. True if it was taken; else err. */
bool trial_taken(const struct record *r, struct error *err);
bool trial_form_refuses(struct trial *t, int field, int number);
/* Both refuse the record for the trial's field. number: of the form's message; 0: any. */
void trial_refused(struct trial *t, int number);

#endif
