#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The guard under attack: what a person with his own password and psql might do to read without a trace, to stay in, to ask
# unheard, to hand on. Each once worked or nearly did. Prints TAP. Run on a copy of the training database of with_server.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/tap.sh

psql=$MANSAP_TEST_DIR/bin/psql
server_log=$MANSAP_TEST_DIR/data/server.log

as() { # LOGIN SQL: one session, each statement by itself, errors as their SQLSTATE; prints the last line only
    "$psql" -X -q -At -v VERBOSITY=sqlstate -d "$MANSAP_TEST_DSN user=$1" <<<"$2" 2>&1 | tail -n 1 | sed 's/^ERROR:  //'
}
as_admin() { "$psql" -X -q -At -v ON_ERROR_STOP=1 -d "$MANSAP_TEST_ADMIN_DSN" -c "$1"; }

terminal=$(as_admin "select id from mansap.terminal where kind = 'socket' and allowed order by id limit 1")
enter="set client_min_messages = error; do \$\$ begin perform session_open('$terminal', '1.0', null); end \$\$;"
card_of() { as_admin "select c.id from mansap.card as c join mansap.account as a on a.org_id = c.centre_id where login = '$1'
                      order by c.id desc limit 1"; }
mine=$(card_of operator)
theirs=$(card_of operator3)
iin=$(as_admin "select iin from mansap.card where id = $theirs")
purpose='жұмыс берушінің хаты бойынша'
open="$enter do \$\$ begin perform card_open($mine, null, null); end \$\$;"
save="begin; do \$\$ begin perform save_begin(gen_random_uuid(), $mine, 'save', null, null, null); end \$\$;"
lines() { grep -c "mansap $1 .*\"event\": \"$2\"" "$server_log"; } # KIND EVENT
views() { as_admin "select count(*) from mansap.view_log where card_id = $1"; }

# Reading without a trace: what is rolled back has not been seen.
before=$(views "$theirs")
logged=$(lines audit card_open)
is "[P-20.7] an opening and its rows in one transaction: nothing to see" \
    "$(as operator "$enter begin; do \$\$ begin perform card_open(null, '$iin', '$purpose'); end \$\$; select count(*) from card")" 0
is "[P-20.7] nor in a block that catches its own error" "$(as operator "$enter do \$\$
    declare n text; begin
        begin
            perform card_open(null, '$iin', '$purpose');
            select last_name into n from card where id = $theirs;
            raise exception 'undone';
        exception when raise_exception then null; end;
        raise exception using errcode = case when n is null then 'XX001' else 'XX002' end;
    end \$\$")" XX001
is "[P-20.7] a save does not see it sooner, either" "$(as operator "$enter begin;
    do \$\$ begin perform card_open($mine, null, null);
        perform save_begin(gen_random_uuid(), $mine, 'save', null, null, null); end \$\$;
    with u as (update card set phone = '+77010000009' returning 1) select count(*) from u")" 0
is "[P-20.7] such openings left no row" "$(views "$theirs")" "$before"
is "[P-20.7] but a line each in the server's log" "$(lines audit card_open)" $((logged + 3))
is "[P-20.7] committed, it is seen" "$(as operator "$open select count(*) from card")" 1
is "opening it again hides nothing" "$(as operator "$open begin; do \$\$ begin perform card_open($mine, null, null); end \$\$;
    select count(*) from card")" 1
logged=$(lines audit search)
as operator "$enter begin; select count(*) from person_search('Ах', 10); rollback" >/dev/null
is "[P-20.7] a search that is rolled back is in the server's log" "$(lines audit search)" $((logged + 1))
logged=$(lines audit person_exists)
as operator "$enter begin; select count(*) from person_exists('$iin'); rollback" >/dev/null
is "[Z-6] so is a question for an IIN" "$(lines audit person_exists)" $((logged + 1))
is "the client is not told what the log is told" \
    "$(as operator "$enter set client_min_messages = debug1; select found from person_exists('$iin')" | tail -n 1)" t
is "nor by notices" "$("$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator" \
    -c "$enter set client_min_messages = log; select found from person_exists('$iin')" 2>&1 | grep -c 'mansap audit')" 0
is "[P-20.7] no name and no IIN stands in the server's log" "$(grep 'mansap audit' "$server_log" | grep -c "$iin\|Ах")" 0

# Asking unheard whether there is a card (Z-6).
new="insert into card (last_name, first_name, iin, sex, birth_date, citizenship, addr_region, addr_district, addr_locality,
        addr_house, phone)
    select 'Ә', 'Ә', '$iin', iin_sex('$iin'), iin_birth('$iin'), 'KZ', parent, code, 'а', '1', '+77010000009'
    from dict_district order by code limit 1"
