# The language is switched in place.

!By the menu's word, on any screen, with what was typed kept
LANG en
OPEN search ка
KEYS <F10>language<Enter>
?on = choice
?focus = English
KEYS <Up><Enter>
?on = search
?line 2 ~ ка
KEYS <F10>language<Enter>
?focus = Русский
KEYS 1<Enter>
?on = search
?line 2 ~ ка
?line 6 ~ Қалиев

!The word is understood in the other languages, too [K-10]
LANG en
OPEN home
KEYS <F10>тіл<Enter>
?on = choice
KEYS <Esc>
?on = home
?line 4 = " Overdue visits"
