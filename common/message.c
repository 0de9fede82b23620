/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/message.h"

#include "common/util.h"
#include "forms/form.h" /* N_ */

/* By number. Texts: why, by which rule, who can help, what to do. */
static const struct message_help table[] = {
    {MESSAGE_TOO_LONG, NULL,
     N_("The database keeps only so many characters here. Shorten the text; what belongs to it "
        "but does not fit goes into a note.")},
    {MESSAGE_DATE_UNCLEAR, NULL,
     N_("A date is typed as day, month and year, with or without dots: 27112026, 271126, 2711, "
        "27. = is today, +7 or -1 count days, +2w weeks, +1m months, +10r working days. F4 opens "
        "the calendar.")},
    {MESSAGE_NO_SUCH_DAY, NULL,
     N_("The calendar has no such day: look at the day and the month in the document again. The "
        "day comes first, then the month.")},
    {MESSAGE_YEAR, NULL,
     N_("The year is so far away that it must be a slip. Type all four digits of the year.")},
    {MESSAGE_FUTURE, NULL,
     N_("This field tells what has happened, so its date cannot lie after today. Today is the "
        "server's day, Almaty time, not this computer's.")},
    {MESSAGE_PARTIAL_UNCLEAR, NULL,
     N_("Here a year is enough: 2005, or a month: 09.2005, or a day: 01.09.2005. Type as much as "
        "the document tells.")},
    {MESSAGE_NOT_INT, NULL, N_("Only a whole number stands here, without sign, fraction or unit.")},
    {MESSAGE_NOT_DECIMAL, NULL,
     N_("A number with at most one digit behind the comma stands here: 45 or 45,5.")},
    {MESSAGE_NOT_MONEY, NULL,
     N_("A sum is typed in tenge, digits only; tiyn behind a comma: 150000 or 150000,50. The "
        "thousands are parted by themselves.")},
    {MESSAGE_TOO_LARGE, NULL,
     N_("The number is larger than this field may hold. Look whether a digit was typed twice.")},
    {MESSAGE_CHOICE_UNKNOWN, NULL,
     N_("The form names the values that may stand here, and this is none of them. F4 shows them "
        "all; the beginning of one is enough.")},
    {MESSAGE_CHOICE_MANY, NULL,
     N_("What was typed is the beginning of several values. Type on, or choose with F4.")},
    {MESSAGE_WORD_UNKNOWN, NULL,
     N_("The dictionary has no such code and no such word, Kazakh or Russian. F4 opens the list. "
        "Words are added by the administrator.")},
    {MESSAGE_WORD_MANY, NULL,
     N_("Several words of the dictionary begin so. Type on until one is left, or choose with F4.")},
    {MESSAGE_WORD_CLOSED, NULL,
     N_("The word stands in the dictionary, but is not in force today: old cards keep it, new "
        "entries take another. F4 lists those in force.")},
    {MESSAGE_YES_NO, NULL,
     N_("Only yes or no stands here: the beginning of the word in any of the three languages, or 1 "
        "or 0.")},
    {MESSAGE_IIN_LENGTH, NULL,
     N_("An individual identification number has twelve digits, zeros at its beginning included. "
        "Copy it from the identity document.")},
    {MESSAGE_IIN_CHECK, NULL,
     N_("The twelfth digit is reckoned from the eleven before it, and here it does not fit: at "
        "least one digit is wrong, or two neighbours are swapped. There is no card without a "
        "right number. If the document itself bears it so, the person turns to the service that "
        "issued it.")},
    {MESSAGE_BIN_LENGTH, NULL,
     N_("An employer has a business identification number, or an individual one: twelve digits "
        "either way, zeros at the beginning included.")},
    {MESSAGE_BIN_CHECK, NULL,
     N_("The twelfth digit is reckoned from the eleven before it, and here it does not fit. Ask "
        "the employer, or leave the field empty: it is not printed.")},
    {MESSAGE_PHONE, NULL,
     N_("A number is ten digits with the code of operator or town, 8 or +7 before them or not: "
        "87011234567. A foreign one begins with + and its country's code. One number stands "
        "here.")},
    {MESSAGE_EMAIL, NULL,
     N_("An address is name@place.domain in Latin letters, without spaces. Whether it exists is "
        "not checked.")},
    {MESSAGE_NAME_DIGIT, NULL,
     N_("Names are written as in the identity document, and no name has a digit or another sign "
        "in it.")},
    {MESSAGE_NAME_INITIAL, NULL,
     N_("Surname, name and patronymic are written in full, not as initials (order 365, annex 1, "
        "explanation to column 1).")},
    {MESSAGE_NAME_CHARACTER, NULL,
     N_("A name is made of letters, with hyphen, apostrophe or space between them. Letters of two "
        "alphabets in one word cannot be found again: switch the keyboard and type the word "
        "anew.")},
    {MESSAGE_NOT_TEXT, NULL,
     N_("What came in is no text in UTF-8. Copy it from its source again, or type it.")},
    {MESSAGE_MISSING, NULL,
     N_("The form wants this field filled (order 365, annex 1). What is typed stays in the draft "
        "until then.")},
    {MESSAGE_GROUP, NULL,
     N_("These fields are one blank on the paper form, so they are filled together or left empty "
        "together.")},
    {MESSAGE_ORDER, NULL,
     N_("The second of two events cannot lie before the first. One of the two dates is wrong.")},
    {MESSAGE_PARENT, NULL,
     N_("The place chosen does not lie in the one chosen above it. Choose one of the two anew.")},
    {MESSAGE_AT_MOST, NULL,
     N_("This is only a note: the sum is usually not larger than the one above it. If it is meant "
        "so, leave it.")},
    {MESSAGE_IIN_DIFFERS, NULL,
     N_("Birth date and sex stand in the first seven digits of the IIN. If the document really "
        "differs from them, type why; the reason is kept with the value, and the field stays "
        "marked.")},
    {MESSAGE_IIN_SILENT, NULL,
     N_("The first seven digits of this IIN tell neither century nor sex, so birth date and sex "
        "are typed by hand. Type from which document they were taken.")},
    {MESSAGE_DAY_OFF, NULL,
     N_("This is only a note: on this day the centre does not work, by the calendar of working "
        "days that the administrator keeps. If it is meant so, leave it.")},
    {MESSAGE_NOT_APPLIES, NULL,
     N_("The form asks for this only after a certain answer in another field. If that answer is "
        "wrong, change it first; then this field opens by itself.")},
    {MESSAGE_AUTO, NULL,
     N_("The program fills this in by itself, so nobody types here: numbers of rows, and name, "
        "address and telephone of the centre. What is wrong with the centre's data the "
        "administrator corrects.")},
    {MESSAGE_ONCE, NULL,
     N_("Once the row is saved this stands as it is. If it is wrong, annul the row with Ctrl+K "
        "and enter it anew with F6.")},
    {MESSAGE_ROW_ANNULLED, NULL,
     N_("Nothing is deleted: an annulled row stays as it was, with the reason and the name of who "
        "annulled it, and is not changed any more. If it was right after all, enter it anew with "
        "F6.")},
    {MESSAGE_UNSHOWN, NULL,
     N_("The text has a letter that this terminal's character set lacks, and typing would destroy "
        "it. Open the card on a terminal with UTF-8; the administrator sets one up.")},
    {MESSAGE_CARD_NEW, NULL,
     N_("A card begins with the day of the application and the personal data (order 365, rule 3). "
        "Fill in what the form wants of them and save with F2; then the other sections open.")},
    {MESSAGE_LOOKING, NULL,
     N_("Code 5 opens a row to be looked at, so that nothing is changed by mistake. F3 leads back "
        "to the list; Enter or code 2 there opens the row to be changed.")},
    {MESSAGE_ROW_UNSAVED, NULL,
     N_("Only saved rows are annulled. A row that was never saved leaves no trace: Ctrl+K drops "
        "it.")},
    {301, "MS401",
     N_("The server keeps no open session for this connection. Leave and log in again; what was "
        "typed is in the draft.")},
    {303, "MS403",
     N_("Your role or your territory does not cover this. A centre works with its own cards, a "
        "mobility centre reads its oblast (order 206, p. 24-25). A card elsewhere opens by its "
        "exact IIN with a reason.")},
    {304, "MS404",
     N_("There is no such card, or it is not within your territory. Search by the whole IIN.")},
    {308, "MS208", N_("This save had already been carried out; nothing was done twice.")},
    {309, "MS409",
     N_("A colleague has changed the same field since you opened the card. Both values are shown; "
        "choose which one stands. The other stays in the history.")},
    {310, "MS410",
     N_("A filled value may be changed by the centre that entered it until the end of that "
        "working day; entered on a day off, of the next working day. After that it changes only by "
        "an approved correction (order 206, p. 26): the local executive body files the request, "
        "the authorised body decides, the administrator carries it out. Tell your head what is "
        "wrong and by which document.")},
    {312, "MS412",
     N_("Sections 18, 19 and 20 are headed 'of the unemployed': they open when section 15 has a "
        "row with the decision 'registered' (order 365, annex 1).")},
    {322, "MS422",
     N_("The database holds this value for impossible, whatever program sends it. The field is "
        "named; correct it and save again.")},
    {323, "MS423",
     N_("The value agreed with a state system when the identity was checked, or came from one by "
        "import. Whoever puts another in its place says why; the reason is kept with the value and "
        "in the history (order 365, annex 2, rules 4 and 5). A recorded change has its reason "
        "already.")},
    {328, "MS428",
     N_("Cards change only by a save that leaves its trace in the history. This comes from "
        "another program, or from a defect: tell the administrator.")},
    {329, "MS429",
     N_("A card outside the territory is opened for a stated purpose only, and a search needs "
        "more than a letter or two. Both are logged (order 206, p. 28).")},
    {330, "MS430",
     N_("Nobody reads so many cards in a minute: to go through them one after the other is not "
        "allowed (order 206, p. 28), and it is logged. The limit is a setting; if your work needs "
        "more, tell the administrator.")},
    {340, "MS440",
     N_("This account is at work on another terminal. Leave there first; if it broke off, wait a "
        "little or ask the administrator to close that session.")},
    {341, "MS441",
     N_("This computer is not on the list of terminals. The administrator adds it; the name is in "
        "config.ini, [terminal] id.")},
    {342, "MS442",
     N_("The account has ended, has not yet begun or is locked. It is renewed on a request with a "
        "basis document (order 206, p. 29); ask your head.")},
    {343, "MS443",
     N_("A technological break agreed with the authorised body is under way (order 206, p. 20). "
        "Nothing can be saved until it ends; the draft keeps what is typed.")},
    {351, "MS451",
     N_("The terms of use are accepted at the first log-in and again when they change (order 206, "
        "p. 18). Without that the gate stays closed.")},
    {352, "MS452",
     N_("Program and database are of different age. The administrator brings the older of the two "
        "up to date.")},
    {MESSAGE_OTHER_CENTRE, NULL,
     N_("Only the centre that keeps a card fills it (order 206, p. 24); it is named here. What is "
        "missing or wrong, tell that centre; turn to it, too, if the person has moved.")},
    {MESSAGE_ROLE_READS, NULL,
     N_("Cards are filled by the workers of the career centre that keeps them (order 365, rule 3); "
        "everybody else reads. What is missing or wrong, tell that centre.")},
    {MESSAGE_REMOVED, NULL,
     N_("Sections 18, 19 and 20 are headed 'of the unemployed' (order 365, annex 1): with the "
        "striking off in section 15 they close and stay to be read. They open again when section "
        "15 has a new row with the decision 'registered'.")},
    {MESSAGE_ROW_SETTLED, NULL,
     N_("A row may be annulled by the centre that entered it until the end of that working day; "
        "entered on a day off, of the next working day. After that it goes only by an approved "
        "correction (order 206, p. 26): the local executive body files the request, the "
        "authorised body decides, the administrator carries it out. A row that is still open, "
        "like a visit that has not been, may be annulled later, too.")},
    {MESSAGE_VIEW, NULL,
     N_("Code 5 beside a row opens a card so that nothing of it is changed by mistake, whatever "
        "key is struck. F3 leads back to the list; there Enter or code 2 opens it for work.")},
    {MESSAGE_CONNECTION, NULL,
     N_("Server, network or this computer's settings stand in the way. What is typed goes to the "
        "draft; the program tries again by itself, at growing intervals, and saves when the line "
        "is back. If it lasts, tell the administrator what stands in the detail.")},
    {MESSAGE_LOGIN, NULL,
     N_("Name or password was not accepted. Passwords distinguish small and capital letters: look "
        "at the keyboard's layout and Caps Lock. The administrator gives a new one.")},
    {MESSAGE_OUTCOME, NULL,
     N_("The save was on its way when the line broke, so nobody here knows whether it was carried "
        "out. It bears a number: the server carries it out once, however often it is repeated.")},
    {MESSAGE_DRAFT_DISK, NULL,
     N_("What is typed cannot be written to this computer's disk, so it would be lost with the "
        "program. Save to the server now; then make room, or have the directory's rights mended.")},
    {MESSAGE_DRAFT_DAMAGED, NULL,
     N_("The file of a draft was cut or changed and does not open any more. It was put aside, not "
        "deleted; what it held has to be typed again.")},
    {MESSAGE_DRAFT_TAKEN, NULL,
     N_("A draft belongs to one window at a time: another one has taken it over, saved it or "
        "thrown it away.")},
    {MESSAGE_DRAFT_PARTS, NULL,
     N_("The draft has rows or fields that the card has not, because it was written for another "
        "edition or another card. The rest was taken over: compare it with the papers.")},
    {MESSAGE_ELSEWHERE, NULL,
     N_("Nobody has two cards, so none can be made here. The card opens for reading by its whole "
        "IIN with a stated reason, which is logged. If the person has moved, the centre that "
        "keeps the card is named here: turn to it.")},
    {MESSAGE_PURPOSE, NULL,
     N_("A card outside your territory opens only for a reason that somebody else can understand "
        "later: what the person came for, or which document asks for it. It is logged with your "
        "name (order 206, p. 28).")},
    {MESSAGE_QUERY_SIGN, NULL,
     N_("In a query by form > >= < <= and a..b go with dates, numbers and texts; * stands for any "
        "characters; ! for \"other than\"; = alone for an empty field, * alone for a filled one. "
        "Where a value is chosen from a list there is no smaller and larger.")},
    {MESSAGE_QUERY_NOTHING, NULL,
     N_("A sign says how the field's value is to be compared, so the value is needed, too: "
        ">01.09.2026, 18..24, Ах*. Only * and = may stand alone.")},
    {MESSAGE_QUERY_RANGE, NULL,
     N_("A range goes from its first value to its last, both included; nothing lies in one that "
        "ends before it begins. An end may be left out: 01.09.2026.. is from that day on.")},
};

const struct message_help *message_find(int number)
{
    for (size_t i = 0; i < COUNT(table); i++)
        if (table[i].number == number)
            return &table[i];
    return NULL;
}

const struct message_help *message_for_sqlstate(const char *sqlstate)
{
    if (str_empty(sqlstate))
        return NULL;
    for (size_t i = 0; i < COUNT(table); i++)
        if (table[i].sqlstate && str_same(table[i].sqlstate, sqlstate))
            return &table[i];
    return NULL;
}

const struct message_help *message_all(size_t *count)
{
    *count = COUNT(table);
    return table;
}
