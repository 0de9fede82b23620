/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "training_kind",
        .caption = NC_("measure_training", "Кәсіптік оқыту түрі"),
        .help = N_("The kind of vocational training (order 365, annex 1, column 16, 1; annex 2, "
                   "paragraph 2, item 7)."),
        .dict = "training_kind",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "provider_name",
        .caption = NC_("measure_training", "Жұмыс берушінің және (немесе) оқу орнының атауы"),
        .help = N_("The employer, the institution or both (order 365, annex 1, column 16, 1)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "provider_address",
        .caption = NC_("measure_training",
                       "Оқу орнының және (немесе) жұмыс берушінің мекенжайы, телефоны"),
        .help = N_("The address of the institution or the employer; the telephone has a field of "
                   "its own (order 365, annex "
                   "1, column 16, 1)."),
        .type = FIELD_TEXT,
        .max = 300,
    },
    {
        .name = "provider_phone",
        .caption = NC_("measure_training", "Мекенжайы, телефоны: телефон"),
        .help = N_(
            "The telephone of the institution or the employer (order 365, annex 1, column 16, 1)."),
        .type = FIELD_PHONE,
    },
    {
        .name = "study_from",
        .caption = NC_("measure_training", "Оқу мерзімі"),
        .help = N_("The first day of the training (order 365, annex 1, column 16, 1)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "study_to",
        .caption = NC_("measure_training", "Оқу мерзімі: соңы"),
        .help = N_("The last day of the training (order 365, annex 1, column 16, 1)."),
        .not_before = "study_from",
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "referred_on",
        .caption = NC_("measure_training", "Жіберілген күні"),
        .help = N_("The day the person was sent; the list is kept in this order (order 365, annex "
                   "1, column 16, 1)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "qualification",
        .caption = NC_("measure_training", "Алған мамандығы, біліктілігі"),
        .help = N_("What the certificate says; empty until the training is finished (order 365, "
                   "annex 1, column 16, 1)."),
        .type = FIELD_TEXT,
        .max = 300,
    },
    {
        .name = "perm_job_on",
        .caption = NC_("measure_training",
                       "Жұмыс берушіні, лауазымды көрсете отырып, тұрақты жұмыс орнына жұмысқа "
                       "орналасқан күні"),
        .help = N_("The day of placement in a permanent job; with it employer and position, all "
                   "three or none (order 365, "
                   "annex 1, column 16, 1)."),
        .group = "perm_job",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "perm_job_employer",
        .caption = NC_("measure_training", "Тұрақты жұмыс орны: жұмыс беруші"),
        .help = N_("The employer of the permanent job (order 365, annex 1, column 16, 1)."),
        .group = "perm_job",
        .type = FIELD_TEXT,
        .max = 300,
    },
    {
        .name = "perm_job_position",
        .caption = NC_("measure_training", "Тұрақты жұмыс орны: лауазым"),
        .help = N_("The position in the permanent job (order 365, annex 1, column 16, 1)."),
        .group = "perm_job",
        .type = FIELD_TEXT,
        .max = 200,
    },
    {
        .name = "programme",
        .caption = NC_("measure_training", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_measure_training = {
    .name = "measure_training",
    .caption = NC_("measure_training", "кәсіптік оқыту:"),
    .short_caption = NC_("short", "Оқыту"),
    .help = N_("Referrals to vocational training (order 365, annex 1, column 16, 1)."),
    .table = "measure_training",
    .order_by = "referred_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
