-- SPDX-License-Identifier: GPL-3.0-or-later
-- Query by form: what each sign finds in each kind of field, whose cards are counted and listed, what is refused, what is logged.
\ir world.psql
select no_plan();

-- A criterion a line: table.column, sign, values parted by |.
create function tap.criteria(t text) returns jsonb language sql as $$
    select jsonb_agg(jsonb_build_object('tab', m[1], 'col', m[2], 'op', m[3], 'val', coalesce(to_jsonb(string_to_array(m[5], '|')), '[]')))
    from regexp_split_to_table(t, '\s*;\s*') as l, regexp_match(l, '^(\S+)\.(\S+) (\S+)( (.*))?$') as m;
$$;
create function tap.found(t text) returns text language sql as $$
    select string_agg(surname, ' ' order by surname collate "C") from mansap.card_query(tap.criteria(t), 50);
$$;
create function tap.counted(t text) returns text language sql as $$
    select hits || case when more then '+' else '' end from mansap.card_query_count(tap.criteria(t));
$$;

-- Three people of t-c1; one of t-c2, of the same oblast; one of t-c3, of another. Another surname each.
create function tap.person(n int, p_surname text, p_name text, p_born date, p_more jsonb default '{}') returns bigint language sql as $$
    select tap.new_card(tap.make_iin(p_born, 'm', n), p_more || jsonb_build_object('last_name', p_surname, 'first_name', p_name, 'middle_name', null));
$$;
set local session authorization t_op;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.save(tap.unemployed(tap.person(1, 'Әбенов', 'Ерлан', '1985-03-15', '{"phone": "+77010000001", "email": "Erlan@mail.kz", "is_student": "t"}')), $$
    insert into education (edu_org_name, edu_org_type, study_from, study_to, qualification) values ('ЕҰУ', 'university', '2003', '2007-06', 'экономист');
    insert into education (edu_org_name, edu_org_type, study_from, study_to) values ('№ 5 мектеп', 'school', '1992-09-01', '2003-05-25');
    insert into visit (planned_on) values ('2026-11-10'), ('2026-11-25');
    insert into expectation (salary_expected) values (150000.50);$$) as ab \gset
select tap.save(tap.unemployed(tap.person(11, 'Борисов', 'Пётр', '1990-03-20', '{"ethnicity": null, "email": null}')), $$
    insert into education (edu_org_name, edu_org_type, study_from, study_to) values ('№ 1 мектеп', 'school', '1997', '2008');
    insert into visit (planned_on, actual_on, outcome) values ('2026-11-10', '2026-11-10', 'came');
    insert into expectation (salary_expected) values (90000);$$) as bo \gset
select tap.person(21, 'Ван%дер', 'Ян', '2001-12-31', '{"addr_street": "Қ_Сәтбаев"}') as va \gset
reset session authorization;
set local session authorization t_near;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.person(31, 'Галиев', 'Ерлан', '1985-03-15') \g /dev/null
reset session authorization;
set local session authorization t_far;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.person(41, 'Дауренов', 'Ерлан', '1985-03-15') \g /dev/null
reset session authorization;

set local session authorization t_op;
-- The last criterion keeps the training people of the database out.
select unnest(array[is(tap.found(q || '; jobseeker_reg.decision_on eq 2026-11-03'), answer, q),
       is(tap.counted(q || '; jobseeker_reg.decision_on eq 2026-11-03'), coalesce(cardinality(string_to_array(answer, ' ')), 0)::text, 'counted: ' || q)])
