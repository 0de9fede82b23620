/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fault/proxy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/util.h"
#include "tests/fault/pty.h"

enum { CLIENTS = 8, FILLERS = 3 * CLIENTS, OPEN = -1, CLOSED = -2 };

struct proxy {
    pid_t pid;
    int control; /* a fault as one byte there, one byte back when it has happened */
    char *host;
    int port;
};

/* --- in its own process ----------------------------------------------------------------------- */

struct line {
    int client, server; /* server -1: nobody hears the client */
    size_t header_len;  /* of the server's message that is being read */
    unsigned char header[5];
    size_t left;
    bool asked; /* the doomed request was passed on */
};

struct relay {
    int listener, control, fault, port;
    int filler[FILLERS]; /* they fill the queue; 0: none */
    struct sockaddr_un server;
    struct line lines[CLIENTS];
    int n;
};

static bool pass_on(int to, const char *s, size_t n)
{
    while (n > 0) {
        ssize_t done = send(to, s, n, MSG_NOSIGNAL);
        if (done <= 0)
            return false;
        s += done;
        n -= (size_t)done;
    }
    return true;
}

/* Follows the server's messages; true at the end of ReadyForQuery: then the commit is done. */
static bool ready(struct line *l, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (l->header_len < sizeof l->header) {
            l->header[l->header_len++] = (unsigned char)s[i];
            if (l->header_len < sizeof l->header)
                continue;
            uint32_t length;
            memcpy(&length, l->header + 1, sizeof length);
            l->left = ntohl(length) - sizeof length;
        } else {
            l->left--;
        }
        if (l->left > 0)
            continue;
        l->header_len = 0;
        if (l->header[0] == 'Z')
            return true;
    }
    return false;
}

static void drop(struct relay *r, int i)
{
    close(r->lines[i].client);
    if (r->lines[i].server >= 0)
        close(r->lines[i].server);
    r->lines[i] = r->lines[--r->n];
}

static bool happened(struct relay *r)
{
    char done = 1;
    r->fault = CLOSED;
    (void)pass_on(r->control, &done, 1);
    return false;
}

/* False: the line is to be dropped. */
static bool from_client(struct relay *r, struct line *l)
{
    char part[65536];
    ssize_t n = recv(l->client, part, sizeof part, 0);
    if (n <= 0)
        return false;
    if (l->server < 0)
        return true;
    if (r->fault == PROXY_LOSE_REQUEST)
        return happened(r);
    l->asked = r->fault == PROXY_LOSE_ANSWER;
    return pass_on(l->server, part, (size_t)n);
}

static bool from_server(struct relay *r, struct line *l)
{
    char part[65536];
    ssize_t n = recv(l->server, part, sizeof part, 0);
    if (n <= 0)
        return false;
    if (l->asked)
        return ready(l, part, (size_t)n) ? happened(r) : true;
    return pass_on(l->client, part, (size_t)n);
}

static bool is_mute(const struct relay *r)
{
    return r->fault == PROXY_MUTE || r->fault == PROXY_MUTE_NEW;
}

/* Or as a server that is away. */
static void take_client(struct relay *r)
{
    int client = accept(r->listener, NULL, NULL);
    if (is_mute(r) && client >= 0 && r->n < CLIENTS) {
        r->lines[r->n++] = (struct line){.client = client, .server = -1};
        return;
    }
    int server = socket(AF_UNIX, SOCK_STREAM, 0);
    if (r->fault == CLOSED || r->n == CLIENTS || client < 0 ||
        connect(server, (struct sockaddr *)&r->server, sizeof r->server) != 0) {
        close(client);
        close(server);
        return;
    }
    r->lines[r->n++] = (struct line){.client = client, .server = server};
}

/* Connections that nobody accepts, more than the queue holds. */
static void fill(struct relay *r)
{
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((uint16_t)r->port)};
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < FILLERS; i++) {
        r->filler[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        (void)connect(r->filler[i], (struct sockaddr *)&here, sizeof here);
    }
}

static void empty(struct relay *r)
{
    for (int i = 0; i < FILLERS && r->filler[i]; i++) {
        close(r->filler[i]);
        r->filler[i] = 0;
    }
}

/* Lines that break now: all, or those that the former fault has made. */
static void drop_lines(struct relay *r)
{
    bool all = r->fault == PROXY_MUTE || r->fault == PROXY_FULL;
    for (int i = r->n - 1; i >= 0; i--)
        if (all || r->lines[i].server < 0)
            drop(r, i);
}

