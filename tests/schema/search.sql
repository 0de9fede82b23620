-- SPDX-License-Identifier: GPL-3.0-or-later
-- Search: who is found by what, and what the hit says of it. Each line: what is typed, then surnames with the reason.
\ir world.psql
select no_plan();

-- People of two centres of one oblast, t-c1 and t-c2, as an operator of each would have entered them.
set local session authorization t_op;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.new_card(tap.make_iin('1990-01-01', 'm', v.n),
    jsonb_build_object('last_name', v.s, 'first_name', v.g, 'middle_name', v.p)) is not null as made
from (values (1, 'Бекмұхамбетов', 'Ерлан', 'Серікұлы'), (11, 'Бекмухамбетов', 'Олжас', 'Сериккалиевич'),
    (21, 'Цыбулько', 'Юрий', 'Ильич'), (31, 'Жұмағұлов', 'Қуаныш', null), (41, 'Джумагулов', 'Яков', 'Юрьевич'),
    (51, 'Щеглов', 'Анна-Мария', null), (61, 'Төреғали-Сағындықов', 'Өмірбек', 'Нұрланұлы'),
    (71, 'Smith', 'John', null), (81, 'Абу Салим', 'Хасен', 'Омарович'), (91, 'Ұзақбай', 'Әсел', 'Қанатқызы'),
    (101, 'Шестакович', 'Ян', null), (111, 'Дүйсенова-Қожахметова', 'Айша', null)) as v (n, s, g, p) \g /dev/null
select tap.new_card(tap.make_iin(v.born, 'm', v.n),
    jsonb_build_object('last_name', v.s, 'first_name', v.g, 'middle_name', v.p)) is not null as made
from (values (1, date '1980-05-12', 'Мұхтаров', 'Данияр', 'Асқарұлы'), (11, '1981-05-12', 'Мухтаров', 'Данияр', null),
    (21, '1980-12-31', 'Мұхтарев', 'Данияр', null), (31, '1984-02-29', 'Мұхтаров', 'Даниял', null),
    (41, '1930-12-05', 'Мұхтаров', 'Әбу', null)) as v (n, born, s, g, p) \g /dev/null
select tap.new_card(tap.make_iin('1985-01-01', 'm', n), jsonb_build_object('last_name', case n when 900 then 'Көпшел' else 'Көпшіл' end,
    'first_name', 'Бек', 'middle_name', null)) is not null as made from generate_series(800, 900, 10) as n \g /dev/null
reset session authorization;
set local session authorization t_near;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select tap.new_card(tap.make_iin('1990-01-01', 'm', 201), '{"last_name": "Бекмұхамбетов", "first_name": "Асан", "middle_name": null}') \g /dev/null
reset session authorization;

create function tap.found(q text) returns text language sql as $$
    select string_agg(surname || ':' || why, ' ' order by n) from mansap.person_search(q, 50) with ordinality
        as f (id, iin_masked, surname, name, patronymic, birth_date, centre_kk, centre_ru, status, why, own_centre, n);
