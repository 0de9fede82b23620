/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "last_name",
        .caption = NC_("name", "Тегі"),
        .help = N_("The surname in full, as in the identity document; no initials. A change of "
                   "name needs a document "
                   "(order 365, annex 1, column 1)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_RECORDED | FIELD_NAME,
        .max = 100,
    },
    {
        .name = "first_name",
        .caption = NC_("name", "Аты"),
        .help = N_("The name in full, as in the identity document; no initials (order 365, annex "
                   "1, column 1)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_RECORDED | FIELD_NAME,
        .max = 100,
    },
    {
        .name = "middle_name",
        .caption = NC_("name", "әкесінің аты (ол болған жағдайда)"),
        .help = N_("The patronymic in full; leave it empty if the person has none (order 365, "
                   "annex 1, column 1)."),
        .type = FIELD_TEXT,
        .flags = FIELD_RECORDED | FIELD_NAME,
        .max = 100,
    },
    {.name = NULL},
};

/* The form prints no caption over the three; this one is the explanation's wording. */
const struct section section_name = {
    .name = "name",
    .caption = NC_("name", "Тегі, аты, әкесінің аты"),
    .short_caption = NC_("short", "Аты-жөні"),
    .help = N_("Surname, name and patronymic, each in full (order 365, annex 1, column 1)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
