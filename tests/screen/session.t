# One card from the application to a row in every section, by the keyboard alone.

!A card is typed with a row in every section; every save is one round trip [F-1, F-12, K-1]
LANG en
OPEN search Сынақов Бақыт 12051990
KEYS <Ctrl+U>900512390007<F6>
?on = card
?focus = applied_on
KEYS 02112026Сынақов<Enter>Бақыт<Enter>Ерланұлы<Enter><Enter><Enter><Enter>
?focus = citizenship
KEYS қазақстан<Enter>қазақ<Enter>ақмола<Enter>көкшетау<Enter>Көкшетау<Enter>Абай көшесі<Enter>12<Enter>5<Enter>
KEYS 87015550040<Enter>bakyt@example.org<Enter>
?focus = is_student
KEYS <Enter><Enter>иә<Enter><Enter>
?on = leave
KEYS <F2>
?trips = 1
?focus = education
# 10.1 and 10.2
KEYS <F6>Көкшетау жоғары колледжі<Enter>колледж<Enter>2007<Enter>06.2010<Enter>электрик<Enter>
?focus = "row 1"
KEYS <Down><F6>біліктілікті<Enter>Оқу орталығы<Enter>2020<Enter>2020<Enter>кабельші<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
# 11
KEYS <PgDn><F6>«Береке-Агро» ЖШС<Enter><Enter>01092010
?focus = dismissed_on
KEYS 30092026электрик<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
# 12: the application waits, and is decided
KEYS <PgDn>
?focus = "row 1"
KEYS <Enter>
?focus = applied_on
KEYS <Enter>03112026тіркелді<Enter><F2>
?trips = 1
?line 2 ~ "registered job seeker"
# 13
KEYS <PgDn><F6>Мансап орталығы<Enter>04112026Электрик мамандығы ұсынылды<Enter><F2>
?trips = 1
# 14
KEYS <PgDn><F6>«Жарық-Энерго» АҚ<Enter><Enter>электрик<Enter>05112026жұмыс беруші бас<Enter>06112026Бос орын жабылды<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
# 15
KEYS <PgDn><F6>0911202610112026тіркелді<Enter><F2>
?trips = 1
?line 2 ~ "unemployed"
# 16
KEYS <Ctrl+G>16.1<Enter><F6>қайта даярлау<Enter>Оқу орталығы<Enter>Абай көшесі, 1<Enter>87162250000<Enter>011220262802202716112026<Enter><Enter><Enter><Enter><Enter>
?focus = "row 1"
KEYS <Ctrl+G>16.2a<Enter><F6>11112026600000<Enter>12<Enter>11112029тігін<Enter><Enter>
KEYS <Ctrl+G>16.2b<Enter><F6>12112026<Enter><Enter>
KEYS <Ctrl+G>16.2c<Enter><F6>13112026<Enter>қолөнер<Enter>1 572 800<Enter><Enter>
KEYS <Ctrl+G>16.3<Enter><F6>қоғамдық<Enter>161120261711202617022027«Сұңқар Транс» ЖШС<Enter><Enter>жүргізуші<Enter><Enter>
KEYS <Ctrl+G>16.4<Enter><F6>181120262<Enter>Жұбайы, ұлы<Enter>0<Enter><Enter><Enter>Павлодар облысы<Enter>250000<Enter><Enter><Enter>жеке<Enter>54,5<Enter><Enter><Enter><Enter><Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
?line 1 !~ "*"
# 17
KEYS <PgDn><F6>«Алтын дән» ЖШС<Enter><Enter>181120260112202601062027механизатор<Enter>№ 5 акт<Enter><F2>
?trips = 1
# 18
KEYS <PgDn>
?focus = planned_on
KEYS 1711202617112026Келді, сөйлестік<Enter>келді<Enter><Enter>
?focus = planned_on
KEYS 01122026<F2>
?trips = 1
?line 2 ~ "next visit 01.12.2026"
# 19
KEYS <Ctrl+G>19<Enter>350000<Enter>250000<Enter>150000<Enter>ақмола<Enter>Көкшетау<Enter>көкшетау<Enter><Enter>электрик<Enter>күзетші<Enter>1 ай<Enter>2 ай<Enter>5 ай
KEYS <F2>
?trips = 1
# 20
KEYS <Ctrl+G>20<Enter>
?focus = measure
KEYS Түйіндеме жазу<Enter><Enter><Enter>30112026
?focus = measure
KEYS <F2>
?trips = 1
# the signature block
KEYS <Ctrl+G>+<Enter>Сейітова Айгүл Нұрланқызы<Enter>Оспанова Гүлнар<Enter>18112026<F2>
?trips = 1
?line 1 !~ "*"

