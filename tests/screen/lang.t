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

!Who has chosen a language finds it at the next log-in, others find the computer's
OPEN home
?line 2 ~ оператор |
KEYS <F10>тіл<Enter>
?on = choice
KEYS <Down><Enter>
?screen ~ Просроченные
?message = ""
RESTART
?screen ~ Просроченные
AS operator2
LANG kk
OPEN home
?screen !~ Просроченные
AS operator
LANG en
OPEN home
?screen ~ Overdue visits
SQL delete from mansap.account_lang

!Without the server the language is switched, and it is said that nobody keeps it
OPEN home
KEYS <F10>тіл<Enter>
LOSE long
PRESS <Down><Enter>
TRY
?message ~ "сервер"
?sql "select count(*) from mansap.account_lang" = "0"

!--lang is stronger than what was chosen
SQL insert into mansap.account_lang values ('operator', 'ru')
LANG en
OPEN home
?screen ~ Overdue visits
SQL delete from mansap.account_lang

!What is being typed stays when the language is switched [K-16]
LANG kk
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>8701555
KEYS <F10>тіл<Enter>2<Enter>
?focus = phone
?screen ~ "8701555"
KEYS <Esc>
?screen !~ "8701555"
KEYS <Ctrl+G>3<Enter>жен<F10>язык<Enter>1<Enter>
?screen ~ "жен"
KEYS <Esc>
?focus = sex
?screen ~ "ер"
