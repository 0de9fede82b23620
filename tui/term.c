/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/term.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <panel.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/utf8.h"
#include "common/util.h"
#include "tui/term_keys.h"

#define FED_MAX 4096

static struct {
    bool running, offscreen, beep;
    unsigned beeps;
    struct termios before;
    bool have_before;
    char restore[256]; /* sequences that give the terminal back */
    size_t restore_len;
    struct key fed[FED_MAX]; /* a ring: off-screen keys */
    size_t fed_head, fed_count;
    WINDOW *keys; /* a pad: reading from a window would draw it */
    struct term_keys reading;
    int sent; /* off-screen: a file in memory in place of the line */
} term;

/* --- giving the terminal back --------------------------------------------------------------- */

static void save_sequence(const char *s)
{
    for (; s && *s && term.restore_len < sizeof term.restore; s++) {
        const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;
        if (end) /* padding */
            s = end;
        else
            term.restore[term.restore_len++] = *s;
    }
}

/* Only what a signal handler may do: curses itself may be the broken part. */
static void on_crash(int sig)
{
    if (term.running && !term.offscreen) {
        ssize_t n = write(STDOUT_FILENO, term.restore, term.restore_len);
        (void)n;
        if (term.have_before)
            tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
    }
    signal(sig, SIG_DFL);
    raise(sig);
}

static void watch_crashes(void)
{
    static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGQUIT};
    struct sigaction sa = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&sa.sa_mask);
    for (size_t i = 0; i < COUNT(signals); i++)
        sigaction(signals[i], &sa, NULL);
}

void term_end(void)
{
    if (!term.running)
        return;
    term.running = false;
    endwin();
    if (term.have_before)
        tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
}

/* --- start ---------------------------------------------------------------------------------- */

/* Without any locale the terminal is taken for a UTF-8 one: nearly all are, and ASCII shows no
 * Kazakh. */
static void set_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

/* Function keys as nearly every terminal sends them, for types that name fewer (vt100): what
 * terminfo knows stays. */
static void define_keys(void)
{
    static const struct {
        const char *sequence;
        int code;
    } keys[] = {
        {"\033OP", KEY_F(1)},    {"\033OQ", KEY_F(2)},    {"\033OR", KEY_F(3)},
        {"\033OS", KEY_F(4)},    {"\033[11~", KEY_F(1)},  {"\033[12~", KEY_F(2)},
        {"\033[13~", KEY_F(3)},  {"\033[14~", KEY_F(4)},  {"\033[15~", KEY_F(5)},
        {"\033[17~", KEY_F(6)},  {"\033[18~", KEY_F(7)},  {"\033[19~", KEY_F(8)},
        {"\033[20~", KEY_F(9)},  {"\033[21~", KEY_F(10)}, {"\033[23~", KEY_F(11)},
        {"\033[24~", KEY_F(12)}, {"\033[1~", KEY_HOME},   {"\033[4~", KEY_END},
        {"\033[2~", KEY_IC},     {"\033[3~", KEY_DC},     {"\033[5~", KEY_PPAGE},
        {"\033[6~", KEY_NPAGE},  {"\033[Z", KEY_BTAB},    {"\033[A", KEY_UP},
        {"\033[B", KEY_DOWN},    {"\033[C", KEY_RIGHT},   {"\033[D", KEY_LEFT},
        {"\033[H", KEY_HOME},    {"\033[F", KEY_END},
    };
    for (size_t i = 0; i < COUNT(keys); i++)
        if (key_defined(keys[i].sequence) == 0)
            define_key(keys[i].sequence, keys[i].code);
}

static void common_modes(void)
{
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    term.keys = newpad(1, 1);
    if (!term.keys)
        die("curses: no memory for a pad");
    keypad(term.keys, TRUE);
    nodelay(term.keys, TRUE);
    define_keys();
    term.running = true;
    die_hook = term_end;
}

