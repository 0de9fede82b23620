-- SPDX-License-Identifier: GPL-3.0-or-later
-- Staged rows of S14, S16 and S17: referrals and active measures. Part of people.sql.
-- d: a day between the registration and today, or the end of the registration; k numbers the rows of a person, n all rows.
create temporary table sent as
select p.i, p.age, p.region, l.list, k, decided + pg_temp.r(list || i || ' ' || k, coalesce(removed, today()) - decided + 1) as d,
       coalesce(removed, today()) as last, row_number() over (partition by list order by i, k)::int as n
  from person p,
       unnest('{job_referral,measure_training,microcredit,business_training,grant_award,subsidised_job,resettlement,special_job}'::text[])
           as l (list),
       generate_series(1, pg_temp.rows_in(i, list)) k
 where (status not in ('applied', 'refused') or i = 1)
   and (list <> 'special_job' or i = 1 or i % 9 = 5)
   and (list in ('job_referral', 'measure_training', 'subsidised_job', 'special_job') or i = 1 or i % 3 = 0);

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('referral ' || n, case when outcome is null then d else least(d + 3, today()) end), 'job_referral', jsonb_build_object(
    'employer_name', pg_temp.word('employer', 'r' || n), 'employer_bin', case when n % 2 = 0 then pg_temp.bin(n % 900) end,
    'position', pg_temp.word('position', 'r' || n), 'issued_on', d, 'outcome', outcome,
    'order_on', case outcome when 'hired' then least(d + 3, today()) end,
    'order_no', case outcome when 'hired' then n || '-ж' end,
    'hired_position', case outcome when 'hired' then pg_temp.word('position', 'r' || n) end,
    'refused_on', case when outcome like 'refused%' then least(d + 2, today()) end,
    'refusal_reason', case outcome when 'refused_by_employer' then 'бос орын толтырылды'
                                   when 'refused_by_applicant' then 'жалақысы қанағаттандырмайды' end)
  from (select *, (array['refused_by_employer', 'refused_by_applicant', 'hired', null])[1 + n % 4] as outcome
          from sent where list = 'job_referral') s;

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('training ' || n, case when placed then d + 110 else least(d + 100, today()) end), 'measure_training', jsonb_build_object(
    'training_kind', t.code, 'provider_name', pg_temp.word('college', 't' || n),
    'provider_address', case when n % 2 = 0 then 'Достық көшесі, ' || 1 + n % 40 end,
    'provider_phone', case when n % 3 = 0 then '+77000000400' end,
    'study_from', d + 5, 'study_to', d + 95, 'referred_on', d,
    'qualification', case when d + 95 < today() then pg_temp.word('trade', 't' || n) end,
    'perm_job_on', case when placed then d + 110 end,
    'perm_job_employer', case when placed then pg_temp.word('employer', 't' || n) end,
    'perm_job_position', case when placed then pg_temp.word('position', 't' || n) end,
    'programme', case when n % 4 = 0 then pg_temp.word('programme', 't' || n) end)
  from (select *, n % 3 = 1 and d + 110 <= today() as placed from sent where list = 'measure_training') s
  join lateral (select code from dict_training_kind order by sort
                 offset n % (select count(*)::int from dict_training_kind) limit 1) t on true;

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('credit ' || n, d), 'microcredit', jsonb_build_object(
    'received_on', d, 'amount', 500000 + 50000 * (n % 50) + case when n % 9 = 0 then 0.50 else 0 end,
    'grace_period', case when n % 3 <> 0 then 6 * (n % 5) end,
    'repay_due', (d + interval '3 years')::date, 'activity', a.code,
    'programme', case when n % 2 = 0 then pg_temp.word('programme', 'm' || n) end)
  from sent join lateral (select code from dict_activity order by sort
                           offset n % (select count(*)::int from dict_activity) limit 1) a on true
 where list = 'microcredit';

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('business ' || n, d), 'business_training', jsonb_build_object(
    'started_on', d, 'finished_on', case when n % 4 <> 0 then d + 20 end,
    'programme', case when n % 3 = 0 then pg_temp.word('programme', 'b' || n) end)
  from sent where list = 'business_training';

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('grant ' || n, d), 'grant_award', jsonb_build_object(
    'applied_on', d, 'received_on', case when n % 3 <> 0 and d + 30 <= today() then d + 30 end, 'activity', a.code,
    'amount', case when n % 3 = 1 then 400 * 3932 end,
    'programme', case when n % 2 = 0 then pg_temp.word('programme', 'g' || n) end)
  from sent join lateral (select code from dict_activity order by sort desc
                           offset n % (select count(*)::int from dict_activity) limit 1) a on true
 where list = 'grant_award';

