/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule of the definitions is refused by the form and by the database. For each field that has
   the rule: a valid record is taken by both, then one value breaks the rule and neither takes it.
   The SQL is made here, past the form's checks, and always rolled back. */
#include "tests/unit/tables.h"

#include "common/json.h"
#include "common/message.h"
#include "tests/unit/sample_value.h"

static struct db *operator_db;
static struct session me;
/* Both registered in 2000; the first is unemployed since (F-10), the other may become so (F-9). */
static char *unemployed, *seeker;

static char *saved_card(struct sample *s, bool is_unemployed)
{
    struct card *c = card_new();
    int first;
    sample_fill(s, card_single(c, 0, &first), NULL, 0);
    old_registration(c, "jobseeker_reg", true);
    if (is_unemployed)
        old_registration(c, "unemployed_reg", false);
    save_well(operator_db, c);
    char *id = xstrdup(c->id);
    card_free(c);
    return id;
}

static int enter(void **state)
{
    (void)state;
    struct sample s;
    operator_db = server_connect("MANSAP_TEST_DSN", NULL);
    server_enter(operator_db, &me);
    sample_seed(&s, 77, &me.world);
    unemployed = saved_card(&s, true);
    seeker = saved_card(&s, false);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    free(unemployed);
    free(seeker);
    session_done(&me);
    db_free(operator_db);
    return 0;
}

/* --- what the database says ----------------------------------------------------------------------
 */

/* Reasons of the record as JSON; the caller's. */
static char *reasons(const struct record *r)
{
    struct json j = {0};
    json_open(&j, NULL, '{');
    for (int i = 0; i < r->count; i++)
        if (r->reason[i])
            json_text(&j, r->section->fields[i].name, r->reason[i]);
    json_close(&j, '}');
    return json_take(&j);
}

static void insert(struct db_batch *b, const struct record *r)
{
    struct buf names = {0}, values = {0};
    const char **param = xcalloc((size_t)r->count + 1, sizeof *param);
    int n = 0;
    char *why = reasons(r);
    param[n++] = why;
    buf_add(&names, "reasons");
    buf_add(&values, "$1::jsonb");
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if (!r->value[i] || f->flags & FIELD_AUTO)
            continue;
        param[n++] = r->value[i];
        buf_addf(&names, ", %s", f->name);
        buf_addf(&values, ", $%d::%s", n, card_cast(f));
    }
    char *sql = xasprintf("insert into %s (%s) values (%s)", r->section->table, names.s, values.s);
    db_batch_add(b, false, sql, n, param);
    free(sql);
    free(why);
    free(param);
    buf_done(&names);
    buf_done(&values);
}

/* Tries to save the record and takes it back in any case. True if it was taken; else err. */
static bool taken(const struct record *r, struct error *err)
{
    const char *op = "00000000-0000-4000-8000-000000000001";
    bool is_card = str_same(r->section->table, "card");
    const char *card = is_card                                         ? NULL
                       : str_same(r->section->table, "unemployed_reg") ? seeker
                                                                       : unemployed;
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, "select save_begin($1::uuid, $2::bigint, 'save', null, null, null)", 2,
                 (const char *[]){op, card});
    insert(b, r);
    if (is_card)
        db_batch_add(b, false, "insert into jobseeker_reg (applied_on) values ('2026-11-02')", 0,
                     NULL);
    db_batch_add(b, false, "select * from save_end($1::uuid)", 1, &op);
    int end = db_batch_add(b, false, "select 1 / 0", 0, NULL);
    struct db_reply *reply = db_run(operator_db, b);
    *err = reply->error;
    assert_false(reply->ok || reply->lost);
    bool all = reply->failed == end && str_same(err->sqlstate, "22012");
    if (!all && reply->failed == 0)
        fail_msg("no save: %s %s", err->what, err->detail);
    db_reply_free(reply);
    return all;
}

/* --- the walk
 * -------------------------------------------------------------------------------------- */

/* One field of one table under a rule. */
struct trial {
    struct sample sample;
    const struct section *section;
    int at;
    struct record *record;
    bool fixed[128];
};

