/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OPEN: the screen that a script begins on. */
#include <stdlib.h>
#include <string.h>

#include "tests/screen/script.h"
#include "tui/screens.h"

/* The words of a command: at most n, the last takes the rest. Returns how many. */
static int words(char *text, char *out[], int n)
{
    int count = 0;
    while (*text && count < n) {
        out[count++] = text;
        size_t len = count == n ? strlen(text) : strcspn(text, " ");
        text += len;
        while (*text == ' ')
            *text++ = 0;
    }
    return count;
}

static char *id_of(struct script *s, const char *iin)
{
    bool ok;
    char *sql = xasprintf("select id from mansap.card where iin = '%s'", iin);
    char *id = script_sql(s, sql, &ok);
    free(sql);
    if (ok && !id)
        script_why(s, "no card has the IIN %s", iin);
    return id;
}

static struct screen *screen_for(struct script *s, char *w[], int n)
{
    struct app *app = s->app;
    if (strcmp(w[0], "search") == 0)
        return scr_search_new(app, n > 1 ? w[1] : NULL);
    if (strcmp(w[0], "query") == 0)
        return scr_query_new(app);
    if (strcmp(w[0], "exact") == 0 && n == 3)
        return scr_card_open_iin(app, w[1], w[2]);
    if (strcmp(w[0], "fresh") == 0)
        return scr_card_fresh(app, n > 1 ? w[1] : NULL, n > 2 ? w[2] : NULL, NULL, NULL);
    if (strcmp(w[0], "card") == 0 && n == 2) {
        char *id = id_of(s, w[1]);
        struct screen *screen = id ? scr_card_new(app, id) : NULL;
        free(id);
        return screen;
    }
    script_why(
        s,
        "OPEN home | search [TEXT] | query | card IIN | exact IIN PURPOSE | fresh [IIN [SURNAME]]");
    return NULL;
}

bool script_open(struct script *s, const char *text)
{
    if (!s->app && !script_start_app(s))
        return false;
    s->trips = db_round_trips(s->db);
    char *copy = xstrdup(text), *w[3];
    int n = words(copy, w, 3);
    bool ok = n > 0;
    if (ok && strcmp(w[0], "home") != 0) {
        struct screen *screen = screen_for(s, w, n);
        ok = screen != NULL;
        if (ok)
            app_push(s->app, screen);
    }
    free(copy);
    script_settle(s);
    return ok;
}
