/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database and the program fold names alike: what one finds, the other shows as found. */
#include "tests/unit/server.h"

#include "common/utf8.h"

static struct db *admin;

static int enter(void **state)
{
    (void)state;
    admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    db_free(admin);
    return 0;
}

/* Latin, Cyrillic, what lies between them; more Latin; signs and blanks. */
static const struct {
    uint32_t first, last;
} ranges[] = {{0x20, 0x52F}, {0x1E00, 0x1EFF}, {0x2000, 0x206F}, {0x3000, 0x3000}};

static const char sql[] =
    "select c, lower_text(chr(c)), fold(chr(c)), fold('ж' || chr(c) || 'ж ' || chr(c) || chr(c) || "
    "'ж' || chr(c)) from generate_series($1::int, $2::int) as c order by c";

static void expect(uint32_t c, const char *what, const char *ours, const char *theirs)
{
    if (!str_same(ours, theirs))
        fail_msg("%s of U+%04X: \"%s\" here, \"%s\" in the database", what, (unsigned)c, ours,
                 theirs);
}

static void compare(uint32_t c, const struct db_result *r, int row)
{
    char lower[5], one[5];
    utf8_put(lower, utf8_lower(c));
    utf8_put(one, c);
    char *folded = utf8_fold(one);
    char *text = xasprintf("ж%sж %s%sж%s", one, one, one, one), *between = utf8_fold(text);
    expect(c, "lower case", lower, db_get(r, row, 1));
    expect(c, "fold", folded, db_get(r, row, 2));
    expect(c, "fold inside a text", between, db_get(r, row, 3));
    char *again = utf8_fold(between);
    assert_string_equal(again, between);
    free(again);
    free(between);
    free(text);
    free(folded);
}

static void both_fold_every_letter_alike(void **state)
{
    (void)state;
    int compared = 0;
    for (size_t i = 0; i < COUNT(ranges); i++) {
        char *first = xasprintf("%u", (unsigned)ranges[i].first);
        char *last = xasprintf("%u", (unsigned)ranges[i].last);
        struct db_reply *reply = server_run(admin, sql, 2, (const char *[]){first, last});
        const struct db_result *r = reply->results[0];
        assert_int_equal(db_rows(r), ranges[i].last - ranges[i].first + 1);
        for (int k = 0; k < db_rows(r); k++, compared++)
            compare(ranges[i].first + (uint32_t)k, r, k);
        db_reply_free(reply);
        free(first);
        free(last);
    }
    assert_true(compared > 1600);
}

/* The database's own lower() knows all letters of Unicode: within our scripts ours must agree. */
static void lower_case_is_unicodes(void **state)
{
    (void)state;
    static const char unlike[] =
        "select count(*), coalesce(string_agg(to_hex(c), ' '), '') from (select "
        "generate_series(192,"
        " 383) as c union all select generate_series(1024, 1327) union all select"
        " generate_series(7680, 7935)) as x where lower_text(chr(c)) <> lower(chr(c) collate"
        " \"und-x-icu\") and c <> 304";
    struct db_reply *reply = server_run(admin, unlike, 0, NULL);
    if (!str_same(db_get(reply->results[0], 0, 0), "0"))
        fail_msg("not Unicode's: %s", db_get(reply->results[0], 0, 1));
    db_reply_free(reply);
}

static void stored_names_are_folded(void **state)
{
    (void)state;
    char *wrong = server_value(
        admin,
        "select count(*) filter (where nkey <> fold(first_name) or fkey <> fold(last_name || ' ' ||"
        " first_name || coalesce(' ' || middle_name, ''))) || ' of ' || (count(*) > 300)::text"
        " from card",
        0, NULL);
    assert_string_equal(wrong, "0 of true");
    free(wrong);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-6] [K-12] both fold every letter alike", both_fold_every_letter_alike, NULL, NULL,
         NULL},
        cmocka_unit_test(lower_case_is_unicodes),
        cmocka_unit_test(stored_names_are_folded),
    };
    return cmocka_run_group_tests_name("fold", tests, enter, leave);
}