static void arm(struct relay *r)
{
    char fault;
    if (recv(r->control, &fault, 1, 0) != 1)
        _exit(0);
    r->fault = (signed char)fault;
    drop_lines(r);
    empty(r);
    if (r->fault == PROXY_FULL)
        fill(r);
    for (int i = 0; i < r->n; i++)
        r->lines[i].header_len = r->lines[i].left = 0;
    (void)pass_on(r->control, &fault, 1);
}

static void run(struct relay *r)
{
    for (;;) {
        int listener = r->fault == PROXY_FULL ? -1 : r->listener;
        struct pollfd fds[2 + 2 * CLIENTS] = {{listener, POLLIN, 0}, {r->control, POLLIN, 0}};
        int n = r->n;
        for (int i = 0; i < n; i++) {
            fds[2 + 2 * i] = (struct pollfd){r->lines[i].client, POLLIN, 0};
            fds[3 + 2 * i] = (struct pollfd){r->lines[i].server, POLLIN, 0};
        }
        if (poll(fds, (nfds_t)(2 + 2 * n), -1) < 0)
            continue;
        for (int i = n - 1; i >= 0; i--) { /* downwards: dropping moves the last one here */
            struct line *l = &r->lines[i];
            if ((fds[2 + 2 * i].revents && !from_client(r, l)) ||
                (fds[3 + 2 * i].revents && !from_server(r, l)))
                drop(r, i);
        }
        if (fds[1].revents)
            arm(r);
        if (fds[0].revents)
            take_client(r);
    }
}

/* --- in the test ------------------------------------------------------------------------------ */

static struct sockaddr_un address(const char *dir)
{
    struct sockaddr_un a = {.sun_family = AF_UNIX};
    int n = snprintf(a.sun_path, sizeof a.sun_path, "%s/.s.PGSQL.5432", dir);
    assert_in_range(n, 1, sizeof a.sun_path - 1);
    return a;
}

static struct proxy *start(struct proxy *p, int listener, const char *server)
{
    struct relay r = {
        .fault = OPEN, .server = address(server), .listener = listener, .port = p->port};
    int pair[2];
    assert_int_equal(listen(r.listener, CLIENTS), 0);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
    p->control = pair[0];
    r.control = pair[1];
    p->pid = fork();
    assert_true(p->pid >= 0);
    if (p->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        close(pair[0]);
        run(&r);
    }
    close(pair[1]);
    close(r.listener);
    return p;
}

struct proxy *proxy_start(const char *dir, const char *server)
{
    struct proxy *p = xcalloc(1, sizeof *p);
    p->host = xasprintf("%s/proxy", dir);
    assert_int_equal(mkdir(p->host, 0700), 0);
    struct sockaddr_un here = address(p->host);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&here, sizeof here), 0);
    return start(p, listener, server);
}

struct proxy *proxy_start_tcp(const char *server)
{
    struct proxy *p = xcalloc(1, sizeof *p);
    struct sockaddr_in here = {.sin_family = AF_INET};
    socklen_t size = sizeof here;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(bind(listener, (struct sockaddr *)&here, sizeof here), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&here, &size), 0);
    p->port = ntohs(here.sin_port);
    return start(p, listener, server);
}

int proxy_port(const struct proxy *p)
{
    return p->port;
}

const char *proxy_host(const struct proxy *p)
{
    return p->host;
}

void proxy_wait(struct proxy *p)
{
    char byte;
    struct pollfd fd = {.fd = p->control, .events = POLLIN};
    if (poll(&fd, 1, PTY_BOUND_MS) != 1 || recv(p->control, &byte, 1, 0) != 1)
        fail_msg("%s", "nothing came through the proxy");
}

static void tell(struct proxy *p, int fault)
{
    char byte = (char)fault;
    assert_int_equal(send(p->control, &byte, 1, MSG_NOSIGNAL), 1);
    proxy_wait(p);
}

void proxy_arm(struct proxy *p, enum proxy_fault fault)
{
    tell(p, (int)fault);
}

void proxy_open(struct proxy *p)
{
    tell(p, OPEN);
}

void proxy_free(struct proxy *p)
{
    if (!p)
        return;
    kill(p->pid, SIGKILL);
    waitpid(p->pid, NULL, 0);
    close(p->control);
    free(p->host);
    free(p);
}
