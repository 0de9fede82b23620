/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server understands the text (person_search); here only what is too short to ask. */
#include "common/search.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/guard.h"
#include "common/utf8.h"
#include "common/util.h"

enum { SEARCH_CAP = 50, LEAST_LETTERS = 2, LEAST_DIGITS = 4 };

static bool too_short(const char *text)
{
    int letters = 0, digits = 0;
    uint32_t c;
    for (size_t n; (n = utf8_next(text, &c)) > 0; text += n) {
        if (c >= '0' && c <= '9')
            digits++;
        else if (c > 0x7f || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            letters++;
    }
    return letters < LEAST_LETTERS && digits < LEAST_DIGITS;
}

void search_add(struct db_batch *b, const char *sql, const char *asked)
{
    char limit[12];
    snprintf(limit, sizeof limit, "%d", SEARCH_CAP);
    db_batch_add(b, true, sql, 2, (const char *[]){asked, limit});
    db_batch_add(b, true, "select value from setting where name = 'search_cap'", 0, NULL);
}

struct db_batch *search_batch(const char *text)
{
    if (!text || too_short(text))
        return NULL;
    struct db_batch *b = db_batch_new();
    search_add(b, "select " SEARCH_COLUMNS " from person_search($1::text, $2::int)", text);
    return b;
}

static void hit_read(struct search_hit *h, const struct db_result *r, int row)
{
    const char *own = db_get_named(r, row, "own_centre");
    *h = (struct search_hit){
        .id = xstrdup(db_get_named(r, row, "id")),
        .iin_masked = xstrdup(db_get_named(r, row, "iin_masked")),
        .surname = xstrdup(db_get_named(r, row, "surname")),
        .name = xstrdup(db_get_named(r, row, "name")),
        .patronymic = xstrdup(db_get_named(r, row, "patronymic")),
        .birth_date = xstrdup(db_get_named(r, row, "birth_date")),
        .centre_kk = xstrdup(db_get_named(r, row, "centre_kk")),
        .centre_ru = xstrdup(db_get_named(r, row, "centre_ru")),
        .status = xstrdup(db_get_named(r, row, "status")),
        .why = xstrdup(db_get_named(r, row, "why")),
        .own_centre = own && *own == 't',
    };
}

bool search_read(struct search_hits *hits, const struct db_reply *reply, struct error *err)
{
    *hits = (struct search_hits){0};
    if (!reply->ok)
        return guard_error(reply, err);
    const struct db_result *r = reply->results[0];
    const char *setting = db_get(reply->results[1], 0, 0);
    int cap = setting ? (int)strtol(setting, NULL, 10) : SEARCH_CAP;
    if (cap < 1 || cap > SEARCH_CAP)
        cap = SEARCH_CAP;
    int rows = db_rows(r);
    hits->more = rows > cap; /* the server sends one more than it lets see */
    hits->count = hits->more ? cap : rows;
    hits->hit = xcalloc((size_t)hits->count + 1, sizeof *hits->hit);
    for (int i = 0; i < hits->count; i++)
        hit_read(&hits->hit[i], r, i);
    return true;
}

void search_done(struct search_hits *hits)
{
    for (int i = 0; i < hits->count; i++) {
        struct search_hit *h = &hits->hit[i];
        char *texts[] = {h->id,         h->iin_masked, h->surname,   h->name,   h->patronymic,
                         h->birth_date, h->centre_kk,  h->centre_ru, h->status, h->why};
        for (size_t k = 0; k < COUNT(texts); k++)
            free(texts[k]);
    }
    free(hits->hit);
    *hits = (struct search_hits){0};
}

enum search_group search_group(const struct search_hit *hit)
{
    const char *why = hit->why ? hit->why : "";
    if (str_in_list("middle|similar", why))
        return SEARCH_SIMILAR;
    return strstr(why, "_folded") || str_in_list("part|layout|latin", why) ? SEARCH_OTHERWISE
                                                                           : SEARCH_EXACT;
}

struct db_batch *search_exists_batch(const char *iin)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select found, centre_kk, centre_ru from person_exists($1::text)", 1,
                 (const char *[]){iin});
    return b;
}

bool search_exists_read(const struct db_reply *reply, char **centre, struct error *err)
{
    *centre = NULL;
    if (!reply->ok)
        return guard_error(reply, err);
    const struct db_result *r = reply->results[0];
    const char *found = db_get_named(r, 0, "found");
    if (!found || *found != 't')
        return true;
    const char *kk = db_get_named(r, 0, "centre_kk"), *ru = db_get_named(r, 0, "centre_ru");
    *centre = xasprintf("%s\t%s", kk ? kk : "", ru ? ru : "");
    return true;
}
