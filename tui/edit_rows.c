/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows without a line end are one wrapped line: joined by a blank, or by none if the upper row is
 * full and the next does not begin with a blank. */
#include "tui/edit_rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "common/util.h"

struct rows {
    struct buf cells;
    int width, count;
    int used;   /* cells of the last row */
    bool solid; /* no blank in it */
};

static void end_row(struct rows *r)
{
    for (; r->used < r->width; r->used++)
        buf_add(&r->cells, " ");
    r->count++;
    r->used = 0;
}

static void new_row(struct rows *r)
{
    bool joined = r->used == r->width && r->solid;
    end_row(r);
    r->solid = true;
    if (joined) { /* a full row without a blank says that its word goes on: this one begins another
                   */
        buf_add(&r->cells, " ");
        r->used = 1;
        r->solid = false;
    }
}

/* A word longer than a row fills rows to their last cell. */
static void add_word(struct rows *r, const char *s, size_t bytes)
{
    uint32_t c;
    for (size_t n; bytes > 0 && (n = utf8_next(s, &c)) > 0; s += n, bytes -= n) {
        int w = utf8_char_width(c);
        if (r->used + w > r->width) {
            end_row(r);
            r->solid = true;
        }
        buf_addn(&r->cells, s, n);
        r->used += w;
    }
}

static void add_paragraph(struct rows *r, const char *s, bool ends)
{
    r->used = 0;
    r->solid = true;
    for (bool first = true;; first = false) {
        size_t n = strcspn(s, " ");
        char *word = xcalloc(n + 1, 1);
        memcpy(word, s, n);
        int w = utf8_width(word);
        free(word);
        if (!first && r->used + 1 + w > r->width) {
            new_row(r);
        } else if (!first) {
            buf_add(&r->cells, " ");
            r->used++;
            r->solid = false;
        }
        add_word(r, s, n);
        s += n;
        if (!*s++)
            break;
    }
    if (ends && r->used == r->width) { /* full: the mark gets a row of its own */
        end_row(r);
    }
    if (ends) {
        buf_add(&r->cells, EDIT_LINE_END_TEXT);
        r->used++;
    }
    end_row(r);
}

char *edit_rows_from(const char *text, int width)
{
    struct rows r = {.width = width};
    char *copy = xstrdup(text), *line = copy;
    for (char *end; line; line = end ? end + 1 : NULL) {
        end = strchr(line, '\n');
        if (end)
            *end = 0;
        add_paragraph(&r, line, end != NULL);
    }
    free(copy);
    return buf_take(&r.cells);
}

static void add_wide(struct buf *b, const wchar_t *w, size_t n)
{
    char out[5];
    for (size_t i = 0; i < n; i++) {
        utf8_put(out, w[i] == EDIT_LINE_END ? ' ' : (uint32_t)w[i]);
        buf_add(b, out);
    }
}

/* One row of the block: its characters, and where the next begins. */
static size_t row_length(const wchar_t *w, int width)
{
    size_t n = 0;
    for (int cells = 0; w[n] && cells < width; n++)
        cells += utf8_char_width((uint32_t)w[n]);
    return n;
}

char *edit_rows_text(const wchar_t *w, int width)
{
    struct buf b = {0};
    bool broken = false; /* the row above was full without a blank: its word goes on */
    bool begin = true;   /* of a paragraph */
    for (size_t n; (n = row_length(w, width)) > 0; w += n) {
        size_t first = 0, end = n;
        while (end > 0 && w[end - 1] == L' ')
            end--;
        bool ends = end > 0 && w[end - 1] == EDIT_LINE_END;
        bool full = end == n && !wmemchr(w, L' ', n) && !ends;
        if (ends)
            end--;
        while (end > 0 && w[end - 1] == L' ')
            end--;
        while (!begin && first < end && w[first] == L' ')
            first++;
        if (end > first && !begin && (!broken || first > 0))
            buf_add(&b, " ");
        add_wide(&b, w + first, end > first ? end - first : 0);
        if (ends)
            buf_add(&b, "\n");
        broken = full;
        begin = ends || (begin && end == 0);
    }
    return buf_take(&b);
}
