/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forms/sections.h"

const struct section section_measures_heading = {
    .name = "measures_heading",
    .caption = NC_("measures_heading",
                   "Жұмыспен қамтуға жәрдемдесудің белсенді шараларына қатысуға берілген "
                   "жолдамалар туралы мәліметтер:"),
    .short_caption = NC_("short", "Шаралар"),
    .help = N_("Referrals to active measures, entered by the centre's worker in the order they "
               "were given (order 365, "
               "annex 1, column 16 and its explanation)."),
    .kind = SECTION_HEADING,
};
