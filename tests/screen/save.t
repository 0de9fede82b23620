# F2: checks in three strengths, one round trip, what the server refuses.

!A save is one round trip and says so
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550005<Enter><F2>
?trips = 1
?message = "Saved."
?line 1 !~ "*"
?drafts = 0

!F2 takes in what stands in the field
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>8 701 555 00 06<F2>
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550006"

!F2 without a change saves nothing
OPEN card 000601500208
KEYS <F2>
?trips = 0

!What is impossible is refused at once and not sent
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>12<Enter>
?focus = phone
?beeps = 1
KEYS <F2>
?focus = phone
?trips = 0

!A value that needs a reason asks for it; the reason is stored with the value [Z-13]
OPEN fresh 880303490000 Себепов
KEYS 18112026
KEYS <Enter>Серік<Enter><Enter><Enter><Enter>
?focus = birth_date
KEYS 04031988
?on = text
KEYS Жеке куәлік бойынша<Enter>
?on = card
KEYS қазақстан<Enter><Enter>ақмола<Enter>көкшетау<Enter>Көкшетау<Enter><Enter>7<Enter><Enter>87015550007<F2>
?sql "select birth_date || ' ' || (reasons ->> 'birth_date') from mansap.card where iin = '880303490000'" = "1988-03-04 Жеке куәлік бойынша"

!A note does not stop the save [K-18]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>19/2<Enter>900000<Enter>
?number = 205
KEYS <F2>
?message ~ "Saved."
?sql "select salary_sufficient from mansap.expectation e join mansap.card c on c.id = e.card_id where iin = '801223400108'" = "900000.00"

!The status follows the registration in the same round trip [F-12, R-9]
LANG en
OPEN card 880303490000
?line 2 ~ "applied"
KEYS <Ctrl+G>12<Enter><Enter>
?focus = applied_on
KEYS <Enter>18112026тіркелді<Enter><F2>
?trips = 1
?line 2 ~ "registered job seeker"
KEYS <Ctrl+G>15<Enter><F6>1811202618112026тіркелді<Enter><F2>
?line 2 ~ "unemployed"
KEYS <Ctrl+G>18<Enter>
?focus = planned_on

!An open episode forbids a second one: the server's refusal names the section [F-9]
LANG en
OPEN card 880303490000
KEYS <Ctrl+G>12<Enter><F6>18112026<F3><F2>
?line 1 ~ "*"
?line 1 ~ "12"
?beeps = 1

!A removal closes the open visits, visibly [Z-16]
LANG en
OPEN card 880303490000
KEYS <Ctrl+G>18<Enter>01122026<F2>
?line 2 ~ "next visit 01.12.2026"
KEYS <Ctrl+G>15/6<Enter>
?focus = removed_on
KEYS 18112026<F4><Enter><F2>
?line 2 ~ "registered job seeker"
KEYS <Ctrl+G>18<Enter>
?line 3 ~ "For reading only"
?sql "select outcome from mansap.visit v join mansap.card c on c.id = v.card_id where iin = '880303490000'" = "cancelled"

!F7 asks, saves, and is ready for the next person [K-17]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550008<F7>
?on = leave
KEYS <F2>
?on = search
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550008"

!F5 fetches what others saved meanwhile and keeps what is typed
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550009<Enter>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set email = 'new@example.org' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F5>
?screen ~ "new@example.org"
?screen ~ "+77015550009"
?line 1 ~ "*"
KEYS <F2>
?sql "select phone || email from mansap.card where iin = '000601500208'" = "+77015550009new@example.org"

!Ctrl+Z gives the field back; without a change it takes the last save back, by F2 [K-3, K-9]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550050<Enter><F2>
KEYS <Ctrl+Z>
?on = question
KEYS <Enter>
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550050"
KEYS <Ctrl+Z><F2>
?trips = 1
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550009"

!A row added by the save that is taken back is annulled [K-3, R-7]
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter>18112026Қайтарылатын<Enter><F2>
KEYS <Ctrl+Z><F2>
?sql "select annul_reason is not null from mansap.career_guidance where result = 'Қайтарылатын'" = "t"
?screen !~ "Қайтарылатын"

!Before the first save of a new card there is nothing to take back
OPEN card 801223400108
?line 24 !~ "Ctrl+Z"
KEYS <Ctrl+Z>
?on = card

!After hiring the program points to the removal, and enters nothing by itself [F-5]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><F6>Зауыт<Enter><Enter>токарь<Enter>17112026жұмысқа қаб<Enter>1811202617-к<Enter>токарь<Enter><F2>
?message = "Saved. Work was found: enter date and reason of the removal, Ctrl+G 15/6."
KEYS <Ctrl+G>15/6<Enter>
?sql "select count(*) from mansap.unemployed_reg r join mansap.card c on c.id = r.card_id where iin = '801223400108' and decision = 'registered' and removed_on is null" = "1"

!Being sent to public works points to nothing [F-4]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026Кеңес<Enter><F2>
?message = "Saved."

!In a technological break nothing is saved and nothing typed is lost [P-20.1] [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550777<Enter>
SQL insert into mansap.maintenance_window (from_at, to_at, agreement, agreed_by) values (now() - interval '1 minute', now() + interval '1 hour', '7', 'x')
KEYS <F2>
?number = 343
?message ~ maintenance
?line 1 ~ "*"
?drafts = 1
SQL delete from mansap.maintenance_window
KEYS <F2>
?drafts = 0
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550777"

!A special workplace is for a category of persons that the form has no place for [F-11]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>17<Enter><F6>Дала<Enter><Enter>161120261711202618122026бағбан<Enter><F2>
?message ~ Saved. Section 17 is for certain people: mark it in “Category of the person”.
