/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/guard.h"

#include <stdio.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/util.h"
#include "forms/form.h"

struct refusal {
    const char *code; /* SQLSTATE, or its beginning */
    const char *what;
    const char *remedy;
};

static const struct refusal refusals[] = {
    {"MS208", N_("This was saved before"), ""},
    {"MS401", N_("No session is open on the server"), N_("Log in again")},
    {"MS403", N_("This card, or this action, is outside your centre's territory or your role"),
     N_("Turn to the head of your centre; a card of another centre opens by its exact IIN and a "
        "purpose")},
    {"MS404", N_("There is no such card"), N_("Check the IIN digit by digit")},
    {"MS409", N_("Somebody else has changed the same field meanwhile"),
     N_("Compare both values and choose")},
    {"MS410", N_("The time for changing this value is over (order 206, p. 26)"),
     N_("Ask for a correction: the local executive body files it, the authorised body decides")},
    {"MS412", N_("Sections 18 to 20 need a registration as unemployed (section 15)"),
     N_("Enter the registration in section 15 first")},
    {"MS422", N_("The database does not accept this value"), N_("Correct the field")},
    {"MS423", N_("This value was checked or imported: it is overwritten with a reason only"),
     N_("Give the reason")},
    {"MS428", N_("The change came outside a save and was not carried out"),
     N_("Save again; if it happens again, tell the administrator")},
    {"MS429", N_("The purpose is missing, or the question is too wide"),
     N_("State the purpose, or type more of the name")},
    {"MS430", N_("Too many cards were opened within a minute"),
     N_("Wait a minute and open the card again")},
    {"MS440", N_("You are logged in on another terminal"),
     N_("Log out there, or ask the administrator to end that session")},
    {"MS441", N_("This terminal is not registered"),
     N_("Ask the administrator to register the terminal")},
    {"MS442", N_("Your account has ended or is locked"), N_("Turn to the administrator")},
    {"MS443", N_("The server is under maintenance"), N_("Try again after the time that is told")},
    {"MS451", N_("The terms of use are to be accepted"), N_("Read them and accept them")},
    {"MS452", N_("This program and the database are of different versions"),
     N_("Ask the administrator for the matching version")},
    {"23502", N_("A required field is empty"), N_("Fill in the field")},
    {"23503", N_("The value is not in its dictionary"), N_("Choose it from the list")},
    {"23505", N_("The same record exists already"), N_("Look for it before entering it again")},
    {"23514", N_("The value contradicts a rule of the card"), N_("Correct the field")},
    {"22", N_("The server cannot read this value"), N_("Correct the field")},
    {"42501", N_("Your role does not allow this"), N_("Turn to the head of your centre")},
    {"40", N_("Two saves met and one had to give way"), N_("Save again")},
    {"55P03", N_("Somebody is saving this card at this moment"), N_("Save again")},
    {"57014", N_("The server broke off: it took too long"), N_("Try again, or narrow the search")},
    {"53", N_("The server is out of room or of connections"), N_("Tell the administrator")},
    {"57P", N_("The server is shutting down"), N_("Go on working: the program connects again")},
};

/* Rules that more than one field keeps, by the whole name of the constraint or, with a leading '_',
   by its end. The form finds most of them first; these are for what two people make together. */
static const struct refusal rules[] = {
    {"_future", N_("This date lies in the future"), N_("Correct the date")},
    {"f1", N_("A card begins with an application for registration (section 12)"),
     N_("Enter the day of the application in section 12")},
    {"f9", N_("Who is registered as unemployed is a registered job seeker first (section 12)"),
     N_("Enter the registration in section 12, not later than that in section 15")},
    {"f8_decision", N_("The decision and its date stand together"), N_("Fill in both, or neither")},
    {"f8_refusal", N_("A refusal has its reason, and nothing else has one"),
     N_("Fill in the reason, or correct the decision")},
    {"f8_removal", N_("Only who is registered is struck off"), N_("Correct the decision first")},
    {"f8_removal_reason", N_("The day and the reason of striking off stand together"),
     N_("Fill in both, or neither")},
    {"_one_open", N_("There is a registration that is still open"),
     N_("Strike the person off there before entering another one")},
    {"_dates", N_("The end lies before the beginning"), N_("Correct one of the dates")},
    {"f9_removed", N_("The end lies before the beginning"), N_("Correct one of the dates")},
    {"card_birth_date_z13", N_("The birth date differs from what the IIN tells"),
     N_("Correct it, or give the reason")},
    {"card_sex_z13", N_("The sex differs from what the IIN tells"),
     N_("Correct it, or give the reason")},
    {"visit_some_day", N_("A visit has a planned or an actual date"), N_("Fill in one of them")},
};

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), k = strlen(end);
    return n >= k && strcmp(text + n - k, end) == 0;
}

static const struct refusal *refusal_find(const struct error *err)
{
    const char *rule = err->constraint;
    for (size_t i = 0; i < COUNT(rules); i++)
        if (strcmp(rule, rules[i].code) == 0 ||
            (*rules[i].code == '_' && ends_with(rule, rules[i].code)))
            return &rules[i];
    for (size_t i = 0; i < COUNT(refusals); i++)
        if (*err->sqlstate && str_starts(err->sqlstate, refusals[i].code))
            return &refusals[i];
    return NULL;
}

bool guard_explain(struct error *err)
{
    const struct refusal *r = refusal_find(err);
    if (!r)
        return false;
    if (!*err->detail)
        snprintf(err->detail, sizeof err->detail, "%s", err->what);
    snprintf(err->what, sizeof err->what, "%s", _(r->what));
    snprintf(err->remedy, sizeof err->remedy, "%s", *r->remedy ? _(r->remedy) : "");
    const struct message_help *help = message_for_sqlstate(err->sqlstate);
    if (help)
        error_number(err, help->number);
    return false;
}

bool guard_refuse(struct error *err, const char *code, const char *detail)
{
    error_set(err, "%s", detail ? detail : "");
    snprintf(err->sqlstate, sizeof err->sqlstate, "%s", code ? code : "");
    snprintf(err->detail, sizeof err->detail, "%s", detail ? detail : "");
    return guard_explain(err);
}

bool guard_error(const struct db_reply *reply, struct error *err)
{
    if (!err)
        return false;
    *err = reply->error;
    return guard_explain(err);
}
