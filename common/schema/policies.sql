-- SPDX-License-Identifier: GPL-3.0-or-later
-- Row-level security, on for every table. The session's scope stands in scalar sub-selects: evaluated once a statement.
do $$
declare
    t text;
    key text;
begin
    for t in select c.relname from pg_class as c
             where c.relnamespace = 'mansap'::regnamespace and c.relkind in ('r', 'p') loop
        execute format('alter table %I enable row level security', t);
    end loop;

    -- The card and its rows: only cards opened in this session; written only if open for writing.
    foreach t in array card_tables() loop
        key := case t when 'card' then 'id' else 'card_id' end;
        execute format('create policy opened on %I for select to mansap_user'
                       ' using (%I = any ((select my_open_cards())::bigint[]))', t, key);
        execute format('create policy adds on %I for insert to mansap_user'
                       ' with check (%I = any ((select my_writable_cards())::bigint[]))', t, key);
        execute format('create policy changes on %I for update to mansap_user'
                       ' using (%I = any ((select my_writable_cards())::bigint[]))'
                       ' with check (%I = any ((select my_writable_cards())::bigint[]))', t, key, key);
    end loop;

    -- What everybody with a live session may read.
    for t in select c.relname from pg_class as c
             where c.relnamespace = 'mansap'::regnamespace and c.relkind = 'r'
                   and (c.relname ~ '^dict_' or c.relname in ('holiday', 'organisation', 'maintenance_window',
                                                               'setting', 'schema_version')) loop
        execute format('create policy live on %I for select to mansap_user'
                       ' using ((select my_session()) is not null)', t);
    end loop;

    -- The terms of use are read before they are accepted, so before there is a session.
    create policy before_session on terms for select to mansap_user using (true);

    -- The logs: the auditor. Accounts and terminals: the administrator.
    foreach t in array array['audit_log', 'view_log'] loop
        execute format('create policy auditor on %I for select to mansap_auditor'
                       ' using ((select my_role()) = ''auditor'')', t);
    end loop;
    foreach t in array array['account', 'terminal', 'session'] loop
        execute format('create policy admin on %I for select to mansap_admin'
                       ' using ((select my_role()) = ''admin'')', t);
    end loop;

    -- Nobody: only definer functions come here.
    for t in select c.relname from pg_class as c
             where c.relnamespace = 'mansap'::regnamespace and c.relkind in ('r', 'p')
                   and (c.relname ~ '^history' or c.relname in ('card_head', 'operation', 'session_card', 'name_word', 'name_part',
                                                                       'name_near', 'account_lang')) loop
        execute format('create policy nobody on %I for select to mansap_user using (false)', t);
    end loop;
end $$;
