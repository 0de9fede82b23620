-- SPDX-License-Identifier: GPL-3.0-or-later
-- Query by form: cards by criteria on any field. Names are held against the catalogue, values are parameters. Criteria of
-- one table must hold in one and the same row; rows that are annulled do not count.
--   [{"tab": "visit", "col": "planned_on", "op": "lt", "val": ["2026-11-18"]}, ...]
-- ops: eq ne lt le gt ge like unlike (one value, of the last two with *), between outside (two, both included), any none
-- (codes), empty filled (no value).

-- date, partial, number, bool, words (compared folded), mail, code (compared as it is); null: no field of a card.
create function query_kind(p_tab text, p_col text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select case
            when t.typname = 'partial_date' then 'partial'
            when t.typname = 'words' then 'words'
            when t.typname = 'email' then 'mail'
            when b.typcategory = 'D' then 'date'
            when b.typcategory = 'N' then 'number'
            when b.typcategory = 'B' then 'bool'
            else 'code' end
        from pg_attribute as a join pg_type as t on t.oid = a.atttypid
        join pg_type as b on b.oid = case t.typtype when 'd' then t.typbasetype else t.oid end
        where p_tab = any (card_tables()) and p_col <> all (system_columns())
              and a.attrelid = (select c.oid from pg_class as c
                                where c.relname = p_tab and c.relnamespace = 'mansap'::regnamespace)
              and a.attname = p_col and a.attnum > 0 and not a.attisdropped);
end $$;
comment on function query_kind(text, text) is 'How the values of a card''s field are compared; null: it has no such field';

create function partial_date_shown(t text) returns text
    language sql immutable strict parallel safe
    return array_to_string(array(select p from unnest(string_to_array(t, '-')) with ordinality as v (p, i)
                                 order by i desc), '.');
comment on function partial_date_shown(text) is 'DD.MM.YYYY, MM.YYYY or YYYY';

create function query_value(p_kind text, p_op text, v text) returns text
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    good boolean := case
        when v is null or length(v) > 500 then false
        when p_op in ('like', 'unlike') then p_kind <> 'bool'
        when p_op in ('any', 'none') then p_kind = 'code'
        when p_kind = 'bool' then p_op in ('eq', 'ne') and v in ('t', 'f')
        when p_kind = 'date' then v ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and partial_date_ok(v)
        when p_kind = 'partial' then partial_date_ok(v)
        when p_kind = 'number' then v ~ '^[0-9]{1,15}([.][0-9]{1,4})?$'
        else true end;
