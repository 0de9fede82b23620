/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closed lists of legal values. The database has the same codes in its CHECKs. */
#ifndef FORMS_CHOICES_H
#define FORMS_CHOICES_H

#include "forms/form.h"

extern const struct choices choices_sex;
extern const struct choices choices_edu_org_type;
extern const struct choices choices_extra_kind;
extern const struct choices choices_decision;
extern const struct choices choices_outcome;
extern const struct choices choices_housing_kind;
extern const struct choices choices_visit_outcome;

/* All of them, ended by NULL. */
extern const struct choices *const choices_all[];

#endif
