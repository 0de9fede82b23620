/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every section, every choice, many words: a valid row survives save and load. Rows are made from
 * the definitions alone. */
#include "tests/unit/server.h"

#include "common/card.h"

static struct db *db;
static struct session session;

static int enter(void **state)
{
    (void)state;
    db = server_connect("MANSAP_TEST_DSN", NULL);
    server_enter(db, &session);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&session);
    db_free(db);
    return 0;
}

/* The n-th word that may be chosen now, under the parent's value; first of all "other", which wants
 * its text. */
static const char *word(const struct record *r, const struct field *f, int n)
{
    size_t count;
    const struct dict_word *const *words = dict_words(session.dicts, f->dict, &count);
    const char *parent = f->parent ? record_get(r, f->parent) : NULL, *found = NULL;
    char today[11];
    day_iso(session.world.today, today);
    if (n < 2 && dict_find(session.dicts, f->dict, "other"))
        return "other";
    for (int left = n, seen = 1; !found && seen; left = left < 0 ? 0 : left) {
        seen = 0;
        for (size_t i = 0; i < count && !found; i++) {
            if (!dict_choosable(words[i], parent, today))
                continue;
            seen = 1;
            if (left-- == 0)
                found = words[i]->code;
        }
    }
    return found;
}

/* A valid value of the field for variant n. */
static const char *sample(const struct record *r, const struct field *f, int n)
{
    static char text[80];
    int choices = 0;
    switch (f->type) {
    case FIELD_TEXT:
        if (f->flags & FIELD_NAME)
            return n % 2 ? "Әлия-Нұр" : "Ғани";
        snprintf(text, sizeof text, "%.*s", f->max ? f->max / 2 : 40, "Қ\"'\\ ұ% $1 №");
        return text;
    case FIELD_LONG:
        return "бірінші\nекінші \"жол\"";
    case FIELD_DATE:
        return "2026-11-17";
    case FIELD_PARTIAL:
        return n % 3 == 0 ? "2010" : n % 3 == 1 ? "2010-05" : "2010-05-31";
    case FIELD_MONEY:
        return "150000.50";
    case FIELD_DECIMAL:
        return "45.5";
    case FIELD_INT:
        return "3";
    case FIELD_BOOL:
        return n % 2 ? "t" : "f";
    case FIELD_ENUM:
        while (f->choices->list[choices].code)
            choices++;
        return f->choices->list[n % choices].code;
    case FIELD_DICT:
        return word(r, f, n);
    case FIELD_BIN:
        return "900101300017";
    case FIELD_IIN:
        return NULL; /* the caller's */
    case FIELD_PHONE:
        return "+77011234567";
    case FIELD_EMAIL:
        return "a.b@example.org";
    }
    return NULL;
}

/* Is there a field that applies, or is required, only while this one is empty? */
static bool wanted_empty(const struct record *r, const struct field *f)
{
    for (int i = 0; i < r->count; i++) {
        const struct condition *c[] = {&r->section->fields[i].when,
                                       &r->section->fields[i].required};
        for (size_t k = 0; k < COUNT(c); k++)
            if (str_same(c[k]->field, f->name) && c[k]->value && !*c[k]->value)
                return true;
    }
    return false;
}

static void fill(struct record *r, int n)
{
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if ((f->flags & (FIELD_AUTO | FIELD_FROM_IIN)) || f->type == FIELD_IIN ||
            !record_applies(r, i) || (n % 3 == 2 && wanted_empty(r, f)))
            continue;
        record_set(r, i, sample(r, f, n));
        record_settle(r, i);
    }
}

static void expect_valid(struct record *r)
{
    struct problem problems[16];
    int found = record_check(r, &session.world, problems, 16);
    for (int i = 0; i < found; i++)
        if (problems[i].strength != CHECK_NOTE)
            fail_msg("%s.%s: %s", r->section->table, r->section->fields[problems[i].field].name,
                     problems[i].text);
}

/* Variants so that every choice of every list comes. */
static int variants(const struct section *s)
{
    int most = 6;
    for (const struct field *f = s->fields; f && f->name; f++) {
        int n = 0;
        while (f->choices && f->choices->list[n].code)
            n++;
        most = n > most ? n : most;
    }
    return most;
}

