-- SPDX-License-Identifier: GPL-3.0-or-later
-- Faster and wider search, cheaper saves.
-- For whom: everybody; the program from this version on is needed. Nothing that is stored changes, but the last save of a
-- card stands elsewhere: it takes some minutes with millions of cards.
-- Needs: nothing; who is at work waits for a moment.
-- upgrade: 2 -> 3
\set ON_ERROR_STOP 1
do $$
begin
    if (select max(version) from mansap.schema_version) <> 2 then
        raise exception 'this database is at version %, not at version 2',
            (select max(version) from mansap.schema_version);
    end if;
end $$;
grant execute on function pg_catalog.pg_advisory_xact_lock(bigint) to mansap_owner;
set local role mansap_owner;
set local search_path = mansap, pg_temp;

-- Tables, and functions that return something else or take other arguments.

-- Who is asking: the card opened last is the client's own pointer.
alter table session drop column current_card;
drop index session_live;
create index session_live on session (login, pid) where closed_at is null;
create index session_card_open on session_card (session_id) where closed_at is null;

-- Saves: the last save stands at the head of the card's history, where it is one small row that is written.
alter table card_head add column updated_at timestamptz, add column updated_by text;
update card_head as h set updated_at = c.updated_at, updated_by = c.updated_by from card as c where c.id = h.card_id;
alter table card_head alter column updated_at set not null, alter column updated_by set not null;
comment on table card_head is
    'Head of each card''s history, and its last save: locked first by every save, so that saves of a card queue';
comment on column card_head.updated_at is 'R-6: last save, of any row of the card';
comment on column card_head.updated_by is 'R-6: by whom';
alter table card drop column updated_at, drop column updated_by;
drop function save_end(uuid), history_add(bigint, text, bigint, timestamptz, text, text, jsonb, jsonb, text);

-- The language of the screens is kept with the account.
create table account_lang (
    login text primary key references account,
    lang text not null check (lang in ('kk', 'ru', 'en'))
);
comment on table account_lang is 'Language of the screens that a person has chosen; no row: the terminal''s';
comment on column account_lang.login is 'Log-in';
comment on column account_lang.lang is 'kk, ru, en';
alter table account_lang enable row level security;
create policy nobody on account_lang for select to mansap_user using (false);
drop function session_open(text, text, text);

-- Search: the text is read once, cards come as arrays, the halves of double surnames are known.
drop function search_ways(text), search_kind(text), search_ids(text, text, bigint[], int),
    search_ranges(text, text[], int, int, int), search_cards(text[], text[], text[], bigint[], int),
    search_names(text, bigint[], int), names_near(text, text), names_from(text, text, int), names_latin(text, text, int),
    surnames_inside(text, boolean, int), without_one(text);
revoke all on function date_typed(text) from mansap_user;
drop trigger names on card;
alter table name_word add column halves text[] collate "C";
comment on column name_word.halves is 'The parts of a double surname, folded; null: it has none';
create index name_part_begins on name_part (part, word_id) where begins;
comment on table name_near is 'Surnames and names of four letters and more with one letter left out: two that differ by one '
    'letter have one of these in common; the halves of a double surname, too';
comment on column name_near.near is 'The word, or a half of it, without one letter; a half also whole';
create type search_text as (kind text, digits text, days date[], names text, words text[], typed text[]);
comment on type search_text is 'What a search text says: of what kind it is (null: too little or nothing known), the digits of an IIN, '
    'the days on one of which the person was born, and the names: as typed, as folded words, as words in lower case';

-- A check of the identity may find that the data differ (R-4).
alter table card add column checked_differs boolean,
    add constraint card_checked_differs check (checked_differs is null or checked_at is not null);
comment on column card.checked_differs is 'R-4: true: the system has other data; else they agree';
drop function identity_check(uuid, bigint, text, text);

-- functions

create or replace function setting_get(p_name text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select value from setting where name = p_name);
end $$;
comment on function setting_get(text) is 'The value of a setting, or null';

create or replace function is_training() returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select value = 't' from setting where name = 'training'), false);
end $$;
comment on function is_training() is 'Is this a database of invented people?';

create or replace function today() returns date
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select nullif(d.value, '')::date from setting as d, setting as t
                     where d.name = 'today' and t.name = 'training' and t.value = 't'),
                    (now() at time zone 'Asia/Almaty')::date);
end $$;
comment on function today() is 'The calendar day in Almaty; in a training database the setting today overrides it';

create or replace function now_local() returns timestamp
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return today() + (now() at time zone 'Asia/Almaty')::time;
end $$;
comment on function now_local() is 'Date and time in Almaty, with the date of today()';

create or replace function now_here() returns timestamptz
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (today() + (now() at time zone 'Asia/Almaty')::time) at time zone 'Asia/Almaty';
end $$;
comment on function now_here() is 'now_local() as an instant: what is stamped on rows';

create or replace function lower_text(t text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    if t ~ '[^ -~А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]' then
        t := translate(t,
            'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ' ||
            'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨ' ||
            'ŪŬŮŰŲŴŶŸŹŻŽ' ||
            'ЀЂЃЄЅЇЈЉЊЋЌЍЎЏ' ||
            'ѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҔҖҘҜҞҠҤҦҨҪҬҲҴҶҸҼҾӀӁӃӅӇӉӋӍӐӒӔӖӚӜ' ||
            'ӞӠӢӤӦӪӬӮӰӲӴӶӸӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮ' ||
            'ḀḂḄḆḈḊḌḎḐḒḔḖḘḚḜḞḠḢḤḦḨḪḬḮḰḲḴḶḸḺḼḾṀṂṄṆṈṊṌṎṐṒṔṖṘṚṜṞṠṢṤṦ' ||
            'ṨṪṬṮṰṲṴṶṸṺṼṾẀẂẄẆẈẊẌẎẐẒẔẞẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖ' ||
            'ỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸỺỼỾ',
            'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ' ||
            'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįiĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũ' ||
            'ūŭůűųŵŷÿźżž' ||
            'ѐђѓєѕїјљњћќѝўџ' ||
            'ѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґҕҗҙҝҟҡҥҧҩҫҭҳҵҷҹҽҿӏӂӄӆӈӊӌӎӑӓӕӗӛӝ' ||
            'ӟӡӣӥӧӫӭӯӱӳӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ' ||
            'ḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧ' ||
            'ṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕßạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗ' ||
            'ộớờởỡợụủứừửữựỳỵỷỹỻỽỿ');
    end if;
    return translate(t,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ',
        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі');
end $$;
comment on function lower_text(text) is 'Lower case of Latin and Cyrillic letters, the same in every locale';

create or replace function fold(t text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return btrim(regexp_replace(
        translate(mansap.lower_text(t),
            'әғқңөұүһіёйщыэacehikmoptxybъь-''’ʼ`.',
            'агкноуухиеишиеасехикмортхув'),
        '[\t-\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'));
end $$;
comment on function fold(text) is 'A name as search compares it: lower case, letters that are confused made one';

create or replace function iin_sex(t text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return case when t ~ '^[0-9]{6}[135]' then 'm' when t ~ '^[0-9]{6}[246]' then 'f' end;
end $$;
comment on function iin_sex(text) is 'Z-13: the sex an IIN tells, m or f; null if its seventh digit tells none';

create or replace function is_working_day(d date) returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select working from holiday where on_day = d), extract(isodow from d) < 6);
end $$;
comment on function is_working_day(date) is 'Z-11: is it a working day?';

create or replace function in_maintenance() returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return exists (select from maintenance_window where now() >= from_at and now() < to_at);
end $$;
comment on function in_maintenance() is 'Is this a technological break?';

create or replace function system_columns() returns text[]
    language sql immutable parallel safe
    return array['id', 'card_id', 'edition', 'reasons', 'meta', 'created_at', 'created_by',
                 'annul_reason', 'annulled_at', 'annulled_by', 'row_no', 'centre_id', 'fkey', 'nkey', 'checked_at',
                 'checked_system', 'checked_result', 'checked_differs', 'org_name', 'org_address', 'org_phone', 'org_email'];
comment on function system_columns() is 'Columns of the card''s tables that are not fields one types';

create or replace function op_now() returns operation
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    o operation;
begin
    select * into o from operation where xid = pg_current_xact_id_if_assigned();
    return o;
end $$;
comment on function op_now() is 'The save under way in this transaction';

create or replace function card_facts(p_card bigint, p_today date) returns table (
    status text, open_referrals bigint, unemployed_once boolean, next_visit date, overdue_visits bigint)
    language sql stable rows 1
begin atomic
    select (select t.status from card_status as t where t.card_id = p_card),
           (select count(*) from job_referral as r
            where r.card_id = p_card and r.outcome is null and r.annul_reason is null),
           exists (select from unemployed_reg as x
                   where x.card_id = p_card and x.decision = 'registered' and x.annul_reason is null),
           min(v.planned_on) filter (where v.planned_on >= p_today), count(*) filter (where v.planned_on < p_today)
    from visit as v
    where v.card_id = p_card and v.actual_on is null and v.outcome is null and v.annul_reason is null;
end;
comment on function card_facts(bigint, date) is 'What is told of a card beside its rows: status, referrals, visits';

create or replace function backend_start(p_pid int) returns timestamptz
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select a.backend_start from pg_stat_get_activity(p_pid) as a);
end $$;
comment on function backend_start(int) is 'When that back end started; null if it is gone';

create or replace function session_drawn() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return currval('session_id_seq');
exception when object_not_in_prerequisite_state then
    return null;
end $$;
comment on function session_drawn() is 'The key of the session that this back end opened last; null if it opened none or has forgotten';

create or replace function live() returns setof session
    language sql stable rows 1
begin atomic
    select s.* from session as s
    join account as a on a.login = s.login join terminal as t on t.id = s.terminal
    -- session_user is of type name and has a collation of its own, under which no index on a log-in would be used.
    where s.login = session_user::text collate "default" and s.pid = pg_backend_pid() and s.closed_at is null
          -- A pid comes again. To ask for the start of a back end costs more than all the rest.
          and (s.id = session_drawn() or s.backend_start = backend_start(s.pid))
          -- It ends with what it was opened on.
          and a.locked_reason is null and (a.valid_until is null or today() <= a.valid_until)
          and a.role = s.role and a.org_id = s.org_id and t.allowed
          -- An old snapshot would not see that.
          and current_setting('transaction_isolation') in ('read committed', 'read uncommitted');
end;
comment on function live() is
    'The live session of this connection, if any: its account still as it was, and no transaction with an old snapshot';

create or replace function my_session() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select id from live());
end $$;
comment on function my_session() is 'The live session of this connection, or null';

