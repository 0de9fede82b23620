# Two operators at one card.

!Different fields never collide
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550010<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set email = 'a@example.org' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2>
?on = card
?sql "select phone || email from mansap.card where iin = '000601500208'" = "+77015550010a@example.org"

!The same field shows both values, the other's name and time
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550011<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000001' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
?screen ~ "+77015550011"
?screen ~ "+77770000001"
?screen ~ "18.11.2026"

!Enter keeps theirs [K-9]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550012<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000002' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2><Enter>
?on = card
?focus = phone
?line 1 !~ "*"
?sql "select phone from mansap.card where iin = '000601500208'" = "+77770000002"

!F2 saves mine over it; theirs stays in the history [R-6]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550013<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000003' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2><F2>
?on = card
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550013"
?sql "select old ->> 'phone' from mansap.history where tab = 'card' order by at desc, seq desc limit 1" = "+77770000003"

!Esc leaves everything as it is, nothing is saved
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550014<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000004' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2><Esc>
?on = card
?line 1 ~ "*"
?sql "select phone from mansap.card where iin = '000601500208'" = "+77770000004"

!The rest of the save goes with the choice
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550015<Enter>b@example.org<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000005' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2><Enter>
?on = card
?sql "select phone || email from mansap.card where iin = '000601500208'" = "+77770000005b@example.org"

!The conflict in Kazakh
LANG kk
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550016<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000006' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
?screen ~ "+77770000006"

!Two valid saves that do not fit together are a conflict: mine goes over theirs [K-9]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>11<Enter><F6>Дала<Enter><Enter>1001202020052020бағбан<Enter><F2>
?sql "select hired_on || ' ' || dismissed_on from mansap.last_job where employer_name = 'Дала'" = "2020-01-10 2020-05-20"
KEYS 2<Enter><Ctrl+G>11/3<Enter>01042020
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.last_job set dismissed_on = '2020-02-20' where employer_name = 'Дала'; perform mansap.import_end(); perform set_config('session_replication_role', 'replica', true); update mansap.last_job set meta = meta #- '{dismissed_on,how}'; end $$
SQL do $$ begin perform mansap.import_begin(null, 'head', null); update mansap.card set email = 'h@example.org' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
?screen ~ "Ахметов Дәулет Серікұлы saved on 18.11.2026"
?screen ~ "01.04.2020"
?screen ~ "20.02.2020"
KEYS <F2>
?on = card
?sql "select hired_on || ' ' || dismissed_on from mansap.last_job where employer_name = 'Дала'" = "2020-04-01 2020-05-20"

!Theirs stays, mine is still typed and can be corrected [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>11<Enter>2<Enter><Ctrl+G>11/3<Enter>10052020
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.last_job set dismissed_on = '2020-04-20' where employer_name = 'Дала'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
KEYS <Enter>
?on = card
?screen ~ "10.05.2020"
?screen ~ "20.04.2020"
?line 1 ~ "*"
?drafts = 1
?sql "select hired_on || ' ' || dismissed_on from mansap.last_job where employer_name = 'Дала'" = "2020-04-01 2020-04-20"
KEYS <Ctrl+G>11/3<Enter>10042020<F2>
?sql "select hired_on || ' ' || dismissed_on from mansap.last_job where employer_name = 'Дала'" = "2020-04-10 2020-04-20"
?drafts = 0

!A row that somebody else has added: both are in sight, mine is still typed and not saved [F-9] [K-16]
LANG en
OPEN card 020302504000
KEYS <Ctrl+G>15<Enter><F6>1611202617112026тіркелді<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); insert into mansap.unemployed_reg (card_id, applied_on, decision_on, decision) select id, '2026-11-10', '2026-11-11', 'registered' from mansap.card where iin = '020302504000'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
?screen ~ "16.11.2026"
?screen ~ "10.11.2026"
?screen !~ "F2 "
KEYS <Enter>
?on = card
?screen ~ "16.11.2026"
?screen ~ "10.11.2026"
?line 1 ~ "*"
?drafts = 1
?sql "select count(*) from mansap.unemployed_reg u join mansap.card c on c.id = u.card_id where c.iin = '020302504000'" = "1"
