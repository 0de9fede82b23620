-- SPDX-License-Identifier: GPL-3.0-or-later
-- What all tables of the card have in common: the list of them, the reference to the card, comments.
create function card_tables() returns text[]
    language sql immutable parallel safe
    return array['card', 'education', 'extra_education', 'last_job', 'jobseeker_reg', 'career_guidance', 'job_referral',
                 'unemployed_reg', 'measure_training', 'microcredit', 'business_training', 'grant_award',
                 'subsidised_job', 'resettlement', 'special_job', 'visit', 'expectation', 'plan_item'];
comment on function card_tables() is 'The tables of the card';

-- Columns that are no field of the form: nobody types them, the rules of Z-2 do not concern them.
create function system_columns() returns text[]
    language sql immutable parallel safe
    return array['id', 'card_id', 'edition', 'reasons', 'meta', 'created_at', 'created_by',
                 'annul_reason', 'annulled_at', 'annulled_by', 'row_no', 'centre_id', 'fkey', 'nkey', 'checked_at',
                 'checked_system', 'checked_result', 'checked_differs', 'org_name', 'org_address', 'org_phone', 'org_email'];
comment on function system_columns() is 'Columns of the card''s tables that are not fields one types';

do $$
declare
    t text;
    c record;
begin
    foreach t in array card_tables() loop
        if t <> 'card' then
            execute format('comment on column %I.id is ''Key''', t);
            execute format('comment on column %I.card_id is ''The card''', t);
            execute format('alter table %I add constraint %I foreign key (card_id) references card'
                           ' deferrable initially deferred', t, t || '_card');
            execute format('create index %I on %I (card_id)', t || '_by_card', t);
        end if;
        for c in select * from (values
            ('reasons', 'Why a value that needs a reason is right: column -> text'),
            ('meta', 'Z-2: who entered the value, where, when and how: column -> {by, centre, at, how}; id: the row'),
            ('created_at', 'When the row was entered'),
            ('created_by', 'By whom'),
            ('annul_reason', 'R-7: why the row does not count; nothing is deleted'),
            ('annulled_at', 'When it was annulled'),
            ('annulled_by', 'By whom')) as v (name, note)
        loop
            execute format('comment on column %I.%I is %L', t, c.name, c.note);
        end loop;
    end loop;
end $$;
drop table card_row;
