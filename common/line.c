/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libedit is loaded with the question and unloaded with the answer: few log-ins ask one, and linked
 * to the program it would cost each of them 5 % of its start and 230 kB of memory. */
#include "common/line.h"

#include <dlfcn.h>
#include <histedit.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "common/util.h"

enum { ESCAPE = 27, DELETE_KEY = CTRL('O'), ESCAPE_MS = 50, MAX_BYTES = 1000 };

/* What is used of libedit, under its own names. */
static struct {
    void *handle;
    __typeof__(el_init) *init;
    __typeof__(el_end) *end;
    __typeof__(el_set) *set;
    __typeof__(el_get) *get;
    __typeof__(el_gets) *gets;
    __typeof__(el_line) *line;
    __typeof__(el_resize) *resize;
    __typeof__(history_init) *history_init;
    __typeof__(history_end) *history_end;
    __typeof__(history) *history;
} edit;

struct asking {
    int fd;
    const char *prompt;
    const sigset_t *waiting;
    FILE *in, *out, *unheard; /* unheard: libedit's complaints of a TERM it does not know */
    EditLine *el;
    History *history;
};

static void unload(void)
{
    if (edit.handle)
        dlclose(edit.handle);
    edit.handle = NULL;
}

static bool load(void)
{
    const struct {
        const char *name;
        void *slot; /* of a pointer to a function */
    } wanted[] = {
        {"el_init", &edit.init},
        {"el_end", &edit.end},
        {"el_set", &edit.set},
        {"el_get", &edit.get},
        {"el_gets", &edit.gets},
        {"el_line", &edit.line},
        {"el_resize", &edit.resize},
        {"history_init", &edit.history_init},
        {"history_end", &edit.history_end},
        {"history", &edit.history},
    };
    edit.handle = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; edit.handle && i < COUNT(wanted); i++) {
        void *symbol = dlsym(edit.handle, wanted[i].name);
        memcpy(wanted[i].slot, &symbol, sizeof symbol);
        if (!symbol)
            unload();
    }
    return edit.handle != NULL;
}

/* --- keys --------------------------------------------------------------------------------------
 */

static bool is_empty(EditLine *el)
{
    const LineInfo *line = edit.line(el);
    return line->lastchar == line->buffer;
}

/* One byte; false at the end of input and when a signal came. */
static bool read_byte(const struct asking *a, char *c)
{
    struct pollfd p = {.fd = a->fd, .events = POLLIN};
    return ppoll(&p, 1, NULL, a->waiting) == 1 && read(a->fd, c, 1) == 1;
}

/* The same if it comes at once, as the rest of a key does. */
static bool read_rest(const struct asking *a, char *c)
{
    struct pollfd p = {.fd = a->fd, .events = POLLIN};
    return poll(&p, 1, ESCAPE_MS) == 1 && read(a->fd, c, 1) == 1;
}

/* One character of whatever the terminal speaks; what is none is passed over. */
static bool read_character(const struct asking *a, wchar_t *out)
{
    mbstate_t state = {0};
    char c;
    while (read_byte(a, &c)) {
        size_t n = mbrtowc(out, &c, 1, &state);
        if (n <= 1)
            return true;
        if (n == (size_t)-1)
            state = (mbstate_t){0};
    }
    return false;
}

/* What follows an Esc: a key of the editor's, Ctrl+U for a lone Esc, 0 for a key that means nothing
   here. libedit would take the rest of a key it does not know for text. */
static wchar_t read_key(const struct asking *a)
{
    static const struct {
        const char *sent;
        wchar_t key;
    } keys[] = {
        {"[A", CTRL('P')},   {"OA", CTRL('P')}, {"[B", CTRL('N')},  {"OB", CTRL('N')},
        {"[C", CTRL('F')},   {"OC", CTRL('F')}, {"[D", CTRL('B')},  {"OD", CTRL('B')},
        {"[H", CTRL('A')},   {"OH", CTRL('A')}, {"[1~", CTRL('A')}, {"[7~", CTRL('A')},
        {"[F", CTRL('E')},   {"OF", CTRL('E')}, {"[4~", CTRL('E')}, {"[8~", CTRL('E')},
        {"[3~", DELETE_KEY},
    };
    char sent[16] = "";
    size_t n = 0;
    bool more = true;
    for (; more && n + 1 < sizeof sent && read_rest(a, &sent[n]); n++) {
        bool begins = n == 0 && (sent[0] == '[' || sent[0] == 'O');
        more = begins || (n > 0 && (sent[n] < '@' || (n == 1 && sent[1] == '[')));
    }
    if (n == 0)
        return CTRL('U');
    sent[n] = '\0';
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(sent, keys[i].sent) == 0)
            return keys[i].key;
    }
    return 0;
}

