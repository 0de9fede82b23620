-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding a person. What the text is taken for decides the query: digits are an IIN or its beginning, a date is a birth
-- date, words are names (search_names.sql). Ranges on indexes only, so the cost does not grow with the table.

create function iin_masked(t text) returns text
    language sql immutable
    return left(t, 6) || '••••••';
comment on function iin_masked(text) is '206 p. 28(3): an IIN as lists show it';

-- dd.mm.yyyy or yyyy-mm-dd, else null.
create function date_typed(t text) returns date
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    m text[] := regexp_match(btrim(t), '^(\d{1,2})\.(\d{1,2})\.(\d{4})$');
begin
    if m is null then
        m := regexp_match(btrim(t), '^(\d{4})-(\d{1,2})-(\d{1,2})$');
        m := array[m[3], m[2], m[1]];
    end if;
    return date_or_null(m[3]::int, m[2]::int, m[1]::int);
end $$;
comment on function date_typed(text) is 'A date as people type it';

create function search_kind(q text) returns text
    language sql immutable
    return (select case
        when length(q) > 200 then null
        when date_typed(q) is not null then 'birth_date'
        when translate(q, ' ' || chr(160), '') ~ '^\d{12}$' then 'iin'
        when translate(q, ' ' || chr(160), '') ~ '^\d{4,11}$' then 'iin_start'
        -- Some word of two characters or more, a letter in each word.
        when f ~ '^\S+( \S+){0,3}$' and f ~ '\S\S' and f !~ '(^| )[^a-zà-ɏа-ӿ]+( |$)'
             then case when f ~ ' ' then 'names' else 'surname' end
        end from fold(translate(q, '.,', '  ')) as f);
comment on function search_kind(text) is 'What a search text is taken for; null: too little or nothing known';

-- Ids of the cards of some centres (null: all) that answer, at most n of each centre, in the order of the index.
create function search_ids(p_kind text, q text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    d text := translate(q, ' ' || chr(160), '');
begin
    if p_kind = 'iin' then
        return query select c.id, 'iin' from card as c
            where c.iin = d and (p_centres is null or c.centre_id = any (p_centres));
    elsif p_kind = 'iin_start' and p_centres is null then
        return query select c.id, 'iin_start' from card as c
            where c.iin >= d and c.iin < d || ':' order by c.iin limit n;
    elsif p_kind = 'iin_start' then
        return query select h.id, 'iin_start' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.iin >= d and c.iin < d || ':'
            order by c.iin limit n) as h;
    elsif p_kind = 'birth_date' and p_centres is null then
        return query select c.id, 'birth_date' from card as c
            where c.birth_date = date_typed(q) order by c.fkey, c.id limit n;
    elsif p_kind = 'birth_date' then
        return query select h.id, 'birth_date' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.birth_date = date_typed(q)
            order by c.fkey, c.id limit n) as h;
    elsif p_kind in ('surname', 'names') then
        return query select * from search_names(q, p_centres, n);
    end if;
end $$;
comment on function search_ids(text, text, bigint[], int) is 'Cards that answer to a search, with why';

-- What is exact comes first, what is only similar last.
create function search_rank(p_why text) returns int
    language sql immutable
    return case when p_why ~ '_folded$|^patronymic' then 1 when p_why = 'part' then 2 when p_why in ('layout', 'latin') then 3
                when p_why = 'middle' then 4 when p_why = 'similar' then 5 else 0 end;
comment on function search_rank(text) is 'The order of hits, by how they were found';

-- The hits of one search, at most the cap and one more, which tells that there are more. The planner does not know the names
-- (their statistics are off), so it may not guess that reading the whole table is cheap, nor plan anew at each call. Errors:
-- MS401, MS403 (the role reads no cards), MS429 (criteria too wide).
create function person_search(q text, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    s session;
    v_kind text := search_kind(q);
    v_cap int := least(greatest(coalesce(lim, 50), 1), setting_get('search_cap')::int) + 1;
    v_typed text[] := regexp_split_to_array(btrim(lower_text(q), ' .,'), '[ .,\u00a0]+');
    v_words text[] := name_words(q);
    v_all boolean;
begin
    select * into s from session where id = my_session();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('person_search', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    if v_kind is null then
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    -- The log of a search need not wait for the disk: it runs at every key.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('search', true, null, null, null, jsonb_build_object('kind', v_kind, 'q', q));
    v_all := exists (select from organisation as o where o.id = s.org_id and o.kind = 'republic');
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), w.why, c.centre_id = s.org_id
        from search_ids(v_kind, q, case when not v_all then coalesce(territory(s.org_id), '{}') end, v_cap) as h
        join card as c on c.id = h.id
        join organisation as o on o.id = c.centre_id
        -- Told is also a patronymic that stands for the name, and whether only folded letters match what was typed.
        cross join lateral (select case
            when h.why not in ('surname', 'surname_name', 'name_surname', 'name') then h.why
            else case when h.why ~ '_' and not exists (select from unnest(v_words) as x where c.nkey ^@ x)
                           and exists (select from unnest(v_words) as x where fold(c.middle_name) ^@ patronymic_stem(x))
                      then 'patronymic' else h.why end
                 || case when exists (select from unnest(v_typed) as x where strpos(
                        ' ' || lower_text(concat_ws(' ', c.last_name, c.first_name, c.middle_name)), ' ' || x) = 0)
                      then '_folded' else '' end
            end as why offset 0) as w
        order by search_rank(w.why), c.last_name collate "kk-KZ-x-icu", c.first_name collate "kk-KZ-x-icu",
                 c.middle_name collate "kk-KZ-x-icu", c.id
        limit v_cap;
end $$;
comment on function person_search(text, int) is 'Persons of the territory by IIN, names or birth date; capped; logged';

create function person_exists(p_iin text) returns table (found boolean, centre_kk text, centre_ru text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_session bigint := my_session();
    v_card bigint;
begin
    if not role_reads(my_role()) then
        perform audit('person_exists', false, case when v_session is null then 'MS401' else 'MS403' end, null, null,
                      null);
        return;
    end if;
    select c.id, o.kk, o.ru into v_card, centre_kk, centre_ru
    from card as c join organisation as o on o.id = c.centre_id where c.iin = p_iin;
    perform audit('person_exists', true, null, v_card, null, jsonb_build_object('iin', left(p_iin, 12)));
    return query select v_card is not null, centre_kk, centre_ru;
end $$;
comment on function person_exists(text) is
    'Z-6: is there a card with that IIN, and whose; nothing else; logged; no row without a session that reads cards';
