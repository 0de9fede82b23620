-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happens to every row of a card that is written: stamps of who and when (meta), the rules of Z-2, the history.

-- The columns in which two states of a row differ, without system columns; a changed reason counts as a change of its column.
create function changed_columns(o jsonb, n jsonb) returns text[]
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    v_keys text[] := array(select key from jsonb_each(n) where value is distinct from o -> key and key <> all (system_columns())
                           order by key);
begin
    if n -> 'reasons' is not distinct from coalesce(o -> 'reasons', '{}') then
        return v_keys;
    end if;
    return array(select unnest(v_keys) as k union
                 select coalesce(a.key, b.key) from jsonb_each(o -> 'reasons') as a
                 full join jsonb_each(n -> 'reasons') as b on a.key = b.key where a.value is distinct from b.value
                 order by k);
end $$;
comment on function changed_columns(jsonb, jsonb) is 'Columns in which two states of a row differ';

create function reasons_are_good(p_reasons jsonb, n jsonb) returns boolean
    language plpgsql immutable set search_path = mansap, pg_temp as $$
begin
    return not exists (
        select from jsonb_each(p_reasons) where jsonb_typeof(value) <> 'string'
        or value #>> '{}' !~ '\S' or key = any (system_columns()) or not n ? key);
end $$;
comment on function reasons_are_good(jsonb, jsonb) is 'Does each reason belong to a field and say something?';

create function next_row_no(p_tab text, p_card bigint) returns int
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    n int;
begin
    execute format('select coalesce(max(row_no), 0) + 1 from %I where card_id = $1', p_tab) into n using p_card;
    return n;
end $$;
comment on function next_row_no(text, bigint) is 'S18, S20: the next number; the card''s head is locked, so it is free';

-- Dates that cannot lie in the future are the trigger's arguments.
create function row_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    o jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
    n jsonb := to_jsonb(new);
    v_card bigint := (n ->> case tg_table_name when 'card' then 'id' else 'card_id' end)::bigint;
    v_import boolean := coalesce(op.kind = 'import', false);
    v_changed text[] := changed_columns(o, n);
    v_at timestamptz := op.at;
    v_by text := op.login;
    v_centre bigint := coalesce(op.centre_id, (n ->> 'centre_id')::bigint);
    v_stamp jsonb;
    c text;
begin
    if op.op is null or op.card_id <> v_card then
        perform refusal_log(tg_table_name, 'MS428', v_card);
        raise exception 'not inside a save of this card' using errcode = 'MS428', table = tg_table_name;
    end if;
    foreach c in array coalesce(tg_argv, '{}') loop
        if c = any (v_changed) and n ->> c > left(to_char(today(), 'YYYY-MM-DD'), length(n ->> c)) then
            raise exception 'a date in the future' using errcode = 'MS422', table = tg_table_name, column = c,
                constraint = tg_table_name || '_' || c || '_future';
        end if;
    end loop;
    if new.reasons <> '{}' and not reasons_are_good(new.reasons, n) then
        raise exception 'a reason belongs to no field' using errcode = 'MS422', table = tg_table_name,
            column = 'reasons';
    end if;
    if tg_op = 'INSERT' then
        if v_import then
            v_at := coalesce(new.created_at, v_at);
            v_by := coalesce(new.created_by, v_by);
        elsif new.annul_reason is not null then
            raise exception 'a new row is not annulled' using errcode = 'MS422', table = tg_table_name,
                column = 'annul_reason';
        end if;
        new.created_at := v_at;
        new.created_by := v_by;
    else
        if not v_import then
            perform z2_check(tg_table_name, o, n, v_changed, op);
        end if;
        new.created_at := old.created_at;
        new.created_by := old.created_by;
    end if;
    if v_centre is null then
        select centre_id into v_centre from card where id = v_card;
    end if;
    v_stamp := jsonb_build_object('by', v_by, 'centre', v_centre, 'at', v_at,
        'how', case when pg_trigger_depth() > 1 then 'closed' else op.kind end);
    new.meta := case when tg_op = 'INSERT' then
                    jsonb_build_object('id', v_stamp) || case when v_import then new.meta else '{}' end
                else old.meta end;
    foreach c in array v_changed loop
        if tg_op = 'UPDATE' or (n ->> c is not null and not new.meta ? c) then
            new.meta := jsonb_set(new.meta, array[c], v_stamp);
        end if;
    end loop;
    if new.annul_reason is null then
        new.annulled_at := null;
        new.annulled_by := null;
    elsif tg_op = 'INSERT' or new.annul_reason is distinct from old.annul_reason then
        new.annulled_at := case when v_import then coalesce(new.annulled_at, v_at) else v_at end;
        new.annulled_by := case when v_import then coalesce(new.annulled_by, v_by) else v_by end;
    else
        new.annulled_at := old.annulled_at;
        new.annulled_by := old.annulled_by;
    end if;
    return new;
end $$;
comment on function row_before() is 'Trigger: gate of the save, stamps, dates not in the future, rules of Z-2';

create function row_after() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    o jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
    n jsonb := to_jsonb(new);
    h history;
begin
    select coalesce(jsonb_object_agg(key, o -> key) filter (where o -> key <> 'null'), '{}'),
           coalesce(jsonb_object_agg(key, value) filter (where tg_op = 'UPDATE' or value <> 'null'), '{}')
    into h.old, h.new
    from jsonb_each(n)
    where value is distinct from o -> key and key <> all (array['id', 'card_id', 'meta', 'fkey', 'nkey', 'created_at',
          'created_by', 'annulled_at', 'annulled_by'])
          and not (tg_op = 'INSERT' and key = 'reasons' and value = '{}')
          and not (tg_table_name = 'visit' and key = 'centre_id');
    if h.new = '{}' then
        return null;
    end if;
    h.card_id := (n ->> case tg_table_name when 'card' then 'id' else 'card_id' end)::bigint;
    h.at := case when tg_op = 'INSERT' then new.created_at else op.at end;
    h.login := case when tg_op = 'INSERT' then new.created_by else op.login end;
    h.session_id := op.session_id;
    h.terminal := op.terminal;
    h.op := op.op;
    h.kind := case when pg_trigger_depth() > 1 then 'closed'
                   when tg_op = 'INSERT' then 'insert'
                   when not h.new ? 'annul_reason' then 'update'
                   when new.annul_reason is null then 'restore'
                   else 'annul' end;
    h.tab := tg_table_name;
    h.row_id := new.id;
    h.reason := coalesce(op.reason, case when h.new ? 'annul_reason' then new.annul_reason end);
    update card_head set seq = seq + 1 where card_id = h.card_id returning seq, hash into strict h.seq, h.hash;
    h.hash := history_hash(h.hash, h);
    insert into history values (h.*);
    update card_head set hash = h.hash where card_id = h.card_id;
    return null;
end $$;
comment on function row_after() is 'Trigger: writes the history';

create function card_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    c organisation;
begin
    if tg_op = 'INSERT' then
        if coalesce(op.kind, '') <> 'import' then
            new.centre_id := op.centre_id;
        end if;
        insert into card_head (card_id, updated_at, updated_by)
        values (new.id, coalesce(new.created_at, op.at), coalesce(new.created_by, op.login)) on conflict do nothing;
    else
        new.id := old.id;
    end if;
    -- The constraint would tell whether there is such a card, too, but nobody would know that it was asked (Z-6).
    if op.kind <> 'import' and (tg_op = 'INSERT' or new.iin <> old.iin) then
        if exists (select from card where iin = new.iin and id <> new.id) then
            perform refusal_log('card.iin', '23505', new.id);
            raise unique_violation using message = 'another card has this IIN', schema = 'mansap', table = 'card',
                constraint = 'card_iin_key';
        end if;
    end if;
    select * into c from organisation where id = new.centre_id;
    new.org_name := c.kk;
    new.org_address := c.address;
    new.org_phone := c.phone;
    new.org_email := c.email;
    return new;
end $$;
comment on function card_before() is 'Trigger: centre, head of the history, signature block of the organisation';

create function child_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if tg_op = 'UPDATE' then
        new.id := old.id;
        new.card_id := old.card_id;
    end if;
    return new;
end $$;
comment on function child_before() is 'Trigger: a row stays with its card';

create function number_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    new.row_no := case when tg_op = 'UPDATE' then old.row_no else next_row_no(tg_table_name, new.card_id) end;
    return new;
end $$;
comment on function number_before() is 'Trigger: S18, S20 number themselves';

create function centre_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    new.centre_id := case when tg_op = 'UPDATE' then old.centre_id
                          when (op_now()).kind = 'import' and new.centre_id is not null then new.centre_id
                          else (select centre_id from card where id = new.card_id) end;
    if new.centre_id is null then
        new.centre_id := (op_now()).centre_id;
    end if;
    return new;
end $$;
comment on function centre_before() is 'Trigger: S12, S15 keep the centre that registered';

create function visit_centre() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    new.centre_id := coalesce((select centre_id from card where id = new.card_id), (op_now()).centre_id);
    return new;
end $$;
comment on function visit_centre() is 'Trigger: a visit is in the list of the centre that keeps the card';

create function card_moved() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    update visit set centre_id = new.centre_id
    where card_id = new.id and actual_on is null and outcome is null and annul_reason is null;
    return null;
end $$;
comment on function card_moved() is 'Trigger: open visits go with the card to its new centre';
create trigger moved after update of centre_id on card for each row
    when (old.centre_id <> new.centre_id) execute function card_moved();

-- a_ runs before row_before, history after everything.
do $$
declare
    t text;
    past text;
begin
    foreach t in array card_tables() loop
        past := case t
            when 'card' then '''birth_date'', ''filled_on'''
            when 'education' then '''study_from'''
            when 'extra_education' then '''study_from'''
            when 'last_job' then '''hired_on'''
            when 'jobseeker_reg' then '''applied_on'', ''decision_on'', ''removed_on'''
            when 'unemployed_reg' then '''applied_on'', ''decision_on'', ''removed_on'''
            when 'career_guidance' then '''held_on'''
            when 'job_referral' then '''issued_on'', ''order_on'', ''refused_on'''
            when 'measure_training' then '''referred_on'', ''perm_job_on'''
            when 'microcredit' then '''received_on'''
            when 'grant_award' then '''applied_on'', ''received_on'''
            when 'subsidised_job' then '''referred_on'', ''act_on'', ''refused_on'', ''perm_job_on'''
            when 'resettlement' then '''referred_on'', ''job_on'''
            when 'special_job' then '''referred_on'''
            when 'visit' then '''actual_on'''
            else '' end;
        execute format('create trigger a_keep before insert or update on %I for each row execute function %I()', t,
                       case t when 'card' then 'card_before' else 'child_before' end);
        execute format('create trigger row_before before insert or update on %I for each row'
                       ' execute function row_before(%s)', t, past);
        execute format('create trigger row_after after insert or update on %I for each row'
                       ' execute function row_after()', t);
    end loop;
    foreach t in array array['visit', 'plan_item'] loop
        execute format('create trigger a_number before insert or update on %I for each row'
                       ' execute function number_before()', t);
    end loop;
    create trigger a_centre before insert or update on visit for each row execute function visit_centre();
    foreach t in array array['jobseeker_reg', 'unemployed_reg'] loop
        execute format('create trigger a_centre before insert or update on %I for each row'
                       ' execute function centre_before()', t);
    end loop;
end $$;
