-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding persons by their names, as they are typed: each word the beginning of a surname, name or patronymic, in any order;
-- and as long as hits are few, one way after the other that forgives more. A way takes some words (search_words), yields
-- ranges of card.fkey (search_ranges), and one function reads them (search_cards). All are plpgsql, though some would be one
-- SQL expression: what cannot be inlined is planned anew at each call, which costs more than the search.

create type search_text as (kind text, digits text, days date[], names text, words text[], typed text[]);
comment on type search_text is 'What a search text says: of what kind it is (null: too little or nothing known), the digits of an IIN, '
    'the days on one of which the person was born, and the names: as typed, as folded words, as words in lower case';

create function name_words(q text) returns text[]
    language plpgsql immutable strict parallel safe as $$
begin
    return string_to_array(mansap.fold(translate(q, '.,', '  ')), ' ');
end $$;
comment on function name_words(text) is 'A search text as folded words; initials may have their full stops';

-- The keys' positions in the Latin, Russian and Kazakh layouts, shifted, too. A hyphen is ө, or a hyphen: both.
create function layout_texts(q text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    f constant text := 'qwertyuiop[]asdfghjkl;''zxcvbnm,.`{}:"<>~234589@#$%*(0)_=+-';
    c constant text := 'йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюёәіңғүұәіңғүұққөһһ';
    t text := mansap.lower_text(q);
    v_cyrillic boolean := t ~ '[а-ӿ]';
begin
    if not v_cyrillic and translate(t, 'abcdefghijklmnopqrstuvwxyz', '') <> t then
        return array[translate(t, f, c || 'ө')]
            || case when strpos(t, '-') > 0 then array[translate(replace(t, '-', ''), f, c)] end;
    elsif v_cyrillic and translate(t, '0123456789"№;%*()_+=-', '') <> t then
        return array[translate(t, '234589"№;%*()_0+=-', 'әіңғүұәіңғүұқөқһһө')];
    end if;
    return null;
end $$;
comment on function layout_texts(text) is 'What was meant by keys typed in the wrong layout; null: nothing';

-- Surnames or names that differ from a word by one mistake, or not by their sound; of a double surname one half may; surnames
-- also by the ending.
create function names_near(p_kind text, t text) returns table (word text, stem text)
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    v text[] := array[t];
    d text[];
    v_latin text := latin_key(t);
begin
    if length(t) < 4 then
        return;
    end if;
    if p_kind = 'surname' and (right(t, 2) in ('ов', 'ев', 'ин') or right(t, 3) in ('ова', 'ева', 'ина')) then
        v := v || case when right(t, 1) = 'а' then left(t, -1) else t || 'а' end;
    end if;
    d := v || without_one(t) || without_one(v[2]);
    return query
        select w.word, w.stem from name_word as w
        where w.id = any (array(select n.word_id from name_near as n where n.near = any (d))) and w.kind = p_kind
              and exists (select from unnest(v) as x, unnest(w.word || w.halves) as h where one_error(h, x))
        union
        select w.word, w.stem from name_word as w
        where w.kind = p_kind and w.word = any (d) and exists (select from unnest(v) as x where one_error(w.word, x))
        union
        select w.word, w.stem from name_word as w where w.kind = p_kind and w.latin = v_latin;
end $$;
comment on function names_near(text, text) is 'The names of the dictionary that may have been meant by a misspelt one';

-- Their stems, and all surnames of these: of husband and wife.
create function surnames_near(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w
                 where w.kind = 'surname' and w.stem = any (array(select s.stem from names_near('surname', t) as s)) limit n);
end $$;
comment on function surnames_near(text, int) is 'Surnames that may have been meant by a misspelt one, at most n';

create function names_from(p_kind text, t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w
                 where w.kind = p_kind and w.word >= t and w.word < t || chr(1114111) order by w.word limit n);
end $$;
comment on function names_from(text, text, int) is 'Names of the dictionary that begin so, at most n';

create function names_latin(p_kind text, t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    l text := latin_key(t);
begin
    return array(select w.word from name_word as w
                 where w.kind = p_kind and w.latin >= l and w.latin < l || chr(1114111) order by w.latin, w.word limit n);
end $$;
comment on function names_latin(text, text, int) is 'Names of the dictionary that begin so by their sound, at most n';

create function surnames_inside(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w where w.id = any (array(
        select p.word_id from name_part as p where p.part >= t and p.part < t || chr(1114111) limit n)));
end $$;
comment on function surnames_inside(text, int) is 'Surnames that hold these letters from the middle, at most n';

create function surnames_second(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w where w.id = any (array(
        select p.word_id from name_part as p where p.begins and p.part >= t and p.part < t || chr(1114111) limit n)));
end $$;
comment on function surnames_second(text, int) is 'Double surnames of which a further part begins so, at most n';

-- The words that one way takes; null: the way does not apply. A name and no surname needs a patronymic or a birth date
-- beside it: a common name is in too many cards.
create function search_words(p search_text, p_way text, p_take text) returns text[]
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    w text[] := p.words;
    c int := cardinality(w);
begin
    case p_take
    when 'joined' then
        return array[w[1] || w[2]] || w[3:];
    when 'joined_last' then
        return case when c > 2 then w[1:1] || (w[2] || w[3]) || w[4:] end;
    when 'layout' then
        return name_words((layout_texts(p.names))[1]);
    when 'layout_hyphen' then
        return name_words((layout_texts(p.names))[2]);
    when 'latin' then
        return case when p.names ~ '[a-zà-ɏ]' then name_words(latin_letters(p.names)) end;
    else
        return case p_way
            when 'name' then case when c = 1 or c = 2 and (patronymic_stem(w[1]) <> w[1] or patronymic_stem(w[2]) <> w[2])
                                  then w end
            when 'other_patronymic' then case when c = 3 then w end
            else w end;
    end case;
end $$;
comment on function search_words(search_text, text, text) is 'The words that one way takes, as typed, joined, by keys or by sound';

-- What one way makes of the words w, the k-th for the surname and, of a pair, the o-th for the name. lo null: nothing; hi
-- null: lo are whole names and the surname is not known. p_words: at most so many surnames from the dictionary. rest: what
-- the words behind must hold, a blank for a beginning.
create function search_ranges(p_way text, w text[], k int, o int, p_words int, out lo text[], out hi text[], out rest text[])
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    top constant text := chr(1114111);
    v_words text[];
begin
    rest := '{}';
    for i in 1..cardinality(w) loop
        continue when i in (k, o);
        rest := rest || case when p_way = 'middle' and length(w[i]) >= 3 then w[i] else ' ' || patronymic_stem(w[i]) end;
    end loop;
    case p_way
    when 'begin' then
        lo := array[w[k]];
        hi := array[w[k] || top];
    when 'whole' then
        v_words := names_from('surname', w[k], 1000);
        if cardinality(v_words) between 1 and 999 then
            lo := array(select x || ' ' || w[o] from unnest(v_words) as x);
            hi := array(select x || top from unnest(lo) as x);
        end if;
        return;
    when 'other_patronymic' then
        lo := array[w[k]];
        hi := array[w[k] || top];
        rest := array[' ' || w[o]];
    when 'name' then
        lo := names_from('name', w[k], 100);
    when 'latin_name' then
        lo := names_latin('name', w[k], 100);
    when 'part' then
        v_words := surnames_second(w[k], least(p_words, 500));
    when 'middle' then
        v_words := case when length(w[k]) >= 3 then surnames_inside(w[k], p_words) end;
        if cardinality(w) > 1 then -- also letters from the middle of the name
            lo := array[w[k]];
            hi := array[w[k] || top];
        end if;
    when 'similar' then
        v_words := surnames_near(w[k], least(p_words, 500));
    when 'latin' then
        v_words := names_latin('surname', w[k], least(p_words, 300));
    when 'similar_name' then
        v_words := case when length(w[o]) >= 4 then names_from('surname', w[k], least(p_words, 100)) end;
    end case;
    if p_way = 'similar_name' and v_words <> '{}' then
        v_words := array(select s || ' ' || g.word from unnest(v_words) as s, names_near('name', w[o]) as g);
    elsif p_way = 'latin' and k <> o and v_words <> '{}' then
        v_words := array(select s || ' ' || g from unnest(v_words) as s, unnest(names_latin('name', w[o], 10)) as g);
    end if;
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
    return (p_rest[1] is null or strpos(p_fkey, p_rest[1]) > 0 and strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[1]) > 0)
           and (p_rest[2] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[2]) > 0)
           and (p_rest[3] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[3]) > 0);
