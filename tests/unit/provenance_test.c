/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/card.h"
#include "common/clock.h"
#include "common/provenance.h"
#include "common/util.h"

/* The card's record with a stamp in column. */
static struct card *with_stamp(const char *column, const char *value, const char *stamp,
                               struct record **r, int *field)
{
    struct card *c = card_new();
    int first;
    *r = card_single(c, 0, &first);
    *field = record_field(*r, column);
    assert_true(*field >= 0);
    record_set(*r, record_field(*r, "iin"), "801223400108");
    record_set(*r, *field, value);
    str_set(&(*r)->id, "1");
    char *meta = xasprintf("{\"%s\": %s, \"id\": {\"by\": \"the row\", \"how\": \"import\"}}",
                           column, stamp);
    stamps_free((*r)->stamps);
    (*r)->stamps = stamps_new(meta);
    free(meta);
    record_accept(*r);
    return c;
}

static void kinds(void **state)
{
    (void)state;
    static const struct {
        const char *column, *value, *stamp;
        enum provenance kind;
        char mark;
        bool verified;
    } rows[] = {
        {"last_name", "A", "{\"how\": \"save\"}", PROVENANCE_TYPED, ':', false},
        {"last_name", "A", "{\"how\": \"recorded\"}", PROVENANCE_RECORDED, '#', false},
        {"phone", "A", "{\"how\": \"recorded\"}", PROVENANCE_TYPED, ':', false},
        {"last_name", "A", "{\"how\": \"import\"}", PROVENANCE_IMPORTED, '<', true},
        {"phone", "A", "{\"how\": \"import\"}", PROVENANCE_IMPORTED, '<', false},
        {"last_name", "A", "{\"how\": \"save\", \"checked\": {\"at\": null}}", PROVENANCE_CHECKED,
         '+', true},
        {"birth_date", "1980-12-23", "{\"how\": \"save\"}", PROVENANCE_DERIVED, '=', false},
        {"birth_date", "1980-12-24", "{\"how\": \"save\"}", PROVENANCE_TYPED, ':', false},
        {"sex", "f", "{\"how\": \"save\"}", PROVENANCE_DERIVED, '=', false},
        {"sex", "m", "{\"how\": \"save\"}", PROVENANCE_TYPED, ':', false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct record *r;
        int field;
        struct card *c = with_stamp(rows[i].column, rows[i].value, rows[i].stamp, &r, &field);
        enum provenance kind = provenance_of(r, field);
        if (kind != rows[i].kind)
            fail_msg("%s %s: %d", rows[i].column, rows[i].stamp, (int)kind);
        assert_int_equal(provenance_mark(kind), rows[i].mark);
        assert_int_equal(provenance_verified(r, field), rows[i].verified);
        record_set(r, field, NULL); /* no longer as it was saved */
        assert_int_equal(provenance_of(r, field), PROVENANCE_NONE);
        assert_int_equal(provenance_verified(r, field), rows[i].verified);
        card_free(c);
    }
    assert_int_equal(provenance_mark(PROVENANCE_NONE), ' ');
}

static void stamps(void **state)
{
    (void)state;
    struct record *r;
    int field;
    struct provenance_stamp s;
    struct card *c =
        with_stamp("first_name", "A",
                   "{\"by\": \"op\", \"centre\": 7, \"at\": \"2026-11-18T23:30:00+00:00\", \"how\":"
                   " \"save\", \"checked\": {\"at\": \"2026-11-20T08:05:09.12+05:00\", \"system\":"
                   " \"X\"}}",
                   &r, &field);
    provenance_read(r, field, &s);
    assert_int_equal(s.kind, PROVENANCE_CHECKED);
    assert_string_equal(s.by, "op");
    assert_string_equal(s.centre, "7");
    assert_string_equal(s.at, "2026-11-19 04:30");
    assert_string_equal(s.checked_at, "2026-11-20 08:05");
    assert_string_equal(s.system, "X");
    provenance_done(&s);
    /* A column without a stamp of its own: the row's. */
    field = record_field(r, "phone");
    record_set(r, field, "+77011234567");
    record_accept(r);
    provenance_read(r, field, &s);
    assert_int_equal(s.kind, PROVENANCE_IMPORTED);
    assert_string_equal(s.by, "the row");
    assert_null(s.at);
    provenance_done(&s);
    card_free(c);
}

static void instants(void **state)
{
    (void)state;
    static const struct {
        const char *stamp, *iso;
        int minute;
    } rows[] = {
        {"2026-11-18T00:00:00+00:00", "2026-11-18", 300},
        {"2026-11-18T18:59:59.999+00:00", "2026-11-18", 1439},
        {"2026-11-18T19:00:00Z", "2026-11-19", 0},
        {"2026-11-18T23:59:00+05:00", "2026-11-18", 1439},
        {"2026-11-18T02:00:00+08:00", "2026-11-17", 1380},
        {"2026-12-31T22:15:00-03:30", "2027-01-01", 405},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        day d;
        int minute;
        char iso[11];
        assert_true(clock_almaty(rows[i].stamp, &d, &minute));
        day_iso(d, iso);
        assert_string_equal(iso, rows[i].iso);
        assert_int_equal(minute, rows[i].minute);
    }
    day d;
    int minute;
    assert_false(clock_almaty(NULL, &d, &minute));
    assert_false(clock_almaty("", &d, &minute));
    assert_false(clock_almaty("18.11.2026 09:00", &d, &minute));
    assert_false(clock_almaty("2026-13-18T00:00:00+00:00", &d, &minute));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[F-13] [R-5] where a value comes from", kinds, NULL, NULL, NULL},
        {"[F-13] who, where, when, and the check", stamps, NULL, NULL, NULL},
        {"times are Almaty's", instants, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("provenance", tests, NULL, NULL);
}
