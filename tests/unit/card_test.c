/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/server.h"

#include "common/card.h"
#include "common/json.h"

/* Two people of one centre and the owner of the server. */
static struct db *mine, *theirs, *admin;
static struct session me, they;

static int enter(void **state)
{
    (void)state;
    mine = server_connect("MANSAP_TEST_DSN", NULL);
    theirs = server_connect("MANSAP_TEST_DSN", "operator2");
    admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    server_enter(mine, &me);
    server_enter(theirs, &they);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_done(&me);
    session_done(&they);
    db_free(mine);
    db_free(theirs);
    db_free(admin);
    return 0;
}

static int entry_of(const struct card *c, const char *table)
{
    for (int i = 0; i < c->nlists; i++)
        if (str_same(c->lists[i].section->table, table))
            return i;
    fail_msg("no table %s", table);
    return -1;
}

static struct record *row(const struct card *c, const char *table, int n)
{
    const struct card_list *list = &c->lists[entry_of(c, table)];
    assert_true(n < list->count);
    return list->rows[n];
}

static struct record *add(struct card *c, const char *table)
{
    return card_add_row(c, entry_of(c, table));
}

static void put(struct record *r, const char *field, const char *value)
{
    int i = record_field(r, field);
    if (i < 0)
        fail_msg("no field %s", field);
    record_set(r, i, value);
}

static void put_all(struct record *r, const char *const (*values)[2])
{
    for (int i = 0; values[i][0]; i++)
        put(r, values[i][0], values[i][1]);
}

/* A card ready to be saved; name_of its person: "Сынақ". */
static struct card *typed_card(const char *iin)
{
    static const char *const person[][2] = {{"last_name", "Сынақ"},
                                            {"first_name", "Қанат"},
                                            {"sex", "m"},
                                            {"birth_date", "1990-01-01"},
                                            {"citizenship", "KZ"},
                                            {"addr_region", "11"},
                                            {"addr_district", "1101"},
                                            {"addr_locality", "Көкшетау"},
                                            {"addr_house", "5"},
                                            {"phone", "+77011234567"},
                                            {NULL, NULL}};
    struct card *c = card_new();
    put_all(row(c, "card", 0), person);
    put(row(c, "card", 0), "iin", iin);
    put(add(c, "jobseeker_reg"), "applied_on", "2026-11-02");
    return c;
}

static enum save_outcome save(struct db *db, struct card *c, struct card_conflict *k,
                              struct error *err)
{
    struct db_batch *b = card_save_batch(c);
    assert_non_null(b);
    struct db_reply *r = db_run(db, b);
    enum save_outcome o = card_saved(c, r, k, err);
    db_reply_free(r);
    return o;
}

static void save_well(struct db *db, struct card *c)
{
    struct card_conflict k;
    struct error err;
    if (save(db, c, &k, &err) != SAVE_DONE)
        fail_msg("%s %s: %s %s (%s.%s %s)", err.sqlstate, err.where, err.what, err.detail,
                 err.table, err.column, err.constraint);
    assert_false(card_changed(c));
    assert_null(c->op);
    card_conflict_done(&k);
}

static struct card *open_card(struct db *db, const char *id)
{
    struct error err;
    struct db_reply *r = db_run(db, card_open_batch(id, NULL, NULL));
    struct card *c = card_read(r, &err);
    if (!c)
        fail_msg("%s %s %s", err.sqlstate, err.what, err.detail);
    db_reply_free(r);
    return c;
}

/* A saved card of a new person. */
static struct card *new_card(void)
{
    char *iin = server_new_iin(mine);
    struct card *c = typed_card(iin);
    save_well(mine, c);
    free(iin);
    return c;
}

static void expect_field(const struct record *r, const char *field, const char *expected)
{
    const char *value = record_get(r, field);
    if (!str_same(value, expected))
        fail_msg("%s: %s instead of %s", field, value ? value : "NULL",
                 expected ? expected : "NULL");
}

