# A card from the application to its first row in every kind of section.

!A new card asks for the application first, and cannot be saved without it [R-3, F-1]
OPEN fresh 900512390007 Сынақов
?focus = applied_on
KEYS <F2>
?focus = applied_on
?number = 201
?sql "select count(*) from mansap.card where iin = '900512390007'" = "0"

!What was typed in the search carries over, with what the IIN tells [Z-13]
OPEN fresh 900512390007 Сынақов
?screen ~ "12.05.1990"
?screen ~ "900512390007"
?screen ~ "Сынақов"

!Other sections wait for the first save
LANG en
OPEN fresh
KEYS <Ctrl+G>14<Enter>
?message ~ "The card begins with the application and the personal data"
?focus = applied_on

!The card is typed through and saved in one round trip [F-1, R-6]
LANG en
OPEN fresh 900512390007 Сынақов
KEYS 18112026
?focus = last_name
KEYS <Enter>Бақыт<Enter>Ерланұлы<Enter><Enter><Enter><Enter>
?focus = citizenship
KEYS қазақстан<Enter>қазақ<Enter>ақмола<Enter>көкшетау<Enter>Көкшетау<Enter>Абай көшесі<Enter>12<Enter>5<Enter>
?focus = phone
KEYS 87015550040<Enter><F2>
?trips = 1
?message = "Saved."
?line 2 = " applied | NOT CHECKED"
?focus = email
?sql "select last_name || ' ' || first_name || ' ' || sex || ' ' || birth_date || ' ' || addr_region from mansap.card where iin = '900512390007'" = "Сынақов Бақыт m 1990-05-12 11"
?sql "select applied_on from mansap.jobseeker_reg r join mansap.card c on c.id = r.card_id where iin = '900512390007'" = "2026-11-18"

!After the save it is an ordinary card: the next section opens
OPEN card 900512390007
KEYS <PgDn*2>
?focus = education

!Two centres creating the same IIN: the second is told whose it is and loses nothing
LANG en
AS operator3
OPEN fresh 900512390007 Екінші
KEYS 18112026<Enter>Бақыт<Enter><Enter><Enter><Enter><Enter>қазақстан<Enter><Enter>ақмола<Enter>степногорск<Enter>Степногорск<Enter><Enter>1<Enter><Enter>87015550041<F2>
?on = question
?screen ~ "has opened a card with this"
KEYS <Enter>
?on = card
?screen ~ "Екінші"
?drafts = 1
KEYS <F2>
?on = question
KEYS <F2>
?on = text
KEYS Құжаттарды салыстыру<Enter>
?on = card
?line 1 ~ "Сынақов"
?line 1 ~ "read only"
KEYS <F3>
?screen ~ "Екінші"

!A new card in Kazakh
LANG kk
OPEN fresh 900512390015 Жаңа
?golden newcard
