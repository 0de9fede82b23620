-- SPDX-License-Identifier: GPL-3.0-or-later
-- S10 education, S11 places of work, S13 vocational guidance. The columns that every list of the card has (key, card,
-- reasons, provenance, annulment) come from the shape card_row.
create table card_row (
    id bigint generated always as identity primary key,
    card_id bigint not null default op_card(),
    reasons jsonb not null default '{}' check (jsonb_typeof(reasons) = 'object'),
    meta jsonb not null default '{}',
    created_at timestamptz not null,
    created_by text not null,
    annul_reason words,
    annulled_at timestamptz,
    annulled_by text,
    constraint annulled check ((annul_reason is null) = (annulled_at is null)
                               and (annul_reason is null) = (annulled_by is null))
);

create table education (
    like card_row including all,
    edu_org_name words not null,
    edu_org_type text not null check (edu_org_type in ('university', 'college', 'school')),
    study_from partial_date not null,
    study_to partial_date not null,
    qualification words,
    constraint education_dates check (partial_date_order(study_from, study_to)),
    constraint education_qualification check ((edu_org_type <> 'school') = (qualification is not null))
) with (fillfactor = 88);
comment on table education is 'S10.1 "білімі"';

create table extra_education (
    like card_row including all,
    extra_kind text check (extra_kind in ('retraining', 'upskilling')),
    provider_name words not null,
    study_from partial_date not null,
    study_to partial_date not null,
    qualification words,
    constraint extra_education_dates check (partial_date_order(study_from, study_to))
) with (fillfactor = 88);
comment on table extra_education is 'S10.2 "қосымша білімі (қайта даярлау, біліктілікті арттыру курстары)"';

create table last_job (
    like card_row including all,
    employer_name words not null,
    employer_bin bin,
    hired_on date not null,
    dismissed_on date,
    position words not null,
    constraint last_job_dates check (hired_on <= dismissed_on)
) with (fillfactor = 88);
comment on table last_job is 'S11 "Соңғы жұмыс (қызмет) орны:"; a later one is a new row (Z-2c)';

create table career_guidance (
    like card_row including all,
    provider_name words not null,
    held_on date not null,
    result words not null
) with (fillfactor = 88);
comment on table career_guidance is 'S13 "Әлеуметтік кәсіптік бағдарлау қорытындылары:"';

comment on column education.edu_org_name is 'S10.1 "Білім беру ұйымының атауы"';
comment on column education.edu_org_type is
    'S10.1 "Білім деңгейі бойынша оқу мекемесінің түрі (жоғары оқу орны, колледж, жалпы білім беретін мектеп)"';
comment on column education.study_from is 'S10.1 "Оқу мерзімі"';
comment on column education.study_to is 'S10.1 "Оқу мерзімі: соңы"';
comment on column education.qualification is
    'S10.1 "Алған мамандығы (біліктілігі)"';
comment on column extra_education.extra_kind is 'S10.2 "Қосымша білімінің түрі"';
comment on column extra_education.provider_name is 'S10.2 "Білім беру ұйымының немесе жұмыс берушінің атауы"';
comment on column extra_education.study_from is 'S10.2 "Оқу мерзімі"';
comment on column extra_education.study_to is 'S10.2 "Оқу мерзімі: соңы"';
comment on column extra_education.qualification is 'S10.2 "Алған мамандығы (біліктілігі)"';
comment on column last_job.employer_name is 'S11 "Жұмыс берушінің атауы"';
comment on column last_job.employer_bin is 'S11 "Жұмыс берушінің БСН/ЖСН"';
comment on column last_job.hired_on is 'S11 "Жұмысқа қабылданған күні"';
comment on column last_job.dismissed_on is 'S11 "Жұмыстан босатылған күні"';
comment on column last_job.position is 'S11 "Лауазымы"';
comment on column career_guidance.provider_name is 'S13 "Әлеуметтік кәсіптік бағдарлауды жүргізетін органның атауы"';
comment on column career_guidance.held_on is 'S13 "Өткізу күні"';
comment on column career_guidance.result is 'S13 "Нәтижесі"';
