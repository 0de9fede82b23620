#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Upgrades: every former version, as it was installed (tests/schema/previous/v<N>.sql.gz, with some rows), goes by the files
# common/schema/upgrade/<N>-<N + 1>.sql to the present one. What they leave equals a new installation; every value is there
# still, the history is untouched, and persons are found. A file refuses a database that is not at its version.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/tap.sh

program=$(sed -n 's/^#define SCHEMA_VERSION //p' common/session.h)
upgrades=$(find common/schema/upgrade -name '*.sql' -printf '%f ' | tr ' ' '\n' | sort -n | tr '\n' ' ')
wanted=$(for v in $(seq 1 $((program - 1))); do printf ' %s' "$v-$((v + 1)).sql"; done)
database=t_upgrade

sql() { "$MANSAP_TEST_DIR/bin/psql" -X -q -At -v ON_ERROR_STOP=1 -d "$MANSAP_TEST_ADMIN_DSN dbname=$database" "$@"; }

# As README says: one file, one transaction.
upgrade() { sql -1 -f "common/schema/upgrade/$1-$(($1 + 1)).sql"; }

version() { sql -c 'select max(version) from mansap.schema_version'; }

begin() { # VERSION: a database of that version with rows
    "$MANSAP_TEST_DIR/bin/psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" \
        -c "set client_min_messages = warning" -c "drop database if exists $database with (force)" \
        -c "create database $database template template0 encoding 'UTF8'" &&
        gzip -dc "tests/schema/previous/v$1.sql.gz" | sql -1 -o /dev/null &&
        sql -1 -o /dev/null -f "tests/schema/previous/v$1.rows.sql"
}

# DATABASE: all definitions and rights, the database's own too, without its name and what differs from run to run.
definitions() {
    "$MANSAP_TEST_DIR/bin/pg_dump" -s -C -d "$MANSAP_TEST_ADMIN_DSN dbname=$1" |
        sed -e '/^--/d' -e '/^$/d' -e '/^\\\(un\)\{0,1\}restrict /d' -e '/^\\connect /d' -e "s/\\b$1\\b/DATABASE/g"
}

# Every value of every table, as text; not what an upgrade is there to change. A new column is empty: no value.
values() {
    sql -f - <<'SQL'
select format('select %L, v from (select jsonb_strip_nulls(to_jsonb(t)) - ''fkey'' - ''nkey'' - ''updated_at'' - ''updated_by'' as v from mansap.%I as t) as x order by v::text',
              relname, relname)
from pg_class where relnamespace = 'mansap'::regnamespace and relkind = 'r' and relname not in ('schema_version', 'name_word', 'name_part', 'name_near')
order by relname \gexec
SQL
}

# The last save of each card. To version 2 it stood in the card's own row.
saved() {
    local of=mansap.card
    [ "$(version)" -lt 3 ] || of="(select card_id as id, updated_at, updated_by from mansap.card_head)"
    sql -c "select id, updated_at, updated_by from $of as s order by id"
}

found() { # TEXT: the surnames a search by the operator tells
    sql -v q="$1" -f - <<'SQL'
set session authorization operator;
select from mansap.session_open('local', '0.1.0', (select max(edition) from mansap.terms)) \g /dev/null
select string_agg(surname, ',' order by surname) from mansap.person_search(:'q', 10);
SQL
}

present=$(sql -d "$MANSAP_TEST_ADMIN_DSN" -c 'select max(version) from mansap.schema_version')
is "the program and the schema are of one version" "$present" "$program"
is "one upgrade for every step" " ${upgrades% }" "$wanted"
fresh=$(sql -d "$MANSAP_TEST_ADMIN_DSN" -c 'select current_database()')
definitions "$fresh" >"$MANSAP_TEST_DIR/fresh.sql"

for v in $(seq 1 $((program - 1))); do
    runs "[R-7] version $v, as it was installed, with rows" begin "$v"
    [ "$v" -gt 1 ] || is "version 1 does not find їжакевич" "$(found їжакевич)" ""
    values >"$MANSAP_TEST_DIR/before"
    saved=$(saved)
    for step in $(seq "$v" $((program - 1))); do
        runs "from $step to $((step + 1))" upgrade "$step"
    done
    is "it is at the present version" "$(version)" "$program"
    definitions "$database" >"$MANSAP_TEST_DIR/upgraded.sql"
    runs "[R-7] from $v: the same as a new installation" diff "$MANSAP_TEST_DIR/fresh.sql" "$MANSAP_TEST_DIR/upgraded.sql"
    values | grep -v '"name": "open_cap"' >"$MANSAP_TEST_DIR/after"
    [ -s "$MANSAP_TEST_DIR/before" ] || echo "Bail out! no rows"
    runs "[R-7] from $v: every value is there, history and its chain too" diff "$MANSAP_TEST_DIR/before" "$MANSAP_TEST_DIR/after"
    [ -n "$saved" ] || echo "Bail out! no saves"
    is "[R-6] from $v: by whom and when is told as before" "$(saved)" "$saved"
    is "from $v: folded columns are what fold() makes" "$(sql -c "select count(*) from mansap.card where nkey <> mansap.fold(first_name)
        or fkey <> mansap.fold(last_name || ' ' || first_name || coalesce(' ' || middle_name, ''))")" 0
    is "[K-6] from $v: found in small letters" "$(found їжакевич)" ЇЖАКЕВИЧ
    is "[K-6] from $v: found in capitals" "$(found 'müller ä')" MÜLLER
    is "from $v: found by letters from the middle, a mistake, Latin letters, the wrong layout" \
        "$(found жакеви) $(found серкова) $(found serikova) $(found cthbrjdf)" "ЇЖАКЕВИЧ Серікова Серікова Серікова"
    is "[K-6] from $v: found by folded letters" "$(found ћири) $(found СЕРИКОВА)" "Ћирић Серікова"
    step=$((program - 1))
    has "the last upgrade refuses to run twice" "$(upgrade "$step" 2>&1)" "at version $program, not at version $step"
    is "and changes nothing" "$(version)" "$program"
done
"$MANSAP_TEST_DIR/bin/psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c "drop database if exists $database with (force)"
done_testing
