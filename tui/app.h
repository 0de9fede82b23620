/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: one loop, one stack of screens, one message line. Only this loop reads keys. */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "common/config.h"
#include "common/db.h"
#include "common/error.h"
#include "common/session.h"
#include "tui/screen.h"

#define APP_STACK 24
#define APP_AHEAD 256

enum say {
    SAY_INFO,  /* an echo (K-7): gone with the next key */
    SAY_NOTE,  /* stays until replaced, Esc or F8 */
    SAY_ERROR, /* as a note, with one beep, and type-ahead is thrown away (K-5) */
};

struct app_batch; /* one that is under way (app.c) */
typedef void app_echo_draw(void *ctx, WINDOW *w);

struct app {
    struct config *config; /* borrowed */
    struct db *db;         /* borrowed */
    struct session session;
    struct screen *stack[APP_STACK]; /* bottom first */
    int depth;
    struct {
        enum say kind;
        int number;
        size_t about; /* bytes of the text that say whose it is, a caption; 0: none */
        char text[600];
    } message; /* text "" if there is none */
    bool quit;
    bool online;                 /* connected and the session is open */
    bool entered;                /* the gate was opened once */
    int gate_ticket;             /* of the gate being opened again, or 0 */
    struct key ahead[APP_AHEAD]; /* typed while a modal batch was under way */
    int nahead;
    struct app_batch *batches;
    struct screen *gone[APP_STACK * 2]; /* popped, freed at the end of the step */
    int ngone;
    int retry_ms;        /* back-off of the reconnect */
    long retry_at;       /* clock_ms */
    bool hurried;        /* a key has asked for the try: that it fails is to be said */
    struct screen *lock; /* the locked screen: always on top of all */
    long key_at;         /* clock_ms of the last key */
    long pause_at;       /* clock_ms when the screens' pause is called; 0: nobody wants it */
    long hint_at;        /* clock_ms when hints may be drawn; 0: nobody waits for it */
    bool hint;           /* the keys pause: hints are drawn */
    int exit_code;
    void *bars; /* panels of lines 1, 23 and 24 */
    struct {
        unsigned long wholes; /* how often everything was drawn: tests count it */
        bool whole;           /* everything is to be drawn */
        bool said;            /* the key that is delivered said app_echo */
        bool waited;          /* somebody waited for hints before that key */
        app_echo_draw *draw;
        void *ctx;
    } echo;
};

/* Whole program: log-in in line mode, then the screens. Returns the exit code. */
int app_main(struct config *c);

/* For app_main and tests. db is connected; the gate is opened by app_enter. terms: the edition
   accepted now, or NULL. On a refusal false, with err->sqlstate "MSxxx". */
struct app *app_new(struct config *c, struct db *db);
bool app_enter(struct app *app, const char *terms, struct error *err);
void app_free(struct app *app); /* frees all screens (done), not config and db */

/* The stack. A pushed screen is the app's. app_pop takes s and all above it away; they are freed
   when the step is over, so a screen may pop itself; their queries are forgotten. When the last one
   goes the program ends. */
void app_push(struct app *app, struct screen *s);
void app_pop(struct app *app, struct screen *s);
void app_replace(struct app *app, struct screen *old,
                 struct screen *s); /* pops old and all above, pushes s */
struct screen *app_top(const struct app *app);
void app_quit(struct app *app); /* at the end of the step, all screens are told nothing: they have
                                   been asked before */

/* Line 23. number: of common/message.h, or 0. The text is translated and cut to the line. */
void app_say(struct app *app, enum say kind, int number, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* "about: text". On the line it is the caption that gives way, so that what is wrong can be read.
 */
void app_say_about(struct app *app, enum say kind, int number, const char *about, const char *text);
void app_say_error(struct app *app,
                   const struct error *err); /* SAY_ERROR with its text and number */
void app_hush(struct app *app);              /* clears the line */

/* Queries. done is called from the loop, also on failure, exactly once, unless the owner was popped
   or the ticket forgotten. owner may be NULL. Takes the batch over. Without a connection done gets
   a reply with ok false, lost false and error.number 401. Returns a ticket > 0. */
enum app_send_flags {
    APP_MODAL = 1,  /* keys stay unread in the terminal until it is over (K-5) */
    APP_CANCEL = 2, /* with APP_MODAL: Esc gives it up; done is then called with reply NULL */
    APP_QUIET =
        4, /* an error is the owner's to say; without it the loop says it before done is called */
};
typedef void app_done(struct app *app, void *ctx, const struct db_reply *reply);
int app_send(struct app *app, struct screen *owner, unsigned flags, struct db_batch *b,
             app_done *done, void *ctx);
void app_forget(struct app *app, int ticket);
bool app_modal(const struct app *app);   /* a modal batch is under way */
bool app_cancels(const struct app *app); /* would Esc give it up? */

/* One key, as the loop would deliver it. */
void app_step(struct app *app, struct key k);
/* An action without its key: from the menu. */
void app_act(struct app *app, enum action a);
void app_draw(struct app *app);
/* For a widget of the top screen, while a key is delivered: nothing that is drawn has changed but
   the text of one field, and draw(ctx, w) draws that again into the screen's window as drawn last.
   Then a letter costs a letter's work. Keys that do not say so, and whatever else happens before
   the next drawing, have all drawn as ever. */
void app_echo(struct app *app, app_echo_draw *draw, void *ctx);
void app_changed(struct app *app); /* something else has changed: all is drawn the next time */
void app_loop(struct app *app);    /* until app->quit */
/* One turn of the loop without keys: answers, signals, reconnecting. timeout_ms as db_wait. Returns
 * db_wait's bits. */
unsigned app_turn(struct app *app, int key_fd, int timeout_ms);
/* Locks the screen; where the server asks for no password that cannot be, which is said. */
void app_lock(struct app *app);
/* A screen wants its `pause` called in two seconds; asked again meanwhile that changes nothing. */
void app_pause_want(struct app *app);
bool app_pause_waits(const struct app *app);
void app_pause(struct app *app); /* now */
/* For what is to be drawn only when the keys pause: may it be drawn now? If not, all is drawn again
   0.4 s after the last key. */
bool app_hint(struct app *app);
bool app_hint_waits(const struct app *app);
void app_hint_now(struct app *app); /* as if the keys had paused */
/* Tests: turns until no batch is under way and the connection is not being made anew; then draws.
 */
void app_settle(struct app *app);
void app_resized(struct app *app);
void app_set_lang(struct app *app, enum lang lang); /* in place: all screens are told, then drawn */
const char *app_focus(const struct app *app);       /* of the top screen; "" if it says nothing */
/* The commands that work now: those of the top screen and the application's own. */
void app_keys(struct app *app, struct key_set *set);

#endif