create or replace function my_org() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select org_id from live());
end $$;
comment on function my_org() is 'The organisation of the live session';

create or replace function my_role() returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select role from live());
end $$;
comment on function my_role() is 'The role of the live session';

create or replace function my_centre() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select s.org_id from live() as s join organisation as o on o.id = s.org_id where o.kind = 'centre');
end $$;
comment on function my_centre() is 'The career centre of the live session; null for those above a centre';

create or replace function my_open_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.card_id) from live() as s join session_card as c on c.session_id = s.id
            where c.closed_at is null and (c.opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_open_cards() is
    'The cards this session has open: the only ones whose rows it sees; from the transaction after the opening';

create or replace function my_writable_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.card_id) from live() as s join session_card as c on c.session_id = s.id
            where c.closed_at is null and c.writable and (c.opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_writable_cards() is 'Those of them it may write';

create or replace function my_current_card() returns bigint
    language sql stable
    return nullif(current_setting('mansap.card', true), '')::bigint;
comment on function my_current_card() is 'The card opened last by this connection';

create or replace function card_current(p_card bigint) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    perform set_config('mansap.card', coalesce(p_card::text, ''), false);
end $$;
comment on function card_current(bigint) is 'Makes that card the one opened last; null: none';

create or replace function territory(p_org bigint) returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(c.id) from organisation as c, organisation as o
            where o.id = p_org and c.kind = 'centre' and case o.kind
                when 'centre' then c.id = o.id
                when 'mobility' then c.parent_id = o.id
                when 'local_exec' then c.region = o.region and (o.district is null or c.district = o.district)
                when 'republic' then true end);
end $$;
comment on function territory(bigint) is 'Z-9: the career centres in the territory of an organisation';

create or replace function person_of(p_login text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return coalesce((select person from account where login = p_login), p_login);
end $$;
comment on function person_of(text) is 'Name of the person behind a log-in';

create or replace function org_of(p_login text) returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select org_id from account where login = p_login);
end $$;
comment on function org_of(text) is 'Organisation of a log-in';

create or replace function log_line(p_kind text, p_event text, p_ok boolean, p_code text, p_card bigint, p_terminal text)
    returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp set client_min_messages = notice as $$
begin
    raise log 'mansap % %', p_kind, jsonb_build_object('login', session_user, 'terminal',
        coalesce(p_terminal, (select terminal from live())), 'event', p_event, 'ok', p_ok,
        'code', p_code, 'card', p_card);
end $$;
comment on function log_line(text, text, boolean, text, bigint, text) is
    'Writes one structured line to the server log: audit or refusal, event, outcome, code, card, terminal';

