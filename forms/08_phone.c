/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "phone",
        .caption = NC_("phone", "Телефон"),
        .help = N_("The number at which the person can be reached: +7 and ten digits; a foreign "
                   "number with + and its "
                   "country code (order 365, annex 1, column 8)."),
        .type = FIELD_PHONE,
        .flags = FIELD_REQUIRED | FIELD_CURRENT,
    },
    {.name = NULL},
};

const struct section section_phone = {
    .name = "phone",
    .caption = NC_("phone", "Телефон"),
    .short_caption = NC_("short", "Телефон"),
    .help = N_(
        "The contact telephone; bring it up to date at any time (order 365, annex 1, column 8)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
