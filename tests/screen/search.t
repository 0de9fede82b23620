# Finding a person. 801223400108 is of the operator's centre, 920408306108 of another in the same oblast.

!Nothing is asked while the text is too short; then each change is one round trip
LANG en
OPEN home
KEYS <F7>
?on = search
?focus = search
KEYS к
?trips = 0
KEYS а
?trips = 1
?screen ~ found.
?screen ~ ~ surname

!A whole IIN finds its person and says why [Z-6]
LANG en
OPEN search 801223400108
?screen ~ 1 person found.
?line 6 ~ 801223••••••
?line 6 ~ IIN
KEYS <Enter>
?on = card

!The list masks every IIN [P-28]
LANG en
OPEN search 8012
?screen ~ start of IIN
?line 6 !~ 801223400108

!Beginning of the surname, beginnings of surname and name in any order
LANG en
OPEN search оспанова-т
?line 6 ~ Оспанова-Төлегенова Гүлнар
?line 6 ~ surname
KEYS <Ctrl+U>оспанова-т гүл
?line 6 ~ surname, name
KEYS <Ctrl+U>гүлнар оспанова-т
?line 6 ~ name, surname

!Folded letters match and the hit says so
LANG en
OPEN search оспанова-толег
?line 6 ~ Оспанова-Төлегенова
?line 6 ~ ~ surname

!Patronymic endings of both languages are one
LANG en
OPEN search
KEYS оспанова гүлнар нурлановна
?screen ~ 1 person found.
?line 6 ~ ~ surname, name

!Surname and patronymic; a name alone; name and patronymic
LANG en
OPEN search
KEYS оспанова нұрланқ
?line 6 ~ with patronymic
KEYS <Ctrl+U>гүлнар
?line 6 ~ Оспанова-Төлегенова Гүлнар
?line 6 ~ name
KEYS <Ctrl+U>гүлнар нұрланқызы
?screen ~ 1 person found.

!The second part of a double surname; with a blank for the hyphen
LANG en
OPEN search төлегенова
?line 6 ~ Оспанова-Төлегенова
?line 6 ~ part of surname
KEYS <Ctrl+U>оспанова төлегенова
?line 6 ~ ~ surname

!Letters from the middle come after all that begin so
LANG en
OPEN search спан
?line 7 ~ Оспан
?line 7 ~ ? letters inside

!One wrong, missing, extra or swapped letter
LANG en
OPEN search
KEYS қассымова мәдина
?line 7 ~ Қасымова Мәдина
?line 7 ~ ? similar
KEYS <Ctrl+U>қасмова
?line 7 ~ Қасымова
KEYS <Ctrl+U>қасимова
?line 6 ~ ~ surname
KEYS <Ctrl+U>қаысмова
?line 7 ~ Қасымова
KEYS <Ctrl+U>қазымова
?line 7 ~ ? similar

!Who is only similar stands under a heading that says so, and is not opened by the first Enter
LANG en
OPEN search қазымова
?screen ~ 1 person found. Only similar: 1.
?line 6 ~ "─ Only similar to what was typed: compare the birth date ─"
?line 7 ~ Қасымова
KEYS <Enter>
?on = search
?focus = row 1
?cursor = 7,2
KEYS <Enter>
?on = card

!Enter opens the only one who was typed, though similar ones stand below
LANG en
OPEN search оспанова-т
?screen ~ 3 persons found. Only similar: 2.
?line 6 ~ Гүлнар
?line 7 ~ "─ Only similar"
?line 8 ~ ? similar
KEYS <Enter>
?on = card
?line 1 ~ Оспанова-Төлегенова

!Those found in other letters stand under a heading where exact ones come before them
LANG en
OPEN search ка
?line 6 ~ ~ surname
?screen !~ Written otherwise
KEYS <Ctrl+U>ас
?line 6 !~ ~ 
?screen ~ "─ Written otherwise, or a part of the name ─"

!The cursor passes the headings over; rows are counted without them [K-13]
LANG en
OPEN search оспанова-т
KEYS <Down>
?cursor = 6,2
KEYS <Down>
?focus = row 2
?cursor = 8,2
KEYS <Up>
?focus = row 1
KEYS <Up>
?focus = search
KEYS <Down><End>
?focus = row 3
KEYS <Home>
?focus = row 1

!More persons than are shown: said above, and once more at the end of the list [P-28]
LANG en
OPEN search
SQL update mansap.setting set value = '3' where name = 'search_cap'
KEYS ка
?screen ~ More than 3 persons: only the first 3 are shown. Type more of the name.
?line 9 ~ "... and more: type more of the name"
KEYS <Down><End>
?focus = row 3
SQL update mansap.setting set value = '50' where name = 'search_cap'
KEYS <F5>
?screen !~ More than