static const struct field *tried(const struct trial *t)
{
    return &t->section->fields[t->at];
}

static void set(struct trial *t, int field, const char *value)
{
    record_set(t->record, field, value);
    t->fixed[field] = true;
    if (t->section->fields[field].type == FIELD_IIN)
        record_settle(t->record, field);
}

/* Gives the field a value, after those it must follow. */
static void set_sample(struct trial *t, int field)
{
    const struct field *f = &t->section->fields[field];
    for (int i = 0; i < field; i++)
        if (!t->fixed[i] && (str_same(t->section->fields[i].name, f->not_before) ||
                             str_same(t->section->fields[i].name, f->parent)))
            set_sample(t, i);
    char *value = sample_value(&t->sample, t->record, field);
    set(t, field, value);
    free(value);
}

/* Makes the condition hold by its n-th value; false if it has no n-th. */
static bool hold(struct trial *t, const struct condition *c, int n);

static bool apply(struct trial *t, int field)
{
    return hold(t, &t->section->fields[field].when, 0);
}

static bool hold(struct trial *t, const struct condition *c, int n)
{
    if (!c->field)
        return n == 0;
    int i = record_field(t->record, c->field);
    assert_true(i >= 0);
    char *value = NULL, *list = NULL, *rest;
    apply(t, i);
    if (!c->value && n == 0) {
        value = sample_value(&t->sample, t->record, i);
    } else if (c->value && *c->value) {
        rest = list = xstrdup(c->value);
        for (int k = 0; k <= n; k++)
            value = rest ? strsep(&rest, "|") : NULL;
        value = value ? xstrdup(value) : NULL;
    } else if (n > 0) {
        free(list);
        return false;
    }
    bool found = value || (c->value && !*c->value);
    set(t, i, value);
    free(value);
    free(list);
    return found;
}

static void begin(struct trial *t, const struct section *s, int at)
{
    *t = (struct trial){.section = s, .at = at, .record = record_new(s)};
    assert_in_range(t->record->count, 1, COUNT(t->fixed));
    sample_seed(&t->sample, (unsigned)(1000 + at), &me.world);
}

/* Fills what is not fixed yet; form and database must take the whole. */
static void complete(struct trial *t, unsigned percent)
{
    struct error err;
    sample_fill(&t->sample, t->record, t->fixed, percent);
    expect_valid(t->record, &me.world);
    if (!taken(t->record, &err))
        fail_msg("%s.%s: a valid record is refused: %s %s %s %s.%s %s", t->section->table,
                 tried(t)->name, err.sqlstate, err.what, err.detail, err.table, err.column,
                 err.constraint);
}

/* A record that is valid and in which the field applies and is filled. */
static void fill_field(struct trial *t)
{
    apply(t, t->at);
    if (!(tried(t)->flags & FIELD_FROM_IIN))
        set_sample(t, t->at);
    complete(t, 0);
}

static bool form_refuses(struct trial *t, int field, int number)
{
    struct problem found[20];
    int n = record_check(t->record, &me.world, found, COUNT(found));
    for (int i = 0; i < n; i++)
        if (found[i].field == field && found[i].strength != CHECK_NOTE &&
            (!number || found[i].number == number))
            return true;
    return false;
}

/* number: of the form's message; 0: any. */
static void expect_refused(struct trial *t, int number)
{
    static const char *const codes[] = {"22", "23502", "23503", "23514", "MS422"};
    struct error err;
    const char *value = t->record->value[t->at] ? t->record->value[t->at] : "NULL";
    if (!form_refuses(t, t->at, number))
        fail_msg("%s.%s = %s: the form takes it", t->section->table, tried(t)->name, value);
    if (taken(t->record, &err))
        fail_msg("%s.%s = %s: the database takes it", t->section->table, tried(t)->name, value);
    bool known = false;
    for (size_t i = 0; i < COUNT(codes); i++)
        known = known || str_starts(err.sqlstate, codes[i]);
    if (!known || (*err.table && !str_same(err.table, t->section->table)))
        fail_msg("%s.%s = %s: refused by %s %s in %s", t->section->table, tried(t)->name, value,
                 err.sqlstate, err.what, err.table);
}

