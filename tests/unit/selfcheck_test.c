/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/i18n.h"
#include "common/selfcheck.h"
#include "common/util.h"

static void a_field_must_fit_its_column(void **state)
{
    (void)state;
    static const struct {
        struct field field;
        struct column column;
        const char *why; /* part of it, NULL: fits */
    } cases[] = {
        {{.type = FIELD_TEXT}, {.type = "words", .base = "text"}, NULL},
        {{.type = FIELD_TEXT}, {.type = "", .base = ""}, "no such column"},
        {{.type = FIELD_TEXT}, {.type = "int4", .base = "integer"}, "another type"},
        {{.type = FIELD_IIN}, {.type = "iin", .base = "text"}, NULL},
        {{.type = FIELD_IIN}, {.type = "text", .base = "text"}, "another type"},
        {{.type = FIELD_PARTIAL}, {.type = "date", .base = "date"}, "another type"},
        {{.type = FIELD_MONEY}, {.type = "money_kzt", .base = "numeric(14,2)"}, NULL},
        {{.type = FIELD_MONEY}, {.type = "numeric", .base = "numeric(6,1)"}, "another type"},
        {{.type = FIELD_INT}, {.type = "int2", .base = "smallint"}, NULL},
        {{.type = FIELD_DATE, .flags = FIELD_REQUIRED},
         {.type = "date", .base = "date", .not_null = true},
         NULL},
        {{.type = FIELD_DATE, .flags = FIELD_REQUIRED},
         {.type = "date", .base = "date"},
         "may be empty"},
        {{.type = FIELD_DATE, .flags = FIELD_REQUIRED, .when = {"x", "y"}},
         {.type = "date", .base = "date"},
         NULL},
        {{.type = FIELD_DATE},
         {.type = "date", .base = "date", .not_null = true},
         "the column may not"},
        {{.type = FIELD_DATE},
         {.type = "date", .base = "date", .not_null = true, .filled = true},
         NULL},
        {{.type = FIELD_BOOL}, {.type = "bool", .base = "boolean", .not_null = true}, NULL},
        {{.type = FIELD_INT, .flags = FIELD_AUTO},
         {.type = "int4", .base = "integer", .not_null = true},
         NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *why = selfcheck_field(&cases[i].field, &cases[i].column);
        if (!cases[i].why ? why != NULL : !why || !strstr(why, cases[i].why))
            fail_msg("case %zu: %s", i, why ? why : "fits");
    }
}

struct seen {
    int lines, failed, columns;
};

static void count(void *ctx, const char *line)
{
    struct seen *seen = ctx;
    seen->lines++;
    seen->failed += str_starts(line, "FAIL\t");
    seen->columns += str_starts(line, "ok\tcard.") || str_starts(line, "ok\tvisit.");
    if (str_starts(line, "FAIL\t"))
        print_message("# %s\n", line);
}

static void the_form_fits_the_database(void **state)
{
    (void)state;
    struct config c = {.conninfo = xstrdup(getenv("MANSAP_TEST_DSN")),
                       .terminal = xstrdup("local")};
    assert_non_null(c.conninfo);
    struct seen seen = {0};
    int failed = selfcheck_run(&c, count, &seen);
    assert_int_equal(failed, 0);
    assert_int_equal(seen.failed, 0);
    assert_true(seen.columns > 20);
    assert_true(seen.lines > 100);
    config_done(&c);
}

static void no_server_is_one_failed_check(void **state)
{
    (void)state;
    struct config c = {.conninfo = xstrdup("host=/nonexistent"), .terminal = xstrdup("local")};
    struct seen seen = {0};
    assert_int_equal(selfcheck_run(&c, count, &seen), 1);
    assert_int_equal(seen.lines, 2);
    config_done(&c);
}

int main(void)
{
    i18n_init();
    i18n_set(LANG_EN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_must_fit_its_column),
        cmocka_unit_test(the_form_fits_the_database),
        cmocka_unit_test(no_server_is_one_failed_check),
    };
    return cmocka_run_group_tests_name("selfcheck", tests, NULL, NULL);
}
