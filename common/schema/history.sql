-- SPDX-License-Identifier: GPL-3.0-or-later
-- The history of every change (R-6, F-13): append-only, changed values only, chained by hash within a card. Partitions by
-- year are made for decades; history_rest takes what falls outside and should stay empty (mansap check looks).
create table history (
    card_id bigint not null,
    seq bigint not null,
    at timestamptz not null,
    login text not null,
    session_id bigint,
    terminal text,
    op uuid not null,
    kind text not null,
    tab text not null,
    row_id bigint not null,
    old jsonb not null,
    new jsonb not null,
    reason text,
    hash bytea not null,
    primary key (card_id, seq, at)
) partition by range (at);
comment on table history is 'R-6, F-13: every change of a card; append-only; hash chained by card';
comment on column history.card_id is 'Card';
comment on column history.seq is 'Number within the card';
comment on column history.at is 'When';
comment on column history.login is 'Log-in';
comment on column history.session_id is 'Session';
comment on column history.terminal is 'Terminal';
comment on column history.op is 'Operation';
comment on column history.kind is 'insert, update, annul, restore; closed: by a removal (Z-16)';
comment on column history.tab is 'Table';
comment on column history.row_id is 'Row';
comment on column history.old is 'Former values of the changed columns';
comment on column history.new is 'New values of the changed columns';
comment on column history.reason is 'Reason of a recorded change or of an annulment';
comment on column history.hash is 'SHA-256 of the former row''s hash and this row';

create function refuse_change() returns trigger
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'MS403', table = tg_table_name;
end $$;
comment on function refuse_change() is 'Trigger: nothing is deleted (R-7), logs are append-only; also for the owner';

do $$
declare
    t text;
begin
    for y in 2020..2069 loop
        execute format('create table %I partition of history for values from (%L) to (%L)', 'history_' || y,
                       y || '-01-01 00:00+05', (y + 1) || '-01-01 00:00+05');
        execute format('comment on table %I is %L', 'history_' || y, 'History of ' || y);
    end loop;
    create table history_rest partition of history default;
    comment on table history_rest is 'History of no year that has a partition: should be empty';

    create trigger append_only before update or delete on history for each row execute function refuse_change();
    for t in select c.oid::regclass::text from pg_class as c
             where c.relnamespace = 'mansap'::regnamespace and c.relkind in ('r', 'p') and c.relname ~ '^history' loop
        execute format('create trigger no_truncate before truncate on %s execute function refuse_change()', t);
    end loop;
    foreach t in array array['view_log', 'audit_log'] loop
        execute format('create trigger append_only before update or delete or truncate on %I'
                       ' execute function refuse_change()', t);
    end loop;
    foreach t in array card_tables() || array['card_head', 'operation', 'session', 'session_card'] loop
        execute format('create trigger no_delete before delete or truncate on %I execute function refuse_change()', t);
    end loop;
end $$;

-- What a history row's hash is made of. Text of jsonb is canonical; the instant is written without a time zone.
create function history_hash(p_prev bytea, h history) returns bytea
    language sql stable
    return sha256(p_prev || convert_to(jsonb_build_array(h.card_id, h.seq, extract(epoch from h.at), h.login, h.session_id,
        h.terminal, h.op, h.kind, h.tab, h.row_id, h.old, h.new, h.reason)::text, 'UTF8'));
comment on function history_hash(bytea, history) is 'Hash of a history row behind the one whose hash is given';

create function verify_chain(p_card bigint) returns table (ok boolean, checked bigint, broken_at bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    h history;
    prev bytea := bytea '\x';
    head card_head;
begin
    if my_session() is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    checked := 0;
    for h in select * from history where card_id = p_card order by seq loop
        if h.seq <> checked + 1 or h.hash is distinct from history_hash(prev, h) then
            ok := false;
            broken_at := checked + 1;
            return next;
            return;
        end if;
        checked := h.seq;
        prev := h.hash;
    end loop;
    select * into head from card_head where card_id = p_card;
    ok := head.card_id is not null and head.seq = checked and head.hash = prev;
    broken_at := case when not ok then checked + 1 end;
    return next;
end $$;
comment on function verify_chain(bigint) is 'Recomputes the hash chain of a card; broken_at is the first row that is wrong';

create function history_outside() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return case when my_session() is not null then (select count(*) from history_rest) end;
end $$;
comment on function history_outside() is
    'How many rows of the history lie in no year that has a partition, for mansap check: should be 0; null without a session';
