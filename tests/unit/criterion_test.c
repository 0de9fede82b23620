/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a field of a query, and what the server is asked. Wednesday 18.11.2026. */
#include "common/criterion.h"

#include "common/dict.h"
#include "common/message.h"
#include "tests/unit/definitions.h"

static struct dict_set *dicts;

static struct value_world world(void)
{
    return (struct value_world){.today = day_from(2026, 11, 18), .dicts = dicts};
}

static int make_dicts(void **state)
{
    (void)state;
    static const struct dict_word words[] = {
        {.code = "KZ", .kk = "Қазақстан", .ru = "Казахстан"},
        {.code = "KG", .kk = "Қырғызстан", .ru = "Кыргызстан"},
        {.code = "SU", .kk = "КСРО", .ru = "СССР", .valid_to = "1991-12-26"},
    };
    dicts = dict_set_new();
    for (size_t i = 0; i < COUNT(words); i++)
        dict_add(dicts, "country", &words[i]);
    return 0;
}

static int free_dicts(void **state)
{
    (void)state;
    dict_set_free(dicts);
    return 0;
}

static const struct choice edu_list[] = {{"university", "жоғары оқу орны"},
                                         {"college", "колледж"},
                                         {"school", "жалпы білім беретін мектеп"},
                                         {NULL, NULL}};
static const struct choices edu = {"edu", edu_list};

static const struct field date = {.name = "d", .type = FIELD_DATE, .flags = FIELD_PAST};
static const struct field birth = {.name = "b", .type = FIELD_DATE, .flags = FIELD_FROM_IIN};
static const struct field partial = {.name = "p", .type = FIELD_PARTIAL};
static const struct field text = {.name = "t", .type = FIELD_TEXT, .max = 20, .flags = FIELD_NAME};
static const struct field iin = {.name = "i", .type = FIELD_IIN};
static const struct field phone = {.name = "f", .type = FIELD_PHONE};
static const struct field money = {.name = "m", .type = FIELD_MONEY, .max = 500000};
static const struct field whole = {.name = "n", .type = FIELD_INT};
static const struct field choice = {.name = "e", .type = FIELD_ENUM, .choices = &edu};
static const struct field country = {.name = "c", .type = FIELD_DICT, .dict = "country"};
static const struct field yes = {.name = "y", .type = FIELD_BOOL};
static const struct field mail = {.name = "a", .type = FIELD_EMAIL};

/* The criterion in one line: op, values, codes. */
static char *told(const struct criterion *c)
{
    struct buf b = {0};
    buf_add(&b, c->op ? c->op : "nothing");
    for (int i = 0; i < 2; i++)
        if (c->value[i])
            buf_addf(&b, " %s", c->value[i]);
    for (char **code = c->codes; code && *code; code++)
        buf_addf(&b, " %s", *code);
    return buf_take(&b);
}

struct row {
    const struct field *f;
    const char *typed, *told, *shown;
};

