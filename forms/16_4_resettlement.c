/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/choices.h"
#include "forms/sections.h"

/* The form has "(сома)" beside the members unable to work where the explanation has "(себептерін)":
   both are kept. It prints no referral date, which the chronological order needs. */
static const struct field fields[] = {
    {
        .name = "referred_on",
        .caption = NC_("resettlement", "Жолдама күні"),
        .help = N_("The day of the referral; not printed, but the list is kept in this order "
                   "(order 365, annex 1, "
                   "explanation to column 16)."),
        .type = FIELD_DATE,
        .flags = FIELD_REQUIRED | FIELD_UNPRINTED | FIELD_PAST,
    },
    {
        .name = "able_members",
        .caption = NC_("resettlement", "Еңбекке жарамды отбасы мүшелері"),
        .help = N_("How many members of the family are able to work, the person included (order "
                   "365, annex 1, column 16, "
                   "4)."),
        .type = FIELD_INT,
        .flags = FIELD_REQUIRED,
        .max = 50,
    },
    {
        .name = "able_list",
        .caption = NC_("resettlement", "Еңбекке жарамды отбасы мүшелері: тізім"),
        .help = N_("Who they are, one in a line (order 365, annex 1, explanation to column 16)."),
        .type = FIELD_LONG,
        .flags = FIELD_UNPRINTED,
        .max = 2000,
    },
    {
        .name = "disabled_members",
        .caption = NC_("resettlement", "Еңбекке жарамсыз отбасы мүшелері (сома)"),
        .help = N_("How many members of the family are unable to work; 0 if none (order 365, annex "
                   "1, column 16, 4)."),
        .type = FIELD_INT,
        .flags = FIELD_REQUIRED,
        .max = 50,
    },
    {
        .name = "disabled_amount",
        .caption = NC_("resettlement", "Еңбекке жарамсыз отбасы мүшелері: сома"),
        .help = N_("The sum that the form asks for beside these members (order 365, annex 1, "
                   "column 16, 4)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
    },
    {
        .name = "disabled_reasons",
        .caption = NC_("resettlement", "Еңбекке жарамсыз отбасы мүшелері: себептері"),
        .help = N_("Why they are unable to work; the explanation asks for it, the form does not "
                   "(order 365, annex 1, "
                   "explanation to column 16)."),
        .type = FIELD_LONG,
        .flags = FIELD_UNPRINTED,
        .max = 1000,
    },
    {
        .name = "arrival_place",
        .caption = NC_("resettlement", "Келу орны"),
        .help = N_("Where the family moves to: oblast, district, settlement (order 365, annex 1, "
                   "column 16, 4)."),
        .type = FIELD_TEXT,
        .flags = FIELD_REQUIRED,
        .max = 300,
    },
    {
        .name = "aid_expenses",
        .caption = NC_("resettlement", "Көрсетілген материалдық көмек: Шығыстарды өтеу (сома)"),
        .help = N_("Aid given: expenses reimbursed (order 365, annex 1, column 16, 4)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
    },
    {
        .name = "aid_rent",
        .caption = NC_("resettlement",
                       "Тұрғын үйді жалдауға (жалға алуға) арналған шығыстарды өтеу (сомасы)"),
        .help = N_("Aid given: rent reimbursed (order 365, annex 1, column 16, 4)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
    },
    {
        .name = "mobility_certificate",
        .caption = NC_("resettlement", "Берілген экономикалық ұтқырлық сертификаты (сомасы)"),
        .help = N_("The sum of the economic mobility certificate, if one was given (order 365, "
                   "annex 1, column 16, 4)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
    },
    {
        .name = "housing_kind",
        .caption = NC_("resettlement",
                       "Тұрғын үй (тұрғын үй жолы тұрғын үй түрін (жеке тұрғын үй) көрсете отырып "
                       "толтырылады, отбасы мүшелеріне шаршы метрді көрсете отырып, көппәтерлі "
                       "тұрғын үй, жатақханадағы бөлме)"),
        .help = N_("The kind of housing given: a house, a flat or a room in a hostel (order 365, "
                   "annex 1, column 16, 4)."),
        .choices = &choices_housing_kind,
        .type = FIELD_ENUM,
    },
    {
        .name = "housing_m2",
        .caption = NC_("resettlement", "Тұрғын үй: шаршы метр"),
        .help = N_("The area for the members of the family (order 365, annex 1, column 16, 4)."),
        .unit = N_("m²"),
        .when = {"housing_kind", NULL},
        .type = FIELD_DECIMAL,
    },
    {
        .name = "job_on",
        .caption = NC_("resettlement", "Жұмысқа орналасу күні"),
        .help = N_("The day of placement at the new place (order 365, annex 1, explanation to "
                   "column 16)."),
        .type = FIELD_DATE,
        .flags = FIELD_UNPRINTED | FIELD_PAST,
    },
    {
        .name = "job_employer",
        .caption = NC_("resettlement", "Жұмыс берушінің атауы"),
        .help = N_("The employer at the new place (order 365, annex 1, explanation to column 16)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 300,
    },
    {
        .name = "job_position",
        .caption = NC_("resettlement", "Лауазымы"),
        .help = N_("The position at the new place (order 365, annex 1, explanation to column 16)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {
        .name = "programme",
        .caption = NC_("resettlement", "Бағдарлама"),
        .help = N_("The programme that pays for the measure, if any; not printed (needed by the "
                   "indicators of the "
                   "strategic plan)."),
        .type = FIELD_TEXT,
        .flags = FIELD_UNPRINTED,
        .max = 200,
    },
    {.name = NULL},
};

const struct section section_resettlement = {
    .name = "resettlement",
    .caption =
        NC_("resettlement",
            "жұмыс күшінің ұтқырлығын арттыру үшін ерікті қоныс аударуға жәрдемдесуге жолдау"),
    .short_caption = NC_("short", "Көшу"),
    .help = N_("Referrals to help with voluntary resettlement (order 365, annex 1, column 16, 4)."),
    .table = "resettlement",
    .order_by = "referred_on",
    .fields = fields,
    .kind = SECTION_LIST,
};
