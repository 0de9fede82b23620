# The three strengths of a check, questions, the long text editor, tables edited in place.

!A value that needs a reason asks for it, and keeps it with the value [Z-13]
LANG en
OPEN fresh 801223400108
KEYS <Up><Enter*5>ер<Enter>
?on = text
?number = 206
KEYS <Esc><Enter>
?on = text
?message ~ "must not stay empty"
KEYS құжатта солай<Enter>
?on = card
?focus = birth_date
KEYS <Up>
?focus = sex
?message = ""

!A reason not given leaves a problem that F8 finds [K-18]
LANG en
OPEN fresh 801223400108
KEYS <Up>=<Enter>Сәулебекова<Enter>Ая<Enter*3>ер<Enter>
?on = text
KEYS <Esc><Esc>
?on = card
KEYS <Up*6>
?focus = applied_on
KEYS <F8>
?focus = sex
?number = 206

!In a table Enter goes to the next cell and Up back along the path [K-1] [K-2]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>18<Enter><F6>
?focus = planned_on
KEYS 25112026
?focus = actual_on
?screen ~ "25.11.2026"
KEYS <Enter>
?focus = staff_note
KEYS <Up>
?focus = actual_on
KEYS <Up>
?focus = planned_on
KEYS <Ctrl+Z>
?on = card

!A long text is typed in its own editor, line ends included; F2 takes it; no letter answers a question [K-9]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter><F6><F4>
?on = zoom
KEYS Бірінші жол<Enter>екінші жол<F2>
?on = card
KEYS <F4>
?on = zoom
?screen ~ "Бірінші жол "
?screen !~ "Бірінші жол екінші"
KEYS !<Esc>
?on = question
KEYS n
?on = question
?beeps = 1
KEYS <Enter>
?on = zoom
KEYS <Esc><F2>
?on = card

!A note said with the save names its field, and an empty answer is not complained of any more once it is given [K-14]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>19<Enter>500<Enter><F2>
?message ~ "Saved. Pay sufficient"
?message ~ ": this is more than 500"
KEYS <Ctrl+G>10.1<Enter>
?on = card
KEYS <Ctrl+G><Enter>
?message ~ "must not stay empty"
KEYS 8<Enter>
?on = card
?message = ""

!On the message line a long caption gives way, so that what is wrong can be read [K-14]
OPEN card 801223400108
KEYS <Ctrl+G>19<Enter>абв<Enter>
?number = 109
?message ~ "Сіз күтетін нұсқада алғыңыз келетін еңбекақы сомасы: бұл теңгемен"
?line 23 ~ "! [109] Сіз күтетін нұсқа…: бұл теңгемен жазылған сома емес: тек цифр: 150000,50"