!The wrong keyboard layout, Russian and Kazakh letters [K-10]
LANG en
OPEN search jcgfyjdf-n
?line 6 ~ Оспанова-Төлегенова
?line 6 ~ other keyboard
KEYS <Ctrl+U>0fcsvjdf
?line 6 ~ Қасымова
KEYS <Ctrl+U>0асымова
?line 6 ~ other keyboard

!Latin spellings, old and new
LANG en
OPEN search
KEYS Kassymova Madina
?line 6 ~ Қасымова Мәдина
?line 6 ~ Latin spelling
KEYS <Ctrl+U>Qasymova Mädina
?line 6 ~ Қасымова Мәдина
KEYS <Ctrl+U>Ospanova-Tolegen
?line 6 ~ Оспанова-Төлегенова

!A birth date is found with dots, and as digits if no IIN begins so
LANG en
OPEN search 23.12.1980
?line 6 ~ birth date
KEYS <Ctrl+U>23121980
?line 6 ~ Оспанова-Төлегенова
?line 6 ~ birth date

!Type-ahead is kept; only the last text is answered [K-5]
LANG en
OPEN search
BLIND оспанова-төл
?screen ~ 1 person found.
?line 6 ~ Оспанова-Төлегенова

!Enter before the answer is kept until it is there [K-5]
LANG en
OPEN search
BLIND 801223400108<Enter>
?on = card

!Several hits: Enter goes into the list, Up comes back to go on typing [K-1] [K-13]
LANG en
OPEN search ка
KEYS <Enter>
?on = search
?focus = row 1
?cursor = 6,2
KEYS <Down>
?focus = row 2
KEYS <Up*2>
?focus = search
KEYS с
?line 2 ~ кас
KEYS <Down><Backspace>
?focus = search
?line 2 !~ кас

!Esc leaves the list, then the search [K-15]
LANG en
OPEN search ка
KEYS <Down><Esc>
?on = search
?focus = search
KEYS <Esc>
?on = home

!A wrong IIN is told at once, with the digits that may be swapped; nothing is asked [Z-13]
LANG en
OPEN search 80122340010
KEYS 9
?number = 118
?beeps = 1
?trips = 0
?message ~ IIN
KEYS <Ctrl+U>081223400108
?number = 118
?message ~ digits 1 and 2 swapped: 801223400108
KEYS <Backspace>
?number = 0

!Digits typed on the letters of the Kazakh number row [K-11]
LANG en
OPEN search
KEYS үқ"әәіңққ"қү
?screen ~ 801223400108: 1 person found.
KEYS <Enter>
?on = card

!A new card needs a search without the person: none after a hit of the IIN [R-3]
LANG en
OPEN search 801223400108
?line 24 !~ New card
KEYS <F6>
?on = search
?beeps = 1

!No new card from a part of an IIN [R-3]
LANG en
OPEN search 9999
?screen ~ Nobody found
?line 24 !~ New card

!Nobody has the IIN: the new card takes it over [R-3]
LANG en
OPEN search 990101300013
?screen ~ Nobody has a card with this IIN
?line 24 ~ F6 New card
KEYS <F6>
?on = card
?screen ~ 990101300013

!Similar persons are shown first; Enter goes back to them [R-3] [K-9]
LANG en
OPEN search оспанова
KEYS <F6>
?on = question
KEYS <Enter>
?on = search
?focus = row 1
KEYS <F6><F2>
?on = card

!A card of another centre tells its centre and opens with a reason of ten characters [Z-6]
LANG en
OPEN search 920408306108
?number = 601
?screen ~ Степногорск
?screen !~ Қасымов
?line 24 !~ New card
KEYS <Enter>
?on = text
KEYS too short<Enter>
?on = text
?number = 602
KEYS <Ctrl+U>application of 18.11.2026<Enter>
?on = card
?sql "select purpose from mansap.view_log where login = 'operator' order by id desc limit 1" = "application of 18.11.2026"

!A mobility centre finds the cards of its oblast and makes none [Z-9] [F-2]
AS mobility
LANG en
OPEN search 920408306108
?screen ~ 1 person found.
KEYS <Ctrl+U>никтоещё
?screen ~ Nobody found.
?line 24 !~ New card

!Back from a card the next person is typed over the last [K-3]
LANG en
OPEN search 801223400108
KEYS <Enter><F3>
?on = search
KEYS ка
?line 2 !~ 801223400108
?line 2 ~ ка

!The line breaks while one types: typing goes on, the answer comes when it is back [K-16]
LANG en
OPEN search ка
SQL select pg_terminate_backend(pid) from pg_stat_activity where usename = 'operator' and datname = current_database()
KEYS с
?on = search
?line 2 ~ кас
?line 6 ~ Қасымова

