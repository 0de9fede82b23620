-- SPDX-License-Identifier: GPL-3.0-or-later
-- The gate. PostgreSQL calls nothing of ours at log-in, so nothing is to be seen before session_open.

create function version_at_least(p_version text, p_min text) returns boolean
    language sql immutable
    return case when p_min !~ '^[0-9]+(\.[0-9]+)*$' then true
                when coalesce(p_version, '') !~ '^[0-9]{1,6}(\.[0-9]{1,6})*' then false
                else string_to_array(substring(p_version from '^[0-9.]*[0-9]'), '.')::int[]
                     >= string_to_array(p_min, '.')::int[] end;
comment on function version_at_least(text, text) is 'Is the program''s version not older than the least one?';

-- PostgreSQL lets everybody change his own password, to one that others know (206 p. 28(2)).
create function verifier_of(p_login text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select encode(sha256(convert_to(coalesce(rolpassword, ''), 'UTF8')), 'hex') from pg_catalog.pg_authid
            where rolname = p_login);
end $$;
comment on function verifier_of(text) is 'SHA-256 of the password verifier that the server has of a log-in now';

-- session_user is of type name and has a collation of its own, under which no index on a log-in would be used: it is compared
-- as text of the database's.
-- Why this log-in may not open a session here and now: a code and a detail; no row: it may.
create function session_refusal(p_terminal text, p_version text, p_terms text)
    returns table (code text, detail text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    a account;
    t terminal;
    other text;
    v_terms text;
begin
    -- Two log-ins at once queue here. The account itself is not locked: who holds this transaction open must not keep the
    -- administrator from locking the account.
    perform pg_advisory_xact_lock(hashtextextended('mansap.session ' || session_user, 0));
    select * into a from account where login = session_user::text collate "default";
    if a.locked_reason is null and a.verifier <> verifier_of(a.login) then
        update account set locked_reason = 'the password was not set by the administrator', locked_at = now_here()
        where login = session_user::text collate "default" returning * into a;
    end if;
    if a.login is null or a.locked_reason is not null or today() < a.valid_from or today() > a.valid_until then
        return query select 'MS442', coalesce(a.locked_reason, to_char(a.valid_until, 'YYYY-MM-DD'));
        return;
    end if;
    select * into t from terminal where id = p_terminal;
    if t.id is null or not t.allowed
       or not (case t.kind when 'socket' then inet_client_addr() is null
                           else coalesce(inet_client_addr() <<= t.address, false) end) then
        return query select 'MS441', p_terminal;
        return;
    end if;
    if a.role = 'trainer' and not is_training() then
        return query select 'MS403', 'trainer';
        return;
    end if;
    if not version_at_least(p_version, setting_get('version_min')) then
        return query select 'MS452', setting_get('version_min');
        return;
    end if;
    if in_maintenance() and a.role <> 'admin' then
        return query select 'MS443', local_text(max(to_at)) from maintenance_window
                     where now() >= from_at and now() < to_at;
        return;
    end if;
    if exists (select from session as s where s.login = session_user::text collate "default" and s.closed_at is null) then
        -- Sessions whose back end is gone did not say good-bye.
        update session as s set closed_at = now(), closed_why = 'gone'
        where s.login = session_user::text collate "default" and s.closed_at is null
              and s.backend_start is distinct from backend_start(s.pid);
        select s.terminal into other from session as s
        where s.login = session_user::text collate "default" and s.closed_at is null and s.pid <> pg_backend_pid()
              -- a terminal may be a whole network
              and (s.terminal <> t.id or s.address is distinct from inet_client_addr()) limit 1;
        if other is not null then
            return query select 'MS440', other;
            return;
        end if;
    end if;
    v_terms := terms_now();
    if v_terms is distinct from a.terms_accepted and v_terms is distinct from p_terms then
        return query select 'MS451', v_terms;
    end if;
end $$;
comment on function session_refusal(text, text, text) is 'Why a session may not be opened, if so';

create function session_open(p_terminal text, p_version text, p_terms text) returns table (
    ok boolean, code text, detail text, login text, person text, role text, org_id bigint, org_kk text, org_ru text,
    org_address text, org_phone text, org_email text, today date, training boolean, last_login text, schema_version int,
    draft_key text, terms text, may_write boolean, lang text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    a account;
    o organisation;
begin
    training := is_training();
    today := mansap.today();
    schema_version := (select max(v.version) from mansap.schema_version as v);
    login := session_user;
    select r.code, r.detail into code, detail from session_refusal(p_terminal, p_version, p_terms) as r;
    ok := code is null;
    if not ok then
        terms := case code when 'MS451' then detail end;
        perform audit('session_open', false, code, null, p_terminal, jsonb_build_object('version', p_version,
            'detail', detail));
        return next;
        return;
    end if;
    last_login := (select to_char(max(s.opened_at) at time zone 'Asia/Almaty', 'DD.MM.YYYY HH24:MI')
                   from session as s where s.login = session_user::text collate "default");
    select * into a from account as c where c.login = session_user::text collate "default";
    if a.terms_accepted is distinct from terms_now() then
        update account as c set terms_accepted = terms_now(), terms_at = now() where c.login = a.login;
    end if;
    if a.verifier is null then
        update account as c set verifier = verifier_of(c.login) where c.login = a.login;
    end if;
    select * into o from organisation as x where x.id = a.org_id;
    update session as s set closed_at = now(), closed_why = 'reopened'
    where s.login = session_user::text collate "default" and s.pid = pg_backend_pid() and s.closed_at is null;
    insert into session (login, pid, backend_start, terminal, address, version, role, org_id)
    values (a.login, pg_backend_pid(), backend_start(pg_backend_pid()), p_terminal, inet_client_addr(),
            left(p_version, 100), a.role, a.org_id);
    perform audit('session_open', true, null, null, p_terminal, jsonb_build_object('version', p_version));
    person := a.person;
    role := a.role;
    org_id := o.id;
    org_kk := o.kk;
    org_ru := o.ru;
    org_address := o.address;
    org_phone := o.phone;
    org_email := o.email;
    draft_key := a.draft_key;
    may_write := role_writes(a.role);
    lang := (select l.lang from account_lang as l where l.login = a.login);
    return next;
end $$;
comment on function session_open(text, text, text) is
    'The gate: terminal, version of the program, edition of the terms accepted now or null; refusals are rows, logged';

create function session_close() returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if my_session() is not null then
        perform audit('session_close', true, null, null, null, null);
        update session set closed_at = now(), closed_why = 'closed' where id = my_session();
    end if;
end $$;
comment on function session_close() is 'Says good-bye';

create function my_lang(p_lang text) returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if my_session() is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    insert into account_lang (login, lang) values (session_user, p_lang)
    on conflict (login) do update set lang = excluded.lang;
end $$;
comment on function my_lang(text) is 'Keeps the language of the screens for one''s next log-ins: kk, ru, en';
