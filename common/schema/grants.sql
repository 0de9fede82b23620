-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may call and touch what. PUBLIC nothing; log-ins never more than this.
revoke all on all functions in schema mansap from public;
do $$
declare
    t text;
    f text;
    cols text;
begin
    foreach t in array card_tables() loop
        execute format('grant select on %I to mansap_operator, mansap_head, mansap_trainer, mansap_mobility,'
                       ' mansap_local_exec, mansap_authority', t);
        -- Fields, reasons and annulment; never keys, stamps, meta. A card itself is not annulled.
        select string_agg(quote_ident(attname), ', ') into cols from pg_attribute
        where attrelid = format('mansap.%I', t)::regclass and attnum > 0 and not attisdropped
              and attname <> all (system_columns());
        execute format('grant insert (%s, reasons), update (%s, reasons) on %I'
                       ' to mansap_operator, mansap_head, mansap_trainer', cols, cols, t);
        if t <> 'card' then
            execute format('grant update (annul_reason) on %I to mansap_operator, mansap_head, mansap_trainer', t);
        end if;
    end loop;
    grant insert (edition) on card to mansap_operator, mansap_head, mansap_trainer;

    for t in select c.relname from pg_class as c
             where c.relnamespace = 'mansap'::regnamespace and c.relkind = 'r'
                   and (c.relname ~ '^dict_' or c.relname in ('holiday', 'organisation', 'terms', 'maintenance_window',
                                                               'setting', 'schema_version')) loop
        execute format('grant select on %I to mansap_user', t);
    end loop;
    grant select on dictionary to mansap_user;
    grant select on card_status, measure to mansap_operator, mansap_head, mansap_trainer, mansap_mobility,
        mansap_local_exec, mansap_authority;
    grant select on audit_log, view_log to mansap_auditor;
    grant select (login, org_id, role, person, basis, valid_from, valid_until, terms_accepted, terms_at, locked_reason,
                  locked_at, created_at) on account to mansap_admin;
    grant select on terminal, session to mansap_admin;

    -- Pure helpers (CHECKs and generated columns run them as the writer) and questions about oneself: every log-in.
    foreach f in array array[
        'lower_text(text)', 'fold(text)', 'iin_ok(text)', 'date_or_null(int, int, int)', 'iin_birth(text)',
        'iin_sex(text)', 'partial_date_ok(text)', 'partial_date_order(text, text)', 'iin_masked(text)',
        'today()', 'now_local()', 'is_training()', 'is_working_day(date)',
        'working_day_of(date)', 'in_maintenance()', 'terms_now()',
        'my_session()', 'my_org()', 'my_role()', 'my_centre()', 'my_open_cards()', 'my_writable_cards()',
        'my_current_card()', 'session_open(text, text, text)', 'session_close()',
        'my_lang(text)'] loop
        execute format('grant execute on function %s to mansap_user', f);
    end loop;
    foreach f in array array[
        'card_open(bigint, text, text)', 'card_close(bigint)', 'person_search(text, int)', 'person_exists(text)',
        'card_query(jsonb, int)', 'card_query_count(jsonb)',
        'history_of(bigint, text, bigint, text)', 'home_visits(int)', 'visit_load(date, date)', 'home_recent(int)', 'maintenance_next()',
        'history_outside()'] loop
        execute format('grant execute on function %s to mansap_user', f);
    end loop;
    foreach f in array array[
        'op_card()', 'save_begin(uuid, bigint, text, text, text, date)', 'save_end(uuid)',
        'must_hit(bigint, text, bigint, text[], text[])', 'identity_check(uuid, bigint, text, text, boolean)'] loop
        execute format('grant execute on function %s to mansap_operator, mansap_head, mansap_trainer', f);
    end loop;
    grant execute on function verify_chain(bigint) to mansap_auditor, mansap_admin;
end $$;
