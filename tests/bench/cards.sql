-- SPDX-License-Identifier: GPL-3.0-or-later
-- Many invented cards beside the training people, for measuring:
--   psql -v ON_ERROR_STOP=1 [-v cards=300000] [-v seed=0.5] -f tests/bench/cards.sql
-- As the superuser, in a throw-away copy of the training database. Triggers and references are off meanwhile and the indexes
-- of card are made afterwards (they cost more than all the rest), and names are learnt at once; constraints hold as ever.
-- The cards are spread over the centres; Akmola gets ten of them. Millions take some minutes each.
set search_path = mansap;
set client_min_messages = warning;
set synchronous_commit = off;
\if :{?cards}
\else
    \set cards 300000
\endif
\if :{?seed}
\else
    \set seed 0.5
\endif
begin;
select setseed(:seed) \g /dev/null

insert into organisation (parent_id, kind, code, kk, ru, region, district, address, phone, email)
select o.id, 'centre', d.code, d.kk || 'ның мансап орталығы', 'Карьерный центр, ' || d.ru, d.parent, d.code,
       d.kk || ', Абай көшесі, 1', '+7700002' || d.code, 'centre' || d.code || '@example.org'
  from dict_district d join organisation o on o.code = d.parent and o.kind = 'mobility'
 where d.parent = '11' and not exists (select from organisation x where x.kind = 'centre' and x.district = d.code)
 order by d.code limit 10 - (select count(*) from organisation where kind = 'centre' and region = '11');

-- Surnames: some 60,000 stems out of syllables, the first ones much more frequent than the last.
create temporary table syllable (a text[], b text[], c text[], e text[], m text[], f text[]);
alter table syllable alter a set storage plain, alter b set storage plain, alter c set storage plain,
      alter e set storage plain, alter m set storage plain, alter f set storage plain; -- or each use unpacks them
insert into syllable
select string_to_array('ах,бай,дос,ер,жан,кен,нұр,сей,тұр,бек,қал,мұқ,сүл,өте,шәр,ыбр,дүй,көш,жүн,смағ,ал,иван,куз,соло,'
                       'пет,фёд,ник,гус,шев,ворон,әбд,ғаб,есен,төл,құс,жақ,омар,рах,сәд,тәж', ',') as a,
       string_to_array('мет,пан,ке,ма,та,бек,ғали,сын,лы,дір,ха,ше,на,гел,ди,тай,мұрат,жан,қожа,бай,кей,рі,мұ,зе,ля,ни,'
                       'ре,ло,пу,ти', ',') as b,
       string_to_array(',,,,бай,бек,жан,ғали,тай,мұрат,лан,дәу,ке,мет,қай,ше,на,ти,лы,са,мұ,кел,ри,но,шо,ба,хо,рыс,ма,то,'
                       'ли,ге,ву,дан,пе,кон,сер,лав,мир,гор,даш,зар,вен,чук,фе,ан,ол,ас,ер,ил', ',') as c,
       string_to_array('ов,ев,ин,аев,ұлов,еков,баев,иев', ',') as e,
       string_to_array('Ержан,Нұрлан,Дәулет,Асхат,Бауыржан,Қайрат,Серік,Мұрат,Әлібек,Айдос,Данияр,Ғалымжан,Жасұлан,Олжас,'
                       'Самат,Қуаныш,Ілияс,Өмірбек,Ұлан,Нұрсұлтан,Мейіржан,Абылай,Төлеген,Рүстем,Ерасыл,Мағжан,Александр,'
                       'Сергей,Дмитрий,Виктор,Иван,Андрей,Пётр,Юрий,Эдуард,Максим,Артём,Глеб,Константин,Семён', ',') as m,
       string_to_array('Айгүл,Гүлнар,Әсел,Жанар,Динара,Мәдина,Сәуле,Бибігүл,Ақмарал,Назерке,Перизат,Аружан,Қарлығаш,Меруерт,'
                       'Толқын,Ұлжан,Шынар,Ботагөз,Айнұр,Зарина,Жібек,Раушан,Салтанат,Фариза,Көркем,Ольга,Наталья,Светлана,'
                       'Ирина,Екатерина,Людмила,Юлия,Эльвира,Татьяна,Полина,Вера,Софья,Жанна,Инна,Диана', ',') as f;

