# A whole card, typed through the keyboard alone as an operator does, with rows in every section and
# every field filled; then read back by SQL, by `mansap show` and by a program started afresh.

!A new card with rows in all sections is typed and saved, one round trip a save [K-1] [R-3] [F-1]
OPEN home
KEYS <F7>990101300013
?on = search
KEYS <F6>
?on = card
?focus = applied_on

# 1 to 9 and what the form lacks; the application date of 12 stands first.
KEYS 10032024
?focus = last_name
KEYS Жаңабаев<Enter>Қайрат<Enter>Серікұлы<Enter>
?focus = iin
KEYS <Enter*3>
?focus = citizenship
KEYS қазақст<Enter>басқа<Enter>ноғай<Enter>ақмо<Enter>көкше<Enter>Красный Яр<Enter>Абай көшесі<Enter>12А<Enter>45<Enter>
?focus = phone
KEYS 87011234567<Enter>kairat@mail.kz<Enter>жоқ<Enter>жоқ<Enter>иә<Enter>иә
KEYS <F2>
?trips = 1
?message ~ "Сақталды"

# 10.1 and 10.2: two rows each, one save for both lists.
KEYS <Ctrl+G>10<Enter><F6>
?focus = edu_org_name
KEYS № 5 орта мектеп<Enter>жалпы<Enter>2006<Enter>2017<Enter>
?focus = "row 1"
KEYS <F6>Ш. Уәлиханов атындағы университет<Enter>жоғары<Enter>0109201706.2021<Enter>инженер-механик<Enter>
?focus = "row 2"
KEYS <Down><F6>
?focus = extra_kind
KEYS біліктілікті<Enter>«Өрлеу» орталығы<Enter>02.2022<Enter>15.03.2022токарь, 4-разряд<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
?message ~ "Сақталды"

# 11
KEYS <Ctrl+G>11<Enter><F6>
?focus = employer_name
KEYS «Көкше» ЖШС<Enter>100000000011
?focus = hired_on
KEYS 0107202131122023
?focus = position
KEYS механик<Enter><F2>
?trips = 1

# 12: refused once, registered and removed once, now registered.
KEYS <Ctrl+G>12<Enter>
?focus = "row 1"
KEYS <Enter>
?focus = applied_on
KEYS <Enter>12032024
?focus = decision
KEYS бас<Enter>
?focus = refusal_reason
KEYS басқа<Enter>құжат мерзімі өтіп кеткен<Enter>
?focus = "row 1"
KEYS <F6>0104202402042024тіркелді<Enter>
?focus = removed_on
KEYS 01092025басқа<Enter>шетелге уақытша кетті<Enter>
?focus = "row 2"
KEYS <F6>0211202603112026тіркелді<Enter><Enter*2>
?focus = "row 3"
KEYS <F2>
?trips = 1

# 13
KEYS <Ctrl+G>13<Enter><F6>Мансап орталығы<Enter>05112026Техникалық бағыт ұсынылды<Enter><F2>
?trips = 1

# 14: hired, refused.
KEYS <Ctrl+G>14<Enter><F6>«Зауыт» АҚ<Enter>100000000021слесарь<Enter>06112026
?focus = outcome
KEYS өтініш<Enter>
?focus = refused_on
KEYS 07112026жұмыс орны алыс<Enter>
?focus = "row 1"
KEYS <F6>«Депо» ЖШС<Enter>100000000031механик<Enter>09112026жұмысқа қаб<Enter>
?focus = order_on
KEYS 1011202614-к<Enter>аға механик<Enter>
?focus = "row 2"
KEYS <F2>
?trips = 1

# 15: as 12.
KEYS <Ctrl+G>15<Enter><F6>0304202404042024бас<Enter>басқа<Enter>анықтама жоқ<Enter>
?focus = "row 1"
KEYS <F6>1004202411042024тіркелді<Enter>01092025басқа<Enter>шетелге кетті<Enter>
?focus = "row 2"
KEYS <F6>0411202605112026тіркелді<Enter><Enter*2>
?focus = "row 3"
KEYS <F2>
?trips = 1

