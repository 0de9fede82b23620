/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/session.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "common/guard.h"
#include "common/i18n.h"
#include "common/util.h"

enum { ANSWER_OPEN, ANSWER_DICTIONARY, ANSWER_HOLIDAY, ANSWER_TERMS };

/* Columns of session_open that are kept as they come. */
static const struct {
    const char *column;
    size_t slot;
} texts[] = {
    {"login", offsetof(struct session, login)},
    {"person", offsetof(struct session, person)},
    {"role", offsetof(struct session, role)},
    {"org_id", offsetof(struct session, org_id)},
    {"org_kk", offsetof(struct session, org_kk)},
    {"org_ru", offsetof(struct session, org_ru)},
    {"org_address", offsetof(struct session, org_address)},
    {"org_phone", offsetof(struct session, org_phone)},
    {"org_email", offsetof(struct session, org_email)},
    {"last_login", offsetof(struct session, last_login)},
    {"lang", offsetof(struct session, lang)},
    {"draft_key", offsetof(struct session, draft_key)},
    {"terms", offsetof(struct session, terms)},
};

static char **slot(struct session *s, size_t offset)
{
    return (char **)(void *)((char *)s + offset);
}

struct db_batch *session_batch(const char *terminal, const char *terms)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, false, "select * from session_open($1::text, $2::text, $3::text)", 3,
                 (const char *[]){terminal, MANSAP_VERSION, terms});
    db_batch_add(b, false,
                 "select dict, code, parent, kk, ru, en, valid_from, valid_to from dictionary"
                 " where dict <> 'phrase' or parent is null" /* of one's own centre, or of all */
                 " or parent = (select o.code from organisation as o where o.id = my_org())"
                 " order by dict, sort, code",
                 0, NULL);
    db_batch_add(b, false, "select on_day, working, kk, ru from holiday order by on_day", 0, NULL);
    db_batch_add(b, false, "select edition, kk, ru, en from terms", 0, NULL);
    return b;
}

struct db_batch *session_lang_batch(enum lang lang)
{
    struct db_batch *b = db_batch_new();
    db_batch_add(b, true, "select my_lang($1::text)", 1, (const char *[]){i18n_code(lang)});
    return b;
}

static void dictionary_read(struct dict_set *set, const struct db_result *r)
{
    for (int i = 0; i < db_rows(r); i++) {
        struct dict_word w = {
            .code = db_get(r, i, 1),
            .parent = db_get(r, i, 2),
            .kk = db_get(r, i, 3),
            .ru = db_get(r, i, 4),
            .en = db_get(r, i, 5),
            .valid_from = db_get(r, i, 6),
            .valid_to = db_get(r, i, 7),
        };
        dict_add(set, db_get(r, i, 0), &w);
    }
}

static void holidays_read(struct calendar *c, const struct db_result *r)
{
    for (int i = 0; i < db_rows(r); i++) {
        const char *on_day = db_get(r, i, 0), *working = db_get(r, i, 1);
        const char *kk = db_get(r, i, 2), *ru = db_get(r, i, 3);
        calendar_add(c, day_parse_iso(on_day), working && *working == 't', kk ? kk : "",
                     ru ? ru : "");
    }
}

static void terms_read(struct session *s, const struct db_result *r)
{
    for (int i = 0; s->terms && i < db_rows(r); i++) {
        if (!str_same(db_get(r, i, 0), s->terms))
            continue;
        str_set(&s->terms_kk, db_get(r, i, 1));
        str_set(&s->terms_ru, db_get(r, i, 2));
        str_set(&s->terms_en, db_get(r, i, 3));
    }
}

static bool flag(const struct db_result *r, const char *column)
{
    const char *value = db_get_named(r, 0, column);
    return value && *value == 't';
}

bool session_read(struct session *s, const struct db_reply *reply, struct error *err)
{
    *s = (struct session){.world = {.today = DAY_NONE}};
    if (!reply->ok)
        return guard_error(reply, err);
    const struct db_result *r = reply->results[ANSWER_OPEN];
    for (size_t i = 0; i < COUNT(texts); i++)
        str_set(slot(s, texts[i].slot), db_get_named(r, 0, texts[i].column));
    terms_read(s, reply->results[ANSWER_TERMS]);
    if (!flag(r, "ok"))
        return guard_refuse(err, db_get_named(r, 0, "code"), db_get_named(r, 0, "detail"));
    const char *version = db_get_named(r, 0, "schema_version");
    const char *today = db_get_named(r, 0, "today");
    s->schema_version = version ? (int)strtol(version, NULL, 10) : 0;
    if (s->schema_version != SCHEMA_VERSION)
        return guard_refuse(err, "MS452", version);
    s->training = flag(r, "training");
    s->may_write = flag(r, "may_write");
    s->calendar = calendar_new();
    s->dicts = dict_set_new();
    holidays_read(s->calendar, reply->results[ANSWER_HOLIDAY]);
    dictionary_read(s->dicts, reply->results[ANSWER_DICTIONARY]);
    s->world = (struct value_world){
        .today = day_parse_iso(today ? today : ""),
        .calendar = s->calendar,
        .dicts = s->dicts,
    };
    return true;
}

void session_done(struct session *s)
{
    if (s->draft_key)
        wipe(s->draft_key, strlen(s->draft_key));
    for (size_t i = 0; i < COUNT(texts); i++)
        free(*slot(s, texts[i].slot));
    free(s->terms_kk);
    free(s->terms_ru);
    free(s->terms_en);
    calendar_free(s->calendar);
    dict_set_free(s->dicts);
    *s = (struct session){.world = {.today = DAY_NONE}};
}

const char *session_org(const struct session *s)
{
    const char *name = i18n_get() == LANG_KK ? s->org_kk : s->org_ru;
    return name ? name : "";
}
