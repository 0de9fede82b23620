# Slips and odd combinations: nothing is lost, and what is said tells what to do.

!Ctrl+Z takes the refusal of the text away together with the text [K-3]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>12<Enter>
?number = 121
KEYS <Ctrl+Z>
?message = ""
?screen ~ "Telephone                •<+7"

!What Esc took back leaves no draft, however fast one leaves [K-15] [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550029
PAUSE
?drafts = 1
FAST <Esc><Esc>
?on = home
?drafts = 0

!What was thrown away is not said to be back [K-17]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550028<Enter>
RESTART
KEYS <Enter>
?message ~ "not saved yet"
KEYS <F3><Ctrl+U>0208<Enter>
?on = home
?message = ""
?drafts = 0

!The texts name the keys of the profile that is on: oracle [K-14]
PROFILE oracle
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550026<Enter><F4>
?on = leave
?screen ~ "F10     save and go on"
?screen !~ "F2 "
KEYS <Enter><Ctrl+G>5<Enter>zzz<Enter>
?message ~ "F9 opens the list"
KEYS <F1>
?screen ~ "F9 opens the list"
KEYS <F4><Ctrl+Z><F2>cancel
LANG ru
KEYS <Ctrl+U><Esc><Ctrl+G>8<Enter><F1><F1><F1>
?screen ~ "меню (F2)"

!The texts name the keys of the profile that is on: 5250 [K-14]
PROFILE 5250
LANG en
OPEN home
KEYS <Esc>
?message = "F3 leaves the program."
KEYS <F1>
?screen ~ "F16 finds a person"
?screen !~ "F7 finds"
PROFILE mansap
KEYS <F3><F1>
?screen ~ "F7 finds a person"
