/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "sex",
        .caption = NC_("sex", "Жынысы"),
        .help = N_("Taken from the seventh digit of the IIN; a different value needs a reason "
                   "(order 365, annex 1, column "
                   "3)."),
        .choices = &choices_sex,
        .type = FIELD_ENUM,
        .flags = FIELD_REQUIRED | FIELD_RECORDED | FIELD_FROM_IIN,
    },
    {.name = NULL},
};

const struct section section_sex = {
    .name = "sex",
    .caption = NC_("sex", "Жынысы"),
    .short_caption = NC_("short", "Жынысы"),
    .help = N_("The person's sex (order 365, annex 1, column 3)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
