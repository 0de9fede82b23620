# What a key costs: a letter has its own field drawn again, everything else the whole screen. That both show the same is
# compared after each key of all tests here (script_echo.c).

!A letter has only its field drawn again, the first one also what says that something was typed
LANG en
OPEN card 801223400108
FAST <Ctrl+G>7/4<Enter>
FAST А
?wholes = 1
?line 1 ~ "changed *"
FAST қ<Left>б<End>в<Backspace>
?wholes = 0
FAST <Backspace>
?wholes = 0
?line 24 ~ "Ctrl+Z"

!A letter that makes the text what was saved, and a value that is full, have all drawn
LANG en
OPEN card 801223400108
FAST <Ctrl+G>7/4<Enter><End>х
?line 1 ~ "changed *"
FAST <Backspace>
?wholes = 1
?line 1 !~ "changed *"
OPEN fresh
FAST <Ctrl+G>4<Enter>2
FAST 312198
?wholes = 0
FAST 0
?wholes = 1

!The hint comes in the pause after the last letter
LANG en
OPEN card 801223400108
FAST <Enter>
FAST Сә
?line 22 !~ "identity"
KEYS у
?line 22 ~ "identity"

!Typing in the editor of long texts and in a question; the count of letters may get shorter
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter><F6><F4>
FAST абвгдежзик
?wholes = 0
?screen ~ "─ 10/"
FAST <Backspace>
?wholes = 0
?screen ~ "─ 9/1000 ─"
KEYS <Esc><F2>
FAST <Ctrl+G>1
?on = text
FAST 2
?wholes = 0
