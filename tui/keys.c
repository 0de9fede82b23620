/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/keys.h"

#include <string.h>
#include <strings.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "forms/form.h"
#include "tui/term.h"

#define CTRL(c) ((c)&0x1f)

const struct key_row key_table[] = {
    {.action = ACT_ENTER,
     .id = "Enter",
     .keys = "Enter",
     .codes = {KEY_ENTER},
     .ctrl = {'\r', '\n'},
     .what = N_("Next field; open the row; carry out the word. Never saves")},
    {.action = ACT_TAB, .id = "Tab", .keys = "Tab", .ctrl = {'\t'}, .what = N_("Next field")},
    {.action = ACT_DOWN,
     .id = "Down",
     .keys = "Down",
     .fallback = "Ctrl+N",
     .codes = {KEY_DOWN},
     .ctrl = {CTRL('N')},
     .what = N_("Next field or row")},
    {.action = ACT_BACKTAB,
     .id = "Shift-Tab",
     .keys = "Shift-Tab",
     .codes = {KEY_BTAB},
     .what = N_("Back along the path taken")},
    {.action = ACT_UP,
     .id = "Up",
     .keys = "Up",
     .fallback = "Ctrl+P",
     .codes = {KEY_UP},
     .ctrl = {CTRL('P')},
     .what = N_("Back along the path taken; previous row")},
    {.action = ACT_LEFT,
     .id = "Left",
     .keys = "Left",
     .codes = {KEY_LEFT},
     .what = N_("Edit: one character to the left")},
    {.action = ACT_RIGHT,
     .id = "Right",
     .keys = "Right",
     .codes = {KEY_RIGHT},
     .what = N_("Edit: one character to the right")},
    {.action = ACT_HOME,
     .id = "Home",
     .keys = "Home",
     .codes = {KEY_HOME, KEY_FIND},
     .what = N_("Edit: to the beginning")},
    {.action = ACT_END,
     .id = "End",
     .keys = "End",
     .codes = {KEY_END, KEY_SELECT},
     .what = N_("Edit: to the end")},
    {.action = ACT_INSERT,
     .id = "Ins",
     .keys = "Ins",
     .codes = {KEY_IC},
     .what = N_("Edit the value instead of replacing it")},
    {.action = ACT_DELETE,
     .id = "Del",
     .keys = "Del",
     .codes = {KEY_DC},
     .what = N_("Delete the character under the cursor")},
    {.action = ACT_BACKSPACE,
     .id = "Backspace",
     .keys = "Backspace",
     .codes = {KEY_BACKSPACE},
     .ctrl = {CTRL('H'), 0x7f},
     .what = N_("Delete the character before the cursor")},
    {.action = ACT_PAGE_UP,
     .id = "PgUp",
     .keys = "PgUp",
     .fallback = "Ctrl+B",
     .codes = {KEY_PPAGE},
     .ctrl = {CTRL('B')},
     .what = N_("Previous section; a page up in a list")},
    {.action = ACT_PAGE_DOWN,
     .id = "PgDn",
     .keys = "PgDn",
     .fallback = "Ctrl+F",
     .codes = {KEY_NPAGE},
     .ctrl = {CTRL('F')},
     .what = N_("Next section; a page down in a list")},
    {.action = ACT_CLEAR,
     .id = "Ctrl+U",
     .keys = "Ctrl+U",
     .ctrl = {CTRL('U')},
     .what = N_("Clear the field")},
    {.action = ACT_ESC,
     .id = "Esc",
     .keys = "Esc, F12",
     .fallback = "Ctrl+C",
     .codes = {KEY_F(12), KEY_CANCEL},
     .ctrl = {0x1b, CTRL('C')},
     .word_kk = "бас тарту",
     .word_ru = "отмена",
     .word_en = "cancel",
     .what =
         N_("One step back: query, message, list, the field's change, the row's changes, leave")},
    {.action = ACT_REPAINT,
     .id = "Ctrl+L",
     .keys = "Ctrl+L",
     .ctrl = {CTRL('L')},
     .what = N_("Repaint the screen")},
    {.action = ACT_HELP,
     .id = "F1",
     .keys = "F1",
     .fallback = "?",
     .codes = {KEY_F(1), KEY_HELP},
     .word_kk = "көмек",
     .word_ru = "помощь",
     .word_en = "help",
     .label = N_("Help"),
     .what = N_("Help: the message, the field, the section, all keys")},
    {.action = ACT_SAVE,
     .id = "F2",
     .keys = "F2",
     .fallback = "Ctrl+S",
     .codes = {KEY_F(2)},
     .ctrl = {CTRL('S')},
     .word_kk = "сақтау",
     .word_ru = "сохранить",
     .word_en = "save",
     .label = N_("Save"),
     .what = N_("Save; confirm")},
    {.action = ACT_LEAVE,
     .id = "F3",
     .keys = "F3",
     .fallback = "Ctrl+X",
     .codes = {KEY_F(3)},
     .ctrl = {CTRL('X')},
     .word_kk = "шығу",
     .word_ru = "выход",
     .word_en = "exit",
     .label = N_("Leave"),
     .what = N_("Leave one level")},
    {.action = ACT_LIST,
     .id = "F4",
     .keys = "F4",
     .fallback = "Ctrl+V",
     .codes = {KEY_F(4)},
     .ctrl = {CTRL('V')},
     .word_kk = "тізім",
     .word_ru = "список",
     .word_en = "list",
     .label = N_("List"),
     .what = N_("List, calendar, look-up; in a long text the editor")},
    {.action = ACT_REFRESH,
     .id = "F5",
     .keys = "F5",
     .fallback = "Ctrl+R",
     .codes = {KEY_F(5)},
     .ctrl = {CTRL('R')},
     .word_kk = "жаңарту",
     .word_ru = "обновить",
     .word_en = "refresh",
     .label = N_("Refresh"),
     .what = N_("Fetch from the server again")},
    {.action = ACT_NEW,
     .id = "F6",
     .keys = "F6",
     .fallback = "Ctrl+O",
     .codes = {KEY_F(6)},
     .ctrl = {CTRL('O')},
     .word_kk = "жаңа",
     .word_ru = "новая",
     .word_en = "new",
     .label = N_("New"),
     .what = N_("New row, visit, referral; a new card only through a search")},
    {.action = ACT_FIND,
     .id = "F7",
     .keys = "F7",
     .fallback = "Ctrl+W",
     .codes = {KEY_F(7)},
     .ctrl = {CTRL('W')},
     .word_kk = "іздеу",
     .word_ru = "поиск",
     .word_en = "find",
     .label = N_("Find"),
     .what = N_("Find a person; save and next person when a card is open")},
    {.action = ACT_PROBLEM,
     .id = "F8",
     .keys = "F8",
     .fallback = "Ctrl+E",
     .codes = {KEY_F(8)},
     .ctrl = {CTRL('E')},
     .word_kk = "қате",
     .word_ru = "ошибка",
     .word_en = "problem",
     .label = N_("Problem"),
     .what = N_("Clear the message and go to the next problem")},
    {.action = ACT_DITTO,
     .id = "F9",
     .keys = "F9",
     .fallback = "Ctrl+D",
     .codes = {KEY_F(9)},
     .ctrl = {CTRL('D')},
     .word_kk = "қайтала",
     .word_ru = "повтор",
     .word_en = "ditto",
     .label = N_("Ditto"),
     .what = N_("Repeat: from the row above, the last card, the last value used here")},
    {.action = ACT_MENU,
     .id = "F10",
     .keys = "F10",
     .fallback = "Ctrl+T",
     .codes = {KEY_F(10)},
     .ctrl = {CTRL('T')},
     .word_kk = "мәзір",
     .word_ru = "меню",
     .word_en = "menu",
     .label = N_("Menu"),
     .what = N_("Menu and command line")},
    {.action = ACT_HISTORY,
     .id = "F11",
     .keys = "F11",
     .fallback = "Ctrl+Y",
     .codes = {KEY_F(11)},
     .ctrl = {CTRL('Y')},
     .word_kk = "тарих",
     .word_ru = "история",
     .word_en = "history",
     .label = N_("History"),
     .what = N_("History of the field")},
    {.action = ACT_JUMP,
     .id = "Ctrl+G",
     .keys = "Ctrl+G",
     .ctrl = {CTRL('G')},
     .label = N_("Jump"),
     .what = N_("Jump: 16.2 a section, 14/2 a field of it, or the beginning of a caption")},
    {.action = ACT_ANNUL,
     .id = "Ctrl+K",
     .keys = "Ctrl+K",
     .ctrl = {CTRL('K')},
     .word_kk = "жою",
     .word_ru = "аннулировать",
     .word_en = "annul",
     .label = N_("Annul"),
     .what = N_("Annul a row; asks for a reason")},
    {.action = ACT_UNDO,
     .id = "Ctrl+Z",
     .keys = "Ctrl+Z",
     .ctrl = {CTRL('Z')},
     .word_kk = "қайтару",
     .word_ru = "вернуть",
     .word_en = "undo",
     .label = N_("Undo"),
     .what = N_("Give back what the field held; then take back the last save")},
    {.action = ACT_PRINT,
     .id = "print",
     .word_kk = "басып шығару",
     .word_ru = "печать",
     .word_en = "print",
     .what = N_("Print")},
    {.action = ACT_LANG,
     .id = "language",
     .word_kk = "тіл",
     .word_ru = "язык",
     .word_en = "language",
     .what = N_("Language of the screens")},
    {.action = ACT_LOCK,
     .id = "lock",
     .word_kk = "құлып",
     .word_ru = "блокировка",
     .word_en = "lock",
     .what = N_("Lock the screen")},
    {.action = ACT_SIGN,
     .id = "sign",
     .word_kk = "қол қою",
     .word_ru = "подпись",
     .word_en = "sign",
     .what = N_("Sign")},
    {.action = ACT_UNMASK,
     .id = "unmask",
     .word_kk = "ашу",
     .word_ru = "показать",
     .word_en = "unmask",
     .what = N_("Show the masked values")},
    {.action = ACT_DRAFTS,
     .id = "drafts",
     .word_kk = "жоба",
     .word_ru = "черновики",
     .word_en = "drafts",
     .what = N_("What was typed and not saved when the program broke off")},
    {.action = ACT_ABOUT,
     .id = "about",
     .word_kk = "бағдарлама туралы",
     .word_ru = "о программе",
     .word_en = "about",
     .what = N_("About the program and the edition of the form")},
    {.action = ACT_NONE},
};

