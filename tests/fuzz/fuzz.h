/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets share: `make fuzz` runs them under libFuzzer with the address and undefined
   behaviour sanitizers. Besides that, each target states what has to hold for any input. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/util.h"
#include "common/value.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The target's own: its first inputs, ended by NULL; written into the corpus directory given on the
   command line. And what it does once before all inputs (may do nothing). */
extern const char *const fuzz_seeds[];
void fuzz_start(void);

/* The input as a string, up to its first NUL; the caller's. */
char *fuzz_string(const uint8_t *data, size_t size);
/* A world without a server: a day, a few words in every dictionary. */
const struct value_world *fuzz_world(void);

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not %s\n", __FILE__, __LINE__, #condition);                    \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

#endif
