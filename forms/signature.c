/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

/* The organisation comes from the register of organisations by the card's centre. */
static const struct field fields[] = {
    {
        .name = "org_name",
        .caption = NC_("signature", "Ұйымның атауы"),
        .help = N_("The centre that keeps the card, from the register of organisations (order 365, "
                   "annex 1, signature "
                   "block)."),
        .type = FIELD_TEXT,
        .flags = FIELD_AUTO,
    },
    {
        .name = "org_address",
        .caption = NC_("signature", "Мекенжайы"),
        .help =
            N_("The centre's address, from the register (order 365, annex 1, signature block)."),
        .type = FIELD_TEXT,
        .flags = FIELD_AUTO,
    },
    {
        .name = "org_phone",
        .caption = NC_("signature", "Телефон"),
        .help =
            N_("The centre's telephone, from the register (order 365, annex 1, signature block)."),
        .type = FIELD_PHONE,
        .flags = FIELD_AUTO,
    },
    {
        .name = "org_email",
        .caption = NC_("signature", "Электрондық пошта мекенжайы"),
        .help = N_("The centre's e-mail address, from the register (order 365, annex 1, signature "
                   "block)."),
        .type = FIELD_EMAIL,
        .flags = FIELD_AUTO,
    },
    {
        .name = "executor_name",
        .caption =
            NC_("signature",
                "Орындаушы: (Тегі, аты, әкесінің аты(ол болған жағдайда)) (электрондық цифрлық "
                "қолтаңба)"),
        .help = N_("Who filled the card: surname, name, patronymic (order 365, annex 1, signature "
                   "block)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "head_name",
        .caption = NC_("signature",
                       "Басшы немесе қол қоюға уәкілетті тұлға: (Тегі, аты, әкесінің аты(ол болған "
                       "жағдайда))(электрондық цифрлық қолтаңба)"),
        .help = N_("The head or the person entitled to sign: surname, name, patronymic (order 365, "
                   "annex 1, signature "
                   "block)."),
        .type = FIELD_TEXT,
        .flags = FIELD_CURRENT,
        .max = 200,
    },
    {
        .name = "filled_on",
        .caption = NC_("signature", "Толтырылған күні"),
        .help = N_("The day the card was filled (order 365, annex 1, signature block)."),
        .type = FIELD_DATE,
        .flags = FIELD_CURRENT | FIELD_PAST,
    },
    {.name = NULL},
};

const struct section section_signature = {
    .name = "signature",
    .caption = NC_("signature", "Ұйым және қолтаңбалар"),
    .short_caption = NC_("short", "Қолтаңба"),
    .help = N_("The organisation, who filled the card and who signs it (order 365, annex 1, "
               "signature block)."),
    .table = "card",
    .fields = fields,
    .kind = SECTION_SINGLE,
};