static void new_card_comes_back_whole(void **state)
{
    (void)state;
    char *iin = server_new_iin(mine);
    struct card *c = typed_card(iin);
    struct record *school = add(c, "education");
    put(school, "edu_org_name", "№ 1 \"мектеп\" \\ 'б'");
    put(school, "edu_org_type", "school");
    put(school, "study_from", "1997");
    put(school, "study_to", "2008-05");
    str_set(&school->reason[record_field(school, "study_to")], "он бір жыл");
    add(c, "microcredit"); /* left empty: not saved */
    unsigned long before = db_round_trips(mine);
    save_well(mine, c);
    assert_int_equal(db_round_trips(mine) - before, 1);
    assert_non_null(c->id);
    assert_non_null(c->updated_at);
    assert_string_equal(c->status, "applied");
    assert_non_null(school->id);
    assert_non_null(stamps_get(school->stamps, "id"));
    assert_null(row(c, "microcredit", 0)->id);
    before = db_round_trips(mine);
    struct card *again = open_card(mine, c->id);
    assert_int_equal(db_round_trips(mine) - before, 1);
    assert_true(again->writable);
    assert_false(again->unemployed_once);
    assert_string_equal(again->edition->id, c->edition->id);
    for (int i = 0; i < row(c, "card", 0)->count; i++)
        assert_true(str_same(row(c, "card", 0)->value[i], row(again, "card", 0)->value[i]));
    expect_field(row(again, "card", 0), "iin", iin);
    expect_field(row(again, "jobseeker_reg", 0), "applied_on", "2026-11-02");
    struct record *r = row(again, "education", 0);
    expect_field(r, "edu_org_name", "№ 1 \"мектеп\" \\ 'б'");
    expect_field(r, "study_from", "1997");
    expect_field(r, "study_to", "2008-05");
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
    assert_null(card_single(c, entry_of(c, "visit"), &first));
    assert_ptr_equal(card_table_section(c->edition, "card"), r->section);
    assert_null(card_table_section(c->edition, "nothing"));
    card_free(c);
}

static void different_fields_do_not_collide(void **state)
{
    (void)state;
    struct card *a = new_card(), *b = open_card(theirs, a->id);
    put(row(a, "card", 0), "email", "a@example.org");
    put(row(b, "card", 0), "phone", "+77020000000");
    save_well(mine, a);
    save_well(theirs, b);
    expect_field(row(b, "card", 0), "email", "a@example.org"); /* read back with the save */
    put(row(a, "card", 0), "addr_flat", "9");
    save_well(mine, a);
    expect_field(row(a, "card", 0), "phone", "+77020000000");
    card_free(a);
    card_free(b);
}

static void same_field_is_a_conflict(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = new_card(), *b = open_card(theirs, a->id);
    put(row(b, "card", 0), "addr_house", "7/1 \"б\"");
    save_well(theirs, b);
    put(row(a, "card", 0), "addr_house", "8");
    put(row(a, "card", 0), "email", "x@example.org");
    assert_int_equal(save(mine, a, &k, &err), SAVE_CONFLICT);
    assert_ptr_equal(k.record, row(a, "card", 0));
    assert_string_equal(k.record->section->fields[k.field].name, "addr_house");
    assert_string_equal(k.theirs, "7/1 \"б\"");
    assert_non_null(k.when);
    assert_true(k.who && strstr(k.who, "Ахметов")); /* the name, not the log-in */
    assert_true(strlen(err.where) > 0);
    assert_null(a->op);
    card_conflict_settle(&k, true);
    card_conflict_done(&k);
    save_well(mine, a);
    struct card *c = open_card(mine, a->id);
    expect_field(row(c, "card", 0), "addr_house", "8");
    expect_field(row(c, "card", 0), "email", "x@example.org");
    card_free(a);
    card_free(b);
    card_free(c);
}

/* Half of a composite field by one, half by another: together they would say what neither meant. */
static void halves_of_a_composite_field_collide(void **state)
{
    (void)state;
    static const char *const training[][2] = {{"training_kind", "vocational"},
                                              {"provider_name", "Колледж"},
                                              {"study_from", "2026-09-01"},
                                              {"study_to", "2026-10-01"},
                                              {"referred_on", "2026-08-20"},
                                              {"perm_job_on", "2026-11-02"},
                                              {"perm_job_employer", "Зауыт"},
                                              {"perm_job_position", "дәнекерлеуші"},
                                              {NULL, NULL}};
    struct card_conflict k;
    struct error err;
    struct card *a = new_card();
    put_all(add(a, "measure_training"), training);
    save_well(mine, a);
    struct card *b = open_card(theirs, a->id);
    put(row(b, "measure_training", 0), "perm_job_employer", "Фабрика");
    save_well(theirs, b);
    put(row(a, "measure_training", 0), "perm_job_position", "слесарь");
    assert_int_equal(save(mine, a, &k, &err), SAVE_CONFLICT);
    assert_string_equal(k.record->section->fields[k.field].name, "perm_job_employer");
    assert_string_equal(k.theirs, "Фабрика");
    card_conflict_done(&k);
    card_free(a);
    card_free(b);
}