from (values
    ('card.last_name eq Әбенов', 'Әбенов'), ('card.last_name eq АБЕНОВ', 'Әбенов'), ('card.last_name eq Абе', null),
    ('card.last_name like Аб*', 'Әбенов'), ('card.last_name like *ов', 'Борисов Әбенов'), ('card.last_name like *рис*', 'Борисов'),
    ('card.last_name like Б*в', 'Борисов'), ('card.last_name unlike *ов', 'Ван%дер'), ('card.last_name ne борисов', 'Ван%дер Әбенов'),
    ('card.last_name like *%дер', 'Ван%дер'), ('card.last_name like _орисов', null), ('card.last_name like Борисов%', null),
    ('card.last_name ge б', 'Борисов Ван%дер'), ('card.last_name le б', 'Борисов Әбенов'), ('card.last_name gt Б', 'Ван%дер'),
    ('card.last_name lt б', 'Әбенов'), ('card.last_name between а|б', 'Борисов Әбенов'), ('card.last_name outside а|б', 'Ван%дер'),
    ('card.first_name eq петр', 'Борисов'), ('card.middle_name empty', 'Борисов Ван%дер Әбенов'), ('card.middle_name filled', null),
    ('card.birth_date eq 1985-03-15', 'Әбенов'), ('card.birth_date ne 1985-03-15', 'Борисов Ван%дер'),
    ('card.birth_date lt 1990-03-20', 'Әбенов'), ('card.birth_date le 1990-03-20', 'Борисов Әбенов'),
    ('card.birth_date gt 1990-03-20', 'Ван%дер'), ('card.birth_date ge 1990-03-20', 'Борисов Ван%дер'),
    ('card.birth_date between 1985-01-01|1990-12-31', 'Борисов Әбенов'), ('card.birth_date outside 1985-01-01|1990-12-31', 'Ван%дер'),
    ('card.birth_date like *.03.*', 'Борисов Әбенов'), ('card.birth_date like 31.12.2001', 'Ван%дер'), ('card.birth_date unlike *.03.*', 'Ван%дер'),
    ('card.iin like 8503*', 'Әбенов'), ('card.iin between 85|90', 'Борисов Әбенов'), ('card.phone eq +77010000001', 'Әбенов'),
    ('card.phone like *0001', 'Әбенов'), ('card.email eq erlan@MAIL.kz', 'Әбенов'), ('card.email like *@mail.kz', 'Әбенов'),
    ('card.email empty', 'Борисов Ван%дер'), ('card.is_student eq t', 'Әбенов'), ('card.is_student ne t', 'Борисов Ван%дер'),
    ('card.is_student empty', 'Борисов Ван%дер'), ('card.sex eq m', 'Борисов Ван%дер Әбенов'), ('card.sex none m|f', null),
    ('card.citizenship any KZ|KG', 'Борисов Ван%дер Әбенов'), ('card.addr_street like *сатбаев', 'Ван%дер'),
    ('education.edu_org_type eq university', 'Әбенов'), ('education.edu_org_type any school|college', 'Борисов Әбенов'),
    ('education.study_to eq 2007', 'Әбенов'), ('education.study_to eq 2007-06-01', null), ('education.study_to eq 2003-05', 'Әбенов'),
    ('education.study_to gt 2007', 'Борисов'), ('education.study_to ge 2007', 'Борисов Әбенов'), ('education.study_to lt 2007', 'Әбенов'),
    ('education.study_to le 2007', 'Әбенов'), ('education.study_to between 2007-06|2008-01', 'Борисов Әбенов'),
    ('education.study_from like 09.1992', null), ('education.study_from like *09.1992', 'Әбенов'), ('education.study_from like 2003', 'Әбенов'),
    ('education.qualification filled', 'Әбенов'),
    ('expectation.salary_expected gt 90000', 'Әбенов'), ('expectation.salary_expected between 90000|150000.50', 'Борисов Әбенов'),
    ('expectation.salary_expected eq 90000.00', 'Борисов'), ('expectation.salary_expected like *0.5', 'Әбенов'),
    ('expectation.salary_expected ne 90000', 'Әбенов'),
    -- One row, not two of them: the school ended in 2003, the university in 2007.
    ('education.edu_org_type eq school; education.study_to eq 2007-06', null),
    ('education.edu_org_type eq university; education.study_to eq 2007-06', 'Әбенов'),
    -- Unemployed, with higher education, a visit overdue.
    ('unemployed_reg.decision eq registered; unemployed_reg.removed_on empty; unemployed_reg.decision_on ge 2026-09-01;'
     ' education.edu_org_type eq university; visit.planned_on lt 2026-11-18; visit.actual_on empty; visit.outcome empty', 'Әбенов'),
    ('visit.planned_on lt 2026-11-18', 'Борисов Әбенов'),
    ('card.first_name eq Ерлан', 'Әбенов')) as v (q, answer);

-- What a hit tells.
select results_eq($$ select * from card_query(tap.criteria('card.last_name eq Әбенов'), 50) $$,
    format($$ values (%L::bigint, '850315••••••', 'Әбенов', 'Ерлан', null::text, date '1985-03-15', 'Бірінші МО', 'Первый КЦ', 'unemployed', 'query', true) $$, :'ab'),
    '[P-28] the IIN is masked; name, birth date, centre, status');
