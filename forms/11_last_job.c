/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

/* A list though the form has one block: a later job is a new row, the former ones stay (Z-2c). */
static const struct field fields[] = {
    {
        .name = "employer_name",
        .caption = NC_("last_job", "Жұмыс берушінің атауы"),
        .help = N_("The last employer. A person who never worked has no row here (order 365, annex "
                   "1, column 11)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "employer_bin",
        .caption = NC_("last_job", "Жұмыс берушінің БСН/ЖСН"),
        .help = N_("The employer's BIN, or his IIN if he is a person; not printed (addition to "
                   "order 365, annex 1, column "
                   "11)."),
        .type = FIELD_BIN,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "hired_on",
        .caption = NC_("last_job", "Жұмысқа қабылданған күні"),
        .help =
            N_("The date of hiring by the order or the work book (order 365, annex 1, column 11)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "dismissed_on",
        .caption = NC_("last_job", "Жұмыстан босатылған күні"),
        .help = N_("The date of dismissal; empty while the person still works there (order 365, "
                   "annex 1, column 11)."),
        .not_before = "hired_on",
        .type = FIELD_DATE,
    },
    {
        .name = "position",
        .caption = NC_("last_job", "Лауазымы"),
        .help = N_("The position the person held (order 365, annex 1, column 11)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_last_job = {
    .name = "last_job",
    .caption = NC_("last_job", "Соңғы жұмыс (қызмет) орны:"),
    .short_caption = NC_("short", "Жұмысы"),
    .help = N_("The last place of work; a later one is a new row and the former ones stay (order "
               "365, annex 1, column 11)."),
    .table = "last_job",
    .order_by = "hired_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
