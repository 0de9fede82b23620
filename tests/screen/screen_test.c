/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all scripts (.t) of tests/screen, or the files given, off-screen: each file on its own copy
   of the training database, each test in a program just started, 80x24, as `operator`, in Kazakh,
   with no drafts. TAP on standard output. MANSAP_UPDATE=1 writes the golden screens.

   # comment
   !Title that cites what it tests [K-3]     a test begins
   AS login                                  who logs in (before OPEN)
   LANG kk|ru|en                             also in the running program
   OPEN home | search [TEXT] | query | card IIN | exact IIN PURPOSE | fresh [IIN [SURNAME]]
   KEYS text<F2><Down*3><lt>                 each key is answered before the next
   WALK text                                 as KEYS; after each the cursor stands on something
   FAST text                                 as KEYS, but no hint comes: the keys never pause
   BLIND text                                all keys are there at once (type-ahead)
   SQL statement                             as the administrator
   RESIZE 60x20      RESTART (drafts stay)      HANGUP      LOSE (the connection)
   LOSE long         and the next try to connect is far off
   PRESS <F5>        the key alone: nothing is waited for
   TRY               until one try to connect is over
   KILL              as kill -9, and started again
   PROFILE mansap|5250|oracle
   IDLE minutes      without a key
   PASSWORD          types it
   PAUSE             what is done in a pause of the keys, hints too
   STATE none|back   drafts cannot be written, can again
   ?waits            does something wait for a pause?
   ?reconnect        the next try to connect: now, later, none (connected)
   ?focus ?message ?number ?line N ?screen ?on ?cursor ?active ?ended ?beeps ?trips ?wholes ?drafts
   with = or ~ or !~ and a text ?sql "query" = "value" ?golden name                              the
   whole screen, tests/screen/golden/name.LANG.txt ?unfilled: fields of the form without a value in
   the open card ?same IIN = "": the open card, its rows and `mansap show` agree */
#include <glob.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/i18n.h"
#include "tests/screen/script.h"

static int count, failures;

static void result(const char *file, const char *title, struct script *s, bool ok, int line)
{
    printf("%s %d - %s: %s\n", ok ? "ok" : "not ok", ++count, file, title);
    if (!ok) {
        failures++;
        script_why(s, "screen:");
        char *screen = script_screen();
        buf_add(&s->why, screen);
        free(screen);
        printf("# %s:%d\n", file, line);
        for (char *at = s->why.s, *end; at && *at; at = end + 1) {
            end = strchr(at, '\n');
            printf("# %.*s\n", (int)(end - at), at);
        }
    }
    fflush(stdout);
}

static void remove_tree(const char *path)
{
    char *command = xasprintf("rm -rf '%s'", path);
    if (system(command) != 0)
        die("%s failed", command);
    free(command);
}

/* Connects as the superuser to the file's own copy. */
static struct db *connect_admin(const char *dsn)
{
    struct error err = {.number = 0};
    struct db *db = db_new();
    db_connect(db, dsn, NULL, NULL);
    if (!db_connect_wait(db, 30000, &err))
        die("administrator: %s %s", err.what, err.detail);
    return db;
}

struct running {
    struct script s;
    char title[300], state[200];
    bool open, ok;
    int failed_line;
};

static void end_test(struct running *r, const char *file)
{
    if (!r->open)
        return;
    result(file, r->title, &r->s, r->ok, r->failed_line);
    script_end(&r->s);
    remove_tree(r->state);
    r->open = false;
}

static void begin_test(struct running *r, const char *title, const char *dir)
{
    snprintf(r->title, sizeof r->title, "%s", title);
    snprintf(r->state, sizeof r->state, "%s/state.XXXXXX", dir);
    if (!mkdtemp(r->state))
        die("%s cannot be made", r->state);
    r->s.state = r->state;
    r->open = r->ok = true;
    script_start(&r->s);
}

static void run_lines(FILE *f, const char *name, const char *dir, struct running *r)
{
    char *line = NULL;
    size_t cap = 0;
    int number = 0;
    for (ssize_t n; (n = getline(&line, &cap, f)) >= 0;) {
        number++;
        while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
            line[--n] = 0;
        char *text = line + strspn(line, " ");
        if (!*text || *text == '#')
            continue;
        if (*text == '!') {
            end_test(r, name);
            begin_test(r, text + 1, dir);
        } else if (!r->open) {
            die("%s:%d: a test begins with !title", name, number);
        } else if (r->ok && !script_line(&r->s, text)) {
            r->ok = false;
            r->failed_line = number;
        }
    }
    end_test(r, name);
    free(line);
}

static void run_file(const char *path)
{
    const char *dsn = getenv("MANSAP_TEST_DSN"), *admin = getenv("MANSAP_TEST_ADMIN_DSN");
    const char *dir = getenv("MANSAP_TEST_DIR");
    if (!dsn || !admin || !dir)
        die("MANSAP_TEST_DSN is not set: run by tests/with_server");
    FILE *f = fopen(path, "r");
    if (!f)
        die("%s cannot be read", path);
    char *copy = xstrdup(path);
    const char *name = basename(copy);
    char *database = xasprintf("t_%.*s", (int)strcspn(name, "."), name);
    char *make = xasprintf("tests/copy_database %s", database);
    char *drop = xasprintf("tests/copy_database -d %s", database);
    if (system(make) != 0)
        die("%s failed", make);
    char *own = xasprintf("%s dbname=%s", dsn, database);
    char *own_admin = xasprintf("%s dbname=%s", admin, database);
    struct running r = {.s = {.dsn = own, .admin_dsn = own_admin}};
    r.s.admin = connect_admin(own_admin);
    run_lines(f, name, dir, &r);
    db_free(r.s.admin);
    fclose(f);
    if (system(drop) != 0)
        die("%s failed", drop);
    free(own);
    free(own_admin);
    free(make);
    free(drop);
    free(database);
    free(copy);
}

int main(int argc, char **argv)
{
    struct error err = {.number = 0};
    i18n_init();
    if (!term_start_offscreen(24, 80, &err))
        die("%s", err.what);
    die_hook = NULL; /* nothing to give back */
    for (int i = 1; i < argc; i++)
        run_file(argv[i]);
    if (argc < 2) {
        glob_t found;
        if (glob("tests/screen/*.t", 0, NULL, &found) != 0)
            die("tests/screen/*.t: there is no such file");
        for (size_t i = 0; i < found.gl_pathc; i++)
            run_file(found.gl_pathv[i]);
        globfree(&found);
    }
    printf("1..%d\n", count);
    return failures > 0;
}
