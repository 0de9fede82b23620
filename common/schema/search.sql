-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding a person. What the text is taken for decides the query: digits are an IIN or its beginning, a date is a birth
-- date, words are names (search_names.sql). Ranges on indexes only, so the cost does not grow with the table.

create function iin_masked(t text) returns text
    language sql immutable
    return left(t, 6) || '••••••';
comment on function iin_masked(text) is '206 p. 28(3): an IIN as lists show it';

-- Day, month and year of four digits or two (then the last that is not to come), or year, month and day; with full stops,
-- hyphens or strokes between; else null.
create function date_typed(t text) returns date
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    m text[];
    d date;
begin
    if translate(t, '0123456789./- ', '') <> '' then
        return null;
    end if;
    m := regexp_match(btrim(t), '^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$');
    if m is not null then
        return date_or_null(m[1]::int, m[2]::int, m[3]::int);
    end if;
    m := regexp_match(btrim(t), '^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$');
    if length(m[3]) = 4 then
        return date_or_null(m[3]::int, m[2]::int, m[1]::int);
    end if;
    d := date_or_null(2000 + m[3]::int, m[2]::int, m[1]::int);
    return case when d <= today() then d else date_or_null(1900 + m[3]::int, m[2]::int, m[1]::int) end;
end $$;
comment on function date_typed(text) is 'A birth date as people type it';

-- What one word beside names says of the birth: a date, also in digits alone (as they stand in the IIN, too), or a year.
create function days_typed(t text) returns date[]
    language plpgsql stable set search_path = mansap, pg_temp as $$
begin
    if t = '' or translate(t, '0123456789./-', '') <> '' then
        return null;
    elsif translate(t, '0123456789', '') <> '' then
        return array_remove(array[date_typed(t)], null);
    end if;
    return case length(t)
        when 4 then case when t::int between 1900 and extract(year from today()) then
            array(select make_date(t::int, 1, 1) + n from generate_series(0, make_date(t::int + 1, 1, 1) - make_date(t::int, 1, 1) - 1) as n) end
        when 6 then array_remove(array[date_typed(left(t, 2) || '.' || substr(t, 3, 2) || '.' || right(t, 2)),
                                       date_typed(right(t, 2) || '.' || substr(t, 3, 2) || '.' || left(t, 2))], null)
        when 8 then array_remove(array[date_typed(left(t, 2) || '.' || substr(t, 3, 2) || '.' || right(t, 4))], null) end;
end $$;
comment on function days_typed(text) is 'The days that a word may mean beside names; null or empty: it is no date';

-- Some word of two characters or more (one will do beside a whole date), four words at most, a letter in each.
create function search_read(q text) returns search_text
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    p search_text;
    t text := btrim(translate(lower_text(q), chr(160), ' '));
    x text;
    v_days date[];
begin
    if t is null or length(t) > 200 then
        return p;
    end if;
    p.digits := replace(t, ' ', '');
    if translate(p.digits, '0123456789', '') = '' then
        p.kind := case when length(p.digits) = 12 then 'iin' when length(p.digits) between 4 and 11 then 'iin_start' end;
        return p;
    end if;
    p.days := array[date_typed(t)];
    if p.days[1] is not null then
        p.kind := 'birth_date';
        return p;
    end if;
    p.days := null;
    foreach x in array string_to_array(t, ' ') loop
        v_days := case when p.days is null then days_typed(rtrim(x, '.,')) end;
        if v_days <> '{}' then
            p.days := v_days;
        elsif x <> '' then
            p.names := concat_ws(' ', p.names, x);
        end if;
    end loop;
    p.words := name_words(p.names);
    p.typed := regexp_split_to_array(btrim(p.names, ' .,'), '[ .,]+');
    if cardinality(p.words) between 1 and 4
       and (cardinality(p.days) < 3 or exists (select from unnest(p.words) as w where length(w) > 1))
       and not exists (select from unnest(p.words) as w where w !~ '[a-zà-ɏа-ӿ]') then
        p.kind := case when p.days is not null then 'names_birth' when cardinality(p.words) = 1 then 'surname' else 'names' end;
    end if;
    return p;
end $$;
comment on function search_read(text) is 'What a search text is taken for';

