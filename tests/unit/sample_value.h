/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random values that are valid: the same ones for the same seed. */
#ifndef TESTS_UNIT_SAMPLE_VALUE_H
#define TESTS_UNIT_SAMPLE_VALUE_H

#include <stdint.h>

#include "common/record.h"

struct sample {
    uint64_t state;
    const struct value_world *world;
};

void sample_seed(struct sample *s, unsigned seed, const struct value_world *w);
unsigned sample_below(struct sample *s, unsigned n); /* 0 .. n - 1 */
/* A valid value of the field in stored form, given what stands in the fields above it; the
   caller's. NULL: there is none, a district without an oblast. */
char *sample_value(struct sample *s, const struct record *r, int field);
/* Fills the record so that it is valid: what is required, of the rest so many in a hundred. Fields
   marked in fixed (may be NULL) keep what they hold, empty or not. */
void sample_fill(struct sample *s, struct record *r, const bool *fixed, unsigned percent);

#endif
