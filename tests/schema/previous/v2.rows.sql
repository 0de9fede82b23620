-- SPDX-License-Identifier: GPL-3.0-or-later
-- A few persons in a database of version 2, by its own functions; what must still be there after every upgrade.
set search_path = mansap, pg_temp;
insert into dict_region (code, kk, ru) values ('11', 'Ақмола облысы', 'Акмолинская область');
insert into dict_district (code, parent, kk, ru) values ('1101', '11', 'Көкшетау қаласы', 'город Кокшетау');
insert into dict_country (code, kk, ru) values ('KZ', 'Қазақстан', 'Казахстан'), ('UA', 'Украина', 'Украина');
insert into dict_ethnicity (code, kk, ru) values ('other', 'басқа', 'другая');
insert into organisation (kind, code, kk, ru) values ('republic', 'r', 'Орталық', 'Центр');
insert into organisation (parent_id, kind, code, kk, ru, region) values
    ((select id from organisation where code = 'r'), 'mobility', 'm', 'ЕМО', 'ЦТМ', '11');
insert into organisation (parent_id, kind, code, kk, ru, region) values
    ((select id from organisation where code = 'm'), 'centre', 'c', 'Мансап орталығы', 'Карьерный центр', '11');
insert into terminal (id, kind) values ('local', 'socket');
select account_create('operator', 'operator', 'c', 'Ахметов Ерлан', 'бұйрық 1');

do $$
declare
    p record;
begin
    -- As a session of the operator would have left them: created, then the telephone changed.
    perform import_begin((select id from organisation where code = 'c'), 'operator', timestamptz '2026-11-02 10:00+05');
    for p in select * from (values
        ('Серікова', 'Әлия', 'Қанатқызы', '9001014001', 'f', null),
        ('ЇЖАКЕВИЧ', 'Юрій', null, '9001013002', 'm', 'украин'),
        ('MÜLLER', 'ÄNNE', null, '9001014003', 'f', 'немка "Үш тіл"'),
        ('Ћирић', 'Жарко', null, '9001013004', 'm', null)) as v (last_name, first_name, middle_name, iin, sex, ethnicity)
    loop
        insert into card (id, centre_id, last_name, first_name, middle_name, iin, sex, birth_date, citizenship, ethnicity,
                          ethnicity_other, addr_region, addr_district, addr_locality, addr_house, phone, reasons)
        values (nextval('card_id_seq'), (select id from organisation where code = 'c'), p.last_name, p.first_name,
                p.middle_name, (select min(p.iin || n) from generate_series(10, 99) as n
                                where iin_ok(p.iin || n)),
                p.sex, '1990-01-01', 'KZ', case when p.ethnicity is not null then 'other' end, p.ethnicity, '11', '1101',
                'Көкшетау', '5', '+77011234567', '{}');
        insert into jobseeker_reg (card_id, applied_on, decision_on, decision)
        values (currval('card_id_seq'), '2026-11-02', '2026-11-02', 'registered');
        insert into education (card_id, edu_org_name, edu_org_type, study_from, study_to)
        values (currval('card_id_seq'), '№ 1 мектеп "А\Б"', 'school', '1997', '2008-05');
        insert into unemployed_reg (card_id, applied_on, decision_on, decision)
        values (currval('card_id_seq'), '2026-11-03', '2026-11-03', 'registered');
        insert into visit (card_id, planned_on, staff_note)
        values (currval('card_id_seq'), '2026-11-25', 'ескертпе'), (currval('card_id_seq'), '2026-12-02', null);
    end loop;
    perform import_end();
    perform import_begin(null, 'operator', timestamptz '2026-11-03 10:00+05');
    update card set phone = '+77027654321' where last_name = 'MÜLLER';
    perform import_end();
end $$;
