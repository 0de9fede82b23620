-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organisations (Z-9), accounts (206 p. 17, 29), terminals (206 p. 28(1)), terms of use (p. 18), breaks (p. 20(1)).
create table organisation (
    id bigint generated always as identity primary key,
    parent_id bigint references organisation,
    kind text not null check (kind in ('republic', 'mobility', 'centre', 'local_exec')),
    code text not null unique,
    kk text not null,
    ru text not null,
    region text references dict_region,
    district text references dict_district,
    address text,
    phone text,
    email text,
    check ((kind = 'republic') = (parent_id is null)),
    check (kind = 'republic' or region is not null)
);
create index on organisation (parent_id);
comment on table organisation is 'Z-9: republic -> mobility centre (oblast) -> career centre (district); local executive bodies';
comment on column organisation.id is 'Key';
comment on column organisation.parent_id is 'The organisation above; null for the republic';
comment on column organisation.kind is 'republic, mobility, centre, local_exec';
comment on column organisation.code is 'Short code';
comment on column organisation.kk is '"Ұйымның атауы": name in Kazakh';
comment on column organisation.ru is 'Name in Russian';
comment on column organisation.region is 'Oblast';
comment on column organisation.district is 'District; null for a whole oblast';
comment on column organisation.address is '"Мекенжайы": address';
comment on column organisation.phone is '"Телефон": telephone';
comment on column organisation.email is '"Электрондық пошта мекенжайы": e-mail address';

create table account (
    login text primary key,
    org_id bigint not null references organisation,
    role text not null check (role in ('operator', 'head', 'mobility', 'local_exec', 'authority', 'admin', 'auditor',
                                       'trainer')),
    person text not null,
    basis text not null,
    valid_from date not null default today(),
    valid_until date,
    terms_accepted text,
    terms_at timestamptz,
    locked_reason text,
    locked_at timestamptz,
    draft_key text not null
        default encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
    created_at timestamptz not null default now(),
    verifier text,
    check (valid_from <= valid_until)
);
comment on table account is '206 p. 17, 29: one account a person; the log-in is a PostgreSQL role of the same name';
comment on column account.login is 'PostgreSQL role';
comment on column account.org_id is 'Where the person works: the territory';
comment on column account.role is 'What the person may (requirements 3.1)';
comment on column account.person is 'Surname, name, patronymic';
comment on column account.basis is 'Document the access was granted on, number and date (206 p. 29)';
comment on column account.valid_from is 'First day of access';
comment on column account.valid_until is 'Last day of access, or null';
comment on column account.terms_accepted is 'Edition of the terms of use that was accepted (206 p. 18)';
comment on column account.terms_at is 'When it was accepted';
comment on column account.locked_reason is 'Why the account is locked, or null';
comment on column account.locked_at is 'Since when';
comment on column account.draft_key is 'Key of the drafts on the terminal, 64 hex digits; handed out at the gate only';
comment on column account.created_at is 'When the account was made';
comment on column account.verifier is
    'SHA-256 of the password verifier that was set for the person; null: the next gate takes the present one';

-- By itself, so that who writes it holds no lock of the account, which the administrator may have to close.
create table account_lang (
    login text primary key references account,
    lang text not null check (lang in ('kk', 'ru', 'en'))
);
comment on table account_lang is 'Language of the screens that a person has chosen; no row: the terminal''s';
comment on column account_lang.login is 'Log-in';
comment on column account_lang.lang is 'kk, ru, en';

create table terminal (
    id text primary key,
    kind text not null check (kind in ('socket', 'address')),
    address cidr,
    allowed boolean not null default true,
    note text,
    check ((kind = 'address') = (address is not null))
);
comment on table terminal is '206 p. 28(1): places from which one may work';
comment on column terminal.id is 'Name, as the program''s configuration states it';
comment on column terminal.kind is 'socket: on the server itself, no address; address: over the closed network';
comment on column terminal.address is 'Address or network it must come from';
comment on column terminal.allowed is 'f: withdrawn';
comment on column terminal.note is 'Remark';

create table terms (
    edition text primary key,
    since date not null,
    kk text not null,
    ru text not null,
    en text not null
);
comment on table terms is '206 p. 18: terms of use by edition; the latest that is in force is to be accepted';
comment on column terms.edition is 'Name of the edition';
comment on column terms.since is 'In force from';
comment on column terms.kk is 'Text in Kazakh';
comment on column terms.ru is 'Text in Russian';
comment on column terms.en is 'Text in English';

create table maintenance_window (
    id bigint generated always as identity primary key,
    from_at timestamptz not null,
    to_at timestamptz not null,
    agreement text not null,
    agreed_by text not null,
    check (from_at < to_at)
);
comment on table maintenance_window is '206 p. 20(1): breaks agreed with the authorised body; nothing is written in them';
comment on column maintenance_window.id is 'Key';
comment on column maintenance_window.from_at is 'Beginning';
comment on column maintenance_window.to_at is 'End';
comment on column maintenance_window.agreement is 'Number and date of the agreement';
comment on column maintenance_window.agreed_by is 'Who agreed';

create function in_maintenance() returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return exists (select from maintenance_window where now() >= from_at and now() < to_at);
end $$;
comment on function in_maintenance() is 'Is this a technological break?';
