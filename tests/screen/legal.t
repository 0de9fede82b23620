# The legal frame around the card: check of the identity, verified values, where values come from, terms

!An unchecked card says so; recording the check takes one round trip [R-4] [Z-15]
LANG en
OPEN card 000601500208
?line 2 ~ "NOT CHECKED"
KEYS <F10>check<Enter>
?on = text
?screen ~ "«цифрлық"
?screen ~ "Surname: Нұрпейісов"
?screen ~ "Individual identification number: 000601500208"
?screen ~ "Date of birth: 01.06.2000"
KEYS ЖТ МДҚ<Enter>
?on = choice
?trips = 0
KEYS <Enter>деректер расталды<Enter>
?trips = 1
?message = "The check of the identity is recorded."
?line 2 !~ "NOT CHECKED"
?line 2 ~ "checked 18.11.2026, ЖТ МДҚ"
?line 1 !~ "*"
?sql "select checked_system || ': ' || checked_result from mansap.card where iin = '000601500208'" = "ЖТ МДҚ: деректер расталды"
?sql "select (checked_at at time zone 'Asia/Almaty')::date from mansap.card where iin = '000601500208'" = "2026-11-18"

!A check may find that the data differ: it is recorded, says so, and verifies nothing [R-4] [R-5] [Z-15]
LANG en
OPEN card 000601500208
?line 4 ~ "•+"
KEYS <F10>check<Enter><Enter>2<Enter>
?screen ~ "What differs?"
KEYS Туған күні басқа<Enter>
?message ~ "It is recorded that the data differ."
?line 2 ~ "DATA DIFFER"
?line 4 !~ "•+"
?sql "select checked_result || ' ' || checked_differs from mansap.card where iin = '000601500208'" = "Туған күні басқа true"
KEYS <Ctrl+G>2<Enter><F11>
?line 5 ~ "checked    ЖТ МДҚ"
?line 5 ~ "differs: Туға"
?line 6 ~ "checked    ЖТ МДҚ"
?line 6 ~ "agrees: дерек"
?line 7 ~ "entered    (empty)"
?screen ~ "Check of the identity in ЖТ МДҚ: the data differ. Туған күні басқа"
?screen !~ "->"
KEYS <Esc><F10>check<Enter><Enter><Enter><Enter>
?line 2 !~ "DATA DIFFER"
?line 4 ~ "•+"

!The word in Kazakh, on the Latin layout, too; Esc records nothing [K-10] [R-4]
OPEN card 000601500208
KEYS <F10>тексеру<Enter>
?on = text
KEYS <Esc>
KEYS <F10>ntrcthe<Enter>
?on = text
KEYS <Enter><Esc>
?on = card
?sql "select count(*) from mansap.history where tab = 'card' and new ? 'checked_result' and card_id = (select id from mansap.card where iin = '000601500208')" = "3"

!What is not saved is not checked [R-4]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550077<Enter><F10>check<Enter>
?on = card
?message ~ "Save first"

!Another centre's card is not checked here [R-4] [Z-9]
AS operator3
LANG en
OPEN exact 801223400108 Анықтама сұралды
?on = card
KEYS <F10>check<Enter>
?on !~ "text"

!Checked values bear +, imported <; typed : after the save, nothing while it is typed [R-5] [F-13]
LANG en
OPEN card 000601500208
?line 4 ~ "•+"
KEYS <Ctrl+G>8<Enter>87015550078
?screen ~ "• 87015550078"
KEYS <Enter><F2>
?screen ~ "•:+77015550078"

!F1 tells who, where, when, how, and the check [F-13] [R-5]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter><F1>
?screen ~ "Where the value comes from"
?screen ~ ": typed: 18.11.2026"
?screen ~ ", Сейітова Айгүл Нұрланқызы, "
?screen !~ ", operator, "
KEYS <Esc><Ctrl+G>1<Enter><F1>
?screen ~ "+ entered, and checked since: "
?screen ~ "in: ЖТ МДҚ."