/* libedit's source of characters: 1, or 0 for the end. */
static int next_character(EditLine *el, wchar_t *out)
{
    struct asking *a = NULL;
    edit.get(el, EL_CLIENTDATA, &a);
    do {
        if (!read_character(a, out))
            return 0;
        edit.resize(el);
        bool escape = *out == ESCAPE;
        if (escape)
            *out = read_key(a);
        if (is_empty(el) && (escape ? *out == CTRL('U') : *out == CTRL('D')))
            return 0; /* gives up */
    } while (*out == 0);
    return 1;
}

static char *prompt_of(EditLine *el)
{
    struct asking *a = NULL;
    edit.get(el, EL_CLIENTDATA, &a);
    return (char *)(uintptr_t)a->prompt;
}

/* What libedit's emacs keys have otherwise, and its searches, which speak English. */
static void bind_keys(EditLine *el)
{
    static const struct {
        const char *key, *command;
    } bound[] = {
        {"^W", "ed-delete-prev-word"}, {"^O", "ed-delete-next-char"}, {"^I", "ed-unassigned"},
        {"^R", "ed-unassigned"},       {"^S", "ed-unassigned"},       {"^X", "ed-unassigned"},
    };
    for (size_t i = 0; i < COUNT(bound); i++)
        edit.set(el, EL_BIND, bound[i].key, bound[i].command, NULL);
}

/* --- one question ------------------------------------------------------------------------------
 */

static void close_all(struct asking *a)
{
    if (a->el)
        edit.end(a->el);
    if (a->history)
        edit.history_end(a->history);
    if (a->in)
        fclose(a->in);
    if (a->out)
        fclose(a->out);
    if (a->unheard)
        fclose(a->unheard);
}

/* A stream of its own on the terminal, so that closing it leaves fd open. */
static FILE *stream(int fd, const char *mode)
{
    int copy = dup(fd);
    FILE *f = copy >= 0 ? fdopen(copy, mode) : NULL;
    if (!f && copy >= 0)
        close(copy);
    return f;
}

/* False if libedit cannot draw there: it has to be able to clear a line. */
static bool open_all(struct asking *a, const struct line_past *past)
{
    HistEvent event;
    char *clear = NULL, capability[] = "ce";
    a->in = stream(a->fd, "r");
    a->out = stream(a->fd, "w");
    a->unheard = fopen("/dev/null", "we");
    if (!a->in || !a->out || !a->unheard)
        return false;
    a->el = edit.init("mansap", a->in, a->out, a->unheard);
    if (!a->el || edit.get(a->el, EL_GETTC, capability, &clear) != 0 || str_empty(clear))
        return false;
    a->history = edit.history_init();
    if (!a->history || edit.history(a->history, &event, H_SETSIZE, LINE_PAST) != 0)
        return false;
    for (size_t i = LINE_PAST; past && i-- > 0;) {
        if (past->text[i])
            edit.history(a->history, &event, H_ENTER, past->text[i]);
    }
    edit.set(a->el, EL_CLIENTDATA, a);
    edit.set(a->el, EL_PROMPT, prompt_of);
    edit.set(a->el, EL_HIST, edit.history, a->history);
    edit.set(a->el, EL_EDITOR, "emacs");
    edit.set(a->el, EL_GETCFN, next_character);
    bind_keys(a->el);
    return true;
}

static void remember(struct line_past *past, const char *answer)
{
    if (!past || str_empty(answer) || str_same(past->text[0], answer))
        return;
    free(past->text[LINE_PAST - 1]);
    memmove(past->text + 1, past->text, sizeof past->text - sizeof past->text[0]);
    past->text[0] = xstrdup(answer);
}

static char *read_answer(struct asking *a)
{
    int n = 0;
    const char *line = edit.gets(a->el, &n);
    if (!line || n < 1) {
        fputs("\n", a->out);
        return NULL;
    }
    if (line[n - 1] == '\n')
        n--;
    struct buf answer = {0};
    buf_addn(&answer, line, (size_t)n);
    return buf_take(&answer);
}

bool line_ask(int fd, const char *prompt, const sigset_t *waiting, struct line_past *past,
              char **answer)
{
    struct asking a = {.fd = fd, .prompt = prompt, .waiting = waiting};
    struct termios before;
    *answer = NULL;
    if (tcgetattr(fd, &before) != 0 || !load())
        return false;
    struct termios now = before;
    now.c_cc[VSUSP] = _POSIX_VDISABLE; /* a stopped program would leave the terminal as it is */
    tcsetattr(fd, TCSADRAIN, &now);
    bool able = open_all(&a, past);
    if (able) {
        now.c_lflag &= ~(tcflag_t)(ICANON | ECHO); /* libedit does so after the prompt: too late */
        tcsetattr(fd, TCSADRAIN, &now);
        *answer = read_answer(&a);
    }
    close_all(&a);
    unload();
    tcsetattr(fd, TCSADRAIN, &before);
    if (*answer && strlen(*answer) > MAX_BYTES) {
        free(*answer);
        *answer = NULL;
    }
    remember(past, *answer);
    return able;
}

void line_past_done(struct line_past *past)
{
    for (size_t i = 0; i < LINE_PAST; i++)
        free(past->text[i]);
    *past = (struct line_past){0};
}
