-- SPDX-License-Identifier: GPL-3.0-or-later
-- Faster and wider search, cheaper saves.
-- For whom: everybody; the program from this version on is needed. Nothing that is stored changes.
-- Needs: nothing; who is at work waits for a moment.
-- upgrade: 2 -> 3
\set ON_ERROR_STOP 1
do $$
begin
    if (select max(version) from mansap.schema_version) <> 2 then
        raise exception 'this database is at version %, not at version 2',
            (select max(version) from mansap.schema_version);
    end if;
end $$;
set local role mansap_owner;
set local search_path = mansap, pg_temp;

-- Tables, and functions that return something else or take other arguments.

-- functions

create or replace function search_ways(q text) returns table (way text, why text, pair boolean, words text[])
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
-- end of functions

-- What uses the functions: triggers, policies, views, rights, data.

insert into schema_version (version, note) values (3, 'faster and wider search; cheaper saves');
reset role;
