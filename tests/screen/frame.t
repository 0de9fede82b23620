# The frame around all screens: first line, message, keys, size, language, menu.

!The home screen opens with its keys on the last line [K-14]
LANG en
OPEN home
?on = home
?line 24 ~ "F10"
?message = ""
