# Slips and odd combinations: nothing is lost, and what is said tells what to do.

!Ctrl+Z takes the refusal of the text away together with the text [K-3]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>12<Enter>
?number = 121
KEYS <Ctrl+Z>
?message = ""
?screen ~ "Telephone                •<+7"

!What Esc took back leaves no draft, however fast one leaves [K-15] [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550029
PAUSE
?drafts = 1
FAST <Esc><Esc>
?on = home
?drafts = 0

!What was thrown away is not said to be back [K-17]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550028<Enter>
RESTART
KEYS <Enter>
?message ~ "not saved yet"
KEYS <F3><Ctrl+U>0208<Enter>
?on = home
?message = ""
?drafts = 0

!F4 on a text that nothing begins with shows the whole list [K-6]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>5<Enter>zzz<Enter>
?number = 113
KEYS <F4>
?on = picker
?screen ~ "Kazakhstan"
KEYS <Esc*2>
?on = card
?screen ~ "zzz"

!A list that was narrowed to nothing says how to widen it; Enter there takes nothing and says so [K-6] [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>5<Enter><F4>zzz
?screen ~ "nothing begins so; Ctrl+U shows all"
KEYS <Enter>
?on = picker
?message ~ "zzz"
KEYS <Ctrl+U>
?screen ~ "Kazakhstan"

!F2 above a changed card does not claim that there is nothing to save [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>8<Enter>87015550027<Enter><F10><F2>
?message ~ "F2 does nothing here"
KEYS <Esc><F11><F2>
?message ~ "F2 does nothing here"

!The bar of a list names the key that everybody presses there [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>5<Enter><F4>
?line 24 ~ "Enter Choose"
KEYS <Esc><Ctrl+G>18<Enter><F6><F4>
?line 24 ~ "Enter Choose"

!A word that no command has, and one that does not work here, are told apart [K-1] [K-14]
LANG en
OPEN home
KEYS <F10>zzz<Enter>
?on = picker
?message ~ "'zzz'"
KEYS <Ctrl+U>history<Enter>
?message = "'history' (F11) does not work here"
KEYS <Ctrl+U>тарих<Enter>
?message ~ "(F11) does not work here"
KEYS <Esc><Esc>
?on = home

!The words go in Latin letters, too, as Kazakh and Russian are spelt with them [K-10]
LANG kk
OPEN home
KEYS <F10>izdeu<Enter>
?on = search
KEYS <F3><F10>poisk<Enter>
?on = search
KEYS <F3><F10>qūlyp
?focus ~ "құлып"
KEYS <Ctrl+U>kulyp
?focus ~ "құлып"
KEYS <Ctrl+U>shyǵu
?focus ~ "шығу"
KEYS <Ctrl+U>obnovit
?focus ~ "жаңарту"

!Ctrl+G takes numbers and captions typed on another layout, and in Latin letters [K-10] [K-19]
LANG kk
OPEN card 801223400108
KEYS <Ctrl+G>"ң№ә<Enter>
?line 1 ~ "14"
KEYS <Ctrl+G>",юі<Enter>
?line 1 ~ "16.3"
KEYS <Ctrl+G>16ю2<Enter>
?line 1 ~ "16.2"
KEYS <Ctrl+G>ntk<Enter>
?focus = phone
KEYS <Ctrl+G>7<Enter><Ctrl+G>ne5<Enter>
?focus = birth_date
KEYS <Ctrl+G>tel<Enter>
?focus = phone
KEYS <F10>8/2<Enter>
?on = card

!Ctrl+G with nonsense says what may be typed [K-14] [K-19]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>16.9<Enter>
?message ~ "type 16.2, 14/2 or the start of a caption."
KEYS <Ctrl+G>14.2<Enter>
?line 1 ~ "14"
KEYS <Ctrl+G>14/99<Enter>
?message = "Section 14 has only the fields 1 to 10."

!A code of days without days says how to type them [K-14]
LANG en
OPEN home
KEYS +<Enter>
?message ~ "for example +14"

!The texts name the keys of the profile that is on: oracle [K-14]
PROFILE oracle
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550026<Enter><F4>
?on = leave
?screen ~ "F10     save and go on"
?screen !~ "F2 "
KEYS <Enter><Ctrl+G>5<Enter>zzz<Enter>
?message ~ "F9 opens the list"
KEYS <F1>
?screen ~ "F9 opens the list"
KEYS <F4><Ctrl+Z><F2>cancel
LANG ru
KEYS <Ctrl+U><Esc><Ctrl+G>8<Enter><F1><F1><F1>
?screen ~ "меню (F2)"

!The texts name the keys of the profile that is on: 5250 [K-14]
PROFILE 5250
LANG en
OPEN home
KEYS <Esc>
?message = "F3 leaves the program."
KEYS <F1>
?screen ~ "F16 finds a person"
?screen !~ "F7 finds"
PROFILE mansap
KEYS <F3><F1>
?screen ~ "F7 finds a person"

!The tour's bar shows the key of the step and the way out, nothing else [K-14]
LANG en
OPEN home
KEYS <F10>tour<Enter>
?line 24 = "F3 Leave"
KEYS <Enter><Up><PgDn>
?line 24 ~ "F3 Leave  Ctrl+G Jump"
?line 24 !~ "F9"
KEYS <F9>
?message ~ "That was another key"

!What F9 brought is replaced by the first printable key [K-3]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>7/4<Enter>Абай<Enter><F2>
OPEN card 801223400108
KEYS <Ctrl+G>7/4<Enter><F9>
?screen ~ "Абай"
KEYS Қонаев<Enter>
?screen ~ "Қонаев"
?screen !~ "АбайҚонаев"
KEYS <Up><Ctrl+U><F9><End> к<Ctrl+Z>
?screen ~ "Қонаев"
?screen !~ "Қонаев к"
KEYS <Ctrl+U><F9><End> к<Enter>
?screen ~ "Қонаев к"

!The arrows have no name on the keyboard: the screens name them in their language [K-14]
LANG kk
OPEN search оспанов
?line 24 ~ "Төмен Тізімге"
KEYS <Esc><F10>пернелермен<Enter><Enter>
?screen ~ "Енді басыңыз: Жоғары"
LANG ru
OPEN search оспанов
?line 24 ~ "Вниз К списку"

!A word that was refused is replaced by the next one typed, as a refused value is [K-3]
LANG en
OPEN home
KEYS <F10>zzz<Enter>
?message ~ "'zzz'"
KEYS find<Enter>
?on = search

!Enter in the menu carries out nothing before a word is typed or a line chosen, least of all a save [K-1] [K-13]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550025<Enter><F10><Enter>
?on = picker
?message = "Menu: type a word, or choose"
?cursor = 4,5
?trips = 0
KEYS x<Backspace><Enter>
?on = picker
KEYS <F4>
?on = picker
KEYS <Down>
?focus ~ "save"
KEYS <Enter>
?message ~ "Saved"

!A character that is no code beside a row says which are [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter>7
?message = "Codes: 2 change, 4 annul, 5 view."
?beeps = 1
?on = card
KEYS ж
?message = "Codes: 2 change, 4 annul, 5 view."
KEYS 2
?message ~ "Rows with a code: 1"
KEYS ?
?on = help

!While the server works the message line says how to stop that [K-14] [K-15]
LANG en
OPEN card 000601500208
PRESS <F11>
?line 23 ~ "The server is at work ... Esc stops it"
PRESS <Esc>
?line 23 !~ "at work"
KEYS <Ctrl+L>
PRESS <F5>
?line 23 ~ "The server is at work ..."
?line 23 !~ "Esc"
