-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people of the training database are many and various enough to teach and test with.
begin;
set local search_path = mansap, tap, pg_temp;
select no_plan();

create function pg_temp.lists() returns text[]
    language sql immutable
    return array(select t from unnest(card_tables()) t where t not in ('card', 'expectation'));
create function pg_temp.rows_per_card(tab text) returns table (n bigint)
    language plpgsql as $$
begin
    return query execute format('select count(t.id) from card c left join %I t on t.card_id = c.id group by c.id', tab);
end $$;
create function pg_temp.values_of(tab text, col text) returns text[]
    language plpgsql as $$
declare
    v text[];
begin
    execute format('select array_agg(distinct %I::text order by %1$I::text) from %I where %1$I is not null', col, tab) into v;
    return v;
end $$;
-- Words of a dictionary that no row of any card refers to.
create function pg_temp.unused(dict text) returns text[]
    language plpgsql as $$
declare
    v text[];
    q text;
begin
    select string_agg(format('select %I from %s', a.attname, c.conrelid::regclass), ' union all ') into q
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.confrelid = ('dict_' || dict)::regclass and cardinality(c.conkey) = 1
       and c.conrelid::regclass::text = any (card_tables());
    execute format('select array_agg(code) from %I where code not in (select * from (%s) u (c) where c is not null)',
                   'dict_' || dict, q) into v;
    return v;
end $$;
create function pg_temp.never(filled boolean) returns setof text
    language plpgsql as $$
declare
    c record;
    found_one boolean;
begin
    for c in select table_name, column_name from information_schema.columns
              where table_schema = 'mansap' and table_name = any (card_tables()) and column_name <> all (system_columns())
                and (filled or is_nullable = 'YES')
    loop
        execute format('select exists (select from %I where (%I is not null) = %L)', c.table_name, c.column_name, filled)
           into found_one;
        if not found_one then
            return next c.table_name || '.' || c.column_name;
        end if;
    end loop;
end $$;

-- Who they are.
select cmp_ok((select count(*) from card), '>=', 320::bigint, 'at least 320 people');
select is((select count(distinct (last_name, first_name, middle_name, birth_date)) from card), (select count(*) from card),
          'no two of one name and birth date');
select is_empty('select iin from card where not iin_ok(iin) or iin_birth(iin) <> birth_date or iin_sex(iin) <> sex',
                '[Z-13] every IIN is valid and tells birth date and sex');
select cmp_ok((select count(*) from card where sex = s), '>=', 120::bigint, 'both sexes: ' || s) from unnest('{m,f}'::text[]) s;
select is((select array_agg(distinct a order by a) from card, lateral (select extract(year from age(today(), birth_date))::int as a) x),
          array(select generate_series(16, 63)), 'every age from 16 to 63');
select cmp_ok((select count(*) from card where middle_name is null), '>=', 30::bigint, 'people without a patronymic');
select cmp_ok((select count(*) from card where middle_name is not null), '>=', 200::bigint, 'people with a patronymic');
select cmp_ok((select count(*) from card where last_name like '%-%'), '>=', 5::bigint, 'hyphenated surnames');
select cmp_ok((select count(*) from card where first_name like '%-%'), '>=', 5::bigint, 'hyphenated names');
select cmp_ok((select max(length(last_name)) from card), '>=', 25, 'a long surname');
select cmp_ok((select count(*) from card where last_name ~ '[әғқңөұүһі]'), '>=', 50::bigint, 'Kazakh letters in surnames');
select isnt_empty('select last_name from card group by last_name, first_name, middle_name having count(*) > 1',
                  'two of one name, to tell apart in a search');
select is((select (last_name, first_name, middle_name, iin)::text from card order by id limit 1),
          '(Оспанова-Төлегенова,Гүлнар,Нұрланқызы,801223400108)', 'the same for the same seed and date');

-- Where they are.
select is((select count(distinct addr_region) from card), 20::bigint, 'they live in all oblasts and cities');
select is((select count(distinct o.region) from card join organisation o on o.id = centre_id), 20::bigint,
          '[Z-9] every oblast and city has a centre with cards');
select is_empty($$select o.code from organisation o join organisation p on p.id = o.parent_id
                   where o.kind = 'centre' and (p.kind <> 'mobility' or p.region <> o.region)
                      or o.kind = 'mobility' and p.kind <> 'republic'$$, '[Z-9] centre, mobility centre, republic');
select cmp_ok((select max(n) from (select count(*) as n from organisation where kind = 'centre' group by region) x), '>=', 2::bigint,
              '[Z-9] two centres or more in one oblast');
select is((select array_agg(login || ' ' || role order by login) from account),
          array['admin admin', 'auditor auditor', 'authority authority', 'head head', 'localexec local_exec', 'mobility mobility',
                'operator operator', 'operator2 operator', 'operator3 operator', 'trainer trainer'], '[P-17] one account for every role');
select is_empty('select login from account where login not in (select rolname from pg_roles where rolcanlogin)',
                '[P-17] every account is a role that may log in');
select is((select org_id from account where login = 'operator2'), (select org_id from account where login = 'operator'),
          'operator2 works in the centre of operator');
select isnt((select org_id from account where login = 'operator3'), (select org_id from account where login = 'operator'),
            'operator3 works in another centre');
select is((select parent_id from organisation where id = org_of('operator3')), (select parent_id from organisation where id = org_of('operator')),
          'of the same oblast');
select cmp_ok((select count(*) from card where centre_id = org_of(login)), '>=', least, 'cards in the centre of ' || login)
  from (values ('operator', 40::bigint), ('operator3', 15)) v (login, least);