!A new card asks for the date of the application first [R-3] [F-1]
LANG en
OPEN search
KEYS жаңабаев қайрат<F6>
?on = card
?focus = applied_on
?screen ~ Жаңабаев
?screen ~ Қайрат

!Codes beside the hits: down the column, carried out by Enter, taken back by Ctrl+Z [K-1] [K-10] [K-15]
LANG en
OPEN search жүнісов
?line 24 ~ "Down To the list"
KEYS <Down>
?line 24 ~ "Enter Open  F7 To the text  F3 Leave"
?cursor = 6,2
KEYS <Down>r<Up>
?line 7 ~ " к     Жүнісов Һамит"
?line 24 ~ "Enter Carry out  F7 To the text  F3 Leave"
KEYS +14
?message = "Rows with a code: 2. Enter carries them out."
KEYS <Enter>
?on = search
?message = "Carried out: 2. Ctrl+Z takes it back."
?sql "select string_agg(left(iin, 6) || ' ' || planned_on || ' ' || coalesce(actual_on::text, '-') || ' ' || coalesce(outcome, '-'), ', ' order by iin, planned_on) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on >= '2026-11-18' and left(iin, 6) in ('031128', '010906') and v.annul_reason is null" = "010906 2026-12-02 - -, 010906 2026-12-02 - -, 031128 2026-11-18 2026-11-18 came"
KEYS <Ctrl+Z>
?message = "What was carried out is taken back."
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on >= '2026-11-18' and left(iin, 6) in ('031128', '010906') and actual_on is null and v.annul_reason is null" = "2"

!A visit of a person that was found: today's or the last before it, not one to come [K-1]
LANG en
OPEN search қалиев
KEYS <Down>ж<Enter>
?message = "Carried out: 1. Ctrl+Z takes it back."
?sql "select string_agg(planned_on || ' ' || coalesce(outcome, '-'), ', ' order by planned_on) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on >= '2026-11-15' and left(iin, 6) = '810226' and v.annul_reason is null" = "2026-11-15 -, 2026-11-18 missed"
KEYS <Ctrl+Z>

!Where no visit waits one is planned; a code with nothing to do stands still and says why [K-1]
LANG en
OPEN search
KEYS хасенов ержан<Down>к<Enter>
?message = "No visit of this person waits: +14 plans one."
?line 6 ~ " к "
KEYS <Esc>
?line 6 ~ " к "
KEYS <Up><Down>
?message = "No visit of this person waits: +14 plans one."
KEYS <Backspace>+14<Enter>
?message = "Carried out: 1. Ctrl+Z takes it back."
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on = '2026-12-02' and left(iin, 6) = '710102' and v.annul_reason is null" = "1"
KEYS <Ctrl+Z>
?sql "select count(*) from mansap.visit v join mansap.card c on c.id = v.card_id where planned_on = '2026-12-02' and left(iin, 6) = '710102' and v.annul_reason is null" = "0"

!2 and 5 open the cards, one after the other; digits of the Kazakh number row count [K-11]
LANG en
OPEN search хасенов
KEYS <Down>ғә
?line 6 ~ " 5 "
?line 7 ~ " 2 "
KEYS <Enter>
?on = card
?line 1 ~ "Хасенов Асхат"
?line 1 ~ "read only"
KEYS <F3>
?on = search
?focus = row 1
KEYS <Enter>
?line 1 ~ "Хасенов Ержан"
?line 1 !~ "read only"
KEYS <F3>
?focus = search
?line 2 ~ хасенов

!Only codes are typed in the list: who is no registered unemployed has no visits; a letter says where the text is [K-14]
LANG en
OPEN search хасенов
KEYS <Down>к
?beeps = 1
?focus = row 1
?message = "Esc: the text. Codes: 2 change, 5 view."
KEYS <Down>й
?message = "Esc: the text. Codes: к came, ж did not, +14 next visit, 2 change, 5 view."
KEYS <F7>
?focus = search
KEYS ка
?line 2 !~ хасенов

!Esc takes the codes away, then leads to the text, then leaves [K-15]
LANG en
OPEN search хасенов
KEYS <Down>25<Esc>
?focus = row 3
?message = "The codes are taken away; nothing was carried out."
?line 6 !~ " 2 "
KEYS <Esc>
?focus = search
KEYS <Esc>
?on = home

!Another text takes the codes with it
LANG en
OPEN search хасенов
KEYS <Down>2<F7>хасенов
?line 6 !~ " 2 "

!Who may not write has no codes that write [K-14]
AS mobility
LANG en
OPEN search жүнісов
KEYS <Down>к
?beeps = 1
?message ~ "Codes: 2 change, 5 view."
