# The locked screen.

!A word locks the screen: nothing of the person is seen, keys do nothing, the password opens it [K-16]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>8<Enter>87015550
KEYS <F10>lock<Enter>
?on = lock
?screen !~ "Оспанова"
?screen !~ "801223400108"
?screen ~ "Сейітова"
?focus = password
?cursor = 8,5
KEYS <F10><F1><F7><Esc>
?on = lock
KEYS wrong
?cursor = 8,10
?screen !~ "wrong"
KEYS <Enter>
?on = lock
?beeps = 1
?screen ~ "does not accept this log-in"
PASSWORD
KEYS <Enter>
?on = card
?focus = phone
?screen ~ "87015550"

!It locks by itself when no key came for the configured minutes [K-16]
LANG en
OPEN card 801223400108
KEYS <Down>
IDLE 14
?on = card
IDLE 1
?on = lock
IDLE 100
?on = lock
PASSWORD
KEYS <Enter>
?on = card

!What the server answers meanwhile happens beneath [K-5]
LANG en
OPEN card 801223400108
KEYS <F10>lock<Enter>
LOSE
KEYS <Backspace>
?on = lock
PASSWORD
KEYS <Enter>
?on = card

!Leaving a locked program keeps what was typed [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550091
KEYS <F10>құлып<Enter>
?on = lock
KEYS <F3>
?ended = yes
?drafts = 1

!The word is understood in the other layouts [K-10]
OPEN home
KEYS <F10>блокир<Enter>
?on = lock
RESTART
KEYS <F10>дщсл<Enter>
?on = lock