/* K-10: one row a key. Characters of the key in the Latin, the Russian and the Kazakh layout,
 * unshifted; a space stands for none. */
static const char *const layouts[] = {
    "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.",
    "(\"әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№",
};

/* The keys that bear c, as a set of bits. */
static uint64_t keys_bearing(uint32_t c)
{
    uint64_t set = 0;
    c = utf8_lower(c);
    for (size_t i = 0; i < COUNT(layouts); i++) {
        const char *s = layouts[i];
        uint32_t here;
        size_t n;
        for (unsigned key = 0; (n = utf8_next(s, &here)) > 0; key++, s += n)
            if (here == c)
                set |= UINT64_C(1) << key;
    }
    return set;
}

bool keys_same_key(uint32_t a, uint32_t b)
{
    return utf8_lower(a) == utf8_lower(b) || (keys_bearing(a) & keys_bearing(b)) != 0;
}

static int match_word(const char *word, const char *typed)
{
    uint32_t a, b;
    size_t n, m;
    while ((m = utf8_next(typed, &b)) > 0) {
        n = utf8_next(word, &a);
        if (n == 0 || !keys_same_key(a, b))
            return 0;
        word += n;
        typed += m;
    }
    return *word ? 1 : 2;
}

int keys_match(const struct key_row *row, const char *typed)
{
    const char *const words[] = {row->word_kk, row->word_ru, row->word_en, row->keys};
    int best = 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        int m = words[i] && *typed ? match_word(words[i], typed) : 0;
        if (m > best)
            best = m;
    }
    return best;
}

