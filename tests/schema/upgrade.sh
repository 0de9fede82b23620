#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Upgrades: there is one file for every version after the first, and what it leaves behind equals a new installation.
# Versions before the newest are kept as dumps of their definitions, upgrade/<n>.before.sql, once there is a second one.
set -u
cd "$(dirname "$0")/../.."

psql=$MANSAP_TEST_DIR/bin/psql
version=$("$psql" -X -At -d "$MANSAP_TEST_ADMIN_DSN" -c 'select max(version) from mansap.schema_version')
program=$(sed -n 's/^#define SCHEMA_VERSION //p' common/session.h)
files=$(cd common/schema/upgrade && ls -- *.sql 2>/dev/null | grep -v '\.before\.sql$' | sort -n | tr '\n' ' ')
wanted=$(for v in $(seq 2 "$version"); do printf '%s.sql ' "$v"; done)

n=0
is() { # GOT WANTED TITLE
    n=$((n + 1))
    if [ "$1" = "$2" ]; then
        echo "ok $n - $3"
    else
        printf 'not ok %s - %s\n#   got: %s\n#   wanted: %s\n' "$n" "$3" "$1" "$2"
    fi
}

definitions() { # DATABASE: its schema as SQL, without what differs from run to run
    "$MANSAP_TEST_DIR/bin/pg_dump" -d "$MANSAP_TEST_ADMIN_DSN dbname=$1" -n mansap --schema-only |
        grep -v '^--\|^$\|^\\\(un\)\?restrict'
}

is "$version" "$program" "the program and the schema are of one version"
is "$files" "$wanted" "one upgrade for every version after the first"
for v in $(seq 2 "$version"); do
    before=common/schema/upgrade/$v.before.sql
    "$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'create database upgrade_test'
    "$psql" -X -q -v ON_ERROR_STOP=1 -1 -d "$MANSAP_TEST_ADMIN_DSN dbname=upgrade_test" -f "$before" >/dev/null
    for step in $(seq "$v" "$version"); do
        "$psql" -X -q -v ON_ERROR_STOP=1 -1 -d "$MANSAP_TEST_ADMIN_DSN dbname=upgrade_test" \
            -f "common/schema/upgrade/$step.sql" >/dev/null
    done
    is "$(definitions upgrade_test | md5sum)" "$(definitions mansap_training | md5sum)" "from $((v - 1)) to $version"
    "$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'drop database upgrade_test'
done

# A new installation is one transaction that can be repeated elsewhere and gives the same.
"$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'create database install_test'
"$psql" -X -q -v ON_ERROR_STOP=1 -1 -v training=t -d "$MANSAP_TEST_ADMIN_DSN dbname=install_test" \
    -f common/schema/install.sql >/dev/null 2>&1
is "$?" 0 "a second installation in the same cluster"
is "$(definitions install_test | md5sum)" "$(definitions mansap_training | md5sum)" "gives the same definitions"
"$psql" -X -q -v ON_ERROR_STOP=1 -1 -d "$MANSAP_TEST_ADMIN_DSN dbname=install_test" -f common/schema/install.sql \
    >/dev/null 2>&1
is "$?" 3 "an installation over an existing one is refused"
is "$(definitions install_test | md5sum)" "$(definitions mansap_training | md5sum)" "and changes nothing"
"$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'drop database install_test'

# Only production: no sample words, no training.
"$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'create database install_test'
"$psql" -X -q -v ON_ERROR_STOP=1 -1 -d "$MANSAP_TEST_ADMIN_DSN dbname=install_test" -f common/schema/install.sql \
    >/dev/null 2>&1
is "$("$psql" -X -At -d "$MANSAP_TEST_ADMIN_DSN dbname=install_test" -c "select mansap.is_training()")" f \
    "without training it is a production database"
is "$("$psql" -X -At -d "$MANSAP_TEST_ADMIN_DSN dbname=install_test" -c "select (select count(*) from mansap.dict_refusal_reason
    where sample) + (select count(*) from mansap.dict_removal_reason where sample)")" 0 "[Z-17] and has no sample words"
"$psql" -X -q -d "$MANSAP_TEST_ADMIN_DSN dbname=postgres" -c 'drop database install_test'
echo "1..$n"
