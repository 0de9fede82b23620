/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of every field: help, captions that fit, and the order's own words. */
#include "tests/unit/definitions.h"

#include "common/i18n.h"
#include "common/utf8.h"
#include "tests/unit/captions.h"

/* On a screen of 80 columns a caption has 42 % of what the rail leaves (tui/page_draw.c), and a
   page shows at most so many lines of it; most captions need half of them. */
enum {
    CAPTION_WIDTH = (80 - 18 - 1) * 42 / 100,
    CAPTION_LINES = 8,
    CAPTION_USUAL = 4,
    HEADING_WIDTH = 80 - 18 - 1
};

/* --- texts --- */

/* "... (order 365, annex 1, column 12)." */
static void check_help(const struct entry *e, const struct field *f)
{
    size_t n = f->help ? strlen(f->help) : 0;
    expect(e, f,
           n > 20 && str_same(f->help + n - 2, ").") && f->help[0] >= 'A' && f->help[0] <= 'Z');
    const char *source = strrchr(f->help, '(');
    expect(e, f, source > f->help && source[-1] == ' ');
    expect(e, f, strstr(source, "order ") || strstr(source, "strategic plan"));
}

static void every_field_has_help_with_its_source(void **state)
{
    (void)state;
    walk(check_help);
}

static void check_caption(const struct entry *e, const struct field *f)
{
    expect(e, f, !str_empty(f->caption) && utf8_valid(f->caption));
    char *clean = utf8_clean(f->caption, false);
    expect(e, f, str_same(clean, f->caption));
    free(clean);
    /* which field is meant must be clear on the page of its section */
    for (const struct field *g = fields_of(e->section); g < f; g++)
        expect(e, f, !str_same(g->caption, f->caption));
}

static void captions_are_there_and_tell_fields_apart(void **state)
{
    (void)state;
    walk(check_caption);
}

static int lines(const char *context, const char *caption, int width)
{
    return utf8_wrap(i18n_caption(context, caption), width, NULL, NULL);
}

static int longest(const char *s)
{
    int most = 0;
    for (const char *word = s; *word; word += strspn(word, " ")) {
        size_t n = strcspn(word, " ");
        char *one = xasprintf("%.*s", (int)n, word);
        int width = utf8_width(one);
        free(one);
        most = width > most ? width : most;
        word += n;
    }
    return most;
}

static int very_long;

static void check_fit(const struct entry *e, const struct field *f)
{
    int n = lines(e->section->name, f->caption, CAPTION_WIDTH);
    expect(e, f, longest(i18n_caption(e->section->name, f->caption)) <= CAPTION_WIDTH);
    expect(e, f, n <= CAPTION_LINES);
    very_long += n > CAPTION_USUAL;
    if (f->heading)
        expect(e, f, lines(e->section->name, f->heading, HEADING_WIDTH) <= 2);
}

static void captions_fit_a_narrow_screen(void **state)
{
    (void)state;
    static const enum lang langs[] = {LANG_KK, LANG_RU, LANG_EN};
    for (size_t i = 0; i < COUNT(langs); i++) {
        i18n_set(langs[i]);
        very_long = 0;
        walk(check_fit);
        assert_in_range(very_long, 0, 5); /* 16.3 outcome, 16.4 housing, signatures */
    }
    i18n_set(LANG_KK);
}

/* In the rail: number and state take 6 of its 18 cells, the number of rows up to 3. */
static void short_captions_fit_the_rail(void **state)
{
    (void)state;
    static const enum lang langs[] = {LANG_KK, LANG_RU, LANG_EN};
    for (size_t i = 0; i < COUNT(langs); i++) {
        i18n_set(langs[i]);
        for (const struct entry *e = editions[0]->entries; e->number; e++) {
            const char *text = i18n_caption("short", e->section->short_caption);
            int room = e->section->kind == SECTION_SINGLE ? 18 - 6 : 18 - 6 - 3;
            if (str_empty(text) || utf8_width(text) > room)
                fail_msg("%s: %s", e->number, text ? text : "none");
            if (langs[i] != LANG_KK && str_same(text, e->section->short_caption) &&
                !str_same(text, "Телефон") && !str_same(text, "Субсидия") &&
                !str_same(text, "Грант"))
                fail_msg("%s: %s is not translated", e->number, text);
        }
    }
    i18n_set(LANG_KK);
}

