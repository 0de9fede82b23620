# Rules of the keyboard that no other file tries on a card.

!Keys typed while a save is under way are kept and go where they belong [K-5]
LANG en
OPEN card 000601500208
BLIND <Ctrl+G>8<Enter>87015558001<Enter><F2><Ctrl+G>9<Enter>ahead@example.org<Enter>
?screen ~ "ahead@example.org"
?line 1 ~ "changed *"
?sql "select concat_ws(' ', phone, email) from mansap.card where iin = '000601500208'" = "+77015558001"

!Keys behind an error of the server answer no question [K-5]
LANG en
OPEN card 000601500208
BLIND <Ctrl+G>8<Enter>12<Enter><F2><F3><F2>
?on = card
?focus = phone
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015558001"

!Money takes digits alone and is grouped on leaving [K-8]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>19/1<Enter>1234567<Enter>
?focus = salary_sufficient
?screen ~ "1 234 567"
KEYS <Up>x<Enter>
?focus = salary_expected
?beeps = 1

!No letter answers a question: the first letter of "no" is the key of "yes" [K-9]
LANG ru
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015558002<Enter><F3>
?on = leave
KEYS н
?on = leave
KEYS y
?on = leave
KEYS д
?on = leave
KEYS <Enter>
?on = card
?line 1 ~ "*"

!Tab and Down are Enter, Shift-Tab and Up the way back, in a form [K-1] [K-2]
OPEN card 000601500208
KEYS <Ctrl+G>7/4<Enter><Tab>
?focus = addr_house
KEYS <Down>
?focus = addr_flat
KEYS <Shift-Tab>
?focus = addr_house
KEYS <Up>
?focus = addr_street

!A date is echoed with its weekday, however it was typed [K-7]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>
?focus = planned_on
KEYS +14<Enter>
?message ~ "02.12.2026, Wednesday"
KEYS <Up>+2а<Enter>
?message ~ "02.12.2026"
KEYS <Up>+1м<Enter>
?message ~ "18.12.2026, Friday"
KEYS <Up>+10ж<Enter>
?message ~ "02.12.2026"
KEYS <Up>1.12<Enter>
?message ~ "01.12.2026, Tuesday"
KEYS <Up>20<Enter>
?message ~ "20.11.2026, Friday"

!The line above the keys is the message, with the number F1 explains [K-14]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>12<Enter>
?line 23 ~ "["
KEYS <F1>
?on = help
KEYS <F3>
?on = card
?focus = phone

!Ctrl+G takes the position of a field and the beginning of a caption, in any case [K-19]
OPEN card 801223400108
KEYS <Ctrl+G>16.3/2<Enter>
?focus = referred_on
KEYS <Ctrl+G>ТЕЛ<Enter>
?focus = phone

!Public works do not end the registration as unemployed [F-4]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>16.3<Enter><F6>қоғам<Enter>171120261811202618052027Әкімдік<Enter><Enter>сыпырушы<Enter>жұмысқа қаб<Enter>18112026А-1<Enter><F3><F2>
?message ~ "Saved"
?line 2 ~ "unemployed"
?sql "select count(*) from mansap.unemployed_reg u join mansap.card c on c.id = u.card_id where iin = '801223400108' and decision = 'registered' and removed_on is null" = "1"