# 16, all six lists, in one save.
KEYS <Ctrl+G>16.1<Enter><F6>
?focus = training_kind
KEYS қайта<Enter>Политехникалық колледж<Enter>Көкшетау, Абай 1<Enter>87162251010<Enter>09112026
?focus = study_to
KEYS 0912202606112026
?focus = qualification
KEYS дәнекерлеуші<Enter>16112026«Депо» ЖШС<Enter>дәнекерлеуші<Enter>Еңбек<Enter>
?focus = "row 1"
KEYS <Ctrl+G>16.2a<Enter><F6>
?focus = received_on
KEYS 101120262500000<Enter>6<Enter>10112029нан<Enter>Бастау<Enter>
?focus = "row 1"
KEYS <Ctrl+G>16.2b<Enter><F6>
?focus = started_on
KEYS 0911202620112026Бастау Бизнес<Enter>
?focus = "row 1"
KEYS <Ctrl+G>16.2c<Enter><F6>
?focus = applied_on
KEYS 0911202613112026тігін<Enter>400000,50<Enter>Грант<Enter>
?focus = "row 1"
KEYS <Ctrl+G>16.3<Enter><F6>
?focus = job_kind
KEYS қоғам<Enter>061120260911202609052027Әкімдік<Enter>100000000021абаттандырушы<Enter>
?focus = outcome
KEYS жұмыс беруші<Enter>
?focus = refused_on
KEYS 10112026орын жабылды<Enter>
KEYS <Enter*3>Жол картасы<Enter>
?focus = "row 1"
KEYS <F6>жастар<Enter>111120261211202612052027«Қала» МКК<Enter>100000000031тәлімгер<Enter>жұмысқа қаб<Enter>
?focus = act_on
KEYS 12112026А-7<Enter>17112026«Қала» МКК<Enter>техник<Enter>Жастар практикасы<Enter>
?focus = "row 2"
KEYS <Ctrl+G>16.4<Enter><F6>
?focus = referred_on
KEYS 131120262<Enter>Жаңабаев Қ., Жаңабаева А.<Enter>1<Enter>70000<Enter>сәби<Enter>Петропавл қаласы<Enter>
?focus = aid_expenses
KEYS 129780,25<Enter>55000<Enter>500000<Enter>көппәтерлі<Enter>54,5<Enter>17112026«Солтүстік» ЖШС<Enter>жүргізуші<Enter>Серпін<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1
?message ~ "Сақталды"

# 17
KEYS <Ctrl+G>17<Enter><F6>«Үміт» қоры<Enter>100000000011061120260911202609112027оператор<Enter>№ 3 акт<Enter>
?focus = "row 1"
KEYS <F2>
?trips = 1

# 18: a visit that was moved and took place, one to come.
KEYS <Ctrl+G>18<Enter>
?focus = planned_on
KEYS 1711202618112026
?focus = staff_note
KEYS Жолдама алды<Enter>келді<Enter>16112026
?focus = planned_on
KEYS 02122026<F2>
?trips = 1
?message ~ "Сақталды"

# 19
KEYS <Ctrl+G>19<Enter>
?focus = salary_expected
KEYS 350000<Enter>250000<Enter>180000,75<Enter>ақмо<Enter>Көкшетау<Enter>бурабай<Enter>Зеренді<Enter>бас механик<Enter>слесарь<Enter>1 ай<Enter>2 ай<Enter>3 ай<F2>
?trips = 1
?message ~ "Сақталды"

# 20: one measure done, one not.
KEYS <Ctrl+G>20<Enter>
?focus = measure
KEYS Дәнекерлеуші курсына жолдау<Enter>Жолданды<Enter>
?focus = due_on
KEYS 10112026
?focus = measure
KEYS Жұмыс жәрмеңкесіне қатысу<Enter><Enter>
?focus = failure_reason
KEYS жәрмеңке өтпеді<Enter>16112026<F2>
?trips = 1
?message ~ "Сақталды"

# The signature block; the organisation fills itself in.
KEYS <PgDn>
?focus = executor_name
KEYS Сейітова Айгүл Нұрланқызы<Enter>Қасымов Ерлан<Enter>18112026<F2>
?trips = 1
?message ~ "Сақталды"
?drafts = 0
KEYS <F3>
?on = search
KEYS <F3>
?on = home

