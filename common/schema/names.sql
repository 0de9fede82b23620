-- SPDX-License-Identifier: GPL-3.0-or-later
-- The dictionary of names: every folded surname and name that a card has had, with what finds it when it is typed in part,
-- in Latin letters or with a mistake. It tells only that such a name exists, and no log-in reads it. Search goes from here
-- to ranges on the indexes of card, so its cost does not grow with the table; card itself is never matched by a pattern.

-- What several alphabets share: Latin letters to Russian ones, by the passports' rules and by the Kazakh alphabets of 2018
-- and 2021; text in Cyrillic stays.
create function latin_letters(t text) returns text
    language sql immutable strict parallel safe
    return translate(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(lower_text(t), '''’ʼʻ`´', ''),
            'shch', 'ш'), 'sch', 'ш'), 'sh', 'ш'), 'dzh', 'ж'), 'zh', 'ж'), 'dj', 'ж'), 'kh', 'х'), 'gh', 'г'),
            'ch', 'ч'), 'ts', 'ц'),
        'aäáàâãåəƏbvwgğǵǴdeéèêëjzžiıíìîïyýkqclłmnñńŋoöóòôõøprsşšśtuüúùûūfhxçčć',
        'ааааааааабвуггггдееееежзжиииииииукккллмннннооооооопрсшшштууууууфххччч');
comment on function latin_letters(text) is 'Latin spelling in Cyrillic letters, for latin_key; the same for old and new ones';

-- What is spelt in more than one way is made one, in Latin and in Cyrillic: я ya ia, Джумабаев Жумабаев, лл л.
create function latin_key(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(replace(replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(fold(latin_letters(t)),
            'я', 'иа'), 'ю', 'иу'), 'ц', 'тс'), 'дж', 'ж'), 'нг', 'н'), 'кс', 'х'),
        '(.)\1+', '\1', 'g'), 'ие', 'е'), 'ио', 'е'), '(.)\1+', '\1', 'g');
comment on function latin_key(text) is 'A name by its sound: equal for its Cyrillic and its Latin spellings';

create function name_stem(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(t, '(?<=...)(ов|ова|ев|ева|ин|ина|[сц]к(ии|ая|ои)|ули|[кг]изи|[ое]вич|[ое]вна)$', '');
comment on function name_stem(text) is 'A folded surname without its ending: one for husband and wife, for both languages';

-- Two letters remain at least. Only endings that no name has, whole or nearly so: it is asked of names, too.
create function patronymic_stem(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(t, '(?<=..)([ое]в(н|на|и|ич)|(ин)?ична|ич|ули|[кг]изи|огли|уулу)$', '');
comment on function patronymic_stem(text) is 'A folded patronymic without its ending: one for -ұлы, -қызы, -ович, -овна ...';

-- Only names_learn writes the three tables, and nothing is ever taken out of them: no foreign keys to be checked a million
-- times.
create table name_word (
    id int generated always as identity primary key,
    kind text not null check (kind in ('surname', 'name')),
    word text collate "C" not null,
    stem text collate "C" not null,
    latin text collate "C" not null,
    halves text[] collate "C",
    constraint name_word_key unique (kind, word)
);
create index name_word_stem on name_word (kind, stem);
create index name_word_latin on name_word (kind, latin);
comment on table name_word is 'Dictionary of the surnames and names of all cards, for search; says nothing of persons';
comment on column name_word.id is 'Key';
comment on column name_word.kind is 'surname or name';
comment on column name_word.word is 'Folded, as at the beginning of card.fkey, or as card.nkey';
comment on column name_word.stem is 'Without its ending';
comment on column name_word.latin is 'latin_key() of it';
comment on column name_word.halves is 'The parts of a double surname, folded; null: it has none';

create table name_part (
    part text collate "C" not null,
    word_id int not null,
    begins boolean not null,
    primary key (part, word_id)
);
create index name_part_begins on name_part (part, word_id) where begins;
comment on table name_part is 'What a surname holds from its second letter on: letters from the middle, second surnames';
comment on column name_part.part is 'The surname from some letter on, with three letters of its stem at least';
comment on column name_part.word_id is 'The surname';
comment on column name_part.begins is 'A part of a double surname begins there';

create table name_near (
    near text collate "C" not null,
    word_id int not null,
    primary key (near, word_id)
);
comment on table name_near is 'Surnames and names of four letters and more with one letter left out: two that differ by one '
    'letter have one of these in common; the halves of a double surname, too';
comment on column name_near.near is 'The word, or a half of it, without one letter; a half also whole';
comment on column name_near.word_id is 'The word';

create function without_one(t text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    found text[] := array[]::text[];
begin
    for i in 1..length(t) loop
        -- Of two equal letters only the second.
        if substr(t, i, 1) <> substr(t, i + 1, 1) then
            found := found || (left(t, i - 1) || substr(t, i + 1));
        end if;
    end loop;
    return found;
end $$;
comment on function without_one(text) is 'A word with one letter left out, each in turn';

-- At most one letter wrong, missing, too many, or two neighbours swapped.
create function one_error(a text, b text) returns boolean
    language plpgsql immutable strict parallel safe as $$
declare
    i int := 1;
begin
    if abs(length(a) - length(b)) > 1 then
        return false;
    end if;
    while i <= length(a) and substr(a, i, 1) = substr(b, i, 1) loop
        i := i + 1;
    end loop;
    return case length(a) - length(b)
        when 1 then substr(a, i + 1) = substr(b, i)
        when -1 then substr(a, i) = substr(b, i + 1)
        else substr(a, i + 1) = substr(b, i + 1)
             or substr(a, i, 1) = substr(b, i + 1, 1) and substr(a, i + 1, 1) = substr(b, i, 1)
                and substr(a, i + 2) = substr(b, i + 2) end;
end $$;
comment on function one_error(text, text) is 'Are two words the same but for one mistake?';

create function name_halves(t text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    found text[] := array[]::text[];
    half text;
begin
    foreach half in array string_to_array(translate(t, '‐‑–— ', '-----'), '-') loop
        half := mansap.fold(half);
        if half <> '' then
            found := found || half;
        end if;
    end loop;
    return case when cardinality(found) > 1 then found end;
end $$;
comment on function name_halves(text) is 'The parts of a double surname as it is spelt, folded; null: it has none';

-- Letters of the ending alone are in too many surnames.
create function surname_parts(p_name text, p_word text, p_stem text, out parts text[], out begins boolean[])
    language plpgsql immutable parallel safe as $$
declare
    v_tails int[] := array[]::int[]; -- how long the further parts of a double surname are, each to the end
begin
    for i in 2..length(p_name) - 2 loop
        if strpos('-‐‑–— ', substr(p_name, i, 1)) > 0 then
            v_tails := v_tails || length(mansap.fold(substr(p_name, i + 1)));
        end if;
    end loop;
    parts := '{}';
    begins := '{}';
    for l in 1..length(p_word) - 1 loop
        if l = any (v_tails) or length(p_stem) - (length(p_word) - l) >= 3 then
            parts := parts || right(p_word, l);
            begins := begins || (l = any (v_tails));
        end if;
    end loop;
end $$;
comment on function surname_parts(text, text, text) is
    'What a surname holds from its second letter on, and whether a part of a double surname begins there';

-- Enters the names that the dictionary lacks; any number at once. A plan made while the tables are small must do when they
-- have grown, so never a sequential scan. The statements are as simple as can be: mostly a session enters one name in its
-- life, and what that costs is their first planning.
create function names_learn(p_kind text, p_names text[]) returns void
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
declare
    t text;
    v_half text;
    v_halves text[];
    v_near text[];
    w name_word;
    p record;
begin
    foreach t in array p_names loop
        v_halves := case when p_kind = 'surname' then name_halves(t) end;
        select * into w from name_word where kind = p_kind and word = fold(t);
        if w.id is null then
            w.word := fold(t);
            w.stem := case p_kind when 'surname' then name_stem(w.word) else w.word end;
            continue when w.word = '';
            insert into name_word (kind, word, stem, latin, halves)
            values (p_kind, w.word, w.stem, latin_key(t), v_halves)
            on conflict (kind, word) do nothing returning id into w.id;
            continue when w.id is null; -- somebody else has just entered it
            v_near := case when length(w.word) >= 4 then without_one(w.word) else '{}' end;
        elsif v_halves is not null and w.halves is null then
            update name_word set halves = v_halves where id = w.id;
            v_near := '{}';
        else
            continue;
        end if;
        foreach v_half in array coalesce(v_halves, '{}') loop
            if length(v_half) >= 4 then
                v_near := v_near || v_half || without_one(v_half);
            end if;
        end loop;
        insert into name_near (near, word_id) select near, w.id from unnest(v_near) as near on conflict do nothing;
        if p_kind = 'surname' then
            p := surname_parts(t, w.word, w.stem);
            insert into name_part as n (part, word_id, begins)
            select v.part, w.id, v.begins from unnest(p.parts, p.begins) as v (part, begins)
            on conflict (part, word_id) do update set begins = true where excluded.begins and not n.begins;
        end if;
    end loop;
end $$;
comment on function names_learn(text, text[]) is 'Enters names into the dictionary';

-- One look for each name that differs, also if an import enters many cards at once; in one order, so that two imports do
-- not wait for each other.
create function card_names() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform names_learn('surname', array(select distinct last_name::text from added order by 1));
    perform names_learn('name', array(select distinct first_name::text from added order by 1));
    return null;
end $$;
comment on function card_names() is 'Trigger: the dictionary knows the names of every new card';
create trigger names after insert on card referencing new table as added for each statement execute function card_names();

create function card_renamed() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform names_learn('surname', array[new.last_name]);
    perform names_learn('name', array[new.first_name]);
    return null;
end $$;
comment on function card_renamed() is 'Trigger: the dictionary knows the names of every changed card';
create trigger names_changed after update of last_name, first_name on card for each row
    when (old.last_name is distinct from new.last_name or old.first_name is distinct from new.first_name)
    execute function card_renamed();
