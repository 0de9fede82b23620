/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* One printed date serves registration and refusal, so the decision is stored beside it (F-8). */
static const struct field fields[] = {
    {
        .name = "applied_on",
        .caption = NC_("jobseeker_reg", "Өтініш берген күні"),
        .help = N_("The day the person applied for registration as a job seeker; a card begins "
                   "with it (order 365, annex 1, column 12)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "decision_on",
        .caption = NC_("jobseeker_reg", "Тіркеу немесе бас тарту күні"),
        .help = N_("The day of the decision; empty, like the decision, while the application waits "
                   "(order 365, annex 1, "
                   "column 12)."),
        .group = "decision",
        .not_before = "applied_on",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "decision",
        .caption = NC_("jobseeker_reg", "Шешім"),
        .help = N_("Which of the two the date above means: registered or refused (implied by order "
                   "365, annex 1, column "
                   "12)."),
        .choices = &choices_decision,
        .group = "decision",
        .type = FIELD_ENUM,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "refusal_reason",
        .caption = NC_("jobseeker_reg", "Бас тарту себебі"),
        .help = N_("Why registration was refused; choose \"other\" for a reason that is not in the "
                   "list (order 365, annex "
                   "1, column 12)."),
        .dict = "refusal_reason",
        .when = {"decision", "refused"},
        .required = {"decision", "refused"},
        .type = FIELD_DICT,
    },
    {
        .name = "refusal_reason_other",
        .caption = NC_("jobseeker_reg", "Бас тарту себебі: басқа"),
        .help = N_("The reason in words; it is printed in place of \"other\" (order 365, annex 1, "
                   "column 12)."),
        .when = {"refusal_reason", "other"},
        .required = {"refusal_reason", "other"},
        .type = FIELD_TEXT,
        .max = 500,
    },
    {
        .name = "removed_on",
        .caption = NC_("jobseeker_reg", "Есептен шығарылған күні"),
        .help = N_("The day the person was struck off the register; goes together with the reason "
                   "(order 365, annex 1, column 12)."),
        .group = "removal",
        .not_before = "decision_on",
        .when = {"decision", "registered"},
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "removal_reason",
        .caption = NC_("jobseeker_reg", "Есептен шығару себебі"),
        .help = N_("Why the person was struck off; goes together with the date (order 365, annex "
                   "1, column 12)."),
        .dict = "removal_reason",
        .group = "removal",
        .when = {"decision", "registered"},
        .type = FIELD_DICT,
    },
    {
        .name = "removal_reason_other",
        .caption = NC_("jobseeker_reg", "Есептен шығару себебі: басқа"),
        .help = N_("The reason in words; it is printed in place of \"other\" (order 365, annex 1, "
                   "column 12)."),
        .when = {"removal_reason", "other"},
        .required = {"removal_reason", "other"},
        .type = FIELD_TEXT,
        .max = 500,
    },
    {.name = NULL},
};

const struct section section_jobseeker_reg = {
    .name = "jobseeker_reg",
    .caption = NC_("jobseeker_reg", "Жұмыс іздеуші адам ретінде тіркелгені туралы мәліметтер"),
    .short_caption = NC_("short", "Іздеуші"),
    .help = N_("Each application for registration as a job seeker is a row, with its decision and "
               "its end (order 365, annex 1, column 12)."),
    .table = "jobseeker_reg",
    .order_by = "applied_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
