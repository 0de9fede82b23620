-- SPDX-License-Identifier: GPL-3.0-or-later
-- Staged rows of S18-S20, for those who are or were registered as unemployed. Part of people.sql.
-- A visit every three weeks from the registration. Past ones have an outcome, save the overdue; the last ones of those who are
-- still registered lie in the future, for some today. Of the removed, open ones are cancelled (Z-16).
create temporary table planned as
select p.*, k, case when status = 'unemployed' and k = n and i % 4 <> 3 then today() + i / 4 % 3 * 7
                    when status = 'unemployed' and k = n - 1 and i % 5 = 0 then today() - 3 - pg_temp.r('late ' || i, 20)
                    else working_day_of(u_decided + 21 * k) end as d,
       status = 'unemployed' and k = n - 1 and i % 5 = 0 as overdue
  from (select *, case when i = 1 then 9 else greatest(pg_temp.rows_in(i, 'visit') + case when i % 5 = 0 then 2 else 0 end, (i <= 60)::int) end as n
          from person where status in ('unemployed', 'removed_u')) p, generate_series(1, n) k;

insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('visit ' || i || k, least(case when outcome is null then u_decided + 21 * (k - 1) else d end, coalesce(removed, today()))),
       'visit', jsonb_build_object(
    'planned_on', case when outcome = 'came' and k % 4 = 2 then null else d end,
    'actual_on', case when outcome = 'came' then d end, 'outcome', outcome,
    'first_planned_on', case when k % 6 = 5 then d - 7 end,
    'staff_note', case outcome when 'missed' then 'телефонға жауап бермеді' when 'excused' then 'ауырып қалды, анықтама бар'
                               when 'moved' then 'өз өтінішімен ауыстырылды' when 'came' then
                               case when k % 2 = 0 then E'вакансиялар ұсынылды;\nжолдама берілді' end end)
  from (select *, case when removed is not null and d > removed then 'cancelled' when overdue or d >= today() then null
                       else (array['came', 'came', 'missed', 'excused', 'moved', 'came'])[1 + pg_temp.r('came ' || i || k, 6)] end
                  as outcome from planned) v;

-- Their numbers are odd, hence h. One in ten has answered little.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('expectation ' || i, u_decided), 'expectation', jsonb_build_object(
    'salary_expected', case when i % 26 <> 7 then 300000 + 10000 * (h % 20) end,
    'salary_sufficient', case when h % 10 > 0 then 200000 + 5000 * (h % 20) end,
    'salary_minimum', case when h % 3 > 0 then 120000 end,
    'job_region', case when h % 10 > 0 then region end, 'job_city', case when h % 2 = 0 then 'Көкшетау' end,
    'job_district', case when h % 10 > 0 and h % 3 < 2 then district end,
    'job_village', case when h % 4 = 0 then pg_temp.word('village', 'w' || i) end,
    'position_desired', case when h % 10 > 0 then pg_temp.word('position', 'd' || i) end,
    'position_less', case when h % 5 > 0 then pg_temp.word('position', 'l' || i) end,
    'search_time_1', case when h % 10 > 0 then '1 ай' end, 'search_time_2', case when h % 2 = 0 then '3 ай' end,
    'search_time_5', case when h % 2 = 0 then 'жарты жыл' end)
  from (select *, case i when 1 then 2 else i / 2 end as h from person) p
 where status in ('unemployed', 'removed_u') and i % 10 <> 3;

-- S20: done, failed, still to do; some of it late.
insert into stage (i, at, tab, row_data)
select i, pg_temp.entered('plan ' || i || k, case when what is null then u_decided else least(u_decided + 12 * k, coalesce(removed, today())) end), 'plan_item', jsonb_build_object(
    'measure', (array['Түйіндемені enbek.kz порталына орналастыру', 'Бос орындар жәрмеңкесіне қатысу', 'Қысқа мерзімді оқуға жіберу',
                      'Жұмыс берушімен әңгімелесуге жолдама беру', 'Кәсіптік бағдарлаудан өту'])[1 + (i + k) % 5],
    'due_on', case when (i + k) % 6 <> 0 then u_decided + 14 * k + case when status = 'unemployed' and k % 3 = 0 then 600 else 0 end end,
    'fulfilment', case when what = 'done' then 'орындалды, ' || to_char(least(u_decided + 12 * k, coalesce(removed, today())), 'DD.MM.YYYY') end,
    'failure_reason', case what when 'failed' then 'сырқатына байланысты'
                                when 'closed' then 'Есептен шығарылды ' || to_char(removed, 'DD.MM.YYYY') end)
  from (select *, case (i + k) % 4 when 0 then 'done' when 1 then 'failed'
                       else case when removed is not null then 'closed' end end as what
          from person p, generate_series(1, pg_temp.rows_in(i, 'plan_item')) k
         where status in ('unemployed', 'removed_u')) p;
