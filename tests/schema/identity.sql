-- SPDX-License-Identifier: GPL-3.0-or-later
-- R-4, Z-15: recording a check of the identity; R-5: a verified value is overwritten with a reason only. What is entered on
-- Saturday, 2026-11-21, may be put right until Monday.
\ir world.psql
select plan(45);
delete from holiday;
update setting set value = '2026-11-21' where name = 'today';

-- What a column's mark says; null: not marked.
create function tap.mark(p_column text) returns text language sql as $$
    select meta -> p_column -> 'checked' ->> 'system' from mansap.card where id = (select mansap.my_current_card())
$$;
create function tap.checked(p_card bigint, p_n int) returns text language sql as $$
    select format('select identity_check(tap.op(%L), %L, %L, %L)', p_n, p_card, 'ЖТ МДҚ', 'деректер расталды')
$$;
create function tap.marked() returns text language sql as $$
    select string_agg(key, ' ' order by key) from mansap.card, jsonb_each(meta)
    where id = (select mansap.my_current_card()) and value ? 'checked'
$$;

set local session authorization t_op;
select ok((select ok from session_open('t-here', '1.0', null)), 'the operator is in');
select tap.new_card(tap.make_iin('1990-01-01', 'f', 1), '{"ethnicity": null}') as card \gset
select is((select checked_at from card), null, '[Z-15] a new card is not checked');
select throws_ok(format('select identity_check(tap.op(1), %L, %L, %L)', :card, ' ', 'x'), 'MS422', null, '[R-4] with a system');
select throws_ok(format('select identity_check(tap.op(1), %L, %L, null)', :card, 'x'), 'MS422', null, '[R-4] with a result');
select throws_ok($$select identity_check(tap.op(1), null, 'x', 'x')$$, 'MS404', null, '[R-4] of a card');
select throws_ok(tap.try(:card, $$update card set checked_at = now()$$), '42501', null,
                 '[R-4] a check is recorded by its function only');
select throws_ok(tap.try(:card, $$update card set meta = '{}'$$), '42501', null, '[R-4] nor can a mark be written');
select lives_ok(tap.checked(:card, 2), '[R-4] a check is recorded');
select results_eq('select checked_at, checked_system::text, checked_result::text from card',
                  $$values (now_local() at time zone 'Asia/Almaty', 'ЖТ МДҚ', 'деректер расталды')$$, '[R-4] system, time of the server and result');
select is(tap.marked(), 'birth_date citizenship first_name iin last_name middle_name sex',
          '[R-5] the values of S1-S6 that were there are marked');
select is(tap.mark('last_name'), 'ЖТ МДҚ', '[R-5] with the system');
select throws_ok(tap.checked(:card, 2), 'MS208', null, '[R-4] the same check twice is carried out once');
select is((select new from history_of(:card, 'card', null, 'iin') where field = 'checked_system'), 'ЖТ МДҚ',
          '[R-6] the check stands in the history of the values it covers');

-- R-5: the same day, no document is needed, but a reason
select throws_ok(tap.try(:card, $$update card set sex = 'm'$$), 'MS423', null, '[R-5] a checked value: without a reason refused');
select throws_ok(tap.try(:card, $$update card set middle_name = null$$), 'MS423', null, '[R-5] emptying is overwriting');
select lives_ok(tap.try(:card, $$update card set ethnicity = 'other', ethnicity_other = 'x'$$),
                '[R-5] what was empty at the check is filled without');
select lives_ok(tap.try(:card, $$update card set phone = '+77770000001', addr_house = '9'$$),
                '[Z-2b] current data are brought up to date without');
select lives_ok(tap.try(:card, $$update card set sex = 'm', reasons = '{"sex": "құжат бойынша"}'$$), '[R-5] with a reason');
select results_eq($$select old, new, reason from history_of((select my_current_card()), 'card', null, 'sex') where kind = 'update'
                    and field = 'sex'$$,
                  $$values ('f', 'm', 'құжат бойынша')$$, '[R-5] logged with its reason');
