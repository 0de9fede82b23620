/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/cards.h"

/* Two people of one centre and the owner of the server. */
static struct db *mine, *theirs, *admin;
static struct session me, they;

static int enter(void **state)
{
    (void)state;
    mine = cards_connect("MANSAP_TEST_DSN", NULL, &me);
    theirs = cards_connect("MANSAP_TEST_DSN", "operator2", &they);
    admin = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
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

static void different_fields_do_not_collide(void **state)
{
    (void)state;
    struct card *a = cards_new(mine), *b = cards_open(theirs, a->id);
    cards_put(cards_row(a, "card", 0), "email", "a@example.org");
    cards_put(cards_row(b, "card", 0), "phone", "+77020000000");
    cards_save_well(mine, a);
    cards_save_well(theirs, b);
    cards_expect(cards_row(b, "card", 0), "email", "a@example.org"); /* read back with the save */
    cards_put(cards_row(a, "card", 0), "addr_flat", "9");
    cards_save_well(mine, a);
    cards_expect(cards_row(a, "card", 0), "phone", "+77020000000");
    card_free(a);
    card_free(b);
}

static void same_field_is_a_conflict(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = cards_new(mine), *b = cards_open(theirs, a->id);
    cards_put(cards_row(b, "card", 0), "addr_house", "7/1 \"б\"");
    cards_save_well(theirs, b);
    cards_put(cards_row(a, "card", 0), "addr_house", "8");
    cards_put(cards_row(a, "card", 0), "email", "x@example.org");
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_CONFLICT);
    assert_ptr_equal(k.record, cards_row(a, "card", 0));
    assert_string_equal(k.record->section->fields[k.field].name, "addr_house");
    assert_string_equal(k.theirs, "7/1 \"б\"");
    assert_non_null(k.when);
    assert_true(k.who && strstr(k.who, "Ахметов")); /* the name, not the log-in */
    assert_true(strlen(err.where) > 0);
    assert_null(a->op);
    card_conflict_settle(&k, true);
    card_conflict_done(&k);
    cards_save_well(mine, a);
    struct card *c = cards_open(mine, a->id);
    cards_expect(cards_row(c, "card", 0), "addr_house", "8");
    cards_expect(cards_row(c, "card", 0), "email", "x@example.org");
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
    struct card *a = cards_new(mine);
    cards_put_all(cards_add(a, "measure_training"), training);
    cards_save_well(mine, a);
    struct card *b = cards_open(theirs, a->id);
    cards_put(cards_row(b, "measure_training", 0), "perm_job_employer", "Фабрика");
    cards_save_well(theirs, b);
    cards_put(cards_row(a, "measure_training", 0), "perm_job_position", "слесарь");
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_CONFLICT);
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
    struct card *a = cards_new(mine), *b = cards_open(theirs, a->id);
    cards_put(cards_row(b, "card", 0), "email", "b@example.org");
    cards_save_well(theirs, b);
    cards_put(cards_row(a, "card", 0), "email", "a@example.org");
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_CONFLICT);
    card_conflict_settle(&k, false);
    card_conflict_done(&k);
    cards_expect(cards_row(a, "card", 0), "email", "b@example.org");
    assert_false(card_changed(a));
    card_free(a);
    card_free(b);
}

static void existing_iin_is_told(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = cards_new(mine);
    struct card *b = cards_typed(record_get(cards_row(a, "card", 0), "iin"));
    assert_int_equal(cards_save(theirs, b, &k, &err), SAVE_EXISTS);
    cards_expect(cards_row(b, "card", 0), "last_name", "Сынақ"); /* nothing is lost */
    assert_true(card_changed(b));
    card_free(a);
    card_free(b);
}

static void refusal_points_at_the_field(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *a = cards_new(mine);
    cards_put(cards_row(a, "card", 0), "addr_locality", NULL);
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23502");
    assert_ptr_equal(k.record, cards_row(a, "card", 0));
    assert_string_equal(k.record->section->fields[k.field].name, "addr_locality");
    assert_true(strlen(err.where) > 0 && strlen(err.remedy) > 0);
    cards_put(cards_row(a, "card", 0), "addr_locality", "Щучинск");
    struct record *r = cards_add(a, "jobseeker_reg");
    cards_put(r, "applied_on", "2026-11-19"); /* tomorrow */
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "MS422");
    assert_ptr_equal(k.record, r);
    assert_string_equal(r->section->fields[k.field].name, "applied_on");
    assert_true(str_starts(err.where, "12. "));
    cards_put(r, "applied_on", "2026-11-18");
    cards_put(r, "decision", "maybe");
    cards_put(r, "decision_on", "2026-11-18");
    assert_int_equal(cards_save(mine, a, &k, &err), SAVE_REFUSED);
    assert_string_equal(err.sqlstate, "23514");
    assert_string_equal(r->section->fields[k.field].name, "decision");
    card_drop_row(a, cards_entry(a, "jobseeker_reg"), r);
    cards_save_well(mine, a);
    cards_expect(cards_row(a, "card", 0), "addr_locality", "Щучинск");
    card_free(a);
}

static void card_without_application_is_refused(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    char *iin = server_new_iin(mine);
    struct card *c = cards_typed(iin);
    card_drop_row(c, cards_entry(c, "jobseeker_reg"), cards_row(c, "jobseeker_reg", 0));
    assert_int_equal(cards_save(mine, c, &k, &err), SAVE_REFUSED); /* F-1 */
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
    struct card *c = cards_typed(iin);
    /* The answer to the first is never seen. */
    struct db_reply *r = db_run(mine, card_save_batch(c));
    assert_true(r->ok);
    db_reply_free(r);
    assert_non_null(c->op);
    assert_int_equal(cards_save(mine, c, &k, &err), SAVE_DONE);
    assert_string_equal(err.sqlstate, "MS208");
    assert_null(c->op);
    struct card *fresh = cards_open(mine, c->id);
    cards_expect(cards_row(fresh, "card", 0), "iin", iin);
    assert_int_equal(fresh->lists[cards_entry(fresh, "jobseeker_reg")].count, 1);
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
    struct card *c = cards_new(mine);
    char *pid = server_value(mine, "select pg_backend_pid()::text", 0, NULL);
    const char *id[] = {c->id};
    struct db *locker = server_connect("MANSAP_TEST_ADMIN_DSN", NULL);
    free(server_value(locker, "begin", 0, NULL));
    free(server_value(
        locker, "select 1 from mansap.card_head where card_id = $1::bigint for update", 1, id));
    cards_put(cards_row(c, "card", 0), "email", "lost@example.org");
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
    cards_expect(cards_row(c, "card", 0), "email", "lost@example.org");
    free(op);
    free(pid);
    card_free(c);
}

static void recorded_change_needs_its_document(void **state)
{
    (void)state;
    struct card_conflict k;
    struct error err;
    struct card *c = cards_new(mine);
    cards_put(cards_row(c, "card", 0), "last_name", "Жаңа");
    str_set(&c->recorded_reason, "некеге тұрды");
    assert_int_equal(cards_save(mine, c, &k, &err), SAVE_REFUSED);
    str_set(&c->recorded_doc, "Неке туралы куәлік № 1");
    str_set(&c->recorded_doc_on, "2026-11-01");
    cards_save_well(mine, c);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
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
        {"[Z-2c] a recorded change needs its document", recorded_change_needs_its_document, NULL,
         NULL, NULL},
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
