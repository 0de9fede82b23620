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
