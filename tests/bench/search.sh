#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# search.sh [CARDS] [TIMES]: the search among so many invented cards (300000), each kind so often (200): as an operator, as a
# mobility centre of 10 centres and as the authorised body; p50 and p99 in ms, beside the same functions called bare, without
# session, log and status. Fails if a plan reads all of card. Not part of `make test`; makes its own server.
set -eu
cd "$(dirname "$0")/../.."
[ -n "${MANSAP_TEST_DIR-}" ] || exec tests/with_server "$0" "$@"
cards=${1:-300000} times=${2:-200}

# A server as it would be set up for so many cards: memory, and durable.
top=$PWD data=$MANSAP_TEST_DIR/data socket=$MANSAP_TEST_DIR/sock pgpass=$MANSAP_TEST_DIR/pgpass log=$MANSAP_TEST_DIR/setup.log
. common/training/cluster.sh
cluster_owner
cluster_bin
psql_as postgres mansap_training -c "alter system set shared_buffers = '1GB'" -c "alter system set max_wal_size = '8GB'" \
    -c "alter system set maintenance_work_mem = '256MB'"
cluster_stop
cluster_start

admin() { psql_as postgres mansap_training -At -c 'set search_path = mansap' "$@" | grep -vx SET || true; }
if [ "$(admin -c 'select count(*) from card')" -lt "$cards" ]; then
    echo "generating $cards cards ..." >&2
    psql_as postgres mansap_training -v cards="$cards" -f tests/bench/cards.sql >&2
fi
psql_as postgres mansap_training -c 'set search_path = mansap' -c 'analyze name_word, name_part, name_near'
admin -F ' ' -c "select relname, pg_size_pretty(pg_relation_size(oid)) from pg_class
    where relname ~ '^(card|name_)' and relkind in ('r', 'i') and relnamespace = 'mansap'::regnamespace order by relname" \
    -c "select 'words', kind, count(*) from name_word group by kind" >&2

# Texts of each kind, made of names that there are. KIND TAB TEXT
texts=$MANSAP_TEST_DIR/texts
admin -F "$(printf '\t')" -v n="$times" -f - >"$texts" <<'SQL'
set search_path = mansap;
select setseed(0.3) \g /dev/null
create temporary table sample as
select row_number() over () as i, lower_text(last_name) as s, lower_text(first_name) as g, lower_text(middle_name) as p, iin, birth_date
from card tablesample system (5) where length(last_name) > 7 and middle_name is not null order by random() limit 20 * :n;
select k, t from (
    select 'iin' as k, iin as t, 0 as o, i from sample
    union all select 'beginning of the IIN', left(iin, 6), 1, i from sample
    union all select 'birth date', to_char(birth_date, 'DD.MM.YYYY'), 2, i from sample
    union all select 'surname, 3 letters', left(s, 3), 3, i from sample
    union all select 'surname, 6 letters', left(s, 6), 4, i from sample
    union all select 'surname', s, 4, i from sample
    union all select 'surname and birth date', s || ' ' || to_char(birth_date, 'DD.MM.YYYY'), 4, i from sample
    union all select 'surname and year', s || ' ' || to_char(birth_date, 'YYYY'), 4, i from sample
    union all select 'surname and name', left(s, 5) || ' ' || left(g, 3), 5, i from sample
    union all select 'name and surname', g || ' ' || s, 6, i from sample
    union all select 'surname, name, patronymic', s || ' ' || g || ' ' || left(p, 4), 7, i from sample
    union all select 'name and patronymic', g || ' ' || p, 8, i from sample
    union all select '3 letters from the middle', substr(s, 3, 3), 9, i from sample
    union all select '5 letters from the middle', substr(s, 2, 5), 10, i from sample
    union all select 'middle of surname and name', substr(s, 2, 4) || ' ' || substr(g, 2, 3), 11, i from sample
    union all select 'a wrong letter', overlay(s placing 'щ' from 2 + i::int % 4 for 1), 12, i from sample
    union all select 'a missing letter', overlay(s placing '' from 2 + i::int % 4 for 1), 13, i from sample
    union all select 'an extra letter', overlay(s placing 'ф' from 2 + i::int % 4 for 0), 14, i from sample
    union all select 'letters swapped', left(s, 2) || substr(s, 4, 1) || substr(s, 3, 1) || substr(s, 5), 15, i from sample
    union all select 'a mistake, and the name', overlay(s placing 'щ' from 3 for 1) || ' ' || left(g, 4), 16, i from sample
    union all select 'wrong layout', translate(s, 'йцукенгшщзхъфывапролджэячсмитьбюәіңғүұқөһ',
                                               'qwertyuiop[]asdfghjkl;''zxcvbnm,.234589' || '0-='), 17, i from sample
    union all select 'Latin', replace(replace(replace(translate(s, 'абвгдезиклмнопрстуфйыіңғүұқөәё', 'abvgdeziklmnoprstufyyinguukoae'),
                                      'ж', 'zh'), 'х', 'kh'), 'ш', 'sh'), 18, i from sample
    union all select 'nobody', 'ъыщ' || left(s, 3) || 'щщ', 19, i from sample
    union all select 'nobody of that name', left(s, 6) || ' щщъщ', 20, i from sample) as x
