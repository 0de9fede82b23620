/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals become bytes of a pipe, so that the one wait loop sees them like keys. */
#include "common/db_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "common/util.h"

static int signal_pipe[2] = {-1, -1};

static void signal_came(int signo)
{
    int kept = errno;
    unsigned char byte = (unsigned char)signo;
    /* A full pipe already tells enough; nothing can be done about it here. */
    ssize_t n = write(signal_pipe[1], &byte, 1);
    (void)n;
    errno = kept;
}

void db_signals_watch(void)
{
    static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT};
    if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        die("pipe: %s", strerror(errno));
    struct sigaction act = {.sa_handler = signal_came, .sa_flags = SA_RESTART};
    sigemptyset(&act.sa_mask);
    for (size_t i = 0; i < COUNT(watched); i++)
        sigaction(watched[i], &act, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGTSTP, &ignore, NULL);
    /* A file size limit is an error of the write that meets it, not the end of the program. */
    sigaction(SIGXFSZ, &ignore, NULL);
    /* libpq guards its own writes; a pipe of ours that nobody reads must not end the program. */
    sigaction(SIGPIPE, &ignore, NULL);
}

int db_signal_next(void)
{
    unsigned char byte;
    if (signal_pipe[0] < 0 || read(signal_pipe[0], &byte, 1) != 1)
        return 0;
    return byte;
}

int db_signal_fd(void)
{
    return signal_pipe[0];
}
