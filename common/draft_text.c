/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a draft: one line an item, its parts separated by tabs, with \t \n \\ escaped and
   \N for none: draft 1 / card ID / iin IIN / title TEXT / at TIME / op UUID / edition ID recorded
   REASON DOCUMENT DATE row TABLE ID            then, for that row: value FIELD VALUE / reason FIELD
   TEXT / annul TEXT / sent \N (each save of a new row whose outcome is not known) and its sent
   FIELD VALUE */
#include "common/draft_inner.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- writing -----------------------------------------------------------------------------------
 */

static void part(struct buf *out, const char *s)
{
    if (!s) {
        buf_add(out, "\t\\N");
        return;
    }
    buf_add(out, "\t");
    for (; *s; s++) {
        const char *escaped = *s == '\t' ? "\\t" : *s == '\n' ? "\\n" : *s == '\\' ? "\\\\" : NULL;
        if (escaped)
            buf_add(out, escaped);
        else
            buf_addn(out, s, 1);
    }
}

static void item(struct buf *out, const char *name, const char *a, const char *b)
{
    buf_add(out, name);
    part(out, a);
    part(out, b);
    buf_add(out, "\n");
}

static void sent_text(struct buf *out, const struct record *r)
{
    for (int n = 0; n < r->nsent; n++) {
        char *const *value = r->sent + n * r->count;
        item(out, "sent", NULL, NULL);
        for (int i = 0; i < r->count; i++)
            if (value[i])
                item(out, "sent", r->section->fields[i].name, value[i]);
    }
}

static void row_text(struct buf *out, const struct record *r)
{
    item(out, "row", r->section->table, r->id);
    sent_text(out, r);
    for (int i = 0; i < r->count; i++) {
        const struct field *f = &r->section->fields[i];
        if (f->flags & FIELD_AUTO)
            continue;
        if (record_field_changed(r, i))
            item(out, "value", f->name, r->value[i]);
        if (!str_same(r->reason[i], r->old_reason[i]))
            item(out, "reason", f->name, r->reason[i]);
    }
    if (!str_same(r->annul_reason, r->old_annul_reason))
        item(out, "annul", r->annul_reason, NULL);
}

/* The person, by the parts of the name in the edition's first section. */
static char *title_of(const struct card *c)
{
    struct buf title = {0};
    int first;
    const struct record *r = c->nlists ? card_single(c, 0, &first) : NULL;
    const struct section *s = r ? c->lists[0].section : NULL;
    for (int i = 0; s && s->fields[i].name; i++)
        if ((s->fields[i].flags & FIELD_NAME) && r->value[i])
            buf_addf(&title, "%s%s", title.len ? " " : "", r->value[i]);
    return buf_take(&title);
}

static const char *iin_of(const struct card *c)
{
    int first;
    const struct record *r = c->nlists ? card_single(c, 0, &first) : NULL;
    for (int i = 0; r && i < r->count; i++)
        if (r->section->fields[i].type == FIELD_IIN)
            return r->value[i];
    return NULL;
}

char *draft_text(const struct card *c)
{
    struct buf out = {0};
    char at[20], *title = title_of(c);
    time_t now = time(NULL);
    struct tm tm;
    strftime(at, sizeof at, "%d.%m.%Y %H:%M", localtime_r(&now, &tm));
    item(&out, "draft", "1", NULL);
    item(&out, "card", c->id, NULL);
    item(&out, "iin", iin_of(c), NULL);
    item(&out, "title", title, NULL);
    item(&out, "at", at, NULL);
    item(&out, "op", c->op, NULL);
    item(&out, "edition", c->edition->id, NULL);
    if (c->recorded_reason) {
        item(&out, "recorded", c->recorded_reason, c->recorded_doc);
        item(&out, "recorded_on", c->recorded_doc_on, NULL);
    }
    for (int i = 0; i < c->nlists; i++) {
        int first;
        if (card_single(c, i, &first) && first > 0)
            continue; /* an earlier entry has the same record */
        for (int k = 0; k < c->lists[i].count; k++)
            if (record_changed(c->lists[i].rows[k]))
                row_text(&out, c->lists[i].rows[k]);
    }
    free(title);
    return buf_take(&out);
}

/* --- reading -----------------------------------------------------------------------------------
 */

/* One part up to tab or end of line; *value is the caller's. Returns what follows. */
static const char *read_part(const char *s, char **value)
{
    struct buf out = {0};
    size_t n = strcspn(s, "\t\n");
    bool none = n == 2 && s[0] == '\\' && s[1] == 'N';
    for (size_t i = 0; i < n && !none; i++) {
        if (s[i] != '\\' || i + 1 == n) {
            buf_addn(&out, s + i, 1);
            continue;
        }
        i++;
        buf_add(&out, s[i] == 't' ? "\t" : s[i] == 'n' ? "\n" : "\\");
    }
    *value = none ? NULL : buf_take(&out);
    buf_done(&out);
    return s + n;
}

/* One line into its name and two parts (the caller's, freed by line_done). Returns the next line,
 * NULL at the end. */
struct line {
    char *name, *a, *b;
};

static const char *line_read(const char *s, struct line *l)
{
    char **parts[] = {&l->name, &l->a, &l->b};
    *l = (struct line){0};
    if (!*s)
        return NULL;
    for (size_t i = 0; i < COUNT(parts); i++) {
        s = read_part(s, parts[i]);
        if (*s != '\t')
            break;
        s++;
    }
    s += strcspn(s, "\n");
    return *s ? s + 1 : s;
}

