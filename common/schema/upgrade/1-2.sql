-- SPDX-License-Identifier: GPL-3.0-or-later
-- Folding of all letters. Version 1 made lower case of ASCII, Russian and Kazakh letters only: a search for їжак did not find
-- Їжакевич, nor müller MÜLLER. Now fold() agrees with the program over all Latin and Cyrillic letters and every kind of blank
-- (K-6, K-12: the case and the signs in which a name was typed do not matter).
-- For whom: persons whose names hold such letters are found anew; nothing that is shown changes. No history is written.
-- And a tighter guard, see below: openings that are rolled back, sessions of locked accounts, passwords nobody set (Z-6,
-- 206 p. 20(7), 28). For whom: everybody; the program from this version on is needed.
-- Needs: a moment without saves. Reading goes on.
-- upgrade: 1 -> 2
\set ON_ERROR_STOP 1
do $$
begin
    if (select max(version) from mansap.schema_version) <> 1 then
        raise exception 'this database is at version %, not at version 1',
            (select max(version) from mansap.schema_version);
    end if;
end $$;
-- A save that is under way would still fold as before, and its row would not be seen below: wait for it, keep others out.
lock table mansap.card in share row exclusive mode;
-- The names do not change, so no trigger has a say: neither the gate of the save nor the history.
set local session_replication_role = replica;
set local role mansap_owner;
set local search_path = mansap, pg_temp;

create or replace function lower_text(t text) returns text
    language sql immutable strict parallel safe
    return translate(
        case when t ~ '[^ -~А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]' then translate(t,
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
            'ộớờởỡợụủứừửữựỳỵỷỹỻỽỿ')
        else t end,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ',
        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі');
comment on function lower_text(text) is 'Lower case of Latin and Cyrillic letters, the same in every locale';

create or replace function fold(t text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        translate(lower_text(t),
            'әғқңөұүһіёйщыэacehikmoptxybъь-''’ʼ`.',
            'агкноуухиеишиеасехикмортхув'),
        '[\t-\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'));

-- The stored columns keep what the old function made of the names until their row is written; the indexes follow the columns.
update card set last_name = last_name, first_name = first_name, middle_name = middle_name
 where fkey is distinct from fold(last_name || ' ' || first_name || coalesce(' ' || middle_name, ''))
    or nkey is distinct from fold(first_name);

-- The guard: an opening that is rolled back shows nothing; a session ends with its account; a password that nobody set
-- locks the account (206 p. 28(2)); EXPLAIN tells no IINs; every door writes to the server log, too.
alter table session_card add opened_in xid8;
comment on column session_card.opened_in is
    'Transaction it was opened in: only a later one sees its rows, so that no ROLLBACK unsays the opening; null: at once';
alter table account add verifier text;
comment on column account.verifier is
    'SHA-256 of the password verifier that was set for the person; null: the next gate takes the present one';
alter table card
    alter last_name set statistics 0, alter first_name set statistics 0, alter middle_name set statistics 0,
    alter iin set statistics 0, alter phone set statistics 0, alter email set statistics 0,
    alter fkey set statistics 0, alter nkey set statistics 0;

create or replace function my_session() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select s.id from session as s
            join account as a on a.login = s.login join terminal as t on t.id = s.terminal
            where s.pid = pg_backend_pid() and s.login = session_user and s.closed_at is null
                  and s.backend_start = backend_start(pg_backend_pid())
                  -- It ends with what it was opened on.
                  and a.locked_reason is null and (a.valid_until is null or today() <= a.valid_until)
                  and a.role = s.role and a.org_id = s.org_id and t.allowed
                  -- An old snapshot would not see that.
                  and current_setting('transaction_isolation') in ('read committed', 'read uncommitted'));
end $$;
comment on function my_session() is
    'The live session of this connection, or null: its account still as it was, and no transaction with an old snapshot';

