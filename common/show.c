/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/show.h"

#include <string.h>

#include "common/card.h"
#include "common/login.h"

static char *read_card(struct db *db, const struct session *s, const char *iin, const char *purpose,
                       struct error *err)
{
    struct db_reply *reply = db_run(db, card_open_batch(NULL, iin, purpose));
    struct card *card = card_read(reply, err);
    db_reply_free(reply);
    char *json = card ? card_json(card, &s->world) : NULL;
    card_free(card);
    return json;
}

char *show_card(const struct config *c, const char *iin, const char *purpose, struct error *err)
{
    if (!iin_valid(iin)) {
        error_set(err, _("“%s” is no IIN: it has 12 digits, the last of them a check digit"), iin);
        error_remedy(err, _("Compare it with the document"));
        return NULL;
    }
    if (!purpose[strspn(purpose, " \t\n")]) {
        error_set(err, _("The purpose of opening the card is missing"));
        error_remedy(err, _("State it behind --purpose; it is written to the log"));
        return NULL;
    }
    struct db *db = db_new();
    struct session s;
    char *json = login_open(db, c, &s, err) ? read_card(db, &s, iin, purpose, err) : NULL;
    session_done(&s);
    login_close(db);
    db_free(db);
    return json;
}
