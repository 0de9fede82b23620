# 18 and 20: tables edited in place.

!One begins at the first open row; the weekday stands behind the planned date
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter>
?focus = actual_on
?screen ~ ">o  8 18.11.2026"

!A visit is entered in the blank last row, numbered by the save [K-1]
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><Down*2>
?focus = planned_on
KEYS 02122026
?focus = actual_on
?screen ~ ">*  * 02.12.2026"
KEYS <F2>
?trips = 1
?screen ~ ">o 10 02.12.2026"
?sql "select max(row_no) from mansap.visit v join mansap.card c on c.id = v.card_id where iin = '801223400108'" = "10"

!Enter goes from cell to cell, past the last one to the next row [K-1]
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter>
KEYS =<Enter>
?focus = staff_note
KEYS Келді, сөйлестік<Enter>келді<Enter>
?focus = first_planned_on
KEYS <Enter>
?focus = actual_on
KEYS <F2>
?sql "select outcome || ' ' || actual_on from mansap.visit v join mansap.card c on c.id = v.card_id where iin = '801223400108' and row_no = 8" = "came 2026-11-18"

!A visit on a day off is allowed and noted [Z-11]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>
?focus = planned_on
KEYS 22112026
?message ~ "22.11.2026, Sunday, is a day off"
?number = 208
?screen ~ "22.11.2026 Su!"
KEYS <F2>
?line 24 !~ "F2"

!A future date of an actual visit is refused at once
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6><Enter>25122026
?number = 105
?focus = actual_on

!A blank last row is no change and is not saved [K-17]
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6><PgDn>
?on = card
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where iin = '801223400108'" = "11"

!Esc takes back the row of a table before it leaves [K-15]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>25122026<Enter>Сынақ<Enter>
?screen ~ "Сынақ"
KEYS <Esc>
?screen !~ "Сынақ"
?line 1 !~ "*"
?on = card
KEYS <Ctrl+Z>
?screen ~ "Сынақ"
?line 1 ~ "*"
KEYS <Esc><Esc>
?on = home

!The calendar of a planned day tells how many visits wait at the centre; another month is asked for [K-7]
LANG en
OPEN card 801223400108
SQL set session_replication_role = replica
SQL update mansap.visit set planned_on = '2027-03-05', actual_on = null, outcome = null where id in (select v.id from mansap.visit v join mansap.card c on c.id = v.card_id where v.centre_id = (select centre_id from mansap.card where iin = '801223400108') and c.iin <> '801223400108' and v.annul_reason is null limit 3)
KEYS <Ctrl+G>18<Enter><F6><F4>
?on = calendar
KEYS <PgDn*4>
?trips = 4
?screen ~ " 5 3"
KEYS <Esc>
?on = card

!A date that plans nothing shows the bare calendar
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter><F4>
?on = calendar
?trips = 0

!Open and overdue measures of the plan are marked by a character [K-13, R-1]
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter>
?focus = fulfilment
?screen ~ ">!  1 "
?screen ~ "!   2 "
?screen ~ "o   3 "

!Fulfilment and the reason of failure exclude each other [F-10]
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter>Орындалды 18.11.2026<Enter>
?focus = fulfilment
KEYS <F2>
?sql "select fulfilment from mansap.plan_item p join mansap.card c on c.id = p.card_id where iin = '801223400108' and row_no = 1" = "Орындалды 18.11.2026"

!The whole text of a cell stands below the table, and F4 opens the editor
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter>
?line 19 ~ "Іс жүзінде орындау"
KEYS <F4>
?on = zoom

!An annulled visit is hidden, and shown by a word of the menu [R-7]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>03122026<Up><Ctrl+K>
?on = question
KEYS <Enter><F2>
?line 1 !~ "*"
KEYS <Ctrl+K>Қате күн<Enter><F2>
?screen !~ "03.12.2026"
?screen ~ "F10 annulled: 1"
KEYS <F10>annulled<Enter>
?screen ~ "x  12 03.12.2026"

!The last blank row leads to the next section, empty tables too [K-1]
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6><Enter*5>
?focus = salary_expected

!The visits of a removed person are shown, not typed [F-10]
OPEN card 830707401506
KEYS <Ctrl+G>18<Enter>
?line 24 !~ "F6"
?focus = "row 5"

!A column that does not fit comes into sight with the cursor; number and date stay
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>
?line 4 ~ ">"
?screen !~ "17.08.2026"
KEYS <Enter*4>
?focus = first_planned_on
?screen ~ "17.08.2026"
?screen ~ " 5 24.08.2026 Mo"
?line 4 ~ "<"

!A caption of a column is broken at spaces only, the rest is cut with a mark
LANG ru
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter>
?line 4 ~ "Меры по"
?line 5 ~ "п/п трудоустрой… исполнение "

!The visits in Kazakh
LANG kk
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter>
?golden visits

!The plan in Russian
LANG ru
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter>
?golden plan

!F4 is named for what it opens here, as in a form [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>
?line 24 ~ "F4 Calendar"
KEYS <Ctrl+G>20<Enter><F6>
?line 24 ~ "F4 Editor"
