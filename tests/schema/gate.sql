-- SPDX-License-Identifier: GPL-3.0-or-later
-- The gate, the door to a card, search: who sees what, and what is logged.
\ir world.psql
select plan(92);

-- Without a session
set local session authorization t_op;
select is_empty('select * from ' || t, 'no session: nothing in ' || t)
from unnest(array['card', 'visit', 'dict_region', 'dictionary', 'organisation', 'setting', 'card_status', 'measure']) as t;
select is(my_session(), null, 'no session');
select throws_ok($$select person_search('Әли', 10)$$, 'MS401', null, 'no session: no search');
select is((select code from card_open(1, null, null)), 'MS401', 'no session: no card');
select is_empty($$select person_exists('900101400013')$$, 'no session: not even whether there is one');
select throws_ok($$select save_begin(tap.op(1), null, 'save', null, null, null)$$, 'MS401', null, 'no session: no save');
select is_empty('select * from home_visits(5)', 'no session: no visits');
select is_empty($$select * from visit_load('2026-01-01', '2026-12-31')$$, 'no session: no days');
select is_empty('select * from home_recent(5)', 'no session: no recent cards');

-- The gate's refusals: rows, logged
reset session authorization;
create function tap.gate(p_terminal text default 't-here', p_terms text default null, p_version text default '1.0')
    returns text language sql as $$ select coalesce(code, 'in') from mansap.session_open(p_terminal, p_version, p_terms) $$;
set local session authorization t_op;
select is(tap.gate('elsewhere'), 'MS441', '[P-28] a terminal that is not registered');
select is(tap.gate('t-net'), 'MS441', '[P-28] nor over a socket where an address is registered');
reset session authorization;
update terminal set allowed = false where id = 't-here';
set local session authorization t_op;
select is(tap.gate(), 'MS441', '[P-28] a withdrawn terminal');
reset session authorization;
update terminal set allowed = true where id = 't-here';
update account set locked_reason = 'тексеру' where login = 't_op';
set local session authorization t_op;
select is(tap.gate(), 'MS442', '[P-29] a locked account');
reset session authorization;
update account set locked_reason = null, valid_until = '2026-11-17', valid_from = '2020-01-01' where login = 't_op';
set local session authorization t_op;
select is(tap.gate(), 'MS442', '[P-29] an account that has ended');
reset session authorization;
update account set valid_until = '2026-11-18', terms_accepted = null where login = 't_op';
set local session authorization t_op;
select is(tap.gate(), 'MS451', '[P-18] the terms are to be accepted');
select is_empty('select * from card', 'and nothing is seen before');
select isnt_empty($$select kk from terms where edition = (select terms from session_open('t-here', '1.0', null))$$,
                  '[P-18] but their text');
select is(tap.gate('t-here', '1999'), 'MS451', '[P-18] another edition is none');
select is(tap.gate('t-here', terms_now()), 'in', '[P-18] accepted');
reset session authorization;
select isnt((select terms_at from account where login = 't_op'), null, '[P-18] with its date');
update setting set value = '2.0' where name = 'version_min';
set local session authorization t_op;
select is(tap.gate(), 'MS452', 'a program that is too old');
select is(tap.gate('t-here', null, '10.0'), 'in', 'numbers, not letters');
reset session authorization;
update setting set value = '' where name = 'version_min';
insert into maintenance_window (from_at, to_at, agreement, agreed_by)
values (now() - interval '1 hour', now() + interval '1 hour', '1', 'x');
set local session authorization t_op2;
select is(tap.gate(), 'MS443', '[P-20.1] a technological break');
set local session authorization t_op;
select throws_ok($$select save_begin(tap.op(1), null, 'save', null, null, null)$$, 'MS443', null,
                 '[P-20.1] nothing is written in it');