create or replace function audit(p_event text, p_ok boolean, p_code text, p_card bigint, p_terminal text, p_detail jsonb)
    returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform log_line('audit', p_event, p_ok, p_code, p_card, left(p_terminal, 100));
    insert into audit_log (login, session_id, terminal, address, event, ok, code, card_id, detail)
    select session_user, s.id, coalesce(left(p_terminal, 100), s.terminal), inet_client_addr(), p_event, p_ok, p_code, p_card,
           coalesce((select jsonb_object_agg(key, left(value #>> '{}', 500)) from jsonb_each(p_detail)), '{}')
    from (values (true)) as one left join live() as s on true;
end $$;
comment on function audit(text, boolean, text, bigint, text, jsonb) is
    'Writes a line of the audit log, and one of the server log';

create or replace function changed_columns(o jsonb, n jsonb) returns text[]
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    v_keys text[] := array(select key from jsonb_each(n) where value is distinct from o -> key and key <> all (system_columns())
                           order by key);
begin
    if n -> 'reasons' is not distinct from coalesce(o -> 'reasons', '{}') then
        return v_keys;
    end if;
    return array(select unnest(v_keys) as k union
                 select coalesce(a.key, b.key) from jsonb_each(o -> 'reasons') as a
                 full join jsonb_each(n -> 'reasons') as b on a.key = b.key where a.value is distinct from b.value
                 order by k);
end $$;
comment on function changed_columns(jsonb, jsonb) is 'Columns in which two states of a row differ';

create or replace function reasons_are_good(p_reasons jsonb, n jsonb) returns boolean
    language plpgsql immutable set search_path = mansap, pg_temp as $$
begin
    return not exists (
        select from jsonb_each(p_reasons) where jsonb_typeof(value) <> 'string'
        or value #>> '{}' !~ '\S' or key = any (system_columns()) or not n ? key);
end $$;
comment on function reasons_are_good(jsonb, jsonb) is 'Does each reason belong to a field and say something?';

create or replace function row_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    o jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
    n jsonb := to_jsonb(new);
    v_card bigint := (n ->> case tg_table_name when 'card' then 'id' else 'card_id' end)::bigint;
    v_import boolean := coalesce(op.kind = 'import', false);
    v_changed text[] := changed_columns(o, n);
    v_at timestamptz := op.at;
    v_by text := op.login;
    v_centre bigint := coalesce(op.centre_id, (n ->> 'centre_id')::bigint);
    v_stamp jsonb;
    c text;
begin
    if op.op is null or op.card_id <> v_card then
        perform refusal_log(tg_table_name, 'MS428', v_card);
        raise exception 'not inside a save of this card' using errcode = 'MS428', table = tg_table_name;
    end if;
    foreach c in array coalesce(tg_argv, '{}') loop
        if c = any (v_changed) and n ->> c > left(to_char(today(), 'YYYY-MM-DD'), length(n ->> c)) then
            raise exception 'a date in the future' using errcode = 'MS422', table = tg_table_name, column = c,
                constraint = tg_table_name || '_' || c || '_future';
        end if;
    end loop;
    if new.reasons <> '{}' and not reasons_are_good(new.reasons, n) then
        raise exception 'a reason belongs to no field' using errcode = 'MS422', table = tg_table_name,
            column = 'reasons';
    end if;
    if tg_op = 'INSERT' then
        if v_import then
            v_at := coalesce(new.created_at, v_at);
            v_by := coalesce(new.created_by, v_by);
        elsif new.annul_reason is not null then
            raise exception 'a new row is not annulled' using errcode = 'MS422', table = tg_table_name,
                column = 'annul_reason';
        end if;
        new.created_at := v_at;
        new.created_by := v_by;
    else
        if not v_import then
            perform z2_check(tg_table_name, o, n, v_changed, op);
        end if;
        new.created_at := old.created_at;
        new.created_by := old.created_by;
    end if;
    if v_centre is null then
        select centre_id into v_centre from card where id = v_card;
    end if;
    v_stamp := jsonb_build_object('by', v_by, 'centre', v_centre, 'at', v_at,
        'how', case when pg_trigger_depth() > 1 then 'closed' else op.kind end);
    new.meta := case when tg_op = 'INSERT' then
                    jsonb_build_object('id', v_stamp) || case when v_import then new.meta else '{}' end
                else old.meta end;
    foreach c in array v_changed loop
        if tg_op = 'UPDATE' or (n ->> c is not null and not new.meta ? c) then
            new.meta := jsonb_set(new.meta, array[c], v_stamp);
        end if;
    end loop;
    if new.annul_reason is null then
        new.annulled_at := null;
        new.annulled_by := null;
    elsif tg_op = 'INSERT' or new.annul_reason is distinct from old.annul_reason then
        new.annulled_at := case when v_import then coalesce(new.annulled_at, v_at) else v_at end;
        new.annulled_by := case when v_import then coalesce(new.annulled_by, v_by) else v_by end;
    else
        new.annulled_at := old.annulled_at;
        new.annulled_by := old.annulled_by;
    end if;
    return new;
end $$;
comment on function row_before() is 'Trigger: gate of the save, stamps, dates not in the future, rules of Z-2';

create or replace function row_after() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    o jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
    n jsonb := to_jsonb(new);
    h history;
begin
    select coalesce(jsonb_object_agg(key, o -> key) filter (where o -> key <> 'null'), '{}'),
           coalesce(jsonb_object_agg(key, value) filter (where tg_op = 'UPDATE' or value <> 'null'), '{}')
    into h.old, h.new
    from jsonb_each(n)
    where value is distinct from o -> key and key <> all (array['id', 'card_id', 'meta', 'fkey', 'nkey', 'created_at',
          'created_by', 'annulled_at', 'annulled_by'])
          and not (tg_op = 'INSERT' and key = 'reasons' and value = '{}')
          and not (tg_table_name = 'visit' and key = 'centre_id');
    if h.new = '{}' then
        return null;
    end if;
    h.card_id := (n ->> case tg_table_name when 'card' then 'id' else 'card_id' end)::bigint;
    h.at := case when tg_op = 'INSERT' then new.created_at else op.at end;
    h.login := case when tg_op = 'INSERT' then new.created_by else op.login end;
    h.session_id := op.session_id;
    h.terminal := op.terminal;
    h.op := op.op;
    h.kind := case when pg_trigger_depth() > 1 then 'closed'
                   when tg_op = 'INSERT' then 'insert'
                   when not h.new ? 'annul_reason' then 'update'
                   when new.annul_reason is null then 'restore'
                   else 'annul' end;
    h.tab := tg_table_name;
    h.row_id := new.id;
    h.reason := coalesce(op.reason, case when h.new ? 'annul_reason' then new.annul_reason end);
    update card_head set seq = seq + 1 where card_id = h.card_id returning seq, hash into strict h.seq, h.hash;
    h.hash := history_hash(h.hash, h);
    insert into history values (h.*);
    update card_head set hash = h.hash where card_id = h.card_id;
    return null;
end $$;
comment on function row_after() is 'Trigger: writes the history';

create or replace function card_before() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    op operation := op_now();
    c organisation;
begin
    if tg_op = 'INSERT' then
        if coalesce(op.kind, '') <> 'import' then
            new.centre_id := op.centre_id;
        end if;
        insert into card_head (card_id, updated_at, updated_by)
        values (new.id, coalesce(new.created_at, op.at), coalesce(new.created_by, op.login)) on conflict do nothing;
    else
        new.id := old.id;
    end if;
    -- The constraint would tell whether there is such a card, too, but nobody would know that it was asked (Z-6).
    if op.kind <> 'import' and (tg_op = 'INSERT' or new.iin <> old.iin) then
        if exists (select from card where iin = new.iin and id <> new.id) then
            perform refusal_log('card.iin', '23505', new.id);
            raise unique_violation using message = 'another card has this IIN', schema = 'mansap', table = 'card',
                constraint = 'card_iin_key';
        end if;
    end if;
    select * into c from organisation where id = new.centre_id;
    new.org_name := c.kk;
    new.org_address := c.address;
    new.org_phone := c.phone;
    new.org_email := c.email;
    return new;
end $$;
comment on function card_before() is 'Trigger: centre, head of the history, signature block of the organisation';

create or replace function removed_by(p_card bigint, p_row bigint, p_op operation) returns boolean
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return exists (select from history as h where h.card_id = p_card and h.op = p_op.op and h.tab = 'unemployed_reg'
                   and h.row_id = p_row and h.new ->> 'removed_on' is not null);
end $$;
comment on function removed_by(bigint, bigint, operation) is 'Did this save end that registration?';

create or replace function save_begin(p_op uuid, p_card bigint, p_kind text, p_reason text, p_doc text, p_doc_on date)
    returns bigint
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session;
    v_card bigint := p_card;
    v_own boolean;
    v_open boolean;
    v_before operation;
begin
    select * into s from live();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_writes(s.role) then
        perform refusal_log('save_begin', 'MS403', p_card);
        raise exception 'the role does not write cards' using errcode = 'MS403';
    end if;
    if (op_now()).op is not null then
        raise exception 'another save is under way in this transaction' using errcode = 'MS428';
    end if;
    if in_maintenance() then
        raise exception 'nothing is written during a technological break' using errcode = 'MS443';
    end if;
    if coalesce(p_kind, '') not in ('save', 'recorded') then
        raise exception 'unknown kind of save' using errcode = 'MS422', column = 'kind';
    end if;
    if p_kind = 'recorded' and (coalesce(p_reason, '') !~ '\S' or coalesce(p_doc, '') !~ '\S' or p_doc_on is null
                                or p_doc_on > today()) then
        raise exception 'a recorded change needs document, date and reason' using errcode = 'MS422',
            table = 'operation', column = 'doc';
    end if;
    if p_card is not null then
        -- The head first: saves of one card queue here and cannot deadlock.
        perform from card_head where card_id = p_card for update;
        select c.centre_id = s.org_id, coalesce(k.writable, false) into v_own, v_open
        from card as c left join session_card as k on k.session_id = s.id and k.card_id = c.id
        where c.id = p_card;
        if not coalesce(v_own, false) then
            perform refusal_log('save_begin', 'MS403', p_card);
            raise exception 'not a card of this centre' using errcode = 'MS403';
        end if;
        if not v_open then
            perform refusal_log('save_begin', 'MS404', p_card);
            raise exception 'the card is not open' using errcode = 'MS404';
        end if;
    end if;
    -- Waits for a save with the same uuid that has not ended yet: then it is known what became of it.
    insert into operation (op, xid, card_id, kind, reason, doc, doc_on, at, login, session_id, terminal, centre_id)
    values (p_op, pg_current_xact_id(), coalesce(p_card, nextval('card_id_seq')), p_kind, p_reason, p_doc, p_doc_on,
            now_here(), session_user, s.id, s.terminal, s.org_id)
    on conflict (op) do nothing
    returning card_id into v_card;
    if v_card is null then
        select * into v_before from operation where op = p_op;
        if v_before.login <> session_user or v_before.card_id <> p_card then
            raise exception 'the operation is another''s' using errcode = 'MS403';
        end if;
        raise exception 'the operation was carried out before' using errcode = 'MS208',
            detail = v_before.card_id::text;
    end if;
    if p_card is null then
        insert into session_card (session_id, card_id, writable) values (s.id, v_card, true);
        perform card_current(v_card);
        insert into view_log (session_id, login, card_id, door) values (s.id, session_user, v_card, 'new');
    end if;
    return v_card;
end $$;
comment on function save_begin(uuid, bigint, text, text, text, date) is
    'Begins a save: operation, card (null: a new one), save or recorded, reason, document, its date; returns the card';

create or replace function save_end(p_op uuid) returns table (
    card_id bigint, updated_at timestamptz, updated_by text, status text, open_referrals bigint, unemployed_once boolean,
    next_visit date, overdue_visits bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    o operation := op_now();
begin
    if o.op is null or o.op is distinct from p_op or o.login <> session_user then
        raise exception 'no such save is under way' using errcode = 'MS428';
    end if;
    update operation set ended = true where op = o.op;
    -- What is checked at the end is checked here, so that the answer tells it.
    set constraints all immediate;
    update card_head as h set updated_at = o.at, updated_by = o.login where h.card_id = o.card_id;
    if not found then
        raise exception 'the save made no card' using errcode = 'MS428';
    end if;
    update operation set xid = null where op = o.op;
    set constraints all deferred;
    return query select o.card_id, o.at, person_of(o.login), f.* from card_facts(o.card_id, today()) as f;
end $$;
comment on function save_end(uuid) is
    'Ends a save: checks what is checked at the end, dates the card; tells what card_open tells of it, as it is now';

create or replace function card_checked() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    n jsonb;
    c text;
begin
    if new.checked_at is not null and (tg_op = 'INSERT' or row(new.checked_at, new.checked_differs)
                                       is distinct from row(old.checked_at, old.checked_differs)) then
        n := to_jsonb(new);
        foreach c in array identity_columns() loop
            if new.checked_differs then
                new.meta := new.meta #- array[c, 'checked'];
            elsif n ->> c is not null and new.meta ? c then
                new.meta := jsonb_set(new.meta, array[c, 'checked'],
                                      jsonb_build_object('at', new.checked_at, 'system', new.checked_system));
            end if;
        end loop;
    elsif tg_op = 'UPDATE' and row(new.last_name, new.first_name, new.middle_name, new.iin, new.birth_date)
                               is distinct from row(old.last_name, old.first_name, old.middle_name, old.iin, old.birth_date) then
        new.checked_at := null;
        new.checked_system := null;
        new.checked_result := null;
        new.checked_differs := null;
        if new.iin <> old.iin then
            foreach c in array identity_columns() loop
                new.meta := new.meta #- array[c, 'checked'];
            end loop;
        end if;
    end if;
    return new;
end $$;
comment on function card_checked() is 'Trigger: marks what a check covers; another identity is an unchecked one';

create or replace function identity_check(p_op uuid, p_card bigint, p_system text, p_result text, p_differs boolean default false)
    returns table (updated_at timestamptz, updated_by text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_empty text := case when coalesce(p_system, '') !~ '\S' then 'checked_system'
                         when coalesce(p_result, '') !~ '\S' then 'checked_result' end;
begin
    if p_card is null then
        raise exception 'no card is meant' using errcode = 'MS404';
    elsif v_empty is not null then
        raise exception 'a check has a system and a result' using errcode = 'MS422', table = 'card', column = v_empty;
    end if;
    perform save_begin(p_op, p_card, 'save', null, null, null);
    update card set checked_at = (op_now()).at, checked_system = p_system, checked_result = p_result,
           checked_differs = nullif(p_differs, false)
    where id = p_card;
    return query select e.updated_at, e.updated_by from save_end(p_op) as e;
end $$;
comment on function identity_check(uuid, bigint, text, text, boolean) is
    'R-4, Z-15: the data of an own, open card were compared with that system now, and agree, or differ: a save of its own';

create or replace function verifier_of(p_login text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select encode(sha256(convert_to(coalesce(rolpassword, ''), 'UTF8')), 'hex') from pg_catalog.pg_authid
            where rolname = p_login);
end $$;
comment on function verifier_of(text) is 'SHA-256 of the password verifier that the server has of a log-in now';

create or replace function session_refusal(p_terminal text, p_version text, p_terms text)
    returns table (code text, detail text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    a account;
    t terminal;
    other text;
    v_terms text;
begin
    -- Two log-ins at once queue here. The account itself is not locked: who holds this transaction open must not keep the
    -- administrator from locking the account.
    perform pg_advisory_xact_lock(hashtextextended('mansap.session ' || session_user, 0));
    select * into a from account where login = session_user::text collate "default";
    if a.locked_reason is null and a.verifier <> verifier_of(a.login) then
        update account set locked_reason = 'the password was not set by the administrator', locked_at = now_here()
        where login = session_user::text collate "default" returning * into a;
    end if;
    if a.login is null or a.locked_reason is not null or today() < a.valid_from or today() > a.valid_until then
        return query select 'MS442', coalesce(a.locked_reason, to_char(a.valid_until, 'YYYY-MM-DD'));
        return;
    end if;
    select * into t from terminal where id = p_terminal;
    if t.id is null or not t.allowed
       or not (case t.kind when 'socket' then inet_client_addr() is null
                           else coalesce(inet_client_addr() <<= t.address, false) end) then
        return query select 'MS441', p_terminal;
        return;
    end if;
    if a.role = 'trainer' and not is_training() then
        return query select 'MS403', 'trainer';
        return;
    end if;
    if not version_at_least(p_version, setting_get('version_min')) then
        return query select 'MS452', setting_get('version_min');
        return;
    end if;
    if in_maintenance() and a.role <> 'admin' then
        return query select 'MS443', local_text(max(to_at)) from maintenance_window
                     where now() >= from_at and now() < to_at;
        return;
    end if;
    if exists (select from session as s where s.login = session_user::text collate "default" and s.closed_at is null) then
        -- Sessions whose back end is gone did not say good-bye.
        update session as s set closed_at = now(), closed_why = 'gone'
        where s.login = session_user::text collate "default" and s.closed_at is null
              and s.backend_start is distinct from backend_start(s.pid);
        select s.terminal into other from session as s
        where s.login = session_user::text collate "default" and s.closed_at is null and s.pid <> pg_backend_pid()
              -- a terminal may be a whole network
              and (s.terminal <> t.id or s.address is distinct from inet_client_addr()) limit 1;
        if other is not null then
            return query select 'MS440', other;
            return;
        end if;
    end if;
    v_terms := terms_now();
    if v_terms is distinct from a.terms_accepted and v_terms is distinct from p_terms then
        return query select 'MS451', v_terms;
    end if;
end $$;
comment on function session_refusal(text, text, text) is 'Why a session may not be opened, if so';

create or replace function session_open(p_terminal text, p_version text, p_terms text) returns table (
    ok boolean, code text, detail text, login text, person text, role text, org_id bigint, org_kk text, org_ru text,
    org_address text, org_phone text, org_email text, today date, training boolean, last_login text, schema_version int,
    draft_key text, terms text, may_write boolean, lang text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    a account;
    o organisation;
begin
    training := is_training();
    today := mansap.today();
    schema_version := (select max(v.version) from mansap.schema_version as v);
    login := session_user;
    select r.code, r.detail into code, detail from session_refusal(p_terminal, p_version, p_terms) as r;
    ok := code is null;
    if not ok then
        terms := case code when 'MS451' then detail end;
        perform audit('session_open', false, code, null, p_terminal, jsonb_build_object('version', p_version,
            'detail', detail));
        return next;
        return;
    end if;
    last_login := (select to_char(max(s.opened_at) at time zone 'Asia/Almaty', 'DD.MM.YYYY HH24:MI')
                   from session as s where s.login = session_user::text collate "default");
    select * into a from account as c where c.login = session_user::text collate "default";
    if a.terms_accepted is distinct from terms_now() then
        update account as c set terms_accepted = terms_now(), terms_at = now() where c.login = a.login;
    end if;
    if a.verifier is null then
        update account as c set verifier = verifier_of(c.login) where c.login = a.login;
    end if;
    select * into o from organisation as x where x.id = a.org_id;
    update session as s set closed_at = now(), closed_why = 'reopened'
    where s.login = session_user::text collate "default" and s.pid = pg_backend_pid() and s.closed_at is null;
    insert into session (login, pid, backend_start, terminal, address, version, role, org_id)
    values (a.login, pg_backend_pid(), backend_start(pg_backend_pid()), p_terminal, inet_client_addr(),
            left(p_version, 100), a.role, a.org_id);
    perform audit('session_open', true, null, null, p_terminal, jsonb_build_object('version', p_version));
    person := a.person;
    role := a.role;
    org_id := o.id;
    org_kk := o.kk;
    org_ru := o.ru;
    org_address := o.address;
    org_phone := o.phone;
    org_email := o.email;
    draft_key := a.draft_key;
    may_write := role_writes(a.role);
    lang := (select l.lang from account_lang as l where l.login = a.login);
    return next;
end $$;
comment on function session_open(text, text, text) is
    'The gate: terminal, version of the program, edition of the terms accepted now or null; refusals are rows, logged';

create or replace function my_lang(p_lang text) returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    if my_session() is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    insert into account_lang (login, lang) values (session_user, p_lang)
    on conflict (login) do update set lang = excluded.lang;
end $$;
comment on function my_lang(text) is 'Keeps the language of the screens for one''s next log-ins: kk, ru, en';

create or replace function card_door(s session, p_id bigint, p_iin text, p_purpose text)
    returns table (code text, card_id bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_centre bigint;
    v_mine boolean;
    v_cap int := nullif(setting_get('open_cap'), '')::int;
begin
    if not role_reads(s.role) then
        code := 'MS403';
    elsif (p_id is null) = (p_iin is null) then
        code := 'MS429';
    else
        -- One statement for both would be planned anew each time.
        if p_id is not null then
            select c.id, c.centre_id into card_id, v_centre from card as c where c.id = p_id;
        else
            select c.id, c.centre_id into card_id, v_centre from card as c where c.iin = p_iin;
        end if;
        v_mine := coalesce(v_centre = s.org_id or v_centre = any (territory(s.org_id)), false);
        code := case
            when length(p_purpose) > 1000 then 'MS429'
            when v_mine then null
            when p_id is not null then 'MS403' -- nor does it tell whether there is such an id
            when card_id is null then 'MS404'
            when length(btrim(coalesce(p_purpose, ''))) < setting_get('purpose_min')::int then 'MS429' end;
        -- One card after the other, faster than anybody reads them
        if code is null and v_cap is not null then
            select case when count(*) >= v_cap then 'MS430' end into code from view_log as v
            where v.login = s.login and v.at > now_here() - interval '1 minute' and v.card_id <> card_door.card_id;
        end if;
    end if;
    return next;
end $$;
comment on function card_door(session, bigint, text, text) is 'Which card is meant, and may this session open it?';

create or replace function card_open(p_id bigint, p_iin text, p_purpose text) returns table (
    ok boolean, code text, detail text, id bigint, centre_id bigint, centre_kk text, centre_ru text, edition text,
    writable boolean, status text, checked_at timestamptz, next_visit date, open_referrals int, overdue_visits int,
    unemployed_once boolean, updated_at timestamptz, updated_by text, created_at timestamptz, created_by text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    s session;
    v_card bigint;
    v_today date := today();
begin
    select * into s from live();
    if s.id is null then
        ok := false;
        code := 'MS401';
        perform audit('card_open', false, code, p_id, null, null);
        return next;
        return;
    end if;
    select d.code, d.card_id into code, v_card from card_door(s, p_id, p_iin, p_purpose) as d;
    ok := code is null;
    if not ok then
        perform card_current(null);
        perform audit('card_open', false, code, coalesce(v_card, p_id), null,
                      jsonb_build_object('purpose', p_purpose, 'door', case when p_id is null then 'iin' else 'id' end));
        if code = 'MS429' and v_card is not null then
            -- Whose card it is may be told (Z-6), so that the purpose can be asked for.
            select x.kk, x.ru into centre_kk, centre_ru from card as k join organisation as x on x.id = k.centre_id
            where k.id = v_card;
        end if;
        return next;
        return;
    end if;
    -- The facts first: what is done below does not change them.
    select c.id, c.centre_id, o.kk, o.ru, c.edition, c.checked_at, h.updated_at, coalesce(u.person, h.updated_by),
           c.created_at, coalesce(m.person, c.created_by), f.status, f.open_referrals, f.unemployed_once, f.next_visit,
           f.overdue_visits
    into id, centre_id, centre_kk, centre_ru, edition, checked_at, updated_at, updated_by, created_at, created_by, status,
         open_referrals, unemployed_once, next_visit, overdue_visits
    from card as c
    join card_head as h on h.card_id = c.id
    join organisation as o on o.id = c.centre_id
    left join account as u on u.login = h.updated_by
    left join account as m on m.login = c.created_by
    cross join lateral card_facts(c.id, v_today) as f
    where c.id = v_card;
    detail := null;
    writable := role_writes(s.role) and centre_id = s.org_id;
    perform log_line('audit', 'card_open', true, null, v_card, s.terminal);
    insert into session_card (session_id, card_id, writable, opened_in)
    values (s.id, v_card, writable, pg_current_xact_id())
    on conflict (session_id, card_id) do update set writable = excluded.writable, opened_at = excluded.opened_at,
        opened_in = case when session_card.closed_at is null then session_card.opened_in else excluded.opened_in end,
        closed_at = null;
    insert into view_log (session_id, login, card_id, door, purpose)
    values (s.id, session_user, v_card, case when p_id is null then 'iin' else 'id' end, p_purpose);
    perform card_current(v_card);
    return next;
end $$;
comment on function card_open(bigint, text, text) is
    'Opens a card by its id or its exact IIN, elsewhere with a purpose (Z-6); a refusal is a row; logged; to be committed first';

create or replace function card_close(p_id bigint) returns void
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    update session_card set writable = false, closed_at = now() where session_id = my_session() and card_id = p_id;
    if my_current_card() = p_id then
        perform card_current(null);
    end if;
end $$;
comment on function card_close(bigint) is 'Closes a card: its rows are no longer seen';

create or replace function history_of(p_card bigint, p_table text, p_row bigint, p_field text) returns table (
    at text, login text, person text, terminal text, kind text, field text, old text, new text, reason text, doc text,
    doc_on date)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    if not coalesce(p_card = any (my_open_cards()), false) then
        return;
    end if;
    return query
        select local_text(h.at), h.login, person_of(h.login), h.terminal, h.kind, k.f, shown(h.old -> k.f),
               shown(h.new -> k.f), coalesce(h.reason, h.new -> 'reasons' ->> k.f), o.doc::text, o.doc_on
        from history as h
        cross join lateral (select jsonb_object_keys(h.old || h.new) as f) as k
        left join operation as o on o.op = h.op
        where h.card_id = p_card and (p_table is null or h.tab = p_table) and (p_row is null or h.row_id = p_row)
              and (p_field is null or k.f = p_field
                   or k.f ~ '^checked_' and h.tab = 'card' and p_field = any (identity_columns()))
        order by h.seq desc, k.f;
end $$;
comment on function history_of(bigint, text, bigint, text) is
    'R-6: the changes of an open card, newest first; table, row and field may be null: all; with S1-S6 their checks (R-4)';

create or replace function without_one(t text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    found text[] := array[]::text[];
begin
    for i in 1..length(t) loop
        -- Of two equal letters only the second.
        if substr(t, i, 1) <> substr(t, i + 1, 1) then
            found := found || (left(t, i - 1) || substr(t, i + 1));
        end if;
    end loop;
    return found;
end $$;
comment on function without_one(text) is 'A word with one letter left out, each in turn';

create or replace function name_halves(t text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    found text[] := array[]::text[];
    half text;
begin
    foreach half in array string_to_array(translate(t, '‐‑–— ', '-----'), '-') loop
        half := mansap.fold(half);
        if half <> '' then
            found := found || half;
        end if;
    end loop;
    return case when cardinality(found) > 1 then found end;
end $$;
comment on function name_halves(text) is 'The parts of a double surname as it is spelt, folded; null: it has none';

create or replace function surname_parts(p_name text, p_word text, p_stem text, out parts text[], out begins boolean[])
    language plpgsql immutable parallel safe as $$
declare
    v_tails int[] := array[]::int[]; -- how long the further parts of a double surname are, each to the end
begin
    for i in 2..length(p_name) - 2 loop
        if strpos('-‐‑–— ', substr(p_name, i, 1)) > 0 then
            v_tails := v_tails || length(mansap.fold(substr(p_name, i + 1)));
        end if;
    end loop;
    parts := '{}';
    begins := '{}';
    for l in 1..length(p_word) - 1 loop
        if l = any (v_tails) or length(p_stem) - (length(p_word) - l) >= 3 then
            parts := parts || right(p_word, l);
            begins := begins || (l = any (v_tails));
        end if;
    end loop;
end $$;
comment on function surname_parts(text, text, text) is
    'What a surname holds from its second letter on, and whether a part of a double surname begins there';

create or replace function names_learn(p_kind text, p_names text[]) returns void
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
declare
    t text;
    v_half text;
    v_halves text[];
    v_near text[];
    w name_word;
    p record;
begin
    foreach t in array p_names loop
        v_halves := case when p_kind = 'surname' then name_halves(t) end;
        select * into w from name_word where kind = p_kind and word = fold(t);
        if w.id is null then
            w.word := fold(t);
            w.stem := case p_kind when 'surname' then name_stem(w.word) else w.word end;
            continue when w.word = '';
            insert into name_word (kind, word, stem, latin, halves)
            values (p_kind, w.word, w.stem, latin_key(t), v_halves)
            on conflict (kind, word) do nothing returning id into w.id;
            continue when w.id is null; -- somebody else has just entered it
            v_near := case when length(w.word) >= 4 then without_one(w.word) else '{}' end;
        elsif v_halves is not null and w.halves is null then
            update name_word set halves = v_halves where id = w.id;
            v_near := '{}';
        else
            continue;
        end if;
        foreach v_half in array coalesce(v_halves, '{}') loop
            if length(v_half) >= 4 then
                v_near := v_near || v_half || without_one(v_half);
            end if;
        end loop;
        insert into name_near (near, word_id) select near, w.id from unnest(v_near) as near on conflict do nothing;
        if p_kind = 'surname' then
            p := surname_parts(t, w.word, w.stem);
            insert into name_part as n (part, word_id, begins)
            select v.part, w.id, v.begins from unnest(p.parts, p.begins) as v (part, begins)
            on conflict (part, word_id) do update set begins = true where excluded.begins and not n.begins;
        end if;
    end loop;
end $$;
comment on function names_learn(text, text[]) is 'Enters names into the dictionary';

create or replace function card_names() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform names_learn('surname', array(select distinct last_name::text from added order by 1));
    perform names_learn('name', array(select distinct first_name::text from added order by 1));
    return null;
end $$;
comment on function card_names() is 'Trigger: the dictionary knows the names of every new card';

create or replace function card_renamed() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
begin
    perform names_learn('surname', array[new.last_name]);
    perform names_learn('name', array[new.first_name]);
    return null;
end $$;
comment on function card_renamed() is 'Trigger: the dictionary knows the names of every changed card';

create or replace function name_words(q text) returns text[]
    language plpgsql immutable strict parallel safe as $$
begin
    return string_to_array(mansap.fold(translate(q, '.,', '  ')), ' ');
end $$;
comment on function name_words(text) is 'A search text as folded words; initials may have their full stops';

create or replace function layout_texts(q text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    f constant text := 'qwertyuiop[]asdfghjkl;''zxcvbnm,.`{}:"<>~234589@#$%*(0)_=+-';
    c constant text := 'йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюёәіңғүұәіңғүұққөһһ';
    t text := mansap.lower_text(q);
    v_cyrillic boolean := t ~ '[а-ӿ]';
begin
    if not v_cyrillic and translate(t, 'abcdefghijklmnopqrstuvwxyz', '') <> t then
        return array[translate(t, f, c || 'ө')]
            || case when strpos(t, '-') > 0 then array[translate(replace(t, '-', ''), f, c)] end;
    elsif v_cyrillic and translate(t, '0123456789"№;%*()_+=-', '') <> t then
        return array[translate(t, '234589"№;%*()_0+=-', 'әіңғүұәіңғүұқөқһһө')];
    end if;
    return null;
end $$;
comment on function layout_texts(text) is 'What was meant by keys typed in the wrong layout; null: nothing';

create or replace function names_near(p_kind text, t text) returns table (word text, stem text)
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    v text[] := array[t];
    d text[];
    v_latin text := latin_key(t);
begin
    if length(t) < 4 then
        return;
    end if;
    if p_kind = 'surname' and (right(t, 2) in ('ов', 'ев', 'ин') or right(t, 3) in ('ова', 'ева', 'ина')) then
        v := v || case when right(t, 1) = 'а' then left(t, -1) else t || 'а' end;
    end if;
    d := v || without_one(t) || without_one(v[2]);
    return query
        select w.word, w.stem from name_word as w
        where w.id = any (array(select n.word_id from name_near as n where n.near = any (d))) and w.kind = p_kind
              and exists (select from unnest(v) as x, unnest(w.word || w.halves) as h where one_error(h, x))
        union
        select w.word, w.stem from name_word as w
        where w.kind = p_kind and w.word = any (d) and exists (select from unnest(v) as x where one_error(w.word, x))
        union
        select w.word, w.stem from name_word as w where w.kind = p_kind and w.latin = v_latin;
end $$;
comment on function names_near(text, text) is 'The names of the dictionary that may have been meant by a misspelt one';

create or replace function surnames_near(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w
                 where w.kind = 'surname' and w.stem = any (array(select s.stem from names_near('surname', t) as s)) limit n);
end $$;
comment on function surnames_near(text, int) is 'Surnames that may have been meant by a misspelt one, at most n';

create or replace function names_from(p_kind text, t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w
                 where w.kind = p_kind and w.word >= t and w.word < t || chr(1114111) order by w.word limit n);
end $$;
comment on function names_from(text, text, int) is 'Names of the dictionary that begin so, at most n';

create or replace function names_latin(p_kind text, t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    l text := latin_key(t);
begin
    return array(select w.word from name_word as w
                 where w.kind = p_kind and w.latin >= l and w.latin < l || chr(1114111) order by w.latin, w.word limit n);
end $$;
comment on function names_latin(text, text, int) is 'Names of the dictionary that begin so by their sound, at most n';

create or replace function surnames_inside(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w where w.id = any (array(
        select p.word_id from name_part as p where p.part >= t and p.part < t || chr(1114111) limit n)));
end $$;
comment on function surnames_inside(text, int) is 'Surnames that hold these letters from the middle, at most n';

create or replace function surnames_second(t text, n int) returns text[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return array(select w.word from name_word as w where w.id = any (array(
        select p.word_id from name_part as p where p.begins and p.part >= t and p.part < t || chr(1114111) limit n)));
end $$;
comment on function surnames_second(text, int) is 'Double surnames of which a further part begins so, at most n';

create or replace function search_words(p search_text, p_way text, p_take text) returns text[]
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    w text[] := p.words;
    c int := cardinality(w);
begin
    case p_take
    when 'joined' then
        return array[w[1] || w[2]] || w[3:];
    when 'joined_last' then
        return case when c > 2 then w[1:1] || (w[2] || w[3]) || w[4:] end;
    when 'layout' then
        return name_words((layout_texts(p.names))[1]);
    when 'layout_hyphen' then
        return name_words((layout_texts(p.names))[2]);
    when 'latin' then
        return case when p.names ~ '[a-zà-ɏ]' then name_words(latin_letters(p.names)) end;
    else
        return case p_way
            when 'name' then case when c = 1 or c = 2 and (patronymic_stem(w[1]) <> w[1] or patronymic_stem(w[2]) <> w[2])
                                  then w end
            when 'other_patronymic' then case when c = 3 then w end
            else w end;
    end case;
end $$;
comment on function search_words(search_text, text, text) is 'The words that one way takes, as typed, joined, by keys or by sound';

create or replace function search_ranges(p_way text, w text[], k int, o int, p_words int, out lo text[], out hi text[], out rest text[])
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    top constant text := chr(1114111);
    v_words text[];
begin
    rest := '{}';
    for i in 1..cardinality(w) loop
        continue when i in (k, o);
        rest := rest || case when p_way = 'middle' and length(w[i]) >= 3 then w[i] else ' ' || patronymic_stem(w[i]) end;
    end loop;
    case p_way
    when 'begin' then
        lo := array[w[k]];
        hi := array[w[k] || top];
    when 'whole' then
        v_words := names_from('surname', w[k], 1000);
        if cardinality(v_words) between 1 and 999 then
            lo := array(select x || ' ' || w[o] from unnest(v_words) as x);
            hi := array(select x || top from unnest(lo) as x);
        end if;
        return;
    when 'other_patronymic' then
        lo := array[w[k]];
        hi := array[w[k] || top];
        rest := array[' ' || w[o]];
    when 'name' then
        lo := names_from('name', w[k], 100);
    when 'latin_name' then
        lo := names_latin('name', w[k], 100);
    when 'part' then
        v_words := surnames_second(w[k], least(p_words, 500));
    when 'middle' then
        v_words := case when length(w[k]) >= 3 then surnames_inside(w[k], p_words) end;
        if cardinality(w) > 1 then -- also letters from the middle of the name
            lo := array[w[k]];
            hi := array[w[k] || top];
        end if;
    when 'similar' then
        v_words := surnames_near(w[k], least(p_words, 500));
    when 'latin' then
        v_words := names_latin('surname', w[k], least(p_words, 300));
    when 'similar_name' then
        v_words := case when length(w[o]) >= 4 then names_from('surname', w[k], least(p_words, 100)) end;
    end case;
    if p_way = 'similar_name' and v_words <> '{}' then
        v_words := array(select s || ' ' || g.word from unnest(v_words) as s, names_near('name', w[o]) as g);
    elsif p_way = 'latin' and k <> o and v_words <> '{}' then
        v_words := array(select s || ' ' || g from unnest(v_words) as s, unnest(names_latin('name', w[o], 10)) as g);
    end if;
    if v_words <> '{}' then -- whole words: the end or a blank follows
        lo := lo || v_words;
        hi := hi || array(select x || '!' from unnest(v_words) as x);
    end if;
    if lo = '{}' then
        lo := null;
    end if;
end $$;
comment on function search_ranges(text, text[], int, int, int) is 'The ranges of folded names that one way looks through';

create or replace function name_has(p_fkey text, p_rest text[]) returns boolean
    language sql immutable parallel safe
    return (p_rest[1] is null or strpos(p_fkey, p_rest[1]) > 0 and strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[1]) > 0)
           and (p_rest[2] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[2]) > 0)
           and (p_rest[3] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[3]) > 0);
comment on function name_has(text, text[]) is
    'Does what stands behind the surname hold all of these? Most rows lack the first altogether, which one look tells';

create or replace function search_cards(p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int) returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    v_most int := case when p_rest = '{}' then n else greatest(20000 / greatest(cardinality(p_lo), 1), 200) end;
begin
    if p_hi is null and p_centres is null then
        return array(select h.id from unnest(p_lo) as r (lo) cross join lateral (
            select c.id from card as c
            where fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C" >= r.lo || coalesce(p_rest[1], '')
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C"
                      < r.lo || coalesce(p_rest[1] || chr(1114111), '!')
            limit n) as h limit n);
    elsif p_hi is null then
        return array(select h.id from unnest(p_lo) as r (lo) cross join unnest(p_centres) as centre cross join lateral (
            select c.id from card as c
            where c.centre_id = centre
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C" >= r.lo || coalesce(p_rest[1], '')
                  and fold(c.first_name || coalesce(' ' || c.middle_name, '')) collate "C"
                      < r.lo || coalesce(p_rest[1] || chr(1114111), '!')
            limit n) as h limit n);
    elsif p_centres is null then
        return array(select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select x.id from (select c.id, c.fkey from card as c where c.fkey >= r.lo and c.fkey < r.hi
                              order by c.fkey, c.id limit v_most) as x
            where name_has(x.fkey, p_rest) limit n) as h limit n);
    elsif cardinality(p_lo) = 1 then
        return array(select h.id from unnest(p_centres) as centre cross join lateral (
            select c.id, c.fkey from card as c
            where c.centre_id = centre and c.fkey >= p_lo[1] and c.fkey < p_hi[1] and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
    end if;
    return array(select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join unnest(p_centres) as centre
        cross join lateral (
        select c.id from card as c
        where c.centre_id = centre and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
        order by c.fkey, c.id limit n) as h limit n);
end $$;
comment on function search_cards(text[], text[], text[], bigint[], int) is 'The cards in some ranges of folded names';

create or replace function search_born(p_days date[], p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int)
    returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    v_from date := p_days[1];
    v_to date := p_days[cardinality(p_days)];
begin
    if p_hi is null and cardinality(p_days) <= 3 then
        return array(select c.id from card as c where c.birth_date = any (p_days) and c.nkey = any (p_lo)
            and (p_centres is null or c.centre_id = any (p_centres)) and name_has(c.fkey, p_rest) limit n);
    elsif p_hi is null and p_centres is null then
        return array(select c.id from card as c where c.nkey = any (p_lo) and name_has(c.fkey, p_rest)
            and (c.birth_date between v_from and v_to) is true limit n);
    elsif p_hi is null then
        return array(select c.id from card as c where c.nkey = any (p_lo) and c.centre_id = any (p_centres)
            and name_has(c.fkey, p_rest) and (c.birth_date between v_from and v_to) is true limit n);
    elsif cardinality(p_days) * cardinality(p_lo) * coalesce(cardinality(p_centres), 1) > 4000 then
        return array(select c.id from card as c where c.id = any (search_cards(p_lo, p_hi, p_rest, p_centres, 1000))
            and (c.birth_date between v_from and v_to) is true limit n);
    elsif p_centres is null then
        return array(select h.id from unnest(p_days) as d cross join unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select c.id, c.fkey from card as c
            where c.birth_date = d and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
    end if;
    return array(select h.id from unnest(p_days) as d cross join unnest(p_lo, p_hi) as r (lo, hi)
        cross join unnest(p_centres) as centre cross join lateral (
        select c.id, c.fkey from card as c
        where c.centre_id = centre and c.birth_date = d and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
        order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n);
end $$;
comment on function search_born(date[], text[], text[], text[], bigint[], int) is
    'The cards in some ranges of folded names of persons born on some days, in order';

create or replace function search_names(p search_text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
declare
    handful constant int := 10;
    v_one boolean := cardinality(p.words) = 1;
    v_ways text[] := case when v_one
        then array[['begin', ''], ['name', ''], ['part', ''], ['begin', 'layout'], ['begin', 'layout_hyphen'], ['name', 'layout'],
                   ['latin', 'latin'], ['latin_name', 'latin'], ['middle', ''], ['similar', '']]
        else array[['whole', ''], ['begin', ''], ['name', ''], ['part', ''], ['begin', 'joined'], ['begin', 'joined_last'], ['begin', 'layout'],
                   ['begin', 'layout_hyphen'], ['latin', 'latin'], ['similar', ''], ['similar_name', ''], ['similar', 'joined'],
                   ['middle', ''], ['other_patronymic', '']] end;
    v_words int := case when p_centres is null then case when v_one then 2 * n else 300 end
                        else greatest(1000 / greatest(cardinality(p_centres), 1), 100) end;
    got bigint[] := array[]::bigint[];
    ids bigint[];
    v text[];
    w text[];
    v_pair boolean;
    r record;
begin
    foreach v slice 1 in array v_ways loop
        exit when cardinality(got) >= least(handful, n);
        continue when not v_one and cardinality(got) > 0 and (v[1] not in ('begin', 'similar', 'similar_name') or v[2] <> '');
        continue when v[1] = 'whole' and p_centres is not null;
        w := search_words(p, v[1], v[2]);
        continue when w is null;
        v_pair := v[1] in ('whole', 'similar_name', 'other_patronymic') or v[1] = 'latin' and cardinality(w) > 1;
        for k in 1..cardinality(w) loop
            for o in 1..cardinality(w) loop
                continue when (k = o) = v_pair or cardinality(got) >= n; -- more than the list holds
                r := search_ranges(v[1], w, k, o, v_words);
                continue when r.lo is null;
                if p.days is null then
                    ids := search_cards(r.lo, r.hi, r.rest, p_centres, n);
                else
                    ids := search_born(p.days, r.lo, r.hi, r.rest, p_centres, n);
                end if;
                why := case when v[2] ~ '^layout' then 'layout'
                            when v[1] in ('similar_name', 'other_patronymic') then 'similar'
                            when v[1] = 'latin_name' then 'latin'
                            when v[1] not in ('whole', 'begin') then v[1]
                            when cardinality(w) = 1 then 'surname' when k = 1 then 'surname_name' else 'name_surname' end;
                foreach id in array ids loop
                    continue when id = any (got);
                    got := got || id;
                    return next;
                end loop;
            end loop;
        end loop;
    end loop;
end $$;
comment on function search_names(search_text, bigint[], int) is 'Cards by names, with how they were found';

create or replace function date_typed(t text) returns date
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    m text[];
    d date;
begin
    if translate(t, '0123456789./- ', '') <> '' then
        return null;
    end if;
    m := regexp_match(btrim(t), '^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$');
    if m is not null then
        return date_or_null(m[1]::int, m[2]::int, m[3]::int);
    end if;
    m := regexp_match(btrim(t), '^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$');
    if length(m[3]) = 4 then
        return date_or_null(m[3]::int, m[2]::int, m[1]::int);
    end if;
    d := date_or_null(2000 + m[3]::int, m[2]::int, m[1]::int);
    return case when d <= today() then d else date_or_null(1900 + m[3]::int, m[2]::int, m[1]::int) end;
end $$;
comment on function date_typed(text) is 'A birth date as people type it';

create or replace function days_typed(t text) returns date[]
    language plpgsql stable set search_path = mansap, pg_temp as $$
begin
    if t = '' or translate(t, '0123456789./-', '') <> '' then
        return null;
    elsif translate(t, '0123456789', '') <> '' then
        return array_remove(array[date_typed(t)], null);
    end if;
    return case length(t)
        when 4 then case when t::int between 1900 and extract(year from today()) then
            array(select make_date(t::int, 1, 1) + n from generate_series(0, make_date(t::int + 1, 1, 1) - make_date(t::int, 1, 1) - 1) as n) end
        when 6 then array_remove(array[date_typed(left(t, 2) || '.' || substr(t, 3, 2) || '.' || right(t, 2)),
                                       date_typed(right(t, 2) || '.' || substr(t, 3, 2) || '.' || left(t, 2))], null)
        when 8 then array_remove(array[date_typed(left(t, 2) || '.' || substr(t, 3, 2) || '.' || right(t, 4))], null) end;
end $$;
comment on function days_typed(text) is 'The days that a word may mean beside names; null or empty: it is no date';

create or replace function search_read(q text) returns search_text
    language plpgsql stable set search_path = mansap, pg_temp as $$
declare
    p search_text;
    t text := btrim(translate(lower_text(q), chr(160), ' '));
    x text;
    v_days date[];
begin
    if t is null or length(t) > 200 then
        return p;
    end if;
    p.digits := replace(t, ' ', '');
    if translate(p.digits, '0123456789', '') = '' then
        p.kind := case when length(p.digits) = 12 then 'iin' when length(p.digits) between 4 and 11 then 'iin_start' end;
        return p;
    end if;
    p.days := array[date_typed(t)];
    if p.days[1] is not null then
        p.kind := 'birth_date';
        return p;
    end if;
    p.days := null;
    foreach x in array string_to_array(t, ' ') loop
        v_days := case when p.days is null then days_typed(rtrim(x, '.,')) end;
        if v_days <> '{}' then
            p.days := v_days;
        elsif x <> '' then
            p.names := concat_ws(' ', p.names, x);
        end if;
    end loop;
    p.words := name_words(p.names);
    p.typed := regexp_split_to_array(btrim(p.names, ' .,'), '[ .,]+');
    if cardinality(p.words) between 1 and 4
       and (cardinality(p.days) < 3 or exists (select from unnest(p.words) as w where length(w) > 1))
       and not exists (select from unnest(p.words) as w where w !~ '[a-zà-ɏа-ӿ]') then
        p.kind := case when p.days is not null then 'names_birth' when cardinality(p.words) = 1 then 'surname' else 'names' end;
    end if;
    return p;
end $$;
comment on function search_read(text) is 'What a search text is taken for';

create or replace function search_ids(p search_text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    d text := p.digits;
begin
    if p.kind = 'iin' then
        return query select c.id, 'iin' from card as c
            where c.iin = d and (p_centres is null or c.centre_id = any (p_centres));
    elsif p.kind = 'iin_start' and p_centres is null then
        return query select c.id, 'iin_start' from card as c
            where c.iin >= d and c.iin < d || ':' order by c.iin limit n;
    elsif p.kind = 'iin_start' then
        return query select h.id, 'iin_start' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.iin >= d and c.iin < d || ':'
            order by c.iin limit n) as h;
    elsif p.kind = 'birth_date' and p_centres is null then
        return query select c.id, 'birth_date' from card as c
            where c.birth_date = p.days[1] order by c.fkey, c.id limit n;
    elsif p.kind = 'birth_date' then
        return query select h.id, 'birth_date' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.birth_date = p.days[1]
            order by c.fkey, c.id limit n) as h;
    elsif p.kind in ('surname', 'names', 'names_birth') then
        return query select * from search_names(p, p_centres, n);
    end if;
end $$;
comment on function search_ids(search_text, bigint[], int) is 'Cards that answer to a search, with why';

create or replace function search_rank(p_why text) returns int
    language sql immutable
    return case when right(p_why, 7) = '_folded' or p_why = 'patronymic' then 1 when p_why = 'part' then 2
                when p_why in ('layout', 'latin') then 3 when p_why = 'middle' then 4 when p_why = 'similar' then 5 else 0 end;
comment on function search_rank(text) is 'The order of hits, by how they were found';

create or replace function person_search(q text, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set enable_bitmapscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    s record;
    p search_text := search_read(q);
    v_typed text[] := p.typed;
    v_words text[] := p.words;
    v_stems text[];
    v_born boolean := p.days is not null;
    v_centres bigint[];
    v_cap int;
    x text;
begin
    select x.id, x.role, x.org_id, x.terminal, o.kind, (select value::int from setting as t where t.name = 'search_cap') as cap
        into s from live() as x join organisation as o on o.id = x.org_id;
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('person_search', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    if p.kind is null then
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    -- The log of a search need not wait for the disk: it runs at every key.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('search', true, null, null, s.terminal, jsonb_build_object('kind', p.kind, 'q', q));
    if s.kind <> 'republic' then
        v_centres := coalesce(territory(s.org_id), '{}');
    end if;
    v_cap := least(greatest(coalesce(lim, 50), 1), s.cap) + 1;
    foreach x in array coalesce(v_words, '{}') loop
        v_stems := v_stems || patronymic_stem(x);
    end loop;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), w.why, c.centre_id = s.org_id
        from search_ids(p, v_centres, v_cap) as h
        join card as c on c.id = h.id
        join organisation as o on o.id = c.centre_id
        -- Told is also a patronymic that stands for the name, and whether only folded letters match what was typed.
        cross join lateral (select case
            when h.why not in ('surname', 'surname_name', 'name_surname', 'name') then h.why
            else case when v_born then 'names_birth'
                      when h.why in ('surname', 'name') or exists (select from unnest(v_words) as x where c.nkey ^@ x) then h.why
                      when exists (select from unnest(v_stems) as x where fold(c.middle_name) ^@ x) then 'patronymic'
                      else h.why end
                 || case when exists (select from unnest(v_typed) as x where strpos(
                        ' ' || lower_text(concat_ws(' ', c.last_name, c.first_name, c.middle_name)), ' ' || x) = 0)
                      then '_folded' else '' end
            end as why offset 0) as w
        order by search_rank(w.why), c.last_name collate "kk-KZ-x-icu", c.first_name collate "kk-KZ-x-icu",
                 c.middle_name collate "kk-KZ-x-icu", c.id
        limit v_cap;
end $$;
comment on function person_search(text, int) is 'Persons of the territory by IIN, names or birth date; capped; logged';

create or replace function person_exists(p_iin text) returns table (found boolean, centre_kk text, centre_ru text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session;
    v_card bigint;
begin
    select * into s from live();
    if not role_reads(s.role) then
        perform audit('person_exists', false, case when s.id is null then 'MS401' else 'MS403' end, null, s.terminal, null);
        return;
    end if;
    select c.id, o.kk, o.ru into v_card, centre_kk, centre_ru
    from card as c join organisation as o on o.id = c.centre_id where c.iin = p_iin;
    perform audit('person_exists', true, null, v_card, s.terminal, jsonb_build_object('iin', left(p_iin, 12)));
    return query select v_card is not null, centre_kk, centre_ru;
end $$;
comment on function person_exists(text) is
    'Z-6: is there a card with that IIN, and whose; nothing else; logged; no row without a session that reads cards';

create or replace function query_kind(p_tab text, p_col text) returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select case
            when t.typname = 'partial_date' then 'partial'
            when t.typname = 'words' then 'words'
            when t.typname = 'email' then 'mail'
            when b.typcategory = 'D' then 'date'
            when b.typcategory = 'N' then 'number'
            when b.typcategory = 'B' then 'bool'
            else 'code' end
        from pg_attribute as a join pg_type as t on t.oid = a.atttypid
        join pg_type as b on b.oid = case t.typtype when 'd' then t.typbasetype else t.oid end
        where p_tab = any (card_tables()) and p_col <> all (system_columns())
              and a.attrelid = (select c.oid from pg_class as c
                                where c.relname = p_tab and c.relnamespace = 'mansap'::regnamespace)
              and a.attname = p_col and a.attnum > 0 and not a.attisdropped);
end $$;
comment on function query_kind(text, text) is 'How the values of a card''s field are compared; null: it has no such field';

create or replace function partial_date_shown(t text) returns text
    language sql immutable strict parallel safe
    return array_to_string(array(select p from unnest(string_to_array(t, '-')) with ordinality as v (p, i)
                                 order by i desc), '.');
comment on function partial_date_shown(text) is 'DD.MM.YYYY, MM.YYYY or YYYY';

create or replace function query_value(p_kind text, p_op text, v text) returns text
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    good boolean := case
        when v is null or length(v) > 500 then false
        when p_op in ('like', 'unlike') then p_kind <> 'bool'
        when p_op in ('any', 'none') then p_kind = 'code'
        when p_kind = 'bool' then p_op in ('eq', 'ne') and v in ('t', 'f')
        when p_kind = 'date' then v ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and partial_date_ok(v)
        when p_kind = 'partial' then partial_date_ok(v)
        when p_kind = 'number' then v ~ '^[0-9]{1,15}([.][0-9]{1,4})?$'
        else true end;
begin
    v := case p_kind when 'words' then fold(v) when 'mail' then lower_text(v) else v end;
    if p_op in ('like', 'unlike') then
        v := replace(replace(replace(replace(v, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%');
    end if;
    return case when good then v end;
end $$;
comment on function query_value(text, text, text) is
    'The value of a criterion as it is compared: folded, a pattern as LIKE has it; null: it is none of that kind';

create or replace function query_condition(p_row text, p_kind text, p_col text, p_op text, i int, n int) returns text
    language plpgsql immutable set search_path = mansap, pg_temp as $$
declare
    x text := format('%I.%I', p_row, p_col);
    typed text := case p_kind when 'date' then '::date' when 'number' then '::numeric' when 'bool' then '::boolean'
                              else '' end;
    v text := format('($2)[%s]%s', i, typed);
    w text := format('($2)[%s]%s', i + n - 1, typed);
    op text := case p_op when 'ne' then 'eq' when 'outside' then 'between' when 'none' then 'any'
                         when 'unlike' then 'like' else p_op end;
    f text := case p_kind when 'words' then 'fold(' || x || ')' when 'mail' then 'lower_text(' || x || ')' else x end;
    -- Not before v; not after w. Of dates that are not exact the parts that both have count; a text that begins like
    -- the last one is still among them.
    since text := case p_kind when 'partial' then format('partial_date_order(%s, %s)', v, x)
        when 'date' then x || ' >= ' || v when 'number' then x || ' >= ' || v
        else format('%s collate "C" >= %s', f, v) end;
    until text := case p_kind when 'partial' then format('partial_date_order(%s, %s)', x, w)
        when 'date' then x || ' <= ' || w when 'number' then x || ' <= ' || w
        else format('%s collate "C" < %s || chr(1114111)', f, w) end;
    t text := case op
        when 'empty' then x || ' is null'
        when 'filled' then x || ' is not null'
        when 'eq' then case p_kind when 'partial' then format('starts_with(%s, %s)', x, v) else f || ' = ' || v end
        when 'like' then format('%s like ($2)[%s]', case p_kind when 'date' then format('to_char(%s, ''DD.MM.YYYY'')', x)
            when 'partial' then format('partial_date_shown(%s)', x)
            when 'number' then format('trim_scale(%s::numeric)::text', x) else f end, i)
        when 'any' then format('%s = any (($2)[%s:%s])', x, i, i + n - 1)
        when 'ge' then since
        when 'lt' then 'not ' || since
        when 'le' then until
        when 'gt' then 'not ' || until
        when 'between' then since || ' and ' || until
        end;
begin
    return case when op = p_op then t else '(' || t || ') is not true' end; -- nothing is not that value, too
end $$;
comment on function query_condition(text, text, text, text, int, int) is
    'A criterion as a condition of SQL on a row, its values as $2';

create or replace function query_read(p_criteria jsonb, out cond text, out vals text[], out told jsonb)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    c record;
    v_kind text;
    v_vals text[];
    v_rows jsonb := jsonb_build_object();
    v_begin text;
begin
    vals := '{}';
    told := '{}';
    cond := '';
    if (case jsonb_typeof(p_criteria) when 'array' then jsonb_array_length(p_criteria) not between 1 and 100
        else true end) then
        perform refusal_log('card_query', 'MS429', null);
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    for c in select e ->> 'tab' as tab, e ->> 'col' as col, e ->> 'op' as op, i,
                    array(select jsonb_array_elements_text(case jsonb_typeof(e -> 'val') when 'array' then e -> 'val'
                                                           else '[]' end)) as typed
             from jsonb_array_elements(p_criteria) with ordinality as v (e, i) loop
        v_kind := query_kind(c.tab, c.col);
        v_vals := array(select query_value(v_kind, c.op, t) from unnest(c.typed) as t);
        if v_kind is null or array_position(v_vals, null) is not null or not coalesce(case
                when c.op in ('empty', 'filled') then cardinality(v_vals) = 0
                when c.op in ('between', 'outside') then cardinality(v_vals) = 2
                when c.op in ('any', 'none') then cardinality(v_vals) between 1 and 500
                when c.op in ('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'like', 'unlike') then cardinality(v_vals) = 1
                end, false) then
            perform refusal_log('card_query', 'MS422', null);
            raise exception 'no criterion of a card' using errcode = 'MS422', table = left(coalesce(c.tab, ''), 60),
                column = left(coalesce(c.col, ''), 60);
        end if;
        v_rows := v_rows || jsonb_build_object(c.tab, concat_ws(' and ', v_rows ->> c.tab,
            query_condition(case c.tab when 'card' then 'c' else 'x' end, v_kind, c.col, c.op, cardinality(vals) + 1, cardinality(v_vals))));
        vals := vals || v_vals;
        -- A name's beginning is also a range of the index.
        v_begin := case when c.tab = 'card' and c.col = 'last_name' then case
            when c.op = 'eq' then fold(c.typed[1])
            when c.op = 'like' then fold(split_part(c.typed[1], '*', 1)) end end;
        if v_begin <> '' then
            v_rows := v_rows || jsonb_build_object('card', concat_ws(' and ', v_rows ->> 'card', format(
                'c.fkey >= ($2)[%1$s] and c.fkey < ($2)[%1$s] || chr(1114111)', cardinality(vals) + 1)));
            vals := vals || v_begin;
        end if;
        told := told || jsonb_build_object(c.i, concat_ws(' ', c.tab || '.' || c.col, c.op,
                                                          array_to_string(c.typed, ' ')));
    end loop;
    for c in select * from jsonb_each_text(v_rows) order by key loop
        cond := cond || case c.key when 'card' then ' and ' || c.value else format(
            ' and exists (select from %I as x where x.card_id = c.id and x.annul_reason is null and %s)', c.key, c.value) end;
    end loop;
    cond := 'select c.id from card as c where c.centre_id = $1 and c.annul_reason is null' || cond;
end $$;
comment on function query_read(jsonb) is 'Criteria as SQL ($1: the centre, $2: the values), and as the log keeps them';

create or replace function query_cards(p_criteria jsonb, p_centres bigint[], n int, p_of_each boolean, out ids bigint[], out whole boolean)
    language plpgsql stable security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off as $$
declare
    q record := query_read(p_criteria);
    v_until timestamptz := clock_timestamp() + interval '10 s';
    v_centre bigint;
    v_ids bigint[];
begin
    ids := '{}';
    whole := true;
    foreach v_centre in array p_centres loop
        execute 'select array(' || q.cond || case when p_of_each then ' order by c.fkey, c.id' else '' end || ' limit $3)'
            into v_ids using v_centre, q.vals, n - case when p_of_each then 0 else cardinality(ids) end;
        ids := ids || v_ids;
        exit when not p_of_each and cardinality(ids) >= n;
        if clock_timestamp() > v_until and v_centre <> p_centres[cardinality(p_centres)] then
            whole := false;
            exit;
        end if;
    end loop;
end $$;
comment on function query_cards(jsonb, bigint[], int, boolean) is 'The cards of some centres that meet all criteria';

create or replace function query_begin(p_what text, p_criteria jsonb) returns session
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session;
begin
    select * into s from session where id = my_session();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('card_query', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    -- As for a search: the log need not wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('query', true, null, null, null,
                  (query_read(p_criteria)).told || jsonb_build_object('kind', 'query', 'what', p_what));
    return s;
end $$;
comment on function query_begin(text, jsonb) is 'Who may ask, and the log of it';

create or replace function card_query_count(p_criteria jsonb) returns table (hits int, more boolean)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    s session := query_begin('count', p_criteria);
    most int := 1000;
    r record;
begin
    r := query_cards(p_criteria, coalesce(territory(s.org_id), '{}'), most + 1, false);
    return query select least(cardinality(r.ids), most), cardinality(r.ids) > most or not r.whole;
end $$;
comment on function card_query_count(jsonb) is
    'How many cards of the territory meet the criteria: up to 1000; more: at least so many; logged';

create or replace function card_query(p_criteria jsonb, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set jit = off as $$
#variable_conflict use_column
declare
    s session := query_begin('list', p_criteria);
    v_cap int := least(greatest(coalesce(lim, 50), 1), setting_get('search_cap')::int) + 1;
    r record;
begin
    r := query_cards(p_criteria, coalesce(territory(s.org_id), '{}'), v_cap, true);
    if not r.whole then
        raise exception 'the query took too long' using errcode = '57014';
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), 'query', c.centre_id = s.org_id
        from card as c join organisation as o on o.id = c.centre_id
        where c.id = any (r.ids)
        order by c.last_name collate "kk-KZ-x-icu", c.first_name collate "kk-KZ-x-icu",
                 c.middle_name collate "kk-KZ-x-icu", c.id
        limit v_cap;
end $$;
comment on function card_query(jsonb, int) is 'Persons of the territory whose cards meet the criteria; capped; logged';

create or replace function home_visits(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, planned_on date, overdue boolean)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_centre bigint := my_centre();
    v_today date := today();
begin
    if v_centre is null then
        return;
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, v.planned_on,
               v.planned_on < v_today
        from visit as v join card as c on c.id = v.card_id
        where v.planned_on <= v_today and v.actual_on is null and v.outcome is null and v.annul_reason is null
              and v.centre_id = v_centre
        order by v.planned_on desc, c.fkey, v.id
        limit least(greatest(coalesce(p_lim, 50), 1), setting_get('search_cap')::int);
end $$;
comment on function home_visits(int) is 'S18: visits of the centre due today or overdue, today''s first';

create or replace function home_recent(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, centre_kk text, centre_ru text, status text,
    at text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_org bigint := my_org();
    v_centres bigint[];
    v_cap int := least(greatest(coalesce(p_lim, 10), 1), setting_get('search_cap')::int);
    v_ids bigint[] := array[]::bigint[];
    v_ats timestamptz[] := array[]::timestamptz[];
    v_passed bigint[] := array[]::bigint[];
    v record;
begin
    if v_org is null then
        return;
    end if;
    v_centres := territory(v_org);
    -- Backwards, until there are enough: to look at all of them costs a hundred times as much.
    for v in select w.card_id, w.at from view_log as w where w.login = session_user::text collate "default"
             order by w.at desc limit 200 loop
        continue when v.card_id = any (v_ids) or v.card_id = any (v_passed);
        if (select c.centre_id = any (v_centres) from card as c where c.id = v.card_id) then
            v_ids := v_ids || v.card_id;
            v_ats := v_ats || v.at;
            exit when cardinality(v_ids) = v_cap;
        else
            v_passed := v_passed || v.card_id;
        end if;
    end loop;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, o.kk, o.ru,
               (select t.status from card_status as t where t.card_id = c.id), local_text(l.at)
        from unnest(v_ids, v_ats) as l (card_id, at)
        join card as c on c.id = l.card_id
        join organisation as o on o.id = c.centre_id
        order by l.at desc;
end $$;
comment on function home_recent(int) is 'The last cards of this log-in within its territory, latest first';

create or replace function maintenance_next() returns table (from_at text, to_at text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    if my_session() is not null then
        return query select local_text(w.from_at), local_text(w.to_at) from maintenance_window as w
                     where w.to_at > now() order by w.from_at limit 1;
    end if;
end $$;
comment on function maintenance_next() is '206 p. 20(1): the break that is under way or the next one agreed, for live sessions';

create or replace function account_lock(p_login text, p_reason text) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    if coalesce(p_reason, '') !~ '\S' then
        raise exception 'a lock has a reason' using errcode = 'MS422';
    end if;
    perform pg_terminate_backend(pid) from pg_stat_activity where usename = p_login and pid <> pg_backend_pid();
    update account set locked_reason = p_reason, locked_at = now_here() where login = p_login;
    if not found then
        raise exception 'there is no account "%"', p_login using errcode = 'MS404';
    end if;
end $$;
comment on function account_lock(text, text) is '206 p. 29: ends the connections of a log-in and locks its account, for that reason';

create or replace function terms_now() returns text
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select edition from terms where since <= today() order by since desc, edition desc limit 1);
end $$;
comment on function terms_now() is '206 p. 18: the edition of the terms of use in force';
-- end of functions

-- What uses the functions: triggers, policies, views, rights, data.
grant execute on function session_open(text, text, text), my_lang(text) to mansap_user;
grant execute on function save_end(uuid) to mansap_operator, mansap_head, mansap_trainer;
grant execute on function identity_check(uuid, bigint, text, text, boolean) to mansap_operator, mansap_head, mansap_trainer;
grant execute on function card_query(jsonb, int), card_query_count(jsonb) to mansap_user;

create index card_given_patronymic on card ((fold(first_name || coalesce(' ' || middle_name, '')) collate "C"));
alter index card_given_patronymic alter column 1 set statistics 0;
create index card_centre_given on card (centre_id, (fold(first_name || coalesce(' ' || middle_name, '')) collate "C"));
alter index card_centre_given alter column 2 set statistics 0;
create trigger names after insert on card referencing new table as added for each statement execute function card_names();
create trigger names_changed after update of last_name, first_name on card for each row
    when (old.last_name is distinct from new.last_name or old.first_name is distinct from new.first_name)
    execute function card_renamed();
select names_learn('surname', array(select distinct last_name::text from card where last_name ~ '[-‐‑–— ]' order by 1)) \g /dev/null

insert into setting (name, value, note) values
    ('open_cap', '60', 'most cards a log-in opens within a minute (206 p. 28(3)); empty: any');
insert into schema_version (version, note) values (3, 'faster and wider search; cheaper saves');
reset role;
