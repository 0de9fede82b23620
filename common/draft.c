/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft is two files of one random name. NAME.lock is held by flock for as long as the process
   lives: the kernel gives it back after any kind of death. NAME.draft is the content and is
   replaced by renaming NAME.new over it; the lock stands beside it and not on it, so that there is
   no moment in which the content is there and the lock is not. */
#include "common/draft_inner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"

struct draft {
    char *base; /* the path without its ending */
    char *login, *key;
    int lock;
};

static struct draft *draft_make(char *base, const char *login, const char *key, int lock)
{
    struct draft *d = xcalloc(1, sizeof *d);
    d->base = base;
    d->login = xstrdup(login);
    d->key = xstrdup(key);
    d->lock = lock;
    return d;
}

static char *random_base(const char *dir)
{
    unsigned char random[16];
    struct buf base = {0};
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        die("no random numbers");
    buf_addf(&base, "%s/", dir);
    for (size_t i = 0; i < sizeof random; i++)
        buf_addf(&base, "%02x", random[i]);
    return buf_take(&base);
}

struct draft *draft_new(const char *login, const char *key, struct error *err)
{
    enum { TRIES = 8 }; /* draft_list of another process may tidy a lock away before it is locked */
    char *dir = draft_file_place(err), *base = NULL;
    int lock = -1;
    for (int i = 0; dir && lock < 0 && i < TRIES; i++) {
        free(base);
        base = random_base(dir);
        lock = draft_file_lock(base, O_CREAT | O_EXCL);
        if (lock < 0 && errno != EWOULDBLOCK)
            break;
    }
    if (dir && lock < 0)
        draft_file_failed(err, base,
                          _("Drafts cannot be kept: what you type is lost if the program ends"));
    free(dir);
    if (lock >= 0)
        return draft_make(base, login, key, lock);
    free(base);
    return NULL;
}

static void draft_free(struct draft *d)
{
    close(d->lock);
    wipe(d->key, strlen(d->key));
    free(d->key);
    free(d->login);
    free(d->base);
    free(d);
}

void draft_drop(struct draft *d)
{
    if (!d)
        return;
    draft_file_remove(d->base);
    draft_free(d);
}

void draft_keep(struct draft *d)
{
    if (d)
        draft_free(d);
}

/* --- content -----------------------------------------------------------------------------------
 */

bool draft_write(struct draft *d, const struct card *c, struct error *err)
{
    struct buf content = {0};
    char *text = draft_text(c);
    bool good = draft_seal(d->login, d->key, text, &content);
    wipe(text, strlen(text));
    free(text);
    char *path = draft_file_beside(d->base, "draft"), *fresh = draft_file_beside(d->base, "new");
    if (!good)
        error_set(err, "%s", _("The draft cannot be encrypted, so it is not written"));
    else if (!draft_file_replace(fresh, path, &content))
        good = draft_file_failed(err, path, _("The draft cannot be written"));
    buf_done(&content);
    free(fresh);
    free(path);
    return good;
}

/* --- what others left --------------------------------------------------------------------------
 */

static char *base_of(const char *path)
{
    char *base = xstrdup(path);
    char *dot = strrchr(base, '.');
    if (dot)
        *dot = '\0';
    return base;
}

/* Puts a file that cannot be opened any more aside, so that it is neither offered nor lost. */
static void put_aside(const char *path, struct error *err)
{
    char *aside = draft_file_beside(path, "damaged");
    const char *now = rename(path, aside) == 0 ? aside : path;
    if (err) {
        error_set(err, "%s", _("A draft is damaged and was put aside"));
        error_where(err, "%s", now);
        error_remedy(err, _("The other drafts are whole; show the file to the administrator"));
        error_number(err, MESSAGE_DRAFT_DAMAGED);
    }
    free(aside);
}

/* Opens one draft whose lock is held. */
static bool one_read(const char *path, const char *login, const char *key, struct draft_info *info,
                     struct error *err)
{
    struct buf data = {0};
    char *text = NULL;
    enum sealed sealed = SEALED_FOREIGN;
    if (draft_file_read(path, &data))
        sealed = draft_unseal(login, key, data.s ? data.s : "", data.len, &text);
    if (sealed == SEALED_OPEN && !draft_about(text, info))
        sealed = SEALED_DAMAGED;
    if (sealed == SEALED_DAMAGED)
        put_aside(path, err);
    if (sealed == SEALED_OPEN) {
        info->path = xstrdup(path);
        info->login = xstrdup(login);
    }
    if (text)
        wipe(text, strlen(text));
    free(text);
    buf_done(&data);
    return sealed == SEALED_OPEN;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), k = strlen(ending);
    return n > k && strcmp(name + n - k, ending) == 0;
}

