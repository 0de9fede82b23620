-- SPDX-License-Identifier: GPL-3.0-or-later
-- Staged rows of S1-S13 and S15: the person, education, work, registrations, guidance. Part of people.sql.
create temporary table named as
select p.*,
       case when pool = 'k' or last not like '%ко' and last !~ '(ер|им|ой|дт|ук)$'
            then last || case sex when 'f' then 'а' else '' end else last end
       || case when i % 29 = 1 then '-' || pg_temp.word_no('k last', i + 5) || case sex when 'f' then 'а' else '' end else '' end
           as last_name,
       pg_temp.word_no(pool || ' ' || sex, i + 2 * (i / 16)) as first_name,
       case when i % 7 = 2 then null
            when pool = 'e' then pg_temp.word_no('e father', i / 7) || case sex when 'm' then 'ич' else 'на' end
            else pg_temp.word_no('k father', i / 7) || case sex when 'm' then 'ұлы' else 'қызы' end end as middle_name,
       pg_temp.number_of(to_char(birth, 'YYMMDD') || case when birth < '2000-01-01' then 3 else 5 end
                         + case sex when 'f' then 1 else 0 end, i) as iin
  from (select *, pg_temp.word_no(pool || ' last', i) as last from person) p;

-- Countries and ethnicities: every one is somebody's.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('card ' || i, applied), 'card', jsonb_build_object(
    'last_name', last_name, 'first_name', first_name, 'middle_name', middle_name, 'iin', iin, 'sex', sex,
    'birth_date', birth,
    'citizenship', case when i > 80 and i % 4 = 0 then (select code from dict_country order by sort, code
        offset (i / 4) % (select count(*)::int from dict_country) limit 1) else 'KZ' end,
    'ethnicity', e.code, 'ethnicity_other', case when e.code = 'other' then 'шор' end,
    'addr_region', region, 'addr_district', district,
    'addr_locality', case when district_kk like '% қаласы' then replace(district_kk, ' қаласы', '')
                          when region in ('71', '75', '79') then (select replace(kk, ' қаласы', '') from dict_region where code = region)
                          else pg_temp.word('village', i::text) end,
    'addr_street', case when i % 11 <> 0 and i <> 2 then pg_temp.word('street', i::text) end,
    'addr_house', 1 + pg_temp.r('house' || i, 150) || case when i % 13 = 0 then 'А' else '' end,
    'addr_flat', case when i % 3 = 0 then (1 + pg_temp.r('flat' || i, 90))::text end,
    'phone', '+77000000' || lpad(i::text, 3, '0'),
    'email', case when i % 2 = 1 then 'person' || i || '@example.org' end,
    'is_student', case when age between 18 and 22 and i % 3 = 0 then true end,
    'is_pupil', case when age < 18 then true end,
    'has_disability', case when i = 1 or i % 9 = 5 then true when i % 10 = 0 then false end,
    'is_kandas', case when i % 12 = 4 then true end,
    'executor_name', case when i <> 2 then coalesce((select a.person from account a where login = n.clerk), 'Оқу Орындаушы') end,
    'head_name', case when i <= 60 and i <> 2 then (select a.person from account a where login = 'head') end,
    'filled_on', case when i <> 2 then applied end)
  from named n left join lateral (
      select code from dict_ethnicity
       where (pool = 'e') = (code in ('russian', 'ukrainian', 'german', 'korean', 'belarusian', 'pole', 'moldovan', 'greek'))
       order by code = 'kazakh' desc, sort
       offset case when i % 3 > 0 and pool = 'k' then 0 else i / 5 % (select count(*)::int from dict_ethnicity) end limit 1) e
    on i % 14 <> 2;
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('reg ' || i, case status when 'applied' then applied else coalesce(removed, decided) end),
       'jobseeker_reg', jsonb_build_object('applied_on', applied,
    'decision_on', case when status <> 'applied' then decided end,
    'decision', case status when 'applied' then null when 'refused' then 'refused' else 'registered' end,
    'refusal_reason', f.code, 'refusal_reason_other', case when f.code = 'other' then 'өтініш қайталанды' end,
    'removed_on', removed, 'removal_reason', m.code,
    'removal_reason_other', case when m.code = 'other' then 'тұлғаның деректері біріктірілді' end)
  from (select *, row_number() over (partition by status order by i)::int as k from person) p
  left join lateral (select code from dict_refusal_reason order by sort
                      offset k % (select count(*)::int from dict_refusal_reason) limit 1) f on status = 'refused'
  left join lateral (select code from dict_removal_reason order by sort
                      offset k % (select count(*)::int from dict_removal_reason) limit 1) m on status like 'removed%';

