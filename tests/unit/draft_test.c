/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/draft.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/cards.h"

#define KEY_A "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define KEY_B "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static char *state_home;

/* Each test has a state directory of its own. */
static int fresh_home(void **state)
{
    (void)state;
    char template[] = "/tmp/mansap-draft.XXXXXX";
    assert_non_null(mkdtemp(template));
    state_home = xstrdup(template);
    return setenv("XDG_STATE_HOME", state_home, 1);
}

static int remove_home(void **state)
{
    (void)state;
    struct dirent *e;
    char *path = xasprintf("%s/mansap", state_home);
    DIR *dir = opendir(path);
    while (dir && (e = readdir(dir))) {
        char *file = xasprintf("%s/%s", path, e->d_name);
        unlink(file);
        free(file);
    }
    if (dir)
        closedir(dir);
    rmdir(path);
    rmdir(state_home);
    free(path);
    free(state_home);
    return 0;
}

/* The only file with that ending, or NULL; the caller's. */
static char *file_ending(const char *ending)
{
    char *found = NULL, *path = xasprintf("%s/mansap", state_home);
    struct dirent *e;
    DIR *dir = opendir(path);
    while (dir && (e = readdir(dir))) {
        size_t n = strlen(e->d_name), k = strlen(ending);
        if (n > k && strcmp(e->d_name + n - k, ending) == 0) {
            assert_null(found);
            found = xasprintf("%s/%s", path, e->d_name);
        }
    }
    if (dir)
        closedir(dir);
    free(path);
    return found;
}

static void expect_typed(struct card *c)
{
    struct record *card = c->lists[0].rows[0];
    int visits = cards_entry(c, "visit");
    assert_string_equal(record_get(card, "last_name"), "Сұлтан\tбек\\ов");
    assert_string_equal(record_get(card, "iin"), "000000000000");
    assert_int_equal(c->lists[visits].count, 1);
    struct record *note = c->lists[visits].rows[0];
    assert_string_equal(record_get(note, "staff_note"), "бірінші жол\nекінші жол\\N");
    assert_string_equal(note->reason[record_field(note, "planned_on")], "дем\tалыс");
    assert_null(note->id);
}

static int listed(const char *login, const char *key, struct draft_info **list)
{
    struct error err;
    int n = draft_list(login, key, list, &err);
    assert_string_equal(err.what, "");
    return n;
}

static void expect_listed(int expected)
{
    struct draft_info *list;
    int n = listed("op", KEY_A, &list);
    assert_int_equal(n, expected);
    draft_list_free(list, n);
}

static struct draft *written(void)
{
    struct error err;
    struct card *c = cards_awkward();
    struct draft *d = draft_new("op", KEY_A, &err);
    assert_non_null(d);
    assert_true(draft_write(d, c, &err));
    card_free(c);
    return d;
}

static void draft_comes_back(void **state)
{
    (void)state;
    struct error err;
    struct draft_info *list;
    draft_keep(written());
    int n = listed("op", KEY_A, &list);
    assert_int_equal(n, 1);
    assert_null(list[0].card_id);
    assert_null(list[0].op);
    assert_string_equal(list[0].iin, "000000000000");
    assert_string_equal(list[0].title, "Сұлтан\tбек\\ов Айгүл");
    assert_int_equal(strlen(list[0].written_at), 16);
    struct card *c = card_new();
    struct draft *d = draft_restore(&list[0], KEY_A, c, &err);
    assert_non_null(d);
    assert_string_equal(err.what, "");
    expect_typed(c);
    expect_listed(0); /* it is this process' now */
    /* Nobody restores it a second time. */
    struct card *other = card_new();
    assert_null(draft_restore(&list[0], KEY_A, other, &err));
    assert_true(strlen(err.what) > 0);
    card_free(other);
    assert_true(draft_write(d, c, &err));
    draft_drop(d);
    expect_listed(0);
    assert_null(file_ending(".draft"));
    assert_null(file_ending(".lock"));
    draft_list_free(list, n);
    card_free(c);
}

