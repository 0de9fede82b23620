-- SPDX-License-Identifier: GPL-3.0-or-later
-- A save: save_begin, the statements, save_end, all in one transaction.

create function save_begin(p_op uuid, p_card bigint, p_kind text, p_reason text, p_doc text, p_doc_on date)
    returns bigint
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session;
    v_card bigint := p_card;
    v_own boolean;
    v_open boolean;
    v_before operation;
begin
    select * into s from live();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_writes(s.role) then
        perform refusal_log('save_begin', 'MS403', p_card);
        raise exception 'the role does not write cards' using errcode = 'MS403';
    end if;
    if (op_now()).op is not null then
        raise exception 'another save is under way in this transaction' using errcode = 'MS428';
    end if;
    if in_maintenance() then
        raise exception 'nothing is written during a technological break' using errcode = 'MS443';
    end if;
    if coalesce(p_kind, '') not in ('save', 'recorded') then
        raise exception 'unknown kind of save' using errcode = 'MS422', column = 'kind';
    end if;
    if p_kind = 'recorded' and (coalesce(p_reason, '') !~ '\S' or coalesce(p_doc, '') !~ '\S' or p_doc_on is null
                                or p_doc_on > today()) then
        raise exception 'a recorded change needs document, date and reason' using errcode = 'MS422',
            table = 'operation', column = 'doc';
    end if;
    if p_card is not null then
        -- The head first: saves of one card queue here and cannot deadlock.
        perform from card_head where card_id = p_card for update;
        select c.centre_id = s.org_id, coalesce(k.writable, false) into v_own, v_open
        from card as c left join session_card as k on k.session_id = s.id and k.card_id = c.id
        where c.id = p_card;
        if not coalesce(v_own, false) then
            perform refusal_log('save_begin', 'MS403', p_card);
            raise exception 'not a card of this centre' using errcode = 'MS403';
        end if;
        if not v_open then
            perform refusal_log('save_begin', 'MS404', p_card);
            raise exception 'the card is not open' using errcode = 'MS404';
        end if;
    end if;
    -- Waits for a save with the same uuid that has not ended yet: then it is known what became of it.
    insert into operation (op, xid, card_id, kind, reason, doc, doc_on, at, login, session_id, terminal, centre_id)
    values (p_op, pg_current_xact_id(), coalesce(p_card, nextval('card_id_seq')), p_kind, p_reason, p_doc, p_doc_on,
            now_here(), session_user, s.id, s.terminal, s.org_id)
    on conflict (op) do nothing
    returning card_id into v_card;
    if v_card is null then
        select * into v_before from operation where op = p_op;
        if v_before.login <> session_user or v_before.card_id <> p_card then
            raise exception 'the operation is another''s' using errcode = 'MS403';
        end if;
        raise exception 'the operation was carried out before' using errcode = 'MS208',
            detail = v_before.card_id::text;
    end if;
    if p_card is null then
        insert into session_card (session_id, card_id, writable) values (s.id, v_card, true);
        perform card_current(v_card);
        insert into view_log (session_id, login, card_id, door) values (s.id, session_user, v_card, 'new');
    end if;
    return v_card;
end $$;
comment on function save_begin(uuid, bigint, text, text, text, date) is
    'Begins a save: operation, card (null: a new one), save or recorded, reason, document, its date; returns the card';

create function save_end(p_op uuid) returns table (
    card_id bigint, updated_at timestamptz, updated_by text, status text, open_referrals bigint, unemployed_once boolean,
    next_visit date, overdue_visits bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    o operation := op_now();
begin
    if o.op is null or o.op is distinct from p_op or o.login <> session_user then
        raise exception 'no such save is under way' using errcode = 'MS428';
    end if;
    update operation set ended = true where op = o.op;
    -- What is checked at the end is checked here, so that the answer tells it.
    set constraints all immediate;
    update card_head as h set updated_at = o.at, updated_by = o.login where h.card_id = o.card_id;
    if not found then
        raise exception 'the save made no card' using errcode = 'MS428';
    end if;
    update operation set xid = null where op = o.op;
    set constraints all deferred;
    return query select o.card_id, o.at, person_of(o.login), f.* from card_facts(o.card_id, today()) as f;
end $$;
comment on function save_end(uuid) is
    'Ends a save: checks what is checked at the end, dates the card; tells what card_open tells of it, as it is now';
