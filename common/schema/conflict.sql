-- SPDX-License-Identifier: GPL-3.0-or-later
-- An UPDATE of no row is no error for PostgreSQL; must_hit makes it one and tells the other's value, name and time.

-- A value as libpq shows it: t and f for yes and no.
create function shown(v jsonb) returns text
    language sql immutable
    return case jsonb_typeof(v) when 'boolean' then left(v #>> '{}', 1) when 'null' then null else v #>> '{}' end;
comment on function shown(jsonb) is 'A jsonb value as text, as libpq shows the column';

create function must_hit(p_hits bigint, p_table text, p_id bigint, p_columns text[], p_old text[]) returns bigint
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    r jsonb;
    v_card bigint;
    v_column text := p_columns[1];
    m jsonb;
begin
    if p_hits > 0 then
        return p_hits;
    end if;
    if p_table is null or p_table <> all (card_tables()) then
        raise exception 'no such table' using errcode = 'MS404';
    end if;
    execute format('select to_jsonb(t) from %I as t where id = $1', p_table) into r using p_id;
    v_card := (r ->> case p_table when 'card' then 'id' else 'card_id' end)::bigint;
    if v_card is null or not coalesce(v_card = any (my_open_cards()), false) then
        raise exception 'no such row in an open card' using errcode = 'MS404', table = p_table;
    elsif not coalesce(v_card = any (my_writable_cards()), false) then
        perform refusal_log(p_table, 'MS403', v_card);
        raise exception 'the card is open for reading only' using errcode = 'MS403', table = p_table;
    end if;
    for i in 1 .. coalesce(array_length(p_columns, 1), 0) loop
        if r ? p_columns[i] and shown(r -> p_columns[i]) is distinct from p_old[i]
           and r ->> p_columns[i] is distinct from p_old[i] then
            v_column := p_columns[i];
            exit;
        end if;
    end loop;
    m := coalesce(r -> 'meta' -> v_column, r -> 'meta' -> 'id');
    if v_column = 'annul_reason' and r ->> 'annulled_by' is not null then
        m := jsonb_build_object('by', r ->> 'annulled_by', 'at', r ->> 'annulled_at');
    end if;
    raise exception 'another has changed the value' using errcode = 'MS409', table = p_table, column = v_column,
        detail = jsonb_build_object('table', p_table, 'id', p_id, 'field', v_column, 'theirs', shown(r -> v_column),
            'who', person_of(m ->> 'by'), 'when', local_text((m ->> 'at')::timestamptz))::text;
end $$;
comment on function must_hit(bigint, text, bigint, text[], text[]) is
    'Raises MS409 if a guarded UPDATE hit no row: hits, table, row, columns, the values that were expected';
