-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people who log in to the training database: all invented. Their passwords are set by the script that makes the server.
set search_path = mansap;

select account_create(login, role, org, person, 'оқу дерекқоры, ' || login)
  from (values
    ('operator', 'operator', '1101', 'Сейітова Айгүл Нұрланқызы'),
    ('operator2', 'operator', '1101', 'Ахметов Дәулет Серікұлы'),
    ('head', 'head', '1101', 'Оспанова Гүлнар Бауыржанқызы'),
    ('trainer', 'trainer', '1101', 'Кузнецова Ольга Викторовна'),
    ('operator3', 'operator', '1102', 'Жұмабаев Ерлан Қайратұлы'),
    ('mobility', 'mobility', '11', 'Төлегенова Жанар Мұратқызы'),
    ('localexec', 'local_exec', 'jao11', 'Қасымов Нұрлан Өмірбекұлы'),
    ('authority', 'authority', '00', 'Есенғалиева Сәуле Данияровна'),
    ('admin', 'admin', '00', 'Петров Андрей Юрьевич'),
    ('auditor', 'auditor', '00', 'Ким Виктор Сергеевич')) v (login, role, org, person)
\g /dev/null
