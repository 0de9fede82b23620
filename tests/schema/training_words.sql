-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words that ship: what a text of law names is no sample, everything else is; a second load changes nothing.
begin;
set local search_path = mansap, tap, pg_temp;
select no_plan();

select is((select array_agg(kk order by sort) from dict_training_kind where not sample),
          array['кәсіптік даярлау', 'қайта даярлау', 'біліктілікті арттыру', 'қысқа мерзімді оқыту'],
          '[Z-17] kinds of training: those of orders 365, 354 and 206');
select is((select array_agg(kk order by sort) from dict_subsidised_kind where not sample),
          array['қоғамдық жұмыстар', 'әлеуметтік жұмыс орны', 'жастар практикасы'],
          '[Z-17] kinds of subsidised jobs: those of orders 365 and 354 and of the plan');
select is_empty(format('select code from %I where sample and code = %L', t, 'other'), '[Z-17] other is no sample: ' || t)
  from unnest('{dict_ethnicity,dict_refusal_reason,dict_removal_reason}'::text[]) t;
select is_empty(format('select code from %I where not sample and code <> %L', t, 'other'), '[Z-17] all else is a sample: ' || t)
  from unnest('{dict_ethnicity,dict_refusal_reason,dict_removal_reason,dict_activity,dict_district}'::text[]) t;
select is((select count(*) from dict_region where not sample), 20::bigint, '17 oblasts and three cities');
select is_empty('select r.code from dict_region r where not exists (select from dict_district d where d.parent = r.code and d.sample)',
                'districts in each of them');
select cmp_ok((select count(*) from dict_country), '>=', 30::bigint, 'countries enough to choose from');
select is_empty('select dict, code from dictionary where kk !~ ''\S'' or ru !~ ''\S'' or coalesce(en, '''') !~ ''\S''', 'every word in three languages');
select is_empty('select dict, parent, kk from dictionary group by 1, 2, 3 having count(*) > 1', 'no word stands twice in a list');
select is_empty('select dict, parent, ru from dictionary group by 1, 2, 3 having count(*) > 1', 'nor in Russian');

select is((select array_agg(distinct extract(year from on_day)::int order by extract(year from on_day)::int) from holiday),
          array[2025, 2026, 2027, 2028], '[Z-11] holidays of four years');
select ok(not is_working_day(d), '[Z-11] a day off: ' || d)
  from unnest('{2025-03-10,2025-12-16,2026-01-01,2026-01-07,2026-03-24,2026-03-25,2026-05-27,2027-05-10,2028-01-04}'::date[]) d;
select ok(is_working_day(d), '[Z-11] a working day: ' || d) from unnest('{2025-03-11,2026-01-05,2026-03-26,2026-11-18,2028-12-19}'::date[]) d;

-- Reloading: the administrator's own words stay, changed ones get the file's text.
insert into dict_activity (code, kk, ru) values ('own', 'өзіміздің сөз', 'своё слово');
update dict_activity set kk = 'қате' where code = 'trade';
create temporary table before_load as select dict, code, kk from dictionary where code <> 'trade';
\set samples f
\ir ../../common/schema/dictionaries.sql
select is((select kk from dict_activity where code = 'trade'), 'қате', '[Z-17] without samples a sample is left alone');
\set samples t
\ir ../../common/schema/dictionaries.sql
select is((select kk from dict_activity where code = 'trade'), 'бөлшек сауда', 'a load brings a word up to date');
select set_eq($$select dict, code, kk from dictionary where code <> 'trade'$$, 'select * from before_load', 'and leaves the others as they are');

select * from finish();
rollback;
