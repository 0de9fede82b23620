# The card's frame: rail, summary, line 1, paging and jumping, who may only read.

!A card opens on its first field, in one round trip
OPEN card 801223400108
?trips = 1
?on = card
?focus = last_name
?line 1 ~ "Оспанова-Төлегенова Гүлнар | 25.06.2024"
?line 3 ~ "> 1 + Аты-жөні"
?cursor = 4,48

!The rail shows each section's state by a character and counts the rows of lists [K-13]
OPEN card 000601500208
?line 3 ~ "> 1 + Аты-жөні"
?line 12 ~ " 10   Білімі     0"
?line 13 ~ " 11   Жұмысы"

!All twenty sections stand in the rail at once; 10 and 16 sum up what is under them [K-13]
LANG en
OPEN card 801223400108
?line 3 ~ "> 1 + "
?line 12 ~ " 10 + "
?line 12 ~ " 10│"
?line 18 ~ " 16 + "
?line 18 ~ " 29│"
?line 22 ~ " 20 + "
KEYS <Ctrl+G>16.3<Enter>
?line 18 ~ ">16 + "

!What the form does not number has a row while one is there
OPEN card 801223400108
?screen !~ " + + "
KEYS <Ctrl+G>9<Enter><Enter>
?line 22 ~ "> * "
KEYS <Ctrl+G>20<Enter><PgDn*2>
?line 22 ~ "> + + "
?line 21 ~ " 20 "

!The summary tells the status and what is open [F-12, R-4]
LANG en
OPEN card 801223400108
?line 2 = " unemployed | next visit 18.11.2026 | open referrals: 1 | checked 18.11.2026"

!PgDn and PgUp go to the next and the previous section [K-2]
OPEN card 000601500208
KEYS <PgDn>
?focus = phone
KEYS <PgDn>
?focus = education
KEYS <PgDn>
?focus = last_job
KEYS <PgUp>
?focus = education

!Enter past the last field of a section opens the next one [K-1]
OPEN card 000601500208
KEYS <Ctrl+G>9<Enter><Enter*5>
?focus = education

!Ctrl+G jumps to a number of the form, to a field in it, to the beginning of a caption [K-19]
OPEN card 801223400108
KEYS <Ctrl+G>7/3<Enter>
?focus = addr_locality
KEYS <Ctrl+G>16.2<Enter>
?line 1 ~ "16.2a"
KEYS <Ctrl+G>14/3<Enter>
?focus = position
KEYS <Ctrl+G>элект<Enter>
?focus = email
KEYS <Ctrl+G>азам<Enter>
?focus = citizenship

!Ctrl+G takes what the rail calls a section, before any field of the others [K-19]
OPEN card 801223400108
KEYS <Ctrl+G>келул<Enter>
?line 1 ~ "18 "
KEYS <Ctrl+G>жоспар<Enter>
?line 1 ~ "18 "
KEYS <Ctrl+G>7<Enter><Ctrl+G>жоспар<Enter>
?line 1 ~ "20 "

!The command line takes what Ctrl+G takes; Enter on an empty one does the current line [K-19, K-1]
LANG en
OPEN card 801223400108
KEYS <F10>14/3<Enter>
?focus = position
KEYS <F3><F10>16.2<Enter>
?line 1 ~ "16.2a"
KEYS <F10>azxm<Enter>
?message = "'azxm' is no command here"
KEYS <F10>телеф<Enter>
?focus = phone

!A jump to nowhere is said, and nothing moves [K-19]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>14/99<Enter>
?message = "Section 14 has only the fields 1 to 10."
?focus = last_name
KEYS <Ctrl+G>ззз<Enter>
?message ~ "Nothing begins with"

!Sections 18 to 20 are closed until a registration as unemployed [F-10]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>18<Enter>
?line 3 ~ "This section is for the unemployed"
?line 24 !~ "F6"
KEYS <Ctrl+G>19<Enter>
?line 3 ~ "This section is for the unemployed"
KEYS 5
?message ~ "This section is for the unemployed"

!After the removal they are for reading only [F-10, Z-16]
LANG en
OPEN card 910307302302
KEYS <Ctrl+G>20<Enter>
?line 3 ~ "the person is not registered as unemployed"
?line 24 !~ "F6"

!A card of another centre opens for reading, by IIN and purpose, and says so [Z-6]
LANG en
OPEN exact 700129407507 Қоңырау шалу үшін
?on = card
?line 1 ~ "read only"
KEYS ж
?message ~ "For reading only: the card is kept by"
?line 24 !~ "F2"

!A mobility centre reads the cards of its oblast and fills none [F-2]
AS mobility
LANG en
OPEN card 801223400108
?line 3 ~ "For reading only"
PAUSE
?line 22 !~ "For reading"
KEYS ж
?message ~ "For reading only"
KEYS <PgDn*2><F6>
?line 24 !~ "F6"

!The key bar has only keys that work now [K-14]
OPEN card 000601500208
?line 24 !~ "F2"
KEYS <Ctrl+G>8<Enter>87011234567
?line 24 ~ "F2"

!A switch of the language redraws the card in place
OPEN card 801223400108
LANG ru
?focus = last_name
LANG en
?line 2 ~ "unemployed"

!A smaller and a larger window change nothing but the layout
OPEN card 801223400108
KEYS <Ctrl+G>14/3<Enter>
RESIZE 60x20
RESIZE 120x40
?focus = position
?line 1 ~ "Тиісті жұмыстың берілген бағыттары"

!The card in Kazakh
LANG kk
OPEN card 801223400108
?golden card

!The card in Russian
LANG ru
OPEN card 801223400108
?golden card
