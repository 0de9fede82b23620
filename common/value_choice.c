/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values out of a list: the form's own choices, a dictionary's words, yes and no. */
#include <stdlib.h>
#include <string.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value_type.h"

static const struct choice *find_choice(const struct choices *list, const char *code)
{
    for (const struct choice *c = list->list; c->code; c++)
        if (str_same(c->code, code))
            return c;
    return NULL;
}

/* 2 the whole text, 1 its beginning, 0 neither. */
static int answers(const char *text, const char *folded)
{
    char *other = utf8_fold(text);
    int rank = str_same(other, folded) ? 2 : str_starts(other, folded) ? 1 : 0;
    free(other);
    return rank;
}

static bool read_enum(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    (void)w, (void)notice;
    char *clean = utf8_clean(typed, false);
    char *folded = utf8_fold(typed);
    const struct choice *found = find_choice(f->choices, clean), *begins = NULL;
    int fits = 0;
    for (const struct choice *c = f->choices->list; c->code && !found; c++) {
        int here = answers(i18n_caption(f->choices->name, c->caption), folded);
        int order = answers(c->caption, folded); /* in Kazakh, as the form has it */
        if (here == 2 || order == 2)
            found = c;
        else if (here || order)
            begins = c, fits++;
    }
    if (!found && fits == 1)
        found = begins;
    if (found)
        *value = xstrdup(found->code);
    else if (fits)
        value_refuse(err, MESSAGE_CHOICE_MANY, _("several values begin so"),
                     _("type more of it, or choose with F4"));
    else
        value_refuse(err, MESSAGE_CHOICE_UNKNOWN, _("the form has no such value"),
                     _("choose with F4"));
    free(clean);
    free(folded);
    return found;
}

static bool check_enum(const struct field *f, const char *value, const struct value_world *w,
                       struct error *err)
{
    (void)w;
    if (find_choice(f->choices, value))
        return true;
    return value_refuse(err, MESSAGE_CHOICE_UNKNOWN, _("the form has no such value"),
                        _("choose with F4"));
}

static char *show_enum(const struct field *f, const char *value, const struct value_world *w,
                       bool edit)
{
    (void)w, (void)edit;
    const struct choice *c = find_choice(f->choices, value);
    return xstrdup(c ? i18n_caption(f->choices->name, c->caption) : value);
}

static bool refuse_word(const char *typed, size_t fits, struct error *err)
{
    if (!fits) {
        error_set(err, _("the dictionary has no word for \"%s\""), typed);
        error_remedy(err, "%s", _("F4 opens the list"));
        return error_number(err, MESSAGE_WORD_UNKNOWN);
    }
    error_set(err, i18n_plural("%zu word fits", "%zu words fit", fits), fits);
    error_remedy(err, "%s", _("type more of it; F4 opens the list"));
    return error_number(err, MESSAGE_WORD_MANY);
}

static bool refuse_closed(const struct dict_word *word, struct error *err)
{
    error_set(err, _("\"%s\" is not in force today"), dict_word_text(word));
    error_remedy(err, "%s", _("F4 lists the words in force"));
    return error_number(err, MESSAGE_WORD_CLOSED);
}

/* A code typed on the number row (K-11): only where no word answers. */
static const struct dict_word *salvaged_code(const struct field *f, const char *typed,
                                             const struct value_world *w, const char *today)
{
    char *code = value_salvage(typed, false);
    const struct dict_word *word = dict_find(w->dicts, f->dict, code);
    free(code);
    return word && dict_choosable(word, NULL, today) ? word : NULL;
}

static bool read_dict(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    (void)notice;
    char *clean = utf8_clean(typed, false);
    if (!w->dicts) {
        *value = clean;
        return true;
    }
    char today[11];
    day_iso(w->today, today);
    size_t fits = 1;
    const struct dict_word *coded = dict_find(w->dicts, f->dict, clean);
    const struct dict_word *word = coded && dict_choosable(coded, NULL, today) ? coded : NULL;
    if (!coded)
        word = dict_answer(w->dicts, f->dict, NULL, today, clean, &fits);
    if (!word && !fits)
        word = salvaged_code(f, clean, w, today);
    if (word)
        *value = xstrdup(word->code);
    else if (coded)
        refuse_closed(coded, err);
    else
        refuse_word(clean, fits, err);
    free(clean);
    return word;
}

/* A word no longer in force stays right in an old card. */
static bool check_dict(const struct field *f, const char *value, const struct value_world *w,
                       struct error *err)
{
    if (!w->dicts || dict_find(w->dicts, f->dict, value))
        return true;
    return refuse_word(value, 0, err);
}

static char *show_dict(const struct field *f, const char *value, const struct value_world *w,
                       bool edit)
{
    (void)edit;
    const struct dict_word *word = dict_find(w->dicts, f->dict, value);
    return xstrdup(word ? dict_word_text(word) : value);
}

static const struct {
    const char *word;
    char value;
} yes_no[] = {{"иә", 't'},  {"да", 't'},  {"yes", 't'}, {"true", 't'},  {"1", 't'}, {"+", 't'},
              {"жоқ", 'f'}, {"нет", 'f'}, {"no", 'f'},  {"false", 'f'}, {"0", 'f'}, {"-", 'f'}};

static bool refuse_bool(struct error *err)
{
    return value_refuse(err, MESSAGE_YES_NO, _("this is neither yes nor no"),
                        _("type the beginning of the word, or 1 or 0"));
}

static bool read_bool(const struct field *f, const char *typed, const struct value_world *w,
                      char **value, char *notice, struct error *err)
{
    (void)f, (void)w, (void)notice;
    char *clean = utf8_clean(typed, false), *folded = utf8_fold(typed);
    char found = 0;
    for (size_t i = 0; i < COUNT(yes_no) && !found; i++)
        if (str_same(yes_no[i].word, clean) || (*folded && answers(yes_no[i].word, folded)))
            found = yes_no[i].value;
    free(clean);
    free(folded);
    if (!found)
        return refuse_bool(err);
    *value = xstrdup(found == 't' ? "t" : "f");
    return true;
}

static bool check_bool(const struct field *f, const char *value, const struct value_world *w,
                       struct error *err)
{
    (void)f, (void)w;
    return str_same(value, "t") || str_same(value, "f") ? true : refuse_bool(err);
}

static char *show_bool(const struct field *f, const char *value, const struct value_world *w,
                       bool edit)
{
    (void)f, (void)w, (void)edit;
    return xstrdup(str_same(value, "t") ? _("yes") : str_same(value, "f") ? _("no") : value);
}

const struct value_type value_enum = {.read = read_enum, .check = check_enum, .show = show_enum};
const struct value_type value_dict = {.read = read_dict, .check = check_dict, .show = show_dict};
const struct value_type value_bool = {.read = read_bool, .check = check_bool, .show = show_bool};
