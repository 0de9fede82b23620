/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key profiles: for those whose hands know another system. A profile moves function keys; the
   actions, the words and the control characters stay. */
#include <string.h>

#include "common/i18n.h"
#include "tui/keys.h"
#include "tui/term.h"

#define CTRL(c) ((c)&0x1f)

enum { ROWS = 64 };

/* What differs from key_table; codes and ctrl replace those there. */
static const struct key_row ibm5250[] = {
    {.action = ACT_PAGE_UP, .id = "PgUp", .keys = "PgUp, F7", .codes = {KEY_PPAGE, KEY_F(7)}},
    {.action = ACT_PAGE_DOWN, .id = "PgDn", .keys = "PgDn, F8", .codes = {KEY_NPAGE, KEY_F(8)}},
    {.action = ACT_FIND, .id = "F16", .keys = "F16", .codes = {KEY_F(16)}},
    {.action = ACT_PROBLEM, .id = "F14", .keys = "F14", .codes = {KEY_F(14)}},
    {.action = ACT_MENU, .id = "F10", .keys = "F10", .codes = {KEY_F(10), KEY_F(21)}},
    {.action = ACT_ANNUL, .id = "F23", .keys = "F23", .fallback = "Ctrl+K", .codes = {KEY_F(23)}},
    {.action = ACT_HELP, .id = "F1", .keys = "F1", .codes = {KEY_F(1), KEY_F(24), KEY_HELP}},
    {.action = ACT_NONE},
};

static const struct key_row oracle[] = {
    {.action = ACT_MENU, .id = "F2", .keys = "F2", .codes = {KEY_F(2)}},
    {.action = ACT_DITTO, .id = "F3", .keys = "F3", .codes = {KEY_F(3)}},
    {.action = ACT_LEAVE,
     .id = "F4",
     .keys = "F4",
     .fallback = "Ctrl+Q",
     .codes = {KEY_F(4)},
     .ctrl = {CTRL('Q'), CTRL('X')}},
    {.action = ACT_LIST, .id = "F9", .keys = "F9", .codes = {KEY_F(9)}},
    {.action = ACT_SAVE, .id = "F10", .keys = "F10", .codes = {KEY_F(10)}},
    {.action = ACT_ANNUL, .id = "F18", .keys = "F18", .fallback = "Ctrl+K", .codes = {KEY_F(18)}},
    {.action = ACT_NONE},
};

static const struct key_row standard[] = {{.action = ACT_NONE}};

static const struct {
    const char *name;
    const struct key_row *rows;
} profiles[] = {{"mansap", standard}, {"5250", ibm5250}, {"oracle", oracle}};

static struct key_row active[ROWS];
static size_t chosen;

static void merge(struct key_row *row, const struct key_row *other)
{
    row->id = other->id;
    row->keys = other->keys;
    if (other->fallback)
        row->fallback = other->fallback;
    memcpy(row->codes, other->codes, sizeof row->codes);
    if (other->ctrl[0])
        memcpy(row->ctrl, other->ctrl, sizeof row->ctrl);
}

static void build(void)
{
    size_t n = 0;
    for (const struct key_row *r = key_table; r->action; r++) {
        if (n == ROWS - 1)
            die("keys: more than %d rows", ROWS - 1);
        active[n] = *r;
        for (const struct key_row *o = profiles[chosen].rows; o->action; o++)
            if (o->action == r->action)
                merge(&active[n], o);
        n++;
    }
    active[n] = (struct key_row){.action = ACT_NONE};
}

const struct key_row *keys_rows(void)
{
    if (!active[0].action)
        build();
    return active;
}

bool keys_profile(const char *name)
{
    for (size_t i = 0; i < COUNT(profiles); i++)
        if (strcmp(profiles[i].name, name) == 0) {
            chosen = i;
            build();
            keys_names_forget();
            i18n_through(profiles[i].rows == standard ? NULL : keys_name_in);
            return true;
        }
    return false;
}

const char *keys_profile_name(size_t i)
{
    return i < COUNT(profiles) ? profiles[i].name : NULL;
}

char *keys_profiles_markdown(void)
{
    struct buf b = {0};
    size_t before = chosen;
    buf_add(&b, "| action | `mansap` | `5250` | `oracle` |\n|---|---|---|---|\n");
    for (const struct key_row *r = key_table; r->action; r++) {
        const char *keys[COUNT(profiles)];
        bool differs = false;
        for (chosen = 0; chosen < COUNT(profiles); chosen++) {
            build();
            keys[chosen] = keys_row(r->action)->keys;
            differs = differs || !str_same(keys[chosen], r->keys);
        }
        if (differs)
            buf_addf(&b, "| %s | %s | %s | %s |\n", r->what, keys[0], keys[1], keys[2]);
    }
    chosen = before;
    build();
    return buf_take(&b);
}
