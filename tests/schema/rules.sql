-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules of the form that the database refuses to see broken.
\ir world.psql
select plan(65);

set local session authorization t_op;
select ok((select ok from session_open('t-here', '1.0', null)), 'the operator is in');

-- F-1
select throws_ok($$ select tap.save(null, tap.card_sql(tap.make_iin('1990-01-01', 'f', 1))) $$, 'MS422', null,
                 '[F-1] no card without an application');
select lives_ok($$ select tap.save(null, tap.card_sql(tap.make_iin('1990-01-01', 'f', 2))
                   || '; insert into jobseeker_reg (applied_on) values (''2026-11-18'')') $$,
                '[F-1] an application that waits will do');
select my_current_card() as waiting \gset
select is((select status from card_status where card_id = :waiting), 'applied', '[F-12] applied');
select throws_ok(tap.try(:waiting, 'update jobseeker_reg set annul_reason = ''қате'''), 'MS422', null,
                 '[F-1] the only application cannot be annulled');

-- Z-13
select throws_ok($$ select tap.new_card('900101400014') $$, '23514', null, '[Z-13] a wrong check digit refuses the card');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 3), '{"birth_date": "1990-01-02"}') $$, '23514',
                 null, '[Z-13] another birth date needs a reason');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 3), '{"sex": "m"}') $$, '23514', null,
                 '[Z-13] another sex needs a reason');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 3),
                    '{"sex": "m", "reasons": {"sex": " "}}') $$, 'MS422', null, '[Z-13] a blank reason is none');
select lives_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 3), '{"sex": "m", "birth_date": "1990-01-02",
                   "reasons": {"sex": "құжат бойынша", "birth_date": "құжат бойынша"}}') $$, '[Z-13] with a reason it goes');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 4), '{"iin": null}') $$, '23502', null,
                 '[Z-13] no card without an IIN');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 2)) $$, '23505', null, 'one card a person');
select throws_ok($$ select tap.new_card(tap.make_iin('2026-11-19', 'f', 4)) $$, 'MS422', null, 'born tomorrow');

-- Required fields of the card
select throws_ok(format('select tap.new_card(tap.make_iin(%L, %L, 5), %L)', '1990-01-01', 'f',
                        jsonb_build_object(f, null)), '23502', null, 'required: ' || f)
from unnest(array['last_name', 'first_name', 'sex', 'birth_date', 'citizenship', 'addr_region', 'addr_district',
                  'addr_locality', 'addr_house', 'phone']) as f;
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 5), '{"ethnicity": "other"}') $$, '23514', null,
                 'other asks for words');
select throws_ok($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 5), '{"first_name": "Г."}') $$, '23514', null,
                 'names in full, no initials');
select throws_ok(format($$ select tap.new_card(tap.make_iin('1990-01-01', 'f', 5), '{"addr_region": "%s"}') $$,
                        (select min(code) from dict_region where code > p.parent)), '23503', null,
                 'a district lies in its oblast') from tap.place as p;

-- F-8, F-9
select tap.new_card(tap.make_iin('1991-05-05', 'm', 1)) as card \gset
select is((select status from card_status where card_id = :card), 'registered', '[F-12] registered');
reset session authorization;
create function tap.reg(p_tab text, p_values text) returns text language sql as $$
    select format('insert into mansap.%I (applied_on, decision_on, decision, refusal_reason, removed_on, removal_reason)'
                  ' values (%s)', p_tab, p_values);
$$;
create table tap.words as select (select min(code) from dict_refusal_reason where code <> 'other') as refusal,
    (select min(code) from dict_removal_reason where code <> 'other') as removal,
    (select min(code) from dict_training_kind) as training, (select min(code) from dict_subsidised_kind) as subsidised;
grant select on tap.words to public;
select refusal, removal, training, subsidised from tap.words \gset
set local session authorization t_op;

select throws_ok(tap.try(:card, tap.reg('jobseeker_reg', v)), state, null, title) from (values
    ($$'2026-11-05', null, 'registered', null, null, null$$, '23514', '[F-8] a decision has a date'),
    ($$'2026-11-05', '2026-11-06', null, null, null, null$$, '23514', '[F-8] a date has a decision'),
    ($$'2026-11-05', '2026-11-06', 'refused', null, null, null$$, '23514', '[F-8] a refusal has a reason'),
    (format($$'2026-11-05', '2026-11-06', 'registered', %L, null, null$$, :'refusal'), '23514',
        '[F-8] a registration has no reason of refusal'),
    ($$'2026-11-05', '2026-11-06', 'refused', 'other', null, null$$, '23514', '[F-8] other asks for words'),
    (format($$'2026-11-05', '2026-11-06', 'refused', %L, '2026-11-07', %L$$, :'refusal', :'removal'), '23514',
        '[F-8] who was refused is not removed'),
    ($$'2026-11-05', '2026-11-06', 'registered', null, '2026-11-07', null$$, '23514', '[F-8] a removal has a reason'),
    (format($$'2026-11-05', '2026-11-06', 'registered', null, null, %L$$, :'removal'), '23514',
        '[F-8] a reason of removal has a date'),
    ($$'2026-11-06', '2026-11-05', 'registered', null, null, null$$, '23514', '[F-9] decided after the application'),
    (format($$'2026-11-05', '2026-11-06', 'registered', null, '2026-11-05', %L$$, :'removal'), '23514',
        '[F-9] removed after the decision'),
    ($$'2026-11-19', null, null, null, null, null$$, 'MS422', '[F-9] no application in the future'),
    ($$'2026-11-06', '2026-11-06', 'registered', null, null, null$$, '23P01', '[F-9] one open episode'),
    ($$'2026-11-06', null, null, null, null, null$$, '23P01', '[F-9] one that waits is open')) as v (v, state, title);
