/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1 in three steps, from the nearest to the farthest: the message and the field; the section and
   the screen; the marks and all keys. Kept as paragraphs without their language, so that a switch
   of the language or another size is only drawing again. */
#include <stdio.h>
#include <stdlib.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "tui/help_stamp.h"
#include "tui/screens.h"
#include "tui/sheet.h"

enum { INDENT = 2, KEYS_WIDTH = 11, FALLBACK_WIDTH = 8, WORD_WIDTH = 18 };

enum help_step { STEP_NEAR, STEP_SECTION, STEP_KEYS, STEPS };

struct scr_help {
    struct screen base;
    struct help_topic topic;
    struct help_stamp stamp; /* of the value in the field */
    char *said;              /* line 23 whole: it may have been cut there */
    char *locked;            /* why the field cannot be typed */
    enum help_step step;
    int top, lines, total; /* as drawn last */
};

/* What a screen is for and how one works on it. */
static const struct {
    const char *screen, *text;
} screens[] = {
    {"home",
     N_("Visits that are overdue or due today, and the cards you had open last. Up and Down "
        "choose a line, Enter opens the card. F7 finds a person. A code may be typed beside a "
        "line: "
        "к came, ж did not come, +14 next visit in 14 days, 2 opens the card, 5 opens it only to "
        "be "
        "looked at; Enter then carries out all of them, Ctrl+Z takes it back.")},
    {"search",
     N_("Type a whole IIN or its beginning, a surname or its beginning, surname and name in either "
        "order, or a birth date; the list follows while you type. Enter opens the person if there "
        "is only one, otherwise Down or Enter goes into the list. Kazakh and Russian letters, "
        "capital and small ones, count as the same; such hits bear the mark ~. Who is only similar "
        "stands under a heading. In the list a code may be typed beside each person: 2 opens the "
        "card, 5 opens it only to be looked at; of an unemployed person of your centre also к "
        "came, ж did not come, +14 next visit in 14 days. Enter then carries out all of them. A "
        "new card can be made only after a search without the person.")},
    {"query",
     N_("Each field takes a condition: a value is found as it is, whatever its letters' case and "
        "kind; > >= < <= before it compare dates, numbers and texts, a..b is from a to b, a.. "
        "from a on; * stands for any characters, so ах* begins and *ов ends so; ! before a "
        "condition turns it round; = alone finds the empty field, * alone the filled one. A card "
        "is found if it meets all; conditions within one list must meet in one row of it. F2 "
        "counts the cards of your territory and lists them, F6 begins a new query, F9 repeats "
        "what the former one had in the field, Ctrl+Z gives all of the former one back.")},
    {"found",
     N_("The cards that meet all conditions, by name; the number is counted up to a thousand. "
        "Enter opens a card, Esc goes back to the conditions. Codes are typed beside the persons "
        "as in a search.")},
    {"drafts",
     N_("What was typed and never saved, because the program or the line broke off. Enter "
        "opens the card with these values in place, to be looked through and saved.")},
    {"card", N_("The sections stand at the left, the fields of the current one at the right. Enter "
                "goes to the next field and never saves; F2 saves. PgUp and PgDn change the "
                "section, Ctrl+G jumps to one by its number.")},
    {"timeline",
     N_("Each line is a list of the card, each column a month: a digit tells how many rows have "
        "their date in it, < that there is something before. Left and Right go a month, PgUp and "
        "PgDn a year, Home to the first row, End to the last month. Beneath stands what happened "
        "in the month; Down and Up scroll it where it has more than fits.")},
    {"brief", N_("The lists of the card, how many rows each has, and the newest one. It may be "
                 "shown to the citizen at the desk: the IIN is masked, address and telephone are "
                 "left out.")},
    {"history",
     N_("All saves of the field or the row, the newest first: when, by whom, the former and the "
        "new value. Beneath stands the line with the cursor in full, with its reason and document. "
        "F11 shows the card as it was on a day.")},
    {"asof", N_("The card as it was saved at the end of that day, for reading only. What is "
                "different now bears a *.")},
    {"calendar", N_("Arrows choose the day, PgUp and PgDn the month, Enter takes it, Esc leaves "
                    "the field as it was. * marks a day off, < today; the number beside a day "
                    "tells how many visits wait on it at your centre.")},
    {"picker", N_("Type a code or a part of a word, Kazakh or Russian: the list gets shorter. "
                  "Enter takes the line with the cursor, Esc leaves the field as it was.")},
    {"zoom", N_("Enter begins a new line, F2 takes the text, Esc leaves it as it was.")},
    {"conflict",
     N_("A colleague saved this while you were typing. Enter keeps the colleague's value, F2 "
        "saves yours over it; Esc goes back, and nothing is saved. Whatever gives way stays in "
        "the history.")},
};

