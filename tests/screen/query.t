# Query by form: conditions in the fields of the card's own form, the number of cards, the list.

!A part of a surname finds its card; the list says by what; one round trip
LANG en
OPEN home
KEYS <F10>query<Enter>
?on = query
?focus = last_name
?line 1 ~ "Query by form"
KEYS ах*
?trips = 0
KEYS <F2>
?trips = 1
?on = found
?line 2 ~ "Surname: ах*"
?line 3 ~ "1 card"
?screen ~ "Ахметова"
?focus = row 1
KEYS <Enter>
?on = card
?line 1 ~ "Ахметова"
KEYS <Esc>
?on = found
KEYS <Esc>
?on = query
?screen ~ "ах*"

!The form is the card's own, section by section; PgDn, Ctrl+G and the end of a section lead on [K-1] [K-19]
LANG en
OPEN query
KEYS <PgDn>
?focus = phone
KEYS <PgDn>
?line 1 ~ "10"
?focus = edu_org_name
KEYS <Ctrl+G>18<Enter>
?focus = planned_on
KEYS <Ctrl+G>14/2<Enter>
?line 1 ~ "14"
?focus = employer_bin
KEYS <Ctrl+G>tele<Enter>
?focus = phone
KEYS <Enter*6>
?line 1 ~ "10"

!Signs compare: dates with > and .., the number is seen before a list that cannot hold all [K-1]
LANG en
OPEN query
KEYS <Ctrl+G>4<Enter>>1900<F2>
?on = query
?line 2 ~ "Conditions: 1 | "
?line 2 ~ " cards"
?message ~ "The list holds the first 50. F2: show them"
KEYS <F2>
?on = found
?line 3 ~ "; the first 50 are shown"
KEYS <Esc>
KEYS <Ctrl+G>4<Enter>01.01.1969..31.12.1969<Enter>
?screen ~ "01.01.1969..31.12.1969"
KEYS <F2>
?on = found
?screen ~ "05.06.1969"
?screen !~ "1981"

!Conditions of several sections must all be met; the rail counts them
LANG en
OPEN query
KEYS ах*<Enter><Ctrl+G>3<Enter>female<Enter>
?line 2 ~ "Conditions: 2"
?line 3 ~ "1 + Name"
KEYS <F2>
?on = found
KEYS <Esc>
KEYS <Ctrl+G>3<Enter>male<F2>
?on = query
?message ~ "No card meets all conditions"
?beeps = 1

!A sign without a value is refused; the text stays and F1 explains [K-16]
LANG en
OPEN query
KEYS <Ctrl+G>4<Enter><lt><Enter>
?focus = birth_date
?message ~ "nothing stands beside"
KEYS <F1>
?screen ~ "so the value is needed"
KEYS <Esc>
?focus = birth_date

!Nothing typed: F2 says what to do and asks nobody
LANG en
OPEN query
KEYS <F2>
?trips = 0
?message = "Type a condition into at least one field."

!F4 puts a word of the list, or a day, behind the sign [K-6]
LANG en
OPEN query
KEYS <Ctrl+G>3<Enter>!<F4>
?on = picker
KEYS <Enter>
?on = query
?screen ~ "!male"
KEYS <Ctrl+G>4<Enter>><F4>
?on = calendar
KEYS <Enter>
?screen ~ ">18.11.2026"
?focus = birth_date

!The list of districts holds those of the oblast that is asked for [K-6]
LANG en
OPEN query
KEYS <Ctrl+G>7<Enter>11<Enter><F4>
?on = picker
?screen ~ "Kokshetau"
?screen !~ "Almaty"

!Esc takes the field's change first, then leaves; Ctrl+Z gives the whole query back [K-15] [K-3]
LANG en
OPEN query
KEYS ах*<Enter>ер<Esc>
?on = query
?screen ~ "ах*"
?line 5 !~ "ер"
KEYS <Esc>
?on = home
KEYS <F10>query<Enter>
?on = query
?screen !~ "ах*"
KEYS <Ctrl+Z>
?screen ~ "ах*"
?line 2 ~ "Conditions: 1"

!F6 begins a new query, Ctrl+Z undoes that, F9 repeats the field's former condition [K-3]
LANG en
OPEN query
KEYS ах*<Enter><F6>
?screen !~ "ах*"
?message = "A new query. Ctrl+Z: the former one again."
KEYS <F9>
?screen ~ "ах*"
KEYS <Ctrl+U><Ctrl+Z>
?focus = last_name
KEYS <Esc><F6>

!In any layout: the Kazakh number row, and Ю for > [K-11]
LANG en
OPEN query
KEYS <Ctrl+G>4<Enter>Ю01.01.2000<Enter>
?screen ~ ">01.01.2000"

!What is being typed stays when the language is switched, and words follow it [K-16]
LANG en
OPEN query
KEYS <Ctrl+G>3<Enter>male<Enter><Ctrl+G>8<Enter>+7701
KEYS <F10>language<Enter>2<Enter>
?screen ~ "+7701"
?line 1 ~ "Запрос по форме"
KEYS <Esc><PgUp>
?screen ~ "мужской"

!From a search F4 leads to the form, F7 back; from a card the word leads to it, and asks what is not saved [K-17]
LANG en
OPEN search
KEYS <F4>
?on = query
KEYS <F7>
?on = search
OPEN card 000601500208
KEYS <F10>query<Enter>
?on = query
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>+77015554433<F10>query<Enter>
?screen !~ "Query by form"

!Codes beside the persons found work as in a search
LANG en
OPEN query
KEYS ах*<F2>5<Enter>
?on = card
?line 1 ~ "read only"
KEYS <Esc>
?on = found

!The reading roles query their territory; the administrator has no such word
AS mobility
LANG en
OPEN home
KEYS <F10>query<Enter>ах*<F2>
?on = found
AS admin
LANG en
OPEN home
KEYS <F10>query<Enter>
?screen !~ "Query by form"

!In Kazakh the form and what it says are Kazakh
LANG kk
OPEN query
?line 1 ~ "Нысан бойынша сұрату"
KEYS <F2>
?message = "Кемінде бір өріске шарт жазыңыз."

!F1 explains the signs at once
LANG en
OPEN query
KEYS <F1>
?screen ~ "Each field takes a condition"
