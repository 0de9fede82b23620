# The tour of the keys.

!Each key is pressed once; a wrong one is told and does nothing; the word in three languages starts it [K-14]
LANG en
OPEN home
KEYS <F10>tour<Enter>
?on = tour
?focus = "step 1"
?line 1 ~ "1 of 14"
KEYS <F2>
?message = "That was another key. This step is about Enter."
?focus = "step 1"
KEYS <Enter><Up><PgDn><Ctrl+G><F4><F9><F6><F8><F2><Ctrl+Z><F7><F10><F1>
?focus = "step 14"
KEYS <Esc>
?on = home

!It ends at any step, and tells the keys of the profile that is on
PROFILE oracle
LANG en
OPEN home
KEYS <F2>пернелер<Enter>
?on = tour
KEYS <Enter><Up><PgDn><Ctrl+G>
?screen ~ "Press it now: F9"
KEYS <Esc>
?on = home
KEYS <F2>обуч<Enter>
?on = tour

!Its key bar shows the way out first [K-14]
LANG en
OPEN home
KEYS <F10>tour<Enter>
?line 24 = "F3 Leave"
KEYS <F3>
?on = home
