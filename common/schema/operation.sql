-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations: one a save, made by save_begin, ended by save_end, repeatable by its uuid; and the head of a card's history.
create table card_head (
    card_id bigint primary key references card deferrable initially deferred,
    seq bigint not null default 0,
    hash bytea not null default '\x',
    updated_at timestamptz not null,
    updated_by text not null
);
comment on table card_head is
    'Head of each card''s history, and its last save: locked first by every save, so that saves of a card queue';
comment on column card_head.card_id is 'Card';
comment on column card_head.seq is 'Number of its last history row';
comment on column card_head.hash is 'Hash of its last history row';
comment on column card_head.updated_at is 'R-6: last save, of any row of the card';
comment on column card_head.updated_by is 'R-6: by whom';

create table operation (
    op uuid primary key,
    xid xid8,
    ended boolean not null default false,
    card_id bigint,
    kind text not null check (kind in ('save', 'recorded', 'import')),
    reason words,
    doc words,
    doc_on date,
    at timestamptz not null,
    login text not null,
    session_id bigint references session,
    terminal text,
    centre_id bigint references organisation,
    constraint operation_recorded check (kind <> 'recorded' or num_nonnulls(reason, doc, doc_on) = 3),
    constraint operation_card check (kind = 'import' or card_id is not null)
);
create unique index operation_under_way on operation (xid) where xid is not null;
create index on operation (card_id);
comment on table operation is 'Every save: repeatable by its uuid; what was changed stands in the history';
comment on column operation.op is 'Made by the client: a repeated save is recognised by it';
comment on column operation.xid is 'Transaction it is under way in; null once ended';
comment on column operation.ended is 'save_end was called: checked at commit';
comment on column operation.card_id is 'Card; null: import of many';
comment on column operation.kind is 'save; recorded: a recorded change (Z-2c); import: by the owner of the database';
comment on column operation.reason is 'Z-2c: why';
comment on column operation.doc is 'Z-2c: document, name and number';
comment on column operation.doc_on is 'Z-2c: its date';
comment on column operation.at is 'When';
comment on column operation.login is 'session_user';
comment on column operation.session_id is 'Session';
comment on column operation.terminal is 'Terminal';
comment on column operation.centre_id is 'Organisation of who saved';

-- The save under way; all null if there is none.
create function op_now() returns operation
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    o operation;
begin
    select * into o from operation where xid = pg_current_xact_id_if_assigned();
    return o;
end $$;
comment on function op_now() is 'The save under way in this transaction';

create function operation_is_ended() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if exists (select from operation where op = new.op and not ended) then
        raise exception 'save_end is missing' using errcode = 'MS428', table = 'operation';
    end if;
    return null;
end $$;
comment on function operation_is_ended() is 'Trigger: at commit, every operation must have been ended';
create constraint trigger ended after insert on operation deferrable initially deferred
    for each row execute function operation_is_ended();

-- For the owner of the database (training people, later imports with their own checks): rows of any card may be written
-- until import_end, without the rules of Z-2. created_at, created_by and annulled_* may be given.
create function import_begin(p_centre bigint, p_by text, p_at timestamptz) returns uuid
    language plpgsql set search_path = mansap, pg_temp as $$
declare
    v_op uuid := gen_random_uuid();
begin
    insert into operation (op, xid, kind, at, login, centre_id)
    values (v_op, pg_current_xact_id(), 'import', coalesce(p_at, now_here()), coalesce(p_by, session_user), p_centre);
    return v_op;
end $$;
comment on function import_begin(bigint, text, timestamptz) is 'Begins an import; null: each card''s centre, who, now';

create function import_end() returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    update operation set ended = true where xid = pg_current_xact_id_if_assigned() and kind = 'import';
    if not found then
        raise exception 'no import is under way' using errcode = 'MS428';
    end if;
    set constraints all immediate;
    update operation set xid = null where xid = pg_current_xact_id_if_assigned();
    set constraints all deferred;
end $$;
comment on function import_end() is 'Ends an import after checking everything that is checked at its end';
