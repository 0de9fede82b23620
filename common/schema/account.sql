-- SPDX-License-Identifier: GPL-3.0-or-later
-- Making accounts (206 p. 17, 29). Run by a superuser at installation: it makes PostgreSQL roles.

-- Makes the log-in role, grants the group role and registers the account. The password is set apart, by ALTER ROLE. In a
-- training database the terms of use count as accepted. Repeated, it brings the account up to date.
create function account_create(p_login text, p_role text, p_org_code text, p_person text, p_basis text) returns void
    language plpgsql set search_path = mansap, pg_temp set client_min_messages = warning as $$
declare
    v_org organisation;
    v_group text;
begin
    if p_login !~ '^[a-z][a-z0-9_.-]{0,62}$' then
        raise exception 'log-in "%": small Latin letters, digits, _ . - only', p_login using errcode = 'MS422';
    end if;
    select * into v_org from organisation where code = p_org_code;
    if v_org.id is null then
        raise exception 'there is no organisation with the code "%"', p_org_code using errcode = 'MS404';
    end if;
    if p_role in ('operator', 'head', 'trainer') and v_org.kind <> 'centre'
       or p_role = 'mobility' and v_org.kind <> 'mobility'
       or p_role = 'local_exec' and v_org.kind <> 'local_exec'
       or p_role in ('authority', 'admin', 'auditor') and v_org.kind <> 'republic' then
        raise exception 'role % does not belong to an organisation of kind %', p_role, v_org.kind
            using errcode = 'MS422';
    end if;
    if not exists (select from pg_roles where rolname = p_login) then
        execute format('create role %I login', p_login);
    end if;
    foreach v_group in array array['operator', 'head', 'mobility', 'local_exec', 'authority', 'admin', 'auditor',
                                   'trainer'] loop
        if v_group <> p_role and pg_has_role(p_login, 'mansap_' || v_group, 'member') then
            execute format('revoke %I from %I', 'mansap_' || v_group, p_login);
        end if;
    end loop;
    execute format('grant mansap_user, %I to %I', 'mansap_' || p_role, p_login);
    insert into account (login, org_id, role, person, basis, terms_accepted, terms_at)
    select p_login, v_org.id, p_role, p_person, p_basis, t.edition, t.at
    from (select case when is_training() then terms_now() end as edition,
                 case when is_training() then now_here() end as at) as t
    on conflict (login) do update set (org_id, role, person, basis) =
        (excluded.org_id, excluded.role, excluded.person, excluded.basis);
end $$;
comment on function account_create(text, text, text, text, text) is
    'Log-in, role, code of the organisation, person, document: makes an account with its PostgreSQL role';

-- After each ALTER ROLE ... PASSWORD by the administrator of the server: else the next gate takes the new password for one
-- that the person has set, and locks the account.
create function account_seal(p_login text) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    update account set verifier = verifier_of(p_login) where login = p_login;
    if not found then
        raise exception 'there is no account "%"', p_login using errcode = 'MS404';
    end if;
    update account set locked_reason = null, locked_at = null
    where login = p_login and locked_reason = 'the password was not set by the administrator';
end $$;
comment on function account_seal(text) is
    '206 p. 28(2): the present password is the one that was set; lifts the lock that another password has caused';

-- Who is at work with new terms to accept, or a password of his own making, may hold his account's row in a transaction that
-- he does not end; an UPDATE of the administrator's would wait for it.
create function account_lock(p_login text, p_reason text) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    if coalesce(p_reason, '') !~ '\S' then
        raise exception 'a lock has a reason' using errcode = 'MS422';
    end if;
    perform pg_terminate_backend(pid) from pg_stat_activity where usename = p_login and pid <> pg_backend_pid();
    update account set locked_reason = p_reason, locked_at = now_here() where login = p_login;
    if not found then
        raise exception 'there is no account "%"', p_login using errcode = 'MS404';
    end if;
end $$;
comment on function account_lock(text, text) is '206 p. 29: ends the connections of a log-in and locks its account, for that reason';
