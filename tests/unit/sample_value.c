/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/sample_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/dict.h"
#include "common/utf8.h"
#include "common/util.h"

enum { DAYS_AHEAD = 700, TEXT_USUAL = 60 };

void sample_seed(struct sample *s, unsigned seed, const struct value_world *w)
{
    *s = (struct sample){.state = seed, .world = w};
}

/* splitmix64 */
unsigned sample_below(struct sample *s, unsigned n)
{
    uint64_t z = s->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (unsigned)((z ^ z >> 31) % n);
}

static const char *pick(struct sample *s, const char *const *list, size_t n)
{
    return list[sample_below(s, (unsigned)n)];
}

static day between(struct sample *s, day first, day last)
{
    return first + (day)sample_below(s, (unsigned)(last - first + 1));
}

/* --- words --- */

/* Pieces that go wrong where text is quoted, cut or recoded on its way. */
static char *text(struct sample *s, int max, bool lines)
{
    static const char *const pieces[] = {
        "Қанат",   "Әлия", "ұя", "щётка", "Latin", "42", "№ 7", "\"", "'", "\\",  "\\n",
        "{a,b}",   "NULL", "$1", "%s",    ";--",   "«»", "–",   "ё",  "Ї", "Üß",  "😀",
        "e\u0301", "|",    "\t", "/*",    "1=1",   "t",  "(",   ")",  "&", "<b>", "0012"};
    int wanted = sample_below(s, 8) == 0 ? max : (int)sample_below(s, TEXT_USUAL) + 1;
    if (wanted > max)
        wanted = max;
    struct buf b = {0};
    for (int length = 0; length < wanted;) {
        const char *piece = pick(s, pieces, COUNT(pieces));
        const char *gap = !length ? "" : lines && sample_below(s, 5) == 0 ? "\n" : " ";
        int n = (int)(utf8_length(piece) + strlen(gap));
        if (length + n > wanted) {
            buf_add(&b, length ? "я" : "Я");
            length++;
            continue;
        }
        buf_addf(&b, "%s%s", gap, piece);
        length += n;
    }
    return buf_take(&b);
}

static char *name(struct sample *s, int max)
{
    static const char *const begin[] = {"Ах", "Сә", "Қа", "Нұр", "Ив",
                                        "Щу", "Бе", "Ёл", "Жү",  "О'"};
    static const char *const end[] = {"метов", "уле", "нат", "лан", "анова", "ұлы", "қызы", "ик"};
    struct buf b = {0};
    bool longest = sample_below(s, 10) == 0;
    int parts = longest ? max : 1 + (int)sample_below(s, 2);
    for (int i = 0; i < parts; i++) {
        const char *first = pick(s, begin, COUNT(begin)), *last = pick(s, end, COUNT(end));
        if ((int)(utf8_length(b.s ? b.s : "") + 1 + utf8_length(first) + utf8_length(last)) > max)
            break;
        buf_addf(&b, "%s%s%s", i ? (sample_below(s, 2) ? "-" : " ") : "", first, last);
    }
    while (longest && (int)utf8_length(b.s) < max)
        buf_add(&b, "а");
    return buf_take(&b);
}

/* --- numbers that name somebody --- */

/* Eleven digits and their check digit; NULL if they have none. */
static char *with_check_digit(const char *eleven)
{
    for (int d = 0; d < 10; d++) {
        char *code = xasprintf("%s%d", eleven, d);
        if (iin_valid(code))
            return code;
        free(code);
    }
    return NULL;
}

static char *iin(struct sample *s)
{
    for (;;) {
        char born[11];
        day_iso(between(s, day_from(1962, 1, 1), day_from(2009, 12, 31)), born);
        unsigned century = born[0] == '1' ? 3 : 5;
        char *eleven = xasprintf("%.2s%.2s%.2s%u%04u", born + 2, born + 5, born + 8,
                                 century + sample_below(s, 2), sample_below(s, 10000));
        char *code = with_check_digit(eleven);
        free(eleven);
        if (code)
            return code;
    }
}

static char *bin(struct sample *s)
{
    for (;;) {
        char *eleven = xasprintf("%06u%05u", sample_below(s, 1000000), sample_below(s, 100000));
        char *code = with_check_digit(eleven);
        free(eleven);
        if (code)
            return code;
    }
}

static char *phone(struct sample *s)
{
    static const char *const abroad[] = {"+998901234567", "+4930123456", "+12025550123"};
    if (sample_below(s, 4) == 0)
        return xstrdup(pick(s, abroad, COUNT(abroad)));
    return xasprintf("+77%02u%07u", sample_below(s, 100), sample_below(s, 10000000));
}