-- Former episodes, each ended before the next: registered and struck off, every third one refused.
create temporary table former as
select i, k, applied - 150 * k as applied, k % 3 = 0 as refused
  from person p, generate_series(1, case when i = 1 then 8 when i % 23 = 0 then 7 else pg_temp.rows_in(i, 'former') end) k
 where age >= 25 and i <> 2;
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('former ' || i || k, applied + case when refused then 2 else 100 end), t.tab, jsonb_build_object(
    'applied_on', applied + t.later, 'decision_on', applied + t.later + 2,
    'decision', case when refused then 'refused' else 'registered' end,
    'refusal_reason', case when refused then 'documents' end,
    'removed_on', case when not refused then applied + 100 end,
    'removal_reason', case when not refused then (array['hired', 'absence', 'own_wish'])[1 + k % 3] end)
  from former, (values ('jobseeker_reg', 0), ('unemployed_reg', 3)) t (tab, later)
 where t.tab = 'jobseeker_reg' or (i + k) % 2 = 0 and not refused or i = 1 and not refused;

-- S15 now: registered, struck off again, refused, or waiting.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('unemployed ' || i, coalesce(removed, u_decided)), 'unemployed_reg', jsonb_build_object(
    'applied_on', u_applied, 'decision_on', case when what <> 'waiting' then u_decided end,
    'decision', case what when 'waiting' then null when 'refused' then 'refused' else 'registered' end,
    'refusal_reason', f.code, 'refusal_reason_other', case when f.code = 'other' then 'жұмысқа кірісуге дайын емес' end,
    'removed_on', removed, 'removal_reason', m.code,
    'removal_reason_other', case when m.code = 'other' then 'шартты мерзімінен бұрын бұзу' end)
  from (select *, case when status = 'registered' and i % 24 = 0 then 'waiting'
                       when status = 'registered' and i % 16 = 0 then 'refused'
                       when status in ('unemployed', 'removed_u') then 'registered' end as what,
               row_number() over (partition by status order by i)::int as k from person) p
  left join lateral (select code from dict_refusal_reason order by sort
                      offset k % (select count(*)::int from dict_refusal_reason) limit 1) f on what = 'refused'
  left join lateral (select code from dict_removal_reason order by sort
                      offset k % (select count(*)::int from dict_removal_reason) limit 1) m on removed is not null
 where what is not null;

-- S10: school first, then colleges and universities, in every precision of a date.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('education ' || i || k, applied), 'education', jsonb_build_object(
    'edu_org_name', pg_temp.word(type, i || ' ' || k), 'edu_org_type', type,
    'study_from', left(y || '-09-01', len), 'study_to', left(y + case k when 1 then 10 else 3 end || '-06-25', len),
    'qualification', case when type <> 'school' then pg_temp.word('trade', i || ' ' || k) end)
  from (select p.*, k, (array['school', 'college', 'university'])[case when k < 3 then k else 2 + (i + k) % 2 end] as type,
               extract(year from birth)::int + case k when 1 then 7 else 12 + 3 * k end as y,
               (array[4, 7, 10])[1 + (i + k) % 3] as len
          from person p, generate_series(1, pg_temp.rows_in(i, 'education')) k) e
 where y < extract(year from today());
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('extra ' || i || k, applied), 'extra_education', jsonb_build_object(
    'extra_kind', (array['retraining', 'upskilling', null])[1 + (i + k) % 3],
    'provider_name', pg_temp.word(case when k % 2 = 0 then 'employer' else 'college' end, i || ' x' || k),
    'study_from', left((applied - 200 * k)::text, len), 'study_to', left((applied - 200 * k + 60)::text, len),
    'qualification', case when k % 2 = 1 then pg_temp.word('trade', i || ' x' || k) end)
  from (select p.*, k, (array[4, 7, 10])[1 + (i + k) % 3] as len
          from person p, generate_series(1, pg_temp.rows_in(i, 'extra_education')) k where age >= 22) e;

-- S11: one after the other; the last one may still go on.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('job ' || i || k, applied), 'last_job', jsonb_build_object(
    'employer_name', pg_temp.word('employer', i || ' j' || k), 'employer_bin', case when k % 2 = 1 then pg_temp.bin(i) end,
    'hired_on', start + (k - 1) * span, 'dismissed_on', case when k < n or i % 6 <> 0 then start + k * span - 5 end,
    'position', pg_temp.word('position', i || ' j' || k))
  from (select p.*, (birth + interval '19 years')::date as start,
               (applied - (birth + interval '19 years')::date) / n as span
          from (select *, pg_temp.rows_in(i, 'last_job') as n from person) p where age >= 22 and n > 0) p,
       generate_series(1, n) k;

-- S13.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('guidance ' || i || k, d), 'career_guidance', jsonb_build_object(
    'provider_name', o.kk, 'held_on', d,
    'result', (array['Кәсіп таңдау бойынша кеңес берілді', 'Тест нәтижесі: «адам – техника» бағыты', E'Түйіндеме жасалды;\nсұхбатқа дайындық өтті'])[1 + (i + k) % 3])
  from (select p.*, k, decided + pg_temp.r('guidance ' || i || k, coalesce(removed, today()) - decided + 1) as d
          from person p, generate_series(1, pg_temp.rows_in(i, 'career_guidance')) k where status <> 'applied') p
  join organisation o on o.id = p.centre_id;