static const struct row rows[] = {
    {&text, "", "nothing", ""},
    {&text, "   ", "nothing", ""},
    {&text, "Оспанов", "eq Оспанов", "Оспанов"},
    {&text, "=Оспанов", "eq Оспанов", "Оспанов"},
    {&text, "==x", "eq =x", "==x"},
    {&text, "Оспaнов", "eq Оспанов", "Оспанов"}, /* K-12 */
    {&text, "Осп*", "like Осп*", "Осп*"},
    {&text, " *спан* ", "like *спан*", "*спан*"},
    {&text, "О*ов", "like О*ов", "О*ов"},
    {&text, "*", "filled", "*"},
    {&text, "**", "filled", "*"},
    {&text, "=", "empty", "="},
    {&text, "!*", "empty", "="},
    {&text, "!Оспанов", "ne Оспанов", "!Оспанов"},
    {&text, "<>Оспанов", "ne Оспанов", "!Оспанов"},
    {&text, "!= Оспанов", "ne Оспанов", "!Оспанов"},
    {&text, "!*ов", "unlike *ов", "!*ов"},
    {&text, "а..к", "between а к", "а..к"},
    {&text, "а…к", "between а к", "а..к"},
    {&text, "а...к", "between а к", "а..к"},
    {&text, "!а..к", "outside а к", "!а..к"},
    {&text, ">К", "gt К", ">К"},
    {&text, "Ю", "eq Ю", "Ю"},
    {&text, "Ы. 2", "eq Ы. 2", "Ы. 2"}, /* no name's rules */

    {&date, "01.09.2026", "eq 2026-09-01", "01.09.2026"},
    {&date, ">01.09.2026", "gt 2026-09-01", ">01.09.2026"},
    {&date, "> 01092026", "gt 2026-09-01", ">01.09.2026"},
    {&date, "2026", "between 2026-01-01 2026-12-31", "2026"},
    {&date, "03.2026", "between 2026-03-01 2026-03-31", "03.2026"},
    {&date, "!03.2026", "outside 2026-03-01 2026-03-31", "!03.2026"},
    {&date, ">2025", "gt 2025-12-31", ">2025"},
    {&date, ">=2025", "ge 2025-01-01", ">=2025"},
    {&date, "<2025", "lt 2025-01-01", "<2025"},
    {&date, "<=2025", "le 2025-12-31", "<=2025"},
    {&date, "2024..03.2026", "between 2024-01-01 2026-03-31", "2024..03.2026"},
    {&date, "01.09.2026..", "ge 2026-09-01", "01.09.2026.."},
    {&date, "..2025", "le 2025-12-31", "..2025"},
    {&date, "!..2025", "gt 2025-12-31", "!..2025"},
    {&date, "-7..", "ge 2026-11-11", "11.11.2026.."},
    {&date, "..=", "le 2026-11-18", "..18.11.2026"},
    {&date, "<+0", "lt 2026-11-18", "<18.11.2026"},
    {&date, "<+7", "lt 2026-11-25", "<25.11.2026"}, /* not held to the past */
    {&date, "20.12", "eq 2025-12-20", "20.12.2025"},
    {&date, "*.03.*", "like *.03.*", "*.03.*"},
    {&date, "*", "filled", "*"},
    {&date, "=", "empty", "="},
    {&birth, "15.05.90", "eq 1990-05-15", "15.05.1990"},
    {&birth, "1985..1990", "between 1985-01-01 1990-12-31", "1985..1990"},
    /* K-11: the Kazakh number row, and the keys of the signs */
    {&date, "Ю01.09.2026", "gt 2026-09-01", ">01.09.2026"},
    {&date, "бһ2025", "le 2025-12-31", "<=2025"},
    {&date, "һ", "empty", "="},
    {&date, "Юәқә,", "gt 2026-12-31", ">2026"},
    {&date, "қ\".\"ә..әққү", "eq", NULL},
    {&date, "әққү .. әққұ", "between 2008-01-01 2009-12-31", "2008..2009"},
    {&date, "әққ. ..", "ge 2007-01-01", "2007.."},
    {&date, "\"ұ..", "between 1977-01-01 1977-12-31", "1977"},

    {&partial, "2005", "eq 2005", "2005"},
    {&partial, "09.2005", "eq 2005-09", "09.2005"},
    {&partial, ">2005", "gt 2005", ">2005"},
    {&partial, "2005..09.2006", "between 2005 2006-09", "2005..09.2006"},

    {&iin, "801223400108", "eq 801223400108", "801223400108"},
    {&iin, "8012*", "like 8012*", "8012*"},
    {&iin, "*0108", "like *0108", "*0108"},
    {&iin, "үқ\"ә*", "like 8012*", "8012*"},
    {&iin, "80..85", "between 80 85", "80..85"},
    {&iin, ">=80", "ge 80", ">=80"},
    {&phone, "87011234567", "eq +77011234567", "+77011234567"},
    {&phone, "8701*", "like +7701*", "+7701*"},
    {&phone, "*4567", "like *4567", "*4567"},
    {&money, ">150000", "gt 150000.00", ">150 000"},
    {&money, ">=600000", "ge 600000.00", ">=600 000"}, /* the field's own limit is no limit */
    {&money, "1000..2000,5", "between 1000.00 2000.50", "1 000..2 000,50"},
    {&money, "*5", "like *5", "*5"},
    {&whole, "<3", "lt 3", "<3"},
    {&whole, "3", "eq 3", "3"},

    {&choice, "жоғары", "eq university", "жоғары оқу орны"},
    {&choice, "college", "eq college", "колледж"},
    {&choice, "!мектеп", NULL, NULL},
    {&choice, "*мектеп*", "any school", "*мектеп*"},
    {&choice, "!ко*", "none college", "!ко*"},
    {&choice, "*", "filled", "*"},
    {&country, "KZ", "eq KZ", "Қазақстан"},
    {&country, "казах", "eq KZ", "Қазақстан"},
    {&country, "*стан", "any KZ KG", "*стан"},
    {&country, "ксро", "eq SU", "КСРО"}, /* in old cards */
    {&country, "!KZ", "ne KZ", "!Қазақстан"},
    {&country, "=", "empty", "="},
    {&yes, "иә", "eq t", "yes"},
    {&yes, "!иә", "ne t", "!yes"},
    {&yes, "=", "empty", "="},
    {&mail, "*@mail.kz", "like *@mail.kz", "*@mail.kz"},
    {&mail, "Ab", "eq Ab", "Ab"},
};

