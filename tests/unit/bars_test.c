/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the message line says is read whole on 80 columns, in every language, with values of usual
   length. Where what to do finds no room it is cut, and F1 shows all of it: those are listed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "common/dict.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "common/value.h"

enum {
    LINE = 80,
    MARK = 2,     /* "! " */
    NUMBER = 6,   /* "[310] " */
    CAPTION = 16, /* what bars.c leaves of one */
    CUT = 4       /* "... " */
};

static int failed;

static void fits(int width, int room, const char *text)
{
    if (width <= room)
        return;
    print_error("%s: %d of %d: %s\n", i18n_code(i18n_get()), width, room, text);
    failed++;
}

static void in_every_language(void (*check)(const void *), const void *of)
{
    for (int l = LANG_KK; l <= LANG_EN; l++) {
        i18n_set((enum lang)l);
        check(of);
    }
}

/* --- texts in the sources --- */

static char *source(const char *path)
{
    struct buf b = {0};
    FILE *f = fopen(path, "r");
    char part[4096];
    size_t n;
    assert_non_null(f);
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        buf_addf(&b, "%.*s", (int)n, part);
    fclose(f);
    return buf_take(&b);
}

/* The string literal at s, parts joined; NULL if there is none. Sets *end. The caller's. */
static char *literal(const char *s, const char **end)
{
    struct buf b = {0};
    for (s += strspn(s, " \n"); *s == '"'; s += strspn(s, " \n")) {
        for (s++; *s != '"'; s++) {
            s += *s == '\\';
            buf_addf(&b, "%c", *s);
        }
        s++;
    }
    *end = s;
    return buf_take(&b);
}

/* A translation with its formats filled in: numbers with two digits, the rest with a word. */
static char *filled(const char *format)
{
    struct buf b = {0};
    for (const char *s = format; *s; s++) {
        if (*s != '%') {
            buf_addf(&b, "%c", *s);
            continue;
        }
        s += 1 + strspn(s + 1, "0123456789.*zl");
        buf_add(&b, *s == 'd' || *s == 'u' ? "12"
                    : *s == 'c'            ? "1"
                    : *s == '%'            ? "%"
                                           : "20.11.2026");
    }
    return buf_take(&b);
}

struct said {
    const char *msgid;
    int taken; /* by mark and number */
};

static void check_said(const void *of)
{
    const struct said *s = of;
    char *text = filled(i18n_text(s->msgid));
    fits(utf8_width(text) + s->taken, LINE, text);
    free(text);
}

/* Every _("text") between from and to. */
static int check_texts(const char *from, const char *to, int taken)
{
    int n = 0;
    for (const char *s = from; (s = strstr(s, "_(\"")) != NULL && s < to; n++) {
        const char *end;
        char *msgid = literal(s + 2, &end);
        struct said said = {msgid, taken};
        in_every_language(check_said, &said);
        free(msgid);
        s = end;
    }
    return n;
}

static int check_calls(const char *path)
{
    int n = 0;
    char *text = source(path);
    for (const char *s = text; (s = strstr(s, "app_say(")) != NULL; s++) {
        const char *end = strstr(s, ");\n"), *error = strstr(s, "SAY_ERROR"),
                   *none = strstr(s, ", 0,");
        if (end)
            n += check_texts(s, end,
                             (error && error < end ? MARK : 0) + (none && none < end ? 0 : NUMBER));
    }
    free(text);
    return n;
}

/* Files whose texts come to the line through a variable. */
static const struct {
    const char *path;
    int taken;
} others[] = {
    {"common/check.c", MARK + NUMBER + CAPTION + 2},
    {"tui/card_lock.c", MARK + NUMBER},
    {"tui/cell.c", MARK + NUMBER + CAPTION + 2},
    {"tui/opts_people.c", MARK},
    {"tui/worklist.c", MARK},
};

/* Two texts that stand beside each other. */
static const char *const together[][2] = {
    {"F7 finds a person.", "Codes: к came, ж did not come, +14 next visit, 2 change, 5 view."},
    {"Esc leads back to the text.",
     "Codes: к came, ж did not come, +14 next visit, 2 change, 5 view."},
};

static void check_together(const void *of)
{
    const char *const *pair = of;
    const char *first = i18n_text(pair[0]), *second = i18n_text(pair[1]);
    fits(utf8_width(first) + 1 + utf8_width(second), LINE, second);
}

static void what_the_screens_say_fits(void **state)
{
    (void)state;
    glob_t g;
    int n = 0;
    failed = 0;
    assert_int_equal(glob("tui/*.c", 0, NULL, &g), 0);
    for (size_t i = 0; i < g.gl_pathc; i++)
        n += check_calls(g.gl_pathv[i]);
    globfree(&g);
    assert_true(n > 20);
    for (size_t i = 0; i < COUNT(others); i++) {
        char *text = source(others[i].path);
        assert_true(check_texts(text, text + strlen(text), others[i].taken) > 2);
        free(text);
    }
    for (size_t i = 0; i < COUNT(together); i++)
        in_every_language(check_together, together[i]);
    assert_int_equal(failed, 0);
}

/* --- the guard's refusals --- */

/* No room for what to do: it is in F1. */
static const char *const long_remedies[] = {"MS403", "MS410"};

struct refusal {
    const char *state, *what, *remedy;
};

static void check_refusal(const void *of)
{
    const struct refusal *r = of;
    const char *what = i18n_text(r->what), *remedy = i18n_text(r->remedy);
    int width = MARK + NUMBER + utf8_width(what);
    bool listed = false;
    for (size_t i = 0; i < COUNT(long_remedies); i++)
        listed = listed || str_same(long_remedies[i], r->state);
    if (listed)
        fits(width, LINE - CUT, what);
    else
        fits(width + 2 + utf8_width(remedy), LINE, remedy);
    fits((int)strlen(remedy), (int)sizeof((struct error *)0)->remedy - 1, remedy);
}

