/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What app.c, app_send.c and app_draw.c share; nobody else includes it. */
#ifndef TUI_APP_INNER_H
#define TUI_APP_INNER_H

#include "tui/app.h"

/* app_send.c */
void app_send_forget_owner(struct app *app, const struct screen *owner);
bool app_send_cancel(
    struct app *app); /* Esc: gives up the newest batch that may be; false: there is none */
int app_send_timeout(struct app *app); /* ms until something has to be done; -1: nothing waits */
void app_send_turn(struct app *app);   /* failures without a connection, losses, reconnecting */
/* A key asks for a connection now. False: there is one. */
bool app_send_hurry(struct app *app);
bool app_send_busy(const struct app *app);
void app_send_done(struct app *app);

/* app_stack.c */
/* Takes s and what lies above it away without telling the one beneath. */
bool app_stack_take(struct app *app, struct screen *s);

/* app_idle.c */
int app_idle_timeout(const struct app *app); /* ms; -1: nothing waits */
void app_idle_turn(struct app *app);
void app_hint_later(struct app *app); /* a key came: the pause begins anew */

/* app_draw.c */
void app_draw_release(struct screen *s);
void app_draw_resized(struct app *app);
void app_draw_done(struct app *app);

/* app_echo.c: around the delivery of a key, and in the place of a whole drawing */
void app_echo_begin(struct app *app);
void app_echo_end(struct app *app);
bool app_echo_drawn(struct app *app); /* false: everything is to be drawn */

/* app.c */
void app_bury(struct app *app); /* frees popped screens */
void app_feed(struct app *app); /* delivers the keys that are there */

#endif
