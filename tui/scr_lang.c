/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language, switched in place and kept with the account. The languages are named in themselves,
 * whatever is shown now. */
#include "tui/dialog.h"
#include "tui/screens.h"

static const char *const names[] = {
    [LANG_KK] = "Қазақша", [LANG_RU] = "Русский", [LANG_EN] = "English"};

static void kept(struct app *app, void *ctx, const struct db_reply *reply)
{
    (void)ctx;
    if (!reply || !reply->ok)
        app_say(app, SAY_NOTE, 0, "%s",
                _("The server did not hear of it: at the next log-in the language is as before."));
}

static void chosen(void *ctx, struct app *app, int choice)
{
    (void)ctx;
    if (choice >= 0 && choice < (int)COUNT(names)) {
        app_set_lang(app, (enum lang)choice);
        app_send(app, NULL, APP_QUIET, session_lang_batch((enum lang)choice), kept, NULL);
    }
}

struct screen *scr_lang_new(struct app *app)
{
    return dialog_choice(app, _("Language"), "Тіл / Язык / Language", names, (int)COUNT(names),
                         (int)i18n_get(), chosen, NULL);
}