/* --- the order's own words --- */

static bool is_part(const char *number, const char *field)
{
    for (size_t i = 0; i < COUNT(parts); i++)
        if (str_same(parts[i].number, number) && str_same(parts[i].field, field))
            return true;
    return false;
}

/* The caption itself, or with ": part" or " part" behind it. */
static bool says(const char *caption, const char *printed_one)
{
    return caption && str_starts(caption, printed_one) &&
           strchr(" :", caption[strlen(printed_one)]);
}

static bool entry_says(const struct entry *e, const char *caption)
{
    bool found = says(e->section->caption, caption);
    for (const struct field *f = fields_of(e->section); f->name; f++)
        found = found || str_same(f->heading, caption) ||
                (!(f->flags & FIELD_UNPRINTED) &&
                 (str_same(f->caption, caption) ||
                  (is_part(e->number, f->name) && says(f->caption, caption))));
    return found;
}

static const struct entry *entry_at(const char *number)
{
    for (const struct entry *e = editions[0]->entries; e->number; e++)
        if (str_same(e->number, number))
            return e;
    fail_msg("no section %s", number);
    return NULL;
}

static void every_printed_caption_is_in_its_section(void **state)
{
    (void)state;
    assert_string_equal(editions[0]->id, "2024-06-25");
    for (size_t i = 0; i < COUNT(printed); i++)
        if (!entry_says(entry_at(printed[i].number), printed[i].caption))
            fail_msg("%s lacks: %s", printed[i].number, printed[i].caption);
    for (size_t i = 0; i < COUNT(parts); i++)
        assert_true(has_field(entry_at(parts[i].number)->section, parts[i].field));
}

static bool on_paper(const char *number, const char *caption)
{
    for (size_t i = 0; i < COUNT(printed); i++)
        if (str_same(printed[i].number, number) && str_same(printed[i].caption, caption))
            return true;
    return false;
}

static int checked;

static void check_printed(const struct entry *e, const struct field *f)
{
    bool paper = on_paper(e->number, f->caption);
    bool part = is_part(e->number, f->name);
    bool unprinted = f->flags & FIELD_UNPRINTED;
    if (unprinted ? paper || part : paper == part)
        fail_msg("%s.%s: %s", e->section->name, f->name,
                 unprinted ? "the form prints it" : "the form does not print it");
    if (f->heading)
        expect(e, f, on_paper(e->number, f->heading));
    checked += paper;
}

/* Nothing is printed that the form does not have; section headings included. */
static void nothing_else_counts_as_printed(void **state)
{
    (void)state;
    assert_null(editions[1]); /* a second edition gets a list of its own */
    checked = 0;
    walk(check_printed);
    assert_true(checked > 80);
    for (const struct entry *e = editions[0]->entries; e->number; e++)
        if (!str_in_list("1|12|*|+", e->number) && !on_paper(e->number, e->section->caption))
            fail_msg("%s: the form has no caption %s", e->number, e->section->caption);
    assert_true(on_paper("12", entry_at("12")->section->caption));
}

int main(void)
{
    i18n_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_help_with_its_source),
        cmocka_unit_test(captions_are_there_and_tell_fields_apart),
        cmocka_unit_test(captions_fit_a_narrow_screen),
        {"[K-14] short captions fit the rail", short_captions_fit_the_rail, NULL, NULL, NULL},
        {"[Z-10] [A-2] [Z-5] every printed caption is in its section",
         every_printed_caption_is_in_its_section, NULL, NULL, NULL},
        {"[Z-4] nothing else counts as printed", nothing_else_counts_as_printed, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("captions", tests, NULL, NULL);
}
