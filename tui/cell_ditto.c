/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F9: from the row above, the card before, the value used last, and in remarks the phrase book;
   each press takes the next source. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/util.h"
#include "tui/cell_inner.h"
#include "tui/phrases.h"

static const char *source_text(enum ditto source)
{
    switch (source) {
    case DITTO_ROW:
        return _("from the row above");
    case DITTO_CARD:
        return _("from the card before");
    case DITTO_USED:
        return _("used here last");
    case DITTO_SOURCES:
        break;
    }
    return "";
}

static void on_phrase(void *ctx, struct app *app, const char *text)
{
    struct cell *c = ctx;
    (void)app;
    c->opened = NULL;
    if (!c->record || !text)
        return;
    edit_set(c->edit, text);
    if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, text);
}

/* The next source whose value differs from what stands there; past the last one from the first. In
   remarks the phrase book stands between: *book is true then. */
static char *repeated(struct cell *c, enum ditto *source, bool *book)
{
    for (int turn = 0; turn < 2; turn++) {
        while (c->ditto < DITTO_SOURCES) {
            *source = c->ditto;
            char *value = c->hooks->ditto(c->ctx, c->record, c->field, source);
            c->ditto = value ? *source + 1 : DITTO_SOURCES;
            if (!value)
                break;
            char *text = value_edit(cell_def(c), value, cell_world(c));
            free(value);
            if (strcmp(text, edit_text(c->edit)) != 0)
                return text;
            free(text);
        }
        c->ditto = DITTO_ROW;
        *book = cell_def(c)->type == FIELD_LONG && phrases_are_there(c->app);
        if (*book)
            break;
    }
    return NULL;
}

bool cell_can_ditto(const struct cell *c)
{
    return c->hooks->ditto != NULL;
}

bool cell_ditto(struct cell *c)
{
    enum ditto source = DITTO_ROW;
    if (!c->hooks->ditto || cell_refuse_locked(c))
        return c->hooks->ditto != NULL;
    bool book = false;
    char *text = repeated(c, &source, &book);
    if (book) {
        cell_open_above(c, phrases_new(c->app, on_phrase, c));
        return true;
    }
    if (!text) {
        app_say(c->app, SAY_ERROR, 0, _("%s: there is nothing to repeat"), cell_caption(c));
        return true;
    }
    if (cell_def(c)->type == FIELD_LONG)
        edit_set(c->edit, text); /* one writes on behind it */
    else
        edit_fresh(c->edit, text); /* K-3 */
    free(text);
    app_say(c->app, SAY_INFO, 0, _("%s: %s. F9 again: the next source"), cell_caption(c),
            source_text(source));
    if (c->hooks->typing)
        c->hooks->typing(c->ctx, c->record, c->field, edit_text(c->edit));
    return true;
}
