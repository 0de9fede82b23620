-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules that no single row can hold: what may be changed (Z-2), applications (F-1), episodes (F-9), the unemployed
-- (F-10), removal (Z-16).

-- current: may be brought up to date at any time (Z-2b); recorded: by a recorded change (Z-2c); fixed: all else.
create function z2_kind(p_tab text, p_column text) returns text
    language sql immutable
    return case
        when p_tab = 'card' then case
            when p_column in ('last_name', 'first_name', 'middle_name', 'sex', 'citizenship', 'ethnicity',
                              'ethnicity_other', 'iin') then 'recorded'
            when p_column = 'birth_date' then 'fixed'
            else 'current' end
        when p_tab = 'expectation' then 'current'
        when p_tab = 'visit' and p_column in ('actual_on', 'outcome', 'first_planned_on', 'staff_note') then 'current'
        when p_tab = 'plan_item' and p_column in ('fulfilment', 'failure_reason') then 'current'
        else 'fixed' end;
comment on function z2_kind(text, text) is 'Z-2: current, recorded or fixed';

-- Z-2d: until the end of the working day it was entered on; entered on a day off: of the next working day.
create function z2_same_day(p_at timestamptz, p_centre bigint, p_mine bigint) returns boolean
    language sql stable
    return coalesce(p_centre = p_mine and today() <= working_day_of((p_at at time zone 'Asia/Almaty')::date), false);
comment on function z2_same_day(timestamptz, bigint, bigint) is 'Z-2d: may the centre still put right what it entered?';

create function z2_refuse(p_tab text, p_column text, m jsonb) returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    perform refusal_log(p_tab || '.' || p_column, 'MS410', op_card());
    raise exception 'the value can only be changed by an approved correction' using errcode = 'MS410', table = p_tab,
        column = p_column, constraint = 'z2', detail = jsonb_build_object('field', p_column, 'by', person_of(m ->> 'by'),
        'at', local_text((m ->> 'at')::timestamptz))::text;
end $$;
comment on function z2_refuse(text, text, jsonb) is 'Raises MS410; m: who entered the value, when';

create function z2_check(p_tab text, o jsonb, n jsonb, p_changed text[], p_op operation) returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    c text;
    k text;
    m jsonb;
begin
    if o ->> 'annul_reason' is not null and p_changed <> '{}' then
        perform z2_refuse(p_tab, p_changed[1], jsonb_build_object('by', o ->> 'annulled_by', 'at', o ->> 'annulled_at'));
    end if;
    -- Annulling and taking back, as a change of the whole row; a visit that has not come may be called off any time.
    if o -> 'annul_reason' is distinct from n -> 'annul_reason'
       and not (p_tab = 'visit' and o ->> 'actual_on' is null) then
        m := o -> 'meta' -> 'id';
        if not z2_same_day((m ->> 'at')::timestamptz, (m ->> 'centre')::bigint, p_op.centre_id) then
            perform z2_refuse(p_tab, 'annul_reason', m);
        end if;
    end if;
    foreach c in array p_changed loop
        k := z2_kind(p_tab, c);
        m := coalesce(o -> 'meta' -> c, o -> 'meta' -> 'id');
        if not (o ->> c is null
            or k = 'current'
            or k = 'recorded' and p_op.kind = 'recorded'
            -- a recorded change of the IIN takes along the birth date it tells
            or p_tab = 'card' and c = 'birth_date' and p_op.kind = 'recorded' and o -> 'iin' <> n -> 'iin'
               and (n ->> 'birth_date')::date = iin_birth(n ->> 'iin')
            or z2_same_day((m ->> 'at')::timestamptz, (m ->> 'centre')::bigint, p_op.centre_id)) then
            perform z2_refuse(p_tab, c, m);
        end if;
        -- R-5: the reason of the whole save, or one that was given for this value now
        if o -> c is distinct from n -> c and p_op.reason is null and is_verified(p_tab, c, o)
           and (n -> 'reasons' ->> c is null or n -> 'reasons' -> c = o -> 'reasons' -> c) then
            perform refusal_log(p_tab || '.' || c, 'MS423', op_card());
            raise exception 'a verified value is overwritten with a reason only' using errcode = 'MS423', table = p_tab,
                column = c, constraint = 'r5';
        end if;
    end loop;
end $$;
comment on function z2_check(text, jsonb, jsonb, text[], operation) is
    'Z-2: may these columns be changed? Raises MS410; R-5: MS423 without a reason';

