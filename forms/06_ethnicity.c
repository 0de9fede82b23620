/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "ethnicity",
        .caption = NC_("ethnicity", "Ұлты"),
        .help = N_("As the person names it; may stay empty. Choose \"other\" for a word that is "
                   "not in the list (order 365, "
                   "annex 1, column 6)."),
        .dict = "ethnicity",
        .type = FIELD_DICT,
        .flags = FIELD_RECORDED,
    },
    {
        .name = "ethnicity_other",
        .caption = NC_("ethnicity", "Ұлты: басқа"),
        .help = N_("The person's own word, where the list has none; it is printed in place of "
                   "\"other\" (order 365, annex "
                   "1, column 6)."),
        .when = {"ethnicity", "other"},
        .required = {"ethnicity", "other"},
        .type = FIELD_TEXT,
        .flags = FIELD_RECORDED,
        .max = 100,
    },
    {.name = NULL},
};

const struct section section_ethnicity = {
    .name = "ethnicity",
    .caption = NC_("ethnicity", "Ұлты"),
    .short_caption = NC_("short", "Ұлты"),
    .help = N_("The person's ethnicity, of his own statement (order 365, annex 1, column 6)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
