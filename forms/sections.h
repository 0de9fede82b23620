/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections that editions are made of.

   Captions are those of the form, verbatim; msgctxt is the section's name. Where one blank of the
   form holds several columns (a period, a place, a placement with employer and position) the first
   field bears the printed caption and the others say briefly which part they are, after a colon:
   "Оқу мерзімі" and "Оқу мерзімі: соңы". Only where the printed caption cannot stand for one part
   (the places of 7 and 19) does the first field, too, name its part behind it. Fields known from
   the explanation alone, and those the law or the reports need though the form lacks them, are
   FIELD_UNPRINTED. */
#ifndef FORMS_SECTIONS_H
#define FORMS_SECTIONS_H

#include "forms/form.h"

extern const struct section section_name;
extern const struct section section_iin;
extern const struct section section_sex;
extern const struct section section_birth_date;
extern const struct section section_citizenship;
extern const struct section section_ethnicity;
extern const struct section section_address;
extern const struct section section_phone;
extern const struct section section_email;
extern const struct section section_category;
extern const struct section section_education_heading;
extern const struct section section_education;
extern const struct section section_extra_education;
extern const struct section section_last_job;
extern const struct section section_jobseeker_reg;
extern const struct section section_career_guidance;
extern const struct section section_job_referral;
extern const struct section section_unemployed_reg;
extern const struct section section_measures_heading;
extern const struct section section_measure_training;
extern const struct section section_enterprise_heading;
extern const struct section section_microcredit;
extern const struct section section_business_training;
extern const struct section section_grant_award;
extern const struct section section_subsidised_job;
extern const struct section section_resettlement;
extern const struct section section_special_job;
extern const struct section section_visit;
extern const struct section section_expectation;
extern const struct section section_plan;
extern const struct section section_signature;

#endif
