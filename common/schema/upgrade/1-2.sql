-- SPDX-License-Identifier: GPL-3.0-or-later
-- Folding of all letters. Version 1 made lower case of ASCII, Russian and Kazakh letters only: a search for їжак did not find
-- Їжакевич, nor müller MÜLLER. Now fold() agrees with the program over all Latin and Cyrillic letters and every kind of blank
-- (K-6, K-12: the case and the signs in which a name was typed do not matter).
-- For whom: persons whose names hold such letters are found anew; nothing that is shown changes. No history is written.
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
analyze card (fkey, nkey);

comment on column schema_version.version is 'Number; upgrade/<n>-<n + 1>.sql leads to the next one';
insert into schema_version (version, note) values (2, 'folding of all Latin and Cyrillic letters');
reset role;
