-- SPDX-License-Identifier: GPL-3.0-or-later
-- The home screen: visits due and overdue of the territory, the last cards of this log-in: both for operators and heads of
-- a centre, others get none; and the next technological break.
create function home_visits(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, planned_on date, overdue boolean)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_centre bigint := my_centre();
begin
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, v.planned_on,
               v.planned_on < today()
        from visit as v join card as c on c.id = v.card_id
        where v.planned_on <= today() and v.actual_on is null and v.outcome is null and v.annul_reason is null
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
begin
    if my_session() is null then
        return;
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, o.kk, o.ru,
               t.status, local_text(l.at)
        from (select v.card_id, max(v.at) as at
              from (select * from view_log where login = session_user::text collate "default" order by at desc limit 500) as v
              group by v.card_id) as l
        join card as c on c.id = l.card_id
        join organisation as o on o.id = c.centre_id
        join card_status as t on t.card_id = c.id
        where c.centre_id = any (territory(my_org()))
        order by l.at desc
        limit least(greatest(coalesce(p_lim, 10), 1), setting_get('search_cap')::int);
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
