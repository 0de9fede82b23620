/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sign, range or pattern are told apart here; what a value means is the field type's own
   (value_read), with a day, a month or a year for a date. */
#include <stdlib.h>
#include <string.h>

#include "common/criterion_inner.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "common/util.h"

/* The longer one first. */
static const struct {
    const char *typed;
    enum sign sign;
    const char *shown;
} signs[] = {{"<>", SIGN_NOT, "!"}, {"!=", SIGN_NOT, "!"}, {"!", SIGN_NOT, "!"},
             {">=", SIGN_GE, ">="}, {"<=", SIGN_LE, "<="}, {">", SIGN_GT, ">"},
             {"<", SIGN_LT, "<"},   {"=", SIGN_EQUAL, ""}};

bool criterion_refuse_sign(struct reading *r, const char *sign)
{
    error_set(r->err, _("\"%s\" does not go with this field"), sign);
    error_remedy(r->err, "%s",
                 criterion_is_listed(r->f)
                     ? _("type a value of the list, !value, * (filled) or = (empty)")
                     : _("type a value, !value, a part with *, * (filled) or = (empty)"));
    return error_number(r->err, MESSAGE_QUERY_SIGN);
}

bool criterion_refuse_nothing(struct reading *r, const char *sign)
{
    error_set(r->err, _("nothing stands beside \"%s\""), sign);
    error_remedy(r->err, "%s",
                 _("type the value, too; * alone: the field is filled, = alone: it is empty"));
    return error_number(r->err, MESSAGE_QUERY_NOTHING);
}

/* --- signs -------------------------------------------------------------------------------------
 */

/* In a field of digits: the signs that are on the keys of other layouts. The caller's. */
static char *with_signs(const struct field *f, const char *typed)
{
    static const struct {
        const char *letter, *sign;
    } keys[] = {{"Ю", ">"}, {"ю", ">"}, {"Б", "<"}, {"б", "<"},
                {"һ", "="}, {"Һ", "+"}, {"…", ".."}};
    struct buf b = {0};
    bool start = true;
    while (*typed) {
        uint32_t c;
        size_t n = utf8_next(typed, &c);
        const char *sign = NULL;
        for (size_t i = 0; i < COUNT(keys); i++)
            if (str_starts(typed, keys[i].letter) && (c == U'…' || (start && value_digits_only(f))))
                sign = keys[i].sign;
        start = start && (sign || strchr("<>=! ", (int)*typed));
        buf_addn(&b, sign ? sign : typed, sign ? strlen(sign) : n);
        typed += n;
    }
    char *all = buf_take(&b), *clean = utf8_clean(all, false);
    free(all);
    return clean;
}

static size_t sign_of(const char *s, enum sign *sign, const char **shown)
{
    *sign = SIGN_NONE;
    *shown = "";
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (!str_starts(s, signs[i].typed))
            continue;
        size_t n = strlen(signs[i].typed);
        *sign = signs[i].sign;
        *shown = signs[i].shown;
        return n + strspn(s + n, " ");
    }
    return 0;
}

/* Is a digit of this text typed on the Kazakh number row? Its full stop is 7, then. */
static bool on_number_row(const struct field *f, const char *s)
{
    uint32_t c;
    if (!value_digits_only(f))
        return false;
    for (size_t n; (n = utf8_next(s, &c)); s += n) {
        unsigned digit = value_salvage_digit(c);
        if (c != ',' && c != '.' && digit >= '0' && digit <= '9' && digit != c)
            return true;
    }
    return false;
}

/* Where ".." stands and how long it is; NULL: nowhere. */
static const char *range_in(const struct field *f, const char *s, size_t *bytes)
{
    bool row = on_number_row(f, s);
    for (const char *p = strstr(s, ".."); p; p = strstr(p + *bytes, "..")) {
        *bytes = strspn(p, ".");
        if (!row || (p > s && p[-1] == ' ') || p[*bytes] == ' ')
            return p;
    }
    return NULL;
}

static char *show_value(const struct reading *r, const char *value)
{
    return str_empty(value) ? xstrdup("") : value_show(r->f, value, r->w);
}

/* What would be taken for a sign, or a part of one, is kept apart from it. */
char *criterion_text(const struct reading *r, const char *value)
{
    enum sign sign;
    const char *ignored;
    if (r->sign == SIGN_EQUAL)
        return xasprintf("%s%s", sign_of(value, &sign, &ignored) ? "=" : "", value);
    return xasprintf("%s%s%s", r->shown_sign, *value && strchr("<>=", *value) ? " " : "", value);
}

/* --- criteria ----------------------------------------------------------------------------------
 */

/* Of a date column: the first or the last day of what was typed; else the value itself. */
static char *bound(const struct reading *r, const char *value, bool last)
{
    day from, to;
    char iso[11];
    if (r->f->type != FIELD_DATE || !value_days(value, &from, &to))
        return xstrdup(value);
    day_iso(last ? to : from, iso);
    return xstrdup(iso);
}

static bool read_plain(struct reading *r, const char *s)
{
    static const char *const ops[] = {
        [SIGN_NONE] = "eq", [SIGN_EQUAL] = "eq", [SIGN_NOT] = "ne", [SIGN_GT] = "gt",
        [SIGN_GE] = "ge",   [SIGN_LT] = "lt",    [SIGN_LE] = "le"};
    struct criterion *c = r->c;
    char *value;
    if (criterion_compared(r) && (criterion_is_listed(r->f) || r->f->type == FIELD_PHONE))
        return criterion_refuse_sign(r, r->shown_sign);
    if (!criterion_value(r, s, &value))
        return false;
    c->op = ops[r->sign];
    c->value[0] = bound(r, value, r->sign == SIGN_GT || r->sign == SIGN_LE);
    if (r->f->type == FIELD_DATE && !criterion_compared(r) && strlen(value) < 10) {
        c->op = r->sign == SIGN_NOT ? "outside" : "between";
        c->value[1] = bound(r, value, true);
    }
    c->coded = criterion_is_listed(r->f);
    c->sign = r->shown_sign;
    char *shown = show_value(r, value);
    c->text = criterion_text(r, shown);
    free(shown);
    free(value);
    return true;
}

