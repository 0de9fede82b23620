# The frame around all screens: first line, message, keys, size, language, menu.

!The last line shows the keys that work, the menu among them [K-14]
LANG en
OPEN home
?on = home
?line 1 ~ "TRAINING"
?line 24 ~ "F10"
?line 24 !~ "F2"
?message = ""

!A key that does not work here says so and changes nothing [K-14]
LANG en
OPEN home
KEYS <F6>
?on = home
?beeps = 1
?message ~ "F6 does nothing here"
KEYS <Down>
?message = ""

!The menu takes a word typed on any layout [K-10]
LANG en
OPEN home
KEYS <F10>
?on = picker
KEYS іздеу<Enter>
?on = search
KEYS <F3><F10>3plte<Enter>
?on = search

!Esc takes one step: the list, then nothing is left to take [K-15]
LANG en
OPEN home
KEYS <F10><Esc>
?on = home
?ended = no

!The language is switched in place, from the menu
LANG en
OPEN home
?line 24 ~ "Help"
LANG ru
?line 24 !~ "Help"
LANG en
?line 24 ~ "Help"

!Below 80x24 a message stands there; what was typed stays, and keys wait [K-16]
LANG en
OPEN fresh
KEYS <Up>=<Enter>Сә
?focus = last_name
RESIZE 60x20
?screen ~ "too small"
KEYS уле
RESIZE 80x24
?screen ~ "Сәуле"
?focus = last_name
RESIZE 132x50
?screen ~ "Сәуле"
KEYS <Enter>
?focus = first_name
?line 50 ~ "F10"

!The terminal's cursor stands on the active field [K-13]
LANG en
OPEN fresh
KEYS <Up>
?cursor = 4,48
KEYS <Down>
?cursor = 6,48
KEYS аб
?cursor = 6,50

!A hang-up ends the program and keeps what was typed [K-16]
LANG en
OPEN fresh
KEYS <Up>=<Enter>Сәулебекова<Enter>Ая
HANGUP
?ended = yes
?drafts = 1

!A lost connection is shown, typing goes on, and the program connects again [K-16]
LANG en
OPEN fresh
KEYS <Up>=<Enter>Сә
LOSE
?line 1 ~ "no connection"
?message ~ "Connection lost"
KEYS уле
?message ~ "The connection is back"
?line 1 !~ "no connection"
?screen ~ "Сәуле"
KEYS <Enter>Ая
?focus = first_name

!While the server is away F5 connects at once, wherever one is; the key bar and the message say so [K-14] [K-16]
LANG en
OPEN search ка
KEYS <F10>
LOSE long
?message = "Connection lost: type on, nothing is lost. F5 connects again at once."
?reconnect = later
PRESS <Esc*2>
?line 24 ~ "F5 Connect"
PRESS x
?reconnect = later
PRESS <F5>
?message = "Connecting again ..."
?reconnect = now
KEYS <Up>
?message = "The connection is back"
?reconnect = none
?line 24 !~ "F5 Connect"

!F2 tries at once, too: nothing to save, or a save that waits [K-16]
LANG en
OPEN card 801223400108
LOSE long
PRESS <F2>
?reconnect = now
?message = "Connecting again ..."
KEYS <Up>
LOSE long
PRESS <Ctrl+G>8<Enter>87015554001<Enter><F2>
?reconnect = now
?message ~ "The server is away: it is saved once"
KEYS <Up>
?message ~ Saved.

!A try that F5 has asked for and that failed says so [K-16]
LANG en
OPEN home
SQL alter role operator nologin
LOSE long
PRESS <F5>
TRY
SQL alter role operator login
?message = "The server does not answer yet. F5 tries again at once."
?number = 401
KEYS <F5>
?message = "The connection is back"

!A message is cleared by Esc before anything else is left [K-15]
LANG en
OPEN fresh
KEYS <Up>9999<Enter>
?number = 103
?focus = applied_on
KEYS <Esc>
?message = ""
?screen ~ "9999"
KEYS <Esc>
?screen !~ "9999"
?on = card

!Another profile moves the function keys; bar, help and menu show them [K-14]
PROFILE oracle
LANG en
OPEN card 000601500208
?line 24 ~ "F7 Find"
?line 24 ~ "F2 Menu"
KEYS <Ctrl+G>8<Enter>87015550095<F10>
?message ~ "Saved"
KEYS <F1><F1><F1>
?screen ~ "command line (F2)"
KEYS <PgDn>
?screen ~ "F10        Ctrl+S  save"
KEYS <F4><F4>
?on = home

!With the keys of the 5250 F7 and F8 change the section
PROFILE 5250
OPEN card 000601500208
KEYS <PgDn>
?focus = phone
KEYS <F16>
?on = search

!F2 without a change says so
LANG en
OPEN card 801223400108
KEYS <F2>
?message ~ nothing to save

!The key bar of a card shows the way out [K-14]
LANG en
OPEN card 801223400108
?line 24 ~ F3 Leave
KEYS <Ctrl+G>18<Enter>
?line 24 ~ F3 Leave