create function f1_check() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_card bigint := (to_jsonb(new) ->> case tg_table_name when 'card' then 'id' else 'card_id' end)::bigint;
begin
    if not exists (select from jobseeker_reg where card_id = v_card and annul_reason is null) then
        raise exception 'a card begins with an application (F-1)' using errcode = 'MS422', table = 'jobseeker_reg',
            column = 'applied_on', constraint = 'f1';
    end if;
    return null;
end $$;
comment on function f1_check() is 'Trigger, F-1: no card without an application for registration as a job seeker';
create constraint trigger f1 after insert on card deferrable initially deferred
    for each row execute function f1_check();
create constraint trigger f1 after update of annul_reason on jobseeker_reg deferrable initially deferred
    for each row execute function f1_check();

create function f9_check() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if exists (select from unemployed_reg as u
               where u.card_id = new.card_id and u.annul_reason is null and not exists (
                   select from jobseeker_reg as j
                   where j.card_id = u.card_id and j.annul_reason is null and j.decision = 'registered'
                         and j.decision_on <= coalesce(u.decision_on, 'infinity'))) then
        raise exception 'unemployed are registered job seekers first (F-9)' using errcode = 'MS422',
            table = 'unemployed_reg', column = 'applied_on', constraint = 'f9';
    end if;
    return null;
end $$;
comment on function f9_check() is 'Trigger, F-9: S15 presupposes a registration in S12';
create constraint trigger f9 after insert or update on unemployed_reg deferrable initially deferred
    for each row execute function f9_check();
create constraint trigger f9 after update on jobseeker_reg deferrable initially deferred
    for each row execute function f9_check();

create function removed_by(p_card bigint, p_row bigint, p_op operation) returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return exists (select from history as h where h.card_id = p_card and h.op = p_op.op and h.tab = 'unemployed_reg'
                   and h.row_id = p_row and h.new ->> 'removed_on' is not null);
end $$;
comment on function removed_by(bigint, bigint, operation) is 'Did this save end that registration?';

-- An episode that this very save ended still counts, but then nothing may be left open (Z-16 has closed the rest).
create function f10_check() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    n jsonb := to_jsonb(new);
    op operation := op_now();
    v_open boolean := tg_table_name = 'visit' and n ->> 'actual_on' is null and n ->> 'outcome' is null;
begin
    if op.kind = 'import' then
        if exists (select from unemployed_reg where card_id = new.card_id and decision = 'registered'
                   and annul_reason is null) then
            return null;
        end if;
    elsif exists (select from unemployed_reg
                  where card_id = new.card_id and decision = 'registered' and annul_reason is null
                        and (removed_on is null or not v_open and removed_by(new.card_id, id, op))) then
        return null;
    end if;
    perform refusal_log(tg_table_name, 'MS412', new.card_id);
    raise exception 'the person is not registered as unemployed (F-10)' using errcode = 'MS412',
        table = tg_table_name, constraint = 'f10';
end $$;
comment on function f10_check() is 'Trigger, F-10: S18-S20 get new rows only while the person is registered as unemployed';
create constraint trigger f10 after insert on visit deferrable initially deferred
    for each row execute function f10_check();
create constraint trigger f10 after insert on expectation deferrable initially deferred
    for each row execute function f10_check();
create constraint trigger f10 after insert on plan_item deferrable initially deferred
    for each row execute function f10_check();

create function z16_close() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    update visit set outcome = 'cancelled'
    where card_id = new.card_id and actual_on is null and outcome is null and annul_reason is null;
    update plan_item
    set failure_reason = 'Есептен шығарылды ' || to_char(new.removed_on, 'DD.MM.YYYY') || ': '
        || coalesce(new.removal_reason_other, (select kk from dict_removal_reason where code = new.removal_reason), '')
    where card_id = new.card_id and fulfilment is null and failure_reason is null and annul_reason is null;
    return null;
end $$;
comment on function z16_close() is 'Trigger, Z-16: a removal closes open visits and plan measures, in the history';
create trigger z16 after update of removed_on on jobseeker_reg for each row
    when (old.removed_on is null and new.removed_on is not null and new.annul_reason is null)
    execute function z16_close();
create trigger z16 after update of removed_on on unemployed_reg for each row
    when (old.removed_on is null and new.removed_on is not null and new.annul_reason is null)
    execute function z16_close();
