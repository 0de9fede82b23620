-- SPDX-License-Identifier: GPL-3.0-or-later
-- The database of mansap, whole, in one transaction:
--   psql -v ON_ERROR_STOP=1 -1 -v training=f -f common/schema/install.sql
-- As a superuser, in an empty UTF-8 database of a cluster of its own, where others are closed to log-ins:
--   revoke connect on database postgres, template1 from public
-- After each ALTER ROLE ... PASSWORD: select mansap.account_seal('log-in').
-- Variables: training (t or f, default f) marks a database of invented people;
-- samples (t or f, default: as training) also loads the dictionary rows that are samples (Z-17).
\set ON_ERROR_STOP 1
\set QUIET 1
\if :{?training}
\else
    \set training f
\endif
\if :{?samples}
\else
    \set samples :training
\endif
set local client_min_messages = warning;
set local client_encoding = 'UTF8';

\ir roles.sql
\ir settings.sql
\ir values.sql
\ir dictionary.sql
\ir organisation.sql
\ir session.sql
\ir card.sql
\ir background.sql
\ir registration.sql
\ir referral.sql
\ir measures.sql
\ir unemployed.sql
\ir common_columns.sql
\ir operation.sql
\ir history.sql
\ir views.sql
\ir who.sql
\ir row.sql
\ir rules.sql
\ir save.sql
\ir identity.sql
\ir conflict.sql
\ir gate.sql
\ir open.sql
\ir names.sql
\ir search_names.sql
\ir search.sql
\ir query.sql
\ir home.sql
\ir account.sql
\ir terms.sql
\ir policies.sql
\ir grants.sql
\ir dictionaries.sql
\ir finish.sql
