-- SPDX-License-Identifier: GPL-3.0-or-later
-- Terms of use (206 p. 18), a text of this project after the prohibitions of 206 p. 28; the owner replaces it by a row of
-- his own with a later date.
insert into terms (edition, since, kk, ru, en) values ('2024-06-25', '2024-06-25',
    '1. Жүйеде тек тіркелген терминалдан жұмыс істеймін, интернетке шығатын дербес компьютерді пайдаланбаймын.
2. Логин мен құпиясөзімді басқа адамдарға бермеймін.
3. Қызмет бабында алған дербес деректерді бөгде адамдарға бермеймін.
4. Әрбір картаны ашу, іздеу және өзгерту менің атыммен жазылатынын білемін.',
    '1. Работаю в системе только с зарегистрированного терминала, не с компьютера, имеющего выход в интернет.
2. Не передаю свой логин и пароль другим лицам.
3. Не передаю посторонним лицам персональные данные, полученные по службе.
4. Знаю, что каждое открытие карты, поиск и изменение записывается на моё имя.',
    '1. I work in the system from a registered terminal only, not from a computer with access to the internet.
2. I give my log-in and password to nobody.
3. I pass no personal data that I learn in service to others.
4. I know that every opening of a card, every search and every change is recorded under my name.');

create function terms_now() returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select edition from terms where since <= today() order by since desc, edition desc limit 1);
end $$;
comment on function terms_now() is '206 p. 18: the edition of the terms of use in force';
