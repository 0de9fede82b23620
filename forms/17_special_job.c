/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "employer_name",
        .caption = NC_("special_job", "Жұмыс берушінің атауы"),
        .help = N_("The employer who equipped the workplace (order 365, annex 1, column 17)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "employer_bin",
        .caption = NC_("special_job", "Жұмыс берушінің БСН/ЖСН"),
        .help = N_("The employer's BIN, or his IIN if he is a person; not printed (addition to "
                   "order 365, annex 1, column "
                   "17)."),
        .type = FIELD_BIN,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "referred_on",
        .caption = NC_("special_job", "Жолдаманың берілген күні"),
        .help = N_("The day the referral was handed out (order 365, annex 1, column 17)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "period_from",
        .caption = NC_("special_job", "қатысу мерзімі"),
        .help = N_("The first day of the participation (order 365, annex 1, column 17)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "period_to",
        .caption = NC_("special_job", "қатысу мерзімі: соңы"),
        .help = N_("The last day of the participation (order 365, annex 1, column 17)."),
        .not_before = "period_from",
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "position",
        .caption = NC_("special_job", "Лауазымы (кәсібі)"),
        .help = N_("The position or occupation (order 365, annex 1, column 17)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 200,
    },
    {
        .name = "act_ref",
        .caption = NC_("special_job", "Жұмыс берушінің жұмысқа қабылдау туралы актісі"),
        .help = N_("Number and date of the employer's act of hiring; empty until he answers (order "
                   "365, annex 1, column "
                   "17)."),
        .type = FIELD_TEXT,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_special_job = {
    .name = "special_job",
    .caption = NC_("special_job", "Арнайы жұмыс орындары:"),
    .short_caption = NC_("short", "Арнайы"),
    .help = N_("Placements at workplaces equipped for persons with disabilities (order 365, annex "
               "1, column 17; annex 2, "
               "paragraph 2, item 10)."),
    .table = "special_job",
    .order_by = "referred_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