static void end(struct trial *t)
{
    record_free(t->record);
}

typedef int try_field(const struct section *s, int at);

static void walk(try_field *attempt, int least)
{
    const struct section *all[TABLES];
    int n = tables_all(all), tested = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; all[i]->fields[k].name; k++)
            if (!(all[i]->fields[k].flags & FIELD_AUTO))
                tested += attempt(all[i], k);
    print_message("# %d cases\n", tested);
    assert_true(tested >= least);
}

/* --- the rules
 * ------------------------------------------------------------------------------------- */

static int try_required(const struct section *s, int at)
{
    struct trial t;
    if (!(s->fields[at].flags & FIELD_REQUIRED))
        return 0;
    begin(&t, s, at);
    fill_field(&t);
    record_set(t.record, at, NULL);
    /* what hangs on the field goes too: alone its absence is to be refused */
    for (int i = at + 1; i < t.record->count; i++)
        if (!record_applies(t.record, i))
            record_set(t.record, i, NULL);
    expect_refused(&t, MESSAGE_MISSING);
    end(&t);
    return 1;
}

static void required_fields(void **state)
{
    (void)state;
    walk(try_required, 50);
}

static int try_required_when(const struct section *s, int at)
{
    int tested = 0;
    for (int n = 0; s->fields[at].required.field; n++) {
        struct trial t;
        begin(&t, s, at);
        bool more = apply(&t, at) && hold(&t, &s->fields[at].required, n);
        if (more) {
            complete(&t, 0);
            assert_non_null(t.record->value[at]);
            record_set(t.record, at, NULL);
            expect_refused(&t, MESSAGE_MISSING);
            tested++;
        }
        end(&t);
        if (!more)
            break;
    }
    return tested;
}

static void fields_required_under_a_condition(void **state)
{
    (void)state;
    walk(try_required_when, 20);
}

/* Gives the condition's field a value it does not hold with: another code, none, or any at all. */
static bool break_condition(struct trial *t, int n)
{
    const struct condition *c = &tried(t)->when;
    int i = record_field(t->record, c->field);
    const struct field *f = &t->section->fields[i];
    if (c->value && !*c->value) {
        char *value = n ? NULL : sample_value(&t->sample, t->record, i);
        set(t, i, value);
        free(value);
        return n == 0;
    }
    if (n == 0) { /* nothing there, where the form allows it */
        set(t, i, NULL);
        return !(f->flags & FIELD_REQUIRED);
    }
    if (!c->value)
        return false;
    apply(t, i);
    for (int k = 0; k < 200; k++) {
        char *value = sample_value(&t->sample, t->record, i);
        bool other = value && !str_in_list(c->value, value);
        if (other)
            set(t, i, value);
        free(value);
        if (other)
            return true;
    }
    return false;
}

static int try_when(const struct section *s, int at)
{
    int tested = 0;
    for (int n = 0; s->fields[at].when.field && n < 6; n++) {
        struct trial t;
        struct error err;
        begin(&t, s, at);
        if (break_condition(&t, n)) {
            complete(&t, 0);
            assert_false(record_applies(t.record, at));
            assert_null(t.record->value[at]);
            char *value = sample_value(&t.sample, t.record, at);
            record_set(t.record, at, value);
            if (taken(t.record, &err))
                fail_msg("%s.%s: the database takes a value that does not apply", s->table,
                         s->fields[at].name);
            assert_true(str_same(err.sqlstate, "23514"));
            assert_string_equal(err.table, s->table);
            assert_true(record_settle(t.record, -1)); /* the form clears it */
            assert_null(t.record->value[at]);
            free(value);
            tested++;
        }
        end(&t);
    }
    return tested;
}

static void fields_that_do_not_apply(void **state)
{
    (void)state;
    walk(try_when, 20);
}

