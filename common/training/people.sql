-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people of the training database: 360, all invented, the same for the same seed and today():
--   psql -v ON_ERROR_STOP=1 -1 [-v seed=TEXT] -f common/training/people.sql
-- Numbers are of no real people: telephones begin with +7 700 000, mail goes to example.org. The rows are first staged, then
-- entered in the order of their dates through the import of operation.sql, so that they have their history, too.
-- Person 1 has five rows or more in every list, person 2 as little as a card can have.
set search_path = mansap;
\if :{?seed}
\else
    \set seed 1
\endif
select set_config('mansap.seed', :'seed', true) \g /dev/null

-- A number below n that depends on nothing but seed and key.
create function pg_temp.r(key text, n int) returns int
    language sql stable
    return (('x' || substr(md5(current_setting('mansap.seed') || '/' || key), 1, 7))::bit(28)::int) % greatest(n, 1);
create function pg_temp.pick(key text, list text[]) returns text
    language sql stable
    return list[1 + pg_temp.r(key, cardinality(list))];
-- Rows in a list: none, one, some, and now and then many.
create function pg_temp.rows_in(i int, list text) returns int
    language sql stable
    return case when i = 1 then 5 when i = 2 then 0 when pg_temp.r(list || ' many ' || i, 25) = 0 then 5
                else (array[0, 0, 1, 1, 1, 2, 3])[1 + pg_temp.r(list || ' rows ' || i, 7)] end;
-- When something of that day was entered: in office hours, not in the future.
create function pg_temp.entered(key text, d date) returns timestamptz
    language sql stable
    return least((d + time '09:00' + pg_temp.r(key, 500) * interval '1 minute') at time zone 'Asia/Almaty', now_here());

-- Eleven digits and the check digit; null if they have none (Z-13).
create function pg_temp.checked(digits text) returns text
    language plpgsql immutable as $$
declare
    d int[] := string_to_array(digits, null)::int[];
    s int := 0;
begin
    for k in 1..11 loop
        s := s + k * d[k];
    end loop;
    if s % 11 = 10 then
        s := 0;
        for k in 1..11 loop
            s := s + ((k + 1) % 11 + 1) * d[k];
        end loop;
    end if;
    return case when s % 11 < 10 then digits || s % 11 end;
end $$;
-- k-th number with that beginning of seven digits.
create function pg_temp.number_of(beginning text, k int) returns text
    language sql stable
    return (select pg_temp.checked(beginning || lpad((k * 10 + v)::text, 4, '0')) from generate_series(0, 9) v
             where pg_temp.checked(beginning || lpad((k * 10 + v)::text, 4, '0')) is not null order by v limit 1);
create function pg_temp.bin(k int) returns text
    language sql stable
    return pg_temp.number_of(lpad((5 + k % 20)::text, 2, '0') || lpad((1 + k % 12)::text, 2, '0') || '400', k);

