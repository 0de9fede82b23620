/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/config.h"
#include "common/conninfo.h"
#include "common/util.h"

static char dir[] = "/tmp/mansap-config.XXXXXX";
static char file[64], own[96];

static void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(dir))
        return -1;
    snprintf(file, sizeof file, "%s/test.ini", dir);
    snprintf(own, sizeof own, "%s/mansap", dir);
    if (mkdir(own, 0700) != 0)
        return -1;
    snprintf(own, sizeof own, "%s/mansap/config.ini", dir);
    unsetenv("MANSAP_CONFIG");
    unsetenv("PGHOST");
    unsetenv("PGHOSTADDR");
    unsetenv("PGSERVICE");
    setenv("XDG_CONFIG_HOME", dir, 1);
    i18n_init();
    i18n_set(LANG_EN);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(file);
    unlink(own);
    char folder[64];
    snprintf(folder, sizeof folder, "%s/mansap", dir);
    rmdir(folder);
    return rmdir(dir);
}

static void every_key_is_read(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    write_file(
        file,
        "# a comment\n; another\n\n[database]\nconninfo = \"host=/run/x dbname=a;b\" ; behind\n"
        "[Terminal]\nID=window-3\n[screen]\nlanguage = ru # behind\nescape_delay=7\nkeys = "
        "5250\nbeep = 'no'\nhigh_contrast = yes\n"
        "[session]\nlock_minutes = 30");
    assert_true(config_load(&c, file, &err));
    assert_string_equal(c.path, file);
    assert_string_equal(c.conninfo, "host=/run/x dbname=a;b");
    assert_string_equal(c.terminal, "window-3");
    assert_int_equal(c.lang, LANG_RU);
    assert_int_equal(c.escape_delay_ms, 7);
    assert_false(c.beep);
    assert_true(c.high_contrast);
    assert_string_equal(c.keys, "5250");
    assert_int_equal(c.lock_minutes, 30);
    config_done(&c);
}

static void an_empty_file_gives_the_defaults(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    write_file(file, "");
    assert_true(config_load(&c, file, &err));
    assert_string_equal(c.conninfo, "");
    assert_string_equal(c.terminal, "local");
    assert_int_equal(c.lang, LANG_KK);
    assert_true(c.beep);
    assert_false(c.high_contrast);
    assert_string_equal(c.keys, "mansap");
    assert_in_range(c.escape_delay_ms, 1, 1000);
    assert_in_range(c.lock_minutes, 1, 240);
    config_done(&c);
}

static void the_example_is_right(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    assert_true(config_load(&c, "config.example.ini", &err));
    assert_string_equal(c.terminal, "centre-17-window-3");
    config_done(&c);
}

/* What config_load offers instead of a name that it does not know; the caller's. */
static char *offered(const char *mistake)
{
    struct config c;
    struct error err = {0};
    write_file(file, mistake);
    assert_false(config_load(&c, file, &err));
    return xstrdup(strchr(err.remedy, '[') ? strchr(err.remedy, '[') : strchr(err.remedy, ':') + 2);
}

/* Is there a line "key = " in the section, with a comment on the line above? */
static bool explained(const char *example, const char *section, const char *key)
{
    char *head = xasprintf("\n%s\n", section), *line = xasprintf("\n%s = ", key);
    const char *at = strstr(example, head), *end = at ? strstr(at + 1, "\n[") : NULL;
    const char *found = at ? strstr(at, line) : NULL;
    free(head);
    free(line);
    if (!found || (end && found > end))
        return false;
    while (found[-1] != '\n')
        found--;
    return *found == '#';
}

/* The names are taken from the remedies, which come from the tables of config.c. */
static void the_example_explains_every_key(void **state)
{
    (void)state;
    char example[8000], *more, *more_keys;
    FILE *f = fopen("config.example.ini", "r");
    assert_non_null(f);
    example[fread(example, 1, sizeof example - 1, f)] = '\0';
    fclose(f);
    char *sections = offered("[nothing]\n");
    int keys = 0;
    for (char *s = strtok_r(sections, ", ", &more); s; s = strtok_r(NULL, ", ", &more)) {
        char *mistake = xasprintf("%s\nnothing = 1\n", s), *names = offered(mistake);
        for (char *k = strtok_r(names, ", ", &more_keys); k;
             k = strtok_r(NULL, ", ", &more_keys), keys++)
            if (!explained(example, s, k))
                fail_msg("config.example.ini does not explain %s %s", s, k);
        free(names);
        free(mistake);
    }
    assert_in_range(keys, 8, 100);
    free(sections);
}

