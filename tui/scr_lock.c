/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The locked screen: nothing is seen until the password is typed again. It is proved by a second
   connection and wiped at once; nobody keeps it. Whatever the program does meanwhile happens
   beneath. */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/screens.h"

enum { SECRET_MAX = 256, CONNECT_MS = 15000, FIELD_Y = 6, FIELD_X = 4, FIELD_CELLS = 40 };

struct scr_lock {
    struct screen base;
    char secret[SECRET_MAX];
    char *why; /* the last try failed */
};

static void forget(struct scr_lock *l)
{
    wipe(l->secret, sizeof l->secret);
}

static char *where(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return xstrdup(_("The screen is locked"));
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    struct scr_lock *l = (struct scr_lock *)s;
    int width = getmaxx(w) - 2 * FIELD_X;
    int n = (int)utf8_length(l->secret);
    char dots[FIELD_CELLS + 1] = "";
    memset(dots, '*', (size_t)(n < FIELD_CELLS ? n : FIELD_CELLS - 1));
    term_put(w, 2, FIELD_X, width, app->session.person ? app->session.person : app->session.login,
             STYLE_NORMAL);
    term_wrapped(w, FIELD_Y - 2, FIELD_X, 2, width,
                 _("Type your password and Enter. What was typed is kept as it is."), STYLE_NORMAL);
    term_text(w, FIELD_Y, FIELD_X, FIELD_CELLS, dots, STYLE_FIELD);
    if (l->why)
        term_wrapped(w, FIELD_Y + 2, FIELD_X, 4, width, l->why, STYLE_ERROR);
}

static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)app;
    int n = (int)utf8_length(((struct scr_lock *)s)->secret);
    *y = FIELD_Y;
    *x = FIELD_X + (n < FIELD_CELLS ? n : FIELD_CELLS - 1);
    return true;
}

static void prove(struct scr_lock *l, struct app *app)
{
    struct error err = {.what = ""};
    struct db *twin = db_twin(app->db, l->secret);
    bool ok = db_connect_wait(twin, CONNECT_MS, &err) && db_used_password(twin);
    forget(l);
    db_free(twin);
    free(l->why);
    l->why = ok ? NULL : error_text(&err);
    if (ok) {
        app->lock = NULL;
        app_pop(app, &l->base);
        return;
    }
    term_beep();
    term_drop_typeahead();
}

static void take_char(struct scr_lock *l, uint32_t ch)
{
    char out[5];
    size_t n = utf8_put(out, ch), len = strlen(l->secret);
    if (len + n < sizeof l->secret)
        memcpy(l->secret + len, out, n + 1);
    else
        term_beep();
    wipe(out, sizeof out);
}

static void take_back(struct scr_lock *l)
{
    size_t len = strlen(l->secret);
    while (len > 0 && ((unsigned char)l->secret[len - 1] & 0xc0) == 0x80)
        len--;
    if (len > 0)
        memset(l->secret + len - 1, 0, sizeof l->secret - len);
}

/* What was typed goes to the drafts. */
static void leave(struct app *app)
{
    for (int i = app->depth - 1; i >= 0; i--)
        if (app->stack[i]->ops->hangup)
            app->stack[i]->ops->hangup(app->stack[i], app);
    app_quit(app);
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_lock *l = (struct scr_lock *)s;
    switch ((int)k.action) {
    case ACT_CHAR:
        take_char(l, k.ch);
        return true;
    case ACT_BACKSPACE:
        take_back(l);
        return true;
    case ACT_CLEAR:
    case ACT_ESC:
        forget(l);
        return true;
    case ACT_ENTER:
        if (*l->secret)
            prove(l, app);
        return true;
    case ACT_LEAVE:
        leave(app);
        return true;
    }
    return false;
}

static const char *focus(struct screen *s, struct app *app)
{
    (void)s;
    (void)app;
    return "password";
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    (void)s;
    (void)app;
    keys_add(set, ACT_LEAVE, _("leave, keep the drafts"));
}

static void done(struct screen *s, struct app *app)
{
    struct scr_lock *l = (struct scr_lock *)s;
    if (app->lock == s)
        app->lock = NULL;
    forget(l);
    free(l->why);
    free(l);
}

static const struct screen_ops ops = {
    .name = "lock",
    .alone = true,
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

struct screen *scr_lock_new(struct app *app)
{
    struct scr_lock *l = xcalloc(1, sizeof *l);
    (void)app;
    l->base.ops = &ops;
    return &l->base;
}
