/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* At least one of the two dates: who comes unbidden has no planned one. */
static const struct field fields[] = {
    {
        .name = "row_no",
        .caption = NC_("visit", "№ р/с"),
        .help = N_("Numbered by itself (order 365, annex 1, column 18, 1)."),
        .type = FIELD_INT,
        .flags = FIELD_AUTO,
    },
    {
        .name = "planned_on",
        .caption = NC_("visit", "Жоспарлы қатысу күні"),
        .help = N_("The day the person is expected; better a working day (order 365, annex 1, "
                   "column 18, 2)."),
        .type = FIELD_DATE,
    },
    {
        .name = "actual_on",
        .caption = NC_("visit", "Іс жүзінде қатысқан күні"),
        .help = N_("The day the person came; needed where no visit was planned (order 365, annex "
                   "1, column 18, 3)."),
        .required = {"planned_on", ""},
        .type = FIELD_DATE,
        .flags = FIELD_CURRENT | FIELD_PAST,
    },
    {
        .name = "outcome",
        .caption = NC_("visit", "Нәтижесі"),
        .help = N_("What became of the visit; a planned one in the past without date and outcome "
                   "is overdue; not printed "
                   "(addition to order 365, annex 1, column 18)."),
        .choices = &choices_visit_outcome,
        .type = FIELD_ENUM,
        .flags = FIELD_CURRENT | FIELD_UNPRINTED,
    },
    {
        .name = "first_planned_on",
        .caption = NC_("visit", "Бастапқы жоспарланған күні"),
        .help = N_("The day first agreed, if the visit was moved; not printed (addition to order "
                   "365, annex 1, column "
                   "18)."),
        .type = FIELD_DATE,
        .flags = FIELD_CURRENT | FIELD_UNPRINTED,
    },
    {
        .name = "staff_note",
        .caption = NC_("visit", "Мансап орталығы қызметкерінің ескертпесі"),
        .help =
            N_("The note of the centre's worker on the visit (order 365, annex 1, column 18, 4)."),
        .type = FIELD_LONG,
        .flags = FIELD_CURRENT,
        .max = 1000,
    },
    {.name = NULL},
};

const struct section section_visit = {
    .name = "visit",
    .caption = NC_("visit", "Жұмыссыздардың мансап орталығына баруын толтыру нысаны"),
    .short_caption = NC_("short", "Келулер"),
    .help = N_("The log of visits of an unemployed person to the career centre (order 365, annex "
               "1, column 18)."),
    .table = "visit",
    .order_by = "row_no",
    .due = "planned_on",
    .settled = "actual_on|outcome",
    .fields = fields,
    .kind = SECTION_TABLE,
    .for_unemployed = true,
};
