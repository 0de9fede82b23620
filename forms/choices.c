/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that the order names are verbatim; where it only implies them (12, 14, 15, 18) the words
 * are ours. */
#include "forms/choices.h"

static const struct choice sex[] = {
    {"m", NC_("sex", "ер")},
    {"f", NC_("sex", "әйел")},
    {NULL, NULL},
};
const struct choices choices_sex = {"sex", sex};

static const struct choice edu_org_type[] = {
    {"university", NC_("edu_org_type", "жоғары оқу орны")},
    {"college", NC_("edu_org_type", "колледж")},
    {"school", NC_("edu_org_type", "жалпы білім беретін мектеп")},
    {NULL, NULL},
};
const struct choices choices_edu_org_type = {"edu_org_type", edu_org_type};

static const struct choice extra_kind[] = {
    {"retraining", NC_("extra_kind", "қайта даярлау")},
    {"upskilling", NC_("extra_kind", "біліктілікті арттыру курстары")},
    {NULL, NULL},
};
const struct choices choices_extra_kind = {"extra_kind", extra_kind};

/* No value for an application that waits: then there is neither decision nor date (Z-16). */
static const struct choice decision[] = {
    {"registered", NC_("decision", "тіркелді")},
    {"refused", NC_("decision", "бас тартылды")},
    {NULL, NULL},
};
const struct choices choices_decision = {"decision", decision};

/* Also says who refused (F-6); empty until the employer answers. */
static const struct choice outcome[] = {
    {"hired", NC_("outcome", "жұмысқа қабылданды")},
    {"refused_by_employer", NC_("outcome", "жұмыс беруші бас тартты")},
    {"refused_by_applicant", NC_("outcome", "өтініш беруші бас тартты")},
    {NULL, NULL},
};
const struct choices choices_outcome = {"outcome", outcome};

static const struct choice housing_kind[] = {
    {"house", NC_("housing_kind", "жеке тұрғын үй")},
    {"apartment", NC_("housing_kind", "көппәтерлі тұрғын үй")},
    {"dormitory", NC_("housing_kind", "жатақханадағы бөлме")},
    {NULL, NULL},
};
const struct choices choices_housing_kind = {"housing_kind", housing_kind};

static const struct choice visit_outcome[] = {
    {"came", NC_("visit_outcome", "келді")},
    {"missed", NC_("visit_outcome", "келмеді")},
    {"excused", NC_("visit_outcome", "себепті келмеді")},
    {"moved", NC_("visit_outcome", "басқа күнге ауыстырылды")},
    {"cancelled", NC_("visit_outcome", "есептен шығарылуына байланысты күші жойылды")},
    {NULL, NULL},
};
const struct choices choices_visit_outcome = {"visit_outcome", visit_outcome};

const struct choices *const choices_all[] = {
    &choices_sex,     &choices_edu_org_type, &choices_extra_kind,    &choices_decision,
    &choices_outcome, &choices_housing_kind, &choices_visit_outcome, NULL,
};