comment on function name_has(text, text[]) is
    'Does what stands behind the surname hold all of these? Most rows lack the first altogether, which one look tells';

-- At most n cards of some centres (null: all). One range: the first in order; many: some. Names without a surname: a name,
-- and the beginning of a patronymic, are a range of indexes of their own. No more than some thousands are looked through in
-- the republic for what stands behind the surname.
create function search_cards(p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int) returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    v_most int := case when p_rest = '{}' then n else greatest(20000 / greatest(cardinality(p_lo), 1), 200) end;
begin
    if p_hi is null and p_centres is null then
        return array(select h.id from unnest(p_lo) as r (lo) cross join lateral (
            select c.id from card as c
            where fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C" >= r.lo || coalesce(p_rest[1], '')
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C"
                      < r.lo || coalesce(p_rest[1] || chr(1114111), '!')
            limit n) as h limit n);
    elsif p_hi is null then
        return array(select h.id from unnest(p_lo) as r (lo) cross join unnest(p_centres) as centre cross join lateral (
            select c.id from card as c
            where c.centre_id = centre
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C" >= r.lo || coalesce(p_rest[1], '')
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C"
                      < r.lo || coalesce(p_rest[1] || chr(1114111), '!')
            limit n) as h limit n);
    elsif p_centres is null then
        return array(select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select x.id from (select c.id, c.fkey from card as c where c.fkey >= r.lo and c.fkey < r.hi
                              order by c.fkey, c.id limit v_most) as x
            where name_has(x.fkey, p_rest) limit n) as h limit n);
    elsif cardinality(p_lo) = 1 then
        return array(select h.id from unnest(p_centres) as centre cross join lateral (
            select c.id, c.fkey from card as c
            where c.centre_id = centre and c.fkey >= p_lo[1] and c.fkey < p_hi[1] and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
    end if;
    return array(select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join unnest(p_centres) as centre
        cross join lateral (
        select c.id from card as c
        where c.centre_id = centre and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
        order by c.fkey, c.id limit n) as h limit n);
end $$;
comment on function search_cards(text[], text[], text[], bigint[], int) is 'The cards in some ranges of folded names';

-- The same of the persons born on some days: a day and a range are one look into the index. Too many looks (a year, many
-- surnames): as if the days were not known, and what does not fit is left out; names alone are looked for by the index that
-- has fewer.
create function search_born(p_days date[], p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int)
    returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    v_from date := p_days[1];
    v_to date := p_days[cardinality(p_days)];
begin
    if p_hi is null and cardinality(p_days) <= 3 then
        return array(select c.id from card as c where c.birth_date = any (p_days) and c.nkey = any (p_lo)
            and (p_centres is null or c.centre_id = any (p_centres)) and name_has(c.fkey, p_rest) limit n);
    elsif p_hi is null and p_centres is null then
        return array(select c.id from card as c where c.nkey = any (p_lo) and name_has(c.fkey, p_rest)
            and (c.birth_date between v_from and v_to) is true limit n);
    elsif p_hi is null then
        return array(select c.id from card as c where c.nkey = any (p_lo) and c.centre_id = any (p_centres)
            and name_has(c.fkey, p_rest) and (c.birth_date between v_from and v_to) is true limit n);
    elsif cardinality(p_days) * cardinality(p_lo) * coalesce(cardinality(p_centres), 1) > 4000 then
        return array(select c.id from card as c where c.id = any (search_cards(p_lo, p_hi, p_rest, p_centres, 1000))
            and (c.birth_date between v_from and v_to) is true limit n);
    elsif p_centres is null then
        return array(select h.id from unnest(p_days) as d cross join unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select c.id, c.fkey from card as c
            where c.birth_date = d and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
    end if;
    return array(select h.id from unnest(p_days) as d cross join unnest(p_lo, p_hi) as r (lo, hi)
        cross join unnest(p_centres) as centre cross join lateral (
        select c.id, c.fkey from card as c
        where c.centre_id = centre and c.birth_date = d and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
        order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
end $$;
comment on function search_born(date[], text[], text[], text[], bigint[], int) is
    'The cards in some ranges of folded names of persons born on some days, in order';

-- The ways in the order in which they are tried, with the words they take. While hits are few, the next one is tried: fewer
-- than a handful for one word; two words or more that found somebody are answered, but for persons of a similar name, who
-- may be the same one misspelt (R-3), if there are few. Each surname is looked for in each centre, so that many centres
-- take fewer surnames at once; in the republic each is somebody's, and a beginning is in so many that the name is looked for
-- right behind each whole surname first.
create function search_names(p search_text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
declare
    handful constant int := 10;
    v_one boolean := cardinality(p.words) = 1;
    v_ways text[] := case when v_one
        then array[['begin', ''], ['name', ''], ['part', ''], ['begin', 'layout'], ['begin', 'layout_hyphen'], ['name', 'layout'],
                   ['latin', 'latin'], ['latin_name', 'latin'], ['middle', ''], ['similar', '']]
        else array[['whole', ''], ['begin', ''], ['name', ''], ['part', ''], ['begin', 'joined'], ['begin', 'joined_last'], ['begin', 'layout'],
                   ['begin', 'layout_hyphen'], ['latin', 'latin'], ['similar', ''], ['similar_name', ''], ['similar', 'joined'],
                   ['middle', ''], ['other_patronymic', '']] end;
    v_words int := case when p_centres is null then case when v_one then 2 * n else 300 end
                        else greatest(1000 / greatest(cardinality(p_centres), 1), 100) end;
    got bigint[] := array[]::bigint[];
    ids bigint[];
    v text[];
    w text[];
    v_pair boolean;
    r record;
begin
    foreach v slice 1 in array v_ways loop
        exit when cardinality(got) >= least(handful, n);
        continue when not v_one and cardinality(got) > 0 and (v[1] not in ('begin', 'similar', 'similar_name') or v[2] <> '');
        continue when v[1] = 'whole' and p_centres is not null;
        w := search_words(p, v[1], v[2]);
        continue when w is null;
        v_pair := v[1] in ('whole', 'similar_name', 'other_patronymic') or v[1] = 'latin' and cardinality(w) > 1;
        for k in 1..cardinality(w) loop
            for o in 1..cardinality(w) loop
                continue when (k = o) = v_pair or cardinality(got) >= n; -- more than the list holds
                r := search_ranges(v[1], w, k, o, v_words);
                continue when r.lo is null;
                if p.days is null then
                    ids := search_cards(r.lo, r.hi, r.rest, p_centres, n);
                else
                    ids := search_born(p.days, r.lo, r.hi, r.rest, p_centres, n);
                end if;
                why := case when v[2] ~ '^layout' then 'layout'
                            when v[1] in ('similar_name', 'other_patronymic') then 'similar'
                            when v[1] = 'latin_name' then 'latin'
                            when v[1] not in ('whole', 'begin') then v[1]
                            when cardinality(w) = 1 then 'surname' when k = 1 then 'surname_name' else 'name_surname' end;
                foreach id in array ids loop
                    continue when id = any (got);
                    got := got || id;
                    return next;
                end loop;
            end loop;
        end loop;
    end loop;
end $$;
comment on function search_names(search_text, bigint[], int) is 'Cards by names, with how they were found';
