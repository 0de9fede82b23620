/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* One printed date serves registration and refusal, so the decision is stored beside it (F-8). */
static const struct field fields[] = {
    {
        .name = "applied_on",
        .caption = NC_("unemployed_reg", "Өтініш берген күні"),
        .help = N_("The day the person applied for registration as unemployed; he is a registered "
                   "job seeker by then (order 365, annex 1, column 15)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "decision_on",
        .caption = NC_("unemployed_reg", "Тіркеу немесе бас тарту күні"),
        .help = N_("The day of the decision; empty, like the decision, while the application waits "
                   "(order 365, annex 1, "
                   "column 15)."),
        .group = "decision",
        .not_before = "applied_on",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "decision",
        .caption = NC_("unemployed_reg", "Шешім"),
        .help = N_("Which of the two the date above means: registered or refused (implied by order "
                   "365, annex 1, column "
                   "15)."),
        .choices = &choices_decision,
        .group = "decision",
        .type = FIELD_ENUM,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "refusal_reason",
        .caption = NC_("unemployed_reg", "Бас тарту себебі"),
        .help = N_("Why registration was refused; choose \"other\" for a reason that is not in the "
                   "list (order 365, annex "
                   "1, column 15)."),
        .dict = "refusal_reason",
        .when = {"decision", "refused"},
        .required = {"decision", "refused"},
        .type = FIELD_DICT,
    },
    {
        .name = "refusal_reason_other",
        .caption = NC_("unemployed_reg", "Бас тарту себебі: басқа"),
        .help = N_("The reason in words; it is printed in place of \"other\" (order 365, annex 1, "
                   "column 15)."),
        .when = {"refusal_reason", "other"},
        .required = {"refusal_reason", "other"},
        .type = FIELD_TEXT,
        .max = 500,
    },
    {
        .name = "removed_on",
        .caption = NC_("unemployed_reg", "Есептен шығарылған күні"),
        .help = N_("The day the person ceased to be registered as unemployed; public works are no "
                   "ground for it (order 365, annex 1, column 15)."),
        .group = "removal",
        .not_before = "decision_on",
        .when = {"decision", "registered"},
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "removal_reason",
        .caption = NC_("unemployed_reg", "Есептен шығару себебі"),
        .help = N_("Why the person was struck off; goes together with the date (order 365, annex "
                   "1, column 15)."),
        .dict = "removal_reason",
        .group = "removal",
        .when = {"decision", "registered"},
        .type = FIELD_DICT,
    },
    {
        .name = "removal_reason_other",
        .caption = NC_("unemployed_reg", "Есептен шығару себебі: басқа"),
        .help = N_("The reason in words; it is printed in place of \"other\" (order 365, annex 1, "
                   "column 15)."),
        .when = {"removal_reason", "other"},
        .required = {"removal_reason", "other"},
        .type = FIELD_TEXT,
        .max = 500,
    },
    {.name = NULL},
};

const struct section section_unemployed_reg = {
    .name = "unemployed_reg",
    .caption = NC_("unemployed_reg", "Жұмыссыз ретінде тіркелу туралы мәліметтер:"),
    .short_caption = NC_("short", "Жұмыссыз"),
    .help = N_("Each application for registration as unemployed is a row; sections 18, 19 and 20 "
               "open with the first registration (order 365, annex 1, column 15)."),
    .table = "unemployed_reg",
    .order_by = "applied_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