create or replace function my_open_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(card_id) from session_card where session_id = my_session() and closed_at is null
            and (opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_open_cards() is
    'The cards this session has open: the only ones whose rows it sees; from the transaction after the opening';

create or replace function my_writable_cards() returns bigint[]
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return (select array_agg(card_id) from session_card where session_id = my_session() and closed_at is null
            and writable and (opened_in = pg_current_xact_id_if_assigned()) is not true);
end $$;
comment on function my_writable_cards() is 'Those of them it may write';

create or replace function log_line(p_kind text, p_event text, p_ok boolean, p_code text, p_card bigint, p_terminal text)
    returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp set client_min_messages = notice as $$
begin
    raise log 'mansap % %', p_kind, jsonb_build_object('login', session_user, 'terminal',
        coalesce(p_terminal, (select terminal from session where id = my_session())), 'event', p_event, 'ok', p_ok,
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
    values (session_user, my_session(),
            coalesce(left(p_terminal, 100), (select terminal from session where id = my_session())), inet_client_addr(),
            p_event, p_ok, p_code, p_card,
            coalesce((select jsonb_object_agg(key, left(value #>> '{}', 500)) from jsonb_each(p_detail)), '{}'));
end $$;
comment on function audit(text, boolean, text, bigint, text, jsonb) is
    'Writes a line of the audit log, and one of the server log';

create or replace function refusal_log(p_event text, p_code text, p_card bigint) returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    perform log_line('refusal', p_event, false, p_code, p_card, null);
end $$;
comment on function refusal_log(text, text, bigint) is 'Writes a refusal to the server log; no personal data in it';

create or replace function verifier_of(p_login text) returns text
    language sql stable security definer set search_path = mansap, pg_temp
    return (select encode(sha256(convert_to(coalesce(rolpassword, ''), 'UTF8')), 'hex') from pg_catalog.pg_authid
            where rolname = p_login);
comment on function verifier_of(text) is 'SHA-256 of the password verifier that the server has of a log-in now';

create or replace function session_refusal(p_terminal text, p_version text, p_terms text)
    returns table (code text, detail text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    a account;
    t terminal;
    other text;
begin
    -- Locked: two log-ins at once queue here.
    select * into a from account where login = session_user::text collate "default" for update;
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
    if terms_now() is distinct from a.terms_accepted and terms_now() is distinct from p_terms then
        return query select 'MS451', terms_now();
    end if;
end $$;
comment on function session_refusal(text, text, text) is 'Why a session may not be opened, if so';

create or replace function session_open(p_terminal text, p_version text, p_terms text) returns table (
    ok boolean, code text, detail text, login text, person text, role text, org_id bigint, org_kk text, org_ru text,
    org_address text, org_phone text, org_email text, today date, training boolean, last_login text, schema_version int,
    draft_key text, terms text, may_write boolean)
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
    update account as c set terms_accepted = terms_now(), terms_at = now()
    where c.login = session_user::text collate "default" and c.terms_accepted is distinct from terms_now();
    update account as c set verifier = verifier_of(c.login)
    where c.login = session_user::text collate "default" and c.verifier is null;
    select * into a from account as c where c.login = session_user;
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
    return next;
end $$;
comment on function session_open(text, text, text) is
    'The gate: terminal, version of the program, edition of the terms accepted now or null; refusals are rows, logged';

create or replace function card_door(s session, p_id bigint, p_iin text, p_purpose text)
    returns table (code text, card_id bigint)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_centre bigint;
    v_mine boolean;
begin
    if not role_reads(s.role) then
        code := 'MS403';
    elsif (p_id is null) = (p_iin is null) then
        code := 'MS429';
    else
        select c.id, c.centre_id into card_id, v_centre from card as c
        where c.id = p_id or p_id is null and c.iin = p_iin;
        v_mine := coalesce(v_centre = any (territory(s.org_id)), false);
        code := case
            when length(p_purpose) > 1000 then 'MS429'
            when v_mine then null
            when p_id is not null then 'MS403' -- nor does it tell whether there is such an id
            when card_id is null then 'MS404'
            when length(btrim(coalesce(p_purpose, ''))) < setting_get('purpose_min')::int then 'MS429' end;
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
    c card;
    o organisation;
    v_card bigint;
begin
    select * into s from session where id = my_session();
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
        update session set current_card = null where id = s.id;
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
    select * into c from card where card.id = v_card;
    select * into o from organisation where organisation.id = c.centre_id;
    writable := role_writes(s.role) and c.centre_id = s.org_id;
    perform log_line('audit', 'card_open', true, null, v_card, null);
    insert into session_card (session_id, card_id, writable, opened_in)
    values (s.id, v_card, writable, pg_current_xact_id())
    on conflict (session_id, card_id) do update set writable = excluded.writable, opened_at = excluded.opened_at,
        opened_in = case when session_card.closed_at is null then session_card.opened_in else excluded.opened_in end,
        closed_at = null;
    update session set current_card = v_card where session.id = s.id;
    insert into view_log (session_id, login, card_id, door, purpose)
    values (s.id, session_user, v_card, case when p_id is null then 'iin' else 'id' end, p_purpose);
    id := v_card;
    detail := null;
    centre_id := c.centre_id;
    centre_kk := o.kk;
    centre_ru := o.ru;
    edition := c.edition;
    status := (select t.status from card_status as t where t.card_id = v_card);
    checked_at := c.checked_at;
    select min(v.planned_on) filter (where v.planned_on >= today()),
           count(*) filter (where v.planned_on < today())::int into next_visit, overdue_visits
    from visit as v
    where v.card_id = v_card and v.actual_on is null and v.outcome is null and v.annul_reason is null;
    open_referrals := (select count(*) from job_referral as r
                       where r.card_id = v_card and r.outcome is null and r.annul_reason is null);
    unemployed_once := exists (select from unemployed_reg as u where u.card_id = v_card and u.decision = 'registered'
                               and u.annul_reason is null);
    updated_at := c.updated_at;
    updated_by := person_of(c.updated_by);
    created_at := c.created_at;
    created_by := person_of(c.created_by);
    return next;
end $$;
comment on function card_open(bigint, text, text) is
    'Opens a card by its id or its exact IIN, elsewhere with a purpose (Z-6); a refusal is a row; logged; to be committed first';

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
    if not reasons_are_good(new.reasons, n) then
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
    v_stamp := jsonb_build_object('by', v_by, 'centre', coalesce(op.centre_id,
        (n ->> 'centre_id')::bigint, (select centre_id from card where id = v_card)), 'at', v_at,
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
        new.updated_at := coalesce(new.created_at, op.at);
        new.updated_by := coalesce(new.created_by, op.login);
        insert into card_head (card_id) values (new.id) on conflict do nothing;
    else
        new.id := old.id;
    end if;
    -- The constraint would tell whether there is such a card, too, but nobody would know that it was asked (Z-6).
    if op.kind <> 'import' and (tg_op = 'INSERT' or new.iin <> old.iin)
       and exists (select from card where iin = new.iin and id <> new.id) then
        perform refusal_log('card.iin', '23505', new.id);
        raise unique_violation using message = 'another card has this IIN', schema = 'mansap', table = 'card',
            constraint = 'card_iin_key';
    end if;
    select * into c from organisation where id = new.centre_id;
    new.org_name := c.kk;
    new.org_address := c.address;
    new.org_phone := c.phone;
    new.org_email := c.email;
    return new;
end $$;
comment on function card_before() is 'Trigger: centre, head of the history, signature block of the organisation';

create or replace function search_kind(q text) returns text
    language sql immutable
    return case
        when length(q) > 200 then null
        when date_typed(q) is not null then 'birth_date'
        when translate(q, ' ' || chr(160), '') ~ '^\d{12}$' then 'iin'
        when translate(q, ' ' || chr(160), '') ~ '^\d{4,11}$' then 'iin_start'
        when q !~ '[0-9]' and fold(q) ~ '^\S{2,}( \S+){0,2}$' then case when fold(q) ~ ' ' then 'names' else 'surname' end
        end;
comment on function search_kind(text) is 'What a search text is taken for; null: too little or nothing known';

create or replace function person_exists(p_iin text) returns table (found boolean, centre_kk text, centre_ru text)
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    v_session bigint := my_session();
    v_card bigint;
begin
    if not role_reads(my_role()) then
        perform audit('person_exists', false, case when v_session is null then 'MS401' else 'MS403' end, null, null,
                      null);
        return;
    end if;
    select c.id, o.kk, o.ru into v_card, centre_kk, centre_ru
    from card as c join organisation as o on o.id = c.centre_id where c.iin = p_iin;
    perform audit('person_exists', true, null, v_card, null, jsonb_build_object('iin', left(p_iin, 12)));
    return query select v_card is not null, centre_kk, centre_ru;
end $$;
comment on function person_exists(text) is
    'Z-6: is there a card with that IIN, and whose; nothing else; logged; no row without a session that reads cards';

create or replace function account_seal(p_login text) returns void
    language plpgsql set search_path = mansap, pg_temp as $$
begin
    update account set verifier = verifier_of(p_login) where login = p_login;
    if not found then
        raise exception 'there is no account "%"', p_login using errcode = 'MS404';
    end if;
    update account set locked_reason = null, locked_at = null
    where login = p_login and locked_reason = 'the password was not set by the administrator';
end $$;
comment on function account_seal(text) is
    '206 p. 28(2): the present password is the one that was set; lifts the lock that another password has caused';

-- The identity checked against a state system (R-4, Z-15), and a reason for overwriting what was verified (R-5). For whom:
-- operators record the check themselves; a check that stood already covers S1-S6 as they stand.
create function identity_columns() returns text[]
    language sql immutable parallel safe
    return array['last_name', 'first_name', 'middle_name', 'iin', 'sex', 'birth_date', 'citizenship', 'ethnicity',
                 'ethnicity_other'];
comment on function identity_columns() is 'S1-S6: what a check of the identity covers (R-4)';

create function is_verified(p_tab text, p_column text, o jsonb) returns boolean
    language sql immutable
    return o ->> p_column is not null and coalesce(
        o -> 'meta' -> p_column ? 'checked'
        or z2_kind(p_tab, p_column) <> 'current'
           and coalesce(o -> 'meta' -> p_column, o -> 'meta' -> 'id') ->> 'how' = 'import', false);
comment on function is_verified(text, text, jsonb) is
    'R-5: was the value of this row checked, or imported? Not what may be brought up to date at any time (Z-2b)';

create function card_checked() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp as $$
declare
    n jsonb := to_jsonb(new);
    c text;
begin
    if new.checked_at is not null and (tg_op = 'INSERT' or new.checked_at is distinct from old.checked_at) then
        foreach c in array identity_columns() loop
            if n ->> c is not null and new.meta ? c then
                new.meta := jsonb_set(new.meta, array[c, 'checked'],
                                      jsonb_build_object('at', new.checked_at, 'system', new.checked_system));
            end if;
        end loop;
    elsif tg_op = 'UPDATE' and row(new.last_name, new.first_name, new.middle_name, new.iin, new.birth_date)
                               is distinct from row(old.last_name, old.first_name, old.middle_name, old.iin, old.birth_date) then
        new.checked_at := null;
        new.checked_system := null;
        new.checked_result := null;
        if new.iin <> old.iin then
            foreach c in array identity_columns() loop
                new.meta := new.meta #- array[c, 'checked'];
            end loop;
        end if;
    end if;
    return new;
end $$;
comment on function card_checked() is 'Trigger: marks what a check covers; another identity is an unchecked one';
-- Behind row_before, which stamps.
create trigger row_checked before insert or update on card for each row execute function card_checked();

create function identity_check(p_op uuid, p_card bigint, p_system text, p_result text)
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
    update card set checked_at = (op_now()).at, checked_system = p_system, checked_result = p_result where id = p_card;
    return query select e.updated_at, e.updated_by from save_end(p_op) as e;
end $$;
comment on function identity_check(uuid, bigint, text, text) is
    'R-4, Z-15: the data of an own, open card were compared with that system now, and agree: a save of its own';
create or replace function z2_check(p_tab text, o jsonb, n jsonb, p_changed text[], p_op operation) returns void
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    c text;
    k text;
    m jsonb;
begin
    if o ->> 'annul_reason' is not null and p_changed <> '{}' then
        perform z2_refuse(p_tab, p_changed[1], jsonb_build_object('by', o ->> 'annulled_by', 'at', o ->> 'annulled_at'));
    end if;
    -- Annulling and taking back, as a change of the whole row; a visit that has not come may be called off any time.
    if o -> 'annul_reason' is distinct from n -> 'annul_reason'
       and not (p_tab = 'visit' and o ->> 'actual_on' is null) then
        m := o -> 'meta' -> 'id';
        if not z2_same_day((m ->> 'at')::timestamptz, (m ->> 'centre')::bigint, p_op.centre_id) then
            perform z2_refuse(p_tab, 'annul_reason', m);
        end if;
    end if;
    foreach c in array p_changed loop
        k := z2_kind(p_tab, c);
        m := coalesce(o -> 'meta' -> c, o -> 'meta' -> 'id');
        if not (o ->> c is null
            or k = 'current'
            or k = 'recorded' and p_op.kind = 'recorded'
            -- a recorded change of the IIN takes along the birth date it tells
            or p_tab = 'card' and c = 'birth_date' and p_op.kind = 'recorded' and o -> 'iin' <> n -> 'iin'
               and (n ->> 'birth_date')::date = iin_birth(n ->> 'iin')
            or z2_same_day((m ->> 'at')::timestamptz, (m ->> 'centre')::bigint, p_op.centre_id)) then
            perform z2_refuse(p_tab, c, m);
        end if;
        -- R-5: the reason of the whole save, or one that was given for this value now
        if o -> c is distinct from n -> c and p_op.reason is null and is_verified(p_tab, c, o)
           and (n -> 'reasons' ->> c is null or n -> 'reasons' -> c = o -> 'reasons' -> c) then
            perform refusal_log(p_tab || '.' || c, 'MS423', op_card());
            raise exception 'a verified value is overwritten with a reason only' using errcode = 'MS423', table = p_tab,
                column = c, constraint = 'r5';
        end if;
    end loop;
end $$;
comment on function z2_check(text, jsonb, jsonb, text[], operation) is
    'Z-2: may these columns be changed? Raises MS410; R-5: MS423 without a reason';

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
                   or k.f in ('checked_at', 'checked_system') and h.tab = 'card' and p_field = any (identity_columns()))
        order by h.seq desc, k.f;
end $$;
comment on function history_of(bigint, text, bigint, text) is
    'R-6: the changes of an open card, newest first; table, row and field may be null: all; with S1-S6 their checks (R-4)';

grant execute on function identity_check(uuid, bigint, text, text) to mansap_operator, mansap_head, mansap_trainer;
update card as k set meta = (
    select jsonb_object_agg(m.key, case when m.key = any (identity_columns()) and m.value ->> 'at' is not null
               and (m.value ->> 'at')::timestamptz <= k.checked_at
           then m.value || jsonb_build_object('checked', jsonb_build_object('at', k.checked_at, 'system', k.checked_system))
           else m.value end) from jsonb_each(k.meta) as m)
 where checked_at is not null and meta <> '{}';

-- Search that forgives (K-10, P-28). A name is found in part, in any order, with a mistake, in Latin letters, in the wrong keyboard
-- layout. For whom: whoever looks for a person. Every name of every card is entered into a dictionary, which takes a minute
-- for some million cards.
drop function search_names(text, text, text, bigint[], int, text);
drop function search_why(text, text, card);
create index card_given on card (nkey, centre_id);

-- What several alphabets share: Latin letters to Russian ones, by the passports' rules and by the Kazakh alphabets of 2018
-- and 2021; text in Cyrillic stays.
create or replace function latin_letters(t text) returns text
    language sql immutable strict parallel safe
    return translate(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(lower_text(t), '''’ʼʻ`´', ''),
            'shch', 'ш'), 'sch', 'ш'), 'sh', 'ш'), 'dzh', 'ж'), 'zh', 'ж'), 'dj', 'ж'), 'kh', 'х'), 'gh', 'г'),
            'ch', 'ч'), 'ts', 'ц'),
        'aäáàâãåəƏbvwgğǵǴdeéèêëjzžiıíìîïyýkqclłmnñńŋoöóòôõøprsşšśtuüúùûūfhxçčć',
        'ааааааааабвуггггдееееежзжиииииииукккллмннннооооооопрсшшштууууууфххччч');
comment on function latin_letters(text) is 'Latin spelling in Cyrillic letters, for latin_key; the same for old and new ones';

-- What is spelt in more than one way is made one, in Latin and in Cyrillic: я ya ia, Джумабаев Жумабаев, лл л.
create or replace function latin_key(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(replace(replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(fold(latin_letters(t)),
            'я', 'иа'), 'ю', 'иу'), 'ц', 'тс'), 'дж', 'ж'), 'нг', 'н'), 'кс', 'х'),
        '(.)\1+', '\1', 'g'), 'ие', 'е'), 'ио', 'е'), '(.)\1+', '\1', 'g');
comment on function latin_key(text) is 'A name by its sound: equal for its Cyrillic and its Latin spellings';

create or replace function name_stem(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(t, '(?<=...)(ов|ова|ев|ева|ин|ина|[сц]к(ии|ая|ои)|ули|[кг]изи|[ое]вич|[ое]вна)$', '');
comment on function name_stem(text) is 'A folded surname without its ending: one for husband and wife, for both languages';

-- Two letters remain at least. Only endings that no name has, whole or nearly so: it is asked of names, too.
create or replace function patronymic_stem(t text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(t, '(?<=..)([ое]в(н|на|и|ич)|(ин)?ична|ич|ули|[кг]изи|огли|уулу)$', '');
comment on function patronymic_stem(text) is 'A folded patronymic without its ending: one for -ұлы, -қызы, -ович, -овна ...';

-- Only names_learn writes the three tables, and nothing is ever taken out of them: no foreign keys to be checked a million
-- times.
create table name_word (
    id int generated always as identity primary key,
    kind text not null check (kind in ('surname', 'name')),
    word text collate "C" not null,
    stem text collate "C" not null,
    latin text collate "C" not null,
    constraint name_word_key unique (kind, word)
);
create index name_word_stem on name_word (kind, stem);
create index name_word_latin on name_word (kind, latin);
comment on table name_word is 'Dictionary of the surnames and names of all cards, for search; says nothing of persons';
comment on column name_word.id is 'Key';
comment on column name_word.kind is 'surname or name';
comment on column name_word.word is 'Folded, as at the beginning of card.fkey, or as card.nkey';
comment on column name_word.stem is 'Without its ending';
comment on column name_word.latin is 'latin_key() of it';

create table name_part (
    part text collate "C" not null,
    word_id int not null,
    begins boolean not null,
    primary key (part, word_id)
);
comment on table name_part is 'What a surname holds from its second letter on: letters from the middle, second surnames';
comment on column name_part.part is 'The surname from some letter on, with three letters of its stem at least';
comment on column name_part.word_id is 'The surname';
comment on column name_part.begins is 'A part of a double surname begins there';

create table name_near (
    near text collate "C" not null,
    word_id int not null,
    primary key (near, word_id)
);
comment on table name_near is 'Surnames and names of four letters and more with one letter left out: two that differ by one '
    'letter have one of these in common';
comment on column name_near.near is 'The word without one letter';
comment on column name_near.word_id is 'The word';

create or replace function without_one(t text) returns setof text
    language sql immutable strict parallel safe
    begin atomic
        select distinct left(t, i - 1) || substr(t, i + 1) from generate_series(1, length(t)) as i;
    end;
comment on function without_one(text) is 'A word with one letter left out, each in turn';

-- At most one letter wrong, missing, too many, or two neighbours swapped.
create or replace function one_error(a text, b text) returns boolean
    language plpgsql immutable strict parallel safe as $$
declare
    i int := 1;
begin
    if abs(length(a) - length(b)) > 1 then
        return false;
    end if;
    while i <= length(a) and substr(a, i, 1) = substr(b, i, 1) loop
        i := i + 1;
    end loop;
    return case length(a) - length(b)
        when 1 then substr(a, i + 1) = substr(b, i)
        when -1 then substr(a, i) = substr(b, i + 1)
        else substr(a, i + 1) = substr(b, i + 1)
             or substr(a, i, 1) = substr(b, i + 1, 1) and substr(a, i + 1, 1) = substr(b, i, 1)
                and substr(a, i + 2) = substr(b, i + 2) end;
end $$;
comment on function one_error(text, text) is 'Are two words the same but for one mistake?';

-- Enters the names that the dictionary lacks; any number at once. A plan made while the tables are small must do when they
-- have grown, so never a sequential scan; to plan anew for every name costs more than to enter it.
create or replace function names_learn(p_kind text, p_names text[]) returns void
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
begin
    with raw as (select distinct n, fold(n) as word from unnest(p_names) as n),
    added as (
        insert into name_word (kind, word, stem, latin)
        select p_kind, raw.word, case p_kind when 'surname' then name_stem(raw.word) else raw.word end, latin_key(min(n))
        from raw where raw.word <> '' group by raw.word order by raw.word
        on conflict (kind, word) do nothing
        returning id, word)
    insert into name_near (near, word_id)
    select d, a.id from added as a cross join without_one(a.word) as d where length(a.word) >= 4;
    if p_kind = 'surname' then
        insert into name_part as p (part, word_id, begins)
        select right(w.word, l), w.id, bool_or(l = any (h.tails))
        from (select distinct n, fold(n) as word from unnest(p_names) as n) as raw
        join name_word as w on w.kind = 'surname' and w.word = raw.word
        cross join lateral (
            select array(select length(fold(substr(n, i + 1))) from generate_series(2, length(n) - 2) as i
                         where substr(n, i, 1) ~ '[-‐‑–— ]') as tails) as h
        cross join generate_series(1, length(w.word) - 1) as l
        where l = any (h.tails) or length(w.stem) - (length(w.word) - l) >= 3
        group by right(w.word, l), w.id
        on conflict (part, word_id) do update set begins = true where excluded.begins and not p.begins;
    end if;
end $$;
comment on function names_learn(text, text[]) is 'Enters names into the dictionary';

-- A name that is known costs one look.
create or replace function card_names() returns trigger
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off as $$
begin
    if new.last_name ~ '[-‐‑–— ]'
       or not exists (select from name_word where kind = 'surname' and word = fold(new.last_name)) then
        perform names_learn('surname', array[new.last_name]);
    end if;
    if not exists (select from name_word where kind = 'name' and word = new.nkey) then
        perform names_learn('name', array[new.first_name]);
    end if;
    return null;
end $$;
comment on function card_names() is 'Trigger: the dictionary knows the names of every card';
create trigger names after insert or update of last_name, first_name on card for each row execute function card_names();
alter table name_word enable row level security;
alter table name_part enable row level security;
alter table name_near enable row level security;
create policy nobody on name_word for select to mansap_user using (false);
create policy nobody on name_part for select to mansap_user using (false);
create policy nobody on name_near for select to mansap_user using (false);
select names_learn('surname', array(select distinct last_name::text from card)) \g /dev/null
select names_learn('name', array(select distinct first_name::text from card)) \g /dev/null

create or replace function name_words(q text) returns text[]
    language sql immutable strict parallel safe
    return string_to_array(fold(translate(q, '.,', '  ')), ' ');
comment on function name_words(text) is 'A search text as folded words; initials may have their full stops';

-- The keys' positions in the Latin, Russian and Kazakh layouts, shifted, too. A hyphen is ө, or a hyphen: both.
create or replace function layout_texts(q text) returns text[]
    language sql immutable strict parallel safe
    return (select case
        when t ~ '[a-z]' and t !~ '[а-ӿ]' then
            array[translate(t, f, c || 'ө'), case when t ~ '-' then translate(replace(t, '-', ''), f, c) end]
        when t ~ '[а-ӿ]' and t ~ '[0-9"№;%*()_+=-]' then
            array[translate(t, '234589"№;%*()_0+=-', 'әіңғүұәіңғүұқөқһһө')]
        end
        from (select lower_text(q) as t,
                     'qwertyuiop[]asdfghjkl;''zxcvbnm,.`{}:"<>~234589@#$%*(0)_=+-' as f,
                     'йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюёәіңғүұәіңғүұққөһһ' as c) as keys);
comment on function layout_texts(text) is 'What was meant by keys typed in the wrong layout; null elements: nothing';

-- Surnames or names that differ from a word by one mistake, or not by their sound; surnames also by the ending.
create or replace function names_near(p_kind text, t text) returns setof name_word
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    v text[] := array[t];
    d text[];
begin
    if length(t) < 4 then
        return;
    end if;
    if p_kind = 'surname' and t ~ '(ов|ев|ин|ова|ева|ина)$' then
        v := v || case when t ~ 'а$' then left(t, -1) else t || 'а' end;
    end if;
    d := array(select without_one(x) from unnest(v) as x);
    return query
        select w.* from (
            select n.word_id as id from name_near as n where n.near = any (d || v)
            union select k.id from name_word as k where k.kind = p_kind and k.word = any (d || v)) as found
        join name_word as w on w.id = found.id
        where w.kind = p_kind and exists (select from unnest(v) as x where one_error(w.word, x))
        union
        select w.* from name_word as w where w.kind = p_kind and w.latin = latin_key(t);
end $$;
comment on function names_near(text, text) is 'The names of the dictionary that may have been meant by a misspelt one';

-- Words of the dictionary that begin so.
create or replace function names_from(p_kind text, t text, n int) returns setof text
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
begin
    return query select w.word from name_word as w
                 where w.kind = p_kind and w.word >= t and w.word < t || chr(1114111) order by w.word limit n;
end $$;
comment on function names_from(text, text, int) is 'Names of the dictionary that begin so, at most n';

create or replace function names_latin(p_kind text, t text, n int) returns setof text
    language plpgsql stable rows 20 security definer set search_path = mansap, pg_temp as $$
declare
    l text := latin_key(t);
begin
    return query select w.word from name_word as w
                 where w.kind = p_kind and w.latin >= l and w.latin < l || chr(1114111) order by w.latin, w.word limit n;
end $$;
comment on function names_latin(text, text, int) is 'Names of the dictionary that begin so by their sound, at most n';

create or replace function surnames_inside(t text, p_begins boolean, n int) returns setof text
    language plpgsql stable rows 200 security definer set search_path = mansap, pg_temp as $$
begin
    return query select w.word from (
        select distinct p.word_id from name_part as p
        where p.part >= t and p.part < t || chr(1114111) and p.begins = p_begins limit n) as found
        join name_word as w on w.id = found.word_id;
end $$;
comment on function surnames_inside(text, boolean, int) is
    'Surnames that hold these letters from the middle, or as the beginning of a further part of a double surname';

-- The ways, in the order in which they are tried, with the words they take. pair: a way for two words or more, which
-- takes one of them as the surname and one as the name; else one word is the surname (or the name) and the others are
-- beginnings of words behind it. A name and no surname needs a patronymic beside it: a common name is in too many cards.
create or replace function search_ways(q text) returns table (way text, why text, pair boolean, words text[])
    language sql stable rows 10 security definer set search_path = mansap, pg_temp
    begin atomic
        with t as (select name_words(q) as w, lower_text(q) ~ '[a-zà-ɏ]' as latin),
        l as (select name_words(x) as w from unnest(layout_texts(q)) with ordinality as v (x, i) where x is not null order by i)
        select 'begin', null::text, false, w from t
        union all select 'name', 'name', false, w from t
            where cardinality(w) = 1 or cardinality(w) = 2 and exists (select from unnest(w) as x where patronymic_stem(x) <> x)
        union all select 'part', 'part', false, w from t
        union all select 'begin', null, false, array[w[1] || w[2]] || w[3:] from t where cardinality(w) > 1
        union all select 'begin', null, false, w[1:1] || (w[2] || w[3]) || w[4:] from t where cardinality(w) > 2
        union all select 'begin', 'layout', false, w from l
        union all select 'name', 'layout', false, w from l where cardinality(w) = 1
        union all select 'latin', 'latin', cardinality(w) > 1, name_words(latin_letters(q)) from t where latin
        union all select 'latin_name', 'latin', false, name_words(latin_letters(q)) from t where latin and cardinality(w) = 1
        union all select 'middle', 'middle', false, w from t where cardinality(w) = 1
        union all select 'similar', 'similar', false, w from t
        union all select 'similar_name', 'similar', true, w from t where cardinality(w) > 1
        union all select 'middle', 'middle', false, w from t where cardinality(w) > 1
        union all select 'other_patronymic', 'similar', true, w from t where cardinality(w) = 3;
    end;
comment on function search_ways(text) is 'The ways in which a text may name a person';

-- What one way makes of the words w, the k-th for the surname and, of a pair, the o-th for the name. lo null: nothing; hi
-- null: lo are whole names and the surname is not known. p_words: at most so many surnames from the dictionary. rest: what the words behind must hold, a blank for a beginning.
create or replace function search_ranges(p_way text, w text[], k int, o int, p_words int, out lo text[], out hi text[], out rest text[])
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
declare
    top text := chr(1114111);
    v_words text[];
begin
    rest := array(select case when p_way = 'middle' and length(x) >= 3 then x else ' ' || patronymic_stem(x) end
                  from unnest(w) with ordinality as v (x, i) where i <> k and i <> o);
    case p_way
    when 'begin' then
        lo := array[w[k]];
        hi := array[w[k] || top];
    when 'other_patronymic' then
        lo := array[w[k]];
        hi := array[w[k] || top];
        rest := array[' ' || w[o]];
    when 'name' then
        lo := array(select names_from('name', w[k], 100));
    when 'latin_name' then
        lo := array(select names_latin('name', w[k], 100));
    when 'part' then
        v_words := array(select surnames_inside(w[k], true, 500));
    when 'middle' then
        v_words := case when length(w[k]) >= 3 then array(select surnames_inside(w[k], false, p_words)) end;
        if cardinality(w) > 1 then -- also letters from the middle of the name
            lo := array[w[k]];
            hi := array[w[k] || top];
        end if;
    when 'similar' then
        v_words := array(select distinct n.word from name_word as n
                         where n.kind = 'surname' and n.stem in (select s.stem from names_near('surname', w[k]) as s)
                         limit 500);
    when 'latin' then
        v_words := array(select names_latin('surname', w[k], least(p_words, 300)));
        if k <> o then
            v_words := array(select x || ' ' || n from unnest(v_words) as x, names_latin('name', w[o], 10) as n);
        end if;
    when 'similar_name' then
        v_words := array(select x || ' ' || n.word from names_from('surname', w[k], least(p_words, 100)) as x, names_near('name', w[o]) as n);
    end case;
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
    return (p_rest[1] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[1]) > 0)
           and (p_rest[2] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[2]) > 0)
           and (p_rest[3] is null or strpos(substr(p_fkey, strpos(p_fkey, ' ')), p_rest[3]) > 0);
comment on function name_has(text, text[]) is 'Does what stands behind the surname hold all of these?';

-- At most n cards of some centres (null: all). One range: the first in order; many: some.
create or replace function search_cards(p_lo text[], p_hi text[], p_rest text[], p_centres bigint[], n int) returns setof bigint
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
begin
    if p_hi is null and p_centres is null then
        return query select c.id from card as c where c.nkey = any (p_lo) and name_has(c.fkey, p_rest) limit n;
    elsif p_hi is null then
        return query select c.id from card as c
            where c.nkey = any (p_lo) and c.centre_id = any (p_centres) and name_has(c.fkey, p_rest) limit n;
    elsif p_centres is null then
        return query select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join lateral (
            select c.id from card as c where c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h limit n;
    elsif cardinality(p_lo) = 1 then
        return query select h.id from unnest(p_centres) as centre cross join lateral (
            select c.id, c.fkey from card as c
            where c.centre_id = centre and c.fkey >= p_lo[1] and c.fkey < p_hi[1] and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h order by h.fkey, h.id limit n;
    else
        return query select h.id from unnest(p_lo, p_hi) as r (lo, hi) cross join unnest(p_centres) as centre
            cross join lateral (
            select c.id from card as c
            where c.centre_id = centre and c.fkey >= r.lo and c.fkey < r.hi and name_has(c.fkey, p_rest)
            order by c.fkey, c.id limit n) as h limit n;
    end if;
end $$;
comment on function search_cards(text[], text[], text[], bigint[], int) is 'The cards in some ranges of folded names';

-- While hits are few, the next way is tried: fewer than a handful for one word; two words or more that found somebody are
-- answered. Each surname is looked for in each centre, so that many centres take fewer surnames at once.
create or replace function search_names(q text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
declare
    few int := case when cardinality(name_words(q)) > 1 then 1 else 10 end;
    v_words int := greatest(1000 / greatest(cardinality(p_centres), 1), 100);
    got bigint[] := array[]::bigint[];
    s record;
    r record;
    v_count int;
begin
    for s in select * from search_ways(q) loop
        v_count := cardinality(s.words);
        exit when cardinality(got) >= least(few, n);
        continue when s.way = 'other_patronymic' and cardinality(got) > 0;
        for k in 1..v_count loop
            for o in 1..v_count loop
                continue when (k = o) = s.pair;
                r := search_ranges(s.way, s.words, k, o, v_words);
                continue when r.lo is null;
                why := coalesce(s.why, case when v_count = 1 then 'surname' when k = 1 then 'surname_name'
                                            else 'name_surname' end);
                for id in select search_cards(r.lo, r.hi, r.rest, p_centres, n) loop
                    continue when id = any (got);
                    got := got || id;
                    return next;
                end loop;
            end loop;
        end loop;
    end loop;
end $$;
comment on function search_names(text, bigint[], int) is 'Cards by names, with how they were found';

create or replace function search_kind(q text) returns text
    language sql immutable
    return (select case
        when length(q) > 200 then null
        when date_typed(q) is not null then 'birth_date'
        when translate(q, ' ' || chr(160), '') ~ '^\d{12}$' then 'iin'
        when translate(q, ' ' || chr(160), '') ~ '^\d{4,11}$' then 'iin_start'
        -- Some word of two characters or more, a letter in each word.
        when f ~ '^\S+( \S+){0,3}$' and f ~ '\S\S' and f !~ '(^| )[^a-zà-ɏа-ӿ]+( |$)'
             then case when f ~ ' ' then 'names' else 'surname' end
        end from fold(translate(q, '.,', '  ')) as f);
comment on function search_kind(text) is 'What a search text is taken for; null: too little or nothing known';

create or replace function search_ids(p_kind text, q text, p_centres bigint[], n int) returns table (id bigint, why text)
    language plpgsql stable rows 50 security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    d text := translate(q, ' ' || chr(160), '');
begin
    if p_kind = 'iin' then
        return query select c.id, 'iin' from card as c
            where c.iin = d and (p_centres is null or c.centre_id = any (p_centres));
    elsif p_kind = 'iin_start' and p_centres is null then
        return query select c.id, 'iin_start' from card as c
            where c.iin >= d and c.iin < d || ':' order by c.iin limit n;
    elsif p_kind = 'iin_start' then
        return query select h.id, 'iin_start' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.iin >= d and c.iin < d || ':'
            order by c.iin limit n) as h;
    elsif p_kind = 'birth_date' and p_centres is null then
        return query select c.id, 'birth_date' from card as c
            where c.birth_date = date_typed(q) order by c.fkey, c.id limit n;
    elsif p_kind = 'birth_date' then
        return query select h.id, 'birth_date' from unnest(p_centres) as centre cross join lateral (
            select c.id from card as c where c.centre_id = centre and c.birth_date = date_typed(q)
            order by c.fkey, c.id limit n) as h;
    elsif p_kind in ('surname', 'names') then
        return query select * from search_names(q, p_centres, n);
    end if;
end $$;
comment on function search_ids(text, text, bigint[], int) is 'Cards that answer to a search, with why';

create or replace function search_rank(p_why text) returns int
    language sql immutable
    return case when p_why ~ '_folded$|^patronymic' then 1 when p_why = 'part' then 2 when p_why in ('layout', 'latin') then 3
                when p_why = 'middle' then 4 when p_why = 'similar' then 5 else 0 end;
comment on function search_rank(text) is 'The order of hits, by how they were found';

create or replace function person_search(q text, lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, birth_date date, centre_kk text,
    centre_ru text, status text, why text, own_centre boolean)
    language plpgsql security definer set search_path = mansap, pg_temp set enable_seqscan = off set jit = off
    set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    s session;
    v_kind text := search_kind(q);
    v_cap int := least(greatest(coalesce(lim, 50), 1), setting_get('search_cap')::int) + 1;
    v_typed text[] := regexp_split_to_array(btrim(lower_text(q), ' .,'), '[ .,\u00a0]+');
    v_words text[] := name_words(q);
    v_all boolean;
begin
    select * into s from session where id = my_session();
    if s.id is null then
        raise exception 'no session is open' using errcode = 'MS401';
    end if;
    if not role_reads(s.role) then
        perform refusal_log('person_search', 'MS403', null);
        raise exception 'the role reads no cards' using errcode = 'MS403';
    end if;
    if v_kind is null then
        raise exception 'the criteria are too wide' using errcode = 'MS429';
    end if;
    -- The log of a search need not wait for the disk: it runs at every key.
    perform set_config('synchronous_commit', 'off', true);
    perform audit('search', true, null, null, null, jsonb_build_object('kind', v_kind, 'q', q));
    v_all := exists (select from organisation as o where o.id = s.org_id and o.kind = 'republic');
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, c.birth_date, o.kk,
               o.ru, (select t.status from card_status as t where t.card_id = c.id), w.why, c.centre_id = s.org_id
        from search_ids(v_kind, q, case when not v_all then coalesce(territory(s.org_id), '{}') end, v_cap) as h
        join card as c on c.id = h.id
        join organisation as o on o.id = c.centre_id
        -- Told is also a patronymic that stands for the name, and whether only folded letters match what was typed.
        cross join lateral (select case
            when h.why not in ('surname', 'surname_name', 'name_surname', 'name') then h.why
            else case when h.why ~ '_' and not exists (select from unnest(v_words) as x where c.nkey ^@ x)
                           and exists (select from unnest(v_words) as x where fold(c.middle_name) ^@ patronymic_stem(x))
                      then 'patronymic' else h.why end
                 || case when exists (select from unnest(v_typed) as x where strpos(
                        ' ' || lower_text(concat_ws(' ', c.last_name, c.first_name, c.middle_name)), ' ' || x) = 0)
                      then '_folded' else '' end
            end as why offset 0) as w
        order by search_rank(w.why), c.last_name collate "kk-KZ-x-icu", c.first_name collate "kk-KZ-x-icu",
                 c.middle_name collate "kk-KZ-x-icu", c.id
        limit v_cap;
end $$;
comment on function person_search(text, int) is 'Persons of the territory by IIN, names or birth date; capped; logged';

-- Compared under the database's collation, the log-in is looked up by its index.
create or replace function home_recent(p_lim int) returns table (
    id bigint, iin_masked text, surname text, name text, patronymic text, centre_kk text, centre_ru text, status text,
    at text)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
begin
    if my_session() is null then
        return;
    end if;
    return query
        select c.id, iin_masked(c.iin), c.last_name::text, c.first_name::text, c.middle_name::text, o.kk, o.ru,
               t.status, local_text(l.at)
        from (select v.card_id, max(v.at) as at
              from (select * from view_log where login = session_user::text collate "default" order by at desc limit 500) as v
              group by v.card_id) as l
        join card as c on c.id = l.card_id
        join organisation as o on o.id = c.centre_id
        join card_status as t on t.card_id = c.id
        where c.centre_id = any (territory(my_org()))
        order by l.at desc
        limit least(greatest(coalesce(p_lim, 10), 1), setting_get('search_cap')::int);
end $$;

-- Status without reading whole tables; searches are too short for compiling them to pay.
create or replace view card_status with (security_invoker = true) as
    select c.id as card_id, case
        when (select true from unemployed_reg as u where u.card_id = c.id and u.annul_reason is null
              and u.decision = 'registered' and u.removed_on is null limit 1) then 'unemployed'
        when (select true from jobseeker_reg as j where j.card_id = c.id and j.annul_reason is null
              and j.decision = 'registered' and j.removed_on is null limit 1) then 'registered'
        when (select true from jobseeker_reg as j where j.card_id = c.id and j.annul_reason is null
              and j.decision is null limit 1) then 'applied'
        else (select case j.decision when 'refused' then 'refused' else 'removed' end from jobseeker_reg as j
              where j.card_id = c.id and j.annul_reason is null order by j.applied_on desc, j.id desc limit 1)
        end as status
    from card as c;

-- The next technological break is told ahead (206 p. 20(1)); mansap check looks for history outside all years.
create function maintenance_next() returns table (from_at text, to_at text)
    language sql stable security definer set search_path = mansap, pg_temp
begin atomic
    select local_text(w.from_at), local_text(w.to_at) from maintenance_window as w
    where my_session() is not null and w.to_at > now() order by w.from_at limit 1;
end;
comment on function maintenance_next() is '206 p. 20(1): the break that is under way or the next one agreed, for live sessions';

create function history_outside() returns bigint
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
begin
    return case when my_session() is not null then (select count(*) from history_rest) end;
end $$;
comment on function history_outside() is
    'How many rows of the history lie in no year that has a partition, for mansap check: should be 0; null without a session';
grant execute on function maintenance_next(), history_outside() to mansap_user;

-- Phrases for remarks.
create table dict_phrase (like dict_activity including all);
comment on table dict_phrase is 'Phrases for remarks; parent is the code of the centre they are for, null: for all';
alter table dict_phrase enable row level security;
create policy live on dict_phrase for select to mansap_user using ((select my_session()) is not null);
grant select on dict_phrase to mansap_user;
create or replace view dictionary with (security_invoker = true) as
    select 'region' as dict, code, parent, kk, ru, en, valid_from, valid_to, sort from dict_region
    union all select 'district', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_district
    union all select 'country', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_country
    union all select 'ethnicity', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_ethnicity
    union all select 'training_kind', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_training_kind
    union all select 'subsidised_kind', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_subsidised_kind
    union all select 'refusal_reason', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_refusal_reason
    union all select 'removal_reason', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_removal_reason
    union all select 'activity', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_activity
    union all select 'phrase', code, parent, kk, ru, en, valid_from, valid_to, sort from dict_phrase;

-- The calendar tells how full a day is.
create function visit_load(p_from date, p_to date) returns table (on_day date, visits int)
    language plpgsql stable security definer set search_path = mansap, pg_temp as $$
#variable_conflict use_column
declare
    v_centre bigint := my_centre();
begin
    return query
        select v.planned_on, count(*)::int
        from visit as v
        where v.planned_on between p_from and least(p_to, p_from + 100) and v.actual_on is null and v.outcome is null
              and v.annul_reason is null and v.centre_id = v_centre
        group by v.planned_on order by v.planned_on;
end $$;
comment on function visit_load(date, date) is 'S18: how many visits wait on each day at one''s own centre, for the calendar';
grant execute on function visit_load(date, date) to mansap_user;

comment on column schema_version.version is 'Number; upgrade/<n>-<n + 1>.sql leads to the next one';
insert into schema_version (version, note) values (2, 'folding of all Latin and Cyrillic letters; a tighter guard; search of misspelt names');
reset role;
grant select (rolname, rolpassword) on pg_catalog.pg_authid to mansap_owner;
select format('alter database %I set jit = off', current_database()) \gexec
select format('revoke execute on function %s from public', p.oid::regprocedure) from pg_catalog.pg_proc as p
where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^lo_|^(loread|lowrite|pg_logical_emit_message)$' or p.proname ~ '^pg_(try_)?advisory_(xact_)?lock') \gexec
-- What was sampled before.
delete from pg_catalog.pg_statistic where (starelid, staattnum) in (
    select attrelid, attnum from pg_catalog.pg_attribute
    where attrelid = 'mansap.card'::regclass and attstattarget = 0);
