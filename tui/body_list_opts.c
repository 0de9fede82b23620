/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Opt column of the lists: 2 change, 4 annul, 5 view. Enter annuls all that are marked so, with
   one reason, then opens the first of the others; Ctrl+Z takes the annulling back. */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/message.h"
#include "tui/body_list.h"
#include "tui/dialog.h"

#define CODES "245"

enum { NAME = 24, REASON_MAX = 500 };

static void name_of(const struct record *r, char name[NAME])
{
    snprintf(name, NAME, "%p", (const void *)r);
}

const char *body_list_code(const struct body_list *l, const struct record *r)
{
    char name[NAME];
    name_of(r, name);
    return opts_code(l->opts, name);
}

static void set_code(struct body_list *l, const struct record *r, const char *code)
{
    char name[NAME];
    name_of(r, name);
    opts_set(l->opts, name, code);
}

bool body_list_opt_key(struct body_list *l, struct key k)
{
    struct record *r = body_list_row(l);
    char name[NAME];
    if (!r)
        return false;
    name_of(r, name);
    enum opts_result result = opts_key(l->opts, CODES, name, k);
    if (result == OPTS_PASS && k.action == ACT_CHAR && k.ch != '?') {
        term_beep();
        app_say(l->base.host->app, SAY_INFO, 0, "%s", _("Codes: 2 change, 4 annul, 5 view."));
        return true;
    }
    if (result == OPTS_PASS)
        return false;
    if (result == OPTS_NEXT)
        grid_key(body_list_now(l)->grid, (struct key){ACT_DOWN, 0});
    app_say(l->base.host->app, SAY_INFO, 0, _("Rows with a code: %d. Enter carries them out."),
            opts_count(l->opts));
    return true;
}

/* The next row with that code from the top, or NULL; *at: its list. */
static struct record *marked(struct body_list *l, char code, int *at)
{
    for (int i = 0; i < l->nsubs; i++) {
        for (int k = 0; k < l->subs[i].count; k++) {
            *at = i;
            if (*body_list_code(l, l->subs[i].rows[k]) == code)
                return l->subs[i].rows[k];
        }
    }
    return NULL;
}

/* May the row be annulled? If not, the cursor goes there, and why is said. */
static struct cell_lock refused(struct body_list *l, int sub, const struct record *r)
{
    struct body_host *h = l->base.host;
    if (!r->id)
        return (struct cell_lock){_("The row was not saved yet; Ctrl+K drops it."),
                                  MESSAGE_ROW_UNSAVED, false};
    return h->kept(h->ctx, l->subs[sub].entry, r);
}

static void annul_all(struct body_list *l, const char *reason)
{
    free(l->annulled);
    l->annulled = NULL;
    l->nannulled = 0;
    for (int i = 0; i < l->nsubs; i++) {
        for (int k = 0; k < l->subs[i].count; k++) {
            struct record *r = l->subs[i].rows[k];
            if (*body_list_code(l, r) != '4' || refused(l, i, r).why)
                continue;
            l->annulled =
                xrealloc(l->annulled, (size_t)(l->nannulled + 1) * sizeof(struct record *));
            l->annulled[l->nannulled++] = r;
            str_set(&r->annul_reason, reason);
            set_code(l, r, "");
        }
    }
}

/* What is left with a 4 could not be annulled: it keeps its code. */
static void say_left(struct body_list *l)
{
    int at;
    struct record *r = marked(l, '4', &at);
    if (!r)
        return;
    l->current = at;
    body_list_stand(&l->subs[at], r);
    struct cell_lock lock = refused(l, at, r);
    app_say(l->base.host->app, SAY_ERROR, lock.number, "%s", lock.why);
}

static void reason_typed(void *ctx, struct app *app, const char *text)
{
    struct body_list *l = ctx;
    struct body_host *h = l->base.host;
    if (!text)
        return;
    annul_all(l, text);
    h->rows(h->ctx);
    for (int i = 0; i < l->nsubs; i++)
        body_list_fetch(&l->subs[i]);
    app_say(app, SAY_NOTE, 0,
            i18n_plural("%d row is annulled, not saved yet. Ctrl+Z takes it back.",
                        "%d rows are annulled, not saved yet. Ctrl+Z takes it back.",
                        (unsigned long)l->nannulled),
            l->nannulled);
    say_left(l);
}

static bool ask_annul(struct body_list *l)
{
    int n = 0;
    for (int i = 0; i < l->nsubs; i++) {
        for (int k = 0; k < l->subs[i].count; k++) {
            const struct record *r = l->subs[i].rows[k];
            n += *body_list_code(l, r) == '4' && !refused(l, i, r).why;
        }
    }
    if (!n) {
        say_left(l);
        return false;
    }
    char *text =
        xasprintf(_("Rows to be annulled: %d. Nothing is deleted: they stay readable, with "
                    "your reason. Why are they annulled?"),
                  n);
    app_push(l->base.host->app, dialog_text(l->base.host->app, _("Annul the row"), text, NULL,
                                            REASON_MAX, true, reason_typed, l));
    free(text);
    return true;
}

bool body_list_carry_out(struct body_list *l)
{
    int at;
    if (!opts_count(l->opts))
        return false;
    if (marked(l, '4', &at)) {
        ask_annul(l);
        return true;
    }
    for (const char *code = "25"; *code; code++) {
        struct record *r = marked(l, *code, &at);
        if (!r)
            continue;
        set_code(l, r, "");
        l->current = at;
        body_list_stand(&l->subs[at], r);
        body_list_open(l, r);
        l->base.view = *code == '5';
        return true;
    }
    opts_clear(l->opts); /* of rows that are gone */
    return false;
}

bool body_list_can_undo(const struct body_list *l)
{
    for (int i = 0; i < l->nannulled; i++) {
        if (body_entry_of(l->base.host->card, l->annulled[i], -1) >= 0 &&
            l->annulled[i]->annul_reason && !l->annulled[i]->old_annul_reason)
            return true;
    }
    return false;
}

void body_list_undo(struct body_list *l)
{
    struct body_host *h = l->base.host;
    for (int i = 0; i < l->nannulled; i++) {
        struct record *r = l->annulled[i];
        if (body_entry_of(h->card, r, -1) >= 0 && !r->old_annul_reason)
            str_set(&r->annul_reason, NULL);
    }
    l->nannulled = 0;
    h->rows(h->ctx);
    for (int i = 0; i < l->nsubs; i++)
        body_list_fetch(&l->subs[i]);
}
