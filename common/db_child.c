/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short-lived process for what can only be had by waiting: names of hosts, cancel requests. Not a
   thread: it can be ended at any moment, and the C library's look-up reads the environment, which
   this program changes when the language is switched. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/db_inner.h"
#include "common/util.h"

enum { CHILD_MS = 2000 };

bool db_child_start(struct db_child *c, db_child_work *work, void *ctx)
{
    int ends[2];
    sigset_t all, before;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before); /* the handlers write into the parent's pipe */
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* it holds the terminal open */
        close(ends[0]);
        work(ends[1], ctx);
        _exit(0);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *c = (struct db_child){.pid = pid, .fd = ends[0], .until = clock_ms() + CHILD_MS};
    return true;
}

bool db_child_read(struct db_child *c)
{
    char part[512];
    for (;;) {
        ssize_t n = read(c->fd, part, sizeof part);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            return clock_ms() < c->until;
        if (n <= 0)
            return false;
        buf_addn(&c->said, part, (size_t)n);
    }
}

void db_child_end(struct db_child *c)
{
    if (!c->pid)
        return;
    kill(c->pid, SIGKILL);
    while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    close(c->fd);
    buf_done(&c->said);
    *c = (struct db_child){.fd = -1};
}
