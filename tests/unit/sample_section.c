/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/sample_section.h"

#include <stddef.h>

#include "common/dict.h"

static const struct choice sexes[] = {{"m", "ер"}, {"f", "әйел"}, {NULL, NULL}};
static const struct choices sex_list = {"sex", sexes};
static const struct choice decisions[] = {
    {"registered", "тіркелді"}, {"refused", "бас тартылды"}, {NULL, NULL}};
static const struct choices decision_list = {"decision", decisions};

static const struct field person_fields[] = {
    {.name = "iin", .type = FIELD_IIN, .flags = FIELD_REQUIRED},
    {.name = "sex",
     .type = FIELD_ENUM,
     .choices = &sex_list,
     .flags = FIELD_REQUIRED | FIELD_FROM_IIN},
    {.name = "birth_date",
     .type = FIELD_DATE,
     .flags = FIELD_REQUIRED | FIELD_FROM_IIN | FIELD_PAST},
    {.name = "region", .type = FIELD_DICT, .dict = "region"},
    {.name = "district", .type = FIELD_DICT, .dict = "district", .parent = "region"},
    {.name = "place", .type = FIELD_DICT, .dict = "place", .parent = "district"},
    {.name = "centre", .type = FIELD_TEXT, .flags = FIELD_AUTO | FIELD_REQUIRED},
    {.name = NULL},
};
const struct section sample_person = {
    .name = "person", .table = "card", .fields = person_fields, .kind = SECTION_SINGLE};

static const struct field episode_fields[] = {
    {.name = "applied_on", .type = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_PAST},
    {.name = "decision", .type = FIELD_ENUM, .choices = &decision_list},
    {.name = "decision_on",
     .type = FIELD_DATE,
     .not_before = "applied_on",
     .required = {"decision", NULL}},
    {.name = "reason",
     .type = FIELD_TEXT,
     .when = {"decision", "refused"},
     .required = {"decision", "refused"},
     .max = 20},
    {.name = "reason_other", .type = FIELD_TEXT, .when = {"reason", "other|else"}},
    {.name = "job_on", .type = FIELD_DATE, .group = "job"},
    {.name = "job_at", .type = FIELD_TEXT, .group = "job"},
    {.name = "hoped", .type = FIELD_MONEY},
    {.name = "least", .type = FIELD_MONEY, .at_most = "hoped"},
    {.name = "study_from", .type = FIELD_PARTIAL},
    {.name = "study_to", .type = FIELD_PARTIAL, .not_before = "study_from"},
    {.name = "no_decision_why", .type = FIELD_TEXT, .when = {"decision", ""}},
    {.name = NULL},
};
const struct section sample_episode = {
    .name = "episode", .table = "jobseeker_reg", .fields = episode_fields, .kind = SECTION_LIST};

struct value_world sample_world(void)
{
    struct dict_set *set = dict_set_new();
    dict_add(set, "region", &(struct dict_word){.code = "10", .kk = "а"});
    dict_add(set, "region", &(struct dict_word){.code = "20", .kk = "б"});
    dict_add(set, "district", &(struct dict_word){.code = "101", .parent = "10", .kk = "в"});
    dict_add(set, "place", &(struct dict_word){.code = "1011", .parent = "101", .kk = "г"});
    return (struct value_world){.today = day_from(2026, 11, 20), .dicts = set};
}

void sample_world_done(struct value_world *w)
{
    dict_set_free((struct dict_set *)(size_t)w->dicts);
}