begin="$enter begin; do \$\$ begin perform save_begin(gen_random_uuid(), null, 'save', null, null, null); end \$\$;"
logged=$(lines refusal card.iin)
is "[Z-6] an IIN that another card has is refused" "$(as operator "$begin $new")" 23505
is "[Z-6] also where a conflict is to be passed over" "$(as operator "$begin $new on conflict do nothing")" 23505
is "[Z-6] and by a change" "$(as operator "$open begin; do \$\$ begin
    perform save_begin(gen_random_uuid(), $mine, 'recorded', 'себеп', 'құжат', '2026-11-02'); end \$\$;
    update card set iin = '$iin'")" 23505
is "[Z-6] each is in the server's log" "$(lines refusal card.iin)" $((logged + 3))
is "[Z-6] and tells no value" "$("$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator" -c "$begin $new" 2>&1 | grep -c "$iin")" 0
as operator "$enter select * from person_exists('000000000000')" >/dev/null
is "[Z-6] the audit tells which IIN was asked for, also if there is none" "$(as_admin "select detail ->> 'iin' from mansap.audit_log
    where event = 'person_exists' order by id desc limit 1")" 000000000000
as_admin 'analyze mansap.card'
cost() { # COLUMN VALUE
    "$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator" -c "$open set enable_sort = off; set enable_seqscan = off;
    set enable_bitmapscan = off; explain select $1 from card where $1 < '$2' order by $1" 2>&1 | grep -m 1 -o 'cost=[^ ]* rows=[0-9]*'
}
is "[Z-6] EXPLAIN does not tell where IINs lie" "$(cost iin 700101)" "$(cost iin 950101)"
is "[Z-6] nor telephones" "$(cost phone +77011)" "$(cost phone +77089)"
is "[Z-6] nor names" "$(cost fkey а)" "$(cost fkey т)"

# Staying in
coproc held { "$psql" -X -q -At -v VERBOSITY=sqlstate -d "$MANSAP_TEST_DSN user=operator2" 2>&1; }
# shellcheck disable=SC2154 # the coproc sets it
held_pid=$held_PID
ask() { # SQL: in the session that is held open
    echo "$1" >&"${held[1]}"
    read -r answer <&"${held[0]}"
    echo "$answer"
}
is "one is in" "$(ask "select ok from session_open('$terminal', '1.0', null);")" t
is "and has a card open" "$(ask "select ok from card_open($mine, null, null);")" t
is "and sees it" "$(ask 'select count(*) from card;')" 1
change() { # TITLE THERE BACK
    as_admin "$2"
    is "[P-29] $1: nothing is seen any more" "$(ask 'select count(*) from card;')" 0
    is "[P-29] $1: no search" "$(ask "select count(*) from person_search('Ах', 1);")" 'ERROR:  MS401'
    as_admin "$3"
    is "[P-29] $1 no longer: it is" "$(ask 'select count(*) from card;')" 1
}
change "the account is locked" "update mansap.account set locked_reason = 'x' where login = 'operator2'" \
    "update mansap.account set locked_reason = null where login = 'operator2'"
change "its term is over" "update mansap.account set valid_from = mansap.today() - 9, valid_until = mansap.today() - 1 where login = 'operator2'" \
    "update mansap.account set valid_until = mansap.today() where login = 'operator2'"
change "it works elsewhere" \
    "update mansap.account as a set org_id = b.org_id from mansap.account as b where a.login = 'operator2' and b.login = 'operator3'" \
    "update mansap.account as a set org_id = b.org_id from mansap.account as b where a.login = 'operator2' and b.login = 'operator'"
change "the terminal is withdrawn" "update mansap.terminal set allowed = false where id = '$terminal'" \
    "update mansap.terminal set allowed = true where id = '$terminal'"