$$;
set local session authorization t_op;
select is(tap.found(q), answer, what || ': ' || q)
from (values
    ('beginnings in any order', 'жұмағ қуан', 'Жұмағұлов:surname_name'),
    ('beginnings in any order', 'Қуаныш Жұмағұлов', 'Жұмағұлов:name_surname'),
    ('name, patronymic, surname', 'Ерлан Серікұлы Бекмұхамбетов', 'Бекмұхамбетов:name_surname'),
    ('initials', 'Бекмұхамбетов Е.С.', 'Бекмұхамбетов:surname_name'),
    ('initials first', 'Е. Бекмұхамбетов', 'Бекмұхамбетов:name_surname'),
    ('beginning of the surname and of the patronymic', 'цыб иль', 'Цыбулько:patronymic'),
    ('name and patronymic without a surname', 'Омарович Хасен', 'Абу Салим:name'),
    ('a name alone', 'Қуаныш', 'Жұмағұлов:name'),
    ('a surname of two words', 'абу сал', 'Абу Салим:surname_name'),
    ('exact before folded', 'бекмұх', 'Бекмұхамбетов:surname Бекмухамбетов:surname_folded'),
    ('exact before folded', 'бекмух', 'Бекмухамбетов:surname Бекмұхамбетов:surname_folded'),
    ('patronymic endings of both languages are one', 'цыбулько юрий ильинична', 'Цыбулько:surname_name_folded'),
    ('patronymic endings of both languages are one', 'Бекмұхамбетов Ерлан Сериковна', 'Бекмұхамбетов:surname_name_folded'),
    ('patronymic endings of both languages are one', 'ұзақбай әсел канатовна', 'Ұзақбай:surname_name_folded'),
    ('the second of a double surname', 'сағындық', 'Төреғали-Сағындықов:part'),
    ('a double surname with a blank', 'төреғали сағын', 'Төреғали-Сағындықов:surname_folded'),
    ('a double surname without its hyphen', 'төреғалисағ', 'Төреғали-Сағындықов:surname_folded'),
    ('a double name with a blank', 'щеглов анна мария', 'Щеглов:surname_name_folded'),
    ('the second of a double name', 'щеглов мария', 'Щеглов:middle'),
    ('letters from the middle', 'ыбуль', 'Цыбулько:middle'),
    ('three letters from the middle of surname and name', 'буль рий', 'Цыбулько:middle'),
    ('two letters are the beginning alone', 'ыб', null),
    ('an ending is no middle', 'ович', null),
    ('a wrong letter', 'Жұмазұлов', 'Жұмағұлов:similar'),
    ('a missing letter', 'Цыбулко', 'Цыбулько:surname_folded'),
    ('a missing letter', 'Цбулько', 'Цыбулько:similar'),
    ('an extra letter', 'Щегллов', 'Щеглов:similar'),
    ('two letters swapped', 'Щелгов', 'Щеглов:similar'),
    ('the first letter wrong', 'Дыбулько', 'Цыбулько:similar'),
    ('two mistakes are too many', 'Цдбубько', null),
    ('the other ending', 'Щеглова', 'Щеглов:similar'),
    ('a mistake and the other ending', 'Щелгова', 'Щеглов:similar'),
    ('a mistake in the name', 'щеглов анна-мирия', 'Щеглов:similar'),
    ('a mistake in the surname and a right name', 'Цбулько Юр', 'Цыбулько:similar'),
    ('a right name first', 'Юрий Цбулько', 'Цыбулько:similar'),
    ('another patronymic', 'Цыбулько Юрий Степанович', 'Цыбулько:similar'),
    ('the same sound', 'Джумағұлов', 'Джумагулов:surname_folded Жұмағұлов:similar'),
    ('Latin keys for Russian letters', ';evfuekjd', 'Жұмағұлов:layout'),
    ('Latin keys for Russian letters, shifted', ':evfuekjd', 'Жұмағұлов:layout'),
    ('Latin keys for Kazakh letters', ';9vf59kjd', 'Жұмағұлов:layout'),
    ('Latin keys for Kazakh letters', '(pf0,fq @ctk', 'Ұзақбай:layout'),
    ('Latin keys, hyphen', 'n-ht5fkb', 'Төреғали-Сағындықов:layout'),
    ('Latin keys, surname and name', 'ws,ekmrj .hbq', 'Цыбулько:layout'),
    ('Latin keys, a name alone', 'refysi', 'Жұмағұлов:layout'),
    ('Russian layout for Kazakh letters', 'Ж9ма59лов', 'Жұмағұлов:layout'),
    ('Russian layout for Kazakh letters', '9за0бай', 'Ұзақбай:layout'),
    ('Russian layout for ө', 'т-реғали', 'Төреғали-Сағындықов:layout'),
    ('passport spelling', 'Zhumagulov', 'Джумагулов:latin Жұмағұлов:latin'),
    ('spelling of 2018', 'Jumaǵulov', 'Джумагулов:latin Жұмағұлов:latin'),
    ('spelling of 2021', 'JŪMAĞŪLOV', 'Джумагулов:latin Жұмағұлов:latin'),
    ('apostrophes of 2017', 'Jumag''ulov', 'Джумагулов:latin Жұмағұлов:latin'),
    ('passport spelling of ұ, қ, й', 'Uzakbay', 'Ұзақбай:latin'),
    ('Kazakh Latin of ұ, қ, й', 'Ūzaqbai', 'Ұзақбай:latin'),
    ('passport spelling, ts and y', 'Tsybulko', 'Цыбулько:latin'),
    ('passport spelling, shch', 'Shcheglov', 'Щеглов:latin'),
    ('Kazakh Latin, ş', 'Şeglov', 'Щеглов:latin'),
    ('Latin surname and name', 'Tsybulko Yuriy', 'Цыбулько:latin'),
    ('Latin name and surname', 'Iurii Tsybulko', 'Цыбулько:latin'),
    ('Latin surname, name, patronymic', 'Bekmukhambetov Yerlan Serikuly', 'Бекмұхамбетов:latin'),
    ('Latin beginnings', 'bekmuhamb', 'Бекмухамбетов:latin Бекмұхамбетов:latin'),
    ('Latin name alone', 'Quanysh', 'Жұмағұлов:latin'),
    ('a name that is Latin in the card', 'smith', 'Smith:surname'),
    ('Latin look-alikes [A-5]', 'Щеглов Aннa', 'Щеглов:surname_name_folded'),
    ('a mistake in the first half of a double surname', 'дуйсинова', 'Дүйсенова-Қожахметова:similar'),
    ('a mistake in the second half', 'кожахмедова айша', 'Дүйсенова-Қожахметова:similar'),
    ('the other ending of a half', 'Сағындықова', 'Төреғали-Сағындықов:similar'),
    ('both halves, a mistake in one', 'Дүйсенова-Қожахмедова', 'Дүйсенова-Қожахметова:similar'),
    ('both halves with a blank, a mistake in one', 'дүйсенова қожахмедова', 'Дүйсенова-Қожахметова:similar')) as v (what, q, answer);

