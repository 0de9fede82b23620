-- SPDX-License-Identifier: GPL-3.0-or-later
-- Values: folding, IIN and BIN, partial dates, working days.
\ir world.psql
select plan(35);

select is(fold('ӘҒҚҢӨҰҮҺІ'), 'агкноуухи', 'Kazakh capitals fold');
select is(fold('әғқңөұүһі'), 'агкноуухи', 'Kazakh letters fold');
select is(fold('Ёй щыэ'), 'еи шие', 'Russian letters that are confused fold');
select is(fold('ABCEHIKMOPTXY'), 'авсехикмортху', 'Latin look-alikes fold');
select is(fold('  Ахметова-Ким' || chr(160) || chr(160) || 'Зәуре  '), 'ахметоваким зауре', 'hyphens go, blanks are one');
select is(fold('Объ''е’кʼт`ь.'), 'обект', 'signs are dropped');
select is(fold(null), null, 'null folds to null');
select is(lower_text('ӘLİҒA ΣÏ'), 'әliғa Σï', 'lower case touches Latin and Cyrillic letters only');

select ok(iin_ok('900101400013'), '[Z-13] a right check digit');
select ok(not iin_ok('900101400014'), '[Z-13] a wrong check digit');
select ok(not iin_ok('90010140001'), '[Z-13] eleven digits');
select ok(not iin_ok('90010140001x'), '[Z-13] a letter');
select is(iin_ok(null), null, '[Z-13] null is not checked');
select is((select count(*)::int from generate_series(0, 9) as d where iin_ok('90010140001' || d)), 1,
          '[Z-13] one digit is right');
-- Found by the weights alone: first sum 10, so that the second weights decide.
select is((with n as (select to_char(k, 'FM00000000000') as t from generate_series(90010130000, 90010130400) as k),
           s as (select t, (select sum(i * substr(t, i, 1)::int) from generate_series(1, 11) as i) % 11 as a,
                        (select sum(w * substr(t, i::int, 1)::int)
                         from unnest(array[3,4,5,6,7,8,9,10,11,1,2]) with ordinality as u (w, i)) % 11 as b from n)
           select count(*)::int from s where a = 10 and iin_ok(t || least(b, 9)) <> (b < 10)), 0,
          '[Z-13] after a remainder of 10 the second weights decide, a second 10 is never right');
select is((with n as (select to_char(k, 'FM00000000000') as t from generate_series(90010130000, 90010130400) as k),
           s as (select t, (select sum(i * substr(t, i, 1)::int) from generate_series(1, 11) as i) % 11 as a from n)
           select count(*)::int from s where a < 10 and not iin_ok(t || a)), 0, '[Z-13] else the first weights');
select is(iin_birth('900101400013'), '1990-01-01', '[Z-13] birth date of the 20th century');
select is(iin_birth('050229600000'), null, '[Z-13] no such day');
select is(iin_birth('040229600000'), '2004-02-29', '[Z-13] a leap day of the 21st century');
select is(iin_birth('990101100000'), '1899-01-01', '[Z-13] the 19th century');
select is(iin_birth('900101000000'), null, '[Z-13] another seventh digit tells nothing');
select is(iin_sex('900101400013') || iin_sex('900101300013'), 'fm', '[Z-13] even is female, odd male');
select is(iin_sex('900101700013'), null, '[Z-13] another seventh digit tells no sex');
select throws_ok($$ select '123456789012'::bin $$, '23514', null, '[Z-14] a BIN has the same check digit');

select ok(partial_date_ok('2010') and partial_date_ok('2010-05') and partial_date_ok('2010-05-31'), 'partial dates');
select ok(not partial_date_ok('2010-13') and not partial_date_ok('2010-02-30') and not partial_date_ok('10')
          and not partial_date_ok('2010-5'), 'impossible partial dates');
select ok(partial_date_order('2010', '2010-05') and partial_date_order('2010-05', '2010')
          and partial_date_order('2009-12', '2010'), 'partial dates in order');
select ok(not partial_date_order('2010-06', '2010-05') and not partial_date_order('2011', '2010-05'),
          'partial dates out of order');
select throws_ok($$ select '   '::words $$, '23514', null, 'blank text is no text');
select throws_ok($$ select '+7701123456'::phone $$, '23514', null, 'a telephone number with a digit missing');
select throws_ok($$ select 'a@b'::email $$, '23514', null, 'an e-mail address without a domain');

delete from holiday;
insert into holiday (on_day, working) values ('2026-11-19', false), ('2026-11-21', true);
select results_eq($$ select is_working_day(date '2026-11-18' + i) from generate_series(0, 5) as i $$,
                  array[true, false, true, true, false, true], '[Z-11] days off, holidays, worked Saturdays');
select is(working_day_of('2026-11-19'), '2026-11-20', '[Z-11] the next working day');
select is(today(), '2026-11-18', 'a training database may pin today');
update setting set value = 'f' where name = 'training';
select is(today(), (now() at time zone 'Asia/Almaty')::date, 'another may not');
select * from finish();
rollback;
