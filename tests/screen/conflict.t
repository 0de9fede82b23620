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
