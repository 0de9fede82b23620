/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working days (Z-11): Saturday, Sunday and the holidays of the server's table are not. */
#ifndef COMMON_CALENDAR_H
#define COMMON_CALENDAR_H

#include "common/clock.h"

struct calendar; /* days off and moved working days */

struct calendar *calendar_new(void);
void calendar_free(struct calendar *c);
void calendar_add(struct calendar *c, day d, bool working, const char *name_kk,
                  const char *name_ru);
bool calendar_working(const struct calendar *c, day d); /* c NULL: weekends only */
const char *calendar_name(const struct calendar *c, day d,
                          const char *lang); /* the holiday's, or NULL */
day calendar_add_working(const struct calendar *c, day d,
                         int n); /* n working days after d; n may be negative */

#endif
