/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sections with a field of each rule between fields, and the small world they live in. */
#ifndef TESTS_UNIT_SAMPLE_SECTION_H
#define TESTS_UNIT_SAMPLE_SECTION_H

#include "common/value.h"
#include "forms/form.h"

enum person { IIN, SEX, BIRTH, REGION, DISTRICT, PLACE, CENTRE };
enum episode {
    APPLIED,
    DECISION,
    DECIDED,
    REASON,
    REASON_OTHER,
    JOB_ON,
    JOB_AT,
    HOPED,
    LEAST,
    FROM,
    UNTIL,
    NO_DATE_WHY
};

extern const struct section sample_person, sample_episode;

/* Regions with a district and a place; 20 November 2026. To be freed by sample_world_done. */
struct value_world sample_world(void);
void sample_world_done(struct value_world *w);

#endif
