/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

const struct section section_enterprise_heading = {
    .name = "enterprise_heading",
    .caption = NC_("enterprise_heading", "кәсіпкерлік бастамаға жәрдемдесу"),
    .short_caption = NC_("short", "Кәсіп"),
    .help = N_("Help with starting a business: microcredit, training, grant (order 365, annex 1, "
               "column 16, 2)."),
    .kind = SECTION_HEADING,
};

static const struct field credit_fields[] = {
    {
        .name = "received_on",
        .caption = NC_("microcredit", "Микрокредит алу күні"),
        .help = N_("The day the microcredit was received (order 365, annex 1, column 16, 2)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "amount",
        .caption = NC_("microcredit", "Кредит сомасы"),
        .help = N_("The sum of the credit (order 365, annex 1, column 16, 2)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "grace_period",
        .caption = NC_("microcredit", "Жеңілдік кезеңінің мерзімі"),
        .help = N_("The grace period in whole months, if there is one (order 365, annex 1, column "
                   "16, 2)."),
        .unit = N_("months"),
        .type = FIELD_INT,
        .max = 600,
    },
    {
        .name = "repay_due",
        .caption = NC_("microcredit", "Қайтару мерзімі"),
        .help =
            N_("The day by which the credit is to be repaid (order 365, annex 1, column 16, 2)."),
        .not_before = "received_on",
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "activity",
        .caption = NC_("microcredit", "Қызмет түрі"),
        .help = N_("The kind of business the credit is for (order 365, annex 1, column 16, 2)."),
        .dict = "activity",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "programme",
        .caption = NC_("microcredit", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_microcredit = {
    .name = "microcredit",
    .caption = NC_("microcredit", "Микрокредиттер:"),
    .short_caption = NC_("short", "Несие"),
    .help = N_("Microcredits received (order 365, annex 1, column 16, 2)."),
    .table = "microcredit",
    .order_by = "received_on",
    .fields = credit_fields,
    .kind = SECTION_LIST,
};

static const struct field training_fields[] = {
    {
        .name = "started_on",
        .caption = NC_("business_training", "Оқудың басталу күні"),
        .help = N_("The first day of the training in the basics of business (order 365, annex 1, "
                   "column 16, 2)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "finished_on",
        .caption = NC_("business_training", "Оқуды аяқтау күні"),
        .help = N_("The last day of the training; empty until it is finished (order 365, annex 1, "
                   "column 16, 2)."),
        .not_before = "started_on",
        .type = FIELD_DATE,
    },
    {
        .name = "programme",
        .caption = NC_("business_training", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_business_training = {
    .name = "business_training",
    .caption = NC_("business_training", "Кәсіпкерлік негіздеріне оқыту:"),
    .short_caption = NC_("short", "Негіздер"),
    .help = N_("Training in the basics of business (order 365, annex 1, column 16, 2)."),
    .table = "business_training",
    .order_by = "started_on",
    .fields = training_fields,
    .kind = SECTION_LIST,
};

static const struct field grant_fields[] = {
    {
        .name = "applied_on",
        .caption = NC_("grant_award", "Өтініш берілген күні"),
        .help = N_("The day the person applied for the grant (order 365, annex 1, column 16, 2)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "received_on",
        .caption = NC_("grant_award", "Грант алған күні"),
        .help = N_(
            "The day the grant was received; empty until then (order 365, annex 1, column 16, 2)."),
        .not_before = "applied_on",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "activity",
        .caption = NC_("grant_award", "Қызмет түрі"),
        .help = N_("The kind of business the grant is for (order 365, annex 1, column 16, 2)."),
        .dict = "activity",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "amount",
        .caption = NC_("grant_award", "Грант сомасы"),
        .help = N_("The sum of the grant; not printed, the form has no place for it (order 206, "
                   "paragraph 35)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "programme",
        .caption = NC_("grant_award", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_grant_award = {
    .name = "grant_award",
    .caption = NC_("grant_award", "Гранттар:"),
    .short_caption = NC_("short", "Грант"),
    .help = N_("Grants applied for and received (order 365, annex 1, column 16, 2)."),
    .table = "grant_award",
    .order_by = "applied_on",
    .fields = grant_fields,
    .kind = SECTION_LIST,
};
