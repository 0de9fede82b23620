/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picker over the commands that work now. Words match in any layout (K-10); other text goes to
 * the screen beneath (section numbers, captions). */
#include "tui/menu.h"

#include <stdlib.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/picker.h"

struct menu {
    struct screen *beneath;
    struct key_set set;
};

static int menu_count(void *ctx)
{
    return ((struct menu *)ctx)->set.count;
}

static const char *word(const struct key_row *row)
{
    const char *w = i18n_get() == LANG_KK   ? row->word_kk
                    : i18n_get() == LANG_RU ? row->word_ru
                                            : row->word_en;
    return w ? w : "";
}

static char *menu_text(void *ctx, int item)
{
    const struct key_hint *h = &((struct menu *)ctx)->set.hint[item];
    const struct key_row *row = keys_row(h->action);
    const char *w = word(row);
    return xasprintf("%-7s %s%s%s", keys_shown(row), w, *w ? " - " : "",
                     !str_empty(h->label) ? h->label : _(row->what));
}

static int menu_match(void *ctx, int item, const char *typed)
{
    int m = keys_match(keys_row(((struct menu *)ctx)->set.hint[item].action), typed);
    return m ? 3 - m : 0;
}

static bool menu_free_text(void *ctx, const char *typed)
{
    struct menu *m = ctx;
    (void)typed;
    return m->beneath->ops->command != NULL;
}

/* A word of the program that does not work now. */
static bool known_word(struct app *app, const char *typed)
{
    const struct key_row *known = NULL;
    for (const struct key_row *r = keys_rows(); r->action && !known; r++)
        if (keys_match(r, typed) == 2)
            known = r;
    if (known && known->keys)
        app_say(app, SAY_ERROR, 0, _("'%s' (%s) does not work here"), typed, known->keys);
    else if (known)
        app_say(app, SAY_ERROR, 0, _("'%s' does not work here"), typed);
    return known;
}

static void menu_refuse(void *ctx, struct app *app, const char *typed)
{
    (void)ctx;
    if (!known_word(app, typed))
        app_say(app, SAY_ERROR, 0, _("'%s' is no command here: Ctrl+U shows all there are"), typed);
}

static void menu_chosen(void *ctx, struct app *app, int item, const char *typed)
{
    struct menu *m = ctx;
    if (item >= 0) {
        app_act(app, m->set.hint[item].action);
    } else if (*typed && m->beneath->ops->command &&
               !m->beneath->ops->command(m->beneath, app, typed) && !app->message.text[0] &&
               !known_word(app, typed)) {
        app_say(app, SAY_ERROR, 0, _("'%s' is no command here"), typed);
    }
}

static void menu_done(void *ctx)
{
    free(ctx);
}

static const struct picker_source source = {
    .count = menu_count,
    .text = menu_text,
    .match = menu_match,
    .chosen = menu_chosen,
    .free_text = menu_free_text,
    .refuse = menu_refuse,
    .words = true,
    .done = menu_done,
};

struct screen *menu_new(struct app *app)
{
    struct menu *m = xcalloc(1, sizeof *m);
    struct key_set all;
    m->beneath = app_top(app);
    app_keys(app, &all);
    for (int i = 0; i < all.count; i++)
        if (all.hint[i].action != ACT_MENU)
            keys_add(&m->set, all.hint[i].action, all.hint[i].label);
    keys_add(&m->set, ACT_LANG, NULL);
    keys_add(&m->set, ACT_GLOSSARY, NULL);
    keys_add(&m->set, ACT_ABOUT, NULL);
    keys_add(&m->set, ACT_LOCK, NULL);
    keys_add(&m->set, ACT_TOUR, NULL);
    return picker_new(app, _("Menu: type a word, or choose"), &source, m, NULL, -1);
}
