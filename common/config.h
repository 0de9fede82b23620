/* SPDX-License-Identifier: GPL-3.0-or-later */
/* config.ini -> struct config. The only user of iniparser. */
#ifndef COMMON_CONFIG_H
#define COMMON_CONFIG_H

#include "common/error.h"
#include "common/i18n.h"

struct config {
    char *path;     /* the file read, or NULL: none was there */
    char *conninfo; /* [database] conninfo, libpq's syntax; "" if not given. A password in it is an
                       error. */
    char *terminal; /* [terminal] id: as registered; default "local" on a socket, else the host name
                     */
    enum lang lang; /* [screen] language, until the person has chosen one */
    bool lang_given;     /* --lang: stronger than what the person has chosen */
    char *keys;          /* [screen] keys: mansap, 5250 or oracle */
    int escape_delay_ms; /* [screen] escape_delay */
    bool beep;           /* [screen] beep */
    bool high_contrast;  /* [screen] high_contrast */
    int lock_minutes;    /* [session] lock_minutes */
};

/* path: from --config, or NULL: $MANSAP_CONFIG, $XDG_CONFIG_HOME/mansap/config.ini,
   /etc/mansap/config.ini, the first that exists. An unknown or duplicate key or a bad value: false,
   err names file, line, key and remedy. */
bool config_load(struct config *c, const char *path, struct error *err);
void config_done(struct config *c);

#endif
