/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "birth_date",
        .caption = NC_("birth_date", "Туған күні"),
        .help = N_("Day, month and year. Taken from the IIN; a different date needs a reason "
                   "(order 365, annex 1, column "
                   "4)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_FROM_IIN | FIELD_PAST,
    },
    {.name = NULL},
};

const struct section section_birth_date = {
    .name = "birth_date",
    .caption = NC_("birth_date", "Туған күні"),
    .short_caption = NC_("short", "Туған күні"),
    .help = N_("The date of birth with day, month and year (order 365, annex 1, column 4)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
