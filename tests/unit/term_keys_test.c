/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/term_keys.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/utf8.h"

/* What the terminal sends: a | is a pause, in which nothing more is there yet. */
struct line {
    const char *at;
};

static int get(void *ctx)
{
    struct line *l = ctx;
    return !*l->at ? -1 : *l->at == '|' ? -1 : (unsigned char)*l->at++;
}

static void unget(void *ctx, int c)
{
    struct line *l = ctx;
    assert_int_equal((unsigned char)*--l->at, c);
}

/* Characters as they are, Esc as !, Enter as /. */
static char *typed(const char *bytes)
{
    struct term_keys t = {.part = 0};
    struct line l = {bytes};
    struct buf b = {0};
    struct key k;
    while (*l.at) {
        while (term_keys_read(&t, &k, get, unget, &l)) {
            char out[5];
            if (k.action == ACT_CHAR)
                buf_addn(&b, out, utf8_put(out, k.ch));
            else
                buf_add(&b, k.action == ACT_ESC ? "!" : k.action == ACT_ENTER ? "/" : "?");
        }
        l.at += *l.at == '|';
    }
    return buf_take(&b);
}

struct row {
    const char *bytes, *typed;
};

static void expect(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *t = typed(rows[i].bytes);
        if (strcmp(t, rows[i].typed) != 0)
            fail_msg("row %zu: \"%s\", not \"%s\"", i, t, rows[i].typed);
        free(t);
    }
}

/* "қ" is \322\233, "ж" \320\266, "€" \342\202\254. */
static void letters_come_in_pieces(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"ab\r", "ab/"},           {"\322\233\320\266", "қж"},
        {"\322|\233", "қ"},        {"a\322|\233|\320|\266|b", "aқжb"},
        {"\342|\202|\254.", "€."}, {"\322||\233", "қ"},
    };
    expect(rows, COUNT(rows));
}

static void bytes_that_are_no_text_are_passed_over(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"\377a", "a"},        {"a\300\200b", "ab"},  {"\322a", "a"},
        {"\322\r", "/"},       {"\322\320\266", "ж"}, {"\355\240\200x", "x"},
        {"\233\322\233", "қ"}, {"\377|555", "555"},   {"\342\202|\r\322\233", "/қ"},
    };
    expect(rows, COUNT(rows));
}

static void sequences_of_no_key_are_passed_over(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"\033[1;5Ca", "a"},    {"1\033[99;5~2", "12"},
        {"\033[|1;|5|C2", "2"}, {"\033[[Aa", "a"},
        {"\033[M !!a", "a"},    {"\033[<0;10;10Ma", "a"},
        {"\033[I\033[Oa", "a"}, {"\033[200~a\r\033[201~", "a/"},
        {"\033OPa", "a"},       {"\033O5Qa", "a"},
        {"\033[1;\r5a", "/5a"},
    };
    expect(rows, COUNT(rows));
}

static void esc_is_a_key(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"\033", "!"},    {"\033|[", "!["},   {"\033a", "!a"},        {"\033\033", "!!"},
        {"\033\r", "!/"}, {"a\033|b", "a!b"}, {"\033\322\233", "!қ"},
    };
    expect(rows, COUNT(rows));
}

int main(void)
{
    assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
    const struct CMUnitTest term_keys[] = {
        {"[K-5] letters come in pieces", letters_come_in_pieces, NULL, NULL, NULL},
        {"[K-16] bytes that are no text are passed over", bytes_that_are_no_text_are_passed_over,
         NULL, NULL, NULL},
        {"[K-13] sequences of no key are passed over", sequences_of_no_key_are_passed_over, NULL,
         NULL, NULL},
        {"[K-15] Esc is a key", esc_is_a_key, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests(term_keys, NULL, NULL);
}
