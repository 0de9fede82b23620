/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a criterion, by the type of its field. */
#include <stdlib.h>
#include <string.h>

#include "common/criterion_inner.h"
#include "common/dict.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"

bool criterion_is_listed(const struct field *f)
{
    return f->type == FIELD_ENUM || f->type == FIELD_DICT || f->type == FIELD_BOOL;
}

bool criterion_is_date(const struct field *f)
{
    return f->type == FIELD_DATE || f->type == FIELD_PARTIAL;
}

bool criterion_is_number(const struct field *f)
{
    return f->type == FIELD_MONEY || f->type == FIELD_INT || f->type == FIELD_DECIMAL;
}

bool criterion_compared(const struct reading *r)
{
    return r->sign == SIGN_GT || r->sign == SIGN_GE || r->sign == SIGN_LT || r->sign == SIGN_LE;
}

/* A day, a month or a year. What tells of the past is guessed as in the field, but not held to it.
 */
static bool read_date(struct reading *r, const char *s, char **value)
{
    struct field g = *r->f;
    g.type = FIELD_PARTIAL;
    if (value_read(&g, s, r->w, value, NULL, r->err))
        return true;
    if (r->err->number != MESSAGE_FUTURE)
        return false;
    g.flags &= ~(unsigned)FIELD_PAST;
    return value_read(&g, s, r->w, value, NULL, r->err);
}

static bool read_dict(struct reading *r, const char *s, char **value)
{
    size_t fits = 0;
    const struct dict_word *word = NULL;
    char today[11];
    day_iso(r->w->today, today);
    if (r->w->dicts && r->parent)
        word = dict_answer(r->w->dicts, r->f->dict, r->parent, today, s, &fits);
    if (!word && value_read(r->f, s, r->w, value, NULL, r->err))
        return true;
    /* A word that is not in force any more is in old cards. */
    if (!word && (r->err->number == MESSAGE_WORD_UNKNOWN || r->err->number == MESSAGE_WORD_CLOSED))
        word = dict_answer(r->w->dicts, r->f->dict, r->parent, NULL, s, &fits);
    if (!word)
        return false;
    *value = xstrdup(word->code);
    return true;
}

/* A part of an IIN can be compared with. */
static bool read_digits(struct reading *r, const char *s, char **value)
{
    char *digits = value_salvage(s, false);
    size_t n = strspn(digits, "0123456789");
    bool part = n > 0 && n <= 12 && !digits[n];
    if (part && r->sign != SIGN_NONE && r->sign != SIGN_EQUAL && r->sign != SIGN_NOT) {
        *value = digits;
        return true;
    }
    free(digits);
    if (value_read(r->f, s, r->w, value, NULL, r->err))
        return true;
    if (part && n < 12)
        error_remedy(r->err, "%s", _("type all 12 digits, or a part with *: 8012*"));
    return false;
}

static bool read_by_type(struct reading *r, const char *s, char **value)
{
    struct field text = *r->f;
    *value = NULL;
    switch (r->f->type) {
    case FIELD_DATE:
    case FIELD_PARTIAL:
        return read_date(r, s, value);
    case FIELD_DICT:
        return read_dict(r, s, value);
    case FIELD_IIN:
    case FIELD_BIN:
        return read_digits(r, s, value);
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_EMAIL:
        text.type = FIELD_TEXT;
        text.flags = 0;
        text.max = 0;
        return value_read(&text, s, r->w, value, NULL, r->err);
    case FIELD_MONEY:
    case FIELD_INT:
    case FIELD_DECIMAL:
        text.max = 0;
        return value_read(&text, s, r->w, value, NULL, r->err);
    case FIELD_ENUM:
    case FIELD_BOOL:
    case FIELD_PHONE:
        break;
    }
    return value_read(r->f, s, r->w, value, NULL, r->err);
}

/* "-" is no value of an IIN. */
bool criterion_value(struct reading *r, const char *s, char **value)
{
    if (!read_by_type(r, s, value))
        return false;
    if (!str_empty(*value))
        return true;
    free(*value);
    *value = NULL;
    return criterion_refuse_nothing(r, s);
}
