-- SPDX-License-Identifier: GPL-3.0-or-later
-- The shape of the guard: row security and grants everywhere, safe functions, comments, no findings of plpgsql_check.
\ir world.psql
select plan(22);

select is_empty($$ select relname from pg_class where relnamespace = 'mansap'::regnamespace and relkind in ('r', 'p')
                   and not relrowsecurity $$, 'every table has row-level security');
select is_empty($$ select relname from pg_class as c where relnamespace = 'mansap'::regnamespace and relkind in ('r', 'p')
                   and not exists (select from pg_policy where polrelid = c.oid) $$, 'every table has a policy');
select is_empty($$ select relname from pg_class as c, aclexplode(relacl) as a
                   where relnamespace = 'mansap'::regnamespace and a.grantee = 0
                   union all select attrelid::regclass::text from pg_attribute as t
                   join pg_class as c on c.oid = attrelid, aclexplode(attacl) as a
                   where relnamespace = 'mansap'::regnamespace and a.grantee = 0 $$, 'PUBLIC has no table and no column');
select is_empty($$ select p.oid::regprocedure from pg_proc as p, aclexplode(coalesce(proacl, acldefault('f', proowner))) as a
                   where pronamespace = 'mansap'::regnamespace and a.grantee = 0 $$, 'PUBLIC has no function');
select is_empty($$ select typname from pg_type as t, aclexplode(coalesce(typacl, acldefault('T', typowner))) as a
                   where typnamespace = 'mansap'::regnamespace and typtype = 'd' and a.grantee = 0 $$,
                'PUBLIC has no domain');
select is_empty($$ select nspname from pg_namespace, aclexplode(nspacl) as a
                   where nspname in ('mansap', 'public') and a.grantee = 0 $$, 'PUBLIC has no schema');
select is_empty($$ select datname from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) as a
                   where datname = current_database() and (a.grantee = 0 or a.privilege_type = 'TEMPORARY'
                         and a.grantee in (select oid from pg_roles where rolname ~ '^mansap_' and rolname <> 'mansap_owner')) $$,
                'PUBLIC may not connect, nobody makes temporary tables');
select is_empty($$ select p.oid::regprocedure from pg_proc as p where pronamespace = 'mansap'::regnamespace and prosecdef
                   and not coalesce(proconfig @> array['search_path=mansap, pg_temp'], false) $$,
                'every SECURITY DEFINER function fixes its search_path');
select is_empty($$ select p.oid::regprocedure from pg_proc as p join pg_language as l on l.oid = prolang
                   where pronamespace = 'mansap'::regnamespace and lanname = 'sql' and prosecdef $$,
                'none of them is in SQL: such a one is planned anew at each call');
select is_empty($$ select relname from pg_class where relnamespace = 'mansap'::regnamespace
                   and pg_get_userbyid(relowner) <> 'mansap_owner'
                   union all select proname from pg_proc where pronamespace = 'mansap'::regnamespace
                   and pg_get_userbyid(proowner) <> 'mansap_owner' $$, 'mansap_owner owns everything');
select is_empty($$ select rolname from pg_roles where rolname ~ '^mansap_' and (rolcanlogin or rolsuper or rolcreaterole
                   or rolcreatedb or rolbypassrls) $$, 'group roles log in never and are nothing special');
select is_empty($$ select pg_get_userbyid(member) from pg_auth_members where roleid = 'mansap_owner'::regrole $$,
                'nobody is a member of the owner');
select is_empty($$ select relname from pg_class where relnamespace = 'mansap'::regnamespace and relkind = 'v'
                   and not coalesce(reloptions @> array['security_invoker=true'], false) $$,
                'every view reads with the rights of who asks');

select is_empty($$ select table_name || ' ' || privilege_type || ' ' || grantee from information_schema.table_privileges
                   where table_schema = 'mansap' and grantee <> 'mansap_owner' and privilege_type <> 'SELECT' $$,
                '[R-7] nobody may delete, truncate, refer to or write whole rows of any table');
select is_empty($$ select table_name, column_name from information_schema.column_privileges
                   where table_schema = 'mansap' and grantee <> 'mansap_owner' and privilege_type in ('INSERT', 'UPDATE')
                   and (table_name <> all (card_tables()) or column_name = any (system_columns())
                        and column_name not in ('reasons', 'annul_reason', 'edition')) $$,
                'only fields, reasons and annulment can be written');
select set_eq($$ select distinct grantee::text from information_schema.column_privileges where table_schema = 'mansap'
                 and privilege_type in ('INSERT', 'UPDATE') and grantee <> 'mansap_owner' $$,
              array['mansap_operator', 'mansap_head', 'mansap_trainer'], '[F-2] only staff of a centre write');
select is_empty($$ select c.relname || '.' || a.attname from pg_class as c join pg_attribute as a on a.attrelid = c.oid
                   where relnamespace = 'mansap'::regnamespace and relkind in ('r', 'p', 'v') and not relispartition
                   and attnum > 0 and not attisdropped and col_description(c.oid, attnum) is null
                   union all select relname from pg_class as c where relnamespace = 'mansap'::regnamespace
                   and relkind in ('r', 'p', 'v') and obj_description(c.oid, 'pg_class') is null
                   union all select proname from pg_proc as p where pronamespace = 'mansap'::regnamespace
                   and obj_description(p.oid, 'pg_proc') is null $$, 'every table, column, view and function has a comment');

select is_empty($$ select p.oid::regprocedure::text || ' ' || m from pg_proc as p
                   join pg_language as l on l.oid = prolang,
                   lateral plpgsql_check_function(p.oid, performance_warnings => false) as m
                   where pronamespace = 'mansap'::regnamespace and lanname = 'plpgsql' and prorettype <> 'trigger'::regtype $$,
                'plpgsql_check finds nothing in the functions');
select is_empty($$ select t.tgrelid::regclass::text || ' ' || p.proname || ' ' || m
                   from pg_trigger as t join pg_proc as p on p.oid = tgfoid,
                   lateral plpgsql_check_function(p.oid, t.tgrelid, performance_warnings => false, newtable => t.tgnewtable) as m
                   where pronamespace = 'mansap'::regnamespace and not tgisinternal and tgparentid = 0 $$,
                'plpgsql_check finds nothing in the triggers');
select is_empty($$ select proname from pg_proc as p where pronamespace = 'mansap'::regnamespace
                   and prorettype = 'trigger'::regtype and not exists (select from pg_trigger where tgfoid = p.oid) $$,
                'every trigger function is in use');
select is_empty($$ select t from unnest(card_tables()) as t
                   where (select count(*) from pg_trigger where tgrelid = t::regclass
                          and tgname in ('a_keep', 'row_before', 'row_after', 'no_delete')) <> 4 $$,
                'every table of the card has the guard''s triggers');
select is((select count(*)::int from history_rest), 0, 'no history lies outside its years');
select * from finish();
rollback;
