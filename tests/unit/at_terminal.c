/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/at_terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

int at_terminal(int (*child)(void), const char *typed, char screen[4096], bool *echo)
{
    int master, slave, status;
    struct termios t;
    assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(master);
        if (login_tty(slave) != 0)
            _exit(99);
        _exit(child());
    }
    close(slave);
    size_t n = 0;
    bool done = false;
    screen[0] = '\0';
    while (n < 4095) {
        ssize_t got = read(master, screen + n, 4095 - n);
        if (got <= 0)
            break; /* EIO: the child has closed the terminal */
        n += (size_t)got;
        screen[n] = '\0';
        if (!done && strchr(screen, ':')) {
            assert_int_equal(write(master, typed, strlen(typed)), (ssize_t)strlen(typed));
            done = true;
        }
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(tcgetattr(master, &t), 0);
    *echo = t.c_lflag & ECHO;
    close(master);
    return status;
}