-- One in eight stands in a row that was annulled afterwards.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('subsidised ' || n, case when placed then d + 190 when outcome is null then d else least(d + 2, today()) end), 'subsidised_job', jsonb_build_object(
    'job_kind', t.code, 'referred_on', d, 'period_from', d + 3, 'period_to', d + 183,
    'employer_name', pg_temp.word('employer', 's' || n), 'employer_bin', case when n % 2 = 1 then pg_temp.bin(n % 900) end,
    'position', pg_temp.word('position', 's' || n), 'outcome', outcome,
    'act_on', case outcome when 'hired' then least(d + 2, today()) end, 'act_no', case outcome when 'hired' then n::text end,
    'refused_on', case when outcome like 'refused%' then least(d + 1, today()) end,
    'refusal_reason', case when outcome like 'refused%' then 'денсаулық жағдайы' end,
    'perm_job_on', case when placed then d + 190 end,
    'perm_job_employer', case when placed then pg_temp.word('employer', 's' || n) end,
    'perm_job_position', case when placed then pg_temp.word('position', 's' || n) end,
    'programme', case when n % 3 = 0 then pg_temp.word('programme', 's' || n) end,
    'annul_reason', case when n % 8 = 5 then 'екі рет енгізілген' end)
  from (select *, outcome_of as outcome, outcome_of = 'hired' and d + 190 <= today() as placed
          from (select *, (array['hired', 'hired', 'refused_by_employer', 'refused_by_applicant', null])[1 + n % 5] as outcome_of
                  from sent where list = 'subsidised_job') s) s
  join lateral (select code from dict_subsidised_kind order by sort
                 offset n % (select count(*)::int from dict_subsidised_kind) limit 1) t on true;

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('resettlement ' || n, d), 'resettlement', jsonb_build_object(
    'referred_on', d, 'able_members', 1 + n % 4,
    'able_list', case when n % 2 = 0 then E'жұбайы\nұлы' end, 'disabled_members', n % 3,
    'disabled_amount', case when n % 3 > 0 then 70000 * (n % 3) end,
    'disabled_reasons', case when n % 3 > 0 then 'кәмелетке толмаған бала' end,
    'arrival_place', (select kk from dict_region order by sort offset n % 20 limit 1),
    'aid_expenses', case when n % 2 = 0 then 137620.00 end, 'aid_rent', case when n % 3 = 0 then 58980.00 end,
    'mobility_certificate', case when n % 4 = 0 then 1572800.00 end,
    'housing_kind', h.kind, 'housing_m2', case when h.kind is not null then 30 + n % 40 + 0.5 end,
    'job_on', case when n % 2 = 1 then least(d + 30, today()) end,
    'job_employer', case when n % 2 = 1 then pg_temp.word('employer', 'z' || n) end,
    'job_position', case when n % 2 = 1 then pg_temp.word('position', 'z' || n) end,
    'programme', case when n % 3 = 1 then pg_temp.word('programme', 'z' || n) end)
  from sent, lateral (select (array['house', 'apartment', 'dormitory', null])[1 + n % 4] as kind) h
 where list = 'resettlement';

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('special ' || n, d), 'special_job', jsonb_build_object(
    'employer_name', pg_temp.word('employer', 'p' || n), 'employer_bin', case when n % 2 = 1 then pg_temp.bin(n % 900) end,
    'referred_on', d, 'period_from', d + 1, 'period_to', d + 365, 'position', pg_temp.word('position', 'p' || n),
    'act_ref', case when n % 3 <> 0 then '№ ' || n || ', ' || to_char(d + 1, 'DD.MM.YYYY') end)
  from sent where list = 'special_job';