static void typed_texts_become_criteria(void **state)
{
    (void)state;
    struct value_world w = world();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        struct criterion c;
        struct error err = {.what = ""};
        if (!r->shown) {
            if (criterion_read(r->f, r->typed, NULL, &w, &c, &err))
                fail_msg("\"%s\" was taken", r->typed);
            assert_null(c.op);
            assert_true(*err.what && *err.remedy && err.number);
            continue;
        }
        if (!criterion_read(r->f, r->typed, NULL, &w, &c, &err))
            fail_msg("\"%s\": %s", r->typed, err.what);
        char *is = told(&c), *shown = criterion_show(r->f, &c, &w);
        if (strcmp(is, r->told) != 0 || strcmp(shown, r->shown) != 0)
            fail_msg("\"%s\": \"%s\" shown as \"%s\"", r->typed, is, shown);
        free(is);
        free(shown);
        criterion_done(&c);
    }
}

static void what_cannot_be_is_refused_with_a_remedy(void **state)
{
    (void)state;
    static const struct {
        const struct field *f;
        const char *typed;
        int number;
    } bad[] = {
        {&text, ">", MESSAGE_QUERY_NOTHING},        {&text, "..", MESSAGE_QUERY_NOTHING},
        {&text, "!", MESSAGE_QUERY_NOTHING},        {&text, "<>", MESSAGE_QUERY_NOTHING},
        {&text, ">К*", MESSAGE_QUERY_SIGN},         {&text, ">а..к", MESSAGE_QUERY_SIGN},
        {&text, "а*..к", MESSAGE_QUERY_SIGN},       {&text, "\xff", MESSAGE_NOT_TEXT},
        {&date, ">", MESSAGE_QUERY_NOTHING},        {&date, "32.01.2026", MESSAGE_NO_SUCH_DAY},
        {&date, "завтра", MESSAGE_PARTIAL_UNCLEAR}, {&date, "2026..2025", MESSAGE_QUERY_RANGE},
        {&date, "*март*", MESSAGE_QUERY_SIGN},      {&iin, "801223400109", MESSAGE_IIN_CHECK},
        {&iin, "8012", MESSAGE_IIN_LENGTH},         {&phone, ">87011234567", MESSAGE_QUERY_SIGN},
        {&money, "5..1", MESSAGE_QUERY_RANGE},      {&money, ">много", MESSAGE_NOT_MONEY},
        {&choice, ">колледж", MESSAGE_QUERY_SIGN},  {&choice, "а..к", MESSAGE_QUERY_SIGN},
        {&choice, "ббб*", MESSAGE_WORD_UNKNOWN},    {&country, "ббб", MESSAGE_WORD_UNKNOWN},
        {&country, "қ", MESSAGE_WORD_MANY},         {&yes, "иә*", MESSAGE_QUERY_SIGN},
        {&yes, "мүмкін", MESSAGE_YES_NO},
    };
    struct value_world w = world();
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct criterion c;
        struct error err = {.what = ""};
        if (criterion_read(bad[i].f, bad[i].typed, NULL, &w, &c, &err))
            fail_msg("\"%s\" was taken as %s", bad[i].typed, c.op ? c.op : "nothing");
        if (err.number != bad[i].number)
            fail_msg("\"%s\": %d %s", bad[i].typed, err.number, err.what);
        assert_true(*err.what && *err.remedy);
        assert_non_null(message_find(err.number));
        assert_true(!c.op && !c.text && !c.value[0] && !c.codes);
    }
}

