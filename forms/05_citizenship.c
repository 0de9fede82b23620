/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "citizenship",
        .caption = NC_("citizenship", "Азаматтығы"),
        .help = N_("The country whose citizen the person is. A change needs a document (order 365, "
                   "annex 1, column 5)."),
        .dict = "country",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED | FIELD_RECORDED,
    },
    {.name = NULL},
};

const struct section section_citizenship = {
    .name = "citizenship",
    .caption = NC_("citizenship", "Азаматтығы"),
    .short_caption = NC_("short", "Азаматтығы"),
    .help = N_("The person's citizenship (order 365, annex 1, column 5)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
