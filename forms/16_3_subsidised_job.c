/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* The last blank but one is an answer of the same kind as in 14, so it is stored the same way. */
static const struct field fields[] = {
    {
        .name = "job_kind",
        .caption = NC_("subsidised_job", "Субсидияланатын жұмыс орнының түрі"),
        .heading = NC_("subsidised_job",
                       "Бұрын көрсетілген жұмыспен қамтуға жәрдемдесудің белсенді (хронологиялық "
                       "реттілікпен толтырылады)"),
        .help = N_("The kind of subsidised job. Public works leave the status of unemployed as it "
                   "is (order 365, annex 1, "
                   "column 16, 3 and its explanation)."),
        .dict = "subsidised_kind",
        .type = FIELD_DICT,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "referred_on",
        .caption = NC_("subsidised_job", "Жолдама күні"),
        .help = N_("The day of the referral; the list is kept in this order (order 365, annex 1, "
                   "column 16, 3)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_PAST,
    },
    {
        .name = "period_from",
        .caption = NC_("subsidised_job", "Қатысу мерзімі"),
        .help = N_("The first day of the participation (order 365, annex 1, column 16, 3)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "period_to",
        .caption = NC_("subsidised_job", "Қатысу мерзімі: соңы"),
        .help = N_("The last day of the participation (order 365, annex 1, column 16, 3)."),
        .not_before = "period_from",
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED,
    },
    {
        .name = "employer_name",
        .caption = NC_("subsidised_job", "Жұмыс берушінің атауы"),
        .help =
            N_("The employer who set up the subsidised job (order 365, annex 1, column 16, 3)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "employer_bin",
        .caption = NC_("subsidised_job", "Жұмыс берушінің БСН/ЖСН"),
        .help = N_("The employer's BIN, or his IIN if he is a person; not printed (addition to "
                   "order 365, annex 1, column "
                   "16, 3)."),
        .type = FIELD_BIN,
        .flags = FIELD_UNPRINTED,
    },
    {
        .name = "position",
        .caption = NC_("subsidised_job", "Лауазымы"),
        .help = N_("The position or occupation (order 365, annex 1, column 16, 3)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 200,
    },
    {
        .name = "outcome",
        .caption = NC_("subsidised_job",
                       "жұмыс берушінің (оқу орнының) жұмысқа қабылдау (оқыту) туралы актісі "
                       "немесе жұмысқа қабылдаудан бас тарту себебін көрсету"),
        .help = N_("How it ended: hired, refused by the employer or by the applicant. Empty until "
                   "there is an answer (order "
                   "365, annex 1, column 16, 3)."),
        .choices = &choices_outcome,
        .type = FIELD_ENUM,
    },
    {
        .name = "act_on",
        .caption = NC_("subsidised_job", "Актінің күні"),
        .help = N_("The date of the employer's act (order 365, annex 1, column 16, 3)."),
        .when = {"outcome", "hired"},
        .required = {"outcome", "hired"},
        .not_before = "referred_on",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "act_no",
        .caption = NC_("subsidised_job", "Актінің нөмірі"),
        .help = N_("The number of the employer's act (order 365, annex 1, column 16, 3)."),
        .when = {"outcome", "hired"},
        .required = {"outcome", "hired"},
        .type = FIELD_TEXT,
        .max = 50,
    },
    {
        .name = "refused_on",
        .caption = NC_("subsidised_job", "Бас тарту күні"),
        .help = N_("The day of the refusal, whoever refused (order 365, annex 1, column 16, 3)."),
        .when = {"outcome", "refused_by_employer|refused_by_applicant"},
        .required = {"outcome", "refused_by_employer|refused_by_applicant"},
        .not_before = "referred_on",
        .type = FIELD_DATE,
        .flags = FIELD_UNPRINTED | FIELD_PAST,
    },
    {
        .name = "refusal_reason",
        .caption = NC_("subsidised_job", "Бас тарту себебі"),
        .help = N_("Why the employer or the applicant refused (order 365, annex 1, column 16, 3)."),
        .when = {"outcome", "refused_by_employer|refused_by_applicant"},
        .required = {"outcome", "refused_by_employer|refused_by_applicant"},
        .type = FIELD_TEXT,
        .max = 500,
    },
    {
        .name = "perm_job_on",
        .caption = NC_("subsidised_job",
                       "Жұмыс берушіні, лауазымын көрсете отырып, тұрақты жұмыс орнына жұмысқа "
                       "орналасу күні"),
        .help = N_("The day of placement in a permanent job; with it employer and position, all "
                   "three or none (order 365, "
                   "annex 1, column 16, 3)."),
        .group = "perm_job",
        .type = FIELD_DATE,
        .flags = FIELD_PAST,
    },
    {
        .name = "perm_job_employer",
        .caption = NC_("subsidised_job", "Тұрақты жұмыс орны: жұмыс беруші"),
        .help = N_("The employer of the permanent job (order 365, annex 1, column 16, 3)."),
        .group = "perm_job",
        .type = FIELD_TEXT,
        .max = 300,
    },
    {
        .name = "perm_job_position",
        .caption = NC_("subsidised_job", "Тұрақты жұмыс орны: лауазым"),
        .help = N_("The position in the permanent job (order 365, annex 1, column 16, 3)."),
        .group = "perm_job",
        .type = FIELD_TEXT,
        .max = 200,
    },
    {
        .name = "programme",
        .caption = NC_("subsidised_job", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_subsidised_job = {
    .name = "subsidised_job",
    .caption = NC_("subsidised_job", "субсидияланатын жұмыс орындары:"),
    .short_caption = NC_("short", "Субсидия"),
    .help = N_("Referrals to subsidised jobs (order 365, annex 1, column 16, 3)."),
    .table = "subsidised_job",
    .order_by = "referred_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
