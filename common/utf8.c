/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/utf8.h"

#include <string.h>

#include "common/util.h"

enum { REPLACEMENT = 0xFFFD, NBSP = 0xA0 };

struct range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t c, const struct range *r, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c >= r[i].first && c <= r[i].last)
            return true;
    return false;
}

size_t utf8_next(const char *s, uint32_t *c)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char b = (unsigned char)*s;
    if (b < 0x80) {
        *c = b;
        return b ? 1 : 0;
    }
    size_t n = b >= 0xF0 && b < 0xF8   ? 4
               : b >= 0xE0 && b < 0xF0 ? 3
               : b >= 0xC2 && b < 0xE0 ? 2
                                       : 0;
    uint32_t value = n ? b & (0x7Fu >> n) : 0;
    for (size_t i = 1; i < n; i++) {
        unsigned char next = (unsigned char)s[i];
        if ((next & 0xC0) != 0x80) {
            n = 0;
            break;
        }
        value = value << 6 | (next & 0x3F);
    }
    if (!n || value < least[n] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        *c = REPLACEMENT;
        return 1;
    }
    *c = value;
    return n;
}

size_t utf8_put(char *out, uint32_t c)
{
    size_t n = 0;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = REPLACEMENT;
    if (c < 0x80) {
        out[n++] = (char)c;
    } else if (c < 0x800) {
        out[n++] = (char)(0xC0 | c >> 6);
        out[n++] = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out[n++] = (char)(0xE0 | c >> 12);
        out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (c & 0x3F));
    } else {
        out[n++] = (char)(0xF0 | c >> 18);
        out[n++] = (char)(0x80 | (c >> 12 & 0x3F));
        out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (c & 0x3F));
    }
    out[n] = '\0';
    return n;
}

bool utf8_valid(const char *s)
{
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n)
        if (n == 1 && c == REPLACEMENT)
            return false;
    return true;
}

size_t utf8_length(const char *s)
{
    size_t count = 0;
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n)
        count++;
    return count;
}

void utf8_cut(char *s)
{
    size_t len = strlen(s);
    size_t start = len;
    while (start > 0 && len - start < 3 && ((unsigned char)s[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0 || (unsigned char)s[start - 1] < 0xC0)
        return;
    uint32_t c;
    if (utf8_next(s + start - 1, &c) == 1)
        s[start - 1] = '\0';
}

int utf8_char_width(uint32_t c)
{
    static const struct range none[] = {
        {0, 0x1F},        {0x7F, 0x9F},       {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},
        {0x610, 0x61A},   {0x64B, 0x65F},     {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
        {0x20D0, 0x20F0}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
        {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
    };
    static const struct range wide[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
        {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };
    /* Latin and Cyrillic, all that is usual, before the search. */
    if ((c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x300) || (c >= 0x370 && c < 0x483) ||
        (c >= 0x48A && c < 0x591))
        return 1;
    if (in_ranges(c, none, COUNT(none)))
        return 0;
    return in_ranges(c, wide, COUNT(wide)) ? 2 : 1;
}

int utf8_width(const char *s)
{
    int width = 0;
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n)
        width += utf8_char_width(c);
    return width;
}

size_t utf8_fit(const char *s, int width)
{
    size_t bytes = 0;
    uint32_t c;
    for (size_t n; (n = utf8_next(s + bytes, &c)); bytes += n) {
        width -= utf8_char_width(c);
        if (width < 0)
            break;
    }
    return bytes;
}

/* Letters that come in pairs of code points, the capital at an even or at an odd one. */
static const struct range capital_even[] = {{0x100, 0x137},  {0x14A, 0x177}, {0x460, 0x481},
                                            {0x48A, 0x4BF},  {0x4D0, 0x52F}, {0x1E00, 0x1E95},
                                            {0x1EA0, 0x1EFF}};
static const struct range capital_odd[] = {{0x139, 0x148}, {0x179, 0x17E}, {0x4C1, 0x4CE}};

uint32_t utf8_lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c < 0x100)
        return c;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c == 0x130 || c == 0x178 || c == 0x4C0 || c == 0x1E9E)
        return c == 0x130 ? 'i' : c == 0x178 ? 0xFF : c == 0x4C0 ? 0x4CF : 0xDF;
    if (in_ranges(c, capital_even, COUNT(capital_even)))
        return c | 1;
    if (in_ranges(c, capital_odd, COUNT(capital_odd)))
        return c + (c & 1);
    return c;
}

uint32_t utf8_upper(uint32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) ||
        (c >= 0x430 && c <= 0x44F))
        return c - 32;
    if (c < 0xFF)
        return c;
    if (c >= 0x450 && c <= 0x45F)
        return c - 80;
    if (c == 0x131 || c == 0xFF || c == 0x4CF)
        return c == 0x131 ? 'I' : c == 0xFF ? 0x178 : 0x4C0;
    if (in_ranges(c, capital_even, COUNT(capital_even)))
        return c & ~1u;
    if (in_ranges(c, capital_odd, COUNT(capital_odd)))
        return c - !(c & 1);
    return c;
}

