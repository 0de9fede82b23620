/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every section against the columns of its table in the database. */
#include "tests/unit/tables.h"

#include "common/dict.h"

static struct db *operator_db, *admin;
static struct session me;
static struct db_reply *columns;

/* Of every column: type, may it be empty, its comment, what Z-2 says, the dictionaries it refers to
   and whether it is a field at all. */
static const char sql_columns[] =
    "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
    " col_description(c.oid, a.attnum), z2_kind(c.relname, a.attname),"
    " (select string_agg(f.confrelid::regclass::text, '|') from pg_constraint f"
    "  where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any (f.conkey)),"
    " a.attname = any (system_columns()), obj_description(c.oid, 'pg_class')"
    " from pg_attribute a join pg_class c on c.oid = a.attrelid"
    " where c.relname = any (card_tables()) and c.relnamespace = 'mansap'::regnamespace"
    " and a.attnum > 0 and not a.attisdropped";
enum { TABLE, COLUMN, TYPE, NOT_NULL, NOTE, Z2, REFERS, SYSTEM, TABLE_NOTE };

static int enter(void **state)
{
    (void)state;
    operator_db = server_connect("MANSAP_TEST_DSN", NULL);
    admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    server_enter(operator_db, &me);
    columns = server_run(admin, sql_columns, 0, NULL);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    db_reply_free(columns);
    session_done(&me);
    db_free(operator_db);
    db_free(admin);
    return 0;
}

static int column_row(const char *table, const char *column)
{
    for (int i = 0; i < db_rows(columns->results[0]); i++)
        if (str_same(db_get(columns->results[0], i, TABLE), table) &&
            str_same(db_get(columns->results[0], i, COLUMN), column))
            return i;
    fail_msg("%s.%s is no column", table, column);
    return -1;
}

static const char *of_column(const struct section *s, const struct field *f, int what)
{
    const char *value = db_get(columns->results[0], column_row(s->table, f->name), what);
    return value ? value : "";
}

typedef void visit_field(const struct section *s, const struct field *f);

static void walk(visit_field *visit)
{
    const struct section *all[TABLES];
    int n = tables_all(all), fields = 0;
    for (int i = 0; i < n; i++)
        for (const struct field *f = all[i]->fields; f->name; f++, fields++)
            visit(all[i], f);
    assert_true(fields > 100);
}

static void check_type(const struct section *s, const struct field *f)
{
    static const char *const types[] = {
        [FIELD_TEXT] = "words",           [FIELD_LONG] = "words",      [FIELD_DATE] = "date",
        [FIELD_PARTIAL] = "partial_date", [FIELD_MONEY] = "money_kzt", [FIELD_INT] = "integer",
        [FIELD_DECIMAL] = "numeric(6,1)", [FIELD_ENUM] = "text",       [FIELD_DICT] = "text",
        [FIELD_BOOL] = "boolean",         [FIELD_IIN] = "iin",         [FIELD_BIN] = "bin",
        [FIELD_PHONE] = "phone",          [FIELD_EMAIL] = "email"};
    const char *type = of_column(s, f, TYPE);
    bool from_register = f->flags & FIELD_AUTO && str_same(type, "text");
    if (!from_register && !str_same(type, types[f->type]))
        fail_msg("%s.%s is %s, not %s", s->table, f->name, type, types[f->type]);
}

static void columns_have_the_fields_types(void **state)
{
    (void)state;
    walk(check_type);
}

static void check_null(const struct section *s, const struct field *f)
{
    if (f->flags & FIELD_AUTO)
        return;
    bool always = f->flags & FIELD_REQUIRED && !f->when.field;
    if (always != (*of_column(s, f, NOT_NULL) == 't'))
        fail_msg("%s.%s: required and NOT NULL are not the same", s->table, f->name);
}

static void required_is_not_null(void **state)
{
    (void)state;
    walk(check_null);
}

static void check_note(const struct section *s, const struct field *f)
{
    char *quoted = xasprintf("\"%s\"", f->caption);
    if (!strstr(of_column(s, f, NOTE), quoted))
        fail_msg("%s.%s: the comment is %s", s->table, f->name, of_column(s, f, NOTE));
    free(quoted);
}

