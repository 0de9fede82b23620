/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/cards.h"

#include "common/json.h"

static struct db *mine;
static struct session me;

static int enter(void **state)
{
    (void)state;
    mine = cards_connect("MANSAP_TEST_DSN", NULL, &me);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&me);
    db_free(mine);
    return 0;
}

static void new_card_comes_back_whole(void **state)
{
    (void)state;
    char *iin = server_new_iin(mine);
    struct card *c = cards_typed(iin);
    struct record *school = cards_add(c, "education");
    cards_put(school, "edu_org_name", "№ 1 \"мектеп\" \\ 'б'");
    cards_put(school, "edu_org_type", "school");
    cards_put(school, "study_from", "1997");
    cards_put(school, "study_to", "2008-05");
    str_set(&school->reason[record_field(school, "study_to")], "он бір жыл");
    cards_add(c, "microcredit"); /* left empty: not saved */
    unsigned long before = db_round_trips(mine);
    cards_save_well(mine, c);
    assert_int_equal(db_round_trips(mine) - before, 1);
    assert_non_null(c->id);
    assert_non_null(c->updated_at);
    assert_string_equal(c->status, "applied");
    assert_non_null(school->id);
    assert_non_null(stamps_get(school->stamps, "id"));
    assert_null(cards_row(c, "microcredit", 0)->id);
    before = db_round_trips(mine);
    struct card *again = cards_open(mine, c->id);
    assert_int_equal(db_round_trips(mine) - before, 1);
    assert_true(again->writable);
    assert_false(again->unemployed_once);
    assert_string_equal(again->edition->id, c->edition->id);
    for (int i = 0; i < cards_row(c, "card", 0)->count; i++)
        assert_true(
            str_same(cards_row(c, "card", 0)->value[i], cards_row(again, "card", 0)->value[i]));
    cards_expect(cards_row(again, "card", 0), "iin", iin);
    cards_expect(cards_row(again, "jobseeker_reg", 0), "applied_on", "2026-11-02");
    struct record *r = cards_row(again, "education", 0);
    cards_expect(r, "edu_org_name", "№ 1 \"мектеп\" \\ 'б'");
    cards_expect(r, "study_from", "1997");
    cards_expect(r, "study_to", "2008-05");
    assert_string_equal(r->reason[record_field(r, "study_to")], "он бір жыл");
    assert_false(card_changed(again));
    assert_null(card_save_batch(again));
    free(iin);
    card_free(c);
    card_free(again);
}

static void single_sections_share_one_record(void **state)
{
    (void)state;
    int first, fields = 0;
    struct card *c = card_new();
    struct record *r = NULL;
    for (int i = 0; i < c->nlists; i++) {
        if (!str_same(c->lists[i].section->table, "card"))
            continue;
        struct record *s = card_single(c, i, &first);
        assert_true(!r || s == r);
        assert_int_equal(first, fields);
        r = s;
        for (const struct field *f = c->lists[i].section->fields; f->name; f++)
            assert_string_equal(r->section->fields[fields++].name, f->name);
    }
    assert_int_equal(fields, r->count);
    assert_null(card_single(c, cards_entry(c, "visit"), &first));
    assert_ptr_equal(card_table_section(c->edition, "card"), r->section);
    assert_null(card_table_section(c->edition, "nothing"));
    card_free(c);
}

/* Registered as job seeker and as unemployed, with one visit to come. */
static struct card *unemployed_card(void)
{
    struct card *c = cards_new(mine);
    static const char *const decision[][2] = {
        {"decision_on", "2026-11-03"}, {"decision", "registered"}, {NULL, NULL}};
    cards_put_all(cards_row(c, "jobseeker_reg", 0), decision);
    struct record *r = cards_add(c, "unemployed_reg");
    cards_put(r, "applied_on", "2026-11-04");
    cards_put_all(r, decision);
    cards_put(r, "decision_on", "2026-11-05");
    cards_put(cards_add(c, "visit"), "planned_on", "2026-11-25");
    assert_true(card_entry_open(c, cards_entry(c, "visit"))); /* by what is typed */
    cards_save_well(mine, c);
    return c;
}

static void removal_closes_what_is_open(void **state)
{
    (void)state;
    struct card *c = unemployed_card();
    struct record *visit = cards_row(c, "visit", 0);
    assert_string_equal(c->status, "unemployed");
    assert_string_equal(c->next_visit, "2026-11-25");
    assert_true(c->unemployed_once);
    cards_expect(visit, "row_no", "1");
    struct record *second = cards_add(c, "visit");
    cards_put(second, "planned_on", "2026-11-20");
    cards_save_well(mine, c);
    cards_expect(second, "row_no", "2");
    assert_string_equal(c->next_visit, "2026-11-20");
    /* The note and the removal in one save: the trigger's work is no conflict with one's own. */
    cards_put(second, "staff_note", "телефон соқты");
    cards_put(second, "outcome", "excused");
    cards_put(cards_row(c, "unemployed_reg", 0), "removed_on", "2026-11-18");
    cards_put(cards_row(c, "unemployed_reg", 0), "removal_reason", "hired");
    cards_save_well(mine, c);
    cards_expect(visit, "outcome", "cancelled"); /* Z-16, seen at once */
    cards_expect(second, "outcome", "excused");
    assert_null(c->next_visit);
    assert_true(c->unemployed_once);
    card_free(c);
}