bool utf8_is_cyrillic(uint32_t c)
{
    return c >= 0x400 && c <= 0x52F && !(c >= 0x482 && c <= 0x489);
}

bool utf8_is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) ||
           utf8_is_cyrillic(c);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == NBSP || (c >= '\t' && c <= '\r') || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/* What fold() makes of a lower-case character; 0: it is dropped. The SQL function fold() has the
 * same list. */
static uint32_t fold_char(uint32_t c)
{
    static const struct {
        uint32_t from, to;
    } map[] = {
        {U'ә', U'а'}, {U'ғ', U'г'}, {U'қ', U'к'}, {U'ң', U'н'}, {U'ө', U'о'}, {U'ұ', U'у'},
        {U'ү', U'у'}, {U'һ', U'х'}, {U'і', U'и'}, {U'ё', U'е'}, {U'й', U'и'}, {U'щ', U'ш'},
        {U'ы', U'и'}, {U'э', U'е'}, {U'ъ', 0},    {U'ь', 0},    {'-', 0},     {'\'', 0},
        {U'’', 0},    {U'ʼ', 0},    {'`', 0},     {'.', 0},     {'a', U'а'},  {'c', U'с'},
        {'e', U'е'},  {'h', U'х'},  {'i', U'и'},  {'k', U'к'},  {'m', U'м'},  {'o', U'о'},
        {'p', U'р'},  {'t', U'т'},  {'x', U'х'},  {'y', U'у'},  {'b', U'в'},
    };
    for (size_t i = 0; i < COUNT(map); i++)
        if (map[i].from == c)
            return map[i].to;
    return c;
}

static void add_char(struct buf *b, uint32_t c)
{
    char out[5];
    buf_addn(b, out, utf8_put(out, c));
}

char *utf8_fold(const char *s)
{
    struct buf b = {0};
    bool gap = false;
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n) {
        if (is_blank(c)) {
            gap = true;
            continue;
        }
        c = fold_char(utf8_lower(c));
        if (!c)
            continue;
        if (gap && b.len)
            buf_add(&b, " ");
        gap = false;
        add_char(&b, c);
    }
    return buf_take(&b);
}

/* Characters that cannot be seen: control, soft hyphen, zero width, direction marks. */
static bool is_unseen(uint32_t c)
{
    static const struct range unseen[] = {{0, 0x1F},        {0x7F, 0x9F},     {0xAD, 0xAD},
                                          {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x2064},
                                          {0xFEFF, 0xFEFF}};
    return in_ranges(c, unseen, COUNT(unseen));
}

char *utf8_clean(const char *s, bool multiline)
{
    struct buf b = {0};
    bool gap = false;
    size_t breaks = 0; /* line breaks kept back until a character follows */
    uint32_t c;
    for (size_t n; (n = utf8_next(s, &c)); s += n) {
        if (multiline && c == '\n') {
            breaks++;
            continue;
        }
        if (is_blank(c)) {
            gap = true;
            continue;
        }
        if (is_unseen(c))
            continue;
        for (; breaks && b.len; breaks--, gap = false)
            buf_add(&b, "\n");
        if (gap && b.len)
            buf_add(&b, " ");
        gap = false;
        breaks = 0;
        add_char(&b, c);
    }
    return buf_take(&b);
}

/* Bytes of the first line of s, of the text up to end; *next gets where the following one begins.
 */
static size_t first_line(const char *s, const char *end, int width, const char **next)
{
    size_t fits = utf8_fit(s, width);
    if (s + fits >= end) {
        *next = end;
        return (size_t)(end - s);
    }
    size_t cut = fits;
    while (cut > 0 && s[cut] != ' ')
        cut--;
    if (cut == 0) { /* one long word */
        uint32_t c;
        cut = fits ? fits : utf8_next(s, &c);
        *next = s + cut;
        return cut;
    }
    const char *after = s + cut;
    while (after < end && *after == ' ')
        after++;
    *next = after;
    while (cut > 0 && s[cut - 1] == ' ')
        cut--;
    return cut;
}

int utf8_wrap(const char *s, int width, void (*line)(void *ctx, const char *s, size_t bytes),
              void *ctx)
{
    int lines = 0;
    for (;;) {
        const char *end = s + strcspn(s, "\n");
        do {
            const char *next;
            size_t bytes = first_line(s, end, width < 1 ? 1 : width, &next);
            if (line)
                line(ctx, s, bytes);
            lines++;
            s = next;
        } while (s < end);
        if (!*end)
            return lines;
        s = end + 1;
    }
}
