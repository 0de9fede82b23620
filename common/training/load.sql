-- SPDX-License-Identifier: GPL-3.0-or-later
-- The training database's content, after common/schema/install.sql with training=t:
--   psql -v ON_ERROR_STOP=1 -1 [-v today=YYYY-MM-DD] -f common/training/load.sql
-- today: the date this database takes for today for ever (tests); without it the clock goes on.
set client_encoding = 'UTF8';
set client_min_messages = warning;
\if :{?today}
update mansap.setting set value = :'today' where name = 'today';
\endif
insert into mansap.terminal (id, kind, note) values ('local', 'socket', 'the training server itself')
    on conflict do nothing;
\ir organisations.sql
\ir accounts.sql
\ir people.sql
