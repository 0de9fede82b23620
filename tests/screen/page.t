# Single sections: the personal data on one page, 19 and the signature block.

!Enter goes through the fields, Up and Shift-Tab retrace the path [K-1, K-2]
OPEN card 000601500208
KEYS <Ctrl+G>7/3<Enter>
?focus = addr_locality
KEYS <Enter>
?focus = addr_street
KEYS <Tab>
?focus = addr_house
KEYS <Up>
?focus = addr_street
KEYS <Shift-Tab>
?focus = addr_locality

!The help of a field comes when the keys pause, and goes at once with the cursor [K-14]
LANG en
OPEN home
FAST <F7>000601500208<Enter>
?on = card
?focus = last_name
?line 22 !~ "The surname in full"
?line 22 ~ "1/2"
PAUSE
?line 22 ~ "The surname in full"
?line 22 ~ "1/2"
FAST <Enter>
?focus = first_name
?line 22 !~ "in full"
?line 22 ~ "1/2"
FAST <Enter>
?line 22 !~ "in full"
PAUSE
?line 22 ~ "The patronymic in full"
FAST абв
?line 22 ~ "The patronymic in full"

!Who types on does not see it come; below a dialog it waits for the end of that
LANG en
OPEN card 000601500208
FAST <Ctrl+G>8<Enter>87015550004
?focus = phone
?line 22 !~ "The number at"
PAUSE
?line 22 ~ "The number at"
FAST <Down><F10>
?on = picker
PAUSE
FAST <Esc>
?on = card
?focus = email
?line 22 !~ "address"
PAUSE
?line 22 ~ "address"

!A value entered on an earlier day is locked, and the reason is said [Z-2]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>4<Enter>01012000
?focus = birth_date
?message ~ "The day of its entry is over"
?number = 310
?line 24 !~ "F2"
KEYS <F1>
?screen ~ "the authorised body decides"

!Why a field is locked is told on F1 without a message, too, with the rule and who can [Z-2] [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>4<Enter><F1>
?line 2 !~ "Message"
?screen ~ "The day of its entry is over"
?screen ~ "the authorised body decides"

!Current data may be brought up to date at any time [Z-2]
OPEN card 801223400108
KEYS <Ctrl+G>8<Enter>87015550001<Enter><F2>
?line 24 !~ "F2"
?sql "select phone from mansap.card where iin = '801223400108'" = "+77015550001"

!A name changes by a document, its date and a reason [Z-2]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>1<Enter>Оспанова<Enter><F2>
?on = text
?screen ~ "Surname: entered on an earlier day"
KEYS Неке туралы куәлік АА 123456<Enter>
?screen ~ "Surname: of what date is that document?"
KEYS 32132026<Enter>
?message ~ "32.13.2026"
?screen ~ "Surname: of what date is that document?"
KEYS <Ctrl+U>10112026<Enter>
?screen ~ "Surname: why is it changed?"
KEYS Некеге тұрды<Enter>
?sql "select last_name from mansap.card where iin = '801223400108'" = "Оспанова"
?sql "select reason from mansap.history where tab = 'card' order by seq desc limit 1" = "Некеге тұрды"
?sql "select doc || ' ' || doc_on from mansap.operation order by at desc limit 1" = "Неке туралы куәлік АА 123456 2026-11-10"

!Leaving a changed section asks once; Enter stays [K-17, K-9]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550002<Enter><PgDn>
?on = leave
KEYS <Enter>
?on = card
?focus = email

!F3 in that question stays, too: pressed twice by mistake it loses nothing [K-17]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550002<Enter><F3>
?on = leave
?line 24 ~ "F3 stay"
KEYS <F3>
?on = card
?line 1 ~ "*"

!F2 in that question saves and goes on [K-17]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550003<Enter><Ctrl+G>11<Enter>
?on = leave
KEYS <F2>
?on = card
?focus = last_job
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550003"

!Throwing away takes the last four digits of the IIN [K-9]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550004<Enter><F3>
KEYS <Ctrl+U>1234<Enter>
?on = card
?message ~ "Those are not the last four digits"
?line 1 ~ "changed *"
KEYS <F3><Ctrl+U>0208<Enter>
?on = home
?drafts = 0
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550003"

!A section without changes never asks [K-17]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter><Enter><PgDn>
?on = card
KEYS <F3>
?on = home

!Esc gives the field's text back first, then leaves [K-15]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>8701
KEYS <Esc>
?on = card
?line 24 !~ "F2"
KEYS <Esc>
?on = home

!A required field left empty is reported and gets the cursor [K-18]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter><Ctrl+U><Enter><F2>
?focus = phone
?number = 201
?beeps = 1

!F8 goes from problem to problem [K-18]
LANG en
OPEN card 000601500208
KEYS <F8>
?message = "There is no problem in this section."
KEYS <Ctrl+G>8<Enter><Ctrl+U><Enter><F8>
?focus = phone
?number = 201

!A field that does not apply yet is passed over; its reason stands in its place
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>6<Enter>
?focus = ethnicity
?screen ~ "- applies if"

!Ditto repeats what was last used in this field [K-6]
OPEN card 000601500208
KEYS <Ctrl+G>7/4<Enter>Бейбітшілік көшесі<Enter><F2><F3>
OPEN card 801223400108
KEYS <Ctrl+G>7/4<Enter><F9><Enter>
?line 1 ~ "*"
KEYS <F2>
?sql "select addr_street from mansap.card where iin = '801223400108'" = "Бейбітшілік көшесі"

!Ditto, pressed again, takes the next source: the row above, the card before, the last value used here [K-6]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>13<Enter><F6>Бұрынғы орталық<Enter>18112026Бірінші карта<Enter><F2><F3>
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026Жоғарғы жол<Enter><F2>
KEYS <F6>Орталық<Enter>18112026
?focus = result
KEYS <F9>
?message ~ "from the row above"
?screen ~ "Жоғарғы жол"
KEYS <F9>
?message ~ "from the card before"
?screen ~ "Бірінші карта"
KEYS <F9>
?message ~ "used here last"
?screen ~ "Жоғарғы жол"
KEYS <F9>
?on = picker
?screen ~ "Invited to the job fair"
?screen !~ "another centre"
KEYS vacan
?focus = "Vacancies were offered"
KEYS <Enter>
?on = card
?screen ~ "Vacancies were offered"
KEYS <F9>
?message ~ "from the row above"

!The phrase book of the centre is offered in the editor of a remark, in the language of the screen [K-6]
LANG kk
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6><Enter>=<Enter>Келді. <F4>
?on = zoom
KEYS <F4>түйін<Enter>
?on = zoom
?screen ~ "Келді. Түйіндеме жасауға көмек көрсетілді"
KEYS <F2>
?on = card

!History of a field [R-6]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>8<Enter><F11>
?on = history
?line 5 ~ "+77015550001"
KEYS <Esc>
?on = card
?focus = phone

!F11 again: the card as of a day, with what has changed since marked [R-6]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550777<Enter><F2><F11><F11>
?on = text
KEYS 32<Enter>
?on = text
KEYS <Ctrl+U>01112026<Enter>
?on = asof
?trips = 1
?line 1 ~ "as it was on 01.11.2026"
?screen !~ "+77015550777"
KEYS <F3>
?on = history
KEYS <F11>=<Enter>
?on = asof
KEYS <Down*9>
?focus = "line 10"
KEYS <Down*9>
?line 21 ~ "Telephone: +77015550777"
KEYS <F3><F3>
?on = card

!A card that was made later was not there
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter><F11><F11>01012010<Enter>
?screen ~ "There was no card on that day."