!Every value stands in the database as typed
?sql "select concat_ws('|', last_name, first_name, middle_name, iin, sex, birth_date, citizenship, ethnicity) from mansap.card where id = (select id from mansap.card where iin = '900512390007')" = "Сынақов|Бақыт|Ерланұлы|900512390007|m|1990-05-12|KZ|kazakh"
?sql "select concat_ws('|', addr_region, addr_district, addr_locality, addr_street, addr_house, addr_flat, phone, email, has_disability) from mansap.card where id = (select id from mansap.card where iin = '900512390007')" = "11|1101|Көкшетау|Абай көшесі|12|5|+77015550040|bakyt@example.org|t"
?sql "select concat_ws('|', edu_org_name, edu_org_type, study_from, study_to, qualification) from mansap.education where card_id = (select id from mansap.card where iin = '900512390007')" = "Көкшетау жоғары колледжі|college|2007|2010-06|электрик"
?sql "select concat_ws('|', extra_kind, provider_name, study_from, study_to, qualification) from mansap.extra_education where card_id = (select id from mansap.card where iin = '900512390007')" = "upskilling|Оқу орталығы|2020|2020|кабельші"
?sql "select concat_ws('|', employer_name, hired_on, dismissed_on, position) from mansap.last_job where card_id = (select id from mansap.card where iin = '900512390007')" = "«Береке-Агро» ЖШС|2010-09-01|2026-09-30|электрик"
?sql "select concat_ws('|', applied_on, decision_on, decision, removed_on) from mansap.jobseeker_reg where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-02|2026-11-03|registered"
?sql "select concat_ws('|', provider_name, held_on, result) from mansap.career_guidance where card_id = (select id from mansap.card where iin = '900512390007')" = "Мансап орталығы|2026-11-04|Электрик мамандығы ұсынылды"
?sql "select concat_ws('|', employer_name, position, issued_on, outcome, refused_on, refusal_reason) from mansap.job_referral where card_id = (select id from mansap.card where iin = '900512390007')" = "«Жарық-Энерго» АҚ|электрик|2026-11-05|refused_by_employer|2026-11-06|Бос орын жабылды"
?sql "select concat_ws('|', applied_on, decision_on, decision, removed_on) from mansap.unemployed_reg where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-09|2026-11-10|registered"
?sql "select concat_ws('|', training_kind, provider_name, provider_address, provider_phone, study_from, study_to, referred_on) from mansap.measure_training where card_id = (select id from mansap.card where iin = '900512390007')" = "retraining|Оқу орталығы|Абай көшесі, 1|+77162250000|2026-12-01|2027-02-28|2026-11-16"
?sql "select concat_ws('|', received_on, amount, grace_period, repay_due, activity) from mansap.microcredit where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-11|600000.00|12|2029-11-11|sewing"
?sql "select concat_ws('|', started_on, finished_on) from mansap.business_training where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-12"
?sql "select concat_ws('|', applied_on, received_on, activity, amount) from mansap.grant_award where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-13|crafts|1572800.00"
?sql "select concat_ws('|', job_kind, referred_on, period_from, period_to, employer_name, position, outcome) from mansap.subsidised_job where card_id = (select id from mansap.card where iin = '900512390007')" = "public_works|2026-11-16|2026-11-17|2027-02-17|«Сұңқар Транс» ЖШС|жүргізуші"
?sql "select concat_ws('|', referred_on, able_members, able_list, disabled_members, arrival_place, aid_expenses, housing_kind, housing_m2) from mansap.resettlement where card_id = (select id from mansap.card where iin = '900512390007')" = "2026-11-18|2|Жұбайы, ұлы|0|Павлодар облысы|250000.00|house|54.5"
?sql "select concat_ws('|', employer_name, referred_on, period_from, period_to, position, act_ref) from mansap.special_job where card_id = (select id from mansap.card where iin = '900512390007')" = "«Алтын дән» ЖШС|2026-11-18|2026-12-01|2027-06-01|механизатор|№ 5 акт"
?sql "select string_agg(concat_ws('|', row_no, planned_on, actual_on, outcome, staff_note), ' ' order by row_no) from mansap.visit where card_id = (select id from mansap.card where iin = '900512390007')" = "1|2026-11-17|2026-11-17|came|Келді, сөйлестік 2|2026-12-01"
?sql "select concat_ws('|', salary_expected, salary_sufficient, salary_minimum, job_region, job_city, job_district, position_desired, position_less, search_time_1, search_time_2, search_time_5) from mansap.expectation where card_id = (select id from mansap.card where iin = '900512390007')" = "350000.00|250000.00|150000.00|11|Көкшетау|1101|электрик|күзетші|1 ай|2 ай|5 ай"
?sql "select concat_ws('|', row_no, measure, due_on) from mansap.plan_item where card_id = (select id from mansap.card where iin = '900512390007')" = "1|Түйіндеме жазу|2026-11-30"
?sql "select concat_ws('|', executor_name, head_name, filled_on) from mansap.card where id = (select id from mansap.card where iin = '900512390007')" = "Сейітова Айгүл Нұрланқызы|Оспанова Гүлнар|2026-11-18"

!Opened again the card shows the same, in one round trip
LANG kk
OPEN card 900512390007
?trips = 1
?line 1 ~ "Сынақов Бақыт"
?screen ~ "+1 Тегі"
KEYS <Ctrl+G>10<Enter>
?screen ~ "2007        Көкшетау жоғ"
?screen ~ "2020        Оқу орталығы"
KEYS <Ctrl+G>16.4<Enter>
?screen ~ "18.11.2026"
KEYS <Ctrl+G>18<Enter>
?screen ~ "  1 17.11.2026"
?screen ~ "17.11.2026 Келді"
KEYS <Ctrl+G>19<Enter>
?screen ~ "250 000"
