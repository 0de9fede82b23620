/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/trial.h"

#include "common/json.h"

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

int trial_enter(const char *variable)
{
    struct sample s;
    operator_db = server_connect(variable, NULL);
    server_enter(operator_db, &me);
    sample_seed(&s, 77, &me.world);
    unemployed = saved_card(&s, true);
    seeker = saved_card(&s, false);
    return 0;
}

int trial_leave(void **state)
{
    (void)state;
    free(unemployed);
    free(seeker);
    session_done(&me);
    db_free(operator_db);
    return 0;
}

const struct value_world *trial_world(void)
{
    return &me.world;
}

/* --- what the database says --- */

/* Reasons of the record as JSON; the caller's. */
static char *reasons(const struct record *r)
{
    struct json j = {0};
    json_open(&j, NULL, '{');
    for (int i = 0; i < r->count; i++)
        if (r->reason[i])
            json_text(&j, r->section->fields[i].name, r->reason[i]);
    json_close(&j);
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

bool trial_taken(const struct record *r, struct error *err)
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

/* --- the walk --- */

const struct field *trial_field(const struct trial *t)
{
    return &t->section->fields[t->at];
}

void trial_set(struct trial *t, int field, const char *value)
{
    record_set(t->record, field, value);
    t->fixed[field] = true;
    if (t->section->fields[field].type == FIELD_IIN)
        record_settle(t->record, field);
}

void trial_sample(struct trial *t, int field)
{
    const struct field *f = &t->section->fields[field];
    for (int i = 0; i < field; i++)
        if (!t->fixed[i] && (str_same(t->section->fields[i].name, f->not_before) ||
                             str_same(t->section->fields[i].name, f->parent)))
            trial_sample(t, i);
    char *value = sample_value(&t->sample, t->record, field);
    trial_set(t, field, value);
    free(value);
}

bool trial_apply(struct trial *t, int field)
{
    return trial_hold(t, &t->section->fields[field].when, 0);
}

bool trial_hold(struct trial *t, const struct condition *c, int n)
{
    if (!c->field)
        return n == 0;
    int i = record_field(t->record, c->field);
    assert_true(i >= 0);
    char *value = NULL, *list = NULL, *rest;
    trial_apply(t, i);
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
    trial_set(t, i, value);
    free(value);
    free(list);
    return found;
}

void trial_begin(struct trial *t, const struct section *s, int at)
{
    *t = (struct trial){.section = s, .at = at, .record = record_new(s)};
    assert_in_range(t->record->count, 1, COUNT(t->fixed));
    sample_seed(&t->sample, (unsigned)(1000 + at), &me.world);
}

void trial_complete(struct trial *t, unsigned percent)
{
    struct error err;
    sample_fill(&t->sample, t->record, t->fixed, percent);
    expect_valid(t->record, &me.world);
    if (!trial_taken(t->record, &err))
        fail_msg("%s.%s: a valid record is refused: %s %s %s %s.%s %s", t->section->table,
                 trial_field(t)->name, err.sqlstate, err.what, err.detail, err.table, err.column,
                 err.constraint);
}

void trial_fill(struct trial *t)
{
    trial_apply(t, t->at);
    if (!(trial_field(t)->flags & FIELD_FROM_IIN))
        trial_sample(t, t->at);
    trial_complete(t, 0);
}

bool trial_form_refuses(struct trial *t, int field, int number)
{
    struct problem found[20];
    int n = record_check(t->record, &me.world, found, COUNT(found));
    for (int i = 0; i < n; i++)
        if (found[i].field == field && found[i].strength != CHECK_NOTE &&
            (!number || found[i].number == number))
            return true;
    return false;
}

void trial_refused(struct trial *t, int number)
{
    static const char *const codes[] = {"22", "23502", "23503", "23514", "MS422"};
    struct error err;
    const char *value = t->record->value[t->at] ? t->record->value[t->at] : "NULL";
    if (!trial_form_refuses(t, t->at, number))
        fail_msg("%s.%s = %s: the form takes it", t->section->table, trial_field(t)->name, value);
    if (trial_taken(t->record, &err))
        fail_msg("%s.%s = %s: the database takes it", t->section->table, trial_field(t)->name,
                 value);
    bool known = false;
    for (size_t i = 0; i < COUNT(codes); i++)
        known = known || str_starts(err.sqlstate, codes[i]);
    if (!known || (*err.table && !str_same(err.table, t->section->table)))
        fail_msg("%s.%s = %s: refused by %s %s in %s", t->section->table, trial_field(t)->name,
                 value, err.sqlstate, err.what, err.table);
}

void trial_end(struct trial *t)
{
    record_free(t->record);
}

void trial_walk(try_field *attempt, int least)
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
