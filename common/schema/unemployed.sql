-- SPDX-License-Identifier: GPL-3.0-or-later
-- S18-S20, for the registered unemployed (F-10): visits, expectations, plan.
create table visit (
    like card_row including all,
    centre_id bigint not null references organisation,
    row_no int not null check (row_no > 0),
    planned_on date,
    actual_on date,
    outcome text check (outcome in ('came', 'missed', 'excused', 'moved', 'cancelled')),
    first_planned_on date,
    staff_note words,
    constraint visit_some_day check (num_nonnulls(planned_on, actual_on) > 0),
    constraint visit_row_no unique (card_id, row_no)
) with (fillfactor = 88);
create index visit_open on visit (centre_id, planned_on) where actual_on is null and outcome is null and annul_reason is null;
comment on column visit.centre_id is 'S18: the centre that keeps the card, for its list of visits';
comment on table visit is 'S18 "Жұмыссыздардың мансап орталығына баруын толтыру нысаны"';

create table expectation (
    like card_row including all,
    salary_expected money_kzt,
    salary_sufficient money_kzt,
    salary_minimum money_kzt,
    job_region text references dict_region,
    job_city words,
    job_district text references dict_district,
    job_village words,
    position_desired words,
    position_less words,
    search_time_1 words,
    search_time_2 words,
    search_time_5 words,
    constraint expectation_district foreign key (job_district, job_region) references dict_district (code, parent)
) with (fillfactor = 88);
create unique index expectation_one on expectation (card_id) where annul_reason is null;
comment on table expectation is 'S19 "Жұмыссыздың күтетіні:"; one row a card, former values in the history';

create table plan_item (
    like card_row including all,
    row_no int not null check (row_no > 0),
    measure words not null,
    due_on date,
    fulfilment words,
    failure_reason words,
    constraint plan_item_f10 check (num_nonnulls(fulfilment, failure_reason) < 2),
    constraint plan_item_row_no unique (card_id, row_no)
) with (fillfactor = 88);
comment on table plan_item is 'S20 "Жұмыссызды тұрақты жұмысқа орналастыру жоспары"';

comment on column visit.row_no is 'S18 "№ р/с"';
comment on column visit.planned_on is 'S18 "Жоспарлы қатысу күні"';
comment on column visit.actual_on is 'S18 "Іс жүзінде қатысқан күні"';
comment on column visit.outcome is 'S18 "Нәтижесі"';
comment on column visit.first_planned_on is 'S18 "Бастапқы жоспарланған күні"';
comment on column visit.staff_note is 'S18 "Мансап орталығы қызметкерінің ескертпесі"';
comment on column expectation.salary_expected is 'S19 "Сіз күтетін нұсқада алғыңыз келетін еңбекақы сомасы"';
comment on column expectation.salary_sufficient is
    'S19 "Мансабыңызды бастау үшін жеткілікті және тиімді еңбекақы сомасы"';
comment on column expectation.salary_minimum is
    'S19 "Сіз жұмыс істемейтін еңбекақы немесе ең төменгі еңбекақы сомасы"';
comment on column expectation.job_region is
    'S19 "Сіздің болжамды жұмысыңыздың орны (облыс, қала, аудан, ауыл)? Облыс"';
comment on column expectation.job_city is 'S19 "Жұмыс орны: қала"';
comment on column expectation.job_district is 'S19 "Жұмыс орны: аудан"';
comment on column expectation.job_village is 'S19 "Жұмыс орны: ауыл"';
comment on column expectation.position_desired is 'S19 "Тиімді лауазым"';
comment on column expectation.position_less is 'S19 "Қолайлылығы төмен –"';
comment on column expectation.search_time_1 is 'S19 "1 – лайықты нұсқа"';
comment on column expectation.search_time_2 is 'S19 "2 – қолайлы нұсқа"';
comment on column expectation.search_time_5 is 'S19 "5 – ықтимал нұсқалардан ең жаманы"';
comment on column plan_item.row_no is 'S20 "№ Р/с"';
comment on column plan_item.measure is 'S20 "Жұмысқа орналастыру жөніндегі шаралар"';
comment on column plan_item.due_on is 'S20 "Орындау мерзімі"';
comment on column plan_item.fulfilment is 'S20 "Іс жүзінде орындау"';
comment on column plan_item.failure_reason is 'S20 "Іс-шаралардың орындалмау себептері"';
