/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/body.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "tui/cut.h"
#include "tui/dialog.h"

typedef struct body *maker(struct body_host *host, int first, int last);
static maker *const makers[] = {
    [SECTION_SINGLE] = body_page_new,
    [SECTION_LIST] = body_list_new,
    [SECTION_TABLE] = body_table_new,
};

struct body *body_new(struct body_host *host, int first, int last)
{
    const struct entry *entries = host->card->edition->entries;
    enum section_kind kind = SECTION_HEADING;
    for (int i = first; i <= last && kind == SECTION_HEADING; i++)
        kind = entries[i].section->kind;
    if (kind == SECTION_HEADING)
        die("edition %s: nothing under the heading %s", host->card->edition->id,
            entries[first].number);
    return makers[kind](host, first, last);
}

static struct cell_lock locked(void *ctx, struct record *r, int field)
{
    struct body *b = ctx;
    if (b->view)
        return (struct cell_lock){
            _("for looking only; code 2 beside the row opens it for changing"), MESSAGE_LOOKING,
            false};
    return b->host->hooks->locked(b->host->ctx, r, field);
}

static void left(void *ctx, struct record *r, int field)
{
    struct body_host *h = ((struct body *)ctx)->host;
    h->hooks->left(h->ctx, r, field);
}

static char *ditto(void *ctx, struct record *r, int field, enum ditto *source)
{
    struct body_host *h = ((struct body *)ctx)->host;
    return h->hooks->ditto(h->ctx, r, field, source);
}

static const char *recent(void *ctx, struct record *r, int field)
{
    struct body_host *h = ((struct body *)ctx)->host;
    return h->hooks->recent(h->ctx, r, field);
}

static void typing(void *ctx, struct record *r, int field, const char *text)
{
    struct body_host *h = ((struct body *)ctx)->host;
    h->hooks->typing(h->ctx, r, field, text);
}

const struct cell_hooks body_hooks = {
    .locked = locked,
    .left = left,
    .ditto = ditto,
    .typing = typing,
    .recent = recent,
};

int body_fields(const struct section *s)
{
    int n = 0;
    while (s->fields && s->fields[n].name)
        n++;
    return n;
}

int body_entry_of(const struct card *c, const struct record *r, int field)
{
    for (int i = 0; i < c->nlists; i++) {
        const struct section *s = c->edition->entries[i].section;
        if (s->kind == SECTION_SINGLE) {
            int first = 0;
            if (card_single(c, i, &first) == r &&
                (field < 0 || (field >= first && field < first + body_fields(s))))
                return i;
            continue;
        }
        for (int k = 0; k < c->lists[i].count; k++) {
            if (c->lists[i].rows[k] == r)
                return i;
        }
    }
    return -1;
}

char *body_heading(const struct entry *e)
{
    const char *caption = i18n_caption(e->section->name, e->section->caption);
    if (!isdigit((unsigned char)e->number[0]))
        return xstrdup(caption);
    return xasprintf("%s %s", e->number, caption);
}

char *body_caption(const struct section *s, int room)
{
    const char *whole = i18n_caption(s->name, s->caption);
    bool fits = utf8_width(whole) <= room;
    const char *said = fits ? whole : i18n_caption("short", s->short_caption);
    size_t length = strlen(said);
    char *bare = xasprintf("%.*s", (int)(length - (length && said[length - 1] == ':')), said);
    char *cut = cut_text(bare, room);
    free(bare);
    return cut;
}

struct sorted {
    struct record *record;
    const char *key;
    bool number;
    int index;
};

static int by_key(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    if (x->key && y->key) {
        /* Dates of any precision compare as text; numbers have no leading zeros. */
        int order = x->number ? (int)strlen(x->key) - (int)strlen(y->key) : 0;
        if (order == 0)
            order = strcmp(x->key, y->key);
        if (order != 0)
            return order;
    } else if (x->key || y->key) {
        return x->key ? -1 : 1;
    }
    return x->index - y->index;
}

struct record **body_rows(const struct card *c, int entry, bool all, int *count)
{
    const struct card_list *list = &c->lists[entry];
    const char *order = c->edition->entries[entry].section->order_by;
    struct sorted *sorted = xcalloc((size_t)list->count + 1, sizeof *sorted);
    int n = 0;
    for (int i = 0; i < list->count; i++) {
        struct record *r = list->rows[i];
        if (r->old_annul_reason && !all)
            continue;
        sorted[n].record = r;
        int field = order ? record_field(r, order) : -1;
        sorted[n].key = field >= 0 ? r->value[field] : NULL;
        sorted[n].number = field >= 0 && r->section->fields[field].type == FIELD_INT;
        sorted[n].index = i;
        n++;
    }
    qsort(sorted, (size_t)n, sizeof *sorted, by_key);
    struct record **rows = xcalloc((size_t)n + 1, sizeof(struct record *));
    for (int i = 0; i < n; i++)
        rows[i] = sorted[i].record;
    free(sorted);
    *count = n;
    return rows;
}

bool body_row_open(const struct section *s, const struct record *r)
{
    if (r->annul_reason || !s->settled)
        return false;
    for (int i = 0; i < r->count; i++) {
        if (r->value[i] && str_in_list(s->settled, r->section->fields[i].name))
            return false;
    }
    return true;
}

/* What a dialog of body_annul has to remember. The screen beneath cannot change while it is open,
   so the pointers stay good; if it is taken away unanswered, the memory goes with the next one. */
static struct annul {
    struct body *body;
    int entry;
    struct record *record;
    void (*after)(struct body *b);
} annul;

static void finish(void)
{
    struct body *b = annul.body;
    b->host->rows(b->host->ctx);
    annul.after(b);
}

static void with_reason(void *ctx, struct app *app, const char *text)
{
    (void)ctx;
    (void)app;
    if (!text)
        return;
    str_set(&annul.record->annul_reason, text);
    finish();
}

static void dropped(void *ctx, struct app *app, bool other)
{
    (void)ctx;
    (void)app;
    if (!other)
        return;
    card_drop_row(annul.body->host->card, annul.entry, annul.record);
    finish();
}

void body_annul(struct body *b, int entry, struct record *r, void (*after)(struct body *b))
{
    struct app *app = b->host->app;
    struct cell_lock lock = b->host->kept(b->host->ctx, entry, r);
    if (lock.why) {
        app_say(app, SAY_ERROR, lock.number, "%s", lock.why);
        return;
    }
    annul = (struct annul){b, entry, r, after};
    if (r->id && r->annul_reason) {
        str_set(&r->annul_reason, NULL);
        finish();
    } else if (r->id) {
        app_push(app, dialog_text(app, _("Annul the row"),
                                  _("Nothing is deleted: the row stays readable, with your "
                                    "reason. Why is it annulled?"),
                                  NULL, 500, true, with_reason, NULL));
    } else if (record_empty(r)) {
        dropped(NULL, app, true);
    } else {
        app_push(app, dialog_question(app, _("Drop the row"),
                                      _("The row was not saved yet. What was typed in it is lost."),
                                      _("keep it"), _("drop it"), dropped, NULL));
    }
}