begin
    v := case p_kind when 'words' then fold(v) when 'mail' then lower_text(v) else v end;
    if p_op in ('like', 'unlike') then
        v := replace(replace(replace(replace(v, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%');
    end if;
    return case when good then v end;
end $$;
comment on function query_value(text, text, text) is
    'The value of a criterion as it is compared: folded, a pattern as LIKE has it; null: it is none of that kind';

-- i: where its first value stands among the values of all criteria, n: how many it has.
create function query_condition(p_row text, p_kind text, p_col text, p_op text, i int, n int) returns text
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    x text := format('%I.%I', p_row, p_col);
    typed text := case p_kind when 'date' then '::date' when 'number' then '::numeric' when 'bool' then '::boolean'
                              else '' end;
    v text := format('($2)[%s]%s', i, typed);
    w text := format('($2)[%s]%s', i + n - 1, typed);
    op text := case p_op when 'ne' then 'eq' when 'outside' then 'between' when 'none' then 'any'
                         when 'unlike' then 'like' else p_op end;
    f text := case p_kind when 'words' then 'fold(' || x || ')' when 'mail' then 'lower_text(' || x || ')' else x end;
    -- Not before v; not after w. Of dates that are not exact the parts that both have count; a text that begins like
    -- the last one is still among them.
    since text := case p_kind when 'partial' then format('partial_date_order(%s, %s)', v, x)
        when 'date' then x || ' >= ' || v when 'number' then x || ' >= ' || v
        else format('%s collate "C" >= %s', f, v) end;
    until text := case p_kind when 'partial' then format('partial_date_order(%s, %s)', x, w)
        when 'date' then x || ' <= ' || w when 'number' then x || ' <= ' || w
        else format('%s collate "C" < %s || chr(1114111)', f, w) end;
    t text := case op
        when 'empty' then x || ' is null'
        when 'filled' then x || ' is not null'
        when 'eq' then case p_kind when 'partial' then format('starts_with(%s, %s)', x, v) else f || ' = ' || v end
        when 'like' then format('%s like ($2)[%s]', case p_kind when 'date' then format('to_char(%s, ''DD.MM.YYYY'')', x)
            when 'partial' then format('partial_date_shown(%s)', x)
            when 'number' then format('trim_scale(%s::numeric)::text', x) else f end, i)
        when 'any' then format('%s = any (($2)[%s:%s])', x, i, i + n - 1)
        when 'ge' then since
        when 'lt' then 'not ' || since
        when 'le' then until
        when 'gt' then 'not ' || until
        when 'between' then since || ' and ' || until
        end;
begin
    return case when op = p_op then t else '(' || t || ') is not true' end; -- nothing is not that value, too
end $$;
comment on function query_condition(text, text, text, text, int, int) is
    'A criterion as a condition of SQL on a row, its values as $2';

-- Errors: MS429 (no criterion, or too many), MS422 with table and column (no such field, operator or value).
create function query_read(p_criteria jsonb, out cond text, out vals text[], out told jsonb)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    c record;
    v_kind text;
    v_vals text[];
    v_rows jsonb := jsonb_build_object();
    v_begin text;
begin
    vals := '{}';
    told := '{}';
    cond := '';
    if (case jsonb_typeof(p_criteria) when 'array' then jsonb_array_length(p_criteria) not between 1 and 100
        else true end) then
        perform refusal_log('card_query', 'MS429', null);
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    for c in select e ->> 'tab' as tab, e ->> 'col' as col, e ->> 'op' as op, i,
                    array(select jsonb_array_elements_text(case jsonb_typeof(e -> 'val') when 'array' then e -> 'val'
                                                           else '[]' end)) as typed
             from jsonb_array_elements(p_criteria) with ordinality as v (e, i) loop
        v_kind := query_kind(c.tab, c.col);
        v_vals := array(select query_value(v_kind, c.op, t) from unnest(c.typed) as t);
        if v_kind is null or array_position(v_vals, null) is not null or not coalesce(case
                when c.op in ('empty', 'filled') then cardinality(v_vals) = 0
                when c.op in ('between', 'outside') then cardinality(v_vals) = 2
                when c.op in ('any', 'none') then cardinality(v_vals) between 1 and 500
                when c.op in ('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'like', 'unlike') then cardinality(v_vals) = 1
                end, false) then
            perform refusal_log('card_query', 'MS422', null);
            raise exception 'no criterion of a card' using errcode = 'MS422', table = left(coalesce(c.tab, ''), 60),
                column = left(coalesce(c.col, ''), 60);
        end if;
        v_rows := v_rows || jsonb_build_object(c.tab, concat_ws(' and ', v_rows ->> c.tab,
            query_condition(case c.tab when 'card' then 'c' else 'x' end, v_kind, c.col, c.op, cardinality(vals) + 1, cardinality(v_vals))));
        vals := vals || v_vals;
        -- A name's beginning is also a range of the index.
        v_begin := case when c.tab = 'card' and c.col = 'last_name' then case
            when c.op = 'eq' then fold(c.typed[1])
            when c.op = 'like' then fold(split_part(c.typed[1], '*', 1)) end end;
        if v_begin <> '' then
            v_rows := v_rows || jsonb_build_object('card', concat_ws(' and ', v_rows ->> 'card', format(
                'c.fkey >= ($2)[%1$s] and c.fkey < ($2)[%1$s] || chr(1114111)', cardinality(vals) + 1)));
            vals := vals || v_begin;
        end if;
        told := told || jsonb_build_object(c.i, concat_ws(' ', c.tab || '.' || c.col, c.op,
                                                          array_to_string(c.typed, ' ')));
    end loop;
    for c in select * from jsonb_each_text(v_rows) order by key loop
        cond := cond || case c.key when 'card' then ' and ' || c.value else format(
            ' and exists (select from %I as x where x.card_id = c.id and x.annul_reason is null and %s)', c.key, c.value) end;
    end loop;
    cond := 'select c.id from card as c where c.centre_id = $1 and c.annul_reason is null' || cond;
end $$;
comment on function query_read(jsonb) is 'Criteria as SQL ($1: the centre, $2: the values), and as the log keeps them';

-- The cards of some centres, centre after centre: n in all, or of each the first n by name. Full: nothing was left out
-- for want of time; the clock is looked at between the centres.
create function query_cards(p_criteria jsonb, p_centres bigint[], n int, p_of_each boolean, out ids bigint[], out whole boolean)
    language plpgsql stable security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off as $$
declare
    q record := query_read(p_criteria);
    v_until timestamptz := clock_timestamp() + interval '10 s';
    v_centre bigint;
    v_ids bigint[];
begin
    ids := '{}';
    whole := true;
    foreach v_centre in array p_centres loop
        execute 'select array(' || q.cond || case when p_of_each then ' order by c.fkey, c.id' else '' end || ' limit $3)'
            into v_ids using v_centre, q.vals, n - case when p_of_each then 0 else cardinality(ids) end;
        ids := ids || v_ids;
        exit when not p_of_each and cardinality(ids) >= n;
        if clock_timestamp() > v_until and v_centre <> p_centres[cardinality(p_centres)] then
            whole := false;
            exit;
        end if;
    end loop;
end $$;
comment on function query_cards(jsonb, bigint[], int, boolean) is 'The cards of some centres that meet all criteria';

-- The session that may ask; logs what it asks. Errors: MS401, MS403 (the role reads no cards), those of query_read.
create function query_begin(p_what text, p_criteria jsonb) returns session
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session;
begin
    select * into s from session where id = my_session();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('card_query', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    -- As for a search: the log need not wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('query', true, null, null, null,
                  (query_read(p_criteria)).told || jsonb_build_object('kind', 'query', 'what', p_what));
    return s;
end $$;
comment on function query_begin(text, jsonb) is 'Who may ask, and the log of it';

create function card_query_count(p_criteria jsonb) returns table (hits int, more boolean)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session := query_begin('count', p_criteria);
    most int := 1000;
    r record;
begin
    r := query_cards(p_criteria, coalesce(territory(s.org_id), '{}'), most + 1, false);
    return query select least(cardinality(r.ids), most), cardinality(r.ids) > most or not r.whole;
end $$;
comment on function card_query_count(jsonb) is
    'How many cards of the territory meet the criteria: up to 1000; more: at least so many; logged';

-- At most the cap and one more, which tells that there are more. Errors: 57014 besides, it took too long.
create function card_query(p_criteria jsonb, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set jit = off as $$
#variable_conflict use_column
declare
    s session := query_begin('list', p_criteria);
    v_cap int := least(greatest(coalesce(lim, 50), 1), setting_get('search_cap')::int) + 1;
    r record;
begin
    r := query_cards(p_criteria, coalesce(territory(s.org_id), '{}'), v_cap, true);
    if not r.whole then
        raise exception 'the query took too long' using errcode = '57014';
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), 'query', c.centre_id = s.org_id
        from card as c join organisation as o on o.id = c.centre_id
        where c.id = any (r.ids)
        order by c.last_name collate "kk-KZ-x-icu", c.first_name collate "kk-KZ-x-icu",
                 c.middle_name collate "kk-KZ-x-icu", c.id
        limit v_cap;
end $$;
comment on function card_query(jsonb, int) is 'Persons of the territory whose cards meet the criteria; capped; logged';
