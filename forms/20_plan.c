/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

/* Fulfilment and the reason of failure exclude each other (F-10). */
static const struct field fields[] = {
    {
        .name = "row_no",
        .caption = NC_("plan", "№ Р/с"),
        .help = N_("Numbered by itself (order 365, annex 1, column 20)."),
        .type = FIELD_INT,
        .flags = FIELD_AUTO,
    },
    {
        .name = "measure",
        .caption = NC_("plan", "Жұмысқа орналастыру жөніндегі шаралар"),
        .help = N_("What is to be done for a permanent job (order 365, annex 1, column 20)."),
        .type = FIELD_LONG,
        .flags = FIELD_REQUIRED,
        .max = 1000,
    },
    {
        .name = "due_on",
        .caption = NC_("plan", "Орындау мерзімі"),
        .help = N_("By when it is to be done; for the centre's own control, not printed (addition "
                   "to order 365, annex 1, "
                   "column 20)."),
        .type = FIELD_DATE,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "fulfilment",
        .caption = NC_("plan", "Іс жүзінде орындау"),
        .help = N_("What was done in fact, and when (order 365, annex 1, column 20)."),
        .type = FIELD_LONG,
        .flags = FIELD_CURRENT,
        .max = 1000,
    },
    {
        .name = "failure_reason",
        .caption = NC_("plan", "Іс-шаралардың орындалмау себептері"),
        .help = N_("Why it was not done; excludes an entry under fulfilment (order 365, annex 1, "
                   "column 20)."),
        .when = {"fulfilment", ""},
        .type = FIELD_LONG,
        .flags = FIELD_CURRENT,
        .max = 1000,
    },
    {.name = NULL},
};

const struct section section_plan = {
    .name = "plan",
    .caption = NC_("plan", "Жұмыссызды тұрақты жұмысқа орналастыру жоспары"),
    .short_caption = NC_("short", "Жоспар"),
    .help = N_("The plan for placing an unemployed person in a permanent job, with its fulfilment "
               "(order 365, annex 1, "
               "column 20)."),
    .table = "plan_item",
    .order_by = "row_no",
    .due = "due_on",
    .settled = "fulfilment|failure_reason",
    .fields = fields,
    .kind = SECTION_TABLE,
    .for_unemployed = true,
};
