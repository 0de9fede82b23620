-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles are the cluster's, so another database may have made them before. mansap_owner owns everything and logs in
-- never; mansap_user is every log-in; the others are what a person may be (206 p. 23; requirements 3.1).
do $$
declare
    r text;
begin
    foreach r in array array['owner', 'user', 'operator', 'head', 'mobility', 'local_exec', 'authority', 'admin',
                             'auditor', 'trainer']
    loop
        if not exists (select from pg_roles where rolname = 'mansap_' || r) then
            execute format('create role %I nologin', 'mansap_' || r);
        end if;
    end loop;
end $$;
-- To tell a live session from a dead one it must see when a back end started.
grant pg_read_all_stats to mansap_owner;
-- To tell a password it was not told of from the one that was set, only its hash (gate.sql).
grant select (rolname, rolpassword) on pg_catalog.pg_authid to mansap_owner;

select format('revoke all on database %I from public', current_database()) \gexec
select format('grant connect on database %I to mansap_user', current_database()) \gexec
select format('grant connect, temporary on database %I to mansap_owner', current_database()) \gexec
select format('alter database %I set search_path = mansap', current_database()) \gexec
-- The DETAIL of an error shows the failing row: persons do not belong into the server's log.
select format('alter database %I set log_error_verbosity = terse', current_database()) \gexec
-- Statements here are short; compiling them costs more than it saves.
select format('alter database %I set jit = off', current_database()) \gexec
revoke all on schema public from public;
-- Large objects would be a store of personal data beside the guard, readable for whom their maker likes; advisory locks
-- and WAL messages can fill what all share.
select format('revoke execute on function %s from public', p.oid::regprocedure) from pg_catalog.pg_proc as p
where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^lo_|^(loread|lowrite|pg_logical_emit_message)$' or p.proname ~ '^pg_(try_)?advisory_(xact_)?lock') \gexec
-- The gate has two log-ins at once queue.
grant execute on function pg_catalog.pg_advisory_xact_lock(bigint) to mansap_owner;

create schema mansap authorization mansap_owner;
comment on schema mansap is 'Жұмыспен қамтудың жеке картасы (ЖҚЖК): cards, their guard and their history';
grant usage on schema mansap to mansap_user;
set local search_path = mansap, pg_temp;
set local role mansap_owner;
alter default privileges for role mansap_owner revoke execute on functions from public;
alter default privileges for role mansap_owner revoke usage on types from public;
