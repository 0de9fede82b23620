-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is asking. Identity is session_user; without a live session everything here is null and every policy yields
-- nothing. Policies use these in scalar sub-selects, so that each is evaluated once a statement.
create function backend_start(p_pid int) returns timestamptz
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select a.backend_start from pg_stat_get_activity(p_pid) as a);
end $$;
comment on function backend_start(int) is 'When that back end started; null if it is gone';

-- What this back end itself remembers: the number it drew last from the key of the sessions. No client can make it draw one,
-- but by session_open, nor make it believe that it drew another; it can only make it forget (DISCARD).
create function session_drawn() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return currval('session_id_seq');
exception when object_not_in_prerequisite_state then
    return null;
end $$;
comment on function session_drawn() is 'The key of the session that this back end opened last; null if it opened none or has forgotten';

-- The planner puts this into the query of who asks: neither the owner's rights nor settings of its own.
create function live() returns setof session
    language sql stable rows 1
begin atomic
    select s.* from session as s
    join account as a on a.login = s.login join terminal as t on t.id = s.terminal
    -- session_user is of type name and has a collation of its own, under which no index on a log-in would be used.
    where s.login = session_user::text collate "default" and s.pid = pg_backend_pid() and s.closed_at is null
          -- A pid comes again. To ask for the start of a back end costs more than all the rest.
          and (s.id = session_drawn() or s.backend_start = backend_start(s.pid))
          -- It ends with what it was opened on.
          and a.locked_reason is null and (a.valid_until is null or today() <= a.valid_until)
          and a.role = s.role and a.org_id = s.org_id and t.allowed
          -- An old snapshot would not see that.
          and current_setting('transaction_isolation') in ('read committed', 'read uncommitted');
end;
comment on function live() is
    'The live session of this connection, if any: its account still as it was, and no transaction with an old snapshot';

create function my_session() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select id from live());
end $$;
comment on function my_session() is 'The live session of this connection, or null';

create function my_org() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select org_id from live());
end $$;
comment on function my_org() is 'The organisation of the live session';

create function my_role() returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select role from live());
end $$;
comment on function my_role() is 'The role of the live session';

create function my_centre() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select s.org_id from live() as s join organisation as o on o.id = s.org_id where o.kind = 'centre');
end $$;
comment on function my_centre() is 'The career centre of the live session; null for those above a centre';

create function my_open_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.card_id) from live() as s join session_card as c on c.session_id = s.id
            where c.closed_at is null and (c.opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_open_cards() is
    'The cards this session has open: the only ones whose rows it sees; from the transaction after the opening';

create function my_writable_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.card_id) from live() as s join session_card as c on c.session_id = s.id
            where c.closed_at is null and c.writable and (c.opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_writable_cards() is 'Those of them it may write';

-- Only a pointer, and the client's own: whatever it points at, nothing but open cards is seen.
create function my_current_card() returns bigint
    language sql stable
    return nullif(current_setting('mansap.card', true), '')::bigint;
comment on function my_current_card() is 'The card opened last by this connection';

create function card_current(p_card bigint) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    perform set_config('mansap.card', coalesce(p_card::text, ''), false);
end $$;
comment on function card_current(bigint) is 'Makes that card the one opened last; null: none';

-- Z-9
create function territory(p_org bigint) returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.id) from organisation as c, organisation as o
            where o.id = p_org and c.kind = 'centre' and case o.kind
                when 'centre' then c.id = o.id
                when 'mobility' then c.parent_id = o.id
                when 'local_exec' then c.region = o.region and (o.district is null or c.district = o.district)
                when 'republic' then true end);
end $$;
comment on function territory(bigint) is 'Z-9: the career centres in the territory of an organisation';

-- What each role may do with cards.
create function role_reads(p_role text) returns boolean
    language sql immutable
    return coalesce(p_role in ('operator', 'head', 'trainer', 'mobility', 'local_exec', 'authority'), false);
comment on function role_reads(text) is 'May the role read cards of its territory?';

create function role_writes(p_role text) returns boolean
    language sql immutable
    return coalesce(p_role in ('operator', 'head', 'trainer'), false);
comment on function role_writes(text) is 'F-2: may the role write cards of its own centre?';

create function person_of(p_login text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select person from account where login = p_login), p_login);
end $$;
comment on function person_of(text) is 'Name of the person behind a log-in';

create function org_of(p_login text) returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select org_id from account where login = p_login);
end $$;
comment on function org_of(text) is 'Organisation of a log-in';

create function local_text(t timestamptz) returns text
    language sql stable
    return to_char(t at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI');
comment on function local_text(timestamptz) is 'An instant in Almaty, as clients show it';

-- The server log forgets nothing: an error or a ROLLBACK takes a row with it, but not this line. No personal data in it;
-- the client does not get it either.
create function log_line(p_kind text, p_event text, p_ok boolean, p_code text, p_card bigint, p_terminal text)
    returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp set client_min_messages = notice as $$
begin
    raise log 'mansap % %', p_kind, jsonb_build_object('login', session_user, 'terminal',
        coalesce(p_terminal, (select terminal from live())), 'event', p_event, 'ok', p_ok,
        'code', p_code, 'card', p_card);
end $$;
comment on function log_line(text, text, boolean, text, bigint, text) is
    'Writes one structured line to the server log: audit or refusal, event, outcome, code, card, terminal';

-- What clients send is cut, so that nobody fills the log.
create function audit(p_event text, p_ok boolean, p_code text, p_card bigint, p_terminal text, p_detail jsonb)
    returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform log_line('audit', p_event, p_ok, p_code, p_card, left(p_terminal, 100));
    insert into audit_log (login, session_id, terminal, address, event, ok, code, card_id, detail)
    select session_user, s.id, coalesce(left(p_terminal, 100), s.terminal), inet_client_addr(), p_event, p_ok, p_code, p_card,
           coalesce((select jsonb_object_agg(key, left(value #>> '{}', 500)) from jsonb_each(p_detail)), '{}')
    from (values (true)) as one left join live() as s on true;
end $$;
comment on function audit(text, boolean, text, bigint, text, jsonb) is
    'Writes a line of the audit log, and one of the server log';

-- A refusal by error takes its audit row with it, so it goes to the server log alone.
create function refusal_log(p_event text, p_code text, p_card bigint) returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    perform log_line('refusal', p_event, false, p_code, p_card, null);
end $$;
comment on function refusal_log(text, text, bigint) is 'Writes a refusal to the server log; no personal data in it';
