/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "provider_name",
        .caption =
            NC_("career_guidance", "Әлеуметтік кәсіптік бағдарлауды жүргізетін органның атауы"),
        .help =
            N_("The body that gave social vocational guidance (order 365, annex 1, column 13)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "held_on",
        .caption = NC_("career_guidance", "Өткізу күні"),
        .help = N_("The day the guidance was given (order 365, annex 1, column 13)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "result",
        .caption = NC_("career_guidance", "Нәтижесі"),
        .help = N_("What came out of it: advice, a test's result, an agreed direction (order 365, "
                   "annex 1, column 13)."),
        .type = FIELD_LONG,
        .flags = FIELD_REQUIRED,
        .max = 2000,
    },
    {.name = NULL},
};

const struct section section_career_guidance = {
    .name = "career_guidance",
    .caption = NC_("career_guidance", "Әлеуметтік кәсіптік бағдарлау қорытындылары:"),
    .short_caption = NC_("short", "Бағдарлау"),
    .help = N_("Results of social vocational guidance, one row for each time (order 365, annex 1, "
               "column 13)."),
    .table = "career_guidance",
    .order_by = "held_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