reset session authorization;
delete from maintenance_window;
-- Another live session: of this very back end it is only reopened, so one is made up that belongs to the postmaster's
-- checkpointer, which surely lives.
insert into session (login, pid, backend_start, terminal, role, org_id)
select 't_op2', pid, backend_start, 't-there', 'operator', (select min(id) from organisation) from pg_stat_activity where backend_type = 'checkpointer';
set local session authorization t_op2;
select is(tap.gate('t-here'), 'MS440', '[P-28] one live session: another terminal is refused');
select is(tap.gate('t-there'), 'in', '[P-28] the same terminal is not');
reset session authorization;
update session set backend_start = backend_start - interval '1 day' where login = 't_op2' and closed_at is null
    and pid <> pg_backend_pid();
set local session authorization t_op2;
select is(tap.gate('t-here'), 'in', 'a session whose back end is gone does not lock its owner out');
reset session authorization;
select is((select count(*)::int from session where login = 't_op2' and closed_why = 'gone'), 1, 'and is closed');
select set_eq($$select code from audit_log where event = 'session_open' and not ok$$,
              array['MS440', 'MS441', 'MS442', 'MS443', 'MS451', 'MS452'], '[P-20.7] every refusal is in the log');
update setting set value = 'f' where name = 'training';
set local session authorization t_trainer;
select is(tap.gate(), 'MS403', 'a trainer has no business in a real database');
reset session authorization;
update setting set value = 't' where name = 'training';

-- The door
set local track_functions = 'all';
set local session authorization t_op;
select is(tap.gate(), 'in', 'the operator is in');
reset session authorization;
create function tap.asked() returns bigint language sql as $$
    select coalesce(pg_stat_get_xact_function_calls('mansap.backend_start(int)'::regprocedure), 0) $$;
select tap.asked() as asked \gset
set local session authorization t_op;
select isnt(my_session(), null, 'a back end knows its session');
reset session authorization;
select is(tap.asked(), :asked::bigint, 'without asking PostgreSQL for its back ends');
discard sequences;
set local session authorization t_op;
select isnt(my_session(), null, 'one that has forgotten it');
reset session authorization;
select is(tap.asked(), :asked::bigint + 1, 'asks');
update session set backend_start = backend_start - interval '1 day' where login = 't_op' and closed_at is null;
set local session authorization t_op;
select is(my_session(), null, 'another back end with the same number is not in');
select throws_ok($$select my_lang('ru')$$, 'MS401', null, 'no session keeps no language');
select is(tap.gate(), 'in', 'until it opens a session of its own');
select is((select lang from session_open('t-here', '1.0', null)), null, 'nobody has chosen a language yet');
select throws_ok($$select my_lang('tr')$$, '23514', null, 'there is no such language');
select my_lang('ru');
select is((select lang from session_open('t-here', '1.0', null)), 'ru', 'the language chosen comes with the next session');
reset session authorization;
select results_eq('select login from account_lang', $$ values ('t_op') $$, 'nobody else''s was changed');
set local session authorization t_op;
select tap.make_iin('1990-01-01', 'f', 1) as iin \gset
select tap.unemployed(tap.new_card(:'iin')) as card \gset
select tap.save(:card, $$insert into visit (planned_on) values ('2026-11-10'), ('2026-11-18'), ('2026-11-25');
    insert into job_referral (employer_name, position, issued_on) values ('ЖШС', 'x', '2026-11-16')$$) as id \gset
select results_eq(format('select writable, status, next_visit, open_referrals, overdue_visits, unemployed_once'
                         ' from card_open(%s, null, null)', :card),
                  $$ values (true, 'unemployed', date '2026-11-18', 1, 1, true) $$, '[R-9] the head of an opened card');
select results_eq('select planned_on, overdue from home_visits(10)',
                  $$ values (date '2026-11-18', false), (date '2026-11-10', true) $$, '[R-1] visits due and overdue');
select results_eq($$select * from visit_load('2026-11-18', '2026-11-30')$$,
                  $$ values (date '2026-11-18', 1), (date '2026-11-25', 1) $$, 'how many visits wait on a day');
