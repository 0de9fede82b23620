#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The training server, made in a copy of the project's files.
set -u
. tests/shell/tap.sh
copy=$MANSAP_TEST_DIR/project
mkdir "$copy"
cp -a common "$copy"
server=$copy/common/training/server.sh
psql=$MANSAP_TEST_DIR/bin/psql
clean_up() {
    "$server" stop >/dev/null 2>&1
    rm -rf "$socket" "$data"
}
socket=/nonexistent data=/nonexistent
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

runs 'it starts from nothing' "$server" start
dsn=$(cat "$copy/.training/dsn")
socket=$(echo "$dsn" | sed 's/^host=\([^ ]*\) .*/\1/')
admin="$dsn user=postgres"
data=$("$psql" -X -At -d "$admin" -c 'show data_directory')
is 'its dsn opens as the default operator without asking' "$("$psql" -X -At -w -d "$dsn" -c 'select current_user')" operator
is 'it listens on no address [P-28]' "$("$psql" -X -At -d "$admin" -c 'show listen_addresses')" ''
is 'every line of pg_hba.conf asks for a password [P-17]' \
    "$("$psql" -X -At -d "$admin" -c "select string_agg(distinct type || ' ' || auth_method, ',') from pg_hba_file_rules")" 'local scram-sha-256'
is 'no password is known to others' "$(stat -c %a "$copy/.training/pgpass")" 600
is 'a wrong password is refused [P-17]' \
    "$(PGPASSWORD=wrong "$psql" -X -At -w -d "$(echo "$dsn" | sed 's/ passfile=.*//') passfile=/nonexistent" -c 'select 1' 2>&1 | grep -c 'password authentication failed')" 1
is 'each account has its own password [P-17]' \
    "$(cut -d: -f5 "$copy/.training/pgpass" | sort | uniq -d | wc -l)" 0
is 'it does not run as root' "$("$psql" -X -At -d "$admin" -c 'select pg_read_file($$postmaster.pid$$)' | head -n 1 | xargs ps -o user= -p | grep -c root)" 0
is 'its database carries the training flag' "$("$psql" -X -At -d "$admin" -c "select value from mansap.setting where name = 'training'")" t
is 'the socket path is short enough' "$([ ${#socket} -lt 80 ] && echo yes)" yes

made=$("$psql" -X -At -d "$admin" -c "select system_identifier from pg_control_system()")
runs 'a second start leaves it as it is' "$server" start
is 'it is the same server' "$("$psql" -X -At -d "$admin" -c "select system_identifier from pg_control_system()")" "$made"
runs 'it stops' "$server" stop
runs 'and starts again' "$server" start
is 'with its data' "$("$psql" -X -At -d "$admin" -c "select system_identifier from pg_control_system()")" "$made"
head=$("$server" config head)
has 'another person has a config file of his own' "$(cat "$head")" 'user=head'
has 'an unknown person is refused' "$("$server" config nobody 2>&1)" 'No such person: nobody'
echo '-- changed' >>"$copy/common/training/people.sql"
has 'a change of the schema makes it anew and says so' "$("$server" start 2>&1)" 'have changed'
done_testing