select lives_ok(tap.try(:card, tap.reg('jobseeker_reg', format(
    $$'2026-11-06', '2026-11-06', 'refused', %L, null, null$$, :'refusal'))), '[F-9] a refused one is not open');
select lives_ok(tap.try(:card, format('insert into jobseeker_reg (applied_on) values (%L); update jobseeker_reg'
    ' set removed_on = %L, removal_reason = %L where decision = %L and card_id = op_card()', '2026-11-18', '2026-11-17', :'removal',
    'registered')), '[F-9] one save may open the next before it closes the last');
select is((select status from card_status where card_id = :card), 'applied', '[F-12] applied again');
select throws_ok(tap.try(:waiting, $$insert into unemployed_reg (applied_on) values ('2026-11-18')$$), 'MS422', null,
                 '[F-9] S15 presupposes a registration in S12');

-- F-10
select throws_ok(tap.try(:waiting, v), 'MS412', null, '[F-10] not unemployed: ' || v) from (values
    ($$insert into visit (planned_on) values ('2026-11-20')$$),
    ($$insert into plan_item (measure) values ('x')$$),
    ($$insert into expectation (job_city) values ('x')$$)) as v (v);
select tap.unemployed(tap.new_card(tap.make_iin('1992-06-06', 'f', 1))) as card \gset
select is((select status from card_status where card_id = :card), 'unemployed', '[F-12] unemployed');
select throws_ok(tap.try(:card, $$insert into plan_item (measure, fulfilment, failure_reason) values ('x', 'y', 'z')$$),
                 '23514', null, '[F-10] fulfilled and failed exclude each other');
select lives_ok(tap.try(:card, $$insert into visit (planned_on) values ('2026-11-10'), ('2026-11-25');
    insert into plan_item (measure) values ('бірінші'), ('екінші'); insert into expectation (job_city) values ('x')$$),
    '[F-10] registered: S18 to S20 are open');
select results_eq($$ select row_no from visit where card_id = (select my_current_card()) order by id $$, array[1, 2],
                  'visits number themselves');

-- F-11
select tap.new_card(tap.make_iin('1993-06-06', 'f', 1)) as pupil \gset
select lives_ok(tap.try(:pupil, format($$update card set is_pupil = true where id = op_card();
    insert into subsidised_job (job_kind, referred_on, period_from, period_to, employer_name, position)
    values (%L, '2026-11-05', '2026-12-05', '2026-12-06', 'ЖШС', 'x')$$, :'subsidised')),
    '[F-11] a pupil has a subsidised job without being unemployed');
select lives_ok(tap.try(:pupil, $$update card set has_disability = true where id = op_card();
    insert into special_job (employer_name, referred_on, period_from, period_to, position)
    values ('ЖШС', '2026-11-05', '2026-11-06', '2026-12-06', 'x')$$), '[F-11] a person with a disability a special one');

-- Z-16
select lives_ok(tap.try(:card, format($$update unemployed_reg set removed_on = '2026-11-18', removal_reason = %L where card_id = op_card();
    insert into plan_item (measure, failure_reason) values ('соңғы', 'жоқ')$$, :'removal')), '[Z-16] a removal');
select results_eq('select outcome from visit where card_id = ' || :card || ' order by id', array['cancelled', 'cancelled'],
                  '[Z-16] closes open visits');
select ok((select bool_and(failure_reason ^@ 'Есептен шығарылды 18.11.2026') from plan_item
           where card_id = :card and row_no < 3), '[Z-16] and open measures of the plan');
select is((select count(*)::int from history_of(:card, null, null, null) where kind = 'closed'), 4,
          '[Z-16] visibly, in the history');
select throws_ok(tap.try(:card, $$insert into plan_item (measure) values ('x')$$), 'MS412', null,
                 '[F-10] after the removal no new rows');
select is((select count(*)::int from visit where card_id = :card), 2, '[F-10] but the old ones are read');

-- F-6, F-7, F-14, F-3
select throws_ok(tap.try(:card, v), '23514', null, title) from (values
    ($$insert into job_referral (employer_name, position, issued_on, outcome, order_on, order_no)
       values ('ЖШС', 'шебер', '2026-11-05', 'hired', '2026-11-06', '1')$$, '[F-7] hired: date, number and position'),
    ($$insert into job_referral (employer_name, position, issued_on, outcome, refused_on)
       values ('ЖШС', 'шебер', '2026-11-05', 'refused_by_applicant', '2026-11-06')$$, '[F-6] refused: date and reason'),
    (format($$insert into measure_training (training_kind, provider_name, study_from, study_to, referred_on, perm_job_on)
       values (%L, 'x', '2026-11-05', '2026-12-05', '2026-11-04', '2026-11-06')$$, :'training'),
       '[F-14] a permanent job: date, employer and position, or none'),
    (format($$insert into subsidised_job (job_kind, referred_on, period_from, period_to, employer_name, position,
       perm_job_employer) values (%L, '2026-11-05', '2026-12-05', '2026-12-06', 'ЖШС', 'x', 'y')$$, :'subsidised'),
       '[F-14] the same in 16.3')) as v (v, title);
select lives_ok(tap.try(:card, $$insert into business_training (started_on) values ('2026-11-10');
    insert into resettlement (referred_on, able_members, disabled_members, arrival_place) values ('2026-11-02', 1, 0, 'x');
    insert into business_training (started_on) values ('2026-11-05')$$), 'measures in any order of entry');
select results_eq('select number from measure where card_id = ' || :card || ' order by on_day, number, id',
                  array['16.4', '16.2b', '16.2b'], '[F-3] one chronological list');
select * from finish();
rollback;