-- Ids of the cards of some centres (null: all) that answer, at most n of each centre, in the order of the index.
create function search_ids(p search_text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    d text := p.digits;
begin
    if p.kind = 'iin' then
        return query select c.id, 'iin' from card as c
            where c.iin = d and (p_centres is null or c.centre_id = any (p_centres));
    elsif p.kind = 'iin_start' and p_centres is null then
        return query select c.id, 'iin_start' from card as c
            where c.iin >= d and c.iin < d || ':' order by c.iin limit n;
    elsif p.kind = 'iin_start' then
        return query select h.id, 'iin_start' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.iin >= d and c.iin < d || ':'
            order by c.iin limit n) as h;
    elsif p.kind = 'birth_date' and p_centres is null then
        return query select c.id, 'birth_date' from card as c
            where c.birth_date = p.days[1] order by c.fkey, c.id limit n;
    elsif p.kind = 'birth_date' then
        return query select h.id, 'birth_date' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.birth_date = p.days[1]
            order by c.fkey, c.id limit n) as h;
    elsif p.kind in ('surname', 'names', 'names_birth') then
        return query select * from search_names(p, p_centres, n);
    end if;
end $$;
comment on function search_ids(search_text, bigint[], int) is 'Cards that answer to a search, with why';

-- What is exact comes first, what is only similar last.
create function search_rank(p_why text) returns int
    language sql immutable
    return case when right(p_why, 7) = '_folded' or p_why = 'patronymic' then 1 when p_why = 'part' then 2
                when p_why in ('layout', 'latin') then 3 when p_why = 'middle' then 4 when p_why = 'similar' then 5 else 0 end;
comment on function search_rank(text) is 'The order of hits, by how they were found';

-- The hits of one search, at most the cap and one more, which tells that there are more. The planner does not know the names
-- (their statistics are off), so it may not guess that reading the whole table is cheap, nor collect rows before it counts
-- them, nor plan anew at each call. Errors: MS401, MS403 (the role reads no cards), MS429 (criteria too wide).
create function person_search(q text, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set enable_bitmapscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    s record;
    p search_text := search_read(q);
    v_typed text[] := p.typed;
    v_words text[] := p.words;
    v_stems text[];
    v_born boolean := p.days is not null;
    v_centres bigint[];
    v_cap int;
    x text;
begin
    select x.id, x.role, x.org_id, x.terminal, o.kind, (select value::int from setting as t where t.name = 'search_cap') as cap
        into s from live() as x join organisation as o on o.id = x.org_id;
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('person_search', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    if p.kind is null then
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    -- The log of a search need not wait for the disk: it runs at every key.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('search', true, null, null, s.terminal, jsonb_build_object('kind', p.kind, 'q', q));
    if s.kind <> 'republic' then
        v_centres := coalesce(territory(s.org_id), '{}');
    end if;
    v_cap := least(greatest(coalesce(lim, 50), 1), s.cap) + 1;
    foreach x in array coalesce(v_words, '{}') loop
        v_stems := v_stems || patronymic_stem(x);
    end loop;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), w.why, c.centre_id = s.org_id
        from search_ids(p, v_centres, v_cap) as h
        join card as c on c.id = h.id
        join organisation as o on o.id = c.centre_id
        -- Told is also a patronymic that stands for the name, and whether only folded letters match what was typed.
        cross join lateral (select case
            when h.why not in ('surname', 'surname_name', 'name_surname', 'name') then h.why
            else case when v_born then 'names_birth'
                      when h.why in ('surname', 'name') or exists (select from unnest(v_words) as x where c.nkey ^@ x) then h.why
                      when exists (select from unnest(v_stems) as x where fold(c.middle_name) ^@ x) then 'patronymic'
                      else h.why end
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
    s session;
    v_card bigint;
begin
    select * into s from live();
    if not role_reads(s.role) then
        perform audit('person_exists', false, case when s.id is null then 'MS401' else 'MS403' end, null, s.terminal, null);
        return;
    end if;
    select c.id, o.kk, o.ru into v_card, centre_kk, centre_ru
    from card as c join organisation as o on o.id = c.centre_id where c.iin = p_iin;
    perform audit('person_exists', true, null, v_card, s.terminal, jsonb_build_object('iin', left(p_iin, 12)));
    return query select v_card is not null, centre_kk, centre_ru;
end $$;
comment on function person_exists(text) is
    'Z-6: is there a card with that IIN, and whose; nothing else; logged; no row without a session that reads cards';
