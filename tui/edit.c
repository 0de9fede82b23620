/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form library keeps a field as a block of cells padded with blanks; it knows no line ends and
   speaks the C library's encoding. So:
   - the form stands on a pad of its own that is never refreshed; edit_draw copies what it shows;
   - a line end is kept as a no-break space, the last character of its row: visible to nobody, and
   deleting it joins the lines;
   - text comes back from the buffer row by row, blanks at the ends cut; rows without the mark are
   one wrapped line;
   - a text that the terminal's character set lacks would come back as blanks, so it is shown with
   `?` and read-only. */
#include "tui/edit.h"

#include <form.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"
#include "tui/edit_rows.h"

struct edit {
    int lines, width, max;
    bool multiline, fresh, locked;
    bool read; /* text is what stands in the field */
    int drawn_y, drawn_x;
    enum style drawn_style;
    char *text; /* of a read-only one; else as last read */
    WINDOW *pad;
    FIELD *field[2];
    FORM *form;
};

static wchar_t *block(const struct edit *e)
{
    WINDOW *cells = e->form->w;
    int lines, cols, y, x, n = 0;
    getmaxyx(cells, lines, cols);
    getyx(cells, y, x);
    wchar_t *w = xcalloc((size_t)lines * (size_t)cols + 1, sizeof *w);
    for (int i = 0; i < lines; i++) {
        int got = mvwinnwstr(cells, i, 0, w + n, cols);
        n += got > 0 ? got : 0;
    }
    w[n] = 0;
    wmove(cells, y, x);
    return w;
}

static void trim_end(char *s)
{
    size_t n = strlen(s);
    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\n'))
        s[--n] = 0;
}

/* --- building ------------------------------------------------------------------------------- */

static void teardown(struct edit *e)
{
    if (!e->form)
        return;
    unpost_form(e->form);
    free_form(e->form);
    free_field(e->field[0]);
    delwin(e->pad);
    e->form = NULL;
}

static void build(struct edit *e)
{
    int width = e->width;
    if (e->lines == 1 && e->max > 0 && e->max + 1 < width)
        width = e->max + 1; /* the last cell is the cursor's */
    e->pad = newpad(e->lines, width);
    e->field[0] = new_field(e->lines, width, 0, 0, 0, 0);
    e->field[1] = NULL;
    if (!e->pad || !e->field[0])
        die("edit: no memory for a field");
    field_opts_off(e->field[0], O_STATIC | O_BLANK | O_AUTOSKIP);
    field_opts_on(e->field[0], O_WRAP | O_PASSOK | O_NULLOK);
    e->form = new_form(e->field);
    if (!e->form)
        die("edit: no memory for a form");
    form_opts_off(e->form, O_NL_OVERLOAD | O_BS_OVERLOAD);
    set_form_win(e->form, e->pad);
    set_form_sub(e->form, e->pad); /* it would be stdscr */
    if (post_form(e->form) != E_OK)
        die("edit: the form cannot be posted");
    form_driver(e->form, REQ_INS_MODE);
}

static void put_text(struct edit *e, const char *text)
{
    e->read = false;
    e->locked = !term_can_show(text);
    char *cells = e->lines > 1 ? edit_rows_from(text, e->width) : xstrdup(text);
    char *local = term_local(cells); /* as the form library wants it */
    set_field_buffer(e->field[0], 0, local);
    free(local);
    free(cells);
    free(e->text);
    e->text = xstrdup(text);
}

struct edit *edit_new(int lines, int width, int max, bool multiline)
{
    struct edit *e = xcalloc(1, sizeof *e);
    *e = (struct edit){.lines = lines < 1 ? 1 : lines, .width = width < 2 ? 2 : width, .max = max};
    e->multiline = multiline && e->lines > 1;
    e->text = xstrdup("");
    build(e);
    return e;
}

void edit_free(struct edit *e)
{
    if (!e)
        return;
    teardown(e);
    free(e->text);
    free(e);
}

void edit_set(struct edit *e, const char *text)
{
    put_text(e, text ? text : "");
    form_driver(e->form, REQ_END_FIELD);
    e->fresh = false;
}

void edit_fresh(struct edit *e, const char *text)
{
    put_text(e, text ? text : "");
    form_driver(e->form, REQ_BEG_FIELD);
    e->fresh = true;
}

