# F1

!On a screen: what it is for; F1 again all keys of the table and the marks; again from the start [K-14]
LANG en
OPEN home
KEYS <F1>
?on = help
?focus = screen
?line 2 ~ This screen
?screen ~ overdue
KEYS <F1>
?focus = keys
?line 2 = "All keys"
KEYS <PgDn*2>
?screen ~ about
KEYS <End>
?screen ~ "annulled: kept"
KEYS <Down>
?beeps = 1
KEYS <F1>
?focus = screen
KEYS <F1><Home><Esc>
?on = home

!On a refusal: why, by which rule, who can [K-14]
LANG en
OPEN search 801223400109
?number = 118
KEYS <F1>
?on = help
?focus = message
?line 2 = "Message 118"
?screen ~ twelfth digit
KEYS <F3>
?on = search

!In an empty search a question mark is F1
LANG en
OPEN search
KEYS ?
?on = help

!One Esc leads back from what explains the message, which is still there; the next clears it [K-14] [K-15]
LANG en
OPEN card 801223400108
KEYS Аста7<Enter><F1>
?on = help
KEYS <Esc>
?on = card
?number = 123
KEYS <Esc>
?number = 0
?on = card

!The key bar names the next step as it is: the message, the screen, the section, the field [K-14]
LANG en
OPEN search 801223400109
KEYS <F1>
?line 24 ~ "F1 This screen"
KEYS <F1>
?line 24 ~ "F1 All keys"
KEYS <F1>
?line 24 ~ "F1 The message"

!Screens over a card tell what they are for, too [K-14]
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter><F1>
?focus = screen
?line 2 = "This screen"
KEYS <Esc><Esc><F10>brief<Enter><F1>
?focus = screen
KEYS <Esc><Esc><Ctrl+G>18<Enter><F6><F4>
?on = calendar
KEYS <F1>
?focus = screen
?screen ~ "how many visits wait"
KEYS <Esc><Esc><Ctrl+G>1<Enter><F11><F1>
?focus = screen

!On a field in three steps: its help with the source, the section's, all keys [K-14]
LANG en
OPEN card 801223400108
KEYS <F1>
?on = help
?focus = last_name
?screen ~ order 365
?screen !~ "All keys "
?line 24 ~ "F1 The section"
KEYS <F1>
?focus = name
?line 24 ~ "F1 All keys"
KEYS <F1>
?focus = keys
?line 24 ~ "F1 The field"
KEYS <F1>
?focus = last_name
KEYS <Esc>
?on = card

!A refusal comes first, with the field it is about [K-14]
LANG en
OPEN card 801223400108
KEYS Аста7<Enter>
?number = 123
KEYS <F1>
?focus = message
?screen ~ "Message 123"
?screen ~ "Surname"

!Help of a closed field tells the whole reason that the hint line has no room for [Z-2]
AS mobility
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>8<Enter><F1>
?on = help
?screen ~ "fills no cards (order 365, rule 3)."
KEYS <Esc>
?on = card
