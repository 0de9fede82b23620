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

create table name_part (
    part text collate "C" not null,
    word_id int not null,
    begins boolean not null,
    primary key (part, word_id)
);
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
    'letter have one of these in common';
comment on column name_near.near is 'The word without one letter';
comment on column name_near.word_id is 'The word';

create function without_one(t text) returns setof text
    language sql immutable strict parallel safe
    begin atomic
        select distinct left(t, i - 1) || substr(t, i + 1) from generate_series(1, length(t)) as i;
    end;
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

-- Enters the names that the dictionary lacks; any number at once. A plan made while the tables are small must do when they
-- have grown, so never a sequential scan; to plan anew for every name costs more than to enter it.
create function names_learn(p_kind text, p_names text[]) returns void
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
begin
    with raw as (select distinct n, fold(n) as word from unnest(p_names) as n),
    added as (
        insert into name_word (kind, word, stem, latin)
        select p_kind, raw.word, case p_kind when 'surname' then name_stem(raw.word) else raw.word end, latin_key(min(n))
        from raw where raw.word <> '' group by raw.word order by raw.word
        on conflict (kind, word) do nothing
        returning id, word)
    insert into name_near (near, word_id)
    select d, a.id from added as a cross join without_one(a.word) as d where length(a.word) >= 4;
    if p_kind = 'surname' then
        insert into name_part as p (part, word_id, begins)
        select right(w.word, l), w.id, bool_or(l = any (h.tails))
        from (select distinct n, fold(n) as word from unnest(p_names) as n) as raw
        join name_word as w on w.kind = 'surname' and w.word = raw.word
        cross join lateral (
            select array(select length(fold(substr(n, i + 1))) from generate_series(2, length(n) - 2) as i
                         where substr(n, i, 1) ~ '[-‐‑–— ]') as tails) as h
        cross join generate_series(1, length(w.word) - 1) as l
        where l = any (h.tails) or length(w.stem) - (length(w.word) - l) >= 3
        group by right(w.word, l), w.id
        on conflict (part, word_id) do update set begins = true where excluded.begins and not p.begins;
    end if;
end $$;
comment on function names_learn(text, text[]) is 'Enters names into the dictionary';

-- A name that is known costs one look.
create function card_names() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off as $$
begin
    if new.last_name ~ '[-‐‑–— ]'
       or not exists (select from name_word where kind = 'surname' and word = fold(new.last_name)) then
        perform names_learn('surname', array[new.last_name]);
    end if;
    if not exists (select from name_word where kind = 'name' and word = new.nkey) then
        perform names_learn('name', array[new.first_name]);
    end if;
    return null;
end $$;
comment on function card_names() is 'Trigger: the dictionary knows the names of every card';
create trigger names after insert or update of last_name, first_name on card for each row execute function card_names();