!Every value of it stands in the database as typed [Z-13] [Z-14] [F-3] [F-6] [F-7] [F-8]
OPEN home
?sql "select string_agg(concat_ws(' | ', last_name, first_name, middle_name, iin, sex, birth_date, citizenship, ethnicity, ethnicity_other, addr_region, addr_district, addr_locality, addr_street, addr_house, addr_flat, phone, email, is_student, is_pupil, has_disability, is_kandas, org_name, org_address, org_phone, org_email, executor_name, head_name, filled_on), ' // ' order by id) from mansap.card where iin = '990101300013'" = "Жаңабаев | Қайрат | Серікұлы | 990101300013 | m | 1999-01-01 | KZ | other | ноғай | 11 | 1101 | Красный Яр | Абай көшесі | 12А | 45 | +77011234567 | kairat@mail.kz | f | f | t | t | Көкшетау қаласының мансап орталығы | Көкшетау қаласы, Абай көшесі, 1 | +77000021101 | centre1101@example.org | Сейітова Айгүл Нұрланқызы | Қасымов Ерлан | 2026-11-18"
?sql "select string_agg(concat_ws(' | ', edu_org_name, edu_org_type, study_from, study_to, qualification), ' // ' order by id) from mansap.education where card_id = (select id from mansap.card where iin = '990101300013')" = "№ 5 орта мектеп | school | 2006 | 2017 // Ш. Уәлиханов атындағы университет | university | 2017-09-01 | 2021-06 | инженер-механик"
?sql "select string_agg(concat_ws(' | ', extra_kind, provider_name, study_from, study_to, qualification), ' // ' order by id) from mansap.extra_education where card_id = (select id from mansap.card where iin = '990101300013')" = "upskilling | «Өрлеу» орталығы | 2022-02 | 2022-03-15 | токарь, 4-разряд"
?sql "select string_agg(concat_ws(' | ', employer_name, employer_bin, hired_on, dismissed_on, position), ' // ' order by id) from mansap.last_job where card_id = (select id from mansap.card where iin = '990101300013')" = "«Көкше» ЖШС | 100000000011 | 2021-07-01 | 2023-12-31 | механик"
?sql "select string_agg(concat_ws(' | ', applied_on, decision_on, decision, refusal_reason, refusal_reason_other, removed_on, removal_reason, removal_reason_other), ' // ' order by id) from mansap.jobseeker_reg where card_id = (select id from mansap.card where iin = '990101300013')" = "2024-03-10 | 2024-03-12 | refused | other | құжат мерзімі өтіп кеткен // 2024-04-01 | 2024-04-02 | registered | 2025-09-01 | other | шетелге уақытша кетті // 2026-11-02 | 2026-11-03 | registered"
?sql "select string_agg(concat_ws(' | ', provider_name, held_on, result), ' // ' order by id) from mansap.career_guidance where card_id = (select id from mansap.card where iin = '990101300013')" = "Мансап орталығы | 2026-11-05 | Техникалық бағыт ұсынылды"
?sql "select string_agg(concat_ws(' | ', employer_name, employer_bin, position, issued_on, outcome, order_on, order_no, hired_position, refused_on, refusal_reason), ' // ' order by id) from mansap.job_referral where card_id = (select id from mansap.card where iin = '990101300013')" = "«Зауыт» АҚ | 100000000021 | слесарь | 2026-11-06 | refused_by_applicant | 2026-11-07 | жұмыс орны алыс // «Депо» ЖШС | 100000000031 | механик | 2026-11-09 | hired | 2026-11-10 | 14-к | аға механик"
?sql "select string_agg(concat_ws(' | ', applied_on, decision_on, decision, refusal_reason, refusal_reason_other, removed_on, removal_reason, removal_reason_other), ' // ' order by id) from mansap.unemployed_reg where card_id = (select id from mansap.card where iin = '990101300013')" = "2024-04-03 | 2024-04-04 | refused | other | анықтама жоқ // 2024-04-10 | 2024-04-11 | registered | 2025-09-01 | other | шетелге кетті // 2026-11-04 | 2026-11-05 | registered"
?sql "select string_agg(concat_ws(' | ', training_kind, provider_name, provider_address, provider_phone, study_from, study_to, referred_on, qualification, perm_job_on, perm_job_employer, perm_job_position, programme), ' // ' order by id) from mansap.measure_training where card_id = (select id from mansap.card where iin = '990101300013')" = "retraining | Политехникалық колледж | Көкшетау, Абай 1 | +77162251010 | 2026-11-09 | 2026-12-09 | 2026-11-06 | дәнекерлеуші | 2026-11-16 | «Депо» ЖШС | дәнекерлеуші | Еңбек"
?sql "select string_agg(concat_ws(' | ', received_on, amount, grace_period, repay_due, activity, programme), ' // ' order by id) from mansap.microcredit where card_id = (select id from mansap.card where iin = '990101300013')" = "2026-11-10 | 2500000.00 | 6 | 2029-11-10 | bakery | Бастау"
?sql "select string_agg(concat_ws(' | ', started_on, finished_on, programme), ' // ' order by id) from mansap.business_training where card_id = (select id from mansap.card where iin = '990101300013')" = "2026-11-09 | 2026-11-20 | Бастау Бизнес"
?sql "select string_agg(concat_ws(' | ', applied_on, received_on, activity, amount, programme), ' // ' order by id) from mansap.grant_award where card_id = (select id from mansap.card where iin = '990101300013')" = "2026-11-09 | 2026-11-13 | sewing | 400000.50 | Грант"
?sql "select string_agg(concat_ws(' | ', job_kind, referred_on, period_from, period_to, employer_name, employer_bin, position, outcome, act_on, act_no, refused_on, refusal_reason, perm_job_on, perm_job_employer, perm_job_position, programme), ' // ' order by id) from mansap.subsidised_job where card_id = (select id from mansap.card where iin = '990101300013')" = "public_works | 2026-11-06 | 2026-11-09 | 2027-05-09 | Әкімдік | 100000000021 | абаттандырушы | refused_by_employer | 2026-11-10 | орын жабылды | Жол картасы // youth_practice | 2026-11-11 | 2026-11-12 | 2027-05-12 | «Қала» МКК | 100000000031 | тәлімгер | hired | 2026-11-12 | А-7 | 2026-11-17 | «Қала» МКК | техник | Жастар практикасы"
?sql "select string_agg(concat_ws(' | ', referred_on, able_members, able_list, disabled_members, disabled_amount, disabled_reasons, arrival_place, aid_expenses, aid_rent, mobility_certificate, housing_kind, housing_m2, job_on, job_employer, job_position, programme), ' // ' order by id) from mansap.resettlement where card_id = (select id from mansap.card where iin = '990101300013')" = "2026-11-13 | 2 | Жаңабаев Қ., Жаңабаева А. | 1 | 70000.00 | сәби | Петропавл қаласы | 129780.25 | 55000.00 | 500000.00 | apartment | 54.5 | 2026-11-17 | «Солтүстік» ЖШС | жүргізуші | Серпін"
?sql "select string_agg(concat_ws(' | ', employer_name, employer_bin, referred_on, period_from, period_to, position, act_ref), ' // ' order by id) from mansap.special_job where card_id = (select id from mansap.card where iin = '990101300013')" = "«Үміт» қоры | 100000000011 | 2026-11-06 | 2026-11-09 | 2027-11-09 | оператор | № 3 акт"
?sql "select string_agg(concat_ws(' | ', row_no, planned_on, actual_on, outcome, first_planned_on, staff_note), ' // ' order by id) from mansap.visit where card_id = (select id from mansap.card where iin = '990101300013')" = "1 | 2026-11-17 | 2026-11-18 | came | 2026-11-16 | Жолдама алды // 2 | 2026-12-02"
?sql "select string_agg(concat_ws(' | ', salary_expected, salary_sufficient, salary_minimum, job_region, job_city, job_district, job_village, position_desired, position_less, search_time_1, search_time_2, search_time_5), ' // ' order by id) from mansap.expectation where card_id = (select id from mansap.card where iin = '990101300013')" = "350000.00 | 250000.00 | 180000.75 | 11 | Көкшетау | 1107 | Зеренді | бас механик | слесарь | 1 ай | 2 ай | 3 ай"
?sql "select string_agg(concat_ws(' | ', row_no, measure, due_on, fulfilment, failure_reason), ' // ' order by id) from mansap.plan_item where card_id = (select id from mansap.card where iin = '990101300013')" = "1 | Дәнекерлеуші курсына жолдау | 2026-11-10 | Жолданды // 2 | Жұмыс жәрмеңкесіне қатысу | 2026-11-16 | жәрмеңке өтпеді"

!Opened again in a fresh program, in one round trip, it shows what the database and `mansap show` have [K-16]
OPEN card 990101300013
?trips = 1
?on = card
?unfilled = ""
?same 990101300013 = ""
