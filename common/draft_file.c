/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft's files: their place, their lock, and their replacement as a whole. */
#include "common/draft_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"

char *draft_file_beside(const char *base, const char *ending)
{
    return xasprintf("%s.%s", base, ending);
}

bool draft_file_failed(struct error *err, const char *path, const char *what)
{
    char reason[120];
    const char *text = strerror_r(errno, reason, sizeof reason);
    if (!err)
        return false;
    error_set(err, "%s (%s)", what, text);
    error_where(err, "%s", path);
    error_remedy(err, _("Save now; then make room or mend the rights of the directory"));
    return error_number(err, MESSAGE_DRAFT_DISK);
}

char *draft_file_place(struct error *err)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char *path = !str_empty(state) ? xasprintf("%s/mansap", state)
                                   : xasprintf("%s/.local/state/mansap", home ? home : "");
    bool good = true;
    for (char *c = path + 1; good && *c; c++) {
        if (*c != '/')
            continue;
        *c = '\0';
        good = mkdir(path, 0700) == 0 || errno == EEXIST;
        *c = '/';
    }
    if (good && (mkdir(path, 0700) == 0 || errno == EEXIST) && access(path, W_OK | X_OK) == 0)
        return path;
    draft_file_failed(err, path,
                      _("Drafts cannot be kept: what you type is lost if the program ends"));
    free(path);
    return NULL;
}

int draft_file_lock(const char *base, int flags)
{
    char *path = draft_file_beside(base, "lock");
    struct stat held, named;
    int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    if (fd >= 0 && (flock(fd, LOCK_EX | LOCK_NB) != 0 || fstat(fd, &held) != 0 ||
                    stat(path, &named) != 0 || held.st_ino != named.st_ino)) {
        int why = errno == ENOENT ? EWOULDBLOCK : errno;
        close(fd);
        fd = -1;
        errno = why;
    }
    free(path);
    return fd;
}

bool draft_file_remove(const char *base)
{
    static const char *const endings[] = {"new", "draft", "lock"};
    bool good = true;
    for (size_t i = 0; i < COUNT(endings); i++) {
        char *path = draft_file_beside(base, endings[i]);
        good = (unlink(path) == 0 || errno == ENOENT) && good;
        free(path);
    }
    return good;
}

static bool write_whole(int fd, const char *s, size_t n)
{
    while (n > 0) {
        ssize_t k = write(fd, s, n);
        if (k < 0 && errno == EINTR)
            continue;
        if (k <= 0)
            return false;
        s += k;
        n -= (size_t)k;
    }
    return true;
}

/* A rename is on the disk only when its directory is. */
static bool sync_directory(const char *path)
{
    char *dir = xstrdup(path);
    char *slash = strrchr(dir, '/');
    if (slash)
        *slash = '\0';
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    free(dir);
    return good;
}

bool draft_file_replace(const char *fresh, const char *path, const struct buf *content)
{
    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    bool good = write_whole(fd, content->s, content->len) && fsync(fd) == 0;
    int why = errno;
    good = close(fd) == 0 && good;
    if (good && rename(fresh, path) == 0)
        return sync_directory(path);
    why = good ? errno : why;
    unlink(fresh);
    errno = why;
    return false;
}

bool draft_file_read(const char *path, struct buf *out)
{
    char block[8192];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t n = fd < 0 ? -1 : 0;
    while (fd >= 0 && (n = read(fd, block, sizeof block)) > 0)
        buf_addn(out, block, (size_t)n);
    if (fd >= 0)
        close(fd);
    return n == 0;
}