-- A birth date beside the names
select is(tap.found(q), answer, '[R-3] ' || what || ': ' || q)
from (values
    ('surname and birth date', 'мұхтаров 12.05.1980', 'Мұхтаров:names_birth'),
    ('birth date and surname', '12.05.1980 мұхтаров', 'Мұхтаров:names_birth'),
    ('the date between', 'мұхтаров 12.05.1980 данияр', 'Мұхтаров:names_birth'),
    ('name and birth date', 'данияр 12.05.1980', 'Мұхтаров:names_birth'),
    ('beginning of the name', 'дан 12.05.1980', 'Мұхтаров:names_birth'),
    ('one letter beside a whole date', 'м. 12.05.1980', 'Мұхтаров:names_birth'),
    ('year first', 'мұхт дан 1980-05-12', 'Мұхтаров:names_birth'),
    ('strokes, two digits of the year', 'мұхтаров 12/5/80', 'Мұхтаров:names_birth'),
    ('a year of two digits has been', 'мұхтаров 5.12.30', 'Мұхтаров:names_birth'),
    ('eight digits', 'мұхтаров 12051980', 'Мұхтаров:names_birth'),
    ('six digits', 'мұхтаров 120580', 'Мұхтаров:names_birth'),
    ('six digits as in the IIN', '800512 мұхтаров', 'Мұхтаров:names_birth'),
    ('folded letters', 'мухтаров 12.05.1980', 'Мұхтаров:names_birth_folded'),
    ('a year', 'мұхтаров 1981', 'Мухтаров:names_birth_folded'),
    ('a year, similar ones last', '1980 мұхтаров', 'Мұхтаров:names_birth Мұхтарев:similar'),
    ('a leap year', 'мұхтаров 1984', 'Мұхтаров:names_birth'),
    ('its last day', 'мұхтарев 1980', 'Мұхтарев:names_birth Мұхтаров:similar'),
    ('name and year', 'даниял 1984', 'Мұхтаров:names_birth'),
    ('a mistake', 'мұхтлров 12.05.1980', 'Мұхтаров:similar'),
    ('wrong layout', 've[nfhjd 12.05.1980', 'Мұхтаров:layout'),
    ('Latin', 'muhtarov 1981', 'Мухтаров:latin'),
    ('letters from the middle', 'ухтар 12.05.1980', 'Мұхтаров:middle'),
    ('another day', 'мұхтаров 13.05.1980', null),
    ('another year', 'мұхтаров 1979', null)) as v (what, q, answer);

-- Similar persons after the right ones
select is(tap.found(q), answer, '[R-3] ' || what || ': ' || q)
from (values
    ('misspelt after exact', 'мұхтаров данияр', 'Мұхтаров:surname_name Мухтаров:surname_name_folded Мұхтарев:similar Мұхтаров:similar'),
    ('in any order', 'данияр мұхтаров', 'Мұхтаров:name_surname Мухтаров:name_surname_folded Мұхтарев:similar Мұхтаров:similar'),
    ('a few others', 'көпшел бек', 'Көпшел:surname_name' || repeat(' Көпшіл:similar', 10)),
    ('a name that fits is required', 'мұхтаров әбу', 'Мұхтаров:surname_name')) as v (what, q, answer);