create temporary table words_of (kind text primary key, list text[]);
insert into words_of values
('k last', '{Ахметов,Оспанов,Нұрпейісов,Жұмабаев,Сейтқазиев,Қасымов,Төлегенов,Әбдірахманов,Есенғалиев,Мұқанов,Байжанов,Сүлейменов,Ғабдуллин,Құсайынов,Ысқақов,Өтегенов,Шәріпов,Бекмұхамбетов,Дүйсенбаев,Тұрсынбеков,Көшербаев,Жүнісов,Ибраһимов,Смағұлов,Ермекбаев,Қалиев,Нұрмұхаммедғалиев,Хасенов}'),
('k m', '{Ержан,Нұрлан,Дәулет,Асхат,Бауыржан,Қайрат,Серік,Мұрат,Әлібек,Айдос,Данияр,Ғалымжан,Жасұлан,Темірлан,Олжас,Самат,Қуаныш,Ілияс,Өмірбек,Ұлан,Нұрсұлтан,Мейіржан,Абылай,Төлеген,Рүстем,Ерасыл,Һамит,Мағжан,Мұхаммед-Әли}'),
('k f', '{Айгүл,Гүлнар,Әсел,Жанар,Динара,Мәдина,Сәуле,Бибігүл,Ақмарал,Назерке,Перизат,Аружан,Қарлығаш,Меруерт,Толқын,Ұлжан,Шынар,Ырысты,Ботагөз,Гүлжиһан,Айнұр,Зарина,Жібек,Раушан,Салтанат,Томирис,Фариза,Көркем,Нұр-Айша}'),
('k father', '{Нұрлан,Серік,Ерлан,Қайрат,Бауыржан,Әбдірахман,Мұхаммедғали,Өмірбек,Жақсылық,Төлеген,Сәкен,Бекзат}'),
('e last', '{Иванов,Кузнецов,Соловьёв,Щербаков,Петров,Фёдоров,Никитин,Воробьёв,Гусев,Ильин,Шевченко,Миллер,Ким,Цой,Шмидт,Ковальчук}'),
('e m', '{Александр,Сергей,Дмитрий,Виктор,Иван,Андрей,Пётр,Юрий,Эдуард,Вильгельм,Максим,Артём,Глеб,Константин,Семён,Фёдор,Лев}'),
('e f', '{Ольга,Наталья,Светлана,Ирина,Екатерина,Людмила,Юлия,Эльвира,Анна-Мария,Татьяна,Полина,Вера,Софья,Жанна,Любовь,Инна,Элеонора}'),
('e father', '{Александров,Сергеев,Викторов,Петров,Андреев,Юрьев,Вильгельмов,Константинов}'),
('village', '{Ақсу,Жаңаауыл,Қызыләскер,Бірлік,Ынтымақ,Достық,Алғабас,Көкөзек,Сарыбұлақ,Қараөзек,Новоивановка,Благодатное}'),
('street', '{Абай,Достық,Бейбітшілік,Тәуелсіздік,Жібек жолы,Қонаев,Сәтбаев,Мира,Наурыз,Бауыржан Момышұлы,Школьная,Құрманғазы}'),
('employer', '{"«Береке-Агро» ЖШС","«Алтын дән» ЖШС","№ 5 жалпы білім беретін мектеп","«Жарық-Энерго» АҚ","«Сұңқар Транс» ЖШС","«Көкше-Құрылыс» ЖШС","ЖК «Айдана»","Қалалық емхана","«Степь-Маркет» ТОО","ИП «Соловьёв»","«Нұр-Тігін» өндірістік кооперативі","«Қазақстан темір жолы» ұлттық компаниясы» АҚ филиалы (оқу мысалы)"}'),
('position', '{сатушы,жүргізуші,есепші,дәнекерлеуші,тігінші,аспаз,электрик,тәрбиеші,мұғалім,механизатор,бағдарламашы,медбике,қоймашы,күзетші,әкімші,слесарь-сантехник}'),
('school', '{"№ 1 жалпы білім беретін мектеп","№ 12 орта мектеп-гимназия","Абай атындағы орта мектеп","№ 7 школа-лицей"}'),
('college', '{"Көкшетау жоғары политехникалық колледжі","Аграрлық-техникалық колледж","Медицина колледжі","Құрылыс және қызмет көрсету колледжі"}'),
('university', '{"Ш. Уәлиханов атындағы Көкшетау университеті","Л.Н. Гумилев атындағы Еуразия ұлттық университеті","Қарағанды техникалық университеті","Аграрлық университет"}'),
('trade', '{есепші-экономист,"ауыл шаруашылығы технигі",бағдарламашы-техник,"мектепке дейінгі тәрбие",электромонтер,"аспаз, кондитер",құқықтану,"мейіргер ісі","құрылыс технологиясы",агрономия}'),
('programme', '{"«Еңбек» бағдарламасы (оқу)","Кәсіпкерлікті дамыту жобасы (оқу)"}');
create function pg_temp.word(kind text, key text) returns text
    language sql stable
    return pg_temp.pick(kind || key, (select list from words_of w where w.kind = word.kind));
create function pg_temp.word_no(kind text, n int) returns text
    language sql stable
    return (select list[1 + n % cardinality(list)] from words_of w where w.kind = word_no.kind);

-- Who they are. 1-60 belong to the centre of operator and operator2, 61-80 to that of operator3; the others live in all
-- districts. status is what they are to become (F-12); removed_u was unemployed before.
create temporary table person as
with places as (
    select code, parent, kk, row_number() over (order by code)::int - 1 as n, count(*) over ()::int as total
      from dict_district),
