/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

const struct section section_education_heading = {
    .name = "education_heading",
    .caption = NC_("education_heading", "Білімі:"),
    .short_caption = NC_("short", "Білімі"),
    .help = N_("Education and further education with the speciality obtained (order 365, annex 1, "
               "column 10)."),
    .kind = SECTION_HEADING,
};

static const struct field fields[] = {
    {
        .name = "edu_org_name",
        .caption = NC_("education", "Білім беру ұйымының атауы"),
        .help = N_("The school, college or university, as in the certificate (order 365, annex 1, "
                   "column 10, 1)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "edu_org_type",
        .caption =
            NC_("education",
                "Білім деңгейі бойынша оқу мекемесінің түрі (жоғары оқу орны, колледж, жалпы "
                "білім беретін мектеп)"),
        .help =
            N_("The kind of institution by level of education (order 365, annex 1, column 10, 1)."),
        .choices = &choices_edu_org_type,
        .type = FIELD_ENUM,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "study_from",
        .caption = NC_("education", "Оқу мерзімі"),
        .help = N_(
            "When the studies began; the year alone will do (order 365, annex 1, column 10, 1)."),
        .type = FIELD_PARTIAL,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "study_to",
        .caption = NC_("education", "Оқу мерзімі: соңы"),
        .help = N_("When the studies ended, or will end; the year alone will do (order 365, annex "
                   "1, column 10, 1)."),
        .not_before = "study_from",
        .type = FIELD_PARTIAL,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "qualification",
        .caption = NC_("education", "Алған мамандығы (біліктілігі)"),
        .help = N_("The speciality of the diploma; a general school gives none (order 365, annex "
                   "1, column 10, 1)."),
        .when = {"edu_org_type", "university|college"},
        .required = {"edu_org_type", "university|college"},
        .type = FIELD_TEXT,
        .max = 300,
    },
    {.name = NULL},
};

const struct section section_education = {
    .name = "education",
    .caption = NC_("education", "білімі"),
    .short_caption = NC_("short", "Білімі"),
    .help =
        N_("One row for each institution finished or attended (order 365, annex 1, column 10, 1)."),
    .table = "education",
    .order_by = "study_from",
    .fields = fields,
    .kind = SECTION_LIST,
};

static const struct field extra_fields[] = {
    {
        .name = "extra_kind",
        .caption = NC_("extra_education", "Қосымша білімінің түрі"),
        .help = N_("Retraining or an upskilling course; the form names both in its caption but has "
                   "no blank for it (order "
                   "365, annex 1, column 10, 2)."),
        .choices = &choices_extra_kind,
        .type = FIELD_ENUM,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "provider_name",
        .caption = NC_("extra_education", "Білім беру ұйымының немесе жұмыс берушінің атауы"),
        .help = N_("The institution or the employer that gave the course (order 365, annex 1, "
                   "column 10, 2)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "study_from",
        .caption = NC_("extra_education", "Оқу мерзімі"),
        .help =
            N_("When the course began; year or month will do (order 365, annex 1, column 10, 2)."),
        .type = FIELD_PARTIAL,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "study_to",
        .caption = NC_("extra_education", "Оқу мерзімі: соңы"),
        .help = N_("When the course ended, or will end; year or month will do (order 365, annex 1, "
                   "column 10, 2)."),
        .not_before = "study_from",
        .type = FIELD_PARTIAL,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "qualification",
        .caption = NC_("extra_education", "Алған мамандығы (біліктілігі)"),
        .help = N_("The speciality of the certificate, if it names one (order 365, annex 1, column "
                   "10, 2)."),
        .type = FIELD_TEXT,
        .max = 300,
    },
    {.name = NULL},
};

const struct section section_extra_education = {
    .name = "extra_education",
    .caption =
        NC_("extra_education", "қосымша білімі (қайта даярлау, біліктілікті арттыру курстары)"),
    .short_caption = NC_("short", "Курстар"),
    .help =
        N_("Retraining and upskilling courses, one row each (order 365, annex 1, column 10, 2)."),
    .table = "extra_education",
    .order_by = "study_from",
    .fields = extra_fields,
    .kind = SECTION_LIST,
};
