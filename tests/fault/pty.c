/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fault/pty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#include "common/clock.h"
#include "common/util.h"

struct pty {
    pid_t pid;
    int master; /* -1: hung up */
    VTerm *vt;
    VTermScreen *screen;
    bool alternate, cursor_shown;
    iconv_t in, out; /* between the program's character set and UTF-8; NULL: it is UTF-8 */
};

/* --- the terminal ---------------------------------------------------------------------------- */

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
    struct pty *p = user;
    if (prop == VTERM_PROP_ALTSCREEN)
        p->alternate = value->boolean;
    else if (prop == VTERM_PROP_CURSORVISIBLE)
        p->cursor_shown = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void write_all(struct pty *p, const char *s, size_t n)
{
    while (n > 0) {
        ssize_t done = write(p->master, s, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            fail_msg("writing to the terminal: %s", strerror(errno));
        s += done;
        n -= (size_t)done;
    }
}

/* What the terminal answers to the program's questions. */
static void on_output(const char *s, size_t n, void *user)
{
    write_all(user, s, n);
}

static void set_environment(const char *const *pairs)
{
    for (; pairs && pairs[0]; pairs += 2) {
        if (pairs[1])
            setenv(pairs[0], pairs[1], 1);
        else
            unsetenv(pairs[0]);
    }
}

struct pty *pty_start(const char *const *argv, const char *const *environment, int lines, int cols)
{
    struct pty *p = xcalloc(1, sizeof *p);
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)cols};
    p->cursor_shown = true;
    p->vt = vterm_new(lines, cols);
    vterm_set_utf8(p->vt, 1);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_set_callbacks(p->screen, &callbacks, p);
    vterm_screen_reset(p->screen, 1);
    vterm_output_set_callback(p->vt, on_output, p);
    p->pid = forkpty(&p->master, NULL, NULL, &size);
    if (p->pid < 0)
        fail_msg("forkpty: %s", strerror(errno));
    if (p->pid == 0) {
        set_environment(environment);
        execv(argv[0], (char *const *)(uintptr_t)argv);
        fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
        _exit(127);
    }
    fcntl(p->master, F_SETFD, FD_CLOEXEC); /* a hang-up must not wait for another program */
    return p;
}

void pty_free(struct pty *p)
{
    if (!p)
        return;
    if (p->pid > 0) {
        kill(p->pid, SIGKILL);
        waitpid(p->pid, NULL, 0);
    }
    if (p->master >= 0)
        close(p->master);
    if (p->in) {
        iconv_close(p->in);
        iconv_close(p->out);
    }
    vterm_free(p->vt);
    free(p);
}

/* --- reading --------------------------------------------------------------------------------- */

char *pty_screen(const struct pty *p)
{
    struct buf out = {0};
    int lines, cols;
    vterm_get_size(p->vt, &lines, &cols);
    for (int y = 0; y < lines; y++) {
        char line[4096];
        VTermRect row = {.start_row = y, .end_row = y + 1, .start_col = 0, .end_col = cols};
        size_t n = vterm_screen_get_text(p->screen, line, sizeof line, row);
        while (n > 0 && line[n - 1] == ' ')
            n--;
        buf_addn(&out, line, n);
        buf_add(&out, "\n");
    }
    return buf_take(&out);
}

bool pty_shows(const struct pty *p, const char *text)
{
    char *screen = pty_screen(p);
    bool shows = strstr(screen, text) != NULL;
    free(screen);
    return shows;
}

/* All of these character sets have one byte a character: nothing is cut. */
static size_t convert(iconv_t how, char *from, size_t n, char *to, size_t room)
{
    size_t left = room;
    while (n > 0)
        if (iconv(how, &from, &n, &to, &left) == (size_t)-1)
            fail_msg("byte %02x is not in the character set", (unsigned char)*from);
    return room - left;
}

static void take(struct pty *p, char *s, size_t n)
{
    char utf8[4 * 4096];
    if (!p->in) {
        vterm_input_write(p->vt, s, n);
        return;
    }
    vterm_input_write(p->vt, utf8, convert(p->in, s, n, utf8, sizeof utf8));
}

