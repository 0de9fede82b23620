#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The guard from outside: plain psql with each person's own password, nothing of mansap. What one may not do is refused,
# what one may not see is empty. Prints TAP. Run on the training database of with_server.
set -u

psql=$MANSAP_TEST_DIR/bin/psql
n=0

# as LOGIN SQL: one session, each statement by itself, errors as their SQLSTATE; prints the last line only
as() {
    "$psql" -X -q -At -v VERBOSITY=sqlstate -d "$MANSAP_TEST_DSN user=$1" <<<"$2" 2>&1 | tail -n 1 | sed 's/^ERROR:  //'
}
as_admin() { "$psql" -X -q -At -v ON_ERROR_STOP=1 -d "$MANSAP_TEST_ADMIN_DSN" -c "$1"; }

is() { # GOT WANTED TITLE
    n=$((n + 1))
    if [ "$1" = "$2" ]; then
        echo "ok $n - $3"
    else
        echo "not ok $n - $3"
        echo "#   got: $1"
        echo "#   wanted: $2"
    fi
}

terminal=$(as_admin "select id from mansap.terminal where kind = 'socket' and allowed order by id limit 1")
enter="set client_min_messages = error; do \$\$ begin perform session_open('$terminal', '1.0', null); end \$\$;"
card_of() { # LOGIN: a card of the centre of that person, with a visit if there is one
    as_admin "select c.id from mansap.card as c join mansap.account as a on a.org_id = c.centre_id and a.login = '$1'
              left join mansap.visit as v on v.card_id = c.id order by v.id is null, c.id limit 1"
}
mine=$(card_of operator)
theirs=$(card_of operator3)
iin=$(as_admin "select iin from mansap.card where id = $theirs")
open="$enter do \$\$ begin perform card_open($mine, null, null); end \$\$;"
save="begin; do \$\$ begin perform save_begin('00000000-0000-0000-0000-000000000001', $mine, 'save', null, null, null); end \$\$;"

# With the right password, but no session: nothing is seen.
for login in operator operator3 head trainer mobility localexec authority admin auditor; do
    got=$(as "$login" "select (select count(*) from dictionary) + (select count(*) from organisation)
                              + (select count(*) from setting) + (select count(*) from holiday)")
    is "$got" 0 "[P-19] $login: without a session even the dictionaries are empty"
done
for login in operator head trainer mobility localexec authority; do
    is "$(as "$login" 'select count(*) from card')" 0 "[P-19] $login: without a session no card"
    is "$(as "$login" "$enter select count(*) from card")" 0 "$login: after session_open no card either"
    is "$(as "$login" "$enter select count(*) from visit")" 0 "$login: nor any row of one"
done
for login in admin auditor; do
    is "$(as "$login" "$enter select count(*) from card")" 42501 "[P-24] $login: has no cards to read"
done
is "$(as operator "select count(*) from person_search('Ахм', 10)")" MS401 "no search without a session"

# Another centre, and around card_open
is "$(as operator "$enter select code from card_open($theirs, null, null)")" MS403 "[Z-9] another centre's card by its id"
is "$(as operator "$enter select code from card_open(null, '$iin', 'керек')")" MS429 "[Z-6] nor by IIN without a purpose"
is "$(as operator "$enter select code is null and not writable from card_open(null, '$iin', 'жұмыс берушінің хаты бойынша')")" \
    t "[Z-6] by IIN with a purpose it is read only"
is "$(as operator "$open select count(*) from card where id <> $mine")" 0 "beside an opened card no other is seen"
is "$(as operator "$open select count(*) from (select from visit where card_id <> $mine union all
    select from jobseeker_reg where card_id <> $mine) as x")" 0 "nor their rows"
is "$(as operator "$open select count(*) from card where id = $mine")" 1 "the opened one is"
is "$(as operator "$open select count(*) from card_status where card_id <> $mine")" 0 "views are no way around"
is "$(as operator "$enter insert into session_card (session_id, card_id, writable) values (my_session(), $theirs, true)")" \
    42501 "one cannot open a card by a row"
is "$(as operator "$enter update session set login = 'head'")" 42501 "nor by the session"
is "$(as operator "$open set mansap.card = '$theirs'; select count(*) from visit where card_id = my_current_card()")" 0 \
    "nor by pointing at it"
is "$(as operator "$open create function f(text) returns boolean language plpgsql cost 0.0001 as 'begin return true; end'")" \
    42501 "no functions of one's own in the schema"
is "$(as operator "create temporary table t (x int)")" 42501 "no temporary tables"
is "$(as operator "create schema s")" 42501 "no schemas"

# However old a row is, who may open the card reads it.
rows="select count(*) || ' since ' || min(on_day) from (select hired_on as on_day from mansap.last_job where card_id = $mine
    union all select applied_on from mansap.jobseeker_reg where card_id = $mine) as x"