static void annulled_rows_stay_and_do_not_count(void **state)
{
    (void)state;
    struct card *c = unemployed_card();
    struct record *visit = cards_row(c, "visit", 0);
    str_set(&visit->annul_reason, "қате енгізілді");
    assert_int_equal(card_rows(c, cards_entry(c, "visit")), 0);
    assert_true(card_changed(c));
    cards_save_well(mine, c);
    assert_non_null(visit->annulled_at);
    struct card *again = cards_open(mine, c->id);
    assert_int_equal(again->lists[cards_entry(again, "visit")].count, 1);
    assert_string_equal(cards_row(again, "visit", 0)->annul_reason, "қате енгізілді");
    assert_string_equal(cards_row(again, "visit", 0)->annulled_by, visit->annulled_by);
    card_free(c);
    card_free(again);
}

static void refused_openings_say_why(void **state)
{
    (void)state;
    struct error err;
    struct db_reply *r = db_run(mine, card_open_batch(NULL, "000000000000", "тексеру мақсатында"));
    assert_null(card_read(r, &err));
    assert_string_equal(err.sqlstate, "MS404");
    assert_true(strlen(err.what) > 0 && strlen(err.remedy) > 0);
    db_reply_free(r);
}

/* Reads the card with that id or IIN; NULL with the code of the refusal. */
static struct card *try_open(struct db *db, const char *id, const char *iin, const char *purpose,
                             struct error *err)
{
    struct db_reply *r = db_run(db, card_open_batch(id, iin, purpose));
    struct card *c = card_read(r, err);
    db_reply_free(r);
    return c;
}

static void another_centres_card_opens_by_iin_and_purpose(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct session far;
    struct db *db = server_connect("MANSAP_TEST_DSN", "operator3");
    server_enter(db, &far);
    struct card *c = cards_new(mine);
    const char *iin = record_get(cards_row(c, "card", 0), "iin");
    assert_null(try_open(db, c->id, NULL, NULL, &err));
    assert_string_equal(err.sqlstate, "MS403");
    assert_null(try_open(db, NULL, iin, NULL, &err));
    assert_string_equal(err.sqlstate, "MS429");
    struct card *seen = try_open(db, NULL, iin, "басқа ауданнан көшіп келді", &err);
    assert_non_null(seen);
    assert_false(seen->writable);
    cards_expect(cards_row(seen, "card", 0), "last_name", "Сынақ");
    assert_string_equal(seen->centre_kk, me.org_kk);
    cards_put(cards_row(seen, "card", 0), "email", "far@example.org");
    assert_int_equal(cards_save(db, seen, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "MS403");
    session_done(&far);
    card_free(seen);
    card_free(c);
    db_free(db);
}

static void sections_show_their_state(void **state)
{
    (void)state;
    struct card *c = cards_typed("900101300000");
    assert_int_equal(card_state(c, 0, &me.world), STATE_COMPLETE);
    cards_put(cards_row(c, "card", 0), "first_name", NULL);
    assert_int_equal(card_state(c, 0, &me.world), STATE_PARTIAL);
    cards_put(cards_row(c, "card", 0), "last_name", NULL);
    assert_int_equal(card_state(c, 0, &me.world), STATE_EMPTY);
    assert_int_equal(card_state(c, cards_entry(c, "visit"), &me.world), STATE_CLOSED);
    assert_int_equal(card_state(c, cards_entry(c, "education"), &me.world), STATE_EMPTY);
    struct record *r = cards_add(c, "education");
    assert_int_equal(card_state(c, cards_entry(c, "education"), &me.world), STATE_EMPTY);
    cards_put(r, "study_from", "2010");
    assert_int_equal(card_state(c, cards_entry(c, "education"), &me.world), STATE_PARTIAL);
    cards_put(r, "study_to", "2005");
    assert_int_equal(card_state(c, cards_entry(c, "education"), &me.world), STATE_ERROR);
    card_free(c);
}

static void json_holds_every_section(void **state)
{
    (void)state;
    struct card *c = unemployed_card();
    char *text = card_json(c, &me.world), *sections, *name, *value;
    assert_true(json_member(text, "sections", &sections));
    for (int i = 0; i < c->nlists; i++)
        if (c->lists[i].section->table) {
            assert_true(json_member(sections, c->edition->entries[i].number, &name));
            free(name);
        }
    assert_true(json_member(sections, "1", &name));
    assert_true(json_member(name, "last_name", &value));
    assert_string_equal(value, "Сынақ");
    free(value);
    free(name);
    assert_true(json_member(text, "status", &value));
    assert_string_equal(value, "unemployed");
    free(value);
    free(sections);
    free(text);
    card_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_sections_share_one_record),
        {"[A-3] a new card comes back whole, with its edition", new_card_comes_back_whole, NULL,
         NULL, NULL},
        {"[Z-16] [F-12] a removal closes what is open, seen at once", removal_closes_what_is_open,
         NULL, NULL, NULL},
        {"[R-7] annulled rows stay and do not count", annulled_rows_stay_and_do_not_count, NULL,
         NULL, NULL},
        cmocka_unit_test(refused_openings_say_why),
        {"[Z-6] another centre's card opens by exact IIN and purpose, for reading",
         another_centres_card_opens_by_iin_and_purpose, NULL, NULL, NULL},
        cmocka_unit_test(sections_show_their_state),
        cmocka_unit_test(json_holds_every_section),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
