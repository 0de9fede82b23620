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

select format('revoke all on database %I from public', current_database()) \gexec
select format('grant connect on database %I to mansap_user', current_database()) \gexec
select format('grant connect, temporary on database %I to mansap_owner', current_database()) \gexec
select format('alter database %I set search_path = mansap', current_database()) \gexec
-- The DETAIL of an error shows the failing row: persons do not belong into the server's log.
select format('alter database %I set log_error_verbosity = terse', current_database()) \gexec
revoke all on schema public from public;

create schema mansap authorization mansap_owner;
comment on schema mansap is 'Жұмыспен қамтудың жеке картасы (ЖҚЖК): cards, their guard and their history';
grant usage on schema mansap to mansap_user;
set local search_path = mansap, pg_temp;
set local role mansap_owner;
alter default privileges for role mansap_owner revoke execute on functions from public;
alter default privileges for role mansap_owner revoke usage on types from public;
