/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card for a script: through the same logged door as the screens. */
#ifndef COMMON_SHOW_H
#define COMMON_SHOW_H

#include "common/config.h"

/* Opens the card of that IIN for the stated purpose and returns it as JSON (the caller's); NULL and
 * err on a refusal or failure. */
char *show_card(const struct config *c, const char *iin, const char *purpose, struct error *err);

#endif