static void fill_group(struct trial *t, const char *group)
{
    for (int i = 0; i < t->record->count; i++)
        if (str_same(t->section->fields[i].group, group)) {
            apply(t, i);
            set_sample(t, i);
        }
}

/* All of the group but this field; then this field alone. */
static int try_group(const struct section *s, int at)
{
    struct trial t;
    const char *group = s->fields[at].group;
    if (!group)
        return 0;
    begin(&t, s, at);
    apply(&t, at);
    fill_group(&t, group);
    complete(&t, 0);
    record_set(t.record, at, NULL);
    expect_refused(&t, MESSAGE_GROUP);
    end(&t);
    begin(&t, s, at);
    fill_field(&t);
    int other = -1;
    for (int i = 0; i < t.record->count; i++)
        if (i != at && str_same(s->fields[i].group, group)) {
            record_set(t.record, i, NULL);
            other = i;
        }
    struct error err;
    assert_true(other >= 0 && form_refuses(&t, other, MESSAGE_GROUP));
    if (taken(t.record, &err))
        fail_msg("%s.%s alone: the database takes it", s->table, s->fields[at].name);
    end(&t);
    return 2;
}

static void groups_in_part(void **state)
{
    (void)state;
    walk(try_group, 16);
}

static char *day_before(const char *value)
{
    day first, last;
    char iso[11];
    assert_true(value_days(value, &first, &last));
    day_iso(first - 1, iso);
    return xstrdup(iso);
}

static int try_order(const struct section *s, int at)
{
    struct trial t;
    if (!s->fields[at].not_before)
        return 0;
    begin(&t, s, at);
    fill_field(&t);
    char *value = day_before(record_get(t.record, s->fields[at].not_before));
    record_set(t.record, at, value);
    expect_refused(&t, MESSAGE_ORDER);
    free(value);
    end(&t);
    return 1;
}

static void dates_in_the_wrong_order(void **state)
{
    (void)state;
    walk(try_order, 15);
}

static int try_future(const struct section *s, int at)
{
    static const char *const partial[] = {"2027", "2026-12", "2026-11-19"};
    const struct field *f = &s->fields[at];
    if (!(f->flags & FIELD_PAST))
        return 0;
    for (size_t i = 0; i < (f->type == FIELD_PARTIAL ? COUNT(partial) : 1); i++) {
        struct trial t;
        char tomorrow[11];
        day_iso(me.world.today + 1, tomorrow);
        assert_string_equal(tomorrow, "2026-11-19");
        begin(&t, s, at);
        fill_field(&t);
        record_set(t.record, at, f->type == FIELD_PARTIAL ? partial[i] : tomorrow);
        /* so that nothing but the future is wrong */
        for (int k = 0; k < t.record->count; k++)
            if (str_same(s->fields[k].not_before, f->name) && !(s->fields[k].flags & FIELD_PAST) &&
                t.record->value[k])
                record_set(t.record, k, "2028-01-01");
        if (f->flags & FIELD_FROM_IIN)
            str_set(&t.record->reason[at], "құжат бойынша");
        expect_refused(&t, MESSAGE_FUTURE);
        end(&t);
    }
    return 1;
}

static void dates_in_the_future(void **state)
{
    (void)state;
    walk(try_future, 25);
}

static const char *silent_iin(void)
{
    static char iin[13];
    for (unsigned n = 0; !iin_valid(iin) && n < 1000; n++)
        snprintf(iin, sizeof iin, "9001010%05u", n % 100000u);
    assert_true(iin_valid(iin));
    return iin;
}

static int try_iin(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    struct trial t;
    struct error err;
    if (!(f->flags & FIELD_FROM_IIN))
        return 0;
    begin(&t, s, at);
    fill_field(&t);
    record_set(t.record, at,
               f->type == FIELD_ENUM ? (*t.record->value[at] == 'm' ? "f" : "m") : "1955-05-05");
    expect_refused(&t, MESSAGE_IIN_DIFFERS);
    str_set(&t.record->reason[at], "құжат бойынша");
    assert_false(form_refuses(&t, at, 0));
    assert_true(taken(t.record, &err));
    /* the seventh digit tells nothing */
    int iin = 0;
    while (s->fields[iin].type != FIELD_IIN)
        iin++;
    record_set(t.record, iin, silent_iin());
    for (int i = 0; i < t.record->count; i++)
        if (s->fields[i].flags & FIELD_FROM_IIN)
            str_set(&t.record->reason[i], i == at ? NULL : "құжат бойынша");
    expect_refused(&t, MESSAGE_IIN_SILENT);
    end(&t);
    return 1;
}

