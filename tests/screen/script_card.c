/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole card looked at: the one that is open, the database's rows and the output of `mansap show`
   have to agree in every value. */
#include <stdlib.h>
#include <string.h>

#include "tests/screen/script.h"
#include "tui/scr_card.h"

static const struct card *open_card(struct script *s)
{
    const struct screen *top = app_top(s->app);
    if (top && strcmp(top->ops->name, "card") == 0)
        return ((const struct scr_card *)top)->card;
    script_why(s, "no card is open");
    return NULL;
}

/* --- what `mansap show` prints ------------------------------------------------------------------
 */

static char *write_config(const struct script *s)
{
    char *path = xasprintf("%s/show.ini", s->state);
    FILE *f = fopen(path, "w");
    if (!f)
        die("%s cannot be written", path);
    fprintf(f, "[database]\nconninfo = \"%s user=%s\"\n[screen]\nlanguage = kk\n", s->dsn,
            s->login);
    fclose(f);
    return path;
}

static char *show(struct script *s, const char *iin)
{
    const char *program = getenv("PROGRAM");
    char *config = write_config(s);
    char *command = xasprintf("%s%s --config '%s' show %s --purpose 'as the test compares'",
                              program && *program == '/' ? "" : "./", program ? program : "mansap",
                              config, iin);
    struct buf out = {0};
    char part[4096];
    FILE *f = popen(command, "r");
    for (size_t n; f && (n = fread(part, 1, sizeof part, f)) > 0;)
        buf_addn(&out, part, n);
    if (!f || pclose(f) != 0)
        script_why(s, "%s failed", command);
    free(command);
    free(config);
    return buf_take(&out);
}

/* --- comparing ----------------------------------------------------------------------------------
 */

struct comparing {
    struct script *s;
    const char *json;
    struct buf differ;
};

/* A value of the JSON text by its path, read by the server; NULL: null or not there. */
static char *json_at(struct comparing *c, const char *path)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select $1::jsonb #>> $2::text[]", 2,
                 (const char *const[]){c->json, path});
    struct db_reply *r = db_run(c->s->admin, b);
    const char *value = r->ok ? db_get(r->results[0], 0, 0) : NULL;
    char *copy = value ? xstrdup(value) : NULL;
    if (!r->ok)
        buf_addf(&c->differ, "JSON: %s ", r->error.what);
    db_reply_free(r);
    return copy;
}

static void differ(struct comparing *c, const char *number, const char *field, const char *where,
                   const char *has, const char *opened)
{
    buf_addf(&c->differ, "%s %s: %s %s, opened %s; ", number, field, where, has ? has : "NULL",
             opened ? opened : "NULL");
}

/* The fields first .. first + n - 1 of a record against its row and its object in the JSON. */
static void compare_row(struct comparing *c, const char *number, const struct record *r, int first,
                        int n, int index)
{
    for (int i = first; i < first + n; i++) {
        const struct field *f = &r->section->fields[i];
        bool ok;
        char *sql =
            xasprintf("select %s from mansap.%s where id = %s", f->name, r->section->table, r->id);
        char *row = script_sql(c->s, sql, &ok);
        char *path = index < 0 ? xasprintf("{sections,%s,%s}", number, f->name)
                               : xasprintf("{sections,%s,%d,%s}", number, index, f->name);
        char *shown = json_at(c, path);
        const char *word = !shown || f->type != FIELD_BOOL ? shown : *shown == 't' ? "t" : "f";
        if (!ok || !str_same(row, r->value[i]))
            differ(c, number, f->name, "row", row, r->value[i]);
        if (!str_same(word, r->value[i]))
            differ(c, number, f->name, "show", word, r->value[i]);
        free(shown);
        free(path);
        free(row);
        free(sql);
    }
}

static int field_count(const struct section *s)
{
    int n = 0;
    while (s->fields && s->fields[n].name)
        n++;
    return n;
}

static void compare_count(struct comparing *c, const struct card *card, int entry)
{
    const struct card_list *l = &card->lists[entry];
    const char *number = card->edition->entries[entry].number;
    bool ok;
    char *sql =
        xasprintf("select count(*) from mansap.%s where card_id = %s", l->section->table, card->id);
    char *rows = script_sql(c->s, sql, &ok), *mine = xasprintf("%d", l->count);
    char *path = xasprintf("{sections,%s,%d}", number, l->count);
    char *more = json_at(c, path);
    if (!ok || !str_same(rows, mine))
        differ(c, number, "rows", "rows", rows, mine);
    if (more)
        differ(c, number, "rows", "show", "more", mine);
    free(more);
    free(path);
    free(mine);
    free(rows);
    free(sql);
}

/* All that is not the same in the three places: "" if nothing. */
char *script_card_differs(struct script *s, const char *iin)
{
    const struct card *card = open_card(s);
    if (!card)
        return NULL;
    char *json = show(s, iin);
    struct comparing c = {.s = s, .json = json};
    for (int i = 0; i < card->nlists; i++) {
        const struct card_list *l = &card->lists[i];
        const char *number = card->edition->entries[i].number;
        int first;
        const struct record *single = card_single(card, i, &first);
        if (single) {
            compare_row(&c, number, single, first, field_count(l->section), -1);
            continue;
        }
        if (!l->section->table)
            continue;
        compare_count(&c, card, i);
        for (int k = 0; k < l->count; k++)
            compare_row(&c, number, l->rows[k], 0, field_count(l->section), k);
    }
    free(json);
    return buf_take(&c.differ);
}

/* The fields of the form that no row of the open card fills, as "10.1 qualification, ...". */
char *script_card_unfilled(struct script *s)
{
    const struct card *card = open_card(s);
    struct buf out = {0};
    for (int i = 0; card && i < card->nlists; i++) {
        const struct card_list *l = &card->lists[i];
        int first = 0;
        const struct record *single = card_single(card, i, &first);
        for (int f = 0; l->section->table && f < field_count(l->section); f++) {
            bool filled = single && single->value[first + f];
            for (int k = 0; !single && k < l->count; k++)
                filled = filled || l->rows[k]->value[f];
            if (!filled)
                buf_addf(&out, "%s%s %s", out.len ? ", " : "", card->edition->entries[i].number,
                         l->section->fields[f].name);
        }
    }
    return buf_take(&out);
}
