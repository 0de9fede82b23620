-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding persons by their names, as they are typed: each word the beginning of a surname, name or patronymic, in any order;
-- and as long as hits are few, one way after the other that forgives more. A way is data (search_ways), it yields ranges of
-- card.fkey (search_ranges), and one function reads them (search_cards).

create function name_words(q text) returns text[]
    language sql immutable strict parallel safe
    return string_to_array(fold(translate(q, '.,', '  ')), ' ');
comment on function name_words(text) is 'A search text as folded words; initials may have their full stops';

-- The keys' positions in the Latin, Russian and Kazakh layouts, shifted, too. A hyphen is ө, or a hyphen: both.
create function layout_texts(q text) returns text[]
    language sql immutable strict parallel safe
    return (select case
        when t ~ '[a-z]' and t !~ '[а-ӿ]' then
            array[translate(t, f, c || 'ө'), case when t ~ '-' then translate(replace(t, '-', ''), f, c) end]
        when t ~ '[а-ӿ]' and t ~ '[0-9"№;%*()_+=-]' then
            array[translate(t, '234589"№;%*()_0+=-', 'әіңғүұәіңғүұқөқһһө')]
        end
        from (select lower_text(q) as t,
                     'qwertyuiop[]asdfghjkl;''zxcvbnm,.`{}:"<>~234589@#$%*(0)_=+-' as f,
                     'йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюёәіңғүұәіңғүұққөһһ' as c) as keys);
comment on function layout_texts(text) is 'What was meant by keys typed in the wrong layout; null elements: nothing';

-- Surnames or names that differ from a word by one mistake, or not by their sound; surnames also by the ending.
create function names_near(p_kind text, t text) returns setof name_word
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    v text[] := array[t];
    d text[];
begin
    if length(t) < 4 then
        return;
    end if;
    if p_kind = 'surname' and t ~ '(ов|ев|ин|ова|ева|ина)$' then
        v := v || case when t ~ 'а$' then left(t, -1) else t || 'а' end;
    end if;
    d := array(select without_one(x) from unnest(v) as x);
    return query
        select w.* from (
            select n.word_id as id from name_near as n where n.near = any (d || v)
            union select k.id from name_word as k where k.kind = p_kind and k.word = any (d || v)) as found
        join name_word as w on w.id = found.id
        where w.kind = p_kind and exists (select from unnest(v) as x where one_error(w.word, x))
        union
        select w.* from name_word as w where w.kind = p_kind and w.latin = latin_key(t);
end $$;
comment on function names_near(text, text) is 'The names of the dictionary that may have been meant by a misspelt one';

-- Words of the dictionary that begin so.
create function names_from(p_kind text, t text, n int) returns setof text
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
begin
    return query select w.word from name_word as w
                 where w.kind = p_kind and w.word >= t and w.word < t || chr(1114111) order by w.word limit n;
end $$;
comment on function names_from(text, text, int) is 'Names of the dictionary that begin so, at most n';

create function names_latin(p_kind text, t text, n int) returns setof text
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    l text := latin_key(t);
begin
    return query select w.word from name_word as w
                 where w.kind = p_kind and w.latin >= l and w.latin < l || chr(1114111) order by w.latin, w.word limit n;
end $$;
comment on function names_latin(text, text, int) is 'Names of the dictionary that begin so by their sound, at most n';

create function surnames_inside(t text, p_begins boolean, n int) returns setof text
    language plpgsql stable rows 200 security definer set search_path = mansap, pg_temp as $$
begin
    return query select w.word from (
        select distinct p.word_id from name_part as p
        where p.part >= t and p.part < t || chr(1114111) and p.begins = p_begins limit n) as found
        join name_word as w on w.id = found.word_id;
end $$;
comment on function surnames_inside(text, boolean, int) is
    'Surnames that hold these letters from the middle, or as the beginning of a further part of a double surname';

-- The ways, in the order in which they are tried, with the words they take. pair: a way for two words or more, which
-- takes one of them as the surname and one as the name; else one word is the surname (or the name) and the others are
-- beginnings of words behind it. A name and no surname needs a patronymic beside it: a common name is in too many cards.
create function search_ways(q text) returns table (way text, why text, pair boolean, words text[])
    language sql stable rows 10 security definer set search_path = mansap, pg_temp as $$
        with t as (select name_words(q) as w, lower_text(q) ~ '[a-zà-ɏ]' as latin),
        l as (select name_words(x) as w from unnest(layout_texts(q)) with ordinality as v (x, i) where x is not null order by i)
        select 'begin', null::text, false, w from t
        union all select 'name', 'name', false, w from t
            where cardinality(w) = 1 or cardinality(w) = 2 and exists (select from unnest(w) as x where patronymic_stem(x) <> x)
        union all select 'part', 'part', false, w from t
        union all select 'begin', null, false, array[w[1] || w[2]] || w[3:] from t where cardinality(w) > 1
        union all select 'begin', null, false, w[1:1] || (w[2] || w[3]) || w[4:] from t where cardinality(w) > 2
        union all select 'begin', 'layout', false, w from l
        union all select 'name', 'layout', false, w from l where cardinality(w) = 1
        union all select 'latin', 'latin', cardinality(w) > 1, name_words(latin_letters(q)) from t where latin
        union all select 'latin_name', 'latin', false, name_words(latin_letters(q)) from t where latin and cardinality(w) = 1
        union all select 'middle', 'middle', false, w from t where cardinality(w) = 1
        union all select 'similar', 'similar', false, w from t
        union all select 'similar_name', 'similar', true, w from t where cardinality(w) > 1
        union all select 'middle', 'middle', false, w from t where cardinality(w) > 1
        union all select 'other_patronymic', 'similar', true, w from t where cardinality(w) = 3;