select is((select count(*)::int from card_query(tap.criteria('card.sex eq m'), 1)), 2, 'one more than asked for tells that there are more');
select is((select count(*)::int from card_query(tap.criteria('card.sex any m|f'), 100000)), (select least(n, 51) from (
    select count(*)::int as n from card_query(tap.criteria('card.sex any m|f'), 50)) as x), 'the cap is the search''s');

-- Rows that are annulled do not count.
select tap.save(:bo, $$update education set annul_reason = 'қате енгізілді' where card_id = mansap.op_card()$$) \g /dev/null
select is(tap.found('card.last_name eq Борисов; education.edu_org_type filled'), null, '[R-7] an annulled row does not count');
select is(tap.counted('card.last_name eq Борисов; education.edu_org_type filled'), '0', '[R-7] nor is it counted');

-- Names that are none, values that are none: MS422. Nothing, or nothing but air: MS429.
select throws_ok(format('select * from %s', f), 'MS422', null, what || ': ' || f)
from (values
    ('a system column', 'card.fkey like а*'), ('a system column', 'card.centre_id eq 1'), ('a system column', 'card.id eq 1'),
    ('a system column', 'card.meta filled'), ('a system column', 'card.created_by filled'), ('a system column', 'visit.annul_reason filled'),
    ('a system column', 'visit.row_no eq 1'), ('a system column', 'card.org_name filled'),
    ('another table', 'account.login filled'), ('another table', 'session.login filled'), ('another table', 'audit_log.login filled'),
    ('another table', 'pg_class.relname filled'), ('another table', 'history.op filled'), ('no column', 'card.surname filled'),
    ('a hidden column', 'card.ctid filled'), ('a hidden column', 'card.tableoid filled'), ('no name', 'card."iin" filled'),
    ('SQL as a name', 'card.iin)is_null)or(true filled'), ('SQL as a name', 'card.iin--x filled'), ('SQL as a table', 'card,account.iin filled'),
    ('no operator', 'card.iin is'), ('SQL as an operator', 'card.iin is_null)or(true'), ('no value', 'card.iin eq'),
    ('two values', 'card.iin eq 1|2'), ('one value', 'card.iin between 1'), ('a value too many', 'card.iin filled 1'),
    ('no date', 'card.birth_date eq 2026-02-30'), ('no date', 'card.birth_date lt infinity'), ('no date', 'card.birth_date lt now'),
    ('no date', 'education.study_to lt 2026-13'), ('no number', 'expectation.salary_expected gt NaN'),
    ('no number', 'expectation.salary_expected gt 1e9'), ('no number', 'expectation.salary_expected gt -1'),
    ('neither yes nor no', 'card.is_student eq maybe'), ('a pattern of yes', 'card.is_student like t*'), ('more than yes', 'card.is_student gt f'),
    ('a list of dates', 'card.birth_date any 1985-03-15|1990-03-20')) as v (what, q)
cross join lateral (values (format('card_query(tap.criteria(%L), 50)', q)), (format('card_query_count(tap.criteria(%L))', q))) as c (f);
select throws_ok(format('select * from %s', f), code, null, what || ': ' || f)
from (values ('no criterion', '[]', 'MS429'), ('no criterion', 'null', 'MS429'), ('no list', '{"tab": "card"}', 'MS429'), ('no list', '"card"', 'MS429'),
    ('no object', '[1]', 'MS422'), ('no object', '["card"]', 'MS422'), ('an empty one', '[{}]', 'MS422'), ('a null value', '[{"tab": "card", "col": "iin", "op": "eq", "val": [null]}]', 'MS422'),
    ('a value that is no list', '[{"tab": "card", "col": "iin", "op": "eq", "val": "1"}]', 'MS422')) as v (what, q, code)
cross join lateral (values (format('card_query(%L, 50)', q)), (format('card_query_count(%L)', q))) as c (f);
select throws_ok('select * from card_query(null, 50)', 'MS429', null, 'no criterion: null');
select throws_ok($$ select * from card_query_count((select jsonb_agg(e) from generate_series(1, 101), jsonb_array_elements(tap.criteria('card.iin filled')) as e)) $$,
                 'MS429', null, 'more criteria than the form has fields');
