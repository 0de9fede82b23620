/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month to choose a day from: arrows, PgUp/PgDn a month, Enter takes. Days off are marked by a
 * character. */
#ifndef TUI_CALENDAR_PICK_H
#define TUI_CALENDAR_PICK_H

#include "common/clock.h"
#include "tui/app.h"

typedef void calendar_chosen(void *ctx, struct app *app,
                             day d); /* DAY_NONE: left without a choice */
/* title is copied; start DAY_NONE: today. load: shows how many visits wait on each day. */
struct screen *calendar_pick_new(struct app *app, const char *title, day start, bool load,
                                 calendar_chosen *chosen, void *ctx);
const char *calendar_weekday(int weekday); /* translated short name; 1 Monday .. 7 */

#endif
