-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dictionaries (Z-17): one table each, all of one shape, so that columns can reference them; the view `dictionary` is all of
-- them. Words are loadable data (dictionaries.sql); a word is never deleted, its validity ends.
create table dict_shape (
    code text primary key check (code ~ '^[A-Za-z0-9_.-]+$'),
    parent text,
    kk text not null,
    ru text not null,
    en text,
    valid_from date,
    valid_to date,
    sort int not null default 0,
    sample boolean not null default false,
    check (valid_from <= valid_to)
);
comment on column dict_shape.code is 'Code, what the cards store';
comment on column dict_shape.parent is 'Code of the word it belongs to, or null';
comment on column dict_shape.kk is 'In Kazakh';
comment on column dict_shape.ru is 'In Russian';
comment on column dict_shape.en is 'In English, or null';
comment on column dict_shape.valid_from is 'First day it may be chosen, or null';
comment on column dict_shape.valid_to is 'Last day it may be chosen, or null';
comment on column dict_shape.sort is 'Place in the list; then by code';
comment on column dict_shape.sample is 'Z-17: invented for training, not from an official classifier';

do $$
declare
    d record;
begin
    for d in select * from (values
        ('region', 'S7, S19: oblasts and cities of republican significance'),
        ('district', 'S7, S19: districts and towns; parent is the oblast'),
        ('country', 'S5: countries, for citizenship'),
        ('ethnicity', 'S6: ethnicities; other: free text beside it'),
        ('training_kind', 'S16.1: kinds of vocational training'),
        ('subsidised_kind', 'S16.3: kinds of subsidised jobs'),
        ('refusal_reason', 'S12, S15: reasons of refusing registration; other: free text beside it'),
        ('removal_reason', 'S12, S15: reasons of striking off; other: free text beside it'),
        ('activity', 'S16.2: kinds of activity of a business'),
        ('phrase', 'Phrases for remarks; parent is the code of the centre they are for, null: for all'))
        as v (name, note)
    loop
        execute format('create table %I (like dict_shape including all)', 'dict_' || d.name);
        execute format('comment on table %I is %L', 'dict_' || d.name, d.note);
    end loop;
end $$;
drop table dict_shape;
alter table dict_district add foreign key (parent) references dict_region,
    alter parent set not null,
    add constraint dict_district_in_region unique (code, parent);

create view dictionary with (security_invoker = true) as
    select 'region' as dict, code, parent, kk, ru, en, valid_from, valid_to, sort from dict_region
    union all select 'district', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_district
    union all select 'country', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_country
    union all select 'ethnicity', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_ethnicity
    union all select 'training_kind', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_training_kind
    union all select 'subsidised_kind', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_subsidised_kind
    union all select 'refusal_reason', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_refusal_reason
    union all select 'removal_reason', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_removal_reason
    union all select 'activity', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_activity
    union all select 'phrase', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_phrase;
comment on view dictionary is 'All dictionaries, for clients; order by dict, sort, code';

create table holiday (
    on_day date primary key,
    working boolean not null default false,
    kk text,
    ru text
);
comment on table holiday is 'Z-11: days that differ from the week; the administrator''s data';
comment on column holiday.on_day is 'Day';
comment on column holiday.working is 'f: a holiday or moved day off; t: a Saturday or Sunday that is worked';
comment on column holiday.kk is 'Name in Kazakh';
comment on column holiday.ru is 'Name in Russian';

create function is_working_day(d date) returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select working from holiday where on_day = d), extract(isodow from d) < 6);
end $$;
comment on function is_working_day(date) is 'Z-11: is it a working day?';

create function working_day_of(d date) returns date
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    for i in 1..60 loop
        exit when is_working_day(d);
        d := d + 1;
    end loop;
    return d;
end $$;
comment on function working_day_of(date) is 'Z-2: that day if it is a working day, else the next one';
