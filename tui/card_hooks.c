/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields and the page ask of the card's screen, and tell it. */
#include "tui/scr_card.h"

static struct cell_lock hook_locked(void *ctx, struct record *r, int field)
{
    return card_lock_field(ctx, r, field);
}

static void hook_left(void *ctx, struct record *r, int field)
{
    struct scr_card *s = ctx;
    card_recall_keep(r, field);
    card_draft_write(s);
    card_rail_refresh(s);
}

static void hook_typing(void *ctx, struct record *r, int field, const char *text)
{
    struct scr_card *s = ctx;
    (void)r;
    (void)field;
    str_set(&s->typing, text);
    app_pause_want(s->app);
}

static char *hook_ditto(void *ctx, struct record *r, int field, enum ditto *source)
{
    return card_recall_value(ctx, r, field, source);
}

static const char *hook_recent(void *ctx, struct record *r, int field)
{
    (void)ctx;
    return card_recall_codes(r, field);
}

static const struct cell_hooks hooks = {
    .locked = hook_locked,
    .left = hook_left,
    .ditto = hook_ditto,
    .typing = hook_typing,
    .recent = hook_recent,
};

static struct cell_lock host_closed(void *ctx, int entry)
{
    return card_lock_closed(ctx, entry);
}

static struct cell_lock host_kept(void *ctx, int entry, const struct record *r)
{
    return card_lock_kept(ctx, entry, r);
}

void card_hooks_rows(void *ctx)
{
    card_draft_write(ctx);
    card_rail_refresh(ctx);
}

void card_hooks_set(struct scr_card *s)
{
    s->host = (struct body_host){
        .app = s->app,
        .screen = &s->base,
        .hooks = &hooks,
        .ctx = s,
        .closed = host_closed,
        .kept = host_kept,
        .rows = card_hooks_rows,
    };
}