select is((select string_agg(why, ' ') from person_search('мұхтаров данияр', 2)), 'surname_name surname_name_folded similar',
          '[P-28] no more than there is room for');
select is((select string_agg(distinct why, ' ') from person_search('көпшіл бек', 50)), 'surname_name',
          'nobody similar if the right ones are more than a handful');

-- The guard
select is(tap.found('асан бекмұхамбетов'), null, '[Z-9] another centre''s person is not found by name');
select is(tap.found('кмұхам'), 'Бекмухамбетов:middle Бекмұхамбетов:middle', '[Z-9] nor by letters from the middle');
select is(tap.found('бекмұхамметов'), 'Бекмухамбетов:similar Бекмұхамбетов:similar', '[Z-9] nor by a mistake');
reset session authorization;
set local session authorization t_mobility;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select is(tap.found('асан бекмұхамбетов'), 'Бекмұхамбетов:name_surname', '[Z-9] the mobility centre finds persons of all its centres');
select is((select count(*)::int from person_search('кмұхам', 50)), 3, '[Z-9] in every way');
select is((select count(*)::int from person_search('бекмұ', 1)), 2, '[P-28] the cap, and one more to tell, over several centres');
reset session authorization;
set local session authorization t_mobility2;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select is(tap.found(q), null, '[Z-9] another oblast finds none of them: ' || q)
from unnest(array['бекмұ', 'кмұхам', 'бекмұхамметов', ',trvе', 'bekmuhamb', 'ерлан', 'сағындық']) as q;
reset session authorization;
set local session authorization t_authority;
select session_open('t-here', '1.0', terms_now()) \g /dev/null
select is((select count(*)::int from person_search(q, 50) where centre_kk in ('Бірінші МО', 'Екінші МО')), n, '[Z-9] the whole republic: ' || q)
from (values ('бекмұ', 3), ('кмұхам', 3), ('бекмұхамметов', 3), ('bekmuhamb', 3), ('сағындық', 1), ('хасен омарович', 1)) as v (q, n);
select throws_ok(format('select person_search(%L, 10)', q), 'MS429', null, '[P-28] too wide: ' || q)
from unnest(array['К', '%', '% %', '__', '1 2', 'иванов 85', '-', 'а б', 'а б в г д', 'д 1980',
            'мұхтаров 32.05.1980', 'мұхтаров 1980 1981', 'мұхтаров 1899', '12.05.1980 1980']) as q;
reset session authorization;

-- The dictionary
select is_empty($$ select last_name from card where not exists (select from name_word
                   where kind = 'surname' and word = fold(last_name)) $$, 'the dictionary knows the surname of every card');
select is_empty($$ select first_name from card where not exists (select from name_word
                   where kind = 'name' and word = nkey) $$, 'and the name');
create table tap.words as select kind, word, stem, latin from name_word;
create table tap.parts as select word, part, begins from name_part join name_word on id = word_id;
create table tap.nears as select kind, word, near from name_near join name_word on id = word_id;
delete from name_near;
delete from name_part;
delete from name_word;
select names_learn('surname', (select array_agg(last_name) from card));
select names_learn('name', (select array_agg(first_name) from card));
select set_eq('select kind, word, stem from name_word', 'select kind, word, stem from tap.words', 'learnt at once: the same words');
select set_eq('select word, part, begins from name_part join name_word on id = word_id', 'select * from tap.parts', 'and parts');
select set_eq('select kind, word, near from name_near join name_word on id = word_id', 'select * from tap.nears', 'and neighbours');
select is_empty($$ select a.word from name_word as a, name_word as b where a.kind = 'surname' and b.kind = 'surname'
    and length(a.word) >= 4 and a.word <> b.word and one_error(a.word, b.word)
    and b.word not in (select word from names_near('surname', a.word)) $$, 'every surname finds all that differ by one mistake');
select ok(not has_table_privilege(l, t, p), format('%s may not %s %s', l, p, t))
from unnest(array['t_op', 't_head', 't_mobility', 't_authority', 't_admin', 't_auditor']) as l,
     unnest(array['name_word', 'name_part', 'name_near']) as t, unnest(array['select', 'insert']) as p;
select * from finish();
rollback;