select is(tap.mark('sex'), null, '[R-5] the new value is not verified');
select isnt((select checked_at from card), null, '[Z-15] the identity still is');
select lives_ok(tap.try(:card, $$update card set sex = 'f', reasons = '{}'$$), '[R-5] and may be corrected without a reason');
reset session authorization;
update setting set value = '2026-11-22' where name = 'today';
set local session authorization t_op;
select lives_ok(tap.checked(:card, 3), '[R-4] checked again');
select tap.save(:card, $$update card set sex = 'm', reasons = '{"sex": "құжат"}'$$) as id \gset
reset session authorization;
update setting set value = '2026-11-23' where name = 'today';
set local session authorization t_op;
select lives_ok(tap.checked(:card, 4), '[R-4] and again');
select throws_ok(tap.try(:card, $$update card set sex = 'f'$$), 'MS423', null, '[R-5] a former reason does not count');

-- Another identity
select lives_ok(tap.try(:card, $$update card set last_name = 'Ким', reasons = reasons || '{"last_name": "қате терілді"}'$$),
                '[R-5] a surname with a reason');
select is((select num_nonnulls(checked_at, checked_system, checked_result) from card), 0,
          '[Z-15] another name: the card is unchecked again');
select is(tap.mark('iin'), 'ЖТ МДҚ', '[R-5] the values that stayed are still verified');
select is((select count(*)::int from history_of(:card, 'card', null, 'last_name') where field = 'checked_at'), 4,
          '[R-6] the former checks stay in the history');
select lives_ok(tap.checked(:card, 5), '[R-4] once more');
select lives_ok(format('select tap.save_recorded(%L, %L)', :card, format('update card set iin = %L, birth_date = %L, reasons = %L',
    tap.make_iin('1990-01-02', 'f', 1), '1990-01-02', '{"sex": "құжат"}')), '[R-5] the reason of a recorded change suffices');
select is(tap.marked(), null, '[R-5] another IIN takes all marks along');

-- The system has other data
select lives_ok(tap.checked(:card, 7), '[R-4] checked: it agrees');
select is((select checked_differs from card), null, '[R-4] no difference');
select isnt(tap.marked(), null, '[R-5] marked');
select throws_ok(format('select identity_check(tap.op(8), %L, %L, %L, true)', :card, 'ЖТ МДҚ', ' '), 'MS422', null,
                 '[R-4] a difference is said in words, too');
select lives_ok(format('select identity_check(tap.op(8), %L, %L, %L, true)', :card, 'ЖТ МДҚ', 'тегі басқа'),
                '[R-4] a check that finds a difference is recorded');
select is((select checked_result || ' ' || checked_differs from card), 'тегі басқа true', '[Z-15] and told from one that agrees');
select is(tap.marked(), null, '[R-5] it verifies nothing, and the former check does not hold any more');
select is((select new from history_of(:card, 'card', null, 'iin') where field = 'checked_differs' limit 1), 't',
          '[R-6] it stands in the history of the values it covers');

-- Imported values
reset session authorization;
create table tap.iin as select iin::text as v from card where id = :card;
grant select on tap.iin to public;
select import_begin(null, 'import', null) as op \gset
update card set citizenship = 'KG', email = 'x@example.org' where id = :card;
select import_end();
set local session authorization t_op;
select throws_ok(tap.try(:card, $$update card set citizenship = 'KZ'$$), 'MS423', null, '[R-5] an imported value');
select lives_ok(tap.try(:card, $$update card set email = null$$), '[Z-2b] but not current data');

-- Another's card
set local session authorization t_near;
select ok((select ok from session_open('t-here', '1.0', null)), 'an operator of another centre');
select ok((select not writable from card_open(null, (select v from tap.iin), 'анықтама сұралды')), 'opens it for reading');
select tap.committed();
select throws_ok(tap.checked(:card, 6), 'MS403', null, '[R-4] and may not record a check');
select * from finish();
rollback;