-- What they have.
select is(exists (select from pg_temp.rows_per_card(tab) where n = 0), tab <> 'jobseeker_reg',
          case tab when 'jobseeker_reg' then '[F-1] jobseeker_reg: nobody has none' else tab || ': some have none' end)
  from unnest(pg_temp.lists()) tab;
select ok(exists (select from pg_temp.rows_per_card(tab) where n = 1), tab || ': some have one') from unnest(pg_temp.lists()) tab;
select ok(exists (select from pg_temp.rows_per_card(tab) where n >= 5), tab || ': some have five or more') from unnest(pg_temp.lists()) tab;
select is((select array_agg(distinct n order by n) from pg_temp.rows_per_card('expectation') n), array[0, 1]::bigint[],
          '[F-10] expectations: none or one');
select ok(exists (select card_id from (select card_id, tab from history where kind = 'insert' and tab = any (pg_temp.lists())
                                     group by card_id, tab having count(*) >= 5) x
                    group by card_id having count(*) = cardinality(pg_temp.lists())),
          'one person has five rows or more in every list');
select is(pg_temp.values_of(tab, col), codes, format('every value of %s.%s is used', tab, col))
  from (values ('card', 'sex', '{f,m}'::text[]), ('card', 'is_student', '{true}'), ('card', 'is_pupil', '{true}'),
    ('card', 'has_disability', '{false,true}'), ('card', 'is_kandas', '{true}'),
    ('education', 'edu_org_type', '{college,school,university}'), ('extra_education', 'extra_kind', '{retraining,upskilling}'),
    ('jobseeker_reg', 'decision', '{refused,registered}'), ('unemployed_reg', 'decision', '{refused,registered}'),
    ('job_referral', 'outcome', '{hired,refused_by_applicant,refused_by_employer}'),
    ('subsidised_job', 'outcome', '{hired,refused_by_applicant,refused_by_employer}'),
    ('resettlement', 'housing_kind', '{apartment,dormitory,house}'),
    ('visit', 'outcome', '{came,cancelled,excused,missed,moved}')) v (tab, col, codes);
select is(pg_temp.unused(substr(relname, 6)), null, '[Z-17] every word of the dictionary is used: ' || substr(relname, 6))
  from pg_class where relnamespace = 'mansap'::regnamespace and relkind = 'r' and relname ~ '^dict_'
       and relname <> 'dict_phrase' order by relname; -- a remark holds the words themselves
select is_empty('select * from pg_temp.never(true)', 'every field is filled somewhere');
select is_empty('select * from pg_temp.never(false)', 'every field that may be empty is empty somewhere');
select is((select array_agg(distinct length(study_from) order by length(study_from)) from education), array[4, 7, 10],
          'dates of year, month and day precision');

-- How they stand.
select cmp_ok((select count(*) from card_status where status = s), '>=', 10::bigint, '[F-12] status ' || s)
  from unnest('{applied,registered,refused,unemployed,removed}'::text[]) s;
select cmp_ok((select count(*) from card_status s join card c on c.id = s.card_id where status = w and centre_id = org_of('operator')), '>=', 3::bigint,
              '[F-12] in the centre of operator: ' || w)
  from unnest('{applied,registered,refused,unemployed,removed}'::text[]) w;
select cmp_ok((select count(*) from visit v join card c on c.id = v.card_id and c.centre_id = org_of('operator')
                where actual_on is null and outcome is null and sign(planned_on - today()) = w), '>=', 3::bigint,
              '[R-1] open visits in the centre of operator: ' || case w when -1 then 'overdue' when 0 then 'today' else 'to come' end)
  from generate_series(-1, 1) w;
select cmp_ok((select count(*) from plan_item where fulfilment is null and failure_reason is null and sign(due_on - today()) = w), '>=', 3::bigint,
              '[R-1] open plan measures: ' || case w when -1 then 'late' else 'to come' end)
  from (values (-1), (1)) v (w);
select is_empty($$select v.id from visit v join card_status s using (card_id)
                   where s.status <> 'unemployed' and actual_on is null and outcome is null$$, '[Z-16] no open visit of a person removed');
select ok((select count(*) from subsidised_job where annul_reason is not null) > 5, '[R-7] some rows are annulled');
select ok((select count(*) from card where checked_at is not null) > 5 and (select count(*) from card where checked_at is null) > 5,
          '[Z-15] some are checked, some are not');

-- Their history.
select is((select count(*) from history where kind = 'insert'), (select sum(n)::bigint from unnest(card_tables()) tab,
    lateral (select (xpath('//n/text()', query_to_xml(format('select count(*) as n from %I', tab), false, true, '')))[1]::text::bigint as n) x),
    '[R-6] every row has its beginning in the history');
select ok((select count(*) from history where kind = 'update' and old ? 'phone') >= 5, '[R-6] some values have a former one');
select is_empty('select card_id from card_head k where seq <> (select count(*) from history h where h.card_id = k.card_id)
                    or hash <> (select hash from history h where h.card_id = k.card_id and h.seq = k.seq)',
                '[R-6] every chain ends at its head');
select is_empty($$select h.card_id, h.seq from history h
                   where hash <> history_hash(coalesce((select hash from history p where p.card_id = h.card_id and p.seq = h.seq - 1), '\x'), h)$$,
                '[R-6] every link holds');
select is_empty('select card_id from history where at > now_here()', 'nothing was entered in the future');
select is_empty('select at from history_rest', 'every row found the partition of its year');

select * from finish();
rollback;
