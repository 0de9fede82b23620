/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only user of gettext. Messages: the msgid is English. Captions: the msgid is the Kazakh of
   the order and the msgctxt its section. All text is UTF-8. */
#ifndef COMMON_I18N_H
#define COMMON_I18N_H

#define _(text) i18n_text(text)

enum lang { LANG_KK, LANG_RU, LANG_EN };

/* Finds the catalogues beside the program (build tree) or under its prefix; language kk. Once,
 * first. */
void i18n_init(void);

/* Switches at once; texts already fetched stay as they are. */
void i18n_set(enum lang lang);
enum lang i18n_get(void);
const char *i18n_code(enum lang lang); /* "kk", "ru", "en" */
/* Reads a code; returns false and leaves *lang for an unknown one. */
int i18n_parse(const char *code, enum lang *lang);

/* Every text but captions passes through it, NULL: through nothing. What it returns has to stay. */
typedef const char *i18n_pass(const char *text);
void i18n_through(i18n_pass *pass);

const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));
const char *i18n_caption(const char *context, const char *msgid);
/* n decides the plural form. */
const char *i18n_plural(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

#endif
