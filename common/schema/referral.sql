-- SPDX-License-Identifier: GPL-3.0-or-later
-- S14 referrals to suitable work (F-6, F-7) and S17 special workplaces.
create table job_referral (
    like card_row including all,
    employer_name words not null,
    employer_bin bin,
    position words not null,
    issued_on date not null,
    outcome text check (outcome in ('hired', 'refused_by_employer', 'refused_by_applicant')),
    order_on date,
    order_no words,
    hired_position words,
    refused_on date,
    refusal_reason words,
    constraint job_referral_hired_f7 check (num_nonnulls(order_on, order_no, hired_position)
        = case when outcome = 'hired' then 3 else 0 end),
    constraint job_referral_refused_f6 check (num_nonnulls(refused_on, refusal_reason)
        = case when outcome in ('refused_by_employer', 'refused_by_applicant') then 2 else 0 end),
    constraint job_referral_dates check (issued_on <= order_on),
    constraint job_referral_refused_dates check (issued_on <= refused_on)
) with (fillfactor = 88);
comment on table job_referral is 'S14 "Тиісті жұмыстың берілген бағыттары:"';

create table special_job (
    like card_row including all,
    employer_name words not null,
    employer_bin bin,
    referred_on date not null,
    period_from date not null,
    period_to date not null,
    position words not null,
    act_ref words,
    constraint special_job_dates check (period_from <= period_to)
) with (fillfactor = 88);
comment on table special_job is 'S17 "Арнайы жұмыс орындары:"';

comment on column job_referral.employer_name is 'S14 "Жұмыс берушінің атауы"';
comment on column job_referral.employer_bin is 'S14 "Жұмыс берушінің БСН/ЖСН"';
comment on column job_referral.position is 'S14 "Лауазымы (кәсібі)"';
comment on column job_referral.issued_on is 'S14 "Жұмыс бағытын беру күні"';
comment on column job_referral.outcome is
    'S14 "Жұмыс берушінің жұмысқа қабылдау туралы актісі не бас тарту себебін көрсету"';
comment on column job_referral.order_on is 'S14 "Бұйрықтың күні"';
comment on column job_referral.order_no is 'S14 "Бұйрықтың нөмірі"';
comment on column job_referral.hired_position is 'S14 "Қабылданған лауазымы (кәсібі)"';
comment on column job_referral.refused_on is
    'S14 "Бас тарту күні"';
comment on column job_referral.refusal_reason is
    'S14 "Бас тарту себебі"';
comment on column special_job.employer_name is 'S17 "Жұмыс берушінің атауы"';
comment on column special_job.employer_bin is 'S17 "Жұмыс берушінің БСН/ЖСН"';
comment on column special_job.referred_on is 'S17 "Жолдаманың берілген күні"';
comment on column special_job.period_from is 'S17 "қатысу мерзімі"';
comment on column special_job.period_to is 'S17 "қатысу мерзімі: соңы"';
comment on column special_job.position is 'S17 "Лауазымы (кәсібі)"';
comment on column special_job.act_ref is 'S17 "Жұмыс берушінің жұмысқа қабылдау туралы актісі"';
