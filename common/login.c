/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question goes to libedit (line.c). A password, which libedit cannot hide, and a terminal that
 * libedit cannot draw on are read in the terminal's own line mode. */
#include "common/login.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "common/util.h"

#define CONNECT_MS 30000

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static volatile sig_atomic_t caught;

static void catch_signal(int number)
{
    caught = number;
}

/* One line of at most size - 1 bytes without its end; false at the end of input, on a signal, or if
   it is longer. The ending signals are blocked but while it waits, so none slips in before. */
static bool read_line(int fd, const sigset_t *waiting, char *line, size_t size)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    char c;
    for (size_t n = 0; n < size; n++) {
        if (ppoll(&p, 1, NULL, waiting) != 1 || read(fd, &c, 1) != 1)
            return false;
        if (c == '\n') {
            line[n] = '\0';
            return true;
        }
        line[n] = c;
    }
    return false;
}

static bool write_all(int fd, const char *s)
{
    for (size_t n = strlen(s); n > 0;) {
        ssize_t done = write(fd, s, n);
        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0) {
            s += done;
            n -= (size_t)done;
        }
    }
    return true;
}

/* In the terminal's own line mode. */
static char *ask_plainly(int fd, const char *prompt, bool secret, const sigset_t *waiting)
{
    struct termios before;
    if (tcgetattr(fd, &before) != 0)
        return NULL;
    struct termios now = before;
    if (secret)
        now.c_lflag &= ~(tcflag_t)ECHO;
    now.c_lflag |= ICANON | ISIG;
    now.c_cc[VSUSP] = _POSIX_VDISABLE; /* a stopped program would leave the echo off */
    char line[1001];
    bool ok = tcsetattr(fd, TCSAFLUSH, &now) == 0 && write_all(fd, prompt) &&
              read_line(fd, waiting, line, sizeof line);
    tcsetattr(fd, TCSAFLUSH, &before);
    if (secret)
        write_all(fd, "\n");
    char *answer = ok ? xstrdup(line) : NULL;
    wipe(line, sizeof line);
    return answer;
}

static char *ask(const char *prompt, bool secret, struct line_past *past)
{
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return NULL;
    struct sigaction old[COUNT(ending)], action = {.sa_handler = catch_signal};
    sigset_t blocked, waiting;
    sigemptyset(&blocked);
    caught = 0;
    for (size_t i = 0; i < COUNT(ending); i++) {
        sigaction(ending[i], &action, &old[i]);
        sigaddset(&blocked, ending[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, &waiting);
    char *answer = NULL;
    if (secret || !line_ask(fd, prompt, &waiting, past, &answer))
        answer = ask_plainly(fd, prompt, secret, &waiting);
    close(fd);
    for (size_t i = 0; i < COUNT(ending); i++)
        sigaction(ending[i], &old[i], NULL);
    sigprocmask(SIG_SETMASK, &waiting, NULL);
    if (caught)
        raise(caught);
    return answer;
}

char *login_ask(const char *prompt, struct line_past *past)
{
    return ask(prompt, false, past);
}

char *login_ask_secret(const char *prompt)
{
    return ask(prompt, true, NULL);
}

bool login_connect(struct db *db, const struct config *c, struct error *err)
{
    db_connect(db, c->conninfo, NULL, NULL);
    if (db_connect_wait(db, CONNECT_MS, err))
        return true;
    if (!db_needs_password(db))
        return false;
    char *password = login_ask_secret(_("Password: "));
    if (!password) {
        error_set(err,
                  _("The server asks for a password, and there is no terminal to ask for it."));
        return error_remedy(err, _("Put the password into ~/.pgpass (mode 0600)"));
    }
    db_connect(db, c->conninfo, (const char *const[]){"password", NULL},
               (const char *const[]){password, NULL});
    bool ok = db_connect_wait(db, CONNECT_MS, err);
    wipe(password, strlen(password));
    free(password);
    return ok;
}

bool login_open(struct db *db, const struct config *c, struct session *s, struct error *err)
{
    *s = (struct session){.world = {.today = DAY_NONE}};
    if (!login_connect(db, c, err))
        return false;
    struct db_reply *reply = db_run(db, session_batch(c->terminal, NULL));
    bool ok = session_read(s, reply, err);
    db_reply_free(reply);
    return ok;
}

void login_close(struct db *db)
{
    if (db_state(db) == DB_READY) {
        struct db_batch *b = db_batch_new();
        db_batch_add(b, false, "select session_close()", 0, NULL);
        db_reply_free(db_run(db, b));
    }
    db_close(db);
}
