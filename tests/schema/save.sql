-- SPDX-License-Identifier: GPL-3.0-or-later
-- Saves: conflicts by old values, repetition by operation, nothing outside a save, stamps, history and its chain.
\ir world.psql
select plan(45);

set local session authorization t_op;
select ok((select ok from session_open('t-here', '1.0', null)), 'one operator is in');
set local session authorization t_op2;
select ok((select ok from session_open('t-there', '1.0', null)), 'another of the same centre, too');
set local session authorization t_op;
select tap.unemployed(tap.new_card(tap.make_iin('1990-01-01', 'f', 1))) as card \gset
select tap.save(:card, $$insert into last_job (employer_name, hired_on, position) values ('ЖК', '2020-05-01', 'x')$$) as id
\gset
select id as job from last_job \gset
set local session authorization t_op2;
select is((select count(*)::int from card), 0, 'what one has opened the other does not see');
select ok((select writable from card_open(:card, null, null)), 'the other opens the card');
select is((select count(*)::int from card), 0, '[P-28] it is seen once the opening is committed');
select tap.committed();

-- MS409
reset session authorization;
create function tap.guarded(p_tab text, p_id bigint, p_column text, p_old text, p_new text) returns text language sql as $$
    select format('with u as (update %1$I t set %2$I = %3$L where t.id = %4$L and t.%2$I is not distinct from %5$L'
                  ' returning 1) select must_hit((select count(*) from u), %1$L, %4$L, array[%2$L], array[%5$L])',
                  p_tab, p_column, p_new, p_id, p_old);
$$;
create function tap.detail(p_sql text) returns jsonb language plpgsql as $$
declare
    d text;
begin
    execute p_sql;
    return null;
exception when others then
    get stacked diagnostics d = pg_exception_detail;
    return jsonb_build_object('state', sqlstate) || coalesce(nullif(d, ''), '{}')::jsonb;
end $$;
set local session authorization t_op;
select lives_ok(tap.try(:card, tap.guarded('card', :card, 'phone', '+77011234567', '+77010000001')), 'one changes a field');
set local session authorization t_op2;
select lives_ok(tap.try(:card, tap.guarded('card', :card, 'addr_house', '1', '2')), 'the other another: no conflict');
select throws_ok(tap.try(:card, tap.guarded('card', :card, 'phone', '+77011234567', '+77010000002')), 'MS409', null,
                 'the same field: conflict MS409');
select is(tap.detail(tap.try(:card, tap.guarded('card', :card, 'phone', '+77011234567', '+77010000002'))) - 'when',
          jsonb_build_object('state', 'MS409', 'table', 'card', 'id', :card, 'field', 'phone', 'theirs', '+77010000001',
                             'who', 'T_Op'), 'it tells the other''s value and name');
select is((select phone::text from card where id = :card), '+77010000001', 'and changes nothing');
select lives_ok(tap.try(:card, tap.guarded('card', :card, 'is_student', null, 't')), 'yes and no are guarded');
select is(tap.detail(tap.try(:card, tap.guarded('card', :card, 'is_student', 'f', 'f'))) ->> 'theirs', 't',
          'and shown as libpq shows them');
select throws_ok(tap.try(:card, tap.guarded('last_job', 0, 'position', 'x', 'y')), 'MS404', null, 'no such row');
select throws_ok(tap.try(:card, $$select must_hit(0, 'account', 1, array['login'], array['x'])$$), 'MS404', null,
                 'no other tables');

-- Two saves that are valid each, whose union is not
select lives_ok(tap.try(:card, tap.guarded('last_job', :job, 'dismissed_on', null, '2020-06-01')), 'one: dismissed in June');
set local session authorization t_op;
select throws_ok(tap.try(:card, tap.guarded('last_job', :job, 'hired_on', '2020-05-01', '2020-07-01')), '23514', null,
                 'two valid saves whose union breaks a CHECK: the second is refused');
select is((select hired_on from last_job where id = :job), date '2020-05-01', 'whole');

