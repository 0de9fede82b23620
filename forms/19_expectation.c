/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

/* Item 2 asks the same twice and is stored once. Item 4 has the numbers 1, 2 and 5 as printed:
   three answers, no unit, nothing renumbered (Z-5). */
static const struct field fields[] = {
    {
        .name = "salary_expected",
        .caption = NC_("expectation", "Сіз күтетін нұсқада алғыңыз келетін еңбекақы сомасы"),
        .heading = NC_("expectation", "1) Сіз қандай еңбекақы алуды күтесіз:"),
        .help =
            N_("The pay a month the person would like to get (order 365, annex 1, column 19, 1)."),
        .unit = N_("tenge"),
        .type = FIELD_MONEY,
        .flags = FIELD_CURRENT,
    },
    {
        .name = "salary_sufficient",
        .caption =
            NC_("expectation", "Мансабыңызды бастау үшін жеткілікті және тиімді еңбекақы сомасы"),
        .help = N_("The pay that would do for a start (order 365, annex 1, column 19, 1)."),
        .unit = N_("tenge"),
        .at_most = "salary_expected",
        .type = FIELD_MONEY,
        .flags = FIELD_CURRENT,
    },
    {
        .name = "salary_minimum",
        .caption =
            NC_("expectation", "Сіз жұмыс істемейтін еңбекақы немесе ең төменгі еңбекақы сомасы"),
        .help =
            N_("The pay below which the person will not work (order 365, annex 1, column 19, 1)."),
        .unit = N_("tenge"),
        .at_most = "salary_sufficient",
        .type = FIELD_MONEY,
        .flags = FIELD_CURRENT,
    },
    {
        .name = "job_region",
        .caption = NC_("expectation",
                       "Сіздің болжамды жұмысыңыздың орны (облыс, қала, аудан, ауыл)? Облыс"),
        .heading =
            NC_("expectation",
                "2) Сіздің болашақ жұмысыңыздың орналасқан жері (облыс, қала, аудан, ауыл):"),
        .help = N_("The oblast where the person wants to work; city, district and village follow "
                   "(order 365, annex 1, "
                   "column 19, 2)."),
        .dict = "region",
        .type = FIELD_DICT,
        .flags = FIELD_CURRENT,
    },
    {
        .name = "job_city",
        .caption = NC_("expectation", "Жұмыс орны: қала"),
        .help = N_("The city where the person wants to work (order 365, annex 1, column 19, 2)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "job_district",
        .caption = NC_("expectation", "Жұмыс орны: аудан"),
        .help = N_("The district where the person wants to work; the list follows the oblast "
                   "(order 365, annex 1, column "
                   "19, 2)."),
        .dict = "district",
        .parent = "job_region",
        .type = FIELD_DICT,
        .flags = FIELD_CURRENT,
    },
    {
        .name = "job_village",
        .caption = NC_("expectation", "Жұмыс орны: ауыл"),
        .help =
            N_("The village where the person wants to work (order 365, annex 1, column 19, 2)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "position_desired",
        .caption = NC_("expectation", "Тиімді лауазым"),
        .heading = NC_("expectation",
                       "3) Сіз өз карьераныңды жасайын деп жүрген қызмет саласындағы ықтимал "
                       "лауазымдар?"),
        .help = N_("The position the person prefers (order 365, annex 1, column 19, 3)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "position_less",
        .caption = NC_("expectation", "Қолайлылығы төмен –"),
        .help = N_("A position that suits the person less (order 365, annex 1, column 19, 3)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "search_time_1",
        .caption = NC_("expectation", "1 – лайықты нұсқа"),
        .heading = NC_("expectation", "4) Сіз жұмыс іздеуге қанша уақыт жұмсауды ойлап отырсыз?"),
        .help = N_("How long the person means to look for work, the worthy option; write the unit, "
                   "the form names none "
                   "(order 365, annex 1, column 19, 4)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 100,
    },
    {
        .name = "search_time_2",
        .caption = NC_("expectation", "2 – қолайлы нұсқа"),
        .help = N_("How long the person means to look for work, the acceptable option; write the "
                   "unit (order 365, annex "
                   "1, column 19, 4)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 100,
    },
    {
        .name = "search_time_5",
        .caption = NC_("expectation", "5 – ықтимал нұсқалардан ең жаманы"),
        .help = N_("How long the person means to look for work, the worst option; write the unit "
                   "(order 365, annex 1, "
                   "column 19, 4)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 100,
    },
    {.name = NULL},
};

const struct section section_expectation = {
    .name = "expectation",
    .caption = NC_("expectation", "Жұмыссыздың күтетіні:"),
    .short_caption = NC_("short", "Күтетіні"),
    .help = N_("What an unemployed person expects: pay, place, position, time (order 365, annex 1, "
               "column 19)."),
    .table = "expectation",
    .fields = fields,
    .kind = SECTION_SINGLE,
    .for_unemployed = true,
};
