-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is computed and never stored (R-9): the status of a person, the one list of measures.
-- Scalar sub-selects, not EXISTS: for many cards the planner would read the whole of the registrations into a hash table.
create view card_status with (security_invoker = true) as
    select c.id as card_id, case
        when (select true from unemployed_reg as u where u.card_id = c.id and u.annul_reason is null
              and u.decision = 'registered' and u.removed_on is null limit 1) then 'unemployed'
        when (select true from jobseeker_reg as j where j.card_id = c.id and j.annul_reason is null
              and j.decision = 'registered' and j.removed_on is null limit 1) then 'registered'
        when (select true from jobseeker_reg as j where j.card_id = c.id and j.annul_reason is null
              and j.decision is null limit 1) then 'applied'
        else (select case j.decision when 'refused' then 'refused' else 'removed' end from jobseeker_reg as j
              where j.card_id = c.id and j.annul_reason is null order by j.applied_on desc, j.id desc limit 1)
        end as status
    from card as c;
comment on view card_status is 'F-12: applied, registered, refused, unemployed, removed; from S12 and S15';
comment on column card_status.card_id is 'Card';
comment on column card_status.status is 'Status now';

-- The planner puts this into the query that asks.
create function card_facts(p_card bigint, p_today date) returns table (
    status text, open_referrals bigint, unemployed_once boolean, next_visit date, overdue_visits bigint)
    language sql stable rows 1
begin atomic
    select (select t.status from card_status as t where t.card_id = p_card),
           (select count(*) from job_referral as r
            where r.card_id = p_card and r.outcome is null and r.annul_reason is null),
           exists (select from unemployed_reg as x
                   where x.card_id = p_card and x.decision = 'registered' and x.annul_reason is null),
           min(v.planned_on) filter (where v.planned_on >= p_today), count(*) filter (where v.planned_on < p_today)
    from visit as v
    where v.card_id = p_card and v.actual_on is null and v.outcome is null and v.annul_reason is null;
end;
comment on function card_facts(bigint, date) is 'What is told of a card beside its rows: status, referrals, visits';

create view measure with (security_invoker = true) as
    select card_id, '16.1' as number, 'measure_training' as tab, id, referred_on as on_day, training_kind as what,
           study_to as until, annul_reason from measure_training
    union all select card_id, '16.2a', 'microcredit', id, received_on, activity, repay_due, annul_reason from microcredit
    union all select card_id, '16.2b', 'business_training', id, started_on, null, finished_on, annul_reason
        from business_training
    union all select card_id, '16.2c', 'grant_award', id, applied_on, activity, received_on, annul_reason
        from grant_award
    union all select card_id, '16.3', 'subsidised_job', id, referred_on, job_kind, period_to, annul_reason
        from subsidised_job
    union all select card_id, '16.4', 'resettlement', id, referred_on, arrival_place, null, annul_reason
        from resettlement;
comment on view measure is 'F-3: all measures of S16 as one list; order by on_day, number, id';

do $$
declare
    c record;
begin
    for c in select * from (values
        ('measure', 'card_id', 'Card'), ('measure', 'number', 'Number of the part of S16'),
        ('measure', 'tab', 'Table'), ('measure', 'id', 'Row'), ('measure', 'on_day', 'Day it counts from'),
        ('measure', 'what', 'Kind of training, activity, kind of job or place'),
        ('measure', 'until', 'Its end, if there is one'), ('measure', 'annul_reason', 'R-7: why it does not count'),
        ('dictionary', 'dict', 'Dictionary'), ('dictionary', 'code', 'Code'), ('dictionary', 'parent', 'Word above'),
        ('dictionary', 'kk', 'In Kazakh'), ('dictionary', 'ru', 'In Russian'), ('dictionary', 'en', 'In English'),
        ('dictionary', 'valid_from', 'First day'), ('dictionary', 'valid_to', 'Last day'),
        ('dictionary', 'sort', 'Place in the list')) as v (v, c, note)
    loop
        execute format('comment on column %I.%I is %L', c.v, c.c, c.note);
    end loop;
end $$;
