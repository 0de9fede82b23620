/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

static const struct field fields[] = {
    {
        .name = "email",
        .caption = NC_("email", "Электрондық пошта"),
        .help = N_("The e-mail address, if the person has one (order 365, annex 1, column 9)."),
        .type = FIELD_EMAIL,
        .flags = FIELD_CURRENT,
    },
    {.name = NULL},
};

const struct section section_email = {
    .name = "email",
    .caption = NC_("email", "Электрондық пошта"),
    .short_caption = NC_("short", "Эл. пошта"),
    .help = N_("The person's e-mail address; bring it up to date at any time (order 365, annex 1, "
               "column 9)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};

/* The printed form has no place for these, yet subsidised and special workplaces are open to
   certain people only (annex 2, par. 2) and the reports count them. */
static const struct field category_fields[] = {
    {
        .name = "is_student",
        .caption = NC_("category", "Студент"),
        .help = N_("Studies at a university or college: may take a subsidised job in spare time "
                   "(not on the form; order "
                   "365, annex 2, paragraph 2, item 11)."),
        .type = FIELD_BOOL,
        .flags = FIELD_UNPRINTED | FIELD_CURRENT,
    },
    {
        .name = "is_pupil",
        .caption = NC_("category", "Жоғары сынып оқушысы"),
        .help = N_("A senior pupil: may take a subsidised job in spare time (not on the form; "
                   "order 365, annex 2, "
                   "paragraph 2, item 11)."),
        .type = FIELD_BOOL,
        .flags = FIELD_UNPRINTED | FIELD_CURRENT,
    },
    {
        .name = "has_disability",
        .caption = NC_("category", "Мүгедектігі бар адам"),
        .help = N_("A person with a disability: special workplaces are meant for him (not on the "
                   "form; order 365, annex "
                   "2, paragraph 2, item 10)."),
        .type = FIELD_BOOL,
        .flags = FIELD_UNPRINTED | FIELD_CURRENT,
    },
    {
        .name = "is_kandas",
        .caption = NC_("category", "Қандас"),
        .help = N_("An ethnic Kazakh who returned to the country; counted by the indicators (not "
                   "on the form; strategic "
                   "plan 2011-2015, task 2-1.1.1)."),
        .type = FIELD_BOOL,
        .flags = FIELD_UNPRINTED | FIELD_CURRENT,
    },
    {.name = NULL},
};

const struct section section_category = {
    .name = "category",
    .caption = NC_("category", "Адамның санаты"),
    .short_caption = NC_("short", "Санаты"),
    .help = N_("What decides which measures a person may take part in. Never printed on the form "
               "(order 365, annex 2, "
               "paragraph 2)."),
    .table = "card",
    .fields = category_fields,
    .kind = SECTION_SINGLE,
};
