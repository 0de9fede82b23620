# What was typed and not saved is offered at the next start.

!Nothing left over: nothing is asked [K-16]
LANG en
OPEN home
?on = home
?line 24 !~ Drafts

!A draft found at the start is offered; Esc leaves it for later [K-16]
LANG en
OPEN fresh 990101300013
KEYS 18112026<Enter>
?drafts = 1
RESTART
?on = drafts
?focus = row 1
?screen ~ new card
?line 24 ~ "Enter Open  Ctrl+K Throw away  F3 Later"
KEYS <Esc>
?on = home
?drafts = 1
?line 3 ~ 1 text was typed and not saved
RESTART
?on = drafts

!Restored, its values are in the card [K-16]
LANG en
OPEN fresh 990101300013
KEYS 18112026<Enter>
RESTART
KEYS <Enter>
?on = card
?screen ~ 990101300013

!Throwing away asks; Enter keeps it, F2 does it [K-9]
LANG en
OPEN fresh 990101300013
KEYS 18112026<Enter>
RESTART
KEYS <Ctrl+K>
?on = question
KEYS <Enter>
?on = drafts
?drafts = 1
KEYS <Ctrl+K>д
?on = question
?beeps = 1
KEYS <F2>
?on = home
?drafts = 0

!Another log-in is not offered it [K-16]
LANG en
OPEN fresh 990101300013
KEYS 18112026<Enter>
AS operator2
OPEN home
?on = home
?drafts = 1

!Leaving with something left over asks once [K-17]
LANG en
OPEN fresh 990101300013
KEYS 18112026<Enter>
RESTART
KEYS <Esc><F3>
?on = question
KEYS <Enter>
?on = home
KEYS <F3><F2>
?ended = yes
?drafts = 1
