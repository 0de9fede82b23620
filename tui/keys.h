/* SPDX-License-Identifier: GPL-3.0-or-later */
/* THE key table: the key bar, the help screen, the README and the menu read it, nobody else says
 * what a key does. */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/util.h"

enum action {
    ACT_NONE,
    ACT_CHAR, /* a printable character: key.ch */
    /* Moving and editing: always delivered to the screen on top, never on the key bar. */
    ACT_ENTER,
    ACT_TAB,
    ACT_DOWN, /* also Ctrl+N */
    ACT_BACKTAB,
    ACT_UP, /* also Ctrl+P */
    ACT_LEFT,
    ACT_RIGHT,
    ACT_HOME,
    ACT_END,
    ACT_INSERT,
    ACT_DELETE,
    ACT_BACKSPACE,
    ACT_PAGE_UP,
    ACT_PAGE_DOWN,
    ACT_CLEAR, /* Ctrl+U */
    ACT_ESC, /* Esc, F12, Ctrl+C (K-15): the application takes it first for a query and a message */
    ACT_REPAINT, /* Ctrl+L: the application's */
    /* Commands: delivered only if the screen on top declares them (screen_ops.keys). */
    ACT_HELP,    /* F1: the application's */
    ACT_SAVE,    /* F2: save; confirm */
    ACT_LEAVE,   /* F3 */
    ACT_LIST,    /* F4 */
    ACT_REFRESH, /* F5 */
    ACT_NEW,     /* F6 */
    ACT_FIND,    /* F7 */
    ACT_PROBLEM, /* F8 */
    ACT_DITTO,   /* F9 */
    ACT_MENU,    /* F10: the application's */
    ACT_HISTORY, /* F11 */
    ACT_JUMP,    /* Ctrl+G */
    ACT_ANNUL,   /* Ctrl+K */
    ACT_UNDO,    /* Ctrl+Z */
    /* By a word in the menu only. */
    ACT_LANG,
    ACT_LOCK,
    ACT_DRAFTS, /* what was found not saved at the start */
    ACT_ABOUT,
    ACT_BRIEF,
    ACT_TIMELINE,
    ACT_QUERY,    /* by form */
    ACT_TOUR,     /* the application's */
    ACT_CHECK,    /* of the identity */
    ACT_GLOSSARY, /* the application's */
    ACT_COUNT
};
#define ACT_FIRST_COMMAND ACT_HELP

struct key {
    enum action action;
    uint32_t ch; /* of ACT_CHAR */
};

struct key_row {
    enum action action;
    const char *id;       /* "F2", "Enter": what a key is called in test scripts, between < and > */
    const char *keys;     /* as shown: "Enter, Tab, Down" */
    const char *fallback; /* "Ctrl+S" or "" */
    int codes[4];         /* of curses (KEY_F(2)), ended by 0 */
    int ctrl[3];          /* control characters, ended by 0 */
    const char *word_kk, *word_ru, *word_en; /* at the command line; NULL: none */
    const char *label; /* short msgid for the key bar; NULL: never shown there */
    const char *what;  /* msgid for the help screen and the README */
};

/* In the order of the help screen; ends with action ACT_NONE. What is on: keys_rows(). */
extern const struct key_row key_table[];

/* The table with the keys of the profile that is on: "mansap" (key_table itself), "5250", "oracle".
   All that follows looks there. */
const struct key_row *keys_rows(void);
bool keys_profile(const char *name);     /* turns it on; false: there is none */
const char *keys_profile_name(size_t i); /* NULL behind the last */

const struct key_row *keys_row(enum action a); /* NULL if there is none */
/* As the screens name it: the arrows have no name on the keyboard, so theirs is translated; "" if
 * it has no key. */
const char *keys_shown(const struct key_row *row);
/* What a curses key code or control character means; ACT_NONE if nothing. */
enum action keys_from_code(int code);
enum action keys_from_ctrl(int ch);
/* The text with the names of the profile's keys in place of key_table's. It stays until the profile
 * changes. */
const char *keys_name_in(const char *text);
void keys_names_forget(void);
/* By id, case-insensitive: "F2", "Down", "Ctrl+S", "Esc". */
enum action keys_from_id(const char *id);
/* Does the typed beginning name this action's word in any language or layout (K-10)? 2: the whole
 * word, 1: a beginning, 0: no. */
int keys_match(const struct key_row *row, const char *typed);
/* Is that the word: in any case, in letters that count as the same, in any layout (K-10)? Blanks
 * and quotes around it do not matter. */
bool keys_is_word(const char *word, const char *typed);
/* K-10: the Latin, Russian and Kazakh characters of one key: are a and b on the same key? */
bool keys_same_key(uint32_t a, uint32_t b);
/* What the same keys give in layout `to` that gave the text in layout `from`; the caller's. */
enum { KEYS_LAYOUTS = 3 };
char *keys_typed_on(const char *text, int from, int to);
/* A Kazakh, Russian or Latin text in one plain Latin spelling: equal if it is the same word. The
 * caller's. */
char *keys_latin(const char *text);
/* The table as Markdown, in English with the Kazakh words, for the README: the caller's. */
char *keys_markdown(void);
/* What the profiles move, likewise. */
char *keys_profiles_markdown(void);

/* The commands that work now on a screen (K-14), in the order of the key bar. */
struct key_hint {
    enum action action;
    const char *label; /* translated; NULL: that of the table, "": not in the bar */
};
struct key_set {
    struct key_hint hint[32];
    int count;
};
/* label: translated, must stay valid while drawn (a result of _() does), or NULL. Adding an action
 * again replaces its label. */
void keys_add(struct key_set *set, enum action a, const char *label);
bool keys_has(const struct key_set *set, enum action a);

#endif
