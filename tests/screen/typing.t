# How a field is typed: K-1 to K-8, K-11, K-12.

!Enter goes from field to field and never saves [K-1]
LANG en
OPEN fresh
KEYS <Up>=<Enter>
?focus = last_name
KEYS Сәулебекова<Tab>
?focus = first_name
KEYS Ая<Down>
?focus = middle_name
KEYS <Enter>
?focus = iin
?trips = 0
?sql "select count(*) from mansap.card where last_name = 'Сәулебекова'" = "0"

!Up and Shift-Tab retrace the path taken [K-2]
LANG en
OPEN fresh
KEYS <Up><Enter><Enter>
?focus = first_name
KEYS <Ctrl+G>азам<Enter>
?focus = citizenship
KEYS <Up>
?focus = first_name
KEYS <Shift-Tab>
?focus = last_name
KEYS <Up>
?focus = applied_on

!The first printable key replaces, an arrow edits, Ctrl+U clears, Ctrl+Z gives back [K-3]
LANG en
OPEN card 801223400108
?focus = last_name
KEYS Х
?line 4 ~ "• Х"
KEYS <Ctrl+Z>
?line 4 ~ "•+Оспанова-Төлегенова"
KEYS <End>х
?line 4 ~ "• Оспанова-Төлегеновах"
KEYS <Home>А
?line 4 ~ "• АОспанова-Төлегеновах"
KEYS <Ctrl+U>
?line 4 !~ "Оспанова"
KEYS <Ctrl+Z>
?line 4 ~ "•+Оспанова-Төлегенова"
KEYS <Ins>Б<Del>
?line 4 ~ "• Бспанова-Төлегенова"

!A date advances when it is full and right; what was understood is said [K-4] [K-7]
LANG en
OPEN fresh
KEYS <Up>18112026
?focus = last_name
?message ~ "18.11.2026, Wednesday"
KEYS <Up>31022026
?focus = applied_on
?number = 103
?beeps = 1
?screen ~ "31022026"
KEYS -1<Enter>
?focus = last_name
?message ~ "17.11.2026, Tuesday"
KEYS <Up> <Enter>
?message ~ "18.11.2026"

!A date of which a year would do advances as a whole day only [K-4] [K-7]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>10.1/3<Enter>
?focus = study_from
KEYS 2005
?focus = study_from
KEYS 1234
?focus = study_from
?beeps = 1
KEYS <Ctrl+U>01092005
?focus = study_to
KEYS 062009<Enter>
?screen ~ "01.09.2005"
?screen ~ "06.2009"

!An IIN advances when its check digit fits, and stays with one beep when not [K-4] [Z-13]
LANG en
OPEN fresh
KEYS <Up>=<Enter>Асан<Enter>Бота<Enter><Enter>801223400107
?focus = iin
?number = 118
?beeps = 1
KEYS 801223400108
?focus = sex
?screen ~ "23.12.1980"

!Digits come from the Kazakh number row, capitals too [K-11]
LANG en
OPEN fresh
KEYS <Up>"ү""әқә,
?focus = last_name
?message ~ "18.11.2026"
KEYS Асан<Enter>Бота<Enter><Enter>ҮҚ"ӘӘІңққ"қү
?focus = sex
?screen ~ "801223400108"

!A Latin letter inside a Cyrillic word is mended with a notice [K-12]
LANG en
OPEN fresh
KEYS <Up><Enter>Сaдыкова<Enter>
?focus = first_name
?screen ~ "Садыкова"
?message ~ "Surname"

!A refused value keeps its text, Esc clears the message and then gives the old value back [K-15]
LANG en
OPEN card 801223400108
KEYS Аста7<Enter>
?focus = last_name
?number = 123
?screen ~ "Аста7"
KEYS <Esc>
?message = ""
?screen ~ "Аста7"
KEYS <Esc>
?screen ~ "Оспанова-Төлегенова"

!Type-ahead behind an error is thrown away [K-5]
LANG en
OPEN fresh
BLIND <Up>31022026абв
?focus = applied_on
?screen ~ "31022026"
?screen !~ "абв"
?beeps = 1

!A list narrows as one types; Enter takes a unique beginning without opening it [K-6]
LANG en
OPEN fresh
KEYS <Up><Enter*4>801223400108
?focus = sex
KEYS <Ctrl+G>азам<Enter>
?focus = citizenship
KEYS қазақст<Enter>
?screen ~ "Kazakhstan"
KEYS <Up><F4>
?on = picker
KEYS узб
?focus ~ "Uzbekistan"
KEYS <Enter>
?on = card
?screen ~ "Uzbekistan"
KEYS <F4><Esc>
?on = card
?screen ~ "Uzbekistan"

!The calendar gives a day [K-6]
LANG en
OPEN fresh
KEYS <Up><F4>
?on = calendar
?focus = 2026-11-18
KEYS <Left><Up><PgUp>
?focus = 2026-10-10
KEYS <Enter>
?on = card
?focus = applied_on
?screen ~ "10.10.2026"

!Question mark in an empty field is help [K-14]
LANG en
OPEN fresh
KEYS <Ctrl+U>?
?on = help
KEYS <F3>
?on = card
