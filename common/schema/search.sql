-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding a person. What the text is taken for decides the query: digits are an IIN or its beginning, a date is a birth
-- date, words are beginnings of surname and name in any order. Ranges on indexes only, so the cost does not grow with the
-- table. Further ways (parts of words, spelling errors) are further branches of search_ids that add rows.

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
    return case
        when length(q) > 200 then null
        when date_typed(q) is not null then 'birth_date'
        when translate(q, ' ' || chr(160), '') ~ '^\d{12}$' then 'iin'
        when translate(q, ' ' || chr(160), '') ~ '^\d{4,11}$' then 'iin_start'
        when q !~ '[0-9]' and fold(q) ~ '^\S{2,}( \S+){0,2}$' then case when fold(q) ~ ' ' then 'names' else 'surname' end
        end;
comment on function search_kind(text) is 'What a search text is taken for; null: too little or nothing known';

-- Ids of the cards of some centres (null: all) that answer, at most n of each centre, in the order of the index.
create function search_ids(p_kind text, q text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    w text[] := string_to_array(fold(q), ' ');
    d text := translate(q, ' ' || chr(160), '');
    top text := chr(1114111);
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
    elsif p_kind = 'surname' and p_centres is null then
        return query select c.id, 'surname' from card as c
            where c.fkey >= w[1] and c.fkey < w[1] || top order by c.fkey, c.id limit n;
    elsif p_kind = 'surname' then
        return query select h.id, 'surname' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.fkey >= w[1] and c.fkey < w[1] || top
            order by c.fkey, c.id limit n) as h;
    elsif p_kind = 'names' then
        return query select * from search_names(w[1], w[2], w[3], p_centres, n, 'surname_name');
        return query select * from search_names(w[2], w[1], w[3], p_centres, n, 'name_surname');
    end if;
end $$;
comment on function search_ids(text, text, bigint[], int) is 'Cards that answer to a search, with why';

create function search_names(p_surname text, p_name text, p_third text, p_centres bigint[], n int, p_why text)
    returns table (id bigint, why text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    top text := chr(1114111);
begin
    if p_centres is null then
        return query select c.id, p_why from card as c
            where c.fkey >= p_surname and c.fkey < p_surname || top and c.nkey >= p_name and c.nkey < p_name || top
                  and (p_third is null or strpos(c.fkey, ' ' || p_third) > 0)
            order by c.fkey, c.id limit n;
    else
        return query select h.id, p_why from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c
            where c.centre_id = centre and c.fkey >= p_surname and c.fkey < p_surname || top
                  and c.nkey >= p_name and c.nkey < p_name || top
                  and (p_third is null or strpos(c.fkey, ' ' || p_third) > 0)
            order by c.fkey, c.id limit n) as h;
    end if;
end $$;
comment on function search_names(text, text, text, bigint[], int, text) is
    'Cards by the folded beginnings of surname, name and perhaps patronymic';

-- Is what was typed also the beginning without folding?
create function search_why(p_why text, q text, c card) returns text
    language sql immutable
    return p_why || case
        when p_why = 'surname' and not lower_text(c.last_name) ^@ lower_text(btrim(q)) then '_folded'
        when p_why = 'surname_name' and not (lower_text(c.last_name) ^@ split_part(lower_text(btrim(q)), ' ', 1)
             and lower_text(c.first_name) ^@ split_part(regexp_replace(lower_text(btrim(q)), '\s+', ' ', 'g'), ' ', 2))
        then '_folded'
        when p_why = 'name_surname' and not (lower_text(c.first_name) ^@ split_part(lower_text(btrim(q)), ' ', 1)
             and lower_text(c.last_name) ^@ split_part(regexp_replace(lower_text(btrim(q)), '\s+', ' ', 'g'), ' ', 2))
        then '_folded'
        else '' end;
comment on function search_why(text, text, card) is 'Adds _folded if only folded letters match';

-- The hits of one search, at most the cap and one more, which tells that there are more. Errors: MS401, MS403 (the role
-- reads no cards), MS429 (criteria too wide).
create function person_search(q text, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    s session;
    v_kind text := search_kind(q);
    v_cap int := least(greatest(coalesce(lim, 50), 1), setting_get('search_cap')::int) + 1;
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
               o.ru, t.status, search_why(h.why, q, c), c.centre_id = s.org_id
        from (select distinct on (i.id) i.id, i.why
              from search_ids(v_kind, q, case when not v_all then coalesce(territory(s.org_id), '{}') end, v_cap) as i
              order by i.id, i.why desc) as h
        join card as c on c.id = h.id
        join organisation as o on o.id = c.centre_id
        join card_status as t on t.card_id = c.id
        order by c.fkey, c.id
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
