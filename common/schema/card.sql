-- SPDX-License-Identifier: GPL-3.0-or-later
-- The card: one row a person, S1-S9, the person's categories (Z-4) and the signature block.

-- The card of the save under way (save.sql), what the rows of a card take for their card_id.
create function op_card() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select card_id from operation where xid = pg_current_xact_id_if_assigned());
end $$;
comment on function op_card() is 'The card of the save under way in this transaction, or null';

create sequence card_id_seq;
create table card (
    id bigint primary key default op_card(),
    edition text not null default '2024-06-25' check (edition ~ '^\d{4}-\d{2}-\d{2}$'),
    centre_id bigint not null references organisation,
    last_name words not null check (last_name !~ '[0-9.,;:_]'),
    first_name words not null check (first_name !~ '[0-9.,;:_]'),
    middle_name words check (middle_name !~ '[0-9.,;:_]'),
    iin iin not null constraint card_iin_key unique,
    sex text not null check (sex in ('m', 'f')),
    birth_date date not null check (birth_date >= date '1850-01-01'),
    citizenship text not null references dict_country,
    ethnicity text references dict_ethnicity,
    ethnicity_other words,
    addr_region text not null references dict_region,
    addr_district text not null references dict_district,
    addr_locality words not null,
    addr_street words,
    addr_house words not null,
    addr_flat words,
    phone phone not null,
    email email,
    is_student boolean,
    is_pupil boolean,
    has_disability boolean,
    is_kandas boolean,
    org_name text,
    org_address text,
    org_phone text,
    org_email text,
    executor_name words,
    head_name words,
    filled_on date,
    fkey text collate "C" not null
        generated always as (fold(last_name || ' ' || first_name || coalesce(' ' || middle_name, ''))) stored,
    nkey text collate "C" not null generated always as (fold(first_name)) stored,
    checked_at timestamptz,
    checked_system words,
    checked_result words,
    reasons jsonb not null default '{}' check (jsonb_typeof(reasons) = 'object'),
    meta jsonb not null default '{}',
    created_at timestamptz not null,
    created_by text not null,
    annul_reason words,
    annulled_at timestamptz,
    annulled_by text,
    checked_differs boolean,
    constraint card_ethnicity_other
        check ((ethnicity is not distinct from 'other') = (ethnicity_other is not null)),
    constraint card_address_district foreign key (addr_district, addr_region) references dict_district (code, parent),
    constraint card_birth_date_z13
        check (birth_date is not distinct from iin_birth(iin) or reasons ? 'birth_date'),
    constraint card_sex_z13 check (sex is not distinct from iin_sex(iin) or reasons ? 'sex'),
    constraint card_checked
        check (num_nonnulls(checked_at, checked_system, checked_result) in (0, 3)),
    constraint card_checked_differs check (checked_differs is null or checked_at is not null),
    constraint card_annulled check ((annul_reason is null) = (annulled_at is null)
                                    and (annul_reason is null) = (annulled_by is null))
) with (fillfactor = 88);
alter sequence card_id_seq owned by card.id;
-- The planner's samples would be told by EXPLAIN, whose row counts and costs know no row-level security: whole IINs of
-- persons nobody has opened. Indexes and ranges do without.
alter table card
    alter last_name set statistics 0, alter first_name set statistics 0, alter middle_name set statistics 0,
    alter iin set statistics 0, alter phone set statistics 0, alter email set statistics 0,
    alter fkey set statistics 0, alter nkey set statistics 0;
create index card_name on card (fkey, id);
create index card_centre_name on card (centre_id, fkey, id);
create index card_centre_iin on card (centre_id, iin);
create index card_centre_birth on card (centre_id, birth_date, fkey, id);
create index card_birth on card (birth_date, fkey, id);
create index card_given on card (nkey, centre_id);
create index card_given_patronymic on card ((fold(first_name || coalesce(' ' || middle_name, '')) collate "C"));
alter index card_given_patronymic alter column 1 set statistics 0;
create index card_centre_given on card (centre_id, (fold(first_name || coalesce(' ' || middle_name, '')) collate "C"));
alter index card_centre_given alter column 2 set statistics 0;
comment on table card is 'S1-S9: "Жұмыспен қамтудың жеке картасы" (order 365, annex 1), one row a person';
comment on column card.id is 'Key';
comment on column card.edition is 'Edition of the form the card was opened on';
comment on column card.centre_id is 'The career centre that keeps the card';
comment on column card.fkey is 'Folded surname, name, patronymic: for search';
comment on column card.nkey is 'Folded name: for search';
comment on column card.checked_at is 'R-4, Z-15: when the identity was checked against a state system; null: тексерілмеген';
comment on column card.checked_system is 'R-4: against which system';
comment on column card.checked_result is 'R-4: with what result';
comment on column card.checked_differs is 'R-4: true: the system has other data; else they agree';

comment on column card.last_name is 'S1 "Тегі"';
comment on column card.first_name is 'S1 "Аты"';
comment on column card.middle_name is 'S1 "әкесінің аты (ол болған жағдайда)"';
comment on column card.iin is 'S2 "Жеке сәйкестендіру нөмірі"';
comment on column card.sex is 'S3 "Жынысы"';
comment on column card.birth_date is 'S4 "Туған күні"';
comment on column card.citizenship is 'S5 "Азаматтығы"';
comment on column card.ethnicity is 'S6 "Ұлты"';
comment on column card.ethnicity_other is 'S6 "Ұлты: басқа"';
comment on column card.addr_region is 'S7 "Тұрғылықты жерінің мекенжайы: облыс"';
comment on column card.addr_district is 'S7 "Аудан"';
comment on column card.addr_locality is 'S7 "Елді мекен"';
comment on column card.addr_street is 'S7 "Көше"';
comment on column card.addr_house is 'S7 "Үй нөмірі"';
comment on column card.addr_flat is 'S7 "Пәтер нөмірі"';
comment on column card.phone is 'S8 "Телефон"';
comment on column card.email is 'S9 "Электрондық пошта"';
comment on column card.is_student is 'Z-4 "Студент"';
comment on column card.is_pupil is 'Z-4 "Жоғары сынып оқушысы"';
comment on column card.has_disability is 'Z-4 "Мүгедектігі бар адам"';
comment on column card.is_kandas is 'Z-4 "Қандас"';
comment on column card.org_name is 'Signature "Ұйымның атауы"';
comment on column card.org_address is 'Signature "Мекенжайы"';
comment on column card.org_phone is 'Signature "Телефон"';
comment on column card.org_email is 'Signature "Электрондық пошта мекенжайы"';
comment on column card.executor_name is
    'Signature "Орындаушы: (Тегі, аты, әкесінің аты(ол болған жағдайда)) (электрондық цифрлық қолтаңба)"';
comment on column card.head_name is
    'Signature "Басшы немесе қол қоюға уәкілетті тұлға: (Тегі, аты, әкесінің аты(ол болған жағдайда))(электрондық цифрлық қолтаңба)"';
comment on column card.filled_on is 'Signature "Толтырылған күні"';
