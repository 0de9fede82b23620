/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/person_text.h"

#include <stdlib.h>
#include <string.h>

#include "common/iin.h"
#include "common/utf8.h"
#include "common/util.h"

enum { IIN_LENGTH = 12, DATE_DIGITS = 6 };

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Only keys of the number row, and one among them that no date has: then comma and full stop are
   digits, too (K-11). A name has none of such texts. */
static bool number_row_only(const char *s)
{
    bool sure = false;
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)) > 0; s += n) {
        if (c == ' ')
            continue;
        if (!is_digit(value_salvage_digit(c)))
            return false;
        sure |= !is_digit(c) && c != ',' && c != '.';
    }
    return sure;
}

static char *salvage(const char *s)
{
    struct buf b = {0};
    char out[5];
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)) > 0; s += n)
        if (c != ' ')
            buf_addn(&b, out, utf8_put(out, value_salvage_digit(c)));
    return buf_take(&b);
}

/* An IIN read out in groups: digits and blanks only. */
static void close_up(char *s)
{
    if (strspn(s, "0123456789 ") != strlen(s))
        return;
    char *to = s;
    for (; *s; s++)
        if (*s != ' ')
            *to++ = *s;
    *to = '\0';
}

/* Day, month and year: all digits, or three parts. value_read would fill in a year that is not
   there. */
static bool whole_date(const char *word)
{
    int digits = 0, parts = 0;
    bool in_part = false;
    for (const char *p = word; *p; p++) {
        bool digit = is_digit((unsigned char)*p);
        digits += digit;
        parts += digit && !in_part;
        in_part = digit;
    }
    return strspn(word, "0123456789.-/") == strlen(word) && (digits >= DATE_DIGITS || parts == 3);
}

static char *date_of(const char *word, const struct value_world *w)
{
    static const struct field birth = {
        .name = "birth_date", .type = FIELD_DATE, .flags = FIELD_PAST};
    char *iso = NULL, notice[160] = "";
    struct error err = {0};
    if (!whole_date(word) || !value_read(&birth, word, w, &iso, notice, &err))
        return NULL;
    return iso;
}

static bool has_letter(const char *word)
{
    uint32_t c;
    for (size_t n; (n = utf8_next(word, &c)) > 0; word += n)
        if (utf8_lower(c) != utf8_upper(c))
            return true;
    return false;
}

/* As names are written: whoever searches does not bother with capitals. */
static char *capitalised(const char *word)
{
    struct buf b = {0};
    char out[5];
    bool first = true;
    uint32_t c;
    for (size_t n; (n = utf8_next(word, &c)) > 0; word += n) {
        buf_addn(&b, out, utf8_put(out, first ? utf8_upper(c) : c));
        first = c == '-';
    }
    return buf_take(&b);
}

static void take_name(struct person_text *p, const char *word)
{
    char *now = capitalised(word);
    if (!p->surname) {
        p->surname = now;
        return;
    }
    char *name = p->name ? xasprintf("%s %s", p->name, now) : xstrdup(now);
    free(now);
    free(p->name);
    p->name = name;
}

static void take_word(struct person_text *p, const char *word, const struct value_world *w)
{
    if (strlen(word) == IIN_LENGTH && strspn(word, "0123456789") == IIN_LENGTH) {
        str_set(&p->iin, word);
        p->iin_wrong = !iin_valid(word);
    } else if (has_letter(word)) {
        take_name(p, word);
    } else if (!p->birth_date) {
        p->birth_date = date_of(word, w);
    }
}

void person_text_read(struct person_text *p, const char *typed, const struct value_world *w)
{
    *p = (struct person_text){.text = utf8_clean(typed ? typed : "", false)};
    if (number_row_only(p->text)) {
        char *digits = salvage(p->text);
        free(p->text);
        p->text = digits;
        p->salvaged = true;
    }
    close_up(p->text);
    char *rest = NULL, *copy = xstrdup(p->text);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        take_word(p, word, w);
    free(copy);
}

void person_text_done(struct person_text *p)
{
    free(p->text);
    free(p->iin);
    free(p->surname);
    free(p->name);
    free(p->birth_date);
    *p = (struct person_text){0};
}

bool person_text_tells(const struct person_text *p)
{
    return (p->iin && !p->iin_wrong) || (!p->iin && (p->surname || p->birth_date));
}

const char *person_text_ask(const struct person_text *p)
{
    bool date_only = p->birth_date && !p->surname && !p->iin && strpbrk(p->text, ".-/");
    return date_only ? p->birth_date : p->text;
}