static void a_value_is_put_behind_the_sign(void **state)
{
    (void)state;
    assert_int_equal(criterion_sign(&date, ">= 01.09"), 3);
    assert_int_equal(criterion_sign(&date, "01.09.2026.."), 12);
    assert_int_equal(criterion_sign(&date, "01.09.2026..02.09.2026"), 12);
    assert_int_equal(criterion_sign(&choice, "!кол"), 1);
    assert_int_equal(criterion_sign(&text, "кол"), 0);
}

/* Signs, stars, dots, digits of three layouts and letters in any order, into every type of field:
   refused with a reason, or taken; and what then stands in the field means the same. */
static void any_text_is_taken_or_refused(void **state)
{
    (void)state;
    static const struct field *const fields[] = {&date,  &birth, &partial, &text,    &iin, &phone,
                                                 &money, &whole, &choice,  &country, &yes, &mail};
    static const char *const pieces[] = {
        ">", "<",  "=",    "!",      "..", "*",  ".",          " ", "1", "20",
        "9", "әқ", "\"",   "ү",      "-",  "+7", "Ю",          "б", "һ", ",",
        "а", "Қа", "2026", "мектеп", "@",  "…",  "01.09.2026", "%", "\\"};
    struct value_world w = world();
    unsigned seed = 2026;
    int taken = 0;
    for (int n = 0; n < 60000; n++) {
        const struct field *f = fields[n % (int)COUNT(fields)];
        struct buf b = {0};
        struct criterion c, again;
        struct error err = {.what = ""};
        seed = seed * 1664525u + 1013904223u;
        for (unsigned k = 0, len = 1 + (seed >> 16) % 5; k < len; k++) {
            seed = seed * 1664525u + 1013904223u;
            buf_add(&b, pieces[(seed >> 16) % COUNT(pieces)]);
        }
        if (!criterion_read(f, b.s, NULL, &w, &c, &err)) {
            if (!*err.what || !err.number)
                fail_msg("%s \"%s\": refused without a word", f->name, b.s);
        } else if (c.op) {
            char *shown = criterion_show(f, &c, &w), *is = told(&c), *then;
            if (!criterion_read(f, shown, NULL, &w, &again, &err))
                fail_msg("%s \"%s\": shown as \"%s\": %s", f->name, b.s, shown, err.what);
            then = told(&again);
            if (strcmp(is, then) != 0)
                fail_msg("%s \"%s\": %s, but \"%s\": %s", f->name, b.s, is, shown, then);
            taken++;
            free(shown);
            free(is);
            free(then);
            criterion_done(&c);
            criterion_done(&again);
        }
        buf_done(&b);
    }
    assert_true(taken > 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-7] [K-11] typed texts become criteria", typed_texts_become_criteria, NULL, NULL, NULL},
        {"what cannot be is refused with a remedy", what_cannot_be_is_refused_with_a_remedy, NULL,
         NULL, NULL},
        {"a value is put behind the sign", a_value_is_put_behind_the_sign, NULL, NULL, NULL},
        {"any text is taken or refused, and means the same as shown", any_text_is_taken_or_refused,
         NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("criterion", tests, make_dicts, free_dicts);
}