static void birth_date_and_sex_against_the_iin(void **state)
{
    (void)state;
    walk(try_iin, 2);
}

/* Tries one value in a record that is valid otherwise. */
static int try_value(const struct section *s, int at, const char *value, int number)
{
    struct trial t;
    begin(&t, s, at);
    fill_field(&t);
    record_set(t.record, at, value);
    /* what hangs on the value goes, so that the value alone is wrong */
    for (int i = at + 1; i < t.record->count; i++)
        if (!record_applies(t.record, i))
            record_set(t.record, i, NULL);
    expect_refused(&t, number);
    end(&t);
    return 1;
}

static int try_enum(const struct section *s, int at)
{
    if (s->fields[at].type != FIELD_ENUM)
        return 0;
    return try_value(s, at, "nonsense", MESSAGE_CHOICE_UNKNOWN);
}

static void choices_outside_the_list(void **state)
{
    (void)state;
    walk(try_enum, 9);
}

static int try_dict(const struct section *s, int at)
{
    if (s->fields[at].type != FIELD_DICT)
        return 0;
    return try_value(s, at, "no-such-word", MESSAGE_WORD_UNKNOWN);
}

static void words_outside_the_dictionary(void **state)
{
    (void)state;
    walk(try_dict, 13);
}

/* A word that lies under another parent than the one above. */
static int try_parent(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (!f->parent)
        return 0;
    struct trial t;
    begin(&t, s, at);
    fill_field(&t);
    size_t n;
    const struct dict_word *const *words = dict_words(me.world.dicts, f->dict, &n);
    const char *parent = record_get(t.record, f->parent);
    for (size_t i = 0; i < n; i++)
        if (!str_same(words[i]->parent, parent)) {
            record_set(t.record, at, words[i]->code);
            break;
        }
    expect_refused(&t, MESSAGE_PARENT);
    end(&t);
    return 1;
}

static void words_under_another_parent(void **state)
{
    (void)state;
    walk(try_parent, 2);
}

/* The database takes 4000 characters in any text; the form less, to fit its blanks. */
static int try_long(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (f->type != FIELD_TEXT && f->type != FIELD_LONG)
        return 0;
    struct buf b = {0};
    for (int i = 0; i < 4001; i++)
        buf_add(&b, "ұ");
    int tested = try_value(s, at, b.s, MESSAGE_TOO_LONG);
    buf_done(&b);
    return tested;
}

static void texts_that_are_too_long(void **state)
{
    (void)state;
    walk(try_long, 50);
}

