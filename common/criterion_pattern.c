/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Criteria with *: words of lists become their codes, digits the form in which the server compares
 * them.
 */
#include <stdlib.h>
#include <string.h>

#include "common/criterion_inner.h"
#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"

enum { CODES_MOST = 500 };

/* Does the folded text fit the folded pattern? */
static bool fits(const char *text, const char *pattern)
{
    const char *star = NULL, *mark = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = pattern++;
            mark = text;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star + 1;
            text = ++mark;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

static bool word_fits(const char *text, const char *pattern)
{
    char *folded = utf8_fold(text ? text : "");
    bool yes = fits(folded, pattern);
    free(folded);
    return yes;
}

static void add_code(struct criterion *c, size_t *n, const char *code)
{
    if (*n == CODES_MOST)
        return;
    c->codes = xrealloc(c->codes, (*n + 2) * sizeof *c->codes);
    c->codes[(*n)++] = xstrdup(code);
    c->codes[*n] = NULL;
}

/* The words of the list that fit become their codes, also those not in force any more. */
static bool read_words(struct reading *r, const char *s)
{
    const struct field *f = r->f;
    struct criterion *c = r->c;
    char *pattern = utf8_fold(s);
    size_t n = 0, count = 0;
    const struct dict_word *const *words = NULL;
    if (f->type == FIELD_DICT && r->w->dicts)
        words = dict_words(r->w->dicts, f->dict, &count);
    for (size_t i = 0; i < count; i++)
        if (word_fits(words[i]->kk, pattern) || word_fits(words[i]->ru, pattern) ||
            fits(words[i]->code, s))
            add_code(c, &n, words[i]->code);
    for (const struct choice *k = f->type == FIELD_ENUM ? f->choices->list : NULL; k && k->code;
         k++)
        if (word_fits(k->caption, pattern) ||
            word_fits(i18n_caption(f->choices->name, k->caption), pattern))
            add_code(c, &n, k->code);
    free(pattern);
    if (!n)
        return value_refuse(r->err, MESSAGE_WORD_UNKNOWN, _("no word of the list fits"),
                            _("F4 opens the list"));
    if (n == CODES_MOST)
        return value_refuse(r->err, MESSAGE_WORD_MANY, _("too many words of the list fit"),
                            _("type more of it; F4 opens the list"));
    c->op = r->sign == SIGN_NOT ? "none" : "any";
    return true;
}

/* The digits of a pattern as the server compares them: dates as dd.mm.yyyy, numbers with a point,
   telephones with +7. NULL: there is something else in it. The caller's. */
static char *digits_pattern(const struct field *f, const char *s)
{
    char *salvaged = value_salvage(s, criterion_is_date(f));
    struct buf b = {0};
    bool good = true;
    for (const char *p = salvaged; *p; p++) {
        bool national = f->type == FIELD_PHONE && !b.len;
        if (*p == ' ' || (f->type == FIELD_PHONE && strchr("()-", *p)))
            continue;
        bool mark = (*p == '.' && (criterion_is_date(f) || criterion_is_number(f))) ||
                    (*p == ',' && criterion_is_number(f)) || (*p == '+' && national);
        good = good && (mark || *p == '*' || (*p >= '0' && *p <= '9'));
        if (national && (*p == '8' || *p == '7'))
            buf_add(&b, "+7");
        else
            buf_addn(&b, *p == ',' ? "." : p, 1);
    }
    free(salvaged);
    char *pattern = buf_take(&b);
    if (good && !strstr(pattern, ".."))
        return pattern;
    free(pattern);
    return NULL;
}

/* Nothing but stars: something is there. */
static bool read_any(struct reading *r)
{
    bool none = r->sign == SIGN_NOT;
    r->c->op = none ? "empty" : "filled";
    r->c->text = xstrdup(none ? "=" : "*");
    return true;
}

static bool only_stars(const char *s)
{
    return s[strspn(s, "*")] == '\0';
}

bool criterion_pattern(struct reading *r, const char *s)
{
    struct criterion *c = r->c;
    if (criterion_compared(r))
        return criterion_refuse_sign(r, "*");
    if (only_stars(s))
        return read_any(r);
    if (criterion_is_listed(r->f)) {
        c->text = criterion_text(r, s);
        return r->f->type == FIELD_BOOL ? criterion_refuse_sign(r, "*") : read_words(r, s);
    }
    char *pattern = NULL;
    if (!value_digits_only(r->f) && !criterion_value(r, s, &pattern))
        return false;
    if (value_digits_only(r->f) && !(pattern = digits_pattern(r->f, s)))
        return value_refuse(r->err, MESSAGE_QUERY_SIGN, _("only digits and * go together here"),
                            _("like 8012* or *4567; a date like *.03.1990"));
    if (only_stars(pattern)) {
        free(pattern);
        return read_any(r);
    }
    c->op = r->sign == SIGN_NOT ? "unlike" : "like";
    c->value[0] = pattern;
    c->text = criterion_text(r, pattern);
    return true;
}
