# Nothing typed is lost [K-16].

!Each left field goes to the draft; it is gone after the save [K-16]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>8701555
?drafts = 0
KEYS 0020<Enter>
?drafts = 1
KEYS <F2>
?drafts = 0

!Taking the change back takes the draft away, too
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550021<Enter>
?drafts = 1
KEYS <Up>87015550020<Enter>
?drafts = 0

!A hang-up keeps also what stood in the field; the next start offers it, values and place come back [K-16]
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550022
HANGUP
?ended = yes
?drafts = 1
RESTART
?on = drafts
KEYS <Enter>
?on = card
?focus = phone
?line 1 ~ "*"
?screen ~ "+77015550022"
KEYS <F2>
?drafts = 0
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550022"

!Rows of lists come back [K-16]
OPEN card 801223400108
KEYS <Ctrl+G>14<Enter><F6>Зауыт<Enter><Enter>токарь<Enter>18112026<F3>
KEYS <Ctrl+G>18<Enter><Enter>
RESTART
KEYS <Enter>
?on = card
?screen ~ "*_ 18.11.2026 токарь"
KEYS <F2>
?drafts = 0
?sql "select count(*) from mansap.job_referral where position = 'токарь'" = "1"

!A new card comes back with its application [K-16, F-1]
OPEN fresh 900512390007 Сынақов
KEYS 17112026<Enter>Бақыт<Enter>
RESTART
KEYS <Enter>
?on = card
?screen ~ "17.11.2026"
?screen ~ "Бақыт"
?screen ~ "900512390007"
KEYS <Ctrl+G>5<Enter>қазақстан<Enter><Enter>ақмола<Enter>көкшетау<Enter>Көкшетау<Enter><Enter>7<Enter><Enter>87015550007<F2>
?drafts = 0
?sql "select count(*) || ' ' || max(applied_on) from mansap.jobseeker_reg r join mansap.card c on c.id = r.card_id where iin = '900512390007'" = "1 2026-11-17"

!While the server is away one goes on typing, and F2 is carried out when it is back [K-16]
LANG en
OPEN card 000601500208
KEYS <Ctrl+G>8<Enter>87015550030<Enter>
SQL select pg_terminate_backend(pid) from pg_stat_activity where usename = 'operator' and datname = current_database()
KEYS c@example.org<Enter><F2>
?on = card
?line 1 !~ "*"
?drafts = 0
?sql "select phone || email from mansap.card where iin = '000601500208'" = "+77015550030c@example.org"

!A save whose answer was lost is carried out once [K-16]
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026Бір рет<Enter>
SQL select pg_terminate_backend(pid) from pg_stat_activity where usename = 'operator' and datname = current_database()
KEYS <F2>
?drafts = 0
?sql "select count(*) from mansap.career_guidance where result = 'Бір рет'" = "1"

!The line breaks in the middle of a save: it is repeated by itself, what is typed since stays [K-16]
LANG en
OPEN card 000601500208
SQL create sequence mansap.once
SQL create function mansap.cut() returns trigger language plpgsql security definer as $$ begin if nextval('mansap.once') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$
SQL create trigger cut after insert on mansap.operation for each row execute function mansap.cut()
KEYS <Ctrl+G>8<Enter>87015550060<Enter>
BLIND <F2>d@example.org<Enter>
?sql "select last_value from mansap.once" = "2"
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550060"
?screen ~ "d@example.org"
KEYS <F2>
?sql "select phone || email from mansap.card where iin = '000601500208'" = "+77015550060d@example.org"
?drafts = 0


!A save that was carried out although its answer was lost: the card is fetched again, what differs stays typed [K-16]
LANG en
OPEN card 000601500208
SQL create sequence mansap.twice
SQL create or replace function mansap.cut() returns trigger language plpgsql security definer as $$ begin case nextval('mansap.twice') when 1 then perform pg_terminate_backend(pg_backend_pid()); when 2 then raise exception 'carried out' using errcode = 'MS208', detail = new.card_id::text; else null; end case; return null; end $$
KEYS <Ctrl+G>8<Enter>87015550070<Enter><F2>
?sql "select last_value from mansap.twice" = "2"
?number = 308
?focus = email
?line 1 ~ "changed *"
?drafts = 1
KEYS <F2>
?sql "select phone from mansap.card where iin = '000601500208'" = "+77015550070"
?drafts = 0

!The connection comes back while a list is open: the choice counts, nothing is lost [K-16]
OPEN card 000601500208
KEYS <Ctrl+G>7/4<Enter>Жаңа көше<Enter><Ctrl+G>5<Enter><F4>
?on = picker
SQL select pg_terminate_backend(pid) from pg_stat_activity where usename = 'operator' and datname = current_database()
KEYS <Down><Enter>
?on = card
?focus = citizenship
?screen ~ "Жаңа көше"
KEYS <F3>
?on = leave

!The connection comes back while the program asks: F2 saves
OPEN card 000601500208
KEYS <Ctrl+G>7/4<Enter>Жаңа көше<Enter><F3>
?on = leave
SQL select pg_terminate_backend(pid) from pg_stat_activity where usename = 'operator' and datname = current_database()
KEYS <lt>
KEYS <F2>
?on = home
?sql "select addr_street from mansap.card where iin = '000601500208'" = "Жаңа көше"

!A draft that cannot be written is said at once, and line 1 keeps saying it [K-16]
LANG en
OPEN card 000601500208
STATE none
KEYS <Ctrl+G>8<Enter>87015550081<Enter>
?number = 501
?message ~ "Drafts cannot be kept"
?line 1 ~ "NO DRAFT"
KEYS <Esc>e@example.org<Enter>
?message !~ "Drafts"
?line 1 ~ "NO DRAFT"
?drafts = 0
STATE back
KEYS <Up>f@example.org<Enter>
?line 1 !~ "NO DRAFT"
?drafts = 1

!What stands in the active field is in the draft after two seconds, so a kill loses no more [K-16]
LANG en
OPEN card 801223400108
KEYS <Ctrl+G>13<Enter><F6>Орталық<Enter>18112026
?drafts = 1
KEYS Ұзақ әңгіме
?waits = yes
PAUSE
?waits = no
?line 1 ~ "changed *"
KILL
?on = drafts
KEYS <Enter>
?line 1 ~ "changed *"
KEYS <F2>
?sql "select result from mansap.career_guidance where result like 'Ұзақ%'" = "Ұзақ әңгіме"

!A text that is no value yet is no reason to write; nothing waits while nothing is typed [K-16]
OPEN card 000601500208
?waits = no
KEYS <Ctrl+G>8<Enter>8701
PAUSE
?drafts = 0
?waits = no
KEYS 5550099
PAUSE
?drafts = 1
KEYS <Esc>
PAUSE
?waits = no
?drafts = 0