static const struct {
    const char *mark, *text;
} marks[] = {
    {"*", N_("changed and not yet saved; in the rail the part that the printed form lacks")},
    {"•", N_("must be filled")},
    {"+", N_("in the rail: the section is complete")},
    {":", N_("before a value: it was typed")},
    {"=", N_("before a value: the IIN tells it")},
    {"<", N_("before a value: it was imported")},
    {"#", N_("before a value: it was changed by a document; F11 shows which")},
    {"+", N_("before a value: it agreed with a state system when the identity was checked")},
    {".", N_("in the rail: the section is filled in part")},
    {"-", N_("does not apply, or closed: only for the unemployed")},
    {"!", N_("an error, overdue; after a weekday: a day off")},
    {"o", N_("open: not yet carried out")},
    {"x", N_("annulled: kept, but no longer valid")},
    {">", N_("the current row; at the end of a value: there is more, F4 shows it")},
    {"~", N_("found only by letters that count as the same")},
};

static void put_message(struct sheet *t, int number, const char *said)
{
    const struct message_help *m = number ? message_find(number) : NULL;
    if (str_empty(said))
        return;
    char *title = number ? xasprintf(_("Message %d"), number) : xstrdup(_("Message"));
    sheet_heading(t, title);
    free(title);
    sheet_paragraph(t, INDENT, STYLE_ERROR, said);
    if (m)
        sheet_paragraph(t, INDENT, STYLE_NORMAL, _(m->explain));
}

static void put_field(struct sheet *t, const struct section *s, const struct field *f)
{
    if (!f || !s)
        return;
    sheet_heading(t, i18n_caption(s->name, f->caption));
    if (!str_empty(f->help))
        sheet_paragraph(t, INDENT, STYLE_NORMAL, _(f->help));
    if (f->flags & FIELD_UNPRINTED)
        sheet_paragraph(t, INDENT, STYLE_NORMAL, _("Shown here only, never printed on the form."));
}

/* Why the field cannot be typed, by which rule, who can; once, if the message says it, too. */
static void put_lock(struct sheet *t, const struct scr_help *h)
{
    const struct message_help *m = message_find(h->topic.rule);
    if (!h->locked)
        return;
    sheet_paragraph(t, INDENT, STYLE_NOTE, h->locked);
    if (m && h->topic.rule != h->topic.message)
        sheet_paragraph(t, INDENT, STYLE_NORMAL, _(m->explain));
}

static void put_section(struct sheet *t, const struct section *s)
{
    if (!s || str_empty(s->help))
        return;
    sheet_heading(t, i18n_caption(s->name, s->caption));
    sheet_paragraph(t, INDENT, STYLE_NORMAL, _(s->help));
}

static void put_screen(struct sheet *t, const char *name)
{
    for (size_t i = 0; i < COUNT(screens); i++) {
        if (!str_same(screens[i].screen, name))
            continue;
        sheet_heading(t, _("This screen"));
        sheet_paragraph(t, INDENT, STYLE_NORMAL, _(screens[i].text));
    }
}

static const char *word(const struct key_row *row)
{
    switch (i18n_get()) {
    case LANG_KK:
        return row->word_kk;
    case LANG_RU:
        return row->word_ru;
    case LANG_EN:
        return row->word_en;
    }
    return NULL;
}

static void put_keys(struct sheet *t)
{
    sheet_heading(t, _("All keys"));
    sheet_paragraph(
        t, INDENT, STYLE_NORMAL,
        _("The key, another way to it, and the word for the menu's command line (F10)."));
    t->line++;
    for (const struct key_row *row = keys_rows(); row->action != ACT_NONE; row++) {
        int x = INDENT;
        sheet_beside(t, x, STYLE_KEY, keys_shown(row));
        sheet_beside(t, x += KEYS_WIDTH, STYLE_KEY, row->fallback ? row->fallback : "");
        sheet_beside(t, x += FALLBACK_WIDTH, STYLE_NORMAL, word(row) ? word(row) : "");
        sheet_paragraph(t, x + WORD_WIDTH, STYLE_NORMAL, row->what ? _(row->what) : "");
    }
}

static void put_marks(struct sheet *t)
{
    sheet_heading(t, _("Marks"));
    for (size_t i = 0; i < COUNT(marks); i++) {
        sheet_beside(t, INDENT, STYLE_NORMAL, marks[i].mark);
        sheet_paragraph(t, 2 * INDENT, STYLE_NORMAL, _(marks[i].text));
    }
}

static int put_all(struct scr_help *h, struct sheet *t)
{
    switch (h->step) {
    case STEP_NEAR:
        put_message(t, h->topic.message, h->said);
        put_field(t, h->topic.section, h->topic.field);
        put_lock(t, h);
        help_stamp_put(&h->stamp, t);
        break;
    case STEP_SECTION:
        put_section(t, h->topic.section);
        put_screen(t, h->topic.screen);
        break;
    case STEP_KEYS:
        put_keys(t);
        put_marks(t);
        break;
    case STEPS:
        break;
    }
    return t->line;
}