numbered as (
    select i, case when i <= 60 then '1101' when i <= 80 then '1102' else p.code end as district,
           case when i = 1 then 45 else 16 + (i * 5 + i / 48) % 48 end as age,
           case when (i + i / 16) % 2 = 0 then 'm' else 'f' end as sex,
           case when i % 5 = 3 then 'e' else 'k' end as pool,
           (array['registered', 'unemployed', 'applied', 'unemployed', 'refused', 'unemployed', 'removed',
                  'removed_u'])[1 + i % 8] as status
      from generate_series(1, 360) i
      join places p on p.n = (i + p.total - 81) % p.total),
born as (
    select n.*, d.parent as region, d.kk as district_kk,
           (today() - make_interval(years => age))::date - pg_temp.r('birth ' || i, 364) as birth
      from numbered n join dict_district d on d.code = n.district),
dated as (
    select b.*, greatest((birth + interval '16 years')::date, today() - case when i = 1 then 200
               when status = 'applied' then pg_temp.r('applied ' || i, 10) else 20 + pg_temp.r('applied ' || i, 500) end)
           as applied
      from born b),
decided as (
    select d.*, least(applied + 1 + pg_temp.r('decided ' || i, 3), today()) as decided from dated d),
unemployed as (
    select d.*, least(decided + pg_temp.r('u ' || i, 5), today()) as u_applied,
           least(decided + 5 + pg_temp.r('u ' || i, 3), today()) as u_decided from decided d)
select u.*, case when status like 'removed%'
                 then least(u_decided + 5 + pg_temp.r('end ' || i, today() - u_decided - 5), today()) end as removed,
       (select id from organisation o where kind = 'centre' and o.region = u.region
         order by o.district <> u.district, pg_temp.r('centre ' || u.i || o.code, 1000) limit 1) as centre_id,
       case when i <= 60 then case when i % 3 = 0 then 'operator2' else 'operator' end
            when i <= 80 then 'operator3' else 'import' end as clerk
  from unemployed u;

create temporary table stage (
    n bigint generated always as identity,
    i int not null,
    at timestamptz not null,
    tab text not null,
    row_data jsonb not null
);
\ir people_background.sql
\ir people_measures.sql
\ir people_unemployed.sql

-- The card was opened with the first of its rows.
update stage s set at = m.at from (select i, min(at) as at from stage group by i) m where m.i = s.i and s.tab = 'card';

create temporary table card_of as select i, nextval('card_id_seq') as id from (select i from person order by i) p;
select import_begin(null, 'import', null) \g /dev/null
do $$
declare
    s record;
    cols jsonb;
begin
    select jsonb_object_agg(t, (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
              and attname <> all ('{row_no,meta,reasons,edition}')))
      into cols from unnest(card_tables()) t;
    for s in select st.*, c.id as card_id, p.clerk, p.centre_id from stage st join person p using (i) join card_of c using (i)
             order by st.i, st.at, st.tab <> 'card', st.n
    loop
        execute format('insert into %I (%s) select %2$s from jsonb_populate_record(null::%1$I, $1)', s.tab, cols ->> s.tab)
          using jsonb_build_object('created_at', s.at, 'created_by', s.clerk, 'centre_id', s.centre_id) || s.row_data
                || case s.tab when 'card' then jsonb_build_object('id', s.card_id)
                   else jsonb_build_object('card_id', s.card_id) end;
    end loop;
end $$;
update card_head set updated_at = m.at, updated_by = m.clerk
  from (select c.id, max(s.at) as at, p.clerk from stage s join card_of c using (i) join person p using (i) group by c.id, p.clerk) m
 where m.id = card_id;
select import_end() \g /dev/null

-- Some have changed since: a new telephone, an address brought up to date, an identity check recorded (R-4).
select import_begin(null, 'operator', null) \g /dev/null
update card set phone = '+77000001' || lpad(i::text, 3, '0'), addr_house = addr_house || '/2'
  from card_of c where c.id = card.id and i between 1 and 60 and i % 6 = 1;
update card set checked_at = now_here(), checked_system = 'ЖТ МДҚ (оқу)', checked_result = 'деректер расталды'
  from card_of c where c.id = card.id and i between 1 and 60 and i % 2 = 1;
update card_head set updated_at = now_here(), updated_by = 'operator'
  from card_of c where c.id = card_id and i between 1 and 60 and (i % 6 = 1 or i % 2 = 1);
select import_end() \g /dev/null
