-- SPDX-License-Identifier: GPL-3.0-or-later
-- S12 and S15: registration as a job seeker and as an unemployed person. The same columns and conditions (F-8, F-9);
-- the centre stands in the row, so that a report of the past needs no other table.
create table registration (
    like card_row including all,
    centre_id bigint not null,
    applied_on date not null,
    decision_on date,
    decision text check (decision in ('registered', 'refused')),
    refusal_reason text,
    refusal_reason_other words,
    removed_on date,
    removal_reason text,
    removal_reason_other words,
    constraint f8_decision check ((decision is null) = (decision_on is null)),
    constraint f8_refusal check ((decision is not distinct from 'refused') = (refusal_reason is not null)),
    constraint f8_refusal_other
        check ((refusal_reason is not distinct from 'other') = (refusal_reason_other is not null)),
    constraint f8_removal check (removed_on is null or decision is not distinct from 'registered'),
    constraint f8_removal_reason check ((removed_on is null) = (removal_reason is null)),
    constraint f8_removal_other
        check ((removal_reason is not distinct from 'other') = (removal_reason_other is not null)),
    constraint f9_dates check (applied_on <= decision_on),
    constraint f9_removed check (decision_on <= removed_on)
);

create table jobseeker_reg (like registration including all) with (fillfactor = 88);
create table unemployed_reg (like registration including all) with (fillfactor = 88);
drop table registration;

do $$
declare
    t text;
begin
    foreach t in array array['jobseeker_reg', 'unemployed_reg'] loop
        execute format('alter table %I add foreign key (centre_id) references organisation,'
                       ' add foreign key (refusal_reason) references dict_refusal_reason,'
                       ' add foreign key (removal_reason) references dict_removal_reason', t);
        -- F-9. Deferred: one save may close an episode and open the next, in either order.
        execute format('alter table %I add constraint %I exclude (card_id with =) where (removed_on is null'
                       ' and decision is distinct from ''refused'' and annul_reason is null)'
                       ' deferrable initially deferred', t, t || '_one_open');
        execute format('create index on %I (centre_id, applied_on)', t);
    end loop;
end $$;
comment on table jobseeker_reg is 'S12 "Жұмыс іздеуші адам ретінде тіркелгені туралы мәліметтер"';
comment on table unemployed_reg is 'S15 "Жұмыссыз ретінде тіркелу туралы мәліметтер:"';
comment on column jobseeker_reg.centre_id is 'S12: the centre that registered';
comment on column unemployed_reg.centre_id is 'S15: the centre that registered';

comment on column jobseeker_reg.applied_on is 'S12 "Өтініш берген күні"';
comment on column jobseeker_reg.decision_on is 'S12 "Тіркеу немесе бас тарту күні"';
comment on column jobseeker_reg.decision is 'S12 "Шешім"';
comment on column jobseeker_reg.refusal_reason is 'S12 "Бас тарту себебі"';
comment on column jobseeker_reg.refusal_reason_other is 'S12 "Бас тарту себебі: басқа"';
comment on column jobseeker_reg.removed_on is 'S12 "Есептен шығарылған күні"';
comment on column jobseeker_reg.removal_reason is 'S12 "Есептен шығару себебі"';
comment on column jobseeker_reg.removal_reason_other is 'S12 "Есептен шығару себебі: басқа"';
comment on column unemployed_reg.applied_on is 'S15 "Өтініш берген күні"';
comment on column unemployed_reg.decision_on is 'S15 "Тіркеу немесе бас тарту күні"';
comment on column unemployed_reg.decision is 'S15 "Шешім"';
comment on column unemployed_reg.refusal_reason is 'S15 "Бас тарту себебі"';
comment on column unemployed_reg.refusal_reason_other is 'S15 "Бас тарту себебі: басқа"';
comment on column unemployed_reg.removed_on is 'S15 "Есептен шығарылған күні"';
comment on column unemployed_reg.removal_reason is 'S15 "Есептен шығару себебі"';
comment on column unemployed_reg.removal_reason_other is 'S15 "Есептен шығару себебі: басқа"';
