# Where one begins. Today is Wednesday, 18.11.2026.

!Home says who I am and where, and the day [K-14]
LANG en
OPEN home
?on = home
?line 1 ~ Сейітова Айгүл Нұрланқызы
?line 1 ~ Карьерный центр, город Кокшетау
?line 1 ~ [TRAINING]
?line 2 ~ operator | 18.11.2026, Wednesday

!The visits that wait are those of the database, overdue ones apart and marked [R-1] [F-12]
LANG en
OPEN home
?focus = overdue 1
?line 3 = "   Code  Day               Surname, name, patronymic"
?line 4 = " Overdue visits"
?line 5 ~ " ! "
?sql "select count(*) > 0 from mansap.visit v join mansap.card c on c.id = v.card_id join mansap.organisation o on o.id = c.centre_id where o.code = '1101' and v.planned_on < '2026-11-18' and v.actual_on is null and v.outcome is null and v.annul_reason is null" = "t"
?screen ~ Visits due today
?screen ~ Last cards

!The cursor goes through all rows and passes the headings over; it stands on the row [K-13]
LANG en
OPEN home
?cursor = 5,4
KEYS <Down>
?focus = overdue 2
?cursor = 6,4
KEYS <Up>
?focus = overdue 1
?beeps = 0
KEYS <Up>
?focus = overdue 1
?beeps = 1
KEYS <PgDn><PgDn><Up*40>
?focus = overdue 1

!Enter opens the card of the row, and it is then among the last cards [K-1] [P-20.7]
LANG en
OPEN home
KEYS <Enter>
?on = card
?sql "select count(*) from mansap.view_log where login = 'operator'" = "1"
KEYS <F3>
?on = home
?screen !~ none
KEYS <End>
?focus = recent 1
?line 1 ~ Сейітова

!F5 fetches all of it again in one round trip
LANG en
OPEN home
?line 4 = " Overdue visits"
KEYS <F5>
?trips = 1
?beeps = 0

!The key bar shows what works and nothing else [K-14]
LANG en
OPEN home
?line 24 = "F7 Find  F5 Refresh  F3 Leave  F1 Help  F10 Menu"
KEYS <F2>
?beeps = 1
?on = home

!F3 leaves the program at once when nothing is left over [K-17]
LANG en
OPEN home
KEYS <F3>
?ended = yes

!Esc ends nothing: it says which key leaves, however often it is pressed [K-15]
LANG en
OPEN home
KEYS <Esc>
?ended = no
?message = "F3 leaves the program."
KEYS <Esc*3>
?ended = no
?message = "F3 leaves the program."
KEYS <F10><Esc><Esc>
?ended = no
KEYS <Ctrl+X>
?ended = yes

!The word "cancel" ends nothing, too
LANG en
OPEN home
KEYS <F10>cancel<Enter>
?ended = no

!Esc takes typed codes away first; F3 asks before they are lost [K-15] [K-17]
LANG en
OPEN home
KEYS к<Esc>
?message = "The codes are taken away; nothing was carried out."
?screen !~ " ! к"
KEYS кж<F3>
?on = question
?screen ~ "Rows with a code: 2"
KEYS <Enter>
?on = home
?screen ~ " ! к"
KEYS <F3><F2>
?ended = yes
?sql "select count(*) from mansap.operation where kind = 'save'" = "0"

!A mobility centre has no visits of its own, but its last cards [Z-9]
AS mobility
LANG en
OPEN home
?line 2 ~ labour mobility centre
?screen !~ Overdue visits
?screen ~ Last cards

!Who reads no cards is not offered the search [K-14]
AS auditor
LANG en
OPEN home
?line 24 !~ Find
KEYS <F7>
?on = home
?beeps = 1

!The menu offers the words of home [K-10]
LANG en
OPEN home
KEYS <F10>about<Enter>
?screen ~ mansap
?screen ~ 12.07.2026
?screen ~ 25.06.2024
KEYS <Esc><F10>find<Enter>
?on = search

