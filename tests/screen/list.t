# Lists: grids in order of date, rows as forms.

!Rows stand in chronological order; an earlier one goes to its place [F-3]
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter>
?focus = "row 1"
KEYS <F6>
?focus = employer_name
KEYS Зауыт<Enter><Enter>инженер<Enter>10072026
?focus = outcome
KEYS <Enter>
?focus = "row 2"
?line 9 ~ "*_ 10.07.2026 инженер"
KEYS <F2>
?line 9 ~ "> _ 10.07.2026 инженер"
?sql "select count(*) from mansap.job_referral r join mansap.card c on c.id = r.card_id where c.iin = '801223400108'" = "6"

!Enter opens the row, Enter past its last field returns to the grid [K-1]
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><Down*2><Enter>
?focus = employer_bin
KEYS <F3>
?focus = "row 3"

!A new row that was left empty goes without a word
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6><Esc>
?focus = "row 1"
?line 24 !~ "F2"
KEYS <F3>
?on = home

!A row that is not complete is kept as typed, and refused by the save [K-18]
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter><F3>
?line 1 ~ "*"
KEYS <F2>
?focus = held_on
?number = 201

!Esc takes back the field, then the row, then closes it; Ctrl+Z gives the row again [K-15, K-16]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><F6>Зауыт<Enter><Enter>токарь<Enter>1811
KEYS <Esc>
?screen ~ "токарь"
?drafts = 1
KEYS <Esc>
?focus = issued_on
?screen !~ "токарь"
?message ~ "Ctrl+Z gives back"
?line 1 !~ "*"
?drafts = 0
KEYS <Ctrl+Z>
?screen ~ "токарь"
?drafts = 1
KEYS <Esc><Esc>
?focus ~ "row "
KEYS <Ctrl+Z>
?screen ~ "токарь"
?drafts = 1

!Esc gives a saved row back as it was saved [K-15]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026Бір<Enter><F2>
KEYS <Enter>
?focus = provider_name
KEYS Басқа<Enter><Esc>
?screen ~ "Орталық"
?screen !~ "Басқа"
?line 1 !~ "*"
KEYS <Esc>
?focus ~ "row "

!Down goes on through the sub-lists of one number, Up comes back [K-2]
OPEN card 000601500208
KEYS <PgDn><PgDn>
?focus = education
KEYS <Down>
?focus = extra_education
KEYS <Down>
?focus = last_job
KEYS <Up>
?focus = extra_education

!F6 adds to the sub-list under the cursor; two rows of different lists go in one save
OPEN card 000601500208
KEYS <Ctrl+G>10<Enter><F6>№ 1 мектеп<Enter>жалпы<Enter>2006<Enter>2017<Enter>
?focus = "row 1"
KEYS <Down><F6>
?focus = extra_kind
KEYS <Enter>Оқу орталығы<Enter>09.2024<Enter>10.2024<Enter>тігінші<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
?sql "select edu_org_type || ' ' || study_from || ' ' || study_to from mansap.education e join mansap.card c on c.id = e.card_id where c.iin = '000601500208'" = "school 2006 2017"
?sql "select study_from || ' ' || qualification from mansap.extra_education e join mansap.card c on c.id = e.card_id where c.iin = '000601500208'" = "2024-09 тігінші"

!Fields appear with the answer they depend on [F-7]
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><F6>Зауыт<Enter><Enter>инженер<Enter>17112026жұмысқа қаб<Enter>
?focus = order_on
KEYS 18112026<F2>
?focus = order_no
?number = 201

!Annulling asks for a reason; nothing is deleted [R-7]
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter>18112026Кеңес берілді<Enter><F2>
KEYS <Ctrl+K>
?on = text
KEYS Қате жазылды<Enter>
?on = card
?line 1 ~ "*"
KEYS <F2>
?sql "select annul_reason from mansap.career_guidance where result = 'Кеңес берілді'" = "Қате жазылды"
?screen !~ "Кеңес берілді"
KEYS <F4>
?screen ~ "x _ 18.11.2026"
KEYS <F4>
?screen !~ "x   18.11.2026"

