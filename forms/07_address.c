/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

/* One blank of the form; the explanation names its parts. */
static const struct field fields[] = {
    {
        .name = "addr_region",
        .caption = NC_("address", "Тұрғылықты жерінің мекенжайы: облыс"),
        .help = N_("The oblast, or the city of republican significance, where the person lives "
                   "(order 365, annex 1, column "
                   "7)."),
        .dict = "region",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED | FIELD_CURRENT,
    },
    {
        .name = "addr_district",
        .caption = NC_("address", "Аудан"),
        .help = N_("The district or the city of oblast significance; the list follows the oblast "
                   "(order 365, annex 1, "
                   "column 7)."),
        .dict = "district",
        .parent = "addr_region",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED | FIELD_CURRENT,
    },
    {
        .name = "addr_locality",
        .caption = NC_("address", "Елді мекен"),
        .help = N_("The city, settlement or village (order 365, annex 1, column 7)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "addr_street",
        .caption = NC_("address", "Көше"),
        .help = N_("The street; leave it empty where streets have no names (order 365, annex 1, "
                   "column 7)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "addr_house",
        .caption = NC_("address", "Үй нөмірі"),
        .help =
            N_("The number of the house, with its letter or block (order 365, annex 1, column 7)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_CURRENT,
        .max = 20,
    },
    {
        .name = "addr_flat",
        .caption = NC_("address", "Пәтер нөмірі"),
        .help = N_("The number of the flat, if there is one (order 365, annex 1, column 7)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 20,
    },
    {.name = NULL},
};

const struct section section_address = {
    .name = "address",
    .caption = NC_("address", "Тұрғылықты жерінің мекенжайы"),
    .short_caption = NC_("short", "Мекенжайы"),
    .help = N_("Where the person lives: oblast, district, settlement, street, house and flat. "
               "Bring it up to date at any "
               "time (order 365, annex 1, column 7)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