for login in operator head mobility authority; do
    is "$(as "$login" "$open $rows")" "$(as_admin "$rows")" "[R-8] $login: reads all rows of the card"
done

# Forging who and when
for column in created_by created_at meta centre_id checked_at id annul_reason; do
    is "$(as operator "$open $save update card set $column = null where id = $mine")" 42501 "card.$column is not written"
done
for column in meta created_by created_at annulled_by annulled_at row_no card_id centre_id; do
    is "$(as operator "$open $save update visit set $column = null")" 42501 "visit.$column is not written"
done
is "$(as operator "$open $save insert into career_guidance (provider_name, held_on, result, created_by)
    values ('x', '2020-01-01', 'y', 'head')")" 42501 "created_by is not inserted"
is "$(as operator "$open $save insert into career_guidance (card_id, provider_name, held_on, result)
    values ($theirs, 'x', '2020-01-01', 'y')")" 42501 "nor another card's row"
is "$(as operator "$open update card set email = 'a@example.org'")" MS428 "nothing is written outside a save"
is "$(as operator "$open $save update card set email = 'a@example.org' where id = $mine; commit")" MS428 \
    "a save without its end does not commit"
is "$(as_admin "select count(*) from mansap.card where id = $mine and email = 'a@example.org'")" 0 "and leaves nothing"
is "$(as operator "$open select save_begin('00000000-0000-0000-0000-000000000002', $theirs, 'save', null, null, null)")" \
    MS403 "no save of another centre's card"
for login in mobility localexec authority; do
    is "$(as "$login" "$enter select save_begin('00000000-0000-0000-0000-000000000002', $mine, 'save', null, null, null)")" \
        42501 "[F-2] [P-24] $login: saves nothing"
    is "$(as "$login" "$enter update card set email = null")" 42501 "[F-2] $login: changes no card"
done

# History, logs, heads, operations
for login in operator head admin authority trainer; do
    for table in history history_2026 history_rest card_head operation view_log audit_log; do
        is "$(as "$login" "$enter select count(*) from $table")" 42501 "$login: does not read $table"
        is "$(as "$login" "$enter delete from $table")" 42501 "$login: does not shorten $table"
    done
done
for login in operator auditor admin; do
    is "$(as "$login" "$enter update history set new = '{}'")" 42501 "$login: does not rewrite history"
    is "$(as "$login" "$enter update audit_log set login = 'x'")" 42501 "$login: does not rewrite the log"
    is "$(as "$login" "$enter insert into audit_log (login, event, ok) values ('x', 'y', true)")" 42501 \
        "$login: does not write the log by hand"
    is "$(as "$login" "$enter truncate audit_log")" 42501 "$login: does not empty the log"
    is "$(as "$login" "$enter insert into history_rest select * from history")" 42501 "$login: adds no history"
done
is "$(as auditor "$enter select count(*) > 0 from audit_log")" t "[P-20.7] the auditor reads the log"
is "$(as auditor "select count(*) from audit_log")" 0 "but not without a session"

# Internals
for call in "audit('x', true, null, null, null, null)" "history_hash(null, null)" "card_facts(1, today())" \
    "op_now()" "live()" "session_drawn()" "card_current(1)" "setting_get('training')" "backend_start(1)" "import_begin(null, null, null)" "import_end()" \
    "search_ids(null, null, 1000000)" "search_names(null, null, 1000000)" \
    "search_cards('{а}', '{я}', null, null, 1000000)" "search_born(null, '{а}', '{я}', null, null, 1000000)" \
    "search_read('а')" \
    "names_learn('name', '{x}')" "territory(1)" \
    "session_refusal('x', 'y', 'z')" "account_create('x', 'head', '00', 'y', 'z')" "account_lock('head', 'x')" "next_row_no('visit', 1)" \
    "person_of('head')" "verify_chain(1)" "z2_kind('card', 'iin')" "refusal_log('x', 'y', 1)"; do
    is "$(as operator "$enter select $call")" 42501 "[P-20.2] internal: $call"
done

# Deleting, triggers, roles
for table in card visit jobseeker_reg expectation dict_region organisation account session; do
    is "$(as operator "$open delete from $table")" 42501 "[R-7] nothing is deleted from $table"
    is "$(as operator "$open truncate $table")" 42501 "nor is $table emptied"
