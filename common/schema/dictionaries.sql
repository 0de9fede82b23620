-- SPDX-License-Identifier: GPL-3.0-or-later
-- Loads the words of the dictionaries and the holidays from dict/*.csv; part of install.sql, and by itself, any number of times:
--   psql -v ON_ERROR_STOP=1 -1 [-v samples=t] [-v dictdir=DIR] -f common/schema/dictionaries.sql
-- samples: also load the rows that are invented for training (Z-17); default f. A word that exists gets the file's text; none is
-- ever removed: set its valid_to.
-- dictdir: where the CSV files are; default common/schema/dict, so run psql from the top directory or say where. (Psql's
-- \copy knows no variables and no path beside the script, hence the environment variable and cat.)
\set ON_ERROR_STOP 1
\if :{?samples}
\else
    \set samples f
\endif
\if :{?dictdir}
\else
    \set dictdir common/schema/dict
\endif
\setenv MANSAP_DICT :dictdir

create temporary table word_file (
    line int generated always as identity,
    dict text,
    code text,
    parent text,
    kk text,
    ru text,
    en text,
    valid_from date,
    valid_to date,
    sort int,
    sample boolean
);
create temporary table day_file (on_day date, working boolean, kk text, ru text);

\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/region.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'region' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/district.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'district' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/country.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'country' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/ethnicity.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'ethnicity' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/training_kind.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'training_kind' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/subsidised_kind.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'subsidised_kind' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/refusal_reason.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'refusal_reason' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/removal_reason.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'removal_reason' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/activity.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'activity' where dict is null;
\copy word_file (code, parent, kk, ru, en, valid_from, valid_to, sort, sample) from program 'cat "$MANSAP_DICT/phrase.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')
update word_file set dict = 'phrase' where dict is null;
\copy day_file from program 'cat "$MANSAP_DICT/holiday.csv"' with (format csv, delimiter ';', header match, encoding 'UTF8')

select set_config('mansap.samples', :'samples', true) \g /dev/null
do $$
declare
    d text;
begin
    -- In the order of the file, so that a dictionary precedes those whose parent it is.
    for d in select dict from word_file group by dict order by min(line) loop
        execute format($q$
            insert into mansap.%I as w (code, parent, kk, ru, en, valid_from, valid_to, sort, sample)
            select code, parent, kk, ru, en, valid_from, valid_to, sort, sample
              from word_file
             where dict = %L and (not sample or current_setting('mansap.samples')::boolean)
            on conflict (code) do update
               set (parent, kk, ru, en, valid_from, valid_to, sort, sample) =
                   (excluded.parent, excluded.kk, excluded.ru, excluded.en, excluded.valid_from, excluded.valid_to,
                    excluded.sort, excluded.sample)
             where (w.parent, w.kk, w.ru, w.en, w.valid_from, w.valid_to, w.sort, w.sample) is distinct from
                   (excluded.parent, excluded.kk, excluded.ru, excluded.en, excluded.valid_from, excluded.valid_to,
                    excluded.sort, excluded.sample)$q$, 'dict_' || d, d);
    end loop;
end $$;
insert into mansap.holiday as h (on_day, working, kk, ru)
select on_day, working, kk, ru from day_file
    on conflict (on_day) do update set (working, kk, ru) = (excluded.working, excluded.kk, excluded.ru)
 where (h.working, h.kk, h.ru) is distinct from (excluded.working, excluded.kk, excluded.ru);
drop table word_file, day_file;
