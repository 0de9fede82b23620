-- SPDX-License-Identifier: GPL-3.0-or-later
-- Opening a card: the only way to its rows. Every opening is in view_log, every refusal in audit_log. The rows are seen once
-- the opening is committed: one that is rolled back shows nothing.

-- The card a request means, or why not. By id: within the territory. By exact IIN: anywhere, elsewhere with a purpose.
create function card_door(s session, p_id bigint, p_iin text, p_purpose text)
    returns table (code text, card_id bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_centre bigint;
    v_mine boolean;
    v_cap int := nullif(setting_get('open_cap'), '')::int;
begin
    if not role_reads(s.role) then
        code := 'MS403';
    elsif (p_id is null) = (p_iin is null) then
        code := 'MS429';
    else
        -- One statement for both would be planned anew each time.
        if p_id is not null then
            select c.id, c.centre_id into card_id, v_centre from card as c where c.id = p_id;
        else
            select c.id, c.centre_id into card_id, v_centre from card as c where c.iin = p_iin;
        end if;
        v_mine := coalesce(v_centre = s.org_id or v_centre = any (territory(s.org_id)), false);
        code := case
            when length(p_purpose) > 1000 then 'MS429'
            when v_mine then null
            when p_id is not null then 'MS403' -- nor does it tell whether there is such an id
            when card_id is null then 'MS404'
            when length(btrim(coalesce(p_purpose, ''))) < setting_get('purpose_min')::int then 'MS429' end;
        -- One card after the other, faster than anybody reads them
        if code is null and v_cap is not null then
            select case when count(*) >= v_cap then 'MS430' end into code from view_log as v
            where v.login = s.login and v.at > now_here() - interval '1 minute' and v.card_id <> card_door.card_id;
        end if;
    end if;
    return next;
end $$;
comment on function card_door(session, bigint, text, text) is 'Which card is meant, and may this session open it?';

create function card_open(p_id bigint, p_iin text, p_purpose text) returns table (
    ok boolean, code text, detail text, id bigint, centre_id bigint, centre_kk text, centre_ru text, edition text,
    writable boolean, status text, checked_at timestamptz, next_visit date, open_referrals int, overdue_visits int,
    unemployed_once boolean, updated_at timestamptz, updated_by text, created_at timestamptz, created_by text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    s session;
    v_card bigint;
    v_today date := today();
begin
    select * into s from live();
    if s.id is null then
        ok := false;
        code := 'MS401';
        perform audit('card_open', false, code, p_id, null, null);
        return next;
        return;
    end if;
    select d.code, d.card_id into code, v_card from card_door(s, p_id, p_iin, p_purpose) as d;
    ok := code is null;
    if not ok then
        perform card_current(null);
        perform audit('card_open', false, code, coalesce(v_card, p_id), null,
                      jsonb_build_object('purpose', p_purpose, 'door', case when p_id is null then 'iin' else 'id' end));
        if code = 'MS429' and v_card is not null then
            -- Whose card it is may be told (Z-6), so that the purpose can be asked for.
            select x.kk, x.ru into centre_kk, centre_ru from card as k join organisation as x on x.id = k.centre_id
            where k.id = v_card;
        end if;
        return next;
        return;
    end if;
    -- The facts first: what is done below does not change them.
    select c.id, c.centre_id, o.kk, o.ru, c.edition, c.checked_at, h.updated_at, coalesce(u.person, h.updated_by),
           c.created_at, coalesce(m.person, c.created_by), f.status, f.open_referrals, f.unemployed_once, f.next_visit,
           f.overdue_visits
    into id, centre_id, centre_kk, centre_ru, edition, checked_at, updated_at, updated_by, created_at, created_by, status,
         open_referrals, unemployed_once, next_visit, overdue_visits
    from card as c
    join card_head as h on h.card_id = c.id
    join organisation as o on o.id = c.centre_id
    left join account as u on u.login = h.updated_by
    left join account as m on m.login = c.created_by
    cross join lateral card_facts(c.id, v_today) as f
    where c.id = v_card;
    detail := null;
    writable := role_writes(s.role) and centre_id = s.org_id;
    perform log_line('audit', 'card_open', true, null, v_card, s.terminal);
    insert into session_card (session_id, card_id, writable, opened_in)
    values (s.id, v_card, writable, pg_current_xact_id())
    on conflict (session_id, card_id) do update set writable = excluded.writable, opened_at = excluded.opened_at,
        opened_in = case when session_card.closed_at is null then session_card.opened_in else excluded.opened_in end,
        closed_at = null;
    insert into view_log (session_id, login, card_id, door, purpose)
    values (s.id, session_user, v_card, case when p_id is null then 'iin' else 'id' end, p_purpose);
    perform card_current(v_card);
    return next;
end $$;
comment on function card_open(bigint, text, text) is
    'Opens a card by its id or its exact IIN, elsewhere with a purpose (Z-6); a refusal is a row; logged; to be committed first';

create function card_close(p_id bigint) returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    update session_card set writable = false, closed_at = now() where session_id = my_session() and card_id = p_id;
    if my_current_card() = p_id then
        perform card_current(null);
    end if;
end $$;
comment on function card_close(bigint) is 'Closes a card: its rows are no longer seen';

create function history_of(p_card bigint, p_table text, p_row bigint, p_field text) returns table (
    at text, login text, person text, terminal text, kind text, field text, old text, new text, reason text, doc text,
    doc_on date)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    if not coalesce(p_card = any (my_open_cards()), false) then
        return;
    end if;
    return query
        select local_text(h.at), h.login, person_of(h.login), h.terminal, h.kind, k.f, shown(h.old -> k.f),
               shown(h.new -> k.f), coalesce(h.reason, h.new -> 'reasons' ->> k.f), o.doc::text, o.doc_on
        from history as h
        cross join lateral (select jsonb_object_keys(h.old || h.new) as f) as k
        left join operation as o on o.op = h.op
        where h.card_id = p_card and (p_table is null or h.tab = p_table) and (p_row is null or h.row_id = p_row)
              and (p_field is null or k.f = p_field
                   or k.f ~ '^checked_' and h.tab = 'card' and p_field = any (identity_columns()))
        order by h.seq desc, k.f;
end $$;
comment on function history_of(bigint, text, bigint, text) is
    'R-6: the changes of an open card, newest first; table, row and field may be null: all; with S1-S6 their checks (R-4)';
