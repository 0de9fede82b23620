-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings (Z-18), the version of the schema, and the clock that everything here uses.
create table schema_version (
    version int primary key,
    installed_at timestamptz not null default now(),
    note text not null
);
comment on table schema_version is 'Versions of the schema this database has had; the largest is the present one';
comment on column schema_version.version is 'Number; upgrade/<n>-<n + 1>.sql leads to the next one';
comment on column schema_version.installed_at is 'When it was installed here';
comment on column schema_version.note is 'What the version brought';
insert into schema_version (version, note) values (3, 'faster and wider search; cheaper saves');

create table setting (
    name text primary key check (name ~ '^[a-z_]+$'),
    value text not null,
    note text not null
);
comment on table setting is 'Settings of this database (Z-18): intervals and limits that no text fixes';
comment on column setting.name is 'Name';
comment on column setting.value is 'Value, as text';
comment on column setting.note is 'What it does';
insert into setting (name, value, note) values
    ('training', :'training', 't: invented people, the screens say ОҚУ; set at installation'),
    ('today', '', 'a training database only: the date that is taken for today, YYYY-MM-DD; empty: the clock'),
    ('version_min', '', 'oldest program version that may open a session (as 1.2.3); empty: any'),
    ('search_cap', '50', 'most persons a search shows (206 p. 28(3))'),
    ('purpose_min', '10', 'fewest characters of a stated purpose (Z-6)'),
    ('open_cap', '60', 'most cards a log-in opens within a minute (206 p. 28(3)); empty: any');

-- plpgsql, here and wherever a function is called again and again: one in SQL that has the owner's rights is planned anew at
-- each call.
create function setting_get(p_name text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select value from setting where name = p_name);
end $$;
comment on function setting_get(text) is 'The value of a setting, or null';

create function is_training() returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select value = 't' from setting where name = 'training'), false);
end $$;
comment on function is_training() is 'Is this a database of invented people?';

create function today() returns date
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select nullif(d.value, '')::date from setting as d, setting as t
                     where d.name = 'today' and t.name = 'training' and t.value = 't'),
                    (now() at time zone 'Asia/Almaty')::date);
end $$;
comment on function today() is 'The calendar day in Almaty; in a training database the setting today overrides it';

create function now_local() returns timestamp
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return today() + (now() at time zone 'Asia/Almaty')::time;
end $$;
comment on function now_local() is 'Date and time in Almaty, with the date of today()';

create function now_here() returns timestamptz
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (today() + (now() at time zone 'Asia/Almaty')::time) at time zone 'Asia/Almaty';
end $$;
comment on function now_here() is 'now_local() as an instant: what is stamped on rows';