!A new value needs no document on its day; once it is checked it needs a reason [R-5] [Z-2]
LANG en
OPEN fresh 910303300007 Тексерілгенов
KEYS 18112026<Enter>Арман<Ctrl+G>5<Enter>қазақстан<Enter><Enter>ақмола<Enter>көкшетау<Enter>Көкшетау<Enter><Enter>7<Enter><Enter>87015550079<F2>
?message ~ "Saved."
KEYS <Ctrl+G>1/2<Enter>
?screen ~ "•=03.03.1991"
?screen ~ "•:Арман"
KEYS <Ctrl+G>1/2<Enter>Армат<Enter><F2>
?message ~ "Saved."
KEYS <F10>check<Enter>ЖТ МДҚ<Enter><Enter>расталды<Enter>
?screen ~ "•+Армат"
KEYS <Ctrl+G>1/2<Enter>Арман<Enter><F2>
?on = text
?screen ~ "was checked, or imported"
KEYS <Esc>
?on = card
KEYS <F2>
?on = text
KEYS Куәлікпен салыстырылды<Enter>
?message ~ "Saved. The identity is another one now: check it again."
?line 2 ~ "NOT CHECKED"
?screen ~ "•:Арман"
?sql "select reasons ->> 'first_name' from mansap.card where iin = '910303300007'" = "Куәлікпен салыстырылды"

!The history of the value shows check and reason [R-5] [R-6]
LANG en
OPEN card 910303300007
KEYS <Ctrl+G>1/2<Enter><F11>
?on = history
?line 5 ~ "changed    ЖТ МДҚ         not checked"
?screen ~ "the check before holds no more"
KEYS <Down>
?screen ~ "Name: was Армат; is now Арман"
?screen ~ "Reason: Куәлікпен салыстырылды"

!A recorded change of the IIN takes birth date and sex along; its document stands in the history [Z-2] [Z-13]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>2<Enter>801224400103<Enter>
?screen ~ "24.12.1980"
KEYS <F2>
?on = text
KEYS ЖСН ауыстыру туралы анықтама № 7<Enter>10112026<Enter>ЖСН ауыстырылды<Enter>
?message ~ "check it again"
?line 2 ~ "NOT CHECKED"
?screen ~ "•#801224400103"
?screen ~ "•#24.12.1980"
KEYS <Ctrl+G>2<Enter><F11>
?on = history
KEYS <Down>
?screen ~ "ЖСН ауыстырылды; ЖСН ауыстыру туралы анықтама № 7, 10.11.2026"
?screen ~ "801223400108"

!Sex, citizenship and ethnicity change by a document, too [Z-2]
LANG en
OPEN card 801224400103
KEYS <Ctrl+G>5<Enter>қырғыз<Enter><F2>
?on = text
KEYS Азаматтық туралы анықтама<Enter>10112026<Enter>Азаматтығын ауыстырды<Enter>
?message ~ "Saved."
?sql "select kind || ' ' || doc from mansap.operation order by at desc limit 1" = "recorded Азаматтық туралы анықтама"
KEYS <Ctrl+G>6<Enter>орыс<Enter><F2>
?on = text
KEYS <Esc>
?on = card
?line 1 ~ "changed *"

!The terms and rules of order 365, with their dates; today's terms are marked [R-2] [R-11] [A-1] [Z-10]
LANG en
OPEN home
KEYS <F10>terms<Enter>
?on = notice
?screen ~ "1) әлеуметтік кәсіптік бағдарлау – кәсіп таңдауда"
KEYS <PgDn>
?screen ~ "is in force (21.04.2026 № 143); it is not at hand."
KEYS <PgDn*3>
?screen ~ "> цифрлық жүйе, from 12.07.2026"
?screen !~ "> ақпараттық жүйе"
KEYS <PgDn*3>
?screen ~ "Әлеуметтік кодекс"
KEYS <Esc>
?on = home

!F1 leads to the terms, and back [R-2]
OPEN card 000601500208
KEYS <F1><F4>
?on = notice
KEYS <Esc>
?on = help
KEYS <Esc>
?on = card

!About tells edition, order and what is not at hand [Z-10] [Z-1]
LANG en
OPEN card 000601500208
KEYS <F10>about<Enter>
?screen ~ "25.06.2024"
?screen ~ "№ 365"
?screen ~ "№ 143"
?screen ~ "working translations"
