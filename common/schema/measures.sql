-- SPDX-License-Identifier: GPL-3.0-or-later
-- S16: active measures of promoting employment. The one chronological list of them is the view measure (F-3).
create table measure_training (
    like card_row including all,
    training_kind text not null references dict_training_kind,
    provider_name words not null,
    provider_address words,
    provider_phone phone,
    study_from date not null,
    study_to date not null,
    referred_on date not null,
    qualification words,
    perm_job_on date,
    perm_job_employer words,
    perm_job_position words,
    programme words,
    constraint measure_training_dates check (study_from <= study_to),
    constraint measure_training_perm_job_f14
        check (num_nonnulls(perm_job_on, perm_job_employer, perm_job_position) in (0, 3))
) with (fillfactor = 88);
comment on table measure_training is 'S16.1 "кәсіптік оқыту:"';

create table microcredit (
    like card_row including all,
    received_on date not null,
    amount money_kzt not null,
    grace_period int check (grace_period between 0 and 600),
    repay_due date not null,
    activity text not null references dict_activity,
    programme words,
    constraint microcredit_dates check (received_on <= repay_due)
) with (fillfactor = 88);
comment on table microcredit is 'S16.2 "Микрокредиттер:"';

create table business_training (
    like card_row including all,
    started_on date not null,
    finished_on date,
    programme words,
    constraint business_training_dates check (started_on <= finished_on)
) with (fillfactor = 88);
comment on table business_training is 'S16.2 "Кәсіпкерлік негіздеріне оқыту:"';

create table grant_award (
    like card_row including all,
    applied_on date not null,
    received_on date,
    activity text not null references dict_activity,
    amount money_kzt,
    programme words,
    constraint grant_award_dates check (applied_on <= received_on)
) with (fillfactor = 88);
comment on table grant_award is 'S16.2 "Гранттар:"';

create table subsidised_job (
    like card_row including all,
    job_kind text not null references dict_subsidised_kind,
    referred_on date not null,
    period_from date not null,
    period_to date not null,
    employer_name words not null,
    employer_bin bin,
    position words not null,
    outcome text check (outcome in ('hired', 'refused_by_employer', 'refused_by_applicant')),
    act_on date,
    act_no words,
    refused_on date,
    refusal_reason words,
    perm_job_on date,
    perm_job_employer words,
    perm_job_position words,
    programme words,
    constraint subsidised_job_dates check (period_from <= period_to),
    constraint subsidised_job_hired check (num_nonnulls(act_on, act_no) = case when outcome = 'hired' then 2 else 0 end),
    constraint subsidised_job_refused check (num_nonnulls(refused_on, refusal_reason)
        = case when outcome in ('refused_by_employer', 'refused_by_applicant') then 2 else 0 end),
    constraint subsidised_job_act_dates check (referred_on <= act_on),
    constraint subsidised_job_refused_dates check (referred_on <= refused_on),
    constraint subsidised_job_perm_job_f14
        check (num_nonnulls(perm_job_on, perm_job_employer, perm_job_position) in (0, 3))
) with (fillfactor = 88);
comment on table subsidised_job is 'S16.3 "субсидияланатын жұмыс орындары:"';

create table resettlement (
    like card_row including all,
    referred_on date not null,
    able_members int not null check (able_members between 0 and 50),
    able_list words,
    disabled_members int not null check (disabled_members between 0 and 50),
    disabled_amount money_kzt,
    disabled_reasons words,
    arrival_place words not null,
    aid_expenses money_kzt,
    aid_rent money_kzt,
    mobility_certificate money_kzt,
    housing_kind text check (housing_kind in ('house', 'apartment', 'dormitory')),
    housing_m2 numeric(6, 1) check (housing_m2 >= 0),
    job_on date,
    job_employer words,
    job_position words,
    programme words,
    constraint resettlement_housing check (housing_m2 is null or housing_kind is not null)
) with (fillfactor = 88);
comment on table resettlement is
    'S16.4 "жұмыс күшінің ұтқырлығын арттыру үшін ерікті қоныс аударуға жәрдемдесуге жолдау"';

comment on column measure_training.training_kind is 'S16.1 "Кәсіптік оқыту түрі"';
comment on column measure_training.provider_name is 'S16.1 "Жұмыс берушінің және (немесе) оқу орнының атауы"';
comment on column measure_training.provider_address is
    'S16.1 "Оқу орнының және (немесе) жұмыс берушінің мекенжайы, телефоны"';
comment on column measure_training.provider_phone is 'S16.1 "Мекенжайы, телефоны: телефон"';
comment on column measure_training.study_from is 'S16.1 "Оқу мерзімі"';
comment on column measure_training.study_to is 'S16.1 "Оқу мерзімі: соңы"';
comment on column measure_training.referred_on is 'S16.1 "Жіберілген күні"';
comment on column measure_training.qualification is 'S16.1 "Алған мамандығы, біліктілігі"';
comment on column measure_training.perm_job_on is
    'S16.1 "Жұмыс берушіні, лауазымды көрсете отырып, тұрақты жұмыс орнына жұмысқа орналасқан күні"';