/* The step after this one that has something to say; behind the last the first. */
static enum help_step next_step(const struct scr_help *h)
{
    struct scr_help probe = *h;
    for (int i = 0; i < STEPS; i++) {
        struct sheet nowhere = {.width = TERM_MIN_COLS};
        probe.step = (probe.step + 1) % STEPS;
        if (put_all(&probe, &nowhere) > 0)
            break;
    }
    return probe.step;
}

static void draw(struct screen *s, struct app *app, WINDOW *w)
{
    (void)app;
    struct scr_help *h = (struct scr_help *)s;
    struct sheet t = {.w = w, .width = getmaxx(w)};
    h->lines = getmaxy(w);
    h->total = put_all(h, &t); /* of no lines: only counts */
    if (h->top > h->total - h->lines)
        h->top = h->total - h->lines;
    if (h->top < 0)
        h->top = 0;
    t = (struct sheet){.w = w, .width = getmaxx(w), .top = h->top, .lines = h->lines};
    put_all(h, &t);
}

static bool key(struct screen *s, struct app *app, struct key k)
{
    struct scr_help *h = (struct scr_help *)s;
    int page = h->lines > 1 ? h->lines - 1 : 1, last = h->total - h->lines, top = h->top;
    switch ((int)k.action) {
    case ACT_ENTER:
    case ACT_ESC:
    case ACT_LEAVE:
        app_pop(app, s);
        return true;
    case ACT_DOWN:
        top++;
        break;
    case ACT_UP:
        top--;
        break;
    case ACT_PAGE_DOWN:
        top += page;
        break;
    case ACT_PAGE_UP:
        top -= page;
        break;
    case ACT_HOME:
        top = 0;
        break;
    case ACT_END:
        top = last;
        break;
    case ACT_HELP:
        h->step = next_step(h);
        h->top = 0;
        return true;
    case ACT_LIST:
        app_push(app, scr_glossary_new(app));
        return true;
    default:
        return false;
    }
    top = top > last ? last : top;
    top = top < 0 ? 0 : top;
    bool moved = top != h->top;
    h->top = top;
    return moved;
}

static char *where(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_help *h = (struct scr_help *)s;
    if (h->total <= h->lines)
        return xstrdup(_("Help"));
    int seen = h->top + h->lines < h->total ? h->top + h->lines : h->total;
    return xasprintf(_("Help | line %d of %d"), seen, h->total);
}

/* At the first line in sight, where a reader of the screen begins. */
static bool cursor(struct screen *s, struct app *app, int *y, int *x)
{
    (void)s, (void)app;
    *y = *x = 0;
    return true;
}

static const char *focus(struct screen *s, struct app *app)
{
    (void)app;
    const struct scr_help *h = (struct scr_help *)s;
    switch (h->step) {
    case STEP_NEAR:
        return !str_empty(h->said) ? "message" : h->topic.field ? h->topic.field->name : "";
    case STEP_SECTION:
        return h->topic.section ? h->topic.section->name : "screen";
    case STEP_KEYS:
    case STEPS:
        break;
    }
    return "keys";
}

static const char *step_label(const struct scr_help *h, enum help_step step)
{
    switch (step) {
    case STEP_NEAR:
        return h->topic.field ? _("The field") : _("The message");
    case STEP_SECTION:
        return h->topic.section ? _("The section") : _("This screen");
    case STEP_KEYS:
    case STEPS:
        break;
    }
    return _("All keys");
}

static void keys(struct screen *s, struct app *app, struct key_set *set)
{
    const struct scr_help *h = (struct scr_help *)s;
    (void)app;
    keys_add(set, ACT_HELP, step_label(h, next_step(h)));
    keys_add(set, ACT_LIST, _("Terms"));
    keys_add(set, ACT_LEAVE, NULL);
    keys_add(set, ACT_ESC, NULL); /* one Esc leads back: the message is still to be seen there */
}

static void done(struct screen *s, struct app *app)
{
    (void)app;
    struct scr_help *h = (struct scr_help *)s;
    help_stamp_done(&h->stamp);
    free(h->said);
    free(h->locked);
    free(h);
}

static const struct screen_ops ops = {
    .name = "help",
    .where = where,
    .draw = draw,
    .key = key,
    .cursor = cursor,
    .focus = focus,
    .keys = keys,
    .done = done,
};

struct screen *scr_help_new(struct app *app, const struct help_topic *topic)
{
    struct scr_help *h = xcalloc(1, sizeof *h);
    h->base.ops = &ops;
    h->said = xstrdup(app->message.text);
    if (topic)
        h->topic = *topic;
    if (h->topic.record && h->topic.field)
        help_stamp_read(&h->stamp, app, &h->base, &h->topic);
    if (h->topic.locked)
        h->locked = xstrdup(h->topic.locked);
    h->topic.locked = NULL; /* theirs */
    h->step = STEP_KEYS;    /* the one before the first */
    h->step = next_step(h);
    h->topic.record = NULL; /* the card may be opened again below */
    h->topic.card = NULL;
    return &h->base;
}
