/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/formlist.h"

#include "common/i18n.h"
#include "common/util.h"

static const char *const types[] = {
    [FIELD_TEXT] = "text",       [FIELD_LONG] = "long",       [FIELD_DATE] = "date",
    [FIELD_PARTIAL] = "partial", [FIELD_MONEY] = "money",     [FIELD_INT] = "int",
    [FIELD_ENUM] = "enum",       [FIELD_DECIMAL] = "decimal", [FIELD_DICT] = "dict",
    [FIELD_BOOL] = "bool",       [FIELD_IIN] = "iin",         [FIELD_BIN] = "bin",
    [FIELD_PHONE] = "phone",     [FIELD_EMAIL] = "email",
};

const char *formlist_type(enum field_type type)
{
    return types[type];
}

const char *formlist_required(const struct field *f)
{
    if (f->required.field || ((f->flags & FIELD_REQUIRED) && f->when.field))
        return "cond";
    return f->flags & FIELD_REQUIRED ? "yes" : f->group ? "cond" : "opt";
}

/* Captions are one line, but a translator may break them. */
static void add_one_line(struct buf *b, const char *s)
{
    for (; *s; s++)
        buf_addn(b, *s == '\t' || *s == '\n' ? " " : s, 1);
}

char *formlist_text(const struct edition *e)
{
    struct buf b = {0};
    for (const struct entry *entry = e->entries; entry->number; entry++) {
        const struct section *s = entry->section;
        for (const struct field *f = s->table ? s->fields : NULL; f && f->name; f++) {
            buf_addf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t", entry->number, s->table, f->name,
                     types[f->type], formlist_required(f),
                     f->flags & FIELD_UNPRINTED ? "no" : "yes");
            add_one_line(&b, i18n_caption(s->name, f->caption));
            buf_add(&b, "\n");
        }
    }
    return buf_take(&b);
}