static const struct {
    enum field_type type;
    const char *value;
    int number;
} bad_values[] = {
    {FIELD_IIN, "900101300000", MESSAGE_IIN_CHECK},
    {FIELD_IIN, "90010130000", MESSAGE_IIN_LENGTH},
    {FIELD_IIN, "90010130000x", MESSAGE_IIN_LENGTH},
    {FIELD_BIN, "000000000001", MESSAGE_BIN_CHECK},
    {FIELD_BIN, "12345", MESSAGE_BIN_LENGTH},
    {FIELD_PHONE, "87011234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+7701123456", MESSAGE_PHONE},
    {FIELD_PHONE, "+770112345678", MESSAGE_PHONE},
    {FIELD_PHONE, "+1234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+0011234567", MESSAGE_PHONE},
    {FIELD_PHONE, "+77011234567 a", MESSAGE_PHONE},
    {FIELD_EMAIL, "example.kz", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a@b", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a@b@c.kz", MESSAGE_EMAIL},
    {FIELD_EMAIL, "a b@c.kz", MESSAGE_EMAIL},
    {FIELD_DATE, "2026-02-30", MESSAGE_DATE_UNCLEAR},
    {FIELD_DATE, "soon", MESSAGE_DATE_UNCLEAR},
    {FIELD_PARTIAL, "2026-13", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_PARTIAL, "2025-02-30", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_PARTIAL, "05.2010", MESSAGE_PARTIAL_UNCLEAR},
    {FIELD_MONEY, "-1.00", MESSAGE_NOT_MONEY},
    {FIELD_MONEY, "much", MESSAGE_NOT_MONEY},
    {FIELD_MONEY, "1000000000000.00", MESSAGE_TOO_LARGE},
    {FIELD_INT, "-1", MESSAGE_NOT_INT},
    {FIELD_INT, "few", MESSAGE_NOT_INT},
    {FIELD_INT, "9999999999", MESSAGE_TOO_LARGE},
    {FIELD_DECIMAL, "-0.5", MESSAGE_NOT_DECIMAL},
    {FIELD_DECIMAL, "100000.0", MESSAGE_TOO_LARGE},
    {FIELD_BOOL, "maybe", MESSAGE_YES_NO},
};

static int try_types(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    int tested = 0;
    for (size_t i = 0; i < COUNT(bad_values); i++)
        if (bad_values[i].type == f->type)
            tested += try_value(s, at, bad_values[i].value, bad_values[i].number);
    if (f->type == FIELD_INT && f->max) {
        char *above = xasprintf("%d", f->max + 1);
        tested += try_value(s, at, above, MESSAGE_TOO_LARGE);
        free(above);
    }
    if (f->flags & FIELD_NAME) {
        tested += try_value(s, at, "Сергей2", 0);
        tested += try_value(s, at, "А. Б.", 0);
        tested += try_value(s, at, "Иванов, Пётр", 0);
    }
    return tested;
}

static void values_no_type_allows(void **state)
{
    (void)state;
    walk(try_types, 100);
}

/* The database's own: a text of blanks alone, which the form never stores. */
static int try_blank(const struct section *s, int at)
{
    const struct field *f = &s->fields[at];
    if (f->type != FIELD_TEXT && f->type != FIELD_LONG)
        return 0;
    struct trial t;
    struct error err;
    char *value = NULL;
    begin(&t, s, at);
    fill_field(&t);
    assert_true(value_read(f, " \t ", &me.world, &value, NULL, &err));
    assert_null(value);
    record_set(t.record, at, " \t ");
    assert_false(taken(t.record, &err));
    assert_true(str_starts(err.sqlstate, "23514"));
    end(&t);
    return 1;
}

static void texts_of_blanks(void **state)
{
    (void)state;
    walk(try_blank, 50);
}

#define TEST(title, function)                                                                      \
    {                                                                                              \
        title, function, NULL, NULL, NULL                                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST("refused: required fields that are empty", required_fields),
        TEST("[F-6] [F-7] [F-8] refused: fields empty that a condition requires",
             fields_required_under_a_condition),
        TEST("[F-6] [F-7] [F-8] [F-10] refused: values that do not apply",
             fields_that_do_not_apply),
        TEST("[F-8] [F-14] refused: groups filled in part", groups_in_part),
        TEST("[F-9] refused: dates in the wrong order", dates_in_the_wrong_order),
        TEST("refused: dates in the future", dates_in_the_future),
        TEST("[Z-13] refused: birth date and sex against the IIN without a reason",
             birth_date_and_sex_against_the_iin),
        TEST("refused: choices outside the list", choices_outside_the_list),
        TEST("[Z-17] refused: words outside the dictionary", words_outside_the_dictionary),
        TEST("refused: words under another parent", words_under_another_parent),
        TEST("refused: texts that are too long", texts_that_are_too_long),
        TEST("[Z-12] [Z-13] [Z-14] refused: values no type allows", values_no_type_allows),
        TEST("refused: texts of blanks", texts_of_blanks),
    };
    return cmocka_run_group_tests_name("refusals", tests, enter, leave);
}
