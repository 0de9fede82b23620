/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands between the program and the server and breaks the line at a chosen moment, so that the
   outcome of a save is really unknown to the program. A process of its own. */
#ifndef TESTS_FAULT_PROXY_H
#define TESTS_FAULT_PROXY_H

struct proxy;

enum proxy_fault {
    PROXY_LOSE_ANSWER,  /* the next request is carried out, its answer never arrives */
    PROXY_LOSE_REQUEST, /* the next request never reaches the server */
    /* These happen at once. */
    PROXY_MUTE,     /* all lines break; who comes is let in and hears nothing */
    PROXY_MUTE_NEW, /* the lines there are go on; who comes is let in and hears nothing */
    PROXY_FULL,     /* all lines break; who comes is not even refused: the queue is full */
};

/* Listens in a directory made below dir, for clients of the server's socket directory. */
struct proxy *proxy_start(const char *dir, const char *server);
const char *proxy_host(const struct proxy *p); /* for libpq */
/* The same on a port of 127.0.0.1. */
struct proxy *proxy_start_tcp(const char *server);
int proxy_port(const struct proxy *p);
/* Arms it: all is passed on until the next request, at which the connection breaks. The connection
   has to be idle. */
void proxy_arm(struct proxy *p, enum proxy_fault fault);
void proxy_wait(struct proxy *p); /* until that has happened; from then on nobody gets through */
void proxy_open(struct proxy *p); /* all get through again */
void proxy_free(struct proxy *p);

#endif