bool edit_is_fresh(const struct edit *e)
{
    return e->fresh;
}

const char *edit_text(const struct edit *e)
{
    if (e->locked || e->read)
        return e->text;
    wchar_t *w = block(e);
    char *s = e->lines > 1 ? edit_rows_text(w, e->width) : term_utf8(w);
    free(w);
    trim_end(s);
    struct edit *mine = (struct edit *)e; /* a cache: what the caller borrows */
    free(mine->text);
    mine->text = s;
    mine->read = true;
    return s;
}

/* Where the cursor stands in the block. */
static int cursor_offset(const struct edit *e)
{
    return e->form->currow * e->width + e->form->curcol;
}

/* Is everything from the cursor on blank? */
static bool at_end(const struct edit *e)
{
    wchar_t *w = block(e);
    int at = cursor_offset(e), cells = 0;
    bool blank = true;
    for (size_t i = 0; w[i] && blank; i++) {
        blank = cells < at || w[i] == L' ';
        cells += utf8_char_width((uint32_t)w[i]);
    }
    free(w);
    return blank;
}

/* Characters that are no blanks before the cursor: what a new width leaves as it is. */
static int solid_before(const wchar_t *w, int at)
{
    int n = 0;
    for (int cells = 0; *w && cells < at; w++) {
        cells += utf8_char_width((uint32_t)*w);
        n += *w != L' ';
    }
    return n;
}

/* Puts the cursor behind so many characters that are no blanks; on the next one if it stood on one.
 */
static void go_behind(struct edit *e, int solid, bool on_text)
{
    wchar_t *after = block(e);
    const wchar_t *p = after;
    wchar_t last = 0;
    for (; solid > 0 && *p; p++) {
        if (*p != L' ')
            last = *p, solid--;
        form_driver(e->form, REQ_NEXT_CHAR);
    }
    if (on_text)
        for (; *p == L' '; p++)
            form_driver(e->form, REQ_NEXT_CHAR);
    else if (last == EDIT_LINE_END)
        form_driver(e->form, REQ_NEXT_LINE);
    free(after);
}

void edit_size(struct edit *e, int lines, int width)
{
    lines = lines < 1 ? 1 : lines;
    width = width < 2 ? 2 : width;
    if (lines == e->lines && width == e->width)
        return;
    bool wrapped = e->lines > 1 || lines > 1;
    wchar_t *before = block(e);
    int at = cursor_offset(e), solid = solid_before(before, at);
    bool on_text = solid_before(before, at + 1) > solid;
    free(before);
    char *text = xstrdup(edit_text(e));
    teardown(e);
    e->lines = lines;
    e->width = width;
    build(e);
    put_text(e, text);
    free(text);
    form_driver(e->form, REQ_BEG_FIELD);
    if (!wrapped) {
        for (; at > 0; at--)
            form_driver(e->form, REQ_NEXT_CHAR);
        return;
    }
    go_behind(e, solid, on_text);
}

/* --- keys ----------------------------------------------------------------------------------- */

static bool insert(struct edit *e, uint32_t c, bool *full)
{
    char out[5];
    utf8_put(out, c);
    if (e->fresh) {
        put_text(e, "");
        form_driver(e->form, REQ_BEG_FIELD);
        e->fresh = false;
    }
    bool room = !e->locked && term_can_show(out) &&
                (e->max == 0 || (int)utf8_length(edit_text(e)) < e->max);
    if (!room || form_driver_w(e->form, OK, (wchar_t)c) != E_OK)
        *full = true;
    e->read = false;
    return true;
}

static bool new_line(struct edit *e, bool *full)
{
    if (!e->multiline)
        return false;
    if (e->fresh) {
        form_driver(e->form, REQ_END_FIELD);
        e->fresh = false;
    }
    insert(e, EDIT_LINE_END, full);
    if (!*full && form_driver(e->form, REQ_NEW_LINE) != E_OK)
        *full = true;
    e->read = false;
    return true;
}

static bool request(struct edit *e, int what)
{
    e->read = false;
    return form_driver(e->form, what) == E_OK;
}

static bool forward(struct edit *e, int what)
{
    return !at_end(e) && request(e, what);
}

