# The strip of months.

!All lists of a card on one strip; the month under the cursor is told beneath [K-13]
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter>
?on = timeline
?trips = 0
?focus = 11.2026
?line 2 ~ "2024        2025        2026"
?screen ~ "14 Referrals to…"
?screen ~ "13 | Көкшетау"
?line 19 ~ " 11.2026: "
KEYS <Left*2>
?focus = 09.2026
?screen ~ "механизатор"
?screen !~ "13 | Көкшетау"
KEYS <PgUp>
?focus = 09.2025
KEYS <Right*30>
?focus = 02.2027
RESIZE 100x30
?focus = 02.2027
KEYS <F3>
?on = card
