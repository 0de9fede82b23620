/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the typed text into the record, and what is then said or asked. */
#include <stdlib.h>
#include <string.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/util.h"
#include "tui/cell_inner.h"
#include "tui/dialog.h"

enum { REASON_MAX = 200 };

static void say_value(struct cell *c, const char *typed, const char *notice)
{
    const struct field *f = cell_def(c);
    const char *value = c->record->value[c->field];
    char *shown = value_show(f, value, cell_world(c));
    if (*notice)
        app_say_about(c->app, SAY_INFO, 0, cell_caption(c), notice);
    else if (value && f->type == FIELD_DATE) {
        char *said = xasprintf("%s, %s", shown, value_weekday(day_parse_iso(value)));
        app_say_about(c->app, SAY_INFO, 0, cell_caption(c), said);
        free(said);
    } else if (value && strcmp(shown, typed) != 0 && f->type != FIELD_LONG)
        app_say_about(c->app, SAY_INFO, 0, cell_caption(c), shown);
    free(shown);
}

void cell_changed(struct cell *c, struct record *r, int field)
{
    record_settle(r, field);
    if (c->hooks->left)
        c->hooks->left(c->ctx, r, field);
}

static void on_reason(void *ctx, struct app *app, const char *text)
{
    struct cell *c = ctx;
    struct record *r = c->asked;
    (void)app;
    c->opened = NULL;
    c->asked = NULL;
    if (!r || !text)
        return;
    str_set(&r->reason[c->asked_field], text);
    if (c->hooks->left)
        c->hooks->left(c->ctx, r, c->asked_field);
    app_hush(c->app);
}

/* After the value is in the record. False: impossible beside the others, so the cursor stays once.
 */
bool cell_check(struct cell *c)
{
    struct problem found[64];
    int n = record_check(c->record, cell_world(c), found, (int)COUNT(found));
    for (int i = 0; i < n; i++) {
        const struct problem *p = &found[i];
        if (p->field != c->field || p->missing)
            continue;
        switch (p->strength) {
        case CHECK_IMPOSSIBLE:
            app_say_about(c->app, SAY_ERROR, p->number, cell_caption(c), p->text);
            return false;
        case CHECK_REASON:
            app_say_about(c->app, SAY_ERROR, p->number, cell_caption(c), p->text);
            c->asked = c->record;
            c->asked_field = c->field;
            cell_open_above(c, dialog_text(c->app, cell_caption(c), p->text,
                                           c->record->reason[c->field], REASON_MAX, true, on_reason,
                                           c));
            return true;
        case CHECK_NOTE:
            app_say_about(c->app, SAY_NOTE, p->number, cell_caption(c), p->text);
            break;
        }
    }
    return true;
}

/* A dictionary's word below the chosen parent: what is unique there need not be unique in all.
 * NULL: value_read decides. */
static char *word_below(struct cell *c, const char *typed)
{
    const struct field *f = cell_def(c);
    if (f->type != FIELD_DICT || !f->parent || !*typed)
        return NULL;
    char today[11];
    size_t fits;
    day_iso(cell_world(c)->today, today);
    const struct dict_word *w = dict_answer(cell_world(c)->dicts, f->dict,
                                            record_get(c->record, f->parent), today, typed, &fits);
    return w ? xstrdup(w->code) : NULL;
}

static bool read_value(struct cell *c, const char *typed, char **value, char notice[160],
                       struct error *err)
{
    notice[0] = 0;
    *value = c->hooks->read ? NULL : word_below(c, typed);
    if (*value)
        return true;
    if (c->hooks->read ? c->hooks->read(c->ctx, c->record, c->field, typed, value, err)
                       : value_read(cell_def(c), typed, cell_world(c), value, notice, err))
        return true;
    error_where(err, "%s", cell_caption(c));
    return false;
}

bool cell_take(struct cell *c)
{
    if (!cell_dirty(c))
        return true;
    if (cell_refuse_locked(c))
        return false;
    char *typed = xstrdup(edit_text(c->edit)), *value, notice[160];
    struct error err = {.number = 0};
    bool ok = read_value(c, typed, &value, notice, &err);
    if (!ok) {
        app_say_error(c->app, &err);
        edit_fresh(c->edit, typed); /* it stays, and the next printable key replaces it (K-3) */
    } else {
        bool differs = !str_same(value, c->record->value[c->field]);
        app_hush(c->app); /* an earlier refusal of this field */
        record_set(c->record, c->field, value);
        free(value);
        say_value(c, typed, notice); /* whoever is told next may have something worse to say */
        if (differs)
            cell_changed(c, c->record, c->field);
        cell_fresh(c);
        ok = !differs || cell_check(c);
    }
    free(typed);
    return ok;
}
