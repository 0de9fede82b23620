/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys on a new card, off-screen and without a server. A control character is a key of the table,
   0x7f another size of the window, everything else is typed. */
#include <string.h>

#include "common/clock.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "tui/screens.h"

enum { KEYS_MAX = 400 };

const char *const fuzz_seeds[] = {"Сәуле\001Нұр\001\001801223400108\001\022",
                                  "\0206,2\001\021\023\001x\001\022\b\b\b",
                                  "\032тіл\001\001\030",
                                  "\0318\00187015550010\001a@example.org\001\022\021\020",
                                  "\020\020\020\026abc\001\177\177\024\002\002\036\037",
                                  NULL};

void fuzz_start(void)
{
    struct error err = {.what = ""};
    setenv("XDG_STATE_HOME", "/dev/null", 1); /* no drafts: they would be slow, and pile up */
    MUST(term_start_offscreen(24, 80, &err));
    die_hook = NULL;
}

static void resize(struct app *app, bool *wide)
{
    *wide = !*wide;
    term_resize(*wide ? 40 : 24, *wide ? 132 : 80);
    app_resized(app);
}

/* After any key the screen is drawn, and all of it is text. */
static void look(struct app *app)
{
    app_draw(app);
    for (int y = 0; y < LINES; y++) {
        char *line = term_line(y);
        MUST(utf8_valid(line) && utf8_width(line) <= COLS);
        free(line);
    }
    MUST(utf8_valid(app->message.text) && utf8_valid(app_focus(app)));
}

static void press(struct app *app, const char *keys)
{
    uint32_t c;
    bool wide = false;
    int n = 0;
    for (size_t bytes; !app->quit && n < KEYS_MAX && (bytes = utf8_next(keys, &c)) > 0;
         keys += bytes, n++) {
        if (c == 0x7f)
            resize(app, &wide);
        else if (c < ' ')
            app_step(app, (struct key){(enum action)(ACT_ENTER + (int)c - 1), 0});
        else
            app_step(app, (struct key){ACT_CHAR, c});
        for (int turns = 0; app_modal(app) && turns < 10; turns++)
            app_turn(app, -1, 0);
        if (!app->quit && n % 8 == 0)
            look(app);
    }
    if (!app->quit)
        look(app);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *keys = fuzz_string(data, size);
    struct config config = {.terminal = (char *)(uintptr_t) "local", .lock_minutes = 15};
    struct db *db = db_new();
    struct app *app = app_new(&config, db);
    i18n_set(LANG_KK);
    term_resize(24, 80);
    app->session.login = xstrdup("operator");
    app->session.role = xstrdup("operator");
    app->session.draft_key =
        xstrdup("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
    app->session.may_write = true;
    app->entered = true;
    app->retry_at = clock_ms() + 1000000; /* there is no server to be found */
    app->session.world = *fuzz_world();
    app_push(app, scr_card_fresh(app, NULL, "Ахметов", NULL, NULL));
    press(app, keys);
    app_free(app);
    db_free(db);
    free(keys);
    return 0;
}