static void line_done(struct line *l)
{
    free(l->name);
    free(l->a);
    free(l->b);
}

static bool is_draft(const char *text)
{
    return str_starts(text, "draft\t1\t");
}

bool draft_about(const char *text, struct draft_info *info)
{
    struct {
        const char *name;
        char **slot;
    } wanted[] = {
        {"card", &info->card_id},  {"iin", &info->iin}, {"title", &info->title},
        {"at", &info->written_at}, {"op", &info->op},
    };
    struct line l;
    *info = (struct draft_info){0};
    for (const char *next = text; is_draft(text) && (next = line_read(next, &l));) {
        for (size_t i = 0; i < COUNT(wanted); i++)
            if (str_same(l.name, wanted[i].name))
                str_set(wanted[i].slot, l.a);
        line_done(&l);
    }
    return is_draft(text);
}

/* The entry of the card whose list holds the table's rows, or -1. */
static int entry_of(const struct card *c, const char *table)
{
    for (int i = 0; i < c->nlists; i++)
        if (c->lists[i].section->table && str_same(c->lists[i].section->table, table))
            return i;
    return -1;
}

/* The record that a row line means; a new one is added to its list. NULL: it finds no place. */
static struct record *row_of(struct card *c, int entry, const char *id)
{
    int first;
    struct record *single = entry < 0 ? NULL : card_single(c, entry, &first);
    if (entry < 0 || single)
        return single;
    for (int k = 0; id && k < c->lists[entry].count; k++)
        if (str_same(c->lists[entry].rows[k]->id, id))
            return c->lists[entry].rows[k];
    return id ? NULL : card_add_row(c, entry);
}

/* Was the new row r saved after all: does another row of the list hold the same? */
static bool row_known(const struct card *c, int entry, const struct record *r)
{
    for (int k = 0; k < c->lists[entry].count; k++) {
        const struct record *other = c->lists[entry].rows[k];
        bool same = other != r && other->id && !other->annul_reason;
        for (int i = 0; same && i < r->count; i++)
            same = (r->section->fields[i].flags & FIELD_AUTO) ||
                   str_same(other->value[i], r->value[i]);
        if (same)
            return true;
    }
    return false;
}

/* The row of the list that r was saved as, with the values r had then, or NULL. */
static struct record *row_sent(const struct card *c, int entry, const struct record *r)
{
    for (int k = 0; k < c->lists[entry].count; k++) {
        struct record *other = c->lists[entry].rows[k];
        if (other != r && other->id && !other->annul_reason && !record_changed(other) &&
            record_sent_as(r, other))
            return other;
    }
    return NULL;
}

/* What was typed in the new row since it was saved is a change of the saved one. */
static void row_move(const struct record *from, struct record *to)
{
    for (int i = 0; i < from->count; i++)
        if (!(from->section->fields[i].flags & FIELD_AUTO)) {
            record_set(to, i, from->value[i]);
            str_set(&to->reason[i], from->reason[i]);
        }
    str_set(&to->annul_reason, from->annul_reason);
}

struct applying {
    struct card *card;
    struct record *row; /* the row that the lines belong to, or NULL */
    int entry;
    bool fresh; /* row was added here */
    int homeless;
};

/* Ends the lines of a row. */
static void row_end(struct applying *a)
{
    struct record *saved = a->row && a->fresh ? row_sent(a->card, a->entry, a->row) : NULL;
    if (saved)
        row_move(a->row, saved);
    if (a->row && a->fresh &&
        (saved || record_empty(a->row) || row_known(a->card, a->entry, a->row)))
        card_drop_row(a->card, a->entry, a->row);
    a->row = NULL;
    a->fresh = false;
}

static void apply_line(struct applying *a, const struct line *l)
{
    struct card *c = a->card;
    bool value = str_same(l->name, "value"), reason = str_same(l->name, "reason");
    if (str_same(l->name, "row")) {
        row_end(a);
        a->entry = entry_of(c, l->a);
        a->row = row_of(c, a->entry, l->b);
        a->fresh = a->row && !l->b && c->lists[a->entry].section->kind != SECTION_SINGLE;
        a->homeless += !a->row;
    } else if (value || reason) {
        int field = a->row && l->a ? record_field(a->row, l->a) : -1;
        if (field >= 0 && value)
            record_set(a->row, field, l->b);
        else if (field >= 0)
            str_set(&a->row->reason[field], l->b);
        else
            a->homeless += a->row != NULL;
    } else if (str_same(l->name, "sent") && a->fresh) {
        int field = l->a ? record_field(a->row, l->a) : -1;
        if (!l->a)
            record_sent_add(a->row);
        else if (field >= 0 && a->row->nsent)
            str_set(&a->row->sent[(a->row->nsent - 1) * a->row->count + field], l->b);
    } else if (str_same(l->name, "annul") && a->row) {
        str_set(&a->row->annul_reason, l->a);
    } else if (str_same(l->name, "op")) {
        str_set(&c->op, l->a); /* so that it is never carried out twice */
    } else if (str_same(l->name, "recorded")) {
        str_set(&c->recorded_reason, l->a);
        str_set(&c->recorded_doc, l->b);
    } else if (str_same(l->name, "recorded_on")) {
        str_set(&c->recorded_doc_on, l->a);
    }
}

int draft_apply(const char *text, struct card *c)
{
    struct applying a = {.card = c};
    struct line l;
    if (!is_draft(text))
        return -1;
    for (const char *next = text; (next = line_read(next, &l));) {
        apply_line(&a, &l);
        line_done(&l);
    }
    row_end(&a);
    return a.homeless;
}