!Codes beside the visits are typed down the column and carried out by Enter, one card after the other [K-1, K-10]
LANG en
OPEN home
?focus = overdue 1
KEYS r
?focus = overdue 2
?line 5 ~ " ! к"
KEYS Ж
?focus = overdue 3
?message ~ "Enter carries them out"
KEYS +15<Enter>
?on = home
?message = "Carried out: 3. Ctrl+Z takes it back."
?screen !~ "03.11.2026"
?sql "select string_agg(coalesce(outcome, '-') || ' ' || coalesce(actual_on::text, '-'), ', ' order by planned_on) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on in ('2026-11-01', '2026-11-03', '2026-11-15') and left(iin, 6) in ('810226', '790117', '770808') and v.annul_reason is null" = "- -, missed -, came 2026-11-18"
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on = '2026-12-03' and left(iin, 6) = '770808' and v.annul_reason is null" = "1"
?sql "select count(*) from mansap.operation where kind = 'save'" = "3"
KEYS <Ctrl+Z>
?message = "What was carried out is taken back."
?screen ~ "03.11.2026"
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on = '2026-12-03' and left(iin, 6) = '770808' and v.annul_reason is null" = "0"
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on in ('2026-11-03', '2026-11-15') and left(iin, 6) in ('810226', '790117') and actual_on is null and outcome is null" = "2"
?line 24 !~ "take back"

!A row with an error keeps its code and says why [K-1]
LANG en
OPEN home
SQL set session_replication_role = replica
SQL update mansap.visit set outcome = 'excused' where planned_on = '2026-11-15' and outcome is null
KEYS к<Down>+<Enter>
?message = "Behind + there stands no number of days: type it, for example +14."
?focus = overdue 3
KEYS 7<Enter>
?message ~ "Carried out: 1, not carried out: 1"
SQL update mansap.visit set outcome = null where planned_on = '2026-11-15' and outcome = 'excused'
KEYS <F5>
?screen ~ " ! к"
KEYS <Up*9>
?focus = overdue 1
KEYS <Down><Up>
?message ~ "does not wait any more"
KEYS <Backspace>
?screen !~ " ! к"

!Opt 2 and 5 open the cards, one after the other, 5 only to be looked at [K-1, K-11]
LANG en
OPEN home
KEYS <Down>ә5<Enter>
?on = card
?line 1 ~ "Әбдірахманова"
?line 1 !~ "read only"
KEYS <F3><Enter>
?line 1 ~ "Бекмұхамбетова"
?line 1 ~ "read only"
KEYS <Ctrl+G>8<Enter>8
?number = 365
?beeps = 1
KEYS <Ctrl+U><F5>7
?line 1 ~ "read only"
KEYS <Esc*2><F3>
?on = home
?screen !~ " ! 2"

!Who may not write is offered no code that writes [K-14]
AS mobility
OPEN home
KEYS к
?beeps = 1

!A technological break is told ahead [P-20.1]
LANG en
SQL insert into mansap.maintenance_window (from_at, to_at, agreement, agreed_by) values (date_trunc('hour', now() + interval '26 hours'), date_trunc('hour', now() + interval '28 hours'), '7', 'x')
OPEN home
?line 3 ~ Technological break from
?line 3 ~ : no saving then.
?line 4 ~ "   Code  Day"
?line 5 = " Overdue visits"
?cursor = 6,4
SQL delete from mansap.maintenance_window
KEYS <F5>
?line 4 = " Overdue visits"

!A letter that is no code says where a person is found, and which codes there are [K-14]
LANG en
OPEN home
KEYS q
?beeps = 1
?message = "F7 finds a person. Codes: к came, ж did not, +14 next visit, 2 change, 5 view."
KEYS <Down>
?message = ""

!Who opens no cards is told so, instead of an empty list of cards [P-20.7]
AS admin
LANG en
OPEN home
?screen ~ Your role opens no cards
?screen !~ Last cards
KEYS q
?beeps = 1

!A long name of an organisation leaves room for who I am [K-14]
AS localexec
OPEN home
?line 1 ~ … |