is "[P-29] an old snapshot sees nothing from the start" \
    "$(ask 'begin isolation level repeatable read; select count(*) from card; rollback;')" 0
is "[P-29] whatever it is called" "$(ask 'begin isolation level serializable; select count(*) from card; rollback;')" 0
echo '\q' >&"${held[1]}"
wait "$held_pid"

# Holding on: a session that is being opened, in a transaction that does not end.
hold() { # SQL: begins a transaction with it, in a session of operator2's
    coproc held { "$psql" -X -q -At -v VERBOSITY=sqlstate -d "$MANSAP_TEST_DSN user=operator2" 2>&1; }
    held_pid=$held_PID
    is "a session is being opened" "$(ask "begin; $1")" t
}
let_go() {
    echo '\q' >&"${held[1]}"
    wait "$held_pid"
    as_admin "update mansap.account set locked_reason = null, locked_at = null, terms_accepted = mansap.terms_now() where login = 'operator2'"
}
hold "select ok from session_open('$terminal', '1.0', null);"
is "[P-29] that keeps nobody from locking the account" "$(as_admin "set lock_timeout = '3s';
    update mansap.account set locked_reason = 'x' where login = 'operator2' returning locked_reason" 2>&1)" x
is "[P-29] and it is locked" "$(ask "commit; select count(*) from organisation;")" 0
let_go
as_admin "update mansap.account set terms_accepted = null where login = 'operator2'"
hold "select ok from session_open('$terminal', '1.0', terms_now());"
as_admin "set lock_timeout = '3s'; select mansap.account_lock('operator2', 'тексеру')" >/dev/null
is "[P-29] who holds the account itself is put out" "$(as_admin "select locked_reason from mansap.account where login = 'operator2'")" тексеру
let_go 2>/dev/null

# One card after the other (206 p. 28(3)).
as_admin "update mansap.setting set value = '3' where name = 'open_cap'"
ids=$(as_admin "select string_agg(c.id::text, ',') from (select c.id from mansap.card as c join mansap.account as a
    on a.org_id = c.centre_id where login = 'operator3' order by c.id desc limit 5) as c")