select is((select id from home_recent(5) limit 1), :card::bigint, 'the last cards');
select card_close(:card);
select is_empty('select * from visit', 'a closed card is not seen');

reset session authorization;
create table tap.seen (login text, by_id text, writable boolean, rows int, by_iin text, stated text, found int);
grant insert, select on tap.seen to public;
create function tap.look(p_card bigint, p_iin text) returns void language plpgsql as $$
declare
    s tap.seen;
begin
    s.login := session_user;
    perform tap.gate();
    select coalesce(o.code, 'open'), o.writable into s.by_id, s.writable from mansap.card_open(p_card, null, null) as o;
    perform tap.committed();
    if has_table_privilege('mansap.visit', 'select') then
        s.rows := (select count(*) from mansap.visit);
    end if;
    s.by_iin := (select coalesce(o.code, 'open') from mansap.card_open(null, p_iin, 'қысқа') as o);
    s.stated := (select coalesce(o.code, 'open') from mansap.card_open(null, p_iin, 'жұмысқа орналасу туралы хат') as o);
    begin
        s.found := (select count(*) from mansap.person_search(p_iin, 10));
    exception when sqlstate 'MS403' then
        s.found := null;
    end;
    insert into tap.seen select s.*;
end $$;
set local session authorization t_op2;
select tap.look(:card, :'iin');
set local session authorization t_near;
select tap.look(:card, :'iin');
set local session authorization t_far;
select tap.look(:card, :'iin');
set local session authorization t_head;
select tap.look(:card, :'iin');
set local session authorization t_trainer;
select tap.look(:card, :'iin');
set local session authorization t_mobility;
select tap.look(:card, :'iin');
set local session authorization t_mobility2;
select tap.look(:card, :'iin');
set local session authorization t_local;
select tap.look(:card, :'iin');
set local session authorization t_authority;
select tap.look(:card, :'iin');
set local session authorization t_admin;
select tap.look(:card, :'iin');
set local session authorization t_auditor;
select tap.gate();
reset session authorization;
select results_eq(format($$select by_id, writable, rows, by_iin, stated, found from tap.seen where login = %L$$, login),
                  format('values (%L, %L::boolean, %s, %L, %L, %s)', by_id, writable, rows, by_iin, stated, found),
                  '[Z-9] what ' || login || ' sees of a card of the first centre')
from (values
    ('t_op2', 'open', 't', '3', 'open', 'open', '1'),
    ('t_head', 'open', 't', '3', 'open', 'open', '1'),
    ('t_trainer', 'open', 't', '3', 'open', 'open', '1'),
    ('t_near', 'MS403', null, '0', 'MS429', 'open', '0'),
    ('t_far', 'MS403', null, '0', 'MS429', 'open', '0'),
    ('t_mobility', 'open', 'f', '3', 'open', 'open', '1'),
    ('t_mobility2', 'MS403', null, '0', 'MS429', 'open', '0'),
    ('t_local', 'open', 'f', '3', 'open', 'open', '1'),
    ('t_authority', 'open', 'f', '3', 'open', 'open', '1'),
    ('t_admin', 'MS403', null, 'null::int', 'MS403', 'MS403', 'null::int')) as v (login, by_id, writable, rows, by_iin, stated, found);
select is((select count(*)::int from view_log where login = 't_far' and purpose = 'жұмысқа орналасу туралы хат'), 1,
          '[Z-6] elsewhere by exact IIN with a purpose, logged');
select ok((select count(*) >= 3 from audit_log where login = 't_far' and event = 'card_open' and not ok
           or login = 't_mobility2' and code = 'MS429'), '[P-20.7] refusals are logged');
set local session authorization t_far;
select is((select count(*)::int from visit), 3, 'the card opened with a purpose is read');
select throws_ok(tap.try(:card, $$insert into last_job (employer_name, hired_on, position) values ('a', '2020-01-01', 'b')$$),
                 'MS403', null, 'but not written');