static void giving_way_takes_the_others_value(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = new_card(), *b = open_card(theirs, a->id);
    put(row(b, "card", 0), "email", "b@example.org");
    save_well(theirs, b);
    put(row(a, "card", 0), "email", "a@example.org");
    assert_int_equal(save(mine, a, &k, &err), SAVE_CONFLICT);
    card_conflict_settle(&k, false);
    card_conflict_done(&k);
    expect_field(row(a, "card", 0), "email", "b@example.org");
    assert_false(card_changed(a));
    card_free(a);
    card_free(b);
}

static void existing_iin_is_told(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = new_card();
    struct card *b = typed_card(record_get(row(a, "card", 0), "iin"));
    assert_int_equal(save(theirs, b, &k, &err), SAVE_EXISTS);
    expect_field(row(b, "card", 0), "last_name", "Сынақ"); /* nothing is lost */
    assert_true(card_changed(b));
    card_free(a);
    card_free(b);
}

static void refusal_points_at_the_field(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = new_card();
    put(row(a, "card", 0), "addr_locality", NULL);
    assert_int_equal(save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23502");
    assert_ptr_equal(k.record, row(a, "card", 0));
    assert_string_equal(k.record->section->fields[k.field].name, "addr_locality");
    assert_true(strlen(err.where) > 0 && strlen(err.remedy) > 0);
    put(row(a, "card", 0), "addr_locality", "Щучинск");
    struct record *r = add(a, "jobseeker_reg");
    put(r, "applied_on", "2026-11-19"); /* tomorrow */
    assert_int_equal(save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "MS422");
    assert_ptr_equal(k.record, r);
    assert_string_equal(r->section->fields[k.field].name, "applied_on");
    assert_true(str_starts(err.where, "12. "));
    put(r, "applied_on", "2026-11-18");
    put(r, "decision", "maybe");
    put(r, "decision_on", "2026-11-18");
    assert_int_equal(save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23514");
    assert_string_equal(r->section->fields[k.field].name, "decision");
    card_drop_row(a, entry_of(a, "jobseeker_reg"), r);
    save_well(mine, a);
    expect_field(row(a, "card", 0), "addr_locality", "Щучинск");
    card_free(a);
}

static void card_without_application_is_refused(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    char *iin = server_new_iin(mine);
    struct card *c = typed_card(iin);
    card_drop_row(c, entry_of(c, "jobseeker_reg"), row(c, "jobseeker_reg", 0));
    assert_int_equal(save(mine, c, &k, &err), SAVE_REFUSED); /* F-1 */
    assert_string_equal(err.table, "jobseeker_reg");
    assert_null(c->id);
    free(iin);
    card_free(c);
}

static void repeated_save_is_carried_out_once(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    char *iin = server_new_iin(mine);
    struct card *c = typed_card(iin);
    /* The answer to the first is never seen. */
    struct db_reply *r = db_run(mine, card_save_batch(c));
    assert_true(r->ok);
    db_reply_free(r);
    assert_non_null(c->op);
    assert_int_equal(save(mine, c, &k, &err), SAVE_DONE);
    assert_string_equal(err.sqlstate, "MS208");
    assert_null(c->op);
    struct card *fresh = open_card(mine, c->id);
    expect_field(row(fresh, "card", 0), "iin", iin);
    assert_int_equal(fresh->lists[entry_of(fresh, "jobseeker_reg")].count, 1);
    free(iin);
    card_free(c);
    card_free(fresh);
}

/* Ends the back end of db while it waits for the row that admin has locked. */
static void terminate_waiting(struct db *db, const char *pid)
{
    char *waits = NULL;
    do {
        free(waits);
        db_wait(db, -1, 0);
        waits = server_value(
            admin, "select count(*) from pg_locks where pid = $1::int and not granted", 1, &pid);
    } while (strcmp(waits, "0") == 0);
    free(waits);
    free(server_value(admin, "select pg_terminate_backend($1::int)::text", 1, &pid));
}

static void keep_reply(void *ctx, const struct db_reply *reply)
{
    struct db_reply *kept = ctx;
    *kept = *reply;
    kept->results = NULL;
    kept->detail = NULL;
}

static void lost_link_keeps_the_operation(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct db_reply reply = {0};
    struct card *c = new_card();
    char *pid = server_value(mine, "select pg_backend_pid()::text", 0, NULL);
    const char *id[] = {c->id};
    struct db *locker = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    free(server_value(locker, "begin", 0, NULL));
    free(server_value(
        locker, "select 1 from mansap.card_head where card_id = $1::bigint for update", 1, id));
    put(row(c, "card", 0), "email", "lost@example.org");
    db_send(mine, card_save_batch(c), keep_reply, &reply);
    terminate_waiting(mine, pid);
    while (db_busy(mine))
        db_wait(mine, -1, -1);
    assert_int_equal(card_saved(c, &reply, &k, &err), SAVE_UNKNOWN);
    assert_string_equal(err.sqlstate, "08007");
    assert_non_null(c->op);
    char *op = xstrdup(c->op);
    db_free(locker);
    db_reconnect(mine);
    assert_true(db_connect_wait(mine, 30000, NULL));
    session_done(&me);
    server_enter(mine, &me);
    /* In the new session the card is not open: the repeated save opens it itself. */
    struct db_batch *b = card_save_batch(c);
    assert_string_equal(c->op, op);
    struct db_reply *r = db_run(mine, b);
    assert_int_equal(card_saved(c, r, &k, &err), SAVE_DONE);
    assert_string_equal(err.sqlstate, "");
    db_reply_free(r);
    expect_field(row(c, "card", 0), "email", "lost@example.org");
    free(op);
    free(pid);
    card_free(c);
}

/* Registered as job seeker and as unemployed, with one visit to come. */
static struct card *unemployed_card(void)
{
    struct card *c = new_card();
    static const char *const decision[][2] = {
        {"decision_on", "2026-11-03"}, {"decision", "registered"}, {NULL, NULL}};
    put_all(row(c, "jobseeker_reg", 0), decision);
    struct record *r = add(c, "unemployed_reg");
    put(r, "applied_on", "2026-11-04");
    put_all(r, decision);
    put(r, "decision_on", "2026-11-05");
    put(add(c, "visit"), "planned_on", "2026-11-25");
    assert_true(card_entry_open(c, entry_of(c, "visit"))); /* by what is typed */
    save_well(mine, c);
    return c;
}

static void removal_closes_what_is_open(void **state)
{
    (void)state;
    struct card *c = unemployed_card();
    struct record *visit = row(c, "visit", 0);
    assert_string_equal(c->status, "unemployed");
    assert_string_equal(c->next_visit, "2026-11-25");
    assert_true(c->unemployed_once);
    expect_field(visit, "row_no", "1");
    struct record *second = add(c, "visit");
    put(second, "planned_on", "2026-11-20");
    save_well(mine, c);
    expect_field(second, "row_no", "2");
    assert_string_equal(c->next_visit, "2026-11-20");
    /* The note and the removal in one save: the trigger's work is no conflict with one's own. */
    put(second, "staff_note", "телефон соқты");
    put(second, "outcome", "excused");
    put(row(c, "unemployed_reg", 0), "removed_on", "2026-11-18");
    put(row(c, "unemployed_reg", 0), "removal_reason", "hired");
    save_well(mine, c);
    expect_field(visit, "outcome", "cancelled"); /* Z-16, seen at once */
    expect_field(second, "outcome", "excused");
    assert_null(c->next_visit);
    assert_true(c->unemployed_once);
    card_free(c);
}

static void annulled_rows_stay_and_do_not_count(void **state)
{
    (void)state;
    struct card *c = unemployed_card();
    struct record *visit = row(c, "visit", 0);
    str_set(&visit->annul_reason, "қате енгізілді");
    assert_int_equal(card_rows(c, entry_of(c, "visit")), 0);
    assert_true(card_changed(c));
    save_well(mine, c);
    assert_non_null(visit->annulled_at);
    struct card *again = open_card(mine, c->id);
    assert_int_equal(again->lists[entry_of(again, "visit")].count, 1);
    assert_string_equal(row(again, "visit", 0)->annul_reason, "қате енгізілді");
    assert_string_equal(row(again, "visit", 0)->annulled_by, visit->annulled_by);
    card_free(c);
    card_free(again);
}

static void recorded_change_needs_its_document(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *c = new_card();
    put(row(c, "card", 0), "last_name", "Жаңа");
    str_set(&c->recorded_reason, "некеге тұрды");
    assert_int_equal(save(mine, c, &k, &err), SAVE_REFUSED);
    str_set(&c->recorded_doc, "Неке туралы куәлік № 1");
    str_set(&c->recorded_doc_on, "2026-11-01");
    save_well(mine, c);
    assert_null(c->recorded_reason);
    const char *id[] = {c->id};
    char *kind = server_value(admin,
                              "select kind || '/' || doc from mansap.operation where card_id ="
                              " $1::bigint order by at desc, op limit 1",
                              1, id);
    assert_non_null(kind);
    free(kind);
    card_free(c);
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
    struct card *c = new_card();
    const char *iin = record_get(row(c, "card", 0), "iin");
    assert_null(try_open(db, c->id, NULL, NULL, &err));
    assert_string_equal(err.sqlstate, "MS403");
    assert_null(try_open(db, NULL, iin, NULL, &err));
    assert_string_equal(err.sqlstate, "MS429");
    struct card *seen = try_open(db, NULL, iin, "басқа ауданнан көшіп келді", &err);
    assert_non_null(seen);
    assert_false(seen->writable);
    expect_field(row(seen, "card", 0), "last_name", "Сынақ");
    assert_string_equal(seen->centre_kk, me.org_kk);
    put(row(seen, "card", 0), "email", "far@example.org");
    assert_int_equal(save(db, seen, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "MS403");
    session_done(&far);
    card_free(seen);
    card_free(c);
    db_free(db);
}

static void sections_show_their_state(void **state)
{
    (void)state;
    struct card *c = typed_card("900101300000");
    assert_int_equal(card_state(c, 0, &me.world), STATE_COMPLETE);
    put(row(c, "card", 0), "first_name", NULL);
    assert_int_equal(card_state(c, 0, &me.world), STATE_PARTIAL);
    put(row(c, "card", 0), "last_name", NULL);
    assert_int_equal(card_state(c, 0, &me.world), STATE_EMPTY);
    assert_int_equal(card_state(c, entry_of(c, "visit"), &me.world), STATE_CLOSED);
    assert_int_equal(card_state(c, entry_of(c, "education"), &me.world), STATE_EMPTY);
    struct record *r = add(c, "education");
    assert_int_equal(card_state(c, entry_of(c, "education"), &me.world), STATE_EMPTY);
    put(r, "study_from", "2010");
    assert_int_equal(card_state(c, entry_of(c, "education"), &me.world), STATE_PARTIAL);
    put(r, "study_to", "2005");
    assert_int_equal(card_state(c, entry_of(c, "education"), &me.world), STATE_ERROR);
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
        cmocka_unit_test(different_fields_do_not_collide),
        cmocka_unit_test(same_field_is_a_conflict),
        {"[F-14] halves of a composite field collide", halves_of_a_composite_field_collide, NULL,
         NULL, NULL},
        cmocka_unit_test(giving_way_takes_the_others_value),
        {"[K-16] an IIN that exists is told and nothing is lost", existing_iin_is_told, NULL, NULL,
         NULL},
        cmocka_unit_test(refusal_points_at_the_field),
        {"[F-1] a card without an application is refused", card_without_application_is_refused,
         NULL, NULL, NULL},
        cmocka_unit_test(repeated_save_is_carried_out_once),
        {"[K-16] a lost link keeps the operation, which is repeated", lost_link_keeps_the_operation,
         NULL, NULL, NULL},
        {"[Z-16] [F-12] a removal closes what is open, seen at once", removal_closes_what_is_open,
         NULL, NULL, NULL},
        {"[R-7] annulled rows stay and do not count", annulled_rows_stay_and_do_not_count, NULL,
         NULL, NULL},
        {"[Z-2c] a recorded change needs its document", recorded_change_needs_its_document, NULL,
         NULL, NULL},
        cmocka_unit_test(refused_openings_say_why),
        {"[Z-6] another centre's card opens by exact IIN and purpose, for reading",
         another_centres_card_opens_by_iin_and_purpose, NULL, NULL, NULL},
        cmocka_unit_test(sections_show_their_state),
        cmocka_unit_test(json_holds_every_section),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
