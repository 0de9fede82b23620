#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An installation is one transaction that can be repeated elsewhere and gives the same; over itself it is refused.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/tap.sh

database=t_install
admin() { "$MANSAP_TEST_DIR/bin/psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" "$@"; }
sql() { "$MANSAP_TEST_DIR/bin/psql" -X -q -At -v ON_ERROR_STOP=1 -d "$MANSAP_TEST_ADMIN_DSN dbname=$database" "$@"; }
install() { sql -1 "$@" -f common/schema/install.sql; }
anew() { admin -c 'set client_min_messages = warning' -c "drop database if exists $database" -c "create database $database"; }

definitions() { # DATABASE: its schema as SQL, without what differs from run to run
    "$MANSAP_TEST_DIR/bin/pg_dump" -s -n mansap -d "$MANSAP_TEST_ADMIN_DSN dbname=$1" |
        sed -e '/^--/d' -e '/^$/d' -e '/^\\\(un\)\{0,1\}restrict /d'
}

anew
definitions "$(sql -d "$MANSAP_TEST_ADMIN_DSN" -c 'select current_database()')" >"$MANSAP_TEST_DIR/fresh.sql"
runs "a second installation in the same cluster" install -v training=t
definitions "$database" >"$MANSAP_TEST_DIR/second.sql"
runs "gives the same definitions" diff "$MANSAP_TEST_DIR/fresh.sql" "$MANSAP_TEST_DIR/second.sql"
install >"$MANSAP_TEST_DIR/output" 2>&1
is "an installation over an existing one is refused" "$?" 3
definitions "$database" >"$MANSAP_TEST_DIR/third.sql"
runs "and changes nothing" diff "$MANSAP_TEST_DIR/fresh.sql" "$MANSAP_TEST_DIR/third.sql"
is "it was a training database" "$(sql -c 'select mansap.is_training()')" t

anew
runs "an installation without training" install
is "is a production database" "$(sql -c 'select mansap.is_training()')" f
is "[Z-17] and has no sample words" "$(sql -c "select (select count(*) from mansap.dict_refusal_reason where sample)
    + (select count(*) from mansap.dict_removal_reason where sample)")" 0
admin -c "drop database if exists $database"
done_testing
