/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract of a screen. A screen is a struct whose first member is `struct screen base`, and
   one const struct of operations, last in its file. It draws from its own state only, so a resize
   is "draw again". Dialogs are screens, too. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "tui/keys.h"
#include "tui/term.h"

struct app;
struct screen;
struct card;
struct field;
struct record;
struct section;

/* What F1 is asked about. All borrowed; any may be NULL or 0. */
struct help_topic {
    const char *screen; /* ops->name */
    const struct section *section;
    const struct field *field;
    const struct record *record; /* with field: the value and where it comes from; read at once */
    const struct card *card;
    const char *locked; /* why the field cannot be typed, or NULL; read at once */
    int rule;           /* number of the message that explains that */
    int message;        /* number of the message on line 23, filled by the application */
};

/* Every operation but name, draw and done may be NULL. */
struct screen_ops {
    const char *name; /* one word: file, tests, help */
    bool alone;       /* no help, no menu, nothing that is the application's */
    /* A dialog says how large a box it wants, frame included; the application centres it, clips it
       to the body and draws frame and title. NULL: the screen takes the whole body, that is lines 2
       to 22 (h-3 lines, all columns). */
    void (*size)(struct screen *s, struct app *app, int *lines, int *cols);
    /* Line 1, or a dialog's title: where you are. The caller's. NULL: what the screen beneath says.
     */
    char *(*where)(struct screen *s, struct app *app);
    /* Draws all of w, which comes erased. Of a dialog's window the outermost cells are the frame.
     */
    void (*draw)(struct screen *s, struct app *app, WINDOW *w);
    /* A key; commands come only if declared by keys(). False: not wanted here (one beep). */
    bool (*key)(struct screen *s, struct app *app, struct key k);
    /* Where the hardware cursor stands (K-13), in the coordinates of w as drawn last. False:
     * nowhere, it is parked on line 1. */
    bool (*cursor)(struct screen *s, struct app *app, int *y, int *x);
    /* Name of the active field, or of the row, for tests and help ("surname", "row 3"). Borrowed.
     */
    const char *(*focus)(struct screen *s, struct app *app);
    /* The commands that work now, the most frequent first (K-14). Esc, F1 and F10 are the
     * application's own. */
    void (*keys)(struct screen *s, struct app *app, struct key_set *set);
    void (*help)(struct screen *s, struct app *app, struct help_topic *topic);
    /* A command that keys() does not declare: says why it is refused here. False: it has no place
       here, which the application says. */
    bool (*refused)(struct screen *s, struct app *app, enum action a);
    /* Text from the menu's command line that is no action's word. True: understood. */
    bool (*command)(struct screen *s, struct app *app, const char *text);
    void (*uncovered)(struct screen *s,
                      struct app *app); /* the screen above is gone, this one is on top again */
    void (*hangup)(struct screen *s,
                   struct app *app); /* the program ends now: keep drafts, ask nothing */
    void (*reconnected)(struct screen *s,
                        struct app *app); /* a new session is open: open the card again */
    void (*pause)(struct screen *s, struct app *app); /* after app_pause_want */
    void (*resized)(struct screen *s, struct app *app);
    void (*language)(struct screen *s,
                     struct app *app);               /* it was switched: fetch kept texts again */
    void (*done)(struct screen *s, struct app *app); /* frees the screen itself */
};

struct screen {
    const struct screen_ops *ops;
    void *panel; /* the application's, as are all below */
    WINDOW *window;
    bool gone;
};

#endif