select is(tap.found('card.last_name eq ' || x), null, 'SQL as a value is a value: ' || x)
from (values ('x'' or ''1''=''1'), ('$1'), ('($2)[1]'), ('\'), ('%'), ('{1,2}'), ('"drop table card--')) as v (x);
select is(tap.found('card.last_name like *' || x || '*'), null, 'SQL in a pattern is text: ' || x)
from (values ('x'' or ''1''=''1'), ('$1'), ('\'), ('\%'), ('{1,2}')) as v (x);
reset session authorization;

-- [Z-9] Whose cards: the territory of the session, no more; and nothing can be had from the count either.
create table tap.whose as select login, answer from (values ('t_op', 'Әбенов'), ('t_op2', 'Әбенов'), ('t_head', 'Әбенов'), ('t_trainer', 'Әбенов'),
    ('t_near', 'Галиев'), ('t_far', 'Дауренов'), ('t_mobility', 'Галиев Әбенов'), ('t_mobility2', 'Дауренов'), ('t_local', 'Галиев Әбенов'),
    ('t_authority', 'Галиев Дауренов Әбенов')) as v (login, answer);
grant select on tap.whose to public;
do $$
declare
    w record;
    found text;
    counted text;
begin
    create table tap.seen (login text, found text, counted text);
    for w in select * from tap.whose loop
        execute format('set local session authorization %I', w.login);
        perform mansap.session_open('t-here', '1.0', mansap.terms_now());
        found := tap.found('card.first_name eq Ерлан; card.birth_date eq 1985-03-15; jobseeker_reg.decision_on eq 2026-11-03');
        counted := tap.counted('card.first_name eq Ерлан; card.birth_date eq 1985-03-15; jobseeker_reg.decision_on eq 2026-11-03');
        reset session authorization;
        insert into tap.seen values (w.login, found, counted);
    end loop;
end $$;
select unnest(array[is(s.found, w.answer, '[Z-9] listed for ' || login), is(s.counted, cardinality(string_to_array(w.answer, ' '))::text, '[Z-9] counted for ' || login)])
from tap.whose as w join tap.seen as s using (login);

-- Roles that read no cards; no session at all.
set local session authorization t_admin;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select throws_ok($$ select * from card_query(tap.criteria('card.iin filled'), 50) $$, 'MS403', null, 'the administrator queries no cards');
select throws_ok($$ select * from card_query_count(tap.criteria('card.iin filled')) $$, 'MS403', null, 'nor counts them');
reset session authorization;
set local session authorization t_auditor;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select throws_ok($$ select * from card_query_count(tap.criteria('card.iin filled')) $$, 'MS403', null, 'nor does the auditor');
reset session authorization;
set local session authorization t_op;
select session_close() \g /dev/null
select throws_ok($$ select * from card_query(tap.criteria('card.iin filled'), 50) $$, 'MS401', null, 'without a session there is nothing');
select throws_ok($$ select * from card_query_count(tap.criteria('card.iin filled')) $$, 'MS401', null, 'not even a number');
select throws_ok($$ select query_cards(tap.criteria('card.iin filled'), array[1], 10, true) $$, '42501', null, 'what is inside is nobody''s');
select throws_ok($$ select query_read(tap.criteria('card.iin filled')) $$, '42501', null, 'nor is what reads criteria');
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.found('card.last_name eq Журналов; visit.planned_on lt 2026-11-18') \g /dev/null
select tap.counted('card.last_name eq Журналов') \g /dev/null
reset session authorization;
select results_eq($$ select event, ok, login, detail from audit_log where detail::text ~ 'Журналов' order by id $$,
    $$ values ('query', true, 't_op', '{"1": "card.last_name eq Журналов", "2": "visit.planned_on lt 2026-11-18", "kind": "query", "what": "list"}'::jsonb),
              ('query', true, 't_op', '{"1": "card.last_name eq Журналов", "kind": "query", "what": "count"}') $$,
    '[R-6] each query and each count is logged with its criteria');

-- Every field of the card can be asked for; the log keeps them apart.
select is_empty($$ select t, a.attname from unnest(card_tables()) as t join pg_attribute as a on a.attrelid = ('mansap.' || t)::regclass
                   where attnum > 0 and not attisdropped and attname <> all (system_columns()) and query_kind(t, attname) is null $$,
                'every field of the card can be asked for');

select * from finish();
rollback;
