/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/i18n.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/util.h"

#define DOMAIN "mansap"

/* glibc's: raised, it makes gettext look again which languages are wanted. */
extern int _nl_msg_cat_cntr;

static const char *const codes[] = {[LANG_KK] = "kk", [LANG_RU] = "ru", [LANG_EN] = "en"};
static enum lang current = LANG_KK;
static i18n_pass *through;

/* gettext translates nothing while a category is "C"; C.UTF-8 is on every Debian. */
static void leave_c(int category)
{
    const char *now = setlocale(category, NULL);
    if (!now || strcmp(now, "C") == 0 || strcmp(now, "POSIX") == 0)
        setlocale(category, "C.UTF-8");
}

static bool holds_catalogues(const char *dir)
{
    char *file = xasprintf("%s/%s/LC_MESSAGES/" DOMAIN ".mo", dir, codes[LANG_KK]);
    bool found = access(file, R_OK) == 0;
    free(file);
    return found;
}

/* Looks beside the program and up to three floors above it: build/locale of a source tree, also for
   tests below build/, and share/locale of a prefix. */
static void bind_catalogues(void)
{
    static const char *const below[] = {"build/locale", "locale", "share/locale"};
    char dir[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", dir, sizeof dir - 1);
    if (n <= 0)
        return;
    dir[n] = '\0';
    for (int floor = 0; floor < 4; floor++) {
        char *slash = strrchr(dir, '/');
        if (!slash)
            return;
        *slash = '\0';
        for (size_t i = 0; i < COUNT(below); i++) {
            char *path = xasprintf("%s/%s", dir, below[i]);
            bool found = holds_catalogues(path);
            if (found)
                bindtextdomain(DOMAIN, path);
            free(path);
            if (found)
                return;
        }
    }
}

void i18n_init(void)
{
    /* The other categories stay "C": numbers and dates are written by value.c and read by the
       server, and what is not loaded costs nothing. */
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    leave_c(LC_CTYPE);
    leave_c(LC_MESSAGES);
    bind_catalogues();
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    i18n_set(LANG_KK);
}

void i18n_set(enum lang lang)
{
    current = lang;
    if (setenv("LANGUAGE", codes[lang], 1) != 0)
        die("out of memory");
    ++_nl_msg_cat_cntr;
}

enum lang i18n_get(void)
{
    return current;
}

const char *i18n_code(enum lang lang)
{
    return codes[lang];
}

int i18n_parse(const char *code, enum lang *lang)
{
    for (size_t i = 0; i < COUNT(codes); i++)
        if (str_same(code, codes[i])) {
            *lang = (enum lang)i;
            return true;
        }
    return false;
}

void i18n_through(i18n_pass *pass)
{
    through = pass;
}

static const char *passed(const char *text)
{
    return through ? through(text) : text;
}

const char *i18n_text(const char *msgid)
{
    return str_empty(msgid) ? msgid /* "" would be the catalogue's head */
                            : passed(dgettext(DOMAIN, msgid));
}

const char *i18n_caption(const char *context, const char *msgid)
{
    if (str_empty(msgid))
        return msgid;
    char *key = xasprintf("%s\004%s", context, msgid);
    const char *text = dgettext(DOMAIN, key);
    bool found = text != key;
    free(key);
    return found ? text : msgid;
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
    return passed(dngettext(DOMAIN, one, many, n));
}