comment on column measure_training.perm_job_employer is 'S16.1 "Тұрақты жұмыс орны: жұмыс беруші"';
comment on column measure_training.perm_job_position is 'S16.1 "Тұрақты жұмыс орны: лауазым"';
comment on column measure_training.programme is 'S16.1 "Бағдарлама"';
comment on column microcredit.received_on is 'S16.2a "Микрокредит алу күні"';
comment on column microcredit.amount is 'S16.2a "Кредит сомасы"';
comment on column microcredit.grace_period is 'S16.2a "Жеңілдік кезеңінің мерзімі"';
comment on column microcredit.repay_due is 'S16.2a "Қайтару мерзімі"';
comment on column microcredit.activity is 'S16.2a "Қызмет түрі"';
comment on column microcredit.programme is 'S16.2a "Бағдарлама"';
comment on column business_training.started_on is 'S16.2b "Оқудың басталу күні"';
comment on column business_training.finished_on is 'S16.2b "Оқуды аяқтау күні"';
comment on column business_training.programme is 'S16.2b "Бағдарлама"';
comment on column grant_award.applied_on is 'S16.2c "Өтініш берілген күні"';
comment on column grant_award.received_on is 'S16.2c "Грант алған күні"';
comment on column grant_award.activity is 'S16.2c "Қызмет түрі"';
comment on column grant_award.amount is 'S16.2c "Грант сомасы"';
comment on column grant_award.programme is 'S16.2c "Бағдарлама"';
comment on column subsidised_job.job_kind is 'S16.3 "Субсидияланатын жұмыс орнының түрі"';
comment on column subsidised_job.referred_on is 'S16.3 "Жолдама күні"';
comment on column subsidised_job.period_from is 'S16.3 "Қатысу мерзімі"';
comment on column subsidised_job.period_to is 'S16.3 "Қатысу мерзімі: соңы"';
comment on column subsidised_job.employer_name is 'S16.3 "Жұмыс берушінің атауы"';
comment on column subsidised_job.employer_bin is 'S16.3 "Жұмыс берушінің БСН/ЖСН"';
comment on column subsidised_job.position is 'S16.3 "Лауазымы"';
comment on column subsidised_job.outcome is
    'S16.3 "жұмыс берушінің (оқу орнының) жұмысқа қабылдау (оқыту) туралы актісі немесе жұмысқа қабылдаудан бас тарту себебін көрсету"';
comment on column subsidised_job.act_on is 'S16.3 "Актінің күні"';
comment on column subsidised_job.act_no is 'S16.3 "Актінің нөмірі"';
comment on column subsidised_job.refused_on is
    'S16.3 "Бас тарту күні"';
comment on column subsidised_job.refusal_reason is
    'S16.3 "Бас тарту себебі"';
comment on column subsidised_job.perm_job_on is
    'S16.3 "Жұмыс берушіні, лауазымын көрсете отырып, тұрақты жұмыс орнына жұмысқа орналасу күні"';
comment on column subsidised_job.perm_job_employer is 'S16.3 "Тұрақты жұмыс орны: жұмыс беруші"';
comment on column subsidised_job.perm_job_position is 'S16.3 "Тұрақты жұмыс орны: лауазым"';
comment on column subsidised_job.programme is 'S16.3 "Бағдарлама"';
comment on column resettlement.referred_on is 'S16.4 "Жолдама күні"';
comment on column resettlement.able_members is 'S16.4 "Еңбекке жарамды отбасы мүшелері"';
comment on column resettlement.able_list is 'S16.4 "Еңбекке жарамды отбасы мүшелері: тізім"';
comment on column resettlement.disabled_members is 'S16.4 "Еңбекке жарамсыз отбасы мүшелері (сома)"';
comment on column resettlement.disabled_amount is 'S16.4 "Еңбекке жарамсыз отбасы мүшелері: сома"';
comment on column resettlement.disabled_reasons is 'S16.4 "Еңбекке жарамсыз отбасы мүшелері: себептері"';
comment on column resettlement.arrival_place is 'S16.4 "Келу орны"';
comment on column resettlement.aid_expenses is 'S16.4 "Көрсетілген материалдық көмек: Шығыстарды өтеу (сома)"';
comment on column resettlement.aid_rent is
    'S16.4 "Тұрғын үйді жалдауға (жалға алуға) арналған шығыстарды өтеу (сомасы)"';
comment on column resettlement.mobility_certificate is 'S16.4 "Берілген экономикалық ұтқырлық сертификаты (сомасы)"';
comment on column resettlement.housing_kind is
    'S16.4 "Тұрғын үй (тұрғын үй жолы тұрғын үй түрін (жеке тұрғын үй) көрсете отырып толтырылады, отбасы мүшелеріне шаршы метрді көрсете отырып, көппәтерлі тұрғын үй, жатақханадағы бөлме)"';
comment on column resettlement.housing_m2 is 'S16.4 "Тұрғын үй: шаршы метр"';
comment on column resettlement.job_on is 'S16.4 "Жұмысқа орналасу күні"';
comment on column resettlement.job_employer is 'S16.4 "Жұмыс берушінің атауы"';
comment on column resettlement.job_position is 'S16.4 "Лауазымы"';
comment on column resettlement.programme is 'S16.4 "Бағдарлама"';
