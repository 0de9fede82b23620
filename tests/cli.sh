#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The command line of the real program.
set -u
. tests/shell/tap.sh
program=$PROGRAM
ini=$MANSAP_TEST_DIR/cli.ini
printf '[database]\nconninfo = "%s"\n[screen]\nlanguage = en\n' "$MANSAP_TEST_DSN" >"$ini"
errors=$MANSAP_TEST_DIR/cli.errors
sql() { "$MANSAP_TEST_DIR/bin/psql" -X -At -d "$MANSAP_TEST_ADMIN_DSN" -c "$1"; }

mansap() { # its output in $out, its exit code in $code, its errors in $err
    code=0
    out=$("$program" --config "$ini" "$@" 2>"$errors" </dev/null) || code=$?
    err=$(cat "$errors")
}

mansap --version
is '--version tells the version' "$code $(echo "$out" | grep -cE '^mansap [0-9]+\.[0-9]+\.[0-9]+$')" '0 1'
mansap --lang en --help
has '--help names every command' "$out" 'mansap show IIN --purpose TEXT'
has '--help names the options' "$out" '--config FILE'

mansap nonsense
is 'an unknown command is a usage error' "$code" 2
mansap --colour
has 'an unknown option is named' "$code $err" '--colour'
mansap show 123456789012
has 'show without a purpose is a usage error [Z-6]' "$code $err" '2 mansap: '
mansap forms extra
is 'too many arguments are a usage error' "$code" 2
mansap --lang de forms
has 'an unknown language is a usage error' "$code $err" 'de'

printf '[screen]\ncolour = red\n' >"$MANSAP_TEST_DIR/bad.ini"
code=0
err=$("$program" --lang en --config "$MANSAP_TEST_DIR/bad.ini" check 2>&1 >/dev/null </dev/null) || code=$?
has 'a bad configuration is told with file, line, key and remedy' "$code $err" "1 mansap: $MANSAP_TEST_DIR/bad.ini:2: [screen] has no key"

mansap forms
is 'forms prints seven columns a line' "$(echo "$out" | awk -F '\t' 'NF != 7' | wc -l)" 0
is 'forms knows the IIN, required and printed' "$(echo "$out" | awk -F '\t' '$3 == "iin" { print $2, $4, $5, $6 }')" 'card iin yes yes'
mansap forms --lang kk
has 'forms prints the captions in Kazakh' "$out" 'Тегі'

mansap check
is 'check finds nothing wrong' "$code $(echo "$out" | grep -c '^FAIL')" '0 0'
has 'check tells the schema version' "$out" 'schema version'
sql 'alter table mansap.visit rename column staff_note to remark' >/dev/null
mansap check
has 'check finds a column that is missing' "$code $(echo "$out" | grep '^FAIL')" '1 FAIL	visit.staff_note'
sql 'alter table mansap.visit rename column remark to staff_note' >/dev/null
has 'check looks for history outside all years [F-13]' "$out" 'ok	history	'
sql "insert into mansap.history select card_id, seq, '2100-01-01', login, session_id, terminal, op, kind, tab, row_id, old, new, reason, hash
     from mansap.history limit 1" >/dev/null
mansap check
has 'and tells how many rows lie there' "$code $(echo "$out" | grep '^FAIL')" '1 FAIL	history	rows in no partition of a year (history_rest): 1'

iin=$(sql "select c.iin from mansap.card c join mansap.account a on a.org_id = c.centre_id where a.login = 'operator' order by c.id limit 1")
surname=$(sql "select last_name from mansap.card where iin = '$iin'")
before=$(sql 'select count(*) from mansap.view_log')
mansap show "$iin" --purpose 'тексеру үшін ашылды'
has 'show prints the card as JSON [Z-6]' "$code $out" "$surname"
is 'its JSON is well formed' "$(printf "select (\$json\$%s\$json\$::jsonb) is not null" "$out" | "$MANSAP_TEST_DIR/bin/psql" -X -At -d "$MANSAP_TEST_ADMIN_DSN" -f -)" t
is 'the view is logged [P-20.7]' "$(sql 'select count(*) from mansap.view_log')" "$((before + 1))"
mansap show 123456789012 --purpose 'тексеру үшін ашылды'
has 'show refuses what is no IIN [Z-13]' "$code $err" '1 mansap: '
mansap show "$iin" --purpose ''
is 'show refuses an empty purpose [Z-6]' "$code" 1

sed 's/passfile=[^"]*//' "$ini" >"$MANSAP_TEST_DIR/nopass.ini"
code=0
err=$(setsid "$program" --config "$MANSAP_TEST_DIR/nopass.ini" check </dev/null) || code=$?
has 'without password and terminal the connection fails with a remedy' "$code $err" '.pgpass'
done_testing
