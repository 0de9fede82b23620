/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F10: the commands that work now with their keys and words; a command line at the same time
 * (K-10). */
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "tui/app.h"

struct screen *menu_new(struct app *app);

#endif
