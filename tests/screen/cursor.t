# The hardware cursor in every screen and dialog (K-13): in the field that is typed, on the current row; where there is neither,
# at the beginning of the answer. tests/cursor.sh sees to it that no screen is left out.

!Home: the row [K-13]
OPEN home
?on = home
?active = row
WALK <Down*12><Up*3><PgDn><PgUp>

!The search: the field, then the rows [K-13]
OPEN search
?on = search
?active = field
WALK оспан
WALK <Down*4><Up*5>

!Every field of a card's pages [K-13]
OPEN card 801223400108
?on = card
?active = field
WALK <Enter*20>
WALK <Up*20>
?on = card

!The pages that are lists: their rows, a row opened, a new row [K-13]
OPEN card 801223400108
WALK <Ctrl+G>10<Enter><Down*6><Up*2><Enter*3>
WALK <Ctrl+G>11<Enter><Down><Enter*3>
WALK <Ctrl+G>12<Enter><Down><Enter*3>
WALK <Ctrl+G>14<Enter><Down><Enter*3>
WALK <Ctrl+G>15<Enter><Down><Enter*3>
WALK <Ctrl+G>16.1<Enter><Down><Enter*3>
WALK <Ctrl+G>17<Enter><Down><Enter*3>
WALK <Ctrl+G>13<Enter><F6><Enter>
?on = card

!The tables: their cells [K-13]
OPEN card 801223400108
WALK <Ctrl+G>18<Enter><Down*3><Tab*4><Up*2><F6><Tab*3>
WALK <Ctrl+G>20<Enter><Down*2><Tab*3><Up><F6><Tab*2>
?on = card

!An empty list, and a card to be read only [K-13]
OPEN card 000601500208
KEYS <Ctrl+G>11<Enter>
?on = card
WALK <Up><Down>

!Lists and the calendar above a field [K-13]
OPEN card 801223400108
WALK <Ctrl+G>5<Enter><F4>
?on = picker
WALK <Down*4>рес<Esc>
WALK <Ctrl+G>13<Enter><F6>Орталық<Enter><F4>
?on = calendar
WALK <Down*3><Right*3><Left><PgDn><Esc>

!The editor of long texts, a question [K-13]
OPEN card 801223400108
KEYS <Ctrl+G>20<Enter><F6><F4>Бірінші<Enter>екінші<Left>
?on = zoom
?active = "text 'і'"
KEYS <Up>
?active = "text 'ш'"
KEYS <Esc>
?on = question
?active ~ text

!The menu and the jump [K-13]
OPEN card 801223400108
KEYS <F10>
?on = picker
WALK <Down*5>көм
KEYS <Esc><Ctrl+G>
?on = text
?active = field
WALK 14/2

!Leaving, a conflict [K-13]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550031<Enter><F3>
?on = leave
?active !~ nothing
KEYS <Esc>
SQL do $$ begin perform mansap.import_begin(null, 'operator2', null); update mansap.card set phone = '+77770000031' where iin = '000601500208'; perform mansap.import_end(); end $$
KEYS <F2>
?on = conflict
?active ~ text

!Drafts at the start [K-13]
OPEN fresh 990101300013
KEYS 18112026<Enter>
RESTART
?on = drafts
?active = row

!The history and the card as of a day [K-13]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550032<Enter><F2><Ctrl+G>8<Enter><F11>
?on = history
?active = row
WALK <Up><Down>
KEYS <F11>
?on = text
KEYS =<Enter>
?on = asof
?active = row
WALK <Down*5>

!The language, the lock, the tour [K-13]
LANG en
OPEN home
KEYS <F10>language<Enter>
?on = choice
?active = row
WALK <Down*2>
KEYS <Esc><F10>tour<Enter>
?on = tour
?active ~ text
KEYS <F3>
KEYS <F10>lock<Enter>
?on = lock
?active !~ nothing

!What is only read: the cursor stands on its text [K-13]
LANG en
OPEN home
KEYS <F1>
?on = help
?active !~ nothing
KEYS <Esc><F10>about<Enter>
?on = notice
?active !~ nothing

!The card in one breath [K-13]
LANG en
OPEN card 801223400108
KEYS <F10>brief<Enter>
?on = brief
?active !~ nothing

!The strip of months [K-13]
LANG en
OPEN card 801223400108
KEYS <F10>timeline<Enter>
?on = timeline
?active !~ nothing
WALK <Left*3>

!Query by form: its fields on every page, the cards found [K-13]
OPEN query
?on = query
?active = field
WALK <Enter*12><Up*3><PgDn*4><Ctrl+G>4<Enter>
KEYS >1900<F2*2>
?on = found
?active = row
WALK <Down*3><Up*2><PgDn>
