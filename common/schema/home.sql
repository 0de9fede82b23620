-- SPDX-License-Identifier: GPL-3.0-or-later
-- The home screen: visits due and overdue of the territory, the last cards of this log-in: both for operators and heads of
-- a centre, others get none; and the next technological break.
create function home_visits(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, planned_on date, overdue boolean)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_centre bigint := my_centre();
    v_today date := today();
begin
    if v_centre is null then
        return;
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, v.planned_on,
               v.planned_on < v_today
        from visit as v join card as c on c.id = v.card_id
        where v.planned_on <= v_today and v.actual_on is null and v.outcome is null and v.annul_reason is null
              and v.centre_id = v_centre
        order by v.planned_on desc, c.fkey, v.id
        limit least(greatest(coalesce(p_lim, 50), 1), setting_get('search_cap')::int);
end $$;
comment on function home_visits(int) is 'S18: visits of the centre due today or overdue, today''s first';

create function visit_load(p_from date, p_to date) returns table (on_day date, visits int)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_centre bigint := my_centre();
begin
    return query
        select v.planned_on, count(*)::int
        from visit as v
        where v.planned_on between p_from and least(p_to, p_from + 100) and v.actual_on is null and v.outcome is null
              and v.annul_reason is null and v.centre_id = v_centre
        group by v.planned_on order by v.planned_on;
end $$;
comment on function visit_load(date, date) is 'S18: how many visits wait on each day at one''s own centre, for the calendar';

create function home_recent(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, centre_kk text, centre_ru text, status text,
    at text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_org bigint := my_org();
    v_centres bigint[];
    v_cap int := least(greatest(coalesce(p_lim, 10), 1), setting_get('search_cap')::int);
    v_ids bigint[] := array[]::bigint[];
    v_ats timestamptz[] := array[]::timestamptz[];
    v_passed bigint[] := array[]::bigint[];
    v record;
begin
    if v_org is null then
        return;
    end if;
    v_centres := territory(v_org);
    -- Backwards, until there are enough: to look at all of them costs a hundred times as much.
    for v in select w.card_id, w.at from view_log as w where w.login = session_user::text collate "default"
             order by w.at desc limit 200 loop
        continue when v.card_id = any (v_ids) or v.card_id = any (v_passed);
        if (select c.centre_id = any (v_centres) from card as c where c.id = v.card_id) then
            v_ids := v_ids || v.card_id;
            v_ats := v_ats || v.at;
            exit when cardinality(v_ids) = v_cap;
        else
            v_passed := v_passed || v.card_id;
        end if;
    end loop;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, o.kk, o.ru,
               (select t.status from card_status as t where t.card_id = c.id), local_text(l.at)
        from unnest(v_ids, v_ats) as l (card_id, at)
        join card as c on c.id = l.card_id
        join organisation as o on o.id = c.centre_id
        order by l.at desc;
end $$;
comment on function home_recent(int) is 'The last cards of this log-in within its territory, latest first';

create function maintenance_next() returns table (from_at text, to_at text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    if my_session() is not null then
        return query select local_text(w.from_at), local_text(w.to_at) from maintenance_window as w
                     where w.to_at > now() order by w.from_at limit 1;
    end if;
end $$;
comment on function maintenance_next() is '206 p. 20(1): the break that is under way or the next one agreed, for live sessions';
