# F1

!On a screen: what it is for, the marks, all keys of the table; F1 again goes to the keys
LANG en
OPEN home
KEYS <F1>
?on = help
?focus = keys
?line 2 ~ This screen
?screen ~ overdue
KEYS <F1>
?line 2 = "All keys"
KEYS <End>
?screen ~ about
KEYS <Down>
?beeps = 1
KEYS <Home><Esc>
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

!On a field: its help with the source, then the section's
LANG en
OPEN card 801223400108
KEYS <F1>
?on = help
?screen ~ order 365
