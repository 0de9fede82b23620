-- SPDX-License-Identifier: GPL-3.0-or-later
-- Kinds of values: folding for search, IIN and BIN (Z-13, Z-14), dates of year or month precision, words.

-- Lower case by an explicit table: lower() depends on the database's collation. The program has the same in utf8_lower.
-- Nearly all names need the short table alone; the long one is seven times slower. plpgsql on purpose: SQL that cannot be
-- inlined is planned anew wherever it is called, which costs a hundred times what it does.
create function lower_text(t text) returns text
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

-- Kazakh letters and Latin look-alikes to Russian ones; signs that people leave out are dropped, blanks of any kind are one.
create function fold(t text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return btrim(regexp_replace(
        translate(mansap.lower_text(t),
            'әғқңөұүһіёйщыэacehikmoptxybъь-''’ʼ`.',
            'агкноуухиеишиеасехикмортхув'),
        '[\t-\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'));
end $$;
comment on function fold(text) is 'A name as search compares it: lower case, letters that are confused made one';

-- plpgsql on purpose: inlined SQL is twenty times slower over an import.
create function iin_ok(t text) returns boolean
    language plpgsql immutable strict parallel safe as $$
declare
    d int[];
    s int := 0;
begin
    if t !~ '^[0-9]{12}$' then
        return false;
    end if;
    d := string_to_array(t, null)::int[];
    for i in 1..11 loop
        s := s + i * d[i];
    end loop;
    s := s % 11;
    if s = 10 then
        s := 0;
        for i in 1..11 loop
            s := s + ((i + 1) % 11 + 1) * d[i];
        end loop;
        s := s % 11;
    end if;
    return s < 10 and s = d[12];
end $$;
comment on function iin_ok(text) is 'Z-13, Z-14: twelve digits with a right check digit';

create function date_or_null(y int, m int, d int) returns date
    language plpgsql immutable strict parallel safe as $$
begin
    if m not between 1 and 12 or d < 1 or y < 1
       or d > extract(day from make_date(y, m, 1) + interval '1 month' - interval '1 day') then
        return null;
    end if;
    return make_date(y, m, d);
end $$;
comment on function date_or_null(int, int, int) is 'The date, or null if there is no such day';

create function iin_birth(t text) returns date
    language plpgsql immutable strict parallel safe as $$
begin
    if t !~ '^[0-9]{6}[1-6]' then
        return null;
    end if;
    return date_or_null(1800 + 100 * ((substr(t, 7, 1)::int - 1) / 2) + substr(t, 1, 2)::int,
                        substr(t, 3, 2)::int, substr(t, 5, 2)::int);
end $$;
comment on function iin_birth(text) is 'Z-13: the birth date an IIN tells; null if its seventh digit tells none';

create function iin_sex(t text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return case when t ~ '^[0-9]{6}[135]' then 'm' when t ~ '^[0-9]{6}[246]' then 'f' end;
end $$;
comment on function iin_sex(text) is 'Z-13: the sex an IIN tells, m or f; null if its seventh digit tells none';

create function partial_date_ok(t text) returns boolean
    language plpgsql immutable strict parallel safe as $$
declare
    p int[];
begin
    if t !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' then
        return false;
    end if;
    p := string_to_array(t, '-')::int[];
    return date_or_null(p[1], coalesce(p[2], 1), coalesce(p[3], 1)) is not null;
end $$;
comment on function partial_date_ok(text) is 'YYYY, YYYY-MM or YYYY-MM-DD, a day that exists';

-- The parts both dates have are compared: 2010 is not after 2010-05.
create function partial_date_order(a text, b text) returns boolean
    language sql immutable strict parallel safe
    return left(a, least(length(a), length(b))) collate "C" <= left(b, least(length(a), length(b))) collate "C";
comment on function partial_date_order(text, text) is 'Is the first partial date not after the second?';

create domain iin as text check (iin_ok(value));
comment on domain iin is 'Individual identification number, Z-13';
create domain bin as text check (iin_ok(value));
comment on domain bin is 'An employer''s BIN or IIN, Z-14';
create domain partial_date as text check (partial_date_ok(value));
comment on domain partial_date is 'Date of year, month or day precision';
create domain words as text check (value ~ '\S' and length(value) <= 4000);
comment on domain words is 'Text that is not blank, 4000 characters at most';
create domain money_kzt as numeric(14,2) check (value >= 0);
comment on domain money_kzt is 'Tenge, Z-12';
create domain phone as text check (value ~ '^\+[1-9][0-9]{7,14}$' and (value !~ '^\+7' or length(value) = 12));
comment on domain phone is '+7 and ten digits, or + and 8 to 15 digits';
create domain email as text check (value ~ '^[^@\s]+@[^@\s]+\.[^@\s.]+$');
comment on domain email is 'E-mail address';
grant usage on domain iin, bin, partial_date, words, money_kzt, phone, email to mansap_user;
