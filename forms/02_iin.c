/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "iin",
        .caption = NC_("iin", "Жеке сәйкестендіру нөмірі"),
        .help = N_("Twelve digits; the last one checks the others. Birth date and sex are taken "
                   "from it (order 365, annex "
                   "1, column 2)."),
        .type = FIELD_IIN,
        .flags = FIELD_REQUIRED | FIELD_RECORDED,
    },
    {.name = NULL},
};

const struct section section_iin = {
    .name = "iin",
    .caption = NC_("iin", "Жеке сәйкестендіру нөмірі"),
    .short_caption = NC_("short", "ЖСН"),
    .help = N_("The individual identification number: nobody has a card without one (order 365, "
               "annex 1, column 2)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