/* One portion of output. False: nothing will come any more (*ended) or in time. */
static bool pump(struct pty *p, long deadline, bool *ended)
{
    char part[4096];
    struct pollfd fd = {.fd = p->master, .events = POLLIN};
    for (;;) {
        long left = deadline - clock_ms();
        int n = poll(&fd, 1, left > 0 ? (int)left : 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            return false;
        ssize_t got = read(p->master, part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) { /* EIO: all have closed the terminal */
            *ended = true;
            return false;
        }
        take(p, part, (size_t)got);
        return true;
    }
}

static int times_shown(const struct pty *p, const char *text)
{
    char *screen = pty_screen(p);
    int n = 0;
    for (const char *at = screen; (at = strstr(at, text)) != NULL; at++)
        n++;
    free(screen);
    return n;
}

static void in_vain(const struct pty *p, bool ended, const char *text, const char *want)
{
    char *screen = pty_screen(p);
    fprintf(stderr, "%s\n", screen);
    free(screen);
    fail_msg("%s: \"%s\" %s", ended ? "the program has ended" : "waited in vain", text, want);
}

void pty_wait_times(struct pty *p, const char *text, int times)
{
    long deadline = clock_ms() + PTY_BOUND_MS;
    bool ended = false;
    while (times_shown(p, text) < times)
        if (!pump(p, deadline, &ended))
            in_vain(p, ended, text, "is not on the screen");
}

void pty_wait(struct pty *p, const char *text)
{
    pty_wait_times(p, text, 1);
}

void pty_wait_gone(struct pty *p, const char *text)
{
    long deadline = clock_ms() + PTY_BOUND_MS;
    bool ended = false;
    while (pty_shows(p, text))
        if (!pump(p, deadline, &ended))
            in_vain(p, ended, text, "is still on the screen");
}

int pty_wait_any(struct pty *p, const char *const *texts, int n)
{
    long deadline = clock_ms() + PTY_BOUND_MS;
    bool ended = false;
    for (;;) {
        for (int i = 0; i < n; i++)
            if (pty_shows(p, texts[i]))
                return i;
        if (!pump(p, deadline, &ended))
            in_vain(p, ended, texts[0], "is not on the screen, nor another");
    }
}

bool pty_alternate(const struct pty *p)
{
    return p->alternate;
}

void pty_charset(struct pty *p, const char *charset)
{
    p->in = iconv_open("UTF-8", charset);
    p->out = iconv_open(charset, "UTF-8");
    assert_true(p->in != (iconv_t)-1 && p->out != (iconv_t)-1);
}

bool pty_cursor_shown(const struct pty *p)
{
    return p->cursor_shown;
}

void pty_modes(const struct pty *p, struct termios *t)
{
    memset(t, 0, sizeof *t);
    assert_int_equal(tcgetattr(p->master, t), 0);
}

bool pty_echoes(const struct pty *p)
{
    struct termios t;
    pty_modes(p, &t);
    return t.c_lflag & ECHO;
}

/* --- what is done to the program -------------------------------------------------------------- */

static const struct {
    const char *name, *bytes;
} named[] = {
    {"Enter", "\r"},    {"Tab", "\t"},       {"Esc", "\033"},     {"Backspace", "\177"},
    {"Up", "\033OA"},   {"Down", "\033OB"},  {"Right", "\033OC"}, {"Left", "\033OD"},
    {"Home", "\033OH"}, {"End", "\033OF"},   {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
    {"F1", "\033OP"},   {"F2", "\033OQ"},    {"F3", "\033OR"},    {"F4", "\033OS"},
    {"F5", "\033[15~"}, {"F6", "\033[17~"},  {"F7", "\033[18~"},  {"F8", "\033[19~"},
    {"F9", "\033[20~"}, {"F10", "\033[21~"}, {"F11", "\033[23~"}, {"F12", "\033[24~"},
    {"lt", "<"},
};

/* The bytes that xterm sends for a key. */
static void add_key(struct buf *out, const char *name)
{
    if (strncmp(name, "Ctrl+", 5) == 0 && name[5] && !name[6]) {
        char c = (char)(name[5] & 0x1f);
        buf_addn(out, &c, 1);
        return;
    }
    for (size_t i = 0; i < COUNT(named); i++)
        if (strcmp(named[i].name, name) == 0) {
            buf_add(out, named[i].bytes);
            return;
        }
    fail_msg("no key <%s>", name);
}

void pty_type(struct pty *p, const char *keys)
{
    struct buf out = {0};
    while (*keys) {
        const char *end = *keys == '<' ? strchr(keys, '>') : NULL;
        if (!end) {
            buf_addn(&out, keys++, 1);
            continue;
        }
        char name[32];
        snprintf(name, sizeof name, "%.*s", (int)(end - keys) - 1, keys + 1);
        char *star = strchr(name, '*');
        int times = star ? atoi(star + 1) : 1;
        if (star)
            *star = '\0';
        while (times-- > 0)
            add_key(&out, name);
        keys = end + 1;
    }
    if (p->out) {
        char *bytes = xcalloc(out.len + 1, 1);
        size_t n = convert(p->out, out.s, out.len, bytes, out.len);
        write_all(p, bytes, n);
        free(bytes);
    } else {
        write_all(p, out.s, out.len);
    }
    buf_done(&out);
}

void pty_resize(struct pty *p, int lines, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)cols};
    vterm_set_size(p->vt, lines, cols);
    assert_int_equal(ioctl(p->master, TIOCSWINSZ, &size), 0);
}

void pty_signal(struct pty *p, int sig)
{
    assert_int_equal(kill(p->pid, sig), 0);
}

void pty_hang_up(struct pty *p)
{
    close(p->master);
    p->master = -1;
}

int pty_end(struct pty *p)
{
    long deadline = clock_ms() + PTY_BOUND_MS;
    bool ended = false;
    int status;
    while (p->master >= 0 && pump(p, deadline, &ended))
        ;
    struct pollfd fd = {.fd = (int)syscall(SYS_pidfd_open, p->pid, 0), .events = POLLIN};
    long left = deadline - clock_ms();
    assert_true(fd.fd >= 0);
    int n = poll(&fd, 1, left > 0 ? (int)left : 0);
    close(fd.fd);
    if (n != 1) {
        char *screen = pty_screen(p);
        fprintf(stderr, "%s\n", screen);
        free(screen);
        fail_msg("%s", "the program does not end");
    }
    assert_int_equal(waitpid(p->pid, &status, 0), p->pid);
    p->pid = 0;
    return status;
}