/* S12 "Өтініш берген күні": number and caption. */
static void comments_hold_section_and_caption(void **state)
{
    (void)state;
    walk(check_note);
    const struct edition *e = newest_edition();
    for (const struct entry *entry = e->entries; entry->number; entry++) {
        const struct section *s = entry->section;
        char *start = str_same(entry->number, "+")   ? xstrdup("Signature \"")
                      : str_same(entry->number, "*") ? xstrdup("Z-4 \"")
                                                     : xasprintf("S%s \"", entry->number);
        for (const struct field *f = s->table ? s->fields : NULL; f && f->name; f++)
            if (!str_starts(of_column(s, f, NOTE), start))
                fail_msg("%s.%s does not begin with %s", s->table, f->name, start);
        if (s->order_by && !strstr(of_column(s, s->fields, TABLE_NOTE), s->caption))
            fail_msg("%s: the comment is %s", s->table, of_column(s, s->fields, TABLE_NOTE));
        free(start);
    }
}

static void check_z2(const struct section *s, const struct field *f)
{
    const char *wanted = f->flags & FIELD_CURRENT    ? "current"
                         : f->flags & FIELD_RECORDED ? "recorded"
                                                     : "fixed";
    if (!(f->flags & FIELD_AUTO) && !str_same(of_column(s, f, Z2), wanted))
        fail_msg("%s.%s is %s for the database", s->table, f->name, of_column(s, f, Z2));
}

static void form_and_guard_read_z2_alike(void **state)
{
    (void)state;
    walk(check_z2);
}

static void check_codes(const struct section *s, const struct field *f, const struct condition *c)
{
    for (const struct field *g = s->fields; c->field && g < f; g++) {
        if (!g->dict || !str_same(g->name, c->field) || str_empty(c->value))
            continue;
        char *list = xstrdup(c->value), *rest = list;
        for (char *code; (code = strsep(&rest, "|"));)
            if (!dict_find(me.world.dicts, g->dict, code))
                fail_msg("%s.%s: %s has no word %s", s->table, f->name, g->dict, code);
        free(list);
    }
}

static void check_dict(const struct section *s, const struct field *f)
{
    check_codes(s, f, &f->when);
    check_codes(s, f, &f->required);
    if (!f->dict)
        return;
    size_t words;
    char *table = xasprintf("dict_%s", f->dict);
    dict_words(me.world.dicts, f->dict, &words);
    if (!words || !str_in_list(of_column(s, f, REFERS), table))
        fail_msg("%s.%s: %s has %zu words, the column refers to %s", s->table, f->name, table,
                 words, of_column(s, f, REFERS));
    free(table);
}

static void dictionaries_exist_and_are_referred_to(void **state)
{
    (void)state;
    walk(check_dict);
}

static void every_column_is_a_field_or_the_systems(void **state)
{
    (void)state;
    const struct db_result *r = columns->results[0];
    const struct section *all[TABLES];
    int n = tables_all(all);
    for (int i = 0; i < db_rows(r); i++) {
        bool known = *db_get(r, i, SYSTEM) == 't';
        for (int k = 0; k < n; k++)
            for (const struct field *f = all[k]->fields; f->name; f++)
                known = known || (str_same(all[k]->table, db_get(r, i, TABLE)) &&
                                  str_same(f->name, db_get(r, i, COLUMN)));
        if (!known)
            fail_msg("%s.%s: no field", db_get(r, i, TABLE), db_get(r, i, COLUMN));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_the_fields_types),
        cmocka_unit_test(required_is_not_null),
        cmocka_unit_test(comments_hold_section_and_caption),
        {"[Z-2] form and guard read Z-2 alike", form_and_guard_read_z2_alike, NULL, NULL, NULL},
        cmocka_unit_test(dictionaries_exist_and_are_referred_to),
        cmocka_unit_test(every_column_is_a_field_or_the_systems),
    };
    return cmocka_run_group_tests_name("columns", tests, enter, leave);
}
