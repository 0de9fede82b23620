-- SPDX-License-Identifier: GPL-3.0-or-later
-- The identity of a person checked against a state system (R-4, Z-15), and what follows for the values it covered (R-5).
--
-- A check holds for S1-S6 as they stood then: each of these values is marked in meta, column -> {.., checked: {at, system}}.
-- A value that is changed loses its mark with its stamp. Another surname, name, patronymic, IIN or birth date is another
-- identity than the one that was checked: the card is unchecked again, the former check stays in the history. Another IIN
-- takes all marks along, because it was by the IIN that the system was asked. A check may also find that the data differ: it is
-- recorded all the same, marks nothing, and takes the marks of a former check away.

create function identity_columns() returns text[]
    language sql immutable parallel safe
    return array['last_name', 'first_name', 'middle_name', 'iin', 'sex', 'birth_date', 'citizenship', 'ethnicity',
                 'ethnicity_other'];
comment on function identity_columns() is 'S1-S6: what a check of the identity covers (R-4)';

create function is_verified(p_tab text, p_column text, o jsonb) returns boolean
    language sql immutable
    return o ->> p_column is not null and coalesce(
        o -> 'meta' -> p_column ? 'checked'
        or z2_kind(p_tab, p_column) <> 'current'
           and coalesce(o -> 'meta' -> p_column, o -> 'meta' -> 'id') ->> 'how' = 'import', false);
comment on function is_verified(text, text, jsonb) is
    'R-5: was the value of this row checked, or imported? Not what may be brought up to date at any time (Z-2b)';

create function card_checked() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    n jsonb;
    c text;
begin
    if new.checked_at is not null and (tg_op = 'INSERT' or row(new.checked_at, new.checked_differs)
                                       is distinct from row(old.checked_at, old.checked_differs)) then
        n := to_jsonb(new);
        foreach c in array identity_columns() loop
            if new.checked_differs then
                new.meta := new.meta #- array[c, 'checked'];
            elsif n ->> c is not null and new.meta ? c then
                new.meta := jsonb_set(new.meta, array[c, 'checked'],
                                      jsonb_build_object('at', new.checked_at, 'system', new.checked_system));
            end if;
        end loop;
    elsif tg_op = 'UPDATE' and row(new.last_name, new.first_name, new.middle_name, new.iin, new.birth_date)
                               is distinct from row(old.last_name, old.first_name, old.middle_name, old.iin, old.birth_date) then
        new.checked_at := null;
        new.checked_system := null;
        new.checked_result := null;
        new.checked_differs := null;
        if new.iin <> old.iin then
            foreach c in array identity_columns() loop
                new.meta := new.meta #- array[c, 'checked'];
            end loop;
        end if;
    end if;
    return new;
end $$;
comment on function card_checked() is 'Trigger: marks what a check covers; another identity is an unchecked one';
-- Behind row_before, which stamps.
create trigger row_checked before insert or update on card for each row execute function card_checked();

create function identity_check(p_op uuid, p_card bigint, p_system text, p_result text, p_differs boolean default false)
    returns table (updated_at timestamptz, updated_by text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_empty text := case when coalesce(p_system, '') !~ '\S' then 'checked_system'
                         when coalesce(p_result, '') !~ '\S' then 'checked_result' end;
begin
    if p_card is null then
        raise exception 'no card is meant' using errcode = 'MS404';
    elsif v_empty is not null then
        raise exception 'a check has a system and a result' using errcode = 'MS422', table = 'card', column = v_empty;
    end if;
    perform save_begin(p_op, p_card, 'save', null, null, null);
    update card set checked_at = (op_now()).at, checked_system = p_system, checked_result = p_result,
           checked_differs = nullif(p_differs, false)
    where id = p_card;
    return query select e.updated_at, e.updated_by from save_end(p_op) as e;
end $$;
comment on function identity_check(uuid, bigint, text, text, boolean) is
    'R-4, Z-15: the data of an own, open card were compared with that system now, and agree, or differ: a save of its own';