/* At a row's beginning the form library joins the rows; the line's end has to go, too. */
static void delete_before(struct edit *e)
{
    bool joins = e->form->currow > 0 && e->form->curcol == 0;
    if (!request(e, REQ_DEL_PREV) || !joins || cursor_offset(e) == 0)
        return;
    cchar_t cell;
    wchar_t c[CCHARW_MAX] = {0};
    attr_t attr;
    short pair;
    if (mvwin_wch(e->form->w, e->form->currow, e->form->curcol - 1, &cell) == OK &&
        getcchar(&cell, c, &attr, &pair, NULL) == OK && c[0] == EDIT_LINE_END)
        request(e, REQ_DEL_PREV);
    pos_form_cursor(e->form);
}

static bool editing_key(struct edit *e, enum action a, bool *full)
{
    switch ((int)a) {
    case ACT_LEFT:
        return cursor_offset(e) > 0 && request(e, REQ_PREV_CHAR);
    case ACT_RIGHT:
        return forward(e, REQ_NEXT_CHAR);
    case ACT_UP:
        return e->lines > 1 && e->form->currow > 0 && request(e, REQ_UP_CHAR);
    case ACT_DOWN:
        return e->lines > 1 && forward(e, REQ_DOWN_CHAR);
    case ACT_HOME:
        return request(e, e->multiline ? REQ_BEG_LINE : REQ_BEG_FIELD), true;
    case ACT_END:
        return request(e, e->multiline ? REQ_END_LINE : REQ_END_FIELD), true;
    case ACT_INSERT:
        return true;
    case ACT_DELETE:
        return e->locked ? (*full = true) : (request(e, REQ_DEL_CHAR), true);
    case ACT_BACKSPACE:
        if (e->locked)
            return *full = true;
        if (e->fresh) /* nothing stands before the cursor: mend the end */
            request(e, REQ_END_FIELD);
        return delete_before(e), true;
    case ACT_CLEAR:
        if (!e->locked)
            edit_set(e, "");
        return true;
    }
    return false;
}

bool edit_key(struct edit *e, struct key k, bool *full)
{
    bool unused = false;
    full = full ? full : &unused;
    *full = false;
    if (k.action == ACT_CHAR && (e->locked || !k.ch))
        return *full = true;
    if (k.action == ACT_CHAR)
        return insert(e, k.ch, full);
    if (k.action == ACT_ENTER)
        return new_line(e, full);
    if (e->fresh && (k.action == ACT_UP || k.action == ACT_DOWN) && !e->multiline)
        return false;
    bool was_fresh = e->fresh;
    bool mine = editing_key(e, k.action, full);
    if (mine || k.action == ACT_LEFT || k.action == ACT_RIGHT)
        e->fresh = false;
    return mine || (was_fresh && !e->fresh);
}

/* From the text itself: the form library holds a `?` for what the terminal lacks. */
static void draw_locked(const struct edit *e, WINDOW *w, int y, int x, enum style s)
{
    for (int i = 0; i < e->lines; i++)
        term_text(w, y + i, x, e->width, e->lines > 1 ? "" : e->text, s);
    if (e->lines > 1)
        term_wrapped(w, y, x, e->lines, e->width, e->text, s);
}

void edit_draw(struct edit *e, WINDOW *w, int y, int x, enum style s)
{
    e->drawn_y = y;
    e->drawn_x = x;
    e->drawn_style = s;
    if (e->locked) {
        draw_locked(e, w, y, x, s);
        return;
    }
    int lines, cols;
    getmaxyx(e->pad, lines, cols);
    for (int i = 0; i < lines; i++) {
        wchar_t row[512];
        int n = mvwinnwstr(e->pad, i, 0, row, cols < 511 ? cols : 511);
        row[n > 0 ? n : 0] = 0;
        for (wchar_t *end; (end = wcschr(row, EDIT_LINE_END)) != NULL;)
            *end = L' ';
        char *text = term_utf8(row);
        trim_end(text); /* the cells behind are the field's, not the text's */
        term_text(w, y + i, x, e->width, text, s);
        free(text);
    }
    pos_form_cursor(e->form);
}

void edit_echo(void *edit, WINDOW *w)
{
    struct edit *e = edit;
    edit_draw(e, w, e->drawn_y, e->drawn_x, e->drawn_style);
}

void edit_cursor(const struct edit *e, int *y, int *x)
{
    pos_form_cursor(e->form);
    getyx(e->pad, *y, *x);
}
