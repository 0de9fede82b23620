-- SPDX-License-Identifier: GPL-3.0-or-later
-- Z-2: what may be changed without a correction. 2026-11-18 is a Wednesday; the days are moved by the setting.
\ir world.psql
select plan(33);
delete from holiday;

set local session authorization t_op;
select ok((select ok from session_open('t-here', '1.0', null)), 'the operator is in');
select tap.unemployed(tap.new_card(tap.make_iin('1990-01-01', 'f', 1))) as card \gset
select tap.save(:card, $$
    insert into education (edu_org_name, edu_org_type, study_from, study_to, qualification)
        values ('КазНУ', 'university', '2007', '2011', 'экономист');
    insert into job_referral (employer_name, position, issued_on) values ('ЖШС', 'шебер', '2026-11-16');
    insert into visit (planned_on) values ('2026-11-10'), ('2026-11-30');
    insert into plan_item (measure) values ('курс');
    insert into expectation (salary_expected) values (300000) $$) as id \gset
select lives_ok(tap.try(:card, $$update education set edu_org_name = 'ЕҰУ'$$), '[Z-2d] the same day: changed');
select lives_ok(tap.try(:card, $$update education set qualification = 'заңгер'$$), '[Z-2d] and once more');

-- The next day
reset session authorization;
update setting set value = '2026-11-19' where name = 'today';
set local session authorization t_op;
select throws_ok(tap.try(:card, $$update education set edu_org_name = 'КБТУ'$$), 'MS410', null,
                 '[Z-2d] the next day: refused');
select throws_ok(tap.try(:card, $$update education set study_to = '2012'$$), 'MS410', null, '[Z-2e] any filled value');
select throws_ok(tap.try(:card, $$update job_referral set employer_bin = '900101400013', position = 'x'$$), 'MS410', null,
                 '[Z-2d] one refused column refuses the row');
select lives_ok(tap.try(:card, $$update job_referral set employer_bin = '900101400013'$$), '[Z-2a] an empty field is filled');
select throws_ok(tap.try(:card, $$update visit set planned_on = null, actual_on = '2026-11-19' where row_no = 1$$), 'MS410',
                 null, '[Z-2d] emptying is a change');
select lives_ok(tap.try(:card, $$update job_referral set outcome = 'refused_by_employer', refused_on = '2026-11-19',
    refusal_reason = 'орын жоқ'$$), '[Z-2a] an answer that comes later');
select lives_ok(tap.try(:card, $$insert into career_guidance (provider_name, held_on, result)
    values ('МО', '2026-11-19', 'жақсы')$$), '[Z-2a] a row is added');
select lives_ok(tap.try(:card, v), '[Z-2b] current data: ' || left(v, 30)) from (values
    ($$update card set addr_house = '2', phone = '+77770000000', email = 'a@example.org'
       where id = (select my_current_card())$$),
    ($$update expectation set salary_expected = 400000$$),
    ($$update visit set actual_on = '2026-11-19', outcome = 'came', staff_note = 'келді' where row_no = 1$$),
    ($$update plan_item set fulfilment = 'өтті'$$)) as v (v);
select lives_ok(tap.try(:card, $$update card set email = null$$), '[Z-2b] current data may be emptied');
select is((select old from history_of(:card, 'card', null, 'phone') where kind = 'update'), '+77011234567',
          '[R-6] the former value stays in the history');

-- A recorded change
select throws_ok(tap.try(:card, $$update card set last_name = 'Ким'$$), 'MS410', null, '[Z-2c] a surname needs a document');
select lives_ok(format('select tap.save_recorded(%L, %L)', :card,
    $$update card set last_name = 'Ким', middle_name = null, citizenship = 'KG'$$), '[Z-2c] a recorded change');
select results_eq($$ select new, doc, doc_on, reason from history_of((select my_current_card()), 'card', null, 'last_name')
                     where kind = 'update' $$,
                  $$ values ('Ким', 'неке туралы куәлік № 1', date '2026-11-02', 'тегін ауыстыру') $$,
                  '[Z-2c] document, date and reason stand in the history');
select throws_ok(format('select tap.save_recorded(%L, %L)', :card, $$update education set study_to = '2012'$$), 'MS410',
                 null, '[Z-2c] it concerns S1, S3, S5, S6 and the IIN only');
select throws_ok($$ select save_begin(tap.op(9), (select my_current_card()), 'recorded', 'себеп', null, '2026-11-02') $$,
                 'MS422', null, '[Z-2c] no recorded change without a document');
select throws_ok(format('select tap.save_recorded(%L, %L)', :card,
    $$update card set birth_date = '1990-01-03', reasons = '{"birth_date": "x"}'$$), 'MS410', null,
    '[Z-2c] a birth date alone is no recorded change');
select lives_ok(format('select tap.save_recorded(%L, %L)', :card, format(
    'update card set iin = %L, birth_date = %L', tap.make_iin('1990-01-02', 'f', 1), '1990-01-02')),
    '[Z-2c] a new IIN brings its birth date');

-- Annulling
select throws_ok(tap.try(:card, $$update education set annul_reason = 'қате'$$), 'MS410', null,
                 '[Z-2d] a row of yesterday is not annulled');
select lives_ok(tap.try(:card, $$update visit set annul_reason = 'күні қате' where row_no = 2$$),
                '[Z-2] a visit that has not come may be called off');
select lives_ok(tap.try(:card, $$update career_guidance set annul_reason = 'басқа адам'$$), '[R-7] annulled the same day');
select throws_ok(tap.try(:card, $$update career_guidance set result = 'жаман'$$), 'MS410', null,
                 '[R-7] an annulled row is not changed');
select lives_ok(tap.try(:card, $$update career_guidance set annul_reason = null$$), '[R-7] taken back the same day');

-- Entered on a day off: until the end of the next working day. Another centre may not.
reset session authorization;
update setting set value = '2026-11-21' where name = 'today';
set local session authorization t_op;
select tap.save(:card, $$insert into last_job (employer_name, hired_on, position) values ('ЖК', '2020-01-01', 'x')$$) as id \gset
reset session authorization;
update setting set value = '2026-11-23' where name = 'today';
set local session authorization t_op;
select lives_ok(tap.try(:card, $$update last_job set position = 'y'$$), '[Z-2d] entered on Saturday: changed on Monday');
reset session authorization;
update setting set value = '2026-11-24' where name = 'today';
set local session authorization t_op;
select throws_ok(tap.try(:card, $$update last_job set employer_name = 'z'$$), 'MS410', null, '[Z-2d] not on Tuesday');
select tap.save(:card, $$insert into career_guidance (provider_name, held_on, result) values ('A', '2026-11-24', 'r')$$) as id
\gset
reset session authorization;
select import_begin(null, null, null) as op \gset
update card set centre_id = (select id from organisation where code = 't-c2') where id = :card;
select import_end();
set local session authorization t_near;
select ok((select ok from session_open('t-here', '1.0', null)), 'an operator of the card''s new centre');
select ok((select writable from card_open(:card, null, null)), 'may write it');
select tap.committed();
select throws_ok(tap.try(:card, $$update career_guidance set result = 's' where provider_name = 'A'$$), 'MS410', null,
                 '[Z-2d] but not what another centre entered');
select * from finish();
rollback;
