/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/formlist.h"
#include "common/i18n.h"
#include "common/util.h"

static const struct field fields[] = {
    {.name = "a", .caption = "бірінші", .type = FIELD_TEXT, .flags = FIELD_REQUIRED},
    {.name = "b",
     .caption = "екінші\nжол",
     .type = FIELD_DATE,
     .when = {"a", NULL},
     .flags = FIELD_REQUIRED},
    {.name = "c", .caption = "үшінші", .type = FIELD_ENUM, .required = {"a", "x|y"}},
    {.name = "d", .caption = "төртінші", .type = FIELD_MONEY, .flags = FIELD_UNPRINTED},
    {.name = "e", .caption = "бесінші", .type = FIELD_PARTIAL, .group = "placement"},
    {.name = NULL},
};
static const struct section heading = {.name = "h", .caption = "Тақырып", .kind = SECTION_HEADING};
static const struct section section = {
    .name = "s", .caption = "Бөлім", .table = "t", .fields = fields};
static const struct entry entries[] = {{"7", &heading}, {"7.1", &section}, {NULL, NULL}};
static const struct edition edition = {.id = "x", .entries = entries};

static void each_field_is_one_line_of_seven_columns(void **state)
{
    (void)state;
    char *text = formlist_text(&edition);
    assert_string_equal(text, "7.1\tt\ta\ttext\tyes\tyes\tбірінші\n"
                              "7.1\tt\tb\tdate\tcond\tyes\tекінші жол\n"
                              "7.1\tt\tc\tenum\tcond\tyes\tүшінші\n"
                              "7.1\tt\td\tmoney\topt\tno\tтөртінші\n"
                              "7.1\tt\te\tpartial\tcond\tyes\tбесінші\n");
    free(text);
}

static void every_field_of_every_edition_is_listed(void **state)
{
    (void)state;
    for (const struct edition *const *e = editions; *e; e++) {
        char *text = formlist_text(*e);
        size_t lines = 0, wanted = 0, tabs = 0;
        for (const char *p = text; *p; p++) {
            lines += *p == '\n';
            tabs += *p == '\t';
        }
        for (const struct entry *entry = (*e)->entries; entry->number; entry++)
            for (const struct field *f = entry->section->table ? entry->section->fields : NULL;
                 f && f->name; f++)
                wanted++;
        assert_true(wanted > 100);
        assert_int_equal(lines, wanted);
        assert_int_equal(tabs, wanted * 6);
        free(text);
    }
}

static void every_type_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int a = FIELD_TEXT; a <= FIELD_EMAIL; a++) {
        assert_non_null(formlist_type((enum field_type)a));
        for (int b = FIELD_TEXT; b < a; b++)
            assert_string_not_equal(formlist_type((enum field_type)a),
                                    formlist_type((enum field_type)b));
    }
}

int main(void)
{
    i18n_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_field_is_one_line_of_seven_columns),
        cmocka_unit_test(every_field_of_every_edition_is_listed),
        cmocka_unit_test(every_type_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests_name("formlist", tests, NULL, NULL);
}