/* False only if it is certain: texts are ordered by the server. */
static bool in_order(const struct reading *r, const char *a, const char *b)
{
    day from, to, ignored;
    if (criterion_is_date(r->f) && value_days(a, &from, &ignored) && value_days(b, &ignored, &to))
        return from <= to;
    return !criterion_is_number(r->f) || strtod(a, NULL) <= strtod(b, NULL);
}

/* May these be the ends of a range? The full stops of a text would run into it. */
static bool good_ends(const struct field *f, const char *from, const char *to)
{
    bool stop = (*from && from[strlen(from) - 1] == '.') || strstr(to, "..") || *to == '.';
    return !(stop && !value_digits_only(f)) && !strchr(from, '*') && !strchr(to, '*');
}

static bool read_range(struct reading *r, const char *s, const char *dots, size_t bytes)
{
    struct criterion *c = r->c;
    char *value[2] = {NULL, NULL}, *typed[2], *part = xcalloc((size_t)(dots - s) + 1, 1);
    memcpy(part, s, (size_t)(dots - s));
    typed[0] = utf8_clean(part, false);
    typed[1] = utf8_clean(dots + bytes, false);
    free(part);
    enum sign sign = r->sign;
    bool negated = sign == SIGN_NOT, ok = !criterion_compared(r) && !criterion_is_listed(r->f);
    if (!ok || r->f->type == FIELD_PHONE || !good_ends(r->f, typed[0], typed[1]))
        ok = criterion_refuse_sign(r, "..");
    else if (!*typed[0] && !*typed[1])
        ok = criterion_refuse_nothing(r, "..");
    r->sign = SIGN_GE; /* a part of an IIN will do */
    for (int i = 0; i < 2 && ok; i++)
        ok = !*typed[i] || criterion_value(r, typed[i], &value[i]);
    if (ok && value[0] && value[1] && !in_order(r, value[0], value[1]))
        ok = value_refuse(r->err, MESSAGE_QUERY_RANGE, _("the range ends before it begins"),
                          _("type the smaller or earlier value first"));
    if (ok) {
        char *from = show_value(r, value[0]), *to = show_value(r, value[1]);
        c->op = !value[1]   ? negated ? "lt" : "ge"
                : !value[0] ? negated ? "gt" : "le"
                : negated   ? "outside"
                            : "between";
        c->value[0] = value[0] ? bound(r, value[0], false) : bound(r, value[1], true);
        c->value[1] = value[0] && value[1] ? bound(r, value[1], true) : NULL;
        char *range = xasprintf("%s..%s", from, to);
        r->sign = sign;
        c->text = criterion_text(r, range);
        free(range);
        free(from);
        free(to);
    }
    for (int i = 0; i < 2; i++) {
        free(typed[i]);
        free(value[i]);
    }
    return ok;
}

static bool read_all(struct reading *r, const char *s)
{
    struct criterion *c = r->c;
    const char *rest = s + sign_of(s, &r->sign, &r->shown_sign);
    size_t bytes;
    const char *dots = range_in(r->f, rest, &bytes);
    if (!*rest && r->sign == SIGN_EQUAL) {
        c->op = "empty";
        c->text = xstrdup("=");
    } else if (!*rest) {
        return criterion_refuse_nothing(r, r->shown_sign);
    } else if (dots) {
        return read_range(r, rest, dots, bytes);
    } else if (strchr(rest, '*')) {
        return criterion_pattern(r, rest);
    } else {
        return read_plain(r, rest);
    }
    return true;
}

bool criterion_read(const struct field *f, const char *typed, const char *parent,
                    const struct value_world *w, struct criterion *c, struct error *err)
{
    struct error unread = {.number = 0};
    struct reading r = {.f = f, .parent = parent, .w = w, .c = c, .err = err ? err : &unread};
    *c = (struct criterion){.op = NULL};
    if (typed && !utf8_valid(typed))
        return value_refuse(r.err, MESSAGE_NOT_TEXT, _("these are not the bytes of a text"),
                            _("type it anew"));
    char *s = with_signs(f, typed ? typed : "");
    bool ok = !*s || read_all(&r, s);
    free(s);
    if (!ok)
        criterion_done(c);
    return ok;
}

void criterion_done(struct criterion *c)
{
    for (char **code = c->codes; code && *code; code++)
        free(*code);
    free(c->codes);
    free(c->value[0]);
    free(c->value[1]);
    free(c->text);
    *c = (struct criterion){.op = NULL};
}

char *criterion_show(const struct field *f, const struct criterion *c, const struct value_world *w)
{
    if (!c->op)
        return xstrdup("");
    if (!c->coded)
        return xstrdup(c->text);
    char *word = value_show(f, c->value[0], w), *text = xasprintf("%s%s", c->sign, word);
    free(word);
    return text;
}

const char *criterion_code(const struct criterion *c)
{
    return c->coded && str_same(c->op, "eq") ? c->value[0] : NULL;
}

size_t criterion_sign(const struct field *f, const char *typed)
{
    enum sign sign;
    const char *shown;
    size_t bytes, n = sign_of(typed, &sign, &shown);
    const char *dots = range_in(f, typed, &bytes);
    return dots && !criterion_is_listed(f) ? (size_t)(dots - typed) + bytes : n;
}
