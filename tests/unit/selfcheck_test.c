/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include <unistd.h>

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

struct wanted {
    const char *part;
    int lines;
};

static void look(void *ctx, const char *line)
{
    struct wanted *wanted = ctx;
    wanted->lines += str_starts(line, "FAIL\tschema version") && strstr(line, wanted->part);
}

/* How often the self-check says that part of a schema of another version. */
static int told_of_version(const char *version, const char *part)
{
    struct db *admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    struct wanted wanted = {.part = part};
    struct config c = {.conninfo = xstrdup(getenv("MANSAP_TEST_DSN")),
                       .terminal = xstrdup("local")};
    char *present = server_value(admin, "select max(version) from mansap.schema_version", 0, NULL);
    static const char rename[] =
        "update mansap.schema_version set version = $1::int where version = $2::int";
    db_reply_free(server_run(admin, rename, 2, (const char *[]){version, present}));
    assert_true(selfcheck_run(&c, look, &wanted) >= 2); /* the gate stays shut, too */
    db_reply_free(server_run(admin, rename, 2, (const char *[]){present, version}));
    config_done(&c);
    free(present);
    db_free(admin);
    return wanted.lines;
}

static void another_version_is_told_with_what_to_do(void **state)
{
    (void)state;
    char *older = xasprintf("%d", SCHEMA_VERSION - 1), *newer = xasprintf("%d", SCHEMA_VERSION + 1);
    char *file = xasprintf("common/schema/upgrade/%s-%d.sql", older, SCHEMA_VERSION);
    assert_int_equal(access(file, R_OK), 0);
    assert_int_equal(told_of_version(older, file), 1);
    assert_int_equal(told_of_version(newer, "newer program"), 1);
    free(file);
    free(older);
    free(newer);
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
        cmocka_unit_test(another_version_is_told_with_what_to_do),
        cmocka_unit_test(no_server_is_one_failed_check),
    };
    return cmocka_run_group_tests_name("selfcheck", tests, NULL, NULL);
}