static void file_is_private_and_encrypted(void **state)
{
    (void)state;
    struct stat st;
    struct draft *d = written();
    char *path = file_ending(".draft"), *dir = xasprintf("%s/mansap", state_home);
    assert_non_null(path);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    char *bytes = xcalloc((size_t)st.st_size + 1, 1);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fread(bytes, 1, (size_t)st.st_size, f), st.st_size);
    fclose(f);
    assert_null(memmem(bytes, (size_t)st.st_size, "000000000000", 12));
    assert_null(memmem(bytes, (size_t)st.st_size, "Айгүл", strlen("Айгүл")));
    assert_int_equal(stat(dir, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    free(bytes);
    free(path);
    free(dir);
    draft_drop(d);
}

/* A child types, tells that it has written, and waits to be killed. */
static pid_t child_with_draft(void)
{
    int told[2];
    char byte;
    assert_int_equal(pipe(told), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct error err;
        struct card *c = cards_awkward();
        struct draft *d = draft_new("op", KEY_A, &err);
        bool good = d && draft_write(d, c, &err) && draft_write(d, c, &err);
        if (write(told[1], good ? "+" : "-", 1) == 1)
            pause();
        _exit(1);
    }
    assert_int_equal(read(told[0], &byte, 1), 1);
    assert_int_equal(byte, '+');
    close(told[0]);
    close(told[1]);
    return pid;
}

static void killed_process_leaves_its_draft(void **state)
{
    (void)state;
    int status;
    pid_t pid = child_with_draft();
    expect_listed(0); /* it lives: not offered, also after the content was replaced */
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    expect_listed(1);
    struct draft_info *list;
    struct error err;
    int n = listed("op", KEY_A, &list);
    assert_true(draft_discard(&list[0], &err));
    draft_list_free(list, n);
    expect_listed(0);
    assert_null(file_ending(".lock"));
}

static void living_draft_cannot_be_discarded(void **state)
{
    (void)state;
    struct error err;
    struct draft *d = written();
    char *path = file_ending(".draft");
    struct draft_info info = {.path = path, .login = (char *)(uintptr_t) "op"};
    assert_false(draft_discard(&info, &err));
    assert_true(strlen(err.what) > 0);
    assert_int_equal(access(path, F_OK), 0);
    free(path);
    draft_drop(d);
}

static void foreign_drafts_are_passed_over(void **state)
{
    (void)state;
    struct draft_info *list;
    draft_keep(written());
    assert_int_equal(listed("op", KEY_B, &list), 0);
    draft_list_free(list, 0);
    assert_int_equal(listed("op", "no key", &list), 0);
    draft_list_free(list, 0);
    char *path = file_ending(".draft");
    assert_non_null(path); /* untouched */
    free(path);
    expect_listed(1);
}

static void damage(const char *path, off_t size, off_t flip)
{
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    if (flip >= 0) {
        assert_int_equal(fseeko(f, flip, SEEK_SET), 0);
        int c = fgetc(f);
        assert_int_equal(fseeko(f, flip, SEEK_SET), 0);
        fputc(c ^ 1, f);
    }
    fclose(f);
    if (size >= 0)
        assert_int_equal(truncate(path, size), 0);
}

static void damaged_draft_is_put_aside(void **state)
{
    (void)state;
    static const struct {
        off_t size, flip;
    } ways[] = {{0, -1}, {5, -1}, {30, -1}, {100, -1}, {-1, 25}, {-1, 90}};
    for (size_t i = 0; i < COUNT(ways); i++) {
        struct draft_info *list;
        struct error err;
        draft_keep(written());
        char *path = file_ending(".draft");
        damage(path, ways[i].size, ways[i].flip);
        free(path);
        draft_keep(written()); /* a whole one beside it */
        int n = draft_list("op", KEY_A, &list, &err);
        assert_int_equal(n, 1);
        assert_true(strlen(err.what) > 0);
        char *aside = file_ending(".damaged");
        assert_non_null(aside);
        assert_string_equal(err.where, aside);
        unlink(aside);
        free(aside);
        assert_true(draft_discard(&list[0], &err));
        draft_list_free(list, n);
        expect_listed(0);
    }
}

/* The disk is full: said at once, and what was there stays. */
static void full_disk_is_told(void **state)
{
    (void)state;
    struct rlimit old, tight;
    struct error err;
    struct draft *d = written();
    struct card *c = cards_awkward();
    cards_put(c->lists[0].rows[0], "first_name", "Басқа");
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    tight = old;
    tight.rlim_cur = 64;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    bool good = draft_write(d, c, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(good);
    assert_true(strlen(err.what) > 0 && strlen(err.remedy) > 0);
    assert_null(file_ending(".new"));
    card_free(c);
    draft_keep(d);
    struct draft_info *list;
    assert_int_equal(listed("op", KEY_A, &list), 1);
    assert_string_equal(list[0].title, "Сұлтан\tбек\\ов Айгүл");
    draft_list_free(list, 1);
}

static void unwritable_directory_is_told(void **state)
{
    (void)state;
    struct error err;
    char *file = xasprintf("%s/mansap", state_home);
    FILE *f = fopen(file, "w"); /* a file where the directory should be: root is stopped, too */
    assert_non_null(f);
    fclose(f);
    assert_null(draft_new("op", KEY_A, &err));
    assert_true(strlen(err.what) > 0);
    unlink(file);
    free(file);
}

#define DRAFT_TEST(f) cmocka_unit_test_setup_teardown(f, fresh_home, remove_home)

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"[K-16] a draft comes back", draft_comes_back, fresh_home, remove_home, NULL},
        DRAFT_TEST(file_is_private_and_encrypted),
        {"[K-16] a killed process leaves its draft", killed_process_leaves_its_draft, fresh_home,
         remove_home, NULL},
        DRAFT_TEST(living_draft_cannot_be_discarded),
        DRAFT_TEST(foreign_drafts_are_passed_over),
        DRAFT_TEST(damaged_draft_is_put_aside),
        {"[K-16] a full disk is told, the old draft stays", full_disk_is_told, fresh_home,
         remove_home, NULL},
        DRAFT_TEST(unwritable_directory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