bool term_start(int escape_delay_ms, bool with_beep, struct error *err)
{
    set_locale();
    term.have_before = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &term.before) == 0;
    if (!term.have_before || !isatty(STDOUT_FILENO)) {
        error_set(err, _("The screens need a terminal"));
        return error_remedy(err, _("start the program in a terminal window, not through a pipe"));
    }
    const char *name = getenv("TERM");
    SCREEN *screen = newterm(NULL, stdout, stdin);
    bool places = screen && cursor_address && !hard_copy;
    if (screen && !places) {
        endwin();
        delscreen(screen);
    }
    if (!places) {
        error_set(err,
                  screen ? _("The terminal type '%s' cannot place the cursor")
                         : _("The terminal type '%s' is not known here"),
                  name ? name : "");
        return error_remedy(err, _("set TERM, for example to xterm, linux or vt100"));
    }
    set_term(screen);
    set_escdelay(escape_delay_ms);
    const char *const sequences[] = {keypad_local, exit_attribute_mode, cursor_normal,
                                     exit_ca_mode};
    term.restore_len = 0;
    for (size_t i = 0; i < COUNT(sequences); i++)
        save_sequence(sequences[i]);
    term.offscreen = false;
    term.beep = with_beep;
    common_modes();
    watch_crashes();
    return true;
}

bool term_start_offscreen(int height, int width, struct error *err)
{
    set_locale();
    term.sent = memfd_create("mansap", MFD_CLOEXEC);
    FILE *out = fdopen(term.sent, "w");
    FILE *in = fopen("/dev/null", "r");
    const char *name = getenv("TERM");
    SCREEN *screen = out && in ? newterm(name && *name ? name : "xterm", out, in) : NULL;
    if (!screen)
        return error_set(err, _("The terminal type '%s' is not known here"), name ? name : "");
    set_term(screen);
    term.offscreen = true;
    term.beep = false;
    common_modes();
    resizeterm(height, width);
    return true;
}

bool term_running(void)
{
    return term.running;
}

int term_key_fd(void)
{
    return term.offscreen ? -1 : STDIN_FILENO;
}

void term_resize(int height, int width)
{
    if (height > 0 && width > 0) {
        resizeterm(height, width);
        return;
    }
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row, size.ws_col);
}

bool term_small(void)
{
    return LINES < TERM_MIN_LINES || COLS < TERM_MIN_COLS;
}

/* --- keys ----------------------------------------------------------------------------------- */

void term_feed(struct key k)
{
    if (term.fed_count == FED_MAX)
        die("term_feed: more than %d keys", FED_MAX);
    term.fed[(term.fed_head + term.fed_count++) % FED_MAX] = k;
}

static bool read_fed(struct key *k)
{
    if (!term.fed_count)
        return false;
    *k = term.fed[term.fed_head];
    term.fed_head = (term.fed_head + 1) % FED_MAX;
    term.fed_count--;
    return true;
}

static int get_byte(void *ctx)
{
    (void)ctx;
    int c = wgetch(term.keys);
    for (; c == KEY_MOUSE; c = wgetch(term.keys))
        term_keys_mouse(&term.reading, key_mouse && strcmp(key_mouse, "\033[M") == 0);
    return c;
}

static void unget_byte(void *ctx, int c)
{
    (void)ctx;
    ungetch(c);
}

bool term_read(struct key *k)
{
    if (term.offscreen)
        return read_fed(k);
    return term_keys_read(&term.reading, k, get_byte, unget_byte, NULL);
}

bool term_gone(void)
{
    struct pollfd p = {.fd = term_key_fd(), .events = POLLIN};
    return p.fd >= 0 && poll(&p, 1, 0) > 0 && p.revents & (POLLHUP | POLLERR | POLLNVAL);
}

void term_drop_typeahead(void)
{
    term.fed_count = 0;
    if (!term.offscreen)
        flushinp();
}

void term_beep(void)
{
    term.beeps++;
    if (term.beep)
        beep();
}

unsigned term_beeps(void)
{
    return term.beeps;
}

size_t term_sent(char *bytes, size_t size)
{
    off_t n = lseek(term.sent, 0, SEEK_CUR);
    if (n <= 0)
        return 0;
    if (size)
        memset(bytes, 0, size);
    if (size && pread(term.sent, bytes, size - 1, 0) < 0)
        die("term_sent: %s", strerror(errno));
    if (ftruncate(term.sent, 0) != 0 || lseek(term.sent, 0, SEEK_SET) != 0)
        die("term_sent: %s", strerror(errno));
    return (size_t)n;
}

char *term_line(int y)
{
    wchar_t line[512];
    int n = mvwinnwstr(curscr, y, 0, line, (int)COUNT(line) - 1);
    line[n > 0 ? n : 0] = 0;
    for (; n > 0 && (line[n - 1] == L' ' || line[n - 1] == 0); n--)
        line[n - 1] = 0;
    return term_utf8(line);
}