static void what_the_guard_says_fits(void **state)
{
    (void)state;
    int n = 0;
    failed = 0;
    char *text = source("common/guard.c");
    for (const char *s = text; (s = strstr(s, "{\"")) != NULL; n++) {
        const char *end;
        char *code = literal(s + 1, &end), *what = NULL, *remedy = NULL;
        if (strncmp(end, ",", 1) == 0 && strstr(end, "N_(") < end + 12) {
            what = literal(strstr(end, "N_(") + 3, &end);
            remedy = literal(strstr(end, "N_(") + 3, &end);
            struct refusal r = {code, what, remedy};
            in_every_language(check_refusal, &r);
        }
        free(code);
        free(what);
        free(remedy);
        s = end;
    }
    free(text);
    assert_true(n > 30);
    assert_int_equal(failed, 0);
}

/* --- refused values, behind the field's caption --- */

static const struct choice kinds[] = {
    {"house", "жеке тұрғын үй"}, {"flat", "жеке пәтер"}, {NULL, NULL}};
static const struct choices kind_list = {"housing_kind", kinds};

static const struct refused {
    struct field field;
    const char *typed;
} refused[] = {
    {{.type = FIELD_TEXT, .max = 5}, "ұзын мәтін"},
    {{.type = FIELD_TEXT}, "\xff"},
    {{.type = FIELD_TEXT, .flags = FIELD_NAME}, "Оспан4"},
    {{.type = FIELD_TEXT, .flags = FIELD_NAME}, "О."},
    {{.type = FIELD_TEXT, .flags = FIELD_NAME}, "Оспaнqw"},
    {{.type = FIELD_MONEY}, "мың"},
    {{.type = FIELD_MONEY}, "99999999999999999"},
    {{.type = FIELD_INT}, "бес"},
    {{.type = FIELD_INT, .max = 30}, "99"},
    {{.type = FIELD_INT}, "99999999999999999"},
    {{.type = FIELD_DECIMAL}, "4,555"},
    {{.type = FIELD_ENUM, .choices = &kind_list}, "zz"},
    {{.type = FIELD_ENUM, .choices = &kind_list}, "жеке"},
    {{.type = FIELD_DICT, .dict = "country"}, "Нарния"},
    {{.type = FIELD_DICT, .dict = "country"}, "р"},
    {{.type = FIELD_DICT, .dict = "country"}, "КСРО"},
    {{.type = FIELD_BOOL}, "zz"},
    {{.type = FIELD_IIN}, "9901013000"},
    {{.type = FIELD_IIN}, "99010130001x"},
    {{.type = FIELD_IIN}, "990101300014"},
    {{.type = FIELD_IIN}, "990101300031"}, /* two digits are swapped */
    {{.type = FIELD_BIN}, "080440000306"},
    {{.type = FIELD_PHONE}, "12"},
    {{.type = FIELD_EMAIL}, "a b@c.kz"},
    {{.type = FIELD_EMAIL}, "abc"},
    {{.type = FIELD_EMAIL}, "@mail.kz"},
    {{.type = FIELD_EMAIL}, "abc@"},
    {{.type = FIELD_EMAIL}, "аты@mail.kz"},
    {{.type = FIELD_DATE}, "31022026"},
    {{.type = FIELD_DATE}, "күні"},
    {{.type = FIELD_DATE}, "01013026"},
    {{.type = FIELD_DATE}, "+99999999"},
    {{.type = FIELD_DATE, .flags = FIELD_PAST}, "01012027"},
    {{.type = FIELD_PARTIAL}, "күні"},
    {{.type = FIELD_PARTIAL}, "3026"},
};

static struct value_world world;

static void check_value(const void *of)
{
    const struct refused *r = of;
    struct error err = {0};
    char *value = NULL, notice[160];
    if (value_read(&r->field, r->typed, &world, &value, notice, &err)) {
        print_error("taken: %s\n", r->typed);
        failed++;
        free(value);
        return;
    }
    char *text = error_text(&err);
    fits(MARK + NUMBER + CAPTION + 2 + utf8_width(text), LINE, text);
    free(text);
}

static void why_a_value_is_refused_fits(void **state)
{
    (void)state;
    static const struct dict_word words[] = {
        {"642", NULL, "Румыния", "Румыния", NULL, NULL, NULL},
        {"643", NULL, "Ресей", "Россия", NULL, NULL, NULL},
        {"810", NULL, "КСРО", "СССР", NULL, NULL, "1991-12-26"},
    };
    struct dict_set *set = dict_set_new();
    for (size_t i = 0; i < COUNT(words); i++)
        dict_add(set, "country", &words[i]);
    world = (struct value_world){.today = day_from(2026, 11, 20), .dicts = set};
    failed = 0;
    for (size_t i = 0; i < COUNT(refused); i++)
        in_every_language(check_value, &refused[i]);
    dict_set_free(set);
    assert_int_equal(failed, 0);
}

static int set_up(void **state)
{
    (void)state;
    i18n_init();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-14] [K-13] what the screens say fits the message line", what_the_screens_say_fits,
         NULL, NULL, NULL},
        {"[K-14] what the guard says fits the message line", what_the_guard_says_fits, NULL, NULL,
         NULL},
        {"[K-14] why a value is refused fits behind its caption", why_a_value_is_refused_fits, NULL,
         NULL, NULL},
    };
    return cmocka_run_group_tests_name("bars", tests, set_up, NULL);
}