static void a_mistake_is_told_with_its_place_and_remedy(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
        const char *what, *remedy; /* parts of them */
    } bad[] = {
        {"[screen]\ncolour = red\n", 2, "[screen] has no key “colour”",
         "language, escape_delay, beep"},
        {"[screens]\n", 1, "no section [screens]", "[database], [terminal], [screen], [session]"},
        {"beep = yes\n[screen]\n", 1, "before the first section", "[screen]"},
        {"[screen]\nbeep = yes\nBEEP = no\n", 3, "[screen] beep stands here a second time",
         "Remove"},
        {"[screen]\n[session]\n[Screen]\n", 3, "[screen] stands here a second time", "first one"},
        {"[screen]\nlanguage = de\n", 2, "[screen] language: there is no language “de”",
         "kk, ru or en"},
        {"[screen]\nlanguage =\n", 2, "[screen] language", "kk, ru or en"},
        {"[screen]\nescape_delay = 0\n", 2, "escape_delay: “0”", "from 1 to 5000"},
        {"[screen]\nescape_delay = 12x\n", 2, "escape_delay: “12x”", "whole number"},
        {"[screen]\nescape_delay = -1\n", 2, "escape_delay: “-1”", "whole number"},
        {"[screen]\nkeys = vi\n", 2, "vi", "mansap, 5250 or oracle"},
        {"[session]\nlock_minutes = 99999999999999999999\n", 2, "lock_minutes", "from 1 to 240"},
        {"[screen]\nbeep = true\n", 2, "neither yes nor no", "yes or no"},
        {"[screen]\nbeep\n", 2, "“beep” has no =", "key = value"},
        {"[screen\n", 1, "must read [name]", "Mend"},
        {"[screen] beep = no\n", 1, "must read [name]", "Mend"},
        {"[terminal]\nid =\n", 2, "1 to 63 characters", "administrator"},
        {"[terminal]\nid = a;b\n", 2, "would end at the character “;”", "double quotation"},
        {"[database]\nconninfo = host=a#b\n", 2, "would end at the character “#”",
         "double quotation"},
        {"[database]\nconninfo = \"host=a\n", 2, "closing quotation mark is missing",
         "double quotation"},
        {"[database]\nconninfo = \"host=a\" dbname=b\n", 2, "behind the closing",
         "double quotation"},
        {"[screen]\nbeep = yes\\\n", 2, "backslash", "one line"},
        {"[database]\nconninfo = \"host=a password=x\"\n", 2, "“password” may not stand",
         "~/.pgpass"},
        {"[database]\nconninfo = \"host=a PASSWORD = 'x y'\"\n", 2, "“password”", "~/.pgpass"},
        {"[database]\nconninfo = \"sslpassword=x\"\n", 2, "“sslpassword”", "~/.pgpass"},
        {"[database]\nconninfo = postgresql://me:secret@host/db\n", 2, "“password”", "~/.pgpass"},
        {"[database]\nconninfo = postgres://host/db?password=secret\n", 2, "“password”",
         "~/.pgpass"},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct config c;
        struct error err = {0};
        char where[96];
        write_file(file, bad[i].text);
        assert_false(config_load(&c, file, &err));
        snprintf(where, sizeof where, "%s:%d", file, bad[i].line);
        assert_string_equal(err.where, where);
        if (!strstr(err.what, bad[i].what) || !strstr(err.remedy, bad[i].remedy))
            fail_msg("%s -> %s / %s", bad[i].text, err.what, err.remedy);
        assert_null(strstr(err.what, "secret"));
    }
}