create temporary table place as
select row_number() over (order by code) - 1 as n, id as centre, region, district from organisation where kind = 'centre';

-- A number below n for card i; s tells for what.
create function pg_temp.r(i bigint, s int, n int) returns int
    language sql immutable
    return (hashint8extended(i, s) & 2147483647)::int % n;

-- Who: birth date and serial number give the IIN; numbers without a check digit are left out. The fences (offset 0) keep
-- the planner from computing a value once for each of its uses.
create temporary table who as
select i, birth, man, digits || case when s1 < 10 then s1 else s2 end as iin
  from (select *, (substr(digits, 1, 1)::int * 3 + substr(digits, 2, 1)::int * 4 + substr(digits, 3, 1)::int * 5
                   + substr(digits, 4, 1)::int * 6 + substr(digits, 5, 1)::int * 7 + substr(digits, 6, 1)::int * 8
                   + substr(digits, 7, 1)::int * 9 + substr(digits, 8, 1)::int * 10 + substr(digits, 9, 1)::int * 11
                   + substr(digits, 10, 1)::int + substr(digits, 11, 1)::int * 2) % 11 as s2
          from (select *, (substr(digits, 1, 1)::int + substr(digits, 2, 1)::int * 2 + substr(digits, 3, 1)::int * 3
                           + substr(digits, 4, 1)::int * 4 + substr(digits, 5, 1)::int * 5 + substr(digits, 6, 1)::int * 6
                           + substr(digits, 7, 1)::int * 7 + substr(digits, 8, 1)::int * 8 + substr(digits, 9, 1)::int * 9
                           + substr(digits, 10, 1)::int * 10 + substr(digits, 11, 1)::int * 11) % 11 as s1
                  from (select i, birth, man, to_char(birth, 'YYMMDD') || case when birth < '2000-01-01' then 4 else 6 end
                                              - man::int || 9999 - i / 15000 as digits
                          from (select i, date '1962-01-01' + (i::bigint * 7919 % 15000)::int as birth, i / 3 % 2 = 0 as man
                                  from generate_series(1, (:cards * 1.02)::int) as i) as a offset 0) as b offset 0) as c
         offset 0) as d
 where least(s1, s2) < 10
 limit :cards;
create temporary table person as
select w.*, nextval('card_id_seq') as card, p.centre, p.region, p.district,
       initcap(a[1 + floor(40 * random() ^ 2)::int] || b[1 + floor(30 * random() ^ 2)::int]
               || c[1 + floor(50 * random() ^ 6)::int] || e[1 + floor(8 * random() ^ 3)::int]) || case when man then '' else 'а' end as last_name,
       case when man then m[1 + floor(40 * random() ^ 2)::int] else f[1 + floor(40 * random() ^ 2)::int] end as first_name,
       case when pg_temp.r(i, 4, 20) > 0 then m[1 + pg_temp.r(i, 5, 26)] || case when man then 'ұлы' else 'қызы' end end
           as middle_name,
       jsonb_build_object('by', 'import', 'centre', p.centre, 'at', '2026-01-12T10:00:00+05:00', 'how', 'import') as stamp,
       today() - 20 - pg_temp.r(i, 6, 700) as applied, pg_temp.r(i, 7, 2) = 0 as unemployed
  from who w cross join syllable s
  join place p on p.n = pg_temp.r(i, 1, (select count(*) from place)::int);
analyze person;

-- Not the indexes of constraints, nor those on expressions, whose settings stand apart.
create temporary table later as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i where i.indrelid = 'card'::regclass and i.indexprs is null
   and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
do $$
declare
    t record;
begin
    for t in select * from later loop
        execute 'drop index ' || t.name;
    end loop;
end $$;
set session_replication_role = replica;