static char *email(struct sample *s)
{
    static const char *const hosts[] = {"example.kz", "mail.example.org", "xn--80aswg.xn--p1ai"};
    return xasprintf("a.b+%u@%s", sample_below(s, 1000000), pick(s, hosts, COUNT(hosts)));
}

/* --- dates --- */

static day a_day(struct sample *s, const struct record *r, const struct field *f)
{
    day first = day_from(2001, 1, 1), above, last;
    day end = f->flags & FIELD_PAST ? s->world->today : s->world->today + DAYS_AHEAD;
    if (f->not_before && value_days(record_get(r, f->not_before), &above, &last) && above > first)
        first = above;
    if (end < first)
        end = first;
    /* bounds are where mistakes are */
    switch (sample_below(s, 8)) {
    case 0:
        return first;
    case 1:
        return end;
    }
    return between(s, first, end);
}

static char *date(struct sample *s, const struct record *r, const struct field *f)
{
    static const int precision[] = {4, 7, 10};
    char iso[11];
    day_iso(a_day(s, r, f), iso);
    int n = f->type == FIELD_PARTIAL ? precision[sample_below(s, COUNT(precision))] : 10;
    return xasprintf("%.*s", n, iso);
}

/* --- lists --- */

static char *code(struct sample *s, const struct field *f)
{
    unsigned n = 0;
    while (f->choices->list[n].code)
        n++;
    return xstrdup(f->choices->list[sample_below(s, n)].code);
}

static char *word(struct sample *s, const struct record *r, const struct field *f)
{
    const char *parent = f->parent ? record_get(r, f->parent) : NULL;
    if (f->parent && !parent)
        return NULL;
    char today[11];
    day_iso(s->world->today, today);
    size_t count, fits = 0;
    const struct dict_word *const *words = dict_words(s->world->dicts, f->dict, &count);
    for (size_t i = 0; i < count; i++)
        fits += dict_choosable(words[i], parent, today);
    if (!fits)
        fail_msg("dictionary %s has no word under %s", f->dict, parent ? parent : "nothing");
    size_t wanted = sample_below(s, (unsigned)fits);
    for (size_t i = 0; i < count; i++)
        if (dict_choosable(words[i], parent, today) && wanted-- == 0)
            return xstrdup(words[i]->code);
    return NULL;
}

char *sample_value(struct sample *s, const struct record *r, int field)
{
    const struct field *f = &r->section->fields[field];
    switch (f->type) {
    case FIELD_TEXT:
        return f->flags & FIELD_NAME ? name(s, f->max) : text(s, f->max, false);
    case FIELD_LONG:
        return text(s, f->max, true);
    case FIELD_DATE:
    case FIELD_PARTIAL:
        return date(s, r, f);
    case FIELD_MONEY:
        if (sample_below(s, 8) == 0)
            return xstrdup("999999999999.99");
        return xasprintf("%u.%02u", sample_below(s, 100000000), sample_below(s, 100));
    case FIELD_INT:
        return xasprintf("%u", sample_below(s, f->max ? (unsigned)f->max + 1 : 1000000));
    case FIELD_DECIMAL:
        return xasprintf("%u.%u", sample_below(s, 100000), sample_below(s, 10));
    case FIELD_ENUM:
        return code(s, f);
    case FIELD_DICT:
        return word(s, r, f);
    case FIELD_BOOL:
        return xstrdup(sample_below(s, 2) ? "t" : "f");
    case FIELD_IIN:
        return iin(s);
    case FIELD_BIN:
        return bin(s);
    case FIELD_PHONE:
        return phone(s);
    case FIELD_EMAIL:
        return email(s);
    }
    return NULL;
}

/* --- records --- */

/* F-14: an earlier field of the group was left empty, so this one is. */
static bool group_left_empty(const struct record *r, int field)
{
    const char *group = r->section->fields[field].group;
    for (int i = 0; group && i < field; i++)
        if (str_same(r->section->fields[i].group, group) && !r->value[i])
            return true;
    return false;
}

static void fill(struct sample *s, struct record *r, int field, unsigned percent)
{
    bool wanted = record_required(r, field) ||
                  (sample_below(s, 100) < percent && !group_left_empty(r, field));
    char *value = record_applies(r, field) && wanted ? sample_value(s, r, field) : NULL;
    record_set(r, field, value);
    free(value);
    if (r->section->fields[field].type == FIELD_IIN)
        record_settle(r, field);
}

void sample_fill(struct sample *s, struct record *r, const bool *fixed, unsigned percent)
{
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if (!(fixed && fixed[i]) && !(f->flags & (FIELD_AUTO | FIELD_FROM_IIN)))
            fill(s, r, i, percent);
    }
}
