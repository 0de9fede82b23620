# The card in one breath.

!One screen for the citizen at the desk, masked, by a word of the menu [K-10]
LANG en
OPEN card 801223400108
KEYS <F10>brief<Enter>
?on = brief
?trips = 0
?line 2 ~ "801223••••••"
?screen !~ "801223400108"
?screen !~ "+7701"
?line 3 ~ "unemployed"
?screen ~ "14    Referrals "
?screen ~ "Алтын дән"
KEYS <F3>
?on = card

!In Kazakh
LANG kk
OPEN card 801223400108
KEYS <F10>қысқаша<Enter>
?on = brief
?screen ~ "14    Жолдама "
?screen ~ "16.2c Гранттар"

!No caption ends in the colon that the form has before its fields [K-14]
LANG ru
OPEN card 801223400108
KEYS <F10>кратко<Enter>
?screen ~ "16.2c Гранты "
?screen ~ "Последнее место работы (службы) "
KEYS <F3><F10>лента времени<Enter>
?screen ~ "16.2c Гранты  "

!A card whose identity was not checked says so here, too [Z-15]
LANG en
OPEN card 000601500208
?line 2 ~ "NOT CHECKED"
KEYS <F10>brief<Enter>
?on = brief
?line 3 ~ "NOT CHECKED"
OPEN card 801223400108
KEYS <F10>brief<Enter>
?line 3 !~ "CHECKED"