static struct card *full_card(void)
{
    struct card *c = card_new();
    struct record *person = c->lists[0].rows[0];
    char *iin = server_new_iin(db);
    int field = record_field(person, "iin");
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->lists[i].section;
        int first;
        if (!s->table)
            continue;
        if (card_single(c, i, &first)) {
            fill(c->lists[i].rows[0], 0);
            continue;
        }
        for (int n = 0; n < variants(s); n++)
            fill(card_add_row(c, i), n);
    }
    record_set(person, field, iin);
    record_settle(person, field);
    free(iin);
    return c;
}

static void save_full(struct card *c)
{
    struct card_conflict k;
    struct error err;
    unsigned long before = db_round_trips(db);
    struct db_reply *r = db_run(db, card_save_batch(c));
    if (card_saved(c, r, &k, &err) != SAVE_DONE)
        fail_msg("%s %s: %s %s (%s.%s %s)", err.sqlstate, err.where, err.what, err.detail,
                 err.table, err.column, err.constraint);
    assert_int_equal(db_round_trips(db) - before, 1);
    db_reply_free(r);
    card_conflict_done(&k);
}

static struct record *twin_of(const struct card *c, int entry, const char *id)
{
    for (int k = 0; k < c->lists[entry].count; k++)
        if (str_same(c->lists[entry].rows[k]->id, id))
            return c->lists[entry].rows[k];
    fail_msg("row %s of %s is missing", id, c->lists[entry].section->table);
    return NULL;
}

static void expect_same(const struct record *was, const struct record *is)
{
    for (int i = 0; i < was->count; i++) {
        const struct field *f = &was->section->fields[i];
        if (!(f->flags & FIELD_AUTO) && !str_same(was->value[i], is->value[i]))
            fail_msg("%s.%s: %s became %s", was->section->table, f->name,
                     was->value[i] ? was->value[i] : "NULL", is->value[i] ? is->value[i] : "NULL");
    }
}

/* Without this a field that no variant reaches would pass untested. */
static void expect_every_field_typed(const struct card *c, int entry)
{
    const struct card_list *list = &c->lists[entry];
    for (int i = 0; list->count && i < list->rows[0]->count; i++) {
        const struct field *f = &list->rows[0]->section->fields[i];
        bool seen = f->flags & FIELD_AUTO;
        for (int k = 0; !seen && k < list->count; k++)
            seen = list->rows[k]->value[i] != NULL;
        if (!seen)
            fail_msg("%s.%s is never typed", list->section->table, f->name);
    }
}

/* Z-16 of the removals typed here must not touch closed rows, so all values are as typed. */
static void every_section_survives_save_and_load(void **state)
{
    (void)state;
    struct card *c = full_card();
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++)
            expect_valid(c->lists[i].rows[k]);
    for (int i = 0; i < c->nlists; i++)
        expect_every_field_typed(c, i);
    struct record **typed[64];
    assert_true(c->nlists <= 64);
    for (int i = 0; i < c->nlists; i++) {
        typed[i] = xcalloc((size_t)c->lists[i].count + 1, sizeof *typed[i]);
        for (int k = 0; k < c->lists[i].count; k++)
            typed[i][k] = record_copy(c->lists[i].rows[k]);
    }
    save_full(c);
    unsigned long before = db_round_trips(db);
    struct error err;
    struct db_reply *r = db_run(db, card_open_batch(c->id, NULL, NULL));
    struct card *again = card_read(r, &err);
    assert_non_null(again);
    assert_int_equal(db_round_trips(db) - before, 1);
    db_reply_free(r);
    for (int i = 0; i < c->nlists; i++) {
        assert_int_equal(c->lists[i].count, again->lists[i].count);
        for (int k = 0; k < c->lists[i].count; k++) {
            assert_non_null(c->lists[i].rows[k]->id);
            expect_same(typed[i][k], c->lists[i].rows[k]);
            expect_same(typed[i][k], twin_of(again, i, c->lists[i].rows[k]->id));
            record_free(typed[i][k]);
        }
        free(typed[i]);
    }
    card_free(c);
    card_free(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_section_survives_save_and_load),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