/* A process died before its first write: nothing but a lock, perhaps half a file. */
static void leftover_remove(const char *base)
{
    char *draft = draft_file_beside(base, "draft");
    int lock = access(draft, F_OK) != 0 ? draft_file_lock(base, 0) : -1;
    if (lock >= 0) {
        if (access(draft, F_OK) != 0)
            draft_file_remove(base);
        close(lock);
    }
    free(draft);
}

int draft_list(const char *login, const char *key, struct draft_info **out, struct error *err)
{
    struct dirent **names;
    int count = 0;
    *out = NULL;
    if (err)
        error_set(err, "%s", "");
    char *dir = draft_file_place(err);
    int n = dir ? scandir(dir, &names, NULL, alphasort) : -1;
    for (int i = 0; i < n; i++) {
        char *path = xasprintf("%s/%s", dir, names[i]->d_name), *base = base_of(path);
        int lock = ends_with(path, ".draft") ? draft_file_lock(base, O_CREAT) : -1;
        struct draft_info info = {0};
        if (ends_with(path, ".lock"))
            leftover_remove(base);
        if (lock >= 0 && one_read(path, login, key, &info, err)) {
            *out = xrealloc(*out, ((size_t)count + 1) * sizeof **out);
            (*out)[count++] = info;
        }
        if (lock >= 0)
            close(lock);
        free(base);
        free(path);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
    free(dir);
    return count;
}

void draft_list_free(struct draft_info *list, int count)
{
    for (int i = 0; i < count; i++) {
        free(list[i].path);
        free(list[i].login);
        free(list[i].card_id);
        free(list[i].iin);
        free(list[i].title);
        free(list[i].written_at);
        free(list[i].op);
    }
    free(list);
}

/* --- taking over -------------------------------------------------------------------------------
 */

/* A draft of this process over the files, or NULL and err. */
static struct draft *take_over(const struct draft_info *info, const char *key, struct error *err)
{
    char *base = base_of(info->path);
    int lock = access(info->path, F_OK) == 0 ? draft_file_lock(base, O_CREAT) : -1;
    if (lock >= 0)
        return draft_make(base, info->login, key, lock);
    error_set(err, "%s", _("This draft was taken by another session, or it is gone"));
    error_where(err, "%s", info->path);
    error_remedy(err, _("Look at the list of drafts again"));
    error_number(err, MESSAGE_DRAFT_TAKEN);
    free(base);
    return NULL;
}

static bool homeless(int count, struct error *err)
{
    if (count == 0)
        return error_set(err, "%s", "");
    error_set(err, _("Parts of the draft find no place in the card: %d"), count);
    error_number(err, MESSAGE_DRAFT_PARTS);
    return error_remedy(err, _("Compare the card with the papers before saving"));
}

struct draft *draft_restore(const struct draft_info *info, const char *key, struct card *c,
                            struct error *err)
{
    struct buf data = {0};
    char *text = NULL;
    struct draft *d = take_over(info, key, err);
    if (!d)
        return NULL;
    enum sealed sealed = SEALED_FOREIGN;
    if (draft_file_read(info->path, &data))
        sealed = draft_unseal(d->login, d->key, data.s ? data.s : "", data.len, &text);
    int lost = text ? draft_apply(text, c) : -1;
    if (lost >= 0) {
        homeless(lost, err);
    } else {
        error_set(err, "%s", _("The draft cannot be read"));
        error_where(err, "%s", info->path);
        if (sealed != SEALED_FOREIGN)
            put_aside(info->path, err);
        draft_keep(d);
        d = NULL;
    }
    if (text)
        wipe(text, strlen(text));
    free(text);
    buf_done(&data);
    return d;
}

bool draft_discard(const struct draft_info *info, struct error *err)
{
    char *base = base_of(info->path);
    int lock = draft_file_lock(base, O_CREAT);
    bool good = lock >= 0 && draft_file_remove(base);
    if (!good)
        draft_file_failed(err, info->path, _("The draft cannot be removed"));
    if (lock >= 0)
        close(lock);
    free(base);
    return good;
}

bool draft_carry(const struct card *typed, struct card *fresh, struct error *err)
{
    char *text = draft_text(typed);
    int lost = draft_apply(text, fresh);
    wipe(text, strlen(text));
    free(text);
    homeless(lost, err);
    return lost == 0;
}