const struct key_row *keys_row(enum action a)
{
    for (const struct key_row *r = key_table; r->action; r++)
        if (r->action == a)
            return r;
    return NULL;
}

static enum action find_number(int code, bool ctrl)
{
    for (const struct key_row *r = key_table; r->action && code; r++)
        for (const int *p = ctrl ? r->ctrl : r->codes; *p; p++)
            if (*p == code)
                return r->action;
    return ACT_NONE;
}

enum action keys_from_code(int code)
{
    return find_number(code, false);
}

enum action keys_from_ctrl(int ch)
{
    return find_number(ch, true);
}

enum action keys_from_id(const char *id)
{
    for (const struct key_row *r = key_table; r->action; r++)
        if (strcasecmp(r->id, id) == 0 || (r->fallback && strcasecmp(r->fallback, id) == 0))
            return r->action;
    if (strcasecmp(id, "F12") == 0)
        return ACT_ESC;
    return ACT_NONE;
}

char *keys_markdown(void)
{
    struct buf b = {0};
    buf_add(&b, "| key | fallback | word (kk) | action |\n|---|---|---|---|\n");
    for (const struct key_row *r = key_table; r->action; r++)
        buf_addf(&b, "| %s | %s | %s | %s |\n", r->keys ? r->keys : "F10 + word",
                 r->fallback ? r->fallback : "", r->word_kk ? r->word_kk : "", r->what);
    return buf_take(&b);
}

void keys_add(struct key_set *set, enum action a, const char *label)
{
    for (int i = 0; i < set->count; i++)
        if (set->hint[i].action == a) {
            set->hint[i].label = label;
            return;
        }
    if (set->count < (int)COUNT(set->hint))
        set->hint[set->count++] = (struct key_hint){a, label};
}

bool keys_has(const struct key_set *set, enum action a)
{
    for (int i = 0; i < set->count; i++)
        if (set->hint[i].action == a)
            return true;
    return false;
}