!Annulling before the save can be taken back
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter>18112026Тағы кеңес<Enter><F2>
KEYS <Ctrl+K>Қате жазылды<Enter><Ctrl+K>
?line 1 !~ "*"

!A new row is dropped after a question, whose safe answer is Enter [K-9]
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter><F3><Ctrl+K><Enter>
?line 1 ~ "*"
KEYS <Ctrl+K><F2>
?line 1 !~ "*"

!A row of an earlier day cannot be annulled [Z-2]
OPEN card 801223400108
KEYS <Ctrl+G>15<Enter>
?line 24 !~ "Ctrl+K"

!Ctrl+K refused says why, with a number; F1 tells the rule and who can [Z-2] [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>15<Enter><Ctrl+K>
?on = card
?beeps = 1
?number = 364
?message ~ "The day of its entry is over: the row goes only by"
KEYS <F1>
?on = help
?line 2 = "Message 364"
?screen ~ "body files the request, the authorised body decides"
?screen ~ "carries it out"
KEYS <F3>
?on = card
?message ~ "The day of its entry is over"

!So does a new row where none can be added [F-10] [K-14]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>18<Enter><F6>
?number = 312
?message ~ "This section is for the unemployed"

!Who only reads is told who fills [Z-9] [K-14]
AS mobility
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>15<Enter><Ctrl+K>
?number = 362
?message ~ "fills no cards"
KEYS <F6>
?number = 362

!In another centre's card the keeper is named [Z-9] [K-14]
AS operator3
LANG en
OPEN exact 801223400108 Анықтама сұралды
KEYS <Ctrl+G>15<Enter><Ctrl+K>
?number = 361
KEYS <F1>
?screen ~ "Only the centre that keeps a card fills it"

!Opt: 5 looks at a row, 2 opens it to be changed, each after Enter; in any layout [K-1, K-10, K-11]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><Home>5
?focus = "row 2"
?on = card
KEYS ә
?focus = "row 3"
?screen ~ "  2 10.07.2026"
KEYS <Enter>
?screen ~ "(row 2 of"
KEYS <F3>
?screen ~ "5 05.07.2026"
KEYS <Enter>
?screen ~ "(row 1 of"
KEYS <F3>
?focus = "row 1"
?screen !~ "5 05.07.2026"

!Opt: what was opened by 5 cannot be typed over [K-1]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><F6>Опт<Enter><Enter>слесарь<Enter>18112026<F3><End>5<Enter>
?screen ~ "(new row)"
KEYS Сынақ
?message ~ "for looking only"
KEYS <Esc><F3><F3>
?on = leave

!Opt: 4 annuls all rows that bear it with one reason; Ctrl+Z takes it back [K-1]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026Опт бір<Enter><F6>Орталық<Enter>18112026Опт екі<Enter><F2>
KEYS <End><Up>ң4<Enter>
?on = text
?screen ~ "Rows to be annulled: 2"
KEYS Қате<Enter>
?message ~ "2 rows are annulled"
?line 1 ~ "*"
KEYS <Ctrl+Z>
?line 1 !~ "*"
KEYS <End><Up>44<Enter>Қате<Enter><F2>
?sql "select count(*) from mansap.career_guidance where result like 'Опт%' and annul_reason = 'Қате'" = "2"

!Opt: a row that cannot be annulled keeps its code, and why is said [K-1, Z-2]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><Home>4<Enter>
?message ~ "The day of its entry is over"
?number = 364
?focus = "row 1"
?screen ~ "> 4 05.08.2026"
KEYS <Backspace>
?screen !~ "> 4 05.08.2026"

!The six lists of 16 share one screen; the one with the cursor has the room
LANG kk
OPEN card 801223400108
KEYS <Ctrl+G>16<Enter>
?golden measures
KEYS <Ctrl+G>16.3<Enter>
?focus = "row 1"
LANG ru
?golden measures_3

!A row as a form
LANG kk
OPEN card 801223400108
KEYS <Ctrl+G>16.3/1<Enter>
?golden measure_form