done
is "$(as operator "alter table card disable trigger all")" 42501 "no trigger is switched off"
is "$(as operator "alter table card disable row level security")" 42501 "nor row security"
is "$(as operator "set session_replication_role = replica")" 42501 "nor all triggers of a session"
is "$(as operator "$open set row_security = off; select count(*) from card")" 42501 "row security off is an error"
for role in mansap_owner mansap_head mansap_admin head postgres; do
    is "$(as operator "set role $role")" 42501 "[P-20.2] nobody becomes $role"
    is "$(as operator "set session authorization $role")" 42501 "nor logs on as $role"
done
is "$(as operator "create role x")" 42501 "no roles are made"
is "$(as operator "alter role head password 'x'")" 42501 "no other's password is set"
is "$(as operator "update account set role = 'admin'")" 42501 "nobody promotes himself"
is "$(as operator "select draft_key from account")" 42501 "no keys are read"
is "$(as admin "$enter select draft_key from account")" 42501 "not by the administrator either"
is "$(as admin "$enter select count(login) > 5 from account")" t "[P-29] who sees the list of accounts"
is "$(as operator "copy (select 1) to program 'true'")" 42501 "no program is run on the server"
is "$(as operator "select pg_read_file('/etc/passwd')")" 42501 "no file is read there"
is "$(as operator "select count(*) from pg_stats where schemaname = 'mansap' and tablename = 'card'")" 0 \
    "statistics tell no names"
is "$(as operator "set mansap.login = 'head'; select session_user")" operator "identity is the log-in, no setting"
got=$("$psql" -X -At -d "$MANSAP_TEST_DSN user=operator password=wrong passfile=/dev/null" -c 'select 1' 2>&1 |
    grep -c 'password authentication failed')
is "$got" 1 "a wrong password opens nothing"

# Two live sessions: another terminal is refused while the first lives, and logged.
as_admin "insert into mansap.terminal (id, kind) values ('guard-other', 'socket') on conflict do nothing"
coproc first { "$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator2"; }
first_pid=$first_PID
echo "select ok from session_open('$terminal', '1.0', null);" >&"${first[1]}"
read -r answer <&"${first[0]}"
is "$answer" t "[P-28] a first session"
is "$(as operator2 "select code from session_open('guard-other', '1.0', null)")" MS440 "[P-28] a second elsewhere is refused"
is "$(as operator2 "select ok from session_open('$terminal', '1.0', null)")" t "[P-28] on the same terminal it is not"
is "$(as_admin "select count(*) from mansap.audit_log where login = 'operator2' and code = 'MS440'")" 1 "[P-28] and logged"
echo '\q' >&"${first[1]}"
wait "$first_pid"
is "$(as operator2 "select ok from session_open('guard-other', '1.0', null)")" t \
    "[P-28] a session that did not say good-bye does not lock its owner out"

# Two save at once: the second waits for the head of the card, then finds the conflict.
phone=$(as_admin "select phone from mansap.card where id = $mine")
coproc first { "$psql" -X -q -At -d "$MANSAP_TEST_DSN user=operator"; }
first_pid=$first_PID
guarded() { # NEW
    echo "with u as (update card set phone = '$1' where id = $mine and phone is not distinct from '$phone' returning 1)" \
        "select must_hit((select count(*) from u), 'card', $mine, array['phone'], array['$phone'])"
}
echo "$open begin; select save_begin('00000000-0000-0000-0000-000000000011', $mine, 'save', null, null, null);
      $(guarded +77010000001);" >&"${first[1]}"
read -r answer <&"${first[0]}"
read -r answer <&"${first[0]}"
is "$answer" 1 "one save is under way"
(as head "$enter do \$\$ begin perform card_open($mine, null, null); end \$\$; begin;
    do \$\$ begin perform save_begin('00000000-0000-0000-0000-000000000012', $mine, 'save', null, null, null); end \$\$;
    $(guarded +77010000002)" >"$MANSAP_TEST_DIR/second" 2>&1) &
second=$!
until [ "$(as_admin "select count(*) from pg_stat_activity where usename = 'head' and wait_event_type = 'Lock'")" = 1 ]; do
    kill -0 $second || break
done
echo "select (save_end('00000000-0000-0000-0000-000000000011')).card_id; commit;" >&"${first[1]}"
read -r answer <&"${first[0]}"
echo '\q' >&"${first[1]}"
wait "$first_pid"
wait $second
is "$answer" "$mine" "the first is saved"
is "$(cat "$MANSAP_TEST_DIR/second")" MS409 "the second waited and is told of the conflict"

echo "1..$n"