update visit set staff_note = 'x';
select is((select count(*)::int from visit where staff_note is not null), 0, 'no row of it can be touched');
select results_eq(format('select found, centre_kk from person_exists(%L)', :'iin'), $$ values (true, 'Бірінші МО') $$,
                  '[Z-6] person_exists tells the centre');
select is((select found from person_exists(tap.make_iin('1950-01-01', 'm', 1))), false, '[Z-6] or that there is none');
reset session authorization;
select is((select count(*)::int from audit_log where login = 't_far' and event = 'person_exists'), 2, '[P-20.7] and is logged');
set local session authorization t_auditor;
select ok((select count(*) > 5 from audit_log) and (select count(*) > 5 from view_log), '[P-20.7] the auditor reads the logs');
select throws_ok('select * from card', '42501', null, 'and no cards');
set local session authorization t_authority;
select throws_ok($$select save_begin(tap.op(1), null, 'save', null, null, null)$$, '42501', null, 'who only reads saves nothing');

-- Search
set local session authorization t_op;
select tap.new_card(tap.make_iin('1991-02-03', 'm', 1), '{"last_name": "Қайратұлы", "first_name": "Ерлан",
    "middle_name": null}') as id \gset
select tap.new_card(tap.make_iin('1991-02-03', 'm', 10), '{"last_name": "Кайратов-Сейіт", "first_name": "Жанұзақ",
    "middle_name": "Ерланұлы"}') as id \gset
select results_eq(format('select surname, why from person_search(%L, 10)', q),
                  'select * from (values ' || answer || ') as v', 'search: ' || q)
from (values
    (:'iin', $$('Әлиева', 'iin')$$),
    ('910203', $$('Кайратов-Сейіт', 'iin_start'), ('Қайратұлы', 'iin_start')$$),
    ('3.02.1991', $$('Кайратов-Сейіт', 'birth_date'), ('Қайратұлы', 'birth_date')$$),
    ('1991-02-03', $$('Кайратов-Сейіт', 'birth_date'), ('Қайратұлы', 'birth_date')$$),
    ('қайр', $$('Қайратұлы', 'surname'), ('Кайратов-Сейіт', 'surname_folded')$$),
    ('Kайрaтов', $$('Кайратов-Сейіт', 'surname_folded')$$),
    ('Қайрат  Ер', $$('Қайратұлы', 'surname_name'), ('Кайратов-Сейіт', 'patronymic_folded')$$),
    ('Ерлан қайр', $$('Қайратұлы', 'name_surname'), ('Кайратов-Сейіт', 'patronymic_folded')$$),
    ('никтоев', $$('x', 'x') limit 0$$)) as v (q, answer);
select throws_ok($$select person_search('К', 10)$$, 'MS429', null, '[P-28] one letter is too wide');
select throws_ok($$select person_search('%', 10)$$, 'MS429', null, '[P-28] no patterns');
select is((select count(*)::int from person_search('Кайр', 1)), 2, '[P-28] the cap, and one more to tell');
select is((select iin_masked from person_search(:'iin', 1)), '900101••••••', '[P-28] lists mask the IIN');

-- The last cards, without asking for the territory card by card.
select ok((select ok from card_open(:card, null, null)), 'the first card again');
reset session authorization;
create function tap.asked_where() returns bigint language sql as $$
    select coalesce(pg_stat_get_xact_function_calls('mansap.territory(bigint)'::regprocedure), 0) $$;
select tap.asked_where() as asked \gset
set local session authorization t_op;
select is((select string_agg(surname, ' ' order by surname collate "C") from home_recent(5)), 'Кайратов-Сейіт Қайратұлы Әлиева', 'the last cards');
select is((select count(*)::int from home_recent(2)), 2, 'so many');
reset session authorization;
select is(tap.asked_where(), :asked::bigint + 2, 'the territory is asked for once each time');
select * from finish();
rollback;
