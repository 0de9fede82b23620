/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/words.h"

#include "common/i18n.h"
#include "common/util.h"

struct word {
    const char *code, *text;
};

static const struct word statuses[] = {
    {"applied", N_("applied")},    {"registered", N_("registered job seeker")},
    {"refused", N_("refused")},    {"unemployed", N_("unemployed")},
    {"removed", N_("struck off")}, {NULL, NULL},
};

static const struct word roles[] = {
    {"operator", N_("operator")},
    {"head", N_("head of the centre")},
    {"mobility", N_("labour mobility centre")},
    {"local_exec", N_("local executive body")},
    {"authority", N_("authorised body")},
    {"admin", N_("administrator")},
    {"auditor", N_("auditor")},
    {"trainer", N_("trainer")},
    {NULL, NULL},
};

static const struct word reasons[] = {
    {"iin", N_("IIN")},
    {"iin_start", N_("start of IIN")},
    {"surname", N_("surname")},
    {"surname_name", N_("surname, name")},
    {"name_surname", N_("name, surname")},
    {"name", N_("name")},
    {"patronymic", N_("with patronymic")},
    {"birth_date", N_("birth date")},
    {"names_birth", N_("name, birth date")},
    {"surname_folded", N_("~ surname")},
    {"surname_name_folded", N_("~ surname, name")},
    {"name_surname_folded", N_("~ name, surname")},
    {"name_folded", N_("~ name")},
    {"patronymic_folded", N_("~ patronymic")},
    {"names_birth_folded", N_("~ name, date")},
    {"part", N_("part of surname")},
    {"layout", N_("other keyboard")},
    {"latin", N_("Latin spelling")},
    {"middle", N_("? letters inside")},
    {"similar", N_("? similar")},
    {NULL, NULL},
};

static const char *find(const struct word *list, const char *code)
{
    for (; code && list->code; list++)
        if (str_same(list->code, code))
            return _(list->text);
    return "";
}

const char *words_status(const char *code)
{
    return find(statuses, code);
}

const char *words_role(const char *code)
{
    return find(roles, code);
}

const char *words_why(const char *code)
{
    return find(reasons, code);
}

const char *words_org(const char *kk, const char *ru)
{
    const char *text = i18n_get() == LANG_KK || str_empty(ru) ? kk : ru;
    return text ? text : "";
}

char *words_day(const char *iso)
{
    char head[11] = "", shown[11];
    for (int i = 0; iso && i < 10 && iso[i]; i++) {
        head[i] = iso[i];
        head[i + 1] = '\0';
    }
    day d = day_parse_iso(head);
    if (d == DAY_NONE)
        return xstrdup("");
    day_show(d, shown);
    bool time = (iso[10] == ' ' || iso[10] == 'T') && iso[11];
    return time ? xasprintf("%s %.5s", shown, iso + 11) : xstrdup(shown);
}

char *words_name(const char *surname, const char *name, const char *patronymic)
{
    const char *part[] = {surname, name, patronymic};
    struct buf b = {0};
    for (size_t i = 0; i < COUNT(part); i++) {
        if (str_empty(part[i]))
            continue;
        if (b.len)
            buf_add(&b, " ");
        buf_add(&b, part[i]);
    }
    return buf_take(&b);
}
