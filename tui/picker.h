/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list to choose from, narrowed as one types (K-6). A screen; the answer comes by callback after
 * it is popped. */
#ifndef TUI_PICKER_H
#define TUI_PICKER_H

#include "tui/app.h"

struct picker_source {
    int (*count)(void *ctx);
    char *(*text)(void *ctx, int item); /* the caller's */
    int (*match)(void *ctx, int item,
                 const char *typed); /* 0 no, else a rank, smaller is better; typed is never "" */
    int (*recent)(void *ctx, int item); /* 1: used last, 2 ...; 0: not. May be NULL */
    void (*chosen)(void *ctx, struct app *app, int item,
                   const char *typed); /* item -1: left without a choice (typed ""), or free text */
    /* Enter with nothing that matches: true: chosen(-1, typed) is called (a command line). May be
     * NULL: it is none. */
    bool (*free_text)(void *ctx, const char *typed);
    /* Says that nothing begins so, in other words than the list does. May be NULL. */
    void (*refuse)(void *ctx, struct app *app, const char *typed);
    bool words; /* a command line: without a word typed or a line chosen Enter does nothing */
    void (*done)(void *ctx); /* the picker is freed. May be NULL */
};

/* title is copied; typed: what was typed already, or NULL; current: item to stand on, or -1. */
struct screen *picker_new(struct app *app, const char *title, const struct picker_source *source,
                          void *ctx, const char *typed, int current);

#endif
