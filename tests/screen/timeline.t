# The strip of months.

!All lists of a card on one strip; the month under the cursor is told beneath [K-13]
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter>
?on = timeline
?trips = 0
?focus = 11.2026
?line 2 ~ "2024        2025        2026"
?screen ~ "14    Referrals  "
?screen ~ "13 Guidance: Көкшетау"
?line 19 ~ " 11.2026: "
KEYS <Left*2>
?focus = 09.2026
?screen ~ "механизатор"
?screen !~ "13 Guidance: Көкшетау"
KEYS <PgUp>
?focus = 09.2025
KEYS <Right*30>
?focus = 02.2027
RESIZE 100x30
?focus = 02.2027
KEYS <F3>
?on = card

!What happened before the first month in sight is marked, and the strip goes there
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter>
?line 3 ~ "10.1  education  <"
KEYS <Home>
?focus = 09.1987
?line 2 ~ "1988        1989"
?screen ~ "10.1 Education: № 1"
KEYS <Left>
?beeps = 1
KEYS <End>
?focus = 02.2027

!A month with more rows than fit is scrolled by Down
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter>
KEYS <Left>
?line 19 ~ "10.2026: 1-3/"
KEYS <Down>
?line 19 ~ "10.2026: 2-4/"
KEYS <Up*2>
?beeps = 1
?line 19 ~ "10.2026: 1-3/"
