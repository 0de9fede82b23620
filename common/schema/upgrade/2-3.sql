-- SPDX-License-Identifier: GPL-3.0-or-later
-- Faster and wider search, cheaper saves.
-- For whom: everybody; the program from this version on is needed. Nothing that is stored changes.
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
set local role mansap_owner;
set local search_path = mansap, pg_temp;

-- Tables, and functions that return something else or take other arguments.

-- functions

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
-- end of functions

-- What uses the functions: triggers, policies, views, rights, data.

insert into schema_version (version, note) values (3, 'faster and wider search; cheaper saves');
reset role;
