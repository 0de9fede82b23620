/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions of the form. A new edition is a new list here; sections that did not change are
 * shared. */
#include "forms/sections.h"

static const struct entry entries_2024[] = {
    {"1", &section_name},
    {"2", &section_iin},
    {"3", &section_sex},
    {"4", &section_birth_date},
    {"5", &section_citizenship},
    {"6", &section_ethnicity},
    {"7", &section_address},
    {"8", &section_phone},
    {"9", &section_email},
    {"*", &section_category},
    {"10", &section_education_heading},
    {"10.1", &section_education},
    {"10.2", &section_extra_education},
    {"11", &section_last_job},
    {"12", &section_jobseeker_reg},
    {"13", &section_career_guidance},
    {"14", &section_job_referral},
    {"15", &section_unemployed_reg},
    {"16", &section_measures_heading},
    {"16.1", &section_measure_training},
    {"16.2", &section_enterprise_heading},
    {"16.2a", &section_microcredit},
    {"16.2b", &section_business_training},
    {"16.2c", &section_grant_award},
    {"16.3", &section_subsidised_job},
    {"16.4", &section_resettlement},
    {"17", &section_special_job},
    {"18", &section_visit},
    {"19", &section_expectation},
    {"20", &section_plan},
    {"+", &section_signature},
    {NULL, NULL},
};

/* The act came into force ten days after its first publication, whose date the text does not give;
   so the edition is dated by the act. The header values stand in a part of the order that is not at
   hand (F-0, Z-1). */
static const struct edition edition_2024 = {
    .id = "2024-06-25",
    .valid_from = "2024-06-25",
    .act = "01.09.2023 № 365 (25.06.2024 № 218)",
    .title = NC_("edition", "Жұмыспен қамтудың жеке картасы"),
    .index = NULL,
    .frequency = NULL,
    .period = NULL,
    .addressee = NULL,
    .deadline = NULL,
    .entries = entries_2024,
};

const struct edition *const editions[] = {&edition_2024, NULL};