opened=$(as operator3 "$enter select string_agg(coalesce(o.code, 'open'), ' ' order by c.n)
    from unnest(array[$ids]) with ordinality as c (id, n) cross join lateral card_open(c.id, null, null) as o")
is "[P-28] so many cards a minute, no more" "$opened" 'open open open MS430 MS430'
is "[P-28] refusals are logged" "$(as_admin "select count(*) from mansap.audit_log where login = 'operator3' and code = 'MS430'")" 2
is "[P-28] also by another session" "$(as operator3 "$enter select code from card_open(${ids##*,}, null, null)")" MS430
is "[P-28] a card that was opened opens again" "$(as operator3 "$enter select ok from card_open($theirs, null, null)")" t
as_admin "update mansap.setting set value = '' where name = 'open_cap'"

# A terminal may be a whole network: two computers in it are two.
as_admin "insert into mansap.session (login, pid, backend_start, terminal, address, role, org_id)
    select 'operator2', pid, backend_start, '$terminal', '192.0.2.7', 'operator', a.org_id
    from pg_stat_activity, mansap.account as a where backend_type = 'checkpointer' and login = 'operator2'"
is "[P-28] a second session from another address is refused" "$(as operator2 "select code from session_open('$terminal', '1.0', null)")" \
    MS440
as_admin "update mansap.session set closed_at = now(), closed_why = 'gone' where address = '192.0.2.7'"

# Dates: what a client may set does not move the day.
as_admin "update mansap.setting set value = '2026-11-25' where name = 'today'"
for style in 'ISO' 'German' 'SQL, DMY' 'SQL, MDY' 'Postgres, DMY'; do
    is "no date in the future, DateStyle $style" "$(as operator "$open set datestyle = '$style'; $save
        insert into career_guidance (provider_name, held_on, result) values ('x', date '2030-01-01', 'y')")" MS422
    is "today is none, DateStyle $style" "$(as operator "$open set datestyle = '$style'; $save
        insert into career_guidance (provider_name, held_on, result) values ('x', date '2026-11-25', 'y') returning result")" y
done
as_admin "update mansap.setting set value = '2026-11-18' where name = 'today'"

# Beside the guard: stores and locks that all share, other databases.
for call in "lo_from_bytea(0, 'x')" "lo_create(0)" "lo_creat(-1)" "lo_put(1, 0, 'x')" "lo_open(1, 393216)" "lo_get(1)" \
    "pg_advisory_lock(1)" "pg_try_advisory_lock(1, 2)" "pg_advisory_xact_lock(1)" "pg_logical_emit_message(false, 'a', 'b')"; do
    is "not for log-ins: $call" "$(as operator "select $call")" 42501
done
for other in postgres template1; do
    has "no log-in connects to $other" "$("$psql" -X -At -d "$MANSAP_TEST_DSN user=operator dbname=$other" -c 'select 1' 2>&1)" \
        'permission denied for database'
done
is "password verifiers are the server's" "$(as operator 'select rolpassword from pg_authid')" 42501
is "[P-29] nor does the administrator read them" "$(as admin "$enter select verifier from account")" 42501
is "nor by the function" "$(as operator "select verifier_of('head')")" 42501
is "nor seals anybody an account" "$(as admin "select account_seal('admin')")" 42501

# The log is not to be flooded, a purpose not a novel.
as operator "select session_open(repeat('x', 100000), repeat('y', 100000), null)" >/dev/null
is "what a client sends is cut in the log" \
    "$(as_admin "select length(terminal) || ' ' || length(detail ->> 'version') from mansap.audit_log order by id desc limit 1")" '100 500'
is "a purpose has its limit" "$(as operator "$enter select code from card_open(null, '$iin', repeat('себеп ', 1000))")" MS429
is "so has a search" "$(as operator "$enter select count(*) from person_search(repeat('а', 201), 1)")" MS429

# Handing on (206 p. 28(2)). Last: roles are the cluster's, so all is put back.
refused() { as "$1" "select concat_ws(' ', code, detail) from session_open('$terminal', '1.0', null)"; }
is "operator3 is in, the password as it was set" "$(refused operator3)" ""
verifier=$(as_admin "select rolpassword from pg_authid where rolname = 'operator3'")
password=$(sed -n 's/^.*:operator3:\(.*\)$/\1/p' "$MANSAP_TEST_DIR/pgpass")
as operator3 "alter role operator3 password 'түсінікті'" >/dev/null
with_own() { PGPASSWORD='түсінікті' "$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator3 passfile=/dev/null" -c "$1" 2>&1; }
is "[P-28] a password that nobody set locks the account at the next gate" \
    "$(with_own "select code from session_open('$terminal', '1.0', null)")" MS442
is "[P-28] also if one would not have it written" \
    "$(with_own "begin; select code from session_open('$terminal', '1.0', null); rollback; select code from session_open('$terminal', '1.0', null)" | tail -n 1)" MS442
is "[P-28] it is in the audit" "$(as_admin "select count(*) > 0 from mansap.audit_log where login = 'operator3' and code = 'MS442'
    and detail ->> 'detail' = 'the password was not set by the administrator'")" t
as_admin "alter role operator3 password '$verifier'"
is "[P-28] the old one does not open it again" "$(refused operator3)" 'MS442 the password was not set by the administrator'
as_admin "alter role operator3 password '$password'; select mansap.account_seal('operator3')" >/dev/null
is "[P-28] sealed by the administrator, it does" "$(refused operator3)" ""
as_admin "update mansap.account set locked_reason = 'еңбек демалысы' where login = 'operator3'; select mansap.account_seal('operator3')" >/dev/null
is "[P-29] a seal lifts no other lock" "$(refused operator3)" 'MS442 еңбек демалысы'
as_admin "update mansap.account set locked_reason = null, verifier = null where login = 'operator3'"
is "an account without a seal takes the first password" "$(refused operator3)" ""
is "and keeps it" "$(as_admin "select verifier = mansap.verifier_of(login) from mansap.account where login = 'operator3'")" t
is "[P-28] a log-in cannot be granted to another" "$(as operator 'grant operator to operator3')" 42501
as_admin "alter role operator3 password '$verifier'" # the accounts of other databases know it by this one
done_testing