$$;
comment on function search_ways(text) is 'The ways in which a text may name a person';

-- What one way makes of the words w, the k-th for the surname and, of a pair, the o-th for the name. lo null: nothing; hi
-- null: lo are whole names and the surname is not known. p_words: at most so many surnames from the dictionary. rest: what the words behind must hold, a blank for a beginning.
create function search_ranges(p_way text, w text[], k int, o int, p_words int, out lo text[], out hi text[], out rest text[])
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    top text := chr(1114111);
    v_words text[];
begin
    rest := array(select case when p_way = 'middle' and length(x) >= 3 then x else ' ' || patronymic_stem(x) end
                  from unnest(w) with ordinality as v (x, i) where i <> k and i <> o);
    case p_way
    when 'begin' then
        lo := array[w[k]];
        hi := array[w[k] || top];
    when 'other_patronymic' then
        lo := array[w[k]];
        hi := array[w[k] || top];
        rest := array[' ' || w[o]];
    when 'name' then
        lo := array(select names_from('name', w[k], 100));
    when 'latin_name' then
        lo := array(select names_latin('name', w[k], 100));
    when 'part' then
        v_words := array(select surnames_inside(w[k], true, 500));
    when 'middle' then
        v_words := case when length(w[k]) >= 3 then array(select surnames_inside(w[k], false, p_words)) end;
        if cardinality(w) > 1 then -- also letters from the middle of the name
            lo := array[w[k]];
            hi := array[w[k] || top];
        end if;
    when 'similar' then
        v_words := array(select distinct n.word from name_word as n
                         where n.kind = 'surname' and n.stem in (select s.stem from names_near('surname', w[k]) as s)
                         limit 500);
    when 'latin' then
        v_words := array(select names_latin('surname', w[k], least(p_words, 300)));
        if k <> o then
            v_words := array(select x || ' ' || n from unnest(v_words) as x, names_latin('name', w[o], 10) as n);
        end if;
    when 'similar_name' then
        v_words := array(select x || ' ' || n.word from names_from('surname', w[k], least(p_words, 100)) as x, names_near('name', w[o]) as n);
    end case;
    if v_words <> '{}' then -- whole words: the end or a blank follows
        lo := lo || v_words;
        hi := hi || array(select x || '!' from unnest(v_words) as x);
    end if;
    if lo = '{}' then
        lo := null;
    end if;
end $$;
comment on function search_ranges(text, text[], int, int, int) is 'The ranges of folded names that one way looks through';

create function name_has(p_fkey text, p_rest text[]) returns boolean
    language sql immutable parallel safe
    return (p_rest[1] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[1]) > 0)
           and (p_rest[2] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[2]) > 0)
           and (p_rest[3] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[3]) > 0);
comment on function name_has(text, text[]) is 'Does what stands behind the surname hold all of these?';

-- At most n cards of some centres (null: all). One range: the first in order; many: some.
create function search_cards(p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int) returns setof bigint
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
begin
    if p_hi is null and p_centres is null then
        return query select c.id from card as c where c.nkey = any (p_lo) and name_has(c.fkey, p_rest) limit n;
    elsif p_hi is null then
        return query select c.id from card as c
            where c.nkey = any (p_lo) and c.centre_id = any (p_centres) and name_has(c.fkey, p_rest) limit n;
    elsif p_centres is null then
        return query select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select c.id from card as c where c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h limit n;
    elsif cardinality(p_lo) = 1 then
        return query select h.id from unnest(p_centres) as centre cross join lateral (
            select c.id, c.fkey from card as c
            where c.centre_id = centre and c.fkey >= p_lo[1] and c.fkey < p_hi[1] and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n;
    else
        return query select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join unnest(p_centres) as centre
            cross join lateral (
            select c.id from card as c
            where c.centre_id = centre and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h limit n;
    end if;
end $$;
comment on function search_cards(text[], text[], text[], bigint[], int) is 'The cards in some ranges of folded names';

-- While hits are few, the next way is tried: fewer than a handful for one word; two words or more that found somebody are
-- answered. Each surname is looked for in each centre, so that many centres take fewer surnames at once.
create function search_names(q text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
declare
    few int := case when cardinality(name_words(q)) > 1 then 1 else 10 end;
    v_words int := greatest(1000 / greatest(cardinality(p_centres), 1), 100);
    got bigint[] := array[]::bigint[];
    s record;
    r record;
    v_count int;
begin
    for s in select * from search_ways(q) loop
        v_count := cardinality(s.words);
        exit when cardinality(got) >= least(few, n);
        continue when s.way = 'other_patronymic' and cardinality(got) > 0;
        for k in 1..v_count loop
            for o in 1..v_count loop
                continue when (k = o) = s.pair;
                r := search_ranges(s.way, s.words, k, o, v_words);
                continue when r.lo is null;
                why := coalesce(s.why, case when v_count = 1 then 'surname' when k = 1 then 'surname_name'
                                            else 'name_surname' end);
                for id in select search_cards(r.lo, r.hi, r.rest, p_centres, n) loop
                    continue when id = any (got);
                    got := got || id;
                    return next;
                end loop;
            end loop;
        end loop;
    end loop;
end $$;
comment on function search_names(text, bigint[], int) is 'Cards by names, with how they were found';
