/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* The form prints position, date and outcome; employer, order and refusal are named by the
 * explanation alone. */
static const struct field fields[] = {
    {
        .name = "employer_name",
        .caption = NC_("job_referral", "Жұмыс берушінің атауы"),
        .help = N_("The employer the person is referred to (order 365, annex 1, explanation to "
                   "column 14)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_UNPRINTED,
        .max = 300,
    },
    {
        .name = "employer_bin",
        .caption = NC_("job_referral", "Жұмыс берушінің БСН/ЖСН"),
        .help = N_("The employer's BIN, or his IIN if he is a person; not printed (addition to "
                   "order 365, annex 1, column "
                   "14)."),
        .type = FIELD_BIN,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "position",
        .caption = NC_("job_referral", "Лауазымы (кәсібі)"),
        .help = N_("The position or occupation offered (order 365, annex 1, column 14)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 200,
    },
    {
        .name = "issued_on",
        .caption = NC_("job_referral", "Жұмыс бағытын беру күні"),
        .help = N_("The day the referral was handed out; the list is kept in this order (order "
                   "365, annex 1, column 14)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "outcome",
        .caption =
            NC_("job_referral",
                "Жұмыс берушінің жұмысқа қабылдау туралы актісі не бас тарту себебін көрсету"),
        .help = N_("How it ended: hired, refused by the employer or by the applicant. Empty until "
                   "there is an answer (order "
                   "365, annex 1, column 14)."),
        .choices = &choices_outcome,
        .type = FIELD_ENUM,
    },
    {
        .name = "order_on",
        .caption = NC_("job_referral", "Бұйрықтың күні"),
        .help = N_("The date of the hiring order (order 365, annex 1, explanation to column 14)."),
        .when = {"outcome", "hired"},
        .required = {"outcome", "hired"},
        .not_before = "issued_on",
        .type = FIELD_DATE,
        .flags = FIELD_UNPRINTED | FIELD_PAST,
    },
    {
        .name = "order_no",
        .caption = NC_("job_referral", "Бұйрықтың нөмірі"),
        .help =
            N_("The number of the hiring order (order 365, annex 1, explanation to column 14)."),
        .when = {"outcome", "hired"},
        .required = {"outcome", "hired"},
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 50,
    },
    {
        .name = "hired_position",
        .caption = NC_("job_referral", "Қабылданған лауазымы (кәсібі)"),
        .help = N_("The position of the hiring order; it may differ from the one offered (order "
                   "365, annex 1, explanation "
                   "to column 14)."),
        .when = {"outcome", "hired"},
        .required = {"outcome", "hired"},
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {
        .name = "refused_on",
        .caption = NC_("job_referral", "Бас тарту күні"),
        .help = N_("The day of the refusal, whoever refused (order 365, annex 1, explanation to "
                   "column 14)."),
        .when = {"outcome", "refused_by_employer|refused_by_applicant"},
        .required = {"outcome", "refused_by_employer|refused_by_applicant"},
        .not_before = "issued_on",
        .type = FIELD_DATE,
        .flags = FIELD_UNPRINTED | FIELD_PAST,
    },
    {
        .name = "refusal_reason",
        .caption = NC_("job_referral", "Бас тарту себебі"),
        .help = N_("Why the employer or the applicant refused (order 365, annex 1, column 14 and "
                   "its explanation)."),
        .when = {"outcome", "refused_by_employer|refused_by_applicant"},
        .required = {"outcome", "refused_by_employer|refused_by_applicant"},
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 500,
    },
    {.name = NULL},
};

const struct section section_job_referral = {
    .name = "job_referral",
    .caption = NC_("job_referral", "Тиісті жұмыстың берілген бағыттары:"),
    .short_caption = NC_("short", "Жолдама"),
    .help = N_("Referrals to suitable work in the order they were given, each with its outcome "
               "(order 365, annex 1, column "
               "14)."),
    .table = "job_referral",
    .order_by = "issued_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