insert into card (id, centre_id, last_name, first_name, middle_name, iin, sex, birth_date, citizenship, ethnicity,
                  addr_region, addr_district, addr_locality, addr_street, addr_house, phone, filled_on, org_name, meta,
                  created_at, created_by)
select card, centre, last_name, first_name, middle_name, iin, case when man then 'm' else 'f' end, birth, 'KZ', 'kazakh',
       region, district, 'Жаңаауыл', 'Абай', 1 + pg_temp.r(i, 8, 200), '+77000' || lpad((i % 1000000)::text, 6, '0'),
       applied, 'Мансап орталығы',
       jsonb_build_object('id', stamp, 'last_name', stamp, 'first_name', stamp, 'middle_name', stamp, 'iin', stamp,
           'sex', stamp, 'birth_date', stamp, 'citizenship', stamp, 'ethnicity', stamp, 'addr_region', stamp,
           'addr_district', stamp, 'addr_locality', stamp, 'addr_street', stamp, 'addr_house', stamp, 'phone', stamp),
       applied, 'import'
  from person;
do $$
declare
    t record;
begin
    for t in select * from later loop
        execute t.definition;
    end loop;
end $$;
insert into card_head (card_id, updated_at, updated_by) select card, applied, 'import' from person;
select names_learn('surname', array_agg(distinct last_name)), names_learn('name', array_agg(distinct first_name))
  from person \g /dev/null
insert into jobseeker_reg (card_id, centre_id, applied_on, decision_on, decision, meta, created_at, created_by)
select card, centre, applied, applied + 2, 'registered',
       jsonb_build_object('id', stamp, 'applied_on', stamp, 'decision_on', stamp, 'decision', stamp), applied, 'import'
  from person;
insert into unemployed_reg (card_id, centre_id, applied_on, decision_on, decision, meta, created_at, created_by)
select card, centre, applied + 2, applied + 7, 'registered',
       jsonb_build_object('id', stamp, 'applied_on', stamp, 'decision_on', stamp, 'decision', stamp), applied, 'import'
  from person where unemployed;
insert into education (card_id, edu_org_name, edu_org_type, study_from, study_to, qualification, meta, created_at,
                       created_by)
select card, 'Құрылыс колледжі', 'college', '2010-09', '2013-06', 'техник',
       jsonb_build_object('id', stamp, 'edu_org_name', stamp, 'edu_org_type', stamp, 'study_from', stamp, 'study_to',
           stamp, 'qualification', stamp), applied, 'import'
  from person;
-- One visit that took place; a second one is open, in a hundredth of them overdue.
insert into visit (card_id, centre_id, row_no, planned_on, actual_on, outcome, meta, created_at, created_by)
select card, centre, 1, applied + 10, applied + 10, 'came', jsonb_build_object('id', stamp, 'planned_on', stamp), applied,
       'import'
  from person where unemployed;
insert into visit (card_id, centre_id, row_no, planned_on, meta, created_at, created_by)
select card, centre, 2, today() + case pg_temp.r(i, 9, 100) when 0 then -3 else 1 + pg_temp.r(i, 10, 30) end,
       jsonb_build_object('id', stamp, 'planned_on', stamp), applied, 'import'
  from person where unemployed;

-- What years of use leave behind: sessions and views, a hundredth of them the operator's.
with s as (
    insert into session (login, pid, backend_start, terminal, role, org_id, opened_at, closed_at, closed_why)
    select case when n % 100 = 0 then 'operator' else 'operator' || n % 90 end, 4000000 + n, now_here() - interval '2 year',
           'local', 'operator', (select min(centre) from place), now_here() - interval '2 year' + n * interval '1 minute',
           now_here() - interval '1 year', 'closed'
      from generate_series(1, :cards / 30) as n
    returning id, login, opened_at)
insert into view_log (at, session_id, login, card_id, door)
select s.opened_at + k * interval '1 second', s.id, s.login, p.card, 'id'
  from (select *, row_number() over () as n from s) as s cross join generate_series(1, 10) as k
  join (select card, row_number() over () as n from person) as p on p.n = s.n * 10 - k;

set session_replication_role = origin;
commit;
vacuum analyze;
