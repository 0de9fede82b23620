-- SPDX-License-Identifier: GPL-3.0-or-later
-- The organisations of the training database (Z-9): the republic, a mobility centre in every oblast, two career centres below
-- each (three in Akmola, where the training operators work), local executive bodies. Codes: oblast, or district.
set search_path = mansap;

insert into organisation (parent_id, kind, code, kk, ru, address, phone, email) values
    (null, 'republic', '00', 'Еңбек ресурстарын дамыту орталығы (оқу)', 'Центр развития трудовых ресурсов (учебный)',
     'Астана қаласы, Мәңгілік Ел даңғылы, 8', '+77000000000', 'edo@example.org');

insert into organisation (parent_id, kind, code, kk, ru, region, address, phone, email)
select o.id, 'mobility', r.code, r.kk || 'ның еңбек мобильділігі орталығы', 'Центр трудовой мобильности, ' || r.ru, r.code,
       r.kk || ', Достық көшесі, 1', '+770000001' || r.code, 'mobility' || r.code || '@example.org'
  from dict_region r, organisation o
 where o.code = '00';

insert into organisation (parent_id, kind, code, kk, ru, region, district, address, phone, email)
select o.id, 'centre', d.code, d.kk || 'ның мансап орталығы', 'Карьерный центр, ' || d.ru, d.parent, d.code,
       d.kk || ', Абай көшесі, ' || d.n, '+77000' || '02' || d.code, 'centre' || d.code || '@example.org'
  from (select *, row_number() over (partition by parent order by code) as n from dict_district) d
  join organisation o on o.code = d.parent and o.kind = 'mobility'
 where d.n <= case d.parent when '11' then 3 else 2 end;

insert into organisation (parent_id, kind, code, kk, ru, region, district, address, phone, email)
select o.id, 'local_exec', v.code, v.kk, v.ru, '11', v.district, v.address, v.phone, v.email
  from organisation o, (values
    ('jao11', null, 'Ақмола облысының жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы (оқу)',
     'Управление координации занятости и социальных программ Акмолинской области (учебное)',
     'Көкшетау қаласы, Абай көшесі, 89', '+77000000301', 'jao11@example.org'),
    ('jao1101', '1101', 'Көкшетау қаласының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі (оқу)',
     'Отдел занятости и социальных программ города Кокшетау (учебный)', 'Көкшетау қаласы, Абай көшесі, 112',
     '+77000000302', 'jao1101@example.org')) v (code, district, kk, ru, address, phone, email)
 where o.code = '00';
