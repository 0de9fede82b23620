/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a draft, put into a card that has changed meanwhile. */
#include "common/draft.h"
#include "tests/unit/cards.h"

/* Takes all rows and values as saved under these ids. */
static void as_saved(struct card *c)
{
    str_set(&c->id, "7");
    for (int i = 0; i < c->nlists; i++)
        for (int k = 0; k < c->lists[i].count; k++) {
            if (!c->lists[i].rows[k]->id)
                c->lists[i].rows[k]->id = xasprintf("%d", 100 * i + k);
            record_accept(c->lists[i].rows[k]);
        }
}

static void typed_after_an_unknown_save_is_carried_over(void **state)
{
    (void)state;
    struct error err;
    struct card *typed = cards_awkward(), *fresh = cards_awkward();
    as_saved(fresh); /* the server had carried the save out */
    int visits = cards_entry(fresh, "visit");
    str_set(&typed->op, "11111111-1111-4111-8111-111111111111");
    cards_put(typed->lists[0].rows[0], "first_name", "Айша");
    cards_put(fresh->lists[0].rows[0], "last_name", "Басқаұлы");
    record_accept(fresh->lists[0].rows[0]);
    assert_true(draft_carry(typed, fresh, &err));
    struct record *card = fresh->lists[0].rows[0];
    assert_string_equal(record_get(card, "first_name"), "Айша");
    /* The server's newer value is the loaded one, the typed one stands. */
    assert_string_equal(record_get(card, "last_name"), "Сұлтан\tбек\\ов");
    assert_string_equal(card->old[record_field(card, "last_name")], "Басқаұлы");
    assert_false(record_field_changed(card, record_field(card, "iin")));
    assert_int_equal(fresh->lists[visits].count, 1); /* not twice */
    assert_string_equal(fresh->op, typed->op);
    card_free(typed);
    card_free(fresh);
}

/* A new row was sent, the answer is lost, and one goes on typing in it. */
static void edited_after_an_unknown_save(bool carried_out, bool twice)
{
    struct error err;
    struct card *typed = cards_awkward(), *fresh = cards_awkward(), *again = cards_awkward();
    int visits = cards_entry(fresh, "visit");
    struct record *row = typed->lists[visits].rows[0];
    record_sent(row);
    cards_put(row, "staff_note", "кейін");
    if (twice) { /* sent once more, this answer is lost, too */
        record_sent(row);
        cards_put(fresh->lists[visits].rows[0], "staff_note", "кейін");
        cards_put(row, "staff_note", "ең соңында");
    }
    if (carried_out)
        as_saved(fresh);
    else
        card_drop_row(fresh, visits, fresh->lists[visits].rows[0]);
    assert_true(draft_carry(typed, fresh, &err));
    assert_int_equal(fresh->lists[visits].count, 1);
    struct record *now = fresh->lists[visits].rows[0];
    assert_string_equal(record_get(now, "staff_note"), twice ? "ең соңында" : "кейін");
    assert_int_equal(now->id != NULL, carried_out);
    assert_true(record_field_changed(now, record_field(now, "staff_note")));
    assert_int_equal(record_field_changed(now, record_field(now, "planned_on")), !carried_out);
    /* It may still prove to be carried out: what was sent is not forgotten. */
    as_saved(again);
    if (!carried_out) {
        assert_true(draft_carry(fresh, again, &err));
        assert_int_equal(again->lists[visits].count, 1);
        assert_string_equal(record_get(again->lists[visits].rows[0], "staff_note"), "кейін");
    }
    card_free(typed);
    card_free(fresh);
    card_free(again);
}

static void a_saved_row_edited_further_is_no_second_row(void **state)
{
    (void)state;
    edited_after_an_unknown_save(true, false);
    edited_after_an_unknown_save(true, true);
    edited_after_an_unknown_save(false, false);
}

static void changed_and_annulled_rows_find_their_place(void **state)
{
    (void)state;
    struct error err;
    struct card *typed = cards_awkward(), *fresh = cards_awkward(), *empty = card_new();
    as_saved(typed);
    as_saved(fresh);
    int visits = cards_entry(fresh, "visit");
    struct record *row = typed->lists[visits].rows[0];
    cards_put(row, "outcome", NULL);
    str_set(&row->annul_reason, "қате");
    assert_true(draft_carry(typed, fresh, &err));
    assert_null(record_get(fresh->lists[visits].rows[0], "outcome"));
    assert_string_equal(fresh->lists[visits].rows[0]->annul_reason, "қате");
    assert_false(draft_carry(typed, empty, &err)); /* there is no such row */
    assert_true(strlen(err.what) > 0);
    card_free(typed);
    card_free(fresh);
    card_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-16] what was typed after an unknown save is carried over",
         typed_after_an_unknown_save_is_carried_over, NULL, NULL, NULL},
        {"[K-16] a row whose save was unknown is edited further, not added twice",
         a_saved_row_edited_further_is_no_second_row, NULL, NULL, NULL},
        cmocka_unit_test(changed_and_annulled_rows_find_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