static void a_line_too_long_is_an_error(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    char text[1200] = "[terminal]\nid = \"";
    memset(text + strlen(text), 'x', sizeof text - strlen(text) - 1);
    write_file(file, text);
    assert_false(config_load(&c, file, &err));
    assert_non_null(strstr(err.what, "too long"));
}

static void a_missing_file_is_an_error_only_if_asked_for(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    assert_false(config_load(&c, "/nonexistent/config.ini", &err));
    assert_string_equal(err.where, "/nonexistent/config.ini");
    setenv("MANSAP_CONFIG", "/nonexistent/other.ini", 1);
    assert_false(config_load(&c, NULL, &err));
    assert_string_equal(err.where, "/nonexistent/other.ini");
    unsetenv("MANSAP_CONFIG");
    unlink(own);
    if (access("/etc/mansap/config.ini", F_OK) == 0)
        return;
    assert_true(config_load(&c, NULL, &err));
    assert_null(c.path);
    config_done(&c);
}

static void the_nearest_file_wins(void **state)
{
    (void)state;
    struct config c;
    struct error err = {0};
    write_file(own, "[terminal]\nid = own\n");
    assert_true(config_load(&c, NULL, &err));
    assert_string_equal(c.terminal, "own");
    config_done(&c);
    write_file(file, "[terminal]\nid = variable\n");
    setenv("MANSAP_CONFIG", file, 1);
    assert_true(config_load(&c, NULL, &err));
    assert_string_equal(c.terminal, "variable");
    config_done(&c);
    assert_true(config_load(&c, own, &err));
    assert_string_equal(c.terminal, "own");
    config_done(&c);
    unsetenv("MANSAP_CONFIG");
}

static void a_connection_string_is_read_as_libpq_reads_it(void **state)
{
    (void)state;
    static const struct {
        const char *conninfo, *keyword, *value;
    } cases[] = {
        {"host=a port=1", "port", "1"},
        {" host = 'a b' port=1", "host", "a b"},
        {"host='it\\'s' x=y", "host", "it's"},
        {"host=a\\ b x=y", "host", "a b"},
        {"host=a host=b", "host", "b"},
        {"host=a", "port", NULL},
        {"application_name='password=x'", "password", NULL},
        {"postgresql://u@h:1/db", "host", "h"},
        {"postgresql://u:p%20w@h/db", "password", "p w"},
        {"postgresql://%2Frun%2Fpg/db", "host", "/run/pg"},
        {"postgresql:///db?host=/tmp&password=x", "password", "x"},
        {"postgresql:///db", "host", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *value = conninfo_get(cases[i].conninfo, cases[i].keyword);
        if (!str_same(value, cases[i].value))
            fail_msg("%s: %s is %s", cases[i].conninfo, cases[i].keyword, value ? value : "NULL");
        free(value);
    }
}

static void the_terminal_is_local_on_a_socket_only(void **state)
{
    (void)state;
    assert_true(conninfo_is_socket(""));
    assert_true(conninfo_is_socket("host=/run/postgresql"));
    assert_true(conninfo_is_socket("postgresql:///db"));
    assert_false(conninfo_is_socket("host=db.example.kz"));
    assert_false(conninfo_is_socket("hostaddr=10.0.0.1"));
    assert_false(conninfo_is_socket("service=centre"));
    setenv("PGHOST", "db.example.kz", 1);
    assert_false(conninfo_is_socket(""));
    assert_true(conninfo_is_socket("host=/tmp"));
    unsetenv("PGHOST");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_read),
        cmocka_unit_test(an_empty_file_gives_the_defaults),
        cmocka_unit_test(the_example_is_right),
        cmocka_unit_test(the_example_explains_every_key),
        cmocka_unit_test(a_mistake_is_told_with_its_place_and_remedy),
        cmocka_unit_test(a_line_too_long_is_an_error),
        cmocka_unit_test(a_missing_file_is_an_error_only_if_asked_for),
        cmocka_unit_test(the_nearest_file_wins),
        cmocka_unit_test(a_connection_string_is_read_as_libpq_reads_it),
        cmocka_unit_test(the_terminal_is_local_on_a_socket_only),
    };
    return cmocka_run_group_tests_name("config", tests, set_up, tear_down);
}