where i % 20 = o % 20 and t !~ '[~"\\]' and k <> '' order by o, k, i;
SQL

# run WHO STATEMENT KIND: times in ms, sorted; the first calls of a connection plan and are left out
run() {
    {
        echo "set search_path = mansap;"
        [ "$1" = - ] && echo "set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan;" || echo "set session authorization $1; select from mansap.session_open('local', '0.1.0', mansap.terms_now());"
        awk -F '\t' -v kind="$3" -v sql="$2" -v warm=12 '
            $1 == kind { t[++n] = $2 }
            END { q = "\047"
                for (i = 1 - warm; i <= n; i++) {
                    if (i == 1) print "\\timing on"
                    text = t[i]; if (i < 1) text = t[i + warm]; gsub(q, q q, text); s = sql; gsub("TEXT", q text q, s); print s ";" } }' "$texts"
    } | psql_as postgres mansap_training -At -f - | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | sort -n
}
quantiles() { awk '{ v[NR] = $1 } END { last = int(NR * 0.99 + 0.99); printf "%.2f %.2f\n", v[int((NR + 1) / 2)], v[last] }'; }

centres() { echo "territory((select org_id from account where login = '$1'))"; }
printf '%s cards, %s searches of each kind; ms\n\n| search | operator p50 | p99 | bare p50 | p99 | mobility p50 | p99 | bare p50 | p99 | authority p50 | p99 |\n' "$cards" "$times"
printf '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n'
ask='select count(*) from person_search(TEXT, 50)'
cut -f 1 "$texts" | uniq | while IFS= read -r kind; do
    line="| $kind |"
    for who in operator mobility authority; do
        read -r p50 p99 <<<"$(run "$who" "$ask" "$kind" | quantiles)"
        line="$line $p50 | $p99 |"
        [ "$who" != authority ] || continue
        bare="select count(*) from search_ids(search_read(TEXT), $(centres $who), 51) as i join card using (id)"
        read -r p50 p99 <<<"$(run - "$bare" "$kind" | quantiles)"
        line="$line $p50 | $p99 |"
    done
    echo "$line"
done

# The plans, also those that are kept after some calls: none reads all of card.
plans=$MANSAP_TEST_DIR/plans
: >"$plans"
for who in operator mobility authority; do
    {
        echo "load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;"
        echo "set auto_explain.log_level = notice; set client_min_messages = notice; set search_path = mansap;"
        echo "set session authorization $who; select from mansap.session_open('local', '0.1.0', mansap.terms_now());"
        awk -F '\t' '++n[$1] <= 10 { t = $2; gsub("\047", "\047\047", t); print "select count(*) from person_search(\047" t "\047, 50);" }' "$texts"
    } | psql_as postgres mansap_training -At -f - >>"$plans" 2>&1
done
plans_seen=$(grep -c 'Query Text:' "$plans")
[ "$plans_seen" -gt 0 ] || { echo "no plans were seen" >&2; exit 1; }
if grep -nE 'Seq Scan on (mansap\.)?(card|jobseeker_reg|unemployed_reg|name_word|name_part|name_near)( |$)' "$plans"; then
    echo "a plan reads a whole large table" >&2
    exit 1
fi
echo
echo "$plans_seen plans: none reads a whole large table."