-- The row of the card is wide and has many indexes.
select ctid as place from card where id = :card \gset
select tap.save(:card, format($$update last_job set position = 'y' where id = %s$$, :job)) as id \gset
select is((select ctid::text from card where id = :card), :'place', 'a save of another row leaves the card''s own where it is');
select is((select updated_by from card_open(:card, null, null)), 'T_Op', '[R-6] and yet the card tells of it');

-- MS208
select save_begin(tap.op(1), :card, 'save', null, null, null) as c \gset
select is((select updated_by from save_end(tap.op(1))), 'T_Op', 'save_end tells who and when');
select throws_ok(format('select save_begin(tap.op(1), %s, %L, null, null, null)', :card, 'save'), 'MS208', null,
                 'a repeated operation is recognised');
set local session authorization t_op2;
select throws_ok(format('select save_begin(tap.op(1), %s, %L, null, null, null)', :card, 'save'), 'MS403', null,
                 'but another''s is not told');

-- MS428
select throws_ok($$update card set phone = '+77010000009'$$, 'MS428', null, 'nothing outside a save');
select throws_ok($$insert into last_job (employer_name, hired_on, position) values ('a', '2020-01-01', 'b')$$, 'MS428', null,
                 'no row without a save');
select throws_ok('select save_end(tap.op(77))', 'MS428', null, 'no end without a beginning');
select throws_ok(format('select tap.save(%s, %L)', :card, format($$select save_begin(tap.op(5), %s, 'save', null, null, null)$$,
                 :card)), 'MS428', null, 'one save at a time');
select throws_ok($$ select save_begin(tap.op(6), null, 'import', null, null, null) $$, 'MS422', null,
                 'an import is no kind of save for people');
select throws_ok(format('select save_begin(tap.op(6), %s, %L, null, null, null); set constraints all immediate', :card,
                 'save'), 'MS428', null, 'a save that is not ended does not commit');
select throws_ok($$ select import_begin(null, null, null) $$, '42501', null, 'nor can one be begun');

-- Stamps and history
select is((select meta -> 'phone' ->> 'by' from card where id = :card), 't_op', '[R-6] meta tells who entered the value');
select is((select meta -> 'addr_house' ->> 'by' from card where id = :card), 't_op2', '[R-6] field by field');
select results_eq(format($$ select kind, old, new, login from history_of(%s, 'card', %1$s, 'phone') $$, :card),
                  $$ values ('update', '+77011234567', '+77010000001', 't_op'), ('insert', null, '+77011234567', 't_op') $$,
                  '[F-13] the history of a field');
set local session authorization t_far;
select is((select count(*)::int from history_of(:card, null, null, null)), 0, 'for open cards only');

set local session authorization t_auditor;
select ok((select ok from session_open('t-here', '1.0', null)), 'the auditor is in');
select is((select ok from verify_chain(:card)), true, 'the chain of hashes holds');
reset session authorization;
select is((select seq from card_head where card_id = :card), (select count(*) from history where card_id = :card),
          'every change is in it');
select throws_ok('update history set new = ''{}''', 'MS403', null, 'history is not changed even by its owner');
select throws_ok('delete from history', 'MS403', null, 'nor deleted');
select throws_ok('truncate history', 'MS403', null, 'nor emptied');
select throws_ok('truncate history_2026', 'MS403', null, 'nor in part');
select throws_ok('delete from card', 'MS403', null, '[R-7] no card is deleted');
select throws_ok('delete from audit_log', 'MS403', null, 'no log is shortened');
set local session_replication_role = replica;
update history set new = new || '{"phone": "+77779999999"}' where card_id = :card and new ? 'phone' and seq > 1;
set local session_replication_role = origin;
set local session authorization t_auditor;
select is((select ok from verify_chain(:card)), false, 'who switches the triggers off is found by the chain');
select ok((select broken_at > 1 from verify_chain(:card)), 'at its place');
reset session authorization;
set local session_replication_role = replica;
delete from history where card_id = :card and seq = (select seq from card_head where card_id = :card);
set local session_replication_role = origin;
set local session authorization t_auditor;
select is((select ok from verify_chain(:card)), false, 'a missing end is found by the head');
select * from finish();
rollback;
